"""Put a changed pseudonym map in the place of a case's: in the case's form, and the earlier one is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

from reviewdocs.disk import bytes_of
from reviewdocs.errors import UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.formats.turns import turn
from reviewdocs.records.map_workbook import write_map_workbook
from reviewdocs.records.map_yaml import write_map_yaml
from reviewdocs.records.maps import WORKBOOK, map_in, refuse_other_forms
from reviewdocs.store.case import Case
from reviewdocs.store.locked import LOCKED, sealed
from reviewdocs.store.maps import is_locked, opened, unlocked_path
from reviewdocs.workflows.earlier import keep_earlier


@dataclass(frozen=True, slots=True)
class Replaced:
    """What became of a map: whether it is another now, where the one before is kept, how many people it has."""

    changed: bool
    earlier: Path | None
    people: int


def replace_map(case: Case, name: str, data: bytes) -> Replaced:
    """Take a map into the case, whichever of the two forms it has; one that cannot be used changes nothing.

    Args:
        case: the case folder; its passphrase locks the new map where the one that is there is locked.
        name: of the file that is brought; its ending says the form.
        data: its bytes.

    Raises:
        UsageError: a locked map for a case whose own is not.
        InputError, DataError: it cannot be used; or the passphrase does not open it.
        OutputError: it cannot be written.
    """
    place = case.map_file
    if name.endswith(LOCKED) and not is_locked(place):
        raise UsageError("This map is locked, and the one of this case is not.",
                         remedy="Lock this case's map first, with the same passphrase.")  # fmt: skip
    data = opened(Path(name), data, lambda _: case.passphrase(place))
    name = name.removesuffix(LOCKED)
    refuse_other_forms(name, name)
    pmap, _ = map_in(data, name)
    form = (unlocked_path(place) if is_locked(place) else place).suffix.lower()
    if (PurePath(name).suffix.lower() == WORKBOOK) != (form == WORKBOOK):
        data = write_map_workbook(pmap) if form == WORKBOOK else write_map_yaml(pmap).encode()
    with turn(place.parent):
        before = bytes_of(place, most=MAX_FILE_BYTES) if place.exists() else b""
        if before and opened(place, before, case.passphrase) == data:
            return Replaced(False, None, len(pmap.people))
        earlier = keep_earlier(case, place, before) if before else None
        write_atomically(place, sealed(data, case.passphrase(place)) if is_locked(place) else data)
    return Replaced(True, earlier, len(pmap.people))


def as_workbook(case: Case) -> bytes:
    """The case's map as a workbook, to be edited in a spreadsheet.

    Raises:
        InputError, DataError: it cannot be used.
    """
    return write_map_workbook(case.load_map())
