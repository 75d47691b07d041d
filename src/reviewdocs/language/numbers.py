"""Numbers in words."""

from __future__ import annotations

UNITS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
"""One to nineteen, in order."""
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
"""Twenty to ninety, in order."""
UNIT = "|".join(UNITS[:9])
"""One to nine, as alternatives of an expression."""
SIMPLE = "|".join((*UNITS, *TENS))
"""Every number of one word, as alternatives of an expression; a longer word stands behind the one it begins with, so
that what follows must end a word."""
_FIRST_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
ORDINALS = (
    *(*_FIRST_ORDINALS, "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth", *(f"twenty-{unit}" for unit in _FIRST_ORDINALS)),
    *("thirtieth", "thirty-first"),
)
"""First to thirty-first, the days of a month, in order."""

SUFFIX = "(?:st|nd|rd|th)"
"""What follows the figures of an ordinal."""


def number(text: str) -> int | None:
    """A whole number in figures, or in words up to ninety-nine."""
    plain = text.casefold().replace(" ", "-")
    if plain.isdecimal():
        return int(plain)
    tens, _, unit = plain.partition("-")
    if plain in UNITS:
        return UNITS.index(plain) + 1
    if tens in TENS and (not unit or unit in UNITS[:9]):
        return 20 + 10 * TENS.index(tens) + (UNITS.index(unit) + 1 if unit else 0)
    return None


def in_words(count: int, *, most: int) -> str:
    """A number as it stands in running text: in words up to `most` (nineteen at most), "no" for none."""
    return (("no", *UNITS)[count]) if 0 <= count <= most else str(count)


def suffix_of(day: int) -> str:
    """What the figures of a day of a month take: "st" for 21."""
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
