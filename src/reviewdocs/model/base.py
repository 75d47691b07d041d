"""What all structured records share."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from reviewdocs.model.words import Audience as Audience
from reviewdocs.model.words import ReviewType as ReviewType


class Record(BaseModel):
    """A structured record: immutable, unknown keys are errors, surrounding space is dropped."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _none_if_blank(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _blank_if_none(value: Any) -> Any:
    return "" if value is None else value


Blank = BeforeValidator(_none_if_blank)
"""Marks an optional field in which an empty string means absent."""

Text = Annotated[str, BeforeValidator(_blank_if_none)]
"""Optional text: absent and empty are the same."""
