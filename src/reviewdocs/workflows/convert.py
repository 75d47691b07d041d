"""Structured data from one form into another: a pseudonym map or a review's data between YAML and workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdocs.errors import InputError, OutputError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.model.review import Review
from reviewdocs.records import map_workbook, maps, review_data, review_workbook
from reviewdocs.records.map_yaml import write_map_yaml
from reviewdocs.records.maps import WORKBOOK
from reviewdocs.records.source import Source
from reviewdocs.records.workbook import sheet_names
from reviewdocs.records.yaml_source import parse_yaml
from reviewdocs.records.yaml_writing import as_yaml
from reviewdocs.store.maps import Passphrase, is_locked, no_passphrase, opened, stored, unlocked_path

_FORMS = (WORKBOOK, ".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of data: how it is read from bytes of either form, and written in each."""

    read: Callable[[bytes, str], tuple[Any, Source]]
    workbook: Callable[[Any], bytes]
    yaml: Callable[[Any], str]
    told: Callable[[Any], str]


_MAP = _Kind(
    maps.map_in,
    map_workbook.write_map_workbook,
    write_map_yaml,
    lambda pmap: f"{len(pmap.people)} people, the same map",
)
_REVIEW = _Kind(
    review_data.review_in,
    review_workbook.write_review_workbook,
    as_yaml,
    lambda review: f"{_records(review)} records, the same data",
)


def convert(source: Path, target: Path, passphrase: Passphrase = no_passphrase) -> list[str]:
    """Write a map or a review's data in the other form, and read it back; returns what to tell, a line each.

    Args:
        source: a map or review data as .yaml or .xlsx; a map may be locked.
        target: the file to make; its suffix says the form.
        passphrase: tells the passphrase of a locked map.

    Raises:
        UsageError: the two are of one form, or the target is there already.
        InputError, DataError: the source cannot be used.
        OutputError: what was written could not be read back, and was removed.
    """
    old = (unlocked_path(source) if is_locked(source) else source).suffix.lower()
    new = target.suffix.lower()
    if new not in _FORMS:
        raise UsageError(f"Data is written as .yaml or {WORKBOOK}, not {new or 'without an ending'}.",
                         where=str(target), remedy="To lock a map, use `reviewdocs pseudonyms lock`.")  # fmt: skip
    if (old == WORKBOOK) == (new == WORKBOOK):
        raise UsageError(f"Both files are of one form ({new}), so there is nothing to convert.", where=str(target),
                         remedy=f"Give one as .yaml and the other as {WORKBOOK}.")  # fmt: skip
    if target.exists():
        raise UsageError("A file of this name is there already, and is not overwritten.", where=str(target),
                         remedy="Choose another name, or remove it first.")  # fmt: skip
    file, raw = stored(source)
    raw = opened(file, raw, passphrase)
    kind = _kind_of(raw, source)
    data, _ = kind.read(raw, str(source))
    written = kind.workbook(data) if new == WORKBOOK else kind.yaml(data).encode()
    write_atomically(target, written, new=True)
    _prove(kind, target, data)
    told = [f"Made {target} and read it back: {kind.told(data)}. It holds real names."]
    if new == WORKBOOK:
        told.append("Remarks (lines that begin with #) of the .yaml file do not go along.")
    if is_locked(file):
        told.append("It is NOT locked.")
    return told


def _kind_of(raw: bytes, source: Path) -> _Kind:
    """What a file holds, by the sheet or key that only one of the two has.

    Raises:
        InputError, DataError: it cannot be opened.
    """
    if raw.startswith(b"PK"):
        sheets = {name.casefold() for name in sheet_names(raw, str(source))}
        return _REVIEW if "review" in sheets else _MAP
    keys = parse_yaml(str(source), raw.decode("utf-8-sig", "replace")).data
    return _REVIEW if "reference" in keys and "id" not in keys else _MAP


def _records(review: Review) -> int:
    """How many people, agencies, entries of the chronology and so on there are."""
    return sum(len(value) for _, value in review if isinstance(value, tuple))


def _prove(kind: _Kind, target: Path, data: object) -> None:
    """Read the written file as every command will, and compare.

    Raises:
        OutputError: it does not hold the same; the file is then removed.
    """
    try:
        same = kind.read(target.read_bytes(), str(target))[0] == data
    except (InputError, OSError):
        same = False
    if not same:
        target.unlink(missing_ok=True)
        raise OutputError("The new file could not be read back as the same data, so it was removed.",
                          where=str(target), remedy="Please report this; the old file is as it was.")  # fmt: skip
