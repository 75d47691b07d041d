"""Unique Learner Numbers: ten digits without a usable structure, so told by their label."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = ("ULN «1234567890»", "unique learner number: «1234 567 890»")
MISSES = ("1234567890 in the ledger", "ULN to follow")

RECOGNISER = Recogniser(
    "UkLearnerNumber",
    Category.CODE,
    (
        Pattern(
            r"(?<!\d)(?P<x>\d{4}\s?\d{3}\s?\d{3})(?!\d)", score=0.9, context=r"\bULN\b|learner (?:number|no)", before=30
        ),
    ),
    anchor=FIGURE,
)
