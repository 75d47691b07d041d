"""Letters to the independent reviewer, and to those who lead a process beside the review."""

from __future__ import annotations

from docx.document import Document as Doc

from templates.house import Writer
from templates.letter_frame import BORN, IN_TOUCH, REVIEW, SUBJECT, close, in_touch, letter, subject_line


def commissioning() -> Doc:
    """What the reviewer is commissioned for; it names nobody of the review, as it goes to a private address."""
    document, w = letter("Letter of commissioning")
    subject_line(w, f"Commission to lead a {REVIEW}: {{{{ document.reference }}}}")
    w.p(f"{{{{ review.board.name }}}} commissions you to lead a {REVIEW} and to write its overview report, executive summary and "
        "learning summary. The papers, with the names of those concerned, follow by a secure way.")  # fmt: skip
    w.particulars(
        [
            ("Period under review", "{{ review.scope.start|date }} to {{ review.scope.end|date }}"),
            ("Terms of reference", "{{ review.terms_of_reference.questions|length|counted('question')|upper_first }}, sent with the papers",
             "review.terms_of_reference.questions"),
            ("Chair of the panel", "{{ panel_chair.name }}", "panel_chair and panel_chair != reviewer"),
            ("Begins", "{{ review.commission.start|date }}", "review.commission and review.commission.start"),
            ("Panel meetings", "{% for x in panels %}{{ x.date|date }}{% if not loop.last %}; {% endif %}{% endfor %}", "panels"),
            ("Draft overview report", "{{ review.commission.draft_due|date }}", "review.commission and review.commission.draft_due"),
            ("Review complete by", "{{ completion|date }}"),
            ("Fee", "{{ review.commission.fee }}", "review.commission and review.commission.fee"),
        ],
        caption="Particulars of the commission",
        label_cm=4.6,
    )  # fmt: skip
    w.h2("What we ask of you")
    w.bullets(
        "**Independence.** You have never worked for an agency involved, had no part in the events, and tell us at once if that may "
        "come into doubt.",
        "**Purpose.** {{ practice.purpose }} Recommendations are few, agreed with the panel, and say who is to do what by when.",
        "**Family and practitioners.** They are met with care, and told what will become of what they say.",
        "**Information.** You keep what you are given under the UK GDPR and the Data Protection Act 2018, use it for this review "
        "alone, keep it locked or encrypted, tell us the same day if any of it is lost, and return or destroy it at the end.",
        "**Safety.** If you learn that somebody is at risk, or of a possible crime, you tell us at once.",
        "**Delay.** You tell us as soon as you see that a date will not be kept, and why.",
    )
    w.tag("if review.commission")
    w.each("text in review.commission.terms", "{{ text }}", "List Bullet")
    w.tag("endif")
    w.p(f"Please sign below and return a copy if you accept. For anything you need, please ask {IN_TOUCH}.")
    close(w)
    _accept(w)
    return document


def _accept(w: Writer) -> None:
    line = w.p("I accept this commission on these terms.", "Address")
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = 101600, True
    sign = w.p("Signed: ______________________________ Date: ____________________", "Address")
    sign.paragraph_format.space_before = 177800


def _theirs(w: Writer) -> None:
    w.when("authority.reference", "Your reference: {{ authority.reference }}", "Normal")


def coroner() -> Doc:
    """To the coroner: a review is held beside the inquest."""
    document, w = letter("Notice to the coroner")
    subject_line(
        w,
        f"{{{{ document.review_type }}}} concerning {SUBJECT}{BORN}{{% if subject.died %}}, died {{{{ subject.died|date }}}}{{% endif %}}",
    )
    _theirs(w)
    w.p(f"I am writing to tell you that {{{{ review.board.name }}}} decided on {{{{ review.decision.date|date }}}} to hold a {REVIEW}"
        "{% if practice.statute %} under {{ practice.statute }}{% endif %}, and to ask how we may keep out of the way of your own "
        "work, and be of use to it.")  # fmt: skip
    w.p("{{ practice.purpose }} The review covers {{ review.scope.start|date }} to {{ review.scope.end|date }}, and is to be "
        "complete by {{ completion|date }}. Its terms of reference are enclosed.")  # fmt: skip
    w.when("author", "It is led by {{ author.name }}, who is independent of the agencies involved.", "Normal")
    w.h2("What we should be glad to know")
    w.bullets(
        "whether an investigation or an inquest is open, who your officer is, and what its likely timetable is;",
        "whether there is anybody whom you would rather we did not speak to yet, and anything that you would wish the review to "
        "leave aside;",
        "whether you would like to see the report in draft, and whether you see any objection to its being published before your "
        "inquest is finished.",
    )
    w.p("Papers prepared for the review are confidential. If you need any of them, please ask us, so that we can look for the best "
        "way to help and tell those who gave them. We shall tell you of any delay, and send you the report.")  # fmt: skip
    in_touch(w, before="Your officer is welcome to speak to ")
    close(w)
    return document


def police() -> Doc:
    """To whoever leads an investigation or a prosecution."""
    document, w = letter("Notice to investigators")
    subject_line(w, f"{{{{ document.review_type }}}} concerning {SUBJECT}{BORN}")
    _theirs(w)
    w.p(f"I am writing to tell you that {{{{ review.board.name }}}} decided on {{{{ review.decision.date|date }}}} to hold a {REVIEW}"
        "{% if practice.statute %} under {{ practice.statute }}{% endif %}, and to agree with you how it runs beside your "
        "investigation or proceedings.")  # fmt: skip
    w.p("{{ practice.purpose }} The review covers {{ review.scope.start|date }} to {{ review.scope.end|date }}, and is to be "
        "complete by {{ completion|date }}. Its terms of reference are enclosed.")  # fmt: skip
    w.h2("What we ask of you")
    w.bullets(
        "Tell us who your officer or lawyer for this case is, how the case stands, and which dates are fixed.",
        "Tell us, before we begin, whom of the family or the practitioners the reviewer should not speak to yet, and why.",
        "Tell us who is in touch with the family for you, so that they hear of the review from somebody they know.",
        "Tell us if a part of the review should wait. We would rather begin with what can be done than wait with all of it.",
    )
    w.h2("What you can rely on")
    w.p("We interview nobody as a witness, and keep notes of what is said to the reviewer. If you need any material of the review, "
        "please ask us in writing, so that whoever gave it can be told. Nothing is published "
        "before we have asked you whether it could harm your case.")  # fmt: skip
    in_touch(w, before="Please get in touch with ")
    close(w)
    return document
