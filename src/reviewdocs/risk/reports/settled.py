"""What is decided, for a reader: one thing that somebody decided in the same words is told once, with its places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewdocs.model.findings import Finding
from reviewdocs.risk.one_thing import thing_of
from reviewdocs.risk.reports.grouping import Thing
from reviewdocs.risk.reports.wording import decided


@dataclass(frozen=True, slots=True)
class Settled:
    """One thing, and what was decided about it."""

    thing: Thing
    told: str


def settled_things(findings: Iterable[Finding]) -> list[Settled]:
    """Findings that are decided, by thing and by what was decided, in the order they come."""
    same: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        if decision := finding.decision:
            said = decision.action, decision.argument, decision.by, decision.reason, decision.at.date().isoformat()
            same.setdefault((thing_of(finding), *said), []).append(finding)
    return [
        Settled(Thing(tuple(found)), decided(*(finding.decision for finding in found if finding.decision)))
        for found in same.values()
    ]
