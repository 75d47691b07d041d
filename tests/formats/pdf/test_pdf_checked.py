"""`check` of a PDF: what is found in it, wherever it lies, stops its publication."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pdf_builder import one_page, text
from test_pdf_places import PLACES

from reviewdocs.model.findings import CoverageReport, DocumentReport, Severity, Verdict
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.records.load import validated
from reviewdocs.workflows.check import check

MAP = validated(
    PseudonymMap,
    {
        "id": "LCSPR-2024-09",
        "review_type": "LCSPR",
        "people": [
            {"id": "AUNT", "role": "aunt", "pseudonym": "Aunt 1", "forename": "Winifred", "surname": "Ashgrove"},
        ],
    },
)
_RULES = {
    "under a box": "drawn-over",
    "under a picture": "drawn-over",
    "marked for redaction": "drawn-over",
    "white": "unseen-text",
    "invisible": "unseen-text",
    "tiny": "unseen-text",
    "outside": "unseen-text",
    "layer": "hidden-layer",
    "attached text": "within-file",
    "comment": "hidden-content",
    "unused page": "program-data",
    "private data": "program-data",
    "script": "program-data",
}
"""Rules that fire beside the one that knows the name."""


CLEAN = one_page(text("Aunt 1 was seen at home by the health visitor."))
IN_BYTES = one_page(text("All well."), resources="/Properties<</Ashgrove<</Type/OCMD>>>>")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, DocumentReport]:
    """All of them checked, in one go."""
    folder = tmp_path_factory.mktemp("pdfs")
    made = {**{where: build() for where, (build, _) in PLACES.items()}, "clean": CLEAN, "bytes": IN_BYTES}
    files = {where: folder / f"report {number}.pdf" for number, where in enumerate(made)}
    for where, file in files.items():
        file.write_bytes(made[where])
    report = check(list(files.values()), pmap=MAP).report
    assert not report.failed
    return dict(zip(files, report.documents, strict=True))


@pytest.mark.parametrize("where", [where for where in PLACES if where not in ("own property", "rich comment")])
def test_a_name_of_the_map_is_found_wherever_it_lies(where: str, reports: dict[str, DocumentReport]) -> None:
    report = reports[where]
    blocks = [finding for finding in report.findings if finding.severity is Severity.BLOCK]
    assert any(f.rule in ("map-survivor", "buried-name") and "ashgrove" in f.text.casefold() for f in blocks)
    assert report.verdict is not Verdict.READY
    if where in _RULES:
        assert _RULES[where] in {finding.rule for finding in report.findings}


def test_a_clean_page_has_no_findings(reports: dict[str, DocumentReport]) -> None:
    assert [f for f in reports["clean"].findings if f.severity is not Severity.NOTE] == []
    assert reports["clean"].coverage == CoverageReport(read=("page 1",), unread=())


def test_a_name_that_only_the_bytes_hold_is_found(reports: dict[str, DocumentReport]) -> None:
    (finding,) = (f for f in reports["bytes"].findings if f.severity is Severity.BLOCK)
    assert (finding.rule, finding.text, finding.location) == ("buried-name", "Ashgrove", None)


def test_anonymise_refuses_a_pdf_and_says_what_to_use(cli: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(json.dumps(asdict(MAP), default=str), encoding="utf-8")
    (tmp_path / "report.pdf").write_bytes(one_page(text("All well.")))
    answer = cli("anonymise", tmp_path / "report.pdf", "--map", tmp_path / "map.yaml", "-o", tmp_path / "out")
    assert answer.code == 2
    assert "Word document that it was made from" in " ".join((answer.out + answer.err).split())
    assert not (tmp_path / "out" / "report.pdf").exists()


def test_a_protected_pdf_is_checked_with_its_password(cli: Callable[..., Any], tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(io.BytesIO(CLEAN))
    writer.encrypt("winter 2024", algorithm="AES-256")
    writer.write(tmp_path / "report.pdf")
    (tmp_path / "password.txt").write_text("winter 2024\n", encoding="utf-8")
    refused = cli("check", tmp_path / "report.pdf")
    assert refused.code == 2 and "--password-from" in refused.out + refused.err
    answer = cli("check", tmp_path / "report.pdf", "--password-from", tmp_path / "password.txt", "--json")
    assert json.loads(answer.out)["documents"][0]["coverage"] == {"read": ["page 1"], "unread": []}
