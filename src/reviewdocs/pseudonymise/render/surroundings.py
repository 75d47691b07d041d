"""What the place of a designation asks of it: capitals, cells, the words beside the name of a place."""

from __future__ import annotations

import re

from reviewdocs.model.mentions import Category
from reviewdocs.pseudonymise.render.kin import GAP, numbered, role_of, words_of
from reviewdocs.pseudonymise.render.line import OTHER, SAME, Line
from reviewdocs.pseudonymise.render.wording import capitalised

_EPITHET = re.compile(
    r"\b(?:Nether|Upper|Lower|Great|Little|Much|Higher|Over|New|Old|High|Low|Market|Chipping|Royal|Long|Kings?|Abbots?|"
    r"Bishops?)[ -]$"
)
_QUARTER = re.compile(
    r"\b((?:Greater|Central|Inner|Outer|(?:North|South|East|West)(?:ern)?)(?:[ -](?:East|West)(?:ern)?)?)[ -]$"
)
_LINE = 200
"""How many characters of a line on either side are looked at."""
_CELL = re.compile(r"[\n\t|]")
_LONG_WORD = re.compile(r"[^\W\d_]{2,}")
_NEXT_WORD = re.compile(rf"{GAP}+([^\W\d_]+)\b")
_ITEM_START = re.compile(r"(?:^|[\n\t|,;:/&(]|\band)\s*$")
_ITEM_END = re.compile(rf"\s*(?:[\n\t|,;:/&).{SAME}{OTHER}]|$|and\b)")
_WORD = re.compile(r"\b(?!and\b)[a-z]{2,}")
"""A word that a sentence has, and no list of names."""
COMMA_NEEDED = re.compile(
    rf",\s*(?:[{SAME}{OTHER}\d“\"‘(A-Z]|(?:but|yet|who|whom|whose|which|where|when|while|whilst|because|although|though|so|"
    r"since|as|if|unless|aged|the|a|an|his|her|their|my|our|its|this|these|those|both|including|such|however|therefore|"
    r"he|she|they|it|we|i|you|there)\b|(?!during\b)[a-z]+ing\b|[a-z]+ed\s+by\b)"
)


_INTRODUCED = re.compile(
    r"(?:^|[.!?]\s+|\n)(?:[\d.]+\s+)?(?:[A-Z][a-z]+ly|However|Then|Later|Again|Also|Meanwhile|In|On|At|By|After|Before|When|"
    r"While|During|From|Since|As|If|For|With|Without|Although|Though|Because|Until|Following|Despite)\b[^.!?,]*,$"
)
"""A sentence up to the comma that ends what leads up to its subject."""


def beside_place(line: Line, index: int) -> None:
    """Take "Nether" with the place's name, and "Town" behind "Town 1"; "North" is a word like any other."""
    slot = line.slots[index]
    if slot.mention.category is Category.PERSON:
        return
    before, rest = line.before(index), line.after(index).text
    if slot.mention.category is Category.PLACE and (epithet := _EPITHET.search(before)):
        slot.start -= len(epithet.group())
    elif (quarter := _QUARTER.search(before)) and before[: quarter.start()].rstrip()[-1:].isalpha():
        slot.text, slot.start = quarter.group().lower() + slot.text, slot.start - len(quarter.group())
    designation = slot.mention.replacement or ""
    noun = _NEXT_WORD.match(rest)
    if noun and numbered(designation) and role_of(designation)[-1:] == words_of(noun[1]):
        line.leave_out(index, line.end_of(index) + noun.end())


def close_commas(line: Line, index: int) -> None:
    """Leave out the comma that closed what is gone."""
    slot = line.slots[index]
    if not slot.opened:
        return
    before = line.before(index).rstrip()
    if slot.text and before.endswith(",") and not _INTRODUCED.search(before):
        return
    rest = line.after(index).text
    if rest.startswith(",") and not COMMA_NEEDED.match(rest):
        line.leave_out(index, line.end_of(index) + 1)


def in_place(line: Line, index: int) -> None:
    """The case and article that the place asks for: no article in a cell, capitals in a heading."""
    slot = line.slots[index]
    added = slot.text[:4].casefold() == "the " != slot.mention.text[:4].casefold()
    before, after = _cell_around(line.text, slot.start, line.end_of(index))
    name = line.text[slot.start : slot.end]
    loud = (before + name + after).isupper()
    listed = added and not loud and _ITEM_START.search(before) and _ITEM_END.match(after)
    if listed and not (_WORD.search(before) or _WORD.search(after)):
        slot.text = slot.text[4].upper() + slot.text[5:]
    slot.text = capitalised(line.text, slot.start, slot.text)
    if loud:
        beside, own = (len(_LONG_WORD.findall(part)) for part in (before + after, name))
        if beside and beside + own > 2:  # a heading, not a label and a name
            slot.text = slot.text.upper()


def _cell_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after [start, end) in its line or cell, as far as is looked at."""
    before = _CELL.split(text[max(0, start - _LINE) : start])[-1]
    return before, _CELL.split(text[end : end + _LINE])[0]
