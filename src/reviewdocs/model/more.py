"""Fields of a board's own in the data of a review: its section `more`, which templates of its own may ask for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def _own(value: Any) -> Any:
    """A value as templates see it: days as dates, nothing as empty text, lists that cannot be changed.

    Raises:
        ValueError: a name that a template could not ask for.
    """
    if isinstance(value, str):
        return dt.date.fromisoformat(value) if _DAY.fullmatch(value.strip()) else value.strip()
    if isinstance(value, list | tuple):
        return tuple(_own(one) for one in value)
    if isinstance(value, Mapping):
        if refused := [str(name) for name in value if not _usable(str(name))]:
            raise ValueError(
                f"{', '.join(refused)}: a name here is one word of letters, figures and _, and none of "
                f"{', '.join(name for name in dir(dict) if not name.startswith('_'))}"
            )
        return {str(name): _own(one) for name, one in value.items()}
    return "" if value is None else value


def _usable(name: str) -> bool:
    """Whether a template that asks for this name gets the value, and nothing of Python's own."""
    return bool(_NAME.fullmatch(name)) and not hasattr(dict, name)


More = Annotated[dict[str, Any], BeforeValidator(_own), Field(max_length=200)]
"""Texts, days, lists and entries by their name."""
