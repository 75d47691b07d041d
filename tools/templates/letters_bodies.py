"""Letters to bodies outside the board, written to be sent in designations."""

from __future__ import annotations

from docx.document import Document as Doc

from templates.house import Writer
from templates.letter_frame import IN_TOUCH, REVIEW, SUBJECT, close, letter, subject_line

_DESIGNATIONS = "People are referred to in this letter by the designations that the review uses."


def _ask(w: Writer) -> None:
    w.p(f"Please address any question to {IN_TOUCH}.")


def _decision(route: str) -> Doc:
    """The decision to hold a review or not, with its reasons; `route` is what is said of what follows for this body."""
    document, w = letter("Decision on a review", marking="{{ document.marking }}")
    subject_line(w, f"Decision {{% if not review.decision.hold %}}not {{% endif %}}to hold a {REVIEW}: {SUBJECT}")
    w.p(f"I am writing to tell you of our decision {{% if not review.decision.hold %}}not {{% endif %}}to hold a {REVIEW}. {_DESIGNATIONS}"
        "{% if not notified_in_time %} We are sorry that this letter comes after {{ notify_deadline.due|date }}, when it was due.{% endif %}")  # fmt: skip
    w.particulars(
        [
            (
                "Subject",
                "{{ subject.full_name }}{% if subject_age is not none %}, aged {{ subject_age }} at the time{% endif %}",
            ),
            ("Date of the incident", "{{ review.incident.date|date }}"),
            ("Referred by", "{{ referring_agency }}, {{ review.referral.date|date }}"),
            ("Date of the decision", "{{ review.decision.date|date }}"),
            ("Made by", "{{ review.decision.made_by }}"),
            ("Period under review", "{{ review.scope.start|date }} to {{ review.scope.end|date }}", "review.decision.hold"),
            ("Reviewer", "{{ author.name }}{% if author.experience %}. {{ author.experience }}{% endif %}", "author and review.decision.hold"),
            ("Chair of the panel", "{{ panel_chair.name }}{% if panel_chair.experience %}. {{ panel_chair.experience }}{% endif %}",
             "panel_chair and panel_chair != author and review.decision.hold"),
            ("Agencies involved", "{{ agencies|map(attribute='name')|join('; ') }}"),
        ],
        caption="Particulars of the decision",
        label_cm=4.2,
    )  # fmt: skip
    w.h2("What happened")
    w.p("{{ review.incident.summary }}")
    w.h2("Why we decided {% if not review.decision.hold %}not {% endif %}to hold a review")
    w.p("{{ review.decision.reason }}")
    w.when("review.decision.criteria", "**Criteria.** {{ review.decision.criteria }}", "Normal")
    w.when("review.decision.alternative_considered",
           "**{% if review.decision.hold %}Alternatives considered.{% else %}What there will be instead.{% endif %}** "
           "{{ review.decision.alternative_considered }}", "Normal")  # fmt: skip
    w.tag("if review.decision.hold")
    w.h2("What the review asks")
    w.p("{{ review.terms_of_reference.purpose }}")
    w.tag("endif")
    w.tag("if review.parallel_processes")
    w.h2("Other processes")
    w.each("x in review.parallel_processes", "**{{ x.kind }}** ({{ x.body }}). {{ x.status }}", "List Bullet")
    w.tag("endif")
    w.h2("What happens next")
    w.tag("if review.decision.hold")
    w.p("The review is to be complete by {{ completion|date }}. We shall write as soon as we know of any delay, with the reason "
        f"and a new date. {route}")  # fmt: skip
    w.tag("else")
    w.p("If anything comes to light that bears on this decision, it will be looked at again, and we shall tell you.")
    w.tag("endif")
    _ask(w)
    close(w)
    return document


def national_panel_decision() -> Doc:
    """To the national panel, Ofsted and the Department for Education."""
    return _decision("We shall send you the report before it is published, and tell you the day.")


def home_office_decision() -> Doc:
    """To the Home Office."""
    return _decision("The report will be sent to the Home Office for quality assurance before anything is published.")


def adults_board_decision() -> Doc:
    """To the Safeguarding Adults Board."""
    return _decision("The board will be shown the report and the action plan before anything is published.")


def terms_of_reference() -> Doc:
    """The terms of reference as they were agreed."""
    document, w = letter("Terms of reference", marking="{{ document.marking }}")
    subject_line(w, f"Terms of reference of the {REVIEW}: {SUBJECT}")
    w.p(f"I am writing to send you the terms of reference of this review. {_DESIGNATIONS}")
    w.particulars(
        [
            ("Subject", "{{ subject.full_name }}"),
            ("Date of the decision", "{{ review.decision.date|date }}"),
            ("Period under review", "{{ review.scope.start|date }} to {{ review.scope.end|date }}"),
            ("Reviewer", "{{ author.name }}", "author"),
            ("Chair of the panel", "{{ panel_chair.name }}", "panel_chair and panel_chair != author"),
            ("Agencies involved", "{{ agencies|map(attribute='name')|join('; ') }}"),
            (
                "Other processes",
                "{% for x in review.parallel_processes %}{{ x.kind }} ({{ x.body }}){% if not loop.last %}; {% endif %}{% endfor %}",
                "review.parallel_processes",
            ),
            ("To be complete by", "{{ completion|date }}"),
        ],
        caption="Particulars of the review",
        label_cm=4.2,
    )
    w.p("The terms stand on the next page. If you think that the review should ask something else as well, we should be glad to hear it "
        "soon. If they change, we shall send them to you again.")  # fmt: skip
    _ask(w)
    close(w)
    w.h2("Terms of reference").paragraph_format.page_break_before = True
    w.p("**Purpose.** {{ review.terms_of_reference.purpose }}")
    w.tag("if review.terms_of_reference.questions")
    w.p("**What the review asks**").paragraph_format.keep_with_next = True
    w.each("x in review.terms_of_reference.questions", "{{ x.text }}", "Block Bullet")
    w.tag("endif")
    w.p("**How people are referred to.** {{ review.terms_of_reference.naming }}")
    return document


def extension() -> Doc:
    """The review will take longer: why, how far it is, and until when."""
    document, w = letter("Extension of the review", marking="{{ document.marking }}")
    subject_line(w, f"Extension of the {REVIEW}: {SUBJECT}")
    w.p("I am writing to tell you that this review will not be finished when it was due, and to give the reason and a new date. "
        f"{_DESIGNATIONS}")  # fmt: skip
    w.particulars(
        [
            ("Date of the decision", "{{ review.decision.date|date }}"),
            ("It was due by", "{{ completion_deadline.due|date }}"),
            ("It will be complete by", "**{{ review.extension.new_date|date }}**"),
            ("Agreed by", "{{ review.extension.agreed_by }}", "review.extension.agreed_by"),
        ],
        caption="Dates",
        label_cm=5.0,
        style="Window Address",
    )
    w.h2("Why it takes longer")
    w.p("{{ review.extension.reason }}")
    w.h2("What has been done so far")
    w.p("{{ review.extension.progress }}")
    w.p("Learning that can be acted on now is not kept waiting for the report. We shall write again if this date comes into "
        "doubt.")  # fmt: skip
    _ask(w)
    close(w)
    return document


def publication_notice() -> Doc:
    """Advance notice of publication."""
    document, w = letter("Notice of publication", marking="{{ document.marking }}")
    subject_line(w, f"Notice of publication: {{{{ document.review_type_short }}}} concerning {SUBJECT}")
    w.p("I am writing to give you notice that the report of this review is to be published on "
        "**{{ review.publication.publish_on|date_full }}**{% if review.publication.where %}, at {{ review.publication.where }}{% endif %}. "
        "The report is enclosed. Please treat it as confidential until then.")  # fmt: skip
    w.p("What has been decided about publication is this. {{ review.publication.outcome|sentence }}"
        "{% if review.publication.reason %} {{ review.publication.reason|sentence }}{% endif %}")  # fmt: skip
    w.tag("if findings")
    w.h2("What the review found")
    w.each("x in findings", "{{ x.finding.title }}", "List Bullet")
    w.tag("endif")
    w.tag("if recommendations")
    w.p("It makes {{ recommendations|length|counted('recommendation') }}{% if actions %}, and "
        "{{ actions|length|counted('action') }} {% if actions|length == 1 %}follows{% else %}follow{% endif %} from "
        "{% if recommendations|length == 1 %}it{% else %}them{% endif %}{% endif %}.")  # fmt: skip
    w.tag("endif")
    w.tag("if review.parallel_processes")
    w.h2("Other processes")
    w.each("x in review.parallel_processes", "**{{ x.kind }}** ({{ x.body }}). {{ x.status }}", "List Bullet")
    w.tag("endif")
    w.p("The family and the agencies involved are told before the day. If you see a reason why the report should not be published, or not "
        "then, please tell us at once.")  # fmt: skip
    _ask(w)
    close(w)
    return document


def library_deposit() -> Doc:
    """The published report, for the national library."""
    document, w = letter("Deposit with the national library", marking="{{ document.marking }}")
    subject_line(w, "Deposit of a published review: {{ document.reference }}")
    w.p("Please add the report of this review to {{ body.name|mid_sentence }}.")
    w.particulars(
        [
            ("Title", "{{ review.title }}"),
            ("Type of review", "{{ document.review_type }}"),
            ("Commissioned by", "{{ review.board.name }}", "not review.publication.anonymous_deposit"),
            ("Area", "{{ review.area }}", "not review.publication.anonymous_deposit"),
            ("Published", "{{ review.publication.publish_on|date }}", "review.publication.publish_on"),
            ("Where", "{{ review.publication.where }}", "review.publication.where and not review.publication.anonymous_deposit"),
            ("Reviewer", "{{ author.name }}", "author"),
            ("Themes", "{{ findings|map(attribute='finding')|map(attribute='title')|join('; ') }}", "findings"),
        ],
        caption="Particulars of the report",
        label_cm=4.2,
    )  # fmt: skip
    w.tag("if review.publication.anonymous_deposit")
    w.p("The board asks that it be listed as anonymous: neither the board nor the area should be named where it is found, so that "
        "the family cannot be. This letter is for your own records.")  # fmt: skip
    w.tag("else")
    w.p("It may be listed under the name of the board.")
    w.tag("endif")
    w.p("The report is enclosed as it was published. Should it have to be changed or taken back, we shall "
        "tell you at once. Please tell us when it can be found.")  # fmt: skip
    _ask(w)
    close(w)
    return document
