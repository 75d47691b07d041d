"""What all structured records share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict


class Record(BaseModel):
    """A structured record: immutable, unknown keys are errors, surrounding space is dropped."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class ReviewType(StrEnum):
    """The kinds of review (documents.md, Words); read without regard to case."""

    SCR = "SCR"
    LCSPR = "LCSPR"
    SAR = "SAR"
    DHR = "DHR"
    LOCAL = "LOCAL"
    SINGLE_AGENCY = "SINGLE_AGENCY"

    @classmethod
    def _missing_(cls, value: object) -> ReviewType | None:
        if isinstance(value, str):
            wanted = value.strip().upper().replace("-", "_").replace(" ", "_")
            return next((member for member in cls if member.value == wanted), None)
        return None


class Audience(StrEnum):
    """Who may read a document; decides whether pseudonyms stand in it and what hidden content goes."""

    RESTRICTED = "restricted"
    EXTERNAL = "external"
    PUBLIC = "public"


def _none_if_blank(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _blank_if_none(value: Any) -> Any:
    return "" if value is None else value


Blank = BeforeValidator(_none_if_blank)
"""Marks an optional field in which an empty string means absent."""

Text = Annotated[str, BeforeValidator(_blank_if_none)]
"""Optional text: absent and empty are the same."""
