"""People written as initials alone ("FO", "S.P.", "Mr L"), and near spellings of a name that nothing else explains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from reviewdocs.names.entities import HUMAN, Entity, Kind, words_of
from reviewdocs.names.folding import fold_text
from reviewdocs.names.listing import listed
from reviewdocs.names.titles import TITLES, Field
from reviewdocs.names.variants import Form, Part
from reviewdocs.names.words import is_ordinary
from reviewdocs.pseudonymise.composites import Composite, Extra, similar, title_before
from reviewdocs.pseudonymise.othernames import is_unknown
from reviewdocs.pseudonymise.reading import Reading
from reviewdocs.pseudonymise.who import initials_of

# Short forms of the field that are also somebody's initials: never a person unless brackets after a name say so.
ACRONYMS = listed(
    """
    gp hv sw pc dc ds di ci mh dv da cp cin ehcp ae am pm nfa ot pt tv uk eu us usa hr it id ni nhs icb sar scr
    dhr imr la ld ll dn rn ed er iv im tb hiv adhd asd bp gcs cpr ecg mri ct xr uti nai fgm cse cce pcso cps
    hmp ypo yot ico dpa gdpr pa mp mps cc cv eg ie nb ps rip tbc tbd tba wc yr yrs sic ref dob dna dnr
    ltc ic icu itu scbu nicu hdu ama td bd od qds prn mca dols lpa imca iro cla lac sen sgo ico epo ppo pepe
    mash marac mappa lado dsl cpn amhp idva isva sio oic ooh edt abe re so no on in at to by if or as is it he
    we me my us do go ha oh up an am ok vs qc kc jp obe mbe phd ba bsc msc md mgm mgf pgm pgf mgp pgp ic lsp
    lscb sab csp dhsc dfe moj cqc hmi cafcass sudi sids
    """
)
_NEAR_LEAST = 5
_LONGEST_BARE = 4
"""Letters of the longest stretch of initials without full stops."""
_REACH = 80
_SPELT = re.compile(r"\b(?:mis-?)?(?:spel(?:t|led)|typed|heard|transcribed)\b[^.!?\n]*$", re.I)
"""What announces, in the same sentence, that names follow in other spellings."""


def _consonants(word: str) -> str:
    """A folded name without its vowels and doubled letters: what is left of it in any hearer's spelling."""
    return re.sub(r"(.)\1+", r"\1", word[0] + re.sub(r"[aeiouyhw]", "", word[1:]))


_POINTED = listed("us uk usa eg ie am pm ps bc ad nb rip ba bsc ma msc phd md eu uae ussr")
"""Short forms that are written with full stops as well."""
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")


def _means_else(letters: str, *, pointed: bool) -> bool:
    """Whether letters that are somebody's initials are a short form, a numeral or a word in capitals first."""
    if pointed:
        return letters in _POINTED
    return letters in ACRONYMS or is_ordinary(letters) or _ROMAN.fullmatch(letters) is not None


class _Near(NamedTuple):
    """The forms that a word nearly is.

    Attributes:
        spelt: by spelling, among names that are no ordinary words.
        wordlike: by spelling, among surnames that are; a title has to stand before the word.
        heard: by its consonants; the text has to say that other spellings follow.
    """

    spelt: tuple[Form, ...]
    wordlike: tuple[Form, ...]
    heard: tuple[Form, ...]


_NONE = _Near((), (), ())


class Leftovers:
    """Finds what the forms of a map do not: initials, a title with an initial, near spellings."""

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
        self._by_name: dict[str, list[Form]] = {}
        spelt = (Part.FORENAME, Part.KNOWN_AS, Part.SURNAME, Part.GIVEN_PIECE, Part.FORMER)
        for form in forms:
            telling = len(form.text) >= _NEAR_LEAST and form.text.isalpha() and not is_ordinary(form.text)
            if telling and form.part in spelt and entities[form.entity].kind is Kind.PERSON:
                self._by_name.setdefault(form.text, []).append(form)
        self._given: dict[str, list[int]] = {}
        for form in forms:
            if form.part in (Part.FORENAME, Part.KNOWN_AS) and entities[form.entity].kind is Kind.PERSON:
                self._given.setdefault(form.text, []).append(form.entity)
        surnames = (form for form in forms if form.part in (Part.SURNAME, Part.FORMER) and is_ordinary(form.text))
        self._wordlike: dict[str, list[Form]] = {}
        for form in surnames:
            if len(form.text) >= _NEAR_LEAST and form.text.isalpha() and entities[form.entity].kind is Kind.PERSON:
                self._wordlike.setdefault(form.text, []).append(form)
        self._by_consonants: dict[str, list[Form]] = {}
        for name, named in self._by_name.items():
            self._by_consonants.setdefault(_consonants(name), []).extend(named)
        lettered = [*self._by_initials, *self._given, *self._by_surname_letter]
        self._beginnings = frozenset(letters[:length] for letters in lettered for length in range(1, _LONGEST_BARE + 1))
        self._names = list(self._by_name)
        self._near: dict[str, _Near] = {}

    def possible(self, word: str) -> bool:
        """Whether a word as written, wherever it stands, may begin initials or nearly be a name of the map."""
        plain = fold_text(word)
        if len(plain) <= _LONGEST_BARE:
            return word.isupper() and plain in self._beginnings
        return is_unknown(plain) and self._nearly(plain) is not _NONE

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
            if options and (self._bracketed(reading, index, last) or not _means_else(letters, pointed=pointed)):
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
        if last == first + 1 and reading.word(last).isdigit() and reading.gap(last) == " ":
            return last, "", False
        return last, letters, last > first + 1

    @staticmethod
    def _bracketed(reading: Reading, first: int, last: int) -> bool:
        before = reading.token(first - 1)
        return bool(before and before.capital) and reading.gap(first) == " (" and reading.gap(last).startswith(")")

    def titled_initials(self, reading: Reading, taken: Sequence[bool]) -> Iterator[tuple[Composite, ...]]:
        """ "Mr L", "Miss Z.": a title with the first letter of a surname and no more."""
        for index in reading.capitals:
            start, end = reading.spans[index]
            if taken[index] or end - start != 1:
                continue
            token = reading.tokens[index]
            if not token.original.isupper() or not token.word.isalpha():
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
            options = self._by_surname_letter.get(token.word, ())
            people = [entity for entity in options if self._entities[entity].kind is Kind.PERSON]
            if people:
                yield tuple(Composite(index, index + 1, e, (Extra.INITIAL,), title[0], title[1]) for e in people)

    def near_spellings(self, reading: Reading, taken: Sequence[bool]) -> Iterator[tuple[bool, tuple[Composite, ...]]]:
        """(marked as misspelt in the text, readings) of each capitalised word that is nearly a name of the map."""
        for index in reading.capitals:
            word = reading.word(index)
            if taken[index] or len(word) < _NEAR_LEAST or not is_unknown(word):
                continue
            found = self.near(reading, index, taken)
            if found is None:
                continue
            if not found[0] and (self._within_longer_name(reading, index) or self._chance(reading, index)):
                continue
            yield found

    def near(
        self, reading: Reading, index: int, taken: Sequence[bool] = ()
    ) -> tuple[bool, tuple[Composite, ...]] | None:
        """(marked as misspelt in the text, readings) of the names of the map that the word at `index` nearly is."""
        found = self._nearly(reading.word(index))
        if found is _NONE:
            return None
        title = title_before(reading, index)
        forms = found.spelt or (found.wordlike if title else ())
        announced = not forms and self._announced(reading, index)
        if announced:
            forms = found.heard
        entities = dict.fromkeys(form.entity for form in forms if not title or form.part in (Part.SURNAME, Part.FORMER))
        if not entities:
            return None
        first, rank = title or (index, "")
        marked = bool(title) or announced or self._marked(reading, index, taken)
        return marked, tuple(Composite(index, index + 1, entity, (Extra.MISSPELT,), first, rank) for entity in entities)

    @staticmethod
    def _chance(reading: Reading, index: int) -> bool:
        """Whether a short word has its capital from the beginning of a sentence, and may be any word."""
        return len(reading.word(index)) < 6 and reading.starts_sentence(index)

    def _nearly(self, word: str) -> _Near:
        """What a word nearly is, wherever it stands."""
        found = self._near.get(word)
        if found is None:
            found = self._near[word] = self._compared(word)
        return found

    def _compared(self, word: str) -> _Near:
        matches = process.extract(word, self._names, scorer=DamerauLevenshtein.distance, score_cutoff=2, limit=20)
        near = _Near(
            spelt=tuple(form for name, _, _ in matches if similar(word, name) for form in self._by_name[name]),
            wordlike=tuple(form for name, named in self._wordlike.items() if similar(word, name) for form in named),
            heard=tuple(self._by_consonants.get(_consonants(word), ())),
        )
        return near if near != _NONE else _NONE

    @staticmethod
    def _marked(reading: Reading, index: int, taken: Sequence[bool]) -> bool:
        """Whether the text itself says that the spelling is another's: "[sic]", "spelt …", or "Khalid/Khaled"."""
        end = reading.span(index, index + 1)[1]
        after = reading.paragraph.text[end : end + 12].casefold()
        if re.match(r"[\"”']?\s*[\[(]sic\b", after):
            return True
        if Leftovers._announced(reading, index):
            return True
        beside = [index - 1] if reading.gap(index) == "/" else []
        beside += [index + 1] if reading.gap(index + 1) == "/" and index + 1 < len(reading) else []
        return any(taken[other] for other in beside) if taken else bool(beside)

    @staticmethod
    def _announced(reading: Reading, index: int) -> bool:
        """Whether the sentence has just said that spellings follow."""
        start = reading.span(index, index + 1)[0]
        return bool(_SPELT.search(reading.paragraph.text[max(0, start - _REACH) : start]))

    @staticmethod
    def _within_longer_name(reading: Reading, index: int) -> bool:
        for other, gap in ((index - 1, reading.gap(index)), (index + 1, reading.gap(index + 1))):
            token = reading.token(other)
            starts = other < index and reading.starts_sentence(other)
            if (
                token
                and token.capital
                and gap in (" ", "-")
                and not starts
                and is_unknown(token.word)
                and not reading.shouting(index)
            ):
                return True
        return False
