"""What usually stands beside the words on either side, and whether this word does: "scarlet fever", "a bill for"."""

from __future__ import annotations

from reviewdocs.language.beside import DIMENSIONS, NOTHING, fits, followed, preceded
from reviewdocs.pseudonymise.signals.place import Example, Place, Signal

_EACH = range(1, DIMENSIONS + 1)


def _see(place: Place) -> tuple[float, ...]:
    before, after, word = place.beside(-1), place.beside(1), place.word
    return (
        fits(before.word, word) if before else 0.0,
        fits(word, after.word) if after else 0.0,
        *(followed(before.word) if before else NOTHING),
        *(preceded(after.word) if after else NOTHING),
    )


SIGNAL = Signal(
    name="usual",
    sees="what usually stands beside the words on either side, and whether this word does",
    columns=(
        "usual after the word before",
        "usual before the word after",
        *(f"what the word before is: {number}" for number in _EACH),
        *(f"what the word after is: {number}" for number in _EACH),
    ),
    see=_see,
    hits=(
        Example("Seen on a long Hope road.", "Hope", "usual before the word after"),
        Example("She had a little Hope.", "Hope", "usual after the word before"),
        Example("Seen by Hope today.", "Hope", "what the word before is: 1"),
        Example("Seen by Hope today.", "Hope", "what the word after is: 1"),
    ),
    misses=(
        Example("Seen with Hope Marrow.", "Hope", "usual before the word after"),
        Example("Quillfeather Hope rang.", "Hope", "usual after the word before"),
        Example("Hope.", "Hope", "what the word before is: 1"),
        Example("Hope.", "Hope", "what the word after is: 1"),
    ),
)
