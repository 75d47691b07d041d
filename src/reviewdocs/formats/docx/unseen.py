"""Text of a Word document that stands on the page and that no reader sees: specks, and letters in the colour of what is
behind them.

What a run looks like is worked out as Word does: its own properties, its character style, its paragraph's style, the
document's defaults (ISO 29500-1, 17.7.2). Behind it stands its highlight or shading, its paragraph's, its cell's, else
the page. Where a table's style or a drawing colours what is behind, that is not worked out and only specks are told.
Colours are compared as WCAG 2.2 compares them (relative luminance): text needs a ratio of 4.5, and nobody sees 1.25.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from reviewdocs.formats.base import BACKGROUND, TINY, UnseenText
from reviewdocs.formats.docx.package import Package
from reviewdocs.formats.xmlparts import attribute, name_of

_SPECK = 4
"""Half-points: letters of two points and less."""
_SEEN_FROM, _SHADES = 1.25, 40
"""Ratio of luminance, and difference in red, green or blue of 255, from which two colours are told apart."""
_PAGE = "ffffff"
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000ff", "cyan": "00ffff", "green": "00ff00", "magenta": "ff00ff", "red": "ff0000",
    "yellow": "ffff00", "white": "ffffff", "darkblue": "000080", "darkcyan": "008080", "darkgreen": "008000",
    "darkmagenta": "800080", "darkred": "800000", "darkyellow": "808000", "darkgray": "808080", "lightgray": "c0c0c0",
}  # fmt: skip
"""ISO 29500-1, 17.18.40."""
_NOT_THERE = frozenset({"w:del", "w:moveFrom", "mc:Fallback"})
_UNKNOWN = "?"
_GLOSSARY = "/glossary/"


@dataclass(frozen=True, slots=True)
class _Look:
    """What one set of run properties says; empty where it says nothing.

    Attributes:
        colour, marked, shaded: of the letters, the highlighter, the shading, as six hexadecimal digits; "auto".
        size: in half-points, 0 for nothing.
        hidden: it is hidden altogether, which is told elsewhere.
    """

    colour: str = ""
    marked: str = ""
    shaded: str = ""
    size: int = 0
    hidden: bool = False

    def over(self, other: _Look) -> _Look:
        """This, and where it says nothing what the other says."""
        return _Look(
            self.colour or other.colour,
            self.marked or other.marked,
            self.shaded or other.shaded,
            self.size or other.size,
            self.hidden or other.hidden,
        )


@dataclass(slots=True)
class _Styles:
    """The looks that styles give to letters, and what they put behind whole paragraphs and tables."""

    looks: dict[str, _Look] = field(default_factory=dict)
    behind: dict[str, str] = field(default_factory=dict)
    coloured_tables: set[str] = field(default_factory=set)
    based_on: dict[str, str] = field(default_factory=dict)
    default: _Look = field(default_factory=_Look)
    paragraph: str = ""

    @classmethod
    def of(cls, root: etree._Element) -> _Styles:
        """Read a part of styles."""
        found = cls()
        for node in root:
            if name_of(node) == "w:docDefaults":
                found.default = _look_of(next(node.iter("{*}rPr"), None))
            if name_of(node) != "w:style":
                continue
            style = attribute(node, "w:styleId") or ""
            parts = {name_of(child): child for child in node}
            found.looks[style] = _look_of(parts.get("w:rPr"))
            found.behind[style] = _shading(parts.get("w:pPr"))
            found.based_on[style] = _value(parts.get("w:basedOn"))
            if attribute(node, "w:type") == "table" and next(node.iter("{*}shd"), None) is not None:
                found.coloured_tables.add(style)
            if attribute(node, "w:type") == "paragraph" and attribute(node, "w:default") in ("1", "true", "on"):
                found.paragraph = style
        return found

    def look(self, style: str) -> _Look:
        """What a style and those it is based on give to letters."""
        found = _Look()
        for each in self._chain(style):
            found = found.over(self.looks.get(each, _Look()))
        return found

    def behind_paragraph(self, style: str) -> str:
        """What a style puts behind a paragraph; empty where nothing."""
        return next((self.behind[each] for each in self._chain(style) if self.behind.get(each)), "")

    def colours_table(self, style: str) -> bool:
        """Whether a table's style, or one it is based on, colours cells."""
        return any(each in self.coloured_tables for each in self._chain(style))

    def _chain(self, style: str) -> Iterator[str]:
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            yield style
            style = self.based_on.get(style, "")


def unseen_texts(package: Package, roots: Mapping[str, etree._Element]) -> Iterator[UnseenText]:
    """Every stretch of text that stands on a page and is not seen, in the order of the parts.

    Args:
        package: for its styles and the colour of its pages.
        roots: of the parts that are read, by name.
    """
    part = package.find("word/styles.xml")
    styles = _Styles.of(part.root) if part is not None and part.is_xml else _Styles()
    page = next((_hex(attribute(n, "w:color")) for n in package.main().root if name_of(n) == "w:background"), "")
    for name, root in roots.items():
        if _GLOSSARY in name:  # Word's own texts for fields that are not filled in
            continue
        for paragraph in root.iter("{*}p"):
            if name_of(paragraph) == "w:p":
                yield from _in_paragraph(name, paragraph, styles, page or _PAGE)


def _in_paragraph(part: str, paragraph: etree._Element, styles: _Styles, page: str) -> Iterator[UnseenText]:
    properties = next((child for child in paragraph if name_of(child) == "w:pPr"), None)
    style = _child_value(properties, "w:pStyle") or styles.paragraph
    behind = _shading(properties) or styles.behind_paragraph(style) or _behind(paragraph, styles, page)
    runs = ((_place(run, style, behind, styles), _text(run)) for run in _runs(paragraph))
    for place, together in groupby((run for run in runs if run[1].strip()), key=lambda run: run[0]):
        text = "".join(said for _, said in together).strip()
        if place and any(map(str.isalnum, text)):
            yield UnseenText(place, text, part)


def _place(run: etree._Element, style: str, behind: str, styles: _Styles) -> str:
    """Why nobody sees a run; empty where it is seen, or hidden altogether."""
    properties = next((child for child in run if name_of(child) == "w:rPr"), None)
    own = _look_of(properties)
    look = own.over(styles.look(_child_value(properties, "w:rStyle"))).over(styles.look(style)).over(styles.default)
    if look.hidden:
        return ""
    if 0 < look.size <= _SPECK:
        return TINY
    behind = look.marked or look.shaded or behind
    # Letters whose colour is left to Word turn white on a dark paragraph or cell, not under a highlighter or shading
    # of their own.
    colour = look.colour if look.colour not in ("", "auto") else "000000" if look.marked or look.shaded else ""
    return BACKGROUND if colour and behind not in ("", _UNKNOWN) and _alike(colour, behind) else ""


def _behind(paragraph: etree._Element, styles: _Styles, page: str) -> str:
    """What a paragraph stands on: its cell, table or text box, else the page; unknown where that is not worked out."""
    for above in paragraph.iterancestors():
        name = name_of(above)
        if name == "w:txbxContent":
            return _UNKNOWN
        if name == "w:tc" and (colour := _shading(next((c for c in above if name_of(c) == "w:tcPr"), None))):
            return colour
        if name == "w:tbl":
            properties = next((child for child in above if name_of(child) == "w:tblPr"), None)
            if colour := _shading(properties):
                return colour
            if styles.colours_table(_child_value(properties, "w:tblStyle")):
                return _UNKNOWN
    root = paragraph.getroottree().getroot()
    drawn = any(attribute(a, "behindDoc") in ("1", "true") for a in root.iter("{*}anchor"))
    return _UNKNOWN if drawn else page


def _runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph that stand on the page, those of text boxes in it left to their own paragraphs."""
    for node in paragraph.iter("{*}r"):
        if name_of(node) != "w:r":
            continue
        names = []
        for above in node.iterancestors():
            if above is paragraph:
                break
            names.append(name_of(above))
        if not _NOT_THERE.intersection(names) and "w:p" not in names:
            yield node


def _text(run: etree._Element) -> str:
    return "".join(child.text or "" if name_of(child) == "w:t" else "" for child in run)


def _look_of(properties: etree._Element | None) -> _Look:
    """What run properties say."""
    parts = {name_of(child): child for child in properties} if properties is not None else {}
    size = _value(parts.get("w:sz"))
    return _Look(
        colour=_hex(_value(parts.get("w:color"))),
        marked=_HIGHLIGHTS.get(_value(parts.get("w:highlight")).casefold(), ""),
        shaded=_fill(parts.get("w:shd")),
        size=int(size) if size.isdecimal() else 0,
        hidden="w:vanish" in parts and _value(parts["w:vanish"]) not in ("0", "false", "off"),
    )


def _shading(properties: etree._Element | None) -> str:
    """The colour that the shading in properties puts there; empty for none."""
    return next((_fill(c) for c in properties if name_of(c) == "w:shd"), "") if properties is not None else ""


def _fill(shading: etree._Element | None) -> str:
    """The colour of a shading: its fill, with as much of its colour over it as its pattern says (ISO 29500-1,
    17.18.78)."""
    if shading is None:
        return ""
    pattern = attribute(shading, "w:val") or "clear"
    fill, colour = _hex(attribute(shading, "w:fill")), _hex(attribute(shading, "w:color"))
    if pattern in ("clear", "nil"):
        return "" if fill == "auto" else fill
    if pattern != "solid" and not pattern.startswith("pct"):
        return _UNKNOWN
    over = 1.0 if pattern == "solid" else int(pattern[3:] or 0) / 100
    return _mixed("000000" if colour in ("", "auto") else colour, _PAGE if fill in ("", "auto") else fill, over)


def _mixed(colour: str, fill: str, over: float) -> str:
    pairs = zip(_parts(colour), _parts(fill), strict=True)
    return "".join(f"{round(over * one + (1 - over) * other):02x}" for one, other in pairs)


def _hex(value: str | None) -> str:
    """A colour as six digits in small letters, "auto", or empty for none that can be read."""
    told = (value or "").casefold()
    if told == "auto":
        return told
    return told if len(told) == 6 and all(c in "0123456789abcdef" for c in told) else ""


def _value(node: etree._Element | None) -> str:
    return "" if node is None else attribute(node, "w:val") or ""


def _child_value(properties: etree._Element | None, name: str) -> str:
    children: Iterable[etree._Element] = properties if properties is not None else ()
    return next((_value(child) for child in children if name_of(child) == name), "")


def _alike(one: str, other: str) -> bool:
    """Whether nobody tells two colours apart: yellow on white is as light, and is seen."""
    shades = max(abs(a - b) for a, b in zip(_parts(one), _parts(other), strict=True))
    return shades < _SHADES and _contrast(one, other) < _SEEN_FROM


def _parts(colour: str) -> tuple[int, ...]:
    """Red, green and blue, of 255."""
    return tuple(int(colour[i : i + 2], 16) for i in (0, 2, 4))


def _contrast(one: str, other: str) -> float:
    """The ratio of two colours' luminance, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """From 0 to 1 (WCAG 2.2, relative luminance)."""
    parts = [part / 255 for part in _parts(colour)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
