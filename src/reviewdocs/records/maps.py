"""The pseudonym map from its file: YAML, or a workbook."""

from __future__ import annotations

from pathlib import Path, PurePath

from reviewdocs.disk import is_folder
from reviewdocs.errors import InputError
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.records.load import record_in
from reviewdocs.records.source import Source
from reviewdocs.records.yaml_source import MAX_BYTES, decoded, parse_yaml, read_bytes

WHAT = "pseudonym map"
_YAML = frozenset({".yaml", ".yml"})
WORKBOOK = ".xlsx"
_OLD = frozenset({".xls", ".xlsm", ".xlsb", ".ods", ".csv"})


def load_map(path: Path) -> PseudonymMap:
    """The agreed pseudonym map in a .yaml or .xlsx file that is not locked.

    Raises:
        InputError: missing, a folder, empty, locked, of another kind, not UTF-8.
        DataError: with every fault at once.
    """
    return read_map(path)[0]


def read_map(path: Path) -> tuple[PseudonymMap, Source]:
    """Like `load_map`, with the data it was read from, which knows lines or cells."""
    return map_in(map_bytes(path), str(path))


def map_bytes(path: Path) -> bytes:
    """The bytes of a map's file, of a form that is read.

    Raises:
        InputError: missing, a folder, of another kind, too large.
    """
    if is_folder(path):
        raise InputError(f"The {WHAT} is a folder, and a file is expected.", where=str(path))
    refuse_other_forms(path.name, str(path))
    if path.suffix.lower() != WORKBOOK:
        return read_bytes(path, what=WHAT, most=MAX_BYTES)
    from reviewdocs.records import workbook  # not at the top: most maps are no workbooks

    return read_bytes(path, what=WHAT, most=workbook.MAX_BYTES)


def refuse_other_forms(
    name: str, where: str, *, what: str = WHAT, also: str = ", or a locked one (.yaml.locked)"
) -> None:
    """Refuse a file whose name says that it is no map, or other structured data that people type.

    Args:
        name, where: the file's name, and what messages call it.
        what: what a person calls the data.
        also: further forms that it may have.

    Raises:
        InputError: with the way out.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _OLD:
        raise InputError(f"The {what} is not read from {suffix} files.", where=where,
                         remedy="Save it as an Excel workbook (.xlsx) in Excel.")  # fmt: skip
    if suffix != WORKBOOK and suffix not in _YAML:
        raise InputError(f"The {what} must be a .yaml or .xlsx file{also}.", where=where,
                         remedy="Rename it if it is one.")  # fmt: skip


def map_in(raw: bytes, file: str) -> tuple[PseudonymMap, Source]:
    """The map in the bytes of a .yaml or .xlsx file of this name (which may end in .locked), and its plain data.

    Raises:
        InputError: not UTF-8, empty, no workbook.
        DataError: with every fault at once.
    """
    source: Source
    if PurePath(file.removesuffix(".locked")).suffix.lower() == WORKBOOK:
        from reviewdocs.records.map_workbook import read_map_workbook

        source = read_map_workbook(raw, file)
    else:
        source = parse_yaml(file, decoded(raw, file, what=WHAT))
    return record_in(source, PseudonymMap), source
