"""What this start of the page works on: the folder of cases, who sits here, the passphrases they told, the jobs."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reviewdocs.errors import InputError, ReviewdocsError
from reviewdocs.store.case import Case
from reviewdocs.web.jobs import Jobs
from reviewdocs.web.origin import Gate

IDLE_SECONDS = 15 * 60
"""After so long without anything asked of a case its passphrase is forgotten."""


@dataclass(slots=True)
class _Told:
    secret: str = field(repr=False)
    used: float


class Desk:
    """One folder of cases, and what one person does with them.

    Args:
        folder: the folder that holds the case folders; nothing outside it is read or written.
        gate: of this start.

    Attributes:
        by: the name under which decisions are recorded; told once and kept while the page runs.
        shortcuts: whether single keys settle mentions.
        said: what the next page tells of what was just done.
    """

    def __init__(self, folder: Path, gate: Gate) -> None:
        self.folder = folder.resolve()
        self.gate = gate
        self.jobs = Jobs()
        self.by = ""
        self.shortcuts = True
        self.said: list[str] = []
        self._passphrases: dict[str, _Told] = {}
        self._passwords: dict[str, _Told] = {}

    def cases(self) -> Iterator[tuple[str, Case | ReviewdocsError, str]]:
        """Every case folder, in the order of their names: its name, the case or why it is none, its handle."""
        for folder in sorted(self.folder.iterdir(), key=lambda path: path.name.casefold()):
            if not folder.is_dir() or folder.is_symlink() or not _is_case(folder):
                continue
            handle = self.gate.handle(folder.name)
            try:
                yield folder.name, self._opened(folder), handle
            except ReviewdocsError as error:
                yield folder.name, error, handle

    def case(self, handle: str) -> Case:
        """The case of a handle.

        Raises:
            InputError: there is none, or it cannot be opened.
        """
        for folder in self.folder.iterdir():
            if self.gate.handle(folder.name) == handle and folder.is_dir() and not folder.is_symlink():
                return self._opened(folder)
        raise InputError("There is no such case here.", remedy="Go back to the list of cases.")

    def handle(self, case: Case) -> str:
        """What stands for a case in addresses."""
        return self.gate.handle(case.folder.name)

    def file(self, case: Case, handle: str) -> Path:
        """The file of a case that a handle stands for.

        Raises:
            InputError: there is none, or no longer.
        """
        for file in files_of(case):
            if self.file_handle(case, file) == handle:
                return file
        raise InputError("There is no such file in this case, or no longer.", remedy="Go back to the case.")

    def file_handle(self, case: Case, file: Path) -> str:
        """What stands for a file of a case in addresses."""
        return self.gate.handle(str(file.relative_to(self.folder)))

    def unlock(self, case: Case, passphrase: str) -> None:
        """Keep the passphrase of a case's locked map while somebody works on it.

        Raises:
            InputError: it does not open the map.
        """
        Case.open(case.folder, lambda _: passphrase).load_map()
        self._passphrases[case.folder.name] = _Told(passphrase, time.monotonic())

    def lock(self, case: Case) -> None:
        """Forget it."""
        self._passphrases.pop(case.folder.name, None)

    def passphrase(self, case: Case) -> str:
        """What opens a case's locked map; empty where nobody told it, or too long ago."""
        return _kept(self._passphrases, case.folder.name)

    def take_password(self, case: Case, password: str) -> None:
        """Keep the password of a case's documents while somebody works there; an empty one changes nothing."""
        if password:
            self._passwords[case.folder.name] = _Told(password, time.monotonic())

    def password(self, case: Case) -> str:
        """What opens a case's protected documents; empty where nobody told it, or too long ago."""
        return _kept(self._passwords, case.folder.name)

    def is_locked(self, case: Case) -> bool:
        """Whether the map is locked and nobody has told its passphrase."""
        return case.map_file.suffix == ".locked" and not self.passphrase(case)

    def close(self) -> None:
        """Stop what runs and forget what was told."""
        self.jobs.close()
        self._passphrases.clear()
        self._passwords.clear()

    def _opened(self, folder: Path) -> Case:
        plain = Case.open(folder)
        return case_in(folder, self.passphrase(plain))


def _kept(told: dict[str, _Told], name: str) -> str:
    """A secret that was told; forgotten when nobody has asked for it in a while."""
    kept = told.get(name)
    if kept is None or time.monotonic() - kept.used > IDLE_SECONDS:
        told.pop(name, None)
        return ""
    kept.used = time.monotonic()
    return kept.secret


def case_in(folder: Path, passphrase: str) -> Case:
    """The case in a folder, as a job opens it: its map by this passphrase, where there is one.

    Raises:
        InputError: there is no case.
    """
    return Case.open(folder, lambda _: passphrase) if passphrase else Case.open(folder)


def files_of(case: Case) -> Iterator[Path]:
    """Every file of a case that a screen may show or send, none that a link leads out of it to."""
    root = case.folder.resolve()
    for folder in (case.drafts, case.letters, case.anonymised, case.publication, case.records, case.templates,
                   case.chronologies):  # fmt: skip
        for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
            with contextlib.suppress(OSError):
                if file.is_file() and not file.name.startswith((".", "~$")) and root in file.resolve().parents:
                    yield file
    for file in (case.review_file, case.map_file):
        if file.is_file():
            yield file


def _is_case(folder: Path) -> bool:
    return any((folder / name).exists() for name in ("review.yaml", "review.xlsx", "pseudonyms.yaml",
                                                      "pseudonyms.yaml.locked", "pseudonyms.xlsx"))  # fmt: skip
