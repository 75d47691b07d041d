"""Bytes between two processes, each stretch behind its length: bounded in size, and done by a time.

What sits at the other end may have been taken over by a document. Whatever it sends or leaves unsent, no more is read
than was allowed, and nobody waits longer than was said.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")

WHOLE_MESSAGES = sys.platform == "win32"
"""Whether pipes hand over whole messages and know their lengths, as those of Windows do; elsewhere they are streams."""
_LENGTH = struct.Struct(">Q")
_PIECE = 1024**2


class NoAnswer(ValueError):
    """What came is nothing that may come; says why in words of ours, and holds nothing of it."""


class Wire:
    """One end of a pipe.

    Args:
        pipe: it; nothing else may use it besides.
        hang_up: ends the process at the other end. Called on Windows, where nothing else ends a wait for it.
    """

    def __init__(self, pipe: Connection, hang_up: Callable[[], None] = lambda: None) -> None:
        self.pipe, self._hang_up = pipe, hang_up
        if not WHOLE_MESSAGES:
            os.set_blocking(pipe.fileno(), False)

    def send(self, data: bytes, until: float | None = None) -> None:
        """Send a stretch of bytes.

        Args:
            data: it.
            until: when it has to be taken, on the clock `time.monotonic`; None for no such time.

        Raises:
            TimeoutError: it was not taken in time.
            OSError: nobody is there any more.
        """
        if WHOLE_MESSAGES:
            with self._hanging_up(until):
                self.pipe.send_bytes(data)
            return
        for piece in (_LENGTH.pack(len(data)), data):
            left = memoryview(piece)
            while left:
                left = left[self._turn(partial(os.write, self.pipe.fileno(), left), selectors.EVENT_WRITE, until) :]

    def receive(self, most: int | None = None, until: float | None = None) -> bytes:
        """Receive a stretch of bytes.

        Args:
            most: how long it may be; None for any length.
            until: as for `send`.

        Raises:
            NoAnswer: it is longer, or says so.
            TimeoutError: it was not there as a whole in time.
            EOFError, OSError: nobody is there any more.
        """
        if WHOLE_MESSAGES:
            if not self.pipe.poll(_left(until)):
                raise TimeoutError
            with self._hanging_up(until):
                return self.pipe.recv_bytes(most)  # of one that is too long it makes an OSError
        (length,) = _LENGTH.unpack(self._exactly(_LENGTH.size, until))
        if most is not None and length > most:
            raise NoAnswer("it is longer than anything it may be")
        return self._exactly(length, until)

    def close(self) -> None:
        """Close this end."""
        self.pipe.close()

    def _exactly(self, length: int, until: float | None) -> bytes:
        taken = bytearray()  # grows with what comes, not with what is announced
        while missing := length - len(taken):
            read = partial(os.read, self.pipe.fileno(), min(missing, _PIECE))
            piece = self._turn(read, selectors.EVENT_READ, until)
            if not piece:
                raise EOFError
            taken += piece
        return bytes(taken)

    def _turn(self, work: Callable[[], T], event: int, until: float | None) -> T:
        """What the work gives as soon as the pipe lets it."""
        while True:
            left = _left(until)
            with contextlib.suppress(BlockingIOError):
                return work()
            with selectors.DefaultSelector() as selector:
                selector.register(self.pipe.fileno(), event)
                if not selector.select(left):
                    raise TimeoutError

    @contextlib.contextmanager
    def _hanging_up(self, until: float | None) -> Iterator[None]:
        """What is done meanwhile ends in an error when its time is over, for the other end is gone then."""
        if until is None:
            yield
            return
        timer = threading.Timer(max(0.0, until - time.monotonic()), self._hang_up)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


def _left(until: float | None) -> float | None:
    """Seconds until then.

    Raises:
        TimeoutError: that is past.
    """
    if until is None:
        return None
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
