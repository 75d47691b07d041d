"""Documents as bytes: read, edit, clean, write. Knows nothing of people."""
