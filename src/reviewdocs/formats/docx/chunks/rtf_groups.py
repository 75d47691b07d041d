"""The groups of a rich text: what each is, and where it stands."""

from __future__ import annotations

import binascii
import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from reviewdocs.formats.docx.chunks.marked import Label, Splice


@dataclass(slots=True, eq=False)
class Group:
    """What stands between two braces.

    Attributes:
        word: its destination; empty where it is formatting only.
        named_at, named_to: where its destination is named, the asterisk included; nothing at its start where it is not.
        first: whether it is named first thing in the group.
        unknown: whether programs that do not know it pass it over (an asterisk).
        digits: where its bytes stand, as digits.
        raw: its bytes, where they stand as they are.
        code: of a field, what it is told to do.
    """

    start: int
    parent: Group | None
    end: int = 0
    word: str = ""
    named_at: int = 0
    named_to: int = 0
    first: bool = True
    unknown: bool = False
    digits: tuple[int, int] = (0, 0)
    raw: bytes | None = None
    code: str | None = None
    inner: list[Group] = dataclasses.field(default_factory=list)

    def data(self, source: str) -> bytes | None:
        """The bytes of a picture; None where they are none."""
        if self.raw is not None:
            return self.raw
        try:
            return binascii.unhexlify("".join(source[slice(*self.digits)].split()))
        except (binascii.Error, ValueError):
            return None

    def name(self, source: str) -> str:
        """Of a drawing's property, which it is."""
        return next((source[g.named_to : g.end - 1].strip() for g in self.inner if g.word == "sn"), "")

    def within(self, word: str) -> bool:
        """Whether it is of this destination, or lies in a group that is."""
        around: Group | None = self
        while around is not None and around.word != word:
            around = around.parent
        return around is not None

    def field(self) -> Group | None:
        """The field whose code it is."""
        return self.parent if self.parent is not None and self.parent.word == "field" else None

    def unwrapped(self, label: Label) -> Iterator[tuple[Label, Splice]]:
        """What makes text of a field: all but its result goes."""
        yield label, Splice(self.named_at, self.named_to)
        for group in self.inner:
            if group.word == "fldrslt":
                yield "", Splice(group.named_at, group.named_to)
            elif group.word == "fldinst":
                yield "", Splice(group.start, group.end)
