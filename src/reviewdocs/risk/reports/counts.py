"""What is open, what is decided, and how much of each: counted by things, not by places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reviewdocs.model.findings import Change, CheckReport, DocumentReport, Finding, Severity
from reviewdocs.risk.reports.grouping import things


class Tally(NamedTuple):
    """How many things of one severity; the open ones stand in `places`, `fresh` of them new or between other words."""

    severity: Severity
    open: int
    places: int
    decided: int
    fresh: int


def open_of(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that no decision has settled, worst first; notes among them."""
    return [f for f in findings if not is_settled(f)]


def tallies(findings: Sequence[Finding]) -> list[Tally]:
    """The counts by severity, worst first."""
    rows = []
    done = [f for f in findings if is_settled(f)]
    waiting, decided = things(f for f in findings if not is_settled(f)), things(done)
    for severity in Severity:
        mine = [thing for thing in waiting if thing.lead.severity is severity]
        places = [finding for thing in mine for finding in thing.findings]
        fresh = sum(f.change in (Change.NEW, Change.CHANGED) for f in places)
        settled_things = sum(thing.lead.severity is severity for thing in decided)
        rows.append(Tally(severity, len(mine), len(places), settled_things, fresh))
    return rows


def is_settled(finding: Finding) -> bool:
    """Whether a decision has settled it; a note needs none."""
    return finding.decision is not None and finding.decision.action.settles


def compared(report: CheckReport) -> bool:
    """Whether any document was compared with an earlier check."""
    return any(document.since is not None for document in report.documents)


def open_together(report: CheckReport) -> list[Finding]:
    """The findings about several documents together that no decision has settled, worst first."""
    return open_of(report.bundle.findings)


def settled_together(report: CheckReport) -> list[Finding]:
    """Those that a decision has settled."""
    return [f for f in report.bundle.findings if is_settled(f)]


def settled(document: DocumentReport) -> list[Finding]:
    """The findings that a decision has settled, worst first."""
    return [f for f in document.findings if is_settled(f)]


def unsettled(document: DocumentReport) -> list[Finding]:
    """The findings that no decision has settled, worst first; notes among them."""
    return open_of(document.findings)


def counted(document: DocumentReport) -> dict[Severity, int]:
    """How many things of each severity no decision has settled."""
    return {tally.severity: tally.open for tally in tallies(document.findings)}


def let_stand(findings: Sequence[Finding]) -> list[Finding]:
    """The risks that somebody accepted, those that would block first."""
    return [finding for finding in findings if finding.accepted]


def otherwise_decided(findings: Sequence[Finding]) -> list[Finding]:
    """What is settled and is no accepted risk: what identifies nobody, pictures that were looked at."""
    return [finding for finding in findings if is_settled(finding) and not finding.accepted]
