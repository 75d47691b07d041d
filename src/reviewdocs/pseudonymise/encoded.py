"""Names in letters that a reader has to decode: base64, percent-encoding, entities, in the middle of a text.

The resolver reads what people read. What it cannot see, and the search of all bytes does, goes as a whole: the word in
which it is packed, or, where only several together hold it, all such words of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sized

from reviewdocs.formats.adversary import text_readings
from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise.machinewords import read_by_machine

CODED = "[coded text]"
"""What stands in the place of such a word."""
_CODED = re.compile(r"\S*(?:[A-Za-z0-9+/_-]{16}|%[0-9A-Fa-f]{2}|&#?\w+;|=[0-9A-F]{2}|<)\S*")
_AROUND = ".,;:!?()[]\"'“”‘’"
_WHY = ("it holds a name of the map once it is decoded",)


def encoded(paragraphs: Iterable[Paragraph], find: Callable[[str], Sized]) -> list[Mention]:
    """The words in which something is packed that `find` finds, as mentions to be replaced, in order.

    Texts that only programs read are left out: what is packed there is taken out without a word.

    Raises:
        InputError: something is packed too deeply to be read.
    """
    found: list[Mention] = []
    for paragraph in paragraphs:
        if not read_by_machine(paragraph) and (words := list(_CODED.finditer(paragraph.text))):
            spans = [_within(match) for match in words]
            holding = [(start, end) for start, end in spans if _holds(paragraph.text[start:end], find)]
            rest = paragraph.text
            for start, end in reversed(holding):
                rest = rest[:start] + rest[end:]
            found += [_mention(paragraph, *span) for span in (spans if _holds(rest, find) else holding)]
    return found


def _within(match: re.Match[str]) -> tuple[int, int]:
    """A word without the punctuation around it."""
    text = match.group()
    start = match.start() + len(text) - len(text.lstrip(_AROUND))
    return start, start + len(text.strip(_AROUND))


def _holds(text: str, find: Callable[[str], Sized]) -> bool:
    """Whether something is found in the text only once it is decoded."""
    return not find(text) and any(find(reading) for _, reading in text_readings(text))


def _mention(paragraph: Paragraph, start: int, end: int) -> Mention:
    text = paragraph.text[start:end]
    return Mention(paragraph.key, start, end, text, Category.ONLINE, (), Outcome.REPLACED, CODED, _WHY)
