"""Processes that do a workflow's work on documents, by name, and what they answer: who asks need not load the work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reviewdocs.formats.worker import Worker
from reviewdocs.model.mentions import Outcome
from reviewdocs.model.standing import StandingWord

PAGE_HEAD = b"""\
<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
"""
"""How a record's page begins: what follows can run no script and fetch nothing, whoever wrote it."""

_early: list[Worker] = []


def anonymising() -> Worker:
    """What does the work of `anonymise`: started early, or not started yet."""
    return _early.pop() if _early else Worker("reviewdocs.workflows.anonymiser:Anonymising")


def searching() -> Worker:
    """What searches the bytes that `anonymise` has written."""
    return Worker("reviewdocs.workflows.searching:Searching")


def start_early() -> None:
    """Start the next worker of `anonymise` now: it loads what it needs while the asker reads options and map."""
    worker = anonymising()
    worker.start()
    _early.append(worker)


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a record's page says of itself: whose it is, and how far the case's record of decisions went.

    Attributes:
        output: the copy's name.
        decisions: the number of the last decision; 0 where there is none.
        last_hash: that one's hash, which stands for all of them.
    """

    output: str
    decisions: int
    last_hash: str


@dataclass(frozen=True, slots=True)
class Done:
    """What comes of one document: its bytes, what is told of it, and the record as rows and as a page.

    It comes from the worker: each field has a type of which `formats/answers.py` can make a value. `undecided` counts
    the places that are not settled; `standing` is what of the map stands in those bytes, and `doubt` why the map may be
    the wrong one, empty where nothing says so; `rows` are as docs/contracts.md has them, `unsettled` as docs/records.md
    does.
    """

    data: bytes
    stripped: Mapping[str, int]
    unread: tuple[str, ...]
    replaced: int
    undecided: int
    kept: int
    standing: tuple[StandingWord, ...]
    doubt: str
    rows: Mapping[Outcome, Sequence[Mapping[str, Any]]]
    unsettled: Sequence[Mapping[str, Any]]
    page: bytes
