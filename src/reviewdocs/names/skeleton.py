"""A text as its reader sees it: letters by their shape, whatever is written to show them, and nothing unseen.

One character of a skeleton stands for each code point, so that every place keeps its number: a small letter of the
alphabet for what looks like one, `SEEN` for other letters and figures, a space for what parts words, `UNSEEN` for what
shows nothing. Letters that only what stands beside them tells apart (I, l and 1; n and v, as nu is both) are one.

Shapes are those of the Unicode Standard: its compatibility decompositions, its names ("REGIONAL INDICATOR SYMBOL LETTER
K", "LATIN LETTER SMALL CAPITAL R"), and its table of confusables (UTS #39), which is loaded only for what the first two
do not tell.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from reviewdocs.names.folding import fold_text

UNSEEN, SEEN = "\0", "\1"
_CLASSES = str.maketrans("l1|0vum", "iiionnn")
_NAMED = re.compile(
    r"(?:LATIN|NEGATIVE|CROSSED|SQUARED|CIRCLED|REGIONAL|PARENTHESIZED|MODIFIER|COMBINING|FULLWIDTH|LISU|TURNED)\b.*?"
    r"\b(?:LETTER|CAPITAL|SMALL|TURNED|REVERSED|INVERTED|SIDEWAYS|DOTLESS|INSULAR|SCRIPT|OPEN|LONG) ([A-Z])"
    r"(?: WITH .*)?"
)
"""Names of characters that are a letter of the alphabet in some shape."""
_PLAIN = re.compile("[^\\0-\\x7f\u00a0-\u00ac\u00ae-\u017f\u2010-\u2027\u2030-\u205e\u20ac\u2122\ue000-\uf8ff]")
"""Anything but what texts in Latin letters are made of: another letter, a mark of its own, or something unseen."""
_BLANKS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
"""Letters by their category that show nothing."""
_BY_EYE = {"υ": "u"}
"""What the table tells otherwise than a reader takes it: it has the small upsilon for a v."""
DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What changes the direction of what follows."""
_TAG = re.compile(r"<!--[^<>]{0,300}?-->|</?[A-Za-z][^<>]{0,300}>")
_KINDS = bytes(ord("a") if chr(code).isalpha() else ord(" ") for code in range(128)) + b" " * 128
_APART = re.compile(rb" a +a +a ")


def is_plain(text: str) -> bool:
    """Whether a glance shows nothing that a skeleton is needed for: no letters but Latin ones, none that stand one by
    one, no tags."""
    if not text.isascii() and _PLAIN.search(text):
        return False
    if "<" in text and _TAG.search(text):
        return False
    return not stands_apart(text)


def stands_apart(text: str) -> bool:
    """Whether three letters side by side stand each by itself."""
    return _APART.search(b" %b " % text.encode("ascii", "replace").translate(_KINDS)) is not None


def skeleton(text: str) -> str:
    """The skeleton of a text, of the same length."""
    if "<" in text:
        text = _TAG.sub(lambda tag: "\u2060" * len(tag[0]), text)
    return text.translate(_shapes)


def shape(name: str) -> str:
    """What a folded name of letters is in a skeleton."""
    return name.translate(_CLASSES)


class _Shapes(dict[int, str]):
    """The skeleton of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _shape_of(chr(code))
        return found


_shapes = _Shapes()


def _shape_of(character: str) -> str:
    if character.isascii() and not character.isalpha():
        return SEEN if character.isdigit() else UNSEEN if character < " " and not character.isspace() else " "
    if letter := look(character):
        return letter.translate(_CLASSES)
    category = unicodedata.category(character)
    if category in ("Cf", "Cc", "Mn", "Me", "Cn", "Sk") or character in _BLANKS:
        return UNSEEN
    return SEEN if category[0] in "LN" else " "


@cache
def look(character: str) -> str:
    """The small letter of the alphabet that a character looks like; empty where it looks like none."""
    folded = fold_text(character)
    if len(folded) == 1 and "a" <= folded <= "z":
        return folded
    name = unicodedata.name(character, "")
    if character in _BY_EYE:
        return _BY_EYE[character]
    if named := _NAMED.fullmatch(name):
        return named[1].lower()
    if not character.isalpha() and unicodedata.category(character) not in ("So", "Nl", "No"):
        return ""
    if len(folded) == 1 and folded not in (character, character.lower()):
        return look(folded)  # a raised or lowered form of another alphabet's letter
    return _confused(character) or _of_base(name)


def _confused(character: str) -> str:
    """The same by the standard's table: of the letter, in its other case, or by way of one other character."""
    from confusable_homoglyphs.confusables import confusables_data  # only a few texts need the table

    like = [
        entry["c"]
        for each in dict.fromkeys((character, character.upper(), character.lower()))
        for entry in confusables_data.get(each, ())
        if len(entry["c"]) == 1
    ]
    for each in like:
        if each.isascii() and each.isalpha():
            return str(each).lower()
    named = (_NAMED.fullmatch(unicodedata.name(each, "")) for each in like)
    return next((found[1].lower() for found in named if found), "")


def _of_base(name: str) -> str:
    """What the letter looks like to which something was added, by their names: "CYRILLIC … KA WITH STROKE"."""
    base, added, _ = name.partition(" WITH ")
    if not added:
        return ""
    try:
        return look(unicodedata.lookup(base))
    except KeyError:
        return ""
