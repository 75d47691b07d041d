"""Note numbers typed by hand: raised figures or marks after a word, which are no part of it ("Tilly⁴")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from reviewdocs.formats.xmlparts import NAMES, attribute

_NUMBER = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡§¶])(?:\s?[,;–-]\s?(?:\d{1,3}|[*†‡§¶])){0,3}[\])]?\s*")
_STYLES = frozenset({"FootnoteReference", "EndnoteReference"})
_PROPERTIES, _TEXT = "w:rPr", "w:t"


def any_in(root: etree._Element) -> bool:
    """Whether a part may hold raised figures."""
    return next(root.iter("{*}vertAlign", "{*}position", "{*}rStyle"), None) is not None


def is_note_number(run: etree._Element, before: str) -> bool:
    """Whether a run (`w:r`) is a note's number after the text `before`; after a figure it may be an exponent."""
    if not before or before[-1].isdigit() or before[-1].isspace():
        return False
    if not any(_raises(child) for child in run if NAMES[child.tag] == _PROPERTIES):
        return False
    texts = list(_texts(run))
    return all(text is not None for text in texts) and _NUMBER.fullmatch("".join(filter(None, texts))) is not None


def _texts(run: etree._Element) -> Iterator[str | None]:
    """What a run holds beside its properties: its texts, None for anything else."""
    for child in run:
        name = NAMES[child.tag]
        if name != _PROPERTIES:
            yield (child.text or "") if name == _TEXT and not len(child) else None


def _raises(properties: etree._Element) -> bool:
    for each in properties:
        name, value = NAMES[each.tag], attribute(each, "w:val") or ""
        if name == "w:vertAlign":
            return value == "superscript"
        if name == "w:rStyle" and value in _STYLES:
            return True
        if name == "w:position" and value.isdigit() and int(value):
            return True
    return False
