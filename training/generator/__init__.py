"""Writes training text in the language of UK safeguarding work. All of it is invented."""
