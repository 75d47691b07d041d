from __future__ import annotations

import pytest

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names.entities import entities_of, split_name
from reviewdocs.names.folding import fold
from reviewdocs.names.matcher import Matcher
from reviewdocs.names.variants import forms_of
from reviewdocs.records.load import validated


def found(pmap: dict[str, object], text: str) -> set[str]:
    entities = entities_of(validated(PseudonymMap, {"id": "X", "review_type": "SAR", "people": [], **pmap}))
    matcher = Matcher(forms_of(entities))
    reading = fold(text)
    return {text[slice(*reading.span(start, end))] for start, end, _ in matcher.hits(reading)}


def person(**names: object) -> dict[str, object]:
    return {"people": [{"id": "P", "role": "witness", "pseudonym": "Witness 1", **names}]}


@pytest.mark.parametrize(
    ("surname", "written"),
    [
        ("O'Dwyer", "O’Dwyer"),
        ("O'Dwyer", "ODwyer"),
        ("O'Dwyer", "O Dwyer"),
        ("Müller-Hart", "Muller Hart"),
        ("Müller-Hart", "Mueller-Hart"),
        ("Müller-Hart", "MÜLLERHART"),
        ("al-Rashidi", "El Rashidi"),
        ("al-Rashidi", "Alrashidi"),
        ("MacTavish", "Mc Tavish"),
        ("McTavish", "MacTavish"),
        ("van der Meer", "Van Der Meer"),
        ("van der Meer", "Vandermeer"),
    ],
)
def test_surnames_are_found_in_all_their_joinings(surname: str, written: str) -> None:
    assert written in found(person(forename="Ilse", surname=surname), f"seen by {written} today")


def test_words_are_whole() -> None:
    assert found(person(forename="Ann", surname="Ley"), "planning of barley and Annie") == set()


def test_organisations_are_found_by_their_head_and_abbreviations() -> None:
    school = {"organisations": [{"id": "S", "name": "St Cuthbert's Primary School", "pseudonym": "School 1"}]}
    for written in ("St. Cuthberts Primary", "Saint Cuthbert's", "ST CUTHBERT’S PRIMARY SCHOOL"):
        assert any(written.startswith(hit) for hit in found(school, f"at {written} again"))
    assert found(school, "the primary school rang") == set()


def test_a_short_form_that_is_another_place_of_the_map_is_left_to_it() -> None:
    things = {
        "places": [{"id": "T", "name": "Marwick", "pseudonym": "the Town"}],
        "organisations": [{"id": "H", "name": "Marwick Royal Infirmary", "pseudonym": "Hospital 1"}],
    }
    entities = entities_of(validated(PseudonymMap, {"id": "X", "review_type": "SAR", "people": [], **things}))
    owners = {entities[form.entity].ref for form in forms_of(entities) if form.text == "marwick"}
    assert owners == {"T"}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Dr Colin van der Meer", ("dr", "Colin", "", "van der Meer")),
        ("Rev. Dr Ann Archer", ("rev", "Ann", "", "Archer")),
        ("Ruth Mary Archer", ("", "Ruth", "Mary", "Archer")),
        ("Cher", ("", "Cher", "", "")),
        ("Rev. Dr Ines Marrow", ("rev", "Ines", "", "Marrow")),
        ("Professor Sir Dr Cole", ("professor", "", "", "Cole")),
    ],
)
def test_names_are_taken_apart(name: str, parts: tuple[str, ...]) -> None:
    assert split_name(name) == parts


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Lantern Weir Fostering", "Lantern Weir"),
        ("Lantern Weir Fostering", "LanternWeir"),
        ("Kestle Marsh Preserves", "Kestle Marsh"),
        ("Ysbyty Maes Onnen", "Maes Onnen"),
    ],
)
def test_organisations_are_found_by_the_words_that_tell_them_apart(name: str, written: str) -> None:
    assert written in found(
        {"organisations": [{"id": "O", "name": name, "pseudonym": "the Agency"}]}, f"at {written} ."
    )


def test_two_words_of_what_bodies_are_for_are_no_name() -> None:
    body = {"organisations": [{"id": "O", "name": "Early Help Hub", "pseudonym": "the Agency"}]}
    assert found(body, "The Early Help offer") == set()


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Blaenonnen", "i Flaenonnen"),
        ("Pontonnen", "ym Mhontonnen"),
        ("Caeronnen", "o Gaeronnen"),
        ("Cwm Onnen", "Gwm Onnen"),
    ],
)
def test_welsh_places_are_found_as_grammar_changes_them(name: str, written: str) -> None:
    place = {"places": [{"id": "T", "name": name, "pseudonym": "the Village"}]}
    assert any(written.endswith(hit) for hit in found(place, written))


def test_other_places_are_not_changed() -> None:
    place = {"places": [{"id": "T", "name": "Marwick", "pseudonym": "the Town"}]}
    assert found(place, "Farwick and Barwick") == set()
