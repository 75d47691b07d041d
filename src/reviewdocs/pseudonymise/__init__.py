"""Map and text become decided mentions."""
