"""Forbids the network. Imported by conftest.py, and by every Python that the tests start (through PYTHONPATH)."""

import functools
import os
import socket
from collections.abc import Callable
from typing import Any

LOOPBACK_ALLOWED = "REVIEWDOCS_TESTS_LOOPBACK"
"""Set by the tests of the web page for the process that serves it: it may listen on this machine, and nothing else."""


class NetworkForbidden(AssertionError):
    """Something tried to use the network; reviewdocs never does."""


def _refuse(*args: object, **kwargs: object) -> None:
    raise NetworkForbidden("reviewdocs must never use the network")


def _on_loopback(inner: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(inner)
    def only(self: socket.socket, address: tuple[str, int]) -> Any:
        return inner(self, address) if address[0] == "127.0.0.1" else _refuse()

    return only


def forbid_network() -> None:
    """Make every way to reach another machine raise."""
    if os.environ.get(LOOPBACK_ALLOWED):
        socket.socket.bind = _on_loopback(socket.socket.bind)  # type: ignore[method-assign]
    else:
        socket.socket.bind = _refuse  # type: ignore[method-assign]
    for name in ("connect", "connect_ex", "sendto"):
        setattr(socket.socket, name, _refuse)
    for name in ("getaddrinfo", "gethostbyname", "gethostbyaddr", "create_connection"):
        setattr(socket, name, _refuse)


forbid_network()
