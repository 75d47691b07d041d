"""What a template holds and docxtpl's preparation would drop without a word: text beside a tag that takes its whole
paragraph, row or cell, and what stands between words and a tag with a minus.

Each stretch of text and each table, picture and note is marked in a copy of the part, the copy is prepared as the part
will be, and the marks that are gone tell what would be.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_TAKES = {
    "p": re.compile(r"\{[{%#]p\s"),
    "tc": re.compile(r"\{[{%#]tc\s"),
    "tr": re.compile(r"\{[{%#]tr\s"),
}
_IN_WORDS = {"p": "paragraph", "tc": "cell", "tr": "row"}
_THINGS = {
    qn("w:tbl"): "a table",
    qn("w:tr"): "a row",
    qn("w:tc"): "a table cell",
    qn("w:drawing"): "a picture",
    qn("w:pict"): "a picture",
    qn("w:object"): "an object",
    qn("w:footnoteReference"): "a footnote",
    qn("w:endnoteReference"): "an endnote",
    qn("w:sectPr"): "a section break",
}
_MARK = "lost"
_MARKS = re.compile(f'\ue000\\d+\ue001|{_MARK}="\\d+"')
_MOST_QUOTED = 40
_REMARK = "a remark {# … #} ends in another paragraph than it begins, and all between would be lost"


def losses(xml: str, prepare: Callable[[str], str]) -> list[tuple[str, int]]:
    """What would be lost, each as a clause with the line of `xml` where every paragraph begins one.

    Args:
        xml: the whole part as it stands in the template.
        prepare: docxtpl's preparation.
    """
    root = etree.fromstring(xml.encode())
    marked = [*_mark_texts(root), *_mark_things(root)]
    kept = set(_MARKS.findall(prepare(etree.tostring(root, encoding="unicode"))))
    written = (paragraph for paragraph in root.iter(qn("w:p")) if len(paragraph) or paragraph.attrib)
    order = {paragraph: number for number, paragraph in enumerate(written, 2)}  # <w:p/> begins no line
    found = [(_REMARK, order[paragraph]) for paragraph in _long_remarks(root)]
    for mark, element, what in marked:
        if mark not in kept and (cause := _cause(element)):
            line = next((order[p] for p in _paragraphs(element) if p in order), 1)
            found.append((f"{what} would be lost ({cause})", line))
    return list({line: (what, line) for what, line in reversed(found)}.values())[::-1]


def _long_remarks(root: Any) -> Iterator[Any]:
    """The paragraphs in which a remark begins that ends in another."""
    elements = [element for element in root.iter(qn("w:t")) if element.text]
    ends = list(accumulate(len(element.text) for element in elements))
    for found in _TAG.finditer("".join(element.text for element in elements)):
        if found[0].startswith("{#"):
            first, last = (elements[bisect(ends, at)] for at in (found.start(), found.end() - 1))
            begins, stops = (next(element.iterancestors(qn("w:p")), None) for element in (first, last))
            if begins is not None and begins is not stops:
                yield begins


def _mark_texts(root: Any) -> Iterator[tuple[str, Any, str]]:
    """Put a mark in the place of each stretch of text between tags, which may be split over several runs."""
    elements = [element for element in root.iter(qn("w:t")) if element.text]
    tags = [found.span() for found in _TAG.finditer("".join(element.text for element in elements))]
    begin = number = tag = 0
    for element in elements:
        text, end, at = element.text, begin + len(element.text), begin
        pieces = []
        while at < end:
            start, stop = tags[tag] if tag < len(tags) else (end, end)
            stretch = text[at - begin : max(start, at) - begin]
            if stretch.strip():
                mark = f"\ue000{number}\ue001"
                number += 1
                yield mark, element, f"the text “{_short(stretch)}”"
                stretch = mark
            pieces += [stretch, text[max(start, at) - begin : max(stop, at) - begin]]
            at = min(max(stop, at), end)
            tag += stop <= end
        element.text = "".join(pieces)
        begin = end


def _mark_things(root: Any) -> Iterator[tuple[str, Any, str]]:
    for number, element in enumerate(root.iter(*_THINGS)):
        element.set(_MARK, str(number))
        yield f'{_MARK}="{number}"', element, _THINGS[element.tag]


def _cause(element: Any) -> str:
    """Why it is lost; nothing where it is a row or cell that is there for a tag alone."""
    for name, takes in _TAKES.items():
        around = next(element.iterancestors(qn(f"w:{name}")), None)
        inside = element.tag in (qn("w:tr"), qn("w:tc")) and takes.search(_text(element))
        if inside:
            return ""
        if around is not None and takes.search(_text(around)):
            if element.tag in (qn("w:tr"), qn("w:tc")):
                return ""
            thing = _IN_WORDS[name]
            return f"a {{%{name} … %}} tag takes its whole {thing} with it: give the tag a {thing} of its own"
    return "{%- and -%} take all that stands between the tag and the next words: leave the minus out"


def _text(element: Any) -> str:
    return "".join(part.text or "" for part in element.iter(qn("w:t")))


def _paragraphs(element: Any) -> Iterator[Any]:
    """The paragraphs that it stands in or that stand in it, the nearest first."""
    yield from element.iterancestors(qn("w:p"))
    yield from element.iter(qn("w:p"))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST_QUOTED else text[: _MOST_QUOTED - 1].rstrip() + "…"
