"""A worker ends with the process that started it, also when that one is killed in the middle of the work."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewdocs.formats.worker import Worker

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes that are handed on by number")


class Busy:
    """Tells on a pipe that it is at work, and never ends; or fills the pipe to its asker, who does not listen."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe

    def hang(self) -> None:
        """Work without end."""
        os.write(self._pipe, b"w")
        while True:
            pass

    def flood(self, tell: Callable[[bytes], None]) -> None:
        """Tell without end."""
        os.write(self._pipe, b"w")
        while True:
            tell(b"x" * 100_000)


def asker(pipe: int, what: str) -> None:
    """Two workers that are at work, and an asker that waits for neither."""
    with Worker(Busy) as first, Worker(Busy) as second:
        for worker in (first, second):
            worker.prepare(pipe)
            worker.begin(what, telling=what == "flood")
        signal.pause()


@pytest.mark.parametrize("what", ["hang", "flood"])
def test_no_worker_outlives_who_started_it(what: str) -> None:
    ours, theirs = os.pipe()
    os.set_inheritable(theirs, True)
    script = f"from tests.formats.test_orphans import asker; asker({theirs}, {what!r})"
    process = subprocess.Popen([sys.executable, "-c", script], close_fds=False, cwd=ROOT)
    os.close(theirs)
    at_work = b""
    while len(at_work) < 2:
        at_work += os.read(ours, 1)
    process.kill()
    process.wait()
    with selectors.DefaultSelector() as waiting:  # the pipe ends when the last that holds it has ended
        waiting.register(ours, selectors.EVENT_READ)
        assert waiting.select(60) and os.read(ours, 1) == b""
    os.close(ours)
