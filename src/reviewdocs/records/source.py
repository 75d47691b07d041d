"""Plain data read from a file, which knows where in the file each piece of it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reviewdocs.errors import Problem

FieldPath = tuple[str | int, ...]


def dotted(path: FieldPath) -> str:
    """A path as people write it: `people[2].dob`, counting from 0."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


@dataclass(frozen=True, slots=True)
class Source:
    """A file as plain data; each form of file says where a field of it stands.

    Attributes:
        file: the name as the user gave it.
        data: lists, dicts and texts; None where nothing stands.
        problems: faults that do not stop the data from being read.
    """

    file: str
    data: dict[str, Any]
    problems: tuple[Problem, ...]

    def line_of(self, path: FieldPath) -> int | None:
        """The line of a field, or of the nearest thing around it that is there; None in a file without lines."""
        return None

    def cell_of(self, path: FieldPath) -> str:
        """Sheet, row and column of a field; empty in a file without cells."""
        return ""

    def is_bare(self, path: FieldPath) -> bool:
        """Whether a key stands there without the sign that parts it from its value."""
        return False

    def missing(self, key: str | int) -> str:
        """What to say where something required is not there."""
        return f"the key '{key}' is required here and is missing"

    def problem(self, path: FieldPath, found: str, expected: str, *, warning: bool = False) -> Problem:
        """A problem at a field."""
        return Problem(
            self.file, self.line_of(path), dotted(path), found, expected, warning=warning, cell=self.cell_of(path)
        )
