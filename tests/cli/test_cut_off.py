"""Commands that are killed at any point, for which the disk is full, or which work on one case at once.

Each trial is a program of its own (`cutting.py`, `racing.py`), which loads everything once and forks a command for each
point: a forked command starts at once. A few are Pythons of their own, as people run them.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli import stopping

HERE = Path(__file__).resolve().parent
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
stops = pytest.mark.skipif(not stopping.POSSIBLE, reason="needs a Linux that hands over system calls")
COMMANDS = (
    "lock", "unlock", "new", "convert", "draft", "letters", "letters sent", "letters again",
    "letters outside", "templates copy", "anonymise",
    "anonymise again", "anonymise a map", "check", "decide", "decide another", "export", "propose", "propose a file",
)  # fmt: skip
READING = (
    "lock", "unlock", "convert", "draft", "letters", "letters outside", "anonymise", "anonymise again",
    "anonymise a map", "check", "propose",
)  # fmt: skip
"""Those that read more than lists."""
MODES = {
    "kill": ("lock:2", "unlock:2", "new:7", "letters sent:7", "letters again:16", "decide:8", "anonymise again:24"),
    "worker": ("draft:3", "anonymise:12"),
    "full": ("lock:3", "convert:3", "decide:9", "anonymise again:24"),
    "refused": ("lock:4", "anonymise a map:20"),
    "anew": ("lock:5", "anonymise a map:30"),
    "unread": ("anonymise:4", "decide:2"),
    "vanish": ("anonymise a map:1", "lock:1"),
    "changed": ("anonymise again:3", "lock:1"),
}
"""What is tried in every run, of each mode of `cutting.py`: the commands, each with every how many-th point."""
RACES = (
    "lock+lock", "lock+anonymise", "unlock+unlock", "anonymise again+anonymise again", "decide+decide another",
    "draft+draft",
)  # fmt: skip


def wrong(folder: Path, program: str, how: object, *trials: str) -> list[str]:
    """What trials found wrong, all of which had points."""
    (folder / "tmp").mkdir()
    env = dict(os.environ, TMPDIR=str(folder / "tmp"))
    command = [sys.executable, HERE / program, folder / "work", str(how), *trials]
    done = subprocess.run(command, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == len(trials) and all(each["points"] for each in told)
    return [what for each in told for what in each["wrong"]]


@stops
@pytest.mark.parametrize("mode", MODES)
def test_what_was_cut_off_or_refused_is_made_good_by_running_it_again(tmp_path: Path, mode: str) -> None:
    assert wrong(tmp_path, "cutting.py", mode, *MODES[mode]) == []


def test_two_at_once_do_what_they_do_one_after_the_other(tmp_path: Path) -> None:
    assert wrong(tmp_path, "racing.py", 1, *RACES) == []


@stops
@pytest.mark.slow
@pytest.mark.parametrize("scenario", COMMANDS)
@pytest.mark.parametrize("mode", ["kill", "full", "refused", "unread"])
def test_every_point_of_every_command(tmp_path: Path, mode: str, scenario: str) -> None:
    assert wrong(tmp_path, "cutting.py", mode, f"{scenario}:1") == []


@stops
@pytest.mark.slow
@pytest.mark.parametrize(
    "scenario", ["draft", "letters", "letters outside", "anonymise", "anonymise again", "anonymise a map", "check"]
)
def test_every_point_of_every_worker(tmp_path: Path, scenario: str) -> None:
    assert wrong(tmp_path, "cutting.py", "worker", f"{scenario}:1") == []


@stops
@pytest.mark.slow
@pytest.mark.parametrize("mode", ["vanish", "changed"])
def test_every_file_that_goes_or_changes_as_it_is_opened(tmp_path: Path, mode: str) -> None:
    assert wrong(tmp_path, "cutting.py", mode, *(f"{scenario}:1" for scenario in READING)) == []


@stops
@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root mounts a small disk")
@pytest.mark.parametrize("scenario", COMMANDS)
def test_a_disk_with_too_few_pages(tmp_path: Path, scenario: str) -> None:
    assert wrong(tmp_path, "cutting.py", "small", f"{scenario}:1") == []


@pytest.mark.slow
@pytest.mark.parametrize("first", COMMANDS)
def test_every_two_at_once_twenty_times(tmp_path: Path, first: str) -> None:
    pairs = [f"{a}+{b}" for a, b in itertools.combinations_with_replacement(COMMANDS, 2) if a == first]
    assert wrong(tmp_path, "racing.py", 20, *pairs) == []
