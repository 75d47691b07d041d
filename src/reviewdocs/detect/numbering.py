"""Numbers of paragraphs: they look like clock times ("14.10 The panel heard…") and like days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

_BEGINS = regex.compile(r"(?m)^[ \t]*(\d{1,2})\.(\d{1,2})\.?(?=[ \t]+\S)")
_IN_CONTENTS = regex.compile(r"(?m)^[ \t]*(\d{1,2}\.\d{1,2})\.?[ \t][^\n]*?(?:\.{3,}|…)[ \t]*\d{1,3}[ \t]*$")
_HOURS, _MINUTES = 24, 60
_RUN, _LONG_RUN = 3, 5
"""How many numbers must follow one another that begin a line: some of which no clock can show, or any. A log has the
minutes of one hour in a row more rarely than that."""

Number = tuple[int, int, str]


def numbering(texts: Iterable[str]) -> frozenset[str]:
    """The numbers, as written, that count the paragraphs of a document.

    Args:
        texts: of its paragraphs, in order.
    """
    found: set[str] = set()
    begun: list[Number] = []
    for text in texts:
        found.update(match[1] for match in _IN_CONTENTS.finditer(text))
        begun += [(int(match[1]), int(match[2]), f"{match[1]}.{match[2]}") for match in _BEGINS.finditer(text)]
    for run in _runs(begun):
        if len(run) >= _LONG_RUN or (len(run) >= _RUN and not all(map(_of_a_clock, run))):
            found.update(written for *_, written in run)
    return frozenset(found)


def _runs(numbers: Iterable[Number]) -> Iterator[list[Number]]:
    """The numbers parted where one does not follow the one before it."""
    run: list[Number] = []
    for number in numbers:
        if run and not _follows(run[-1], number):
            yield run
            run = []
        run.append(number)
    yield run


def _follows(before: Number, after: Number) -> bool:
    """Whether it is the next paragraph, or the first of the next chapter."""
    chapter, paragraph = before[0], before[1]
    return after[:2] == (chapter, paragraph + 1) or (after[0] == chapter + 1 and after[1] <= 1)


def _of_a_clock(number: Number) -> bool:
    hour, minute, written = number
    return hour < _HOURS and minute < _MINUTES and len(written.rpartition(".")[2]) > 1
