"""A draft beside its copy, with what was changed marked in both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reviewdocs.errors import InputError
from reviewdocs.formats.files import read_file
from reviewdocs.formats.opening import open_document
from reviewdocs.formats.protection import without_password
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.model.text import Edit, Layer, Paragraph, ParagraphKey
from reviewdocs.model.words import Audience
from reviewdocs.pseudonymise.render.edits import edited
from reviewdocs.workflows.copies import Copied

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `change` is empty, "replaced" or "undecided"."""

    text: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of the draft and the same of the copy.

    Attributes:
        key: its part and its number there, as the record has them.
        place: where it stands, empty for the body.
        before, after: its pieces; `after` is empty where the copy has no such paragraph.
        changed: whether they differ.
    """

    key: str
    place: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    changed: bool


def side_by_side(copied: Copied, *, password: str = "") -> list[Pair]:
    """Every paragraph that has text, in the order of the draft, which a password may open.

    Raises:
        InputError: draft or copy cannot be read, or is no longer what the record is of.
    """
    if not copied.holds:
        which = "draft" if copied.draft_changed else "copy"
        raise InputError(f"The {which} was changed since this copy was made, so they cannot be shown side by side.",
                         remedy="Anonymise the draft again.")  # fmt: skip
    draft, copy = read_file(copied.draft), read_file(copied.copy)
    rows = [{**row, "outcome": outcome} for outcome in _OUTCOMES for row in copied.entry.get(outcome, ())]
    with Worker(Comparing) as worker:
        worker.prepare(password)
        return worker.do(list[Pair], "pairs", seconds_for(len(draft) + len(copy)), copied.draft.name, draft,
                         copied.copy.name, copy, str(copied.audience), rows)  # fmt: skip


_OUTCOMES = ("replaced", "undecided")


class Comparing:
    """What the worker does."""

    def __init__(self, password: str) -> None:
        self._password = password

    def pairs(self, name: str, draft: bytes, copy_name: str, copy: bytes, audience: str, rows: Rows) -> list[Pair]:
        """The paragraphs of both, with their changes."""
        opened = open_document(name, without_password(draft, self._password))
        opened.strip(Audience(audience), keep_comments=False)
        after = {paragraph.key: paragraph for paragraph in open_document(copy_name, copy).paragraphs()}
        by_paragraph: dict[ParagraphKey, list[Mapping[str, Any]]] = {}
        for row in rows:
            by_paragraph.setdefault((row["location"]["part"], row["location"]["paragraph"]), []).append(row)
        return [
            _pair(paragraph, after.get(paragraph.key), by_paragraph.get(paragraph.key, ()))
            for paragraph in opened.paragraphs()
            if paragraph.text.strip() and paragraph.layer is not Layer.HIDDEN
        ]


def _pair(before: Paragraph, after: Paragraph | None, rows: Rows) -> Pair:
    edits: list[Edit] = []
    kinds: list[str] = []
    for row in sorted(rows, key=lambda row: int(row["location"]["start"])):
        start = int(row["location"]["start"]) - before.offset
        edit = Edit(start, start + len(row["text"]), row["pseudonym"] or "")
        # What showed only when the edited text was read again has its place there, and not here.
        if before.text[start : edit.end] == row["text"] and not (edits and start < edits[-1].end):
            edits.append(edit)
            kinds.append(str(row["outcome"]))
    place = "" if before.layer is Layer.BODY else before.place
    new = after.text if after else ""
    as_told = edited(before, edits).text == new
    shown = tuple(_pieces(new, _moved(edits), kinds)) if as_told else (Piece(new, "replaced" if edits else ""),)
    key = f"{before.part} {before.index}"
    return Pair(key, place, tuple(_pieces(before.text, edits, kinds)), shown if after else (), before.text != new)


def _moved(edits: Sequence[Edit]) -> list[Edit]:
    """Where what the edits put in stands afterwards."""
    moved, shift = [], 0
    for edit in edits:
        start = edit.start + shift
        moved.append(Edit(start, start + len(edit.replacement), ""))
        shift += len(edit.replacement) - (edit.end - edit.start)
    return moved


def _pieces(text: str, places: Sequence[Edit], kinds: Sequence[str]) -> Iterator[Piece]:
    position = 0
    for place, kind in zip(places, kinds, strict=True):
        if place.start > position:
            yield Piece(text[position : place.start])
        yield Piece(text[place.start : place.end], kind)
        position = place.end
    if position < len(text):
        yield Piece(text[position:])
