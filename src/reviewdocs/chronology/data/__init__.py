"""Data files of the chronology."""
