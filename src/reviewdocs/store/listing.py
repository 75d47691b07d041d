"""A list that grows by the thousand: a file of JSON, and beside it the lines that were noted since it was written.

To note something costs as much for the last of 20,000 entries as for the first. A line that was cut off is no line:
what it would have announced was not begun.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError, OutputError
from reviewdocs.formats.atomic import not_written, put_bytes, write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES

_JOURNAL = ".journal"
_NUMBER = "journal"
"""Where a journal has its number, and the list that of the last which went into it: nothing is read twice."""


class Listing:
    """Entries by file name, in the order in which they were last noted, and what happened to them (`history`).

    Whoever calls `refresh`, `note` or `settle` holds the folder's turn.

    Args:
        path: the list's file.
        schema: what it says it is.
    """

    def __init__(self, path: Path, schema: str) -> None:
        """Read it.

        Raises:
            OutputError: it is there and cannot be read; what may be replaced is then not known.
        """
        self._path, self._schema = path, schema
        self._journal = path.with_name(path.name + _JOURNAL)
        self.files: dict[str, dict[str, Any]] = {}
        self.history: list[dict[str, Any]] = []
        self._seen: tuple[object, ...] | None = None
        self._settled, self._end = 0, 0
        self.refresh()

    @property
    def path(self) -> Path:
        """The list's file."""
        return self._path

    def refresh(self) -> None:
        """Read what others have noted since.

        Raises:
            OutputError: see above.
        """
        try:
            seen = (_identity(self._path), _identity(self._journal))
            if seen != self._seen:
                self._read()
                self._seen = seen
        except (InputError, OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise OutputError(
                "The list of what was made before cannot be read, so it is not known which files may be replaced.",
                where=str(self._path),
                remedy="Move this file and the folder's earlier outputs elsewhere, then run again.",
            ) from error

    def _read(self) -> None:
        self.files, self.history, self._settled, self._end = {}, [], 0, 0
        with contextlib.suppress(FileNotFoundError):
            stored = json.loads(bytes_of(self._path, most=MAX_FILE_BYTES))
            if stored["schema"] != self._schema:
                raise ValueError("another schema")
            self.files = {str(name): dict(entry) for name, entry in stored["files"].items()}
            self.history = [dict(line) for line in stored.get("history", ())]
            self._settled = int(stored.get(_NUMBER, 0))
        with contextlib.suppress(FileNotFoundError):
            noted = bytes_of(self._journal, most=MAX_FILE_BYTES)
            end = noted.rfind(b"\n") + 1
            head, *lines = [json.loads(line) for line in noted[:end].split(b"\n")[:-1]] or [{}]
            if head.get(_NUMBER) == self._settled + 1:
                self._end = end
                for line in lines:
                    self._take(line)

    def _take(self, line: Mapping[str, Any]) -> None:
        if "file" in line:
            self.files.pop(line["file"], None)
            self.files[line["file"]] = dict(line["entry"])
        else:
            self.history.append(dict(line["happened"]))

    def note(
        self, entries: Iterable[tuple[str, Mapping[str, Any]]], happened: Iterable[Mapping[str, Any]] = ()
    ) -> None:
        """Note entries, which become the newest, and what happened; it is on the disk when this returns.

        Raises:
            OutputError: it cannot be written.
        """
        lines: list[dict[str, Any]] = [{"file": name, "entry": dict(entry)} for name, entry in entries]
        lines += [{"happened": dict(line)} for line in happened]
        if not lines:
            return
        head = [] if self._end else [{_NUMBER: self._settled + 1}]
        data = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in (*head, *lines)).encode()
        try:
            self._append(data)
        except OSError as error:
            raise not_written(error, self._path) from error
        for line in lines:
            self._take(line)
        self._seen = (_identity(self._path), _identity(self._journal))

    def _append(self, data: bytes) -> None:
        """Write after the last whole line, whatever stands there."""
        handle = os.open(self._journal, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        self._seen = None  # until all of it is written
        try:
            os.ftruncate(handle, self._end)
            os.lseek(handle, self._end, os.SEEK_SET)
            put_bytes(handle, data)
            self._end += len(data)
        finally:
            os.close(handle)

    def settle(self) -> None:
        """Write all of it as the one file, where anything was noted beside it.

        Raises:
            OutputError: it cannot be written; nothing of it is lost.
        """
        if self._end:
            content: dict[str, Any] = {"schema": self._schema, "files": self.files}
            if self.history:
                content["history"] = self.history
            content[_NUMBER] = self._settled + 1
            write_atomically(self._path, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())
            self._settled, self._end = self._settled + 1, 0
        try:
            self._journal.unlink(missing_ok=True)
        except OSError as error:
            raise not_written(error, self._path) from error
        self._seen = (_identity(self._path), None)


def _identity(path: Path) -> tuple[int, ...] | None:
    """What tells a file's contents from what they were; None where it is not there."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
