"""Documents checked together: what only together they tell, decided like anything else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewdocs.model.decisions import Action
from reviewdocs.model.findings import Finding, Severity
from reviewdocs.risk import reports
from reviewdocs.store.case import Case
from reviewdocs.workflows.check import CheckResult, check
from reviewdocs.workflows.decide import Wish, decide

OVERVIEW = "Adult 1 was the partner of the mother. He was aged 41 and worked as a bus driver.\n"
SUMMARY = "Adult 1, a bus driver, lived in the village of Ashmere for a year.\n"


def _check(folder: Path, *texts: str, case: Case | None = None) -> CheckResult:
    files = [folder / f"{number}.txt" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    return check(files, pmap=None, case=case)


def _of(result: CheckResult, rule: str) -> list[Finding]:
    return [finding for finding in result.report.bundle.findings if finding.rule == rule]


def test_facts_spread_over_two_documents_are_linked_with_quotes_from_both(tmp_path: Path) -> None:
    result = _check(tmp_path, OVERVIEW, SUMMARY)
    (linkage,) = _of(result, "linkage")
    assert linkage.severity is Severity.REVIEW
    quoted = {(Path(other.file).name, other.text) for other in linkage.related}
    assert quoted == {("0.txt", "aged 41"), ("0.txt", "bus driver"), ("1.txt", "bus driver"), ("1.txt", "Ashmere")}
    assert result.exit_code in (1, 3)  # 3 without a language model
    for told in (reports.as_text(result.report), reports.as_html(result.report)):
        words = " ".join(re.sub(r"<[^>]+>", "", told).split())
        assert re.search("“aged 41” in “[^”]*aged 41[^”]*” – 0.txt", words)
        assert re.search("“Ashmere” in “[^”]*Ashmere[^”]*” – 1.txt", words)


def test_one_document_alone_has_nothing_to_be_linked_with(tmp_path: Path) -> None:
    result = _check(tmp_path, OVERVIEW + SUMMARY)
    assert result.report.bundle.findings == ()


def test_what_one_document_tells_by_itself_is_no_linkage(tmp_path: Path) -> None:
    result = _check(tmp_path, OVERVIEW + "\n" + SUMMARY, "Adult 1 was a bus driver.\n")
    assert _of(result, "linkage") == []
    assert any(finding.rule == "combination" for finding in result.report.documents[0].findings)


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("Child A was aged seven.", "Child A, aged nine, was at school.", "Child A: aged seven / aged nine"),
        (
            "Agencies visited the family at home on 6 occasions before the injury.",
            "Agencies visited the family at home on 9 occasions before the injury.",
            "6 / 9",
        ),
    ],
)
def test_a_fact_that_differs_is_noted(tmp_path: Path, one: str, other: str, values: str) -> None:
    (differs,) = _of(_check(tmp_path, one, other), "fact-differs")
    assert differs.text.startswith(values)
    assert len(differs.related) == 2


def test_facts_that_agree_are_not_noted(tmp_path: Path) -> None:
    assert _of(_check(tmp_path, "Child A was aged seven.", "Child A, aged 7, was at school."), "fact-differs") == []


def test_one_person_under_two_designations_is_noted(tmp_path: Path) -> None:
    result = _check(tmp_path, "Adult 1, aged 34, was a falconer.", "Uncle 2, aged 34, was a falconer.")
    assert [finding.text for finding in _of(result, "two-designations")] == ["Adult 1 / Uncle 2"]


def test_a_linkage_can_be_decided(tmp_path: Path) -> None:
    (tmp_path / "pseudonyms.yaml").write_text("{id: TEST-1, review_type: LCSPR, people: []}", encoding="utf-8")
    case = Case.open(tmp_path)
    (linkage,) = _of(_check(tmp_path, OVERVIEW, SUMMARY, case=case), "linkage")
    decide(case, Wish(linkage.id, Action.ACCEPT, "The family agreed to it.", "A. Officer"))
    again = _check(tmp_path, OVERVIEW, SUMMARY, case=case)
    (settled,) = _of(again, "linkage")
    assert settled.decision is not None
    assert settled.settled
