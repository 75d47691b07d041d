"""The last decision's number and hash, kept outside the record: beside the map, in the case folder.

The record proves by itself that no decision was changed, and none taken out between others. What it cannot prove is
that none was taken off its end, or all of them with the file; this does.
"""

from __future__ import annotations

import json
from pathlib import Path

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.model.decisions import RecordState

NAME = "decisions.last.json"
_SCHEMA = "reviewdocs/decisions-last/1"


def kept(folder: Path) -> RecordState | None:
    """What is kept in a case folder; None where nothing was decided yet, or by a version that kept nothing.

    Raises:
        InputError: it cannot be read.
    """
    path = folder / NAME
    try:
        told = json.loads(bytes_of(path, most=MAX_FILE_BYTES))
        if told["schema"] != _SCHEMA:
            raise ValueError("another schema")
        return RecordState(number=told["number"], last_hash=told["last_hash"])
    except FileNotFoundError:
        return None
    except (InputError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError("What is kept of the last decision cannot be read, so it cannot be told whether any was taken "
                         "out of the record.", where=str(path),
                         remedy="Put the last backup of this file in its place.") from error  # fmt: skip


def keep(folder: Path, state: RecordState) -> None:
    """Keep it.

    Raises:
        OutputError: it cannot be written.
    """
    content = {"schema": _SCHEMA, **state.model_dump(mode="json")}
    write_atomically(folder / NAME, (json.dumps(content, indent=1) + "\n").encode())
