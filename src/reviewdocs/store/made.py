"""Files made for people to edit: which are ours to replace, and what is never overwritten.

As in `ledger`, what is going to be written is noted before it is, and several commands may use one list at once.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError, OutputError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.formats.turns import turn
from reviewdocs.store.ledger import BEFORE

_MOST_VERSIONS = 99


class State(StrEnum):
    """What became of an output."""

    MADE = "made"
    UNCHANGED = "unchanged"
    """It was there already, byte for byte."""
    ASIDE = "aside"
    """The file of this name was edited, or is not ours: the new one stands beside it with a number in its name."""


@dataclass(frozen=True, slots=True)
class Made:
    """One output: where it is, what became of it, and which edited files were left alone for it."""

    path: Path
    state: State
    left_alone: tuple[Path, ...] = ()


class MadeFiles:
    """The list (a JSON file) of what was made in one folder, by file name, each with its hash and what is known of it.

    A file whose hash is the listed one is ours to replace. Any other is a person's work: the new version is written
    beside it as "name (2).docx", and that one is then ours to replace until it, too, is edited.
    """

    def __init__(self, folder: Path, listing: Path, schema: str) -> None:
        """Read the list.

        Raises:
            OutputError: it is there and cannot be read; what may be replaced is then not known.
        """
        self._folder, self._listing, self._schema = folder, listing, schema
        self._files: dict[str, dict[str, Any]] = {}
        self._read()

    def _read(self) -> None:
        try:
            stored = json.loads(bytes_of(self._listing, most=MAX_FILE_BYTES))
            if stored["schema"] != self._schema:
                raise ValueError("another schema")
            self._files = {str(name): dict(entry) for name, entry in stored["files"].items()}
        except FileNotFoundError:
            return
        except (InputError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise OutputError(
                "The list of what was made before cannot be read, so it is not known which files may be replaced.",
                where=str(self._listing),
                remedy="Move this file and the folder's earlier outputs elsewhere, then run again.",
            ) from error

    def find(self, **known: str) -> dict[str, Any] | None:
        """The newest listed file of which all this is known."""
        for entry in reversed(self._files.values()):
            if all(entry.get(key) == value for key, value in known.items()):
                return entry
        return None

    def known(self, name: str) -> dict[str, Any]:
        """What is known of the file of this name; nothing where it is not listed."""
        return dict(self._files.get(name, {}))

    def as_made(self, name: str) -> bool:
        """Whether the file of this name is there as it was made: it can be made again, and holds nobody's work.

        Raises:
            OutputError: it cannot be read.
        """
        there, listed = _digest(self._folder / name), self._files.get(name, {})
        return there is not None and there in (listed.get("sha256"), listed.get(BEFORE))

    def put(self, name: str, data: bytes, **known: Any) -> Made:
        """Write an output under `name`, or beside it where that file is not ours to replace, and list it.

        Raises:
            OutputError: it cannot be written.
        """
        with turn(self._listing.parent):
            self._read()
            return self._put(name, data, known)

    def _put(self, name: str, data: bytes, known: dict[str, Any]) -> Made:
        digest = hashlib.sha256(data).hexdigest()
        left_alone: list[Path] = []
        for number in range(1, _MOST_VERSIONS + 1):
            path = self._numbered(name, number)
            there, listed = _digest(path), self._files.get(path.name, {})
            if there not in (None, digest, listed.get("sha256"), listed.get(BEFORE)):
                left_alone.append(path)
                continue
            entry = {"sha256": digest, **known}
            if there == digest:
                if path.name not in self._files or BEFORE in listed:
                    self._note(path.name, entry)
                state = State.ASIDE if left_alone else State.UNCHANGED
            else:
                self._note(path.name, entry if there is None else {**entry, BEFORE: there})
                write_atomically(path, data)
                if there is not None:
                    self._note(path.name, entry)
                state = State.ASIDE if left_alone else State.MADE
            return Made(path, state, tuple(left_alone))
        raise OutputError(
            f"There are {_MOST_VERSIONS} edited versions of this file already.",
            where=str(self._folder / name),
            remedy="Move the old ones elsewhere, then run again.",
        )

    def _numbered(self, name: str, number: int) -> Path:
        path = self._folder / name
        return path if number == 1 else path.with_name(f"{path.stem} ({number}){path.suffix}")

    def _note(self, name: str, entry: dict[str, Any]) -> None:
        self._files.pop(name, None)
        self._files[name] = entry
        content = {"schema": self._schema, "files": self._files}
        write_atomically(self._listing, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())


def _digest(path: Path) -> str | None:
    """The hash of the file's bytes; None where there is no file.

    Raises:
        OutputError: something of this name is there and cannot be read.
    """
    try:
        return hashlib.sha256(bytes_of(path, most=MAX_FILE_BYTES)).hexdigest()
    except FileNotFoundError:
        return None
    except InputError as error:
        raise OutputError(
            "A file of this name is there and cannot be read, so it is not replaced.",
            where=str(path),
            remedy="Close it in other programs, or move it, then run again.",
        ) from error
