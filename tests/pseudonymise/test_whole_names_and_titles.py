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
        "permitted": [{"name": "Fenella Dove", "role": "author"}, {"name": "Veronica Marsh", "role": "chair"}],
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
        ("Two Cranes on file: one is his.", "Aunt 1 and Carer 1 on file: one is his."),
        ("Rev. Ulric Dove has withdrawn.", "Father has withdrawn."),
        ("Xiulan Crane-Dove and Tharinda-Tharinda rang.", "Aunt 1 and Social Worker 1 rang."),
        ("X.C. and T. Wijesekera, (u_marsh)", "Aunt 1 and Social Worker 1, (Housing Officer 1)"),
        ("Chair: Veronica, and others. Mr\u00a0Marsh spoke.", "Chair: Veronica, and others. Housing Officer 1 spoke."),
    ],
)
def test_the_whole_name_goes_to_the_right_person(resolver: Resolver, draft: str, result: str) -> None:
    assert published(resolver, draft) == result


def test_a_permitted_person_named_in_full_is_who_a_title_and_the_surname_mean(resolver: Resolver) -> None:
    text = "Fenella Dove, the author, wrote. Fenella said so."
    assert published(resolver, text) == text
    kept = mentions_in(resolver, Paragraph("text", 0, text))
    assert [(mention.text, mention.outcome) for mention in kept] == [
        ("Fenella Dove", Outcome.KEPT),
        ("Fenella", Outcome.KEPT),
    ]
    assert published(resolver, "Dear Mrs Dove,") == "Dear Mother,"


@pytest.mark.parametrize(
    ("draft", "result"),
    [
        ("Flat 9, Heron Pt.", "Flat 9, Tower Block."),
        ("The Pallet Repairs has a policy.", "The Employer has a policy."),
        ("Deputy manager, Tadpoles.", "Deputy manager, Nursery 1."),
        ("scans/skarholt_county_infirmary_2019.pdf", "scans/Hospital_1_2019.pdf"),
        ("skarholt-pallet_repairs_rota.pdf", "the_Employer_rota.pdf"),
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
