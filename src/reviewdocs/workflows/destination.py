"""Where outputs, records and reports go, and what they must never overwrite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reviewdocs.errors import OutputError, UsageError
from reviewdocs.model.words import Audience
from reviewdocs.store.case import Case
from reviewdocs.store.ledger import OutputLedger

RECORD_SCHEMA = "reviewdocs/record/1"


@dataclass(frozen=True, slots=True)
class Destination:
    """Where one run of `anonymise` writes.

    Attributes:
        folder: the copies; made if it is not there.
        case: the case folder, in whose records each copy's record goes; None without a case.
        record: one further file for the record of all copies; None for none. Records hold real names.
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
            return OutputLedger(self.folder / ".reviewdocs-outputs.json", audience=audience)
        return OutputLedger(self.case.records / "outputs.json", audience=audience, base=self.case.folder)

    def record_of(self, output: Path, audience: Audience) -> Path | None:
        """Where the record of one copy goes; None without a case."""
        return self.case.records / f"{output.name}.{audience}.record.json" if self.case else None

    def refuse_unsafe(self, files: Iterable[Path], audience: Audience) -> None:
        """Refuse what would mix the identifiable with the de-identified, or write over somebody's work.

        Raises:
            UsageError: saying what, before anything is done.
        """
        if self.case is not None and audience is Audience.RESTRICTED and _within(self.folder, self.case.anonymised):
            raise UsageError(
                "A restricted copy keeps its hidden content and may not lie among the de-identified ones.",
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
            refuse_overwriting(self.record, mark=RECORD_SCHEMA, keep=files)


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
    if any(path.resolve() == file.resolve() for file in keep):
        raise UsageError("This would overwrite one of the command's own inputs.", where=str(path), remedy=remedy)
    if path.is_dir() or (path.exists() and mark.encode() not in path.read_bytes()):
        raise OutputError("Something else of this name is there already.", where=str(path), remedy=remedy)


def _within(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())
