"""Finds the map's identifiers and addresses in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import ahocorasick

from reviewdocs.language.spans import longest_apart
from reviewdocs.model.mentions import Category
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names.details.addresses import wanted_of_address
from reviewdocs.names.details.identifiers import identifier_label, wanted_of_identifier
from reviewdocs.names.details.wanted import Wanted, places, squeezed
from reviewdocs.names.folding import fold_text, folded

_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")
_ADDRESS = "[address]"
_NEXT_LINE = re.compile(r"[\s,]{0,3}(?!\d)")
_WORD_AFTER = re.compile(r"(?: |\u00a0)[^\W\d_a-z]\w")
_WORD_BEFORE = re.compile(r"(?<=\w[ \u00a0])[^\W\d_a-z][\w'’-]+[ \u00a0]$")


class Detail(NamedTuple):
    """An identifier or address of the map in a text.

    Attributes:
        start, end: its code points.
        label: what stands there instead.
        ref: whose it is, an id of the map.
        phrase: its letters and figures, the same however they are written.
    """

    start: int
    end: int
    label: str
    category: Category
    ref: str
    phrase: str


class _Sought(NamedTuple):
    wanted: Wanted
    label: str
    category: Category
    ref: str


class Details:
    """Finds the map's identifiers and addresses; time is linear in the text, whatever the map's size. Built once."""

    def __init__(self, pmap: PseudonymMap) -> None:
        sought: dict[str, list[_Sought]] = {}
        for found in _sought(pmap):
            sought.setdefault(found.wanted.key, []).append(found)
        self._automaton: Any = None
        if sought:
            self._automaton = ahocorasick.Automaton()
            for key, of_key in sought.items():
                self._automaton.add_word(key, (key, of_key))
            self._automaton.make_automaton()

    def spans(self, text: str) -> list[Detail]:
        """Every detail in a text, longest first where they overlap, in order of their start."""
        return list(_joined(text, longest_apart(found))) if (found := self._found(text)) else []

    def survivors(self, text: str) -> list[Detail]:
        """Every detail that may stand nowhere, in any text: what may be part of another name is left out."""
        return self._found(text, everywhere=True)

    def _found(self, text: str, *, everywhere: bool = False) -> list[Detail]:
        if self._automaton is None:
            return []
        found: list[Detail] = []
        at: list[int] = []
        for last, (key, of_key) in self._automaton.iter(squeezed(text)):
            at = at or places(text)
            stand = at[last + 1 - len(key) : last + 1]
            for sought in of_key:
                if everywhere and sought.wanted.as_name:
                    continue
                if span := _span(sought.wanted, text, stand):
                    found.append(Detail(*span, sought.label, sought.category, sought.ref, key))
        return found


def _sought(pmap: PseudonymMap) -> Iterator[_Sought]:
    taken = {folded(name) for thing in (*pmap.places, *pmap.organisations) for name in (thing.name, *thing.also)}
    for person in pmap.people:
        for key, value in person.identifiers.items():
            label = f"[{identifier_label(key)}]"
            for wanted in wanted_of_identifier(key, value):
                yield _Sought(wanted, label, Category.CODE, person.id)
        for address in person.addresses:
            for wanted in wanted_of_address(address, taken):
                yield _Sought(wanted, _ADDRESS, Category.ADDRESS, person.id)


def _span(wanted: Wanted, text: str, stand: list[int]) -> tuple[int, int] | None:
    """The code points of a detail whose letters and figures stand in these places; None where it is something else."""
    if any(b - a > 1 and wanted.parted(text[a + 1 : b].translate(_UNSEEN)) for a, b in pairwise(stand)):
        return None
    misread = sum(not text[stand[index]].isdigit() for index in wanted.figures)
    if 3 * misread > len(wanted.figures):
        return None
    start, end = stand[0], _grapheme_end(text, stand[-1])
    if wanted.before and (head := wanted.before.search(text, max(0, start - 24), start)):
        start = head.start() if any(map(str.isalnum, head[0])) else start
    if wanted.after and (tail := wanted.after.match(text, end)):
        end = tail.end()
    unclosed = text.count("(", start, end) - text.count(")", start, end)
    if unclosed < 0 and text[start - 1 : start] == "(":
        start -= 1
    elif unclosed > 0 and text[start] == "(":
        start += 1
    if not wanted.bounded(text, start, end) or (wanted.as_name and not _a_name_of_its_own(text, start, end)):
        return None
    return start, end


def _grapheme_end(text: str, last: int) -> int:
    """The place after a character and the marks that fold away with it."""
    end = last + 1
    while end < len(text) and not fold_text(text[end]):
        end += 1
    return end


def _a_name_of_its_own(text: str, start: int, end: int) -> bool:
    """Whether words are written as a name, and not within a longer one: "Mill Lane", but for "Mill Lane Surgery"."""
    words = re.findall(r"[^\W\d_]+", text[start:end])
    if any(word[0].islower() for word in words if len(word) > 1 and word.casefold() not in ("of", "the", "s")):
        return False
    if _WORD_AFTER.match(text, end):
        return False
    return _WORD_BEFORE.search(text, max(0, start - 24), start) is None


def _joined(text: str, details: Iterable[Detail]) -> Iterator[Detail]:
    """Lines of an address that stand together are one: "7 Cobbler's Yard, HD3 4QT"."""
    held: Detail | None = None
    for detail in details:
        both = held is not None and held.label == detail.label == _ADDRESS
        if held is not None and both and (gap := _NEXT_LINE.match(text, held.end)) and gap.end() >= detail.start:
            held = held._replace(end=detail.end)
            continue
        if held is not None:
            yield held
        held = detail
    if held is not None:
        yield held
