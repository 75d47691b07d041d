"""Drawings in SVG: what they run, fetch and lead to goes, and what the program that drew them noted for itself."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from lxml import etree

from reviewdocs.formats.docx import outward
from reviewdocs.formats.docx.segments import take_out
from reviewdocs.formats.xmlparts import name_of, short

_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_PLAIN: Final = frozenset({"", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"})
_SCRIPTS: Final = frozenset({"script", "handler", "listener"})
_FOREIGN: Final = frozenset({"foreignObject", "iframe", "object", "embed", "audio", "video", "canvas"})
_ANIMATIONS: Final = frozenset({"animate", "set", "animateTransform", "animateMotion", "animateColor"})
_PACKED: Final = re.compile(r"\s*data:image/(?:png|jpe?g|gif|webp|bmp)[;,]", re.IGNORECASE)
_CSS_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_CSS_IMPORT: Final = re.compile(r"@(?:import|font-face)\b[^;{}]*+(?:\{[^}]*+\}?|;?)", re.IGNORECASE)
_CSS_ADDRESS: Final = re.compile(r"url\(\s*+([\"']?)([^)\"']*+)\1[^)]*+\)?", re.IGNORECASE)
_LABELS: Final = {
    "script": "scripts",
    "foreign": "embedded objects",
    "noted": "pictures' metadata",
    "source": "sources of pictures",
}


def is_drawing(root: etree._Element) -> bool:
    """Whether a part is a drawing in SVG."""
    return name_of(root) == "svg:svg"


def drop(root: etree._Element) -> Counter[str]:
    """Take out of a drawing what leads out of it, and what is no part of the picture; returns how much, by kind."""
    counts: Counter[str] = Counter()
    document = root.getroottree().docinfo
    if document.internalDTD is not None:
        document.clear()
        counts[_LABELS["noted"]] += 1
    for node in list(root.iter(etree.Element)):
        if kind := _goes(node):
            counts[_LABELS[kind]] += 1
            take_out(node)
            continue
        for key in map(str, node.keys()):
            _attribute(node, key, counts)
        if name_of(node) == "svg:style" and node.text:
            plain = _without_addresses(_CSS_COMMENT.sub("", node.text))
            if plain != _CSS_COMMENT.sub("", node.text):
                counts[_LABELS["source"]] += 1
                node.text = plain
    return counts


def _goes(node: etree._Element) -> str:
    """As what an element goes; empty for one that stays."""
    namespace, _, local = str(node.tag).rpartition("}")
    if local in _SCRIPTS:
        return "script"
    if namespace.removeprefix("{") not in (_NAMESPACE, ""):
        return "noted"
    if local in _FOREIGN:
        return "foreign"
    moved = node.get("attributeName", "").rpartition(":")[2].lower()
    if local in _ANIMATIONS and (moved in ("href", "style") or moved.startswith("on")):
        return "script"
    return ""


def _attribute(node: etree._Element, key: str, counts: Counter[str]) -> None:
    """Take out an attribute, or what of it leads elsewhere."""
    value, local = str(node.get(key)), key.rpartition("}")[2]
    namespace = key[1:].partition("}")[0] if key.startswith("{") else ""
    label = ""
    if namespace not in _PLAIN or short(key).endswith(":base"):
        label = _LABELS["noted"]
    elif local.lower().startswith("on"):
        label = _LABELS["script"]
    elif local in ("href", "src"):
        stays = value.strip().startswith("#") or _PACKED.match(value)
        if name_of(node) == "svg:a":
            label = "" if stays or outward.may_stay(value) else outward.label_of(value)
        elif not stays:
            label = _LABELS["source"]
    elif ("(" in value or (local == "style" and "\\" in value)) and (plain := _without_addresses(value)) != value:
        counts[_LABELS["source"]] += 1
        node.set(key, plain)
    if label:
        counts[label] += 1
        del node.attrib[key]


def _without_addresses(css: str) -> str:
    """A style without what it fetches; nothing of one that is written so as not to be read."""
    if "\\" in css:
        return ""
    css = _CSS_IMPORT.sub("", css)
    return _CSS_ADDRESS.sub(lambda m: m[0] if m[2].strip().startswith("#") or _PACKED.match(m[2]) else "none", css)
