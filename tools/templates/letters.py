"""The letters: formal notification to an agency, decision to the National Panel."""

from __future__ import annotations

from docx.document import Document as Doc
from docx.shared import Pt

from templates.house import PORTRAIT_CM, Writer, new_document, running, space

MARKING = "{{ document.marking }}"


def _letterhead(document: Doc) -> Writer:
    """Letterhead, marking, running header and footer."""
    running(
        document.sections[0],
        left="{{ document.reference }}   |   {{ letter.date|date }}",
        marking=MARKING,
        foot="{{ review.board.name }}",
        width_cm=PORTRAIT_CM,
        cover=True,
    )
    body = document.styles["Normal"].paragraph_format
    body.space_after, body.line_spacing = Pt(6), 1.08
    for name in ("Heading 2", "List Bullet"):
        document.styles[name].paragraph_format.space_before = Pt(10 if name == "Heading 2" else 0)
    w = Writer(document)
    w.p("{{ review.board.name }}", "Board Name")
    w.p("{{ review.board.address|join(', ') }}", "Letterhead Detail")
    w.p(
        "{% if review.board.telephone %}Telephone {{ review.board.telephone }}{% endif %}"
        "{% if review.board.telephone and review.board.email %}   |   {% endif %}{{ review.board.email }}",
        "Letterhead Detail",
    )
    space(w, 12)
    return w


def _reference(w: Writer) -> None:
    w.p("Our reference: {{ document.reference }}", "Address")
    w.p("{{ letter.date|date }}", "Address")
    space(w, 6)


def _close(w: Writer) -> None:
    w.p("Yours sincerely").paragraph_format.keep_with_next = True
    space(w, 26)
    w.p("**{{ review.board.chair }}**", "Address").paragraph_format.keep_with_next = True
    w.p("Chair, {{ review.board.name }}", "Address")
    space(w, 6)


def notification() -> Doc:
    """Formal notification to an agency, with the request for a chronology and an agency report."""
    document = new_document("Formal notification")
    w = _letterhead(document)
    w.p("**{{ document.marking }}: to be opened by the addressee only**", "Address")
    space(w, 4)
    for line in ("{{ recipient.name }}", "{{ recipient.job_title }}", "{{ agency.name }}"):
        w.p(line, "Address")
    w.each("line in recipient.address", "{{ line }}", "Address")
    space(w, 4)
    _reference(w)
    w.p("Dear {% if recipient.salutation %}{{ recipient.salutation }}{% else %}{{ recipient.name }}{% endif %}")
    w.p(
        "{{ document.review_type }}: {{ subject.full_name }}{% if subject.dob %}, born {{ subject.dob|date }}{% endif %}",
        "Letter Subject",
    )
    w.p("I am writing to give {{ agency.name }} formal notice that {{ review.board.name }} is holding a "
        "{{ document.review_type|lower }}, and to ask for your agency’s chronology and report.")  # fmt: skip
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
            ("{{ report_due|date_full }}", "**Agency report**: what happened, why, what your agency has learned, what must change and how that will be "
                      "made to happen. Please send it signed off by you."),
        ],
        caption="What is asked for and by when",
        label_cm=4.6,
        style="Normal",
    )  # fmt: skip
    w.p("{% if dates_computed %}The board works to these timescales: the chronology {{ chronology_deadline.rule }}, the report "
        "{{ report_deadline.rule }}. {% endif %}If you cannot keep to a date, please tell us as soon as you know it.")  # fmt: skip
    w.p("The author of the report must be senior enough to make recommendations, must have had no direct involvement with the "
        "family, and must not have managed anybody who had. Please send us the author’s name and contact details within five "
        "working days.")  # fmt: skip
    w.tag("if events")
    w.h2("Dates for your diary")
    w.each(
        "x in events",
        "**{{ x.kind|upper_first }}:** {{ x.date|date_full }}{% if x.time %} at {{ x.time|time }}{% endif %}{% if x.venue %}, {{ x.venue }}{% endif %}",
        "List Bullet",
    )
    w.tag("endif")
    w.h2("People concerned")
    w.p("Please search your records for each of these people, under every name given.")
    w.table(
        ["Name", "Also known as", "Born", "Relationship", "Addresses"],
        [3.3, 2.9, 2.3, 2.9, 5.0],
        ["**{{ x.name }}**",
         "{% if x.person.known_as or x.person.former_names %}{{ (x.person.known_as + x.person.former_names)|join(', ') }}{% else %}–{% endif %}",
         "{{ x.person.dob|date_short }}", "{{ x.role|upper_first }}", [("{%p for line in x.person.addresses %}", "Table Text"), "{{ line }}", "{%p endfor %}"]],
        loop="x in family", caption="People whose records are asked for",
    )  # fmt: skip
    w.h2("Confidentiality and sharing of information")
    w.p("This letter and what you send us are confidential. Please share them only with those who need them to do this work, "
        "and send your return by secure e-mail to {{ review.board.email }}.")  # fmt: skip
    w.tag("if document.review_type == 'Local Child Safeguarding Practice Review'")
    w.p("The safeguarding partners ask for this information under section 16H of the Children Act 2004.")
    w.tag("endif")
    w.tag("if review.parallel_processes")
    w.p("Other processes concern the same events: {% for x in review.parallel_processes %}{{ x.kind|lower }}"
        "{% if not loop.last %}; {% endif %}{% endfor %}. Material prepared for this review may have to be disclosed to them. "
        "Nobody in your agency should speak to a possible witness about the events without asking us first.")  # fmt: skip
    w.tag("endif")
    w.p("If anything is unclear, please get in touch with {% if review.board.business_manager %}{{ review.board.business_manager }}, "
        "Business Manager{% else %}us{% endif %}{% if review.board.telephone %}, on {{ review.board.telephone }}{% endif %}. "
        "Thank you for your help. The purpose is to learn, and we shall share with you what the review finds.")  # fmt: skip
    _close(w)
    w.tag("if copies or tell_coroner")
    w.p("**Copies to**", "Address").paragraph_format.keep_with_next = True
    w.each("x in copies", "{{ x.name }}, {{ x.job_title }}, {{ agency.name }}", "Address")
    w.when("tell_coroner", "HM Coroner for {{ review.area }}", "Address")
    w.tag("endif")
    return document


def national_panel_decision() -> Doc:
    """The decision to hold a review, to the national panel; written to be sent in designations."""
    document = new_document("Decision to hold a review")
    w = _letterhead(document)
    for line in ("{{ body.addressee }}", "{{ body.name }}"):
        w.p(line, "Address")
    w.each("line in body.address", "{{ line }}", "Address")
    space(w, 4)
    _reference(w)
    w.p("Dear {% if body.salutation %}{{ body.salutation }}{% else %}{{ body.addressee }}{% endif %}")
    w.p("Decision to hold a {{ document.review_type|lower }}: {{ subject.full_name }}", "Letter Subject")
    w.p("I am writing to tell you of our decision to hold a {{ document.review_type|lower }}. People are referred to in this "
        "letter by the designations that the review uses.")  # fmt: skip
    w.particulars(
        [
            (
                "Subject of the review",
                "{{ subject.full_name }}{% if subject_age is not none %}, aged {{ subject_age }} at the time{% endif %}",
            ),
            ("Date of the incident", "{{ review.incident.date|date }}"),
            ("Referred by", "{{ referring_agency }}, {{ review.referral.date|date }}"),
            ("Date of the decision", "{{ review.decision.date|date }}"),
            ("Made by", "{{ review.decision.made_by }}"),
            ("Period under review", "{{ review.scope.start|date }} to {{ review.scope.end|date }}"),
            ("Lead reviewer", "{{ author.name }}", "author"),
            ("Chair of the panel", "{{ panel_chair.name }}", "panel_chair"),
            ("Agencies involved", "{{ agencies|map(attribute='name')|join('; ') }}"),
        ],
        caption="Particulars of the review",
    )
    w.h2("What happened")
    w.p("{{ review.incident.summary }}")
    w.h2("Why we decided to hold a review")
    w.p("{{ review.decision.reason }}")
    w.when("review.decision.criteria", "**Criteria.** {{ review.decision.criteria }}", "Normal")
    w.when(
        "review.decision.alternative_considered",
        "**Alternatives considered.** {{ review.decision.alternative_considered }}",
        "Normal",
    )
    w.h2("What the review asks")
    w.p("{{ review.terms_of_reference.purpose }}")
    w.h2("Other processes")
    w.tag("if review.parallel_processes")
    w.each("x in review.parallel_processes", "**{{ x.kind }}** ({{ x.body }}). {{ x.status }}", "List Bullet")
    w.tag("else")
    w.p("We know of no criminal, coronial, family court or disciplinary process.")
    w.tag("endif")
    w.h2("Timescale and publication")
    w.p("The review is to be complete by {{ completion_deadline.due|date }}. We shall write as soon as we know of any delay, "
        "with the reason and a new date.{% if not notified_in_time %} We are sorry that this letter comes after "
        "{{ notify_deadline.due|date }}, when it was due.{% endif %}")  # fmt: skip
    w.tag("if review.publication")
    w.p("{{ review.publication.outcome|sentence }}")
    w.tag("endif")
    w.p("Please address any question to {% if review.board.business_manager %}{{ review.board.business_manager }}, Business Manager, "
        "{% endif %}at {{ review.board.email }}.")  # fmt: skip
    _close(w)
    return document
