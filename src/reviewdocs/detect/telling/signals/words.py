"""How usual its words are: as words of English, as surnames and forenames, in the papers of the field."""

from __future__ import annotations

from reviewdocs.detect.telling.place import Example, Place, Signal
from reviewdocs.language.lexicon import forename_shares, frequency, surname_share
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.titles import TITLES
from reviewdocs.language.words import is_english, is_foreign, is_forename, is_word

_COLUMNS = (
    "words",
    "words without titles",
    "rarest word's frequency",
    "most usual word's frequency",
    "last word's frequency",
    "first word's frequency",
    "last word as a surname",
    "most usual surname",
    "first word as a forename",
    "most usual forename",
    "no names",
    "share of ordinary words",
    "share of dictionary words",
    "share of words in no list",
    "a word people are called",
    "a word that is a forename",
    "a foreign word",
    "a title",
    "longest word",
)


def _see(place: Place) -> list[float]:
    words = place.named
    usual = [frequency(word) for word in words]
    surnames = [surname_share(word) for word in words]
    forenames = [max(forename_shares(word)) for word in words]
    count = len(words)
    return [
        len(place.words),
        count,
        min(usual),
        max(usual),
        usual[-1],
        usual[0],
        surnames[-1],
        max(surnames),
        forenames[0],
        max(forenames),
        all(surname <= -4 and forename <= -4 for surname, forename in zip(surnames, forenames, strict=True)),
        sum(map(is_word, words)) / count,
        sum(map(is_english, words)) / count,
        sum(not (f or is_english(word)) for f, word in zip(usual, words, strict=True)) / count,
        any(map(is_ordinary, words)),
        any(map(is_forename, words)),
        any(map(is_foreign, words)),
        bool(place.words) and place.words[0] in TITLES,
        max(map(len, words)),
    ]


SIGNAL = Signal(
    name="words",
    sees="how usual its words are, as words and as names",
    columns=_COLUMNS,
    see=_see,
    hits=(
        Example("rang «Mr Tolverne» back", "PERSON", "a title"),
        Example("«Safeguarding Board»", "ORG", "share of ordinary words"),
    ),
    misses=(Example("rang «Tolverne» back", "PERSON", "a title"),),
)
