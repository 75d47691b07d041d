"""The annotated cases: what is fitted on is what their passages say, and nobody's number stands in them."""

import json
from pathlib import Path

import pytest
from training.annotated import compiled, contact_reserved, nhs_valid

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("folder", ["tests/gold", "training/cases"])
def test_gold_is_what_the_passages_say(folder: str) -> None:
    found = [compiled(case.parent) for case in sorted((ROOT / folder).glob("*/case.yaml"))]
    assert [problem for _, problems in found for problem in problems] == []
    lines = (ROOT / folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [row for rows, _ in found for row in rows]


@pytest.mark.parametrize(
    ("text", "reserved"),
    [
        ("07700 900417", True),
        ("+44 7700 900417", True),
        ("01632 96O 266", True),
        ("020 7946 0312", True),
        ("ext. 214", True),
        ("duty@saltbridge.example", True),
        ("07712 345678", False),
        ("0113 245 9911", False),
        ("duty@saltbridge.org.uk", False),
    ],
)
def test_only_reserved_numbers_and_addresses_pass(text: str, reserved: bool) -> None:
    assert contact_reserved(text) is reserved


def test_an_nhs_number_that_may_be_somebodys_does_not_pass() -> None:
    assert nhs_valid("9990524173")
    assert not nhs_valid("9990524174")
    assert not nhs_valid("4857773456")
