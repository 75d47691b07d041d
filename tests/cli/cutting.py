"""A command that is killed, or for which the disk is full, at its n-th system call that changes the disk: for every n.

A program of its own: `cutting.py FOLDER MODE SCENARIO:STEP…` prints for each scenario a line of JSON: how many points
there were and what was wrong. STEP 1 tries every point, 5 every fifth. The modes:

    kill     the command is killed; of `edited`, somebody then saves what the command had written before it runs again
    worker   a process that the command started is killed
    full     from that call on, or for that call alone, the disk is full
    refused  that call meets a disk error, a right withdrawn or a disk that has become read-only
    small    the disk is full in truth: it has few pages, of which none or one is left at that call (needs root)
    anew     as kill, each command a Python of its own, as people run it
    unread   the n-th file or folder that the command looks at may be neither read nor looked into
    vanish   the n-th file is gone when it is opened
    changed  the n-th file is saved by somebody else at the moment when it is opened
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator
from functools import cached_property, partial
from pathlib import Path

from scenarios import MAP, done, leftovers, meaning, prepared, state, warm
from stopping import Answer, Call

_MAKING = {
    "write", "writev", "pwrite64", "fallocate", "link", "linkat", "rename", "renameat", "renameat2", "mkdir", "mkdirat",
    "fsync", "open", "openat",
}  # fmt: skip
"""Calls that a full disk refuses."""
_LISTS = {
    "outputs.json", ".reviewdocs-outputs.json", "drafts.json", "manifest.json", "proposals.json", "record.json",
    "all (2).json", "lists.json", "manifest.json.journal", "drafts.json.journal", "proposals.json.journal",
    "lists.json.journal", "decisions.sqlite", "decisions.sqlite-journal", "decisions.last.json",
}  # fmt: skip
"""What may be between two states, for it says so itself; nobody edits it."""
_REPORTS = {"risks.html", "all.json", "decisions.json"}
"""What is replaced whenever it is asked for again."""
_EDIT = b"\n# somebody's edit\n"
_PAGE = 4096


class Cut:
    """Does something at one call that changes the disk, and counts them.

    Args:
        at: the call's number.
        then: what is done there.
        on: it is done at each later call too.
        main: the command's own calls count; else those of the processes that it started.
        which: which calls count; all if None.
    """

    def __init__(
        self, at: int, then: Answer, *, on: bool = False, main: bool = True, which: set[str] | None = None
    ) -> None:
        self._at, self._then, self._on, self._main, self._which = at, then, on, main, which
        self.count = 0

    def __call__(self, call: Call) -> int:
        """What becomes of a call."""
        if call.main != self._main or (self._which and (call.pipe or call.name not in self._which)):
            return 0
        self.count += 1
        return self._then(call) if self.count == self._at or (self._on and self.count > self._at) else 0

    @property
    def came(self) -> bool:
        """Whether there was such a call."""
        return self.count >= self._at


def _no_room(call: Call) -> int:
    """What a full disk answers. SQLite says so of its writes alone; for the rest we ask the disk, which is not full."""
    return 0 if ".sqlite" in call.file and call.name in ("open", "openat", "fsync") else errno.ENOSPC


class Trial:
    """One command, again and again in copies of one folder."""

    def __init__(self, folder: Path, scenario: str, *, anew: bool = False) -> None:
        self._base, self._here = folder / "base", folder / "disk" / "here"
        self._here.mkdir(parents=True)
        command = prepared(self._here, scenario)[scenario]
        self._scenario = scenario
        self._do = partial(done, command, anew=anew)
        os.chdir(folder)
        shutil.move(self._here, self._base)
        self._anew()
        self._before = state(self._here)
        self._ended, said, _ = self._do()
        assert self._ended in (0, 1, 3), said
        self._after = state(self._here)

    def modes(self, mode: str) -> list[Callable[[int], Iterator[str] | None]]:
        """What is tried in a mode, each with the number of a call; None is given where there is no such call."""
        full = [partial(self.refused, _no_room, on) for on in (True, False)]
        errors = [partial(self.refused, lambda _, e=e: e, False) for e in (errno.EIO, errno.EACCES, errno.EROFS)]
        return {
            "kill": [self.killed, self.edited],
            "worker": [self.without_worker],
            "full": full,
            "refused": errors,
            "small": [self.crowded, *(partial(self.filled, pages) for pages in (0, 1))],
            "anew": [self.killed],
            "unread": [self.unreadable],
            "vanish": [self.vanishing],
            "changed": [self.changing],
        }[mode]

    def _anew(self) -> None:
        os.chdir(self._base.parent)
        shutil.rmtree(self._here, ignore_errors=True)
        shutil.copytree(self._base, self._here)
        os.chdir(self._here)

    def killed(self, n: int) -> Iterator[str] | None:
        """What is wrong after a kill at the n-th call."""
        self._anew()
        code, _, gone = self._do(Cut(n, Call.kill))
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
        code, said, _ = self._do()
        if "fault" in said or "Traceback" in said:
            yield f"run again: {said}"
        now = state(self._here)
        for name in sorted(set(now) | set(self._after)):
            if now.get(name) != self._after.get(name) and not Path(name).name.startswith(".~"):
                yield f"run again ({code}), {name} is not what it would be: {said[-300:]}"
        yield from (f"left over: {name}" for name in leftovers(self._here))

    def edited(self, n: int) -> Iterator[str] | None:
        """What is lost of edits saved after a kill at the n-th call, when it is run again."""
        self._anew()
        return None if self._do(Cut(n, Call.kill))[0] != -signal.SIGKILL else self._wrong_after_edit()

    def _wrong_after_edit(self) -> Iterator[str]:
        edited = dict[str, bytes]()
        for path in sorted(p for p in self._here.rglob("*") if p.is_file()):
            name = path.relative_to(self._here).as_posix()
            ours = meaning(path) != self._before.get(name) if path.name not in _LISTS else False
            if name == MAP or (
                ours and path.name not in _REPORTS and path.suffix != ".locked" and not path.name.startswith(".~")
            ):
                edited[name] = path.read_bytes() + _EDIT
                path.write_bytes(edited[name])
        _, said, _ = self._do()
        kept = {path.read_bytes() for path in self._here.rglob("*") if path.is_file()}
        shut = {meaning(path) for path in self._here.rglob("*.locked")}
        for name, data in edited.items():
            if data not in kept and hashlib.sha256(data).hexdigest() not in shut:
                yield f"an edit of {name} is lost: {said[-300:]}"
        if "fault" in said or "Traceback" in said:
            yield f"run again: {said}"

    def without_worker(self, n: int) -> Iterator[str] | None:
        """What is wrong where a process of the command's is killed at its n-th call, also one that sends an answer."""
        self._anew()
        cut = Cut(n, Call.kill, main=False)
        code, said, gone = self._do(cut)
        return self._wrong_after_refusal(code, said, gone) if cut.came else None

    def refused(self, error: Answer, on: bool, n: int) -> Iterator[str] | None:
        """What is wrong where the n-th call that makes something, or each from there `on`, meets an error."""
        self._anew()
        cut = Cut(n, error, on=on, which=_MAKING)
        code, said, gone = self._do(cut)
        return self._wrong_after_refusal(code, said, gone, full=error is _no_room) if cut.came else None

    def _wrong_after_refusal(
        self, code: int, said: str, gone: bool, *, full: bool = False, told: Collection[int] = (2, 3, 4)
    ) -> Iterator[str]:
        if code == self._ended and "full" not in said:
            if _but_lists(state(self._here)) != _but_lists(self._after):
                yield f"said to be done: {said}"
        elif "fault" in said or "Traceback" in said or code not in told or (full and "full" not in said):
            yield f"told {code}: {said}"
        if not gone:
            yield "a process goes on"
        yield from self._again()

    @cached_property
    def _read(self) -> list[Path]:
        """The files that the command reads in its folder, and the folders it goes into, in order."""
        seen = dict[Path, None]()

        def note(call: Call) -> int:
            path = Path(os.path.normpath(call.file))
            if call.name == "read" and path.is_relative_to(self._here) and os.path.lexists(path):
                seen.update(dict.fromkeys((*path.parents, path)))
            return 0

        self._anew()
        self._do(note, looks=True)
        self._anew()
        return [path for path in seen if path.is_relative_to(self._here) and path != self._here and path.exists()]

    def unreadable(self, n: int) -> Iterator[str] | None:
        """What is wrong where the n-th file or folder that it reads may not be read or looked into."""
        if n > len(self._read):
            return None
        shut = self._read[n - 1]
        self._anew()

        def refuse(call: Call) -> int:
            if call.name not in ("read", "look"):
                return 0
            path = Path(os.path.normpath(call.file))
            return errno.EACCES if shut in path.parents or (path == shut and call.name == "read") else 0

        return self._at(shut, self._wrong_after_refusal(*self._do(refuse, looks=True), told=range(1, 5)))

    def vanishing(self, n: int) -> Iterator[str] | None:
        """What is wrong where the n-th file is gone when it is opened."""
        return self._as_opened(n, Path.unlink)

    def changing(self, n: int) -> Iterator[str] | None:
        """What is wrong where somebody saves the n-th file as it is opened."""
        return self._as_opened(n, lambda path: path.write_bytes(path.read_bytes() + _EDIT))

    def _as_opened(self, n: int, change: Callable[[Path], object]) -> Iterator[str] | None:
        files = [path for path in self._read if path.is_file() and path.name not in _LISTS]
        if n > len(files):
            return None
        self._anew()
        file, data = files[n - 1], files[n - 1].read_bytes() + _EDIT
        todo = [file]

        def answer(call: Call) -> int:
            if call.name == "read" and todo and Path(os.path.normpath(call.file)) == file:
                change(todo.pop())
            return 0

        code, said, gone = self._do(answer, looks=True)
        return self._at(file, self._wrong_after_change(code, said, gone, data if file.exists() else b""))

    def _wrong_after_change(self, code: int, said: str, gone: bool, edited: bytes) -> Iterator[str]:
        if "fault" in said or "Traceback" in said or code not in range(5):
            yield f"told {code}: {said}"
        if not gone:
            yield "a process goes on"
        kept = {path.read_bytes() for path in self._here.rglob("*") if path.is_file()}
        if edited and edited not in kept:
            shut = {meaning(path) for path in self._here.rglob("*.locked")}
            if hashlib.sha256(edited).hexdigest() not in shut:
                yield f"an edit is lost: {said}"
        yield from (f"left over: {name}" for name in leftovers(self._here))

    def _at(self, path: Path, wrong: Iterator[str]) -> Iterator[str]:
        yield from (f"{path.relative_to(self._here)}: {what}" for what in wrong)

    def crowded(self, n: int) -> Iterator[str] | None:
        """What is wrong where the disk has room for n pages less one from the beginning."""
        self._anew()
        self._fill(n - 1)
        code, said, gone = self._do()
        self._filler.unlink()
        return None if code == self._ended and n > 1 else self._wrong_after_refusal(code, said, gone, full=True)

    def filled(self, pages: int, n: int) -> Iterator[str] | None:
        """The same where it has so many pages left at the n-th call that makes something."""
        self._anew()

        def fill(call: Call) -> int:
            self._fill(pages)
            return 0

        cut = Cut(n, fill, which=_MAKING)
        code, said, gone = self._do(cut)
        self._filler.unlink(missing_ok=True)
        return self._wrong_after_refusal(code, said, gone, full=True) if cut.came else None

    @property
    def _filler(self) -> Path:
        return self._here.with_name("filler")

    def _fill(self, pages: int) -> None:
        """Take all of the disk but so many pages."""
        with self._filler.open("wb") as file:
            room = os.statvfs(self._filler)
            if (taken := room.f_bavail * room.f_frsize - pages * _PAGE) > 0:
                os.posix_fallocate(file.fileno(), 0, taken)


def _but_lists(files: dict[str, str]) -> dict[str, str]:
    """What files mean, but for lists: an error at their last note changes nothing of what they tell."""
    return {name: meant for name, meant in files.items() if Path(name).name not in _LISTS}


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


def tried(folder: Path, mode: str, scenario: str, step: int) -> tuple[int, list[str]]:
    """How many points there were, every `step`-th of all, and what was wrong."""
    points, wrong = 0, list[str]()
    with small_disk(folder / "disk") if mode == "small" else contextlib.nullcontext():
        trial = Trial(folder, scenario, anew=mode == "anew")
        for number, attempt in enumerate(trial.modes(mode)):
            n = 1
            while (found := attempt(n)) is not None:
                wrong += [f"{scenario}, {mode} {number} at {n}: {what}" for what in found]
                points, n = points + 1, n + step
    return points, wrong


def main(folder: Path, mode: str, trials: list[str]) -> None:
    """Try them all and print what came of it."""
    if mode != "anew":
        warm()
    for trial in trials:
        scenario, _, step = trial.partition(":")
        points, wrong = tried(folder / scenario, mode, scenario, int(step))
        sys.__stdout__.write(json.dumps({"of": scenario, "points": points, "wrong": wrong}) + "\n")
        sys.__stdout__.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
