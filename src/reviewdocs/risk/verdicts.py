"""What may be said of a document as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewdocs.model.findings import Accepted, Finding, Severity, Verdict, verdict_on
from reviewdocs.risk.one_thing import thing_of


def verdict(findings: Iterable[Finding], *, not_run: Sequence[str], unread: Sequence[str]) -> Verdict:
    """What may be said of findings, of what did not run and of what was not read: the worst."""
    return Verdict.NOT_CHECKED if not_run or unread else verdict_on(findings)


def accepted_of(findings: Iterable[Finding]) -> Accepted:
    """The risks among them that somebody let stand."""
    let_stand = [finding for finding in findings if finding.accepted]
    blocking = [finding for finding in let_stand if finding.severity is Severity.BLOCK]
    return Accepted(
        all=len(set(map(thing_of, let_stand))),
        block=len(set(map(thing_of, blocking))),
        places=len(let_stand),
        by=tuple(dict.fromkeys(finding.decision.by for finding in let_stand if finding.decision)),
    )
