"""Drafts on the page: made, taken away, brought back; none is ever lost."""

from __future__ import annotations

import io

import docx
from visiting import Visitor

NAME = "LCSPR-2024-01 Executive summary v0.3.docx"


def edited(visitor: Visitor, line: str) -> bytes:
    document = docx.Document(str(visitor.case.drafts / NAME))
    document.add_paragraph(line)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_an_edited_draft_takes_its_place_and_the_next_keeps_it(visitor: Visitor) -> None:
    first, second = edited(visitor, "A first edit."), edited(visitor, "A second edit.")
    visitor.send("/drafts/bring", files=[("file", NAME, first)])
    assert "which nobody had edited" in visitor.see("/drafts")
    assert (visitor.case.drafts / NAME).read_bytes() == first
    visitor.send("/drafts/bring", files=[("file", NAME.replace(".docx", " (1).docx"), second)])
    told = visitor.see("/drafts")
    assert "had been edited: it is kept as earlier/" in told
    assert (visitor.case.drafts / NAME).read_bytes() == second
    (kept,) = (visitor.case.records / "earlier").iterdir()
    assert kept.read_bytes() == first
    assert "earlier/" not in visitor.see("/drafts"), "what happened is told once"


def test_making_drafts_again_leaves_the_edited_one(visitor: Visitor) -> None:
    mine = edited(visitor, "An edit.")
    visitor.send("/drafts/bring", files=[("file", NAME, mine)])
    job = visitor.finish(visitor.send("/drafts/make", document=["executive-summary", "learning-summary"]))
    assert "was edited and stays" in job.answer["lines"][0] and "nothing has changed" in job.answer["lines"][1]
    assert (visitor.case.drafts / NAME).read_bytes() == mine
    assert "(2).docx" in visitor.see("/drafts")


def test_what_cannot_be_anonymised_is_refused_with_the_way_out(visitor: Visitor) -> None:
    for name, data, told in (
        ("old.doc", b"x", "old Word format"),
        ("a.docx", b"no zip", "docx"),
        ("a.txt", b"", "empty"),
    ):
        assert told in visitor.send("/drafts/bring", code=400, files=[("file", name, data)]).text
    assert not list(visitor.case.drafts.glob("a.*"))


def test_nothing_chosen_is_said(visitor: Visitor) -> None:
    visitor.send("/drafts/make")
    assert "choose at least one" in visitor.see("/drafts")
    assert "No file was chosen" in visitor.send("/drafts/bring", code=400).text


def test_a_name_that_leads_elsewhere_lies_in_the_drafts(visitor: Visitor) -> None:
    visitor.send("/drafts/bring", files=[("file", "../../pseudonyms.txt", b"Nobody is named.")])
    assert (visitor.case.drafts / "pseudonyms.txt").is_file()
