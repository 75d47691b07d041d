"""Words that are nearly a name of the map: misspelt, cut short, or spelt as somebody heard it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from reviewdocs.names.entities import Entity, Kind
from reviewdocs.names.folding import fold_text
from reviewdocs.names.gender import likely_gender
from reviewdocs.names.listing import listed
from reviewdocs.names.titles import TITLES, Field
from reviewdocs.names.variants import Form, Part
from reviewdocs.names.words import is_ordinary
from reviewdocs.pseudonymise.composites import Composite, Extra, same_sound, similar
from reviewdocs.pseudonymise.grammar import human_verb
from reviewdocs.pseudonymise.othernames import is_unknown
from reviewdocs.pseudonymise.reading import Reading
from reviewdocs.pseudonymise.titled import rank_after, title_before, titled_small

_LEAST = 5
"""Letters of the shortest word that can be told to be a misspelling."""
_LEAST_HEARD = 4
"""The same where both sound alike and no usual name is spelt so."""
_LEAST_TITLED = 3
"""The same where a title stands before it."""
_LEAST_SMALL = 4
"""The same for a name cut short in lower case."""
_LEAST_CUT = 3
"""Letters of the shortest word that can be told to be a name cut short."""
_REACH = 80
_SPELT = re.compile(r"\b(?:mis-?)?(?:spel(?:t|led)|typed|heard|transcribed)\b[^.!?\n]*$", re.I)
"""What announces, in the same sentence, that names follow in other spellings."""
_CALLED = frozenset({Part.FORENAME, Part.KNOWN_AS})
_BORNE = frozenset({Part.SURNAME, Part.FORMER})
_SPELT_PARTS = _CALLED | _BORNE | {Part.GIVEN_PIECE}


def _consonants(word: str) -> str:
    """A folded name without its vowels and doubled letters: what is left of it in any hearer's spelling."""
    hard = re.sub(r"ck?(?![eihy])", "k", word)
    return re.sub(r"(.)\1+", r"\1", hard[0] + re.sub(r"[aeiouyhw]", "", hard[1:]))


_CASES = re.compile(r"(?:owie?|iem|ami|i?ego|i?emu|imi|ow|ach|om)$")
_PET = re.compile(r"(?<=\w{3})(?:ie|ey|y|sy|zy|o|z)$")
_LEAST_STEM = 4
_BEFORE_FORENAMES = frozenset(word for word, title in TITLES.items() if title.field is Field.KIN) | {"pan", "pani"}
"""Titles that stand before forenames."""
_NATIONS = ("ian", "ish", "ese")
"""How words of English end that always have a capital."""
_DAYS_AND_MONTHS = listed(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun"
)


def of_english(word: str) -> bool:
    """Whether a short word is an ordinary one, by the detectors' longer list."""
    from reviewdocs.detect.vocabulary import is_word  # seldom needed, and read from files

    return word in _DAYS_AND_MONTHS or is_word(word)


_HEADING = re.compile(r"\s*\[?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\]?\s*(?:\w+ > )?")


def _heads_message(reading: Reading, index: int) -> bool:
    """Whether the word says who writes a message or to whom it goes: "18:59 Jimmy:", "18:47 mum > Jimmy:"."""
    start, end = reading.span(index, index + 1)
    line = reading.paragraph.text[max(0, start - _REACH) : start].rpartition("\n")[2]
    return _HEADING.fullmatch(line) is not None and reading.paragraph.text.startswith((":", " > "), end)


def rare_alone(reading: Reading, first: int, last: int) -> bool:
    """Whether a name by which nobody is called, alone, is one that hardly anybody else bears and stands as a name."""
    token = reading.tokens[first]
    if not token.capital or last - first > 1 or is_ordinary(token.word):
        return False
    if reading.starts_sentence(first) and not human_verb(reading, last):
        return False
    return not (likely_gender(token.word) or of_english(token.word))


class _Near(NamedTuple):
    """The forms that a word nearly is.

    Attributes:
        spelt: by spelling; the word is none of English.
        titled: by spelling, whatever the word is; a title has to stand before it.
        cut: forenames that begin with the word.
        heard: by its consonants; the text has to say that other spellings follow.
        far: surnames two letters away that begin and end alike; the map's own title has to stand before it.
    """

    spelt: tuple[Form, ...]
    titled: tuple[Form, ...]
    cut: tuple[Form, ...]
    heard: tuple[Form, ...]
    far: tuple[Form, ...]


_NONE = _Near((), (), (), (), ())


class Nearly:
    """Finds what is nearly a name of the map's people; built once for a map."""

    def __init__(self, entities: Sequence[Entity], forms: Iterable[Form]) -> None:
        self._entities = entities
        self._by_name: dict[str, list[Form]] = {}
        self._by_beginning: dict[str, list[Form]] = {}
        self._by_consonants: dict[str, list[Form]] = {}
        for form in forms:
            if (
                entities[form.entity].kind is not Kind.PERSON
                or not form.text.isalpha()
                or len(form.text) < _LEAST_TITLED
            ):
                continue
            if form.part in _SPELT_PARTS:
                self._by_name.setdefault(form.text, []).append(form)
            if form.part in _CALLED:
                for length in range(_LEAST_CUT, len(form.text)):
                    self._by_beginning.setdefault(form.text[:length], []).append(form)
        for name, named in self._by_name.items():
            self._by_consonants.setdefault(_consonants(name), []).extend(named)
        self._names = list(self._by_name)
        self._known: dict[str, _Near] = {}

    def possible(self, word: str) -> bool:
        """Whether a word as written, wherever it stands, may nearly be a name of the map."""
        return self._nearly(fold_text(word)) is not _NONE

    def spellings(
        self, reading: Reading, taken: Sequence[bool], *, small: bool
    ) -> Iterator[tuple[bool, tuple[Composite, ...]]]:
        """(marked as misspelt in the text, readings) of each word that is nearly a name of the map.

        Args:
            reading: the paragraph.
            taken: which of its tokens are spoken for.
            small: look at words in lower case too where the note has no capitals.
        """
        after = 0
        lower = range(len(reading)) if small and reading.unpolished else [*titled_small(reading)]
        for index in sorted({*reading.capitals, *lower}) if lower else reading.capitals:
            if taken[index] or index < after or self._nearly(reading.word(index)) is _NONE:
                continue
            if both := self._both(reading, index, taken):
                after = index + 2
                yield True, both
                continue
            if (found := self.near(reading, index, taken)) is None:
                continue
            if not found[0] and (self._within_longer_name(reading, index) or self._chance(reading, index)):
                continue
            yield found

    def _both(self, reading: Reading, index: int, taken: Sequence[bool]) -> tuple[Composite, ...]:
        """Whose forename and surname two neighbours nearly are, each bearing the other out: "Tomasina Arkwrite"."""
        following = reading.token(index + 1)
        if following is None or not following.capital or taken[index + 1] or reading.gap(index + 1) != " ":
            return ()
        given = {form.entity for form in self._nearly(reading.word(index)).spelt if form.part in _CALLED}
        family = {form.entity for form in self._nearly(following.word).spelt if form.part in _BORNE} if given else set()
        first, rank = title_before(reading, index) or (index, "")
        parts = (Extra.MISSPELT, Extra.MISSPELT)
        return tuple(Composite(index, index + 2, entity, parts, first, rank) for entity in sorted(given & family))

    def near(
        self, reading: Reading, index: int, taken: Sequence[bool] = ()
    ) -> tuple[bool, tuple[Composite, ...]] | None:
        """(marked as misspelt in the text, readings) of the names of the map that the word at `index` nearly is."""
        found = self._nearly(reading.word(index))
        if found is _NONE:
            return None
        title, token = title_before(reading, index), reading.tokens[index]
        plain = token.capitals or not token.capital or reading.starts_sentence(index) or token.word.endswith(_NATIONS)
        if not title and plain and of_english(token.word):
            return None
        if not title and not token.capital and len(token.word) < _LEAST_SMALL:
            return None
        forms = found.titled if title else found.spelt or (found.cut if not reading.shouting(index) else ())
        announced = not forms and self._announced(reading, index)
        if announced:
            forms = found.heard
        if title and not forms and found.far:
            own = [form for form in found.far if self._bears(form, title[1])]
            alone = dict.fromkeys(form.entity for form in own)
            read = tuple(Composite(index, index + 1, e, (Extra.MISSPELT,), *title) for e in alone)
            return (False, read) if read else None
        if title:
            called = found.spelt if title[1] in _BEFORE_FORENAMES else ()
            forms = (*(form for form in forms if form.part in _BORNE and self._borne(form, title[1])), *called)
        entities = dict.fromkeys(form.entity for form in forms)
        if not entities:
            return None
        if official := tuple(filter(None, (self._official(reading, index, entity) for entity in entities))):
            return True, official
        first, rank = title or (index, "")
        marked = bool(title) or announced or self._marked(reading, index, taken)
        if not marked and len(entities) == 1 and _heads_message(reading, index):
            marked = any(same_sound(token.word, form.text) for form in forms)
        return marked, tuple(Composite(index, index + 1, entity, (Extra.MISSPELT,), first, rank) for entity in entities)

    def _official(self, reading: Reading, index: int, entity: int) -> Composite | None:
        """The surname with the entity's own initial, rank and number after it: "DEVLYN T, PC 1204"; else None."""
        initial, own = reading.token(index + 1), TITLES.get(self._entities[entity].title)
        if initial is None or initial.word not in self._entities[entity].given_initials or own is None:
            return None
        after = rank_after(reading, index + 2) if reading.gap(index + 1) == " " else None
        if after is None or TITLES[after[1]].same_as != own.same_as:
            return None
        return Composite(index, after[0], entity, (Extra.MISSPELT, Extra.INITIAL), index, after[1])

    def _borne(self, form: Form, title: str) -> bool:
        """Whether a title may bear out that a surname is meant; a very short one needs the map's own title."""
        return len(form.text) > _LEAST_TITLED or self._bears(form, title)

    def _bears(self, form: Form, title: str) -> bool:
        """Whether the title is the one that the map gives."""
        own = TITLES.get(self._entities[form.entity].title)
        return own is not None and own.same_as == TITLES[title].same_as

    @staticmethod
    def _chance(reading: Reading, index: int) -> bool:
        """Whether a short word has its capital from the beginning of a sentence, and may be any word."""
        if len(reading.word(index)) > 5 or not (reading.tokens[index].capital and reading.starts_sentence(index)):
            return False
        if reading.shouting(index) and reading.gap(index + 2)[:1] == "," and len(reading.word(index + 1)) == 1:
            return False  # "DEVLYN T, PC 1204"
        return not (human_verb(reading, index + 1) or reading.gap(index + 1)[:1] in ('"', "”"))

    def _nearly(self, word: str) -> _Near:
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._compared(word)
        return found

    def _compared(self, word: str) -> _Near:
        if len(word) < _LEAST_CUT or not word.isalpha():
            return _NONE
        unknown = is_unknown(word)
        close = process.extract(word, self._names, scorer=DamerauLevenshtein.distance, score_cutoff=2, limit=20)
        sounding = {form.text for form in self._by_consonants.get(_consonants(word), ())}
        names = dict.fromkeys([*(name for name, _, _ in close), *sorted(sounding)])
        forms = tuple(form for name in names if similar(word, name) for form in self._by_name[name])
        forms += self._inflected(word)
        cut = [*self._cut(word), *self._pet_names(word)] if unknown else []
        near = _Near(
            spelt=tuple(form for form in forms if unknown and self._long_enough(word, form)),
            titled=forms if unknown or is_ordinary(word) else (),
            cut=tuple(cut) if cut and not of_english(word) else (),
            far=() if forms or not unknown else self._far(word, [name for name, _, _ in close]),
            heard=tuple(self._by_consonants.get(_consonants(word), ())) if unknown and len(word) >= _LEAST else (),
        )
        return near if near != _NONE else _NONE

    def _far(self, word: str, close: Sequence[str]) -> tuple[Form, ...]:
        """Surnames that the word may be meant for where little else can be, as it begins and ends like them."""
        alike = [name for name in close if len(name) >= _LEAST and name[0] == word[0] and name[-2:] == word[-2:]]
        if not alike or len(word) < _LEAST or of_english(word):
            return ()
        return tuple(form for name in alike for form in self._by_name[name] if form.part in _BORNE)

    def _cut(self, word: str) -> Iterator[Form]:
        """Names that begin with the word; where one letter is lacking, of a word that is long enough and no name."""
        for form in self._by_beginning.get(word, ()):
            if len(form.text) - len(word) > 1 or (len(word) >= _LEAST_SMALL and not likely_gender(word)):
                yield form

    @staticmethod
    def _long_enough(word: str, form: Form) -> bool:
        """Whether a spelling says enough; a shorter one does for a name by which people are called, if it sounds so."""
        shortest = min(len(word), len(form.text))
        if shortest >= _LEAST:
            return True
        return shortest >= _LEAST_HEARD and form.part in _CALLED and same_sound(word, form.text)

    def _pet_names(self, word: str) -> tuple[Form, ...]:
        """Names that the word is a pet form of, by its ending: "Tomaszy", "Gwenno", "Arkwy"; none for a usual name."""
        ending = _PET.search(word)
        if ending is None or likely_gender(word):
            return ()
        base = word[: ending.start()]
        stems = dict.fromkeys((base, base[:-1] if base[-2:-1] == base[-1:] else base))
        begun = [form for stem in stems if len(stem) >= _LEAST_STEM for form in self._by_beginning.get(stem, ())]
        return (*begun, *(form for stem in stems for form in self._by_name.get(stem, ())))

    def _inflected(self, word: str) -> tuple[Form, ...]:
        """Names of which the word is a case in a Slavonic language: "Tomaszowi", "Nowakami", "Kowalskiego"."""
        ending = _CASES.search(word)
        if ending is None or ending.start() < _LEAST_STEM:
            return ()
        stem = word[: ending.start()]
        # "Barrow" is no case of Barr.
        whole = (f"{stem}a",) if ending.group() in ("ow", "ach", "om") else (stem, f"{stem}a", f"{stem}i", f"{stem}o")
        return tuple(form for name in whole for form in self._by_name.get(name, ()))

    @staticmethod
    def _marked(reading: Reading, index: int, taken: Sequence[bool]) -> bool:
        """Whether the text itself says that the spelling is another's: "[sic]", "spelt …", or "Khalid/Khaled"."""
        end = reading.span(index, index + 1)[1]
        after = reading.paragraph.text[end : end + 12].casefold()
        if re.match(r"[\"”']?\s*[\[(]sic\b", after):
            return True
        if Nearly._announced(reading, index):
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
