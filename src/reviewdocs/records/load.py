"""Structured data from its file into its typed record."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from reviewdocs.errors import DataError
from reviewdocs.records.commas import without_slips
from reviewdocs.records.faults import loose_values, problems_of
from reviewdocs.records.source import Source
from reviewdocs.records.yaml_source import YamlDocument, read_yaml

T = TypeVar("T")


def load_record(path: Path, model: type[T], *, what: str) -> tuple[T, YamlDocument]:
    """The record in a YAML file, and the document it was read from (for the lines of later remarks).

    Args:
        path: a .yaml file.
        model: the record's class.
        what: what a person calls the file ("review data"), for messages.

    Raises:
        InputError: the file cannot be read as text.
        DataError: with every fault at once, in the order of the file.
    """
    document = read_yaml(path, what=what)
    return record_in(document, model), document


def record_in(source: Source, model: type[T]) -> T:
    """The record that plain data holds.

    Raises:
        DataError: with every fault at once, in the order of the file.
    """
    source = without_slips(source, model)
    problems = list(source.problems)
    record: T | None = None
    try:
        record = validated(model, source.data)
    except ValidationError as error:
        unread = {problem.field for problem in source.problems if problem.field}
        # What could not be read is there, if of no use: it is not missing as well.
        found = problems_of(error, source, model)
        problems += [problem for problem in found if problem.found or problem.field not in unread]
    told = {problem.field for problem in problems}
    problems += [problem for problem in loose_values(model, source) if problem.field not in told]
    if problems or record is None:
        raise DataError(source.file, sorted(problems, key=lambda problem: problem.order))
    return record


def validated(model: type[T], data: object) -> T:
    """The record that plain data of lists, mappings and values holds.

    Raises:
        ValidationError: pydantic's, with every fault that shows without the others mended.
    """
    return TypeAdapter(model).validate_python(data)
