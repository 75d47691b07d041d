"""Paragraphs that are read as one: a drop cap with what it begins, and those whose mark is deleted or hidden.

A deleted mark goes when changes are accepted, a hidden one is not shown (ISO 29500-1, 17.13.5.15 and 17.3.2.41): what
stands on both sides is one paragraph to a reader, and a name may be cut there.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reviewdocs.formats.xmlparts import attribute, name_of

MARKS = frozenset(
    {"w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:permStart", "w:permEnd"}
    | {"w:commentRangeStart", "w:commentRangeEnd"}
)
"""What may stand between two paragraphs without keeping them apart."""
_GOING = frozenset({"w:del", "w:moveFrom", "w:vanish", "w:specVanish"})
_COMING = frozenset({"w:ins", "w:moveTo"})
_TELLING = tuple(f"{{*}}{name.partition(':')[2]}" for name in sorted({"w:framePr", *_GOING, *_COMING}))


def any_in(root: etree._Element) -> bool:
    """Whether a part may hold paragraphs that are read together, or were."""
    return next(root.iter(*_TELLING), None) is not None


def following(paragraph: etree._Element) -> tuple[etree._Element | None, list[etree._Element]]:
    """What stands next after a paragraph, and the marks between."""
    between: list[etree._Element] = []
    node = paragraph.getnext()
    while node is not None and (name_of(node) in MARKS or not name_of(node)):
        between.append(node)
        node = node.getnext()
    return node, between


def runs_on(paragraph: etree._Element) -> bool:
    """Whether a paragraph and the next are one to a reader."""
    return _goes_into_next(paragraph) and (is_drop_cap(paragraph) or _has_mark(paragraph, _GOING))


def read_before(paragraph: etree._Element) -> list[etree._Element]:
    """The paragraphs that run on into this one, in order."""
    found: list[etree._Element] = []
    node = _previous(paragraph)
    while node is not None and runs_on(node):
        found.append(node)
        node = _previous(node)
    return found[::-1]


def before_it_was_split(paragraph: etree._Element) -> list[etree._Element]:
    """The paragraphs that were one before marks were put in, where this is the first of them; else none."""
    above = _previous(paragraph)
    if not _was_split(paragraph) or (above is not None and _was_split(above)):
        return []
    return [paragraph, *_parted(paragraph)]


def is_drop_cap(paragraph: etree._Element) -> bool:
    """Whether a paragraph is the large first letter of the next, which Word keeps in a frame of its own."""
    return any(
        name_of(child) == "w:framePr" and attribute(child, "w:dropCap") in ("drop", "margin")
        for child in _properties(paragraph)
    )


def ends_section(paragraph: etree._Element) -> bool:
    """Whether a section ends with the paragraph, so that its mark stays."""
    return any(name_of(child) == "w:sectPr" for child in _properties(paragraph))


def _parted(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs that marks put in parted from this one."""
    node: etree._Element | None = paragraph
    while node is not None and _was_split(node):
        node, _ = following(node)
        if node is not None:
            yield node


def _was_split(paragraph: etree._Element) -> bool:
    return _goes_into_next(paragraph) and _has_mark(paragraph, _COMING)


def _goes_into_next(paragraph: etree._Element) -> bool:
    after, _ = following(paragraph)
    return name_of(paragraph) == name_of(after) == "w:p" and not ends_section(paragraph)


def _previous(paragraph: etree._Element) -> etree._Element | None:
    node = paragraph.getprevious()
    while node is not None and (name_of(node) in MARKS or not name_of(node)):
        node = node.getprevious()
    return node


def _has_mark(paragraph: etree._Element, kinds: frozenset[str]) -> bool:
    """Whether the properties of a paragraph's mark hold one of `kinds`, not turned off."""
    return any(
        name_of(each) in kinds and attribute(each, "w:val") not in ("0", "false", "off")
        for properties in _properties(paragraph)
        if name_of(properties) == "w:rPr"
        for each in properties
    )


def _properties(paragraph: etree._Element) -> etree._Element | tuple[()]:
    return next((child for child in paragraph if name_of(child) == "w:pPr"), ())
