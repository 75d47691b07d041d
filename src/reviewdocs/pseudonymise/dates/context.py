"""Years and months that a date leaves out, from the dates around it.

A date without a year is of the year that brings it nearest to the date before it in the same part of the document;
else to the first that follows; else of the only year that the document writes. A day alone ("on the 14th") is of the
month of the date before it, or of the next where it would lie far back.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewdocs.model.mentions import Category
from reviewdocs.pseudonymise.dates.finding import Find, Line
from reviewdocs.pseudonymise.dates.sentence import TIME_ON
from reviewdocs.pseudonymise.dates.written import Grain, When, Written

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_JOINED = re.compile(rf"\s*(?:,|and|&|or|to|-|–|—|until|till)\s*(?:{TIME_ON}|on\s+|again\s+on\s+|the\s+)*", re.I)
_FAR_BACK = 15
"""Days before the last date beyond which a day alone is of the next month."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found and read; `written` is None where it could not be. `told` says where its year comes from."""

    line: Line
    find: Find
    written: Written | None
    told: str = ""

    @property
    def text(self) -> str:
        """As it stands there."""
        return self.line.text[self.find.start : self.find.end]


def joined(first: Dated, second: Dated) -> bool:
    """Whether two dates are a list or range: nothing but "and", "to" or a comma between them."""
    if first.line is not second.line:
        return False
    return _JOINED.fullmatch(first.line.text, first.find.end, second.find.start) is not None


def completed(dates: Sequence[Dated], texts: Sequence[str]) -> list[Dated]:
    """The dates of one document in its order, with the years and months that can be told.

    Args:
        dates: as they are written.
        texts: the document's paragraphs.
    """
    years = {year for text in texts for year in _YEAR.findall(text)}
    only = int(years.pop()) if len(years) == 1 else None
    following = _first_after(dates)
    result: list[Dated] = []
    last: dt.date | None = None
    part = ""
    for number, dated in enumerate(dates):
        if dated.line.paragraph.part != part:
            part, last = dated.line.paragraph.part, None
        beside = dates[number + 1] if number + 1 < len(dates) and joined(dated, dates[number + 1]) else None
        dated = _complete(dated, beside, last, following[number], only)
        result.append(dated)
        if (
            dated.written
            and dated.find.category is not Category.DOB
            and dated.written.grain in (Grain.DAY, Grain.MONTH)
        ):
            last = dated.written.whens[-1].date() or last
    return result


def _first_after(dates: Sequence[Dated]) -> list[dt.date | None]:
    """For each date the first full one that follows."""
    result: list[dt.date | None] = []
    following: dt.date | None = None
    for dated in reversed(dates):
        result.append(following)
        if dated.written and dated.find.category is not Category.DOB:
            following = dated.written.whens[0].date() or following
    return result[::-1]


def _complete(
    dated: Dated, beside: Dated | None, last: dt.date | None, following: dt.date | None, only: int | None
) -> Dated:
    written = dated.written
    if written is None or written.whens[0].year:
        return dated
    when = written.whens[0]
    if when.month is None and when.day:
        near = last
        if near is None:
            return dated
        return replace(dated, written=_day_alone(written, when.day, near), told="month taken from the date before it")
    if beside and beside.written and (year := beside.written.whens[0].year):
        later = (when.month or 1) > (beside.written.whens[0].month or 12)
        return replace(dated, written=written.within(year - later), told="year taken from the date it is joined to")
    for near, told in ((last, "year taken from the date before it"), (following, "year taken from the next date")):
        if near:
            return replace(dated, written=_nearest(written, near), told=told)
    if only:
        return replace(dated, written=written.within(only), told="the only year that the document writes")
    return dated


def _nearest(written: Written, near: dt.date) -> Written:
    """The date in the year that brings it nearest to another; the weekday beside it decides before nearness."""

    def rank(year: int) -> tuple[bool, int]:
        day = written.within(year).whens[0].date()
        if day is None:
            return True, 10_000
        return written.weekday not in (None, day.weekday()), abs((day - near).days)

    return written.within(min((near.year, near.year - 1, near.year + 1), key=rank))


def _day_alone(written: Written, day: int, near: dt.date) -> Written:
    """A day of the month in the month of the date before it, the month before ("ult."), or the next."""
    months = -1 if written.last_month else 1 if near.day - day > _FAR_BACK else 0
    index = near.year * 12 + near.month - 1 + months
    year, month = index // 12, index % 12 + 1
    fitting = day <= calendar.monthrange(year, month)[1]
    whens = tuple(When(year, month, when.day) for when in written.whens) if fitting else written.whens
    return replace(written, whens=whens)
