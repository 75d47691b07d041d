"""The pseudonym map wherever it lies: plain or locked, in a file of its own or in a case folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reviewdocs.errors import InputError
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.records.maps import WHAT, map_bytes, map_in, refuse_other_forms
from reviewdocs.records.source import Source
from reviewdocs.records.yaml_source import read_bytes
from reviewdocs.store.locked import LOCKED, MAX_BYTES, unsealed

Passphrase = Callable[[Path], str]
"""Tells the passphrase of a locked file when it is needed."""


def no_passphrase(path: Path) -> str:
    """The passphrase where nobody can be asked for it.

    Raises:
        InputError: always.
    """
    raise InputError("The pseudonym map is locked, and no passphrase was given.", where=str(path),
                     remedy="Give --passphrase-file FILE (its first line is the passphrase), or set "
                     "REVIEWDOCS_PASSPHRASE, or run the command in a window where it can ask.")  # fmt: skip


def is_locked(path: Path) -> bool:
    """Whether a file's name says that it is locked."""
    return path.suffix.lower() == LOCKED


def unlocked_path(path: Path) -> Path:
    """The name that a locked file had before."""
    return path.with_suffix("")


def locked_path(path: Path) -> Path:
    """The name that a file gets when it is locked."""
    return path.with_name(path.name + LOCKED)


def refuse_two(*candidates: Path) -> None:
    """Refuse to choose between several forms of one map.

    Raises:
        InputError: more than one is there; says which are older.
    """
    there = sorted((path for path in candidates if path.exists()), key=lambda path: path.stat().st_mtime)
    if len(there) < 2:
        return
    *older, newest = (path.name for path in there)
    raise InputError(
        f"{', '.join(older)} and {newest} are both there; only one can be the agreed map.",
        where=str(there[0].parent),
        remedy=f"{newest} was changed last: if it is the agreed one, remove {' and '.join(older)}; "
        f"else remove {newest}.",
    )  # fmt: skip


def open_bytes(path: Path, passphrase: Passphrase) -> bytes:
    """The bytes of a map's file, unlocked if it is locked.

    Raises:
        InputError: missing, of another kind, too large; a plain and a locked one are both there; the passphrase does
            not open it.
    """
    if not is_locked(path):
        refuse_two(path, locked_path(path))
        return map_bytes(path)
    refuse_other_forms(unlocked_path(path).name, str(path))
    refuse_two(path, unlocked_path(path))
    data = read_bytes(path, what=WHAT, most=MAX_BYTES)
    return unsealed(data, passphrase(path), where=str(path))


def read_map(path: Path, passphrase: Passphrase = no_passphrase) -> tuple[PseudonymMap, Source]:
    """The map in a file, locked or not, and the plain data it was read from, which knows lines or cells.

    Raises:
        InputError: see `open_bytes`.
        DataError: with every fault at once.
    """
    return map_in(open_bytes(path, passphrase), str(path))


def load_map(path: Path, passphrase: Passphrase = no_passphrase) -> PseudonymMap:
    """Like `read_map`, the map alone."""
    return read_map(path, passphrase)[0]
