"""Findings: residual risks of a finished document, as `check` reports them (docs/contracts.md, Findings)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from pydantic import Field, computed_field

from reviewdocs.model.base import Record
from reviewdocs.model.decisions import Decided, PlaceKey, RecordState, SeenFinding
from reviewdocs.model.mentions import Category
from reviewdocs.model.standing import StandingWord
from reviewdocs.model.words import Severity as Severity


class Verdict(StrEnum):
    """What `check` says of one document, each outweighing those before it."""

    READY = "ready"
    ACCEPTED = "ready-with-accepted-risks"
    """Nothing is open, and somebody let stand what identifies or may, or what would stop publication."""
    NOT_READY = "not-ready"
    NOT_CHECKED = "not-checked"
    """Something did not run or was not read; what was found is told with it."""

    @property
    def rank(self) -> int:
        """0 for the best; the verdict on several documents is their worst."""
        return list(Verdict).index(self)

    @property
    def may_go_out(self) -> bool:
        """Whether nothing stands in the way."""
        return self in (Verdict.READY, Verdict.ACCEPTED)

    @property
    def exit_code(self) -> int:
        """The exit code of docs/contracts.md."""
        return 0 if self.may_go_out else {Verdict.NOT_READY: 1, Verdict.NOT_CHECKED: 3}[self]


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
        names: whether it names somebody, whatever its category; a designation of the map names nobody.
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
    names: bool = False
    decision: Decided | None = None
    earlier: Decided | None = None
    change: Change | None = None
    place: PlaceKey = Field(default=PlaceKey(), exclude=True, repr=False)

    @property
    def settled(self) -> bool:
        """Whether nobody has to decide anything about it any more."""
        return self.severity is Severity.NOTE or (self.decision is not None and self.decision.action.settles)

    @property
    def accepted(self) -> bool:
        """Whether a person let a risk stand: accepted it, or said of what blocks that it identifies nobody."""
        return self.decision is not None and self.decision.action.lets_stand(self.severity)

    @property
    def seen(self) -> SeenFinding:
        """The finding as the record keeps it."""
        told = {name: getattr(self, name) for name in SeenFinding.model_fields if name != "anywhere"}
        return SeenFinding(anywhere=self.location is None, **told)


def verdict_on(findings: Iterable[Finding]) -> Verdict:
    """What may be said of findings, where everything ran and was read."""
    found = list(findings)
    if not all(finding.settled for finding in found):
        return Verdict.NOT_READY
    return Verdict.ACCEPTED if any(finding.accepted for finding in found) else Verdict.READY


class Accepted(Record):
    """The risks that somebody let stand: how many things, how many of them would block, in how many places, by whom."""

    all: int = 0
    block: int = 0
    places: int = 0
    by: tuple[str, ...] = ()


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
    accepted: Accepted = Accepted()
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

    accepted: Accepted = Accepted()
    findings: tuple[Finding, ...] = ()

    @computed_field  # type: ignore[prop-decorator]
    @property
    def verdict(self) -> Verdict:
        """Whether what they tell together stands in the way."""
        return verdict_on(self.findings)


class CheckReport(Record):
    """What `check` prints: one object for all documents.

    Attributes:
        versions: of the libraries that the detectors are built on; their rules are of the tool's own version.
        failed: the inputs that could not be opened.
        left_aside: files of the folders given that are no documents.
        record: how far the case's record of decisions went.
    """

    schema_: Literal["reviewdocs/findings/1"] = Field(default="reviewdocs/findings/1", serialization_alias="schema")
    made_by: Literal["Made by reviewdocs check"] = "Made by reviewdocs check"
    tool_version: str
    versions: dict[str, str] = Field(default_factory=dict)
    checked_on: dt.date | None = None
    documents: tuple[DocumentReport, ...]
    failed: tuple[FailedInput, ...] = ()
    left_aside: tuple[str, ...] = ()
    bundle: BundleReport = BundleReport()
    record: RecordState | None = None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def verdict(self) -> Verdict:
        """The verdict on all that was given to check: the worst; an input that could not be opened is not checked."""
        if self.failed:
            return Verdict.NOT_CHECKED
        said = (self.bundle.verdict, *(document.verdict for document in self.documents))
        return max(said, key=lambda verdict: verdict.rank)
