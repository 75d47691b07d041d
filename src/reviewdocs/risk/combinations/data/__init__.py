"""How rare facts are, roughly."""
