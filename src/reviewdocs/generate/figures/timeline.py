"""A timeline: the events of the chronology on a line of years, a row for each agency."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator, Mapping

from reviewdocs.generate.figures.drawing import Drawing, Label, Mark, Shape, Stroke, drawn
from reviewdocs.model.review import Review

_PAGE, _NAMES, _ROW, _HEAD = 16.0, 3.6, 0.75, 0.9
_DOT, _CHARACTERS = 0.24, 27
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
"""Months between the marks of the scale; as few as fit."""
_FEWEST_MARKS = 9
_GREY = "9AA5B1"


def timeline(review: Review, tints: Mapping[str, str]) -> Drawing | None:
    """When which agency recorded a contact, with the incident; None where there is no chronology.

    Args:
        review: the data.
        tints: a background colour (hexadecimal) of each agency, by its id; the agency's name stands beside its row.
    """
    entries = sorted(review.chronology, key=lambda entry: entry.date)
    if not entries:
        return None
    start = min(review.scope.start, entries[0].date)
    end = max(review.scope.end, entries[-1].date, review.incident.date)
    agencies = [agency for agency in review.agencies if any(entry.agency == agency.id for entry in entries)]
    days = max(1, (end - start).days)

    def across(day: dt.date) -> float:
        return _NAMES + (_PAGE - _NAMES - 0.3) * (day - start).days / days

    height = _HEAD + len(agencies) * _ROW + 0.15
    marks: list[Mark] = list(_scale(start, end, across(start), across(end), height))
    for row, agency in enumerate(agencies):
        y = _HEAD + (row + 0.5) * _ROW
        marks.append(Stroke(((_NAMES, y), (_PAGE, y)), width=0.5, colour=_GREY))
        marks.append(
            Label(_NAMES / 2 - 0.1, y - 0.3, _NAMES - 0.2, _lines(agency.name), size=7, align="right", strong=0)
        )
        marks += [
            Shape("ellipse", across(entry.date), y, _DOT, _DOT, fill=tints.get(agency.id, "FFFFFF"))
            for entry in entries
            if entry.agency == agency.id
        ]
    there = across(review.incident.date)
    marks.append(Stroke(((there, _HEAD - 0.35), (there, height)), width=1.5, colour="B42318"))
    marks.append(Label(min(there, _PAGE - 0.75), 0.0, 1.5, ("Incident",), size=7))
    return drawn(marks, _PAGE, height, name="Timeline", alt=" ".join(_sentences(review)))


def _scale(start: dt.date, end: dt.date, left: float, right: float, height: float) -> Iterator[Mark]:
    """Marks at beginnings of months, and the years or months they begin."""
    months = (end.year - start.year) * 12 + end.month - start.month
    step = next((step for step in _MONTHS if months / step <= _FEWEST_MARKS), _MONTHS[-1])
    for number in range(0, months + 2):
        year, month = divmod(start.year * 12 + start.month - 1 + number, 12)
        day = dt.date(year, month + 1, 1)
        if not start <= day <= end or (year * 12 + month) % step:
            continue
        x = left + (right - left) * (day - start).days / max(1, (end - start).days)
        yield Stroke(((x, _HEAD - 0.1), (x, height)), width=0.5, dashed=True, colour=_GREY)
        yield Label(x, _HEAD - 0.5, 1.4, (f"{day:%Y}" if step >= 12 else f"{day:%b %Y}",), size=7, strong=0)


def _lines(name: str) -> tuple[str, ...]:
    """A name on one line, or two."""
    return tuple(textwrap.wrap(name, _CHARACTERS, max_lines=2, placeholder="…"))


def _sentences(review: Review) -> Iterator[str]:
    yield "Timeline of the contacts that agencies recorded."
    for agency in review.agencies:
        of = sorted(entry.date for entry in review.chronology if entry.agency == agency.id)
        if of:
            yield f"{agency.name}: {len(of)}, from {of[0]:%B %Y} to {of[-1]:%B %Y}."
    yield f"The incident was in {review.incident.date:%B %Y}."
