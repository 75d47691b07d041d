"""The worker's side: get ready, then do what is asked until nobody asks any more."""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, cast

from reviewdocs.errors import InputError, ReviewdocsError, no_memory, unexpected
from reviewdocs.formats.answers import AnswerKind, failure, message
from reviewdocs.formats.wire import Wire

MEMORY = 4 * 1024**3
"""Bytes that a worker may take beyond what it holds when it is ready, unless what does the work says less (`MEMORY`);
kept to on Linux only."""
DAMAGED = "Open it in Word, save it under another name, and try that; if it is not yours, ask where it comes from."
"""The way out where a document breaks what reads it."""
_LONG = 0.2
"""Seconds of work after which what it left behind is looked for."""

_generous = False
"""Whether there is as much memory as a document may need: what is short of it then is the document's fault."""


def serve(pipe: Connection, make: Callable[..., object] | str) -> None:
    """Be a worker; see `Worker`.

    Args:
        pipe: what is asked comes through it pickled, for the asker trusts itself; the answers go back as `answers`.
        make: of `Worker`.
    """
    gc.disable()  # what is loaded lasts as long as the process
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    wire = Wire(pipe)
    questions = _questions(wire, pipe)
    _answer(lambda: _load(make))  # while the asker is at work; a failure is told below
    made: list[Any] = []
    if (arguments := next(questions, None)) is not None:
        _send(wire, _answer(lambda: made.append(_maker(make)(*arguments))))
    gc.freeze()
    gc.enable()
    limit_memory(getattr(_maker(make), "MEMORY", MEMORY))

    def tell(what: bytes) -> None:
        _send(wire, message(AnswerKind.TOLD, what))

    for method, args, telling in questions if made else ():
        began = time.monotonic()
        more = {"tell": tell} if telling else {}
        _send(wire, _answer(getattr(made[0], method), *args, **more))
        del args
        if time.monotonic() - began > _LONG:  # while the asker is at work: what a document leaves goes before the next
            gc.collect()


def limit_memory(most: int = MEMORY) -> None:
    """Take no more bytes than `most` from here on, where the system can see to it."""
    global _generous
    _generous = True
    if sys.platform == "linux":
        import resource

        held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        _, highest = resource.getrlimit(resource.RLIMIT_AS)  # which can be lowered, but not raised
        limit = held + most if highest == resource.RLIM_INFINITY else min(held + most, highest)
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        _generous = limit == held + most


def _questions(wire: Wire, pipe: Connection) -> Iterator[Any]:
    """What is asked, until the asker is gone."""
    parent = multiprocessing.parent_process()
    while parent is not None and pipe in wait([pipe, parent.sentinel]):
        yield pickle.loads(wire.receive())


def _maker(make: Callable[..., object] | str) -> Callable[..., object]:
    if not isinstance(make, str):
        return make
    module, _, name = make.partition(":")
    return cast("Callable[..., object]", getattr(import_module(module), name))


def _load(make: Callable[..., object] | str) -> None:
    """Import what makes what answers, and let it read what it needs whatever it is given."""
    if load := getattr(_maker(make), "load", None):
        load()


def _answer(work: Callable[..., object], *args: object, **more: object) -> list[bytes]:
    """The message of what the work gives, or of the error that it ends in."""
    try:
        return message(AnswerKind.ANSWER, work(*args, **more))
    except ReviewdocsError as error:
        return failure(error)
    except MemoryError:
        much = InputError("It needs more memory than any document should.", remedy=DAMAGED)
        return failure(much if _generous else no_memory())
    except Exception as error:  # noqa: BLE001 - a defect in one file's work is told in its place, not here
        return failure(unexpected(error))


def _send(wire: Wire, stretches: list[bytes]) -> None:
    for stretch in stretches:
        wire.send(stretch)
