"""What an annotation lets each word be: a set of tags, of which the network has to give one, whichever.

Annotators of different texts mark different things. Where one says nothing, more than one tag may be right: the word
then teaches the network only what it is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from reviewdocs.detect.network import ALL_LABELS, MAY_STAY, OUTSIDE, TAGS, UNMASKED
from reviewdocs.language.titles import TITLES
from training.generator.grammar import UNKNOWN

KEPT, NOTHING = "keep", ""
"""Of a span that must stay: nothing, or something that may stay. Of words between spans, by default: nothing."""
SILENT = "silent"
"""Of words between the spans of an annotated case, whose annotators mark no months by themselves, whole years of age,
occupations, nations or bodies of an area: anything but a person, a place, a body, a code, a clock time or a young age.
"""
_ALTERNATIVES = {"DATE": ("DATE", "TIME"), "QUANTITY": ("QUANTITY", "AGE")}
"""Labels that annotators of different texts do not part alike, so that the network does not either: for some a clock
time is a date, a young age a sum. What is marked TIME or AGE is that alone."""
_STAY = tuple(UNMASKED + label for label in MAY_STAY)
_SILENT = ("DATE", "DEM", "QUANTITY", "MISC", *_STAY)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[ap]m)?|\d{1,2}[ap]m|(?:[01]\d|2[0-3])[0-5]\d(?:hrs?)?|hrs|[ap]m")


class Sample(NamedTuple):
    """A text, what is marked in it, and what the rest may be.

    Attributes:
        spans: (start, end, label); a label is one of the network's, several joined by `|`, `keep`, or `?` where nobody
            knows.
        rest: NOTHING or SILENT.
    """

    text: str
    spans: list[tuple[int, int, str]]
    rest: str = NOTHING


@dataclass(frozen=True, slots=True)
class Taught:
    """A text read into words, and which tags each may have (one row a word)."""

    doc: Doc
    allowed: np.ndarray


def _row(labels: Sequence[str], *, first: bool, further: bool, nothing: bool) -> np.ndarray:
    row = np.zeros(TAGS, dtype=bool)
    row[OUTSIDE] = nothing
    for label in labels:
        at = 2 * ALL_LABELS.index(label)
        row[at + 1], row[at + 2] = first, further
    return row


_ANY = np.ones(TAGS, dtype=bool)
_RESTS = {
    NOTHING: _row((), first=False, further=False, nothing=True),
    SILENT: _row(_SILENT, first=True, further=True, nothing=True),
}
_KEPT = _row(_STAY, first=True, further=True, nothing=True)
_TITLE = _row(("PERSON",), first=True, further=True, nothing=True)
_ROWS: dict[tuple[str, bool, bool], np.ndarray] = {}


def _marked(label: str, *, first: bool, further: bool) -> np.ndarray:
    key = (label, first, further)
    if key not in _ROWS:
        labels = [alternative for each in label.split("|") for alternative in _ALTERNATIVES.get(each, (each,))]
        _ROWS[key] = _row(labels, first=first, further=further, nothing=False)
    return _ROWS[key]


def allowed(doc: Doc, sample: Sample) -> np.ndarray:
    """Which tags each word of a text may have."""
    rows = np.repeat(_RESTS[sample.rest][None], len(doc), axis=0)
    taken = 0
    for start, end, label in sorted(sample.spans):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None or span.start < taken:
            continue
        taken = span.end
        if label in (UNKNOWN, KEPT):
            rows[span.start : span.end] = _ANY if label == UNKNOWN else _KEPT
            continue
        core = _core(doc, span.start, span.end) if label == "PERSON" else span.start
        begun = core > span.start or (label == "PERSON" and _titled(doc, rows, span.start))
        rows[span.start : core] = _TITLE
        rows[core] = _marked(label, first=True, further=begun)
        rows[core + 1 : span.end] = _marked(label, first=False, further=True)
    if sample.rest == NOTHING:
        for token in doc:
            if rows[token.i, OUTSIDE] and _CLOCK.fullmatch(token.lower_):
                rows[token.i] |= _marked("TIME", first=True, further=True)
    return rows


def _core(doc: Doc, start: int, end: int) -> int:
    """The first word of a name after titles: annotators differ over whether they belong to it."""
    while start < end - 1 and (doc[start].lower_.rstrip(".") in TITLES or not doc[start].text[0].isalnum()):
        start += 1
    return start


def _titled(doc: Doc, rows: np.ndarray, start: int) -> bool:
    """Let titles before a name be of it; whether there are any."""
    at = start
    while at and rows[at - 1, OUTSIDE] and doc[at - 1].lower_.rstrip(".") in TITLES:
        at -= 1
        rows[at] |= _TITLE
    return at < start


def taught(doc: Doc, sample: Sample) -> Taught:
    """A text with what it may teach."""
    return Taught(doc, allowed(doc, sample))
