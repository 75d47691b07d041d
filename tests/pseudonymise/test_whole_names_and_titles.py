"""The whole name goes, the right person is meant, and places go by their short forms."""

from __future__ import annotations

import pytest
from drafting import mentions_in, published

from reviewdocs.model.mentions import Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise import Resolver
from reviewdocs.records.load import validated


def _person(ref: str, role: str, pseudonym: str, forename: str, surname: str, **more: object) -> dict[str, object]:
    return {"id": ref, "role": role, "pseudonym": pseudonym, "forename": forename, "surname": surname, **more}


MAP = validated(
    PseudonymMap,
    {
        "id": "N",
        "review_type": "DHR",
        "people": [
            _person(
                "MOTHER", "mother", "Mother", "Odette", "Dove", title="Mrs", pronouns="she/her", known_as=["Dettie"]
            ),
            _person("FATHER", "father", "Father", "Ulric", "Dove", title="Mr", pronouns="he/him", middle="Olaf"),
            _person("SON", "son", "Son", "Ivo", "Dove", pronouns="he/him"),
            _person("AUNT", "aunt", "Aunt 1", "Xiulan", "Crane", title="Ms", pronouns="she/her"),
            _person("CARER", "carer", "Carer 1", "Guy", "Crane", title="Mr", pronouns="he/him"),
            _person("SW", "social worker", "Social Worker 1", "Tharinda", "Wijesekera", title="Ms"),
            _person("HO", "housing officer", "Housing Officer 1", "Umar", "Marsh", title="Mr", pronouns="he/him"),
        ],
        "groups": [
            {"id": "DOVES", "surname": "Dove", "members": ["MOTHER", "FATHER", "SON"], "pseudonym": "the family"}
        ],
        "places": [
            {"id": "TOWN", "name": "Skarholt", "kind": "town", "pseudonym": "the Town"},
            {"id": "BLOCK", "name": "Heron Point", "kind": "tower block", "pseudonym": "the Tower Block"},
        ],
        "organisations": [
            {"id": "HOSPITAL", "name": "Skarholt County Infirmary", "pseudonym": "Hospital 1"},
            {"id": "EMPLOYER", "name": "Skarholt Pallet Repairs", "pseudonym": "the Employer"},
            {"id": "NURSERY", "name": "Tadpoles Pre-school", "pseudonym": "Nursery 1"},
        ],
        "permitted": [{"name": "Fenella Dove", "role": "author"}, {"name": "Verbena Marsh", "role": "chair"}],
    },
)


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(MAP)


@pytest.mark.parametrize(
    ("draft", "result"),
    [
        ("Scales for Ivo Doves. Odette Doave rang.", "Scales for Son. Mother rang."),
        ("Xiu Lan Crane came; Xiu-lan left; Xiu Lan again.", "Aunt 1 came; Aunt 1 left; Aunt 1 again."),
        ("Odette Do-\nve", "Mother"),
        ("See appendix B. Odette Dove rang.", "See appendix B. Mother rang."),
        ('Ms Wijesekera (spelled "Wijeskera" here)', 'Social Worker 1 (spelled "Social Worker 1" here)'),
        ("They have spelt it Odet, Tharrunda and worse.", "They have spelt it Mother, Social Worker 1 and worse."),
        ("Posted from @dettie.dove05 today.", "Posted from [handle] today."),
        ("Ms Craine rang, then Mrs Marshe.", "Aunt 1 rang, then [name]."),
        ("Two Cranes on file: one is his.", "Aunt 1 and Carer 1 on file: one is his."),
        ("THREE CRANES STOOD THERE. Cranes fly.", "THREE CRANES STOOD THERE. Cranes fly."),
        ("Rev. Ulric Dove has withdrawn.", "Father has withdrawn."),
        ("U. Dove met O. Dove.", "Father met Mother."),
        ("Chair: Verbena, and others. Mr\u00a0Marsh spoke.", "Chair: Verbena, and others. Housing Officer 1 spoke."),
    ],
)
def test_the_whole_name_goes_to_the_right_person(resolver: Resolver, draft: str, result: str) -> None:
    assert published(resolver, draft) == result


def test_a_title_that_the_map_does_not_give_may_be_a_permitted_person_s(resolver: Resolver) -> None:
    (mention,) = mentions_in(resolver, Paragraph("text", 0, "Dear Ms Dove,"))
    assert mention.outcome is Outcome.UNDECIDED
    assert "a permitted person" in mention.alternatives
    assert published(resolver, "Fenella Dove wrote. Ms Dove agreed.") == "Fenella Dove wrote. Ms Dove agreed."
    assert published(resolver, "Dear Mrs Dove,") == "Dear Mother,"


@pytest.mark.parametrize(
    ("draft", "result"),
    [
        (
            "RED MARKS, UM SAYS NECKLACE. UMAR MARSH CALM.",
            "RED MARKS, HOUSING OFFICER 1 SAYS NECKLACE. HOUSING OFFICER 1 CALM.",
        ),
        ("MALE UM HURT. UMAR MARSH CALM.", "MALE [name] HURT. HOUSING OFFICER 1 CALM."),
        ("GP SAYS NO. ODETTE DOVE CALM.", "GP SAYS NO. MOTHER CALM."),
    ],
)
def test_initials_among_capitals(resolver: Resolver, draft: str, result: str) -> None:
    assert published(resolver, draft) == result


@pytest.mark.parametrize(
    ("draft", "result"),
    [
        ("Flat 9, Heron Pt.", "Flat 9, Tower Block."),
        ("The Pallet Repairs has a policy.", "The Employer has a policy."),
        ("Deputy manager, Tadpoles.", "Deputy manager, Nursery 1."),
        ("Conveyed to SCI.", "Conveyed to [name]."),
        ("At Skarholt County Infirmary. Left SCI.", "At Hospital 1. Left Hospital 1."),
        ("A sci-fi film, ref SCI-22.", "A sci-fi film, ref SCI-22."),
    ],
)
def test_places_and_organisations_by_their_short_forms(resolver: Resolver, draft: str, result: str) -> None:
    assert published(resolver, draft) == result


@pytest.mark.parametrize(
    ("draft", "result"),
    [
        ("She said that the Doves were kind.", "She said that the family were kind."),
        ("• The Doves were kind.", "• The family were kind."),
        ("She said that Skarholt grew.", "She said that the Town grew."),
        ("Her dad Ulric was out.", "Her dad was out."),
        ("Her lad Ivo is abroad.", "Her lad is abroad."),
    ],
)
def test_designations_fit_the_sentence(resolver: Resolver, draft: str, result: str) -> None:
    assert published(resolver, draft) == result
