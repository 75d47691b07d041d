"""The merged chronology from its file and into it (CASE/chronology.yaml), and as part of the review's data."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reviewdocs.errors import DataError, Problem
from reviewdocs.model.chronology import MergedChronology, MergedEntry
from reviewdocs.model.review import Review
from reviewdocs.records.load import record_in
from reviewdocs.records.source import FieldPath, Source
from reviewdocs.records.yaml_source import YamlDocument, decoded, parse_yaml, read_bytes

FILE = "chronology.yaml"
"""Beside the review's data."""
MAX_BYTES = 100_000_000
"""Sixty thousand rows are smaller."""
_WHAT = "merged chronology"
_HEAD = """\
# What agencies returned, merged by `reviewdocs chronology merge`: part of the case's chronology, beside what is typed
# in the review's data. You may edit entries (seen, seen_alone, wishes_and_feelings, decision, people, …): the next
# merge adds what is new and leaves these as they are, by their keys. Delete the file to begin again.
"""


def read_chronology(path: Path) -> tuple[MergedChronology, YamlDocument]:
    """The merged chronology in a file, and the document it was read from, which knows the lines.

    Raises:
        InputError: missing, a folder, empty, not UTF-8.
        DataError: with every fault at once.
    """
    text = decoded(read_bytes(path, what=_WHAT, most=MAX_BYTES), str(path), what=_WHAT)
    document = parse_yaml(str(path), text)
    return record_in(document, MergedChronology), document


def as_yaml(chronology: MergedChronology) -> bytes:
    """The file of a merged chronology: one key a line, all texts in quotation marks."""
    lines = [f"first: {chronology.first}"]
    if chronology.window:
        lines.append(f"window: {{start: {chronology.window.start}, end: {chronology.window.end}}}")
    for name in ("entries", "set_aside"):
        records = getattr(chronology, name)
        lines.append(f"{name}:" if records else f"{name}: []")
        for record in records:
            mark = "- "
            for key, value in _told(record):
                lines.append(f"{mark}{key}: {_scalar(value)}")
                mark = "  "
    return (_HEAD + "\n".join(lines) + "\n").encode()


def with_chronology(review: Review, path: Path) -> Review:
    """A review with the entries of the merged chronology beside its file, where there is one, after its own.

    Raises:
        InputError, DataError: the chronology cannot be used, or points at what is not in the review.
    """
    file = path.with_name(FILE)
    if not file.exists():
        return review
    merged, source = read_chronology(file)
    if problems := list(_dangling(merged, source, review)):
        raise DataError(str(file), problems)
    return review.model_copy(update={"chronology": (*review.chronology, *merged.entries)})


class Places:
    """Where the fields of a review stand: in its own file, or in that of the merged chronology."""

    def __init__(self, review: Review, source: Source, path: Path) -> None:
        """Args: the review as `read_review` gives it, its own file's data, and that file."""
        self._own = sum(not isinstance(entry, MergedEntry) for entry in review.chronology)
        self._source = source
        merged = len(review.chronology) > self._own
        self._merged = read_chronology(path.with_name(FILE))[1] if merged else None

    def warning(self, path: FieldPath, expected: str) -> Problem:
        """A warning at a field, in the file that has it."""
        match path:
            case ("chronology", int(number), *rest) if self._merged and number >= self._own:
                there: FieldPath = ("entries", number - self._own, *rest)
                return self._merged.problem(there, "", expected, warning=True)
        return self._source.problem(path, "", expected, warning=True)


def _dangling(merged: MergedChronology, source: Source, review: Review) -> Iterator[Problem]:
    agencies, people = {a.id for a in review.agencies}, {p.id for p in review.people}
    for i, entry in enumerate(merged.entries):
        if entry.agency not in agencies:
            yield source.problem(("entries", i, "agency"), entry.agency, "this is not the id of anything in agencies")
        for who in entry.people:
            if who not in people:
                yield source.problem(("entries", i, "people"), who, "this is not the id of anything in people")


def _told(record: Any) -> Iterator[tuple[str, Any]]:
    """The keys that say something; False does where it is not what is taken without the key."""
    for key, field in type(record).model_fields.items():
        value = getattr(record, key)
        if value not in (None, "", (), field.default):
            yield key, value


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.time):
        return f'"{value:%H:%M}"'
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_quoted, value)) + "]"
    return _quoted(value)


def _quoted(text: str) -> str:
    """Text as YAML and JSON both write it; line ends that only YAML knows as such are escaped."""
    return (
        json.dumps(text, ensure_ascii=False)
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
        .replace("\x85", "\\u0085")
    )
