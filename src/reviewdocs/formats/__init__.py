"""Documents as bytes: read, edit, clean, write. Knows nothing of people.

Nothing is imported here: what only reads a file need not load what takes Word documents apart.
"""
