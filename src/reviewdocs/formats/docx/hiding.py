"""Which runs Word does not show: hidden by their own formatting, by their styles, or by the document's defaults.

`w:vanish` is a toggle (ISO 29500-1, 17.7.3): set directly it decides; set in the paragraph's style and again in the
character's style the two undo each other. `w:webHidden` hides from web pages only and says nothing here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from reviewdocs.formats.docx.filling import Filling
from reviewdocs.formats.docx.package import Package
from reviewdocs.formats.xmlparts import NAMES, attribute, name_of

_MARKERS = ("html top of form", "html bottom of form", "z-top of form", "z-bottom of form")
"""Word's own hidden styles, in which stands Word's own text ("Top of Form") and nobody's."""


@dataclass(frozen=True, slots=True)
class Hiding:
    """What the styles of one document hide.

    Attributes:
        styles: ids of the styles that hide.
        by_default: paragraphs without a style are hidden.
        everything: the document's defaults hide all.
        filling: what they leave to be shown and not to be seen.
    """

    styles: frozenset[str] = frozenset()
    by_default: bool = False
    everything: bool = False
    filling: Filling = field(default_factory=Filling)

    @property
    def by_style(self) -> bool:
        """Whether anything is hidden other than by its own formatting."""
        return bool(self.styles) or self.everything

    def hides(self, run: etree._Element) -> bool:
        """Whether the text of a run (`w:r`) is hidden."""
        direct, character = _own(run)
        if direct is not None or not self.by_style:
            return bool(direct)
        paragraph = next((above for above in run.iterancestors() if name_of(above) == "w:p"), None)
        style = "" if paragraph is None else _style(paragraph, "w:pPr", "w:pStyle")
        by_paragraph = style in self.styles if style else self.by_default
        return self.everything or (by_paragraph != (character in self.styles))


@dataclass(slots=True)
class Hidings:
    """What is hidden in each part: a glossary has styles of its own, all other parts those of the document."""

    _main: Hiding = field(default_factory=Hiding)
    _of_part: dict[str, Hiding] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package) -> Hidings:
        """Read the styles of a package."""
        found = cls()
        for relationship in package.all_relationships():
            part = package.find(relationship.target) if relationship.kind == "styles" and relationship.target else None
            if part is not None and part.is_xml:
                found._of_part[relationship.source] = _read(part.root)
        found._main = found._of_part.get(package.main().name, found._main)
        return found

    def within(self, part: str) -> Hiding:
        """What is hidden in a part."""
        return self._of_part.get(part, self._main)


def _read(styles: etree._Element) -> Hiding:
    """What one part of styles hides."""
    filling = Filling.of(styles)
    if next(styles.iter("{*}vanish"), None) is None:
        return Hiding(filling=filling)
    everything, default = False, ""
    own: dict[str, bool | None] = {}
    above: dict[str, str] = {}
    for node in styles:
        if name_of(node) == "w:docDefaults":
            everything = any(_own(inner)[0] for inner in node.iter("{*}rPrDefault"))
        elif name_of(node) == "w:style" and (attribute(node, "w:type") or "paragraph") in ("paragraph", "character"):
            style = attribute(node, "w:styleId") or ""
            if _value(node, "w:name").casefold() in _MARKERS:
                continue
            own[style] = _own(node)[0]
            above[style] = _value(node, "w:basedOn")
            if attribute(node, "w:default") in ("1", "true", "on") and attribute(node, "w:type") == "paragraph":
                default = style
    hiding = frozenset(style for style in own if _inherited(style, own, above))
    return Hiding(hiding, default in hiding, everything, filling)


def _inherited(style: str, own: Mapping[str, bool | None], above: Mapping[str, str]) -> bool:
    """What the nearest style up the chain that says anything says."""
    seen: set[str] = set()
    while style and style not in seen:
        seen.add(style)
        said = own.get(style)
        if said is not None:
            return said
        style = above.get(style, "")
    return False


def _own(node: etree._Element) -> tuple[bool | None, str]:
    """What the run properties of a run or style say of hiding (None: nothing), and the character style they name."""
    hidden, style = None, ""
    for properties in node:
        if NAMES[properties.tag] == "w:rPr":
            for each in properties:
                name = NAMES[each.tag]
                if name == "w:vanish":
                    hidden = attribute(each, "w:val") not in ("0", "false", "off")
                elif name == "w:rStyle":
                    style = attribute(each, "w:val") or ""
    return hidden, style


def _style(node: etree._Element, properties: str, name: str) -> str:
    """The style that an element's properties name."""
    return next((_value(child, name) for child in node if name_of(child) == properties), "")


def _value(node: etree._Element, name: str) -> str:
    """The value of a child; empty where there is none."""
    return next((attribute(child, "w:val") or "" for child in node if name_of(child) == name), "")
