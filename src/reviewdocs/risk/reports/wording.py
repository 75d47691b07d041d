"""What all reports say in the same words, and how findings are grouped for a reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from reviewdocs.model.decisions import Action, Decided
from reviewdocs.model.findings import Change, CheckReport, DocumentReport, Finding, Location, Severity, Verdict
from reviewdocs.risk.place import folded
from reviewdocs.risk.rule import MAP

HEADLINE = {
    Verdict.READY: "No known leak found",
    Verdict.NOT_READY: "Not ready to go out",
    Verdict.NOT_CHECKED: "Not fully checked",
}
ANSWER = {
    Verdict.READY: "No known leak found",
    Verdict.NOT_READY: "No: not ready",
    Verdict.NOT_CHECKED: "No: not fully checked",
}
SEVERITY_MEANS = {
    Severity.BLOCK: "stops publication until it is put right or decided",
    Severity.REVIEW: "needs a person's decision",
    Severity.NOTE: "for information",
}
LIMITS = (
    "This check prepares a person's judgement and does not replace it.",
    "It finds what it knows how to look for. Somebody who knows the family, the area or the news may recognise people "
    "by facts that no detector sees: an unusual job, illness, event or combination.",
    "Pictures, scans and the look of the page were not looked at.",
    "A clean result means that no known leak was found in what was read, by the detectors named, on "
    "the day it was run.",
)
WORKSHEET = (
    (
        "Singling out",
        "Could a neighbour, colleague, journalist or relative pick out one person from what the document says?",
        "Ages, dates, family structure, jobs, health, places: which of them together fit one person only?",
    ),
    (
        "Linkability",
        "Could it be matched with something else: news, social media, court lists, registers, other reports?",
        "Search the web for two or three sentences, the dates and the places, as a stranger would, and "
        "note what comes up.",
    ),
    (
        "Inference",
        "Could a reader who knows part of the story learn something new about somebody?",
        "What would the family, the school or the street learn that they did not know, and could it do harm?",
    ),
)


@dataclass(frozen=True, slots=True)
class Alike:
    """Findings of one rule with the same text: one decision can settle them."""

    text: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one rule in one document."""

    rule: str
    severity: Severity
    message: str
    remedy: str
    alike: tuple[Alike, ...]

    @property
    def count(self) -> int:
        """How many places."""
        return sum(len(alike.findings) for alike in self.alike)


_PARTS = {
    "word/header": "page header",
    "word/footer": "page footer",
    "word/footnotes": "footnotes",
    "word/endnotes": "endnotes",
    "word/comments": "comments",
    "word/styles": "names of styles",
    "word/settings": "settings of the document",
    "word/document.xml@": "beside the text (a label, link or alternative text)",
    "docProps": "document properties",
    "word/charts": "chart",
    "customXml": "data stored in the document",
}
"""What a person calls the parts of a .docx package, by the beginning of their names."""


def groups(findings: Iterable[Finding], severity: Severity) -> list[Group]:
    """The findings of one severity by rule, in the order they come; within a rule like texts together."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.severity is severity:
            by_rule.setdefault(finding.rule, []).append(finding)
    return [_group(rule, found) for rule, found in by_rule.items()]


def _group(rule: str, found: Sequence[Finding]) -> Group:
    by_text: dict[str, list[Finding]] = {}
    for finding in found:
        by_text.setdefault(folded(finding.text) or finding.text, []).append(finding)
    alike = tuple(Alike(findings[0].text, tuple(findings)) for findings in by_text.values())
    first = found[0]
    return Group(rule, first.severity, _shared_message(found), first.suggestion, alike)


def _shared_message(found: Sequence[Finding]) -> str:
    """The rule's message without what is said of one place alone: the sentence that all begin with."""
    sentences = [finding.message.split(". ") for finding in found]
    if all(parts[0] == sentences[0][0] for parts in sentences):
        return sentences[0][0].rstrip(".") + "."
    return found[0].message


def detail(finding: Finding, group: Group) -> str:
    """What the finding's message says beyond its group's."""
    return finding.message.removeprefix(group.message).strip()


def summary(document: DocumentReport) -> str:
    """One sentence on why the verdict is what it is."""
    counts = counted(document)
    open_ones = counts[Severity.BLOCK] + counts[Severity.REVIEW]
    found = (
        f"{plural(counts[Severity.BLOCK], 'finding')} to put right and "
        f"{plural(counts[Severity.REVIEW], 'finding')} to decide."
        if open_ones
        else "Nothing was found that stops publication or needs a decision."
        if not settled(document)
        else "All that was found is decided."
    )
    if document.coverage.unread:
        return f"This document may not go out on this check: part of the file could not be read. {found}"
    if document.verdict is Verdict.NOT_CHECKED:
        return f"This document may not go out on this check: part of the check did not run. {found}"
    if document.verdict is Verdict.NOT_READY:
        return f"This document may not go out yet: {found}"
    return f"{found} What was read, and by what, is stated below."


def progress(document: DocumentReport) -> str:
    """What is decided and what has changed: "12 need a decision, 8 decided; since 21 Nov 2026: 3 new, 1 gone."

    Empty where nothing was decided and nothing is compared.
    """
    since, done = document.since, len(settled(document))
    if since is None and not done:
        return ""
    counts = counted(document)
    waiting = counts[Severity.BLOCK] + counts[Severity.REVIEW]
    told = f"{waiting} need{'s' if waiting == 1 else ''} a decision, {done} decided"
    if since is None:
        return f"{told}."
    changes = [(change, sum(f.change is change for f in document.findings)) for change in (Change.NEW, Change.CHANGED)]
    news = [f"{count} {change}" for change, count in (*changes, ("gone", len(since.gone))) if count]
    return f"{told}; since the check of {day(since.at)}: {', '.join(news) or 'nothing new, changed or gone'}."


TOGETHER = "What these documents tell together"
TOGETHER_MEANS = (
    "Somebody who reads all of them learns more than each tells alone; what needs a decision stops them all."
)


def open_together(report: CheckReport) -> list[Finding]:
    """The findings about several documents together that no decision has settled, worst first."""
    return [f for f in report.bundle.findings if f.decision is None or not f.decision.action.settles]


def settled_together(report: CheckReport) -> list[Finding]:
    """Those that a decision has settled."""
    return [f for f in report.bundle.findings if f.decision is not None and f.decision.action.settles]


def settled(document: DocumentReport) -> list[Finding]:
    """The findings that a decision has settled, worst first."""
    return [f for f in document.findings if f.decision is not None and f.decision.action.settles]


def unsettled(document: DocumentReport) -> list[Finding]:
    """The findings that no decision has settled, worst first; notes among them."""
    return [f for f in document.findings if f.decision is None or not f.decision.action.settles]


def counted(document: DocumentReport) -> dict[Severity, int]:
    """How many findings of each severity no decision has settled."""
    return {severity: sum(f.severity is severity for f in unsettled(document)) for severity in Severity}


_DECIDED = {
    Action.ACCEPT: "risk accepted",
    Action.NOT_IDENTIFYING: "not identifying",
    Action.REPLACE_WITH: "to be replaced by “{}” when the document is next anonymised",
    Action.ADD_TO_MAP: "added to the map as {}: anonymise the document again",
}


def decided(decision: Decided) -> str:
    """What was decided, by whom and when, and why."""
    what = _DECIDED[decision.action].format(decision.argument)
    return f"{what} – {decision.by}, {day(decision.at)} (decision {decision.number}): {decision.reason}"


def standing(finding: Finding) -> str:
    """What a reader should know of an open finding: new or changed, decided but not done, decided in other words."""
    told = []
    if finding.change in (Change.NEW, Change.CHANGED):
        told.append(f"{finding.change.capitalize()}.")
    if finding.decision is not None:
        told.append(f"Decided: {decided(finding.decision)}.")
    if finding.earlier is not None:
        told.append(f"To confirm, for the words about it have changed: {decided(finding.earlier)}.")
    return " ".join(told)


def day(at: dt.datetime) -> str:
    """A day as people write it: 21 November 2026."""
    return f"{at.day} {at:%B %Y}"


def not_looked_at(document: DocumentReport) -> list[str]:
    """What was not looked at, in plain English."""
    missing = [*document.not_run, *(f"Not read: {part}." for part in document.coverage.unread)]
    if MAP not in document.detectors:
        missing.append("No pseudonym map was given, so the real names of the review were not looked for.")
    return missing


def missing_everywhere(report: CheckReport) -> list[str]:
    """What was not looked at in any document."""
    missing = [not_looked_at(document) for document in report.documents]
    return [reason for reason in missing[0] if all(reason in others for others in missing)] if missing else []


def file_name(path: str) -> str:
    """The file's name without its folder."""
    return PurePath(path).name


def where(finding: Finding) -> str:
    """The place of a finding for a reader who has Word open."""
    if finding.location is None:
        return "more than one place" if finding.related else "whole document"
    return _place(finding.location)


def related(finding: Finding, *, several: bool = False) -> list[str]:
    """The other places of a finding, quoted; with `several`, each with its document."""
    told = []
    for other in finding.related[:_RELATED]:
        place = _place(other.location) if other.location else "whole document"
        told.append(f"“{' '.join(other.text.split())}” – " + (f"{file_name(other.file)}, " if several else "") + place)
    more = len(finding.related) - _RELATED
    return [*told, f"and {more} more"] if more > 0 else told


_RELATED = 12
"""How many other places of one finding are listed."""


def _place(location: Location) -> str:
    paragraph = f"paragraph {location.paragraph + 1}"
    part = location.part
    if part in ("text", "word/document.xml"):
        return paragraph
    known = next((name for start, name in _PARTS.items() if part.startswith(start)), part)
    return f"{known}, {paragraph}"


def plural(count: int, noun: str) -> str:
    """'1 finding', '2 findings'."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
