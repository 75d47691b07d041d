"""A command that is killed, or for which the disk is full, from its n-th call on that changes the disk: for every n.

A program of its own: `cutting.py FOLDER (kill|full|small) SCENARIO STEP` prints as JSON how many points there were and
what was wrong. STEP 1 tries every point, 5 every fifth. With `small` the disk has few pages; that needs root.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from scenarios import MAP, SHUT, done, leftovers, meaning, prepared, state

_MAKING = {"write", "link", "rename", "replace", "mkdir", "fsync", "open"}
"""Calls that a full disk refuses."""
_CALLS = (*sorted(_MAKING), "unlink", "remove", "rmdir")
_LISTS = {
    "outputs.json", ".reviewdocs-outputs.json", "drafts.json", "manifest.json", "proposals.json", "record.json",
    "all (2).json", "decisions.sqlite", "decisions.sqlite-journal",
}  # fmt: skip
"""What may be between two states, for it says so itself."""
_EDIT = "\n# somebody's edit\n"


class Cut:
    """Counts the calls that change the disk, and does something at one of them.

    Args:
        at: the call's number.
        then: called there with the call's name, the call itself and what it is given.
    """

    def __init__(self, at: int, then: Callable[..., None]) -> None:
        self.at, self.then, self.count = at, then, 0
        self.here = os.getpid()

    def __call__(self) -> None:
        """Put it into this process."""
        self.here = os.getpid()
        for name in _CALLS:
            setattr(os, name, self._counted(name, getattr(os, name)))
        connect = sqlite3.connect
        cut = self

        class Counted(sqlite3.Connection):
            def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
                if not statement.startswith(("SELECT", "PRAGMA synchronous", "PRAGMA foreign", "PRAGMA temp")):
                    cut._turn("execute", super().execute, (statement, *values))
                return super().execute(statement, *values)

        def connected(*given: Any, **more: Any) -> sqlite3.Connection:
            return connect(*given, factory=Counted, **more)

        sqlite3.connect = connected  # type: ignore[assignment]

    def _counted(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **more: Any) -> Any:
            if _changes(name, given):
                self._turn(name, call, given)
            return call(*given, **more)

        return counted

    def _turn(self, name: str, call: Callable[..., Any], given: tuple[Any, ...]) -> None:
        if os.getpid() == self.here:  # not in a worker
            self.count += 1
            if self.count >= self.at:
                self.then(name, call, given)


def _changes(name: str, given: tuple[Any, ...]) -> bool:
    if name == "write":
        return stat.S_ISREG(os.fstat(given[0]).st_mode) and given[0] > 2
    return name != "open" or bool(
        len(given) > 1 and given[1] & (os.O_CREAT | getattr(os, "O_TMPFILE", 0) & ~os.O_DIRECTORY)
    )


def kill(name: str, call: Callable[..., Any], given: tuple[Any, ...]) -> None:
    """End the process there; half of what is written is."""
    if name == "write":
        call(given[0], bytes(given[1])[: len(given[1]) // 2])
    os.kill(os.getpid(), signal.SIGKILL)


def full(name: str, call: Callable[..., Any], given: tuple[Any, ...]) -> None:
    """Refuse as a full disk does."""
    if name in _MAKING:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if name == "execute" and given[0].startswith(("INSERT", "CREATE", "COMMIT")):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error


class Trial:
    """One command, again and again in copies of one folder."""

    def __init__(self, folder: Path, scenario: str) -> None:
        self._base, self._here = folder / "base", folder / "disk" / "here"
        self._here.mkdir(parents=True)
        self._command = prepared(self._here, scenario)[scenario]
        self._scenario = scenario
        os.chdir(folder)
        shutil.move(self._here, self._base)
        self._anew()
        self._before = state(self._here)
        code, said, _ = done(self._command)
        assert code in (0, 1, 3), said
        self._after = state(self._here)

    def _anew(self) -> None:
        os.chdir(self._base.parent)
        shutil.rmtree(self._here, ignore_errors=True)
        shutil.copytree(self._base, self._here)
        os.chdir(self._here)

    def killed(self, n: int) -> Iterator[str] | None:
        """What is wrong after a kill at the n-th call; None where there was no such call."""
        self._anew()
        code, _, gone = done(self._command, Cut(n, kill))
        return None if code != -signal.SIGKILL else self._wrong_after_kill(gone)

    def _wrong_after_kill(self, gone: bool) -> Iterator[str]:
        if not gone:
            yield "a process goes on"
        for path in sorted(p for p in self._here.rglob("*") if p.is_file()):
            name = path.relative_to(self._here).as_posix()
            if path.name.startswith(".~"):
                if self._scenario in ("lock", "unlock") and b"Kirsty" in path.read_bytes():
                    yield f"a plain map lies in {name}"
            elif path.name not in _LISTS and meaning(path) not in (self._before.get(name), self._after.get(name)):
                yield f"half a file: {name}"
        yield from self._again()

    def _again(self) -> Iterator[str]:
        code, said, _ = done(self._command)
        if "fault" in said or "Traceback" in said:
            yield f"run again: {said}"
        now = state(self._here)
        for name in sorted(set(now) | set(self._after)):
            if now.get(name) != self._after.get(name) and not Path(name).name.startswith(".~"):
                yield f"run again ({code}), {name} is not what it would be: {said[-300:]}"
        yield from (f"left over: {name}" for name in leftovers(self._here))

    def edited(self, n: int) -> Iterator[str] | None:
        """What is lost of an edit saved after a kill at the n-th call, when it is run again; None as above."""
        self._anew()
        if done(self._command, Cut(n, kill))[0] != -signal.SIGKILL:
            return None
        return self._wrong_after_edit()

    def _wrong_after_edit(self) -> Iterator[str]:
        plain = self._here / MAP
        if plain.exists():
            saved = plain.read_text(encoding="utf-8") + _EDIT
            plain.write_text(saved, encoding="utf-8")
            done(self._command)
            kept = {meaning(path) for path in (plain, self._here / SHUT) if path.exists()}
            if saved not in kept and _digest(saved) not in kept:
                yield "an edit is lost"

    def refused(self, n: int) -> Iterator[str] | None:
        """What is wrong where the disk is full from the n-th call on; None where there was no such call."""
        self._anew()
        code, said, gone = done(self._command, Cut(n, full))
        if code in (0, 1, 3):
            done_all = state(self._here) == self._after and "full" not in said
            return None if done_all else iter([f"said to be done: {said}"])
        return self._wrong_after_refusal(code, said, gone)

    def _wrong_after_refusal(self, code: int, said: str, gone: bool) -> Iterator[str]:
        if "fault" in said or "Traceback" in said or code not in (2, 4) or "full" not in said:
            yield f"told {code}: {said}"
        if not gone:
            yield "a process goes on"
        yield from self._again()

    def crowded(self, n: int) -> Iterator[str] | None:
        """The same where the disk has room for n pages less one."""
        self._anew()
        filler = self._here.with_name("filler")
        with filler.open("wb") as file:
            room = os.statvfs(filler)
            if (taken := room.f_bavail * room.f_frsize - (n - 1) * 4096) > 0:
                os.posix_fallocate(file.fileno(), 0, taken)
        code, said, gone = done(self._command)
        filler.unlink()
        if code in (0, 1, 3):
            return None if state(self._here) == self._after else iter([f"said to be done: {said}"])
        return self._wrong_after_refusal(code, said, gone)


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """A disk of its own at a folder, of which pages are taken one by one."""
    folder.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder], check=True)
    try:
        yield
    finally:
        os.chdir("/")
        subprocess.run(["umount", folder], check=True)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def main(folder: Path, mode: str, scenario: str, step: int) -> None:
    """Try every `step`-th point; print how many there were and what was wrong."""
    points, wrong = 0, list[str]()
    with small_disk(folder / "disk") if mode == "small" else contextlib.nullcontext():
        trial = Trial(folder, scenario)
        killing = [trial.killed] + ([trial.edited] if scenario == "lock" else [])
        for attempt in {"kill": killing, "full": [trial.refused], "small": [trial.crowded]}[mode]:
            n = 1
            while (found := attempt(n)) is not None:
                wrong += [f"{attempt.__name__} at {n}: {what}" for what in found]
                points, n = points + 1, n + step
    sys.__stdout__.write(json.dumps({"points": points, "wrong": wrong}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
