"""Letters on the page: made for whom was chosen, listed with their state, taken away together."""

from __future__ import annotations

import io
import zipfile

import pytest
from visiting import Visitor


def test_letters_are_listed_and_come_in_one_archive(visitor: Visitor) -> None:
    told = visitor.see("/letters")
    assert "Formal notification with real names, to agencies" in told and "as made" in told
    answer = visitor.client.get(f"{visitor.at}/letters/notification/all")
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert len(names) == 9 and all(name.endswith(".docx") for name in names)


def test_an_edited_letter_stays_and_the_new_one_stands_beside_it(visitor: Visitor) -> None:
    letter = next((visitor.case.letters / "notification").glob("*Conkers*.docx"))
    letter.write_bytes(letter.read_bytes() + b"edited")
    recipients = [a.id for a in visitor.case.load_review().agencies if "Conkers" in a.name]
    job = visitor.finish(visitor.send("/letters", letter="notification", recipient=recipients))
    assert "was edited and stays" in job.answer["lines"][0]
    assert "edited" in visitor.see("/letters")


def test_nobody_chosen_and_nothing_there_are_said(visitor: Visitor) -> None:
    assert "Nobody was chosen" in visitor.send("/letters", code=400, letter="notification").text
    assert "no such letters" in visitor.see("/letters/nothing/all", code=400)


def test_one_letter_shows_who_may_get_it_and_what_is_missing(visitor: Visitor) -> None:
    data = visitor.case.review_file
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace("email: manager@conkers-nursery.example", 'email: ""'), encoding="utf-8")
    told = visitor.see("/letters/secure-records")
    assert "Conkers Nursery Missing: no e-mail address" in told and "nothing missing" in told
    assert "There is no letter" in visitor.see("/letters/nothing", code=400)


def test_a_letter_is_marked_as_sent_and_stays(visitor: Visitor) -> None:
    answer = visitor.send("/letters/notification/sent", recipient=["POLICE", "CSC"], on="2023-12-13")
    assert answer.headers["location"].endswith("/letters/notification")
    assert "2 marked as sent on 2023-12-13" in visitor.see("/letters/notification")
    assert "2 sent" in visitor.see("/letters")
    job = visitor.finish(visitor.send("/letters", letter="notification", recipient=["POLICE"], date="2024-01-08"))
    assert "new issue" in job.answer["lines"][0]
    for fields in ({"on": "2023-12-13"}, {"recipient": ["POLICE"]}, {"recipient": ["POLICE"], "on": "yesterday"}):
        visitor.send("/letters/notification/sent", code=400, **fields)


def test_only_pages_of_previews_are_shown_as_pictures(visitor: Visitor) -> None:
    letter = next((visitor.case.letters / "notification").glob("*.docx"))
    assert "no such page" in visitor.see(f"/letters/page/{visitor.handle_of(letter)}", code=400)
    pages = visitor.case.letters / "preview"
    pages.mkdir()
    (pages / "a page 1.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    answer = visitor.client.get(f"{visitor.at}/letters/page/{visitor.handle_of(pages / 'a page 1.png')}")
    assert answer.status_code == 200 and answer.headers["content-type"] == "image/png"


def test_a_preview_tells_where_the_letter_lies(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    job = visitor.finish(visitor.send("/letters/notification/preview", recipient="POLICE"))
    assert any("LibreOffice is not on this computer" in told for told in job.answer["told"])
    told = visitor.see(f"/letters/notification/preview/{job.key}")
    assert "Northvale Constabulary" in told and "Take it away (Word)" in told
