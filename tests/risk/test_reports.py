"""Reports: the contract of the JSON, a screen that cannot be driven, a page that stands alone."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from reviewdocs.detect import Detector
from reviewdocs.formats.opening import open_document
from reviewdocs.model.findings import CheckReport, FailedInput
from reviewdocs.risk import reports
from reviewdocs.risk.examination import examine

TEXT = "Seen on 12 March 2019 <b>& \x1b[31mby Dr Ashgrove</b>.\n\nAgain on 12 March 2019 at 14 Ashgrove Road."


@pytest.fixture
def report(no_model: None) -> CheckReport:
    data = TEXT.encode()
    document = examine("<i>report.txt", data, open_document("report.txt", data), None, Detector())
    failed = FailedInput(file="bad.docx", reason="It is damaged.")
    return CheckReport(tool_version="1.2", documents=(document,), failed=(failed,))


def test_json_keeps_the_contract(report: CheckReport) -> None:
    told = json.loads(reports.as_json(report))
    assert told["schema"] == "reviewdocs/findings/1"
    (document,) = told["documents"]
    assert {"file", "sha256", "verdict", "coverage", "findings", "detectors", "language_model", "not_run"} <= set(
        document
    )
    assert document["verdict"] == "not-checked"
    assert set(document["coverage"]) == {"read", "unread"}
    for finding in document["findings"]:
        assert {"id", "rule", "category", "severity", "text", "context", "location", "message", "suggestion"} <= set(
            finding
        )
        assert finding["decision"] is None
        assert set(finding["location"]) == {"part", "paragraph", "start", "end", "landmark"}
        at = finding["location"]
        assert TEXT[at["start"] : at["end"]] == finding["text"]


def test_the_screen_says_the_verdict_first_and_lets_no_control_character_through(report: CheckReport) -> None:
    told = reports.as_text(report)
    assert told.splitlines()[0] == "<i>report.txt: NOT READY, AND NOT FULLY CHECKED"
    assert "language model: none" in told
    assert "No language model is installed" in told
    assert "bad.docx: COULD NOT BE CHECKED" in told
    assert "\x1b" not in told


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action", "background")]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "mark":
            self.marked.append(data)
            self.tags.append("")


def test_the_page_stands_alone_and_escapes_the_document(report: CheckReport) -> None:
    page = _Page()
    page.feed(reports.as_html(report))
    assert not {"script", "img", "link", "iframe", "i", "b"} & set(page.tags)
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert page.links
    assert page.marked.count("12 March 2019") == 2


def test_the_page_answers_what_an_officer_asks(report: CheckReport) -> None:
    page = reports.as_html(report)
    for words in (
        "Not ready, and not fully checked",
        "What was not looked at",
        "Singling out",
        "Linkability",
        "Inference",
        "Limits",
    ):
        assert words in page
    assert '<html lang="en-GB">' in page


@pytest.mark.parametrize("write", [reports.as_json, reports.as_text, reports.as_html])
def test_no_report_promises_anonymity(report: CheckReport, write) -> None:
    assert "anonymous" not in write(report).lower()
