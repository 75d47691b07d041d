"""The one root error and its kinds.

Every error a user can meet derives from `ReviewdocsError`, says what happened, where, and the way out, and carries the
exit code of docs/contracts.md. The face (command line, web page) translates it once; nothing else prints errors.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""How the system says that a disk is full."""
_DIGITS = re.compile(r"(\d+)")
_NO_MEMORY = ("allocate memory", "map segment")
"""What a loader says, of the system's own words, that finds no room for a library."""
_ACCESS = "Close it in other programs, or ask for access to it."
_REFUSED = {
    errno.ELOOP: ("the link leads in a circle", "Give the file or folder itself, not the link."),
    errno.ENAMETOOLONG: ("its name or path is too long for this disk", "Use a shorter file or folder name."),
    errno.ENOTDIR: ("a file stands where a folder is needed", "Check the name and the folder."),
    errno.ENOENT: ("it is not there, or no longer", "Check the name and the folder, then run again."),
    errno.EACCES: ("you may not use it", _ACCESS),
    errno.EPERM: ("you may not use it", _ACCESS),
    errno.EROFS: ("this disk is read-only", "Choose a folder that you may write to."),
    errno.EISDIR: ("it is a folder", "Name the files in it."),
    errno.EMFILE: ("too many files are open", "Close other programs, then run again."),
    errno.ENFILE: ("too many files are open", "Close other programs, then run again."),
}
"""What the system's errors mean to a person, and the way out."""


class ReviewdocsError(Exception):
    """Root of all errors.

    Args:
        what: what happened, one sentence without document text or names.
        where: file, part, sheet or field concerned; empty when there is none.
        remedy: the way out, in the imperative; empty when the sentence already says it.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text} {self.remedy}".rstrip() if self.remedy else text

    def about(self, file: Path) -> str:
        """The message for a list that names `file` already."""
        if self.where in (str(file), file.name):
            return f"{self.what} {self.remedy}".rstrip()
        return str(self)


class UsageError(ReviewdocsError):
    """The command was called in a way that cannot work (two inputs of one name, a missing option)."""


class InputError(ReviewdocsError):
    """An input file cannot be used: missing, of the wrong kind, damaged, encrypted, hostile."""


class TemplateError(ReviewdocsError):
    """A document template is damaged, or asks for a field that does not exist."""


class WeightsError(ReviewdocsError):
    """What was fitted for deciding mentions is missing or damaged: the installation is not whole."""

    exit_code = 3


class NotCheckedError(ReviewdocsError):
    """Something that a check relies on did not run, or the machine lacks it."""

    exit_code = 3


class OutputError(ReviewdocsError):
    """An output could not be written, or could not be verified and was removed."""

    exit_code = 4


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in structured data, placed so that a person can find it.

    Attributes:
        file: the file's name as the user gave it.
        line: one-based line, or None where there is no one line.
        field: dotted path of the field (`people[2].dob`), empty for the file as a whole.
        found: what stands there, shortened; empty when the field is missing.
        expected: what is expected there, in plain English.
        warning: True when the data can be used all the same.
        cell: sheet, row and column, for a workbook; empty for a file of lines.
    """

    file: str
    line: int | None
    field: str
    found: str
    expected: str
    warning: bool = False
    cell: str = ""

    @property
    def order(self) -> tuple[int, tuple[str, ...], str]:
        """What problems of one file are sorted by: their line, or sheet and row."""
        return (
            self.line or 0,
            tuple(part.zfill(9) if part.isdigit() else part for part in _DIGITS.split(self.cell)),
            self.field,
        )

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        field = f", {self.cell or self.field}" if self.cell or self.field else ""
        found = f"found {self.found}; " if self.found else ""
        return f"{place}{field}: {found}{self.expected}"


class DataError(ReviewdocsError):
    """Structured data cannot be used; carries every problem at once."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        lines = "".join(f"\n  {problem}" for problem in self.problems)
        super().__init__(f"{count} error{'s' if count != 1 else ''} in the data:{lines}", where=file)


class Fault(ReviewdocsError):
    """A defect of reviewdocs itself, told without the exception's text, which might quote the document."""

    exit_code = 4

    @classmethod
    def of(cls, error: Exception, *, where: str = "") -> Fault:
        """The fault that an unexpected exception stands for: its kind and the line of code, nothing of the data."""
        places: list[tuple[Path, int]] = []
        trace = error.__traceback__
        while trace:
            places.append((Path(trace.tb_frame.f_code.co_filename), trace.tb_lineno))
            trace = trace.tb_next
        ours = [(path, line) for path, line in places if "reviewdocs" in path.parts] or places
        at = f"{ours[-1][0].stem}, line {ours[-1][1]}" if ours else "an unknown place"
        return cls(
            f"reviewdocs met a fault of its own ({type(error).__name__} in {at}). "
            "What was not reported as done is not done.",
            where=where,
            remedy="Please report this line; it holds nothing of your document.",
        )


def no_memory(*, where: str = "") -> NotCheckedError:
    """The error of a machine without the memory for what is asked."""
    return NotCheckedError(
        "There is too little memory, so this was not done.",
        where=where,
        remedy="Close other programs, or use a computer with more memory, then run again.",
    )


def ended() -> NotCheckedError:
    """The error of a part of the program that the system, or somebody, ended before it was at work."""
    return NotCheckedError(
        "The system ended a part of the program, so this was not done.",
        remedy="There may be too little memory: close other programs, then run again.",
    )


def refused(error: OSError) -> tuple[str, str]:
    """What the system's refusal means to a person, as the end of a sentence, and the way out."""
    known = _REFUSED.get(error.errno or 0)
    return known or (f"the system says “{error.strerror or 'disk error'}”", "Check the disk, then run again.")


def is_short_of_memory(error: BaseException) -> bool:
    """Whether an exception, or what led to it, says that there was no memory left."""
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return True
    if isinstance(error, ImportError) and any(said in str(error) for said in _NO_MEMORY):
        return True
    before = error.__cause__ or error.__context__
    return before is not None and is_short_of_memory(before)


def unexpected(error: Exception, *, where: str = "") -> ReviewdocsError:
    """What an exception that is none of ours means to a person: the disk is full, the system refused a file, there is
    no memory left, a name is no text; else a fault of ours."""
    if is_short_of_memory(error):
        return no_memory(where=where)
    if isinstance(error, OSError) and error.errno in FULL:
        return OutputError("The disk is full.", where=where, remedy="Make room, then run again.")
    if isinstance(error, OSError) and error.errno and error.filename:
        what, remedy = refused(error)
        return InputError(f"This cannot be read or written: {what}.", where=where or str(error.filename), remedy=remedy)
    if isinstance(error, UnicodeEncodeError) and error.reason == "surrogates not allowed":
        return InputError("A file or folder has a name that holds bytes that are no text (UTF-8).", where=where,
                          remedy="Rename it, then run again.")  # fmt: skip
    return Fault.of(error, where=where)
