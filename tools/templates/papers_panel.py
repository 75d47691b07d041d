"""Agenda and minutes of a meeting of the panel."""

from __future__ import annotations

from docx.document import Document as Doc

from templates.house import PORTRAIT_CM, Writer, new_document, running
from templates.parts import FOOT, LEFT, MARKING, gap, title_block


def paper(title: str) -> tuple[Doc, Writer]:
    """A document of a few pages, with its title begun."""
    document = new_document(title)
    w = Writer(document)
    running(document.sections[0], left=LEFT, marking=MARKING, foot=FOOT, width_cm=PORTRAIT_CM)
    title_block(w, cover=False)
    return document, w


def _meeting(w: Writer, which: str) -> None:
    """When and where, who chairs, what it is for."""
    w.tag(f"set meeting = {which}")
    w.tag("if meeting")
    w.particulars(
        [
            ("Reference", "{{ document.reference }}"),
            ("Date and time", "{{ meeting.date|date_full }}{% if meeting.time %}, {{ meeting.time|time }}{% endif %}"),
            ("Venue", "{{ meeting.venue }}", "meeting.venue"),
            ("Purpose", "{{ meeting.purpose }}", "meeting.purpose"),
            ("Chair", "{{ panel_chair.name }}, {{ panel_chair.role }}", "panel_chair"),
            ("Marking", "{{ document.marking }}"),
        ],
        caption="The meeting",
    )
    w.tag("endif")
    gap(w, "not meeting", "date, time and place of the panel’s meeting", "Normal")


def _actions(w: Writer, which: str, caption: str) -> None:
    w.table(
        ["Meeting", "Action", "Owner", "Due", "Done"],
        [2.6, 6.2, 3.2, 2.2, 2.2],
        ["{{ x.meeting|date_short }}", "{{ x.action }}", "{{ x.owner }}",
         "{% if x.due %}{{ x.due|date_short }}{% else %}No date set{% endif %}",
         "{% if x.done %}{{ x.done|date_short }}{% else %}Open{% endif %}"],
        loop=f"x in {which}", caption=caption,
    )  # fmt: skip


def agenda() -> Doc:
    """The first panel's key tasks (TL row 9), or what every later panel goes through."""
    document, w = paper("Panel agenda")
    _meeting(w, "panels.next")
    w.h1("Opening")
    w.n("Welcome, introductions and apologies.")
    w.n("Confidentiality, and any interest to declare in the case or in an agency involved.")
    w.tag("if panels.is_first")
    w.h1("Key tasks of the first meeting")
    for text in (
        "**Independence.** Confirm the chair and the author, their experience, and that neither answers to an agency involved.",
        "**Scope.** Agree the period under review, which is proposed as {{ review.scope.start|date }} to {{ review.scope.end|date }}.",
        "**Terms of reference.** Answer, narrow or set aside each question, and agree how people are referred to.",
        "**Family.** Agree who is asked to take part, by whom, with what support, and what must not be told yet.",
        "**Agencies.** Agree who is asked for a chronology and a report, and that each report’s author had no part in the work.",
        "**Other processes.** Agree how the review fits with criminal, coronial and other processes, and who keeps in touch.",
        "**Advice.** Agree what legal advice, expertise and handling of the media the review needs.",
        "**Timetable.** Agree the days of meetings, of returns and of the report to the board.",
    ):
        w.n(text)
    w.tag("else")
    w.h1("Matters arising")
    w.n("Minutes of the last meeting, for accuracy.")
    w.n("Actions of earlier meetings.")
    w.tag("endif")
    w.tag("if panels.open")
    _actions(w, "panels.open", "Open actions")
    w.tag("endif")
    w.tag("if not panels.is_first")
    w.h1("Business")
    w.n("Other processes: news since the last meeting, and what it means for the review.")
    w.n("The family: contacts since the last meeting, and what they wish the panel to know.")
    w.n("Agencies’ returns, presented by the authors of their reports.")
    w.tag("if late_agencies")
    w.n("Returns that are late: {{ late_agencies|map(attribute='name')|prose }}.")
    w.tag("endif")
    w.n("Analysis, findings and recommendations; what the panel agrees is recorded by name.")
    w.n("Learning that cannot wait for the report.")
    w.tag("endif")
    w.h1("Close")
    w.n("Any other business, actions, and the day of the next meeting.")
    w.tag("if panel")
    w.p("Invited", "Table Title")
    w.table(
        ["Name", "Job title", "Employer"], [4.4, 6.4, 5.6], ["{{ x.name }}", "{{ x.job_title }}", "{{ x.employer }}"],
        loop="x in panel", caption="Invited to the meeting",
    )  # fmt: skip
    w.tag("endif")
    gap(w, "not panel", "who is invited, with job title and employer", "Normal")
    return document


def minutes() -> Doc:
    """Who was there, what was agreed, what is to be done by whom (PT 4.3)."""
    document, w = paper("Panel minutes")
    _meeting(w, "panels.held")
    w.h1("Attendance")
    w.when("panels.held and panels.held.present", "**Present.** {{ panels.held.present|prose }}.")
    gap(w, "not (panels.held and panels.held.present)", "who was present")
    w.when("panels.held and panels.held.apologies", "**Apologies.** {{ panels.held.apologies|prose }}.")
    gap(w, "not (panels.held and panels.held.apologies)", "who sent apologies, or that there were none")
    w.h1("Discussion and decisions")
    w.tag("if panels.held and panels.held.minutes")
    w.each("text in panels.held.minutes", "{{ text }}")
    w.tag("endif")
    gap(
        w,
        "not (panels.held and panels.held.minutes)",
        "what was discussed and agreed, and who did not agree and why",
    )
    w.h1("Actions")
    w.tag("if panels.actions")
    _actions(w, "panels.actions", "Actions of this meeting")
    w.tag("endif")
    gap(w, "not panels.actions", "actions, each with its owner and a date, or that there were none")
    w.h1("Next meeting")
    w.when(
        "panels.following",
        "{{ panels.following.date|date_full }}{% if panels.following.time %}, {{ panels.following.time|time }}{% endif %}"
        "{% if panels.following.venue %}, {{ panels.following.venue }}{% endif %}.",
    )
    gap(w, "not panels.following", "the next meeting, or that there is none")
    return document
