"""The decided mentions of a paragraph as places whose wording and edges may still change."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise.render.kin import said_at_end

_REACH = 120
"""How many characters on either side of a mention are looked at."""
SAME, OTHER = "\ue000", "\ue001"
"""What stands in a view for a later mention: of the same one, of somebody or something else."""
_NAMED = frozenset({Category.PERSON, Category.PLACE, Category.ORG})


@dataclass(slots=True)
class Slot:
    """A mention that is not kept: the code points [start, end) that go, and what stands there instead."""

    mention: Mention
    start: int
    end: int
    text: str
    opened: bool = False
    """Whether a comma before it went that a comma after it closes."""

    @property
    def named(self) -> bool:
        """Whether a designation of the map stands here, whose wording is free."""
        told = self.mention.outcome is Outcome.REPLACED and self.mention.category in _NAMED and self.mention.refs
        return bool(told) and self.text[:1] not in ("", "[") and "_" not in self.text

    @property
    def as_found(self) -> bool:
        """Whether it begins where the mention does."""
        return self.start == self.mention.start

    def same_as(self, other: Slot) -> bool:
        """Whether both mean the same."""
        mine, theirs = self.mention, other.mention
        return bool(mine.refs) and mine.refs == theirs.refs and mine.category is theirs.category and self.named


@dataclass(frozen=True, slots=True)
class View:
    """What follows a mention, later mentions shown as `SAME` or `OTHER` and those left out not at all."""

    text: str
    pieces: tuple[tuple[int, int], ...]
    """Where each piece begins: in the view, in the paragraph."""

    def place(self, at: int) -> int:
        """The paragraph's code point for an offset that is an end."""
        view, paragraph = next((piece for piece in reversed(self.pieces) if piece[0] < at), self.pieces[0])
        return paragraph + at - view


class Line:
    """A paragraph and its slots, in order and apart; kept mentions are text like any other."""

    def __init__(self, paragraph: Paragraph, mentions: Sequence[Mention]) -> None:
        self.text = paragraph.text
        self.slots = [Slot(m, m.start, m.end, m.replacement or "") for m in mentions if m.outcome is not Outcome.KEPT]
        self._kept = [m for m in mentions if m.outcome is Outcome.KEPT]

    def before(self, index: int) -> str:
        """The text before a slot, as far as the slot before it or as is looked at."""
        start = self.slots[index].start
        return self.text[max(self.slots[index - 1].end if index else 0, start - _REACH) : start]

    def clause(self, index: int) -> str:
        """The text before a slot, with the possessive ending that the slot before it has taken in."""
        ending = re.search(r"['’]s$", self.slots[index - 1].text) if index else None
        return (ending.group() if ending else "") + self.before(index)

    def last_of(self, index: int) -> int:
        """The last of the slots that are left out right behind a slot; the slot itself where there are none."""
        while index + 1 < len(self.slots) and self._goes_on(index):
            index += 1
        return index

    def end_of(self, index: int) -> int:
        """The end of a slot and of those left out right behind it."""
        return self.slots[self.last_of(index)].end

    def after(self, index: int) -> View:
        """What follows a slot and those left out right behind it."""
        head, at = self.slots[index], self.end_of(index)
        limit = min(at + _REACH, len(self.text))
        text, pieces = "", []
        for number in range(self.last_of(index) + 1, len(self.slots)):
            slot = self.slots[number]
            if slot.start >= limit:
                break
            pieces.append((len(text), at))
            text += self.text[at : slot.start]
            at = slot.end
            if slot.text:
                # The end of a mark is the end of what it stands for.
                pieces.append((len(text), slot.end - 1))
                text += SAME if slot.same_as(head) else OTHER
        pieces.append((len(text), at))
        return View(text + self.text[at : max(at, limit)], tuple(pieces))

    def leave_out(self, index: int, end: int) -> None:
        """Let what follows a slot go as far as `end`: the mentions in it, and the words between."""
        at = self.slots[index].end
        while index + 1 < len(self.slots) and self.slots[index + 1].start < end:
            index += 1
            slot = self.slots[index]
            slot.start, slot.text, at = at, "", slot.end
        self.slots[index].end = max(at, end)

    def mentions(self) -> list[Mention]:
        """The mentions as they have become; a kept word of the designation that a slot has grown over goes with it."""
        kept = []
        starts = [slot.start for slot in self.slots]
        for mention in self._kept:
            at = bisect_left(starts, mention.end) - 1
            if at < 0 or self.slots[at].end <= mention.start:
                kept.append(mention)
            elif not said_at_end(mention.text, self.slots[at].mention.replacement or ""):
                self._undo(self.slots[at])
                kept.append(mention)
        return sorted([*map(self._as_mention, self.slots), *kept], key=lambda mention: mention.start)

    def _goes_on(self, index: int) -> bool:
        following = self.slots[index + 1]
        return not following.text and following.start == self.slots[index].end

    @staticmethod
    def _undo(slot: Slot) -> None:
        """Leave a mention as it was: a permitted name always stays."""
        slot.start, slot.end, slot.text = slot.mention.start, slot.mention.end, slot.mention.replacement or ""

    def _as_mention(self, slot: Slot) -> Mention:
        mention = slot.mention
        if (slot.start, slot.end, slot.text) == (mention.start, mention.end, mention.replacement or ""):
            return mention
        text = self.text[slot.start : slot.end]
        core = mention.core or (mention.start, mention.end)
        return replace(mention, start=slot.start, end=slot.end, text=text, replacement=slot.text, core=core)
