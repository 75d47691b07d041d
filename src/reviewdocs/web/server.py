"""The page on a port of this machine that only this machine can reach."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from reviewdocs.disk import is_folder
from reviewdocs.errors import InputError, UsageError
from reviewdocs.web.app import app_for
from reviewdocs.web.desk import Desk
from reviewdocs.web.origin import TOKEN, Gate

LOOPBACK = "127.0.0.1"


def serve(folder: Path, *, port: int = 0, browser: bool = True, say: Callable[[str], None]) -> None:
    """Serve the page until it is stopped (Ctrl-C).

    Args:
        folder: the folder of cases.
        port: at which to listen; 0 for one that is free.
        browser: whether to open it.
        say: told the address, with the token, on a line of its own.

    Raises:
        InputError: there is no such folder.
        UsageError: the port is taken.
    """
    if not is_folder(folder):
        raise InputError("There is no such folder of cases.", where=str(folder),
                         remedy="Name the folder that holds your case folders, or make it first.")  # fmt: skip
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((LOOPBACK, port))
        except OSError as error:
            raise UsageError(f"Port {port} is taken by another program.",
                             remedy="Leave --port out: a free one is found.") from error  # fmt: skip
        gate = Gate(listening.getsockname()[1])
        address = f"http://{LOOPBACK}:{listening.getsockname()[1]}/?{TOKEN}={gate.token}"
        listening.listen()
        say("The page is open on this machine alone, at this address:")
        say(address)
        say("Stop it with Ctrl-C in this window, or by closing the window.")
        if browser:
            webbrowser.open(address)
        # Its log would hold addresses; what goes wrong is told on the page.
        config = uvicorn.Config(app_for(Desk(folder, gate)), log_config=None, access_log=False, server_header=False,
                                timeout_graceful_shutdown=2)  # fmt: skip
        uvicorn.Server(config).run(sockets=[listening])
