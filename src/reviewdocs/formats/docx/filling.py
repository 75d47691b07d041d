"""Runs that a program shows and no reader sees: too small, squeezed, white, without fill, or left out of web pages.

Between the letters of a name they part it for a search and for nobody who reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from reviewdocs.formats.xmlparts import NAMES, attribute, short

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
        unseen = (_holder(node, "w:style") for node in styles.iter(*_TELLING) if _tells(str(node.tag), *node.items()))
        return cls(frozenset(attribute(node, "w:styleId") or "" for node in unseen if node is not None))

    def runs_in(self, root: etree._Element) -> frozenset[etree._Element]:
        """The runs (`w:r`) of a part that are such."""
        telling = [node for node in root.iter(*_TELLING) if _tells(str(node.tag), *node.items())]
        if self.styles:
            telling += [node for node in root.iter("{*}rStyle") if attribute(node, "w:val") in self.styles]
        return frozenset(run for node in telling if (run := _holder(node, "w:r")) is not None)


def _holder(node: etree._Element, name: str) -> etree._Element | None:
    """The run or style whose properties hold an element."""
    properties = next((above for above in node.iterancestors() if NAMES[above.tag] == "w:rPr"), None)
    holder = properties.getparent() if properties is not None else None
    return holder if holder is not None and NAMES[holder.tag] == name else None


@lru_cache(maxsize=4096)
def _tells(tag: str, *attributes: tuple[str | bytes, str | bytes]) -> bool:
    """Whether a property leaves nothing to be seen."""
    name, value = short(tag), next((str(value) for key, value in attributes if short(str(key)) == "w:val"), "")
    if name == "w:webHidden":
        return value not in ("0", "false", "off")
    if name in ("w:sz", "w:w", "w:fitText"):
        number = value.rstrip("%pt")
        return number.isdigit() and int(number) <= (_TINY if name == "w:sz" else _SQUEEZED)
    if name == "w:color":
        return _WHITE.fullmatch(value) is not None
    return name == "w14:noFill"
