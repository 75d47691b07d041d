"""How usual a word of English is, and how usual as a name: figures, never a verdict.

The figures are others' (see the heads of the data files): words from wordfreq's blend of books, subtitles, news and the
web; names from the counts of a census. What is in neither file is rare, which is a figure too.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from itertools import repeat

RARE_NAME = -4.0
"""The share of a name that nobody counted bears, as a power of ten of per cent."""


@cache
def _levels(name: str) -> dict[str, dict[str, float]]:
    """The sections of a data file, each a table from word to figure; a line is a figure and the words that have it."""
    sections: dict[str, dict[str, float]] = {}
    table: dict[str, float] = {}
    text = resources.files("reviewdocs.language.data").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("["):
            table = sections.setdefault(line.strip("[]"), {})
            continue
        figure, _, words = line.partition(" ")
        table.update(zip(words.split(), repeat(float(figure)), strict=False))
    return sections


@cache
def _words() -> dict[str, float]:
    return _levels("words.txt")["words"]


def frequency(word: str) -> float:
    """How often a folded word occurs in English, on the Zipf scale: the power of ten of its count in a thousand million
    words ("the" 7.7, "summer" 5.0, below 2.8 counted as 0)."""
    return _words().get(word, 0.0)


def load() -> None:
    """Read both files now rather than when they are first asked."""
    _words()
    _levels("names.txt")


def surname_share(name: str) -> float:
    """How many bear a folded surname, as a power of ten of per cent ("smith" 0.0); `RARE_NAME` where nobody counted."""
    return _levels("names.txt")["surnames"].get(name, RARE_NAME)


def forename_shares(name: str) -> tuple[float, float]:
    """How many men, and how many women, bear a folded forename; figures as in `surname_share`."""
    names = _levels("names.txt")
    return names["men"].get(name, RARE_NAME), names["women"].get(name, RARE_NAME)


def names(kind: str) -> dict[str, float]:
    """Every counted name of a kind (`surnames`, `men`, `women`) with its share, as in `surname_share`."""
    return _levels("names.txt")[kind]
