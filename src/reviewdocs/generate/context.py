"""What templates are filled from: the review itself, and the tables that documents need worked out of it.

Every attribute here is a field that a template may ask for; `reviewdocs templates fields` lists them from these types.
Wording that is the same for every board is made here, wording that a board may want to change stands in the templates.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reviewdocs.generate.figures.drawing import Drawing
from reviewdocs.generate.figures.genogram import Genogram
from reviewdocs.model.review import (
    Action,
    Agency,
    Authority,
    ChronologyEntry,
    Contact,
    ExternalBody,
    FamilyContact,
    KeyPracticeEpisode,
    Lesson,
    Meeting,
    MeetingAction,
    PermittedRole,
    Person,
    Recommendation,
    Review,
    ReviewFinding,
)
from reviewdocs.policy.deadlines import Deadline
from reviewdocs.policy.review_types import Practice


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """The document being made: its own title, marking, version and date, and the words for its review type."""

    title: str
    reference: str
    marking: str
    version: str
    date: dt.date
    review_type: str
    review_type_short: str


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """A member of the family: age in years at the incident, relations to others in words, date born and died."""

    person: Person
    name: str
    role: str
    age: int | None
    relations: str
    is_subject: bool


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """An agency with what became of its returns; every agency's silence is stated."""

    agency: Agency
    name: str
    mark: str
    tint: str
    entries: int
    contribution: str
    chronology: str
    report: str
    late: bool


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A panel member with the employer's name."""

    name: str
    job_title: str
    employer: str


@dataclass(frozen=True, slots=True)
class ChronologyRow:
    """One entry of the integrated chronology, in words; `tint` is the agency's background colour (hexadecimal)."""

    entry: ChronologyEntry
    number: int
    date: str
    time: str
    agency: str
    mark: str
    tint: str
    source: str
    text: str
    seen: str
    wishes: str
    comment: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of the scope in which no agency recorded a contact."""

    start: dt.date
    end: dt.date
    days: int


@dataclass(frozen=True, slots=True)
class EpisodeRow:
    """A key practice episode with its number."""

    number: int
    episode: KeyPracticeEpisode


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with its number and the recommendations that answer it."""

    number: int
    finding: ReviewFinding
    recommendations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action with its recommendation's number and its progress in words and colour (hexadecimal background)."""

    action: Action
    recommendation: str
    rag: str
    rag_fill: str
    progress: str


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """A recommendation with its number, the numbers of the findings it answers, and its actions."""

    number: int
    recommendation: Recommendation
    findings: tuple[str, ...]
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class RagCount:
    """How many actions stand at one colour."""

    rag: str
    rag_fill: str
    meaning: str
    count: int


@dataclass(frozen=True, slots=True)
class LessonGroup:
    """Lessons for one agency, for agencies together, or for the country."""

    title: str
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class FamilyContactRow:
    """A family member's part in the review."""

    contact: FamilyContact
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """All that a document may ask for.

    `author`, `panel_chair`: the permitted names whose role says so, or None. `gaps`: periods with no recorded contact.
    `timescales`: computed deadlines, earliest first. `practice`: the words of this type of review. `more`: the
    board's own fields.
    """

    document: DocumentInfo
    review: Review
    practice: Practice
    more: Mapping[str, Any]
    subject: Person
    subject_age: int | None
    author: PermittedRole | None
    panel_chair: PermittedRole | None
    referring_agency: str
    family: tuple[FamilyRow, ...]
    agencies: tuple[AgencyRow, ...]
    late_agencies: tuple[AgencyRow, ...]
    silent_agencies: tuple[AgencyRow, ...]
    panel: tuple[PanelRow, ...]
    meetings: tuple[Meeting, ...]
    timescales: tuple[Deadline, ...]
    chronology: tuple[ChronologyRow, ...]
    gaps: tuple[Gap, ...]
    gap_weeks: int
    episodes: tuple[EpisodeRow, ...]
    findings: tuple[FindingRow, ...]
    lesson_groups: tuple[LessonGroup, ...]
    recommendations: tuple[RecommendationRow, ...]
    actions: tuple[ActionRow, ...]
    rag_counts: tuple[RagCount, ...]
    family_contacts: tuple[FamilyContactRow, ...]


@dataclass(frozen=True, slots=True)
class PanelPapers:
    """The panel meetings that an agenda and minutes are about, by the version's date.

    Attributes:
        next: the panel still to come, or where all are over the last one; None without any.
        is_first: it is the first of the review.
        held: the last panel that is over, or where none is the first one to come.
        following: the panel after `held`.
        actions: what `held` asked for.
        open: what meetings before `next` asked for, and is not done.
    """

    next: Meeting | None
    is_first: bool
    held: Meeting | None
    following: Meeting | None
    actions: tuple[MeetingAction, ...]
    open: tuple[MeetingAction, ...]


@dataclass(frozen=True, slots=True)
class ReportContext(DocumentContext):
    """What a report may ask for besides: figures, each a paragraph of its own (`{{p timeline }}`).

    `recommendations`, and with them `actions`, are those that the panel agreed: no other is printed (WB 3.1).
    `panels`: what the papers of panel meetings are about.
    """

    genogram: Genogram | None
    timeline: Drawing | None
    panels: PanelPapers


@dataclass(frozen=True, slots=True)
class LetterInfo:
    """The letter's own date and title."""

    date: dt.date
    subject_line: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a letter goes to: the lines of the address, how it begins, and the e-mail address."""

    lines: tuple[str, ...]
    salutation: str
    email: str


@dataclass(frozen=True, slots=True)
class LetterContext(DocumentContext):
    """What every letter may ask for besides.

    `died`: the subject has died. `completion_deadline`: when the review is to be complete by the rules; `completion`:
    on what day, an extension counted in.
    """

    letter: LetterInfo
    addressee: Addressee
    died: bool
    completion_deadline: Deadline
    completion: dt.date


@dataclass(frozen=True, slots=True)
class OverdueReturn:
    """A return that was due before the day of the letter and has not come."""

    what: str
    due: dt.date


@dataclass(frozen=True, slots=True)
class AgencyLetterContext(LetterContext):
    """What a letter to an agency may ask for besides.

    `timescale`: by which rules the dates were computed, or nothing where the data sets them. `event`: the meeting that
    an invitation is to. `events`: briefings and events still to come that the agency's staff are asked to. `overdue`:
    what has not come. `own_lessons`, `own_actions`: those for this agency. `tell_coroner`: there is a death or a
    criminal process. `copied`: everybody who gets a copy, in words. `rapid_review_due`: when a rapid review is to be
    sent, for reviews of children.
    """

    agency: Agency
    recipient: Contact
    copies: tuple[Contact, ...]
    copied: tuple[str, ...]
    chronology_due: dt.date
    report_due: dt.date
    timescale: str
    information_due: dt.date
    rapid_review_due: dt.date | None
    event: Meeting | None
    events: tuple[Meeting, ...]
    overdue: tuple[OverdueReturn, ...]
    own_lessons: tuple[Lesson, ...]
    own_actions: tuple[ActionRow, ...]
    tell_coroner: bool


@dataclass(frozen=True, slots=True)
class FamilyLetterContext(LetterContext):
    """What a letter to a member of the family may ask for besides.

    `is_subject`: the review is about the person written to. `meeting`: the next meeting with the family, if it
    is soon.
    """

    person: Person
    contact: FamilyContact
    is_subject: bool
    meeting: Meeting | None


@dataclass(frozen=True, slots=True)
class ReviewerLetterContext(LetterContext):
    """What a letter to the independent reviewer may ask for besides; `panels`: meetings of the panel still to come."""

    reviewer: PermittedRole
    panels: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class AuthorityLetterContext(LetterContext):
    """What a letter to a coroner, a police force or another authority with a process of its own may ask for besides."""

    authority: Authority


@dataclass(frozen=True, slots=True)
class BodyLetterContext(LetterContext):
    """What a letter to an external body may ask for besides; `notify_deadline`: when it was to be told, by a rule."""

    body: ExternalBody
    notify_deadline: Deadline | None
    notified_in_time: bool
