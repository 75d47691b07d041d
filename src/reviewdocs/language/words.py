"""Which words are ordinary: of English, and of the papers of safeguarding work.

A language model takes capitalised words for names: posts, agencies, headings, form labels, words of a log in capitals.
A run of words all of which stand in these lists, or which the document itself writes in small letters elsewhere, names
nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewdocs.language.lexicon import frequency
from reviewdocs.language.lists import entries
from reviewdocs.language.namesakes import is_ordinary

_PARTS = re.compile("[-/]")
_ENDINGS = (
    ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""),
    ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("ation", "e"), ("able", ""), ("ness", ""), ("'s", ""),
    ("s'", "s"), ("n't", ""),
)  # fmt: skip
_LEAST_STEM = 3
_HALF = 4
"""Least letters of each half of a compound ("talkgroup"); a half that people are called makes a surname of it."""
_LONGEST = 45
"""Letters of the longest English word."""
_PREFIXES = ("un", "re", "non", "mis", "over", "under", "out", "anti", "multi", "micro", "neuro")
_NO_NAME_ENDS_SO = (
    "tion", "tions", "sion", "sions", "ments", "ness", "lessly", "ible", "ibly", "ably", "ously", "ility", "ically",
    "ising", "ised", "ician", "icians", "ology", "ological", "itis", "aemia", "emia", "ectomy", "otomy", "azole",
    "cillin", "statin", "olol", "idine", "pril", "ectomies", "ative", "ively", "ages", "ism", "isms", "istic", "logist",
    "logists", "opathy", "opathies", "opathic", "plegia", "algia", "ostomy", "oscopy", "pnoea", "thermia", "haematoma",
)  # fmt: skip
_LONG = 7


@cache
def _listed() -> frozenset[str]:
    return _words_of("field_words.txt", "common_words.txt")


@cache
def _informal() -> frozenset[str]:
    """Shorthand and slang, which have no regular forms: "min" makes no "miners"."""
    return _words_of("informal_words.txt")


@cache
def _english() -> frozenset[str]:
    return _words_of("english_words.txt")


@cache
def _forenames() -> frozenset[str]:
    return _words_of("forename_words.txt")


@cache
def _foreign() -> frozenset[str]:
    return _words_of("foreign_words.txt")


def _words_of(*names: str) -> frozenset[str]:
    return frozenset(
        word for name in names for line in entries("reviewdocs.language.data", name) for word in line.split()
    )


def stems(word: str) -> Iterator[str]:
    """What a word is a regular form of, whether there is such a word or not."""
    for ending, plain in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)] + plain
            if len(stem) >= _LEAST_STEM:
                yield stem
            if len(stem) > _LEAST_STEM and stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def is_word(word: str) -> bool:
    """Whether a word in small letters, or each part of a hyphenated one, is ordinary in one of its regular forms."""
    if word in _listed() or word in _informal() or len(word) == 1 or word.isdecimal():
        return True
    if len(word) >= _LONG and word.endswith(_NO_NAME_ENDS_SO):
        return True
    if "-" in word or "/" in word:
        return all(is_word(part) for part in _PARTS.split(word) if part)
    return any(stem in _listed() for stem in stems(word))


@cache
def is_english(word: str) -> bool:
    """Whether a word in small letters is one of a large dictionary without usual names, in one of its regular forms.

    Weaker than `is_word`: people and firms are called so now and then, so that it counts only where a capital is owed
    to the place and not to a name.
    """
    if is_word(word) or word in _english() or any(stem in _english() for stem in stems(word)):
        return True
    if "-" in word or "/" in word:
        return all(is_english(part) for part in _PARTS.split(word) if part)
    if len(word) > _LONGEST:
        return False
    if any(is_plain(word[:at]) and is_plain(word[at:]) for at in range(_HALF, len(word) - _HALF + 1)):
        return True
    return any(
        word.startswith(prefix) and len(word) - len(prefix) > _LEAST_STEM and is_english(word[len(prefix) :])
        for prefix in _PREFIXES
    )


def is_shorthand(word: str) -> bool:
    """Whether a word in small letters is one that papers of the field use, and English hardly: "chron", "disch"."""
    return word in _informal() or (word in _listed() and not frequency(word))


def is_forename(word: str) -> bool:
    """Whether an ordinary word is also a usual forename."""
    return word in _forenames()


def is_foreign(word: str) -> bool:
    """Whether a word in small letters is a common one of another language, and nobody's name."""
    return word in _foreign()


def is_plain(word: str) -> bool:
    """Whether a word of several small letters is ordinary and nobody's name."""
    return len(word) > 1 and is_word(word) and not is_ordinary(word)
