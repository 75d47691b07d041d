"""Lock a pseudonym map with a passphrase, and unlock it: the other form is removed once the new one is proved."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from reviewdocs.errors import InputError, OutputError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.records.maps import WHAT, WORKBOOK, map_bytes, map_in
from reviewdocs.store.locked import LOCKED, sealed, unsealed
from reviewdocs.store.maps import Passphrase, is_locked, locked_path, open_bytes, refuse_two, unlocked_path
from reviewdocs.workflows.pseudonyms import map_path

LEAST = 12
"""Characters that nobody could guess from the review; NCSC's three random words have more."""
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "01234567890", "09876543210")
_GUESSES = ("passphrase", "password", "letmein", "welcome", "pseudonyms", "pseudonym", "reviewdocs", "safeguarding")


def lock(path: Path, passphrase: Passphrase) -> Path:
    """Lock a map; the plain file is removed after the locked one was read back. Returns the locked file.

    Args:
        path: a .yaml map, or a case folder.
        passphrase: tells the passphrase; asked once the map is known to be a good one.

    Raises:
        UsageError: it is locked already, or a workbook.
        InputError, DataError: it cannot be used, or the passphrase is too easy to guess.
        OutputError: it could not be written; the plain file is then as it was.
    """
    plain = map_path(path)
    if is_locked(plain):
        raise UsageError("The pseudonym map is locked already.", where=str(plain))
    if plain.suffix.lower() == WORKBOOK:
        raise UsageError("A workbook is not locked.", where=str(plain),
                         remedy="Make a .yaml file of it first: reviewdocs convert MAP.xlsx MAP.yaml. Then lock that, "
                         "and remove the workbook.")  # fmt: skip
    locked = locked_path(plain)
    refuse_two(plain, locked)
    data = map_bytes(plain)
    pmap, _ = map_in(data, str(plain))
    said = passphrase(locked)
    refuse_easy(said, pmap)
    _replace(plain, locked, sealed(data, said), proof=lambda raw: unsealed(raw, said, where=str(locked)) == data)
    return locked


def unlock(path: Path, passphrase: Passphrase) -> Path:
    """Unlock a map; the locked file is removed after the plain one was read back. Returns the plain file.

    Raises:
        UsageError: it is not locked.
        InputError: missing, damaged, another passphrase; the plain file is there already.
        OutputError: it could not be written; the locked file is then as it was.
    """
    locked = map_path(path)
    if not is_locked(locked):
        raise UsageError(f"The {WHAT} is not locked: its name does not end in {LOCKED}.", where=str(locked))
    data = open_bytes(locked, passphrase)
    plain = unlocked_path(locked)
    _replace(locked, plain, data, proof=lambda raw: raw == data)
    return plain


def _replace(old: Path, new: Path, data: bytes, *, proof: Callable[[bytes], bool]) -> None:
    """Write the new form, prove what was written, and only then remove the old one."""
    write_atomically(new, data)
    try:
        proved = proof(new.read_bytes())
    except (OSError, InputError):
        proved = False
    if not proved:
        new.unlink(missing_ok=True)
        raise OutputError("The new file could not be read back, so it was removed.", where=str(new),
                          remedy=f"{old.name} is as it was. Check the disk, then run again.")  # fmt: skip
    try:
        old.unlink()
    except OSError as error:
        raise OutputError(f"{new.name} was made, but {old.name} could not be removed ({error.strerror}).",
                          where=str(old), remedy=f"Close it in other programs and remove {old.name} yourself: only "
                          "one of the two can be the agreed map.") from error  # fmt: skip


def refuse_easy(passphrase: str, pmap: PseudonymMap) -> None:
    """Refuse a passphrase that somebody who knows the review, or a machine, would soon guess.

    What is easy to guess is taken out first: the review's reference, names of the map, `password` and its like, runs
    such as 1234, repeated characters. What is left has to be long enough.

    Raises:
        InputError: it is not; the message does not quote it.
    """
    rest = passphrase.casefold()
    names = [name for person in pmap.people for name in (person.forename, person.surname, *person.known_as)]
    words = [word for text in (pmap.id, *names) for word in re.findall(r"\w+", text.casefold()) if len(word) > 2]
    for word in sorted({*words, *_GUESSES}, key=len, reverse=True):
        rest = rest.replace(word, "")
    for run in _RUNS:
        for start in range(len(run) - 3):
            rest = rest.replace(run[start : start + 4], "")
    rest = re.sub(r"(.)\1{2,}", r"\1", rest)
    if len(rest) < LEAST:
        raise InputError(
            f"The passphrase is too easy to guess, so nothing was locked: it needs {LEAST} characters or more, not "
            "counting the review's reference, names of the map, words such as password, runs such as 1234, and "
            "repeated letters.",
            remedy="Take three or four words that have nothing to do with each other or with the review.",
        )
