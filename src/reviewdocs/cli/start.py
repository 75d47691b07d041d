"""Where the program begins.

Reading the options takes a moment, and so does loading what takes documents apart: the process of `anonymise` that does
the second is started before the first, so that both are done at the same time.
"""

from __future__ import annotations

import sys

from reviewdocs.workflows import workers


def main() -> None:
    """Run the command that the user typed."""
    if sys.argv[1:2] == ["anonymise"]:
        workers.start_early()
    from reviewdocs.cli.app import main as face  # what reads the options is slow to load

    face()
