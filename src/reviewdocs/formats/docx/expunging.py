"""The last resort: taking a name out of what programs read, where the reading of texts does not reach it.

Ids, names of elements and namespaces, attributes of no known meaning, packed data, names glued to other words. The same
name becomes the same word everywhere, so that what refers to another by name goes on doing so. Text that a reader sees
is never touched here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from reviewdocs.formats import xmlparts
from reviewdocs.formats.adversary import MARKUP, readings, text_readings
from reviewdocs.formats.base import Find, Finder
from reviewdocs.formats.docx.package import Package, Part
from reviewdocs.formats.docx.vocabulary import FIELD_CODE, IDENTIFIERS, ON_ELEMENT, TEXT
from reviewdocs.formats.xmlparts import NAMES, short

_KEYWORD: Final = re.compile(
    r"[a-z][A-Za-z0-9]*|(application|image|text)/[\w.+\-]*"
    r"|(https?|urn):[\w./:#\-]*(openxmlformats|microsoft|w3|purl)[.\-][\w./:#\-]*"
)
"""What the format itself says: values of lists ("character"), kinds of parts, addresses; a name within is chance."""
_LEAST_PACKED: Final = 24
_COINED: Final = frozenset(ON_ELEMENT) | {
    pair for kind in IDENTIFIERS.values() for pair in kind.definitions | kind.references
}


@dataclass(slots=True)
class Expunger:
    """Takes what `find` finds out of the parts of one package and of those within it.

    Attributes:
        words: what stands in the place of each phrase that was found.
        count: of how many places and parts it was taken out.
    """

    find: Finder
    count: int = 0
    words: dict[str, str] = field(default_factory=dict)

    def holds(self, data: bytes) -> bool:
        """Whether a part that is no XML holds any of it, read in any way."""
        held = any(self.find(text, glued=False) for _, text in readings("", data))
        self.count += held
        return held

    def names_of_parts(self, package: Package) -> None:
        """Rename parts whose names hold any of it."""
        names = {name: new for name in package.parts if (new := self.cleaned(name)) != name}
        package.rename(names)
        self.count += len(names)

    def cleaned(self, name: str) -> str:
        """A part's name without it."""
        return self._without(name, glued=True)

    def xml(self, part: Part, *, foreign: bool) -> None:
        """Clean one XML part: attributes, field codes, packed data; then the names in its markup.

        Args:
            foreign: its vocabulary is somebody's own, so that names of elements may be glued to other words.
        """
        before = self.count
        for node in part.root.iter():
            self._node(node)
        raw = xmlparts.to_bytes(part.root).decode("utf-8")
        cleaned = MARKUP.sub(lambda piece: self._without(piece.group(), glued=foreign), raw)
        self.count += cleaned != raw
        if self.count != before:
            part.replace(cleaned.encode("utf-8"))

    def _node(self, node: etree._Element) -> None:
        name = NAMES[node.tag]
        if not name:
            if isinstance(node, (etree._Comment, etree._ProcessingInstruction)):
                node.text = self._value(node.text or "", glued=True)
            return
        if node.text and name in FIELD_CODE:
            node.text = self._value(node.text, glued=True)
        elif node.text and name not in TEXT and self._is_packed(node.text):
            node.text = ""
            self.count += 1
        for key, value in [(str(key), str(value)) for key, value in node.attrib.items()]:
            cleaned = self._value(value, glued=_is_coined(name, key) or not _KEYWORD.fullmatch(value))
            if cleaned != value:
                node.set(key, cleaned)

    def _value(self, text: str, *, glued: bool) -> str:
        """The text without it; nothing at all where it is there once the text is decoded."""
        cleaned = self._without(text, glued=glued)
        cleaned = "" if self._is_packed(cleaned) else cleaned
        self.count += cleaned != text
        return cleaned

    def _is_packed(self, text: str) -> bool:
        """Whether any of it is in the text only once that is decoded."""
        if not ("%" in text or "&" in text or "<" in text or len(text) >= _LEAST_PACKED):
            return False
        return not self.find(text, glued=False) and any(self.find(t, glued=False) for _, t in text_readings(text))

    def _without(self, text: str, *, glued: bool) -> str:
        for found in reversed(_longest(self.find(text, glued=glued))):
            word = self.words.setdefault(found.phrase, f"Name{len(self.words) + 1}")
            text = f"{text[: found.start]}{word}{text[found.end :]}"
        return text


def _is_coined(name: str, key: str) -> bool:
    """Whether an attribute holds a name that somebody made up."""
    return (name, short(key)) in _COINED


def _longest(finds: Sequence[Find]) -> list[Find]:
    """Of finds that overlap the longest, in the order in which they stand."""
    kept: list[Find] = []
    for find in sorted(finds, key=lambda each: each.start - each.end):
        if all(find.end <= other.start or find.start >= other.end for other in kept):
            kept.append(find)
    return sorted(kept, key=lambda each: each.start)
