"""What proves that nothing of a record was changed: entries that each carry a hash of themselves and of the one before.

The tables refuse changes by themselves (`never_changed`, `numbered`); what another program did to the file all the same
shows when the entries are read (`prove`), and that the last ones were taken away by what is kept outside it
(`last_entry`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from reviewdocs.errors import InputError
from reviewdocs.model.decisions import RecordState

Row = Mapping[str, Any]


def content_hash(content: object) -> str:
    """The SHA-256 of plain data, the same whatever order its keys have."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def link(before: str, row: Row) -> str:
    """The hash that an entry carries; `before` is that of the entry before it, empty for the first."""
    return content_hash([before, dict(row)])


def never_changed(*tables: str) -> str:
    """Triggers that refuse every change of what is stored."""
    return "".join(
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb} BEFORE {verb} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'nothing in this record is changed or erased'); END;\n"
        for table in tables
        for verb in ("update", "delete")
    )


def numbered(table: str) -> str:
    """A trigger that refuses an entry whose number does not follow the last one's."""
    return (
        f"CREATE TRIGGER {table}_in_order BEFORE INSERT ON {table} "
        f"WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM {table}) "
        f"BEGIN SELECT RAISE(ABORT, '{table} are numbered without gaps'); END;\n"
    )


def prove(
    entries: Iterable[tuple[Row, str]], kept: RecordState | None, *, what: str, many: str, where: str, beside: str
) -> RecordState:
    """How far a record goes, once it is proved that its entries are what was written.

    Args:
        entries: each entry with the hash it carries, in order.
        kept: how far the record went at least.
        what: what a person calls the record ("record of decisions").
        many: what it holds ("decisions").
        where: its path.
        beside: the name of the file in which `kept` is kept.

    Raises:
        InputError: one is not what was written, or does not follow the one before, or the last ones are gone.
    """
    chains = [""]
    for number, (row, chain) in enumerate(entries, 1):
        if row["number"] != number or chain != link(chains[-1], row):
            raise InputError(
                f"The {what} was changed by another program: entry {number} is not what was written.",
                where=where,
                remedy="It can no longer be relied on. Put the last backup in its place, and ask who changed it.",
            )
        chains.append(chain)
    if kept and chains[kept.number : kept.number + 1] != [kept.last_hash]:
        raise InputError(
            f"{many.capitalize()} were taken out of the {what}, or others put in their place: it has "
            f"{len(chains) - 1}, and {kept.number} were made.",
            where=where,
            remedy="Put the last backup in its place, and ask who changed it. If they are lost for good, note that "
            f"in the review's file, and move {beside} out of the case.",
        )
    return RecordState(number=len(chains) - 1, last_hash=chains[-1])
