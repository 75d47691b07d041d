"""Who is meant where two people of the map bear the name, as a careful reader tells them apart."""

from __future__ import annotations

import pytest
from drafting import rewritten

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.pseudonymise import Resolver
from reviewdocs.records.load import validated


def _person(ref: str, role: str, forename: str, surname: str, **more: object) -> dict[str, object]:
    return {"id": ref, "role": role, "pseudonym": ref, "forename": forename, "surname": surname, **more}


RESOLVER = Resolver(
    validated(
        PseudonymMap,
        {
            "id": "X",
            "review_type": "DHR",
            "people": [
                _person("Victim", "victim", "Una", "Tranter", title="Mrs", pronouns="she/her"),
                _person("Husband", "husband", "Evan", "Tranter", title="Mr", pronouns="he/him", known_as=["Emlyn"]),
                _person("Son", "son of victim", "Corin", "Tranter", title="Mr", pronouns="he/him"),
                _person("Grandson", "grandson", "Jory", "Tranter", middle="Noel", pronouns="he/him"),
                _person("Granddaughter", "granddaughter", "Nia", "Tranter", pronouns="she/her"),
                _person("Nurse 1", "memory nurse", "Idwal", "Emlyn", title="Mr", pronouns="he/him"),
                _person("PC 1", "police officer", "Corin", "Sykes", title="PC", pronouns="he/him"),
                _person("HV 1", "health visitor", "Wilma", "Grice", title="Ms", pronouns="she/her"),
                _person("Aunt", "aunt of victim", "Wilma", "Tranter", pronouns="she/her"),
            ],
        },
    )
)


def said(text: str) -> str:
    return rewritten(RESOLVER, text)[0]


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        (
            "She married Evan Tranter in 1966. Their son is Corin. Mr Tranter fell ill.",
            "She married Husband in 1966. Their son is Son. Husband fell ill.",
        ),
        ("Her husband, Emlyn, rang.", "Her husband rang."),
        ("Emlyn, she would say, boots.", "Husband, she would say, boots."),
        ("Mr Emlyn wrote to the surgery.", "Nurse 1 wrote to the surgery."),
        (
            "She saw Corin Tranter. A young PC, another Corin, was kind.",
            "She saw Son. A young PC, another PC 1, was kind.",
        ),
        ("She is not related to Corin or Jory Tranter.", "She is not related to Son or Grandson."),
        ("I told the nurse, Wilma, about it.", "I told the nurse, HV 1, about it."),
        ("A boy, JORY, GIVES SURNAME TRANTER.", "A boy, Grandson, GIVES SURNAME Grandson."),
        ("Nia Tranter left. NT was tearful.", "Granddaughter left. Granddaughter was tearful."),
    ],
)
def test_what_tells_them_apart(draft: str, published: str) -> None:
    assert said(draft) == published


@pytest.mark.parametrize("draft", ["Mr Tranter was there.", "Evan Tranter and Idwal Emlyn met. Emlyn left."])
def test_what_does_not_is_left_to_a_person(draft: str) -> None:
    assert "[name]" in said(draft)


def test_letters_of_another_review_are_no_initials() -> None:
    text = "Una Tranter died. The reviews of Mrs T and Adult Q say so."
    assert said(text).endswith("The reviews of Mrs T and Adult Q say so.")


def test_a_forename_of_the_map_among_authors_is_not_taken_for_the_person() -> None:
    assert (
        said("Evan Tranter died. See Corin, Hale and Evan (2019) and Evan, Hale and Emlyn (2020).").count("Husband")
        == 1
    )
