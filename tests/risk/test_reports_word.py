"""The report in Word says what the JSON says, is neutral and accessible, and nothing of a document breaks it."""

from __future__ import annotations

import datetime as dt
import html
import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from reviewdocs.formats.opening import open_document, structure_of
from reviewdocs.model.decisions import Action, Decided, Scope
from reviewdocs.model.findings import (
    BundleReport,
    Change,
    CheckReport,
    Comparison,
    CoverageReport,
    DocumentReport,
    FailedInput,
    Finding,
    Gone,
    Location,
    Related,
    Severity,
    Verdict,
)
from reviewdocs.model.mentions import Category
from reviewdocs.model.standing import How, Resemblance, StandingPlace, StandingWord
from reviewdocs.risk import reports
from reviewdocs.risk.reports.word import as_docx

AT = dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC)
HOSTILE = "Zoë <b>& \x1b[31m\x00\u202e\ufffeAshgrove]]>"


def _finding(number: int, rule: str, severity: Severity, text: str, **more: object) -> Finding:
    place = Location(part="word/document.xml", paragraph=1, start=0, end=4, landmark="table row 3 under “Chronology”")
    usual: dict[str, object] = {
        "id": f"{number:016x}",
        "rule": rule,
        "category": Category.DATE,
        "severity": severity,
        "text": text,
        "context": f"Seen with {text} at home.",
        "location": place,
        "message": f"A thing of {rule} is stated.",
        "suggestion": "Say less.",
        "confidence": 0.5,
        "detected_by": ("Test",),
    }
    return Finding.model_validate(usual | more)


def _decision(action: Action) -> Decided:
    return Decided(
        number=7,
        at=AT,
        by="M. Bishop",
        action=action,
        argument="",
        scope=Scope.EVERYWHERE,
        reason="Agreed by the panel",
        document="a.docx",
        sha256="0" * 64,
        tool_version="1",
    )


def _document(name: str, findings: list[Finding], verdict: Verdict = Verdict.NOT_READY) -> DocumentReport:
    return DocumentReport(
        file=f"/somewhere/{name}",
        sha256="0" * 64,
        verdict=verdict,
        coverage=CoverageReport(read=("word/document.xml",), unread=()),
        detectors=("PseudonymMap", "Date"),
        language_model="m 1",
        not_run=(),
        findings=tuple(findings),
        since=Comparison(
            at=AT,
            document="v1",
            sha256="1" * 64,
            gone=(Gone(id="9" * 16, rule="court", severity=Severity.REVIEW, text="Crown Court at Thornmere"),),
        ),
    )


def _report(findings: list[Finding], **more: object) -> CheckReport:
    given: dict[str, object] = {
        "tool_version": "1.2",
        "checked_on": AT.date(),
        "documents": (_document("overview.docx", findings),),
    }
    return CheckReport.model_validate(given | more)


@pytest.fixture
def report() -> CheckReport:
    settled = _finding(5, "exact-date", Severity.REVIEW, "8 May 2019", decision=_decision(Action.ACCEPT))
    linkage = _finding(
        8,
        "linkage",
        Severity.REVIEW,
        "Child A: lighthouse keeper + aged seven",
        context="",
        location=None,
        related=(
            Related(
                file="/x/overview.docx",
                location=settled.location,
                text="lighthouse keeper",
                context="His work as lighthouse keeper began in spring.",
            ),
            Related(file="/x/summary.docx", location=settled.location, text="aged seven"),
        ),
    )
    return _report(
        [
            _finding(1, "map-survivor", Severity.BLOCK, HOSTILE),
            _finding(2, "exact-date", Severity.REVIEW, "12 March 2019", change=Change.NEW),
            _finding(3, "exact-date", Severity.REVIEW, "12 March 2019", change=Change.KNOWN),
            settled,
            _finding(6, "leftover", Severity.NOTE, "Draft"),
        ],
        failed=(FailedInput(file="bad.docx", reason="It is damaged."),),
        bundle=BundleReport(findings=(linkage,)),
    )


def _read(data: bytes) -> tuple[list[str], list[list[list[str]]]]:
    """Paragraphs, and tables by row and cell."""
    made = docx.Document(io.BytesIO(data))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in made.tables]
    return [paragraph.text for paragraph in made.paragraphs], tables


def test_the_word_report_says_the_verdict_and_the_counts_of_the_json(report: CheckReport) -> None:
    lines, tables = _read(as_docx(report))
    (told,) = json.loads(reports.as_json(report))["documents"]
    assert told["verdict"] == "not-ready"
    assert lines[lines.index("overview.docx") + 1] == "Not ready to go out"
    counts = next(table for table in tables if table[0] == ["Severity", "To settle", "In places", "Decided", "New"])
    for severity, _, waiting, decided, _ in counts[1:]:
        mine = [finding for finding in told["findings"] if finding["severity"] == severity.lower()]
        assert int(waiting) == sum(finding["decision"] is None for finding in mine)
        assert int(decided) == sum(finding["decision"] is not None for finding in mine)
    everything = "\n".join([*lines, *(cell for table in tables for row in table for cell in row)])
    assert all(finding["id"] in everything for finding in told["findings"])
    for expected in ("Crown Court at Thornmere", "What was not looked at", "It is damaged.", "table row 3 under"):
        assert expected in everything


def test_decided_findings_stand_apart_and_new_ones_are_told(report: CheckReport) -> None:
    _, tables = _read(as_docx(report))
    decided = next(table for table in tables if table[0][-1] == "The decision")
    assert [row[0] for row in decided[1:]] == ["8 May 2019"]
    assert "M. Bishop, 21 November 2026" in decided[1][2]
    found = [row for table in tables if table[0][0] == "What stands there" for row in table[1:]]
    assert [row[2].endswith("New.") for row in found if row[0].startswith("12 March 2019")] == [True, False]


def test_what_documents_tell_together_is_quoted_from_each(report: CheckReport) -> None:
    quotes = (
        "“lighthouse keeper” in “His work as lighthouse keeper began in spring.” – overview.docx",
        "“aged seven” – summary.docx",
    )
    _, tables = _read(as_docx(report))
    row = next(row for table in tables for row in table if row[0].startswith("Child A: lighthouse"))
    assert all(quote in row[1] for quote in quotes)
    for told in (reports.as_html(report), " ".join(reports.as_text(report).split())):
        assert all(quote in told for quote in quotes)


def test_the_word_report_is_accessible_and_names_no_author(report: CheckReport) -> None:
    data = as_docx(report)
    made = docx.Document(io.BytesIO(data))
    properties = made.core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.title.startswith("Residual risk check")
    structure = structure_of(open_document("report.docx", data))
    assert structure is not None
    assert structure.language == "en-GB"
    assert structure.headings > 10
    assert structure.headless == 0
    assert all(table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None for table in made.tables)
    assert (round(made.sections[0].page_width.mm), round(made.sections[0].page_height.mm)) == (210, 297)
    assert "PAGE" in made.sections[0].footer._element.xml
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not [name for name in package.namelist() if "thumbnail" in name or name.endswith("app.xml")]


def test_nothing_a_document_holds_breaks_a_report_or_steers_its_reader(report: CheckReport) -> None:
    lines, tables = _read(as_docx(report))
    cells = [cell for table in tables for row in table for cell in row]
    assert any("Zoë <b>& " in cell and "Ashgrove]]>" in cell for cell in cells)
    for told in (reports.as_html(report), "\n".join([*lines, *cells])):
        assert not {"\x1b", "\x00", "\u202e", "\ufffe"} & set(told)
    assert "Zoë &lt;b&gt;&amp; " in reports.as_html(report)


def test_words_of_the_map_that_stand_are_one_short_list_in_every_report(report: CheckReport) -> None:
    def word(text: str, probability: float | None, how: How, capital: bool) -> StandingWord:
        place = StandingPlace("text", 0, 7, 7 + len(text), text, how, probability, capital)
        return StandingWord(text, ("CHILD",), text.casefold(), Resemblance.SAME, 1, (how,), probability, (place,))

    words = (
        word("Autumn", 0.1, How.LEFT, True),
        word("hope", 0.02, How.LEFT, False),
        word("Long", 0.0, How.PERMITTED, True),
        word("Saffron", 0.99, How.NAME, True),
    )
    told = [
        "Autumn (CHILD): left as a word; a name with probability 0.10.",
        "Left as ordinary words: hope.",
        "A permitted person's: Long.",
    ]
    one = report.model_copy(update={"documents": (report.documents[0].model_copy(update={"standing": words}),)})
    for shown in (reports.as_text(one), html.unescape(reports.as_html(one)), "\n".join(_read(as_docx(one))[0])):
        assert all(line in shown for line in told)
        assert "A name: Saffron" not in shown
    standing = json.loads(reports.as_json(one))["documents"][0]["standing"]
    assert [(each["word"], each["count"], each["decided"]) for each in standing][:2] == [
        ("Autumn", 1, ["left as a word"]),
        ("hope", 1, ["left as a word"]),
    ]


def test_hundreds_of_like_places_are_grouped_and_none_is_lost() -> None:
    found = [_finding(n, "exact-date", Severity.REVIEW, f"{n % 25 + 1} May 2019") for n in range(400)]
    report = _report(found)
    _, tables = _read(as_docx(report))
    (table,) = [table for table in tables if table[0][0] == "What stands there"]
    assert len(table) < 150
    everything = "\n".join(cell for row in table for cell in row)
    page = reports.as_html(report)
    assert all(finding.id in everything and finding.id in page for finding in found)
    assert page.count("<details>") == 26
    assert page.index('href="#d1-exact-date"') < page.index('id="d1-exact-date"')
    assert len(reports.as_text(report).splitlines()) < 200


def test_the_page_does_not_say_all_was_read_where_one_document_was_not() -> None:
    whole, part = _document("a.docx", [], Verdict.READY), _document("b.docx", [], Verdict.NOT_CHECKED)
    part = part.model_copy(update={"not_run": ("The language model did not run.",)})
    page = reports.as_html(_report([], documents=(whole, part)))
    assert "every detector ran" not in page
    assert "The language model did not run." in page
    assert page.index("Not fully checked") < page.index("a.docx")
    assert "every detector ran" in reports.as_html(_report([], documents=(whole, whole)))


def test_documents_that_are_ready_alone_are_not_ready_while_what_they_tell_together_is_open(
    report: CheckReport,
) -> None:
    ready = _document("a.docx", [], Verdict.READY)
    together = _report([], documents=(ready, ready), bundle=report.bundle)
    assert reports.as_text(together).startswith("NOT READY TO GO OUT")
    assert reports.as_html(together).index("Not ready to go out") < reports.as_html(together).index("No known leak")


def test_the_command_writes_a_word_report_and_replaces_only_its_own(cli, tmp_path: Path) -> None:
    text, output = tmp_path / "report.txt", tmp_path / "risks.docx"
    text.write_text("She was seen on 12 March 2019.")
    refused = cli("check", text, "--format", "docx")
    assert refused.code == 2
    assert "-o" in refused.err
    assert cli("check", text, "--format", "docx", "-o", tmp_path / "risks.txt").code == 2
    for _ in range(2):
        assert cli("check", text, "--format", "docx", "-o", output, "--quiet").code in (1, 3)
    filled = docx.Document(output)
    filled.tables[-1].rows[1].cells[1].text = "Searched for two sentences: nothing."
    filled.save(output)
    again = cli("check", text, "--format", "docx", "-o", output)
    assert again.code == 4
    assert "Searched for two" in docx.Document(output).tables[-1].rows[1].cells[1].text
