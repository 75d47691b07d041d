"""What reads as a heading, where nothing but its words can tell."""

from __future__ import annotations

import bisect
import re
from functools import lru_cache
from typing import NamedTuple

from reviewdocs.model.text import Paragraph

_NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|(?:appendix|chapter|part|section)\s+[\dA-Z]{1,3}\b[:.]?)\s+\S.*", re.I
)
_MARKED = re.compile(r"#{1,6}\s+(.+?)\s*#*")
_OWN_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,3}){1,3})\.?\s")
_LONGEST = 80
LINE_END = re.compile(r"\r\n|\r|\n")
_SHOWN = 60


def heading_in(line: str) -> str:
    """The heading that a line is, by a `#` before it (Markdown) or a number and few words; empty where it is none."""
    line = " ".join(line.split())
    if marked := _MARKED.fullmatch(line):
        return marked.group(1)
    few = len(line) <= _LONGEST and line[-1:] not in ".;:,"
    return line if few and _NUMBERED.fullmatch(line) else ""


def quoted(heading: str) -> str:
    """A heading in quotation marks, shortened where it is long."""
    heading = " ".join(heading.split())
    return f"“{heading if len(heading) <= _SHOWN else heading[: _SHOWN - 1] + '…'}”"


def under(what: str, heading: str) -> str:
    """What is meant and the heading it stands under, where there is one: "table row 3 under “Chronology”"."""
    return f"{what} under {quoted(heading)}" if heading else what


def paragraph_called(text: str, number: int) -> str:
    """What to call a paragraph: by the number typed before it (4.12), else by its place among those of its section."""
    own = _OWN_NUMBER.match(text)
    return f"paragraph {own.group(1) if own else number}"


def landmark_within(paragraph: Paragraph, start: int, end: int) -> str:
    """What to look for on the page to find a stretch of a paragraph: in a file of lines its own, not those about it."""
    if not paragraph.line:
        return paragraph.landmark
    starts, headings = _lines(paragraph.text)
    own, last = bisect.bisect_right(starts, start) - 1, bisect.bisect_left(starts, end) - 1
    lines = f"line {paragraph.line + own}"
    if own < last:
        lines = f"lines {paragraph.line + own} to {paragraph.line + last}"
    if headings[own].own:
        return lines
    return under(lines, headings[own].above or paragraph.landmark)


class _Heading(NamedTuple):
    own: str
    above: str


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[list[int], list[_Heading]]:
    """Where each line of a text begins; the heading that it is, and the one that it stands under."""
    starts = [0, *(end.end() for end in LINE_END.finditer(text))]
    headings, above = list[_Heading](), ""
    for line in LINE_END.split(text):
        headings.append(_Heading(heading_in(line), above))
        above = headings[-1].own or above
    return starts, headings
