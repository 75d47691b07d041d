"""The structured data of a review (docs/contracts.md, A case folder): what the templates are filled from.

Ids are short names in capitals (`MOTHER`, `POLICE`) that records use to point at one another; `Review` checks that
every pointer leads somewhere. Everything a template may ask for is a field here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from reviewdocs.model.base import Record, ReviewType, Text
from reviewdocs.model.more import More
from reviewdocs.model.papers import Meeting as Meeting
from reviewdocs.model.papers import MeetingAction as MeetingAction
from reviewdocs.model.papers import MemberDecision as MemberDecision
from reviewdocs.model.papers import OptionalTime as OptionalTime
from reviewdocs.model.publication import Name as Name
from reviewdocs.model.publication import OptionalDate as OptionalDate
from reviewdocs.model.publication import PublicationDecision as PublicationDecision


class Marking(StrEnum):
    """Protective marking printed on every page."""

    OFFICIAL = "OFFICIAL"
    OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"


class Contact(Record):
    """A person to whom letters or their copies go."""

    name: Name
    job_title: Name
    email: Text = ""
    address: tuple[Name, ...] = ()
    salutation: Text = ""


class Board(Record):
    """The commissioning board or partnership; `copies_to` gets copies of every formal notification."""

    name: Name
    address: tuple[Name, ...] = ()
    telephone: Text = ""
    email: Text = ""
    chair: Name
    business_manager: Text = ""
    copies_to: tuple[Contact, ...] = ()


class Scope(Record):
    """The period under review, both days included."""

    start: dt.date
    end: dt.date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise ValueError("the scope ends before it starts")
        return self


class Incident(Record):
    """The event that led to the review."""

    date: dt.date
    summary: Name


class Referral(Record):
    """Who asked for the review to be considered."""

    date: dt.date
    agency: Name
    summary: Text = ""


class ReviewDecision(Record):
    """The decision to hold the review, or not to; `alternative_considered` explains why no other kind of review was
    chosen, or which other learning there will be. `members`: what each member of the panel that considered it said."""

    hold: bool = True
    date: dt.date
    made_by: Name
    reason: Name
    criteria: Text = ""
    alternative_considered: Text = ""
    members: tuple[MemberDecision, ...] = ()


class Relation(Record):
    """How a person stands to another ("mother of" CHILD)."""

    to: Name
    kind: Name


class Person(Record):
    """A member of the family or another individual of the review (not a professional of an agency)."""

    id: Name
    role: Name
    forename: Name
    middle: Text = ""
    surname: Name
    known_as: tuple[Name, ...] = ()
    former_names: tuple[Name, ...] = ()
    title: Text = ""
    pronouns: Text = ""
    dob: OptionalDate = None
    died: OptionalDate = None
    ethnicity: Text = ""
    religion: Text = ""
    language: Text = ""
    disability: Text = ""
    addresses: tuple[Name, ...] = ()
    school: Text = ""
    gp: Text = ""
    identifiers: dict[str, str] = Field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    background: Text = ""

    @property
    def full_name(self) -> str:
        """Forename and surname."""
        return f"{self.forename} {self.surname}"


class PermittedRole(Record):
    """Somebody who stays in clear in every version: board chair, panel chair, overview author."""

    name: Name
    role: Name
    organisation: Text = ""
    experience: Text = ""
    independence: Text = ""
    email: Text = ""
    address: tuple[Name, ...] = ()
    salutation: Text = ""


class PanelMember(Record):
    """A member of the review panel; title and employer may be published, the name may not."""

    name: Name
    job_title: Name
    agency: Name


class Agency(Record):
    """An agency involved; `senior_manager` receives the formal notification, `copies_to` its copies."""

    id: Name
    name: Name
    kind: Name
    involvement: Name
    senior_manager: Contact
    copies_to: tuple[Contact, ...] = ()
    contribution: Text = ""
    report_author: Text = ""
    chronology_due: OptionalDate = None
    chronology_received: OptionalDate = None
    report_due: OptionalDate = None
    report_received: OptionalDate = None


class ExternalBody(Record):
    """A body told about the review in designations only: National Panel, Ofsted, Department for Education."""

    id: Name
    name: Name
    addressee: Name
    address: tuple[Name, ...] = ()
    email: Text = ""
    salutation: Text = ""


class AuthorityKind(StrEnum):
    """Who leads a process beside the review."""

    CORONER = "coroner"
    POLICE = "police"
    PROSECUTOR = "prosecutor"
    COURT = "court"


class Authority(ExternalBody):
    """Who leads an inquest, an investigation or proceedings beside the review, and needs to know whom it is about."""

    kind: AuthorityKind
    reference: Text = ""


class Place(Record):
    """A settlement, street or building that the narrative names."""

    id: Name
    name: Name
    kind: Name


class ChronologyEntry(Record):
    """One contact or event. `seen` and `seen_alone` are None where the record does not say; `end` is its last day where
    it lasted longer than one."""

    date: dt.date
    time: OptionalTime = None
    end: OptionalDate = None
    uncertain: bool = False
    agency: Name
    source: Name
    text: Name
    people: tuple[Name, ...] = ()
    seen: bool | None = None
    seen_alone: bool | None = None
    wishes_and_feelings: Text = ""
    decision: Text = ""
    known_to_agency: OptionalDate = None
    author_note: Text = ""


class KeyPracticeEpisode(Record):
    """A stretch of the chronology that the analysis turns on."""

    title: Name
    start: dt.date
    end: dt.date
    summary: Name
    analysis: Name
    missed_opportunity: Text = ""


class ReviewFinding(Record):
    """A finding (theme) of the review: what was learned about how the system works."""

    id: Name
    title: Name
    summary: Name
    evidence: Name
    question_for_board: Text = ""


class LessonScope(StrEnum):
    """Whom a lesson is for."""

    SINGLE = "single agency"
    MULTI = "multi-agency"
    NATIONAL = "national"


class Lesson(Record):
    """A lesson; `agency` only for a single-agency lesson."""

    scope: LessonScope
    agency: Text = ""
    text: Name


class Recommendation(Record):
    """A recommendation agreed by the panel (`agreed_by_panel`), with whom it is addressed to and by when."""

    id: Name
    text: Name
    addressee: Name
    timescale: Name
    findings: tuple[Name, ...] = ()
    agreed_by_panel: bool = False


class Rag(StrEnum):
    """Progress of an action; colour is never the only carrier of meaning."""

    RED = "Red"
    AMBER = "Amber"
    GREEN = "Green"
    COMPLETE = "Complete"


class Action(Record):
    """One action of the action plan; `scope` (local, regional, national) and `milestones` stand in a DHR's."""

    id: Name
    recommendation: Name
    action: Name
    owner: Name
    deadline: dt.date
    intended_outcome: Name
    success_measure: Name
    scope: Text = ""
    milestones: Text = ""
    progress: Text = ""
    evidence: Text = ""
    completed: OptionalDate = None
    rag: Rag


class ParallelProcess(Record):
    """Criminal, coronial, family-court or disciplinary process that runs beside the review."""

    kind: Name
    body: Name
    status: Name
    bars_publication: bool = False
    reference: Text = ""


class FamilyContact(Record):
    """How a member of the family was involved, and what they wished.

    `report_shared` is the day on which they saw what is to be published, `not_shared` why they do not see it.
    `by_letter` is False for somebody who is told in another way: a child, a person convicted. `through` hands letters
    over (a family liaison officer). Letters go to `address`, or to the person's own where they have only one.
    """

    person: Name
    invited: OptionalDate = None
    involvement: Name
    wishes: Text = ""
    report_shared: OptionalDate = None
    not_shared: Text = ""
    by_letter: bool = True
    through: Text = ""
    address: tuple[Name, ...] = ()
    email: Text = ""
    salutation: Text = ""


class Question(Record):
    """A question of the terms of reference; `answer` says where or how it is answered, or "not applicable" and why."""

    text: Name
    answer: Text = ""


class TermsOfReference(Record):
    """What the review asks; `naming` says how child and family are referred to."""

    purpose: Name
    questions: tuple[Question, ...]
    naming: Name


class SevenMinuteBriefing(Record):
    """Text of the learning summary's blocks that is not taken from elsewhere in the data."""

    background: Name
    concerns: Name
    incident: Name
    what_to_do_now: tuple[Name, ...]
    questions_for_teams: tuple[Name, ...]


class Commission(Record):
    """What the independent reviewer is commissioned for."""

    start: OptionalDate = None
    draft_due: OptionalDate = None
    fee: Text = ""
    terms: tuple[Name, ...] = ()


class Extension(Record):
    """A later day for the end of the review: why, what is done so far, and who agreed it."""

    new_date: dt.date
    reason: Name
    progress: Name
    agreed_by: Text = ""


class SignOff(Record):
    """Who signed off a rapid review for one of the three safeguarding partners."""

    partner: Name
    name: Name
    job_title: Text = ""
    date: OptionalDate = None


class RapidReview(Record):
    """What a rapid review found: safety of the children now, early learning, what could improve, national issues."""

    date: OptionalDate = None
    safety: Text = ""
    early_learning: tuple[Name, ...] = ()
    improvement: Text = ""
    national: Text = ""
    sign_offs: tuple[SignOff, ...] = ()


class Review(Record):
    """Everything that is known of one review in structured form.

    `review_name` is what the board calls a review of this type, where that is not the usual name. `more` holds fields
    of the board's own, for templates of its own.
    """

    reference: Name
    review_type: ReviewType
    review_name: Text = ""
    title: Name
    version: Name
    version_date: dt.date
    marking: Marking
    mandate: Name
    area: Name
    board: Board
    scope: Scope
    incident: Incident
    referral: Referral
    decision: ReviewDecision
    subject: Name
    circumstances: tuple[Name, ...]
    methodology: tuple[Name, ...]
    documents_seen: tuple[Name, ...] = ()
    terms_of_reference: TermsOfReference
    equality: tuple[Name, ...] = ()
    family_background: tuple[Name, ...] = ()
    conclusions: tuple[Name, ...] = ()
    hindsight: Text = ""
    research: tuple[Name, ...] = ()
    tribute: tuple[Name, ...] = ()
    dissemination: tuple[Name, ...] = ()
    rapid_review: RapidReview | None = None
    monitoring: Text = ""
    briefing: SevenMinuteBriefing | None = None
    people: tuple[Person, ...]
    permitted: tuple[PermittedRole, ...]
    panel: tuple[PanelMember, ...] = ()
    agencies: tuple[Agency, ...]
    external_bodies: tuple[ExternalBody, ...] = ()
    authorities: tuple[Authority, ...] = ()
    places: tuple[Place, ...] = ()
    chronology: tuple[ChronologyEntry, ...] = ()
    key_practice_episodes: tuple[KeyPracticeEpisode, ...] = ()
    findings: tuple[ReviewFinding, ...] = ()
    good_practice: tuple[Name, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    actions: tuple[Action, ...] = ()
    parallel_processes: tuple[ParallelProcess, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    meeting_actions: tuple[MeetingAction, ...] = ()
    family_contacts: tuple[FamilyContact, ...] = ()
    publication: PublicationDecision | None = None
    commission: Commission | None = None
    extension: Extension | None = None
    more: More = Field(default_factory=dict)

    def _pointers(self) -> Iterator[tuple[str, str, str]]:
        """Every pointer as (field, id, kind of record it must lead to)."""
        yield "subject", self.subject, "people"
        yield "referral.agency", self.referral.agency, "agencies"
        for i, person in enumerate(self.people):
            for j, relation in enumerate(person.relations):
                yield f"people[{i}].relations[{j}].to", relation.to, "people"
        for i, member in enumerate(self.panel):
            yield f"panel[{i}].agency", member.agency, "agencies"
        for i, entry in enumerate(self.chronology):
            yield f"chronology[{i}].agency", entry.agency, "agencies"
            for who in entry.people:
                yield f"chronology[{i}].people", who, "people"
        for i, lesson in enumerate(self.lessons):
            if lesson.agency:
                yield f"lessons[{i}].agency", lesson.agency, "agencies"
        for i, recommendation in enumerate(self.recommendations):
            for finding in recommendation.findings:
                yield f"recommendations[{i}].findings", finding, "findings"
        for i, action in enumerate(self.actions):
            yield f"actions[{i}].recommendation", action.recommendation, "recommendations"
        for i, contact in enumerate(self.family_contacts):
            yield f"family_contacts[{i}].person", contact.person, "people"

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        """Every id is unique within its kind and every pointer leads somewhere; one line a fault, `field: what`."""
        kinds = {
            "people": [p.id for p in self.people],
            "agencies": [a.id for a in self.agencies],
            "findings": [f.id for f in self.findings],
            "recommendations": [r.id for r in self.recommendations],
            "actions": [a.id for a in self.actions],
            "external_bodies": [b.id for b in self.external_bodies],
            "authorities": [a.id for a in self.authorities],
        }
        faults = [
            f"{kind}[{i}].id: the id {identifier} is used more than once"
            for kind, ids in kinds.items()
            for i, identifier in enumerate(ids)
            if identifier in ids[:i]
        ]
        faults += [
            f"{field}: {identifier} is not the id of anything in {kind}"
            for field, identifier, kind in self._pointers()
            if identifier not in kinds[kind]
        ]
        days = {meeting.date for meeting in self.meetings}
        faults += [
            f"meeting_actions[{i}].meeting: there is no meeting on {action.meeting:%d/%m/%Y}"
            for i, action in enumerate(self.meeting_actions)
            if action.meeting not in days
        ]
        if faults:
            raise ValueError("\n".join(faults))
        return self
