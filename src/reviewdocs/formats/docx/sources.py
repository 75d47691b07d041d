"""What an element fetches, runs or leads to by an attribute of its own, and not by a relationship of its part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from reviewdocs.formats.docx import outward
from reviewdocs.formats.docx.segments import take_out
from reviewdocs.formats.xmlparts import attribute, name_of, short

_SOURCES: Final = "sources of pictures"
_ACTIONS: Final = "actions on clicking"
_SHOWN_WITHIN: Final = re.compile(r"ppaction://(?:hlinkshowjump|hlinksldjump|noaction|media)\b", re.IGNORECASE)
"""Actions that lead to another slide, or nowhere ([MS-OE376] 2.1.1256)."""
_FILLS: Final = frozenset({"v:imagedata", "v:fill", "v:stroke", "v:image", "o:left", "o:top", "o:right", "o:bottom"})
"""What a picture is fetched for: its address is nothing that a reader goes to."""
_ADDRESS: Final = re.compile(r"url\(\s*+(?![\s\"']*#)[^)]*+\)?", re.IGNORECASE)

_LEADING: Final = "' href src althref action invalidUrl macro embeddedHtml docLocation style '"
_HOLDERS = etree.XPath(
    f"descendant-or-self::*/@*[contains({_LEADING}, local-name())]"
    f"[contains({_LEADING}, concat(' ', local-name(), ' '))]/.."
)
"""One look at each attribute, whatever its namespace: a comparison for each name would cost several times as much. Most
names are no part of any of these, which is told without putting spaces about them."""


def holders(root: etree._Element) -> list[etree._Element]:
    """The elements of a part with an attribute that may lead out of it."""
    found = _HOLDERS(root)
    return [node for node in found if isinstance(node, etree._Element)] if isinstance(found, list) else []


def drop(nodes: Iterable[etree._Element]) -> Counter[str]:
    """Take out of these elements what leads out of their part; returns how much, by kind."""
    return Counter(label for node in nodes for label in _dropped(node))


def _dropped(node: etree._Element) -> Iterator[str]:
    """What goes of one element, as what it is counted."""
    name = name_of(node)
    for key in map(str, node.keys()):
        value, attr = str(node.get(key)), short(key).rpartition(":")[2]
        if attr == "embeddedHtml":
            yield "videos on the web"
            take_out(node)
            return
        if attr == "action" and not _SHOWN_WITHIN.match(value):
            if value.strip():
                yield _ACTIONS
                take_out(node)
                return
        elif attr == "macro" or attr == "invalidUrl":
            if value.strip():
                yield _ACTIONS if attr == "macro" else outward.LINKS
                node.set(key, "")
        elif attr == "docLocation":
            if attribute(node, "r:id") is None:
                yield outward.LINKS
                del node.attrib[key]
        elif attr in ("src", "althref") or (attr == "href" and name in _FILLS):
            yield _SOURCES
            del node.attrib[key]
        elif attr == "href" and not outward.may_stay(value):
            yield outward.label_of(value)
            del node.attrib[key]
        elif attr == "style" and _ADDRESS.search(value):
            yield _SOURCES
            node.set(key, _ADDRESS.sub("none", value))
