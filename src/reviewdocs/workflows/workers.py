"""Processes that do a workflow's work on documents, by name: who starts one early need not import what it does."""

from __future__ import annotations

from reviewdocs.formats.worker import Worker


def anonymising() -> Worker:
    """What does the work of `anonymise`; started early, it gets ready while the map is read."""
    return Worker("reviewdocs.workflows.anonymiser:Anonymising")
