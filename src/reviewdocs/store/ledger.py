"""Which outputs are ours to overwrite: remembers what was written, from which input.

What is going to be written is noted first, beside what it takes the place of: whichever of the two is found there
later, because the process was killed or the disk was full in between, is ours. Several commands may use one list at
once.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reviewdocs.disk import bytes_of, real
from reviewdocs.errors import InputError, OutputError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.formats.turns import turn
from reviewdocs.model.words import Audience

_ROUNDS = 20_000
BEFORE = "before"
"""Where an entry has what its output was before, until it is known to be written."""
MOVED = "moved"
"""What an entry says of an output whose dates were moved; by how much stands in the map alone."""


class OutputLedger:
    """A small file beside the outputs (or in the case's records) listing each output with its hash and its input.

    The input's path may hold a real name and the ledger may lie in a folder of de-identified files, so the path is kept
    only as a salted, slow hash.

    Args:
        path: the ledger's file.
        audience: who the outputs are for; one audience's outputs never replace another's.
        base: the case folder, whose outputs may lie in several folders, and within which paths are relative, so that a
            case can be moved; None without a case, where all outputs lie beside the ledger.
    """

    def __init__(self, path: Path, *, audience: Audience, base: Path | None = None) -> None:
        self._path, self._audience, self._base = path, audience, base
        self._entries: dict[str, dict[str, Any]] = {}
        self._hashes: dict[str, str] = {}
        self._salt = secrets.token_hex(16)
        self._read()

    def _read(self) -> None:
        """Read the list as it is now.

        Raises:
            OutputError: it is damaged.
        """
        try:
            stored = json.loads(bytes_of(self._path, most=MAX_FILE_BYTES))
            salt, entries = bytes.fromhex(stored["salt"]).hex(), dict(stored["outputs"])
            if not all(isinstance(entry["sha256"], str) and entry["source"] for entry in entries.values()):
                raise TypeError("no such list")
        except FileNotFoundError:
            return
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, InputError) as error:
            raise OutputError(
                "The list of earlier outputs cannot be read, so it is not known which files may be overwritten.",
                where=str(self._path),
                remedy="Move the earlier outputs and this file elsewhere, then run again.",
            ) from error
        if salt != self._salt:
            self._hashes.clear()
        self._salt, self._entries = salt, entries

    def _place(self, path: Path) -> str:
        place = real(path)
        if self._base is not None and place.is_relative_to(real(self._base)):
            place = place.relative_to(real(self._base))
        return place.as_posix()

    def _key(self, output: Path) -> str:
        return output.name if self._base is None else self._place(output)

    def _entry(self, output: Path) -> dict[str, Any] | None:
        """What is known of an output; lists of before know those of a case by their names alone."""
        return self._entries.get(self._key(output), self._entries.get(output.name))

    def _source(self, source: Path) -> str:
        told = f"{self._audience}\n{self._place(source)}"
        if told not in self._hashes:
            salt, said = bytes.fromhex(self._salt), told.encode(errors="surrogateescape")
            self._hashes[told] = hashlib.pbkdf2_hmac("sha256", said, salt, _ROUNDS).hex()
        return self._hashes[told]

    def expect(self, source: Path) -> None:
        """Work out what an input will be known by, which is slow on purpose, while something else is waited for."""
        self._source(source)

    def holds(self, output: Path, source: Path) -> bool:
        """Whether an earlier output of this input is there, for this audience and unchanged."""
        entry = self._entry(output)
        return (
            output.is_file() and entry is not None and entry["source"] == self._source(source) and _is_of(entry, output)
        )

    def moved(self, data: bytes) -> bool:
        """Whether these bytes are an output whose dates were moved, of whatever name."""
        digest = hashlib.sha256(data).hexdigest()
        known = (state for entry in self._entries.values() for state in _states(entry))
        return any(state["sha256"] == digest and state.get("dates") == MOVED for state in known)

    def holds_moved(self, output: Path) -> bool:
        """Whether an output that was made here had its dates moved."""
        return any(state.get("dates") == MOVED for state in _states(self._entry(output) or {}))

    @contextlib.contextmanager
    def replacing(self, output: Path, source: Path, data: bytes, *, moved: bool = False) -> Iterator[None]:
        """Write an output, with these bytes and made from `source`, in the block; no other command does so meanwhile.

        Args:
            moved: its dates were moved.

        Raises:
            OutputError: it would overwrite a file that is not this input's own earlier output, or that somebody has
                edited since; or the list cannot be read or written.
        """
        with turn(self._path.parent):
            self._read()
            self._refuse_foreign(output, source)
            entry = {"sha256": hashlib.sha256(data).hexdigest(), "source": self._source(source)}
            entry |= {"dates": MOVED} if moved else {}
            before = self._entry(output) if output.exists() else None
            self._note(output, {**entry, BEFORE: _last_state(before, output)} if before else entry)
            yield
            if before:
                with contextlib.suppress(OutputError):  # what stands there tells as much
                    self._note(output, entry)

    def _refuse_foreign(self, output: Path, source: Path) -> None:
        if not output.exists():
            return
        entry = self._entry(output)
        remedy = "Move or rename it, or choose another output folder, then run again."
        if entry is None or entry["source"] != self._source(source):
            what = "A file of this name that was not made from this input for this audience is there already."
            raise OutputError(what, where=str(output), remedy=remedy)
        if not _is_of(entry, output):
            raise OutputError("The earlier output was changed after it was made; it is not overwritten.",
                              where=str(output), remedy=remedy)  # fmt: skip

    def _note(self, output: Path, entry: dict[str, Any]) -> None:
        self._entries[self._key(output)] = entry
        content = {"salt": self._salt, "outputs": self._entries}
        write_atomically(self._path, (json.dumps(content, indent=1, sort_keys=True) + "\n").encode())


def _states(entry: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What an output may be: as it was to be written, or as it was before."""
    if entry:
        yield entry
    if BEFORE in entry:
        yield entry[BEFORE]


def _is_of(entry: dict[str, Any], output: Path) -> bool:
    digest = hashlib.sha256(bytes_of(output, most=MAX_FILE_BYTES)).hexdigest()
    return any(state["sha256"] == digest for state in _states(entry))


def _last_state(entry: dict[str, Any], output: Path) -> dict[str, Any]:
    """What an output, which is ours, is now."""
    digest = hashlib.sha256(bytes_of(output, most=MAX_FILE_BYTES)).hexdigest()
    found = next(state for state in _states(entry) if state["sha256"] == digest)
    return {key: value for key, value in found.items() if key in ("sha256", "dates")}
