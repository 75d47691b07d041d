"""What nothing on the page refers to any more: the picture of a deleted run, a note whose mark is gone, where a link of
no words leads.

No reader sees it and so nobody looked at it, but a programme still finds it in the package.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from lxml import etree

from reviewdocs.formats.docx.package import Package, Part, Relationship
from reviewdocs.formats.docx.references import NAMESPACES
from reviewdocs.formats.xmlparts import attribute, name_of

_BY_ID: Final = frozenset(
    {"image", "hyperlink", "chart", "chartEx", "chartUserShapes", "oleObject", "package", "control", "aFChunk"}
    | {"subDocument", "frame", "header", "footer", "video", "audio", "media", "hdphoto"}
    | {f"diagram{name}" for name in ("Data", "Layout", "QuickStyle", "Colors")}
)
"""Kinds of relationship that mean something only where the part names their id; styles and themes are just there."""
_NOTES: Final = {"footnotes": "footnote", "endnotes": "endnote"}
_IDS = etree.XPath("//@r:*|//@s:*|//@o:relid", namespaces=NAMESPACES, smart_strings=False)


def drop_notes(package: Package) -> int:
    """Remove the notes that no mark refers to; returns how many."""
    count = 0
    for relationship in list(package.all_relationships()):
        source, part = _ends(package, relationship)
        if source is None or part is None or relationship.kind not in _NOTES:
            continue
        name = _NOTES[relationship.kind]
        marked = {attribute(mark, "w:id") for mark in source.root.iter(f"{{*}}{name}Reference")}
        for note in list(part.root.iter(f"{{*}}{name}")):
            proper = note.getparent() is part.root and attribute(note, "w:type") in (None, "normal")
            if proper and attribute(note, "w:id") not in marked:
                part.root.remove(note)
                count += 1
    return count


def drop_relationships(package: Package) -> int:
    """Remove relationships that their part does not name; returns how many of them led out of the package."""
    by_source: defaultdict[str, list[Relationship]] = defaultdict(list)
    for relationship in package.all_relationships():
        by_source[relationship.source].append(relationship)
    count = 0
    for name, relationships in by_source.items():
        source = package.find(name) if name else None
        if source is None or not source.is_xml or not any(r.kind in _BY_ID for r in relationships):
            continue
        named = _named(source.root)
        gone = [r for r in relationships if r.kind in _BY_ID and r.id not in named]
        if not any(r.kind == "diagramData" and r not in gone for r in relationships):
            gone += [r for r in relationships if r.kind == "diagramDrawing"]  # drawn from the data, which names it
        for relationship in gone:
            parent = relationship.element.getparent()
            if parent is not None:
                parent.remove(relationship.element)
            count += relationship.target is None
    return count


def _named(root: etree._Element) -> set[str]:
    """The ids of relationships that a part names; a link without words has none after this."""
    for link in root.iter("{*}hyperlink"):
        if name_of(link) == "w:hyperlink" and next(link.iter("{*}r"), None) is None:
            link.attrib.clear()
    found = _IDS(root)
    return {str(value) for value in found} if isinstance(found, list) else set()


def _ends(package: Package, relationship: Relationship) -> tuple[Part | None, Part | None]:
    """The XML parts that a relationship leads from and to."""
    ends = [package.find(name) if name else None for name in (relationship.source, relationship.target)]
    source, target = (part if part is not None and part.is_xml else None for part in ends)
    return source, target
