"""Which of the people who share a name is meant: evidence weighed, and never guessed where it is even."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reviewdocs.names.entities import Entity, Kind, split_name, words_of
from reviewdocs.names.gender import likely_gender
from reviewdocs.names.titles import TITLES, Field, fields_of_role
from reviewdocs.names.variants import FAMILY, GIVEN, Part
from reviewdocs.pseudonymise.beside import (
    LINKING,
    former_cue,
    gives_surname,
    greeted,
    initials_in_brackets,
    of_another,
    pronoun_after,
    surname_shared,
)
from reviewdocs.pseudonymise.composites import Composite, Extra
from reviewdocs.pseudonymise.reading import Reading
from reviewdocs.pseudonymise.roles import role_words

_MARGIN = 1.0
"""By how much the best reading must lead for it to be taken."""
_SAFE_MARGIN = 1.5
"""The same where the best reading would leave the name in clear."""
_IMPOSSIBLE = -100.0
_TITLE_OF_ANOTHER = -3.0


@dataclass(slots=True)
class Memory:
    """What a document has said so far: when each entity was last named, under which titles, and who is named in
    full."""

    last_named: dict[int, int] = field(default_factory=dict)
    titles: dict[int, set[str]] = field(default_factory=dict)
    genders: dict[int, str] = field(default_factory=dict)
    introduced: set[int] = field(default_factory=set)
    mentioned: set[int] = field(default_factory=set)
    present: set[int] = field(default_factory=set)
    addressed: set[int] = field(default_factory=set)
    formal_only: set[int] = field(default_factory=set)
    by_given: set[int] = field(default_factory=set)
    """Who was called by a forename alone, without a title."""
    by_surname: set[int] = field(default_factory=set)
    """Who was named with the surname: in full, or with a title."""
    words: set[str] = field(default_factory=set)
    """Names that the document also has in lower case, as words."""
    terms: set[str] = field(default_factory=set)
    """Letters that the document itself says stand for something that is nobody."""
    rated: bool = False
    """Whether the document rates by colours."""
    clock: int = 0
    latest: int = -1
    latest_whole: int = -1
    """Who was last named by more than one part of the name."""
    spelt: dict[str, int] = field(default_factory=dict)
    """Spellings that the text has shown to be somebody's."""
    clarified: dict[str, tuple[Reading, int, int]] = field(default_factory=dict)

    def contrasted(self, reading: Reading, option: Composite) -> bool:
        """Whether the same word has just meant this entity, but with a role beside it to tell it apart."""
        held = self.clarified.get(reading.word(option.first))
        if held is None or held[0] is not reading or held[2] != option.entity or held[1] >= option.first:
            return False
        return option.weight == 1 and not option.title and reading.same_sentence(held[1], option.first)

    def note(self, reading: Reading, option: Composite, evidence: Sequence[str]) -> None:
        """Remember that the entity has just been named, and how."""
        self.clock += 1
        entity, title = option.entity, option.title
        by_given = any(part in GIVEN or part is Part.PHRASE for part in option.parts)
        if by_given and option.weight == 1:
            self.formal_only.discard(entity)
        elif title and (not by_given or option.weight > 1) and entity not in self.last_named:
            self.formal_only.add(entity)
        if by_given and option.weight == 1 and not title:
            self.by_given.add(entity)
        if any(part in FAMILY or part is Part.PHRASE for part in option.parts) and (title or option.weight > 1):
            self.by_surname.add(entity)
        self.last_named[entity] = self.clock
        self.latest = entity
        if option.weight > 1:
            self.latest_whole = entity
        if reading.word(option.title_first - 1) == "to" and reading.gap(option.title_first).strip() == ":":
            self.addressed.add(entity)
        if any("beside it" in why for why in evidence):
            self.clarified[reading.word(option.first)] = (reading, option.first, entity)
        if title:
            self.titles.setdefault(entity, set()).add(title)
            if (known := TITLES.get(title)) and known.gender:
                self.genders.setdefault(entity, known.gender)


@dataclass(frozen=True, slots=True)
class Choice:
    """The outcome: the chosen reading or None, why, and the readings that were weighed against it."""

    chosen: Composite | None
    evidence: tuple[str, ...]
    others: tuple[Composite, ...]


class Chooser:
    """Weighs the readings of one mention."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        self._forenames = frozenset(
            word
            for entity in entities
            if entity.kind is Kind.PERSON
            for name in (entity.forename, *entity.known_as)
            for word in words_of(name)[:1]
        )
        self._roles = [role_words(entity) for entity in entities]
        self._child = [bool(_YOUNG_ROLES & set(re.findall(r"\w+", entity.role.casefold()))) for entity in entities]
        self._fields = [fields_of_role(entity.role) for entity in entities]

    def choose(self, reading: Reading, options: Sequence[Composite], memory: Memory) -> Choice:
        """Take the best reading where it leads clearly; else none."""
        weighed = sorted(
            ((*self._weigh(reading, option, options, memory), option) for option in options),
            key=lambda w: w[0],
            reverse=True,
        )
        possible = [entry for entry in weighed if entry[0] > _IMPOSSIBLE / 2]
        if not possible:
            return Choice(None, (), tuple(options))
        score, evidence, best = possible[0]
        rest = tuple(entry[2] for entry in possible[1:])
        if not rest:
            if self._needs_support(best, score):
                return Choice(None, ("no support beyond the form",), (best,))
            return Choice(best, evidence, ())
        if self._may_be_permitted(best, rest, memory):
            return Choice(None, ("not the title that the map gives",), (best, *rest))
        clear = self._entities[best.entity].kind is Kind.PERMITTED
        if score - possible[1][0] >= (_SAFE_MARGIN if clear else _MARGIN):
            return Choice(best, evidence, rest)
        return Choice(None, ("two readings are equally likely",), (best, *rest))

    def has_role(self, option: Composite, word: str) -> bool:
        """Whether a folded word is one of the entity's role."""
        return word in self._roles[option.entity]

    def bears(self, option: Composite) -> bool:
        """Whether the mention's title is the one that the map gives the entity."""
        own, title = TITLES.get(self._entities[option.entity].title), TITLES.get(option.title)
        return own is not None and title is not None and own.same_as == title.same_as

    def begins_with(self, reading: Reading, option: Composite) -> bool:
        """Whether the first initial is that of the name by which the person is called, and not of a middle name."""
        entity = self._entities[option.entity]
        names = [entity.forename, *entity.known_as, *entity.former_names]
        return reading.word(option.first)[:1] in {word[:1] for name in names for word in words_of(name)[:1]}

    def _borne_by_another(self, option: Composite, options: Sequence[Composite], memory: Memory) -> bool:
        """Whether the map gives the title to another of the name, while nothing says that this one bears it."""
        entity = self._entities[option.entity]
        if entity.kind is Kind.PERSON or option.weight > 1 or self.bears(option):
            return False
        if entity.gender or memory.genders.get(option.entity) or likely_gender(entity.forename):
            return False
        if option.entity in memory.present and option.entity == memory.latest_whole:
            return False
        return option.title not in memory.titles.get(option.entity, ()) and any(self.bears(o) for o in options)

    def _may_be_permitted(self, best: Composite, rest: Sequence[Composite], memory: Memory) -> bool:
        """Whether a title and surname fit nobody by the map, and a permitted person of the name may be meant."""
        if best.weight > 1 or not best.title or self._entities[best.entity].kind is not Kind.PERSON:
            return False
        known = self.bears(best) or best.title in memory.titles.get(best.entity, ())
        civil = (held := TITLES.get(best.title)) is not None and held.field is Field.CIVIL
        return civil and not known and any(self._entities[o.entity].kind is Kind.PERMITTED for o in rest)

    @staticmethod
    def _needs_support(option: Composite, score: float) -> bool:
        return set(option.parts) <= {Part.SPELLING, Part.NICKNAME, Part.MIDDLE} and score < 1

    def _weigh(
        self, reading: Reading, option: Composite, options: Sequence[Composite], memory: Memory
    ) -> tuple[float, tuple[str, ...]]:
        entity, evidence = self._entities[option.entity], []
        score = _part_score(option)
        if option.weight > 1:
            evidence.append("full name" if Extra.INITIAL not in option.parts else "name with initials")
        else:
            evidence.append(str(option.parts[0]))
        if option.conflict:
            return _IMPOSSIBLE, ()
        if option.title:
            fit = self._title_fit(option, memory)
            if fit is None:
                return _IMPOSSIBLE, ()
            score += min(fit, _TITLE_OF_ANOTHER) if self._borne_by_another(option, options, memory) else fit
            score += self._usage(option, options, memory)
            evidence.append(f"title {option.title}")
        if role := self._role_beside(reading, option):
            score += 4
            evidence.append(f"'{role}' beside it")
        elif memory.contrasted(reading, option):
            score -= 2.5
        elif of_another(reading, option.first) and self._named_last(option, options, memory):
            score -= 3.5
        if greeted(reading, option.title_first) and option.entity in memory.addressed:
            score += 3
            evidence.append("the letter is addressed to them")
        if initials := initials_in_brackets(reading, option.last):
            own = initials in initials_of(entity)
            score += 4 if own else -1
            evidence += ["initials in brackets beside it"] if own else []
        if Part.FORMER in option.parts and (cue := former_cue(reading, option.title_first)):
            score += 6 if memory.latest == option.entity else 4
            evidence.append(f"former name after '{cue}'")
        if option.parts[0] is Extra.INITIAL and option.weight > 1 and not self.begins_with(reading, option):
            score -= 1.5
        score += self._memory_score(option, options, memory, evidence)
        bare = option.weight == 1 and not option.title
        if bare and option.parts[0] in GIVEN and self._beside_forename(reading, option):
            score += 1.5
            evidence.append("in a list of forenames")
        if bare and option.parts[0] in GIVEN and surname_shared(reading, option.last) in words_of(entity.surname):
            score += 3
            evidence.append("the next name's surname is theirs too")
        if option.parts == (Part.SURNAME,) and option.entity == memory.latest and gives_surname(reading, option.first):
            score += 2
            evidence.append("their surname is given")
        if option.weight == 1 and option.parts[0] is Part.SURNAME and not option.title and entity.kind is Kind.PERSON:
            known = self._fields[option.entity] and (option.entity in memory.by_surname or not _called_so(options))
            score += 0.5 if known else 0.0 if entity.title else -0.5
            # A relative is hardly called by the surname alone where that is what another is called by.
            if not self._fields[option.entity] and _called_so(options):
                score -= 4.0 if option.entity in memory.by_given - memory.by_surname else 2.0
        elif option.weight == 1 and entity.kind is Kind.PERSON and not self._fields[option.entity] and not option.title:
            score += 1.0
        gender = entity.gender or memory.genders.get(option.entity) or likely_gender(entity.forename)
        if gender and (heard := pronoun_after(reading, option.last)):
            score += 0.5 if heard == gender else -0.5
        return score, tuple(evidence)

    @staticmethod
    def _named_last(option: Composite, options: Sequence[Composite], memory: Memory) -> bool:
        """Whether of those who share the name this one was named last."""
        last = memory.last_named.get(option.entity, -1)
        return last >= 0 and all(memory.last_named.get(other.entity, -1) <= last for other in options)

    def _usage(self, option: Composite, options: Sequence[Composite], memory: Memory) -> float:
        """What the way people are called here says of a title before one part of a name.

        Who goes by the forename is not suddenly called by title and surname where the map or the text knows another of
        the surname; and a title goes with a surname before it goes with a forename.
        """
        title = TITLES.get(option.title)
        if option.weight > 1 or title is None or title.field not in (Field.CIVIL, Field.DOCTOR):
            return 0.0
        if option.parts[0] in GIVEN:
            return -1.5 if any(other.parts[0] is Part.SURNAME for other in options) else 0.0
        others = [other for other in options if other.entity != option.entity and self.bears(other)]
        if option.entity in memory.by_given and option.entity not in memory.by_surname:
            return -2.5 if any(other.entity in memory.by_surname for other in others) else 0.0
        untitled = not self._entities[option.entity].title and self._entities[option.entity].kind is Kind.PERSON
        return -0.5 if untitled and others else 0.0

    def _beside_forename(self, reading: Reading, option: Composite) -> bool:
        """Whether another person's forename alone is joined to the mention: "Zoë and Hunter"."""
        for other, gap, past in (
            (option.first - 1, reading.gap(option.first), option.first - 2),
            (option.last, reading.gap(option.last), option.last + 1),
        ):
            if reading.word(other) in ("and", "or") and gap == " ":
                other = past
            elif gap not in (", ", " & ", " + ", "/"):
                continue
            token = reading.token(other)
            if token and token.capital and token.word in self._forenames and not self._surnamed(reading, other):
                return True
        return False

    def _surnamed(self, reading: Reading, index: int) -> bool:
        """Whether a surname follows the forename there."""
        following = reading.token(index + 1)
        return following is not None and following.capital and reading.gap(index + 1) == " "

    def _memory_score(
        self, option: Composite, options: Sequence[Composite], memory: Memory, evidence: list[str]
    ) -> float:
        entity, last = self._entities[option.entity], memory.last_named.get(option.entity)
        if option.weight > 1:
            return 0.0
        if option.parts[0] in (Part.FORMER, Part.FORMER_PIECE, Part.PIECE):
            return 0.0
        if last is None:
            return 0.0 if entity.kind is Kind.PERSON else -2.0
        if (
            option.weight == 1
            and option.parts[0] in GIVEN
            and option.entity in memory.formal_only
            and (self._fields[option.entity] or entity.kind is Kind.PERMITTED)
        ):
            return -1.5
        score = 2.0 if option.entity in memory.present else 1.0
        latest = max((memory.last_named.get(other.entity, -1) for other in options), default=-1)
        if last == latest:
            lately = memory.clock - last <= 6 or option.entity in memory.present
            rivals = option.title and sum(map(self.bears, options)) > 1
            score += 1.0 if lately and not rivals else 0.5
            evidence.append("named shortly before")
        if option.title and option.title in memory.titles.get(option.entity, ()):
            score += 1.5 if sum(map(self.bears, options)) > 1 else 1.0
            evidence.append("named with this title before")
        return score

    def _title_fit(self, option: Composite, memory: Memory) -> float | None:
        """How well the title fits: None when it cannot be this person's."""
        entity, title = self._entities[option.entity], TITLES.get(option.title)
        if title is None:
            return 0.5 if self._roles[option.entity] & set(option.title.split()) else 0.0
        gender = entity.gender or memory.genders.get(option.entity) or likely_gender(entity.forename)
        if title.gender and gender and title.gender != gender and title.field is not Field.NURSING:
            return None
        whole = any(part in GIVEN for part in option.parts) and any(part in FAMILY for part in option.parts)
        own = TITLES.get(entity.title)
        fields = self._fields[option.entity]
        if own and own.same_as == title.same_as:
            return 2.0
        if title.field in (Field.CIVIL, Field.KIN):
            if entity.kind is not Kind.PERSON:
                known = memory.titles.get(option.entity, set())
                if title.field is Field.KIN or (known & {"dr", "prof"} and option.title not in known):
                    return -2.5
                return 0.5
            if not entity.title:
                return _title_of_a_child(title.same_as) if self._child[option.entity] else -0.25
            known = {known for known in memory.titles.get(option.entity, ()) if TITLES[known].field is Field.CIVIL}
            if known and option.title not in known:
                return -1.25
            if own and own.field is Field.CIVIL and title.field is Field.CIVIL:
                return -0.25 if "ms" in (own.same_as, title.same_as) else -1.5
            return -0.5
        if title.field in fields or (own and own.field is title.field):
            return 1.5
        if title.field in (Field.DOCTOR, Field.CHURCH, Field.OTHER) and entity.kind is not Kind.PERSON:
            return 0.5
        return -1.0 if title.field is Field.OTHER or whole else None

    def _role_beside(self, reading: Reading, option: Composite) -> str:
        """The word of role that stands beside the mention and fits this entity; empty when none does."""
        wanted = self._roles[option.entity]
        first = option.title_first
        while reading.word(first - 1) in LINKING and reading.same_sentence(first - 1, first):
            first -= 1
        for step in range(1, 4):
            index = first - step
            if index < 0 or not reading.same_sentence(index, first) or ";" in reading.raw_gap(index + 1):
                break
            if step > 1 and "of" not in (reading.word(index + 1), reading.word(index + 2)):
                break
            if reading.word(index) in wanted:
                return reading.word(index)
        opened = reading.gap(option.last) == " ("
        for step in range(4):
            index = option.last + step
            if index >= len(reading) or not reading.same_sentence(option.last - 1, index):
                break
            gap, word = reading.gap(index), reading.word(index)
            if step and reading.tokens[index].capital and not reading.tokens[index].capitals and not opened:
                break
            if ")" in gap:
                break
            if word in wanted and (step or gap.strip() in ("(", ",", "")):
                return word
            if step == 0 and not (gap in (" (", ", ") or word in ("the", "from", "who", "in", "a")):
                break
        return ""


def _called_so(options: Sequence[Composite]) -> bool:
    """Whether the word is what somebody of the options is called by."""
    return any(option.parts[0] in (Part.FORENAME, Part.KNOWN_AS) for option in options)


def _part_score(option: Composite) -> float:
    scores = {
        Part.MIDDLE: -1.0,
        Part.FORMER: -2.5,
        Part.PIECE: -1.0,
        Part.GIVEN_PIECE: -0.5,
        Part.FORMER_PIECE: -3.0,
        Part.SURNAME_SPELLING: -1.0,
        Part.SPELLING: -1.0,
        Part.NICKNAME: -2.0,
        Extra.MISSPELT: -0.75,
    }
    return sum(scores.get(part, 0.0) for part in option.parts)


_YOUNG_ROLES = frozenset(["child", "sibling", "baby", "infant", "pupil", "granddaughter", "grandson", "grandchild"])


def _title_of_a_child(title: str) -> float | None:
    """How well a civil title fits somebody of a child's role: Mrs and Mx not at all."""
    return None if title == "mrs" else -1.0


def initials_of(entity: Entity) -> frozenset[str]:
    """Every way the entity is written in initials, folded, of two letters and more."""
    given = {letters(entity.forename), letters(entity.forename)[:1], letters(f"{entity.forename} {entity.middle}")}
    given |= {letters(entity.middle), *(letters(name) for name in entity.known_as if len(name.split()) == 1)}
    surnames = [entity.surname, *(split_name(name)[3] for name in entity.former_names)]
    family = {form for name in surnames if name for form in (letters(name), letters(name)[-1:])}
    return frozenset(first + last for first in given if first for last in family if 2 <= len(first + last) <= 5)


def letters(name: str) -> str:
    """The first letters of a name's words, folded."""
    return "".join(word[0] for word in words_of(name))
