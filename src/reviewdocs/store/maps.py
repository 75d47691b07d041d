"""The pseudonym map wherever it lies: plain or locked, in a file of its own or in a case folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from reviewdocs.errors import InputError
from reviewdocs.formats.turns import turn
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
    """Refuse to choose between several forms of one map; where one is just taking another's place, wait for that.

    Raises:
        InputError: more than one is there; says which are older.
    """
    if len(_there(candidates)) < 2:
        return
    with turn(candidates[0].parent, to_read=True):
        there = _there(candidates)
    if len(there) > 1:
        raise two_forms(there)


def _there(candidates: Iterable[Path]) -> list[Path]:
    return [path for path in candidates if path.exists()]


def two_forms(there: Iterable[Path]) -> InputError:
    """The error of several forms of one map; says which are older."""
    ordered = sorted(there, key=lambda path: path.stat().st_mtime)
    *older, newest = (path.name for path in ordered)
    return InputError(
        f"{', '.join(older)} and {newest} are both there; only one can be the agreed map.",
        where=str(ordered[0].parent),
        remedy=f"{newest} was changed last: if it is the agreed one, remove {' and '.join(older)}; "
        f"else remove {newest}. If `pseudonyms lock` or `unlock` was cut off, run it again instead.",
    )


def stored(path: Path) -> tuple[Path, bytes]:
    """The file that holds a map and its bytes: the one given, or its other form where that has taken its place.

    Raises:
        InputError: missing, of another kind, too large; a plain and a locked one are both there.
    """
    other = unlocked_path(path) if is_locked(path) else locked_path(path)
    if path.exists() and not other.exists():
        try:
            return path, _bytes_of(path)
        except InputError:
            if path.exists():
                raise
    with turn(path.parent, to_read=True):  # whoever puts one in the other's place is done then
        there = _there((path, other))
        if len(there) > 1:
            raise two_forms(there)
        file = there[0] if there else path
        return file, _bytes_of(file)


def _bytes_of(file: Path) -> bytes:
    if not is_locked(file):
        return map_bytes(file)
    refuse_other_forms(unlocked_path(file).name, str(file))
    return read_bytes(file, what=WHAT, most=MAX_BYTES)


def opened(file: Path, raw: bytes, passphrase: Passphrase) -> bytes:
    """The bytes of a map whose file holds these, unlocked if it is locked.

    Raises:
        InputError: the passphrase does not open it.
    """
    return unsealed(raw, passphrase(file), where=str(file)) if is_locked(file) else raw


def read_map(path: Path, passphrase: Passphrase = no_passphrase) -> tuple[PseudonymMap, Source]:
    """The map in a file, locked or not, and the plain data it was read from, which knows lines or cells.

    Raises:
        InputError: see `stored` and `opened`.
        DataError: with every fault at once.
    """
    file, raw = stored(path)
    return map_in(opened(file, raw, passphrase), str(file))


def load_map(path: Path, passphrase: Passphrase = no_passphrase) -> PseudonymMap:
    """Like `read_map`, the map alone."""
    return read_map(path, passphrase)[0]
