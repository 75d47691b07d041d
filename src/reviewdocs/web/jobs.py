"""Long work, each in a process of its own: the page stays quick, can be left and come back to, and can stop it.

The process runs one workflow and tells its progress; it parses nobody's bytes itself, for the workflows have workers of
their own for that. A job that crashes says so and loses nothing: whatever it did not report as done is not done.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from reviewdocs.errors import ReviewdocsError, unexpected
from reviewdocs.formats.tether import follow_parent, hold

Answer = Mapping[str, Any]
"""What a job answers: plain values and records, which a screen shows."""
Tell = Callable[[int, int, str], None]
Work = Callable[..., Answer]
"""A function of a module: called with `tell` first, then with what the job was started with."""

_KEPT = 50
"""Jobs that are remembered after they ended."""


class JobState(StrEnum):
    """Where a job stands."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(slots=True)
class Job:
    """One piece of work.

    Attributes:
        key: what it is asked for by.
        title: what it does, without any name ("Checking 3 documents").
        back: the address of the screen that shows what came of it.
        number, total: how far it is, in pieces of work; 0 of 0 while it is not known.
        answer: what it answered.
        error: why it failed, as a person reads it.
        over: set when it has ended, however it did.
    """

    key: str
    title: str
    back: str
    state: JobState = JobState.RUNNING
    number: int = 0
    total: int = 0
    answer: Answer = field(default_factory=dict)
    error: str = ""
    started: float = field(default_factory=time.monotonic)
    ended: float = 0.0
    over: threading.Event = field(default_factory=threading.Event, repr=False)
    process: BaseProcess | None = field(default=None, repr=False)

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return (self.ended or time.monotonic()) - self.started


class Jobs:
    """The jobs of this start of the page."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()

    def start(self, title: str, back: str, work: Work, /, *arguments: object) -> Job:
        """Begin a job; it goes on whether anybody looks or not. "{job}" in `back` becomes its key."""
        key = secrets.token_urlsafe(12)
        job = Job(key, title, back.format(job=key))
        context = multiprocessing.get_context("spawn")  # this process has threads, which a fork would not survive
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(theirs, work, arguments))
        process.start()
        theirs.close()
        assert process.pid is not None
        hold(process.pid)
        job.process = process
        with self._lock:
            self._jobs[job.key] = job
            for old in [k for k, j in self._jobs.items() if j.state is not JobState.RUNNING][: -_KEPT or None]:
                del self._jobs[old]
        threading.Thread(target=self._follow, args=(job, ours), daemon=True).start()
        return job

    def get(self, key: str) -> Job | None:
        """The job of a key; None where there is none, or no longer."""
        return self._jobs.get(key)

    def running(self) -> list[Job]:
        """Those that are at work, oldest first."""
        return [job for job in self._jobs.values() if job.state is JobState.RUNNING]

    def done(self) -> list[Job]:
        """Those that ended well, oldest first."""
        return [job for job in self._jobs.values() if job.state is JobState.DONE]

    def stop(self, job: Job) -> None:
        """Stop a job; what it has not finished it has not done."""
        if job.state is JobState.RUNNING and job.process is not None:
            job.state = JobState.STOPPED
            job.process.kill()

    def close(self) -> None:
        """Stop all of them."""
        for job in self.running():
            self.stop(job)

    def _follow(self, job: Job, pipe: Connection) -> None:
        """Take what the process tells until it ends."""
        try:
            self._take(job, pipe)
        finally:
            job.over.set()

    def _take(self, job: Job, pipe: Connection) -> None:
        said: tuple[str, Any] | None = None
        with contextlib.suppress(EOFError, OSError):
            while True:
                kind, value = pipe.recv()
                if kind == "progress":
                    job.number, job.total = value
                else:
                    said = kind, value
        pipe.close()
        if job.process is not None:
            job.process.join()
        job.ended = time.monotonic()
        if job.state is JobState.STOPPED:
            return
        if said is None:
            job.error = "It broke off before its end. What it had not reported as done is not done; start it again."
            job.state = JobState.FAILED
        elif said[0] == "done":
            job.answer = said[1]
            job.state = JobState.DONE
        else:
            job.error = said[1]
            job.state = JobState.FAILED


def _run(pipe: Connection, work: Work, arguments: tuple[object, ...]) -> None:
    """What the process does."""
    follow_parent()

    def tell(number: int, total: int, name: str) -> None:
        pipe.send(("progress", (number, total)))  # not the name: it may be anybody's

    try:
        pipe.send(("done", work(tell, *arguments)))
    except ReviewdocsError as error:
        pipe.send(("failed", str(error)))
    except Exception as error:  # noqa: BLE001 - the face of the process: told once, nothing of the data in it
        pipe.send(("failed", str(unexpected(error))))
