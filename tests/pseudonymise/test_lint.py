"""Each rule of `pseudonyms lint` fires on its fault and not on a sound map."""

from __future__ import annotations

from typing import Any

import pytest

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.pseudonymise.lint import lint

SOUND: dict[str, Any] = {
    "id": "T-1",
    "review_type": "LCSPR",
    "people": [
        {"id": "CHILD", "role": "subject child", "pseudonym": "Child A", "forename": "Zuzanna", "surname": "Petrenko"},
        {"id": "MUM", "role": "mother", "pseudonym": "Mother", "forename": "Oksana", "surname": "Petrenko"},
    ],
    "groups": [{"id": "FAM", "surname": "Petrenko", "members": ["CHILD", "MUM"], "pseudonym": "the family"}],
    "dates": {"policy": "keep"},
}


def child(**fields: Any) -> dict[str, Any]:
    return {**SOUND, "people": [{**SOUND["people"][0], **fields}, SOUND["people"][1]]}


FAULTS = {
    "pseudonym-is-a-real-name": child(pseudonym="Oksana"),
    "pseudonym-shares-initials": child(pseudonym="Child Z"),
    "chosen-name-not-recorded": {**child(pseudonym="Beth"), "review_type": "DHR"},
    "no-dates-policy": {key: value for key, value in SOUND.items() if key != "dates"},
    "group-surname-not-borne": {**SOUND, "groups": [{**SOUND["groups"][0], "surname": "Kovalenko"}]},
    "permitted-name-collides": {**SOUND, "permitted": [{"name": "Oksana Marchuk", "role": "Chair"}]},
    "people-of-one-name": child(forename="Oksana"),
    "name-is-a-word": child(forename="Rose"),
}


def test_a_sound_map_raises_no_doubt() -> None:
    assert lint(PseudonymMap.model_validate(SOUND)) == ()


@pytest.mark.parametrize("rule", FAULTS)
def test_each_fault_is_told_with_its_entry(rule: str) -> None:
    doubts = [doubt for doubt in lint(PseudonymMap.model_validate(FAULTS[rule])) if doubt.rule == rule]
    assert len(doubts) == 1
    assert doubts[0].entry in {"CHILD", "MUM", "FAM", "dates"}
