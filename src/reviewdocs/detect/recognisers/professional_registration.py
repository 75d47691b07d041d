"""Registration numbers of professionals: GMC, NMC PIN, Social Work England, HCPC, GPhC, told by the body's name."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "GMC no. «7654321»",
    "NMC PIN «12A3456E»",
    "Social Work England registration «SW12345»",
    "HCPC «PA12345»",
)
MISSES = ("the GMC's 2013 guidance", "NMC Code 2018", "7654321 steps", "referred to the GMC in 2019")

RECOGNISER = Recogniser(
    "UkProfessionalRegistration",
    Category.CODE,
    (
        Pattern(
            r"(?<![\w/.])(?:\d{7}|\d{2}[A-L]\d{4}[A-Z]|SW\d{4,6}|[A-Z]{2}\d{5,6}|\d{5,6}[A-Z]?)(?![\w/])",
            score=0.9,
            context=r"\bGMC\b|\bNMC\b|\bSWE\b|social work england|\bHCPC\b|\bGDC\b|\bGPhC\b|\bPIN\b|registration "
            r"(?:no|number)",
            before=40,
        ),
        Pattern(r"\b\d{2}[A-L]\d{4}[EWSNO]\b", score=0.85),
    ),
    anchor=FIGURE,
)
