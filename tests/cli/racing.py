"""Two commands at once on one case: what they answer and leave is what they would one after the other.

A program of its own: `racing.py FOLDER TIMES FIRST+SECOND…` prints for each two a line of JSON: how often they were
raced, and what was wrong. Two of which neither writes into a folder that the other goes to cannot meet, and are raced
once: of seventeen commands 94 of 153 pairs may.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import stopping
from scenarios import Running, done, leftovers, prepared, state, warm
from stopping import Call

Outcome = tuple[tuple[int, int], dict[str, str]]


class Race:
    """Two commands, again and again in copies of one folder."""

    def __init__(self, folder: Path, first: str, second: str) -> None:
        self._base, self._here = folder / "base", folder / "here"
        self._here.mkdir(parents=True)
        commands = prepared(self._here, first, second)
        self._two = commands[first], commands[second]
        os.chdir(folder)
        self._here.rename(self._base)
        self.expected = [self._one_after_the_other(swapped) for swapped in (False, True)]

    def _anew(self) -> None:
        os.chdir(self._base.parent)
        shutil.rmtree(self._here, ignore_errors=True)
        shutil.copytree(self._base, self._here)
        os.chdir(self._here)

    def _one_after_the_other(self, swapped: bool) -> Outcome:
        self._anew()
        order = (1, 0) if swapped else (0, 1)
        codes = {number: _kind(done(self._two[number])[0]) for number in order}
        return (codes[0], codes[1]), state(self._here)

    @property
    def may_meet(self) -> bool:
        """Whether one writes into a folder that the other reads or writes in."""
        if not stopping.POSSIBLE:
            return True
        (wrote, went), (other_wrote, other_went) = map(self._touched, self._two)
        return bool(wrote & (other_wrote | other_went) or other_wrote & went)

    def _touched(self, command: tuple[str, ...]) -> tuple[set[Path], set[Path]]:
        """The folders into which a command writes, and those to which it goes."""
        went = set[Path]()

        def note(call: Call) -> int:
            path = Path(os.path.normpath(call.file))
            if call.name == "read" and path.is_relative_to(self._here):
                went.update({path} if path.is_dir() else {path.parent})
            return 0

        self._anew()
        before = state(self._here)
        done(command, note, looks=True)
        after = state(self._here)
        changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        return {(self._here / name).parent for name in changed}, went

    def run(self) -> Iterator[str]:
        """Both at once; what was wrong."""
        self._anew()
        go, start = os.pipe()
        both = [Running(command, go=(go, start)) for command in self._two]
        os.close(start)
        answers = [running.end() for running in both]
        os.close(go)
        codes = _kind(answers[0][0]), _kind(answers[1][0])
        said = " | ".join(answer[1][-200:] for answer in answers)
        if any("fault" in answer[1] or "Traceback" in answer[1] for answer in answers):
            yield f"a fault: {said}"
        if not all(answer[2] for answer in answers):
            yield "a process goes on"
        now = state(self._here)
        may = [{answered[n] for answered, _ in self.expected} for n in (0, 1)]
        if codes[0] not in may[0] or codes[1] not in may[1] or now not in [files for _, files in self.expected]:
            names = {
                name for _, files in self.expected for name in set(files) | set(now) if files.get(name) != now.get(name)
            }
            yield f"answered {codes}, and {sorted(names)} are as after neither order: {said}"
        yield from (f"left over: {name}" for name in leftovers(self._here))


def _kind(code: int) -> int:
    """The exit code, a refusal to overwrite being one whether it comes before or after the work."""
    return 4 if code == 2 else code


def main(folder: Path, times: int, pairs: list[str]) -> None:
    """Race each two so often; print what was wrong."""
    warm()
    for pair in pairs:
        first, _, second = pair.partition("+")
        race = Race(folder / pair, first, second)
        points = times if race.may_meet else 1
        wrong = [what for _ in range(points) for what in race.run()]
        sys.__stdout__.write(json.dumps({"of": pair, "points": points, "wrong": wrong}) + "\n")
        sys.__stdout__.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
