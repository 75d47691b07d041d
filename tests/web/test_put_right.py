"""What a copy has wrongly is put right on the page, in its place, and can be taken back later."""

from __future__ import annotations

import re

import pytest
from visiting import Visitor

from reviewdocs.store.decisions import DecisionBook
from reviewdocs.workflows.copies import Copied, copies

DRAFT = "Kirsty Garside rang.\n\nMiles Garside came home, and Miles Garside left again with Pearl Garside.\n"


def copied(visitor: Visitor) -> Copied:
    return next(copy for copy in copies(visitor.case)[0] if copy.draft.name == "note.txt")


@pytest.fixture
def author(visitor: Visitor) -> Visitor:
    """Somebody with a copy of a note, who has told their name."""
    visitor.finish(visitor.send("/anonymise", audience="public", files=[("file", "note.txt", DRAFT.encode())]))
    visitor.desk.by = "Anna Author"
    return visitor


def forms(author: Visitor, pair: int) -> list[str]:
    """The numbers of what can be put right in a paragraph."""
    page = author.client.get(f"{author.at}/copy/{author.handle_of(copied(author).record)}?right={pair}").text
    return re.findall(r'name="number" value="(\d+)"', page)


def test_somebody_else_is_meant_in_one_place_alone(author: Visitor) -> None:
    screen = f"/copy/{author.handle_of(copied(author).record)}"
    assert "Put right" in author.see(screen)
    numbers = forms(author, 2)
    assert len(numbers) == 3
    author.send(screen, pair="2", number=numbers[0], choice="means", who="MGM")
    job = author.finish(author.send("/undecided/again"))
    assert job.answer["files"][0]["verified"]
    copy = copied(author).copy.read_text(encoding="utf-8")
    assert copy == "Mother rang.\n\nMGM came home, and Sibling 1 left again with MGM.\n"
    assert "Decided before" in author.see("/undecided")
    author.send("/undecided/undo", place="1", decision="1")
    author.finish(author.send("/undecided/again"))
    assert "Sibling 1 came home" in copied(author).copy.read_text(encoding="utf-8")


def test_what_may_stand_nowhere_and_nonsense_settle_nothing(author: Visitor) -> None:
    screen = f"/copy/{author.handle_of(copied(author).record)}"
    (kirsty,) = forms(author, 1)
    assert "no word of English" in author.send(screen, code=400, pair="1", number=kirsty, choice="word").text
    wrongs = (
        {"number": "999"},
        {"number": "x"},
        {"choice": "means"},
        {"choice": ""},
        {"choice": "means", "who": "NOBODY"},
    )
    for wrong in wrongs:
        author.send(screen, code=400, **{"pair": "1", "number": kirsty, "choice": "word", **wrong})
    author.desk.by = ""
    assert "Your name" in author.client.get(f"{author.at}{screen}?right=1").text
    assert DecisionBook(author.case).decisions() == []


def test_what_still_stands_is_listed(visitor: Visitor) -> None:
    record = next(c for c in copies(visitor.case)[0] if "Overview" in c.draft.name).record
    told = visitor.see(f"/copy/{visitor.handle_of(record)}")
    assert "Words of the map that still stand in the copy" in told and "miles ×3: left here, replaced elsewhere" in told
