"""Other words for a stretch of a sentence, or none: put so that what stands beside them still reads as a sentence.

Where two prepositions, articles or the same words twice would meet ("on in November", "the her school", "Detective
Detective"), one goes; "a" and "an" agree; a sentence begins with a capital.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reviewdocs.language.calendar import MONTH_IN_FULL, SEASON, WEEKDAY_IN_FULL
from reviewdocs.language.grammar import (
    ARTICLES,
    DETERMINERS,
    PREPOSITIONS,
    WHENCE_OR_WHITHER,
    WHERE_OR_WHEN,
    article_before,
)
from reviewdocs.language.sentences import opens
from reviewdocs.language.titles import TITLES
from reviewdocs.model.text import Edit
from reviewdocs.pseudonymise.render.wording import genitive

REACH = 120
"""Characters on either side that are looked at."""
_LAST_WORD = re.compile(r"([^\W_](?:[\w'’-]*\w)?)[^\S\n\t]+$")
_FIRST_WORD = re.compile(r"[^\S\n\t]+([^\W_](?:[\w'’-]*\w)?)")
_SAID_TWICE = frozenset({"that", "had"})
"""Words that may stand twice in a row, each in its own part of the sentence."""
_MONTH_LIKE = re.compile(
    rf"(?:(?:early|mid|late)[ -])?(?:the )?(?:(?:early|mid|late)[ -])?(?:{MONTH_IN_FULL}|{SEASON}|[12]\d{{3}}$)\b"
    r"(?! \d{1,2}\b(?!\d))",
    re.I,
)
_LONG_TIME = rf"(?:week|weekend|fortnight|month|term|quarter|year|{SEASON}|{MONTH_IN_FULL})"
_PART_OF_DAY = rf"(?:day|morning|afternoon|evening|night|{WEEKDAY_IN_FULL})"
_NO_ON = re.compile(
    rf"(?:this|that|one)\s{_LONG_TIME}\b|(?:last|next|every|each)\s(?:{_LONG_TIME}|{_PART_OF_DAY})\b|"
    r"(?:\w+\s){0,4}(?:later|earlier|before|afterwards|ago)$|(?:soon|later|shortly|recently|once|then|today)\b",
    re.I,
)
"""Times that take no "on"."""
_NO_AT = re.compile(rf"(?:this|that|last|next|every|each)\s(?:{_LONG_TIME}|{_PART_OF_DAY})\b", re.I)
"""Times that take neither "at" nor "in"."""


class Word(NamedTuple):
    """A word beside a stretch: folded, and where it stands in the text."""

    folded: str
    start: int
    end: int


def word_before(text: str, at: int) -> Word:
    """The word before `at`, nothing but blanks between; an empty one at `at` where there is none."""
    match = _LAST_WORD.search(text, max(0, at - REACH), at)
    return Word(match[1].casefold(), *match.span(1)) if match else Word("", at, at)


def word_after(text: str, at: int) -> Word:
    """The word after `at`, likewise."""
    match = _FIRST_WORD.match(text, at)
    return Word(match[1].casefold(), *match.span(1)) if match else Word("", at, at)


def reworded(text: str, start: int, end: int, words: str) -> Edit:
    """The edit that puts `words` in the place of [start, end), and changes beside them what no longer fits.

    Args:
        text: the paragraph.
        start, end: code points of it.
        words: what a person wants there; at least one.
    """
    words = " ".join(words.split())
    start, end, words = _without_doubles(text, start, end, words)
    for _ in range(2):  # an article that goes may leave a preposition that has to go as well
        start, words = _joined(text, start, words)
    if text[end : end + 2] in ("'s", "’s") and re.search(r"[^\Ws]s$", words) and words[:4].casefold() == "the ":
        words, end = genitive(words, text[end]), end + 2
    if words[-1:] in ".,;:" and re.match(r"[.,;:!?]|\s+[a-z]", text[end : end + REACH]):
        words = words.rstrip(".,;:")
    return finished(text, start, end, words)


def finished(text: str, start: int, end: int, words: str) -> Edit:
    """The edit with the article before it agreeing, and a capital where a sentence begins."""
    article = word_before(text, start)
    if article.folded in ("a", "an") and words and article_before(words) != article.folded:
        said = article_before(words)
        said = said.capitalize() if text[article.start].isupper() else said
        return Edit(article.start, end, f"{said} {words}")
    if opens(text, start) and not text[start : start + 1].islower():
        words = words[:1].upper() + words[1:]
    return Edit(start, end, words)


def _without_doubles(text: str, start: int, end: int, words: str) -> tuple[int, int, str]:
    """The stretch grown over what stands beside it and is said again by the new words."""
    folded = words.casefold().split()
    before, at = list[Word](), start
    while len(before) < len(folded) and (word := word_before(text, at)).folded:
        before.insert(0, word)
        at = word.start
    for count in range(len(before), 0, -1):
        if [word.folded for word in before[-count:]] == folded[:count] and not (
            count == 1 and folded[0] in _SAID_TWICE
        ):
            start = before[-count].start
            words = " ".join([text[start : before[-1].end], *words.split()[count:]])
            break
    after, at = list[Word](), end
    while len(after) < len(folded) and (word := word_after(text, at)).folded:
        after.append(word)
        at = word.end
    for count in range(len(after), 0, -1):
        if [word.folded for word in after[:count]] == folded[-count:] and not (
            count == 1 and folded[-1] in _SAID_TWICE
        ):
            return start, after[count - 1].end, words
    return start, end, words


def _joined(text: str, start: int, words: str) -> tuple[int, str]:
    """What stands before the new words and these themselves, of two that would say the same only one left."""
    before, (first, _, rest) = word_before(text, start), words.partition(" ")
    led, lower = before.folded, first[:1].islower()
    first = first.casefold()
    if led in TITLES and (lower or first in DETERMINERS):
        return before.start, words
    if led in DETERMINERS and first in DETERMINERS | PREPOSITIONS and rest:
        if led in ARTICLES:
            return before.start, words
        if led == "that" or first in PREPOSITIONS:  # "said that a colleague had left", "told her in the county"
            return start, words
        return (start, rest) if first in ARTICLES else (before.start, words)
    if led in WHERE_OR_WHEN and first in PREPOSITIONS and rest:
        return before.start, words
    if led in WHENCE_OR_WHITHER and first in WHERE_OR_WHEN and rest:
        return start, rest
    if (led == "on" and _NO_ON.match(words)) or (led in ("at", "in") and _NO_AT.match(words)):
        return before.start, words
    if led == "on" and _MONTH_LIKE.match(words):
        return before.start, f"in {words}"
    return start, words
