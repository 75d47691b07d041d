"""The fingerprints of what a case published, kept among its records: `verify` knows them again."""

from __future__ import annotations

import json
from pathlib import Path

from reviewdocs.disk import bytes_of, real
from reviewdocs.errors import InputError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.store.case import Case

FILE = "published.json"
_SCHEMA = "reviewdocs/published/1"


def note(case: Case, bundle: str, fingerprint: str) -> None:
    """Note what is about to be published; what was noted stays.

    Raises:
        InputError: what was noted cannot be read.
        OutputError: it cannot be written.
    """
    path = case.records / FILE
    told = [*_noted(path), {"bundle": bundle, "fingerprint": fingerprint}]
    write_atomically(path, (json.dumps({"schema": _SCHEMA, "published": told}, indent=1) + "\n").encode())


def knows(bundle: Path, fingerprint: str) -> bool | None:
    """Whether the case in whose `publication` folder a bundle lies noted this fingerprint; None where there is none.

    Raises:
        InputError: what was noted cannot be read.
    """
    folder = real(bundle).parent
    records = folder.parent / "records"
    if folder.name != "publication" or not (records / FILE).is_file():
        return None
    return any(one["fingerprint"] == fingerprint for one in _noted(records / FILE))


def _noted(path: Path) -> list[dict[str, str]]:
    try:
        told = json.loads(bytes_of(path, most=MAX_FILE_BYTES))
        if told["schema"] != _SCHEMA:
            raise ValueError("another schema")
        return [{"bundle": one["bundle"], "fingerprint": one["fingerprint"]} for one in told["published"]]
    except FileNotFoundError:
        return []
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError("What is noted of published bundles cannot be read.", where=str(path),
                         remedy="Put the last backup of this file in its place.") from error  # fmt: skip
