"""Review → what templates are filled from (context.py)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from reviewdocs.generate.context import (
    ActionRow,
    AgencyRow,
    ChronologyRow,
    DocumentInfo,
    EpisodeRow,
    FamilyContactRow,
    FamilyRow,
    FindingRow,
    Gap,
    LessonGroup,
    PanelRow,
    RagCount,
    RecommendationRow,
    ReportContext,
)
from reviewdocs.generate.environment import STARTERS_DAY, uk_date, uk_date_short, uk_time
from reviewdocs.generate.figures.genogram import genogram
from reviewdocs.generate.figures.timeline import timeline
from reviewdocs.generate.papers import panel_papers
from reviewdocs.model.chronology import GAP_WEEKS, silences
from reviewdocs.model.review import (
    ChronologyEntry,
    LessonScope,
    PermittedRole,
    Person,
    Rag,
    Review,
)
from reviewdocs.model.tints import tint
from reviewdocs.policy.deadlines import Event, timetable
from reviewdocs.policy.review_types import practice_of

_RAG_FILL = {Rag.RED: "F4C7C3", Rag.AMBER: "FFE0A3", Rag.GREEN: "CBE6CC", Rag.COMPLETE: "C9DDF0"}
_RAG_MEANING = {
    Rag.RED: "Off track, and the deadline will be missed without help",
    Rag.AMBER: "Some delay or risk, with a plan to recover",
    Rag.GREEN: "On track",
    Rag.COMPLETE: "Done, with evidence that it was",
}
_UNSAID = {True: "Seen", False: "Not seen", None: "Seen: not recorded"}


def document_context(review: Review, title: str) -> ReportContext:
    """What a document of this title is filled from."""
    review = _agreed(review)
    values = shared(review, title, review.version_date)
    return ReportContext(
        **values,
        genogram=genogram(review.people, review.subject, review.incident.date),
        timeline=timeline(review, {row.agency.id: row.tint for row in values["agencies"]}),
        panels=panel_papers(review, review.version_date),
    )


def _agreed(review: Review) -> Review:
    """The review with the recommendations that the panel agreed, and their actions."""
    agreed = tuple(r for r in review.recommendations if r.agreed_by_panel)
    known = {recommendation.id for recommendation in agreed}
    actions = tuple(action for action in review.actions if action.recommendation in known)
    return review.model_copy(update={"recommendations": agreed, "actions": actions})


_last: list[tuple[Review, str, dt.date, dict[str, Any]]] = []
"""What was worked out last: the letters of a batch have all of it in common, and most of the time went into it."""


def shared(review: Review, title: str, date: dt.date) -> dict[str, Any]:
    """The attributes that all contexts have."""
    if not (_last and _last[0][0] is review and _last[0][1:3] == (title, date)):
        _last[:] = [(review, title, date, _worked_out(review, title, date))]
    return dict(_last[0][3])


def _worked_out(review: Review, title: str, date: dt.date) -> dict[str, Any]:
    practice = practice_of(review.review_type)
    name = review.review_name or practice.name
    agencies = _agencies(review)
    marks = {row.agency.id: row for row in agencies}
    actions = _actions(review)
    subject = subject_of(review)
    values: dict[str, Any] = {
        "document": DocumentInfo(
            title, review.reference, review.marking.value, review.version, date, name, practice.short
        ),
        "review": review,
        "practice": practice,
        "more": review.more,
        "subject": subject,
        "subject_age": age(subject, review.incident.date),
        "author": author_of(review),
        "panel_chair": panel_chair_of(review),
        "referring_agency": marks[review.referral.agency].name,
        "family": _family(review),
        "agencies": agencies,
        "late_agencies": tuple(row for row in agencies if row.late),
        "silent_agencies": tuple(row for row in agencies if not row.entries),
        "panel": tuple(PanelRow(m.name, m.job_title, marks[m.agency].name) for m in review.panel),
        "meetings": tuple(sorted(review.meetings, key=lambda m: m.date)),
        "timescales": timetable(events_of(review)),
        "chronology": _chronology(review, marks),
        "gaps": _gaps(review),
        "gap_weeks": GAP_WEEKS,
        "episodes": tuple(EpisodeRow(n, e) for n, e in enumerate(review.key_practice_episodes, 1)),
        "findings": _findings(review),
        "lesson_groups": _lessons(review, marks),
        "recommendations": _recommendations(review, actions),
        "actions": actions,
        "rag_counts": tuple(
            RagCount(rag.value, _RAG_FILL[rag], _RAG_MEANING[rag], sum(row.action.rag is rag for row in actions))
            for rag in Rag
        ),
        "family_contacts": tuple(
            FamilyContactRow(contact, person.full_name, person.role)
            for contact in review.family_contacts
            for person in review.people
            if person.id == contact.person
        ),
    }
    return values


def subject_of(review: Review) -> Person:
    """The person at the centre of the review."""
    return next(person for person in review.people if person.id == review.subject)


def author_of(review: Review) -> PermittedRole | None:
    """The author of the overview report, by the role of somebody who stays in clear."""
    return _permitted(review, "author", "lead reviewer")


def panel_chair_of(review: Review) -> PermittedRole | None:
    """The chair of the review panel, likewise."""
    return _permitted(review, "chair of the review panel", "panel chair", "chair of the panel")


def age(person: Person, on: dt.date) -> int | None:
    """Whole years at a day; None when the date of birth is not known or lies after it."""
    if person.dob is None or person.dob > on:
        return None
    return on.year - person.dob.year - ((on.month, on.day) < (person.dob.month, person.dob.day))


def _permitted(review: Review, *words: str) -> PermittedRole | None:
    """The first permitted person whose role holds one of the words, the first word first."""
    for word in words:
        for person in review.permitted:
            if word in person.role.casefold():
                return person
    return None


def _family(review: Review) -> tuple[FamilyRow, ...]:
    names = {person.id: person.forename for person in review.people}
    return tuple(
        FamilyRow(
            person=person,
            name=person.full_name,
            role=person.role,
            age=age(person, review.incident.date),
            relations="; ".join(f"{relation.kind} {names[relation.to]}" for relation in person.relations),
            is_subject=person.id == review.subject,
        )
        for person in review.people
    )


def _agencies(review: Review) -> tuple[AgencyRow, ...]:
    rows = []
    for number, agency in enumerate(review.agencies):
        chronology, late_chronology = _returned(agency.chronology_due, agency.chronology_received, review.version_date)
        report, late_report = _returned(agency.report_due, agency.report_received, review.version_date)
        rows.append(
            AgencyRow(
                agency=agency,
                name=agency.name,
                mark=agency.id,
                tint=tint(number),
                entries=sum(entry.agency == agency.id for entry in review.chronology),
                contribution=agency.contribution,
                chronology=chronology,
                report=report,
                late=late_chronology or late_report,
            )
        )
    return tuple(rows)


def _returned(due: dt.date | None, received: dt.date | None, today: dt.date) -> tuple[str, bool]:
    """What became of a return, in words, and whether it is late."""
    if received is None:
        if due is None:
            return "Not asked for", False
        return (f"Not received (due {uk_date(due)})", True) if due < today else (f"Due {uk_date(due)}", False)
    if due is None or received <= due:
        return f"Received {uk_date(received)}", False
    days = (received - due).days
    return f"Received {uk_date(received)}, {days} day{'s' if days != 1 else ''} late", True


def events_of(review: Review) -> dict[Event, dt.date]:
    """The review's events that timescales run from."""
    events = {Event.REFERRAL: review.referral.date, Event.DECISION: review.decision.date}
    panels = sorted(meeting.date for meeting in review.meetings if meeting.is_panel)
    events |= zip((Event.FIRST_PANEL, Event.SECOND_PANEL, Event.THIRD_PANEL), panels, strict=False)
    return {event: day for event, day in events.items() if day != STARTERS_DAY}


def _chronology(review: Review, agencies: dict[str, AgencyRow]) -> tuple[ChronologyRow, ...]:
    """The entries in order of time; entries of one time stay as the data has them."""
    ordered = sorted(review.chronology, key=lambda e: (e.date, e.time or dt.time.min))
    return tuple(
        ChronologyRow(
            entry=entry,
            number=number,
            date=f"{'About ' if entry.uncertain else ''}{uk_date_short(entry.date)}"
            f"{f' to {uk_date_short(entry.end)}' if entry.end else ''}",
            time=uk_time(entry.time),
            agency=agencies[entry.agency].name,
            mark=entry.agency,
            tint=agencies[entry.agency].tint,
            source=entry.source,
            text=entry.text,
            seen=_seen(entry),
            wishes=entry.wishes_and_feelings,
            comment=_comment(entry),
        )
        for number, entry in enumerate(ordered, 1)
    )


def _seen(entry: ChronologyEntry) -> str:
    if entry.seen and entry.seen_alone is not None:
        return "Seen alone" if entry.seen_alone else "Seen, not alone"
    return _UNSAID[entry.seen]


def _comment(entry: ChronologyEntry) -> str:
    """Decision, author's note, and the day the agency knew where it was not the day itself."""
    known = entry.known_to_agency
    parts = [
        f"Decision: {entry.decision}" if entry.decision else "",
        entry.author_note,
        f"Known to the agency on {uk_date(known)}." if known and known != entry.date else "",
    ]
    return "\n".join(filter(None, parts))


def _gaps(review: Review) -> tuple[Gap, ...]:
    """Stretches within the scope on no day of which any agency recorded anything."""
    found = silences((entry.date for entry in review.chronology), review.scope.start, review.scope.end)
    return tuple(Gap(silence.start, silence.end, silence.days) for silence in found)


def _findings(review: Review) -> tuple[FindingRow, ...]:
    return tuple(
        FindingRow(
            number,
            finding,
            tuple(str(n) for n, r in enumerate(review.recommendations, 1) if finding.id in r.findings),
        )
        for number, finding in enumerate(review.findings, 1)
    )


def _actions(review: Review) -> tuple[ActionRow, ...]:
    numbers = {r.id: str(n) for n, r in enumerate(review.recommendations, 1)}
    return tuple(
        ActionRow(
            action=action,
            recommendation=numbers[action.recommendation],
            rag=action.rag.value,
            rag_fill=_RAG_FILL[action.rag],
            progress="\n".join(
                filter(None, [action.progress, f"Evidence: {action.evidence}" if action.evidence else ""])
            ),
        )
        for action in review.actions
    )


def _recommendations(review: Review, actions: tuple[ActionRow, ...]) -> tuple[RecommendationRow, ...]:
    numbers = {finding.id: str(n) for n, finding in enumerate(review.findings, 1)}
    return tuple(
        RecommendationRow(
            number,
            recommendation,
            tuple(numbers[f] for f in recommendation.findings),
            tuple(row for row in actions if row.action.recommendation == recommendation.id),
        )
        for number, recommendation in enumerate(review.recommendations, 1)
    )


def _lessons(review: Review, agencies: dict[str, AgencyRow]) -> tuple[LessonGroup, ...]:
    """Lessons for agencies together first, then agency by agency as they are listed, then national ones."""

    def group(title: str, scope: LessonScope, agency: str | None = None) -> LessonGroup:
        chosen = [le for le in review.lessons if le.scope is scope and (agency is None or le.agency == agency)]
        return LessonGroup(title, tuple(chosen))

    groups = [
        group("For agencies together", LessonScope.MULTI),
        *(group(f"For {row.name}", LessonScope.SINGLE, key) for key, row in agencies.items()),
        group("For every agency", LessonScope.SINGLE, ""),
        group("For national attention", LessonScope.NATIONAL),
    ]
    return tuple(g for g in groups if g.lessons)
