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
from dataclasses import dataclass
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
_TO_GET_READY = 300.0
"""Seconds; a language model takes two."""
_LONG = 0.2
"""Seconds of work after which what it left behind is looked for."""
_DAMAGED = "Open it in Word, save it under another name, and try that; if it is not yours, ask where it comes from."


def seconds_for(size: int) -> float:
    """How long work on a file of `size` bytes may take: many times what the slowest real document needs."""
    return 300 + 6 * size / 1024**2


class Worker:
    """Does one kind of work in another process.

    Use it as a context, at the end of which the process is stopped. Say what to get ready with, then ask as often as
    you like:

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
        self._expects = self._ready = self._due = False

    def __enter__(self) -> Worker:
        """Nothing yet: the process starts when it is first needed, or with `start`."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the process, whatever it is at."""
        self._stop()

    def start(self) -> None:
        """Start the process, unless it runs already: it imports what it needs meanwhile."""
        if self._process is not None:
            return
        context = _context()
        self._pipe, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._make), daemon=True)
        process.start()
        self._process = process
        theirs.close()

    def prepare(self, *arguments: object) -> None:
        """Get ready, with what `make` needs; picklable.

        Raises:
            ReviewdocsError: what `make` raised; a `Fault` for what is no such error.
        """
        self.expect(*arguments)
        self._settle()

    def expect(self, *arguments: object) -> None:
        """The same without waiting for it, and once only: what `make` raised is raised when something is asked."""
        if self._expects and self._arguments == arguments:
            return
        self.start()
        self._arguments, self._expects, self._ready = arguments, True, False
        self._ask(arguments)

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
        self.begin(method, *args)
        return self.end(limit)

    def begin(self, method: str, /, *args: object, telling: bool = False) -> None:
        """Ask, and go on; `end` gives the answer. What was begun before and not ended is given up.

        Args:
            method, args: as for `do`.
            telling: the method is given a function `tell` besides, for what it has to tell on its way.

        Raises:
            InputError, ReviewdocsError: as `do`.
        """
        if self._due:
            self._stop()
        if self._process is None:
            self.expect(*self._arguments)
        self._settle()
        self._ask((method, args, telling))
        self._due = True

    def end(self, limit: float, *, meanwhile: Callable[[Any], None] | None = None) -> Any:
        """The answer to what was begun, within `limit` seconds; `meanwhile` is called with what is told before it.

        Raises:
            InputError, ReviewdocsError: as `do`.
        """
        while True:
            answer = self._answer(limit)
            if not isinstance(answer, _OnTheWay):
                return answer
            self._due = True
            if meanwhile is not None:
                meanwhile(answer.what)

    def _settle(self) -> None:
        """Wait until it is ready."""
        if not self._ready:
            self._answer(_TO_GET_READY)
            self._ready = True

    def _ask(self, question: tuple[object, ...]) -> None:
        assert self._pipe is not None
        try:
            self._pipe.send(question)
        except OSError as error:
            raise self._broken(error) from error

    def _answer(self, limit: float) -> object:
        assert self._pipe is not None
        try:
            if not self._pipe.poll(limit):
                self._stop()
                raise InputError(f"It took too long (over {limit / 60:.0f} minutes) and was given up.", remedy=_DAMAGED)
            self._due = False
            answer: object = pickle.loads(self._pipe.recv_bytes())
        except (EOFError, OSError) as error:
            raise self._broken(error) from error
        if isinstance(answer, ReviewdocsError):
            raise answer
        return answer

    def _broken(self, error: Exception) -> ReviewdocsError:
        ready = self._ready
        self._stop()
        if not ready:
            return Fault.of(error)  # no document was read yet
        return InputError("Reading it broke the program that reads it.", remedy=_DAMAGED)

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None
        self._expects = self._ready = self._due = False


@dataclass(frozen=True, slots=True)
class _OnTheWay:
    """What is told before the answer."""

    what: object


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

    def tell(what: object) -> None:
        pipe.send_bytes(pickle.dumps(_OnTheWay(what)))

    for method, args, telling in questions if made else ():
        began = time.monotonic()
        more = {"tell": tell} if telling else {}
        pipe.send_bytes(_tried(getattr(made[0], method), *args, **more))
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


def _tried(work: Callable[..., object], *args: object, **more: object) -> bytes:
    """What the work gives, or the error that it ends in, pickled."""
    try:
        return pickle.dumps(work(*args, **more))
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
