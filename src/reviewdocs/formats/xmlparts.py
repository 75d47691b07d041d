"""XML parts: parsed without entities and network, written back deterministically, names short.

Limits: libxml2's own (256 levels, 10 MB a text node) stay in force, as nothing Word writes comes near them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeVar

from lxml import etree

from reviewdocs.errors import InputError

_OOXML = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_PREFIXES = {
    f"{_OOXML}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OOXML}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_OOXML}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OOXML}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_OOXML}drawingml/2006/chart": "c",
    f"{_STRICT}drawingml/chart": "c",
    f"{_OOXML}drawingml/2006/diagram": "dgm",
    f"{_STRICT}drawingml/diagram": "dgm",
    f"{_OOXML}drawingml/2006/picture": "pic",
    f"{_STRICT}drawingml/picture": "pic",
    f"{_OOXML}drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{_OOXML}spreadsheetml/2006/main": "x",
    f"{_STRICT}spreadsheetml/main": "x",
    f"{_OOXML}markup-compatibility/2006": "mc",
    f"{_OOXML}package/2006/relationships": "rel",
    f"{_OOXML}package/2006/content-types": "ct",
    f"{_OOXML}officeDocument/2006/customXml": "ds",
    f"{_STRICT}officeDocument/customXml": "ds",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://www.w3.org/2000/svg": "svg",
}


T = TypeVar("T")
_MOST_TAGS = 8192
"""Remembered at once: Office knows some three thousand."""


@lru_cache(maxsize=_MOST_TAGS)
def short(tag: str) -> str:
    """`{namespace}p` as `w:p`, the same for transitional and strict; an unknown namespace gives `?:p`."""
    namespace, brace, local = tag.rpartition("}")
    if not brace:
        return tag
    return f"{_PREFIXES.get(namespace[1:], '?')}:{local}"


class ByTag(dict[object, T]):
    """What something is for elements of each tag, worked out once from the short name.

    Comments, processing instructions and entities, whose tag is no text, have the empty name. For the inner loops: a
    look-up costs a tenth of a call.
    """

    def __init__(self, work: Callable[[str], T]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, tag: object) -> T:
        if len(self) > _MOST_TAGS:
            self.clear()
        found = self[tag] = self._work(short(tag) if isinstance(tag, str) else "")
        return found


NAMES: Final = ByTag(str)
"""The short name of each tag."""


def name_of(node: etree._Element | None) -> str:
    """The short name of an element; empty for comments, processing instructions, entities and None."""
    return NAMES[node.tag] if node is not None else ""


def in_vocabulary(node: etree._Element) -> bool:
    """Whether the element is of a namespace whose attributes we know one by one."""
    return not name_of(node).startswith("?") and ":" in name_of(node)


def attribute(node: etree._Element, name: str) -> str | None:
    """The value of an attribute by its short name (`w:val`, `r:id`), in either namespace family."""
    key = attribute_key(node, name)
    return None if key is None else str(node.attrib[key])


def attribute_key(node: etree._Element, name: str) -> str | None:
    """The attribute's key in `node.attrib` by its short name."""
    for key in map(str, node.keys()):  # quicker than going through `attrib`
        if short(key) == name:
            return key
    return None


def sibling_tag(node: etree._Element, local: str) -> str:
    """A tag of the same namespace as `node`'s, so that strict documents stay strict."""
    namespace, brace, _ = str(node.tag).rpartition("}")
    return f"{namespace}{brace}{local}"


def parse(data: bytes, part: str) -> etree._Element:
    """The root element of an XML part.

    Raises:
        InputError: it is not well-formed, or declares entities.
    """
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(
            "A part of the document is damaged (not well-formed XML).",
            where=part,
            remedy="Open it in Word, let Word repair it, save, and run again.",
        ) from error
    if root.getroottree().docinfo.internalDTD is not None and "<!ENTITY" in raw_text(data, root):
        raise InputError("A part of the document declares XML entities, which Word never writes.", where=part)
    return root


def parse_leniently(data: bytes) -> etree._Element | None:
    """The root element, or None when this is no XML."""
    if not data[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \r\n\t").startswith(b"<"):
        return None
    try:
        return etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError):
        return None


def raw_text(data: bytes, root: etree._Element) -> str:
    """The bytes of a part as text, in the encoding that they were parsed in."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else root.getroottree().docinfo.encoding
    try:
        return data.decode(encoding or "utf-8", "replace")
    except LookupError:  # known to libxml2 and not to Python; names in plain letters read the same in most
        return data.decode("latin-1")


def to_bytes(root: etree._Element) -> bytes:
    """The part written as Word does: UTF-8, declaration with standalone, what stands beside the root included."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, strip_cdata=False
    )
