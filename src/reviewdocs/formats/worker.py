"""Work on somebody else's bytes in a process of its own, which can be stopped: one for a batch, replaced when it hangs.

A parser's endless loop, a crash in compiled code or a document that eats all memory then costs one file, not the batch.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast

from reviewdocs.errors import Fault, InputError, ReviewdocsError

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

MEMORY = 4 * 1024**3
"""Bytes that a worker may take beyond what it holds when it is ready; kept to on Linux only."""
_LONG = 0.2
"""Seconds of work after which what it left behind is looked for."""
_DAMAGED = "Open it in Word, save it under another name, and try that; if it is not yours, ask where it comes from."


def seconds_for(size: int) -> float:
    """How long work on a file of `size` bytes may take: many times what the slowest real document needs."""
    return 300 + 6 * size / 1024**2


class Worker:
    """Does one kind of work in another process.

    Use it as a context: the process is there from the start to the end of it, and gets ready meanwhile. Say what to get
    ready with, then ask as often as you like:

        with Worker(Reader) as worker:
            worker.prepare(pmap)
            names = worker.do("names", seconds_for(len(data)), data)

    Args:
        make: called in the worker with what `prepare` is given; what it gives does the work. A function or class of a
            module, for it is sent by name where processes cannot fork; or its name, "module:name", where only the
            worker need import that module.
    """

    def __init__(self, make: Callable[..., object] | str) -> None:
        self._make = make
        self._arguments: tuple[object, ...] = ()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Worker:
        """Start the process, unless it runs already."""
        if self._process is None:
            self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the process, whatever it is at."""
        self._stop()

    def prepare(self, *arguments: object) -> None:
        """Get ready, with what `make` needs; picklable.

        Raises:
            ReviewdocsError: what `make` raised; a `Fault` for what is no such error.
        """
        self._arguments = arguments
        try:
            _answer(self._asked(arguments))
        except (EOFError, OSError) as error:
            self._stop()
            raise Fault.of(error) from error

    def do(self, method: str, limit: float, /, *args: object) -> Any:
        """What a method of the made object answers.

        Args:
            method: its name.
            limit: seconds that it may take.
            args: what it takes; picklable, as must be what it gives.

        Raises:
            InputError: it took too long, too much memory, or broke the worker.
            ReviewdocsError: what the work itself raised; a `Fault` for what is no such error.
        """
        if self._process is None:
            self._start()
            self.prepare(*self._arguments)
        try:
            pipe = self._asked((method, args))
            if not pipe.poll(limit):
                self._stop()
                raise InputError(f"It took too long (over {limit / 60:.0f} minutes) and was given up.", remedy=_DAMAGED)
            return _answer(pipe)
        except (EOFError, OSError) as error:
            self._stop()
            raise InputError("Reading it broke the program that reads it.", remedy=_DAMAGED) from error

    def _asked(self, question: tuple[object, ...]) -> Connection:
        assert self._pipe is not None
        self._pipe.send(question)
        return self._pipe

    def _start(self) -> None:
        context = _context()
        self._pipe, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._make), daemon=True)
        process.start()
        self._process = process
        theirs.close()

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _answer(pipe: Connection) -> object:
    """What the worker answers; an error is raised here."""
    answer: object = pickle.loads(pipe.recv_bytes())
    if isinstance(answer, ReviewdocsError):
        raise answer
    return answer


def _context() -> ForkContext | SpawnContext:
    """Forking is quick, and safe where no other thread holds a lock; elsewhere a fresh process is started."""
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def _serve(pipe: Connection, make: Callable[..., object] | str) -> None:
    """The worker's side: get ready, then work until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    questions = _questions(pipe)
    _tried(_maker, make)  # imports what it needs while the asker does something else; a failure is told below
    made: list[Any] = []
    if (arguments := next(questions, None)) is not None:
        pipe.send_bytes(_tried(lambda: made.append(_maker(make)(*arguments))))
    _limit_memory()
    for method, args in questions if made else ():
        began = time.monotonic()
        pipe.send_bytes(_tried(getattr(made[0], method), *args))
        del args
        if time.monotonic() - began > _LONG:  # while the asker is at work: what a document leaves goes before the next
            gc.collect()


def _questions(pipe: Connection) -> Iterator[Any]:
    """What is asked, until the asker is gone."""
    parent = multiprocessing.parent_process()
    while parent is not None and pipe in wait([pipe, parent.sentinel]):
        yield pipe.recv()


def _maker(make: Callable[..., object] | str) -> Callable[..., object]:
    if not isinstance(make, str):
        return make
    module, _, name = make.partition(":")
    return cast("Callable[..., object]", getattr(import_module(module), name))


def _tried(work: Callable[..., object], *args: object) -> bytes:
    """What the work gives, or the error that it ends in, pickled."""
    try:
        return pickle.dumps(work(*args))
    except ReviewdocsError as error:
        return pickle.dumps(error)
    except MemoryError:
        return pickle.dumps(InputError("It needs more memory than any document should.", remedy=_DAMAGED))
    except Exception as error:  # noqa: BLE001 - a defect in one file's work is told in its place, not here
        return pickle.dumps(Fault.of(error))


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY, held + MEMORY))
