"""The map on the page: doubts, proposal, taken away and brought back in either form, locked and unlocked."""

from __future__ import annotations

import io
import re

import openpyxl
from visiting import Visitor

PASSPHRASE = "velcro tundra oboe marzipan"


def test_doubts_are_told_with_what_to_do(visitor: Visitor) -> None:
    told = visitor.see("/map")
    assert "0 to settle before the map is agreed" in told and "Ivy is also a word" in told


def test_a_workbook_is_taken_away_changed_and_brought_back(visitor: Visitor) -> None:
    before = visitor.case.map_file.read_bytes()
    answer = visitor.client.get(f"{visitor.at}/map/workbook")
    assert "pseudonyms.xlsx" in answer.headers["content-disposition"]
    workbook = openpyxl.load_workbook(io.BytesIO(answer.content))
    people = workbook["people"]
    column = next(cell.column for cell in people[1] if cell.value == "Known as")
    row = next(row[0].row for row in people.iter_rows() if row[0].value == "MOTHER")
    people.cell(row, column, "Kirst; Kirzy")
    saved = io.BytesIO()
    workbook.save(saved)
    visitor.send("/map", files=[("file", "pseudonyms.xlsx", saved.getvalue())])
    assert "This is the map now" in visitor.see("/map")
    assert visitor.case.map_file.name == "pseudonyms.yaml"
    mother = next(person for person in visitor.case.load_map().people if person.id == "MOTHER")
    assert "Kirzy" in mother.known_as
    (kept,) = (visitor.case.records / "earlier").iterdir()
    assert kept.read_bytes() == before


def test_a_map_that_cannot_be_used_changes_nothing(visitor: Visitor) -> None:
    before = visitor.case.map_file.read_bytes()
    for name, data in (("pseudonyms.yaml", b"people: 7"), ("pseudonyms.xlsx", b"no"), ("map.doc", b"x")):
        visitor.send("/map", code=400, files=[("file", name, data)])
    assert visitor.case.map_file.read_bytes() == before


def test_it_is_locked_opened_and_unlocked(visitor: Visitor) -> None:
    plain = visitor.case.map_file.read_bytes()
    assert "not the same" in visitor.send("/map/lock", code=400, passphrase=PASSPHRASE, again="other").text
    assert "too easy" in visitor.send("/map/lock", code=400, passphrase="ivy ivy", again="ivy ivy").text
    visitor.send("/map/lock", passphrase=PASSPHRASE, again=PASSPHRASE)
    assert "The pseudonym map is locked" in visitor.see("/map")
    for screen in ("", "/undecided", "/who", "/anonymise", "/drafts", "/letters"):
        assert "is locked" in visitor.see(screen)
    visitor.send("/unlock", passphrase=PASSPHRASE)
    changed = plain + b"\n# a remark\n"
    visitor.send("/map", files=[("file", "pseudonyms.yaml", changed)])
    assert visitor.case.map_file.suffix == ".locked"
    visitor.send("/map/unlock")
    assert visitor.case.map_file.read_bytes() == changed


def test_a_proposal_is_made_and_used(visitor: Visitor) -> None:
    for file in visitor.case.drafts.glob("*.docx"):
        file.unlink()
    draft = "Mr Barnaby Quillfeather rang. The worker met Barnaby Quillfeather at home."
    (visitor.case.drafts / "note.txt").write_text(draft, encoding="utf-8")
    job = visitor.finish(visitor.send("/map/propose"))
    assert "Proposed:" in job.answer["lines"][0]
    proposal = visitor.case.records / "pseudonyms-proposed.yaml"
    visitor.send("/map/accept", proposal=visitor.handle_of(proposal))
    assert any(person.surname == "Quillfeather" for person in visitor.case.load_map().people)
    assert (
        "no proposal"
        in visitor.send("/map/accept", code=400, proposal=visitor.handle_of(visitor.case.review_file)).text
    )


def test_somebody_is_added_without_a_file_and_all_else_stays(visitor: Visitor) -> None:
    before = visitor.case.map_file.read_text(encoding="utf-8")
    visitor.send(
        "/map/add", section="people", kind="sibling", forename="Tamsin", surname="Quillfeather", also="Tam; Tammy"
    )
    assert "is in the map now" in visitor.see("/map")
    new = visitor.case.load_map().people[-1]
    assert (new.full_name, new.known_as, new.pseudonym) == ("Tamsin Quillfeather", ("Tam", "Tammy"), "Sibling 2")
    after = visitor.case.map_file.read_text(encoding="utf-8").splitlines()
    assert [line for line in before.splitlines() if line not in after] == []
    visitor.send("/map/add", section="places", kind="town", name='Sallowby: "the Sands"', pseudonym="Town 9")
    assert visitor.case.load_map().places[-1].name == 'Sallowby: "the Sands"'


def test_what_is_missing_or_taken_adds_nothing(visitor: Visitor) -> None:
    before = visitor.case.map_file.read_bytes()
    tamsin = {"section": "people", "kind": "sibling", "forename": "Tamsin"}
    wrongs = (
        ({"forename": ""}, "no name"),
        ({"kind": ""}, "not said who"),
        ({"pseudonym": "mother"}, "taken"),
        ({"section": "pets"}, "not said whether"),
    )
    for wrong, told in wrongs:
        assert told in visitor.send("/map/add", code=400, **{**tamsin, **wrong}).text
    assert visitor.case.map_file.read_bytes() == before


def test_copies_made_before_the_map_was_changed_are_told(visitor: Visitor) -> None:
    assert "Every draft has a copy." in visitor.see("")
    visitor.send("/map/add", section="places", kind="town", name="Sallowby")
    assert re.search(r"(\d) of \1 drafts have no copy, or they or the map were changed since", visitor.see(""))
    assert "copied before the map was changed" in visitor.see("/drafts")
    assert "out of date: the map was changed since" in visitor.see("/anonymise")
