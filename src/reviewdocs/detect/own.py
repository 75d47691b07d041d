"""The user's own recognisers: one YAML file in the case folder, `recognisers.yaml`.

    recognisers:
      - name: Housing system reference
        category: CODE
        patterns: ['HX-\\d{6}']
        context: [housing, tenancy]        # optional: one of these words must stand near
        score: 0.8                         # optional
        hits: ["tenancy HX-204511"]        # each must be found
        misses: ["HX-20"]                  # nothing may be found

Every fault is told at once with its line. The examples are run when the file is read, and every pattern is bound in
time while it runs: one that takes too long stops the job as not checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import regex
from pydantic import Field

from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.detect.recognisers import REGISTERED
from reviewdocs.errors import DataError, Problem
from reviewdocs.model.base import Record
from reviewdocs.model.mentions import Category
from reviewdocs.records.load import load_record
from reviewdocs.records.yaml_source import YamlDocument

FILE = "recognisers.yaml"
NEAR = 60
"""Code points before and after a match in which a context word must stand."""
_LONGEST_TEST = 0.5
"""Seconds that a pattern may take over one example."""
_NOT_FOUND_IN_TEXT = frozenset({Category.HIDDEN, Category.COMBINATION, Category.CONSISTENCY})


class OwnRecogniser(Record):
    """One entry of the file."""

    name: str = Field(min_length=1)
    category: Category
    patterns: tuple[str, ...] = Field(min_length=1)
    context: tuple[str, ...] = ()
    score: float = Field(default=0.8, gt=0, le=1)
    hits: tuple[str, ...] = Field(min_length=1)
    misses: tuple[str, ...] = ()


class OwnRecognisers(Record):
    """The file."""

    recognisers: tuple[OwnRecogniser, ...]


def own_recognisers(folder: Path) -> tuple[Recogniser, ...]:
    """The recognisers of a case folder; none where it holds no file of them.

    Raises:
        InputError: the file cannot be read as text.
        DataError: with every fault at once: of form, of a pattern, or an example that a pattern gets wrong.
    """
    path = folder / FILE
    if not path.exists():
        return ()
    record, source = load_record(path, OwnRecognisers, what="list of recognisers")
    problems = [*_repeated(record, source)]
    made: list[Recogniser] = []
    for number, entry in enumerate(record.recognisers):
        faults = list(_faults_of_patterns(entry, number, source))
        if not faults:
            made.append(_recogniser(entry))
            faults = list(_faults_of_examples(entry, made[-1], number, source))
        problems += faults
    if problems:
        raise DataError(source.file, sorted(problems, key=lambda problem: problem.line or 0))
    return tuple(made)


def _recogniser(entry: OwnRecogniser) -> Recogniser:
    context = "|".join(rf"(?<!\w){regex.escape(word)}(?!\w)" for word in entry.context)
    near = NEAR if entry.context else 0
    patterns = (Pattern(p, score=entry.score, context=context, before=near, after=near) for p in entry.patterns)
    return Recogniser(entry.name, entry.category, tuple(patterns))


def _repeated(record: OwnRecognisers, source: YamlDocument) -> Iterator[Problem]:
    """Names that two recognisers have, or that one of ours has; categories that no pattern can find."""
    taken = {recogniser.name for recogniser in REGISTERED}
    for number, entry in enumerate(record.recognisers):
        if entry.name in taken:
            yield source.problem(("recognisers", number, "name"), entry.name, "a name that no other recogniser has")
        taken.add(entry.name)
        if entry.category in _NOT_FOUND_IN_TEXT:
            expected = "a category that stands in text, such as PERSON, ORG or CODE"
            yield source.problem(("recognisers", number, "category"), entry.category.value, expected)


def _faults_of_patterns(entry: OwnRecogniser, number: int, source: YamlDocument) -> Iterator[Problem]:
    for place, pattern in enumerate(entry.patterns):
        path = ("recognisers", number, "patterns", place)
        try:
            compiled = regex.compile(pattern, regex.MULTILINE)
        except regex.error as error:
            yield source.problem(path, pattern[:40], f"a regular expression is expected ({error})")
            continue
        if compiled.match("", timeout=_LONGEST_TEST):
            yield source.problem(path, pattern[:40], "a pattern that matches something, and not also nothing at all")


def _faults_of_examples(
    entry: OwnRecogniser, recogniser: Recogniser, number: int, source: YamlDocument
) -> Iterator[Problem]:
    for key, examples in (("hits", entry.hits), ("misses", entry.misses)):
        for place, example in enumerate(examples):
            path = ("recognisers", number, key, place)
            try:
                found = any(True for _ in recogniser.find(example, seconds=_LONGEST_TEST))
            except TimeoutError:
                yield source.problem(path, "", "a pattern that takes less than half a second over this example")
                continue
            if found != (key == "hits"):
                expected = "a text in which a pattern finds something" if key == "hits" else "a text without a find"
                yield source.problem(path, example[:40], expected)
