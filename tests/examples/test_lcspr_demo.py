"""The fictional case: whole, consistent, safe to show, and covered by its map."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from stdnum.gb import nhs

from reviewdocs import resources
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.review import Rag, Review
from reviewdocs.records.maps import load_map
from reviewdocs.records.review_data import load_review
from reviewdocs.workflows.validate import validate

REVIEW = resources.folder("examples") / "lcspr-demo" / "review.yaml"
MAP = resources.folder("pseudonym_maps") / "lcspr-worked-example.yaml"


@pytest.fixture(scope="module")
def review() -> Review:
    return load_review(REVIEW)


@pytest.fixture(scope="module")
def pseudonyms() -> PseudonymMap:
    return load_map(MAP)


def test_it_validates_without_an_error_or_a_warning(tmp_path):
    (tmp_path / "review.yaml").write_bytes(REVIEW.read_bytes())
    (tmp_path / "pseudonyms.yaml").write_bytes(MAP.read_bytes())
    assert validate(tmp_path).problems == ()


def test_it_has_everything_that_the_documents_draw_on(review):
    assert len(review.people) == 7
    assert len(review.agencies) == 9
    assert len(review.panel) == 8
    assert len(review.chronology) == 60
    assert len({entry.agency for entry in review.chronology}) == 6
    assert len(review.key_practice_episodes) == 4
    assert len(review.findings) == 5
    assert len(review.recommendations) == 6
    assert len(review.actions) == 15
    assert {action.rag for action in review.actions} == set(Rag)
    assert len(review.parallel_processes) == 2
    assert len(review.terms_of_reference.questions) == 19
    assert {body.id for body in review.external_bodies} == {"NATIONAL_PANEL", "OFSTED", "DFE", "NSPCC"}
    assert review.briefing is not None
    for agency in review.agencies:
        assert [copy.job_title for copy in agency.copies_to] == ["Head of Communications", "Legal Adviser"], agency.id
    dates = [entry.date for entry in review.chronology]
    assert dates == sorted(dates)
    for process in review.parallel_processes:
        assert not process.bars_publication


def test_the_family_is_as_hard_as_families_are(review, pseudonyms):
    surnames = Counter(person.surname for person in review.people)
    assert max(surnames.values()) >= 3
    assert any(person.former_names for person in review.people)
    assert any(not person.full_name.isascii() for person in review.people)
    shared = {name.name.split()[0] for name in pseudonyms.permitted} & {p.forename for p in pseudonyms.people}
    assert shared == {"Lucie"}
    assert re.search(r"\btwelve miles\b", REVIEW.read_text("utf-8"))


def test_numbers_and_addresses_are_those_kept_for_fiction():
    text = REVIEW.read_text("utf-8") + MAP.read_text("utf-8")
    assert all(nhs.is_valid(number) for number in set(re.findall(r"\b999 \d{3} \d{4}\b", text)))
    phones = set(re.findall(r"\b0\d{4} \d{6}\b", text))
    assert phones
    assert all(re.match(r"07700 900|01632 960", phone) for phone in phones)
    assert set(re.findall(r"@[\w.-]+\.(\w+)", text)) == {"example"}
    # No British postcode begins with TH.
    assert {code[:2] for code in re.findall(r"\b[A-Z]{2}\d \d[A-Z]{2}\b", text)} == {"TH"}


def test_every_name_of_the_map_is_used_so_that_the_map_is_no_list_of_strangers(pseudonyms):
    text = REVIEW.read_text("utf-8")
    for entry in (*pseudonyms.people, *pseudonyms.permitted, *pseudonyms.panel, *pseudonyms.places):
        name = entry.surname if hasattr(entry, "surname") else entry.name
        assert name in text, name


def test_no_designation_stands_in_the_identifiable_data_where_a_name_is_meant(pseudonyms):
    text = REVIEW.read_text("utf-8")
    numbered = [person.pseudonym for person in pseudonyms.people if person.pseudonym[-1].isdigit()]
    assert [name for name in numbered if name in text] == [
        "Sibling 1"
    ]  # named once, where the designations are explained


def test_its_names_are_not_those_of_the_shared_corpus(pseudonyms, corpora: Path):
    theirs: set[str] = set()
    for file in (corpora / "data" / "gold").glob("case-*/case.yaml"):
        for person in yaml.safe_load(file.read_text("utf-8"))["people"]:
            theirs.update((person["forename"], person["surname"]))
    ours = {name for person in pseudonyms.people for name in (person.forename, person.surname)}
    assert ours.isdisjoint(theirs - {""})
