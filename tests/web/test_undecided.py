"""Undecided mentions on the page: settled here, for all alike, taken back; the next copies hold to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from visiting import Visitor, shown

from reviewdocs.formats.opening import open_document
from reviewdocs.model.decisions import Action, Scope
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.web.screens.undecided import Place, board_of


@pytest.fixture
def author(visitor: Visitor) -> Visitor:
    """Somebody who has told their name."""
    visitor.send("/undecided/by", by="Anna Author")
    return visitor


def places(visitor: Visitor) -> list[Place]:
    return list(board_of(visitor.case).places)


def settle(visitor: Visitor, place: Place, choice: str, **more: str) -> None:
    visitor.send("/undecided", place=str(place.number), finding=place.told.finding.id, choice=choice, **more)


def test_each_place_stands_in_its_sentence_with_its_readings(author: Visitor) -> None:
    page = author.client.get(f"{author.at}/undecided").text
    assert "Skeletal survey planned: later healing # ribs 5-7 <mark" in page and "It is Child A (Ivy Havlíček)" in page
    assert "An ordinary word:" in page and "“Ivy”" in shown(page)


def test_one_place_is_settled_the_next_open_one_comes_and_the_copy_holds_to_it(author: Visitor) -> None:
    first = places(author)[0]
    answer = author.send("/undecided", place=str(first.number), finding=first.told.finding.id, choice="means:CHILD")
    assert answer.headers["location"].endswith(f"#place-{first.number + 1}")
    assert "It is Child A (Ivy Havlíček) here." in author.see("/undecided")
    assert "Settled" in author.see("/undecided") and "not in the copies yet" in author.see("/undecided")
    job = author.finish(author.send("/undecided/again"))
    assert job.answer["files"][0]["verified"]
    assert first.told.finding.id not in [place.told.finding.id for place in places(author)]
    assert "not in the copies yet" not in author.see("/undecided")


def test_all_alike_at_once(author: Visitor) -> None:
    ivy, left = (next(p for p in places(author) if p.told.finding.text == text) for text in ("Ivy", "L"))
    others = {p.told.finding.text for p in places(author)} - {"Ivy", "L"}
    settle(author, ivy, "means:CHILD", everywhere="yes")
    settle(author, left, "word", everywhere="yes")
    assert {p.told.finding.text for p in places(author) if p.decision is None} == others
    of_the_child, of_words = DecisionBook(author.case).decisions()
    assert (of_the_child.action, of_the_child.scope, of_the_child.by) == (Action.MEANS, Scope.EVERYWHERE, "Anna Author")
    assert (of_words.action, of_words.scope) == (Action.NOT_IDENTIFYING, Scope.EVERYWHERE)
    job = author.finish(author.send("/undecided/again"))
    copy = next(Path(file["output"]) for file in job.answer["files"] if "Overview" in file["name"])
    text = "\n".join(p.text for p in open_document(copy.name, copy.read_bytes()).paragraphs())
    assert "ribs 5-7 L, L tibia" in text and "Ivy" not in text and "Child A, 16/12, brought by" in text
    assert {p.told.finding.text for p in places(author)} == others


def test_a_decision_is_taken_back(author: Visitor) -> None:
    at = next(number for number, place in enumerate(places(author)) if place.told.may_stay)
    settle(author, places(author)[at], "word")
    decision = places(author)[at].decision
    assert decision is not None
    author.send("/undecided/undo", place="1", decision=str(decision.number))
    assert places(author)[at].decision is None


def test_somebody_else_and_a_further_name(author: Visitor) -> None:
    settle(author, places(author)[0], "means", who="MOTHER")
    settle(author, places(author)[1], "name", who="SIBLING")
    decisions = DecisionBook(author.case).decisions()
    assert [(d.action, d.argument) for d in decisions] == [(Action.MEANS, "MOTHER"), (Action.ADD_TO_MAP, "SIBLING")]


def test_without_a_name_nothing_is_decided(author: Visitor) -> None:
    author.desk.by = ""
    place = places(author)[0]
    told = author.send("/undecided", code=400, place="1", finding=place.told.finding.id, choice="word")
    assert "name of who decides" in told.text
    assert "Who decides?" in author.see("/undecided")


@pytest.mark.parametrize("choice", ["", "means", "means:NOBODY", "nonsense:CHILD"])
def test_nonsense_decides_nothing(author: Visitor, choice: str) -> None:
    place = places(author)[0]
    author.send("/undecided", code=400, place="1", finding=place.told.finding.id, choice=choice)
    author.send("/undecided", code=400, place="1", finding="another", choice="word")
    assert DecisionBook(author.case).decisions() == []


def test_keys_are_shown_and_can_be_turned_off(author: Visitor) -> None:
    assert re.search(r"<ol class=\"places\" data-keys>", author.client.get(f"{author.at}/undecided").text)
    author.send("/undecided/by", shortcuts="off")
    page = author.client.get(f"{author.at}/undecided").text
    assert "data-keys" not in page and "<kbd>" not in page


def test_a_case_without_copies_says_so(author: Visitor) -> None:
    for file in author.case.drafts.iterdir():
        file.unlink()
    assert "There is nothing to settle" in author.see("/undecided")
