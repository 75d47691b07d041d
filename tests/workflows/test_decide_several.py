"""Several findings decided at once, by whoever decided before; other words shown before they are recorded."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewdocs.cli import deciding
from reviewdocs.model.decisions import Action
from reviewdocs.store.case import Case
from reviewdocs.workflows.decide import Wish, decide_all, preview

MAP = """\
id: TEST-1
review_type: LCSPR
people: [{id: MUM, role: mother, pseudonym: Mother, forename: Brid, surname: Quillfeather, title: Mrs}]
dates: {policy: keep}
"""
COPY = """\
The child was seen on 12 March 2019 by Mrs Ashgrove. Mrs Ashgrove wrote on 4 May 2019, and rang on 5 May 2019.

Dr Penrose came on 6 June 2019.
"""
WHY = ("--reason", "Agreed with the family and with the board")
BY = ("--by", "Anna Officer")


class Desk:
    """A case whose one document was checked."""

    def __init__(self, cli: Callable[..., Any], case: Path) -> None:
        self._cli, self.case = cli, case
        case.mkdir()
        (case / "pseudonyms.yaml").write_text(MAP, encoding="utf-8")
        (case / "report.txt").write_text(COPY, encoding="utf-8")
        self.findings = self.checked()

    def checked(self) -> list[dict[str, Any]]:
        """What the check finds."""
        out = self._cli("check", self.case / "report.txt", "--case", self.case, "--json").out
        return list(json.loads(out)["documents"][0]["findings"])

    def ids(self, rule: str) -> list[str]:
        """The ids of a rule's findings."""
        return [f["id"] for f in self.findings if f["rule"] == rule]

    def decide(self, *arguments: str) -> Any:
        """`reviewdocs decide`."""
        return self._cli("decide", self.case, *arguments)

    def recorded(self) -> list[tuple[str, str]]:
        """Who decided what."""
        listed = json.loads(self.decide("--list", "--json").out)["decisions"]
        return [(d["by"], d["action"]) for d in listed]


@pytest.fixture
def desk(cli: Callable[..., Any], tmp_path: Path) -> Desk:
    return Desk(cli, tmp_path / "case")


def test_several_by_the_beginnings_of_their_ids(desk: Desk) -> None:
    days = desk.ids("exact-date")
    answer = desk.decide(*(known_by[:6] for known_by in days), f"[{days[0].upper()}]", "--accept", *WHY, *BY)
    assert answer.code == 0, answer.err
    assert "Recorded 4 decisions, 1 to 4: accept, by Anna Officer." in answer.out
    assert {f["decision"]["action"] for f in desk.checked() if f["rule"] == "exact-date"} == {"accept"}


def test_a_beginning_that_several_have_names_how_many(desk: Desk) -> None:
    first = [f["id"][0] for f in desk.findings]
    shared = max(first, key=first.count)
    if first.count(shared) > 1:
        answer = desk.decide(shared, "--accept", *WHY, *BY)
        assert answer.code == 2 and f"{first.count(shared)} findings have an id that begins so" in answer.err
    assert desk.decide("", "--accept", *WHY, *BY).code == 2
    assert desk.recorded() == []


def test_one_that_cannot_be_stops_the_others_unless_told_otherwise(desk: Desk) -> None:
    one, *_ = desk.ids("exact-date")
    answer = desk.decide(one, "ffffffffffffffff", "--accept", *WHY, *BY)
    assert answer.code == 2 and "1 of 2 decision(s) cannot be recorded; none was recorded." in answer.err
    assert desk.recorded() == []
    answer = desk.decide(one, "ffffffffffffffff", "--accept", "--no-all-or-nothing", *WHY, *BY)
    assert answer.code == 2 and "the other 1 were recorded" in answer.err
    assert desk.recorded() == [("Anna Officer", "accept")]


def test_all_of_a_rule_or_a_text_that_are_open_are_shown_and_decided(desk: Desk) -> None:
    answer = desk.decide("--text", "mrs ASHGROVE", "--accept", *WHY, *BY)
    assert answer.code == 0 and "2 place(s):" in answer.out and "wrote on 4 May 2019" in answer.out
    answer = desk.decide("--rule", "unmapped-person", "--not-identifying", *WHY)
    assert "1 place(s):" in answer.out, "two are decided"
    assert "no finding of this kind that waits" in desk.decide("--rule", "unmapped-person", "--accept", *WHY).err
    assert "Did you mean exact-date?" in desk.decide("--rule", "exact-dates", "--accept", *WHY).err
    assert "not both" in desk.decide("abc", "--rule", "exact-date", "--accept", *WHY).err
    assert desk.decide("--rule", "unmapped-person", "--withdraw", *WHY).code == 0
    assert not any(f["decision"] for f in desk.checked())


def test_who_decides_is_remembered_and_told(desk: Desk) -> None:
    one, two, three, four = desk.ids("exact-date")
    assert "needs the name of who decides" in desk.decide(one, "--accept", *WHY).err
    assert "remembered for this case" in desk.decide(one, "--accept", *WHY, *BY).out
    assert "Anna Officer is remembered from before" in desk.decide(two, "--accept", *WHY).out
    desk.decide(three, "--accept", *WHY, "--by", "Bram Osei")
    desk.decide(four, "--accept", *WHY)
    assert [by for by, _ in desk.recorded()] == ["Anna Officer"] * 2 + ["Bram Osei"] * 2
    (desk.case / "records" / "decider.json").write_text("damaged")
    assert "needs the name of who decides" in desk.decide(one, "--not-identifying", *WHY).err


def test_the_sentence_is_shown_before_other_words_are_recorded(desk: Desk) -> None:
    known_by = next(f["id"] for f in desk.findings if f["text"] == "12 March 2019")
    answer = desk.decide(known_by, "--replace-with", "in spring", *WHY, *BY)
    assert answer.out.index("then: The child was seen in spring by Mrs Ashgrove.") < answer.out.index("Recorded")
    answer = desk.decide(known_by, "--remove", "--json", *WHY)
    assert json.loads(answer.out)["sentences"] == ["The child was seen by Mrs Ashgrove."]
    assert json.loads(answer.out)["decided"][0]["finding"] == known_by


def test_of_a_text_that_a_sentence_has_twice_the_one_that_is_meant_is_shown(
    cli: Callable[..., Any], tmp_path: Path
) -> None:
    desk = Desk(cli, tmp_path / "twice")
    (desk.case / "report.txt").write_text("On 4 May 2019 she left, and on 4 May 2019 he came.", encoding="utf-8")
    desk.findings = desk.checked()
    told = [
        json.loads(desk.decide(known_by, "--replace-with", "in May", "--json", *WHY, *BY).out)["sentences"]
        for known_by in desk.ids("exact-date")
    ]
    assert told == [["In May she left, and on 4 May 2019 he came."], ["On 4 May 2019 she left, and in May he came."]]


def test_what_leaves_no_sentence_is_not_taken_out(desk: Desk) -> None:
    answer = desk.decide("--text", "Mrs Ashgrove", "--everywhere", "--remove", *WHY, *BY)
    assert answer.code == 2 and "no whole sentence is left at 1 of 2 places" in answer.err
    assert desk.recorded() == []


def test_somebody_at_a_keyboard_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def confirm(question: str, *, default: bool) -> bool:
        asked.append(question)
        return False

    class Terminal:
        stdin = stdout = type("Screen", (), {"isatty": staticmethod(lambda: True)})

    monkeypatch.setattr(deciding, "sys", Terminal)
    monkeypatch.setattr(deciding.typer, "confirm", confirm)
    known_by = desk.ids("exact-date")[0]
    assert desk.decide(known_by, "--replace-with", "in spring", *WHY, *BY).code == 2
    assert asked and desk.recorded() == []
    assert desk.decide(known_by, "--replace-with", "in spring", "--yes", *WHY, *BY).code == 0
    assert len(asked) == 1


def test_another_program_decides_by_values(desk: Desk) -> None:
    case = Case.open(desk.case)
    known_by = desk.ids("exact-date")[0]
    wish = Wish(known_by[:8], Action.REPLACE_WITH, WHY[1], "Anna Officer", "in spring")
    assert [place.sentence for place in preview(case, [wish])] == ["The child was seen in spring by Mrs Ashgrove."]
    assert desk.recorded() == []
    settled = decide_all(case, [wish, Wish("none", Action.ACCEPT, WHY[1], "Anna Officer")], all_or_nothing=False)
    assert [one.decision.number for one in settled.recorded] == [1]
    assert [one.number for one in settled.refused] == [1]
