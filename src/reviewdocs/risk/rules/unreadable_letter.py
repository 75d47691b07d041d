"""A word of which a letter cannot be told, and which is no word of English however it is read: it may be a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from reviewdocs.language.words import is_english
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (
    Example("it was \ufffdaherty who rang"),
    Example("by Ond\ufffdej Havl\ufffd\ufffdek"),
    Example("Mr O\ufffdDowd came"),
)
MISSES = (
    Example("it was the \ufffdrst o\ufffdce"),
    Example("don\ufffdt tell the child\ufffds aunt"),
    Example("behind the fa\ufffdade"),
    Example("\ufffd Seen at home"),
    Example("\ufffdSeen at home"),
)

_WORD = re.compile(r"(?<![\w\ufffd])(?=[^\W\d_]*\ufffd)(?:[^\W\d_]|\ufffd)+(?<!\ufffd\ufffd)(?![\w\ufffd])")
_LEAST = 3
"""Letters that can be read; fewer are bullets and signs."""
_MAY_BE = ("", "'", "-", "ff", "fi", "fl", "ffi", "ffl", "tt", "ti", "ft", "st", "th", *"aceinouéèêïçñüö")
"""What fonts and programs lose: ligatures, letters with accents, quotation marks, hyphens."""
_ENDINGS = frozenset({"", "s", "t", "d", "m", "ll", "re", "ve"})
_MOST = 2
"""More lost letters than these make no word of English that is worth the guess."""


def _find(examined: Examined) -> Iterator[Hit]:
    for paragraph in examined.paragraphs:
        if "\ufffd" in paragraph.text:
            for match in _WORD.finditer(paragraph.text):
                if sum(map(str.isalpha, match[0])) >= _LEAST and not _may_be_english(match[0].casefold()):
                    yield Hit(match[0], paragraph.key, match.start(), match.end())


def _may_be_english(word: str) -> bool:
    lost = word.count("\ufffd")
    if lost > _MOST:
        return False
    first, *others = word.split("\ufffd")
    return any(
        _is_english("".join([first, *(letters + rest for letters, rest in zip(read, others, strict=True))]))
        for read in product(_MAY_BE, repeat=lost)
    )


def _is_english(word: str) -> bool:
    plain, _, ending = word.partition("'")
    return is_english(plain) and ending in _ENDINGS


RULE = Rule(
    name="unreadable-letter",
    severity=Severity.REVIEW,
    category=Category.PERSON,
    message="A letter of this word cannot be told, and it may be a name.",
    remedy="Look at the word on the page; if it is a name, anonymise the document it was made from.",
    find=_find,
)
