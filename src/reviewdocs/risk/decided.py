"""Earlier decisions and earlier checks, applied to what is found now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from reviewdocs.model.decisions import Action, Decision, EarlierCheck, Scope, SeenFinding
from reviewdocs.model.findings import Change, Comparison, DocumentReport, Finding, Gone
from reviewdocs.risk.place import is_placeholder
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


Retold = Callable[[SeenFinding], frozenset[tuple[str, str]]]
"""What stands before and after a finding's text in its sentence, once names and decisions are in it; in several ways,
where it may be written in several."""
_ENOUGH = 24
"""Letters of a sentence on both sides together, with fewer of which nothing is known again."""


def as_it_stands(finding: SeenFinding) -> frozenset[tuple[str, str]]:
    """Where nobody knows what became of a sentence."""
    return frozenset()


def same_places(
    earlier: Iterable[SeenFinding], now: Iterable[SeenFinding], retold: Retold = as_it_stands
) -> dict[str, SeenFinding]:
    """For the id of each finding that stood in the same place earlier, that earlier finding.

    The same place has the same id. An id changes where a text that stood alone now stands twice between the same
    words, or no longer does; then the words nearby must be what they were, and many words on one side: first those
    that follow, for a page is more often put in before than behind. And it changes where a name or a text nearby was
    replaced; then the sentence must be what it becomes when that is done, and no other of the same text may be.
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
    same |= _rewritten(list(left.values()), [finding for finding in found if finding.id not in same], retold)
    return same


def _rewritten(earlier: Sequence[SeenFinding], now: Sequence[SeenFinding], retold: Retold) -> dict[str, SeenFinding]:
    """Those of which one sentence, and one only, reads as the other's does once all is replaced."""
    texts = {finding.alike for finding in earlier} & {finding.alike for finding in now}
    before = _sentences((finding for finding in earlier if finding.alike in texts), retold)
    after = _sentences((finding for finding in now if finding.alike in texts), retold)
    alone = [sentence for sentence, ids in before.items() if len(ids) == 1 == len(after.get(sentence, ()))]
    left = {finding.id: finding for finding in earlier}
    same: dict[str, SeenFinding] = {}
    for sentence in alone:
        (was,), (current,) = before[sentence], after[sentence]
        if was in left and current not in same:
            same[current] = left.pop(was)
    return same


def _sentences(findings: Iterable[SeenFinding], retold: Retold) -> dict[tuple[str, str, str], set[str]]:
    """The ids by what stands about each."""
    told: dict[tuple[str, str, str], set[str]] = {}
    for finding in findings:
        for before, after in retold(finding):
            if len(before) + len(after) >= _ENOUGH:
                told.setdefault((finding.alike, before, after), set()).add(finding.id)
    return told


_FOLLOWED, _PRECEDED = (
    attrgetter("alike", "place.near", "place.after"),
    attrgetter("alike", "place.near", "place.before"),
)


def with_decisions(
    findings: Sequence[Finding], decisions: Sequence[Decision], retold: Retold = as_it_stands
) -> tuple[Finding, ...]:
    """The findings, each with the latest decision that holds for it.

    A decision on one place holds between the same words only. Where they have changed it is shown as `earlier`, for a
    person to confirm; where only such decisions are about the text, the finding is open. What stands where a person has
    to decide ("[name]") is nobody's text: of one such place nothing is said at another.

    Args:
        findings: of one document, or of several together.
        decisions: those in force.
        retold: see `same_places`.
    """
    holding, loose = _attached([finding.seen for finding in findings], decisions, retold)
    decided = []
    for finding in findings:
        here = holding.get(finding.id)
        earlier = None if here else loose.get(_about(finding.seen))
        shown = {"decision": here and here.shown, "earlier": earlier and earlier.shown}
        decided.append(finding.model_copy(update=shown))
    return tuple(decided)


def held(
    findings: Sequence[SeenFinding], decisions: Sequence[Decision], retold: Retold = as_it_stands
) -> dict[str, Decision]:
    """The latest decision that holds for each finding, by its id; those without one are left out.

    Args:
        findings: of one document, or of several.
        decisions: those in force.
        retold: see `same_places`.
    """
    return _attached(findings, decisions, retold)[0]


def _attached(
    findings: Sequence[SeenFinding], decisions: Sequence[Decision], retold: Retold
) -> tuple[dict[str, Decision], dict[tuple[str, str], Decision]]:
    """What holds for each finding, and by what they are about the decisions on places that are not among them."""
    places = {d.finding.id: d for d in decisions if d.scope is Scope.PLACE}
    everywhere = {d.finding.alike: d for d in decisions if d.scope is Scope.EVERYWHERE}
    same = same_places((d.finding for d in places.values()), findings, retold)
    holding: dict[str, Decision] = {}
    for finding in findings:
        about = [everywhere.get(finding.alike), places[same[finding.id].id] if finding.id in same else None]
        if found := [decision for decision in about if decision]:
            holding[finding.id] = max(found, key=lambda decision: decision.number)
    met = {seen.id for seen in same.values()}
    return holding, {_about(d.finding): d for d in places.values() if d.finding.id not in met}


def _about(finding: SeenFinding) -> tuple[str, str]:
    """What a place has in common with others that have the same text; of a placeholder also the words nearby."""
    return finding.alike, finding.place.near if is_placeholder(finding.text) else ""


def compared(
    findings: Sequence[Finding], before: EarlierCheck, retold: Retold = as_it_stands
) -> tuple[tuple[Finding, ...], Comparison]:
    """The findings, each told new, changed or known against an earlier check, and what is gone since."""
    same = same_places(before.findings, (finding.seen for finding in findings), retold)
    met = {seen.id for seen in same.values()}
    gone = [seen for seen in before.findings if seen.id not in met]
    told = []
    for finding in findings:
        change = Change.KNOWN if finding.id in same else Change.NEW
        if change is Change.NEW and (moved := next((s for s in gone if _about(s) == _about(finding.seen)), None)):
            gone.remove(moved)
            change = Change.CHANGED
        told.append(finding.model_copy(update={"change": change}))
    lines = tuple(Gone(id=s.id, rule=s.rule, severity=s.severity, text=s.text) for s in gone)
    return tuple(told), Comparison(at=before.at, document=before.document, sha256=before.sha256, gone=lines)


def report_with(
    report: DocumentReport,
    decisions: Sequence[Decision],
    before: EarlierCheck | None,
    retold: Retold = as_it_stands,
) -> DocumentReport:
    """A document's report with decisions and comparison, and the verdict that follows.

    What was not read or did not run cannot be decided away.
    """
    findings = with_decisions(report.findings, decisions, retold)
    since = None
    if before is not None:
        findings, since = compared(findings, before, retold)
    said = verdict(findings, not_run=report.not_run, unread=report.coverage.unread)
    told = {"findings": findings, "since": since, "verdict": said, "accepted": accepted_of(findings)}
    return report.model_copy(update=told)
