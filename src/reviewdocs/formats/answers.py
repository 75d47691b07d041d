"""What a worker answers: JSON in which each value has the shape that was asked for, the bytes beside it.

Who reads a pickle does whatever the pickle says, and what a worker sends may come from the document that it took apart.
So values are made here, of types that the asker names, and of nothing else.
"""

from __future__ import annotations

import dataclasses
import json
import math
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast

from reviewdocs import errors
from reviewdocs.errors import InputError, ReviewdocsError
from reviewdocs.formats.wire import NoAnswer, Wire

T = TypeVar("T")

MOST_TEXT = 64 * 1024**2
"""Bytes of JSON in one answer: what is told of 40,000 pages; in memory it is twenty times as much."""
MOST_BYTES = 1024**3
"""Bytes besides in one answer: twice what a document may unpack to."""
_MOST_PIECES = 8
_GREATEST = 2**63
_ERRORS: Mapping[str, type[ReviewdocsError]] = {
    kind.__name__: kind
    for kind in (
        ReviewdocsError,
        errors.UsageError,
        InputError,
        errors.TemplateError,
        errors.NotCheckedError,
        errors.OutputError,
        errors.Fault,
    )
}
"""Those that are made of what they say alone; of another, the nearest of these is told."""
_FAILURE = tuple[str, str, str, str]
"""An error: its class, what, where and remedy."""

_Read = Callable[[Any, Sequence[bytes]], Any]


class Kind(StrEnum):
    """What a message is."""

    ANSWER = "answer"
    TOLD = "told"
    """Bytes that are told before the answer."""
    ERROR = "error"


def message(kind: Kind, value: object) -> list[bytes]:
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
    return message(Kind.ERROR, (kind, error.what, error.where, error.remedy))


class Message:
    """A message that has come, its value not looked at yet."""

    def __init__(self, kind: Kind, value: object, pieces: Sequence[bytes]) -> None:
        self.kind, self._value, self._pieces = kind, value, pieces

    def value(self, shape: type[T]) -> T:
        """What it tells, as a value of this shape; an error that it tells is raised.

        Args:
            shape: `Any` for what JSON knows, `str`, `int`, `float`, `bool`, `bytes`, `NoneType`, an enumeration of
                texts, a dataclass or pydantic model of them, one of them or None, and lists, tuples, frozensets and
                mappings of them.

        Raises:
            NoAnswer: it has another.
            ReviewdocsError: what it tells.
        """
        if self.kind is Kind.ERROR:
            kind, what, where, remedy = _reader(_FAILURE)(self._value, self._pieces)
            raise _made(_ERRORS.__getitem__, kind)(what, where=where, remedy=remedy)
        return cast(T, _reader(cast(Any, shape))(self._value, self._pieces))


def take(wire: Wire, until: float | None = None) -> Message:
    """The next message.

    Raises:
        NoAnswer: what comes is none, or too large.
        TimeoutError, EOFError, OSError: as `Wire.receive`.
    """
    head = wire.receive(MOST_TEXT, until)
    try:
        kind, count, value = json.loads(head, parse_constant=_no_number)
        kind = Kind(kind)
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


@cache
def _reader(shape: Any) -> _Read:
    """What makes values of a shape.

    Raises:
        TypeError: they are not made here.
    """
    if shape is Any:
        return lambda value, pieces: value
    if shape in _PLAIN:
        return _PLAIN[shape]
    if (origin := typing.get_origin(shape)) is not None:
        return _of_parts(origin, typing.get_args(shape))
    if dataclasses.is_dataclass(shape):
        return _of_fields(shape)
    if issubclass(shape, Enum):
        return lambda value, pieces: _made(shape, _text(value, pieces))
    if hasattr(shape, "model_validate"):
        return lambda value, pieces: _made(shape.model_validate, value)
    raise TypeError(f"{shape} is nothing that can be told")


def _of_fields(shape: Any) -> _Read:
    hints = typing.get_type_hints(shape)
    readers = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(shape)}

    def read(value: Any, pieces: Sequence[bytes]) -> object:
        if type(value) is not dict or value.keys() != readers.keys():
            raise NoAnswer(f"{shape.__name__} has other fields")
        return shape(**{name: reader(value[name], pieces) for name, reader in readers.items()})

    return read


def _of_parts(origin: Any, parts: tuple[Any, ...]) -> _Read:
    if origin in (UnionType, typing.Union):
        (shape,) = (part for part in parts if part is not NoneType)
        reader = _reader(shape)
        return lambda value, pieces: None if value is None else reader(value, pieces)
    if issubclass(origin, Mapping):
        key, of = map(_reader, parts)
        return lambda value, pieces: {key(k, pieces): of(v, pieces) for k, v in _is(dict, value).items()}
    if origin is tuple and parts[-1] is not Ellipsis:
        readers = [_reader(part) for part in parts]
        return lambda value, pieces: tuple(_each(readers, _is(list, value), pieces))
    made = {tuple: tuple, frozenset: frozenset}.get(origin, list)
    one = _reader(parts[0])
    return lambda value, pieces: made(one(part, pieces) for part in _is(list, value))


def _each(readers: Sequence[_Read], values: Sequence[Any], pieces: Sequence[bytes]) -> Iterator[object]:
    if len(values) != len(readers):
        raise NoAnswer("a list has another length")
    return (reader(value, pieces) for reader, value in zip(readers, values, strict=True))


def _is(kind: type[T], value: object) -> T:
    """The value, which is of exactly this kind."""
    if type(value) is not kind:
        raise NoAnswer(f"it is no {kind.__name__}")
    return value


def _made(make: Callable[[Any], T], value: object) -> T:
    try:
        return make(value)
    except (ValueError, LookupError):  # pydantic's own is one; it may not be told, for it quotes the value
        raise NoAnswer("a value is none of those that there are") from None


def _text(value: object, pieces: Sequence[bytes]) -> str:
    return _is(str, value)


def _whole(value: object, pieces: Sequence[bytes]) -> int:
    if not -_GREATEST < (number := _is(int, value)) < _GREATEST:
        raise NoAnswer("a number is too great")
    return number


def _number(value: object, pieces: Sequence[bytes]) -> float:
    if type(value) is int:
        return float(_whole(value, pieces))
    if not math.isfinite(number := _is(float, value)):
        raise NoAnswer("a number is too great")
    return number


def _bytes(value: object, pieces: Sequence[bytes]) -> bytes:
    if not 0 <= (number := _whole(value, pieces)) < len(pieces):
        raise NoAnswer("bytes are not there")
    return pieces[number]


_PLAIN: Mapping[Any, _Read] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: lambda value, pieces: _is(bool, value),
    NoneType: lambda value, pieces: _is(NoneType, value),
    bytes: _bytes,
}
