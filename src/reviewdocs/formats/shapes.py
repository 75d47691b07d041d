"""Values of a shape that is asked for, made of what JSON knows and of pieces of bytes: of that shape, or not at all."""

from __future__ import annotations

import dataclasses
import math
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar

from reviewdocs.formats.wire import NoAnswer

T = TypeVar("T")

Read = Callable[[Any, Sequence[bytes]], Any]
"""Makes the value of what JSON tells, and of the pieces that it numbers."""
_GREATEST = 2**63


@cache
def reader(shape: Any) -> Read:
    """What makes values of a shape, or raises `NoAnswer`.

    Args:
        shape: `Any` for what JSON knows, `str`, `int`, `float`, `bool`, `bytes`, `NoneType`, an enumeration of texts, a
            dataclass or pydantic model of them, one of them or None; lists, tuples, frozensets and mappings of them.

    Raises:
        TypeError: it is another.
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


def _of_fields(shape: Any) -> Read:
    hints = typing.get_type_hints(shape)
    fields = {field.name: reader(hints[field.name]) for field in dataclasses.fields(shape)}

    def made(value: Any, pieces: Sequence[bytes]) -> object:
        if type(value) is not dict or value.keys() != fields.keys():
            raise NoAnswer(f"{shape.__name__} has other fields")
        return shape(**{name: read(value[name], pieces) for name, read in fields.items()})

    return made


def _of_parts(origin: Any, parts: tuple[Any, ...]) -> Read:
    if origin in (UnionType, typing.Union):
        (shape,) = (part for part in parts if part is not NoneType)
        there = reader(shape)
        return lambda value, pieces: None if value is None else there(value, pieces)
    if issubclass(origin, Mapping):
        key, of = map(reader, parts)
        return lambda value, pieces: {key(k, pieces): of(v, pieces) for k, v in _is(dict, value).items()}
    if origin is tuple and parts[-1] is not Ellipsis:
        readers = [reader(part) for part in parts]
        return lambda value, pieces: tuple(_each(readers, _is(list, value), pieces))
    made = {tuple: tuple, frozenset: frozenset}.get(origin, list)
    one = reader(parts[0])
    return lambda value, pieces: made(one(part, pieces) for part in _is(list, value))


def _each(readers: Sequence[Read], values: Sequence[Any], pieces: Sequence[bytes]) -> Iterator[object]:
    if len(values) != len(readers):
        raise NoAnswer("a list has another length")
    return (read(value, pieces) for read, value in zip(readers, values, strict=True))


def _is(kind: type[T], value: object) -> T:
    """The value, which is of exactly this kind."""
    if type(value) is not kind:
        raise NoAnswer(f"it is no {kind.__name__}")
    return value


def _made(make: Callable[[Any], T], value: object) -> T:
    try:
        return make(value)
    except ValueError:  # pydantic's own is one; it may not be told, for it quotes the value
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


_PLAIN: Mapping[Any, Read] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: lambda value, pieces: _is(bool, value),
    NoneType: lambda value, pieces: _is(NoneType, value),
    bytes: _bytes,
}
