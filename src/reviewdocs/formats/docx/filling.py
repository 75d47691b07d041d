"""Runs that a program shows and no reader sees: too small, squeezed, white, without fill, or left out of web pages.

Between the letters of a name they part it for a search and for nobody who reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from reviewdocs.formats.xmlparts import NAMES, attribute

_TINY, _SQUEEZED = 4, 10
"""Half-points of a letter that is a speck; per cent of its width, or twentieths of a point of the run's."""
_WHITE = re.compile("(?:f[0-9a-f]){3}", re.IGNORECASE)
_TELLING = tuple(f"{{*}}{name}" for name in ("webHidden", "w", "fitText", "noFill", "color", "sz"))


@dataclass(frozen=True, slots=True)
class Filling:
    """The character styles of a document by which nothing is seen."""

    styles: frozenset[str] = frozenset()

    @classmethod
    def of(cls, styles: etree._Element) -> Filling:
        """Read a part of styles."""
        own = [node for node in styles if NAMES[node.tag] == "w:style" and _is_unseen(node)]
        return cls(frozenset(attribute(node, "w:styleId") or "" for node in own))

    def any_in(self, root: etree._Element) -> bool:
        """Whether a part may have such runs."""
        return bool(self.styles) or any(_tells(node) for node in root.iter(*_TELLING))

    def holds(self, run: etree._Element) -> bool:
        """Whether a run (`w:r`) is one."""
        return _is_unseen(run, self.styles)


def _is_unseen(node: etree._Element, styles: frozenset[str] = frozenset()) -> bool:
    for properties in node:
        if NAMES[properties.tag] == "w:rPr":
            return any(
                _tells(each) or (NAMES[each.tag] == "w:rStyle" and attribute(each, "w:val") in styles)
                for each in properties.iter(etree.Element)
            )
    return False


def _tells(node: etree._Element) -> bool:
    """Whether a property leaves nothing to be seen."""
    name, value = NAMES[node.tag], attribute(node, "w:val") or ""
    if name == "w:webHidden":
        return value not in ("0", "false", "off")
    if name in ("w:sz", "w:w", "w:fitText"):
        number = value.rstrip("%pt")
        return number.isdigit() and int(number) <= (_TINY if name == "w:sz" else _SQUEEZED)
    if name == "w:color":
        return _WHITE.fullmatch(value) is not None
    return name == "w14:noFill"
