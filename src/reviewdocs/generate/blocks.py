"""Where the blocks of a template ({% if %}, {% for %} and so on) open, go on and close in its paragraphs and tables."""

from __future__ import annotations

from dataclasses import dataclass, field

_OPENING = frozenset({"if", "for", "macro", "call", "filter", "block", "with", "autoescape"})
_WORDS_ONLY = frozenset({"macro", "call", "filter", "set"})
"""What is in these is printed elsewhere, as text."""
Fault = tuple[str, int]
"""A clause, and the line."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tag stands.

    Attributes:
        in_tag: among the attributes of an element.
        names: of the elements around it.
        holders: which table, row, cell or other holder of paragraphs these are.
        passed: how many starts and ends of elements came before.
    """

    in_tag: bool
    names: tuple[str, ...]
    holders: tuple[int, ...]
    passed: int


@dataclass(slots=True)
class _Block:
    keyword: str
    line: int
    place: Place
    told: bool = False


@dataclass(slots=True)
class Blocks:
    """The blocks that are open."""

    _open: list[_Block] = field(default_factory=list)

    @property
    def depth(self) -> int:
        """How many are."""
        return len(self._open)

    def statement(self, words: list[str], line: int, place: Place) -> list[Fault]:
        """Take a statement of these words, which are known to be sound; gives what is wrong with its block."""
        keyword = next((word for word in words if word not in "+-"), "")
        if keyword in _OPENING or (keyword == "set" and not _assigns(words)):
            self._open.append(_Block(keyword, line, place))
        elif keyword in ("elif", "else") and self._open:
            return _torn(self._open[-1], place)
        elif keyword.startswith("end") and self._open:
            block = self._open.pop()
            return _torn(block, place) or _holds(block, place)
        return []


def _torn(block: _Block, place: Place) -> list[Fault]:
    """A block left out or repeated leaves whole elements behind, and no cell, row or table torn."""
    where = (place.in_tag, place.names, place.holders)
    if block.told or where == (block.place.in_tag, block.place.names, block.place.holders):
        return []
    block.told = True
    what = (
        "opens in one table cell, row or table and closes in another, so that what is between would be lost"
        if place.holders != block.place.holders
        else "opens and closes in different places of a paragraph or table"
    )
    way = "use {%tr … %} for rows, {%tc … %} for cells, {%p … %} for paragraphs"
    return [(f"{{% {block.keyword} … %}} {what} ({way})", block.line)]


def _holds(block: _Block, place: Place) -> list[Fault]:
    if block.told or block.keyword not in _WORDS_ONLY or place.passed == block.place.passed:
        return []
    what = f"{{% {block.keyword} … %}} may hold words of one run only: the paragraphs in it would be lost"
    return [(what, block.line)]


def _assigns(words: list[str]) -> bool:
    """Whether a `set` statement names its value; if not, it opens a block."""
    depth = 0
    for word in words:
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(word, 0)
        if word == "=" and not depth:
            return True
    return False
