"""A small SQLite file that several processes write to, perhaps on a network share, and that must never lose a row.

It keeps its rollback journal, for a write-ahead log does not work on network shares. Every write is one transaction
that holds the file from its first read; a process killed in the middle leaves a journal, which the next one rolls back.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from reviewdocs.errors import FULL, InputError, OutputError, ReviewdocsError
from reviewdocs.formats.atomic import not_written

_PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_UNSAID = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN})
"""What SQLite may also say when its journal finds no room."""
_ROOM = 65536
_RESTORE = "Nothing was written to it. Move it elsewhere and put the last backup in its place, or ask for help."


@dataclass(frozen=True, slots=True)
class SqliteFile:
    """One file of ours.

    Attributes:
        path: where it lies.
        what: what a person calls it ("record of decisions").
        kind: the application id that marks it as ours.
        schema: the statements that make it.
        version: of the schema.
    """

    path: Path
    what: str
    kind: int
    schema: str
    version: int

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the file; of one that is missing or empty, our tables without a row.

        Raises:
            InputError: it is damaged, of another program, or of a newer reviewdocs.
            OutputError: another program holds it too long.
        """
        if self.path.exists():
            with self._connected() as connection:
                connection.execute("BEGIN")
                if self._is_made(connection):
                    yield connection
                    return
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.executescript(self.schema)
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection that holds the file for one transaction, which counts when the block ends without an error.

        The file and its folder are made where they are not there.

        Raises:
            InputError, OutputError: as above, or it cannot be written.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            if error.errno in FULL:
                raise not_written(error, self.path) from error
            raise OutputError(f"There is no place to write the {self.what} to.", where=str(self.path),
                              remedy="Check that the case folder may be written to.") from error  # fmt: skip
        with self._connected() as connection:
            connection.execute("BEGIN IMMEDIATE")
            if not self._is_made(connection):
                for statement in _statements(self.schema):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {self.kind}")
                connection.execute(f"PRAGMA user_version = {self.version}")
            yield connection
            connection.execute("COMMIT")

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        """A connection that is closed, and so rolled back where nothing was committed; SQLite's errors become ours."""
        try:
            with closing(sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)) as connection:
                connection.execute("PRAGMA synchronous = EXTRA")
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("PRAGMA temp_store = MEMORY")  # nothing of it lies in the system's temporary folder
                yield connection
        except sqlite3.Error as error:
            raise self._ours(error) from error

    def _is_made(self, connection: sqlite3.Connection) -> bool:
        """Whether the file holds our tables; an empty one does not yet.

        Raises:
            InputError: it holds something else, or more than this version knows.
        """
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if tables == 0:
            return False
        (kind,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if kind != self.kind:
            raise InputError(f"This is not a {self.what} of reviewdocs.", where=str(self.path), remedy=_RESTORE)
        if version > self.version:
            raise InputError(f"A newer reviewdocs wrote this {self.what}.", where=str(self.path),
                             remedy="Use that version, or update this one.")  # fmt: skip
        return True

    def _ours(self, error: sqlite3.Error) -> ReviewdocsError:
        """What SQLite's error means to a person; the text of the error is left out, for it can quote what is stored."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        where = str(self.path)
        if code in _DAMAGED:
            return InputError(f"The {self.what} is damaged, or is something else.", where=where, remedy=_RESTORE)
        if code in _BUSY:
            return OutputError(f"Another program is writing to the {self.what}, and did not finish.", where=where,
                               remedy="Try again; if it stays so, find out who has the case open.")  # fmt: skip
        if code == sqlite3.SQLITE_FULL or (code in _UNSAID and self._is_full()):
            return OutputError("The disk is full.", where=where, remedy="Make room, then run again.")
        if code == sqlite3.SQLITE_CONSTRAINT:
            return OutputError(f"The {self.what} refused a change of what it holds.", where=where)
        return OutputError(f"The {self.what} could not be read or written.", where=where,
                           remedy="Check that the case folder may be written to, and is there.")  # fmt: skip

    def _is_full(self) -> bool:
        try:
            return shutil.disk_usage(self.path.parent).free < _ROOM
        except OSError:
            return False


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: executed as one they would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
