"""Letters to agencies, which name the people of the review."""

from __future__ import annotations

from docx.document import Document as Doc

from templates.house import Writer
from templates.letter_frame import (
    BORN,
    BY_EMAIL,
    IN_TOUCH,
    REVIEW,
    SUBJECT,
    close,
    in_touch,
    letter,
    people,
    subject_line,
    told_of_processes,
    when_where,
)

_SHARE = "This letter is confidential. Please share it only with those who need it to do this work."


def secure_records() -> Doc:
    """Secure the records, and what is intended."""
    document, w = letter("Securing records")
    subject_line(w, f"Please secure your records: {SUBJECT}{BORN}")
    w.tag("if letter.date < review.decision.date or not review.decision.hold")
    w.p(f"{{{{ review.board.name }}}} has been told of events that may lead to a {REVIEW}. {{{{ practice.first_step }}}}"
        "{% if rapid_review_due %} The rapid review is due on {{ rapid_review_due|date }}.{% endif %}")  # fmt: skip
    w.tag("else")
    w.p(f"{{{{ review.board.name }}}} intends to hold a {REVIEW}. Formal notification, with what we shall ask of your agency "
        "and by when, will follow.")  # fmt: skip
    w.tag("endif")
    w.p("{{ review.incident.summary }}")
    w.h2("What we ask of you today")
    w.bullets(
        "Secure every record that {{ agency.name }} holds on the people named at the end of this letter, on paper and on every "
        "system, so that nothing can be changed, lost or destroyed. This includes records held by services that you commission.",
        "Tell us by return who has done so and whom we should speak to. If you hold no record of any of them, "
        "please tell us that.",
        "Tell us at once of anything that bears on the safety of somebody today.",
    )
    w.p(f"{_SHARE} Staff who knew the people concerned may need support; please see that it is offered. Nothing in this letter "
        "is a finding about anybody’s practice.")  # fmt: skip
    in_touch(w)
    close(w)
    people(w, apart=True)
    return document


def information_request() -> Doc:
    """What an agency knows, to help a decision; no review is being held."""
    document, w = letter("Request for information")
    subject_line(w, f"Request for information: {SUBJECT}{BORN}")
    w.p(f"{{{{ review.board.name }}}} asks {{{{ agency.name }}}} for information about the people named at the end of "
        "this letter. This is not "
        f"notice of a {REVIEW}: what you tell us will help to decide whether there should be one, or whether there is another "
        "way to learn.")  # fmt: skip
    w.p("{{ review.incident.summary }}")
    w.h2("What we ask for, by {{ information_due|date_full }}")
    w.bullets(
        "a short summary of your agency’s contact with them from {{ review.scope.start|date }} to {{ review.scope.end|date }}: "
        "dates, who was seen, what concerned you, what was decided and done;",
        "which of them your agency works with now, and anything that must be done at once to keep somebody safe;",
        "what went well, what your agency has learned already, and what it has changed;",
        "the name of somebody who can speak for your agency about this.",
    )
    w.p("If you had no contact, please say so. We need that answer too.")
    w.p(f"{{{{ practice.asked_under }}}} Please send your answer by secure e-mail{BY_EMAIL}. {_SHARE}")
    in_touch(w, after=". Thank you for your help.")
    close(w)
    people(w, apart=True)
    return document


def _decided(w: Writer) -> None:
    """The decision either way, its reasons, and what happens instead."""
    w.h2("Why")
    w.p("{{ review.decision.reason }}")
    w.when("review.decision.criteria", "**Criteria.** {{ review.decision.criteria }}", "Normal")
    w.when("review.decision.alternative_considered and review.decision.hold",
           "**Alternatives considered.** {{ review.decision.alternative_considered }}", "Normal")  # fmt: skip
    w.when("review.decision.alternative_considered and not review.decision.hold",
           "**What there will be instead.** {{ review.decision.alternative_considered }}", "Normal")  # fmt: skip


_DECISION = (
    "On {{ review.decision.date|date }} {{ review.decision.made_by|mid_sentence }} decided "
    f"{{% if review.decision.hold %}}to hold a {REVIEW}{{% else %}}not to hold a {REVIEW}{{% endif %}}"
)


def decision_outcome() -> Doc:
    """The outcome of the referral, to each agency, either way."""
    document, w = letter("Outcome of the referral")
    subject_line(w, f"Outcome of the referral: {SUBJECT}{BORN}")
    w.p(f"{_DECISION}, after the referral of {{{{ review.referral.date|date }}}}. I am writing to tell you so and to give "
        "the reasons.")  # fmt: skip
    _decided(w)
    w.h2("What happens next")
    w.tag("if review.decision.hold")
    w.p("You will receive formal notification, with what we ask of {{ agency.name }} and by when. Until then please keep your "
        "records secured, and tell your staff that the review is about learning. {{ practice.purpose }}")  # fmt: skip
    w.tag("else")
    w.p("Records that you secured for us may go back into ordinary use{% if review.parallel_processes %}, unless somebody else "
        "has asked you to keep them: there are other processes about the same events{% endif %}. Learning that your agency "
        "has found for itself is worth acting on, and we should be glad to hear of it.")  # fmt: skip
    w.tag("endif")
    w.p(_SHARE)
    in_touch(w, after=". Thank you for your help so far.")
    close(w)
    return document


def referrer_outcome() -> Doc:
    """The outcome, to the agency that made the referral."""
    document, w = letter("Outcome of your referral")
    subject_line(w, f"Your referral of {{{{ review.referral.date|date }}}}: {SUBJECT}{BORN}")
    w.p("Thank you for referring this to {{ review.board.name }}. Your concern was considered with care, and I am writing to "
        "tell you what was decided.")  # fmt: skip
    w.p(f"{_DECISION}.")
    _decided(w)
    w.h2("What happens next")
    w.tag("if review.decision.hold")
    w.p("{{ agency.name }} will receive formal notification, as every agency involved does. Please tell those who raised the "
        "concern what came of it. {{ practice.purpose }}")  # fmt: skip
    w.tag("else")
    w.p("Please tell those who raised the concern what came of it, and why. The decision does not mean that they were wrong to "
        "raise it. If you learn of anything that was not known to us, please tell us, so that it can be looked at again.")  # fmt: skip
    w.tag("endif")
    w.p(_SHARE)
    in_touch(w, before="If you would like to talk about the decision, please get in touch with ")
    close(w)
    return document


def notification() -> Doc:
    """Formal notification to an agency, with the request for a chronology and an agency report."""
    document, w = letter("Formal notification")
    subject_line(w, f"{{{{ document.review_type }}}}: {SUBJECT}{BORN}")
    w.p(f"I am writing to give {{{{ agency.name }}}} formal notice that {{{{ review.board.name }}}} is holding a {REVIEW}, and to "
        "ask for your agency’s chronology and {{ practice.agency_report }}.")  # fmt: skip
    w.p("{{ review.incident.summary }}")
    w.p("The decision was made on {{ review.decision.date|date }} by {{ review.decision.made_by|mid_sentence }}. The review covers "
        "{{ review.scope.start|date }} to {{ review.scope.end|date }}, both days included. Please tell us as well of anything "
        "significant outside those dates.")  # fmt: skip
    w.h2("What we ask of your agency, and by when")
    w.particulars(
        [
            ("Today", "Secure every record that your agency holds on the people named below, on paper and on every system, so "
                      "that nothing can be changed or lost. This includes records held by services that you commission."),
            ("{{ chronology_due|date_full }}", "**Chronology** of your agency’s contacts in the period. Please give for each the date and time, "
                      "the source, what happened, who was seen and whether alone, wishes and feelings sought or expressed, the "
                      "decision, and the date your agency came to know of it. If there was no contact, please say so."),
            ("{{ report_due|date_full }}", "**{{ practice.agency_report|upper_first }}**: what happened, why, what your agency has learned, what must "
                      "change and how that will be made to happen. Please send it signed off by you."),
        ],
        caption="What is asked for and by when",
        label_cm=4.6,
        style="Window Address",
    )  # fmt: skip
    w.p("{% if timescale %}The board works to these timescales: {{ timescale }}. {% endif %}If you cannot keep to a date, "
        "please tell us as soon as you know it.")  # fmt: skip
    w.p("The author of the report must be senior enough to make recommendations, must have had no direct involvement with the "
        "people concerned, and must not have managed anybody who had. Please send us the author’s name and contact details "
        "within five working days.")  # fmt: skip
    w.tag("if events")
    w.h2("Dates for your diary")
    w.each(
        "x in events",
        "**{{ x.kind|upper_first }}:** {{ x.date|date_full }}{% if x.time %} at {{ x.time|time }}{% endif %}{% if x.venue %}, {{ x.venue }}{% endif %}",
        "List Bullet",
    )
    w.tag("endif")
    people(w)
    w.h2("Confidentiality and sharing of information")
    w.p("This letter and what you send us are confidential. Please share them only with those who need them to do this work, "
        f"and send your return by secure e-mail{BY_EMAIL}. {{{{ practice.duty }}}}")  # fmt: skip
    told_of_processes(w)
    in_touch(
        w, after=". Thank you for your help. {{ practice.purpose }} We shall share with you what the review finds."
    )
    close(w)
    w.place.paragraphs[-1].paragraph_format.keep_with_next = True
    w.tag("if copied")
    w.p("**Copies to** {{ copied|join('; ') }}", "Copies")
    w.tag("endif")
    return document


def reminder() -> Doc:
    """A return is overdue."""
    document, w = letter("Reminder of overdue return")
    subject_line(w, f"Overdue: your return for the {REVIEW} concerning {SUBJECT}")
    w.p("We have not received what we asked {{ agency.name }} for. If it is on its way to you to sign or to us, thank you, and "
        "please take no notice of this letter.")  # fmt: skip
    w.table(
        ["What we asked for", "It was due on"],
        [8.4, 8.0],
        ["{% if x.what == 'report' %}{{ practice.agency_report|upper_first }}{% else %}{{ x.what|upper_first }}{% endif %}",
         "{{ x.due|date_full }}"],
        loop="x in overdue",
        caption="What is overdue",
        style="Window Address",
    )  # fmt: skip
    w.p("Please send it now. If that is not possible, please tell us by return what is missing, why, and the day on which it will "
        "reach us. A part that is finished is better than nothing: a chronology can come before the report, and if your agency "
        "had no contact with the people concerned, a line that says so is enough.")  # fmt: skip
    w.p("The other agencies’ work waits for yours, and so does the family. The overview report states which returns came, which "
        "came late, and which did not come at all.")  # fmt: skip
    w.p(f"{{{{ practice.duty }}}} Please send your return by secure e-mail{BY_EMAIL}.")
    in_touch(w, before="If there is a difficulty that we can help with, please ring or write to ")
    close(w)
    return document


def author_briefing() -> Doc:
    """Invitation to the briefing of those who write agency reports."""
    document, w = letter("Invitation to the author briefing")
    subject_line(w, f"Briefing for the author of your {{{{ practice.agency_report }}}}: {SUBJECT}")
    w.p(f"{{{{ review.board.name }}}} is holding a {REVIEW}. Please ask the author of your {{{{ practice.agency_report }}}}, and "
        "whoever signs it off if they can, to come to a briefing.")  # fmt: skip
    when_where(w)
    w.p("The briefing covers the terms of reference, the period under review "
        "({{ review.scope.start|date }} to {{ review.scope.end|date }}), how to write a chronology and a report that answer "
        "them, how staff are interviewed and supported, and how information is kept safe.")  # fmt: skip
    w.p("The author must have had no direct involvement with the people concerned, and must not have managed anybody who had. "
        "It helps if the author has looked through your records beforehand and brings questions.")  # fmt: skip
    w.p("The dates by which we ask for your returns are:").paragraph_format.keep_with_next = True
    w.particulars(
        [
            ("Chronology", "{{ chronology_due|date_full }}"),
            ("{{ practice.agency_report|upper_first }}", "{{ report_due|date_full }}"),
        ],
        caption="When returns are due",
        label_cm=6.0,
        style="Window Address",
    )
    _reply(w, "who will come")
    close(w)
    return document


def _reply(w: Writer, what: str) -> None:
    w.p(f"Please tell us {what}, and whether anybody needs an adjustment to take part. You can reach {IN_TOUCH}.")


def practitioner_event() -> Doc:
    """Invitation to the event for those who worked with the family."""
    document, w = letter("Invitation to the practitioner event")
    subject_line(w, f"Practitioner event: {SUBJECT}")
    w.p(f"{{{{ review.board.name }}}} is holding a {REVIEW}, and would like to learn from those who were there. Please invite the "
        "practitioners of {{ agency.name }} who worked with the people concerned, and their managers, and give them the time to "
        "come.")  # fmt: skip
    when_where(w)
    w.h2("What those who come should know")
    w.bullets(
        "{{ practice.purpose }}",
        "We want to understand what it was like at the time: what they knew, what helped, what got in the way.",
        "What is said stays in the room and is not quoted with names. There is one limit: if somebody is at risk, or a serious "
        "fault comes to light that is not yet known, we must pass it on.",
        "It can be hard to go back over events like these. Please name somebody whom they can talk to before and afterwards. They "
        "may bring a colleague or a representative.",
    )
    told_of_processes(w)
    _reply(w, "who will come")
    close(w)
    return document


def recall_event() -> Doc:
    """Invitation to those who came before, to test what was found."""
    document, w = letter("Invitation to the recall event")
    subject_line(w, f"Recall event: {SUBJECT}")
    w.p("Thank you for your agency’s part in the review so far. Before it is finished we should like to go through what it has found "
        "with the practitioners of {{ agency.name }} who took part, and with their managers.")  # fmt: skip
    when_where(w)
    w.p("They will hear the draft findings, and we shall ask them whether these ring true, what is missing, and whether the draft "
        "recommendations would have made a difference. What they say can change the report.")  # fmt: skip
    w.p("The draft is confidential. It is shown at the event and is not for copying or passing on. Those who could not come to the "
        "first event are welcome at this one. Please see again that support is offered to everybody who takes part.")  # fmt: skip
    told_of_processes(w)
    _reply(w, "who will come")
    close(w)
    return document


def feedback() -> Doc:
    """What the review found, what it asks of the agency, and thanks."""
    document, w = letter("Feedback to agencies")
    subject_line(w, f"What the review found: {SUBJECT}")
    w.p(f"The {REVIEW} to which {{{{ agency.name }}}} contributed is coming to its end. Thank you, and please thank the "
        "practitioners and authors who took part: it cannot have been easy.")  # fmt: skip
    w.tag("if findings")
    w.h2("What was found")
    w.each("x in findings", "{{ x.finding.title }}", "List Bullet")
    w.tag("endif")
    w.tag("if own_lessons")
    w.h2("Learning for your agency")
    w.each("x in own_lessons", "{{ x.text }}", "List Bullet")
    w.tag("endif")
    w.tag("if own_actions")
    w.h2("What your agency has undertaken to do")
    w.table(
        ["Action", "By"],
        [12.4, 4.0],
        ["{{ x.action.action }}", "{{ x.action.deadline|date }}"],
        loop="x in own_actions",
        caption="Actions of this agency",
    )
    w.tag("endif")
    w.h2("What happens next")
    w.p("{% if review.publication and review.publication.publish_on %}The report is to be published on "
        "{{ review.publication.publish_on|date }}. Until then it is confidential. {% else %}The report is confidential unless and "
        "until it is published. {% endif %}Please tell the staff who took part what was found before they hear of it elsewhere, "
        "and offer them support.")  # fmt: skip
    w.when(
        "actions",
        "We shall ask you for progress on the action plan, with evidence, until every action is complete.",
        "Normal",
    )
    in_touch(w, before="If you would like somebody to talk about the findings with your teams, please ask ")
    close(w)
    return document
