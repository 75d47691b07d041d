"""`explain` says why of every place of a word; `rules` prints everything that decides."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewdocs.detect.filters import REGISTERED as FILTERS
from reviewdocs.detect.recognisers import REGISTERED as RECOGNISERS
from reviewdocs.detect.telling.signals.registered import SIGNALS as TELLING
from reviewdocs.pseudonymise.signals.registered import SIGNALS
from reviewdocs.pseudonymise.vetoes import BEFORE, VETOES
from reviewdocs.risk.rules import REGISTERED as RULES

MAP = """\
id: W-1
review_type: LCSPR
people:
  - {id: CHILD, role: subject child, pseudonym: Child A, forename: Saffron, surname: Quillfeather}
permitted: [{name: Ruth Long, role: Chair}]
"""


@pytest.fixture
def asked(cli: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "note.txt").write_text(
        "Saffron Quillfeather rang.\n\nRice with saffron was served.\n", encoding="utf-8"
    )

    def ask(word: str, *more: object) -> Any:
        return cli("explain", tmp_path / "note.txt", word, "--map", tmp_path / "map.yaml", *more)

    return ask


def test_explain_tells_each_place_with_its_sentence_readings_and_signals(asked: Callable[..., Any]) -> None:
    answer = asked("saffron")
    assert answer.code == 0
    assert "Saffron Quillfeather: replaced by “Child A”" in answer.out
    assert "“Rice with saffron was served.”" in answer.out
    assert "forename of CHILD (Child A): as in the map" in answer.out
    assert "Moved most:" in answer.out


def test_explain_answers_programs_too(asked: Callable[..., Any]) -> None:
    told = json.loads(asked("SAFFRON", "--json").out)
    name, word = told["places"]
    assert told["schema"] == "reviewdocs/explained/1"
    assert (name["became"], name["replacement"]) == ("replaced", "Child A")
    assert (word["paragraph"], word["start"]) == (1, 38)
    assert {"probability", "readings", "bearers", "signals", "veto", "sentence"} <= word.keys()


def test_a_word_that_is_not_there_or_never_was_a_candidate_is_told_as_that(asked: Callable[..., Any]) -> None:
    assert "never a candidate" in asked("served").out
    nothing = asked("wombat")
    assert nothing.code == 0 and "does not occur" in nothing.out


def test_explain_needs_a_map(cli: Callable[..., Any], tmp_path: Path) -> None:
    assert cli("explain", tmp_path / "note.txt", "word").code == 2


def test_rules_prints_everything_that_is_registered(cli: Callable[..., Any]) -> None:
    told = json.loads(cli("rules", "--json").out)["rules"]
    by_kind = {
        kind: [rule["name"] for rule in told if rule["kind"] == kind]
        for kind in ("signal", "veto", "recogniser", "filter")
    }
    telling = [f"telling-{signal.name}" for signal in TELLING]
    assert by_kind["signal"] == [*(signal.name for signal in SIGNALS), *telling]
    assert by_kind["veto"] == [each.name for each in (*BEFORE, *VETOES)]
    assert by_kind["recogniser"] == [recogniser.name for recogniser in RECOGNISERS]
    assert by_kind["filter"] == [
        *(each.name for each in FILTERS),
        "unlikely",
        "permitted",
        "letterhead",
        "program-words",
    ]
    assert [rule["name"] for rule in told if rule["kind"] == "rule"] == [rule.name for rule in RULES]
    assert all(rule["does"] for rule in told)
    assert all(rule["examples"] for rule in told if rule["kind"] not in ("filter", "rule"))


def test_rules_of_one_kind_are_printed_alone(cli: Callable[..., Any]) -> None:
    answer = cli("rules", "veto")
    assert answer.code == 0
    assert all(line.startswith(("veto ", " ")) for line in answer.out.splitlines())
    assert cli("rules", "wishes").code == 2


@pytest.mark.parametrize("word", ["", "  ", "–,"])
def test_no_word_is_no_question(word: str, asked: Callable[..., Any]) -> None:
    answer = asked(word)
    assert answer.code == 2 and "No word was given" in answer.err


def test_a_place_in_text_is_its_own_line(cli: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "note.txt").write_text("1. What happened\nThe bus came.\nSaffron rang.\n", encoding="utf-8")
    answer = cli("explain", tmp_path / "note.txt", "Saffron", "--map", tmp_path / "map.yaml")
    assert answer.out.startswith("1. line 3 under “1. What happened”: Saffron")
    found = json.loads(cli("check", tmp_path / "note.txt", "--map", tmp_path / "map.yaml", "--format", "json").out)
    [survivor] = [each for each in found["documents"][0]["findings"] if each["text"] == "Saffron"]
    assert survivor["location"]["landmark"] == "line 3 under “1. What happened”"


def test_a_kind_that_there_is_not_is_told_plainly(cli: Callable[..., Any]) -> None:
    answer = cli("rules", "vetoes")
    assert answer.code == 2 and "is not one of" in answer.err and "Value error" not in answer.err
