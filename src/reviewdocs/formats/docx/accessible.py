"""What a finished Word document gets for readers who do not see the page: title, language, heading rows of tables.

Works on the package, after `strip`. No word of the text is changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from lxml import etree

from reviewdocs.formats.docx.package import CONTENT_TYPES, Package, Part, rels_name
from reviewdocs.formats.docx.segments import take_out
from reviewdocs.formats.docx.structure import OFF, has_header, heading_levels, is_data
from reviewdocs.formats.xmlparts import attribute, attribute_key, name_of, sibling_tag

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_CORE, _CORE_TYPE = "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_ENGLISH = re.compile(r"en(?:-|$)", re.IGNORECASE)


def set_properties(package: Package, title: str, language: str) -> None:
    """Leave title and language as the only properties of a document; nobody's name, no date, no program."""
    part = _core(package)
    for child in list(part.root):
        part.root.remove(child)
    for name, text in (("title", title), ("language", language)):
        etree.SubElement(part.root, f"{{{_DC}}}{name}").text = text


def set_language(package: Package, language: str) -> None:
    """Make `language` that of the document, and of every stretch that is in English of whatever country."""
    styles = package.find("word/styles.xml")
    if styles is not None:
        _set_default(styles.root, language)
    for part in package.parts.values():
        if part.name.startswith("word/") and part.is_xml and not part.name.endswith(".rels"):
            for node in part.root.iter("{*}lang", "{*}themeFontLang"):
                key = attribute_key(node, "w:val")
                if key is not None and _ENGLISH.match(node.get(key) or ""):
                    node.set(key, language)


def mark_heading_rows(package: Package) -> int:
    """Mark the first row as a heading where it is set like one and no other is; returns in how many tables."""
    marked = 0
    for table in package.main().root.iter("{*}tbl"):
        if name_of(table) == "w:tbl" and is_data(table) and not has_header(table):
            rows = [node for node in table if name_of(node) == "w:tr"]
            looks = [_looks(row) for row in rows[:3]]
            if looks[0] and looks[1] and not looks[0] & looks[1] and not looks[0] & looks[-1]:
                _mark(rows[0])
                marked += 1
    return marked


def drop_rows(package: Package, rows: Collection[Sequence[str]]) -> int:
    """Take out the rows whose texts, paragraph by paragraph, are these; returns how many went."""
    wanted, gone = Counter(tuple(row) for row in rows), 0
    for row in list(package.main().root.iter("{*}tr")):
        texts = tuple(text for node in row.iter("{*}p") if (text := _text(node)))
        if wanted[texts] > 0:
            wanted[texts] -= 1
            gone += 1
            take_out(row)
    return gone


def drop_watermarks(package: Package, words: Collection[str]) -> int:
    """Take out the shapes that show one of `words` as a watermark; returns how many went."""
    gone = 0
    for part in package.parts.values():
        if words and part.name.startswith("word/") and part.is_xml:
            for path in [node for node in part.root.iter("{*}textpath") if node.get("string") in words]:
                holder = next((above for above in path.iterancestors() if name_of(above) == "w:pict"), None)
                take_out(path if holder is None else holder)
                gone += 1
    return gone


def skipped_levels(package: Package) -> Iterator[str]:
    """Headings that stand a level too deep for the one before them: "“Timescales” (level 3 after level 1)"."""
    levels = [(level, text) for level, text in headings(package) if text]
    for (before, _), (level, text) in pairwise([(0, ""), *levels]):
        if level > before + 1:
            yield f"“{text[:60]}” (level {level} after level {before})"


def headings(package: Package) -> Iterator[tuple[int, str]]:
    """The headings of the body in order, each with its level from 1."""
    styles = package.find("word/styles.xml")
    named = heading_levels(styles.root) if styles else {}
    for paragraph in package.main().root.iter("{*}p"):
        properties = next((node for node in paragraph if name_of(node) == "w:pPr"), None)
        if properties is None:
            continue
        own = {name_of(node): attribute(node, "w:val") or "" for node in properties}
        outline = own.get("w:outlineLvl", "")
        level = int(outline) + 1 if outline.isdigit() else named.get(own.get("w:pStyle", ""))
        if level is not None and level <= 9:
            yield level, _text(paragraph)


def drawn_words(package: Package) -> list[str]:
    """The alternative texts of the drawings of the body that hold text boxes, in order; empty where there is none."""
    found = []
    for drawing in package.main().root.iter("{*}drawing"):
        if next(drawing.iter("{*}txbxContent"), None) is not None:
            told = next((node for node in drawing.iter("{*}docPr")), None)
            found.append("" if told is None else (told.get("descr") or told.get("title") or ""))
    return found


def _core(package: Package) -> Part:
    """The part of the document's properties, made where there is none."""
    for relationship in package.relationships(""):
        part = package.find(relationship.target) if relationship.target else None
        if relationship.kind == "core-properties" and part is not None:
            return part
    types = package.parts[CONTENT_TYPES].root
    etree.SubElement(types, sibling_tag(types, "Override"), PartName=f"/{_CORE}", ContentType=_CORE_TYPE)
    rels = package.parts[rels_name("")].root
    etree.SubElement(rels, sibling_tag(rels, "Relationship"), Id="rIdCore", Type=_CORE_KIND, Target=_CORE)
    empty = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC})
    package.parts[_CORE] = Part(_CORE, _CORE_TYPE, etree.tostring(empty))
    return package.parts[_CORE]


def _set_default(styles: etree._Element, language: str) -> None:
    """Put the language into the document's defaults, where it has none."""
    defaults = next((node for node in styles if name_of(node) == "w:docDefaults"), None)
    if defaults is None:
        defaults = etree.Element(sibling_tag(styles, "docDefaults"))
        styles.insert(0, defaults)
    node = defaults
    for name in ("rPrDefault", "rPr", "lang"):
        below = next((child for child in node if name_of(child) == f"w:{name}"), None)
        if below is None:
            below = etree.Element(sibling_tag(styles, name))
            node.insert(0 if name == "rPrDefault" else len(node), below)
        node = below
    node.set(attribute_key(node, "w:val") or sibling_tag(styles, "val"), language)


def _looks(row: etree._Element) -> set[tuple[str, bool]]:
    """How the cells of a row are set: the style of their words, and whether these are bold."""
    found = set()
    for paragraph in row.iter("{*}p"):
        if _text(paragraph):
            style = next((attribute(n, "w:val") or "" for n in paragraph.iter("{*}pStyle")), "")
            runs = [node for node in paragraph.iter("{*}r") if _text(node)]
            bold = bool(runs) and all(_bold(node) for node in runs)
            found.add((style, bold))
    return found


def _bold(run: etree._Element) -> bool:
    mark = next(run.iter("{*}b"), None)
    return mark is not None and attribute(mark, "w:val") not in OFF


def _mark(row: etree._Element) -> None:
    properties = next((node for node in row if name_of(node) == "w:trPr"), None)
    if properties is None:
        properties = etree.Element(sibling_tag(row, "trPr"))
        at = next((i for i, node in enumerate(row) if name_of(node) not in ("w:tblPrEx",)), 0)
        row.insert(at, properties)
    for old in list(properties.iter("{*}tblHeader")):
        properties.remove(old)
    etree.SubElement(properties, sibling_tag(row, "tblHeader"))


def _text(node: etree._Element) -> str:
    return "".join(t.text or "" for t in node.iter("{*}t") if name_of(t) == "w:t").strip()
