"""Letters on the page: made for whom was chosen, listed with their state, taken away together."""

from __future__ import annotations

import io
import zipfile

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
