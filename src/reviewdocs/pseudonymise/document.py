"""What a first pass over a document's candidates tells of each: how its words are written elsewhere, who is named."""

from __future__ import annotations

import re
import string
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise.model import Candidate, Likeness
from reviewdocs.pseudonymise.propose.proposer import Proposed
from reviewdocs.pseudonymise.remembered import Remembered

_LETTERS_A_WORD = 6
"""How long a word is, with its space: paragraphs without candidates are not cut into words, only measured."""
_AHEAD = 12
_SPACES = " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
_SPACES += "".join(map(chr, range(0x2000, 0x200B)))
_OPENING = f"{_SPACES}\"'“”‘’([*•-–—>|"
"""What may stand between the end of a sentence and the beginning of the next."""
_SMALL_START = re.compile(r"^\s*[a-z]", re.M)
_RECORD = re.compile(r"^\W*\d", re.M)
_BEGINNING = 400
"""Of so many characters of a paragraph it is counted how many are capitals."""
_LETTERS = string.ascii_letters.encode()
_CASES = bytes.maketrans(_LETTERS, b"a" * 26 + b"A" * 26)
_NO_LETTERS = bytes(code for code in range(256) if code not in _LETTERS)
FAR = 3000
"""How many words away what is nowhere counts as."""


class Shape(IntEnum):
    """How a word is written."""

    SMALL = 0
    CAPITAL = 1
    CAPITALS = 2
    LETTER = 3
    MIXED = 4


def shape_of(text: str) -> Shape:
    """How a word as written is written."""
    if text.islower():
        return Shape.SMALL
    if text.isupper():
        return Shape.CAPITALS if len(text) > 1 else Shape.LETTER
    return Shape.CAPITAL if text[:1].isupper() and text[1:].islower() else Shape.MIXED


def opens(text: str, start: int) -> bool:
    """Whether what begins at `start` owes its capital to its place: it opens the text, a sentence, a line or a cell."""
    before = text[max(0, start - _AHEAD) : start]
    rest = before.rstrip(_OPENING)
    if not rest:
        return start <= _AHEAD or "\n" in before or "|" in before or len(before) == _AHEAD
    return rest[-1] in ".!?:" or "\n" in before[len(rest) :] or "|" in before[len(rest) :]


@dataclass(slots=True)
class Counts:
    """How often a folded word stands in the document in each way; capitals apart that their place owes."""

    small: int = 0
    capital: int = 0
    opening: int = 0
    capitals: int = 0
    other: int = 0

    @property
    def total(self) -> int:
        """How often it stands there at all."""
        return self.small + self.capital + self.opening + self.capitals + self.other


@dataclass(slots=True)
class Facts:
    """What a first pass tells; not changed after it.

    Attributes:
        counts: by folded word, of the words that are candidates.
        sure: by entity, the positions at which it is surely named, in order.
        loud: share of capitals among the document's letters.
        hasty: share of its lines that begin with a small letter.
        listed: share of its lines that begin with a digit, as in logs and chronologies.
        base: by paragraph number, the position of its first word.
    """

    counts: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    sure: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    loud: float = 0.0
    hasty: float = 0.0
    listed: float = 0.0
    base: list[int] = field(default_factory=list)


def nearest(positions: Sequence[int], at: int) -> tuple[int, int]:
    """(words to the nearest other of the sorted positions, words back to the last one before); `FAR` for none."""
    index = bisect_left(positions, at)
    before = at - positions[index - 1] if index else FAR
    after_index = index + (index < len(positions) and positions[index] == at)
    after = positions[after_index] - at if after_index < len(positions) else FAR
    return min(before, after), before


class FirstPass:
    """Gathers the facts of documents."""

    def __init__(self) -> None:
        self._look = Remembered(_look_of)

    def turn(self) -> None:
        """See `Reader.turn`."""
        self._look.turn()

    def facts(self, paragraphs: Sequence[Paragraph], proposed: Iterable[Proposed | None]) -> Facts:
        """The facts of one document."""
        facts, position = Facts(), 0
        for paragraph, found in zip(paragraphs, proposed, strict=True):
            facts.base.append(position)
            if found is None:
                position += len(paragraph.text) // _LETTERS_A_WORD + 1
                continue
            for index, candidate in found.at.items():
                self._count(facts, found, index, candidate, position)
            position += len(found.atoms)
        self._of_lines(facts, paragraphs)
        return facts

    def _count(self, facts: Facts, found: Proposed, index: int, candidate: Candidate, base: int) -> None:
        shape = shape_of(candidate.text)
        opening = opens(found.text, candidate.start)
        counts = facts.counts[candidate.word]
        if shape is Shape.SMALL:
            counts.small += 1
        elif shape is Shape.CAPITALS:
            counts.capitals += 1
        elif shape is Shape.CAPITAL:
            counts.opening += opening
            counts.capital += not opening
        else:
            counts.other += 1
        exact = [r.entity for r in candidate.readings if r.likeness is Likeness.EXACT]
        if exact and shape is Shape.CAPITAL and not opening and len(candidate.text) > 1:
            for entity in dict.fromkeys(exact):
                facts.sure[entity].append(base + index)

    def _of_lines(self, facts: Facts, paragraphs: Sequence[Paragraph]) -> None:
        looks = [self._look(paragraph.text) for paragraph in paragraphs]
        lines, small, digits, upper, letters = map(sum, zip(*looks, strict=True)) if looks else (0,) * 5
        facts.hasty, facts.listed = small / max(1, lines), digits / max(1, lines)
        facts.loud = upper / max(1, letters)


def _look_of(text: str) -> tuple[int, int, int, int, int]:
    """(lines, those that begin with a small letter, those that begin with a digit, capitals, letters) of a text; the
    last two of its beginning."""
    letters = letters_in(text[:_BEGINNING])
    if "\n" not in text:
        return (1, _SMALL_START.match(text) is not None, _RECORD.match(text) is not None, *letters)
    return (text.count("\n") + 1, len(_SMALL_START.findall(text)), len(_RECORD.findall(text)), *letters)


def letters_in(text: str) -> tuple[int, int]:
    """(capitals, letters) of a text."""
    if text.isascii():  # most are: bytes are counted at once
        letters = text.encode().translate(_CASES, _NO_LETTERS)
        return letters.count(b"A"), len(letters)
    return sum(map(str.isupper, text)), sum(map(str.isalpha, text))
