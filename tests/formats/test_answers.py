"""What a worker answers comes back as values of the shape that was asked for, and as nothing else."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import NoneType
from typing import Any

import pytest

from reviewdocs import errors
from reviewdocs.errors import DataError, Fault, InputError, Problem, ReviewdocsError
from reviewdocs.formats import answers
from reviewdocs.formats.answers import AnswerKind, Message, failure, message, take
from reviewdocs.formats.wire import NoAnswer, Wire
from reviewdocs.model.findings import Location


class Colour(StrEnum):
    """An enumeration."""

    RED = "red"


@dataclass(frozen=True)
class Thing:
    """A dataclass of everything that can be told."""

    name: str
    data: bytes
    share: float
    colour: Colour
    flag: bool
    place: Location | None
    words: frozenset[str]
    key: tuple[str, int]
    more: Mapping[Colour, Sequence[Any]]


THING = Thing(
    "Zdeněk \ud800",
    b"\0\xff",
    1.0,
    Colour.RED,
    True,
    Location(part="text", paragraph=1, start=2, end=3),
    frozenset({"a", "b"}),
    ("text", 4),
    {Colour.RED: [{"x": [1, None, "é"]}, 2.5]},
)


def told(stretches: list[bytes]) -> Message:
    ours, theirs = multiprocessing.Pipe()
    for stretch in stretches:
        Wire(theirs).send(stretch)
    return take(Wire(ours))


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        (THING, Thing),
        ((THING, THING), tuple[Thing, ...]),
        (([THING], False), tuple[list[Thing], bool]),
        (Counter({"Header": 2}), dict[str, int]),
        (None, NoneType),
        (b"", bytes),
        ((), tuple[str, ...]),
    ],
)
def test_values_come_back_as_they_were(value: object, shape: Any) -> None:
    back = told(message(AnswerKind.ANSWER, value)).value(shape)
    assert back == value and (isinstance(value, Counter) or type(back) is type(value))


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        (1, bool),
        (True, int),
        (1.0, int),
        (2**63, int),
        (1, str),
        ("1", int),
        (None, str),
        ("", NoneType),
        ("blue", Colour),
        (["red"], Colour),
        ([["red"]], dict[str, Any]),
        ({"a": "b"}, dict[str, int]),
        ({"a": 1}, dict[Colour, int]),
        ("ab", list[str]),
        ({"a": 1}, list[str]),
        ([1, "a"], tuple[str, int]),
        (["a"], tuple[str, int]),
        (["a", 1, 1], tuple[str, int]),
        ({"part": "text", "paragraph": "one", "start": 0, "end": 0}, Location),
        ({"part": "text", "paragraph": 1, "start": 0, "end": 0, "more": 1}, Location),
        ({"name": "a"}, Thing),
        (7, bytes),
        (-1, bytes),
    ],
)
def test_another_shape_is_no_answer(value: object, shape: Any) -> None:
    with pytest.raises(NoAnswer):
        told(message(AnswerKind.ANSWER, value)).value(shape)


@pytest.mark.parametrize("number", ["1e999", "-1e999", "Infinity", "NaN"])
def test_numbers_that_are_none(number: str) -> None:
    with pytest.raises(NoAnswer):
        told([f'["answer", 0, {number}]'.encode()]).value(float)


@pytest.mark.parametrize("name", sorted(kind.__name__ for kind in ReviewdocsError.__subclasses__()))
def test_every_error_comes_back_as_one_of_ours(name: str) -> None:
    kind = getattr(errors, name)
    problems = [Problem("own.yaml", 3, "name", "", "a name")]
    error = (
        kind("It is damaged.", where="a part", remedy="Mend it.") if kind is not DataError else kind("own", problems)
    )
    with pytest.raises(ReviewdocsError) as raised:
        told(failure(error)).value(str)
    assert type(raised.value) is (ReviewdocsError if kind is DataError else kind)
    assert str(raised.value) == str(error) and raised.value.exit_code == error.exit_code


def test_more_than_is_read_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "MOST_TEXT", 1000)
    monkeypatch.setattr(answers, "MOST_BYTES", 1000)
    for value in ("x" * 1000, bytes(1001)):
        with pytest.raises(InputError, match="more to tell"):
            message(AnswerKind.ANSWER, value)


def test_what_is_none_of_it_cannot_be_told() -> None:
    for value in (object(), float("nan"), Fault("x")):
        with pytest.raises((TypeError, ValueError)):
            message(AnswerKind.ANSWER, value)
    with pytest.raises(TypeError):
        told(message(AnswerKind.ANSWER, 1)).value(complex)
