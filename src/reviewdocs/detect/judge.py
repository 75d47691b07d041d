"""Which of a language model's finds are findings: finding names is the easy half, silence the hard one.

A model takes headings, posts, agencies, abbreviations and words of a log in capitals for names. What it says is weighed
against what is known: ordinary words (also those that the document itself writes in small letters), designations
("Child R", "Social Worker 2", "the Town"), countries and peoples, bodies of an area that publish or run services there
(councils, police forces, boards: the report is theirs), and how a day or a code is written. Where a capital is owed to
the place (the start of a sentence or cell, a line in capitals) any word of the dictionary is ordinary, and so is any
word of a stretch in another language that is written in small letters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import regex

from reviewdocs.detect.capitals import EDGES, in_plain_words, opens
from reviewdocs.detect.medicines import is_medicine
from reviewdocs.detect.models import Entity
from reviewdocs.language.calendar import MONTH, WEEKDAY
from reviewdocs.language.lexicon import RARE_NAME, frequency, surname_share
from reviewdocs.language.lists import entries
from reviewdocs.language.namesakes import NOUNS, PLACES, is_ordinary
from reviewdocs.language.numbers import SUFFIX
from reviewdocs.language.titles import TITLES
from reviewdocs.language.words import (
    all_words,
    is_english,
    is_foreign,
    is_forename,
    is_plain,
    is_word,
    small_words,
    words_in,
)
from reviewdocs.model.mentions import Category

_CATEGORIES = {
    "PERSON": Category.PERSON, "PLACE": Category.PLACE, "ORG": Category.ORG, "DATE": Category.DATE,
    "CODE": Category.CODE,
}  # fmt: skip
_COURTESIES = frozenset({"mr", "mrs", "ms", "mx"})
LEAST = 0.3
"""Confidence below which a find is not looked at."""
_VERY_SURE = 0.9
_VERBAL = ("ing", "ed", "ly")
SURE = 0.8
"""Confidence that outweighs doubt about a word which can also be ordinary."""

_PIECES = regex.compile(r"(?:(?<=\p{Ll}{4})[.!?:](?!\s\p{Lu})|(?<!\p{Ll}{4})[.!?:]|[^\n\t|\0;•.!?:])+")
"""What lies in one cell, line and sentence; "Supt. Tolverne" does."""
_LEAD = regex.compile(
    r"(?:\d+(?:\.\d+)+\.?\s|\d+[.)]\s)?"
    r"(?i:(?:the|a|an|of|at|in|on|and|to|from|with|re|by|for|my|his|her|our|their|now|ex)\s)*(?=\S)"
)
_LAST_CAPITALISED = regex.compile(r".*(?<![\p{L}'-])\p{Lu}[\p{L}\p{M}'.-]*", regex.DOTALL)
_NO_PLACES = NOUNS - PLACES
_CAPITALISED = frozenset({Category.PERSON, Category.PLACE})
_LISTED = regex.compile(r",\s(?:and\s)?|\sand\s(?!(?:herzegovina|barbuda|tobago|bute|galloway|kinross|islands|wear)\b)")
_MID_SENTENCE = regex.compile(r"(?<=[\p{L}\d,][ ])\p{Lu}\p{Ll}[\p{L}'-]*")
"""Capitalised words that begin no sentence, which in prose are names."""
_POSSESSIVE = regex.compile(r"(?i:'s?)$")
_DESIGNATION = regex.compile(
    r"(?i:(?:the\s)?(?:[\p{L}'-]+\s){1,4})(?:[A-Z]{1,2}\d{0,2}|\d{1,3}[A-Z]?)|[A-Z]{1,4}\d{1,3}|(?:M|P)G[MF]|"
    r"(?i:mr|mrs|ms|miss|dr|pc|ds|dc|nurse|cllr)\.?\s[A-Z]\.?"
)
_AFTER_A_LETTER = regex.compile(r"\p{Lu}\.\s\p{Lu}{2,5}")
_LETTERED = regex.compile(
    r"\b(?i:child|adult|sibling|brother|sister|baby|infant|person|family|parent|practitioner|nurse|worker|officer|doctor)\s$"
)
"""Before a designation's letter that ends a sentence, an abbreviation after it: "Child B. EEG normal."."""
_DOES = regex.compile(r"\sand\s\p{Ll}{2,}ed\b")
"""After a verb that is a forename too: "Drew and coloured"."""
_NUMBERED = regex.compile(r"\p{L}+\.?\s(?:[xX]?\d{1,3}[A-Za-z]?)|\d[\d.,/]*\s?\p{L}+|\p{L}\d{1,3}")
"""A word and a number, either first: a thing counted, a room, a recommendation."""
"""Words with one letter or number after them; the words must be ordinary."""
_ABBREVIATION = regex.compile(r"[A-Z][A-Z&/-]{0,5}s?|(?:[A-Z]\.){2,}")
_OF_AN_AREA = regex.compile(
    r"\b(?i:council|constabulary|police(?:\s(?:force|service))?|partnership|board|authority|"
    r"(?:foundation\s|nhs\s|acute\s|community\s|hospitals?\s|university\s|health\s|care\s|children's\s|learning\s)?trust|"
    r"icb|ccg|ambulance\sservice|fire\s(?:and\srescue\s)?service|probation(?:\s(?:service|delivery\sunit))?|"
    r"university|government|parliament|assembly|commission|college\sof\s\w+|social\s(?:care|services)|mash|services?|"
    r"coroner'?s?(?:\scourt|\soffice)?|(?:crown|county|family|magistrates'?|youth)\scourt|procedures|protocol|strategy)$"
)
_STREET = regex.compile(
    r"\b(?i:road|street|avenue|lane|crescent|terrace|drive|grove|gardens|mews|close|walk|parade|way|row|estate|square)$"
)
_NUMBERED_STREET = regex.compile(r"^(?i:flat\s)?\d{1,4}[A-Za-z]?,?\s\p{Lu}")
_BODY = regex.compile(
    r"\b(?i:hospital|infirmary|surgery|school|academy|nursery|college|centre|clinic|practice|church|mosque|temple|hospice|"
    r"care\shome|lodge|ltd|limited|llp|plc|club|association|society|foundation|charity|housing|homes|pharmacy|hotel)\b"
)
_MONTH, _WEEKDAY = rf"(?i:{MONTH})", rf"(?i:{WEEKDAY})"
_DAY = regex.compile(
    rf"\b\d{{1,2}}{SUFFIX}?\s(?:of\s)?{_MONTH}\b|\b{_MONTH}\s\d{{1,2}}{SUFFIX}?\b(?!\d)|"
    rf"\b\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\b|\b{_WEEKDAY}\.?,?\s(?:the\s)?\d{{1,2}}(?:{SUFFIX}|/\d{{1,2}})?\b|"
    r"\b(?i:christmas|boxing|new\syear'?s|mother'?s|father'?s|valentine'?s)\s(?i:day|eve)\b"
)
_CODE = regex.compile(r"(?=\P{L}*\p{L}?[^\d]*\d)[\w/.,:#\s-]{4,40}")
_NO_CODE = regex.compile(
    r"(?i:\d+(?:st|nd|rd|th)|[\d,.]+\s?(?:%|per\s?cent|mg|kg|g|ml|cm|mm|km|hours?|days?|weeks?|months?|years?|yrs?)?|"
    r"(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?|\d{1,2}[:.]\d\d|\d{1,3}/\d{1,3}|[£$€].*|covid-?19|(?:section|s|part|no|page|"
    r"regulation|article|phase|stage|tier|level|version|v|schedule|chapter|paragraph)\.?\s?\d+[\w().]*)"
)


_ANNOUNCED = regex.compile(
    r"\b(?i:ref(?:erence)?|no|num(?:ber)?|id|log|crime|incident|custody|case|account|client|patient|file|pin|urn|cad|"
    r"application|claim|licence|policy)\b[^\p{L}\d]{0,4}$"
)
_OTHER_CODE = regex.compile(
    r"\b(?i:product|model|part|serial|catalogue|invoice|order|isbn|issn|doi|version|edition|batch|page|pages|pp?|form|"
    r"section|paragraph|figure|table|standard|room|bus|route|extension|ext)\b[^;\n]{0,24}$"
)
_OF_A_BOOK = regex.compile(r"(?i:isbn|issn|doi|version|v\d)")
_ANNOUNCED_WITHIN = 30


@dataclass(frozen=True, slots=True)
class Judged:
    """A find that counts."""

    category: Category
    start: int
    end: int
    score: float
    models: tuple[str, ...]


@cache
def _large_places() -> frozenset[str]:
    return frozenset(line.casefold() for line in entries("reviewdocs.detect.data", "countries.txt"))


@cache
def _towns() -> frozenset[str]:
    return frozenset(line.casefold() for line in entries("reviewdocs.detect.data", "towns.txt")) - {
        "barking",
        "bath",
        "reading",
        "rugby",
    }


class Judge:
    """Weighs the models' finds in one document.

    Args:
        texts: the document's texts, for the words that it writes in small letters.
        authors: surnames, in small letters, of the authors it cites.
    """

    def __init__(self, texts: Iterable[str], authors: frozenset[str] = frozenset()) -> None:
        self._authors = authors
        self._small: Counter[str] = Counter()
        self._capital: set[str] = set()
        for text in texts:
            self._small.update(small_words(text))
            self._capital.update(word.casefold() for word in _MID_SENTENCE.findall(text))

    def judged(self, text: str, entities: list[Entity]) -> Iterator[Judged]:
        """The finds in one text that count, trimmed to what identifies."""
        for entity in entities:
            category = _CATEGORIES.get(entity.label)
            if category is None or entity.score < LEAST:
                continue
            for start, end in _trimmed(text, entity.start, entity.end):
                if category in _CAPITALISED and not _BODY.search(text, start, end):
                    end = _capitalised_end(text, start, end)
                    start = _name_start(text, start, end)
                settled = self._settled(category, text, start, end, entity.score)
                if settled:
                    yield Judged(settled, start, end, entity.score, entity.models)

    def _settled(self, category: Category, text: str, start: int, end: int, score: float) -> Category | None:
        """The category under which a trimmed find counts, or None."""
        found = text[start:end]
        if category is Category.DATE:
            return category if _DAY.search(found) else None
        if category is Category.CODE:
            return category if _a_code(text, start, found) else None
        if self._authors and all(word in self._authors or is_word(word) for word in words_in(found)):
            return None
        if (
            _harmless(found)
            or self._written_small(text, start, end, score)
            or in_plain_words(category, text, start, end)
        ):
            return None
        if _OF_AN_AREA.search(found):
            return None
        if found.islower() and found in _towns():
            return Category.PLACE
        if found.islower() and (category is not Category.PERSON or not _name_in_small_letters(found, score)):
            return None
        if is_medicine(text, start, end):
            return None
        if category is Category.PERSON:
            return self._person(text, start, end, score)
        if _NUMBERED_STREET.search(found) and _STREET.search(found):
            return Category.ADDRESS
        if category is Category.PLACE:
            if words_in(found)[0] in _NO_PLACES and len(found.split()) == 1 and opens(text, start):
                return None
            return Category.ORG if _BODY.search(found) else Category.PLACE
        return Category.PLACE if _STREET.search(found) else Category.ORG

    def _person(self, text: str, start: int, end: int, score: float) -> Category | None:
        found = text[start:end]
        if _STREET.search(found) and len(found.split()) > 1:
            return Category.ADDRESS if found[0].isdigit() else Category.PLACE
        if _BODY.search(found):
            return Category.ORG
        words = words_in(found)
        if _AFTER_A_LETTER.fullmatch(found) and _LETTERED.search(text, max(0, start - 20), start):
            return None
        if found.isupper() and len(words) > 1 and any(is_plain(word) for word in words if word not in TITLES):
            return None
        if len(words) > 1 or not opens(text, start):
            return Category.PERSON
        ordinary = is_ordinary(words[0])
        doubtful = words[0].endswith(_VERBAL) or (ordinary and (score < _VERY_SURE or bool(_DOES.match(text, end))))
        strange = ordinary and not is_forename(words[0]) and words[0] not in self._capital
        return None if doubtful or strange else Category.PERSON

    def _written_small(self, text: str, start: int, end: int, score: float) -> bool:
        """Whether the document writes the words of a find in small letters elsewhere, so that they name nobody."""
        found = text[start:end]
        words = words_in(found)
        own = Counter(small_words(found))
        common = [w for w in words if is_word(w) or self._small[w] > own[w]]
        if len(common) < len(words):
            return False
        # Of one word in the middle of a sentence a sure model is believed: "so Grace went" beside "with grace".
        return not (score >= SURE and not opens(text, start) and not any(is_word(w) for w in words))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A find without what stands about the name; one that crosses lines or cells in its parts; never half a word."""
    while end < len(text) and text[end - 1].isalpha() and text[end].isalpha():
        end += 1
    while start and text[start - 1].isalpha() and text[start].isalpha():
        start -= 1
    for piece in _PIECES.finditer(text, start, end):
        first, last = piece.span()
        while first < last and text[first] in EDGES:
            first += 1
        while last > first and text[last - 1] in EDGES:
            last -= 1
        if lead := _LEAD.match(text, first, last):
            first = lead.end()
        if possessive := _POSSESSIVE.search(text, first, last):
            last = possessive.start()
        if last - first > 1:
            yield first, last


def _capitalised_end(text: str, start: int, end: int) -> int:
    """The end of a name without words in small letters after its last capital: "Mr Ashgrove undertook"."""
    found = text[start:end]
    last = _LAST_CAPITALISED.match(found)
    return start + last.end() if last else end


def _name_in_small_letters(found: str, score: float) -> bool:
    """Whether a find in small letters is believed: a sure model, and no word that is ordinary."""
    words = [word for word in words_in(found) if len(word) > 1]
    if words[0] in TITLES or words[0] == "mam":
        words = words[1:]
    return score >= _VERY_SURE and not any(is_english(word) or is_ordinary(word) for word in words)


def _a_code(text: str, start: int, found: str) -> bool:
    """Whether a find is written as a code: letters and figures, or figures after a word that announces a reference."""
    if not _CODE.fullmatch(found) or _NO_CODE.fullmatch(found):
        return False
    worded = regex.findall(r"\p{L}{3,}", found)
    if worded and not regex.search(r"\d\p{L}|\p{L}\d|[/_-]", found) and all(is_english(w.casefold()) for w in worded):
        return False
    before = text[max(0, start - _ANNOUNCED_WITHIN) : start]
    if _OTHER_CODE.search(before) or _OF_A_BOOK.match(found):
        return False
    return any(character.isalpha() for character in found) or _ANNOUNCED.search(before) is not None


def _harmless(found: str) -> bool:
    """Whether a find is an abbreviation, a designation, a country or people, or nothing but ordinary words."""
    folded = found.casefold()
    if (
        _large_places().issuperset(_LISTED.split(folded))
        or _ABBREVIATION.fullmatch(found)
        or _NUMBERED.fullmatch(found)
    ):
        return True
    words = words_in(" ".join(token for token in found.split() if not any(c.isdigit() for c in token)))
    named = [word for word in words if word.rstrip(".") not in TITLES]
    if not any(len(word) > 1 for word in named) or all(is_word(word) for word in named):
        return True
    return bool(_DESIGNATION.fullmatch(found)) and all_words(" ".join(found.split()[:-1]))


def _name_start(text: str, start: int, end: int) -> int:
    """The start of a name without plain words in small letters before it ("strain, Zarit"), and without a plain word
    that owes its capital to its place ("Attends Heronby")."""
    first = start
    for token in regex.finditer(r"(?<!\S)\S+\s+(?=\S)", text[start:end]):
        word = token[0].strip(EDGES + " ")
        owed = word.islower() or (token.start() == 0 and opens(text, start) and not word.isupper())
        plain = is_english(word.casefold()) or (word.islower() and is_ordinary(word))
        if not owed or not plain or word.casefold() in TITLES:
            break
        first = start + token.end()
    return first if any(character.isupper() for character in text[first:end]) else start


def _bears_a_title(title: str, word: str, found: str) -> bool:
    """Whether a word after a title is a surname, though a verb is written so too: "Dr Manning", "Sister Canning".

    After Mr and Mrs nothing else stands. Other titles begin headings and notes ("INSPECTOR INFORMED", "Miss School"),
    so the word has to be one that people are called, or be hardly used as a word.
    """
    only_before_names = title in _COURTESIES and not found.isupper()
    return only_before_names or surname_share(word) > RARE_NAME or not frequency(word)


def plain_person(found: str, *, by_model: bool) -> bool:
    """Whether a person is none: after any title, nothing but ordinary words nobody is called; where a pattern found him
    without a title, nothing but words of the dictionary or of another language. What a pattern found in small letters
    it has weighed itself."""
    if found.islower() and not by_model:
        return False
    words = words_in(found)
    named = [word for word in words if word not in TITLES]
    if named and len(named) < len(words) and _bears_a_title(words[0], named[0], found):
        return False
    if not by_model and len(named) == len(words) and all(is_foreign(word) or is_english(word) for word in named):
        return not any(map(is_ordinary, named))
    return bool(named) and all(map(is_plain, named))
