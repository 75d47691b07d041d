"""Records of what was replaced. They are evidence: that of one copy never takes the place of another's.

A record says which bytes of which file it is of, and which copy they became. Only a record of the same is replaced by a
new one; beside any other the new one has a number in its name: "note.txt.public (2).record.json".
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from reviewdocs.disk import bytes_of, real
from reviewdocs.errors import InputError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.formats.turns import turn
from reviewdocs.model.words import Audience
from reviewdocs.store.case import Case

SCHEMA = "reviewdocs/record/1"

Entry = Mapping[str, Any]
"""What a record tells of one document."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document's record is of: these bytes of this file, made into this copy for this audience.

    `source` and `copy` are paths, within the case relative to it, so that a case can be moved.
    """

    source: str
    sha256: str
    copy: str
    audience: str

    @classmethod
    def of(cls, file: Path, data: bytes, output: Path, audience: Audience, case: Case | None) -> Origin:
        """That of a file with these bytes."""
        return cls(_place(file, case), hashlib.sha256(data).hexdigest(), _place(output, case), str(audience))

    def entry(self, copied: bytes) -> dict[str, Any]:
        """How a record tells it; `copied` are the copy's bytes."""
        digest = hashlib.sha256(copied).hexdigest()
        return {
            "source": {"file": self.source, "sha256": self.sha256},
            "copy": {"file": self.copy, "sha256": digest, "audience": self.audience},
        }

    @classmethod
    def told(cls, entry: Any) -> Origin:
        """The same as read.

        Raises:
            KeyError, TypeError: it does not stand there.
        """
        source, copy = entry["source"], entry["copy"]
        return cls(source["file"], source["sha256"], copy["file"], copy["audience"])


def record_in(case: Case, origin: Origin, output: Path) -> Path:
    """Where a case keeps the record of one copy; its page lies beside it."""
    names = (f"{output.name}.{origin.audience}{nth}.record.json" for nth in _numbers())
    paths = (case.records / name for name in names)
    return next(path for path in paths if not (path.exists() or page_beside(path).exists()) or _may_go(path, {origin}))


def page_beside(record: Path) -> Path:
    """Where the page of a case's record lies."""
    return record.with_suffix(".html")


@dataclass(slots=True)
class RecordOfAll:
    """The one further record that a run was asked for; several runs may ask for the same.

    Attributes:
        wanted: the place asked for.
        origins: what may be done in this run.
        path: where it goes: the place asked for, or with a number where the record of something else lies there.
    """

    wanted: Path
    origins: frozenset[Origin]
    path: Path

    @classmethod
    def at(cls, wanted: Path, origins: Iterable[Origin]) -> RecordOfAll:
        """The record of a run in which these may be done; the place is taken, and what it tells stays as it is.

        Raises:
            OutputError: it cannot be written.
        """
        record = cls(wanted, frozenset(origins), wanted)
        with turn(wanted.parent):
            record._choose()
            write_record(record.path, record._earlier().values(), record.origins)
        return record

    def write(self, done: Mapping[Origin, Entry]) -> None:
        """Write what was done; what was not done this time is told as before.

        Raises:
            OutputError: it cannot be written.
        """
        with turn(self.wanted.parent):
            self._choose()  # another run may have put more there
            write_record(self.path, {**self._earlier(), **done}.values())

    def _choose(self) -> None:
        paths = (self.wanted.with_name(f"{self.wanted.stem}{nth}{self.wanted.suffix}") for nth in _numbers())
        ours = (
            path for path in itertools.chain([self.path], paths) if not path.exists() or _may_go(path, self.origins)
        )
        self.path = next(ours)

    def _earlier(self) -> dict[Origin, Entry]:
        """What the record that it takes the place of tells."""
        documents = _content(self.path)["documents"] if self.path.exists() else ()
        return {Origin.told(entry): entry for entry in documents}


def write_record(path: Path, documents: Iterable[Entry], planned: Iterable[Origin] = ()) -> None:
    """Write a record.

    Args:
        path: where to.
        documents: what it tells.
        planned: what the run that writes it is still at.

    Raises:
        OutputError: it cannot be written.
    """
    content: dict[str, Any] = {"schema": SCHEMA, "documents": list(documents)}
    if at_work := [asdict(origin) for origin in planned]:
        content["planned"] = at_work
    write_atomically(path, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())


def documents_in(path: Path) -> Sequence[Entry]:
    """What a record tells of each document.

    Raises:
        InputError: it is no record, or damaged.
    """
    try:
        documents = _content(path)["documents"]
        if not (isinstance(documents, list) and all(isinstance(entry, dict) for entry in documents)):
            raise ValueError("no documents")
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError("This is no record of a copy, or it is damaged.", where=str(path),
                         remedy="Anonymise the draft again: its record is written anew.") from error  # fmt: skip
    return documents


def _may_go(path: Path, origins: Collection[Origin]) -> bool:
    """Whether what lies there is a record of nothing but these."""
    try:
        content = _content(path)
        told = {Origin.told(entry) for entry in content["documents"]}
        return told | {Origin(**origin) for origin in content.get("planned", ())} <= set(origins)
    except (OSError, InputError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False  # what cannot be told stays


def _content(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(bytes_of(path, most=MAX_FILE_BYTES))
    if content["schema"] != SCHEMA:
        raise ValueError("no record")
    return content


def _place(path: Path, case: Case | None) -> str:
    place = real(path)
    if case is not None and place.is_relative_to(real(case.folder)):
        place = place.relative_to(real(case.folder))
    return place.as_posix()


def _numbers() -> Iterator[str]:
    """What stands in a name for the first, the second and so on."""
    return itertools.chain([""], (f" ({number})" for number in itertools.count(2)))
