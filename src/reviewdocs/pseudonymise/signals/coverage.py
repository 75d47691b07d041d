"""How much of a name of several words stands here in one stretch."""

from __future__ import annotations

from reviewdocs.pseudonymise.propose.bearers import SMALL_WORDS
from reviewdocs.pseudonymise.signals.place import Example, Place, Signal

_REACH = 5


def _stretch(place: Place, entity: int) -> tuple[int, bool]:
    """(different words of the entity's names in one stretch with this one, whether all of them have a capital)."""
    atoms, words, capital = place.passage.atoms, {place.word}, place.candidate.text[:1].isupper()
    for step in (-1, 1):
        at = place.index + step
        while 0 <= at < len(atoms) and abs(at - place.index) <= _REACH:
            if entity in place.passage.entities(at):
                words.add(atoms[at].word)
                capital = capital and atoms[at].text[:1].isupper()
            elif atoms[at].word not in SMALL_WORDS:
                break
            at += step
    return len(words), capital


def _see(place: Place) -> tuple[float, ...]:
    known, most, share, capital = place.passage.known.bearers, 0, 0.0, False
    for bearer in place.bearers:
        found, written = _stretch(place, bearer)
        if found > most or (found == most and written):
            most, capital = found, written
        share = max(share, found / max(1, len(known.words[bearer])))
    return (most, share, capital and most > 1)


SIGNAL = Signal(
    name="coverage",
    sees="how many words of one name stand here side by side",
    columns=("words side by side", "share of the name's words", "all with a capital"),
    see=_see,
    hits=(
        Example("Seen with Saffron Quillfeather today.", "Saffron", "words side by side"),
        Example("Seen at Fernhill Primary School today.", "Primary", "share of the name's words"),
        Example("Seen with Hope Marrow today.", "Hope", "all with a capital"),
    ),
    misses=(
        Example("Seen with Saffron today.", "Saffron", "words side by side"),
        Example("Seen at Fernhill today.", "Fernhill", "share of the name's words"),
        Example("Seen with hope, Marrow today.", "hope", "all with a capital"),
    ),
)
