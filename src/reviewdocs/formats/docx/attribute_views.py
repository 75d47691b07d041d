"""Texts that stand in attributes: labels, alternative texts, field codes, and all there are of foreign vocabularies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from lxml import etree

from reviewdocs.formats.docx import vocabulary as words
from reviewdocs.formats.docx.segments import AttributeText, OptionalAttribute
from reviewdocs.formats.docx.view import Nature, View, is_wordy
from reviewdocs.formats.docx.vocabulary import Spot
from reviewdocs.formats.xmlparts import short

_HEX = re.compile(r"\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?|[0-9A-Fa-f]+")
_SCHEMA = re.compile(r"https?://(schemas\.(microsoft|openxmlformats)\.(com|org)|purl\.o(clc|rg)|www\.w3\.org)/\S*")


def attribute_views(
    part: str,
    node: etree._Element,
    name: str,
    keys: Sequence[str | bytes],
    skip: Callable[[etree._Element, str], bool],
    otherwise: Spot | None,
) -> Iterator[View]:
    """The views of an element's attributes.

    Args:
        part: the part's name.
        node, name, keys: the element, its short name, and its attributes'.
        skip: (element, attribute) pairs read elsewhere.
        otherwise: where attributes stand of which nothing is known; None to read only those known to hold words.
    """
    for key in map(str, keys):
        spot, code, attr = _attribute_spot(name, key)
        place = Spot("Field code") if code else spot or otherwise
        if place is None or skip(node, attr):
            continue
        value = str(node.get(key))
        if not is_wordy(value) or (spot is None and not code and _technical(value)):
            continue
        nature = Nature.CODE if code else Nature.PLAIN
        segment = (OptionalAttribute if (name, attr) in words.GONE_WHEN_EMPTY else AttributeText)(node, key)
        yield View.of(f"{part}@{attr.rpartition(':')[2]}", (segment,), place, nature)


@lru_cache(maxsize=8192)
def _attribute_spot(element: str, key: str) -> tuple[Spot | None, bool, str]:
    """Where an attribute stands (None: no words in it), whether it is a field code, and its short name."""
    attr = short(key)
    spot = words.ON_ELEMENT.get((element, attr)) or words.ANYWHERE.get(attr)
    return spot, (element, attr) in words.FIELD_CODE_ATTRIBUTES, attr


@lru_cache(maxsize=8192)
def tell(element: str, *keys: str | bytes) -> bool:
    """Whether there are words in any of an element's attributes."""
    spots = [_attribute_spot(element, str(key)) for key in keys]
    return any(spot is not None or code for spot, code, _ in spots)


def _technical(value: str) -> bool:
    return _HEX.fullmatch(value) is not None or _SCHEMA.fullmatch(value) is not None
