"""Findings: residual risks of a finished document, as `check` reports them (docs/contracts.md, Findings)."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import Field

from reviewdocs.model.base import Record
from reviewdocs.model.decisions import Decided, PlaceKey, RecordState, SeenFinding
from reviewdocs.model.mentions import Category
from reviewdocs.model.standing import StandingWord
from reviewdocs.model.words import Severity as Severity


class Verdict(StrEnum):
    """What `check` says of one document. `not-checked` outweighs the rest: something did not run or was not read."""

    READY = "ready"
    NOT_READY = "not-ready"
    NOT_CHECKED = "not-checked"

    @property
    def exit_code(self) -> int:
        """The exit code of docs/contracts.md."""
        return {Verdict.READY: 0, Verdict.NOT_READY: 1, Verdict.NOT_CHECKED: 3}[self]


class Location(Record):
    """Where a finding points: code points in the whole file for plain text, within the paragraph for .docx.

    `landmark` is for people: what to look for on the page ("table row 3 under “Chronology”"); empty where the document
    has none to offer.
    """

    part: str
    paragraph: int
    start: int
    end: int
    landmark: str = ""


class Related(Record):
    """Another place of a combination, a linkage or a group; `context` is its sentence, empty where `text` is that."""

    file: str
    location: Location | None
    text: str
    context: str = ""


class Change(StrEnum):
    """A finding compared with the check of the document's version before."""

    NEW = "new"
    CHANGED = "changed"
    """The text was found before, between other words."""
    KNOWN = "known"


class Finding(Record):
    """One residual risk. `id` is stable across runs while text and context stand.

    Attributes:
        group: the same for all places of one thing: a name, number or fact, whichever rule saw it and however written.
        alike: the same for all like places (the same rule, the same text): one decision can settle them.
        decision: the one that holds here; `accept` and `not-identifying` settle the finding.
        earlier: a decision on the same text between other words, which has to be confirmed to hold here.
        change: against the last check of another version; None where there was none.
        place: what the place is known by; kept in the record, not shown.
    """

    id: str
    group: str = ""
    alike: str = ""
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
    decision: Decided | None = None
    earlier: Decided | None = None
    change: Change | None = None
    place: PlaceKey = Field(default=PlaceKey(), exclude=True, repr=False)

    @property
    def settled(self) -> bool:
        """Whether nobody has to decide anything about it any more."""
        return self.severity is Severity.NOTE or (self.decision is not None and self.decision.action.settles)

    @property
    def seen(self) -> SeenFinding:
        """The finding as the record keeps it."""
        told = {name: getattr(self, name) for name in SeenFinding.model_fields if name != "anywhere"}
        return SeenFinding(anywhere=self.location is None, **told)


class Gone(Record):
    """A finding of the version before that is there no more."""

    id: str
    rule: str
    severity: Severity
    text: str


class Comparison(Record):
    """Against which earlier check a report is compared: when it was, of which bytes, and what is gone since."""

    at: dt.datetime
    document: str
    sha256: str
    gone: tuple[Gone, ...]


class CoverageReport(Record):
    """What was read and what was not."""

    read: tuple[str, ...]
    unread: tuple[str, ...]


class LeftOut(Record):
    """How many finds of a document were left out as harmless for one reason.

    `by` is the filter's name, `what` what it leaves out, in the plural.
    """

    by: str
    what: str
    count: int


class DocumentReport(Record):
    """What `check` says of one document.

    `detectors` are those that ran; `language_model` is "none" until one is installed; `not_run` says in plain English
    what did not run, and is the reason for a `not-checked` verdict together with `coverage.unread`. `standing` lists
    the words of the map that stand in it, for whatever reason. `since` is there where an earlier version was checked in
    the same case. `left_out` counts what looked identifying and is no finding, by reason, the most frequent first.
    """

    file: str
    sha256: str
    verdict: Verdict
    coverage: CoverageReport
    detectors: tuple[str, ...]
    language_model: str
    not_run: tuple[str, ...]
    findings: tuple[Finding, ...]
    standing: tuple[StandingWord, ...] = ()
    since: Comparison | None = None
    left_out: tuple[LeftOut, ...] = ()


class FailedInput(Record):
    """An input that could not be checked at all, and why."""

    file: str
    reason: str


class BundleReport(Record):
    """What is found about several documents together."""

    findings: tuple[Finding, ...] = ()


class CheckReport(Record):
    """What `check` prints: one object for all documents.

    `failed` lists the inputs that could not be opened; `record` says how far the case's record of decisions went.
    """

    schema_: Literal["reviewdocs/findings/1"] = Field(default="reviewdocs/findings/1", serialization_alias="schema")
    made_by: Literal["Made by reviewdocs check"] = "Made by reviewdocs check"
    tool_version: str
    checked_on: dt.date | None = None
    documents: tuple[DocumentReport, ...]
    failed: tuple[FailedInput, ...] = ()
    bundle: BundleReport = BundleReport()
    record: RecordState | None = None
