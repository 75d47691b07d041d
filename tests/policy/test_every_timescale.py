"""Every rule of every profile against a day worked out by hand: Easter, Christmas, substitute and one-off holidays."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewdocs.policy.deadlines import deadline, profiles, profiles_for, rules_of
from reviewdocs.policy.working_days import Nation

D = dt.date

WORKED = [
    # profile, rule, from, due, and what stands between
    ("notification", "notification", D(2024, 3, 27), D(2024, 4, 5)),  # Good Friday, Easter Monday
    ("rapid-review", "rapid-review", D(2023, 12, 18), D(2024, 1, 11)),  # Christmas, Boxing Day, New Year
    ("rapid-review", "rapid-review-letters", D(2024, 5, 3), D(2024, 5, 7)),  # May Day
    ("rapid-review", "rapid-review-summaries", D(2022, 9, 14), D(2022, 9, 29)),  # the Queen's funeral, 19 September
    ("rapid-review", "information", D(2022, 9, 14), D(2022, 9, 28)),
    ("rapid-review", "rapid-review-panel", D(2022, 9, 14), D(2022, 10, 3)),
    ("rapid-review", "rapid-review-sign-off", D(2022, 9, 14), D(2022, 10, 6)),
    ("rapid-review", "rapid-review-sent", D(2022, 9, 14), D(2022, 10, 7)),
    ("lcspr", "completion", D(2023, 8, 31), D(2024, 2, 29)),  # six months on there is no 31st
    ("lcspr", "panel-copy", D(2024, 1, 5), D(2023, 12, 22)),  # backwards over New Year and Christmas
    ("sar", "completion", D(2023, 12, 8), D(2024, 6, 8)),  # a Saturday, which stays
    ("sar-rapid-time", "completion", D(2022, 4, 25), D(2022, 5, 17)),  # May Day, 2 May
    ("dhr", "decision", D(2021, 11, 25), D(2021, 12, 24)),  # Christmas Day is a Saturday
    ("dhr", "home-office-told", D(2024, 2, 29), D(2024, 3, 28)),  # Good Friday
    ("dhr", "completion", D(2022, 8, 30), D(2023, 2, 28)),
    ("shropshire", "rapid-review", D(2023, 4, 20), D(2023, 5, 15)),  # May Day and the Coronation
    ("task-list", "reviewer-approved", D(2023, 12, 18), D(2023, 12, 29)),  # New Year's Day
    ("task-list", "decision", D(2023, 11, 27), D(2023, 12, 22)),  # Christmas Day
    ("task-list", "commissioning", D(2024, 1, 31), D(2024, 2, 29)),
    ("task-list", "chronology", D(2024, 2, 16), D(2024, 3, 28)),  # Good Friday
    ("task-list", "chronology-before-panel", D(2024, 1, 10), D(2023, 12, 29)),  # Sunday 31 December
    ("task-list", "agenda", D(2024, 4, 8), D(2024, 3, 28)),  # Easter Monday, then Good Friday
    ("task-list", "draft-overview", D(2022, 7, 25), D(2022, 9, 16)),  # the funeral again
    ("task-list", "second-panel", D(2023, 4, 10), D(2023, 5, 5)),  # the Coronation, 8 May
    ("task-list", "third-panel", D(2022, 4, 22), D(2022, 6, 1)),  # the Jubilee, 2 and 3 June
    ("task-list", "feedback", D(2022, 12, 12), D(2022, 12, 23)),  # Boxing Day
    ("task-list", "action-plan-update", D(2023, 3, 1), D(2023, 4, 28)),  # May Day
    ("stockport", "decision", D(2024, 2, 1), D(2024, 2, 29)),
    ("stockport", "terms-of-reference", D(2023, 12, 18), D(2023, 12, 29)),
    ("stockport", "chronology", D(2023, 7, 17), D(2023, 8, 25)),  # the late summer holiday
    ("stockport", "agency-report", D(2024, 2, 1), D(2024, 3, 14)),
    ("stockport", "completion", D(2023, 12, 8), D(2024, 6, 8)),
    ("west-of-berkshire", "decision", D(2024, 1, 31), D(2024, 2, 29)),
    ("west-of-berkshire", "recommendation", D(2024, 3, 25), D(2024, 3, 28)),
    ("west-of-berkshire", "chair-decision", D(2023, 4, 24), D(2023, 5, 5)),
    ("west-of-berkshire", "notify-national", D(2023, 12, 20), D(2023, 12, 29)),
    ("west-of-berkshire", "completion", D(2024, 3, 31), D(2024, 9, 30)),
    ("panel-terms", "minutes", D(2022, 5, 25), D(2022, 6, 7)),  # the Jubilee
    ("panel-terms", "chair-reply", D(2023, 12, 22), D(2024, 1, 3)),
    ("retention", "retention-review", D(2023, 12, 25), D(2024, 12, 24)),  # Christmas Day a year on
]

NATIONS = [
    # rule, from, due in England, Wales, Scotland, Northern Ireland
    ("notify-national", D(2024, 3, 27), 5, 5, 4, 5, "Easter Monday is no holiday in Scotland"),
    ("agenda", D(2024, 4, 8), 28, 28, 1, 28, "so that an agenda may go out on it there"),
    ("chair-reply", D(2023, 12, 22), 3, 3, 4, 3, "2 January is one in Scotland"),
    ("minutes", D(2023, 7, 6), 17, 17, 17, 18, "12 July in Northern Ireland"),
    ("minutes", D(2023, 11, 23), 4, 4, 5, 4, "St Andrew's Day"),
    ("minutes", D(2024, 11, 22), 3, 3, 4, 3, "its substitute, as it fell on a Saturday"),
    ("agency-report", D(2024, 2, 5), 18, 18, 18, 15, "the substitute for St Patrick's Day, a Sunday"),
    ("chair-reply", D(2026, 6, 10), 17, 17, 18, 17, "one day off in Scotland for the World Cup"),
    ("notify-national", D(2027, 12, 23), 4, 4, 5, 4, "Christmas and New Year on Saturdays"),
    ("minutes", D(2022, 5, 25), 7, 7, 7, 7, "the Jubilee, everywhere"),
    ("minutes", D(2022, 9, 14), 26, 26, 26, 26, "the funeral, everywhere"),
]


@pytest.mark.parametrize("profile, rule, start, due", WORKED)
def test_the_day_is_the_one_worked_out_by_hand(profile: str, rule: str, start: dt.date, due: dt.date) -> None:
    assert deadline(rule, start, profile=profile).due == due


def test_every_rule_there_is_was_worked_out() -> None:
    assert {(name, rule.id) for name, rules in profiles().items() for rule in rules} == {row[:2] for row in WORKED}


@pytest.mark.parametrize("rule, start, england, wales, scotland, ireland, why", NATIONS)
def test_each_nation_keeps_its_own_holidays(
    rule: str, start: dt.date, england: int, wales: int, scotland: int, ireland: int, why: str
) -> None:
    due = [deadline(rule, start, nation=nation).due.day for nation in Nation]
    assert due == [england, wales, scotland, ireland], why


def test_ranges_have_their_first_day() -> None:
    assert deadline("rapid-review-panel", D(2022, 9, 14), profile="rapid-review").earliest == D(2022, 9, 29)
    assert deadline("draft-overview", D(2022, 7, 25)).earliest == D(2022, 9, 5)


def test_every_type_of_review_has_its_profiles_and_every_rule_its_owner_and_source() -> None:
    from reviewdocs.model.words import ReviewType
    from reviewdocs.policy.deadlines import source_of

    for kind in ReviewType:
        rules = rules_of(profiles_for(kind))
        assert rules
        assert all(rule.who and source_of(rule, profile) for profile, rule in rules)
