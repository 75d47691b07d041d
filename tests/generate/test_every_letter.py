"""Every shipped letter, for every type of review: sound sentences from whole data and from the least that loads."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from tests.generate.cases import day_of, example, filled, letters_of, paragraphs

from reviewdocs.generate.catalogue import Recipients, TemplateKind, catalogue, entries, shipped
from reviewdocs.generate.recipients import recipients_of
from reviewdocs.model.review import Extension, PublicationDecision, Review
from reviewdocs.model.words import ReviewType

_UNSOUND = {
    "a tag": r"\{\{|\{%|%\}|\}\}",
    "Python": r"\bNone\b(?!\. )|\bTrue\b|\bFalse\b|datetime\.|\[\]|<\w+",
    "a hole": r"not recorded|  | [,;.)]|\(\)|\( |,,|, \.|\.\.|;\s*;|:\s*\.|\b(to|at|on) \.|^[,;.]",
    "an empty label": r"^(Dear|Your reference:|Place:)\s*$",
}
_EMPTY = {
    "panel": (), "chronology": (), "key_practice_episodes": (), "findings": (), "good_practice": (), "lessons": (),
    "recommendations": (), "actions": (), "parallel_processes": (), "meetings": (), "research": (), "equality": (),
    "family_background": (), "documents_seen": (), "hindsight": "", "monitoring": "", "permitted": (), "briefing": None,
    "commission": None, "methodology": (), "circumstances": (), "conclusions": (),
}  # fmt: skip
_TWO_PAGES = frozenset({"notification", "secure-records", "information-request", "commissioning", "terms-of-reference",
                        "national-panel-decision", "home-office-decision", "adults-board-decision"})  # fmt: skip


def least(review: Review) -> Review:
    """The review with nothing in it that need not be, but what letters are about."""
    return Review.model_validate(
        review.model_dump()
        | _EMPTY
        | {
            "board": {"name": review.board.name, "chair": review.board.chair},
            "permitted": [{"name": "Martin Ellwood", "role": "author"}],
            "meetings": [{"kind": meeting.kind, "date": meeting.date} for meeting in review.meetings],
            "terms_of_reference": {"purpose": "To learn.", "questions": [], "naming": "By role."},
            "decision": review.decision.model_dump() | {"criteria": "", "alternative_considered": ""},
            "people": [
                {"id": p.id, "role": p.role, "forename": p.forename, "surname": p.surname} for p in review.people
            ],
            "family_contacts": [
                {"person": c.person, "involvement": "Told.", "by_letter": c.by_letter} for c in review.family_contacts
            ],
            "agencies": [
                {"id": a.id, "name": a.name, "kind": a.kind, "involvement": a.involvement,
                 "senior_manager": {"name": a.senior_manager.name, "job_title": a.senior_manager.job_title}}
                | ({"report_due": a.report_due} if a.report_due and not a.report_received else {})
                for a in review.agencies
            ],
            "external_bodies": [
                {"id": b.id, "name": b.name, "addressee": b.addressee} for b in review.external_bodies
            ],
            "authorities": [
                {"id": a.id, "kind": a.kind, "name": a.name, "addressee": a.addressee} for a in review.authorities
            ],
            "extension": Extension(new_date="2026-03-02", reason="The trial.", progress="Two panels.").model_dump(),
            "publication": PublicationDecision(outcome="In full", publish_on="2026-05-05").model_dump(),
        }
    )  # fmt: skip


def not_held(review: Review) -> Review:
    return review.model_copy(update={"decision": review.decision.model_copy(update={"hold": False})})


def unsound(texts: list[str]) -> list[tuple[str, str]]:
    found = [(what, text) for text in texts for what, sign in _UNSOUND.items() if re.search(sign, text)]
    runs = [i for i in range(len(texts) - 1) if not texts[i].strip() and not texts[i + 1].strip()]
    return found + [("two empty lines", " | ".join(texts[max(0, i - 1) : i + 3])) for i in runs]


@pytest.mark.parametrize("review_type", list(ReviewType))
@pytest.mark.parametrize("change", [lambda review: review, least], ids=["whole", "least"])
def test_every_letter_reads_soundly(review_type: ReviewType, change: Callable[[Review], Review]) -> None:
    review = change(example(review_type))
    made = 0
    for entry, recipient in letters_of(review):
        texts = paragraphs(filled(review, entry, recipient))
        assert unsound(texts) == [], f"{entry.id} to {recipient.id}"
        assert "Yours sincerely" in texts, entry.id
        assert any(review.reference in text for text in texts), entry.id
        made += 1
    assert made >= 10


@pytest.mark.parametrize("review_type", [ReviewType.LCSPR, ReviewType.SAR, ReviewType.DHR])
def test_the_chair_s_statement_reads_soundly(review_type: ReviewType) -> None:
    entry = next(one for one in shipped() if one.id == "chair-statement")
    for review in (example(review_type), least(example(review_type))):
        assert unsound(paragraphs(filled(review, entry))) == []


@pytest.mark.parametrize("review_type", list(ReviewType))
def test_a_decision_not_to_hold_is_told_as_one(review_type: ReviewType) -> None:
    review = not_held(example(review_type))
    told = [(entry, to) for entry, to in letters_of(review) if entry.stage == "decision"]
    assert len(told) >= 2
    for entry, recipient in told:
        texts = paragraphs(filled(review, entry, recipient))
        assert unsound(texts) == []
        text = " ".join(texts)
        assert "not to hold a" in text
        assert not re.search(r"(?<!not )to hold a|formal notification|is to be complete", text), entry.id


def test_every_type_has_its_letters() -> None:
    ids = {kind: {entry.id for entry in entries(TemplateKind.LETTER, kind)} for kind in ReviewType}
    everywhere = {"secure-records", "information-request", "decision-outcome", "referrer-outcome", "notification",
                  "reminder", "practitioner-event", "recall-event", "feedback", "family-begins",
                  "family-findings"}  # fmt: skip
    assert all(everywhere <= letters for letters in ids.values())
    outside = {"terms-of-reference", "extension", "publication-notice", "library-deposit"}
    for kind in (ReviewType.LCSPR, ReviewType.SAR, ReviewType.DHR):
        assert outside | {"commissioning", "coroner", "police", "author-briefing", "family-publication"} <= ids[kind]
    assert {"national-panel-decision"} <= ids[ReviewType.LCSPR] - ids[ReviewType.DHR] - ids[ReviewType.SAR]
    assert {"home-office-decision"} <= ids[ReviewType.DHR] - ids[ReviewType.LCSPR] - ids[ReviewType.SAR]
    assert {"adults-board-decision"} <= ids[ReviewType.SAR]
    assert not outside & ids[ReviewType.LOCAL], "a local review stays with the agencies"


def test_every_rule_of_recipients_has_its_source() -> None:
    for entry in catalogue():
        if entry.kind is TemplateKind.LETTER:
            assert entry.usual and all(rule.source for rule in entry.usual), entry.id
            for kind in entry.review_types:
                assert entry.usual_in(kind) in entry.usual, f"{entry.id} has no rule for {kind}"


@pytest.mark.parametrize("review_type", [ReviewType.LCSPR, ReviewType.SAR, ReviewType.DHR])
def test_the_letter_of_commissioning_names_nobody_of_the_review(review_type: ReviewType) -> None:
    review = example(review_type)
    text = " ".join(_text(review, "commissioning"))
    assert review.reference in text
    for person in review.people:
        assert person.full_name not in text and not re.search(rf"\b{person.surname}\b", text)


def test_family_letters_speak_of_a_death_only_where_there_is_one() -> None:
    died = " ".join(_text(example(ReviewType.SAR), "family-begins"))
    lives = " ".join(_text(example(ReviewType.LCSPR), "family-begins"))
    assert "very sorry about the death of Desmond" in died
    assert "death" not in lives and "sorry about what happened to Ivy" in lives


def test_an_adult_the_review_is_about_is_written_to_as_such() -> None:
    review = example(ReviewType.SAR)
    contact = review.family_contacts[0].model_copy(update={"person": "ADULT"})
    people = tuple(person.model_copy(update={"died": None}) for person in review.people)
    own = review.model_copy(update={"people": people, "family_contacts": (contact,)})
    for letter in ("family-begins", "family-findings", "family-publication"):
        texts = _text(own, letter)
        text = " ".join(texts)
        assert "about you" in text and "You knew" not in text
        assert unsound(texts) == []


def _text(review: Review, letter: str) -> list[str]:
    entry, recipient = next((entry, to) for entry, to in letters_of(review) if entry.id == letter)
    return paragraphs(filled(review, entry, recipient))


def test_dates_of_returns_are_apart_and_the_chronology_comes_first() -> None:
    from reviewdocs.generate.letter_views import letter_context

    review = example(ReviewType.LCSPR)
    bare = tuple(a.model_copy(update={"chronology_due": None, "report_due": None}) for a in review.agencies)
    entry = next(one for one in shipped() if one.id == "notification")
    for meetings in ((), review.meetings):
        asked = review.model_copy(update={"agencies": bare, "meetings": meetings})
        to = recipients_of(asked, Recipients.AGENCIES)["POLICE"]
        context = letter_context(asked, entry, to, day_of(review, entry))
        assert context.chronology_due < context.report_due  # type: ignore[attr-defined]
        assert context.timescale  # type: ignore[attr-defined]


def test_the_address_stands_where_a_window_envelope_shows_it() -> None:
    review = example(ReviewType.SAR)
    for entry, recipient in letters_of(review):
        document = Document(io.BytesIO(filled(review, entry, recipient)))
        table = document.tables[0]
        top = document.sections[0].top_margin.cm + _height(table.rows[0])
        assert 4.6 <= top <= 5.7, entry.id
        assert top + _height(table.rows[1]) <= 9.9, "the fold is at 9.9 cm"
        assert table.rows[1].cells[0].paragraphs[0].text == recipient.addressee.lines[0]


def _height(row: object) -> float:
    value = row._tr.trPr.find(qn("w:trHeight")).get(qn("w:val"))  # type: ignore[attr-defined]
    return int(value) / 567


@pytest.mark.office
@pytest.mark.parametrize("review_type", [ReviewType.LCSPR, ReviewType.SAR, ReviewType.DHR])
def test_letters_keep_within_their_pages(review_type: ReviewType, tmp_path: Path, as_pdf: Callable[..., Path]) -> None:
    review = example(review_type)
    for entry, recipient in letters_of(review):
        (tmp_path / f"{entry.id}.docx").write_bytes(filled(review, entry, recipient))
    letters = sorted(tmp_path.glob("*.docx"))
    folder = as_pdf(*letters).parent
    for letter in letters:
        pages = _pages(folder / f"{letter.stem}.pdf")
        assert len(pages) <= 1 + (letter.stem in _TWO_PAGES), letter.stem
        for page in pages:
            assert len(page) > 3, f"{letter.stem} has a page with a lone line: {page}"


def _pages(pdf: Path) -> list[list[str]]:
    """The lines of each page without those of header and footer."""
    told = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True)
    pages = [[line for line in page.splitlines() if line.strip()] for page in told.stdout.split("\f")]
    return [page[1:-1] for page in pages if page]
