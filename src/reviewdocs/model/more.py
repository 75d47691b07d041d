"""Fields of a board's own in the data of a review: its section `more`, which templates of its own may ask for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def _own(fields: Any) -> Any:
    """The fields as templates see them: days as dates, nothing as empty text, lists that cannot be changed.

    Raises:
        ValueError: a name that a template could not ask for, or a value that is no text, day or list of these.
    """
    if not isinstance(fields, Mapping):
        return fields
    if refused := [str(name) for name in fields if not _usable(str(name))]:
        raise ValueError(
            f"{', '.join(refused)}: a name here is one word of letters, figures and _, and none of "
            f"{', '.join(name for name in dir(dict) if not name.startswith('_'))}"
        )
    return {
        str(name): tuple(map(_value, given)) if isinstance(given, list | tuple) else _value(given)
        for name, given in fields.items()
    }


def _value(given: Any) -> str | dt.date:
    if given is None or isinstance(given, dt.date):
        return given or ""
    if not isinstance(given, str):
        raise ValueError("a text, a day or a list of these is expected in each field")
    return dt.date.fromisoformat(given) if _DAY.fullmatch(given.strip()) else given.strip()


def _usable(name: str) -> bool:
    """Whether a template that asks for this name gets the value, and nothing of Python's own."""
    return bool(_NAME.fullmatch(name)) and not hasattr(dict, name)


More = Annotated[dict[str, Any], BeforeValidator(_own), Field(max_length=200)]
"""Texts, days and lists of these by their name."""
