"""Facts of one person: whose they are, and which of them together single somebody out."""

from __future__ import annotations

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Coverage, Paragraph
from reviewdocs.records.load import validated
from reviewdocs.risk.combinations.same import alike
from reviewdocs.risk.combinations.sets import LEAST, people, singling_out
from reviewdocs.risk.combinations.stated import statements_of
from reviewdocs.risk.combinations.telling import hit_of
from reviewdocs.risk.examined import Examined


def _examined(*texts: str, pmap: PseudonymMap | None = None) -> Examined:
    paragraphs = tuple(Paragraph("text", number, text) for number, text in enumerate(texts))
    return Examined(file="report.txt", paragraphs=paragraphs, coverage=Coverage(read=("text",)), pmap=pmap)


def _told(*texts: str, pmap: PseudonymMap | None = None) -> set[tuple[str, str]]:
    return {(said.person, said.value) for said in statements_of(_examined(*texts, pmap=pmap))}


def test_a_fact_is_of_the_person_before_it_in_its_sentence() -> None:
    assert _told("Mother reported that Child A, aged seven, was tired.") == {("Child A", "7")}


def test_a_pronoun_carries_the_person_into_the_next_sentence() -> None:
    told = _told("Adult 1 rang. He was a falconer. He lived in Ashmere.")
    assert {("Adult 1", "falconer"), ("Adult 1", "ashmere")} <= told


def test_what_is_said_of_a_relative_or_a_professional_is_not_said_of_the_person() -> None:
    assert _told("Mother's brother was a falconer.") == set()
    assert _told("Child A rang. The nurse was a falconer.") == set()


def test_a_designation_excludes_what_cannot_be_true_of_it() -> None:
    assert _told("Father was seen with the two-year-old.") == set()


def test_a_fact_before_the_designation_counts() -> None:
    assert ("Child A", "7") in _told("The seven-year-old, Child A, was at school.")


def test_the_mother_is_the_person_whom_the_map_calls_otherwise() -> None:
    person = {"id": "M", "role": "mother", "pseudonym": "Mia", "forename": "Marigold", "surname": "Quillfeather"}
    pmap = validated(PseudonymMap, {"id": "T-1", "review_type": "LCSPR", "people": [person]})
    assert _told("The mother was a falconer.", pmap=pmap) == {("Mia", "falconer")}


def test_lines_of_a_form_are_of_the_person_named_above() -> None:
    assert _told("Adult 2", "Age: 41", "Town: Ashmere", "A new paragraph.", "Age: 50") == {
        ("Adult 2", "41"),
        ("Adult 2", "ashmere"),
    }


def test_the_smallest_sets_are_told_with_every_place_and_what_would_help() -> None:
    text = "Adult 1, aged 41, was a bus driver and lived in Ashmere. He had asthma."
    ((person, sets),) = singling_out(statements_of(_examined(text)))
    assert person == "Adult 1"
    assert all(len(chosen) == LEAST and people(chosen) < 1 for chosen in sets)
    hit = hit_of(person, sets)
    assert hit.text == "Adult 1: bus driver + aged 41 + Ashmere"
    assert {text[spot.start : spot.end] for spot in hit.related} >= {"bus driver", "aged 41", "Ashmere"}
    assert "made vague" in hit.detail


def test_common_facts_together_single_nobody_out() -> None:
    assert singling_out(statements_of(_examined("Child A is a girl of White British heritage with asthma."))) == []
    assert singling_out(statements_of(_examined("Child A is aged seven. Mother is Eritrean. Father is a baker."))) == []


def test_what_one_sentence_says_of_two_makes_them_not_one() -> None:
    text = "Child A and Child B were born in Penhallick. Both children have Rett syndrome and lived in a caravan."
    assert list(alike(statements_of(_examined(text)))) == []
