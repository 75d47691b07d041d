"""Work on a pseudonym map."""

from __future__ import annotations

from pathlib import Path

from reviewdocs.pseudonymise.lint import Doubt
from reviewdocs.pseudonymise.lint import lint as lint_map
from reviewdocs.records.maps import load_map
from reviewdocs.store.case import Case


def lint(path: Path) -> tuple[Doubt, ...]:
    """Every doubt about the map in a file, or in a case folder.

    Raises:
        InputError, DataError: the map cannot be loaded.
    """
    return lint_map(Case.open(path).load_map() if path.is_dir() else load_map(path))
