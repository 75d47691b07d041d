"""Each system call of a command that changes the disk, or looks at it, stopped before it is made: let through, refused,
or fatal.

Linux hands every call that a filter names to whoever holds the filter's other end, and waits for the answer
(seccomp_unotify(2)). Whatever the filtered process starts is under the filter too, and so are the libraries in C.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import platform
import select
import signal
import stat
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_NUMBERS = {
    "write": 1, "open": 2, "pwrite64": 18, "writev": 20, "fsync": 74, "fdatasync": 75, "ftruncate": 77, "rename": 82,
    "mkdir": 83, "rmdir": 84, "link": 86, "unlink": 87, "fchmod": 91, "openat": 257, "mkdirat": 258, "unlinkat": 263,
    "renameat": 264, "linkat": 265, "fchmodat": 268, "fallocate": 285, "renameat2": 316,
}  # fmt: skip
"""The calls, as x86-64 numbers them."""
_LOOK = 262
"""newfstatat, by which Python asks what a path is."""
_WRITING = {"write", "pwrite64", "writev"}
_OPENING = {"open": 1, "openat": 2}
"""Which argument holds the flags."""
_MAKES_A_FILE = os.O_CREAT | getattr(os, "O_TMPFILE", 0) & ~getattr(os, "O_DIRECTORY", 0)
_SECCOMP, _PIDFD_GETFD, _PRCTL_NO_NEW_PRIVILEGES = 317, 438, 38
_RECEIVE, _SEND = 0xC0502100, 0xC0182101
_QUESTION, _ANSWER = struct.Struct("=QII iIQ6Q"), struct.Struct("=QqiI")
_GO_ON = 1
_KILLED = -1
"""Nobody waits for an answer any more, and one that came before the signal would let the call through."""
_LOAD, _EQUAL, _GREATER, _ANY_BIT, _RETURN = 0x20, 0x15, 0x25, 0x45, 0x06
_ALLOW, _ASK = 0x7FFF0000, 0x7FC00000

POSSIBLE = sys.platform == "linux" and platform.machine() == "x86_64" and "user_notif" in (
    Path("/proc/sys/kernel/seccomp/actions_avail").read_text() if sys.platform == "linux" else ""
)  # fmt: skip
"""Whether this system can do it."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call that waits.

    Attributes:
        name: the system's; `read` for what opens a file or folder and makes none, `look` for what asks what it is.
        main: whether the command's own process makes it, not one that it started.
        file: what is opened or looked at, or what is written to or synced where that is an ordinary file; empty for
            other calls.
        pipe: whether it writes to something that is no file.
        process, given: who makes it, with what.
    """

    name: str
    main: bool
    file: str
    pipe: bool
    process: int
    given: tuple[int, ...]

    def kill(self) -> int:
        """End the process there; half of what it writes to a file is. What an `Answer` gives then."""
        if self.file and self.name in ("write", "pwrite64"):  # not writev, whose parts lie apart
            handle, address, size, offset = self.given[:4]
            half = _memory(self.process, address, size // 2)
            theirs = _fetched(self.process, handle)
            os.write(theirs, half) if self.name == "write" else os.pwrite(theirs, half, offset)
            os.close(theirs)
        os.kill(self.process, signal.SIGKILL)
        return _KILLED


Answer = Callable[[Call], int]
"""What is done at a call: zero lets it through, else it fails with that error, or its process was killed."""


def filtered(told: int, taken: int, *, looks: bool = False) -> None:
    """Put this process under the filter.

    Args:
        told: where the number of the filter's other end is written.
        taken: nothing can be read from it any more as soon as the watch has that end.
        looks: calls that only look at the disk are stopped too.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    os.dup2(told, 1)  # what goes there is let through
    code = [_step(_LOAD, 0)]
    for name, number in _NUMBERS.items():
        if name in _OPENING:
            code += [_step(_EQUAL, number, no=4), _step(_LOAD, 16 + 8 * _OPENING[name]),
                     _step(_ANY_BIT, _MAKES_A_FILE, no=1), _step(_RETURN, _ASK),
                     _step(_RETURN, _ASK if looks else _ALLOW)]  # fmt: skip
        elif name in _WRITING:
            code += [_step(_EQUAL, number, no=4), _step(_LOAD, 16),
                     _step(_GREATER, 2, no=1), _step(_RETURN, _ASK), _step(_RETURN, _ALLOW)]  # fmt: skip
        else:
            code += [_step(_EQUAL, number, no=1), _step(_RETURN, _ASK)]
    if looks:
        code += [_step(_EQUAL, _LOOK, no=1), _step(_RETURN, _ASK)]
    code.append(_step(_RETURN, _ALLOW))
    steps = ctypes.create_string_buffer(b"".join(code))
    program = struct.pack("HxxxxxxQ", len(code), ctypes.addressof(steps))
    libc.prctl(_PRCTL_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    end = libc.syscall(_SECCOMP, 1, 8, program)
    os.write(1, b"%d " % end)
    if end < 0:
        raise OSError(ctypes.get_errno(), "no filter")
    os.read(taken, 1)
    os.close(end)


def _step(code: int, value: int, *, no: int = 0) -> bytes:
    """An instruction; of a comparison, how many are left out where it does not hold."""
    return struct.pack("HBBI", code, 0, no, value)


def _memory(process: int, address: int, size: int) -> bytes:
    """So many bytes of another process; fewer at the end of its memory."""
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        memory.seek(address)
        return memory.read(size)


def _fetched(process: int, handle: int) -> int:
    """A copy of another process's handle."""
    them = os.pidfd_open(process)
    try:
        fetched: int = ctypes.CDLL(None, use_errno=True).syscall(_PIDFD_GETFD, them, handle, 0)
    finally:
        os.close(them)
    if fetched < 0:
        raise OSError(ctypes.get_errno(), "a handle that cannot be had")
    return fetched


class Watch:
    """Answers the calls of a process that is `filtered`, and of all that it starts.

    Args:
        process: it.
        told: where it writes the number of the filter's end.
        answer: says what is done at each call.
    """

    def __init__(self, process: int, told: int, answer: Answer) -> None:
        self._process, self._answer = process, answer
        self._end = _fetched(process, int(os.read(told, 16)))

    def until(self, done: int) -> bool:
        """Answer until `done` can be read: no process is left; False where one is after a minute without a call."""
        waiting = select.poll()
        waiting.register(done, select.POLLIN)
        waiting.register(self._end, select.POLLIN)
        try:
            while events := dict(waiting.poll(60_000)):
                if events.get(self._end, 0) & select.POLLIN:
                    self._next()
                elif done in events:
                    return True
                else:
                    waiting.unregister(self._end)
            return False
        finally:
            os.close(self._end)

    def _next(self) -> None:
        question = bytearray(_QUESTION.size)
        with suppress(FileNotFoundError):  # whoever asked is gone
            fcntl.ioctl(self._end, _RECEIVE, question)
            number, thread, _, call, _, _, *given = _QUESTION.unpack(question)
            error = self._answered(thread, call, given)
            if error != _KILLED:
                fcntl.ioctl(self._end, _SEND, _ANSWER.pack(number, 0, -error, 0 if error else _GO_ON))

    def _answered(self, thread: int, number: int, given: list[int]) -> int:
        name = next((name for name, known in _NUMBERS.items() if known == number), "look")
        try:
            process = next(
                int(line.split()[1])
                for line in Path(f"/proc/{thread}/status").read_text().splitlines()
                if line.startswith("Tgid")
            )
            file, ordinary = "", True
            if name in _OPENING or name == "look":
                at = _OPENING.get(name, 2) - 1
                path = os.fsdecode(_memory(process, given[at], 4096).partition(b"\0")[0])
                file = str(Path(f"/proc/{process}/cwd").readlink() / path) if path else ""
                if name in _OPENING and not given[at + 1] & _MAKES_A_FILE:
                    name = "read"
            if name in _WRITING | {"fsync", "fdatasync", "ftruncate", "fchmod", "fallocate"}:
                handle = Path(f"/proc/{process}/fd/{given[0]}")
                ordinary = stat.S_ISREG(handle.stat().st_mode)
                file = str(handle.readlink()) if ordinary else ""
        except (OSError, StopIteration):  # whoever asked is gone
            return errno.EINTR
        pipe = name in _WRITING and not ordinary
        return self._answer(Call(name, process == self._process, file, pipe, process, tuple(given)))
