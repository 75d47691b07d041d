"""What a recogniser is: patterns with a bound on their time, the context they need, and a test of what they matched.

A recogniser knows nothing of Presidio; `engine` hands it over. Its examples stand beside it: `HITS` mark with « » what
must be found, `MISSES` hold nothing to find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

import regex

from reviewdocs.model.mentions import Category

SECONDS = 20.0
"""Longest time one pattern may take over one block of text; beyond it the job stops."""

_AS_WRITTEN = int(regex.MULTILINE)
_ANY_CASE = int(regex.MULTILINE | regex.IGNORECASE)

FIGURE = r"\d"
"""Anchor of what cannot do without a figure."""

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
        anchor: expression that stands in every match or just after it, on the line where the match begins or the next;
            only the lines about it are searched. It finds the same and spares the time: a pattern that begins with any
            capitalised word is tried at every one of them, one with figures at every word.
    """

    expression: str
    score: float = 0.85
    context: str = ""
    before: int = 40
    after: int = 0
    accept: Callable[[Match], bool] | None = None
    any_case: bool = False
    anchor: str = ""

    def find(self, text: str, seconds: float | None = None, anchor: str = "") -> Iterator[tuple[int, int]]:
        """Every place found; `seconds` bounds the time, `SECONDS` unless told; `anchor` where the pattern has none.

        Raises:
            TimeoutError: when the pattern takes too long.
        """
        for match in self._matches(text, SECONDS if seconds is None else seconds, self.anchor or anchor):
            start, end = match.span("x" if "x" in match.re.groupindex else 0)
            if start < end and (self.accept is None or self.accept(match)) and self._in_context(text, start, end):
                yield start, end

    def _matches(self, text: str, seconds: float, anchor: str) -> Iterator[Match]:
        flags = _ANY_CASE if self.any_case else _AS_WRITTEN
        if not anchor:
            yield from _compiled(self.expression, flags).finditer(text, timeout=seconds)
            return
        position = 0
        for first, last in _lines(text, _compiled(anchor, flags)):
            # The line after is searched too, so that what looks ahead sees it, but nothing is taken that begins there.
            beyond = text.find("\n", last + 1)
            for match in _compiled(self.expression, flags).finditer(
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


_DEFINED: dict[str, str] = {}


def defined(name: str, expression: str) -> str:
    """Give an expression that patterns repeat a name, and get the call of it: compiled once in each pattern, not at
    every place, which takes most of the time that long lists of words cost."""
    _DEFINED[name] = expression
    return f"(?&{name})"


@cache
def _compiled(expression: str, flags: int) -> regex.Pattern[str]:
    """A pattern, compiled when it is first needed: all of them take a second, and a short text needs few."""
    called = "".join(f"(?P<{name}>{body})" for name, body in _DEFINED.items() if f"(?&{name})" in expression)
    return regex.compile(f"(?(DEFINE){called}){expression}" if called else expression, flags)


@lru_cache(maxsize=64)
def _lines(text: str, anchor: regex.Pattern[str]) -> tuple[tuple[int, int], ...]:
    """Start and end of each stretch of whole lines that hold the anchor, the line before it included, for a label often
    ends the line above; in order and apart. Kept, as many patterns have one anchor."""
    stretches: list[tuple[int, int]] = []
    found = anchor.search(text, timeout=SECONDS)
    while found:
        line = text.rfind("\n", 0, found.start())
        first = text.rfind("\n", 0, max(line, 0)) + 1
        end = text.find("\n", found.end())
        last = len(text) if end < 0 else end
        if stretches and first <= stretches[-1][1] + 1:
            stretches[-1] = stretches[-1][0], last
        else:
            stretches.append((first, last))
        found = anchor.search(text, last, timeout=SECONDS) if last < len(text) else None
    return tuple(stretches)


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Finds one kind of thing.

    Attributes:
        name: stands in reports.
        category: of what it finds.
        patterns: how that is written.
        anchor: of every pattern that has none of its own.
        weak: whether it sees only how a thing is written: what it finds counts where no other recogniser finds a thing.
    """

    name: str
    category: Category
    patterns: tuple[Pattern, ...]
    anchor: str = ""
    weak: bool = False

    def find(self, text: str, seconds: float | None = None) -> Iterator[tuple[int, int, float]]:
        """Every place found as (start, end, score); `seconds` bounds each pattern's time.

        Raises:
            TimeoutError: when a pattern takes too long.
        """
        for pattern in self.patterns:
            for start, end in pattern.find(text, seconds, self.anchor):
                yield start, end, pattern.score
