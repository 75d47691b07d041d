"""Files made for people to edit: which are ours to replace, and what is never overwritten.

As in `ledger`, what is going to be written is noted before it is, and several commands may use one list at once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError, OutputError
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.formats.together import write_together
from reviewdocs.formats.turns import turn
from reviewdocs.store.ledger import BEFORE
from reviewdocs.store.listing import Listing

SENT = "sent"
"""What an entry says of a file that went out: on which day, and the hash of what did."""
STALE = "stale"
"""What an entry says of a file that is nobody's any more: why."""
HAPPENED = "happened"
_MOST_VERSIONS = 99


class State(StrEnum):
    """What became of an output."""

    MADE = "made"
    UNCHANGED = "unchanged"
    """It was there already, byte for byte."""
    ASIDE = "aside"
    """The file of this name was edited, or is not ours: the new one stands beside it with a number in its name."""
    SENT = "sent"
    """It went out as it is, and nothing has changed since."""
    ISSUE = "new issue"
    """The one before went out and stays; the new one stands beside it with a number in its name."""


@dataclass(frozen=True, slots=True)
class Made:
    """One output: where it is, what became of it, and which edited files were left alone for it."""

    path: Path
    state: State
    left_alone: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """What is to be written under a name, and what is known of it."""

    name: str
    data: bytes
    known: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an output goes, what lies there now, and whether it has to be written."""

    path: Path
    there: str | None
    state: State
    left_alone: tuple[Path, ...]
    digest: str


class MadeFiles:
    """The list (a JSON file) of what was made in one folder, by file name, each with its hash and what is known of it.

    A file whose hash is the listed one is ours to replace, unless it went out. Any other is a person's work: the new
    version is written beside it as "name (2).docx", and that one is then ours to replace until it, too, is edited.
    """

    def __init__(self, folder: Path, listing: Path, schema: str) -> None:
        """Read the list.

        Raises:
            OutputError: it is there and cannot be read; what may be replaced is then not known.
        """
        self._folder = folder
        self._list = Listing(listing, schema)

    @property
    def entries(self) -> Mapping[str, Mapping[str, Any]]:
        """What is listed, the newest last."""
        return self._list.files

    @property
    def history(self) -> Sequence[Mapping[str, Any]]:
        """What happened to the files, oldest first."""
        return self._list.history

    def find(self, **known: str) -> dict[str, Any] | None:
        """The newest listed file of which all this is known."""
        for entry in reversed(self._list.files.values()):
            if all(entry.get(key) == value for key, value in known.items()):
                return entry
        return None

    def known(self, name: str) -> dict[str, Any]:
        """What is known of the file of this name; nothing where it is not listed."""
        return dict(self._list.files.get(name, {}))

    def as_made(self, name: str) -> bool:
        """Whether the file of this name is there as it was made: it can be made again, and holds nobody's work.

        Raises:
            OutputError: it cannot be read.
        """
        there, listed = _digest(self._folder / name), self._list.files.get(name, {})
        return there is not None and there in (listed.get("sha256"), listed.get(BEFORE))

    def is_written(self, name: str) -> bool:
        """Whether the file of this name is there as it was to be written last: `as_made`, but nothing earlier.

        Raises:
            OutputError: it cannot be read.
        """
        there = _digest(self._folder / name)
        return there is not None and there == self._list.files.get(name, {}).get("sha256")

    def put(self, name: str, data: bytes, **known: Any) -> Made:
        """Write an output under `name`, or beside it where that file is not ours to replace, and list it.

        Raises:
            OutputError: it cannot be written.
        """
        made = self.put_all([Output(name, data, known)])[0]
        self.settle()
        if isinstance(made, OutputError):
            raise made
        return made

    def put_all(self, outputs: Sequence[Output]) -> list[Made | OutputError]:
        """Write a few dozen outputs as `put` does, and note them; `settle` makes one list of the notes.

        An output of which something has to be told besides brings it as `happened`, in what is known of it.

        Raises:
            OutputError: the list cannot be read or written; nothing was written.
        """
        with turn(self._list.path.parent):
            self._list.refresh()
            places = [self._place(output) for output in outputs]
            found = [(o, p) for o, p in zip(outputs, places, strict=True) if isinstance(p, _Place)]
            self._list.note(self._entries(found), _happened(found))
            failed = write_together({place.path: output.data for output, place in found if place.there != place.digest})
            self._list.note(self._written(place for _, place in found if place.path not in failed))
        return [
            place if isinstance(place, OutputError)
            else failed.get(place.path) or Made(place.path, place.state, place.left_alone)
            for place in places
        ]  # fmt: skip

    def tell(self, entries: Mapping[str, Mapping[str, Any]], happened: Sequence[Mapping[str, Any]] = ()) -> None:
        """Note what has become known of files that are listed, and what happened; in one list at once.

        Raises:
            OutputError: the list cannot be read or written.
        """
        with turn(self._list.path.parent):
            self._list.refresh()
            told = [(name, {**self._list.files.get(name, {}), **known}) for name, known in entries.items()]
            self._list.note(told, happened)
            self._list.settle()

    def settle(self) -> None:
        """Make one list of what was noted.

        Raises:
            OutputError: it cannot be written; what was noted is not lost.
        """
        with turn(self._list.path.parent):
            self._list.refresh()
            self._list.settle()

    def numbered(self, name: str, number: int) -> Path:
        """Where the version of this number stands; the first has none in its name."""
        path = self._folder / name
        return path if number == 1 else path.with_name(f"{path.stem} ({number}){path.suffix}")

    def _entries(self, found: Sequence[tuple[Output, _Place]]) -> list[tuple[str, dict[str, Any]]]:
        """What is noted before anything is written: beside what will be there, what is there now."""
        noted = []
        for output, place in found:
            known = {key: value for key, value in output.known.items() if key != HAPPENED}
            entry = {"sha256": place.digest, **known}
            listed = self._list.files.get(place.path.name, {})
            if place.there not in (None, place.digest):
                entry[BEFORE] = place.there
            if place.state is State.SENT:
                entry = {**listed, **entry, "sha256": listed["sha256"]}
            if entry != listed:
                noted.append((place.path.name, entry))
        return noted

    def _written(self, places: Iterable[_Place]) -> Iterator[tuple[str, dict[str, Any]]]:
        """What no longer need be known of what was there before."""
        for name in (place.path.name for place in places):
            entry = self._list.files[name]
            if BEFORE in entry:
                yield name, {key: value for key, value in entry.items() if key != BEFORE}

    def _place(self, output: Output) -> _Place | OutputError:
        """Where an output goes: the first version after the last that went out which holds nobody's work."""
        try:
            return self._found(output)
        except OutputError as error:
            return error

    def _found(self, output: Output) -> _Place:
        digest = hashlib.sha256(output.data).hexdigest()
        last = self._last_sent(output.name)
        left_alone: list[Path] = []
        for number in range(max(1, last), _MOST_VERSIONS + 1):
            path = self.numbered(output.name, number)
            there, listed = _digest(path), self._list.files.get(path.name, {})
            if SENT in listed:
                if digest in (there, listed["sha256"]) and (there or digest == listed[SENT].get("sha256")):
                    return _Place(path, there or None, State.SENT, (), there or digest)
                continue
            if there not in (None, digest, listed.get("sha256"), listed.get(BEFORE)):
                left_alone.append(path)
                continue
            unchanged = State.UNCHANGED if there == digest else State.ISSUE if last else State.MADE
            return _Place(path, there, State.ASIDE if left_alone else unchanged, tuple(left_alone), digest)
        raise OutputError(
            f"There are {_MOST_VERSIONS} edited versions of this file already.",
            where=str(self._folder / output.name),
            remedy="Move the old ones elsewhere, then run again.",
        )

    def _last_sent(self, name: str) -> int:
        """The number of the last version that went out; 0 where none did."""
        last = 0
        for number in range(1, _MOST_VERSIONS + 1):
            path = self.numbered(name, number)
            entry = self._list.files.get(path.name)
            if entry is None and not path.exists():
                break
            last = number if entry and SENT in entry else last
        return last


def _happened(found: Sequence[tuple[Output, _Place]]) -> list[dict[str, Any]]:
    return [{**output.known[HAPPENED], "file": place.path.name, "state": place.state.value}
            for output, place in found if HAPPENED in output.known and place.state is State.ISSUE]  # fmt: skip


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
