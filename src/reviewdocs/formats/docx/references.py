"""Removing relationships so that nothing is left pointing at what is gone, and a reader still sees what they saw."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from lxml import etree

from reviewdocs.formats.docx.package import Package, Relationship
from reviewdocs.formats.docx.segments import take_out
from reviewdocs.formats.xmlparts import XML_SPACE, name_of, short, sibling_tag

NAMESPACES = {
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "s": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "o": "urn:schemas-microsoft-com:office:office",
}
"""Of the attributes that refer to relationships."""
_REFERRING = etree.XPath("//@r:*/..|//@s:*/..|//@o:relid/..", namespaces=NAMESPACES)
PLACEHOLDER = "[content removed]"
"""Stands where a reader saw something that could not be read."""

_ATTRIBUTE_ONLY = frozenset({"w:hyperlink", "a:blip", "v:imagedata", "v:fill", "v:stroke", "v:shape", "x:pageSetup"})
"""Elements that stay when what they refer to is gone."""
_OBJECTS = frozenset({"o:OLEObject", "w:control", "w:objectEmbed", "w:objectLink"})


def drop(package: Package, unwanted: Callable[[Relationship], bool]) -> int:
    """Remove relationships, and in the parts what refers to them; returns how many were removed."""
    by_source: defaultdict[str, list[Relationship]] = defaultdict(list)
    for relationship in package.all_relationships():
        if unwanted(relationship):
            by_source[relationship.source].append(relationship)
    for source, relationships in by_source.items():
        part = package.find(source) if source else None
        if part is not None and part.is_xml:
            _drop_references(part.root, {relationship.id for relationship in relationships})
        for relationship in relationships:
            parent = relationship.element.getparent()
            if parent is not None:
                parent.remove(relationship.element)
    return sum(map(len, by_source.values()))


def _drop_references(root: etree._Element, ids: set[str]) -> None:
    found = _REFERRING(root)
    for node in found if isinstance(found, list) else ():
        assert isinstance(node, etree._Element)
        for key in [str(key) for key, value in node.attrib.items() if value in ids and _refers(str(key))]:
            _drop_reference(node, key)


def _refers(key: str) -> bool:
    name = short(key)
    return name.startswith("r:") or name == "o:relid"


def _drop_reference(node: etree._Element, key: str) -> None:
    name = name_of(node)
    if node.getparent() is None:
        return
    if name in _ATTRIBUTE_ONLY:
        del node.attrib[key]
    elif name in _OBJECTS:
        _object_to_picture(node)
    elif name == "w:altChunk":
        _placeholder_paragraph(node)
    elif (choice := _with_fallback(node)) is not None:
        take_out(choice)
    else:
        take_out(node)


def _with_fallback(node: etree._Element) -> etree._Element | None:
    """The alternative in which the node stands, where there is a fallback that can stand for it."""
    for above in node.iterancestors():
        parent = above.getparent()
        if name_of(above) == "mc:Choice" and parent is not None:
            return above if any(name_of(child) == "mc:Fallback" for child in parent) else None
    return None


def _object_to_picture(node: etree._Element) -> None:
    """An embedded object becomes the picture that was seen of it; where there is none, a placeholder."""
    holder = next((above for above in node.iterancestors() if name_of(above) in ("w:object", "w:pict")), None)
    take_out(node)
    if holder is None:
        return
    for shape in holder.iter(etree.Element):
        for key in [str(key) for key in shape.attrib if short(str(key)) == "o:ole"]:
            del shape.attrib[key]
    if any(name_of(inner) == "v:imagedata" for inner in holder.iter(etree.Element)):
        holder.tag = sibling_tag(holder, "pict")
        holder.attrib.clear()
        return
    parent = holder.getparent()
    if parent is not None:
        text = _text(holder)
        text.tail = holder.tail
        parent.replace(holder, text)


def _placeholder_paragraph(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is None:
        return
    paragraph = etree.Element(sibling_tag(node, "p"))
    etree.SubElement(paragraph, sibling_tag(node, "r")).append(_text(node))
    paragraph.tail = node.tail
    parent.replace(node, paragraph)


def _text(like: etree._Element) -> etree._Element:
    text = etree.Element(sibling_tag(like, "t"))
    text.text = PLACEHOLDER
    text.set(XML_SPACE, "preserve")
    return text
