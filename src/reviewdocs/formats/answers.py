"""What a worker answers: JSON in which each value has the shape that was asked for, the bytes beside it.

Who reads a pickle does whatever the pickle says, and what a worker sends may come from the document that it took apart.
So values are made here, of types that the asker names, and of nothing else.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar, cast

from reviewdocs import errors
from reviewdocs.errors import InputError, ReviewdocsError
from reviewdocs.formats.shapes import reader
from reviewdocs.formats.wire import NoAnswer, Wire

T = TypeVar("T")

MOST_TEXT = 64 * 1024**2
"""Bytes of JSON in one answer: what is told of 40,000 pages; in memory it is twenty times as much."""
MOST_BYTES = 1024**3
"""Bytes besides in one answer: twice what a document may unpack to."""
_MOST_PIECES = 8
_ERRORS: Mapping[str, type[ReviewdocsError]] = {
    kind.__name__: kind
    for kind in (
        ReviewdocsError,
        errors.UsageError,
        InputError,
        errors.TemplateError,
        errors.NotCheckedError,
        errors.WeightsError,
        errors.OutputError,
        errors.Fault,
    )
}
"""Those that are made of what they say alone; of another, the nearest of these is told."""
_FAILURE = tuple[str, str, str, str]
"""An error: its class, what, where and remedy."""


class AnswerKind(StrEnum):
    """What a message is."""

    ANSWER = "answer"
    TOLD = "told"
    """Bytes that are told before the answer."""
    ERROR = "error"


def message(kind: AnswerKind, value: object) -> list[bytes]:
    """The stretches of bytes that tell a value: made of what JSON knows, and of dataclasses, models, sets and bytes.

    Raises:
        InputError: it is larger than `take` takes.
        TypeError, ValueError: it is made of something else.
    """
    pieces: list[bytes] = []

    def plain(thing: Any) -> object:
        if isinstance(thing, bytes):
            pieces.append(thing)
            return len(pieces) - 1
        if dataclasses.is_dataclass(thing):
            return {field.name: getattr(thing, field.name) for field in dataclasses.fields(thing)}
        if names := getattr(type(thing), "model_fields", None):
            return {name: getattr(thing, name) for name in names}
        if isinstance(thing, frozenset | set):
            return list(thing)
        raise TypeError(f"{type(thing).__name__} is nothing that can be told")

    text = json.dumps(value, default=plain, allow_nan=False)
    head = f'["{kind}", {len(pieces)}, {text}]'.encode()
    if len(head) > MOST_TEXT or sum(map(len, pieces)) > MOST_BYTES:
        raise InputError("There is more to tell of it than of any document.", remedy="Split it, and try the parts.")
    return [head, *pieces]


def failure(error: ReviewdocsError) -> list[bytes]:
    """The same of an error."""
    kind = next(kind.__name__ for kind in type(error).__mro__ if kind.__name__ in _ERRORS)
    return message(AnswerKind.ERROR, (kind, error.what, error.where, error.remedy))


class Message:
    """A message that has come, its value not looked at yet."""

    def __init__(self, kind: AnswerKind, value: object, pieces: Sequence[bytes]) -> None:
        self.kind, self._value, self._pieces = kind, value, pieces

    def value(self, shape: type[T]) -> T:
        """What it tells, as a value of this shape (see `shapes.reader`); an error that it tells is raised.

        Raises:
            NoAnswer: it has another.
            ReviewdocsError: what it tells.
        """
        if self.kind is AnswerKind.ERROR:
            kind, what, where, remedy = reader(_FAILURE)(self._value, self._pieces)
            if kind not in _ERRORS:
                raise NoAnswer("an error is of no kind that there is")
            raise _ERRORS[kind](what, where=where, remedy=remedy)
        return cast(T, reader(cast(Any, shape))(self._value, self._pieces))


def take(wire: Wire, until: float | None = None) -> Message:
    """The next message.

    Raises:
        NoAnswer: what comes is none, or too large.
        TimeoutError, EOFError, OSError: as `Wire.receive`.
    """
    head = wire.receive(MOST_TEXT, until)
    try:
        kind, count, value = json.loads(head, parse_constant=_no_number)
        kind = AnswerKind(kind)
    except (ValueError, TypeError, RecursionError):
        raise NoAnswer("it is no message") from None
    if type(count) is not int or not 0 <= count <= _MOST_PIECES:
        raise NoAnswer("it is no message")
    pieces: list[bytes] = []
    for _ in range(count):
        pieces.append(wire.receive(MOST_BYTES - sum(map(len, pieces)), until))
    return Message(kind, value, pieces)


def _no_number(constant: str) -> object:
    raise NoAnswer("a number is none")
