"""Agencies' chronologies, as they return them, into one: read, put in order, with every fault told and nothing lost.

    reading → headings → rows (dates, clock, cells) → merging → document, figures

`reading` runs in a worker, for the bytes are somebody else's; all else works on its plain rows.
"""
