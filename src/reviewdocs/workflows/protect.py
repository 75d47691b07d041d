"""Copies behind a password, for agencies: Office documents as Office protects them, PDFs with AES-256."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reviewdocs.errors import InputError, OutputError, ReviewdocsError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import read_file
from reviewdocs.formats.protection import is_protected, with_password
from reviewdocs.workflows.batch import Progress, attempt, no_progress
from reviewdocs.workflows.pseudonyms.strength import strength

_EASY = 8.0
"""The decimal logarithm of guesses below which a password is called easy: zxcvbn's line for attacks that are slowed."""


@dataclass(frozen=True, slots=True)
class Protected:
    """What became of one file: `output` is None where there is none, and `reason` then says why."""

    input: Path
    output: Path | None = None
    reason: str = ""
    exit_code: int = 0


def protect(files: Sequence[Path], folder: Path, password: str, *, progress: Progress = no_progress) -> list[Protected]:
    """Write protected copies, each opened again with the password before it is written; the inputs are not touched.

    Args:
        files: .docx, .xlsx, .pptx and .pdf.
        folder: where to; what lies there is not overwritten.
        password: for all of them.
        progress: told before each file.

    Raises:
        UsageError: there is no password, or two files have one name.
    """
    if not password:
        raise UsageError("There is no password.", remedy="Give --password-from FILE: its first line is the password.")
    names = [file.name.casefold() for file in files]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise UsageError(f"Two files are called {', '.join(twice)}.", remedy="Protect them into two folders.")
    done = []
    for number, file in enumerate(files, 1):
        progress(number, len(files), file.name)
        made = attempt(partial(_one, file, folder, password), where=str(file))
        if isinstance(made, ReviewdocsError):
            made = Protected(file, None, made.about(file), made.exit_code)
        done.append(made)
    return done


def warning_of(password: str, files: Sequence[Path], reference: str = "") -> str:
    """What whoever chose a password should know: that it can be guessed; empty where that is hard.

    Boards use the review's reference, which stands on everything about the review (West of Berkshire toolkit 1).
    """
    known = {_bare(reference), *(_bare(file.stem) for file in files)} - {""}
    if any((_bare(password) and _bare(password) in one) or one in _bare(password) for one in known):
        return (
            "The password is, or holds, the review's reference or the file's name: it keeps out only those who know "
            "nothing of the review. Choose another, and send it by another way than the file."
        )
    if strength(password, (reference,)) < _EASY:
        return "The password is easily guessed by a program. Three words that do not belong together are better."
    return ""


def _one(file: Path, folder: Path, password: str) -> Protected:
    data = read_file(file)
    shut = _ways()[_kind_of(file, data)](data, password)
    output = folder / file.name
    if output.exists():
        raise OutputError("A file of this name is there already, and is not overwritten.", where=str(output),
                          remedy="Choose another folder, or move it.")  # fmt: skip
    write_atomically(output, shut, new=True)
    return Protected(file, output)


def _ways() -> Mapping[str, Callable[[bytes, str], bytes]]:
    return {"office": with_password, "pdf": _pdf}


def _kind_of(file: Path, data: bytes) -> str:
    """Whether it is an Office document or a PDF, by its content and its name.

    Raises:
        InputError: it is neither, or is protected already.
    """
    if is_protected(data):
        raise InputError("The file has a password already.", where=str(file), remedy="Take that off first.")
    suffix = file.suffix.lower()
    if suffix == ".pdf" and data[:1024].find(b"%PDF-") >= 0:
        return "pdf"
    if suffix in (".docx", ".xlsx", ".pptx") and zipfile.is_zipfile(io.BytesIO(data)):
        return "office"
    raise InputError("Only .docx, .xlsx, .pptx and .pdf can be protected.", where=str(file),
                     remedy="Save it as one of these.")  # fmt: skip


def _pdf(data: bytes, password: str) -> bytes:
    """A PDF that opens with the password only.

    Raises:
        InputError: it is damaged, or protected already.
        OutputError: what came of it does not open with the password.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    from reviewdocs.formats.pdf.copies import opens_pdf, protected_pdf

    try:
        if PdfReader(io.BytesIO(data)).is_encrypted:
            raise InputError("The file has a password already.", remedy="Take that off first.")
        shut = protected_pdf(data, password)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError("The PDF is damaged.", remedy="Make it anew from the document.") from error
    if not opens_pdf(shut, password) or opens_pdf(shut, ""):
        raise OutputError("The protected copy does not open with its password, and is not there.", remedy="Run again.")
    return shut


def _bare(text: str) -> str:
    """Letters and figures alone: LCSPR-2024/01 is lcspr202401."""
    return re.sub(r"[\W_]+", "", text).casefold()
