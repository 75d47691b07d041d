"""What a board decided about publication, what was done for it, and who approved which bytes."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from reviewdocs.model.base import Blank, Record, Text

Name = Annotated[str, Field(min_length=1)]
OptionalDate = Annotated[dt.date | None, Blank]


class Outcome(StrEnum):
    """What becomes of a review's reports."""

    PUBLISHED = "published"
    SUMMARY = "summary only"
    IN_CONFIDENCE = "shared in confidence"
    NOT_PUBLISHED = "not published"

    @property
    def is_public(self) -> bool:
        """Whether anything may be published."""
        return self in (Outcome.PUBLISHED, Outcome.SUMMARY)


class PublicationStep(Record):
    """Something that is done before publication: `step` is its id in the policy, `done` the day on which it was;
    or `not_needed` says why this review does without it."""

    step: Name
    done: OptionalDate = None
    note: Text = ""
    not_needed: Text = ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if (self.done is None) == (not self.not_needed):
            raise ValueError("a step has either the day on which it was `done`, or the reason why it is `not_needed`")
        return self


class PublicationDecision(Record):
    """What the board has decided about publication so far, and what was done for it.

    `outcome` is the decision in the board's words, `decided` which of the four it is, `date` the day of the decision.
    `publish_on` and `where`: on which day and where it is to be published. `anonymous_deposit`: the national library is
    asked to name neither board nor area.
    """

    outcome: Name
    decided: Outcome | None = None
    date: OptionalDate = None
    reason: Text = ""
    publish_on: OptionalDate = None
    where: Text = ""
    anonymous_deposit: bool = False
    steps: tuple[PublicationStep, ...] = ()


class ApprovalAct(StrEnum):
    """What was done with an approval."""

    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class Approval(Record):
    """One entry of a case's append-only record of approvals.

    Attributes:
        number: of the entry, from 1 without gaps.
        at: when, in UTC.
        act: approved, or an earlier approval withdrawn.
        document, sha256: the document, relative to the case, and its bytes.
        role: the id of the policy's approval.
        by: who, as they named themselves.
        accepted: a hash of the findings that block and were let stand in these bytes; empty without any.
    """

    number: int
    at: dt.datetime
    act: ApprovalAct
    document: str
    sha256: str
    role: str
    by: str
    accepted: str
    tool_version: str
