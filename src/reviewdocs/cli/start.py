"""Where the program begins.

Reading the options takes a moment, and so does loading what takes documents apart: the process of `anonymise` that does
the second is started before the first, so that both are done at the same time.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys

from reviewdocs.errors import NotCheckedError, is_short_of_memory, no_memory
from reviewdocs.workflows import workers

_NO_MEMORY = f"reviewdocs: {no_memory()}\n".encode()
_INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C has ended."""


def main() -> None:
    """Run the command that the user typed."""
    if sys.argv[1:2] == ["anonymise"]:
        workers.start_early()
        gc.disable()  # what this process loads lasts as long as it does; the work is done in the other
        atexit.register(gc.freeze)  # nor need it be looked through at the end
    try:
        from reviewdocs.cli.app import main as face  # what reads the options is slow to load

        face()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except Exception as error:
        if not is_short_of_memory(error):
            raise
        os.write(2, _NO_MEMORY)  # there is none to print with
        sys.exit(NotCheckedError.exit_code)
