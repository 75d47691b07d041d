"""Dates, clock times and ages of a document by the map's policy. Loaded only where a policy changes them."""

from reviewdocs.pseudonymise.dates.changer import DateChanger

__all__ = ["DateChanger"]
