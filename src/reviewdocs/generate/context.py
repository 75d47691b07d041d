"""What templates are filled from: the review itself, and the tables that documents need worked out of it.

Every attribute here is a field that a template may ask for; `reviewdocs templates fields` lists them from these types.
Wording that is the same for every board is made here, wording that a board may want to change stands in the templates.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reviewdocs.model.review import (
    Action,
    Agency,
    ChronologyEntry,
    Contact,
    ExternalBody,
    FamilyContact,
    KeyPracticeEpisode,
    Lesson,
    Meeting,
    PermittedRole,
    Person,
    Recommendation,
    Review,
    ReviewFinding,
)
from reviewdocs.policy.deadlines import Deadline


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
    `timescales`: computed deadlines, earliest first.
    """

    document: DocumentInfo
    review: Review
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
class LetterInfo:
    """The letter's own date and enclosures."""

    date: dt.date
    subject_line: str


@dataclass(frozen=True, slots=True)
class AgencyLetterContext(DocumentContext):
    """What a letter to an agency may ask for besides.

    `dates_computed`: both dates come from the rules, not from the review's data. `events`: briefings and events still
    to come that the agency's staff are asked to. `tell_coroner`: there is a death or a criminal process.
    """

    letter: LetterInfo
    agency: Agency
    recipient: Contact
    copies: tuple[Contact, ...]
    chronology_deadline: Deadline
    report_deadline: Deadline
    chronology_due: dt.date
    report_due: dt.date
    dates_computed: bool
    events: tuple[Meeting, ...]
    tell_coroner: bool


@dataclass(frozen=True, slots=True)
class BodyLetterContext(DocumentContext):
    """What a letter to an external body may ask for besides."""

    letter: LetterInfo
    body: ExternalBody
    notify_deadline: Deadline
    completion_deadline: Deadline
    notified_in_time: bool
