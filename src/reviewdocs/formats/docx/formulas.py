"""Formulas that work with more than their workbook: the value that they last had stays, and no program works it out."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from reviewdocs.formats.docx.segments import take_out
from reviewdocs.formats.xmlparts import name_of

_TEXTS: Final = re.compile(r'"[^"]*+"')
_OUTSIDE: Final = re.compile(
    r"\[[^\[\]]*+\][^\[\]!]*+!|\||\b(?:HYPERLINK|WEBSERVICE|IMAGE|RTD|CALL|REGISTER|REGISTER\.ID|EXEC|SQL\.REQUEST)\s*+\(",
    re.IGNORECASE,
)
"""Another workbook's name before a sheet's, another program's (DDE), and functions that fetch or run."""
_BOOK: Final = re.compile(r"'[^'\[]*+\[[^\[\]]*+\]([^']*+)'!|(?<![^'\s!(,])[^'\s!(,\[]*+\[[^\[\]]*+\]([^'\s!(,]*+)!")


def drop(root: etree._Element) -> int:
    """Make values of the formulas in a part that lead out of its workbook; returns how many."""
    found = [node for node in root.iter("{*}f", "{*}definedName") if node.text and leads_outside(node.text)]
    shared = {node.get("si") for node in found if node.get("t") == "shared"}
    for node in found:
        if name_of(node) in ("c:f", "?:f"):  # a chart's, which has to say which of its values are which
            node.text = _BOOK.sub(lambda m: f"'{m[1]}'!" if m[1] is not None else f"{m[2]}!", node.text or "")
        else:
            take_out(node)
    if shared:
        for node in [n for n in root.iter("{*}f") if n.get("t") == "shared" and n.get("si") in shared]:
            take_out(node)
    return len(found)


def leads_outside(formula: str) -> bool:
    """Whether a formula works with more than its workbook."""
    return _OUTSIDE.search(_TEXTS.sub("", formula)) is not None
