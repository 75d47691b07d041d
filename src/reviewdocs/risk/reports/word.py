"""The report as a Word document: to read, print, fill in, sign and file."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

from reviewdocs.model.findings import CheckReport, DocumentReport, Finding, Severity, Verdict
from reviewdocs.risk.reports import MARK, answers, counts, record, wording
from reviewdocs.risk.reports import word_parts as parts
from reviewdocs.risk.reports.grouping import Group, Thing, detail, groups, things
from reviewdocs.risk.reports.places import file_name, related, where
from reviewdocs.risk.reports.settled import settled_things

_TITLE = "Residual risk check before publication"
_QUOTED = 3
"""Places of one thing that are quoted with their sentences; of the rest only where they are."""


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
        _document(document, checked, report)
    if report.left_aside:
        document.add_heading("Left aside", 1)
        parts.say(document, "No documents, or earlier reports of this check: nobody checked them.")
        parts.bullets(document, report.left_aside)
    _together(document, report)
    for failed in report.failed:
        document.add_heading(wording.legible(file_name(failed.file)), 1)
        parts.verdict_box(document, "Could not be checked", [failed.reason], "8F1414")
    _worksheet(document)
    document.add_heading("Limits of this check", 1)
    parts.bullets(document, wording.LIMITS)
    parts.say(document, wording.made_by(report))
    return parts.to_bytes(document, MARK)


def _overview(document: Document, report: CheckReport) -> None:
    """The answer for all documents, and each one's in a row."""
    sentences = [answers.overall_summary(report)]
    parts.verdict_box(document, answers.headline_of_all(report), sentences, _colour(report.verdict))
    heads = ("Document", "May it go out?", *(severity.capitalize() for severity in Severity), "Decided")
    table = parts.table(document, heads, (40, 24, 9, 9, 8, 10), "The verdict and the number of findings by document")
    for checked in report.documents:
        told = [str(tally.open) for tally in counts.tallies(checked.findings)]
        row = (file_name(checked.file), answers.answer(checked), *told, str(len(things(counts.settled(checked)))))
        parts.add_row(table, row)
    if report.bundle.findings:
        told = [str(tally.open) for tally in counts.tallies(report.bundle.findings)]
        parts.add_row(
            table,
            (
                wording.TOGETHER,
                answers.answer_together(report),
                *told,
                str(len(things(counts.settled_together(report)))),
            ),
        )
    for failed in report.failed:
        parts.add_row(table, (file_name(failed.file), "No: could not be checked", "", "", "", ""))


_COLOURS = {Verdict.READY: "1D5C2E", Verdict.ACCEPTED: "7A4B00"}


def _colour(verdict: Verdict) -> str:
    """Of the verdict's letters and its bar; its words say the same."""
    return _COLOURS.get(verdict, "8F1414")


def _document(document: Document, checked: DocumentReport, report: CheckReport) -> None:
    document.add_heading(wording.legible(file_name(checked.file)), 1)
    sentences = [answers.summary(checked), answers.progress(checked)]
    parts.verdict_box(document, answers.headline(checked), sentences, _colour(checked.verdict))
    document.add_heading("What was not looked at", 2)
    missing = wording.not_looked_at(checked)
    parts.bullets(document, (*missing, wording.NOT_LOOKED_AT))
    if not missing:
        parts.say(document, wording.READ_WHOLE)
    document.add_heading("What was read, and by what", 2)
    read = wording.plural(len(checked.coverage.read), "part")
    said = f"{read} of the file {checked.file}, by {len(checked.detectors)} detectors."
    parts.say(document, f"{said} Hash, versions and decisions: see “{record.RECORD}” below.")
    _counts(document, checked)
    if counts.unsettled(checked):
        parts.say(document, wording.HOW_TO_DECIDE).paragraph_format.space_before = Pt(8)
    tallies = {tally.severity: tally.open for tally in counts.tallies(checked.findings)}
    for severity in Severity:
        if severity is Severity.NOTE:
            _accepted(document, checked.findings)
        if tallies[severity]:
            found, means = wording.plural(tallies[severity], "finding"), wording.SEVERITY_MEANS[severity]
            document.add_heading(f"{severity.capitalize()}: {found} – {means}", 2)
        for group in groups(counts.unsettled(checked), severity):
            _group(document, group)
    if lines := wording.standing_words(checked):
        document.add_heading(wording.STANDING, 2)
        parts.say(document, wording.STANDING_MEANS)
        parts.bullets(document, lines)
    _decided(document, f"{wording.DECIDED} – {wording.DECIDED_MEANS}", counts.otherwise_decided(checked.findings))
    if checked.since and checked.since.gone:
        document.add_heading(f"Gone since {wording.day(checked.since.at)}", 2)
        parts.bullets(document, (f"{gone.text} ({gone.rule}, {gone.id})" for gone in checked.since.gone))
    if lines := record.pictures(checked):
        document.add_heading("Pictures – each for a person to look at", 2)
        parts.bullets(document, lines)
    document.add_heading(record.RECORD, 2)
    table = parts.table(document, ("What is asked", "Answer"), (28, 72), record.RECORD)
    for row in record.record(checked, report):
        parts.add_row(table, row)


def _counts(document: Document, checked: DocumentReport) -> None:
    """How many findings by severity; then what was found, worst first."""
    document.add_heading("Findings", 2)
    table = parts.table(
        document, ("Severity", "To settle", "In places", "Decided", "New"), (32, 17, 17, 17, 17), "Findings by severity"
    )
    for tally in counts.tallies(checked.findings):
        fresh = str(tally.fresh) if checked.since else "–"
        parts.add_row(
            table, (tally.severity.capitalize(), str(tally.open), str(tally.places), str(tally.decided), fresh)
        )
    found = [(severity, g) for severity in Severity for g in groups(counts.unsettled(checked), severity)]
    if found:
        parts.say(document, "")
        contents = parts.table(
            document, ("Severity", "What was found", "Findings", "Places"), (14, 62, 12, 12), "What was found"
        )
        for severity, group in found:
            parts.add_row(contents, (severity.capitalize(), group.message, str(len(group.things)), str(group.count)))


def _group(document: Document, group: Group, *, several: bool = False) -> None:
    """One rule's findings, each text with its sentences and places."""
    document.add_heading(wording.legible(f"{group.message} ({group.counted})"), 3)
    parts.say(document, f"What to do: {group.remedy}").paragraph_format.keep_with_next = True
    second = "What the documents say" if several else "In its sentence"
    heads = ("What stands there", second, "Where, and the id for a decision")
    table = parts.table(document, heads, (24, 44, 32), group.message)
    for thing in group.things:
        _thing(table, thing, group, several=several)


def _thing(table: Table, thing: Thing, group: Group, *, several: bool) -> None:
    places = len(thing.findings)
    shown = thing.findings if places <= _QUOTED + 1 else thing.findings[:_QUOTED]
    for number, finding in enumerate(shown):
        text = thing.title if places > 1 and number == 0 else finding.text
        cells = parts.add_row(table, (text, "", "" if several else where(finding)))
        _quote(cells[1], finding, several=several)
        if told := detail(finding, group):
            parts.write(cells[1], told)
        parts.write(cells[2], finding.id, style="Place")
        if told := wording.standing(finding):
            parts.write(cells[2], told).runs[0].bold = True
    rest = thing.findings[len(shown) :]
    if rest:
        cells = parts.add_row(table, (thing.text, f"{len(rest)} more places of the same:", ""))
        for finding in rest:
            parts.write(
                cells[1],
                f"“{finding.text}” {where(finding)} [{finding.id}] {wording.standing(finding)}".rstrip(),
                style="Place",
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


def _accepted(document: Document, findings: Sequence[Finding], *, several: bool = False) -> None:
    """The risks that somebody let stand, and how many."""
    title = f"{wording.ACCEPTED} – {wording.ACCEPTED_MEANS}"
    _decided(document, title, counts.let_stand(findings), several=several)


def _decided(document: Document, title: str, findings: Sequence[Finding], *, several: bool = False) -> None:
    if not findings:
        return
    document.add_heading(title, 2)
    heads = ("What stands there", "Where", "The decision")
    table = parts.table(document, heads, (28, 32, 40), title)
    for settled in settled_things(findings):
        cells = parts.add_row(table, (settled.thing.title, "", settled.told))
        for finding in settled.thing.findings:
            if not several:
                parts.write(cells[1], where(finding))
            for line in related(finding, several=several):
                parts.write(cells[1], line)
            parts.write(cells[1], f"{finding.rule}, {finding.severity}, {finding.id}", style="Place")


def _together(document: Document, report: CheckReport) -> None:
    """What several documents tell only together."""
    if not report.bundle.findings:
        return
    document.add_heading(wording.TOGETHER, 1)
    parts.say(document, wording.TOGETHER_MEANS)
    for severity in Severity:
        for group in groups(counts.open_together(report), severity):
            _group(document, group, several=True)
    found = report.bundle.findings
    _accepted(document, found, several=True)
    title = f"{wording.DECIDED} – {wording.DECIDED_MEANS}"
    _decided(document, title, counts.otherwise_decided(found), several=True)


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
