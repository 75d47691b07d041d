"""National Insurance numbers, the letters never issued (QQ) included: a reader takes those for one too."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = ("NI number «QQ 12 34 56 C»", "«AB123456D» was given", "NINO: «qq123456c»", "his number is «AB 12 34 56 D»")
MISSES = ("form AB12345", "flight BA 1234", "QQ 12 34", "reference XAB123456DX")

RECOGNISER = Recogniser(
    "UkNationalInsurance",
    Category.CODE,
    (
        Pattern(
            r"\b[A-CEGHJ-PQR-TW-Z][A-CEGHJ-NPQR-TW-Z](?P<g>[\s-]?)\d{2}(?P=g)\d{2}(?P=g)\d{2}(?P=g)[A-D]\b", score=0.95
        ),
        Pattern(
            r"\b[a-z]{2}[\s-]?\d{2}[\s-]?\d{2}[\s-]?\d{2}[\s-]?[a-d]?\b",
            score=0.9,
            context=r"\bNI(?:NO)?\b|national insurance",
            any_case=True,
        ),
    ),
    anchor=FIGURE,
)
