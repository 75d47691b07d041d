"""Validate a case: every fault of its data and its map at once, and what the process or the map leaves open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from reviewdocs.errors import DataError, InputError, Problem
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.review import Review
from reviewdocs.policy.process_rules import breaches
from reviewdocs.records.chronology_data import Places
from reviewdocs.records.commas import slips
from reviewdocs.records.review_data import read_review
from reviewdocs.records.source import FieldPath, Source
from reviewdocs.store.case import Case
from reviewdocs.store.maps import Passphrase, no_passphrase
from reviewdocs.workflows.agreement import gaps

PLACEHOLDER = re.compile(r"\[[^\[\]]+\]|1900-01-01")
"""What the starter files hold where something is to be filled in."""
_SHOWN = 12
"""Places that are listed beside the first."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ValidationResult:
    """What is wrong with a case.

    Attributes:
        problems: errors of either file first, then warnings, each in the order of its file.
        review: the structured data; None when it cannot be used.
        pseudonyms: the map; None when it cannot be used.
    """

    problems: tuple[Problem, ...]
    review: Review | None
    pseudonyms: PseudonymMap | None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What makes the data unusable."""
        return tuple(problem for problem in self.problems if not problem.warning)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What a person should look at; the data can be used all the same."""
        return tuple(problem for problem in self.problems if problem.warning)

    @property
    def said(self) -> list[Said]:
        """Errors one by one, then warnings, each said once with its places."""
        return [*(Said(problem) for problem in self.errors), *said_once(self.warnings)]


@dataclass(frozen=True, slots=True)
class Said:
    """A warning with every other place that it is true of: said once, however often it is met."""

    first: Problem
    others: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.others:
            return str(self.first)
        shown = ", ".join(self.others[:_SHOWN])
        more = f" and {len(self.others) - _SHOWN} more" if len(self.others) > _SHOWN else ""
        return f"{self.first} – also at {shown}{more}"


def said_once(problems: Sequence[Problem]) -> list[Said]:
    """Problems of one file that say the same as one, with their places, in the order in which each is met first."""
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.file, problem.found, problem.expected), []).append(problem)
    return [Said(same[0], tuple(_place(problem) for problem in same[1:])) for same in alike.values()]


def _place(problem: Problem) -> str:
    return problem.cell or (f"line {problem.line}" if problem.line is not None else problem.field)


def validate(case_path: Path, passphrase: Passphrase = no_passphrase) -> ValidationResult:
    """Load the review and the map of a case and tell everything that is wrong.

    Raises:
        InputError: there is no case folder.
    """
    case = Case.open(case_path, passphrase)
    problems: list[Problem] = []
    reviewed = _attempt(read_review, case.review_file, problems)
    mapped = _attempt(lambda _: case.read_map(), case.map_file, problems)
    if reviewed:
        review, document = reviewed
        problems += [*_unfilled(document), *_cut(document, Review)]
        places = Places(review, document, case.review_file)
        problems += [places.warning(path, f"{what} ({rule.source})") for rule, (path, what) in breaches(review)]
    if mapped:
        problems += [*_unfilled(mapped[1]), *_cut(mapped[1], PseudonymMap)]
    if reviewed and mapped:
        documents = {"review": reviewed[1], "map": mapped[1]}
        problems += [_warning(documents[side], path, what) for side, path, what in gaps(reviewed[0], mapped[0])]
    data = str(case.review_file)
    problems.sort(key=lambda problem: (problem.warning, problem.file != data, problem.order))
    return ValidationResult(tuple(problems), reviewed and reviewed[0], mapped and mapped[0])


def _attempt(read: Callable[[Path], T], path: Path, problems: list[Problem]) -> T | None:
    try:
        return read(path)
    except DataError as error:
        problems += error.problems
    except InputError as error:
        problems.append(Problem(str(path), None, "", "", f"{error.what} {error.remedy}".rstrip()))
    return None


def _warning(document: Source, path: FieldPath, expected: str) -> Problem:
    return document.problem(path, "", expected, warning=True)


def _cut(document: Source, model: type) -> Iterator[Problem]:
    """Values that a comma cut, and how they were read."""
    for slip in slips(document, model):
        yield _warning(document, slip.path, f'was read as "{slip.value}": a value that holds a comma needs quotes')


def _unfilled(document: Source) -> Iterator[Problem]:
    """Placeholders of the starter files that still stand, such as [name of the board]."""
    for path, text in _texts(document.data, ()):
        if PLACEHOLDER.fullmatch(text.strip()):
            yield _warning(document, path, f"{text.strip()} is still to be filled in")


def _texts(data: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from _texts(value, (*path, i))
