"""The worked examples, what their letters are filled from, and the words of a filled letter."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from functools import cache

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from reviewdocs import resources
from reviewdocs.errors import UsageError
from reviewdocs.generate.catalogue import Entry, TemplateKind, entries, shipped_template
from reviewdocs.generate.fill import fill
from reviewdocs.generate.letter_views import letter_context
from reviewdocs.generate.recipients import Recipient, recipients_of, usual
from reviewdocs.generate.views import document_context
from reviewdocs.model.review import Review
from reviewdocs.model.words import ReviewType
from reviewdocs.records.review_data import load_review
from reviewdocs.workflows.draft import properties_of

_EXAMPLE = {ReviewType.LCSPR: "lcspr-demo", ReviewType.SAR: "sar-demo", ReviewType.DHR: "dhr-demo"}
REMINDED = {
    ReviewType.LCSPR: dt.date(2024, 3, 1),
    ReviewType.SAR: dt.date(2025, 7, 1),
    ReviewType.DHR: dt.date(2024, 10, 7),
}
"""A day on which something was overdue."""


@cache
def example(review_type: ReviewType) -> Review:
    """The worked example of a type; of those that have none, the child's review told as one."""
    name = _EXAMPLE.get(review_type)
    if name is None:
        return example(ReviewType.LCSPR).model_copy(update={"review_type": review_type})
    return load_review(resources.folder("examples") / name / "review.yaml")


def day_of(review: Review, entry: Entry) -> dt.date:
    """A day on which a letter could go out."""
    if entry.id == "reminder":
        return REMINDED.get(review.review_type, REMINDED[ReviewType.LCSPR])
    return review.referral.date if entry.stage == "referral" else review.decision.date + dt.timedelta(days=7)


def letters_of(review: Review) -> Iterator[tuple[Entry, Recipient]]:
    """Every letter of a review, to the first of those who usually get it, or of those who may."""
    for entry in entries(TemplateKind.LETTER, review.review_type):
        assert entry.recipients
        may = recipients_of(review, entry.recipients)
        try:
            wanted = list(usual(review, entry, day_of(review, entry)))
        except UsageError:  # nobody usually gets it in this example: the first who may
            wanted = list(may) if entry.id != "reminder" else []
        if wanted:
            yield entry, may[wanted[0]]


def filled(review: Review, entry: Entry, recipient: Recipient | None = None) -> bytes:
    """A document, or a letter to somebody, from the shipped template."""
    context = (
        letter_context(review, entry, recipient, day_of(review, entry))
        if recipient
        else document_context(review, entry.title)
    )
    return fill(shipped_template(entry), context, properties_of(review, entry.title))


def paragraphs(data: bytes) -> list[str]:
    """The text of every paragraph of the body, those of table cells where they stand."""
    body = Document(io.BytesIO(data)).element.body
    return [Paragraph(element, None).text for element in body.iter(qn("w:p"))]  # type: ignore[arg-type]
