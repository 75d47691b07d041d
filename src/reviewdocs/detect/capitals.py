"""Which capitals are owed to their place and not to a name: those of a line in capitals, of a heading, of what begins a
sentence or cell, of a sentence in another language."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from reviewdocs.detect.lines import CELLS, letters_about, line_of, near_line_of
from reviewdocs.language.lists import listed
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.running import words_in
from reviewdocs.language.words import is_english, is_word

EDGES = " ,.:;!?\"'()[]{}*_–—-/\\|•<>#~=+“”‘’"
"""What may stand about a name and is none of it."""
JOINING = listed(
    """
    an and as at but by for from has have her his in into is its no nor not of off on or out so than that the their
    then to under up was were when who will with without
    """
)
"""Words that stand in no name written in capitals; those of places with "on", "under" are found by patterns."""
_BEFORE_IN_A_LIST = regex.compile(r"(?:\p{Lu}[\p{L}'’-]+(?:\s[\p{L}'’-]+)?,\s(?:and\s)?)+$")
_SHOUTED_SHARE = 0.7
"""Of the letters about a find, so many in capitals make the line one in capitals."""
_SENTENCE_END = regex.compile(r"[.!?;]\s|[\n\0|\t\"“”/]|(?<=\s)'|'(?=\s)")
_QUOTES = "\"'“”‘’"
_VOWEL = regex.compile(r"[^b-df-hj-np-tv-xz'’]")
_SMALL = regex.compile(r"(?<![\p{L}'’])\p{Ll}[\p{Ll}'’]+(?!\p{L})")
_STRETCH = 160
_FOREIGN_SHARE = 0.5
_FOREIGN_LEAST = 3
"""More than this share, and at least so many, of the words make a sentence one of another language."""
_PLACE_HEAD = regex.compile(
    r"\b(?i:docks?|quay|wharf|harbour|pier|bridge|park|beach|sands|station|institute|hall|farm|house|mills?|yard|arms|inn|"
    r"factory|works|fields?|woods?|hill|meadows?|common|moor|heath|marsh|lake|reservoir|canal|river|brook|tower|towers|"
    r"cottages?|villas?|flats|buildings?|barracks|garage|depot|market|arcade|parade|precinct|square|gardens|allotments?|"
    r"playground|stadium|arena|theatre|cinema|museum|library|castle|abbey|priory|roundabout|junction|island|bay|cliffs?|"
    r"point|head|bank|brow|rise|view|side|end|green|cross|corner|gate|caf[eé]|bakery|radio)$"
)


def is_quoted(text: str, start: int) -> bool:
    """Whether a quotation begins there."""
    return text[max(0, start - 1) : start] in _QUOTES


def names_a_spot(found: str, words: Sequence[str]) -> bool:
    """Whether a find of several words ends as the names of spots do: "Market Square", "Weavers' Institute"."""
    return len(words) > 1 and _PLACE_HEAD.search(found) is not None


def in_heading(text: str, start: int, end: int) -> bool:
    """Whether a find ends a line or cell in which only capitalised plain words stand before it."""
    first, _ = near_line_of(text, start, end, CELLS)
    before = text[first:start].split()
    ends = end == len(text) or text[end] in "\n|\0\t" or text.startswith("  ", end) or text.startswith(" |", end)
    return ends and all(word[0].isupper() and is_word(word.casefold().strip(EDGES)) for word in before)


def is_shouted(text: str, start: int, end: int) -> bool:
    """Whether the line or cell about a find is written in capitals, so that they mean nothing."""
    letters, capitals = letters_about(text, start, end, line_of(text, start, start, CELLS))
    return capitals >= _SHOUTED_SHARE * letters


def is_foreign_stretch(text: str, start: int, end: int) -> bool:
    """Whether most words in small letters of the sentence or quotation about a find are no English ones; about one in
    small letters only a quotation is believed, since notes without capitals hold names besides."""
    before = text[max(0, start - _STRETCH) : start]
    ends = list(_SENTENCE_END.finditer(before))
    after = _SENTENCE_END.search(text, end, end + _STRETCH)
    if text[start:end].islower() and not (ends and ends[-1][0] in _QUOTES and after and after[0] in _QUOTES):
        return False
    around = before[ends[-1].end() if ends else 0 :] + " " + text[end : after.start() if after else end + _STRETCH]
    spoken = [word for word in _SMALL.findall(around) if _VOWEL.search(word)]  # "rmbr" is of messages, of no language
    strange = [word for word in spoken if not is_english(word.replace("’", "'")) and not is_ordinary(word)]
    return len(strange) >= _FOREIGN_LEAST and len(strange) > _FOREIGN_SHARE * len(spoken)


def opens(text: str, start: int) -> bool:
    """Whether a place begins a sentence, a line, a cell or a quotation."""
    before = text[max(0, start - 200) : start]
    row = _BEFORE_IN_A_LIST.search(before)
    if row and all(is_english(word) or is_ordinary(word) for word in words_in(row[0])):
        before = before[: row.start()]
    before = before.rstrip(" \"'([*#>-–•“‘/")
    return not before or before[-1] in ".!?:;\n|\0\t"
