"""What may be said of a document as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewdocs.model.findings import Finding, Verdict


def verdict(findings: Iterable[Finding], *, not_run: Sequence[str], unread: Sequence[str]) -> Verdict:
    """What may be said of a document: `not-checked` outweighs `not-ready`, which outweighs `ready`."""
    if not_run or unread:
        return Verdict.NOT_CHECKED
    return Verdict.READY if all(finding.settled for finding in findings) else Verdict.NOT_READY
