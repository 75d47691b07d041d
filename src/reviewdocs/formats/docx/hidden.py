"""What hides inside a part that stays: anchors of comments, permissions, revision ids, hidden text, packed data."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Final

from lxml import etree

from reviewdocs.formats.docx.hiding import Hiding
from reviewdocs.formats.docx.segments import take_out
from reviewdocs.formats.xmlparts import NAMES, name_of, short

_LABELS: Final = {
    **dict.fromkeys(("w:permStart", "w:permEnd"), "editing permissions"),
    **dict.fromkeys(("w:smartTagPr", "w:customXmlPr", "w:smartTagType"), "smart-tag attributes"),
    **dict.fromkeys(("w:docVars",), "document variables"),
    **dict.fromkeys(("w:mailMerge",), "mail-merge sources"),
    **dict.fromkeys(("w:attachedTemplate", "w:attachedSchema", "w:saveThroughXslt", "?:schemaLibrary"), "file paths"),
    **dict.fromkeys(("w:linkStyles",), "links to templates"),
    **dict.fromkeys(("w:frameset",), "frames"),
    **dict.fromkeys(("w:entryMacro", "w:exitMacro"), "names of macros"),
    **dict.fromkeys(("w:rsids", "w:rsid", "w14:docId", "w15:docId"), "revision ids"),
    **dict.fromkeys(("w:fldData", "w:printerSettings"), "packed field data"),
    **dict.fromkeys(("ds:schemaRefs",), "file paths"),
    **dict.fromkeys(("svg:metadata",), "pictures' metadata"),
}
"""Elements that go wherever they stand, and what they are counted as."""
_COMMENT_ANCHORS = frozenset({"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"})
_KEPT_IN_HIDDEN_RUN = frozenset({"w:fldChar", "w:instrText", "w:delInstrText"})


NEUTRAL_AUTHOR: Final = {"w:author": "Author", "w:initials": "A"}
"""Who made the comments and changes that are kept: Word's own word for somebody whose name was taken out."""


_LOOKED_AT = tuple(sorted({f"{{*}}{name.partition(':')[2]}" for name in (*_LABELS, *_COMMENT_ANCHORS, "w:r")}))
"""Elements that may go, in whatever namespace."""


def _holders(root: etree._Element) -> list[etree._Element]:
    """The elements with an attribute that may go."""
    found = _HOLDERS(root)
    return [node for node in found if isinstance(node, etree._Element)] if isinstance(found, list) else []


_HOLDERS = etree.XPath("descendant-or-self::*/@*[starts-with(local-name(), 'rsid') or local-name() = 'gfxdata']/..")


def clean(root: etree._Element, hiding: Hiding, *, keep_comments: bool = False) -> Counter[str]:
    """Clean one part in place, whose styles hide what `hiding` says; returns how much went, by kind.

    Comments that are kept are nobody's.
    """
    counts: Counter[str] = Counter()
    hides = _hides_any(root, hiding)
    for node in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        counts["XML comments"] += 1
        take_out(node)
    for node in _holders(root):
        for key in [key for key in node.attrib if _attribute_label(str(key))]:
            counts[_attribute_label(str(key))] += 1
            del node.attrib[key]
    if keep_comments:
        counts["names of authors"] += sum(_made_nobodys(node) for node in root.iter(etree.Element) if node.attrib)
    for node in list(root.iter(*_LOOKED_AT)):
        name = NAMES[node.tag]
        if name in _LABELS:
            counts[_LABELS[name]] += 1
            take_out(node)
        elif name in _COMMENT_ANCHORS and not keep_comments:
            _take_out_anchor(node)
        elif hides and name == "w:r" and hiding.hides(node):
            counts["hidden text"] += _take_out_hidden(node)
    if keep_comments and name_of(root) == "x:comments":
        counts["names of authors"] += _made_nobodys_on_cells(root)
    for before in (True, False):
        for node in list(root.itersiblings(preceding=before)):
            counts["XML comments"] += 1
            _take_out_beside(root, node)
    return counts


@lru_cache(maxsize=4096)
def _attribute_label(key: str) -> str:
    """What an attribute that goes is counted as; empty when it stays."""
    name = short(key)
    if name.startswith("w:rsid"):
        return "revision ids"
    return "packed drawing data" if name == "o:gfxdata" else ""


def take_out_runs(root: etree._Element, hiding: Hiding) -> int:
    """Take the hidden runs out of a part, whose styles hide what `hiding` says; returns how many had text."""
    if not _hides_any(root, hiding):
        return 0
    runs = [node for node in root.iter("{*}r") if name_of(node) == "w:r" and hiding.hides(node)]
    return sum(_take_out_hidden(run) for run in runs)


def _hides_any(root: etree._Element, hiding: Hiding) -> bool:
    return hiding.by_style or next(root.iter("{*}vanish"), None) is not None


def _made_nobodys(node: etree._Element) -> int:
    """Give a comment or change a neutral author; returns how many attributes named somebody."""
    named = [(key, NEUTRAL_AUTHOR[short(str(key))]) for key in node.attrib if short(str(key)) in NEUTRAL_AUTHOR]
    others = [(key, neutral) for key, neutral in named if node.get(key) != neutral]
    for key, neutral in others:
        node.set(key, neutral)
    return len(others)


def _made_nobodys_on_cells(root: etree._Element) -> int:
    """Give a workbook's comments a neutral author, also where Excel wrote the author's name before the text."""
    neutral = NEUTRAL_AUTHOR["w:author"]
    authors = [node for node in root.iter("{*}author") if node.text and node.text != neutral]
    openings = {f"{node.text}:" for node in authors}
    for text in root.iter("{*}t"):
        if (text.text or "").strip() in openings:
            text.text = f"{neutral}:"
    for node in authors:
        node.text = neutral
    return len(authors)


def _take_out_anchor(node: etree._Element) -> None:
    """A comment's anchor goes, and the run that held nothing else."""
    run = node.getparent()
    take_out(node)
    if run is not None and name_of(run) == "w:r" and all(name_of(child) == "w:rPr" for child in run):
        take_out(run)


def _take_out_hidden(run: etree._Element) -> int:
    """Hidden text goes; the marks of a field stay, which may open or close what is not hidden."""
    if any(name_of(child) in _KEPT_IN_HIDDEN_RUN for child in run):
        return 0
    had_text = any(name_of(child) in ("w:t", "w:delText") and (child.text or "").strip() for child in run)
    take_out(run)
    return int(had_text)


def _take_out_beside(root: etree._Element, node: etree._Element) -> None:
    """Remove a comment beside the root element, which has no parent to be removed from."""
    holder = etree.Element("holder")
    holder.append(node)
