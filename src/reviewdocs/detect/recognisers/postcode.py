"""Postcodes whole, and outward codes where the words around call them a postcode or an area."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "Ashcaster «ZZ99 3CZ»",
    "postcode «ZZ99»",
    "«ZZ993CZ»",
    "lived in the «ZE3» area",
    "POSTCODE: «zz99 3cz»",
    "«ZZ1A 1AA»",
)
MISSES = ("form CP16 was sent", "A4 paper and 3 pm", "vitamin B12", "the M25 road", "AB12 CDE is a car", "GCSE 9AB")

_OUT = r"(?:[A-Z]{1,2}\d{1,2}|[A-Z]{1,2}\d[A-Z])"

RECOGNISER = Recogniser(
    "UkPostcode",
    Category.ADDRESS,
    (
        Pattern(rf"(?<![\w/-]){_OUT}\s{{0,2}}\d[A-Z]{{2}}(?![\w/-])", score=0.95),
        Pattern(
            rf"(?<![\w/-]){_OUT}\s?\d[A-Z]{{2}}(?![\w/-])",
            score=0.9,
            context=r"\bpost\s?code",
            before=20,
            after=12,
            any_case=True,
        ),
        Pattern(
            rf"(?<![\w/-]){_OUT}(?![\w/-])",
            score=0.85,
            context=r"\bpost\s?codes?\b(?:\s(?:is|was|area|district|of|sector)){0,2}[:\s]{1,2}$",
            before=26,
        ),
        Pattern(rf"(?i:\b(?:in|the|from|of)\s)(?P<x>{_OUT})\s(?:area|district|postcode)\b", score=0.8),
    ),
    anchor=FIGURE,
)
