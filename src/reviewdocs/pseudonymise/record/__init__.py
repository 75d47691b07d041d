"""What was done to a document and why, mention by mention: for programs (rows) and for the author (page).

A record holds the real names beside what stands in their place, and must be kept as the drafts are.
"""

from reviewdocs.pseudonymise.record.rows import Record, rows

__all__ = ["Record", "rows"]
