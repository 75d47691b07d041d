"""The report as a Word document: to read, print, fill in, sign and file."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

from reviewdocs.model.findings import CheckReport, DocumentReport, Finding, Severity, Verdict
from reviewdocs.risk.reports import MARK, wording
from reviewdocs.risk.reports import word_parts as parts
from reviewdocs.risk.reports.grouping import Alike, Group, detail, groups
from reviewdocs.risk.reports.places import file_name, related, where

_TITLE = "Residual risk check before publication"
_QUOTED = 3
"""Places of one text that are quoted with their sentences; of the rest only where they are."""


def as_docx(report: CheckReport) -> bytes:
    """The report as a .docx: verdict first, findings in their sentences, a worksheet to fill, limits last."""
    title = f"{_TITLE}: {file_name(report.documents[0].file)}" if len(report.documents) == 1 else _TITLE
    document = parts.new_document(wording.legible(title), report.checked_on, _TITLE)
    parts.say(document, _TITLE, "Title")
    on = f"Checked on {wording.day(report.checked_on)}. " if report.checked_on else ""
    parts.say(document, f"{on}This report quotes the documents it was made from: keep it as safe as the drafts.")
    if len(report.documents) + len(report.failed) > 1:
        _overview(document, report)
    for checked in report.documents:
        _document(document, checked)
    _together(document, report)
    for failed in report.failed:
        document.add_heading(wording.legible(file_name(failed.file)), 1)
        parts.verdict_box(document, "Could not be checked", [failed.reason], good=False)
    _worksheet(document)
    document.add_heading("Limits of this check", 1)
    parts.bullets(document, wording.LIMITS)
    parts.say(document, wording.made_by(report))
    return parts.to_bytes(document, MARK)


def _overview(document: Document, report: CheckReport) -> None:
    """The answer for all documents, and each one's in a row."""
    verdict = wording.overall(report)
    sentences = [wording.overall_summary(report)]
    parts.verdict_box(document, wording.HEADLINE[verdict], sentences, good=verdict is Verdict.READY)
    heads = ("Document", "May it go out?", *(severity.capitalize() for severity in Severity), "Decided")
    table = parts.table(document, heads, (40, 24, 9, 9, 8, 10), "The verdict and the number of findings by document")
    for checked in report.documents:
        counts = [str(tally.open) for tally in wording.tallies(checked.findings)]
        row = (file_name(checked.file), wording.ANSWER[checked.verdict], *counts, str(len(wording.settled(checked))))
        parts.add_row(table, row)
    if report.bundle.findings:
        counts = [str(tally.open) for tally in wording.tallies(report.bundle.findings)]
        parts.add_row(
            table,
            (wording.TOGETHER, wording.answer_together(report), *counts, str(len(wording.settled_together(report)))),
        )
    for failed in report.failed:
        parts.add_row(table, (file_name(failed.file), "No: could not be checked", "", "", "", ""))


def _document(document: Document, checked: DocumentReport) -> None:
    document.add_heading(wording.legible(file_name(checked.file)), 1)
    sentences = [wording.summary(checked), wording.progress(checked)]
    parts.verdict_box(document, wording.HEADLINE[checked.verdict], sentences, good=checked.verdict is Verdict.READY)
    document.add_heading("What was not looked at", 2)
    missing = wording.not_looked_at(checked)
    parts.bullets(document, (*missing, wording.NOT_LOOKED_AT))
    if not missing:
        parts.say(document, wording.READ_WHOLE)
    document.add_heading("What was read, and by what", 2)
    read = wording.plural(len(checked.coverage.read), "part")
    by = f"by {len(checked.detectors)} detectors (named at the end). Language model: {checked.language_model}"
    parts.say(document, f"{read} of the file {checked.file}, {by}. SHA-256 of the file: {checked.sha256}.")
    _counts(document, checked)
    if wording.unsettled(checked):
        parts.say(document, wording.HOW_TO_DECIDE).paragraph_format.space_before = Pt(8)
    for tally in wording.tallies(checked.findings):
        if tally.open:
            found = wording.plural(tally.open, "finding")
            means = wording.SEVERITY_MEANS[tally.severity]
            document.add_heading(f"{tally.severity.capitalize()}: {found} – {means}", 2)
        for group in groups(wording.unsettled(checked), tally.severity):
            _group(document, group)
    if lines := wording.standing_words(checked):
        document.add_heading(wording.STANDING, 2)
        parts.say(document, wording.STANDING_MEANS)
        parts.bullets(document, lines)
    _decided(document, wording.settled(checked))
    if checked.since and checked.since.gone:
        document.add_heading(f"Gone since {wording.day(checked.since.at)}", 2)
        parts.bullets(document, (f"{gone.text} ({gone.rule}, {gone.id})" for gone in checked.since.gone))


def _counts(document: Document, checked: DocumentReport) -> None:
    """How many findings by severity; then what was found, worst first."""
    document.add_heading("Findings", 2)
    table = parts.table(document, ("Severity", "To settle", "Decided", "New"), (40, 20, 20, 20), "Findings by severity")
    for tally in wording.tallies(checked.findings):
        fresh = str(tally.fresh) if checked.since else "–"
        parts.add_row(table, (tally.severity.capitalize(), str(tally.open), str(tally.decided), fresh))
    found = [(severity, g) for severity in Severity for g in groups(wording.unsettled(checked), severity)]
    if found:
        parts.say(document, "")
        contents = parts.table(document, ("Severity", "What was found", "Places"), (14, 74, 12), "What was found")
        for severity, group in found:
            parts.add_row(contents, (severity.capitalize(), group.message, str(group.count)))


def _group(document: Document, group: Group, *, several: bool = False) -> None:
    """One rule's findings, each text with its sentences and places."""
    document.add_heading(wording.legible(f"{group.message} ({wording.plural(group.count, 'place')})"), 3)
    parts.say(document, f"What to do: {group.remedy}").paragraph_format.keep_with_next = True
    second = "What the documents say" if several else "In its sentence"
    heads = ("What stands there", second, "Where, and the id for a decision")
    table = parts.table(document, heads, (24, 44, 32), group.message)
    for alike in group.alike:
        _alike(table, alike, group, several=several)


def _alike(table: Table, alike: Alike, group: Group, *, several: bool) -> None:
    places = len(alike.findings)
    shown = alike.findings if places <= _QUOTED + 1 else alike.findings[:_QUOTED]
    for number, finding in enumerate(shown):
        text = f"{alike.text} ({places} places)" if places > 1 and number == 0 else finding.text
        cells = parts.add_row(table, (text, "", "" if several else where(finding)))
        _quote(cells[1], finding, several=several)
        if told := detail(finding, group):
            parts.write(cells[1], told)
        parts.write(cells[2], finding.id, style="Place")
        if told := wording.standing(finding):
            parts.write(cells[2], told).runs[0].bold = True
    rest = alike.findings[len(shown) :]
    if rest:
        cells = parts.add_row(table, (alike.text, f"{len(rest)} more places with the same text:", ""))
        for finding in rest:
            parts.write(
                cells[1], f"{where(finding)} [{finding.id}] {wording.standing(finding)}".rstrip(), style="Place"
            )


def _quote(cell: _Cell, finding: Finding, *, several: bool) -> None:
    """The finding's sentence, or the quotes that it is made of."""
    before, found, after = finding.context.partition(finding.text)
    if found:
        parts.write_marked(cell, before, found, after)
    elif finding.context:
        parts.write(cell, finding.context)
    for line in related(finding, several=several):
        parts.write(cell, line)


def _decided(document: Document, findings: Sequence[Finding], *, several: bool = False) -> None:
    if not findings:
        return
    document.add_heading("Decided – listed, and no longer in the way", 2)
    heads = ("What stands there", "Where", "The decision")
    table = parts.table(document, heads, (28, 32, 40), "Findings that are decided")
    for finding in findings:
        told = wording.decided(finding.decision) if finding.decision else ""
        cells = parts.add_row(table, (finding.text, "" if several else where(finding), told))
        for line in related(finding, several=several):
            parts.write(cells[1], line)
        parts.write(cells[1], f"{finding.rule}, {finding.id}", style="Place")


def _together(document: Document, report: CheckReport) -> None:
    """What several documents tell only together."""
    if not report.bundle.findings:
        return
    document.add_heading(wording.TOGETHER, 1)
    parts.say(document, wording.TOGETHER_MEANS)
    for severity in Severity:
        for group in groups(wording.open_together(report), severity):
            _group(document, group, several=True)
    _decided(document, wording.settled_together(report), several=True)


def _worksheet(document: Document) -> None:
    """The questions of the ICO's test, with room for the answers."""
    heading = document.add_heading("Motivated intruder worksheet – for a person to fill", 1)
    heading.paragraph_format.page_break_before = True
    parts.say(document, wording.INTRUDER)
    heads = ("Question", "What you tried, and what you found")
    table = parts.table(document, heads, (42, 58), "Motivated intruder worksheet")
    for name, question, hint in wording.WORKSHEET:
        cells = parts.add_row(table, (name, ""), least=Mm(36))
        cells[0].paragraphs[0].runs[0].bold = True
        parts.write(cells[0], question)
        parts.write(cells[0], hint)
    for line in wording.SIGN_OFF:
        parts.add_row(table, (line, ""), least=Mm(12))
