"""Commands that are killed at any point, for which the disk is full, or which work on one case at once.

Each trial is a program of its own that forks (`cutting.py`, `racing.py`): a forked command starts at once.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
COMMANDS = (
    "lock", "unlock", "new", "convert", "draft", "letters", "letters outside", "templates copy", "anonymise",
    "anonymise again", "anonymise a map", "check", "decide", "decide another", "export", "propose", "propose a file",
)  # fmt: skip
KILLS = [("lock", 1), ("unlock", 1), ("new", 5), ("decide", 6), ("anonymise again", 16)]
FULL = [("lock", 2), ("convert", 2), ("decide", 8), ("anonymise again", 20)]
RACES = [
    ("lock", "lock"), ("lock", "anonymise"), ("unlock", "unlock"), ("anonymise again", "anonymise again"),
    ("decide", "decide another"), ("draft", "draft"),
]  # fmt: skip


def told(folder: Path, program: str, *arguments: object) -> Any:
    """What a trial tells."""
    (folder / "tmp").mkdir()
    env = dict(os.environ, TMPDIR=str(folder / "tmp"))
    command = [sys.executable, HERE / program, folder / "work", *map(str, arguments)]
    done = subprocess.run(command, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(("scenario", "step"), KILLS)
def test_what_was_killed_is_made_good_by_running_it_again(tmp_path: Path, scenario: str, step: int) -> None:
    trial = told(tmp_path, "cutting.py", "kill", scenario, step)
    assert trial["points"] > 3 and trial["wrong"] == []


@pytest.mark.parametrize(("scenario", "step"), FULL)
def test_a_full_disk_is_called_so_and_spoils_nothing(tmp_path: Path, scenario: str, step: int) -> None:
    trial = told(tmp_path, "cutting.py", "full", scenario, step)
    assert trial["points"] > 1 and trial["wrong"] == []


@pytest.mark.parametrize(("first", "second"), RACES)
def test_two_at_once_do_what_they_do_one_after_the_other(tmp_path: Path, first: str, second: str) -> None:
    assert told(tmp_path, "racing.py", 1, first, second)["wrong"] == []


@pytest.mark.slow
@pytest.mark.parametrize("scenario", COMMANDS)
@pytest.mark.parametrize("mode", ["kill", "full"])
def test_every_point_of_every_command(tmp_path: Path, mode: str, scenario: str) -> None:
    trial = told(tmp_path, "cutting.py", mode, scenario, 1)
    assert trial["points"] > 3 and trial["wrong"] == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root mounts a small disk")
@pytest.mark.parametrize("scenario", COMMANDS)
def test_a_disk_with_too_few_pages(tmp_path: Path, scenario: str) -> None:
    assert told(tmp_path, "cutting.py", "small", scenario, 1)["wrong"] == []


@pytest.mark.slow
@pytest.mark.parametrize(("first", "second"), list(itertools.combinations_with_replacement(COMMANDS, 2)))
def test_every_two_at_once_twenty_times(tmp_path: Path, first: str, second: str) -> None:
    assert told(tmp_path, "racing.py", 20, first, second)["wrong"] == []
