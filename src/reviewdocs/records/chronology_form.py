"""The chronology form as a workbook: what an agency fills in, and `chronology merge` reads."""

from __future__ import annotations

from reviewdocs.model.review import Review
from reviewdocs.records.workbook import Column, Kind, Sheet, write_tables

_SHEET = Sheet(
    "chronology",
    "One row for each contact or event, in order, from the agency’s records.",
    (
        Column("start_date", "Start date", "The day; put ? before one that is not certain.", Kind.TEXT, 14),
        Column("start_time", "Start time", "On the 24-hour clock.", Kind.TEXT, 10),
        Column("end_date", "End date", "The last day, of what lasted longer than one.", Kind.TEXT, 14),
        Column("source", "Source of information", "The record it stands in.", Kind.TEXT, 24),
        Column("text", "What happened", "As it was recorded.", Kind.TEXT, 60),
        Column("people", "Who was present", "By role.", Kind.TEXT, 24),
        Column("seen", "Seen?", "Whether the child or adult was seen: yes or no.", Kind.TEXT, 10),
        Column("seen_alone", "Seen alone?", "Yes or no.", Kind.TEXT, 10),
        Column("wishes", "Wishes and feelings", "What they said or showed.", Kind.TEXT, 30),
        Column("decision", "Action or decision", "What was done or decided.", Kind.TEXT, 30),
        Column("known", "Date agency became aware", "Where it was later.", Kind.TEXT, 16),
        Column("note", "Author’s comment", "Your own, apart from what was recorded.", Kind.TEXT, 30),
    ),
)


def as_chronology_form(review: Review) -> bytes:
    """The empty form of a review."""
    about = [
        ("Review", review.reference),
        ("Period under review", f"{review.scope.start:%d/%m/%Y} to {review.scope.end:%d/%m/%Y}"),
        ("Return to", review.board.email or review.board.name),
    ]
    return write_tables([(_SHEET, ())], about=about)
