"""Of a word of the calendar ("May", "Autumn", "Friday"): how near others, numbers and words of time stand."""

from __future__ import annotations

from reviewdocs.language.calendar import MONTH_CUT, MONTH_IN_FULL, SEASON, WEEKDAY_CUT, WEEKDAY_IN_FULL
from reviewdocs.pseudonymise.signals.place import Example, Place, Signal

_REACH = 6
_NAMES = frozenset("|".join((MONTH_IN_FULL, MONTH_CUT, WEEKDAY_IN_FULL, WEEKDAY_CUT, SEASON)).split("|"))
_TIMES = frozenset(
    f"{word}{plural}" for word in ("day", "week", "weekend", "month", "term", "season", "year") for plural in ("", "s")
)
_NOT_ONE = (0.0,) * 5


def _see(place: Place) -> tuple[float, ...]:
    if place.word not in _NAMES:
        return _NOT_ONE
    name = time = number = _REACH + 1
    for step in range(1, _REACH + 1):
        for atom in (place.beside(-step), place.beside(step)):
            if atom is None:
                continue
            if atom.word in _NAMES:
                name = min(name, step)
            elif atom.word in _TIMES:
                time = min(time, step)
            elif atom.word[0].isdigit():
                number = min(number, step)
    end = place.candidate.end
    return 1.0, name, time, number, place.text[end : end + 2] in ("'s", "’s")


SIGNAL = Signal(
    name="dated",
    sees="of a month, season or day of the week: how near others, words of time and numbers stand",
    columns=(
        "of the calendar",
        "words to another of the calendar",
        "words to a word of time",
        "words to a number",
        "of the calendar, with 's",
    ),
    see=_see,
    hits=(
        Example("Seen with May today.", "May", "of the calendar"),
        Example("Seen with May today.", "May", "words to another of the calendar"),
        Example("Seen with May today.", "May", "words to a word of time"),
        Example("Seen with May today.", "May", "words to a number"),
        Example("Seen in May's room.", "May", "of the calendar, with 's"),
    ),
    misses=(
        Example("Seen with Hope today.", "Hope", "of the calendar"),
        Example("Seen in April and May.", "May", "words to another of the calendar"),
        Example("May was the month in which she left.", "May", "words to a word of time"),
        Example("Seen on 3 May 2022.", "May", "words to a number"),
        Example("Seen in May.", "May", "of the calendar, with 's"),
    ),
)
