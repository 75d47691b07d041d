"""A title with words that nobody is called, or words of a dictionary alone."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.language.lexicon import RARE_NAME, frequency, surname_share
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.running import words_in
from reviewdocs.language.titles import TITLES
from reviewdocs.language.words import is_english, is_foreign, is_plain
from reviewdocs.model.mentions import Category

HITS = (
    Example("«INSPECTOR INFORMED» at once"),
    Example("«Miss Appointment»"),
    Example("spoke to «Farming» again", by_model=False),
)
MISSES = (
    Example("told «Mr Farrier» so"),
    Example("told «Dr Manning» so"),
    Example("told «Tolverne» so", by_model=False),
)

_COURTESIES = frozenset({"mr", "mrs", "ms", "mx"})


def _silences(find: Find) -> bool:
    if find.is_somebody:
        return False
    return find.category is Category.PERSON and plain_person(find.found, by_model=find.by_model)


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


def _bears_a_title(title: str, word: str, found: str) -> bool:
    """Whether a word after a title is a surname, though a verb is written so too: "Dr Manning", "Sister Canning".

    After Mr and Mrs nothing else stands. Other titles begin headings and notes ("INSPECTOR INFORMED", "Miss School"),
    so the word has to be one that people are called, or be hardly used as a word.
    """
    only_before_names = title in _COURTESIES and not found.isupper()
    return only_before_names or surname_share(word) > RARE_NAME or not frequency(word)


FILTER = Filter(
    name="plain-person",
    leaves_out="posts and headings after a title",
    why="After the rank or post stands a word that nobody is called, as in a heading or a log.",
    source="surnames of the United States Census Bureau, 2010; wordfreq 3.1",
    silences=_silences,
)
