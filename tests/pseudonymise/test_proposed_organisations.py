"""Organisations of the review's data: proposed as people are, and what stays in clear is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.review import Review
from reviewdocs.model.words import ReviewType
from reviewdocs.pseudonymise.lint import Weight, lint
from reviewdocs.pseudonymise.proposal import Draft, additions_from_review
from reviewdocs.pseudonymise.proposal.bodies import is_national, is_public
from reviewdocs.pseudonymise.proposal.designations import Namer
from reviewdocs.records.load import validated
from reviewdocs.records.review_data import load_review

DEMO = load_review(Path(__file__).resolve().parents[2] / "examples/lcspr-demo/review.yaml")
DATA = DEMO.model_dump(mode="json")


def review_of(*agencies: tuple[str, str], told: str = "", panel: bool = False, **fields: Any) -> Review:
    """A review with these agencies (name, kind) and nothing else of the demo's that names an organisation."""
    contact = {"name": "Jo Vy", "job_title": "Director"}
    made = [
        {"id": f"A{number}", "name": name, "kind": kind, "involvement": told or "None.", "senior_manager": contact}
        for number, (name, kind) in enumerate(agencies)
    ]
    person = {
        "id": "CHILD",
        "role": "subject child",
        "forename": "Wren",
        "surname": "Tallis",
        **fields.pop("person", {}),
    }
    seats = [{"name": "Kofi Brandt", "job_title": "Head", "agency": "A0"}] if panel else []
    kept = {key: DATA[key] for key in DATA if not isinstance(DATA[key], list)}
    lists: dict[str, Any] = {"people": [person], "agencies": made, "panel": seats, "permitted": [], "circumstances": []}
    incident = {"date": "2023-11-03", "summary": "None."}
    referral, decision = {"date": "2023-11-07", "agency": "A0"}, {**DATA["decision"], "criteria": ""}
    plain = {"incident": incident, "referral": referral, "decision": decision, "hindsight": "", "monitoring": ""}
    content = {**kept, **lists, "methodology": [], **plain, "briefing": None, "publication": None, **fields}
    return validated(Review, content)


def proposed(review: Review, pmap: PseudonymMap | None = None) -> Draft:
    draft = Draft(pmap or PseudonymMap(id="X", review_type=review.review_type, people=()))
    additions_from_review(draft, review, Namer(draft.pmap), lambda path: f"review.yaml, {path[0]}")
    return draft


def organisations(review: Review) -> list[tuple[str, str]]:
    return [(thing.name, thing.pseudonym) for thing in proposed(review).pmap.organisations]


COUNCIL = ("Calder Borough Council", "local authority")


@pytest.mark.parametrize(
    ("name", "kind", "called"),
    [
        ("Conkers Nursery", "private nursery", "Nursery 1"),
        ("Larkrise Academy", "secondary school", "School 1"),
        ("Mill Lane Surgery", "GP practice", "GP Practice 1"),
        ("Pellow Infirmary", "hospital", "Hospital 1"),
        ("Pellow Homes", "housing association", "Housing Provider 1"),
        ("Hazel Court", "care home", "Care Home 1"),
        ("Brightside", "voluntary organisation", "Charity 1"),
        ("Lantern", "domestic abuse service", "Domestic Abuse Service 1"),
        ("Mill Lane Partnership", "GP practice", "GP Practice 1"),
    ],
)
def test_an_agency_gets_the_designation_of_its_kind(name: str, kind: str, called: str) -> None:
    assert organisations(review_of(COUNCIL, (name, kind))) == [(name, called)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Cafcass", "court service"), ("Probation Service, Northvale", "probation"), ("NHS England", "commissioner"),
     ("Ofsted", "inspectorate"), ("Vigil", "national charity"), ("Crown Prosecution Service", "prosecutor"),
     ("Barnardos", "charity")],
)  # fmt: skip
def test_a_national_body_is_never_proposed_nor_told(name: str, kind: str) -> None:
    draft = proposed(review_of(COUNCIL, (name, kind)))
    assert not draft.pmap.organisations
    assert not [note for note in draft.notes if name in note and kind not in ("probation", "commissioner")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Northvale Constabulary", "police"), ("Calder Hospitals NHS Foundation Trust", "hospital trust"),
     ("Calder Community Healthcare", "community health provider"), ("Northvale Fire and Rescue Service", "fire"),
     ("Northvale Integrated Care Board", "commissioner of primary care"), ("Calder Ambulance", "ambulance trust")],
)  # fmt: skip
def test_a_public_body_of_the_area_is_told_and_not_proposed(name: str, kind: str) -> None:
    draft = proposed(review_of((name, kind)))
    assert not draft.pmap.organisations
    assert any(name in note and "is not proposed" in note for note in draft.notes)


def test_an_agency_on_the_panel_stays_and_is_not_even_told() -> None:
    draft = proposed(review_of(("Conkers Nursery", "private nursery"), panel=True))
    assert not draft.pmap.organisations and not draft.notes


def test_an_agency_that_the_maps_panel_says_generally_is_proposed() -> None:
    """It stays in clear no more, so that it needs a designation like anybody else."""
    seat = {"job_title": "Head", "employer": "the local authority", "name": "Kofi Brandt"}
    pmap = validated(PseudonymMap, {"id": "X", "review_type": "LCSPR", "people": [], "panel": [seat]})
    draft = proposed(review_of(COUNCIL, panel=True), pmap)
    assert [(thing.name, thing.pseudonym) for thing in draft.pmap.organisations] == [("Calder Borough Council", "LA1")]


def test_but_the_childs_own_school_on_the_panel_is_proposed_and_lint_tells() -> None:
    review = review_of(("Larkrise School", "school"), panel=True, person={"school": "Larkrise School"})
    draft = proposed(review)
    assert [thing.pseudonym for thing in draft.pmap.organisations] == ["School 1"]
    assert "told-in-clear" in {doubt.rule for doubt in lint(draft.pmap, None, review)}


def test_what_only_a_text_names_is_proposed_with_its_sentence() -> None:
    told = (
        "Attended Larkrise Nursery. Seen at Pellow Infirmary, then at Skelder Royal Hospital. HMP Wold rang. "
        "The NSPCC rang. He went to the Jamia Masjid Noor."
    )
    draft = proposed(review_of(COUNCIL, told=told))
    found = {thing.name: thing.pseudonym for thing in draft.pmap.organisations}
    assert found == {
        "Larkrise Nursery": "Nursery 1", "Pellow Infirmary": "Hospital 1", "Skelder Royal Hospital": "Hospital 2",
        "HMP Wold": "Prison 1", "Jamia Masjid Noor": "Place of Worship 1",
    }  # fmt: skip
    assert '"Attended Larkrise Nursery. Seen at' in draft.evidence["NURSERY_1"][1]


def test_one_organisation_under_two_names_comes_once() -> None:
    told = "Moved to Larkrise Primary School. Larkrise Primary wrote. Larkrise School rang. Attended Larkrise School."
    review = review_of(COUNCIL, ("Larkrise Primary School", "school"), told=told, person={"school": "Larkrise School"})
    [thing] = proposed(review).pmap.organisations
    assert (thing.name, thing.also) == ("Larkrise Primary School", ("Larkrise School",))


def test_a_longer_name_of_an_entry_is_asked_about() -> None:
    entry = {"id": "S", "name": "Larkrise School", "pseudonym": "School 7"}
    pmap = validated(PseudonymMap, {"id": "X", "review_type": "LCSPR", "people": [], "organisations": [entry]})
    draft = proposed(review_of(COUNCIL, ("Larkrise Primary School", "school")), pmap)
    assert not draft.added["organisations"] and any("may be S" in note for note in draft.notes)


def test_what_the_map_has_under_any_name_is_not_proposed() -> None:
    entry = {"id": "S", "name": "Larkrise Primary School", "pseudonym": "School 7", "also": ["The Rise Academy"]}
    pmap = validated(PseudonymMap, {"id": "X", "review_type": "LCSPR", "people": [], "organisations": [entry]})
    review = review_of(COUNCIL, ("The Rise Academy", "school"), told="Attended Larkrise School.")
    assert not proposed(review, pmap).added["organisations"]


def test_the_demo_proposes_what_its_worked_map_has() -> None:
    assert {name for name, _ in organisations(DEMO)} == {
        "Tannergate Surgery", "St Oswin's Primary School", "Conkers Nursery", "Skelderby Infirmary",
    }  # fmt: skip


def doubts(review: Review, **lists: Any) -> dict[str, list[tuple[Weight, str]]]:
    person = {"id": "CHILD", "role": "subject child", "pseudonym": "Child A", "forename": "Zoë", "surname": "Tallis"}
    content = {"id": "X", "review_type": "LCSPR", "people": [person], "dates": {"policy": "keep"}, **lists}
    found: dict[str, list[tuple[Weight, str]]] = {}
    for doubt in lint(validated(PseudonymMap, content), None, review):
        if doubt.in_review:
            found.setdefault(doubt.rule, []).append((doubt.weight, doubt.message))
    return found


def test_lint_asks_for_what_the_data_names_and_the_map_lacks() -> None:
    places = [{"id": "TOWN", "name": "Skelder", "kind": "town"}]
    review = review_of(COUNCIL, ("Conkers Nursery", "nursery"), told="Seen at Pellow Infirmary.", places=places)
    told = doubts(review)["not-in-the-map"]
    assert [(weight, message.split(" stands")[0]) for weight, message in told] == [
        (Weight.SETTLE, "Skelder"), (Weight.SETTLE, "Conkers Nursery"), (Weight.EXPECT, "Pellow Infirmary"),
    ]  # fmt: skip
    named = [{"id": "N", "name": "Conkers Nursery", "pseudonym": "Nursery 1"},
             {"id": "H", "name": "Pellow Infirmary", "pseudonym": "Hospital 1"}]  # fmt: skip
    town = [{"id": "TOWN", "name": "Skelder", "pseudonym": "Town 1"}]
    assert doubts(review, organisations=named, places=town) == {}


def test_lint_tells_the_board_and_bodies_of_which_half_would_go() -> None:
    board = {**DATA["board"], "name": "Calder Safeguarding Partnership"}
    review = review_of(COUNCIL, ("Calder Homes", "housing association"), board=board)
    town = {"id": "TOWN", "name": "Calder", "pseudonym": "Town 1"}
    homes = {"id": "H", "name": "Calder Homes", "pseudonym": "Housing Provider 1"}
    told = doubts(review, places=[town], organisations=[homes])["half-of-a-name"]
    assert [message.rpartition('"')[0].rpartition('"')[2] for _, message in told] == [
        "Town 1 Safeguarding Partnership", "Town 1 Borough Council",
    ]  # fmt: skip
    whole = [{"id": "LA", "name": "Calder Borough Council", "pseudonym": "LA1"},
             {"id": "B", "name": "Calder Safeguarding Partnership", "pseudonym": "the Partnership"}]  # fmt: skip
    assert "half-of-a-name" not in doubts(review, places=[town], organisations=[homes, *whole])
    seat = {"job_title": "Head", "employer": "Calder Borough Council", "name": "Kofi Brandt"}
    kept = doubts(review, places=[town], organisations=[homes], panel=[seat])["half-of-a-name"]
    assert len(kept) == 1, "what stays in clear is whole, and told as such"


@pytest.mark.parametrize(
    ("name", "kind", "public"),
    [
        ("Calder Borough Council", "", True),
        ("Calder Borough Council Housing", "housing department", True),
        ("Calder Hospitals NHS Trust", "hospital", True),
        ("Skelder University", "", True),
        ("Skelder University Hospital", "", False),
        ("Hazel Court Nursing Home", "", False),
        ("Calder Council Nursery", "", False),
        ("Acorns", "local authority nursery", False),
        ("The Limes", "council children's home", False),
        ("Larkrise Academy", "multi-academy trust", False),
    ],
)
def test_public_bodies_are_told_from_homes_and_schools(name: str, kind: str, public: bool) -> None:
    assert is_public(name, ReviewType.LCSPR, kind) is public
    assert not is_national(name, kind)
