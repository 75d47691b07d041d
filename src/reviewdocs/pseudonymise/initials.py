"""People written as initials alone: "FO", "S.P.", "Mr L", "dad of Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewdocs.names.entities import HUMAN, Entity, Kind, words_of
from reviewdocs.names.folding import fold_text
from reviewdocs.names.listing import listed
from reviewdocs.names.titles import TITLES, Field, fields_of_role
from reviewdocs.names.variants import Form, Part
from reviewdocs.pseudonymise.composites import Composite, Extra
from reviewdocs.pseudonymise.grammar import AUXILIARIES, human_verb
from reviewdocs.pseudonymise.nearly import of_english
from reviewdocs.pseudonymise.othernames import is_unknown
from reviewdocs.pseudonymise.reading import Reading
from reviewdocs.pseudonymise.shortforms import means_else, names_thing
from reviewdocs.pseudonymise.titled import title_before, titled_small
from reviewdocs.pseudonymise.who import initials_of

_LONGEST_BARE = 4
"""Letters of the longest stretch of initials without full stops."""
_SOMEBODY = listed(
    """
    dad mum mother father brother sister nan gran parent parents carer carers spoke speak spoken talked call called
    visit visited contact home bedroom school friend aunt uncle worried concerned case care voice views
    """
)
_OF_SOMEBODY = listed("of to with for from about")
_CLAUSE = listed("says said that and but if when because while as")
_TAKEN = listed(
    "take takes took taking collect collected collects saw see seeing seen met mind minding have has told asked with "
    "for of"
)
"""After which a list of letters is one of people: "can take R and H"."""


_VOWELS = frozenset("aeiouy")
_NOTED = listed("cl pt yp bf gf mo fa hx tx rx px sx dx fx cx sv vc tc pp wk hr fu nb ax ix wt ht bm bo bp hb pr rr")
"""Short forms that notes have in small letters: client, patient, boyfriend, history, weight."""
_SIGNED = listed("am pm by from signed per eve evening morning night late early lates earlies day days shift tea lunch")
"""Before which, in a log, nobody but who writes or came is written in letters."""


def _signs(reading: Reading, index: int) -> bool:
    """Whether letters stand where a note says who writes, came or spoke."""
    says = human_verb(reading, index + 1) and reading.word(index + 1) not in AUXILIARIES
    if says and reading.gap(index + 1) == " ":
        return reading.starts_sentence(index)
    before, after = reading.raw_gap(index), reading.raw_gap(index + 1)
    if re.search(r"[.!?]\s+$|\n", before) and re.match(r"\.?[ \t]*(?:\n|$)", after):
        return True  # all that is left of the line: who wrote it
    ends = re.match(r"\s*[.,;:)\n]|$", after) is not None
    return ends and reading.gap(index) in (" ", ": ") and reading.word(index - 1) in _SIGNED


_REVIEWED = re.compile(
    r"\b(?:reviews?|inquiry|inquiries|inquests?|cases?) (?:of|into|about|on|concerning|for) (?:[\w ]{1,24} and )?$"
)
_REVIEWED_TOO = re.compile(r"(?:,| and) (?:adult|child|baby|family|young person|mr|mrs|ms|miss) [a-z]\d?\b")


def _of_other_review(reading: Reading, first: int, last: int) -> bool:
    """Whether a title with a letter is what another review calls its subject: "in the reviews of Mr Q and Adult Y"."""
    text = reading.folded.text
    before, after = text[: reading.spans[first][0]][-60:], text[reading.spans[last - 1][1] :][:30]
    return _REVIEWED.search(before) is not None and _REVIEWED_TOO.match(after) is not None


class Initials:
    """Finds the people of a map by their initials; built once for a map."""

    def __init__(self, entities: Sequence[Entity], forms: Sequence[Form]) -> None:
        self._entities = entities
        self._by_initials: dict[str, list[int]] = {}
        self._by_surname_letter: dict[str, list[int]] = {}
        for index, entity in enumerate(entities):
            if entity.kind not in HUMAN:
                continue
            for initials in initials_of(entity):
                self._by_initials.setdefault(initials, []).append(index)
            for letter in {word[0] for word in words_of(entity.surname)}:
                self._by_surname_letter.setdefault(letter, []).append(index)
        self._given: dict[str, list[int]] = {}
        for form in forms:
            if form.part in (Part.FORENAME, Part.KNOWN_AS) and entities[form.entity].kind is Kind.PERSON:
                self._given.setdefault(form.text, []).append(form.entity)
        self._by_given_letter: dict[str, list[int]] = {}
        for name, called in self._given.items():
            # Professionals are not called by their forename's first letter.
            held = self._by_given_letter.setdefault(name[0], [])
            held += [e for e in called if e not in held and not fields_of_role(entities[e].role)]
        lettered = [*self._by_initials, *self._given, *self._by_surname_letter]
        self._beginnings = frozenset(letters[:length] for letters in lettered for length in range(1, _LONGEST_BARE + 1))

    def possible(self, word: str) -> bool:
        """Whether a word as written, wherever it stands, may begin somebody's initials."""
        return len(word) <= _LONGEST_BARE and word.isupper() and fold_text(word) in self._beginnings

    def initials(self, reading: Reading, taken: Sequence[bool]) -> Iterator[tuple[Composite, ...]]:
        """The readings of each stretch of initials; a lone acronym of the field is none."""
        after = 0
        for index in reading.capitals:
            if index < after:
                continue
            last, letters, pointed = self._stretch(reading, index, taken)
            options = self._by_initials.get(letters, ()) if letters else ()
            if not options and pointed and letters and not any("." in reading.gap(i) for i in range(index + 1, last)):
                spelt_out = self._given.get(letters, ())
                if spelt_out:
                    yield tuple(Composite(index, last, entity, (Part.KNOWN_AS,), index) for entity in spelt_out)
            if options and (
                self._bracketed(reading, index, last)
                or not (
                    means_else(letters, pointed=pointed, shouting=reading.shouting(index))
                    or names_thing(reading, index, last)
                )
            ):
                parts = (Extra.INITIAL,) * len(letters)
                first, title = title_before(reading, index) or (index, "")
                yield tuple(Composite(index, last, entity, parts, first, title) for entity in options)
            after = last

    def _stretch(self, reading: Reading, first: int, taken: Sequence[bool]) -> tuple[int, str, bool]:
        """(token after, folded letters, with full stops or hyphens) of initials that begin at `first`; no letters
        when none do."""
        start, end = reading.spans[first]
        if taken[first] or end - start > _LONGEST_BARE:
            return first + 1, "", False
        token = reading.tokens[first]
        if not token.original.isupper() or not token.word.isalpha():
            return first + 1, "", False
        last, letters = first + 1, token.word
        while last < len(reading) and reading.gap(last) in (".", "-", ". ") and not taken[last]:
            following = reading.tokens[last]
            if not following.original.isupper() or len(following.word) > 2 or not following.word.isalpha():
                break
            if reading.gap(last) == ". " and len(following.word) > 1:
                break
            letters, last = letters + following.word, last + 1
        if len(letters) < 2 or len(letters) > 5:
            return first + 1, "", False
        if last == first + 1 and reading.gap(first).endswith(("-", "/", "_")):
            return first + 1, "", False
        if last == first + 1 and reading.shouting(first) and len(letters) > 2:
            return first + 1, "", False
        if reading.gap(last)[:1] in ("-", "_", "/") and reading.word(last).isdigit():
            return last, "", False
        if last == first + 1 and reading.gap(last) == "-" and len(reading.word(last)) > 1:
            return last, "", False  # "CD-ROM"
        if last == first + 1 and reading.word(last).isdigit() and reading.gap(last) == " ":
            return last, "", False
        return last, letters, last > first + 1

    @staticmethod
    def _bracketed(reading: Reading, first: int, last: int) -> bool:
        before = reading.token(first - 1)
        return bool(before and before.capital) and reading.gap(first) == " (" and reading.gap(last).startswith(")")

    def titled_initials(self, reading: Reading, taken: Sequence[bool]) -> Iterator[tuple[Composite, ...]]:
        """ "Mr L", "Miss Z.", in notes "mr l": a title with the first letter of a surname and no more."""
        for index in [*reading.capitals, *titled_small(reading)]:
            start, end = reading.spans[index]
            if taken[index] or end - start != 1:
                continue
            token = reading.tokens[index]
            if not token.word.isalpha():
                continue
            title = title_before(reading, index)
            if (
                title is None
                or TITLES.get(title[1]) is None
                or TITLES[title[1]].field not in (Field.CIVIL, Field.DOCTOR)
            ):
                continue
            following = reading.token(index + 1)
            if (
                following
                and following.capital
                and reading.gap(index + 1) in (" ", ".", ". ")
                and len(following.word) == 1
            ):
                continue
            if self._begins_strangers_name(reading, index, taken) or _of_other_review(reading, title[0], index + 1):
                continue
            options = self._by_surname_letter.get(token.word, ())
            people = [entity for entity in options if self._entities[entity].kind is Kind.PERSON]
            if people:
                yield tuple(Composite(index, index + 1, e, (Extra.INITIAL,), title[0], title[1]) for e in people)

    @staticmethod
    def _begins_strangers_name(reading: Reading, index: int, taken: Sequence[bool]) -> bool:
        """Whether a surname follows that nobody of the map has: "Prof. J. Curran"."""
        following = reading.token(index + 1)
        if following is None or taken[index + 1] or not following.capital or len(following.word) < 3:
            return False
        begins = human_verb(reading, index + 2) or of_english(following.word)
        sentence_ends = reading.gap(index + 1) == ". " and begins
        return reading.gap(index + 1) in (" ", ". ") and is_unknown(following.word) and not sentence_ends

    def small(self, reading: Reading, taken: Sequence[bool]) -> Iterator[tuple[Composite, ...]]:
        """ "am fo.", "signed fo": initials in lower case where a note says who writes or was there."""
        if not reading.unpolished:
            return
        for index, (start, end) in enumerate(reading.spans):
            letters = reading.word(index)
            if not 1 < end - start < _LONGEST_BARE or taken[index] or letters in _NOTED:
                continue
            options = self._by_initials.get(letters, ())
            if not (options and reading.tokens[index].original.islower() and _signs(reading, index)):
                continue
            spoken = not _VOWELS.isdisjoint(letters) and of_english(letters)
            if not means_else(letters, pointed=False, shouting=False) and not spoken:
                parts = (Extra.INITIAL,) * len(letters)
                yield tuple(Composite(index, index + 1, entity, parts, index) for entity in options)

    def letters(self, reading: Reading, taken: Sequence[bool]) -> Iterator[tuple[Composite, ...]]:
        """ "R and H but not Z", "dad of Z", "K said": single letters where people stand, forenames cut to the first."""
        for index in reading.capitals:
            start, end = reading.spans[index]
            word = reading.word(index)
            if taken[index] or end - start != 1 or word in "ai" or not self._stands_for_somebody(reading, index):
                continue
            if people := self._by_given_letter.get(word):
                yield tuple(Composite(index, index + 1, entity, (Extra.INITIAL,), index) for entity in people)

    def _stands_for_somebody(self, reading: Reading, index: int) -> bool:
        before, gap, following = reading.word(index - 1), reading.gap(index), reading.gap(index + 1)
        if gap.endswith("> ") and following[:1] == ":":
            return True  # to whom a message goes
        if gap[-1:] not in ("", " ", "(", '"', "“") or not re.match(r"'s\b|[ ,;)!?]|\. |\.?$", following or "."):
            return False
        if gap == " " and before in _OF_SOMEBODY and reading.word(index - 2) in _SOMEBODY:
            return True
        # "L is the length": what things do as well says nothing.
        says = following == " " and human_verb(reading, index + 1) and reading.word(index + 1) not in AUXILIARIES
        if says and (reading.starts_sentence(index) or ";" in gap or before in _CLAUSE):
            return True
        return self._listed(reading, index, -1) or self._listed(reading, index, 1)

    def _listed(self, reading: Reading, index: int, step: int) -> bool:
        """Whether another letter that is somebody's stands beside it in a list of people who are taken or seen."""
        other = index + step
        while reading.word(other) in ("and", "or", "but", "not"):
            other += step
        token = reading.token(other)
        joined = abs(other - index) > 1 or reading.gap(max(other, index)) in (", ", " & ", " + ")
        if (
            token is None
            or not joined
            or len(token.word) != 1
            or not token.capital
            or token.word not in self._by_given_letter
        ):
            return False
        first = min(index, other)
        while reading.word(first - 1) in ("and", "or", "but", "not") or len(reading.word(first - 1)) == 1:
            first -= 1
        return reading.word(first - 1) in _TAKEN
