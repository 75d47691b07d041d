"""Structured data from one form into another: a pseudonym map between YAML and workbook."""

from __future__ import annotations

from pathlib import Path

from reviewdocs.errors import InputError, OutputError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.records.map_workbook import write_map_workbook
from reviewdocs.records.map_yaml import write_map_yaml
from reviewdocs.records.maps import WORKBOOK, map_in
from reviewdocs.records.yaml_source import YamlDocument, parse_yaml
from reviewdocs.store.maps import Passphrase, is_locked, no_passphrase, opened, stored, unlocked_path

_FORMS = (WORKBOOK, ".yaml", ".yml")


def convert(source: Path, target: Path, passphrase: Passphrase = no_passphrase) -> list[str]:
    """Write a pseudonym map in the other form, and read it back; returns what to tell, a line each.

    Args:
        source: a map as .yaml, .xlsx, or locked.
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
        raise UsageError(f"A map is written as .yaml or {WORKBOOK}, not {new or 'without an ending'}.",
                         where=str(target), remedy="To lock it, use `reviewdocs pseudonyms lock`.")  # fmt: skip
    if (old == WORKBOOK) == (new == WORKBOOK):
        raise UsageError(f"Both files are of one form ({new}), so there is nothing to convert.", where=str(target),
                         remedy=f"Give one as .yaml and the other as {WORKBOOK}.")  # fmt: skip
    if target.exists():
        raise UsageError("A file of this name is there already, and is not overwritten.", where=str(target),
                         remedy="Choose another name, or remove it first.")  # fmt: skip
    file, raw = stored(source)
    raw = opened(file, raw, passphrase)
    _refuse_review_data(raw, source)
    pmap, _ = map_in(raw, str(source))
    data = write_map_workbook(pmap) if new == WORKBOOK else write_map_yaml(pmap).encode()
    write_atomically(target, data, new=True)
    _prove(target, pmap)
    told = [f"Made {target} and read it back: {len(pmap.people)} people, the same map. It holds real names."]
    if new == WORKBOOK:
        told.append("Remarks (lines that begin with #) of the .yaml file do not go along.")
    if is_locked(file):
        told.append("It is NOT locked.")
    return told


def _refuse_review_data(raw: bytes, source: Path) -> None:
    """Say so when the file holds the review's data, which is not converted yet."""
    if raw.startswith(b"PK"):
        return
    document: YamlDocument = parse_yaml(str(source), raw.decode("utf-8-sig", "replace"))
    if "reference" in document.data and "id" not in document.data:
        raise InputError("This is review data; so far only pseudonym maps are converted.", where=str(source))


def _prove(target: Path, pmap: PseudonymMap) -> None:
    """Read the written file as every command will, and compare.

    Raises:
        OutputError: it is not the same map; the file is then removed.
    """
    try:
        same = map_in(target.read_bytes(), str(target))[0] == pmap
    except (InputError, OSError):
        same = False
    if not same:
        target.unlink(missing_ok=True)
        raise OutputError("The new file could not be read back as the same map, so it was removed.", where=str(target),
                          remedy="Please report this; the old file is as it was.")  # fmt: skip
