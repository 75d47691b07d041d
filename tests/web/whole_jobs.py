"""What the three whole jobs share, by mouse and by keyboard: the files, and what must be in what is taken away."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx

REAL = re.compile(r"Garside|Havl[íi][čc]ek|Brannigan|Stubbs|Kirsty|Ondřej")
"""Names of the sample case, none of which may leave the board."""
LINE = "Kirsty Garside rang Conkers Nursery on the Monday, and Jordan Stubbs answered."
SUMMARY = "LCSPR-2024-01 Executive summary v0.3.docx"
CHECK_MS = 240_000
NONE_SETTLED = re.compile(r"^0 of \d+ settled")


def text_of(data: bytes) -> str:
    """The text of a Word document."""
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def edited(taken: Path, folder: Path) -> Path:
    """A draft as its author brings it back from Word: a line more, under its own name."""
    document = docx.Document(str(taken))
    document.add_paragraph(LINE)
    document.save(str(folder / SUMMARY))
    return folder / SUMMARY


def copy_is_clean(data: bytes) -> None:
    """The copy that an author takes away holds the new line, and no name in any part."""
    assert "Mother rang Nursery 1 on the Monday, and Adult 1 answered." in text_of(data)
    package = zipfile.ZipFile(io.BytesIO(data))
    assert not any(REAL.search(package.read(name).decode("utf-8", "replace")) for name in package.namelist())


def letters_are_whole(data: bytes) -> None:
    """The archive that a business manager takes away holds a letter for each agency."""
    package = zipfile.ZipFile(io.BytesIO(data))
    letters = [name for name in package.namelist() if name.endswith(".docx")]
    assert len(letters) == 9
    assert all(len(text_of(package.read(name))) > 200 for name in letters)
