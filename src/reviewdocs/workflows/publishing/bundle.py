"""A published bundle: a folder of files, a record of how they were cleared, and a manifest that vouches for them.

The record's lines each carry a hash of themselves and of the one before; the manifest has the last one, the hash of
every file, and a hash of itself, the *fingerprint*. Whoever notes the fingerprint elsewhere can tell for ever whether a
file is the one that was approved; the case notes it, too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.store.append_only import content_hash, link

SCHEMA = "reviewdocs/publication/1"
RECORD_SCHEMA = "reviewdocs/publication-record/1"
MANIFEST, RECORD = "manifest.json", "record.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """A bundle's manifest.

    Attributes:
        told: what it says: review, board, day, tool, `record`, and of each of `files` name, hash, size and what it is.
        fingerprint: the hash of all that.
    """

    told: Mapping[str, Any]
    fingerprint: str

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Manifest:
        """The manifest that says this."""
        return cls(told, content_hash(dict(told)))

    def as_bytes(self) -> bytes:
        """Its file."""
        return _json({**self.told, "fingerprint": self.fingerprint})


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a bundle as it stands there; whether it vouches for itself is for `verify` to say.

    Raises:
        InputError: there is none, or it is no manifest of ours.
    """
    told = _read(folder / MANIFEST)
    fingerprint = told.pop("fingerprint", None)
    files, record = told.get("files"), told.get("record")
    named = isinstance(files, list) and all(
        isinstance(one, dict) and all(isinstance(one.get(key), str) for key in ("file", "sha256")) for one in files
    )
    if told.get("schema") != SCHEMA or not isinstance(fingerprint, str) or not named or not isinstance(record, dict):
        raise _none_of_ours(folder / MANIFEST)
    return Manifest(told, fingerprint)


def record_of(lines: Iterable[Mapping[str, Any]]) -> tuple[bytes, dict[str, Any]]:
    """The file of a record with these lines, and how far it goes (`number`, `last_hash`)."""
    chained, before = [], ""
    for line in lines:
        before = link(before, line)
        chained.append({**line, "chain": before})
    state = {"number": len(chained), "last_hash": before}
    return _json({"schema": RECORD_SCHEMA, **state, "lines": chained}), state


def is_whole(file: Path, state: Mapping[str, Any]) -> bool:
    """Whether a record's lines are what was written, none changed, added or taken out.

    Raises:
        InputError: it cannot be read.
    """
    told, before = _read(file), ""
    lines = told.get("lines")
    if told.get("schema") != RECORD_SCHEMA or not isinstance(lines, list):
        raise _none_of_ours(file)
    for line in lines:
        if not isinstance(line, dict):
            return False
        before = link(before, {name: value for name, value in line.items() if name != "chain"})
        if line.get("chain") != before:
            return False
    return {"number": len(lines), "last_hash": before} == dict(state)


def digest(file: Path) -> str:
    """The SHA-256 of a file.

    Raises:
        InputError: it cannot be read.
    """
    return hashlib.sha256(bytes_of(file, most=MAX_FILE_BYTES)).hexdigest()


def _read(file: Path) -> dict[str, Any]:
    try:
        told = json.loads(bytes_of(file, most=MAX_FILE_BYTES))
    except FileNotFoundError:
        raise InputError(f"This is no published bundle: it has no {file.name}.", where=str(file.parent),
                         remedy="Give the folder that `reviewdocs publish` made.") from None  # fmt: skip
    except (ValueError, RecursionError) as error:
        raise _none_of_ours(file) from error
    if not isinstance(told, dict):
        raise _none_of_ours(file)
    return told


def _none_of_ours(file: Path) -> InputError:
    return InputError("This file is damaged, or is none that `reviewdocs publish` made.", where=str(file),
                      remedy="Ask for the bundle from whoever published it.")  # fmt: skip


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
