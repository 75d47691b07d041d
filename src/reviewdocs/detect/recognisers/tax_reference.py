"""Unique Taxpayer References (ten digits) and PAYE references, told by their label."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = ("UTR «12345 67890»", "taxpayer reference «1234567890»", "PAYE ref «123/AB456»")
MISSES = ("12345 67890 leaflets", "rows 123/AB")

RECOGNISER = Recogniser(
    "UkTaxReference",
    Category.CODE,
    (
        Pattern(
            r"(?<!\d)\d{5}\s?\d{5}K?(?!\d)", score=0.9, context=r"\bUTR\b|tax(?:payer)?\s(?:payer\s)?ref", before=40
        ),
        Pattern(r"\b\d{3}/[A-Z]{1,2}\d{2,6}\b", score=0.9, context=r"\bPAYE\b|\bemployer ref", before=30),
    ),
    anchor=FIGURE,
)
