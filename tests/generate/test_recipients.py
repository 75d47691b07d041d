"""Who usually gets a letter, and how each is addressed."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.generate.cases import REMINDED, example

from reviewdocs.errors import UsageError
from reviewdocs.generate.catalogue import Entry, Recipients, TemplateKind, entries, shipped
from reviewdocs.generate.letter_views import require
from reviewdocs.generate.recipients import recipients_of, usual
from reviewdocs.model.review import Review
from reviewdocs.model.words import ReviewType
from reviewdocs.records.review_data import review_in
from reviewdocs.store.starter import starter_files

DHR, SAR, LCSPR = (example(kind) for kind in (ReviewType.DHR, ReviewType.SAR, ReviewType.LCSPR))
LATE = dt.date(2025, 12, 1)


def letter(identifier: str) -> Entry:
    return next(entry for entry in shipped() if entry.id == identifier)


@pytest.mark.parametrize(
    ("review", "identifier", "on", "wanted"),
    [
        (DHR, "referrer-outcome", LATE, ["POLICE"]),
        (DHR, "reminder", REMINDED[ReviewType.DHR], ["HOUSING"]),
        (SAR, "reminder", REMINDED[ReviewType.SAR], ["FIRE"]),
        (DHR, "family-begins", LATE, ["MOTHER", "SISTER"]),
        (LCSPR, "family-findings", LATE, ["MGM", "FATHER", "AUNT", "MOTHER"]),
        (DHR, "commissioning", LATE, ["AUTHOR"]),
        (DHR, "coroner", LATE, ["CORONER"]),
        (DHR, "police", LATE, ["SIO", "CPS"]),
        (DHR, "home-office-decision", LATE, ["HOME_OFFICE"]),
        (DHR, "publication-notice", LATE, ["HOME_OFFICE", "DA_COMMISSIONER"]),
        (SAR, "extension", LATE, ["ADULTS_BOARD"]),
        (LCSPR, "national-panel-decision", LATE, ["NATIONAL_PANEL", "OFSTED", "DFE"]),
        (LCSPR, "extension", LATE, ["NATIONAL_PANEL", "DFE"]),
    ],
)
def test_a_letter_goes_to_whom_the_rule_of_its_type_says(
    review: Review, identifier: str, on: dt.date, wanted: list[str]
) -> None:
    assert list(usual(review, letter(identifier), on)) == wanted


def test_nobody_is_reminded_on_the_very_day() -> None:
    with pytest.raises(UsageError, match="no agency's chronology or report is overdue"):
        usual(SAR, letter("reminder"), dt.date(2025, 5, 30))


def test_a_child_grown_up_since_is_written_to() -> None:
    contacts = tuple(contact.model_copy(update={"by_letter": True}) for contact in DHR.family_contacts)
    review = DHR.model_copy(update={"family_contacts": contacts})
    begins = letter("family-begins")
    assert "DAUGHTER" not in usual(review, begins, dt.date(2034, 2, 7))
    assert "DAUGHTER" in usual(review, begins, dt.date(2034, 2, 8))


def test_a_body_that_the_data_lacks_is_told_and_not_left_out() -> None:
    kept = tuple(body for body in LCSPR.external_bodies if body.id != "OFSTED")
    with pytest.raises(UsageError, match=r"OFSTED \(WB 1.*external_bodies"):
        usual(LCSPR.model_copy(update={"external_bodies": kept}), letter("national-panel-decision"), LATE)


def test_letters_of_a_review_are_not_made_where_none_is_held() -> None:
    review = SAR.model_copy(update={"decision": SAR.decision.model_copy(update={"hold": False})})
    for entry in entries(TemplateKind.LETTER, ReviewType.SAR):
        if entry.stage == "review":
            with pytest.raises(UsageError, match="not to hold"):
                require(review, entry, LATE)
        else:
            require(review, entry, LATE)


@pytest.mark.parametrize(
    ("identifier", "gone", "told"),
    [
        ("extension", {"extension": None}, "needs extension"),
        ("publication-notice", {"publication": None}, r"publication, publication\.publish_on"),
        ("library-deposit", {"publication": None}, "needs publication"),
        ("recall-event", {"meetings": ()}, "no meeting of the kind 'recall event'"),
    ],
)
def test_a_letter_about_something_that_is_not_there_is_not_made(
    identifier: str, gone: dict[str, object], told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        require(SAR.model_copy(update=gone), letter(identifier), SAR.decision.date)


def test_an_invitation_is_to_a_meeting_still_to_come() -> None:
    event = next(meeting for meeting in SAR.meetings if meeting.kind == "recall event")
    require(SAR, letter("recall-event"), event.date)
    with pytest.raises(UsageError, match="on or after"):
        require(SAR, letter("recall-event"), event.date + dt.timedelta(days=1))


def test_no_address_is_guessed_among_several() -> None:
    family = recipients_of(LCSPR, Recipients.FAMILY)
    assert family["MOTHER"].addressee.lines == ("Ms Kirsty Garside",)
    assert family["MGM"].addressee.lines[1:] == ("8 Mallard Close", "Skelderby", "TH7 3WE")
    assert family["MGM"].addressee.salutation == "Mrs Garside"


def test_who_chairs_and_writes_is_one_recipient() -> None:
    assert list(recipients_of(DHR, Recipients.REVIEWERS)) == ["AUTHOR"]
    assert list(recipients_of(SAR, Recipients.REVIEWERS)) == ["AUTHOR", "PANEL_CHAIR"]


@pytest.mark.parametrize("review_type", list(ReviewType))
def test_a_new_case_holds_the_bodies_that_letters_of_its_type_go_to(review_type: ReviewType) -> None:
    text = starter_files(review_type, "X-1")["review.yaml"]
    review = review_in(text.encode(), "review.yaml")[0]
    for entry in entries(TemplateKind.LETTER, review_type):
        if entry.recipients is Recipients.EXTERNAL_BODIES and entry.id != "adults-board-decision":
            assert usual(review, entry, LATE)
