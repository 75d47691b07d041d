"""The gate's requirements: all met where the policy is met, and whatever is taken away is just what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdocs.model.publication import Outcome, PublicationStep
from reviewdocs.model.words import ReviewType
from reviewdocs.policy.publication import (
    Approved,
    BoardPolicy,
    DocumentFacts,
    Facts,
    Policy,
    policy_for,
    requirements,
)
from reviewdocs.policy.working_days import Nation

TODAY, PUBLISHED = dt.date(2031, 5, 20), dt.date(2031, 6, 10)
PUBLIC = [kind for kind in ReviewType if policy_for(kind).public]
KINDS = ("overview-report", "executive-summary")


def ready(policy: Policy, *, accepted: str = "") -> Facts:
    """Facts that meet a policy: two documents, approved by a person a role."""
    approved = tuple(Approved(rule.id, f"Person {i}", accepted) for i, rule in enumerate(policy.approvals))
    by = frozenset({"Person 0"}) if accepted else frozenset[str]()
    documents = tuple(DocumentFacts(f"{kind}.docx", kind, "", accepted, by, approved) for kind in KINDS)
    return Facts(
        today=TODAY,
        nation=Nation.ENGLAND,
        decided=policy.default,
        publish_on=PUBLISHED,
        processes=(("Inquest", False),),
        family=(("Mother", TODAY, ""), ("Half-brother", None, "he is two years old")),
        steps=tuple(PublicationStep(step=rule.id, done=TODAY) for rule in policy.steps),
        documents=documents,
    )


def missing(policy: Policy, facts: Facts) -> set[str]:
    return {one.id for one in requirements(policy, facts) if not one.met}


def without_approval(facts: Facts, role: str) -> Facts:
    first, *others = facts.documents
    left = tuple(one for one in first.approved if one.role != role)
    return replace(facts, documents=(replace(first, approved=left), *others))


def takings(policy: Policy) -> dict[str, Callable[[Facts], Facts]]:
    """What can be taken away, by the requirement that is then not met."""
    found: dict[str, Callable[[Facts], Facts]] = {
        "outcome": lambda f: replace(f, decided=None),
        "day": lambda f: replace(f, publish_on=None),
        "process-0": lambda f: replace(f, processes=(("Inquest", None),)),
        "family-0": lambda f: replace(f, family=(("Mother", None, ""), *f.family[1:])),
        "bundle": lambda f: replace(f, together="2 findings are open"),
        f"checked@{KINDS[1]}.docx": lambda f: replace(
            f, documents=(f.documents[0], replace(f.documents[1], open="3 findings are open"))
        ),
    }
    for rule in policy.steps:
        found[rule.id] = lambda f, gone=rule.id: replace(f, steps=tuple(s for s in f.steps if s.step != gone))
    for rule in policy.approvals:
        found[f"{rule.id}@{KINDS[0]}.docx"] = lambda f, gone=rule.id: without_approval(f, gone)
    return found


@pytest.mark.parametrize("kind", PUBLIC)
@given(data=st.data())
def test_what_is_missing_is_what_was_taken_away(kind: ReviewType, data: st.DataObject) -> None:
    policy = policy_for(kind)
    facts = ready(policy)
    assert missing(policy, facts) == set()
    taken = data.draw(st.lists(st.sampled_from(sorted(takings(policy))), unique=True))
    for one in taken:
        facts = takings(policy)[one](facts)
    assert missing(policy, facts) == set(taken)


@pytest.mark.parametrize("kind", [kind for kind in ReviewType if kind not in PUBLIC])
def test_what_is_shared_in_confidence_has_no_public_version(kind: ReviewType) -> None:
    assert missing(policy_for(kind), ready(policy_for(ReviewType.SCR))) == {"public"}


@pytest.mark.parametrize("decided", [Outcome.IN_CONFIDENCE, Outcome.NOT_PUBLISHED])
def test_what_is_not_to_be_published_is_refused(decided: Outcome) -> None:
    policy = policy_for(ReviewType.LCSPR)
    assert missing(policy, replace(ready(policy), decided=decided, reason="The sister is at school")) == {"outcome"}


def test_another_outcome_than_usual_needs_its_reason_and_sends_only_a_summary() -> None:
    policy = policy_for(ReviewType.LCSPR)
    facts = replace(ready(policy), decided=Outcome.SUMMARY)
    assert missing(policy, facts) == {"outcome", "summary-only"}
    summary = replace(facts, reason="Harm to the sister", documents=facts.documents[1:])
    assert missing(policy, summary) == set()


def test_a_process_that_bars_publication_bars_it() -> None:
    policy = policy_for(ReviewType.SAR)
    facts = replace(ready(policy), processes=(("Inquest", True), ("Police investigation", False)))
    assert missing(policy, facts) == {"process-0"}


def test_that_there_is_no_process_and_no_family_has_to_be_said() -> None:
    policy = policy_for(ReviewType.SAR)
    facts = replace(ready(policy), processes=(), family=())
    assert missing(policy, facts) == {"processes", "family"}
    said = (
        PublicationStep(step="no-processes", done=TODAY),
        PublicationStep(step="no-family", not_needed="None is known"),
    )
    assert missing(policy, replace(facts, steps=(*facts.steps, *said))) == set()


@pytest.mark.parametrize(("told", "met"), [(dt.date(2031, 5, 30), True), (dt.date(2031, 5, 31), False)])
def test_who_is_told_before_is_told_in_time(told: dt.date, met: bool) -> None:
    """Seven working days before Tuesday 10 June 2031: Friday 30 May (no bank holiday between)."""
    policy = policy_for(ReviewType.LCSPR)
    facts = ready(policy)
    steps = tuple(s for s in facts.steps if s.step != "national-panel")
    facts = replace(facts, today=dt.date(2031, 6, 9), steps=(*steps, PublicationStep(step="national-panel", done=told)))
    assert ("national-panel" not in missing(policy, facts)) is met


def test_a_letter_that_went_out_to_all_counts() -> None:
    policy = policy_for(ReviewType.LCSPR)
    facts = ready(policy)
    facts = replace(facts, steps=tuple(s for s in facts.steps if s.step != "ofsted"))
    assert missing(policy, facts) == {"ofsted"}
    assert missing(policy, replace(facts, sent={("publication-notice", "OFSTED"): TODAY})) == set()


def test_a_step_of_tomorrow_is_not_done() -> None:
    policy = policy_for(ReviewType.DHR)
    facts = ready(policy)
    assert missing(policy, replace(facts, today=TODAY - dt.timedelta(days=1))) == {
        "family-0",
        *(rule.id for rule in policy.steps),
    }


def test_blocking_risks_that_stand_need_a_second_person_of_another_role() -> None:
    policy = policy_for(ReviewType.LCSPR)
    facts = ready(policy, accepted="those")
    assert missing(policy, facts) == set()
    alone = tuple(
        replace(one, approved=tuple(replace(a, by="Person 0") for a in one.approved)) for one in facts.documents
    )
    second = {f"second-person@{kind}.docx" for kind in KINDS}
    assert missing(policy, replace(facts, documents=alone)) == second
    since = tuple(replace(one, accepted="those and more") for one in facts.documents)
    assert missing(policy, replace(facts, documents=since)) == second


def test_overview_and_summary_go_out_together_and_something_goes_out() -> None:
    policy = policy_for(ReviewType.LCSPR)
    facts = ready(policy)
    assert missing(policy, replace(facts, documents=facts.documents[:1])) == {"together"}
    assert missing(policy, replace(facts, documents=())) == {"bundle"}


def test_a_board_changes_what_it_asks_for() -> None:
    policy = policy_for(ReviewType.SCR)
    own = BoardPolicy.model_validate(
        {
            "without": ["quality", "ofsted"],
            "approvals": [{"id": "legal", "role": "Legal adviser", "source": "Our constitution 4.2"}],
            "family_first": False,
        }
    ).over(policy)
    facts = replace(ready(policy), family=())
    assert missing(own, facts) == {f"legal@{kind}.docx" for kind in KINDS}
    assert [rule.id for rule in own.approvals] == ["author", "panel", "board", "data-protection", "legal"]
