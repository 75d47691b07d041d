"""Whose each fact is in natural prose: over pronouns, appositions, lists and relatives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reviewdocs.detect import Detector
from reviewdocs.formats.opening import open_document
from reviewdocs.risk.combinations.sets import singling_out
from reviewdocs.risk.combinations.stated import statements_of
from reviewdocs.risk.combinations.statements import Statement
from reviewdocs.risk.examination import Examination

PASSAGES = yaml.safe_load(Path(__file__).with_name("told_of_one.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector()


def _stated(text: str, detector: Detector) -> tuple[Statement, ...]:
    data = text.encode()
    examination = Examination("passage.txt", data, open_document("passage.txt", data), None, detector)
    return statements_of(examination.examined())


def _is(piece: str, said: Statement) -> bool:
    return piece in said.text or (len(said.text) > 3 and said.text in piece)


@pytest.mark.parametrize(("written", "facts", "right"), [("first", 112, 40), ("blind", 46, 18)])
def test_facts_of_one_person_are_gathered_from_prose(written: str, facts: int, right: int, detector: Detector) -> None:
    """No fewer than when the code was last measured on them; and nothing of anybody else's."""
    found = as_expected = 0
    for passage in PASSAGES[written]:
        stated = _stated(passage["text"], detector)
        own = [said for said in stated if said.person == passage["who"]]
        found += sum(any(_is(piece, said) for said in own) for piece in passage["facts"])
        assert not _wrong(passage, own or stated), passage["text"]
        told = {person for person, _ in singling_out(stated)}
        as_expected += (passage["who"] in told if passage["who"] else bool(told)) == passage["told"]
    assert found >= facts
    assert as_expected >= right


def _wrong(passage: dict[str, Any], stated: list[Statement] | tuple[Statement, ...]) -> list[str]:
    mine = [said for said in stated if said.person == passage["who"]] if passage["who"] else stated
    return [piece for piece in passage.get("not", ()) for said in mine if piece in said.text.replace("-", " ").split()]
