"""Shapes of a Word document that may lie over text: filled, in front of the text, beside lines of it, and empty.

Where a shape comes to lie is known only when the pages are laid out, so what it may hide is the text that it is
anchored to: that of its own paragraph and, where it reaches further down, of those that follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from reviewdocs.formats.base import UNDER_SHAPE, UnseenText
from reviewdocs.formats.xmlparts import attribute, name_of

_LINE = 177_800
"""English Metric Units of a line of text: 14 points."""
_STROKE = _LINE // 3
"""What is thinner is a rule or a stroke, and covers nothing."""
_POINTS = 12_700
_VML_SIZE = re.compile(r"(?:^|;)\s*(width|height|margin-top)\s*:\s*(-?[\d.]+)pt", re.IGNORECASE)
_IN_FRONT = re.compile(r"(?:^|;)\s*z-index\s*:\s*\d", re.IGNORECASE)
_BESIDE_TEXT = frozenset({"paragraph", "line"})


def covered_texts(roots: Mapping[str, etree._Element]) -> Iterator[UnseenText]:
    """Every text that a shape may lie over."""
    for part, root in roots.items():
        for shape in root.iter("{*}anchor", "{*}rect", "{*}shape"):
            if any(name_of(above) == "mc:Fallback" for above in shape.iterancestors()):
                continue
            reach = _anchored(shape) if name_of(shape) == "wp:anchor" else _drawn(shape)
            text = _beside(shape, reach) if reach else ""
            if any(map(str.isalnum, text)):
                yield UnseenText(UNDER_SHAPE, text, part)


def _anchored(anchor: etree._Element) -> int:
    """How many lines below its paragraph's top a drawing in front of the text may cover; 0 for none."""
    extent = next((node for node in anchor if name_of(node) == "wp:extent"), None)
    vertical = next((node for node in anchor if name_of(node) == "wp:positionV"), None)
    wrapped = any(name_of(node).startswith("wp:wrap") and name_of(node) != "wp:wrapNone" for node in anchor)
    if extent is None or vertical is None or wrapped or attribute(anchor, "behindDoc") in ("1", "true"):
        return 0
    if vertical.get("relativeFrom") not in _BESIDE_TEXT or not _opaque(anchor) or _has_text(anchor):
        return 0
    offset = next((node.text or "0" for node in vertical if name_of(node) == "wp:posOffset"), "0")
    return _lines(_number(extent.get("cx")), _number(extent.get("cy")), _number(offset))


def _drawn(shape: etree._Element) -> int:
    """The same of a shape in the older drawing language (VML)."""
    style = shape.get("style") or ""
    size = {name.lower(): float(value) * _POINTS for name, value in _VML_SIZE.findall(style)}
    filled = (shape.get("filled") or "t") not in ("f", "false") and shape.get("type") != "#_x0000_t75"
    floats = "position:absolute" in style.replace(" ", "").lower() and bool(_IN_FRONT.search(style))
    if not (name_of(shape).startswith("v:") and floats and filled) or _has_text(shape):
        return 0
    return _lines(size.get("width", 0), size.get("height", 0), size.get("margin-top", 0))


def _lines(width: float, height: float, down: float) -> int:
    """How many lines below the top of its paragraph a shape ends that begins `down` below it; 0: it covers none."""
    if min(width, height) < _STROKE or down + height <= _STROKE:
        return 0
    return max(1, round((down + height) / _LINE))


def _opaque(anchor: etree._Element) -> bool:
    """Whether it is filled with one colour, by itself or by the style of its shape, and not made transparent."""
    for node in anchor.iter("{*}spPr"):
        fills = [name_of(child) for child in node]
        if "a:noFill" in fills or any(name_of(inner) == "a:alpha" for inner in node.iter()):
            return False
        if "a:solidFill" in fills:
            return True
        styles = anchor.iter("{*}fillRef")
        return any(style.get("idx") not in (None, "0") for style in styles)
    return False


def _has_text(shape: etree._Element) -> bool:
    """Whether it is a box for text, which shows what it holds."""
    return any((node.text or "").strip() for node in shape.iter("{*}t"))


def _beside(shape: etree._Element, lines: int) -> str:
    """The text of the paragraph that a shape is anchored in, and of so many after it as it may reach."""
    paragraph = next((above for above in shape.iterancestors() if name_of(above) == "w:p"), None)
    texts = []
    while paragraph is not None and lines > 0:
        text = "".join(node.text or "" for node in paragraph.iter("{*}t") if name_of(node) == "w:t")
        texts.append(text.strip())
        lines -= max(1, len(text) // 90 + 1)
        paragraph = next((after for after in paragraph.itersiblings() if name_of(after) == "w:p"), None)
    return " ".join(filter(None, texts))


def _number(told: str | None) -> float:
    return float(told) if told and re.fullmatch(r"-?\d+", told.strip()) else 0.0
