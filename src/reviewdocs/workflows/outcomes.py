"""What became of the files of one run of `anonymise`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from reviewdocs.model.standing import StandingWord


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one input: `output` is None when there is none, and `reason` then says why.

    `unread` names what could not be read and was put out of the document; like an undecided mention it blocks.
    `unprotected` says that the input opened with a password only, while the output has none. `record` tells every
    change with its reason, and `page` shows it, where there is a case folder to keep them in; both hold real names.
    `standing` is what of the map stands in the output, for whatever reason; `doubt` says why the map may be the wrong
    one, and blocks too.
    """

    input: Path
    output: Path | None = None
    verified: bool = False
    reason: str = ""
    stripped: Mapping[str, int] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    replaced: int = 0
    undecided: int = 0
    kept: int = 0
    standing: tuple[StandingWord, ...] = ()
    doubt: str = ""
    unprotected: bool = False
    record: Path | None = None
    page: Path | None = None
    dates_moved_before: bool = False
    exit_code: int = 0

    def as_json(self) -> dict[str, Any]:
        """The object of docs/contracts.md."""
        return {
            "input": str(self.input),
            "output": str(self.output) if self.output else None,
            "verified": self.verified,
            "reason": self.reason,
            "stripped": dict(self.stripped),
            "unread": list(self.unread),
            "replaced": self.replaced,
            "undecided": self.undecided,
            "kept": self.kept,
            "standing": [asdict(word) for word in self.standing],
            "doubt": self.doubt,
            "unprotected": self.unprotected,
            "record": str(self.record) if self.record else None,
            "page": str(self.page) if self.page else None,
        }


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of all inputs; `notes` say what a person should know of the batch as a whole.

    `incomplete` says that somebody of the review is not in the map, which blocks like an undecided mention.
    """

    files: tuple[FileOutcome, ...]
    notes: tuple[str, ...]
    incomplete: bool = False

    @property
    def exit_code(self) -> int:
        """The highest of the files' (docs/contracts.md)."""
        return max((*(file.exit_code for file in self.files), 1 if self.incomplete else 0))
