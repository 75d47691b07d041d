"""Work on somebody else's bytes in a process of its own, which can be stopped: one for a batch, replaced when it hangs.

A parser's endless loop, a crash in compiled code or a document that eats all memory then costs one file, not the batch.
Nor is the process believed: what it answers is made into a value of the shape that was asked for, or refused, and a
process that answers otherwise is replaced too.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import NoneType, TracebackType
from typing import TYPE_CHECKING, TypeVar

from reviewdocs.errors import Fault, InputError, ReviewdocsError, ended
from reviewdocs.formats.answers import AnswerKind, take
from reviewdocs.formats.serving import DAMAGED, serve
from reviewdocs.formats.tether import follow_parent, hold
from reviewdocs.formats.wire import NoAnswer, Wire

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

T = TypeVar("T")

_TO_GET_READY = 300.0
"""Seconds; a language model takes two. What is asked has to be taken within as many."""

_open: set[Wire] = set()
"""Our ends of the pipes to all workers that run."""


def seconds_for(size: int) -> float:
    """How long work on a file of `size` bytes may take: many times what the slowest real document needs."""
    return 300 + 6 * size / 1024**2


class Worker:
    """Does one kind of work in another process.

    Use it as a context, at the end of which the process is stopped. Say what to get ready with, then ask as often as
    you like:

        with Worker(Reader) as worker:
            worker.prepare(pmap)
            names = worker.do(list[str], "names", seconds_for(len(data)), data)

    Args:
        make: called in the worker with what `prepare` is given; what it gives does the work. A function or class of a
            module, for it is sent by name where processes cannot fork; or its name, "module:name", where only the
            worker need import that module. Where it has a function `load`, that is called as soon as the process runs.
    """

    def __init__(self, make: Callable[..., object] | str) -> None:
        self._make = make
        self._arguments: tuple[object, ...] = ()
        self._process: BaseProcess | None = None
        self._wire: Wire | None = None
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
        ours, theirs = context.Pipe()
        inherited = (ours, *(wire.pipe for wire in _open)) if context.get_start_method() == "fork" else ()
        process = context.Process(target=_begin, args=(theirs, self._make, inherited), daemon=True)
        process.start()
        assert process.pid is not None
        hold(process.pid)
        self._process, self._wire = process, Wire(ours, process.kill)
        _open.add(self._wire)
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

    def do(self, shape: type[T], method: str, limit: float, /, *args: object) -> T:
        """What a method of the made object answers.

        Args:
            shape: what the answer is: see `Message.value`.
            method: the method's name.
            limit: seconds that it may take.
            args: what it takes; picklable.

        Raises:
            InputError: it took too long, too much memory, broke the worker, or made it answer something else.
            ReviewdocsError: what the work itself raised; a `Fault` for what is no such error.
        """
        self.begin(method, *args)
        return self.end(shape, limit)

    def begin(self, method: str, /, *args: object, telling: bool = False) -> None:
        """Ask, and go on; `end` gives the answer. What was begun before and not ended is given up.

        Args:
            method, args: as for `do`.
            telling: the method is given a function `tell` besides, for bytes that it has to tell on its way.

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

    def end(self, shape: type[T], limit: float, /, *, meanwhile: Callable[[bytes], None] | None = None) -> T:
        """The answer to what was begun, within `limit` seconds; `meanwhile` is called with what is told before it.

        Raises:
            InputError, ReviewdocsError: as `do`.
        """
        until = time.monotonic() + limit
        while True:
            with self._no_trust(limit):
                assert self._wire is not None
                message = take(self._wire, until)
                self._due = message.kind is AnswerKind.TOLD
                if not self._due:
                    return message.value(shape)
                if meanwhile is None:
                    raise NoAnswer("it tells what nobody asked")
                told = message.value(bytes)
            meanwhile(told)

    def _settle(self) -> None:
        """Wait until it is ready."""
        if not self._ready:
            self.end(NoneType, _TO_GET_READY)
            self._ready = True

    def _ask(self, question: tuple[object, ...]) -> None:
        assert self._wire is not None
        with self._no_trust(_TO_GET_READY):
            self._wire.send(pickle.dumps(question), time.monotonic() + _TO_GET_READY)

    @contextlib.contextmanager
    def _no_trust(self, limit: float) -> Iterator[None]:
        """Whatever the worker does meanwhile but what it should, it is stopped, and that is told."""
        try:
            yield
        except TimeoutError:
            self._stop()
            minutes = max(1, round(limit / 60))
            what = f"It took too long (over {minutes} minute{'s' if minutes > 1 else ''}) and was given up."
            raise InputError(what, remedy=DAMAGED) from None
        except (EOFError, OSError) as error:
            raise self._broken(error, "Reading it broke the program that reads it.") from error
        except NoAnswer as error:
            what = f"Reading it made the program that reads it answer nonsense ({error}), of which nothing was used."
            raise self._broken(error, what) from error

    def _broken(self, error: Exception, what: str) -> ReviewdocsError:
        ready, killed = self._ready, self._was_killed()
        self._stop()
        if ready:
            return InputError(what, remedy=DAMAGED)
        return ended() if killed else Fault.of(error)  # no document was read yet

    def _was_killed(self) -> bool:
        """Whether somebody ended the process, which is how Linux finds memory; what breaks by itself ends otherwise."""
        if self._process is None or sys.platform == "win32":
            return False
        self._process.join(1)
        return self._process.exitcode == -signal.SIGKILL

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._wire is not None:
            _open.discard(self._wire)
            self._wire.close()
        self._process = self._wire = None
        self._expects = self._ready = self._due = False


def _begin(pipe: Connection, make: Callable[..., object] | str, inherited: Iterable[Connection]) -> None:
    """What the process does: it is bound to us, then serves.

    Args:
        pipe, make: of `serve`.
        inherited: our ends of pipes, which a fork has too: while one holds them no worker sees that we are gone.
    """
    follow_parent()
    for connection in inherited:
        connection.close()
    with contextlib.suppress(ConnectionError, EOFError):  # nobody is there any more
        serve(pipe, make)


def _context() -> ForkContext | SpawnContext:
    """Forking is quick, and safe where no other thread holds a lock; elsewhere a fresh process is started."""
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")
