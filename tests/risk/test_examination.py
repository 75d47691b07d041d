"""One document's report: places, overlaps, ids that last, and the verdict."""

from __future__ import annotations

import hashlib

import pytest

from reviewdocs.detect import Detector, models
from reviewdocs.formats.opening import open_document
from reviewdocs.model.findings import DocumentReport, Finding, Severity, Verdict
from reviewdocs.model.mentions import Category
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.records.load import validated
from reviewdocs.risk.examination import examine, typed, verdict
from reviewdocs.risk.place import LONGEST_TEXT, sentence

MAP = validated(
    PseudonymMap,
    {
        "id": "T-1",
        "review_type": "DHR",
        "people": [
            {"id": "A", "role": "victim", "pseudonym": "Anna", "forename": "Saffron", "surname": "Quillfeather"},
        ],
        "places": [{"id": "STREET", "name": "Larkspur Road", "pseudonym": "the Street"}],
        "permitted": [{"name": "Winifred Ashgrove", "role": "Chair"}],
        "panel": [{"job_title": "Head of Housing", "employer": "Barchester House", "name": "Tobias Merrigold"}],
    },
)


@pytest.fixture(scope="module")
def detector(tmp_path_factory: pytest.TempPathFactory) -> Detector:
    """Recognisers alone: what a model finds in a sentence made for a test is nobody's promise."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(models, "SHIPPED", tmp_path_factory.mktemp("no-model"))
        return Detector()


def _report(detector: Detector, text: str, pmap: PseudonymMap | None = None) -> DocumentReport:
    data = text.encode()
    return examine("report.txt", data, open_document("report.txt", data), pmap, detector)


def _rules(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.text) for finding in findings]


def test_offsets_of_plain_text_count_into_the_whole_file(detector: Detector) -> None:
    text = "Title\r\n\r\nÉcole. Born on 9 June 2011 in town.\r\n\r\nSeen on 3 June 2019."
    report = _report(detector, text)
    for finding in report.findings:
        assert finding.location is not None
        assert text[finding.location.start : finding.location.end] == finding.text
    assert _rules(report.findings) == [("date-of-birth", "9 June 2011"), ("exact-date", "3 June 2019")]
    assert report.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_worst_first_and_one_finding_for_one_place(detector: Detector) -> None:
    report = _report(detector, "She rang at 08:14 from 14 Ashgrove Road on 12 March 2019. NHS 999 000 0018.")
    assert _rules(report.findings) == [
        ("personal-number", "999 000 0018"),
        ("address", "14 Ashgrove Road"),
        ("clock-time", "08:14"),
        ("exact-date", "12 March 2019"),
    ]


def test_a_house_number_is_told_beside_a_street_of_the_map(detector: Detector) -> None:
    report = _report(detector, "They moved to 14 Larkspur Road.", MAP)
    assert ("address", "14 Larkspur Road") in _rules(report.findings)


def test_what_the_map_permits_is_no_finding(detector: Detector) -> None:
    text = "Chair: Winifred Ashgrove. Panel: Head of Housing, Barchester House. Anna was at home. Ref: T-1"
    assert _report(detector, text, MAP).findings == ()


def test_map_and_panel_names_block(detector: Detector) -> None:
    report = _report(detector, "Saffron Quillfeather was known. Present: Tobias Merrigold (Head of Housing).", MAP)
    told = {(finding.rule, finding.severity) for finding in report.findings}
    assert {("map-survivor", Severity.BLOCK), ("panel-name", Severity.BLOCK)} <= told


def test_an_account_that_holds_a_name_is_one_finding_to_its_end(detector: Detector) -> None:
    report = _report(detector, "Posted by @saffron.quillfeather07; nobody answered.", MAP)
    assert [(f.rule, f.category, f.text) for f in report.findings] == [
        ("map-survivor", Category.ONLINE, "@saffron.quillfeather07")
    ]


def test_ids_last_when_the_document_changes_elsewhere(detector: Detector) -> None:
    kept = "She was seen on 12 March 2019 by Dr Ashgrove."
    before = {f.id for f in _report(detector, kept).findings}
    wrapped = kept.replace(" by ", "\nby ").replace("12 March", "12\u00a0March")
    after = {f.id for f in _report(detector, f"A new page.\n\nSeen on 3 June 2019.\n\n{wrapped}").findings}
    assert len(before) == 2
    assert before < after


def test_like_findings_in_like_sentences_have_ids_of_their_own(detector: Detector) -> None:
    report = _report(detector, "Seen on 12 March 2019.\n\nSeen on 12 March 2019.")
    assert len({finding.id for finding in report.findings}) == 2


def test_without_a_language_model_nothing_is_called_ready(detector: Detector) -> None:
    report = _report(detector, "A quiet text.")
    assert report.findings == ()
    assert report.verdict is Verdict.NOT_CHECKED
    assert "No language model is installed" in report.not_run[0]


@pytest.mark.parametrize(
    ("severity", "not_run", "unread", "expected"),
    [
        (None, (), (), Verdict.READY),
        (Severity.NOTE, (), (), Verdict.READY),
        (Severity.REVIEW, (), (), Verdict.NOT_READY),
        (Severity.BLOCK, (), (), Verdict.NOT_READY),
        (Severity.BLOCK, ("The model did not run.",), (), Verdict.NOT_CHECKED),
        (None, (), ("word/x.bin: unknown",), Verdict.NOT_CHECKED),
    ],
)
def test_verdict(
    detector: Detector, severity: Severity | None, not_run: tuple[str, ...], unread: tuple[str, ...], expected: Verdict
) -> None:
    found = _report(detector, "Seen on 12 March 2019.").findings
    findings = [finding.model_copy(update={"severity": severity}) for finding in found] if severity else []
    assert verdict(findings, not_run=not_run, unread=unread) is expected


def test_a_name_in_the_file_name_blocks(detector: Detector) -> None:
    data = b"Text."
    report = examine("Quillfeather overview.txt", data, open_document("x.txt", data), MAP, detector)
    assert [(f.rule, f.location) for f in report.findings] == [("file-name", None)]


def test_texts_are_short_and_contexts_are_sentences(detector: Detector) -> None:
    long = "word " * 200 + "seen on 12 March 2019 at home " + "word " * 200
    (finding,) = (found for found in _report(detector, long).findings if found.rule == "exact-date")
    assert len(finding.text) <= LONGEST_TEXT
    assert len(finding.context) < 200
    assert "12 March 2019" in finding.context
    assert sentence("One. Two is here. Three.", 5, 8) == "Two is here."


def test_what_word_writes_of_itself_is_nobody_and_what_somebody_wrote_into_it_is() -> None:
    written = Paragraph("word/document.xml", 0, "PAGEREF _Toc00900007 \\h", layer=Layer.HIDDEN, place="Field code")
    link = Paragraph(
        "word/document.xml", 1, 'HYPERLINK "Tamsin notes.docx" \\o "x"', layer=Layer.HIDDEN, place="Field code"
    )
    style = Paragraph("word/styles.xml@val", 0, "Balloon Text Char", layer=Layer.HIDDEN, place="Style name")
    own = Paragraph("word/styles.xml@val", 1, "Tamsin heading", layer=Layer.HIDDEN, place="Style name")
    read = typed([written, link, style, own])
    assert [(paragraph.part, paragraph.index) for paragraph in read if paragraph.text.strip()] == [link.key, own.key]
    assert read[1].text.index("Tamsin") == link.text.index("Tamsin")


@pytest.mark.parametrize(
    "code",
    [
        'HYPERLINK "x" \\o"Tamsin Quill"',
        "REF RefTamsin \\h",
        "TAMSIN",
        "PAGEREF TocTamsin \\h",
        'XE "Tamsin" \\bTamsin',
    ],
)
def test_a_name_that_touches_a_field_s_own_words_is_still_read(code: str) -> None:
    (read,) = typed([Paragraph("word/document.xml", 0, code, layer=Layer.HIDDEN, place="Field code")])
    assert read.text.casefold().count("tamsin") == code.casefold().count("tamsin")


@pytest.mark.parametrize("name", ["NormalWeb", "Intense Reference", "IntenseQuoteChar", "Heading1Char", "TOCHeading"])
def test_words_own_names_of_styles_are_nobodys(name: str) -> None:
    assert typed([Paragraph("word/styles.xml@val", 0, name, layer=Layer.HIDDEN, place="Style name")]) == []


@pytest.mark.parametrize("name", ["TBrown", "Tamsin heading", "Quillfeather1"])
def test_a_style_called_like_somebody_is_read(name: str) -> None:
    assert typed([Paragraph("word/styles.xml@val", 0, name, layer=Layer.HIDDEN, place="Style name")])
