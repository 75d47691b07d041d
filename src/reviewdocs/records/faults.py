"""What is wrong with data that does not fit its model, in plain English and at its line."""

from __future__ import annotations

import datetime as dt
import re
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ValidationError

from reviewdocs.errors import Problem
from reviewdocs.model.marks import MOST_CHARACTERS
from reviewdocs.records.source import FieldPath, Source

_FOUND_LENGTH = 40
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO_TIME = re.compile(r"\d{2}:\d{2}(:\d{2})?")
_PATH = re.compile(r"[a-z_]+(?:\[\d+\]|\.[a-z_]+)*")
_EXPECTED = {
    "string_too_short": "some text is expected, and this is empty",
    "string_too_long": f"at most {MOST_CHARACTERS:,} characters are expected, and this is longer",
    "date": "a date is expected, written year-month-day, such as 2018-05-14",
    "time": "a time is expected, written on the 24-hour clock, such as 09:30",
    "bool": "yes or no (true or false) is expected",
    "tuple": "a list is expected: lines that begin with a dash, or [one, two]; write [] for none",
    "list": "a list is expected: lines that begin with a dash, or [one, two]; write [] for none",
    "dict": "an entry of keys and values is expected, such as {nhs: 999 000 0018}",
    "model": "an entry of keys and values is expected",
    "dataclass": "an entry of keys and values is expected",
    "string": "text is expected",
}


def problems_of(error: ValidationError, document: Source, model: type) -> list[Problem]:
    """Each fault that the model found, at its line; faults of whole records come one a line."""
    found: list[Problem] = []
    for fault in error.errors(include_url=False):
        path: FieldPath = tuple(step for step in fault["loc"] if step != "[key]")
        if fault["type"] == "value_error":
            found += _stated(str(fault["ctx"]["error"]), document, path)
        else:
            found.append(_problem(fault, document, path, model))
    if any(fault["loc"] for fault in error.errors(include_url=False)):
        found += _stated_despite(document, model)
    return found


def loose_values(model: type, document: Source) -> list[Problem]:
    """Dates and times that nobody would write so, though a parser takes them: it reads 86400 as 2 January 1970."""
    return [
        document.problem(path, shown(raw), _EXPECTED[kind])
        for path, raw, kind in _dates_and_times(model, document.data, ())
        if not (_ISO_DATE if kind == "date" else _ISO_TIME).fullmatch(raw.strip())
    ]


def shown(value: Any) -> str:
    """What stands there, shortened, for a problem's `found`."""
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "an entry of keys and values"
    text = " ".join(str(value).split())
    return f"'{text}'" if len(text) <= _FOUND_LENGTH else f"'{text[:_FOUND_LENGTH]}…'"


def known_keys(model: type, path: FieldPath) -> tuple[str, ...]:
    """The keys of the record at a path of the data; none where no record stands there."""
    here = _model_at(model, path)
    return tuple(_fields(here)) if here else ()


def near_key(word: str, keys: Sequence[str], *, least: float = 0.6) -> str:
    """The key that a word is probably a slip for, whose likeness to it is at least so; empty where it is like none."""
    near = get_close_matches(word.casefold(), {key.casefold(): key for key in keys}, n=1, cutoff=least)
    return next(key for key in keys if key.casefold() == near[0]) if near else ""


def _problem(fault: Any, document: Source, path: FieldPath, model: type) -> Problem:
    kind: str = fault["type"]
    if kind == "missing":
        return document.problem(path, "", document.missing(path[-1]))
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        return document.problem(path, f"the unknown key '{path[-1]}'", _what_is_known(document, model, path))
    return document.problem(path, shown(fault["input"]), _expected(kind, fault))


def _expected(kind: str, fault: Any) -> str:
    if kind == "enum":
        choices = [choice.strip("'") for choice in re.split(", | or ", fault["ctx"]["expected"])]
        return f"one of these is expected: {', '.join(choices)}{_meant(str(fault['input']), choices)}"
    if kind.startswith("date") and isinstance(fault["input"], str) and _ISO_DATE.fullmatch(fault["input"].strip()):
        return "this day is not in the calendar; a date is expected that exists"
    for beginning, expected in _EXPECTED.items():
        if kind.startswith(beginning):
            return expected
    return str(fault["msg"])


def _meant(word: str, choices: Sequence[str]) -> str:
    near = near_key(word, choices)
    return f" (did you mean {near}?)" if near else ""


def _what_is_known(document: Source, model: type, path: FieldPath) -> str:
    keys = known_keys(model, path[:-1])
    meant = _meant(str(path[-1]), keys)
    if document.is_bare(path):
        return f"every key needs a colon and a value, and a value that holds a comma needs quotes around it{meant}"
    return f"the keys known here are {', '.join(keys)}{meant}" if not meant else f"no such key is known here{meant}"


def _model_at(model: type, path: FieldPath) -> type | None:
    """The record class that stands at a path of the data."""
    here: type | None = model
    for step in path:
        if isinstance(step, str):
            if here is None or step not in _fields(here):
                return None
            here = record_class(_fields(here)[step].annotation)
    return here


class _Field(NamedTuple):
    """A field of a record class."""

    annotation: Any
    required: bool


@cache
def _fields(model: type) -> Mapping[str, _Field]:
    """The fields of a record class, which is pydantic's or a dataclass."""
    if issubclass(model, BaseModel):
        return {name: _Field(info.annotation, info.is_required()) for name, info in model.model_fields.items()}
    kind: Any = model
    hints = get_type_hints(kind)
    return {f.name: _Field(hints[f.name], f.default is MISSING and f.default_factory is MISSING) for f in fields(kind)}


def record_class(annotation: Any) -> type | None:
    """The record class in an annotation such as `tuple[Person, ...]` or `Scope | None`; None where there is none."""
    if isinstance(annotation, type) and (issubclass(annotation, BaseModel) or is_dataclass(annotation)):
        return annotation
    if get_origin(annotation) in (tuple, list, Union, types.UnionType, Annotated):
        return next((found for part in get_args(annotation) if (found := record_class(part))), None)
    return None


def _stated(message: str, document: Source, path: FieldPath) -> Iterator[Problem]:
    """Faults that a record states itself: lines of `field: what`, the field counted from the record."""
    for line in message.split("\n"):
        field, colon, what = line.partition(": ")
        inner = _PATH.fullmatch(field)
        steps = _steps(field) if colon and inner else ()
        full = (*path, *steps)
        yield document.problem(full, "", what if steps else line)


def _steps(field: str) -> FieldPath:
    return tuple(int(step) if step.isdigit() else step for step in re.findall(r"[a-z_]+|\d+", field))


def _stated_despite(document: Source, model: type) -> Iterator[Problem]:
    """What the record would say of its own consistency if its fields were right, so that all faults come at once.

    The record is put together unchecked, a unique mark standing wherever something is missing or of the wrong kind, and
    whatever is said about a mark is left out: that field has its own fault already.
    """
    check = getattr(model, "_consistent", None)
    if check is None:
        return
    try:
        check(_unchecked(model, document.data, _marks()))
    except ValueError as error:
        for problem in _stated(str(error), document, ()):
            if _MARK not in problem.expected:
                yield problem


_MARK = "⟦unusable⟧"


def _marks() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"{_MARK}{number}"


def _unchecked(model: type, data: Any, marks: Iterator[str]) -> Any:
    values: dict[str, Any] = {}
    for name, info in _fields(model).items():
        raw = data.get(name) if isinstance(data, dict) else None
        inner = record_class(info.annotation)
        is_list = get_origin(info.annotation) is tuple
        if is_list:
            items = raw if isinstance(raw, list) else []
            values[name] = tuple(
                _unchecked(inner, item, marks) if inner else item if isinstance(item, str) else next(marks)
                for item in items
            )
        elif inner:
            if raw is not None or info.required:
                values[name] = _unchecked(inner, raw, marks)
        elif isinstance(raw, str) and raw:
            values[name] = raw.strip()
        elif info.required:
            values[name] = next(marks)
    return _assembled(model, values)


def _assembled(model: type, values: Mapping[str, Any]) -> Any:
    """A record of these values, without a check; what is left out has its default."""
    if issubclass(model, BaseModel):
        return model.model_construct(**values)
    record: Any = object.__new__(model)
    for field in fields(record):
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        object.__setattr__(record, field.name, values.get(field.name, default))
    return record


def _dates_and_times(model: type, data: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str, str]]:
    """Every text that stands where a date or time belongs, as (path, text, "date" or "time")."""
    if isinstance(data, list):
        for i, item in enumerate(data):
            yield from _dates_and_times(model, item, (*path, i))
    elif isinstance(data, dict):
        for name, raw in data.items():
            annotation = _fields(model)[name].annotation if name in _fields(model) else None
            inner = record_class(annotation)
            kinds = (annotation, *get_args(annotation))
            if inner:
                yield from _dates_and_times(inner, raw, (*path, name))
            elif isinstance(raw, str) and raw.strip() and (dt.date in kinds or dt.time in kinds):
                yield (*path, name), raw, "date" if dt.date in kinds else "time"
