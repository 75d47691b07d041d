"""The words on either side: of the same name, somebody else's, a title, kin or role, a number, an unknown name."""

from __future__ import annotations

from reviewdocs.language.kin import ALL_ROLE_WORDS
from reviewdocs.language.lexicon import forename_shares, frequency, surname_share
from reviewdocs.language.titles import TITLES
from reviewdocs.pseudonymise.document import shape_of
from reviewdocs.pseudonymise.model import Likeness
from reviewdocs.pseudonymise.propose.bearers import KIN_WORDS
from reviewdocs.pseudonymise.signals.place import Example, Place, Signal

_GAPS = {" ": 1, "": 2, "-": 3, "'": 4, "’": 4, ", ": 5, ".": 6, ". ": 6, "/": 7, " & ": 7, "\n": 8, " (": 9, ": ": 10}
_USUAL_NAME = -2.3
_UNUSUAL_WORD = 4.0
_COLUMNS = (
    "gap",
    "same entity",
    "some candidate",
    "same entity, another part",
    "same permitted person",
    "some permitted person",
    "shape",
    "title",
    "kin or role",
    "number",
    "frequency",
    "unknown with a capital",
    "usual forename",
    "usual surname",
    "second is same entity",
    "second is some candidate",
    "second is kin or role",
    "second has a capital",
)


def _gap(gap: str) -> int:
    """What stands between, as one of a few kinds."""
    known = _GAPS.get(gap)
    return known if known is not None else 8 if "\n" in gap else 11 if "|" in gap or "\t" in gap else 12


def _side(place: Place, step: int) -> tuple[float, ...]:
    passage, at = place.passage, place.index + step
    atom = place.beside(step)
    if atom is None:
        return (0.0,) * len(_COLUMNS)
    close, mine, word = place.close(step), place.candidate.entities, atom.word
    other = passage.proposed.at.get(at)
    same = other is not None and close and not mine.isdisjoint(other.entities)
    part = place.candidate.best.part
    another = same and any(
        reading.entity in mine and reading.part is not part
        for reading in other.readings  # type: ignore[union-attr]
        if reading.likeness in (Likeness.EXACT, Likeness.INITIAL)
    )
    kinds = passage.known
    clear = {e for e in other.entities if not kinds.entities[e].ref} if other is not None and close else set()
    usual = frequency(word)
    capital = atom.text[:1].isupper()
    men, women = forename_shares(word)
    beyond = place.beside(2 * step)
    further = passage.proposed.at.get(at + step)
    return (
        _gap(place.gap(step)),
        same,
        close and other is not None,
        another,
        not clear.isdisjoint(mine),
        bool(clear),
        shape_of(atom.text) + 1 if close else 0,
        close and word in TITLES,
        close and (word in ALL_ROLE_WORDS or word in KIN_WORDS),
        word.isdigit(),
        usual,
        close and capital and other is None and usual < _UNUSUAL_WORD and len(word) > 1,
        close and max(men, women) > _USUAL_NAME,
        close and capital and surname_share(word) > _USUAL_NAME,
        further is not None and not mine.isdisjoint(further.entities),
        further is not None,
        beyond is not None and (beyond.word in ALL_ROLE_WORDS or beyond.word in KIN_WORDS),
        beyond is not None and beyond.text[:1].isupper(),
    )


def _see(place: Place) -> tuple[float, ...]:
    return (*_side(place, -1), *_side(place, 1))


SIGNAL = Signal(
    name="neighbours",
    sees="what the words before and after are",
    columns=(*(f"before: {column}" for column in _COLUMNS), *(f"after: {column}" for column in _COLUMNS)),
    see=_see,
    hits=(
        Example("Seen with Saffron Quillfeather today.", "Saffron", "after: same entity, another part"),
        Example("Seen with Mrs Marrow today.", "Marrow", "before: title"),
        Example("Seen with her sister Hope today.", "Hope", "before: kin or role"),
        Example("Marrow and Blenkin are a firm. Hope Blenkin rang.", "Hope", "after: unknown with a capital"),
        Example("Ruth Long chaired.", "Long", "before: same permitted person"),
    ),
    misses=(
        Example("Seen with Saffron today.", "Saffron", "after: same entity, another part"),
        Example("Seen with Marrow today.", "Marrow", "before: title"),
        Example("Seen with the hope of a Hope today.", "Hope", "before: kin or role"),
        Example("Seen with Hope Marrow.", "Hope", "after: unknown with a capital"),
        Example("It took Long to answer.", "Long", "before: same permitted person"),
    ),
)
