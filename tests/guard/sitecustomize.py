"""Forbids the network. Imported by conftest.py, and by every Python that the tests start (through PYTHONPATH)."""

import socket


class NetworkForbidden(AssertionError):
    """Something tried to use the network; reviewdocs never does."""


def _refuse(*args: object, **kwargs: object) -> None:
    raise NetworkForbidden("reviewdocs must never use the network")


def forbid_network() -> None:
    """Make every way to reach another machine raise."""
    for name in ("connect", "connect_ex", "bind", "sendto"):
        setattr(socket.socket, name, _refuse)
    for name in ("getaddrinfo", "gethostbyname", "gethostbyaddr", "create_connection"):
        setattr(socket, name, _refuse)


forbid_network()
