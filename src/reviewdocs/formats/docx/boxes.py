"""Forms with one letter or figure to a box: the boxes of a row, or short paragraphs one after another, as one text.

Each box is read by itself too; what is replaced in the whole stands in its first box.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from reviewdocs.formats.base import BOXES, CELLS
from reviewdocs.formats.docx.segments import Gap, Segment
from reviewdocs.formats.docx.view import View
from reviewdocs.formats.docx.vocabulary import Spot
from reviewdocs.formats.xmlparts import name_of

_BOX = re.compile(r"\s*(?:[^\W_]|[^\W\d_]{2}|(?=[^\W_]*\d)[^\W_]{2,6}|[-/.])\s*")
"""What one box of a form holds: a letter or figure, or a group of a number."""
_LONGEST = 12
_LEAST = 4
"""Fewer letters and figures are no name or number."""


class _Box(NamedTuple):
    view: View
    row: etree._Element | None
    cell: etree._Element | None


def boxed(views: Iterable[View]) -> Iterator[View]:
    """The views of a part, and before each run of boxes their text as one, where it follows its label; names of
    drawings part no run. Letters down the columns of tables come last."""
    letters: list[_Box] = []
    for is_box, together in groupby(views, key=_kind()):
        run = list(together)
        boxes = [_Box(view, *_row_and_cell(view)) for view in run if _is_box(view)] if is_box else []
        yield from _joined(boxes)
        yield from run
        letters += [box for box in boxes if box.cell is not None and len(box.view.text.strip()) == 1]
    yield from _columns(letters)


def _kind() -> Callable[[View], bool]:
    """Whether a view belongs to a run of boxes: an attribute to whatever it stands beside."""
    before = False

    def kind(view: View) -> bool:
        nonlocal before
        if "@" not in view.part:
            before = _is_box(view)
        return before

    return kind


def _columns(letters: Sequence[_Box]) -> Iterator[View]:
    """The columns of tables that hold a letter in each of several rows, where the other cells hold more."""
    columns: dict[tuple[etree._Element | None, int], list[_Box]] = {}
    for box in letters:
        if box.cell is None or box.row is None or not box.view.text.strip().isalpha():
            continue
        cells = [cell for cell in box.row if name_of(cell) == "w:tc"]
        if len(cells) > 1:
            columns.setdefault((box.row.getparent(), cells.index(box.cell)), []).append(box)
    for column in columns.values():
        if len({box.row for box in column}) == len(column) >= _LEAST:
            yield from _as_one(column)


def _is_box(view: View) -> bool:
    return len(view.text) < _LONGEST and "@" not in view.part and _BOX.fullmatch(view.text) is not None


def _joined(run: Sequence[_Box]) -> Iterator[View]:
    """The boxes of a run by rows; where none has more than one in a row, all of them."""
    if len(run) < 2:
        return
    for fallback in (False, True):
        # What is drawn is there twice: for new programs, and for old ones.
        boxes = [box for box in run if _is_fallback(box.view) is fallback]
        rows = [list(row) for _, row in groupby(boxes, key=lambda box: box.row)]
        for row in [boxes] if all(len(row) == 1 for row in rows) else rows:
            yield from _as_one(row)


def _as_one(boxes: Sequence[_Box]) -> Iterator[View]:
    if len(boxes) < 2:
        return
    if all(len(box.view.text.strip()) == 1 for box in boxes[1:]) and boxes[0].view.text.strip()[1:].isalpha():
        boxes = boxes[1:]  # "No" or "NI" is their label
    segments: list[Segment] = []
    for number, box in enumerate(boxes):
        if number and _are_apart(boxes[number - 1], box):
            segments.append(Gap())
        segments += box.view.segments
    if len(boxes) > 1 and sum(c.isalnum() for segment in segments for c in segment.text) >= _LEAST:
        first, single = boxes[0].view, all(len(box.view.text.strip()) == 1 for box in boxes)
        yield View.of(first.part, tuple(segments), Spot(BOXES if single else CELLS, first.spot.layer))


def _are_apart(first: _Box, second: _Box) -> bool:
    """Whether an empty box stands between two."""
    return first.cell is not None and first.row is second.row and first.cell.getnext() not in (second.cell, None)


def _row_and_cell(view: View) -> tuple[etree._Element | None, etree._Element | None]:
    cell = None
    for above in _above(view):
        if name_of(above) == "w:tc":
            cell = above
        elif name_of(above) == "w:tr":
            return above, cell
        elif name_of(above) == "w:txbxContent":
            break
    return None, None


def _is_fallback(view: View) -> bool:
    return any(name_of(above) == "mc:Fallback" for above in _above(view))


def _above(view: View) -> Iterator[etree._Element]:
    node = getattr(view.segments[0], "node", None)
    return node.iterancestors() if node is not None else iter(())
