"""Word lists of what few people are, have or do; written from general knowledge. Each file says what it holds."""
