"""Lists of words and phrases, looked up in running text: singular and plural, hyphen or blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from reviewdocs.risk.unusual import data

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True)
class Words:
    """A text, cut into words once for all lists."""

    text: str

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands."""
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def plain(self) -> list[str]:
        """Each word in small letters with a straight apostrophe."""
        return [self.text[start:end].casefold().replace("’", "'") for start, end in self.spans]


class Lexicon:
    """The phrases of a list.

    Args:
        name: of the file in `data`.
    """

    def __init__(self, name: str) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in _phrases(name):
            words = tuple(match.group() for match in _WORD.finditer(phrase.casefold()))
            self._by_first.setdefault(words[0] if len(words) > 1 else "", []).append(words)
        self._single = {words[0] for words in self._by_first.pop("", [])}
        for phrases in self._by_first.values():
            phrases.sort(key=len, reverse=True)

    def find(self, words: Words) -> Iterator[tuple[int, int]]:
        """Every place of a phrase, the longest where several begin, none within another."""
        plain, spans, at = words.plain, words.spans, 0
        while at < len(plain):
            length = self._length(plain, at)
            if length and not _broken(words.text[spans[at][0] : spans[at + length - 1][1]]):
                yield spans[at][0], spans[at + length - 1][1]
            at += length or 1

    def _length(self, plain: list[str], at: int) -> int:
        for phrase in self._by_first.get(plain[at], ()):
            last = at + len(phrase) - 1
            if last < len(plain) and tuple(plain[at:last]) == phrase[:-1] and phrase[-1] in _singular(plain[last]):
                return len(phrase)
        return 1 if not self._single.isdisjoint(_singular(plain[at])) else 0


@cache
def lexicon(name: str) -> Lexicon:
    """A list, read once."""
    return Lexicon(name)


def _phrases(name: str) -> Iterator[str]:
    text = resources.files(data).joinpath(name).read_text(encoding="utf-8")
    body = " ".join(line for line in text.splitlines() if not line.startswith("#"))
    return (phrase for part in body.split(",") if (phrase := part.strip()))


@cache
def _singular(word: str) -> frozenset[str]:
    """A word and what it may be the plural or possessive of."""
    forms = {word, word.removesuffix("'s")}
    for plain in tuple(forms):
        for ending, singular in (("s", ""), ("es", ""), ("ies", "y"), ("men", "man"), ("ves", "f")):
            if plain.endswith(ending) and len(plain) > len(ending) + 2:
                forms.add(plain[: -len(ending)] + singular)
    return frozenset(forms)


def _broken(text: str) -> bool:
    """Whether the words of a phrase belong to two clauses."""
    return bool(re.search(r"[,.;:()\n]", text))
