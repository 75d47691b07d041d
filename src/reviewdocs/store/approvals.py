"""The record of a case's approvals: who approved which bytes of which document, in which role, and when.

Kept as decisions are: nothing in it is ever changed, and what another program did to it shows (`append_only`).
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdocs import __version__
from reviewdocs.formats.turns import turn
from reviewdocs.model.decisions import RecordState
from reviewdocs.model.publication import Approval, ApprovalAct
from reviewdocs.store.append_only import link, never_changed, numbered, prove
from reviewdocs.store.case import Case
from reviewdocs.store.last_entry import LastEntry
from reviewdocs.store.sqlite_file import SqliteFile

WHAT = "record of approvals"
LAST = LastEntry("approvals.last.json", "reviewdocs/approvals-last/1", "approvals")
_KIND = 0x72766170
_VERSION = 1
_COLUMNS = tuple(Approval.model_fields)
_TABLES = """
CREATE TABLE approvals (
  number INTEGER PRIMARY KEY, at TEXT NOT NULL, act TEXT NOT NULL, document TEXT NOT NULL, sha256 TEXT NOT NULL,
  role TEXT NOT NULL CHECK (trim(role) <> ''), by TEXT NOT NULL CHECK (trim(by) <> ''), accepted TEXT NOT NULL,
  tool_version TEXT NOT NULL, chain TEXT NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class NewApproval:
    """An approval to record, or one to withdraw; the record adds the number and the time. See `Approval`."""

    act: ApprovalAct
    document: str
    sha256: str
    role: str
    by: str
    accepted: str


class ApprovalBook:
    """The record of one case, at `CASE/records/approvals.sqlite`; every method opens and closes it.

    Every method raises InputError where the record is damaged, changed by another program or none of ours, and
    OutputError where another program holds it or it cannot be written.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        guards = never_changed("approvals") + numbered("approvals")
        self._file = SqliteFile(case.records / "approvals.sqlite", WHAT, _KIND, _TABLES + guards, _VERSION)

    @property
    def path(self) -> Path:
        """Where the record lies."""
        return self._file.path

    def read(self) -> tuple[list[Approval], RecordState]:
        """Every entry, in order, proved to be what was written, and how far the record goes with them."""
        kept = LAST.kept(self._case.folder)  # first: what is added meanwhile is in the record then
        with self._file.reading() as connection:
            return self._read(connection, kept)

    def add(self, new: NewApproval, at: dt.datetime) -> Approval:
        """Record an approval; when this returns it is on the disk."""
        with turn(self._case.folder):  # so that the last one is kept last
            kept = LAST.kept(self._case.folder)
            with self._file.writing() as connection:
                entries, state = self._read(connection, kept)
                told = {name: getattr(new, name) for name in NewApproval.__slots__}
                at = at.replace(microsecond=0)
                made = Approval(number=len(entries) + 1, at=at, tool_version=__version__, **told)
                row = _row(made)
                row["chain"] = link(state.last_hash, row)
                columns = ", ".join(row)
                marks = ", ".join(f":{name}" for name in row)
                connection.execute(f"INSERT INTO approvals ({columns}) VALUES ({marks})", row)
            LAST.keep(self._case.folder, RecordState(number=made.number, last_hash=row["chain"]))
        return made

    def _read(self, connection: sqlite3.Connection, kept: RecordState | None) -> tuple[list[Approval], RecordState]:
        columns = ", ".join(_COLUMNS)
        read = connection.execute(f"SELECT {columns}, chain FROM approvals ORDER BY number").fetchall()
        rows = [(dict(zip(_COLUMNS, values, strict=True)), chain) for *values, chain in read]
        state = prove(rows, kept, what=WHAT, many="approvals", where=str(self.path), beside=LAST.name)
        return [Approval.model_validate(row) for row, _ in rows], state


def holding_for(approvals: Sequence[Approval], sha256: str) -> list[Approval]:
    """The approvals of these bytes that hold: of one role and person the last, unless it is withdrawn."""
    holding: dict[tuple[str, str], Approval] = {}
    for approval in approvals:
        if approval.sha256 == sha256:
            key = approval.role, approval.by.casefold()
            holding.pop(key, None)
            if approval.act is ApprovalAct.APPROVED:
                holding[key] = approval
    return list(holding.values())


def _row(approval: Approval) -> dict[str, Any]:
    return approval.model_dump(mode="json") | {"at": approval.at.isoformat()}
