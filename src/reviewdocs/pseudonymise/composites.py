"""Whole mentions put together from neighbouring parts: title, initials, given names, surname, in any official order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from rapidfuzz.distance import DamerauLevenshtein

from reviewdocs.names.entities import HUMAN, PARTICLES, Entity, words_of
from reviewdocs.names.listing import listed
from reviewdocs.names.things import GENERIC
from reviewdocs.names.titles import TITLES, Field
from reviewdocs.names.variants import FAMILY, GIVEN, Form, Part
from reviewdocs.names.words import is_ordinary
from reviewdocs.pseudonymise.reading import Reading
from reviewdocs.pseudonymise.titled import rank_after, title_before

_JOINTS = frozenset({" ", ". ", ".", "-", "_", ""})
_AFTER_INITIAL = frozenset({". ", "."})
_OPENING = frozenset({" (", ' "', " “", " '"})
_CLOSING = frozenset({") ", '" ', "” ", "' "})
_INITIAL_JOINTS = frozenset({" ", ". ", ".", "_"})


class Extra(StrEnum):
    """Parts of a mention that are no form of a name."""

    INITIAL = "initial"
    MISSPELT = "misspelt part"


@dataclass(frozen=True, slots=True)
class Composite:
    """One entity's reading of a stretch of text.

    Attributes:
        first, last: tokens of the name, initials included and title not.
        entity: index of the entity.
        parts: what the tokens are, in order.
        title_first: token where the title begins; `first` when there is none.
        title: the title's last word, folded; empty when there is none.
        bracketed: whether a title in brackets follows and belongs to it, as in "OKAFOR Dawn (Mrs)".
        conflict: an initial stands before the surname that is none of this entity's.
    """

    first: int
    last: int
    entity: int
    parts: tuple[Part | Extra, ...]
    title_first: int
    title: str = ""
    bracketed: bool = False
    conflict: bool = False

    @property
    def weight(self) -> int:
        """How many parts of the name stand there."""
        return len(self.parts)


@dataclass(slots=True)
class Hits:
    """Forms found in one paragraph, by the token they begin at and by entity."""

    by_start: dict[int, dict[int, list[tuple[int, Part]]]] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading, found: Iterable[tuple[int, int, Sequence[Form]]]) -> Hits:
        """Place the matcher's hits on the tokens of a reading; those that cut a token are dropped."""
        hits = cls()
        for start, end, forms in found:
            tokens = reading.tokens_of(start, end)
            if tokens is None:
                continue
            entities = hits.by_start.setdefault(tokens[0], {})
            for form in forms:
                entities.setdefault(form.entity, []).append((tokens[1], form.part))
        return hits

    def longest(self, index: int, entity: int) -> tuple[int, Part] | None:
        """The longest form of the entity that begins at token `index` and is a part of a name."""
        found = [hit for hit in self.by_start.get(index, {}).get(entity, ()) if hit[1] not in _NOT_COMBINED]
        return max(found, key=lambda hit: hit[0], default=None)


PIECES = frozenset({Part.PIECE, Part.FORMER_PIECE})
_NOT_COMBINED = frozenset({Part.PLURAL, Part.JOINED, Part.CAPPED, Part.WHOLE, Part.SHORT, Part.INITIALISM, Part.KEPT})


def _initial(reading: Reading, index: int) -> bool:
    """Whether a single capital letter stands there."""
    token = reading.token(index)
    return token is not None and len(token.word) == 1 and token.word.isalpha() and token.capital


def _small_initial(reading: Reading, index: int) -> bool:
    """Whether a letter in lower case is an initial: in a hasty note, and no short word unless the clause ends."""
    if not reading.unpolished or reading.gap(index) != " ":
        return False
    return reading.word(index) not in _SHORT_WORDS or re.match(r"[.,;:!?)\n]|$", reading.raw_gap(index + 1)) is not None


_SHORT_WORDS = listed("a b c i k n o r s u v w x y")
"""Letters that stand for words in messages and notes: and, see, with, very, you, a kiss."""


def _doubled(reading: Reading, index: int) -> bool:
    """Whether another capitalised name is joined to the surname by a plain hyphen, as in a double-barrelled name."""
    token = reading.token(index)
    return bool(token and token.capital and len(token.word) > 2 and reading.raw_gap(index) in ("-", "‐", "‑"))


def similar(word: str, name: str) -> bool:
    """Whether `word` is a misspelling of `name`: same first letter, one edit, or two in eight letters or more."""
    shortest = min(len(word), len(name))
    if word == name or shortest < 3 or word[0] != name[0]:
        return False
    heard, meant = _sound(word), _sound(name)
    if heard == meant or (shortest > 4 and _alike(heard, meant)):
        return True
    if shortest < 4:
        return False
    allowed = 2 if len(name) >= 7 else 1
    return int(DamerauLevenshtein.distance(word, name, score_cutoff=allowed)) <= allowed


def same_sound(word: str, name: str) -> bool:
    """Whether a hearer may write the one for the other: Jimy, Jimmi."""
    return word[0] == name[0] and _sound(word) == _sound(name)


def _alike(heard: str, meant: str) -> bool:
    """Whether two sounds differ by one vowel: Dillan, Dylon."""
    return (
        _VOWELS.sub("", heard) == _VOWELS.sub("", meant)
        and DamerauLevenshtein.distance(heard, meant, score_cutoff=1) <= 1
    )


_VOWELS = re.compile("[aeiou]")
_HARD = re.compile("c(?![eihy])")


def _sound(word: str) -> str:
    """What transliterations of a name share: long vowels, doubled letters and a silent last h written either way."""
    for written, heard in (
        ("ee", "i"),
        ("oo", "u"),
        ("ou", "u"),
        ("kh", "k"),
        ("ph", "f"),
        ("y", "i"),
        ("q", "k"),
        ("ck", "k"),
        ("w", "v"),
        ("j", "i"),
    ):
        word = word.replace(written, heard)
    word = _HARD.sub("k", word)
    word = re.sub(r"(?:gh|v)$", "", word)  # Hugh, Huw
    word = re.sub(r"(?:ie|ei|i)$", "i", re.sub(r"(.)\1", r"\1", word))  # Manny, Mannie
    return word.rstrip("h")


class Builder:
    """Grows a hit into the longest mention of its entity."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        self._given = [entity.given_initials if entity.kind in HUMAN else frozenset() for entity in entities]
        self._family = [entity.surname_initials if entity.kind in HUMAN else frozenset() for entity in entities]
        self._middle = [frozenset(word[0] for word in words_of(entity.middle)) for entity in entities]
        self._surnames = [tuple(words_of(e.surname)) if e.kind in HUMAN else () for e in entities]
        self._forenames = [tuple(words_of(e.forename)) if e.kind in HUMAN else () for e in entities]

    def composites(self, reading: Reading, hits: Hits) -> list[Composite]:
        """Every entity's best reading from every hit."""
        return [
            self._grown(reading, hits, entity, first, last, part)
            for first, entities in hits.by_start.items()
            for entity, found in entities.items()
            for last, part in found
        ]

    def _grown(self, reading: Reading, hits: Hits, entity: int, first: int, last: int, part: Part) -> Composite:
        seed = Composite(first, last, entity, (part,), first)
        if self._entities[entity].kind not in HUMAN or part in _NOT_COMBINED:
            return seed
        grown = self._rightwards(reading, hits, seed)
        grown = self._leftwards(reading, grown)
        grown = self._misspelt(reading, grown)
        titled = _titled(reading, grown)
        if titled.title and part in FAMILY and last == titled.last and self._doubled_of_map(reading, last):
            return replace(titled, last=last + 1)
        return titled

    def _doubled_of_map(self, reading: Reading, index: int) -> bool:
        """Whether the surname is doubled with another of the map, as a husband's: "Mrs Okafor-Drew"."""
        pair = reading.word(index - 1), reading.word(index)
        if not _doubled(reading, index) or any(surnames[-2:] == pair for surnames in self._surnames):
            return False
        return any(pair[1] in surnames for surnames in self._surnames)

    def _rightwards(self, reading: Reading, hits: Hits, seed: Composite) -> Composite:
        last, parts = seed.last, list(seed.parts)
        words = {reading.word(i) for i in range(seed.first, seed.last)}
        while last < len(reading):
            if aside := self._aside(reading, hits, seed.entity, last):
                last, more = aside
                parts += more
                continue
            gap = reading.gap(last)
            if gap in _AFTER_INITIAL and len(reading.word(last - 1)) > 1:
                break
            official = (
                gap == ", "
                and not self._follows_initial(reading, seed.first)
                and all(part in FAMILY or part in PIECES or part is Extra.MISSPELT for part in parts)
            )
            if (not official and gap not in _JOINTS) or (gap == "-" and parts[-1] in FAMILY):
                break
            following = hits.longest(last, seed.entity)
            if following and reading.word(last) not in words:
                if official and following[1] in FAMILY:
                    break
                words.update(reading.word(i) for i in range(last, following[0]))
                last = following[0]
                parts.append(following[1])
            elif self._initial_after(reading, last, seed.entity, parts, gap) or self._middle_initial(
                reading, hits, seed.entity, last
            ):
                last += 1
                parts.append(Extra.INITIAL)
            else:
                break
        if len(parts) > 1 and parts[-1] in FAMILY and _doubled(reading, last):
            last += 1
        while parts[-1] is Extra.INITIAL and reading.gap(last) in ("-", "'") and _initial(reading, last):
            last += 1  # the other initials of a compound surname: "B-O'D"
        return seed if last == seed.last else replace(seed, last=last, parts=tuple(parts))

    @staticmethod
    def _aside(reading: Reading, hits: Hits, entity: int, index: int) -> tuple[int, tuple[Part, Part]] | None:
        """A nickname in brackets or quotation marks between forename and surname: "Nathaniel (Nate) Drew"."""
        if reading.gap(index) not in _OPENING:
            return None
        given = hits.longest(index, entity)
        if given is None or given[1] not in GIVEN or reading.gap(given[0]) not in _CLOSING:
            return None
        family = hits.longest(given[0], entity)
        return (family[0], (given[1], family[1])) if family and family[1] in FAMILY else None

    @staticmethod
    def _follows_initial(reading: Reading, first: int) -> bool:
        """Whether an initial stands before the surname, so that what follows a comma begins another name."""
        before = reading.token(first - 1)
        return bool(
            before and len(before.word) == 1 and before.original.isupper() and reading.gap(first) in _INITIAL_JOINTS
        )

    def _middle_initial(self, reading: Reading, hits: Hits, entity: int, index: int) -> bool:
        """Whether a middle initial stands before the surname: "Rose M. Hardy"."""
        token, family = reading.tokens[index], hits.longest(index + 1, entity)
        if len(token.word) != 1 or not token.capital or token.word not in self._given[entity]:
            return False
        return family is not None and family[1] in FAMILY and reading.gap(index + 1) in _INITIAL_JOINTS

    def _initial_after(self, reading: Reading, index: int, entity: int, parts: list[Part | Extra], gap: str) -> bool:
        token = reading.tokens[index]
        if gap == "_" and len(token.word) > 1:
            return token.word == "".join(word[0] for word in self._surnames[entity]) and not any(
                p in FAMILY for p in parts
            )
        if len(token.word) != 1 or not token.word.isalpha() or gap not in _INITIAL_JOINTS | {", ", "-"}:
            return False
        if not token.capital and gap != "_" and not _small_initial(reading, index):
            return False
        if reading.gap(index + 1) == "'" and len(reading.word(index + 1)) > 1:  # the O of O'Kelly
            return False
        if any(p in FAMILY for p in parts) and any(p in GIVEN for p in parts):
            born = token.word == "b" and reading.word(index + 1).isdigit()  # "FIELD Amber B 30/04/86"
            return parts[0] in FAMILY and gap == " " and not born and token.word in self._middle[entity]
        if gap in (". ", ".") and Extra.INITIAL not in parts:
            return False
        if gap == "-":
            return bool(parts) and parts[-1] is Extra.INITIAL and token.word in self._family[entity]
        ends = reading.gap(index + 1).startswith((".", "_", ")", "]")) or rank_after(reading, index + 1)
        if token.word in "ia" and not ends:
            return False
        has_family = any(part in FAMILY or part in PIECES for part in parts)
        return token.word in (self._given[entity] if has_family else self._family[entity])

    def _leftwards(self, reading: Reading, seed: Composite) -> Composite:
        """Initials before the name: "Mr M. T. J. Hussain", "E.K. Boateng"."""
        first, parts, conflict = seed.first, list(seed.parts), False
        while first > 0:
            token = reading.tokens[first - 1]
            gap = reading.gap(first)
            filed = gap == "_" and len(token.word) == 1 and reading.gap(first - 1)[-1:] in ("_", "")
            if not (filed or _initial(reading, first - 1)) or not (
                gap in _INITIAL_JOINTS or (gap == "-" and parts[0] is Extra.INITIAL)
            ):
                break
            if reading.gap(first - 1).endswith("/"):
                break
            if token.word in "ai" and gap == " " and not self._among_initials(reading, first - 1):
                break
            if token.word not in self._given[seed.entity]:
                # Before a forename a strange letter is no initial: "see appendix B. Rose Hardy".
                conflict = not any(part in GIVEN for part in seed.parts)
                break
            first -= 1
            parts.insert(0, Extra.INITIAL)
        if not any(part in FAMILY or part in PIECES for part in seed.parts):
            return replace(seed, conflict=False) if seed.conflict else seed
        if first == seed.first and not conflict:
            return seed
        return replace(seed, first=first, title_first=first, parts=tuple(parts), conflict=conflict)

    @staticmethod
    def _among_initials(reading: Reading, index: int) -> bool:
        """Whether the letter "a" or "i" is an initial and no word: a title or another initial stands before it."""
        before = reading.token(index - 1)
        initial = before is not None and len(before.word) == 1 and before.original.isupper() and before.word.isalpha()
        return (initial and reading.gap(index) in _INITIAL_JOINTS) or title_before(reading, index) is not None

    def _misspelt(self, reading: Reading, seed: Composite) -> Composite:
        """Take in a neighbour that is a misspelling of the rest of the name, or the surname without its particle."""
        parts = seed.parts
        given = any(part not in FAMILY and part not in PIECES and part is not Extra.INITIAL for part in parts)
        family = any(part in FAMILY for part in parts)
        if given and not family and self._surnames[seed.entity]:
            if after := self._surname_like(reading, seed):
                return replace(seed, last=after, parts=(*parts, Extra.MISSPELT))
            before = seed.first - 1
            if self._like(reading, before, self._surnames[seed.entity]) and reading.gap(seed.first) in (" ", ", "):
                while reading.word(before - 1) in PARTICLES and reading.gap(before) in (" ", "-", "'"):
                    before -= 1
                return replace(seed, first=before, title_first=before, parts=(Extra.MISSPELT, *parts))
        if family and not given:
            before = seed.first - 1
            if self._like(reading, before, self._forenames[seed.entity]) and reading.gap(seed.first) in (" ", "_", "-"):
                last = seed.last + _doubled(reading, seed.last)
                return replace(seed, first=before, title_first=before, last=last, parts=(Extra.MISSPELT, *parts))
            if self._like(reading, seed.last, self._forenames[seed.entity]) and reading.gap(seed.last) in (" ", ", "):
                return replace(seed, last=seed.last + 1, parts=(*parts, Extra.MISSPELT))
        return seed

    def _surname_like(self, reading: Reading, seed: Composite) -> int:
        """Where a misspelt surname after the given name ends, particles between them included; 0 when there is none."""
        index = seed.last
        if reading.gap(index) not in (" ", "_", "-"):
            return 0
        while reading.word(index) in PARTICLES and reading.gap(index + 1) in (" ", "-", "'"):
            index += 1
        return index + 1 if self._like(reading, index, self._surnames[seed.entity]) else 0

    @staticmethod
    def _like(reading: Reading, index: int, names: Sequence[str]) -> bool:
        """Whether the word is a misspelling of one of the names; a word of English only by an s more or less."""
        token = reading.token(index)
        if token is None or not token.capital:
            return False
        if is_ordinary(token.word):
            return token.word not in GENERIC and any(
                token.word in (f"{name}s", f"{name}es", name[:-1]) for name in names
            )
        return any(similar(token.word, name) for name in names)


def _titled(reading: Reading, seed: Composite) -> Composite:
    """Add the title before the name, with a collar number between them, or the one in brackets after it."""
    found = title_before(reading, seed.first)
    if found:
        title_first, title = found
        return replace(seed, title_first=title_first, title=title)
    if seed.parts[-1] is Extra.INITIAL and (rank := rank_after(reading, seed.last)):
        return replace(seed, last=rank[0], title=rank[1])
    bracket = reading.token(seed.last)
    after = bracket.word if bracket and (not bracket.capitals or reading.shouting(seed.last - 1)) else ""
    closed = reading.gap(seed.last + 1).startswith(")") if after else False
    if after in TITLES and reading.gap(seed.last) == " (" and closed and TITLES[after].field is Field.CIVIL:
        return replace(seed, title=after, bracketed=True)
    return seed
