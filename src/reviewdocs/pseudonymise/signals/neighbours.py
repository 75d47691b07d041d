"""The words on either side: of the same name, somebody else's, a title, kin or role, a number, an unknown name."""

from __future__ import annotations

from reviewdocs.language.kin import ALL_ROLE_WORDS
from reviewdocs.language.lexicon import forename_shares, frequency, surname_share
from reviewdocs.language.titles import TITLES
from reviewdocs.pseudonymise.document import shape_of
from reviewdocs.pseudonymise.model import Candidate, Likeness
from reviewdocs.pseudonymise.propose.atoms import Atom
from reviewdocs.pseudonymise.propose.bearers import KIN_WORDS
from reviewdocs.pseudonymise.signals.place import Example, Place, Signal

_GAPS = {" ": 1, "": 2, "-": 3, "'": 4, "’": 4, ", ": 5, ".": 6, ". ": 6, "/": 7, " & ": 7, "\n": 8, " (": 9, ": ": 10}
_USUAL_NAME = -2.3
_UNUSUAL_WORD = 4.0
_SURELY = frozenset({Likeness.EXACT, Likeness.INITIAL})
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
_NOBODY = (0.0,) * len(_COLUMNS)


def _gap(gap: str) -> int:
    """What stands between, as one of a few kinds."""
    known = _GAPS.get(gap)
    return known if known is not None else 8 if "\n" in gap else 11 if "|" in gap or "\t" in gap else 12


def _side(place: Place, step: int) -> tuple[float, ...]:
    atom = place.beside(step)
    if atom is None:
        return _NOBODY
    close = place.close(step)
    other = place.passage.proposed.at.get(place.index + step)
    return (
        _gap(place.gap(step)),
        *_who(place, other if close else None),
        *_word(atom, close=close, candidate=other is not None),
        *_second(place, step),
    )


def _who(place: Place, other: Candidate | None) -> tuple[float, ...]:
    """Whether the candidate beside is of the same name, or of somebody's who is permitted; None where none is close."""
    if other is None:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    mine, entities = place.candidate.entities, place.passage.known.entities
    same = not mine.isdisjoint(other.entities)
    clear = {entity for entity in other.entities if not entities[entity].ref}
    return same, 1.0, same and _another_part(place.candidate, other), not clear.isdisjoint(mine), bool(clear)


def _another_part(candidate: Candidate, other: Candidate) -> bool:
    """Whether the other is surely another part of the name of one whom the candidate may mean."""
    mine, part = candidate.entities, candidate.best.part
    for reading in other.readings:
        if reading.likeness in _SURELY and reading.part is not part and reading.entity in mine:
            return True
    return False


def _word(atom: Atom, *, close: bool, candidate: bool) -> tuple[float, ...]:
    """What the word beside is by itself."""
    word, usual = atom.word, frequency(atom.word)
    if not close:
        return 0.0, 0.0, 0.0, word.isdigit(), usual, 0.0, 0.0, 0.0
    capital = atom.text[:1].isupper()
    return (
        shape_of(atom.text) + 1,
        word in TITLES,
        _is_kin_or_role(word),
        word.isdigit(),
        usual,
        capital and not candidate and usual < _UNUSUAL_WORD and len(word) > 1,
        max(forename_shares(word)) > _USUAL_NAME,
        capital and surname_share(word) > _USUAL_NAME,
    )


def _second(place: Place, step: int) -> tuple[float, ...]:
    """What the word after next is."""
    atom = place.beside(2 * step)
    if atom is None:
        return 0.0, 0.0, 0.0, 0.0
    other = place.passage.proposed.at.get(place.index + 2 * step)
    same = other is not None and not place.candidate.entities.isdisjoint(other.entities)
    return same, other is not None, _is_kin_or_role(atom.word), atom.text[:1].isupper()


def _is_kin_or_role(word: str) -> bool:
    return word in ALL_ROLE_WORDS or word in KIN_WORDS


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
