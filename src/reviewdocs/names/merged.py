"""Several names put together in one field: "Shan / Shanny", "Garside (née Pike)", two lines of a workbook's cell."""

from __future__ import annotations

import re

from reviewdocs.language.lists import listed
from reviewdocs.names.folding import folded
from reviewdocs.names.unfilled import is_unfilled

_QUOTED = re.compile(r"(?<!\w)['‘]([^\W\d_][\w -]*)['’](?!\w)")
_BETWEEN = re.compile(
    r'[\n\r;,/|()"“”]|'
    r"(?<!\w)(?:(?i:a\.?k\.?a\.?|n[eé]e|(?:also |now |previously )?known as|formerly|previously)|or|now)(?!\w)"
)
_WRAPPED = re.compile(r"(?<!\S)([a-z]+)\s*\n\s*(?=[A-Z])")
"""A particle at a line's end, whose name goes on in the next line: "van der", "Berg"."""
_ARTICLES = listed("the a an his her their")


def apart(name: str) -> list[str]:
    """The names in one field, in their order; the field as it is where it holds one.

    What begins with an article ("Smith, the neighbour") is no name and is left out.
    """
    if not (_BETWEEN.search(name) or _QUOTED.search(name)) or is_unfilled(name):
        return [name]
    text = _QUOTED.sub(r"\n\1\n", _WRAPPED.sub(r"\1 ", name))
    pieces = (piece.strip(" \t.:-") for piece in _BETWEEN.split(text))
    found = [piece for piece in pieces if (words := folded(piece).split()) and words[0] not in _ARTICLES]
    return found if found and _BETWEEN.search(text.strip()) else [name]
