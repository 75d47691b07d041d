"""The verdict in words: may it go out, why not, and who let what stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from reviewdocs.model.findings import Change, CheckReport, DocumentReport, Finding, Severity, Verdict
from reviewdocs.risk.reports.counts import counted, settled
from reviewdocs.risk.reports.grouping import things
from reviewdocs.risk.reports.wording import TOGETHER, day, plural
from reviewdocs.risk.verdicts import accepted_of

_HEADLINE = {
    Verdict.READY: "No known leak found",
    Verdict.ACCEPTED: "Ready, with accepted risks",
    Verdict.NOT_READY: "Not ready to go out",
    Verdict.NOT_CHECKED: "Not fully checked",
}


_ANSWER = {
    Verdict.READY: "No known leak found",
    Verdict.ACCEPTED: "Yes, with accepted risks",
    Verdict.NOT_READY: "No: not ready",
    Verdict.NOT_CHECKED: "No: not fully checked",
}


def headline(document: DocumentReport) -> str:
    """The verdict in a few words; what blocks is said before what was not checked."""
    blocks = document.verdict is Verdict.NOT_CHECKED and counted(document)[Severity.BLOCK]
    return "Not ready, and not fully checked" if blocks else _HEADLINE[document.verdict]


def headline_of_all(report: CheckReport) -> str:
    """The same of all that was given to check."""
    blocks = report.verdict is Verdict.NOT_CHECKED and any(counted(d)[Severity.BLOCK] for d in report.documents)
    return "Not ready, and not fully checked" if blocks else _HEADLINE[report.verdict]


def answer(document: DocumentReport) -> str:
    """Whether a document may go out, in a table."""
    blocks = document.verdict is Verdict.NOT_CHECKED and counted(document)[Severity.BLOCK]
    return "No: not ready, and not fully checked" if blocks else _ANSWER[document.verdict]


def _waiting(findings: Sequence[Finding]) -> str:
    """What there is to do: "3 findings to put right and 50 findings to decide, in 90 places."; empty for nothing."""
    waiting = [finding for finding in findings if not finding.settled]
    leads = [thing.lead.severity for thing in things(waiting)]
    told = [
        f"{plural(count, 'finding')} to {what}"
        for severity, what in ((Severity.BLOCK, "put right"), (Severity.REVIEW, "decide"))
        if (count := leads.count(severity))
    ]
    places = f", in {len(waiting)} places" if len(waiting) > len(leads) else ""
    return f"{' and '.join(told)}{places}." if told else ""


def accepted(findings: Sequence[Finding]) -> str:
    """How many risks were accepted, how many of them would block, and by whom; empty where none was."""
    risks = accepted_of(findings)
    if not risks.all:
        return ""
    were = "risk was" if risks.all == 1 else "risks were"
    would = f"{risks.block or 'none'} of them would stop publication"
    if risks.all == 1:
        would = "it would stop publication" if risks.block else "it would not stop publication"
    return f"{risks.all} {were} accepted by {', '.join(risks.by)}: {would}."


def summary(document: DocumentReport) -> str:
    """Why the verdict is what it is, the worst first."""
    nothing = (
        "All that was found is decided."
        if settled(document)
        else "Nothing was found that stops publication or needs a decision."
    )
    found, risks = _waiting(document.findings), accepted(document.findings)
    unfinished = "part of the file could not be read" if document.coverage.unread else "part of the check did not run"
    if document.verdict is Verdict.NOT_CHECKED:
        told = [f"This document may not go out: {found} Besides, {unfinished}."] if found else [
            f"This document may not go out on this check: {unfinished}. {nothing}"
        ]  # fmt: skip
        return " ".join(filter(None, (*told, risks)))
    if document.verdict is Verdict.NOT_READY:
        return f"This document may not go out yet: {found} {risks}".rstrip()
    if document.verdict is Verdict.ACCEPTED:
        return f"{risks} {nothing} What was read, and by what, is stated below."
    return f"{nothing} What was read, and by what, is stated below."


def progress(document: DocumentReport) -> str:
    """What is decided and what has changed: "12 need a decision, 8 decided; since 21 Nov 2026: 3 new, 1 gone."

    Empty where nothing was decided and nothing is compared.
    """
    since = document.since
    if since is None and not settled(document):
        return ""
    counts = counted(document)
    waiting, done = counts[Severity.BLOCK] + counts[Severity.REVIEW], len(things(settled(document)))
    told = f"{waiting} need{'s' if waiting == 1 else ''} a decision, {done} decided"
    if since is None:
        return f"{told}."
    changes = [(change, sum(f.change is change for f in document.findings)) for change in (Change.NEW, Change.CHANGED)]
    news = [f"{count} {change}" for change, count in (*changes, ("gone", len(since.gone))) if count]
    return f"{told}; since the check of {day(since.at)}: {', '.join(news) or 'nothing new, changed or gone'}."


def overall_summary(report: CheckReport) -> str:
    """What to say of all documents: "2 of 3 documents may not go out. 3 findings to put right."."""
    stopped = len(report.failed) + sum(not document.verdict.may_go_out for document in report.documents)
    told = f"{stopped or 'None'} of {plural(len(report.documents) + len(report.failed), 'document')} may not go out"
    if not stopped:
        told = "No known leak was found in any of the documents by itself"
    everything = [finding for document in report.documents for finding in document.findings]
    waiting, risks = _waiting(everything), accepted([*everything, *report.bundle.findings])
    undecided = sum(not finding.settled for finding in report.bundle.findings)
    if undecided:
        needs = "needs" if undecided == 1 else "need"
        told += (
            f"; {plural(undecided, 'finding')} about what they tell together {needs} a decision, which stops them all"
        )
    return " ".join(filter(None, (f"{told}.", waiting, risks)))


def answer_together(report: CheckReport) -> str:
    """Whether the documents may go out together, where that is not plain; else empty."""
    told = {Verdict.NOT_READY: "No: to be decided", Verdict.ACCEPTED: _ANSWER[Verdict.ACCEPTED]}
    return told.get(report.bundle.verdict, "")


def outcome(report: CheckReport) -> list[str]:
    """What the command line says where the report goes into a file: the verdict and why, of each document."""
    told = [f"{PurePath(d.file).name}: {headline(d).upper()}. {summary(d)}" for d in report.documents]
    told += [line for d in report.documents for line in _unfinished(d)]
    if report.bundle.findings:
        told.append(f"{TOGETHER}: {_waiting(report.bundle.findings) or 'nothing is left to decide.'}")
    return told


def _unfinished(document: DocumentReport) -> list[str]:
    return [f"NOT CHECKED  {PurePath(document.file).name}: {why}" for why in
            (*document.not_run, *document.coverage.unread)]  # fmt: skip
