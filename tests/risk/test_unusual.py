"""Unusual facts are told from the ordinary prose of case papers."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reviewdocs.risk.unusual import unusual_facts

RARE = (
    "They were the only Bhutanese people in the borough.",
    "She is one of two women on the site who still make nets.",
    "Britain's youngest heart transplant patient",
    "He came third in the world conker championships.",
    "She had once danced with the Royal Ballet.",
    "HE BOXED FOR WALES SCHOOLBOYS",
    "The video was watched 300,000 times.",
    "He was well known locally because he walked a goose to the shop.",
    "The boy has Kleefstra syndrome.",
    "tests for epidermolysis bullosa",
    "He was left with a glass eye.",
    "a retired lighthouse keeper",
    "The mother was brought up Zoroastrian.",
    "He must serve 23 years and 117 days.",
    "Mother gave birth aboard a cross-Channel ferry.",
    "They keep forty parrots.",
    "She plays the hurdy-gurdy.",
)
NARROWING = (
    "Her grandfather had been the Lord Mayor.",
    "He was a soldier.",
    "The uncle was extradited from Peru.",
    "She donated a kidney to a stranger.",
    "He built a full-size replica of an aeroplane.",
)
ORDINARY = (
    "The health visitor was the only professional who saw the child that month.",
    "This was the first review to consider the matter in the county.",
    "It was one of two referrals made to children's services in the area.",
    "The team agreed to twin-track the plan and to have a champion for safeguarding in each school.",
    "Mother had asthma, ADHD, epilepsy, depression and type 2 diabetes. Her brother has Down's syndrome.",
    "He had worked as a warehouse operative and then as a carer.",
    "The coroner recorded a narrative verdict. The undertaker was told.",
    "The family was well known to services and to the police.",
    "The social worker played the role of lead professional.",
    "They watched television in the evening, and the radio was on in the kitchen.",
    "He had a criminal record for theft; the record in the file is brief.",
    "The board has won an award for its training, and the trust was awarded the contract.",
    "A personality disorder, a Conduct Disorder and Post-Traumatic Stress Disorder were diagnosed.",
    "Alzheimer's disease, Parkinson's disease and irritable bowel syndrome were noted.",
    "Mrs Falconer and Mr Shepherd rang the surgery.",
    "The oldest child in the family was at school.",
)


@pytest.mark.parametrize("text", RARE)
def test_what_could_single_somebody_out(text: str) -> None:
    assert any(fact.rare for fact in unusual_facts(text))


@pytest.mark.parametrize("text", NARROWING)
def test_what_narrows_the_search_is_told_as_less(text: str) -> None:
    facts = unusual_facts(text)
    assert facts
    assert not any(fact.rare for fact in facts)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_prose_is_left_alone(text: str) -> None:
    assert [text[fact.start : fact.end] for fact in unusual_facts(text)] == []


def test_facts_point_at_words_and_do_not_overlap() -> None:
    text = " ".join(RARE)
    facts = unusual_facts(text)
    assert all(0 < fact.end - fact.start <= 118 and text[fact.start : fact.end].strip() for fact in facts)
    assert all(one.end <= other.start for one, other in pairwise(facts))
