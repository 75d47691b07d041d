"""What something else takes the place of, kept among the case's records: nothing that a person made is lost."""

from __future__ import annotations

import itertools
from pathlib import Path

from reviewdocs.formats.atomic import write_atomically
from reviewdocs.store.case import Case


def keep_earlier(case: Case, file: Path, data: bytes) -> Path:
    """Keep the bytes of a file of the case in `records/earlier`, numbered: "Overview (1).docx". Returns where.

    Raises:
        OutputError: it cannot be written.
    """
    folder, stem, suffix = case.records / "earlier", *_parts(file.name)
    path = next(p for n in itertools.count(1) if not (p := folder / f"{stem} ({n}){suffix}").exists())
    write_atomically(path, data, new=True)
    return path


def _parts(name: str) -> tuple[str, str]:
    """A name and its endings, of which a locked map has two."""
    stem, dot, endings = name.removesuffix(".locked").rpartition(".")
    return (stem, f"{dot}{endings}{'.locked' if name.endswith('.locked') else ''}") if stem else (name, "")
