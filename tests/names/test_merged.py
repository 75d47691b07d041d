"""Several names in one field are several names, whoever put them there."""

from __future__ import annotations

from typing import Any

import pytest

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import entities_of
from reviewdocs.names.merged import apart
from reviewdocs.names.unfilled import is_unfilled
from reviewdocs.pseudonymise import Resolver, edits_of
from reviewdocs.pseudonymise.render.edits import edited
from reviewdocs.records.load import validated


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Shan / Shanny", ["Shan", "Shanny"]),
        ("Shan\nShanny", ["Shan", "Shanny"]),
        ("Quarmby, Pike", ["Quarmby", "Pike"]),
        ("Quarmby; Pike|Hale", ["Quarmby", "Pike", "Hale"]),
        ("Quarmby (née Pike)", ["Quarmby", "Pike"]),
        ("Quarmby formerly Pike", ["Quarmby", "Pike"]),
        ("Margaret 'Peggy'", ["Margaret", "Peggy"]),
        ('William "Bill"', ["William", "Bill"]),
        ("Kaye aka Kay", ["Kaye", "Kay"]),
        ("Smith, the neighbour", ["Smith"]),
        ("(Fifi)", ["Fifi"]),
        ("O'Neill", ["O'Neill"]),
        ("‘Abd Allah", ["‘Abd Allah"]),
        ("Anne-Marie van der Berg", ["Anne-Marie van der Berg"]),
        ("van der\nBerg", ["van der\nBerg"]),
        ("Quarmby - Pike", ["Quarmby - Pike"]),
        ("Orla Nowak", ["Orla Nowak"]),
        ("n/k", ["n/k"]),
        ("[forename]", ["[forename]"]),
        ("", [""]),
    ],
)
def test_names_in_one_field_are_parted(field: str, names: list[str]) -> None:
    assert apart(field) == names


def read(text: str, mother: dict[str, Any]) -> str:
    people = [
        {"id": "M", "role": "mother", "pseudonym": "Mother", "title": "Ms", "pronouns": "she/her", **mother},
        {"id": "F", "role": "father", "pseudonym": "Father 1", "forename": "Ondřej", "surname": "Havlíček",
         "title": "Mr", "pronouns": "he/him"},
    ]  # fmt: skip
    pmap = validated(PseudonymMap, {"id": "X", "review_type": "LCSPR", "people": people})
    paragraph = Paragraph("text", 0, text)
    return edited(paragraph, edits_of(Resolver(pmap).resolve([paragraph])).get(paragraph.key, ())).text


@pytest.mark.parametrize("surname", ["Quarmby\nHavlíček", "Quarmby / Havlíček", "Quarmby (formerly Havlíček)"])
def test_a_merged_surname_hands_nobody_anothers_pseudonym(surname: str) -> None:
    draft = "Ms Quarmby wept. Mr Havlíček rang. Shanice Havlíček rang."
    made = read(draft, {"forename": "Shanice", "surname": surname})
    assert made == "Mother wept. Father 1 rang. Mother rang."


def test_two_names_in_one_entry_of_a_list_are_both_gone() -> None:
    mother = {"forename": "Shanice / Shan", "surname": "Quarmby", "known_as": ["Shanny, Shaz"],
              "former_names": ["Shanice Pike\nShanice Hale", "Oakden, Shanice"]}  # fmt: skip
    text = "Shan rang. Shaz rang. Shanny rang. Shanice Pike rang. Ms Hale rang. Shanice Oakden rang."
    assert read(text, mother) == " ".join(["Mother rang."] * 6)


def test_a_former_name_in_official_order_is_one_name() -> None:
    person = {
        "id": "M",
        "role": "mother",
        "pseudonym": "Mother",
        "forename": "Kirsty",
        "former_names": ["Pike, Kirsty"],
    }
    [entity] = entities_of(validated(PseudonymMap, {"id": "X", "review_type": "LCSPR", "people": [person]}))
    assert entity.former_names == ("Kirsty Pike",)


def test_a_mark_for_what_is_to_come_is_nobodys_name() -> None:
    mother = {"forename": "Shanice", "surname": "TBC", "known_as": ["None"], "former_names": ["n/a"]}
    assert read("None of them rang. TBC. Shanice rang.", mother) == "None of them rang. TBC. Mother rang."


@pytest.mark.parametrize(
    "text",
    ["[role]", "TBC", "t.b.c.", "Child XX", "xxx", "Kirsty ???", "n/k", "N/A", "--", "None", "Not known", "…", "__",
     "To be confirmed by family", "<name>", "{{ name }}", "«Name»", "Insert name here", "Surname", "as above"],
)  # fmt: skip
def test_what_is_still_to_come_is_told_from_names(text: str) -> None:
    assert is_unfilled(text)


@pytest.mark.parametrize(
    "text", ["", "Na", "Nk", "X", "Maxx", "Foxx", "O'Neill", "Will", "Person 1", "Mother", "unknown male", "Tba-Marie"]
)
def test_and_names_are_no_marks(text: str) -> None:
    assert not is_unfilled(text)
