"""A process that ends with the one that started it, whatever it is at: also when that one was killed.

It would go on sitting on a page of real names. On Linux the kernel sees to it, on Windows a job; elsewhere a thread
waits for the end of the parent.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from multiprocessing.connection import wait
from multiprocessing.process import parent_process

_PR_SET_PDEATHSIG = 1
"""prctl(2)."""


def follow_parent() -> None:
    """End this process, one of `multiprocessing`, with its parent."""
    parent = parent_process()
    if parent is None:
        return
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent.pid:  # it ended before the kernel was told
            os._exit(1)
    else:
        sentinel = parent.sentinel

        def follow() -> None:
            wait([sentinel])
            os._exit(1)

        threading.Thread(target=follow, daemon=True).start()


if sys.platform == "win32":
    import ctypes
    import functools
    from ctypes import wintypes

    _KILL_ON_CLOSE = 0x2000
    _EXTENDED_LIMITS = 9
    _SET_QUOTA_AND_TERMINATE = 0x0101

    class _Limits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = [
            ("times", ctypes.c_int64 * 2),
            ("flags", wintypes.DWORD),
            ("working_set", ctypes.c_size_t * 2),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("classes", wintypes.DWORD * 2),
            ("io", ctypes.c_uint64 * 6),
            ("memory", ctypes.c_size_t * 4),
        ]

    @functools.cache
    def _job() -> tuple[ctypes.WinDLL, int]:
        """A job whose processes end when its last handle, which is ours, is closed; with what handles it."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = kernel.OpenProcess.restype = wintypes.HANDLE
        job = kernel.CreateJobObjectW(None, None)
        limits = _Limits(flags=_KILL_ON_CLOSE)
        given = ctypes.byref(limits), ctypes.sizeof(limits)
        kernel.SetInformationJobObject(wintypes.HANDLE(job), _EXTENDED_LIMITS, *given)
        return kernel, job

    def hold(process: int) -> None:
        """End a process of this id with this one."""
        kernel, job = _job()
        handle = wintypes.HANDLE(kernel.OpenProcess(_SET_QUOTA_AND_TERMINATE, False, process))
        kernel.AssignProcessToJobObject(wintypes.HANDLE(job), handle)
        kernel.CloseHandle(handle)
else:

    def hold(process: int) -> None:
        """End a process of this id with this one: nothing here, for it sees to that itself."""
