"""Paragraphs that are read as one: a drop cap with what it begins, and those whose mark is deleted or hidden.

A deleted mark goes when changes are accepted, a hidden one is not shown (ISO 29500-1, 17.13.5.15 and 17.3.2.41): what
stands on both sides is one paragraph to a reader, and a name may be cut there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Joined:
    """The paragraphs of a part that are read together.

    Attributes:
        onward: those that are read with the next.
        before: for a paragraph, those that run on into it, in order.
        split: for a paragraph, those that were one with it before marks were put in, itself first.
    """

    onward: Collection[etree._Element] = frozenset()
    before: dict[etree._Element, list[etree._Element]] = field(default_factory=dict)
    split: dict[etree._Element, list[etree._Element]] = field(default_factory=dict)


def joined_in(root: etree._Element) -> Joined:
    """What is read together in a part."""
    onward: dict[etree._Element, None] = {}
    parted: dict[etree._Element, None] = {}
    for node in root.iter(*_TELLING):
        owner = _owner(node)
        if owner is not None:
            (parted if name_of(node) in _COMING else onward)[owner] = None
    before = {chain[-1]: chain[:-1] for chain in _chains(onward)}
    return Joined(onward, before, {chain[0]: chain for chain in _chains(parted)})


def following(paragraph: etree._Element) -> tuple[etree._Element | None, list[etree._Element]]:
    """What stands next after a paragraph, and the marks between."""
    between: list[etree._Element] = []
    node = paragraph.getnext()
    while node is not None and (name_of(node) in MARKS or not name_of(node)):
        between.append(node)
        node = node.getnext()
    return node, between


def ends_section(paragraph: etree._Element) -> bool:
    """Whether a section ends with the paragraph, so that its mark stays."""
    properties = next((child for child in paragraph if name_of(child) == "w:pPr"), ())
    return any(name_of(child) == "w:sectPr" for child in properties)


def _owner(node: etree._Element) -> etree._Element | None:
    """The paragraph that an element joins with the next, or parted from it; None where it says something else."""
    above = node.getparent()
    if name_of(node) == "w:framePr":
        drops = attribute(node, "w:dropCap") in ("drop", "margin")
        properties = above if drops else None
    else:
        on = name_of(above) == "w:rPr" and attribute(node, "w:val") not in ("0", "false", "off")
        properties = above.getparent() if on and above is not None else None
    paragraph = properties.getparent() if properties is not None and name_of(properties) == "w:pPr" else None
    if paragraph is None or name_of(paragraph) != "w:p" or ends_section(paragraph):
        return None
    return paragraph if name_of(following(paragraph)[0]) == "w:p" else None


def _chains(links: dict[etree._Element, None]) -> Iterator[list[etree._Element]]:
    """Paragraphs each of which is linked with the next, in order."""
    seen: set[etree._Element] = set()
    for first in links:
        if first in seen:
            continue
        chain = [first]
        while chain[-1] in links:
            seen.add(chain[-1])
            after, _ = following(chain[-1])
            assert after is not None, "links lead somewhere"
            chain.append(after)
        yield chain
