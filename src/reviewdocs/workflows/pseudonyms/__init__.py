"""Work on a pseudonym map: propose, lint, lock and unlock."""

from __future__ import annotations

from pathlib import Path

from reviewdocs.store.case import Case


def map_path(path: Path) -> Path:
    """The map's file, given as itself or as the case folder it lies in.

    Raises:
        InputError: the folder is no case folder, or holds two forms of the map.
    """
    return Case.open(path).map_file if path.is_dir() else path
