"""Earlier decisions and earlier checks, applied to what is found now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from reviewdocs.model.decisions import Action, Decision, EarlierCheck, Scope, SeenFinding
from reviewdocs.model.findings import Change, Comparison, DocumentReport, Finding, Gone
from reviewdocs.risk.verdicts import accepted_of, verdict


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that hold, oldest first: a later one about the same replaces an earlier one, or withdraws it.

    Args:
        decisions: a case's whole record, in order.
    """
    holding: dict[tuple[Scope, str], Decision] = {}
    for decision in decisions:
        holding.pop(decision.target, None)
        if decision.action is not Action.WITHDRAW:
            holding[decision.target] = decision
    return list(holding.values())


def same_places(earlier: Iterable[SeenFinding], now: Iterable[SeenFinding]) -> dict[str, SeenFinding]:
    """For the id of each finding that stood in the same place earlier, that earlier finding.

    The same place has the same id. An id changes where a text that stood alone now stands twice between the same
    words, or no longer does; then the words nearby must be what they were, and many words on one side: first those
    that follow, for a page is more often put in before than behind.
    """
    left = {finding.id: finding for finding in earlier}
    found = list(now)
    same = {finding.id: left.pop(finding.id) for finding in found if finding.id in left}
    for side in _FOLLOWED, _PRECEDED:
        alike: dict[tuple[str, ...], list[SeenFinding]] = {}
        for before in left.values():
            alike.setdefault(side(before), []).append(before)
        for finding in found:
            if finding.id not in same and (candidates := alike.get(side(finding))):
                same[finding.id] = left.pop(candidates.pop(0).id)
    return same


_FOLLOWED, _PRECEDED = (
    attrgetter("alike", "place.near", "place.after"),
    attrgetter("alike", "place.near", "place.before"),
)


def with_decisions(findings: Sequence[Finding], decisions: Sequence[Decision]) -> tuple[Finding, ...]:
    """The findings, each with the latest decision that holds for it.

    A decision on one place holds between the same words only. Where they have changed it is shown as `earlier`, for a
    person to confirm; where only such decisions are about the text, the finding is open.

    Args:
        findings: of one document, or of several together.
        decisions: those in force.
    """
    places = {d.finding.id: d for d in decisions if d.scope is Scope.PLACE}
    everywhere = {d.finding.alike: d for d in decisions if d.scope is Scope.EVERYWHERE}
    same = same_places((d.finding for d in places.values()), (finding.seen for finding in findings))
    attached = {seen.id for seen in same.values()}
    loose = {d.finding.alike: d for d in places.values() if d.finding.id not in attached}
    decided = []
    for finding in findings:
        about = [everywhere.get(finding.alike), places[same[finding.id].id] if finding.id in same else None]
        holding = max((d for d in about if d), key=lambda d: d.number, default=None)
        earlier = None if holding else loose.get(finding.alike)
        shown = {"decision": holding and holding.shown, "earlier": earlier and earlier.shown}
        decided.append(finding.model_copy(update=shown))
    return tuple(decided)


def compared(findings: Sequence[Finding], before: EarlierCheck) -> tuple[tuple[Finding, ...], Comparison]:
    """The findings, each told new, changed or known against an earlier check, and what is gone since."""
    same = same_places(before.findings, (finding.seen for finding in findings))
    met = {seen.id for seen in same.values()}
    gone = [seen for seen in before.findings if seen.id not in met]
    told = []
    for finding in findings:
        change = Change.KNOWN if finding.id in same else Change.NEW
        if change is Change.NEW and (moved := next((s for s in gone if s.alike == finding.alike), None)):
            gone.remove(moved)
            change = Change.CHANGED
        told.append(finding.model_copy(update={"change": change}))
    lines = tuple(Gone(id=s.id, rule=s.rule, severity=s.severity, text=s.text) for s in gone)
    return tuple(told), Comparison(at=before.at, document=before.document, sha256=before.sha256, gone=lines)


def report_with(report: DocumentReport, decisions: Sequence[Decision], before: EarlierCheck | None) -> DocumentReport:
    """A document's report with decisions and comparison, and the verdict that follows.

    What was not read or did not run cannot be decided away.
    """
    findings = with_decisions(report.findings, decisions)
    since = None
    if before is not None:
        findings, since = compared(findings, before)
    said = verdict(findings, not_run=report.not_run, unread=report.coverage.unread)
    told = {"findings": findings, "since": since, "verdict": said, "accepted": accepted_of(findings)}
    return report.model_copy(update=told)
