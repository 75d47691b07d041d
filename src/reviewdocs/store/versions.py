"""What a file's name says of the version that it is: "Overview report v0.3 draft (2).docx".

The marks are those that people and programs put into names: version numbers, draft and final, days, the numbers of
second downloads, "Copy".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from reviewdocs.language.calendar import MONTH, month_number
from reviewdocs.language.numbers import ORDINALS, SUFFIX

_EDGE = r"(?<![^\W_])"
_END = r"(?![^\W_])"
_COPY = re.compile(r"^copy(?:\s*\(\d+\))?\s+of\b|[\s_-]copy(?:\s*\(?\d+\)?)?\s*$", re.I)
_DAYS = tuple(
    re.compile(rf"(?<![\d.v]){form}(?![\d])", re.I)
    for form in (
        r"(?P<y>(?:19|20)\d\d)[-_. ]?(?P<m>0[1-9]|1[0-2])[-_. ]?(?P<d>0[1-9]|[12]\d|3[01])",
        r"(?P<d>0?[1-9]|[12]\d|3[01])[-_. ](?P<m>0?[1-9]|1[0-2])[-_. ](?P<y>(?:20)?\d\d)",
        r"(?P<d>0[1-9]|[12]\d|3[01])(?P<m>0[1-9]|1[0-2])(?P<y>(?:20)?[1-4]\d)",
        rf"(?:(?P<d>\d\d?){SUFFIX}?[-_. ]*)?(?<![a-z])(?P<m>{MONTH})[-_. ]*(?P<y>(?:20)?\d\d)",
        rf"(?P<d>\d\d?){SUFFIX}?[-_. ]*(?P<m>{MONTH})(?P<y>){_END}",
    )
)
_NUMBER = re.compile(
    rf"(?:{_EDGE}(?:v|ver|version|rev|revision|issue|draft)[\s._-]*|(?<=[a-z])v)"
    r"(?P<number>\d{1,3}(?:[._]\d{1,3})*)(?!\d)(?P<letter>[a-z](?![a-z]))?"
    rf"|{_EDGE}(?:version|rev|revision|issue)[\s._-]+(?P<letters>[a-z]){_END}",
    re.I,
)
_DECIMAL = re.compile(r"(?<![\d.])(?P<number>\d{1,2}\.\d{1,2})(?![\d.])")
_NTHS = ORDINALS[:5]
_NTH_DRAFT = re.compile(rf"{_EDGE}(?:(?P<nth>{'|'.join(_NTHS)})|(?P<n>\d){SUFFIX})[\s_-]+draft{_END}", re.I)
_STAGES = {"superseded": -3, "old": -3, "draft": -1, "new": 1, "latest": 1, "revised": 1, "amended": 1, "updated": 1,
           "final": 2, "approved": 3}  # fmt: skip
_STAGE = re.compile(
    rf"{_EDGE}(?P<stage>superseded|draft|revised|amended|updated|final|approved|(?:old|new|latest)(?=\W*$)){_END}", re.I
)
_DOWNLOAD = re.compile(r"\((?P<n>\d{1,3})\)")


@dataclass(frozen=True, slots=True)
class Version:
    """A file's name, taken apart.

    Attributes:
        work: what is before the first mark; where nothing is, all that is no mark.
        rest: what comes later and is no mark ("JS comments").
        mark: the marks, as written.
        number: its parts; None where there is none, as below.
        stage: the greater, the nearer to what is published.
        day: year, month and day; 0 for what is not said.
        decimal: whether the number is a bare one ("0.3"), as sections have too.
        download: the number of a second download; 0 where there is none.
        is_copy: whether it calls itself a copy of another.
    """

    work: str
    rest: str
    mark: str
    number: tuple[int, ...] | None
    decimal: bool
    stage: int | None
    day: tuple[int, int, int] | None
    download: int
    is_copy: bool

    def certainly_other(self, other: Version) -> bool:
        """Whether the names alone say that two of one work are versions of it, and not a series (minutes by day)."""
        numbered = self.number != other.number and not (self.decimal and other.decimal)
        return numbered or (self.stage, self.is_copy) != (other.stage, other.is_copy)

    def against(self, other: Version) -> int | None:
        """Below 0 for older than another of the same work, above for newer, 0 for the same; None if it is not said."""
        said = {
            _order(self.number, other.number),
            _order(self.day, other.day),
            self._stage_against(other),
        }
        if sides := said & {-1, 1}:
            return sides.pop() if len(sides) == 1 else None
        if None in said:
            return None
        return _order(self.download, other.download) or _order(other.is_copy, self.is_copy)

    def _stage_against(self, other: Version) -> int | None:
        for draft, plain in ((self, other), (other, self)):
            if draft.stage == _STAGES["draft"] and plain.stage is None and (plain.number or plain.day):
                return None  # that may be a draft too
        return _order(self.stage or 0, other.stage or 0)


def version_of(name: str) -> Version:
    """What a file's name says."""
    stem = text = PurePath(name).stem
    marks: list[re.Match[str]] = []

    def taken(*patterns: re.Pattern[str]) -> list[re.Match[str]]:
        """What these find, which nothing finds again."""
        nonlocal text
        found = []
        for pattern in patterns:
            found += (here := list(pattern.finditer(text)))
            text = pattern.sub(lambda match: "\0" * len(match.group()), text)
            marks.extend(here)
        return found

    copies, days = taken(_COPY), taken(*_DAYS)
    drafts, numbers, stages, downloads = taken(_NTH_DRAFT), taken(_NUMBER), taken(_STAGE), taken(_DOWNLOAD)
    decimal = not (drafts or numbers) and bool(numbers := taken(_DECIMAL))
    ranks = [_STAGES[stage["stage"].lower()] for stage in stages]
    ranks += [_STAGES["draft"] for number in (*drafts, *numbers) if "draft" in number.group().lower()]
    parts = [int(draft["n"] or _NTHS.index(draft["nth"].lower()) + 1) for draft in drafts]
    for number in numbers:
        told = number.groupdict(default="")
        parts += map(int, re.findall(r"\d+", told["number"]))
        parts += map(ord, (told.get("letter", "") + told.get("letters", "")).lower())
    while parts and parts[-1] == 0:
        parts.pop()
    before, _, after = text.partition("\0")
    work, rest = (_plain(before), _plain(after)) if _plain(before) else (_plain(text), "")
    return Version(
        work,
        rest,
        " ".join(stem[mark.start() : mark.end()].strip(" _-") for mark in sorted(marks, key=re.Match.start)),
        tuple(parts) if drafts or numbers else None,
        decimal,
        sum(ranks) if ranks else None,
        max(map(_day, days), default=None),
        max((int(download["n"]) for download in downloads), default=0),
        bool(copies),
    )


def _day(match: re.Match[str]) -> tuple[int, int, int]:
    year, month, day = match["y"] or "0", match["m"], match["d"] or "0"
    number = int(month) if month.isdigit() else month_number(month) or 0
    return int(year) + (2000 if len(year) == 2 else 0), number, int(day)


def _order(one: Any, other: Any) -> int | None:
    """Which comes first: -1 for the first, 1 for the second, 0 for neither; None where only one is there."""
    if (one is None) != (other is None):
        return None
    return (one > other) - (one < other) if one is not None else 0


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
