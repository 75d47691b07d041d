"""Findings: residual risks of a finished document, as `check` reports them (contracts.md, Findings)."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from reviewdocs.model.base import Record
from reviewdocs.model.mentions import Category


class Severity(StrEnum):
    """`block` and `review` need a decision, `note` informs."""

    BLOCK = "block"
    REVIEW = "review"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


class Verdict(StrEnum):
    """What `check` says of one document. `not-checked` outweighs the rest: something did not run or was not read."""

    READY = "ready"
    NOT_READY = "not-ready"
    NOT_CHECKED = "not-checked"

    @property
    def exit_code(self) -> int:
        """The exit code of contracts.md."""
        return {Verdict.READY: 0, Verdict.NOT_READY: 1, Verdict.NOT_CHECKED: 3}[self]


class Location(Record):
    """Where a finding points: code points in the whole file for plain text, within the paragraph for .docx."""

    part: str
    paragraph: int
    start: int
    end: int


class Related(Record):
    """Another place of a combination, a linkage or a group."""

    file: str
    location: Location | None
    text: str


class Finding(Record):
    """One residual risk. `id` is stable across runs while text and context stand."""

    id: str
    rule: str
    category: Category
    severity: Severity
    text: str
    context: str
    location: Location | None
    message: str
    suggestion: str
    confidence: float = Field(ge=0, le=1)
    detected_by: tuple[str, ...]
    related: tuple[Related, ...] = ()
    decision: None = None


class CoverageReport(Record):
    """What was read and what was not."""

    read: tuple[str, ...]
    unread: tuple[str, ...]


class DocumentReport(Record):
    """What `check` says of one document.

    `detectors` are those that ran; `language_model` is "none" until one is installed; `not_run` says in plain English
    what did not run, and is the reason for a `not-checked` verdict together with `coverage.unread`.
    """

    file: str
    sha256: str
    verdict: Verdict
    coverage: CoverageReport
    detectors: tuple[str, ...]
    language_model: str
    not_run: tuple[str, ...]
    findings: tuple[Finding, ...]


class FailedInput(Record):
    """An input that could not be checked at all, and why."""

    file: str
    reason: str


class CheckReport(Record):
    """What `check` prints: one object for all documents; `failed` lists the inputs that could not be opened."""

    schema_: Literal["reviewdocs/findings/1"] = Field(default="reviewdocs/findings/1", serialization_alias="schema")
    made_by: Literal["Made by reviewdocs check"] = "Made by reviewdocs check"
    tool_version: str
    documents: tuple[DocumentReport, ...]
    failed: tuple[FailedInput, ...] = ()
