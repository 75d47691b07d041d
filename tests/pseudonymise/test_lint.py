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
        {"id": "CHILD", "role": "subject child", "pseudonym": "Child A", "forename": "Zuzanna", "surname": "Petrenko",
         "pronouns": "she/her"},
        {"id": "MUM", "role": "mother", "pseudonym": "Mother", "forename": "Oksana", "surname": "Petrenko",
         "pronouns": "she/her", "title": "Ms"},
    ],
    "groups": [{"id": "FAM", "surname": "Petrenko", "members": ["CHILD", "MUM"], "pseudonym": "the family"}],
    "dates": {"policy": "keep"},
}  # fmt: skip


def child(**fields: Any) -> dict[str, Any]:
    return {**SOUND, "people": [{**SOUND["people"][0], **fields}, SOUND["people"][1]]}


def mother(**fields: Any) -> dict[str, Any]:
    return {**SOUND, "people": [SOUND["people"][0], {**SOUND["people"][1], **fields}]}


NEXT_YEAR = f"{dt.date.today().year + 1}-01-31"
TOWN = {"id": "TOWN", "name": "Market Anstey", "kind": "town", "pseudonym": "Town 1"}
HOMES = {"id": "HOMES", "name": "Pellow Homes", "kind": "housing association", "pseudonym": "Housing Provider 1"}


def seat(employer: str, name: str = "Kofi Brandt") -> dict[str, str]:
    return {"job_title": "Head of Learning", "employer": employer, "name": name}


def with_third(**fields: Any) -> dict[str, Any]:
    """The sound map and an aunt of the same surname."""
    aunt = {"id": "AUNT", "role": "maternal aunt", "pseudonym": "Maternal Aunt", "forename": "Iryna", **fields}
    return {**SOUND, "people": [*SOUND["people"], aunt]}


FAULTS: dict[str, list[dict[str, Any]]] = {
    "type-not-known": [{**SOUND, "review_type": kind} for kind in ("CPR", "LCSRP", "Learning Review")],
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
    "designation-not-said": [
        child(pseudonym="[forename chosen for victim]"),
        child(pseudonym="Child XX"),
        child(pseudonym="TBC"),
        child(pseudonym="to be agreed with the family"),
        child(pseudonym="Person 1"),
        mother(pseudonym="{{ pseudonym }}"),
        {**SOUND, "places": [{**TOWN, "pseudonym": "Town ?"}]},
    ],
    "field-not-filled-in": [
        child(role="[role]"),
        child(role="TBC"),
        mother(addresses=["[address]"]),
        mother(identifiers={"mosaic": "n/k"}),
        {**SOUND, "panel": [seat("[the agency]")]},
    ],
    "told-in-clear": [
        {**SOUND, "places": [TOWN], "panel": [seat("Market Anstey Borough Council")]},
        {**SOUND, "places": [TOWN], "panel": [seat("Royal Borough of Market Anstey, Children's Services")]},
        {
            **SOUND,
            "places": [{**TOWN, "also": ["Anstey"]}],
            "panel": [seat("NHS Anstey"), seat("Anstey Homes", "Jo Vy")],
        },
        {
            **SOUND,
            "places": [TOWN],
            "permitted": [
                {
                    "name": "Ottoline Furze",
                    "role": "Independent Chair of the Market Anstey Safeguarding Children Partnership",
                }
            ],
        },
        {**SOUND, "organisations": [HOMES], "panel": [seat("pellow homes")]},
        {**SOUND, "organisations": [HOMES], "panel": [seat("Pellow Homes Group")]},
    ],
    "bearers-not-told-apart": [
        child(pronouns=""),
        mother(title=""),
        with_third(surname="Petrenko", pronouns="she/her"),
        with_third(surname="Petrenko-Hale", title="Dr"),
        with_third(surname="Hale", former_names=["Iryna Petrenko"]),
        {**with_third(surname="Marchuk"), "permitted": [{"name": "Dr Iryna Furze"}]},
        {**with_third(surname="Marchuk"), "panel": [{"job_title": "Named Nurse", "name": "Jo Marchuk"}]},
    ],
    "names-together": [
        child(surname="Petrenko / Hale"),
        child(surname="Petrenko\nHale"),
        mother(surname="Petrenko (née Hale)"),
        mother(forename="Oksana, Xena"),
        mother(known_as=["Oxy; Xena"]),
        mother(former_names=["Oksana Hale\nOksana Marchuk"]),
        {**SOUND, "permitted": [{"name": "Ottoline Furze; Jo Vy", "role": "Chairs"}]},
        {**SOUND, "groups": [{**SOUND["groups"][0], "surname": "Petrenko/Hale"}]},
    ],
    "surname-of-another": [with_third(surname="Marchuk Petrenko", title="Ms", pronouns="she/her")],
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
        child(middle="n/a"),
        child(known_as=["unknown"]),
        child(surname="TBC"),
        child(surname="Child A"),
        mother(former_names=["not known"]),
        mother(known_as=["Person 1"]),
        {**SOUND, "permitted": [{"name": "[name of the chair]", "role": "Chair"}]},
        {**SOUND, "places": [{**TOWN, "also": ["<other names>"]}]},
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
    assert doubt.entry in {"CHILD", "MUM", "AUNT", "FAM", "G", "S", "TOWN", "HOMES", "dates", "permitted", "panel",
                            "review_type"}  # fmt: skip
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
    "a role by whose scheme people are numbered": {
        **child(pseudonym="Person 1", role="alleged perpetrator"),
        "review_type": "SAR",
    },
    "a place in no name that stays": {**SOUND, "places": [TOWN], "panel": [seat("Ansteyford Council")]},
    "a school whose name is a number's": {
        **SOUND,
        "organisations": [{"id": "S", "name": "School 21", "pseudonym": "the School"}],
    },
    "a plain designation that nobody chose": child(chosen_by="n/a"),
    "an employer said generally": {**SOUND, "places": [TOWN], "panel": [seat("the local authority")]},
    "a role without a board": {**SOUND, "places": [TOWN], "permitted": [{"name": "Jo Vy", "role": "Chair"}]},
    "a double surname": with_third(surname="van der Hale-Marchuk"),
    "an aunt of another surname, of whom nothing is said": with_third(surname="Marchuk"),
    "names that look like marks": with_third(surname="Foxx", middle="X.", known_as=["Na", "Nil-Marie"]),
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
