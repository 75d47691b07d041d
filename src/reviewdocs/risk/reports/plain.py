"""The report as JSON (docs/contracts.md, Findings) and as text for the screen."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence

from reviewdocs.model.findings import CheckReport, DocumentReport, Finding, Severity
from reviewdocs.risk.reports import answers, counts, wording
from reviewdocs.risk.reports.grouping import Group, Thing, detail, groups, things
from reviewdocs.risk.reports.places import file_name, related, where
from reviewdocs.risk.reports.settled import settled_things

_WIDTH = 100
_SHOWN = 12
"""How many things of one rule the screen shows; all of what stops publication or names somebody."""
_PLACES = 3
"""How many places of one thing are quoted; the others are told in a line where they must be seen."""


def as_json(report: CheckReport) -> str:
    """The report as one JSON object."""
    return json.dumps(report.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=1) + "\n"


def as_text(report: CheckReport) -> str:
    """The report for the screen: verdict first, findings in their sentences, limits last."""
    lines = list(_overview(report)) if len(report.documents) > 1 else []
    for document in report.documents:
        lines += [*_document(document), ""]
    for failed in report.failed:
        lines += [f"{failed.file}: COULD NOT BE CHECKED", *_wrapped(failed.reason, "  "), ""]
    lines += _left_aside(report)
    lines += _together(report)
    lines += ["Limits", *(line for limit in wording.LIMITS for line in _wrapped(limit, "  - "))]
    lines += ["", *_wrapped(wording.made_by(report), "")]
    return "\n".join(_printable(line) for line in lines) + "\n"


def _overview(report: CheckReport) -> Iterator[str]:
    """The answer for all of several documents, and each one's in a line."""
    yield answers.headline_of_all(report).upper()
    yield from _wrapped(answers.overall_summary(report), "  ")
    for document in report.documents:
        told = ", ".join(f"{count} {severity}" for severity, count in counts.counted(document).items())
        yield from _wrapped(f"{file_name(document.file)}: {answers.answer(document)} ({told})", "  - ")
    for failed in report.failed:
        yield from _wrapped(f"{file_name(failed.file)}: No: could not be checked", "  - ")
    yield ""


def _left_aside(report: CheckReport) -> Iterator[str]:
    """What of the folders given was not checked, because it is no document."""
    if report.left_aside:
        yield "Left aside: no documents, or earlier reports of this check"
        for file in report.left_aside:
            yield from _wrapped(file, "  - ")
        yield ""


def _document(document: DocumentReport) -> Iterator[str]:
    yield f"{document.file}: {answers.headline(document).upper()}"
    yield from _wrapped(answers.summary(document), "  ")
    yield from _wrapped(answers.progress(document), "  ")
    yield "  Not looked at:"
    for reason in (*wording.not_looked_at(document), wording.NOT_LOOKED_AT):
        yield from _wrapped(reason, "  - ")
    read = wording.plural(len(document.coverage.read), "part")
    by = f"by {len(document.detectors)} detectors; language model: {document.language_model}"
    yield f"  Read: {read} of the file, {by}."
    told = ", ".join(f"{count} {severity}" for severity, count in counts.counted(document).items())
    yield f"  Findings: {told}; decided: {len(things(counts.settled(document)))}"
    yield from _wrapped(wording.left_out(document), "  ")
    for severity in (Severity.BLOCK, Severity.REVIEW):
        yield from _groups(counts.unsettled(document), severity)
    yield from _accepted(document.findings)
    yield from _groups(counts.unsettled(document), Severity.NOTE)
    yield from _standing(document)
    yield from _decided(document)


def _standing(document: DocumentReport) -> Iterator[str]:
    """What of the map stands in it, whatever was decided."""
    if lines := wording.standing_words(document):
        yield ""
        yield f"  {wording.STANDING.upper()}"
        yield from _wrapped(wording.STANDING_MEANS, "    ")
        for line in lines:
            yield from _wrapped(line, "    • ")


def _together(report: CheckReport) -> Iterator[str]:
    """What several documents tell only together, and what of it is decided."""
    if not report.bundle.findings:
        return
    yield wording.TOGETHER.upper()
    yield from _wrapped(wording.TOGETHER_MEANS, "  ")
    for severity in Severity:
        yield from _groups(counts.open_together(report), severity, several=True)
    yield from _accepted(report.bundle.findings, several=True)
    if findings := counts.otherwise_decided(report.bundle.findings):
        yield f"  {wording.DECIDED.upper()} – {wording.DECIDED_MEANS}"
        yield from _settled(findings, several=True)
    yield ""


def _accepted(findings: Sequence[Finding], *, several: bool = False) -> Iterator[str]:
    """The risks that somebody let stand."""
    if risks := counts.let_stand(findings):
        yield ""
        yield f"  {wording.ACCEPTED.upper()} – {wording.ACCEPTED_MEANS}"
        yield from _settled(risks, several=several)


def _settled(findings: Sequence[Finding], *, several: bool = False) -> Iterator[str]:
    """Findings with their decisions."""
    for settled in settled_things(findings):
        lead, found = settled.thing.lead, settled.thing.findings
        places = "; ".join(f"[{f.id}]" if several else f"{where(f)} [{f.id}]" for f in found)
        yield from _wrapped(f"{settled.thing.title} ({lead.rule}, {lead.severity}): {settled.told}", "    • ")
        yield from _wrapped(places, "      ")
        for line in related(lead, several=True) if several else ():
            yield from _wrapped(line, "        ")


def _decided(document: DocumentReport) -> Iterator[str]:
    """What else is settled, each with its decision, and what is gone."""
    if findings := counts.otherwise_decided(document.findings):
        yield ""
        yield f"  {wording.DECIDED.upper()} – {wording.DECIDED_MEANS}"
        yield from _settled(findings)
    if document.since and document.since.gone:
        yield ""
        yield "  GONE – found in the version before, and not in this one"
        for gone in document.since.gone:
            yield from _wrapped(f"{gone.text} [{gone.id}] ({gone.rule})", "    • ")


def _groups(findings: Sequence[Finding], severity: Severity, *, several: bool = False) -> Iterator[str]:
    """The findings of one severity."""
    found = groups(findings, severity)
    if found:
        yield ""
        yield f"  {severity.upper()} – {wording.SEVERITY_MEANS[severity]}"
    for group in found:
        yield from _group(group, several=several)


def _group(group: Group, *, several: bool = False) -> Iterator[str]:
    yield ""
    yield from _wrapped(f"{group.message} ({group.rule}, {group.counted})", "    ")
    shown = [thing for number, thing in enumerate(group.things) if number < _SHOWN or thing.never_cut]
    for thing in shown:
        yield from _thing(thing, group, several=several)
    if hidden := len(group.things) - len(shown):
        yield f"    … and {hidden} more; `--format html` shows all."
    yield from _wrapped(f"What to do: {group.remedy}", "    ")


def _thing(thing: Thing, group: Group, *, several: bool) -> Iterator[str]:
    """One thing and its places, of which the first are quoted."""
    alone = len(thing.findings) == 1
    if not alone:
        yield from _wrapped(thing.title, "    • ")
    for finding in thing.findings[:_PLACES]:
        yield from _place(finding, group, "    • " if alone else "      - ", several=several)
        for line in related(finding, several=several):
            yield from _wrapped(line, "        ")
    rest = thing.findings[_PLACES:]
    if rest and thing.never_cut:
        places = "; ".join(f"{finding.text} [{finding.id}] {where(finding)}" for finding in rest)
        yield from _wrapped(f"{len(rest)} more: {places}", "      - ")
    elif rest:
        yield f"      - … and {len(rest)} more places; `--format html` shows all."


def _place(finding: Finding, group: Group, indent: str, *, several: bool) -> Iterator[str]:
    place = "" if several else f" {where(finding)}."
    more = f"{detail(finding, group)} {wording.standing(finding)}".strip()
    yield from _wrapped(f"{finding.text} [{finding.id}]{place} {more}".rstrip(), indent)
    if finding.context and finding.context != finding.text:
        yield from _wrapped(f"“{' '.join(finding.context.split())}”", " " * len(indent))


def _wrapped(text: str, indent: str) -> list[str]:
    """Text in lines, the first beginning with `indent` and the rest with as many blanks."""
    return textwrap.wrap(
        text, _WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent), break_on_hyphens=False
    )


def _printable(line: str) -> str:
    """Without control characters: the document's text must not drive the terminal."""
    return "".join(character if character.isprintable() else " " for character in line)
