"""Designations given out, and names in documents put together into people."""

from __future__ import annotations

from typing import Any

import pytest

from reviewdocs.model.mentions import Category, Detection
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.model.words import ReviewType
from reviewdocs.policy.schemes import Section
from reviewdocs.pseudonymise import Resolver
from reviewdocs.pseudonymise.proposal import Draft, additions_from_names
from reviewdocs.pseudonymise.proposal.designations import Namer, designation_of
from reviewdocs.pseudonymise.proposal.grouping import Grouped, grouped
from reviewdocs.pseudonymise.proposal.roles import UNKNOWN, role_of
from reviewdocs.pseudonymise.proposal.unknown import UnknownName, unknown_names
from reviewdocs.records.load import validated


def map_of(*people: dict[str, Any], review_type: str = "LCSPR", **lists: Any) -> PseudonymMap:
    return validated(PseudonymMap, {"id": "X", "review_type": review_type, "people": list(people), **lists})


def person(role: str, pseudonym: str, forename: str = "Nell", surname: str = "Oakden") -> dict[str, Any]:
    return {"id": pseudonym, "role": role, "pseudonym": pseudonym, "forename": forename, "surname": surname}


@pytest.mark.parametrize(
    ("role", "review_type", "called"),
    [
        ("subject child", "LCSPR", "Child A"),
        ("maternal half-sibling", "LCSPR", "Sibling 1"),
        ("consultant paediatrician", "LCSPR", "Paediatrician 1"),
        ("Detective Sergeant", "SAR", "Police Officer 1"),
        ("tissue viability nurse", "SAR", "Nurse 1"),
        ("nurse, Ward 4", "SAR", "Nurse 1"),
        ("the health visitor", "DHR", "HV1"),
        ("general practitioner", "LOCAL", "GP 1"),
        ("perpetrator and son of victim", "DHR", "[forename chosen for perpetrator]"),
        ("daughter of the victim", "DHR", "[forename chosen for child of the victim]"),
        ("friend and colleague of victim", "DHR", "Friend 1"),
        ("son-in-law of victim", "DHR", "Son-in-law 1"),
        ("employment adviser", "SAR", "Employment Adviser 1"),
        ("Oakden's carer", "SAR", "Care Worker 1"),
        ("Oakden's piano tuner", "SAR", "Piano Tuner 1"),
        ("", "SAR", "Person 1"),
    ],
)
def test_a_role_is_called_by_the_scheme_of_its_type(role: str, review_type: str, called: str) -> None:
    assert Namer(map_of(review_type=review_type), real_names=["Nell Oakden"]).give(role) == called


@pytest.mark.parametrize(
    ("kind", "of", "called"),
    [("market town", Section.PLACES, "Town 1"), ("primary school", Section.ORGANISATIONS, "School 1"),
     ("mosque", Section.ORGANISATIONS, "Place of Worship 1"), ("hamlet", Section.PLACES, "Village 1"),
     ("lighthouse", Section.PLACES, "Lighthouse 1")],
)  # fmt: skip
def test_things_are_called_by_their_kind(kind: str, of: Section, called: str) -> None:
    assert Namer(map_of()).give(kind, of) == called


def test_nothing_is_used_twice_and_a_maps_own_way_of_numbering_is_kept() -> None:
    pmap = map_of(
        person("social worker", "Social Worker 2"),
        person("health visitor", "Health Visitor 1"),
        person("mother", "Mother"),
    )
    namer = Namer(pmap, also_taken=["Child A"])
    assert [namer.give("social worker") for _ in range(3)] == ["Social Worker 1", "Social Worker 3", "Social Worker 4"]
    assert namer.give("health visitor") == "Health Visitor 2"
    assert namer.give("mother") == "Mother 2"
    assert namer.give("subject child", initials="bd") == "Child C"
    assert namer.give("subject child", initials="") == "Child B"


def test_every_shipped_role_is_found_by_its_own_name() -> None:
    for review_type in ReviewType:
        assert designation_of("social worker", Section.PEOPLE, review_type)
        assert designation_of("town", Section.PLACES, review_type)


def named(*texts: str, before: str = "", after: str = "") -> list[UnknownName]:
    return [UnknownName(Category.PERSON, text, before, after, f"paragraph {n}") for n, text in enumerate(texts, 1)]


def people(found: Grouped) -> list[tuple[str, str, str, str]]:
    return [(p.title, p.forename, p.middle, p.surname) for p in found.people]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Nell Oakden", "Ms Oakden", "Nell", "OAKDEN, Nell", "N. Oakden", "Oakden"], [("Ms", "Nell", "", "Oakden")]),
        (["Nell", "Nell Oakden"], [("", "Nell", "", "Oakden")]),
        (["Nell Oakden", "Nell Ruth Oakden"], [("", "Nell", "Ruth", "Oakden")]),
        (["Mr Oakden", "Mrs Oakden"], [("Mr", "", "", "Oakden"), ("Mrs", "", "", "Oakden")]),
        (["Nell Oakden", "Tom Oakden"], [("", "Nell", "", "Oakden"), ("", "Tom", "", "Oakden")]),
        (["Jan van der Berg", "Mr van der Berg"], [("Mr", "Jan", "", "van der Berg")]),
        (["Dr Amara Osei-Bonsu", "Dr Osei-Bonsu"], [("Dr", "Amara", "", "Osei-Bonsu")]),
        (["PC KIERAN DUXBURY"], [("PC", "Kieran", "", "Duxbury")]),
        (["Jordan Stubbs", "Jord", "Stubbsy", "Jordan pleasant", "fella Jordan"], [("", "Jordan", "", "Stubbs")]),
        (["Pearl Oakden", "Nana Pearl"], [("", "Pearl", "", "Oakden")]),
        (["Staff Nurse Pym", "Nurse Colette Pym"], [("Nurse", "Colette", "", "Pym")]),
        (["Ivy Oakden", "Tom Oakden", "Mr Oakden"], [("", "Ivy", "", "Oakden"), ("Mr", "Tom", "", "Oakden")]),
        (["Chloe Mather, Ivy"], [("", "Chloe", "", "Mather")]),
        (["St Oswin"], [("", "", "", "St Oswin")]),
    ],
)
def test_names_of_one_person_come_together(texts: list[str], expected: list[tuple[str, str, str, str]]) -> None:
    assert people(grouped(named(*texts))) == expected


def test_nicknames_and_slips_are_kept_as_such() -> None:
    [katherine] = grouped(named("Katherine Oakden", "Kate Oakden", "Katherine Oakdon")).people
    assert katherine.known_as == ["Kate"]
    assert katherine.misspellings == ["Katherine Oakdon"]


def test_what_fits_two_people_is_left_for_a_person() -> None:
    found = grouped(named("Nell Oakden", "Nell Pryce", "Nell"))
    assert len(found.people) == 2
    [(place, who)] = found.unsettled
    assert place.text == "Nell" and len(who) == 2


def test_a_family_is_no_further_person() -> None:
    found = grouped(named("Nell Oakden", "Tom Oakden", "the Oakdens", "Mr and Mrs Oakden"))
    assert len(found.people) == 2
    assert "oakden" in found.families


@pytest.mark.parametrize(
    ("before", "after", "title", "role"),
    [
        ("The social worker, ", " visited", "", "social worker"),
        ("Health visitor: ", "", "", "health visitor"),
        ("his mother (", ")", "", "mother"),
        ("", ", the allocated social worker, came", "", "social worker"),
        ("", " (paternal aunt)", "", "paternal aunt"),
        ("The teacher at Larkrise Primary School, ", " disagreed", "Miss", "teacher"),
        ("Mum said ", " had rung", "PC", "police officer"),
        ("", " rang", "Dr", "doctor"),
        ("", ", the consultant paediatrician on call,", "Dr", "paediatrician"),
        ("the social worker rang and ", " answered", "", UNKNOWN),
    ],
)
def test_a_role_is_read_beside_the_name(before: str, after: str, title: str, role: str) -> None:
    [place] = named("Nell Oakden", before=before, after=after)
    found, telling = role_of(title, [place])
    assert found == role
    assert telling in (place, None)


def found_in(
    text: str, names: list[str], pmap: PseudonymMap, category: Category = Category.PERSON
) -> list[UnknownName]:
    """What a detector that finds exactly these names would leave unknown."""
    paragraph = Paragraph("text", 0, text)
    detections = [
        Detection(paragraph.key, text.index(name), text.index(name) + len(name), name, category, 0.9, ("test",))
        for name in names
    ]
    return unknown_names([paragraph], detections, Resolver(pmap).resolve([paragraph]), "note.txt")


def test_what_the_map_has_or_permits_is_not_proposed() -> None:
    pmap = map_of(
        person("mother", "Mother"),
        permitted=[{"name": "Ottoline Furze"}],
        panel=[{"job_title": "Named Nurse", "name": "Kofi Brandt"}],
    )
    text = "Mrs Oakden, Nell Oakden and Ottoline Furze met Kofi Brandt and Tom Oakden and Sid Farrow's wife."
    names = ["Mrs Oakden", "Nell Oakden", "Ottoline Furze", "Kofi Brandt", "Tom Oakden", "Sid Farrow's"]
    assert [name.text for name in found_in(text, names, pmap)] == ["Tom Oakden", "Sid Farrow"]


def test_what_is_proposed_quotes_where_it_stands() -> None:
    pmap = map_of(person("mother", "Mother"))
    text = "On the day itself the social worker, Ms Aoife Brannigan, saw the child at Larkrise School in Wetherfold."
    names = found_in(text, ["Ms Aoife Brannigan"], pmap)
    names += found_in(text, ["Larkrise School"], pmap, Category.ORG)
    names += found_in(text, ["Wetherfold"], pmap, Category.PLACE)
    draft = Draft(pmap)
    additions_from_names(draft, names, Namer(pmap))
    added = draft.pmap
    assert (added.people[1].role, added.people[1].pseudonym) == ("social worker", "Social Worker 1")
    assert (added.organisations[0].kind, added.organisations[0].pseudonym) == ("school", "School 1")
    assert added.places[0].pseudonym == "Town 1"
    told = draft.evidence[added.people[1].id]
    assert "note.txt, paragraph 1" in told[1] and "social worker, Ms Aoife Brannigan, saw the child" in told[1]


def test_public_bodies_and_addresses_are_left_to_a_person() -> None:
    draft = Draft(map_of())
    names = [
        UnknownName(Category.ORG, "Calder Borough Council", "", "", "note.txt, paragraph 1"),
        UnknownName(Category.ADDRESS, "22 Pellow Row", "", "", "note.txt, paragraph 2"),
    ]
    additions_from_names(draft, names, Namer(draft.base))
    assert draft.size == 0 and len(draft.notes) == 2


def test_a_chair_or_author_is_asked_about() -> None:
    draft = Draft(map_of())
    names = named("Ottoline Furze", after=", Independent Chair of the Review Panel")
    additions_from_names(draft, names, Namer(draft.base))
    assert "permitted" in draft.evidence["PERSON_1"][-1]


def test_short_forms_of_a_thing_stand_in_its_entry_and_a_person_does_not() -> None:
    draft = Draft(map_of())
    text = "St Oswin's Primary School rang. St Oswin wrote. At Skelder Infirmary Dr Efua Asante saw her."
    names = ["St Oswin's Primary School", "St Oswin", "Skelder Infirmary Dr Efua Asante"]
    paragraph = Paragraph("text", 0, text)
    places = [(text.rindex(name), name) for name in names]
    found = [Detection(paragraph.key, at, at + len(name), name, Category.ORG, 0.9, ("test",)) for at, name in places]
    additions_from_names(draft, unknown_names([paragraph], found, [], "note.txt"), Namer(draft.base))
    told = [(thing.name, thing.also, thing.pseudonym) for thing in draft.pmap.organisations]
    assert told == [("St Oswin's Primary School", ("St Oswin",), "School 1"), ("Skelder Infirmary", (), "Hospital 1")]


def test_a_word_that_stands_once_and_tells_nothing_is_left_to_a_person() -> None:
    draft = Draft(map_of())
    names = [*named("Kitchen"), *named("Miles", before="Ivy's brother "), *named("Colette", "Market")]
    names.append(UnknownName(Category.PLACE, "Market Anstey", "", "", "note.txt, paragraph 9"))
    additions_from_names(draft, names, Namer(draft.base))
    assert [person.forename for person in draft.people()] == ["Miles", "Colette"]
    assert "ordinary word" in draft.notes[0] and "a place" in draft.notes[1]


def test_what_fits_several_is_told_once_with_how_often() -> None:
    draft = Draft(map_of())
    additions_from_names(draft, named("Nell Oakden", "Nell Pryce", "Nell", "Nell", "Nell"), Namer(draft.base))
    assert draft.notes == ['"Nell" (paragraph 3, and 2 more) may be Nell Oakden or Nell Pryce: no entry of its own.']
