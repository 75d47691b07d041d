"""What all structured records share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from reviewdocs.model.marks import Blank as Blank
from reviewdocs.model.marks import Text as Text
from reviewdocs.model.words import Audience as Audience
from reviewdocs.model.words import ReviewType as ReviewType


class Record(BaseModel):
    """A structured record: immutable, unknown keys are errors, surrounding space is dropped."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
