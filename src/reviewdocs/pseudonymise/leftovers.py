"""What the search of all bytes finds in running text when everything was decided: never passed on, always told.

Names in letters that a reader has to decode (base64, percent-encoding, entities) go with the word in which they are
packed, or, where only several words together hold one, with all such words of the paragraph. What stands there in
plain letters and was taken for words, and a name of which half ends one paragraph and half begins the next, becomes
`[name]`, for a person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewdocs.formats.adversary import text_readings
from reviewdocs.formats.base import Finder
from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise.machinewords import read_by_machine
from reviewdocs.pseudonymise.render.edits import UNDECIDED, apart

CODED = "[coded text]"
"""What stands in the place of a word that has to be decoded."""
_CODED = re.compile(r"\S*(?:[A-Za-z0-9+/_-]{16}|%[0-9A-Fa-f]{2}|&#?\w+;|=[0-9A-F]{2}|<)\S*")
_AROUND = ".,;:!?()[]\"'“”‘’"
_REACH = 80
"""Characters of the next paragraph in which the rest of a name is looked for."""


def left_over(paragraphs: Sequence[Paragraph], find: Finder) -> list[Mention]:
    """What `find` finds in the texts that people read, as mentions to be replaced, in order.

    Texts that only programs read are left out: names are taken out of them without a word.

    Raises:
        InputError: something is packed too deeply to be read.
    """
    found: list[Mention] = []
    read = [paragraph for paragraph in paragraphs if not read_by_machine(paragraph)]
    for paragraph, following in pairwise([*read, None]):
        if paragraph is not None:
            mentions = [*_plain(paragraph, following, find), *_coded(paragraph, find)]
            found += apart(paragraph, mentions)
    return found


def _plain(paragraph: Paragraph, following: Paragraph | None, find: Finder) -> Iterator[Mention]:
    text, size = paragraph.text, len(paragraph.text)
    if following is not None and following.part == paragraph.part:
        text += "\n" + following.text[:_REACH]
    for each in find(text, glued=False):
        if each.start < size:
            yield Mention(
                paragraph.key,
                each.start,
                min(each.end, size),
                text[each.start : min(each.end, size)],
                Category.PERSON,
                (),
                Outcome.UNDECIDED,
                UNDECIDED,
                ("a name of the map in full, which was taken for words",),
                ("ordinary word",),
            )


def _coded(paragraph: Paragraph, find: Finder) -> Iterator[Mention]:
    text = paragraph.text
    spans = [_within(match) for match in _CODED.finditer(text)]
    holding = [(start, end) for start, end in spans if _holds(text[start:end], find)]
    rest = text
    for start, end in reversed(holding):
        rest = rest[:start] + rest[end:]
    for start, end in spans if spans and _holds(rest, find) else holding:
        why = ("it holds a name of the map once it is decoded",)
        yield Mention(paragraph.key, start, end, text[start:end], Category.ONLINE, (), Outcome.REPLACED, CODED, why)


def _within(match: re.Match[str]) -> tuple[int, int]:
    """A word without the punctuation around it."""
    text = match.group()
    start = match.start() + len(text) - len(text.lstrip(_AROUND))
    return start, start + len(text.strip(_AROUND))


def _holds(text: str, find: Finder) -> bool:
    """Whether something is found in the text only once it is decoded."""
    return not find(text, glued=False) and any(find(reading, glued=False) for _, reading in text_readings(text))
