"""Identifiers and addresses of the map, found by their letters and figures, however these are grouped and parted."""

from reviewdocs.names.details.finder import Detail, Details
from reviewdocs.names.details.identifiers import identifier_label

__all__ = ["Detail", "Details", "identifier_label"]
