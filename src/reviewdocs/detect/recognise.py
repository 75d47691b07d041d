"""What a recogniser is: patterns with a bound on their time, the context they need, and a test of what they matched.

A recogniser knows nothing of Presidio; `engine` hands it over. Its examples stand beside it: `HITS` mark with « » what
must be found, `MISSES` hold nothing to find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import regex

from reviewdocs.model.mentions import Category

SECONDS = 20.0
"""Longest time one pattern may take over one block of text; beyond it the job stops."""

Match: TypeAlias = "regex.Match[str]"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which something is written.

    Attributes:
        expression: regular expression; a group named `x` is what is found, else the whole match.
        score: confidence from 0 to 1.
        context: expression of which a match must stand near, case not counting; empty when none is needed.
        before, after: how many code points near is, on either side, within the same paragraph or the one before it.
        accept: test of the match; None accepts all.
        any_case: case does not count in `expression`.
        anchor: expression that stands in every match or just after it, on a line where the match begins; only the
            lines that hold it are searched. It finds the same and spares the time: a pattern that begins with any
            capitalised word is tried at every one of them.
    """

    expression: str
    score: float = 0.85
    context: str = ""
    before: int = 40
    after: int = 0
    accept: Callable[[Match], bool] | None = None
    any_case: bool = False
    anchor: str = ""

    def find(self, text: str, seconds: float | None = None) -> Iterator[tuple[int, int]]:
        """Every place found; `seconds` bounds the time, `SECONDS` unless told.

        Raises:
            TimeoutError: when the pattern takes too long.
        """
        for match in self._matches(text, SECONDS if seconds is None else seconds):
            start, end = match.span("x" if "x" in match.re.groupindex else 0)
            if start < end and (self.accept is None or self.accept(match)) and self._in_context(text, start, end):
                yield start, end

    def _matches(self, text: str, seconds: float) -> Iterator[Match]:
        flags = regex.MULTILINE | (regex.IGNORECASE if self.any_case else 0)
        if not self.anchor:
            yield from _compiled(self.expression, flags).finditer(text, timeout=seconds)
            return
        position = 0
        for first, last in _lines(text, _compiled(self.anchor, flags)):
            # The line after is searched too, so that what looks ahead sees it, but nothing is taken that begins there.
            beyond = text.find("\n", last + 1)
            expression = _compiled(self.expression, flags)
            for match in expression.finditer(
                text, max(first, position), len(text) if beyond < 0 else beyond, timeout=seconds
            ):
                if match.start() > last:
                    break
                position = match.end()
                yield match

    def _in_context(self, text: str, start: int, end: int) -> bool:
        if not self.context:
            return True
        near = _compiled(self.context, regex.IGNORECASE)
        before, after = text[max(0, start - self.before) : start], text[end : end + self.after]
        return bool(near.search(before, timeout=SECONDS) or near.search(after, timeout=SECONDS))


@cache
def _compiled(expression: str, flags: int) -> regex.Pattern[str]:
    """A pattern, compiled when it is first needed: all of them take two seconds, and a short text needs few."""
    return regex.compile(expression, flags)


def _lines(text: str, anchor: regex.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch of whole lines that hold the anchor, in order and apart."""
    first = last = -1
    for found in anchor.finditer(text, timeout=SECONDS):
        if found.end() <= last:
            continue
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end())
        if start > last >= 0:
            yield first, last
        if start > last:
            first = start
        last = len(text) if end < 0 else end
    if last >= 0:
        yield first, last


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Finds one kind of thing; `name` stands in reports."""

    name: str
    category: Category
    patterns: tuple[Pattern, ...]

    def find(self, text: str, seconds: float | None = None) -> Iterator[tuple[int, int, float]]:
        """Every place found as (start, end, score); `seconds` bounds each pattern's time.

        Raises:
            TimeoutError: when a pattern takes too long.
        """
        for pattern in self.patterns:
            for start, end in pattern.find(text, seconds):
                yield start, end, pattern.score
