"""How usual the word is in English, and how usual as a name."""

from __future__ import annotations

from reviewdocs.language.lexicon import RARE_NAME, forename_shares, frequency, surname_share
from reviewdocs.pseudonymise.signals.place import Example, Place, Signal


def _see(place: Place) -> tuple[float, ...]:
    word = place.word
    usual, borne, (men, women) = frequency(word), surname_share(word), forename_shares(word)
    return (usual, borne, men, women, usual - max(borne, men, women), max(borne, men, women) > RARE_NAME)


SIGNAL = Signal(
    name="frequency",
    sees="how usual the word is, and how usual as a surname or a forename",
    columns=("as a word", "as a surname", "as a man's name", "as a woman's name", "rather a word", "is borne by some"),
    see=_see,
    hits=(
        Example("Seen with May at home.", "May", "as a word"),
        Example("Seen with May at home.", "May", "as a woman's name"),
        Example("Seen with May at home.", "May", "is borne by some"),
    ),
    misses=(
        Example("Seen with Quillfeather at home.", "Quillfeather", "as a word"),
        Example("Seen with Quillfeather at home.", "Quillfeather", "as a woman's name"),
        Example("Seen with Quillfeather at home.", "Quillfeather", "is borne by some"),
    ),
)
