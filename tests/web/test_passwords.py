"""Documents that only a password opens, and copies for the board itself, on the page."""

from __future__ import annotations

import io
import time

import docx
import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from visiting import Visitor, shown

from reviewdocs.formats.opening import open_document
from reviewdocs.web import desk as desks
from reviewdocs.workflows.copies import copies

PASSWORD = "winter 2024"


def protected(text: str) -> bytes:
    """A Word document that only a password opens."""
    document = docx.Document()
    document.add_paragraph(text)
    plain, out = io.BytesIO(), io.BytesIO()
    document.save(plain)
    OOXMLFile(plain).encrypt(PASSWORD, out)
    return out.getvalue()


DRAFT = [("file", "note.docx", protected("Kirsty Garside rang the school. Miles Garside was at home."))]


def test_a_password_told_once_opens_the_draft_on_every_screen(visitor: Visitor) -> None:
    refused = visitor.send("/drafts/bring", code=400, files=DRAFT).text
    assert "protected by a password" in refused and "--" not in shown(refused)
    assert "does not open" in visitor.send("/drafts/bring", code=400, files=DRAFT, password="wrong").text
    visitor.send("/drafts/bring", files=DRAFT, password=PASSWORD)
    draft = visitor.handle_of(visitor.case.drafts / "note.docx")
    job = visitor.finish(visitor.send("/anonymise", audience="public", draft=draft))
    told = shown(visitor.client.get(job.back).text)
    assert "Verified." in told and "The draft has a password, and the copy has none." in told
    record = next(c for c in copies(visitor.case)[0] if c.draft.name == "note.docx").record
    assert "Kirsty Garside" in visitor.see(f"/copy/{visitor.handle_of(record)}")
    assert PASSWORD not in visitor.client.get(f"{visitor.at}/anonymise").text


def test_a_password_is_forgotten_when_nobody_works_there(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.desk.take_password(visitor.case, PASSWORD)
    assert visitor.desk.password(visitor.case) == PASSWORD
    later = time.monotonic() + desks.IDLE_SECONDS + 1
    monkeypatch.setattr(desks.time, "monotonic", lambda: later)
    assert visitor.desk.password(visitor.case) == ""


def test_a_copy_for_the_board_keeps_its_comments_and_lies_among_the_records(visitor: Visitor) -> None:
    document, saved = docx.Document(), io.BytesIO()
    run = document.add_paragraph("Kirsty Garside rang the school.").runs[0]
    document.add_comment(run, "Ask Kirsty Garside about this.", author="Anna")
    document.save(saved)
    files = [("file", "n.docx", saved.getvalue())]
    job = visitor.finish(visitor.send("/anonymise", audience="restricted", files=files))
    assert job.answer["files"][0]["verified"], job.answer["files"][0]
    (copy,) = [copied for copied in copies(visitor.case)[0] if copied.draft.name == "n.docx"]
    assert copy.copy == visitor.case.records / "restricted" / "n.docx"
    texts = [paragraph.text for paragraph in open_document("n.docx", copy.copy.read_bytes()).paragraphs()]
    assert "Ask Mother about this." in texts and not any("Garside" in text for text in texts)
    assert "n.docx the board verified" in visitor.see("/anonymise")
