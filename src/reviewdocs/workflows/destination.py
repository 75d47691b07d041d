"""Where outputs, records and reports go, and what they must never overwrite."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reviewdocs.disk import bytes_of, real
from reviewdocs.errors import InputError, OutputError, UsageError
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.model.words import Audience
from reviewdocs.store.case import Case
from reviewdocs.store.ledger import OutputLedger
from reviewdocs.workflows.recording import SCHEMA

BESIDE = ".reviewdocs-outputs.json"
"""The list of outputs that lies beside them, where there is no case folder."""

_HOLDS_REAL = {Audience.RESTRICTED: "its hidden content", Audience.FAMILY: "the family's own names"}
"""What the copies for these readers keep; they never lie among the de-identified ones."""


def usual_folder(case: Case, audience: Audience) -> Path:
    """Where a case's copies for an audience go unless somebody says where."""
    return case.records / "family" if audience is Audience.FAMILY else case.anonymised


@dataclass(frozen=True, slots=True)
class Destination:
    """Where one run of `anonymise` writes.

    Attributes:
        folder: the copies; made if it is not there.
        case: the case folder, in whose records each copy's record goes; None without a case.
        record: one further file for the record of all copies; None for none. Records hold real names. A record of
            something else that lies there stays: see `recording`.
    """

    folder: Path
    case: Case | None = None
    record: Path | None = None

    def ledger(self, audience: Audience) -> OutputLedger:
        """The list of which copies are ours to replace.

        Raises:
            OutputError: it cannot be read.
        """
        if self.case is None:
            return OutputLedger(self.folder / BESIDE, audience=audience)
        return OutputLedger(self.case.records / "outputs.json", audience=audience, base=self.case.folder)

    def moved_before(self, file: Path, data: bytes, audience: Audience) -> bool:
        """Whether the dates of an input were moved when an earlier run made it: a moved date looks like any other.

        Raises:
            InputError: it is such an output, and was edited since, so that some dates may be moved and others not.
        """
        beside = OutputLedger(file.parent / BESIDE, audience=audience)
        own = self.ledger(audience)
        if own.moved(data) or beside.moved(data):
            return True
        anonymised = self.case is not None and _within(file, self.case.anonymised)
        if beside.holds_moved(file) or (anonymised and own.holds_moved(file)):
            raise InputError(
                "The dates of this copy were moved when it was made, and it was edited since: moved again, its dates "
                "would no longer agree with those of other documents.",
                where=str(file),
                remedy="Make the change in the draft that it was made from, and anonymise that.",
            )
        return False

    def refuse_unsafe(self, files: Iterable[Path], audience: Audience) -> None:
        """Refuse what would mix the identifiable with the de-identified, or write over somebody's work.

        Raises:
            UsageError: saying what, before anything is done.
        """
        holds = _HOLDS_REAL.get(audience)
        deidentified = (self.case.anonymised, self.case.publication) if self.case is not None else ()
        if holds and any(_within(self.folder, folder) for folder in deidentified):
            raise UsageError(
                f"A {audience} copy keeps {holds} and may not lie among the de-identified ones.",
                where=str(self.folder),
                remedy="Choose another output folder with -o.",
            )
        if self.record is not None:
            if _within(self.record, self.folder):
                raise UsageError(
                    "The record holds real names and may not lie in the output folder.",
                    where=str(self.record),
                    remedy="Choose another place for --record.",
                )
            refuse_overwriting(self.record, mark=SCHEMA, keep=files)


def refuse_overwriting(path: Path, *, mark: str, keep: Iterable[Path]) -> None:
    """Refuse to write a report or record over anything but an earlier one.

    Args:
        path: where it is to go.
        mark: text that every report of this kind holds.
        keep: files that must never be written over, whatever they hold.

    Raises:
        UsageError: the place is one of the command's own inputs.
        OutputError: another file is there.
    """
    remedy = "Choose another name."
    if any(real(path) == real(file) for file in keep):
        raise UsageError("This would overwrite one of the command's own inputs.", where=str(path), remedy=remedy)
    if os.path.lexists(path) and not bears(path, mark):
        raise OutputError("Something else of this name is there already.", where=str(path), remedy=remedy)


def bears(path: Path, mark: str) -> bool:
    """Whether a file holds the mark of what a command made."""
    try:
        return mark.encode() in bytes_of(path, most=MAX_FILE_BYTES)
    except (FileNotFoundError, InputError):
        return False


def _within(path: Path, folder: Path) -> bool:
    return real(path).is_relative_to(real(folder))
