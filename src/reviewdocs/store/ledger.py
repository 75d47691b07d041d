"""Which outputs are ours to overwrite: remembers what was written, from which input."""

from __future__ import annotations

import hashlib
import json
import secrets
from pathlib import Path

from reviewdocs.errors import OutputError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.model.words import Audience

_ROUNDS = 20_000
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
        self._entries: dict[str, dict[str, str]] = {}
        self._hashes: dict[str, str] = {}
        self._salt = secrets.token_hex(16)
        if path.is_file():
            try:
                stored = json.loads(path.read_text(encoding="utf-8"))
                self._salt, self._entries = str(stored["salt"]), dict(stored["outputs"])
            except (ValueError, KeyError, TypeError, OSError) as error:
                raise OutputError(
                    "The list of earlier outputs cannot be read, so it is not known which files may be overwritten.",
                    where=str(path),
                    remedy="Move the earlier outputs and this file elsewhere, then run again.",
                ) from error

    def _place(self, path: Path) -> str:
        place = path.resolve()
        if self._base is not None and place.is_relative_to(self._base.resolve()):
            place = place.relative_to(self._base.resolve())
        return place.as_posix()

    def _key(self, output: Path) -> str:
        return output.name if self._base is None else self._place(output)

    def _entry(self, output: Path) -> dict[str, str] | None:
        """What is known of an output; lists of before know those of a case by their names alone."""
        return self._entries.get(self._key(output), self._entries.get(output.name))

    def _source(self, source: Path) -> str:
        told = f"{self._audience}\n{self._place(source)}"
        if told not in self._hashes:
            self._hashes[told] = hashlib.pbkdf2_hmac("sha256", told.encode(), bytes.fromhex(self._salt), _ROUNDS).hex()
        return self._hashes[told]

    def holds(self, output: Path, source: Path) -> bool:
        """Whether an earlier output of this input is there, for this audience and unchanged."""
        entry = self._entry(output)
        return (
            output.is_file()
            and entry is not None
            and entry["source"] == self._source(source)
            and entry["sha256"] == hashlib.sha256(output.read_bytes()).hexdigest()
        )

    def moved(self, data: bytes) -> bool:
        """Whether these bytes are an output whose dates were moved, of whatever name."""
        digest = hashlib.sha256(data).hexdigest()
        return any(entry["sha256"] == digest and entry.get("dates") == MOVED for entry in self._entries.values())

    def holds_moved(self, output: Path) -> bool:
        """Whether an output that was made here had its dates moved."""
        return (self._entry(output) or {}).get("dates") == MOVED

    def refuse_foreign(self, output: Path, source: Path) -> None:
        """Refuse to overwrite a file that is not this input's own earlier output, or that somebody has edited since.

        Raises:
            OutputError: saying which, and the way out.
        """
        if not output.exists():
            return
        entry = self._entry(output)
        remedy = "Move or rename it, or choose another output folder, then run again."
        if entry is None or entry["source"] != self._source(source):
            what = "A file of this name that was not made from this input for this audience is there already."
            raise OutputError(what, where=str(output), remedy=remedy)
        if entry["sha256"] != hashlib.sha256(output.read_bytes()).hexdigest():
            raise OutputError("The earlier output was changed after it was made; it is not overwritten.",
                              where=str(output), remedy=remedy)  # fmt: skip

    def note(self, output: Path, source: Path, data: bytes, *, moved: bool = False) -> None:
        """Remember that `output` with these bytes was made from `source`; `moved`: its dates were moved."""
        entry = {"sha256": hashlib.sha256(data).hexdigest(), "source": self._source(source)}
        self._entries[self._key(output)] = {**entry, "dates": MOVED} if moved else entry
        content = {"salt": self._salt, "outputs": self._entries}
        write_atomically(self._path, (json.dumps(content, indent=1, sort_keys=True) + "\n").encode())
