"""What all letters share: the letterhead, the address where a window envelope shows it, the close, and phrases."""

from __future__ import annotations

from docx.document import Document as Doc
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from templates.house import PORTRAIT_CM, Writer, el, frame, new_document, put, running, space

MARKING = "{{ document.marking }}"
LETTERHEAD_CM, ADDRESS_CM = 2.4, 3.6
"""A DL window shows an A4 sheet folded in three from 5 to 8.5 cm below its top edge; the page's margin is 2.6 cm."""
ADDRESS_WIDTH_CM = 9.2

REVIEW = "{{ document.review_type|lower }}"
SUBJECT = "{{ subject.full_name }}"
BORN = "{% if subject.dob %}, born {{ subject.dob|date }}{% endif %}"
BY_EMAIL = "{% if review.board.email %} to {{ review.board.email }}{% endif %}"
IN_TOUCH = (
    "{% if review.board.business_manager %}{{ review.board.business_manager }}, Business Manager{% else %}us{% endif %}"
    "{% if review.board.telephone or review.board.email %} ("
    "{{ [review.board.telephone, review.board.email]|select|join(', ') }}){% endif %}"
)
PROCESSES = "{% for x in review.parallel_processes %}{{ x.kind|lower }}{% if not loop.last %}, {% endif %}{% endfor %}"


def letter(
    title: str, *, marking: str = "{{ document.marking }}: to be opened by the addressee only"
) -> tuple[Doc, Writer]:
    """A letter with its letterhead, address, reference and salutation."""
    document = new_document(title)
    running(
        document.sections[0],
        left="{{ document.reference }}   |   {{ letter.date|date }}",
        marking=MARKING,
        foot="{{ review.board.name }}",
        width_cm=PORTRAIT_CM,
        cover=True,
    )
    _tighter(document)
    w = Writer(document)
    table = frame(document, (LETTERHEAD_CM, ADDRESS_CM), (ADDRESS_WIDTH_CM, PORTRAIT_CM - ADDRESS_WIDTH_CM))
    head = table.rows[0].cells[0].merge(table.rows[0].cells[1])
    put(head, [
        ("{{ review.board.name }}", "Board Name"),
        ("{%p if review.board.address %}", "Letterhead Detail"),
        ("{{ review.board.address|join(', ') }}", "Letterhead Detail"),
        ("{%p endif %}", "Letterhead Detail"),
        ("{%p if review.board.telephone or review.board.email %}", "Letterhead Detail"),
        ("{% if review.board.telephone %}Telephone {{ review.board.telephone }}{% endif %}"
         "{% if review.board.telephone and review.board.email %} | {% endif %}{{ review.board.email }}", "Letterhead Detail"),
        ("{%p endif %}", "Letterhead Detail"),
    ], "Letterhead Detail")  # fmt: skip
    to, about = table.rows[1].cells
    put(to, ["{%p for line in addressee.lines %}", "{{ line }}", "{%p endfor %}"], "Window Address")
    put(
        about, [f"**{marking}**", "Our reference: {{ document.reference }}", "{{ letter.date|date }}"], "Window Address"
    )
    for paragraph in about.paragraphs:
        paragraph.paragraph_format.space_after = Pt(3)
    w.p("Dear {{ addressee.salutation }}").paragraph_format.space_before = Pt(6)
    return document, w


def _tighter(document: Doc) -> None:
    """The house style for a page that is to hold a whole letter."""
    body = document.styles["Normal"].paragraph_format
    body.space_after, body.line_spacing = Pt(5), 1.0
    heading = document.styles["Heading 2"]
    heading.font.size = Pt(12)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(6), Pt(2)
    document.styles["Table Small"].font.size = Pt(5)  # of the paragraph that parts a table from what follows
    bullet = document.styles["List Bullet"].paragraph_format
    bullet.space_before, bullet.space_after, bullet.line_spacing = Pt(0), Pt(2), 1.0
    bullet.left_indent, bullet.first_line_indent = Cm(0.7), Cm(-0.6)
    section = document.sections[0]
    section.bottom_margin, section.footer_distance = Cm(1.8), Cm(0.8)


def subject_line(w: Writer, text: str) -> None:
    """What the letter is about."""
    w.p(text, "Letter Subject")


def close(w: Writer, *, signed: str = "{{ review.board.chair }}", post: str = "Chair, {{ review.board.name }}") -> None:
    """The end: the last paragraph goes with the signature over the page, so that neither stands alone."""
    last = next(p for p in reversed(w.place.paragraphs) if not p.text.startswith("{%p"))
    _keep(last)
    _keep(w.p("Yours sincerely"))
    space(w, 24)
    _keep(w.p(f"**{signed}**", "Address"))
    w.p(post, "Address")


def _keep(paragraph: Paragraph) -> None:
    """Keep a paragraph whole, and with the next."""
    properties = paragraph._p.get_or_add_pPr()
    paragraph.paragraph_format.keep_with_next = True
    properties.insert_element_before(el("<w:keepLines/>"), "w:pageBreakBefore", "w:widowControl", "w:numPr", "w:pBdr",
                                     "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")  # fmt: skip


def people(w: Writer, *, apart: bool = False) -> None:
    """The people whose records are meant; `apart` on a page of their own, which can be kept apart from the letter."""
    w.h2("People concerned").paragraph_format.page_break_before = apart
    w.p(
        "Please search your records for each of these people, under every name given."
    ).paragraph_format.keep_with_next = True
    w.table(
        ["Name", "Also known as", "Born", "Relationship", "Addresses"],
        [3.3, 2.9, 2.3, 2.9, 5.0],
        ["**{{ x.name }}**",
         "{% if x.person.known_as or x.person.former_names %}{{ (x.person.known_as + x.person.former_names)|join(', ') }}{% else %}–{% endif %}",
         "{{ x.person.dob|date_short('–') }}", "{{ x.role|upper_first }}",
         "{% for line in x.person.addresses %}{{ line }}{% if not loop.last %}\n{% endif %}{% else %}–{% endfor %}"],
        loop="x in family", caption="People whose records are asked for",
    )  # fmt: skip


def when_where(w: Writer) -> None:
    """Day, time and place of the meeting that an invitation is to."""
    w.particulars(
        [
            ("Date", "{{ event.date|date_full }}"),
            ("Time", "{{ event.time|time }}", "event.time"),
            ("Place", "{{ event.venue }}", "event.venue"),
            ("Purpose", "{{ event.purpose }}", "event.purpose"),
        ],
        caption="When and where",
        label_cm=3.0,
        style="Window Address",
    )


def in_touch(w: Writer, before: str = "If anything is unclear, please get in touch with ", after: str = ".") -> None:
    """Whom to ask."""
    w.p(before + IN_TOUCH + after)


def told_of_processes(w: Writer) -> None:
    """What the processes beside the review mean for whoever takes part in it."""
    w.tag("if review.parallel_processes")
    w.p(f"Other processes concern the same events ({PROCESSES}). What is prepared for this review may have to be disclosed to "
        "them, and nobody should speak to a possible witness about the events without asking us first.")  # fmt: skip
    w.tag("endif")
