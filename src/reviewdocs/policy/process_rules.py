"""Rules of the review process that can be told from the structured data.

Each rule is one function and one line of the registry `RULES`, with its source. A breach never makes the data unusable:
it is a warning, and the board decides. Sources: ST Stockport procedure chapter 11, WB West of Berkshire toolkit, TL
task list for an independent review, and statutes by name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from reviewdocs.model.review import PermittedRole, Person, Review
from reviewdocs.model.words import ReviewType
from reviewdocs.policy import timing_rules
from reviewdocs.policy.rule import Breach as Breach
from reviewdocs.policy.rule import Rule as Rule

MIN_PANEL = 6
"""Members of the panel (WB 2.6)."""
QUESTIONS = 19
"""Questions of the terms of reference (ST Appendix 1)."""


def _authors(review: Review) -> list[tuple[int, PermittedRole]]:
    return [(i, who) for i, who in enumerate(review.permitted) if "author" in who.role.casefold()]


def _author_is_independent(review: Review) -> Iterator[Breach]:
    authors = _authors(review)
    if not authors:
        yield ("permitted",), "somebody's role here should say that they are the author of the overview report"
    agencies = {agency.name.casefold() for agency in review.agencies}
    members = {member.name.casefold() for member in review.panel}
    chairs = {who.name.casefold() for who in review.permitted if "chair" in who.role.casefold()}
    chairs.add(review.board.chair.casefold())
    for i, author in authors:
        if author.name.casefold() in chairs:
            yield ("permitted", i), "the overview author should not chair the board or a panel of this review"
        if author.name.casefold() in members:
            yield ("permitted", i), "the overview author should not be a member of the panel for an agency"
        if author.organisation.casefold() in agencies:
            yield ("permitted", i, "organisation"), "the overview author should not be employed by an agency involved"


def _report_author_was_not_involved(review: Review) -> Iterator[Breach]:
    for i, agency in enumerate(review.agencies):
        name = agency.report_author.partition(",")[0].strip().casefold()
        if " " not in name:
            continue
        if any(entry.agency == agency.id and name in entry.text.casefold() for entry in review.chronology):
            yield (
                ("agencies", i, "report_author"),
                "the author of an agency's report should have had no direct involvement; its chronology speaks of them",
            )


def _panel_is_large_enough(review: Review) -> Iterator[Breach]:
    if len(review.panel) < MIN_PANEL:
        yield ("panel",), f"a panel has at least {MIN_PANEL} members; {len(review.panel)} are listed"


def _questions_are_answered(review: Review) -> Iterator[Breach]:
    questions = review.terms_of_reference.questions
    where = ("terms_of_reference", "questions")
    if review.review_type in {ReviewType.SCR, ReviewType.LCSPR} and len(questions) < QUESTIONS:
        yield (
            where,
            f"the terms of reference have {QUESTIONS} questions to answer or set aside; {len(questions)} stand here",
        )
    for i, question in enumerate(questions):
        if not question.answer:
            yield (*where, i), "each question is answered, or set aside as not applicable with the reason"


def _alternative_is_explained(review: Review) -> Iterator[Breach]:
    if not review.decision.alternative_considered:
        yield ("decision",), "alternative_considered should say which other kind of review was considered, and why not"


def _members_decided(review: Review) -> Iterator[Breach]:
    if not review.decision.members:
        yield ("decision",), "members should say what each member of the panel that considered the referral decided"


def _recommendations_are_agreed(review: Review) -> Iterator[Breach]:
    for i, recommendation in enumerate(review.recommendations):
        if not recommendation.agreed_by_panel:
            yield (
                ("recommendations", i),
                f"only what the panel agreed stands in the report; {recommendation.id} is not agreed",
            )


def _recommendations_have_actions(review: Review) -> Iterator[Breach]:
    acted_on = {action.recommendation for action in review.actions}
    for i, recommendation in enumerate(review.recommendations):
        if recommendation.id not in acted_on:
            yield ("recommendations", i), f"{recommendation.id} has no action in the action plan"
    for i, action in enumerate(review.actions):
        if action.deadline < review.decision.date:
            yield ("actions", i, "deadline"), "the deadline is earlier than the decision to hold the review"


def _knowledge_is_dated(review: Review) -> Iterator[Breach]:
    for i, entry in enumerate(review.chronology):
        if entry.known_to_agency is None:
            yield ("chronology", i), "known_to_agency should say when the agency came to know of this"
        elif entry.known_to_agency < entry.date and not entry.uncertain:
            yield ("chronology", i, "known_to_agency"), "the agency cannot have known of this before it happened"


def _silence_is_stated(review: Review) -> Iterator[Breach]:
    speaking = {entry.agency for entry in review.chronology}
    for i, agency in enumerate(review.agencies):
        if agency.id not in speaking and not agency.contribution:
            yield (
                ("agencies", i),
                f"{agency.id} has no chronology entry; contribution should say that it has none, and why",
            )


def _entries_are_in_scope(review: Review) -> Iterator[Breach]:
    for i, entry in enumerate(review.chronology):
        if not review.scope.start <= entry.date <= review.scope.end:
            yield ("chronology", i, "date"), f"the date is outside the period under review, {_period(review)}"
    for i, episode in enumerate(review.key_practice_episodes):
        if episode.end < episode.start:
            yield ("key_practice_episodes", i, "end"), "the episode ends before it starts"
        elif episode.end < review.scope.start or episode.start > review.scope.end:
            yield (
                ("key_practice_episodes", i, "start"),
                f"the episode is outside the period under review, {_period(review)}",
            )


def _period(review: Review) -> str:
    return f"{review.scope.start.isoformat()} to {review.scope.end.isoformat()}"


def _lives_are_possible(review: Review) -> Iterator[Breach]:
    for i, person in enumerate(review.people):
        if person.dob and person.died and person.died < person.dob:
            yield ("people", i, "died"), "the date of death is earlier than the date of birth"
        if person.dob and person.dob > review.version_date:
            yield ("people", i, "dob"), "the date of birth is later than the date of this version"


_AGES = {
    ReviewType.SCR: (0, 18, "a child: under 18"),
    ReviewType.LCSPR: (0, 18, "a child: under 18"),
    ReviewType.SAR: (18, None, "an adult: 18 or over"),
    ReviewType.DHR: (16, None, "16 or over"),
}


def _subject_is_of_age(review: Review) -> Iterator[Breach]:
    lowest, below, words = _AGES.get(review.review_type, (0, None, ""))
    for i, person in enumerate(review.people):
        age = _age(person, review.incident.date) if person.id == review.subject else None
        if age is None:
            continue
        if age < 0:
            yield ("people", i, "dob"), "the subject was born after the incident"
        elif age < lowest or (below is not None and age >= below):
            yield ("people", i, "dob"), f"the subject of this type of review is {words} at the incident, not {age}"


def _age(person: Person, day: dt.date) -> int | None:
    """Whole years at a day; None where the date of birth is not known."""
    if person.dob is None:
        return None
    return day.year - person.dob.year - ((day.month, day.day) < (person.dob.month, person.dob.day))


def _decision_follows_referral(review: Review) -> Iterator[Breach]:
    if review.referral.date < review.incident.date:
        yield ("referral", "date"), "the referral is earlier than the incident"
    if review.decision.date < review.referral.date:
        yield ("decision", "date"), "the decision is earlier than the referral"


RULES: tuple[Rule, ...] = (
    Rule("author-independent", "ST 11.10.1", _author_is_independent),
    Rule("report-author-independent", "ST 11.10.1", _report_author_was_not_involved),
    Rule("panel-size", "WB 2.6", _panel_is_large_enough),
    Rule("questions-answered", "ST Appendix 1", _questions_are_answered),
    Rule("alternative-explained", "WB 1", _alternative_is_explained),
    Rule("members-decided", "WB 1", _members_decided),
    Rule("recommendations-agreed", "WB 3.1", _recommendations_are_agreed),
    Rule("recommendations-acted-on", "ST 11.15", _recommendations_have_actions),
    Rule("knowledge-dated", "WB 2", _knowledge_is_dated),
    Rule("silence-stated", "WB 2", _silence_is_stated),
    Rule("in-scope", "the review's own scope", _entries_are_in_scope),
    Rule("lives-possible", "the calendar", _lives_are_possible),
    Rule(
        "subject-of-age",
        "Children Act 2004 s.16C; Care Act 2014 s.44; Domestic Violence, Crime and Victims Act 2004 s.9",
        _subject_is_of_age,
    ),
    Rule("decision-follows-referral", "the calendar", _decision_follows_referral),
    *timing_rules.RULES,
)
"""All rules, in the order in which a review passes through them. `terms_of_reference.naming` (WB 3.2), and an action's
owner, deadline, outcome and measure (ST 11.15), are required by the model itself."""


def breaches(review: Review) -> Iterator[tuple[Rule, Breach]]:
    """Every breach of every rule."""
    for rule in RULES:
        for breach in rule.check(review):
            yield rule, breach
