"""The words of running text, hyphenated and dotted ones as one; apart from `words`, as they need a library that is slow
to load."""

from __future__ import annotations

from collections import Counter

import regex

from reviewdocs.language.words import is_word

_WORDS = regex.compile(r"[\p{L}\p{M}&]+(?:['./-][\p{L}\p{M}]+)*|\d+")
_SMALL = regex.compile(r"(?<![\p{L}\p{M}'./@_-])\p{Ll}[\p{Ll}\p{M}]+(?:['-][\p{Ll}\p{M}]+)*(?![\p{L}\p{M}@_/])")


def words_in(text: str) -> list[str]:
    """The words and numbers of a text, in small letters; a hyphenated or dotted word is one."""
    return [word.casefold() for word in _WORDS.findall(text)]


def small_words(text: str) -> Counter[str]:
    """How often each word stands in small letters throughout: a document's own evidence of what is no name."""
    return Counter(_SMALL.findall(text))


def all_words(text: str) -> bool:
    """Whether a text holds nothing but ordinary words, single letters and numbers."""
    return all(is_word(word) for word in words_in(text))
