"""Lock a pseudonym map with a passphrase, and unlock it: one form takes the other's place, and no edit is lost.

The old form is removed last, when the new one was read back and the old one is still what the new one was made of. A
run that was cut off in between leaves both, of one content, the new one made last: the next one goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError, OutputError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.formats.turns import turn
from reviewdocs.records.maps import WHAT, WORKBOOK, map_bytes, map_in
from reviewdocs.records.yaml_source import read_bytes
from reviewdocs.store.case import MAP_FORMS
from reviewdocs.store.locked import LOCKED, MAX_BYTES, sealed, unsealed
from reviewdocs.store.maps import Passphrase, is_locked, locked_path, two_forms, unlocked_path
from reviewdocs.workflows.pseudonyms import map_path
from reviewdocs.workflows.pseudonyms.strength import refuse_easy

Reads = Callable[[bytes], bool]
"""Whether a file with these bytes holds the map that is meant."""


def lock(path: Path, passphrase: Passphrase) -> Path:
    """Lock a map; the plain file is removed after the locked one was read back. Returns the locked file.

    Args:
        path: a .yaml map, or a case folder.
        passphrase: tells the passphrase; asked once the map is known to be a good one.

    Raises:
        UsageError: it is locked already, a workbook, or a link.
        InputError, DataError: it cannot be used, or the passphrase is too easy to guess; both forms are there, and not
            of one content.
        OutputError: it could not be written, or was edited meanwhile; the plain file is then as it is.
    """
    plain = _plain(path)
    locked = locked_path(plain)
    if locked.exists() and not plain.exists():
        raise UsageError("The pseudonym map is locked already.", where=str(locked))
    if plain.suffix.lower() == WORKBOOK:
        raise UsageError("A workbook is not locked.", where=str(plain),
                         remedy="Make a .yaml file of it first: reviewdocs convert MAP.xlsx MAP.yaml. Then lock that, "
                         "and remove the workbook.")  # fmt: skip
    _refuse_link(plain)
    data = map_bytes(plain)
    pmap, _ = map_in(data, str(plain))
    said = passphrase(locked)
    refuse_easy(said, pmap)

    def reads(raw: bytes) -> bool:
        return unsealed(raw, said, where=str(locked)) == data

    with turn(plain.parent):
        _exchange(plain, data, locked, lambda: sealed(data, said), reads)
    return locked


def unlock(path: Path, passphrase: Passphrase) -> Path:
    """Unlock a map; the locked file is removed after the plain one was read back. Returns the plain file.

    Raises:
        UsageError: it is not locked, or a link.
        InputError: missing, damaged, another passphrase; both forms are there, and not of one content.
        OutputError: it could not be written, or was locked anew meanwhile; the locked file is then as it is.
    """
    plain = _plain(path)
    locked = locked_path(plain)
    if plain.exists() and not locked.exists():
        raise UsageError(f"The {WHAT} is not locked: its name does not end in {LOCKED}.", where=str(plain))
    _refuse_link(locked)
    raw = read_bytes(locked, what=WHAT, most=MAX_BYTES)
    data = unsealed(raw, passphrase(locked), where=str(locked))
    with turn(plain.parent):
        _exchange(locked, raw, plain, lambda: data, data.__eq__)
    return plain


def _plain(path: Path) -> Path:
    """The plain form's path, whichever form was named, or a case folder, in which both may lie after a cut.

    Raises:
        InputError: there is no such case, or it holds another form as well.
    """
    both = [path / name for name in MAP_FORMS[:2]] if path.is_dir() else []
    file = both[0] if both and all(form.exists() for form in both) else map_path(path)
    return unlocked_path(file) if is_locked(file) else file


def _refuse_link(file: Path) -> None:
    """Refuse to put another file in a link's place: what it leads to would stay as it is.

    Raises:
        UsageError: it is one.
    """
    if file.is_symlink():
        raise UsageError("This is a link to a file elsewhere, which would stay as it is.", where=str(file),
                         remedy="Name the file itself.")  # fmt: skip


def _exchange(old: Path, known: bytes, new: Path, make: Callable[[], bytes], reads: Reads) -> None:
    """Put the new form in the old one's place, in a turn at the folder.

    Args:
        old: what goes.
        known: its bytes as they were read.
        new: what comes; there already where an earlier run was cut off, or another has done all of this.
        make: gives the new form's bytes.
        reads: see `Reads`.

    Raises:
        InputError: the new form is there and holds something else, or is the older one.
        OutputError: it could not be written, or the old one could not be removed or was edited meanwhile.
    """
    if new.exists():
        if not (_holds(new, reads) and _came_later(new, old)):
            raise two_forms(path for path in (old, new) if path.exists())
    else:
        write_atomically(new, make(), like=old, new=True)
    if not _holds(new, reads):
        new.unlink(missing_ok=True)
        raise OutputError("The new file could not be read back, so it was removed.", where=str(new),
                          remedy=f"{old.name} is as it was. Check the disk, then run again.")  # fmt: skip
    try:
        if old.read_bytes() == known:
            old.unlink()
            return
        what, remedy = f"{old.name} was edited meanwhile", "Save what you edit, then run again."
    except FileNotFoundError:
        return
    except OSError as error:
        what = f"{old.name} could not be removed ({error.strerror})"
        remedy = "Close it in other programs, check that files in this folder may be removed, then run again."
    if _holds(new, reads):  # nobody has gone to work on it
        new.unlink()
    raise OutputError(f"{what}; it stays, and {new.name} was removed again.", where=str(old), remedy=remedy)


def _came_later(new: Path, old: Path) -> bool:
    return not old.exists() or new.stat().st_mtime_ns >= old.stat().st_mtime_ns


def _holds(file: Path, reads: Reads) -> bool:
    try:
        return reads(bytes_of(file, most=MAX_FILE_BYTES))
    except (OSError, InputError):
        return False
