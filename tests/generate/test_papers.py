"""Papers of panel meetings: which meeting they are about, and what is put to those who decide."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from docx import Document
from pydantic import ValidationError

from reviewdocs import resources
from reviewdocs.generate.catalogue import TemplateKind, entry_of, shipped_template
from reviewdocs.generate.fill import fill
from reviewdocs.generate.papers import panel_papers
from reviewdocs.generate.views import document_context
from reviewdocs.model.review import Meeting, MeetingAction, Review
from reviewdocs.records.review_data import load_review
from reviewdocs.workflows.draft import properties_of

MAY, JUNE = dt.date(2024, 5, 8), dt.date(2024, 6, 12)


@pytest.fixture(scope="module")
def review() -> Review:
    return load_review(resources.folder("examples") / "lcspr-demo" / "review.yaml")


def text_of(identifier: str, review: Review) -> str:
    entry = entry_of(identifier, TemplateKind.DOCUMENT, review.review_type)
    data = fill(shipped_template(entry), document_context(review, entry.title), properties_of(review, entry.title))
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_the_minutes_are_those_of_the_last_panel_and_the_agenda_that_of_the_next(review: Review) -> None:
    papers = panel_papers(review, MAY)
    assert papers.held and papers.next and papers.following
    assert (papers.held.date, papers.next.date, papers.following.date) == (MAY, JUNE, JUNE)
    assert not papers.is_first
    assert [action.meeting for action in papers.actions] == [MAY]
    assert papers.open == ()  # May's is done, and June's are not of an earlier meeting


def test_what_an_earlier_panel_asked_for_stays_on_the_agenda_until_it_is_done(review: Review) -> None:
    action = MeetingAction(meeting=MAY, action="Ask the school", owner="The author")
    later = review.model_copy(update={"meeting_actions": (action,)})
    assert panel_papers(later, MAY).open == (action,)
    assert "Ask the school" in text_of("panel-agenda", later)


def test_before_the_first_panel_its_key_tasks_are_on_the_agenda(review: Review) -> None:
    early = review.model_copy(update={"version_date": dt.date(2024, 1, 2), "meeting_actions": ()})
    told = text_of("panel-agenda", early)
    assert "Key tasks of the first meeting" in told and "Wednesday 31 January 2024, 13:30" in told
    assert "Matters arising" not in told
    assert "Matters arising" in text_of("panel-agenda", review)


def test_a_review_without_panels_has_gaps_and_no_meeting(review: Review) -> None:
    none = review.model_copy(update={"meetings": (), "meeting_actions": ()})
    assert panel_papers(none, MAY).held is None
    told = text_of("panel-minutes", none)
    assert "[to be written: date, time and place of the panel’s meeting]" in told
    assert "[to be written: who was present]" in told


def test_the_minutes_say_who_was_there_and_what_each_is_to_do(review: Review) -> None:
    told = text_of("panel-minutes", review)
    assert "Present. Gillian Hartshorne, Yasmin Farouk" in told
    assert "Apologies. Nigel Ackroyd and Rupert Lindqvist." in told
    assert "Agree with the communications leads" in told and "Open" in told
    assert "bruising, owner" not in told and "new policy on bruising" not in told  # that one was asked for in May


def test_each_member_s_decision_is_put_to_those_who_decide(review: Review) -> None:
    told = text_of("recommendation", review)
    assert "The safeguarding partners, through Ruth Cavanagh" in told
    for member in review.decision.members:
        assert member.name in told and member.reason in told
    bare = review.model_copy(update={"decision": review.decision.model_copy(update={"members": ()})})
    assert "[to be written: each member’s name, post, decision and reason]" in text_of("recommendation", bare)


def test_an_action_of_a_meeting_that_never_was_is_an_error(review: Review) -> None:
    stray = MeetingAction(meeting=dt.date(2024, 6, 13), action="Ask", owner="The chair")
    with pytest.raises(ValidationError, match=r"meeting_actions\[0\]\.meeting: there is no meeting on 13/06/2024"):
        Review.model_validate({**review.model_dump(), "meeting_actions": [stray.model_dump()]})


def test_any_spelling_of_panel_is_one() -> None:
    assert Meeting(kind="Panel", date=MAY).is_panel
    assert not Meeting(kind="rapid review", date=MAY).is_panel
