"""Work on a pseudonym map: propose, lint, lock and unlock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reviewdocs.disk import real
from reviewdocs.errors import ReviewdocsError
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.store.case import MAP_FORMS, Case
from reviewdocs.store.maps import is_locked, load_map


def map_path(path: Path) -> Path:
    """The map's file, given as itself or as the case folder it lies in.

    Raises:
        InputError: the folder is no case folder, or holds two forms of the map.
    """
    return Case.open(path).map_file if path.is_dir() else path


def maps_beside(case: Path, notes: list[str]) -> dict[str, PseudonymMap]:
    """The maps of the case folders that lie beside this one; those that cannot be read are noted."""
    found: dict[str, PseudonymMap] = {}
    for file in _maps_beside(real(case)):
        if is_locked(file):
            notes.append(f"Not compared, as it is locked: {file}. Give it with --earlier to compare it.")
            continue
        try:
            found[str(file)] = load_map(file)
        except ReviewdocsError:
            notes.append(f"Not compared, as it cannot be used: {file}.")
    return found


def _maps_beside(case: Path) -> Iterator[Path]:
    for folder in sorted(case.parent.iterdir()):
        if folder.is_dir() and folder != case:
            yield from (folder / name for name in MAP_FORMS if (folder / name).is_file())
