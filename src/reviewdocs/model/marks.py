"""What a field may hold beyond its type, for pydantic to read; pydantic itself is imported only when it asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any


@dataclass(frozen=True, slots=True)
class _First:
    """What is done to a value before it is validated."""

    change: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic_core.core_schema import no_info_before_validator_function

        return no_info_before_validator_function(self.change, handler(source))


@dataclass(frozen=True, slots=True)
class _NotEmpty:
    """Text of at least one character."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        return {**handler(source), "min_length": 1}


@dataclass(frozen=True, slots=True)
class _AtMost:
    """Text of at most so many characters."""

    most: int

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        return {**handler(source), "max_length": self.most}


def _none_if_blank(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _blank_if_none(value: Any) -> Any:
    return "" if value is None else value


Blank = _First(_none_if_blank)
"""Marks an optional field in which an empty string means absent."""

MOST_CHARACTERS = 1000
"""Of a name, a role, an address: what is longer is something else, and would cost minutes to look for."""

Text = Annotated[str, _AtMost(MOST_CHARACTERS), _First(_blank_if_none)]
"""Optional text: absent and empty are the same."""

Name = Annotated[str, _NotEmpty(), _AtMost(MOST_CHARACTERS)]
"""Text that has to be there."""
