"""Where a reader who has the page before her finds each text: its heading, its row of a table, its footnote."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterator, Mapping
from typing import Final

from lxml import etree

from reviewdocs.errors import InputError
from reviewdocs.formats.docx.package import Package
from reviewdocs.formats.docx.structure import heading_styles, is_heading
from reviewdocs.formats.docx.view import View
from reviewdocs.formats.headings import heading_in, paragraph_called, quoted, under
from reviewdocs.formats.xmlparts import attribute, name_of
from reviewdocs.model.text import ParagraphKey, Picture

_PICTURED: Final = ("}blip", "}svgBlip", "}imagedata")
"""How the elements end that refer to a picture: drawn, drawn as a vector, and in the older language."""
_NOTES: Final = {"w:footnote": "footnote", "w:endnote": "endnote", "w:comment": "comment"}
_MARKS: Final = ("w:footnoteReference", "w:endnoteReference", "w:commentReference")


def landmarks_of(package: Package, views: Mapping[ParagraphKey, View]) -> dict[ParagraphKey, str]:
    """What to look for on the page to find each text; texts that stand on no page have no entry.

    Raises:
        InputError: a part is damaged.
    """
    main = package.main().root
    known = dict(_blocks(main, _headings(package, main)))
    for name, part in package.parts.items():
        if name.endswith(("footnotes.xml", "endnotes.xml", "comments.xml")):
            known |= _notes(part.root, main)
    found: dict[ParagraphKey, str] = {}
    for key, view in views.items():
        node = getattr(view.segments[0], "node", None) if view.segments else None
        while node is not None and node not in known:
            node = node.getparent()
        if node is not None:
            found[key] = known[node]
    return found


def pictures_in(package: Package, names: Container[str]) -> Iterator[Picture]:
    """The pictures among some parts: those of the text in reading order, then those of headers, notes and the rest.

    Each picture is told once, where it is first seen.
    """
    main = package.main()
    known = dict(_blocks(main.root, _headings(package, main.root)))
    placed: dict[str, str] = {}
    targets = {relationship.id: relationship.target for relationship in package.relationships(main.name)}
    at = ""
    for node in main.root.iter():
        if node in known:
            at = known[node]
        elif str(node.tag).endswith(_PICTURED):
            ids = (attribute(node, name) for name in ("r:embed", "r:id", "r:link"))
            for target in filter(None, (targets.get(id_ or "") for id_ in ids)):
                own = next((known[above] for above in node.iterancestors() if above in known), "")
                placed.setdefault(target, own or (f"after {at}" if at else "at the beginning"))
    for relationship in package.all_relationships():
        if relationship.target:
            beside = "the small preview of the file" if relationship.kind == "thumbnail" else relationship.source
            placed.setdefault(relationship.target, "" if relationship.source == main.name else beside)
    for name, where in placed.items():
        if name in names and name in package.parts:
            yield Picture(name, where, hashlib.sha256(package.parts[name].data).hexdigest())


def _headings(package: Package, main: etree._Element) -> dict[etree._Element, str]:
    """The paragraphs that are headings, by their style; where none has one, by their words."""
    try:
        styles = package.find("word/styles.xml")
        named = heading_styles(styles.root) if styles else frozenset()
    except InputError:
        named = frozenset()  # a damaged part is told elsewhere
    paragraphs = [(node, _text(node)) for node in main.iter() if name_of(node) == "w:p"]
    styled = {
        node: text
        for node, text in paragraphs
        if text and any(name_of(child) == "w:pPr" and is_heading(child, named) for child in node)
    }
    return styled or {node: heading_in(text) for node, text in paragraphs if heading_in(text)}


def _blocks(main: etree._Element, headings: Mapping[etree._Element, str]) -> Iterator[tuple[etree._Element, str]]:
    """Every paragraph of the text, in order: by its table's row, else by its number since the heading."""
    heading, number = "", 0
    rows: dict[etree._Element, int] = {}
    for node in main.iter():
        name = name_of(node)
        if name == "w:tbl":
            rows |= {row: at for at, row in enumerate((c for c in node if name_of(c) == "w:tr"), 1)}
        elif name == "w:p":
            around = next(
                (above for above in node.iterancestors() if name_of(above) in ("w:tr", "w:txbxContent")), None
            )
            if node in headings and around is None:
                heading, number = headings[node], 0
                yield node, f"heading {quoted(heading)}"
            elif around is not None and around in rows:
                yield node, under(f"table row {rows[around]}", heading)
            elif around is not None:
                yield node, under("text box", heading)
            elif text := _text(node):
                number += 1
                yield node, under(paragraph_called(text, number), heading)


def _notes(root: etree._Element, main: etree._Element) -> dict[etree._Element, str]:
    """Notes and comments by the number that Word gives them: the order in which the text refers to them."""
    order: dict[tuple[str, str], int] = {}
    counts: dict[str, int] = {}
    for node in main.iter():
        name = name_of(node)
        if name in _MARKS:
            counts[name] = counts.get(name, 0) + 1
            order[name.removesuffix("Reference"), attribute(node, "w:id") or ""] = counts[name]
    found = {}
    for node in root.iter():
        name = name_of(node)
        if name in _NOTES and (number := order.get((name, attribute(node, "w:id") or ""))):
            found[node] = f"{_NOTES[name]} {number}"
    return found


def _text(paragraph: etree._Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter() if name_of(node) == "w:t").strip()
