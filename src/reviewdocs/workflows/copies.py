"""The anonymised copies of a case's drafts, as their records tell them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.model.unsettled import Unsettled
from reviewdocs.model.words import Audience
from reviewdocs.store.case import Case
from reviewdocs.workflows.recording import documents_in, page_beside

_UNSETTLED = TypeAdapter(tuple[Unsettled, ...])


@dataclass(frozen=True, slots=True)
class Copied:
    """One copy of a draft.

    Attributes:
        draft, copy: files of the case; the copy need not be there any more.
        audience: of the copy.
        record: the file that tells this.
        entry: what it tells (docs/records.md).
        unsettled: what a person has to settle in the draft.
        draft_changed, copy_changed: whether either is no longer what the record is of.
        map_changed: whether the map was saved after the copy was made.
    """

    draft: Path
    copy: Path
    audience: Audience
    record: Path
    entry: Mapping[str, Any]
    unsettled: tuple[Unsettled, ...]
    draft_changed: bool
    copy_changed: bool
    map_changed: bool

    @property
    def page(self) -> Path:
        """The page of the record."""
        return page_beside(self.record)

    @property
    def decisions(self) -> int:
        """The number of the last decision that it was made with."""
        return int((self.entry.get("decisions") or {}).get("number", 0))

    @property
    def holds(self) -> bool:
        """Whether draft and copy are both as the record has them."""
        return not (self.draft_changed or self.copy_changed)


def copies(case: Case) -> tuple[list[Copied], list[str]]:
    """For each draft and audience the copy whose record is of the draft as it is now, else the last one made.

    Returns:
        The copies, in the order of the drafts' names, and the names of records that cannot be read.
    """
    found: dict[tuple[Path, Audience], tuple[tuple[bool, bool, int], Copied]] = {}
    unreadable = []
    for record in sorted(case.records.glob("*.record.json")):
        try:
            told = [_copied(case, record, entry) for entry in documents_in(record)]
        except InputError:
            unreadable.append(record.name)
            continue
        for copied in filter(None, told):
            rank = copied.holds, not copied.draft_changed, record.stat().st_mtime_ns
            known = found.get((copied.draft, copied.audience))
            if known is None or known[0] < rank:
                found[copied.draft, copied.audience] = rank, copied
    return sorted((copied for _, copied in found.values()), key=lambda c: (c.draft.name, c.audience)), unreadable


def _copied(case: Case, record: Path, entry: Mapping[str, Any]) -> Copied | None:
    """The copy of an entry; None where its draft is not among the case's drafts, and of a family's copy.

    Raises:
        InputError: the entry is damaged.
    """
    try:
        source, made = entry["source"], entry["copy"]
        draft, copy = (case.folder / str(file["file"]) for file in (source, made))
        drafts, folder = case.drafts.resolve(), case.folder.resolve()
        if drafts not in draft.resolve().parents or folder not in copy.resolve().parents or not draft.is_file():
            return None
        unsettled = _UNSETTLED.validate_python(entry.get("unsettled", ()))
        audience = Audience(made["audience"])
        if audience is Audience.FAMILY:  # its map is not the case's, so nothing here may make or show it again
            return None
        draft_changed, copy_changed = (_hash(draft) != source["sha256"], _hash(copy) != made["sha256"])
    except (KeyError, TypeError, ValueError, ValidationError) as error:
        raise InputError("The record of a copy is damaged.", where=record.name) from error
    newer = case.map_file.exists() and case.map_file.stat().st_mtime_ns > record.stat().st_mtime_ns
    return Copied(draft, copy, audience, record, entry, unsettled, draft_changed, copy_changed, newer)


def _hash(file: Path) -> str:
    try:
        return hashlib.sha256(bytes_of(file, most=MAX_FILE_BYTES)).hexdigest()
    except FileNotFoundError:
        return ""
