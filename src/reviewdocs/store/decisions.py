"""The record of a case: what checks found, and what was decided, by whom, when and why. Nothing in it is ever changed.

It holds text of documents, and so may hold real names; it stays in the case's records. Each decision carries a hash of
itself and of the one before, so that a change made with another program shows; that the last ones were taken away shows
by what is kept beside the map (`last_entry`).
"""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from reviewdocs import __version__
from reviewdocs.disk import real
from reviewdocs.formats.turns import turn
from reviewdocs.model.decisions import Action, Decision, EarlierCheck, PlaceKey, RecordState, Scope, SeenFinding
from reviewdocs.model.findings import DocumentReport
from reviewdocs.store.append_only import content_hash, link, never_changed, numbered, prove
from reviewdocs.store.case import Case
from reviewdocs.store.last_entry import LastEntry
from reviewdocs.store.sqlite_file import SqliteFile
from reviewdocs.store.versions import Version, version_of

WHAT = "record of decisions"
LAST = LastEntry("decisions.last.json", "reviewdocs/decisions-last/1", "decisions")
_KIND = 0x72766463
_VERSION = 1
_PLACE = ("near", "after", "before")
_FINDING = ("finding", "alike", *_PLACE, "rule", "category", "severity", "text", "context", "anywhere")
_DECISION = ("number", "at", "by", "action", "argument", "scope", "reason", "document", "sha256", "tool_version")
_FINDING_COLUMNS = (
    "finding TEXT NOT NULL, alike TEXT NOT NULL, near TEXT NOT NULL, after TEXT NOT NULL, before TEXT NOT NULL, "
    "rule TEXT NOT NULL, category TEXT NOT NULL, severity TEXT NOT NULL, text TEXT NOT NULL, context TEXT NOT NULL, "
    "anywhere INTEGER NOT NULL"
)
_TABLES = f"""
CREATE TABLE decisions (
  number INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL CHECK (trim(by) <> ''), action TEXT NOT NULL,
  argument TEXT NOT NULL, scope TEXT NOT NULL, reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  document TEXT NOT NULL, sha256 TEXT NOT NULL, tool_version TEXT NOT NULL, {_FINDING_COLUMNS}, chain TEXT NOT NULL
);
CREATE TABLE findings (fingerprint TEXT PRIMARY KEY, {_FINDING_COLUMNS});
CREATE TABLE listings (
  listing TEXT NOT NULL, place INTEGER NOT NULL, fingerprint TEXT NOT NULL REFERENCES findings,
  PRIMARY KEY (listing, place)
) WITHOUT ROWID;
CREATE TABLE checks (
  number INTEGER PRIMARY KEY, at TEXT NOT NULL, work TEXT NOT NULL, document TEXT NOT NULL, sha256 TEXT NOT NULL,
  verdict TEXT NOT NULL, tool_version TEXT NOT NULL, listing TEXT NOT NULL
);
"""
_SURROUNDINGS = """
CREATE TABLE IF NOT EXISTS surroundings (
  finding TEXT NOT NULL, near TEXT NOT NULL, after TEXT NOT NULL, before TEXT NOT NULL,
  preceding TEXT NOT NULL, following TEXT NOT NULL, PRIMARY KEY (finding, near, after, before)
) WITHOUT ROWID;
"""
"""The words about each place: apart, for records of earlier versions have none and are read all the same."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A finding in the last check of a document."""

    finding: SeenFinding
    document: str
    sha256: str


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision to record; the record adds the number and the time."""

    by: str
    action: Action
    argument: str
    scope: Scope
    reason: str
    document: str
    sha256: str
    finding: SeenFinding


class DecisionBook:
    """The record of one case, at `CASE/records/decisions.sqlite`; every method opens and closes it.

    Every method raises InputError where the record is damaged, changed by another program or none of ours, and
    OutputError where another program holds it or it cannot be written.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        path = case.records / "decisions.sqlite"
        guards = never_changed("decisions", "findings", "listings", "checks") + numbered("decisions")
        self._file = SqliteFile(path, WHAT, _KIND, _TABLES + guards, _VERSION)

    @property
    def path(self) -> Path:
        """Where the record lies."""
        return self._file.path

    def name_of(self, file: Path) -> str:
        """What the record calls a document: its path within the case, else its name."""
        here, case = real(file), real(self._case.folder)
        return here.relative_to(case).as_posix() if here.is_relative_to(case) else file.name

    def decisions(self) -> list[Decision]:
        """Every decision ever made, in order, proved to be what was written."""
        return self.read()[0]

    def read(self) -> tuple[list[Decision], RecordState]:
        """The same, and how far the record goes with them."""
        kept = LAST.kept(self._case.folder)  # first: what is added meanwhile is in the record then
        with self._file.reading() as connection:
            return self._decisions(connection, kept), _state(connection)

    def add(self, new: NewDecision, at: dt.datetime) -> tuple[Decision, bool]:
        """Record a decision: see `add_all`."""
        return self.add_all([new], at)[0]

    def add_all(self, news: Sequence[NewDecision], at: dt.datetime) -> list[tuple[Decision, bool]]:
        """Record decisions, all or none; one just like the last about the same finding is not recorded twice.

        Returns:
            Each decision, and whether it is new. When this returns, they are on the disk.
        """
        with turn(self._case.folder):  # so that the last one is kept last
            kept = LAST.kept(self._case.folder)
            with self._file.writing() as connection:
                decisions = self._decisions(connection, kept)
                made = [_add(connection, decisions, new, at.replace(microsecond=0)) for new in news]
                state = _state(connection)
            if state != kept:
                LAST.keep(self._case.folder, state)
        return made

    def note_check(self, file: Path, report: DocumentReport, at: dt.datetime) -> None:
        """Record what a check found, so that it can be decided and compared."""
        findings = [finding.seen for finding in report.findings]
        listing = _listing(findings)
        with self._file.writing() as connection:
            _keep_surroundings(connection, findings)
            known = connection.execute("SELECT 1 FROM checks WHERE listing = ?", (listing,)).fetchone()
            for place, finding in enumerate([] if known else findings):
                row = {"fingerprint": _fingerprint(finding), **_finding_row(finding)}
                _insert(connection, "findings", row, "OR IGNORE")
                _insert(connection, "listings", {"listing": listing, "place": place, "fingerprint": row["fingerprint"]})
            check = {
                "at": at.replace(microsecond=0).isoformat(),
                "work": self._work_of(file),
                "document": self.name_of(file),
                "sha256": report.sha256,
                "verdict": report.verdict.value,
                "tool_version": __version__,
                "listing": listing,
            }
            _insert(connection, "checks", check)

    def last_seen(self) -> list[Sighting]:
        """What the last check of each document found."""
        with self._file.reading() as connection:
            rows = connection.execute(
                f"SELECT {_columns(_FINDING)}, c.document, c.sha256 FROM checks c JOIN listings USING (listing) "
                "JOIN findings USING (fingerprint) "
                "WHERE c.number IN (SELECT max(number) FROM checks GROUP BY document) ORDER BY c.number DESC, place"
            ).fetchall()
            around = _surroundings(connection)
        return [Sighting(_finding(row, around), row[-2], row[-1]) for row in rows]

    def earlier(self, file: Path, report: DocumentReport) -> EarlierCheck | None:
        """The last check of the version before, which is known by its name without number and folder.

        Another version is one of other bytes, or the same bytes in which something else was found; what its name says
        is newer did not come before. Of several the newest is meant, and where names say nothing the last one checked.
        """
        listing = _listing([finding.seen for finding in report.findings])
        with self._file.reading() as connection:
            others = connection.execute(
                "SELECT at, document, sha256, listing FROM checks WHERE work = ? "
                "AND NOT (sha256 = ? AND listing = ?) ORDER BY number",
                (self._work_of(file), report.sha256, listing),
            ).fetchall()
            check = _before(version_of(file.name), others)
            if check is None:
                return None
            rows = connection.execute(
                f"SELECT {_columns(_FINDING)} FROM listings JOIN findings USING (fingerprint) "
                "WHERE listing = ? ORDER BY place",
                (check[3],),
            ).fetchall()
            around = _surroundings(connection)
        at = dt.datetime.fromisoformat(check[0])
        found = tuple(_finding(row, around) for row in rows)
        return EarlierCheck(at=at, document=check[1], sha256=check[2], findings=found)

    def _work_of(self, file: Path) -> str:
        """A document whatever its version: "anonymised/Overview v0.3 (2).docx" is "anonymised/overview"."""
        path = PurePath(self.name_of(file))
        stem = re.sub(r"(?:^|[\s_.-])v(?:ersion)?[\s_.]*\d+(?:[._]\d+)*|\(\d+\)", " ", path.stem.casefold())
        return (path.parent / " ".join(stem.split())).as_posix()

    def _decisions(self, connection: sqlite3.Connection, kept: RecordState | None) -> list[Decision]:
        """Every decision, in order.

        Args:
            connection: to the record.
            kept: how far it went at least.

        Raises:
            InputError: one is not what was written, or does not follow the one before, or the last ones are gone.
        """
        columns = (*_DECISION, *_FINDING)
        rows = connection.execute(f"SELECT {_columns(columns)}, chain FROM decisions ORDER BY number").fetchall()
        read = [(dict(zip(columns, values, strict=True)), values, chain) for *values, chain in rows]
        entries = ((row, chain) for row, _, chain in read)
        prove(entries, kept, what=WHAT, many="decisions", where=str(self.path), beside=LAST.name)
        around = _surroundings(connection)
        return [
            Decision(finding=_finding(values[len(_DECISION) :], around), **{name: row[name] for name in _DECISION})
            for row, values, _ in read
        ]


def _before(own: Version, checks: Iterable[Sequence[Any]]) -> Sequence[Any] | None:
    """Of checks of one work, oldest first, the last of the newest version that is not newer than one's own."""
    found, newest = None, None
    for check in checks:
        version = version_of(PurePath(check[1]).name)
        if (version.against(own) or 0) <= 0 and (newest is None or (version.against(newest) or 0) >= 0):
            found, newest = check, version
    return found


def _add(
    connection: sqlite3.Connection, decisions: list[Decision], new: NewDecision, at: dt.datetime
) -> tuple[Decision, bool]:
    """Put a decision behind the others, unless the last about the same says just this."""
    values = {name: getattr(new, name) for name in NewDecision.__slots__}
    made = Decision(number=len(decisions) + 1, at=at, tool_version=__version__, **values)
    last = next((d for d in reversed(decisions) if d.target == made.target), None)
    if last is not None and _content(last) == _content(made):
        return last, False
    row = _row(made)
    row["chain"] = link(_state(connection).last_hash, row)
    _insert(connection, "decisions", row)
    decisions.append(made)
    return made, True


def _state(connection: sqlite3.Connection) -> RecordState:
    last = connection.execute("SELECT number, chain FROM decisions ORDER BY number DESC LIMIT 1").fetchone()
    return RecordState(number=last[0], last_hash=last[1]) if last else RecordState()


def _content(decision: Decision) -> tuple[str, ...]:
    """What makes two decisions about one finding the same."""
    return decision.action, decision.argument, decision.reason, decision.by


def _row(decision: Decision) -> dict[str, Any]:
    plain = decision.model_dump(mode="json", exclude={"finding"}) | {"at": decision.at.isoformat()}
    return {**{name: plain[name] for name in _DECISION}, **_finding_row(decision.finding)}


def _finding_row(finding: SeenFinding) -> dict[str, Any]:
    plain = finding.model_dump(mode="json")
    names = {"finding": plain["id"], **plain["place"]}
    return {name: names.get(name, plain.get(name)) for name in _FINDING} | {"anywhere": int(finding.anywhere)}


_Surroundings = dict[tuple[str, ...], tuple[str, str]]
"""The words before and after, by a finding's id and what its place is known by."""


def _surroundings(connection: sqlite3.Connection) -> _Surroundings:
    """All that is kept; nothing in a record of an earlier version."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'surroundings'").fetchone():
        return {}
    rows = connection.execute("SELECT finding, near, after, before, preceding, following FROM surroundings")
    return {row[:4]: row[4:] for row in rows}


def _keep_surroundings(connection: sqlite3.Connection, findings: Iterable[SeenFinding]) -> None:
    connection.execute(_SURROUNDINGS)
    for trigger in never_changed("surroundings").splitlines():
        connection.execute(trigger)
    for finding in findings:
        row = {"finding": finding.id, **finding.place.model_dump(mode="json")}
        _insert(connection, "surroundings", row, "OR IGNORE")


def _finding(row: Sequence[Any], around: _Surroundings) -> SeenFinding:
    told = dict(zip(_FINDING, row, strict=False))
    known_by = {name: told.pop(name) for name in _PLACE}
    preceding, following = around.get((told["finding"], *known_by.values()), ("", ""))
    place = PlaceKey(**known_by, preceding=preceding, following=following)
    return SeenFinding(id=told.pop("finding"), place=place, **told)


def _fingerprint(finding: SeenFinding) -> str:
    return content_hash(_finding_row(finding))


def _listing(findings: Iterable[SeenFinding]) -> str:
    return content_hash([_fingerprint(finding) for finding in findings])


def _columns(names: Iterable[str]) -> str:
    return ", ".join(names)


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, Any], how: str = "") -> None:
    marks = _columns(f":{name}" for name in row)
    connection.execute(f"INSERT {how} INTO {table} ({_columns(row)}) VALUES ({marks})", row)
