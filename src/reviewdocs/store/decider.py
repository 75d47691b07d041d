"""Who decided last in a case, so that the name need not be given with every decision."""

from __future__ import annotations

import json

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.store.case import Case

NAME = "decider.json"
_SCHEMA = "reviewdocs/decider/1"


def remembered(case: Case) -> str:
    """The name of who decided last; empty where nobody has, or what is kept cannot be read: then it has to be given."""
    try:
        told = json.loads(bytes_of(case.records / NAME, most=MAX_FILE_BYTES))
        return str(told["by"]) if told["schema"] == _SCHEMA else ""
    except (FileNotFoundError, InputError, ValueError, KeyError, TypeError, RecursionError):
        return ""


def remember(case: Case, by: str) -> None:
    """Keep the name, beside the record of decisions.

    Raises:
        OutputError: it cannot be written.
    """
    content = {"schema": _SCHEMA, "by": by}
    write_atomically(case.records / NAME, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())
