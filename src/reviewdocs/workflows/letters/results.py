"""What came of a batch of letters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reviewdocs.errors import UsageError
from reviewdocs.model.words import Audience
from reviewdocs.store.made import State

SCHEMA = "reviewdocs/letters/1"


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What is missing or doubtful about one recipient before anything is written.

    Attributes:
        recipient, name: who.
        missing: what a letter cannot do without; it would be wrong, or could not be sent.
        doubtful: what somebody has to look at; the letter can be made.
        notes: what is good to know.
    """

    recipient: str
    name: str
    missing: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def clear(self) -> bool:
        """Whether nothing keeps the letter from being made."""
        return not (self.missing or self.doubtful)


class IncompleteError(UsageError):
    """Something is missing or doubtful about recipients; nothing was written.

    Attributes:
        table: all recipients, as they were looked at.
    """

    def __init__(self, table: Sequence[LookedAt]) -> None:
        self.table = tuple(table)
        stopped = [row for row in table if not row.clear]
        many = f"{len(stopped)} of {len(table)} recipients" if len(table) > 1 else "the recipient"
        super().__init__(
            f"Something is missing or doubtful about {many}, and nothing was written:{in_lines(stopped)}\n",
            remedy="Put it right and run again, or give --skip-incomplete: letters that lack something are then left "
            "out, and the doubtful ones are made.",
        )


def in_lines(table: Sequence[LookedAt]) -> str:
    """The table as lines of text, each after a line end."""
    lines = []
    for row in table:
        lines += [f"\n  {row.recipient}  {row.name}"]
        lines += [f"\n      missing   {what}" for what in row.missing]
        lines += [f"\n      doubtful  {what}" for what in row.doubtful]
    return "".join(lines)


@dataclass(frozen=True, slots=True)
class LetterOutcome:
    """What became of one letter: `output` is None where there is none, and `reason` then says why.

    `undecided` counts the mentions that a person has to settle before the letter goes out (external letters only);
    `notes` are things to look at before sending; `also` are the files made of it: PDF, protected copy, draft e-mail.
    """

    recipient: str
    name: str
    output: Path | None = None
    state: State | None = None
    date: dt.date | None = None
    left_alone: tuple[Path, ...] = ()
    undecided: int = 0
    notes: tuple[str, ...] = ()
    reason: str = ""
    exit_code: int = 0
    also: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class LettersResult:
    """A batch of letters, the folder they lie in and their manifest.

    Attributes:
        stale: earlier letters in the folder that are nobody's any more, by file name, with why.
        together: what was made of all of them: archive, print file.
        warnings: what holds for the whole batch.
        dry: nothing was written.
        unlisted: lists for people that could not be written.
    """

    letter: str
    title: str
    audience: Audience
    folder: Path
    manifest: Path
    letters: tuple[LetterOutcome, ...]
    looked_at: tuple[LookedAt, ...] = ()
    stale: Mapping[str, str] = field(default_factory=dict)
    together: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()
    dry: bool = False
    unlisted: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """The highest of the letters' (docs/contracts.md): 0 all made, 1 with undecided mentions, above: not made."""
        return max((4 if self.unlisted else 0, *(letter.exit_code for letter in self.letters)))
