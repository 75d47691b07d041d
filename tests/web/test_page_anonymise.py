"""Anonymising on the page: what became of each file, and the copy beside its draft."""

from __future__ import annotations

import re

from visiting import Visitor, shown

from reviewdocs.workflows.copies import copies

DRAFT = "Kirsty Garside rang. Ivy was well. <b>Kirsty</b> & Miles came, and Pearl too."


def test_dropped_files_are_copied_and_each_outcome_is_told(visitor: Visitor) -> None:
    files = [("file", "note.txt", DRAFT.encode()), ("file", "other.txt", b"Nobody of the review is in this.")]
    job = visitor.finish(visitor.send("/anonymise", audience="public", files=files))
    assert job.back == f"{visitor.at}/anonymised/{job.key}"
    assert visitor.client.get(f"/job/{job.key}").headers["location"] == job.back
    told = shown(visitor.client.get(job.back).text)
    assert "note.txt Verified." in told and "other.txt In doubt: nobody of the map occurs" in told
    assert "Kirsty" not in (visitor.case.anonymised / "note.txt").read_text(encoding="utf-8")
    assert "Garside" not in job.title + job.back


def test_a_file_that_cannot_be_read_does_not_stop_the_others(visitor: Visitor) -> None:
    (visitor.case.drafts / "broken.docx").write_bytes(b"PK no document")
    (visitor.case.drafts / "note.txt").write_text(DRAFT, encoding="utf-8")
    drafts = [visitor.handle_of(visitor.case.drafts / name) for name in ("broken.docx", "note.txt")]
    job = visitor.finish(visitor.send("/anonymise", audience="public", draft=drafts))
    told = shown(visitor.client.get(job.back).text)
    assert "broken.docx Not done." in told and "note.txt Verified." in told


def test_before_and_after_stand_side_by_side_with_changes_marked(visitor: Visitor) -> None:
    record = next(c for c in copies(visitor.case)[0] if "Overview" in c.draft.name).record
    page = visitor.client.get(f"{visitor.at}/copy/{visitor.handle_of(record)}").text
    assert "<mark>Kirsty Garside</mark> called an ambulance" in page
    assert "<mark>Mother</mark> called an ambulance" in page
    assert re.search(r'<mark class="undecided">.*?\[name\]</mark>', page)
    assert "document properties: 11" in page and "paragraphs without a change" in page
    everything = visitor.client.get(f"{visitor.at}/copy/{visitor.handle_of(record)}?all").text
    assert "without a change" not in everything and len(everything) > len(page)


def test_text_that_looks_like_markup_is_text(visitor: Visitor) -> None:
    visitor.finish(visitor.send("/anonymise", audience="public", files=[("file", "note.txt", DRAFT.encode())]))
    record = next(c for c in copies(visitor.case)[0] if c.draft.name == "note.txt").record
    page = visitor.client.get(f"{visitor.at}/copy/{visitor.handle_of(record)}").text
    assert "&lt;b&gt;" in page and "<b>" not in page


def test_a_draft_changed_since_is_said_and_not_compared(visitor: Visitor) -> None:
    visitor.finish(visitor.send("/anonymise", audience="public", files=[("file", "note.txt", DRAFT.encode())]))
    (visitor.case.drafts / "note.txt").write_text("Something else.", encoding="utf-8")
    assert "out of date" in visitor.see("/anonymise")
    record = next(c for c in copies(visitor.case)[0] if c.draft.name == "note.txt").record
    assert "The draft was changed since" in visitor.see(f"/copy/{visitor.handle_of(record)}")


def test_copies_for_two_audiences_stand_beside_each_other(visitor: Visitor) -> None:
    for audience in ("public", "external"):
        job = visitor.finish(
            visitor.send("/anonymise", audience=audience, files=[("file", "note.txt", DRAFT.encode())])
        )
        assert job.answer["files"][0]["verified"], job.answer["files"][0]["reason"]
    told = visitor.see("/anonymise")
    assert "note.txt anybody verified" in told and "note.txt a body outside the board verified" in told


def test_nothing_chosen_is_said(visitor: Visitor) -> None:
    assert "No draft was chosen" in visitor.send("/anonymise", code=400, audience="public").text
