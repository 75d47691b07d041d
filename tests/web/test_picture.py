"""The pictures of a checked document are shown beside their findings, byte for byte, and nothing else is."""

from __future__ import annotations

import base64
import io

import docx
import pytest
from reviewing import Officer, make_case
from visiting import Visitor

from reviewdocs.model.decisions import Action
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.web.origin import CSRF_HEADER

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def officer(visitor: Visitor) -> Officer:
    """Somebody at a check of a document with a picture."""
    folder = make_case(visitor.desk.folder / "Case", {})
    document = docx.Document()
    document.add_paragraph("The house is shown below.")
    document.add_picture(io.BytesIO(PNG))
    (folder / "anonymised").mkdir(exist_ok=True)
    document.save(str(folder / "anonymised" / "report.docx"))
    officer = Officer(visitor.desk, "Case")
    officer.check("anonymised/report.docx")
    visitor.desk.by = "Dana Protect"
    return officer


def test_a_picture_is_shown_beside_the_button_that_says_it_was_looked_at(officer: Officer, visitor: Visitor) -> None:
    spot = next(spot for spot in officer.board().spots if spot.is_picture)
    source = f"{officer.back}/1/picture/{spot.finding.alike}"
    assert f'<img src="{source}"' in visitor.client.get(f"{officer.back}/1").text
    answer = visitor.client.get(source)
    assert answer.content == PNG and answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "no-store"
    fields = officer.fields(spot.finding.text, "looked-at", scope="here")
    sent = visitor.client.post(f"{officer.back}/1", data=fields, headers={CSRF_HEADER: visitor.desk.gate.csrf}).json()
    assert sent["looked"] == 1
    assert [d.action for d in DecisionBook(visitor.desk.case(officer.handle)).decisions()] == [Action.LOOKED_AT]


def test_nothing_else_of_the_case_is_shown_as_a_picture(officer: Officer, visitor: Visitor) -> None:
    for path in ("/1/picture/nothing", "/2/picture/x", "/0/picture/x", "/1/picture/..%2f..%2fpseudonyms.yaml"):
        answer = visitor.client.get(officer.back + path)
        assert answer.status_code in (400, 404) and b"Quillfeather" not in answer.content


def test_a_picture_that_is_there_no_more_says_so(officer: Officer, visitor: Visitor) -> None:
    spot = next(spot for spot in officer.board().spots if spot.is_picture)
    docx.Document().save(str(visitor.desk.folder / "Case" / "anonymised" / "report.docx"))
    answer = visitor.client.get(f"{officer.back}/1/picture/{spot.finding.alike}")
    assert answer.status_code == 400 and "not in the document any more" in answer.text
