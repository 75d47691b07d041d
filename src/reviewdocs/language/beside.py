"""What usually stands beside a word of English, in a few numbers: words that stand beside like words have like numbers.

The figures are others' counts of pairs of words in books (see the head of the data file), made small by
`training.beside`. They say nothing of any one text.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

DIMENSIONS, LEVELS = 12, 91
"""How many numbers tell what follows, and as many what precedes; and how many values each has."""
_MIDDLE = ord("!") + LEVELS // 2
NOTHING = bytes(DIMENSIONS)
"""What is told of a word that is not among the most frequent."""
_UNKNOWN = (NOTHING, NOTHING)


@cache
def _told() -> dict[str, tuple[bytes, bytes]]:
    data = resources.files("reviewdocs.language.data").joinpath("beside.txt").read_bytes()
    fields = b" ".join([line for line in data.splitlines() if not line.startswith(b"# ")]).split(b" ")
    words = b" ".join(fields[::3]).decode("ascii").split()
    return dict(zip(words, zip(fields[1::3], fields[2::3], strict=True), strict=True))


def load() -> None:
    """Read the file now rather than when it is first asked."""
    _told()


def followed(word: str) -> bytes:
    """What usually follows a folded word: `DIMENSIONS` numbers above 0; `NOTHING` where the word is rare."""
    return _told().get(word, _UNKNOWN)[0]


def preceded(word: str) -> bytes:
    """What usually precedes a folded word, as in `followed`."""
    return _told().get(word, _UNKNOWN)[1]


def fits(first: str, second: str) -> float:
    """How much oftener one folded word follows another than words do by chance; 0 where either is rare."""
    left, right = followed(first), preceded(second)
    if not (left[0] and right[0]):
        return 0.0
    return float(sum([(a - _MIDDLE) * (b - _MIDDLE) for a, b in zip(left, right, strict=True)]))
