"""What is looked for of an identifier or address: its letters and figures, with nothing between them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from reviewdocs.names.folding import fold_text

_LIKE_FIGURES = str.maketrans("oil", "011")
"""Letters that scanners and typists take for figures; both sides are read so."""
_SURE_LENGTH, _SURE_FIGURES = 9, 6
"""As many letters and figures, and figures among them, stand in this order by chance nowhere."""
_SHORT = 7
_GAP_SURE, _GAP, _GAP_SHORT = 8, 3, 1
"""How many other characters may stand between two of its own."""
_SPACES = re.compile(r"\s+")
_LISTED = re.compile(r"[,;]")
"""What parts two numbers of a list."""


class _Squeezes(dict[int, str | None]):
    """What is left of each character: its folded letters and figures, worked out when it is first met; None where
    nothing is, for `translate` is slower with empty strings."""

    def __missing__(self, code: int) -> str | None:
        folded = fold_text(unicodedata.normalize("NFKC", chr(code)))
        self[code] = kept = "".join(filter(str.isalnum, folded)).translate(_LIKE_FIGURES) or None
        return kept


_squeezes = _Squeezes()


def squeezed(text: str) -> str:
    """The letters and figures of a text and nothing else."""
    return text.translate(_squeezes)


def places(text: str) -> list[int]:
    """Where in a text each character of `squeezed` stands."""
    return [index for index, character in enumerate(text) for _ in _squeezes[ord(character)] or ""]


def alphanumeric(text: str) -> str:
    """Folded letters and figures, as written: what `squeezed` reads, letters not taken for figures."""
    return "".join(filter(str.isalnum, fold_text(text)))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A spelling of a detail.

    Attributes:
        text: its folded letters and figures.
        before, after: what beside it belongs to it ("+44 (0)", "Flat 3,"); expressions that end, or begin, at it.
        as_name: its words are ordinary, or it may be part of another name: only where it is written as a name of its
            own is it meant.
    """

    text: str
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    as_name: bool = False
    figures: tuple[int, ...] = field(init=False)
    """Where its figures are."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "figures", tuple(i for i, c in enumerate(self.text) if c.isdigit()))

    @property
    def key(self) -> str:
        """What it is in a squeezed text."""
        return squeezed(self.text)

    @property
    def sure(self) -> bool:
        """Whether it is long enough to be itself wherever it stands."""
        return len(self.text) >= _SURE_LENGTH and len(self.figures) >= _SURE_FIGURES

    def parted(self, between: str) -> bool:
        """Whether what stands between two of its characters is too much for them to be of one thing."""
        most = _GAP_SURE if self.sure else _GAP_SHORT if len(self.text) < _SHORT else _GAP
        listed = not self.sure and self.text.isdigit() and _LISTED.search(between)
        return len(_SPACES.sub(" ", between)) > most or bool(listed)

    def bounded(self, text: str, start: int, end: int) -> bool:
        """Whether nothing touches [start, end) that would make it a part of something else."""
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        if self.sure:
            return not (before.isdigit() or after.isdigit())
        return not (before.isalnum() or after.isalnum())
