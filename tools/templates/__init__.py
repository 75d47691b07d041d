"""Scripts that make the shipped Word templates."""
