"""Each rule of `pseudonyms lint` fires on its fault and not on a sound map."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.pseudonymise.lint import Doubt, Weight, lint
from reviewdocs.records.load import validated

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


def mother(**fields: Any) -> dict[str, Any]:
    return {**SOUND, "people": [SOUND["people"][0], {**SOUND["people"][1], **fields}]}


NEXT_YEAR = f"{dt.date.today().year + 1}-01-31"
TOWN = {"id": "TOWN", "name": "Market Anstey", "kind": "town", "pseudonym": "Town 1"}

FAULTS: dict[str, list[dict[str, Any]]] = {
    "pseudonym-is-a-real-name": [
        child(pseudonym="Oksana"),
        child(pseudonym="Oksana Petrenko"),
        {**child(pseudonym="Kofi"), "panel": [{"job_title": "Named Nurse", "name": "Kofi Brandt"}]},
        {**child(pseudonym="Ottoline"), "permitted": [{"name": "Ottoline Furze"}]},
        {**SOUND, "places": [{**TOWN, "pseudonym": "market  anstey"}]},
    ],
    "designation-contains-a-name": [
        child(pseudonym="Oksana's child"),
        {**SOUND, "groups": [{**SOUND["groups"][0], "pseudonym": "the Petrenko family"}]},
        {**SOUND, "places": [TOWN], "organisations": [{"id": "S", "name": "X", "pseudonym": "Market Anstey School"}]},
    ],
    "pseudonym-shares-initials": [
        child(pseudonym="Child Z"),
        child(pseudonym="Child P"),
        child(pseudonym="Miss P."),
        child(pseudonym="ZP"),
        child(pseudonym="Z.P."),
        child(pseudonym="Zoe"),
    ],
    "designation-used-twice": [{**SOUND, "places": [{**TOWN, "pseudonym": "the Family"}]}],
    "designation-not-said": [child(pseudonym="[forename chosen for victim]")],
    "chosen-name-not-recorded": [{**child(pseudonym="Beth"), "review_type": "DHR"}],
    "chosen-name-of-another-sex": [
        child(pseudonym="Keith", pronouns="she/her"),
        mother(pseudonym="Keith", title="Mrs"),
    ],
    "chosen-name-of-another-culture": [
        child(pseudonym="Beth", forename="Ngozi"),
        child(pseudonym="Mark", forename="Muhammad"),
        child(pseudonym="Chioma", forename="Tracey", surname="Oakden"),
    ],
    "no-dates-policy": [{key: value for key, value in SOUND.items() if key != "dates"}],
    "no-anchor": [{**SOUND, "dates": {"policy": "relative"}}],
    "anchor-not-used": [{**SOUND, "dates": {"policy": "year", "anchor": "2020-01-01"}}],
    "no-shift-weeks": [{**SOUND, "dates": {"policy": "shift"}}],
    "shift-not-used": [{**SOUND, "dates": {"policy": "year", "shift_weeks": -60}}],
    "impossible-date-of-birth": [child(dob=NEXT_YEAR), child(dob="1818-05-14")],
    "agreed-in-the-future": [child(agreed=NEXT_YEAR)],
    "parent-too-young": [
        {**SOUND, "people": [{**SOUND["people"][0], "dob": "2001-02-03"}, {**SOUND["people"][1], "dob": "2010-02-03"}]}
    ],
    "identifier-wrong": [
        child(identifiers={"nhs": "999 000 0019"}),
        child(identifiers={"chi": "999 000 001"}),
        child(identifiers={"ni": "Q 12 34 56 C"}),
        child(identifiers={"upn": "B820200001001"}),
        child(identifiers={"telephone": "07700 9001"}),
    ],
    "group-surname-not-borne": [{**SOUND, "groups": [{**SOUND["groups"][0], "surname": "Kovalenko"}]}],
    "group-of-nobody": [
        {**SOUND, "groups": [*SOUND["groups"], {"id": "G", "surname": "Petrenko", "members": [], "pseudonym": "them"}]}
    ],
    "surname-without-a-group": [{**SOUND, "groups": []}],
    "permitted-name-collides": [{**SOUND, "permitted": [{"name": "Oksana Marchuk", "role": "Chair"}]}],
    "people-of-one-name": [
        child(forename="Oksana"),
        child(known_as=["Oksana"]),
        {**SOUND, "panel": [{"job_title": "Named Nurse", "name": "Dr Oksana Brandt"}]},
    ],
    "name-is-a-word": [child(forename="Rose")],
    "half-a-name": [mother(forename="")],
    "name-not-filled-in": [
        child(forename="[forename]"),
        {**SOUND, "permitted": [{"name": "[name of the chair]", "role": "Chair"}]},
    ],
}


def test_every_rule_has_an_example() -> None:
    made = {doubt.rule for faults in FAULTS.values() for fault in faults for doubt in doubts_of(fault)}
    assert made == FAULTS.keys()


def doubts_of(content: dict[str, Any]) -> tuple[Doubt, ...]:
    return lint(validated(PseudonymMap, content))


def test_a_sound_map_raises_no_doubt() -> None:
    assert doubts_of(SOUND) == ()


@pytest.mark.parametrize(("rule", "fault"), [(rule, fault) for rule, faults in FAULTS.items() for fault in faults])
def test_each_fault_is_told_with_its_entry_and_a_way_out(rule: str, fault: dict[str, Any]) -> None:
    [doubt] = [doubt for doubt in doubts_of(fault) if doubt.rule == rule]
    assert doubt.entry in {"CHILD", "MUM", "FAM", "G", "S", "TOWN", "dates", "permitted"}
    assert doubt.path and doubt.message and doubt.remedy.endswith(".")


SOUND_IN_FACT: dict[str, dict[str, Any]] = {
    "a number that is right": child(
        identifiers={"nhs": "999 000 0018", "ni": "QQ 12 34 56 C", "telephone": "07700 900123", "mosaic": "12345"}
    ),
    "a number of roles": child(pseudonym="MGM", forename="Magda", middle="Greta", surname="Petrenko"),
    "a name with an initial": child(forename="Zuzanna", middle="P."),
    "a chosen name of the same sex": child(pseudonym="Beth", pronouns="she/her", forename="Winnow"),
    "a chosen name of the same tradition": child(pseudonym="Danuta"),
    "another spelling of a name of that tradition": child(pseudonym="Khaled", forename="Muhammad"),
    "a chosen name of nobody known": child(pseudonym="Keith", pronouns="they/them", forename="Winnow"),
    "a panel member of another name": {**SOUND, "panel": [{"job_title": "Named Nurse", "name": "Kofi Brandt"}]},
}


@pytest.mark.parametrize("name", SOUND_IN_FACT)
def test_what_is_sound_is_not_told(name: str) -> None:
    assert doubts_of(SOUND_IN_FACT[name]) == ()


def earlier(pseudonym: str, **fields: Any) -> dict[str, PseudonymMap]:
    person = {"id": "X", "role": "subject child", "pseudonym": pseudonym, "forename": "Tomos", "surname": "Pryce"}
    content = {"id": "LCSPR-2019-02", "review_type": "LCSPR", "people": [{**person, **fields}]}
    return {"old/pseudonyms.yaml": validated(PseudonymMap, content)}


@pytest.mark.parametrize(
    ("now", "before", "weight"),
    [
        (child(pseudonym="Beth"), earlier("Beth"), Weight.SETTLE),
        (child(), earlier("Child A"), Weight.EXPECT),
        (child(), earlier("Mother"), None),
        (child(), earlier("Child A", forename="Zuzanna", surname="Petrenko"), None),
        (
            child(dob="2015-01-01"),
            earlier("Child A", forename="Zuzanna", surname="Petrenko", dob="2005-01-01"),
            Weight.EXPECT,
        ),
    ],
)
def test_a_pseudonym_of_somebody_else_in_an_earlier_review_is_told(
    now: dict[str, Any], before: dict[str, PseudonymMap], weight: Weight | None
) -> None:
    found = lint(validated(PseudonymMap, now), before)
    told = [doubt for doubt in found if doubt.rule == "pseudonym-of-an-earlier-review"]
    assert [doubt.weight for doubt in told] == ([weight] if weight else [])
    assert all("LCSPR-2019-02" in doubt.message for doubt in told)
