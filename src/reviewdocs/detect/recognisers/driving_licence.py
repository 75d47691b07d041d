"""Driving licence numbers: sixteen characters of surname, birth and initials (DVLA), or eight digits (DVA)."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = ("licence «MORGA657054SM9IJ»", "driver number «MORGA 657054 SM9IJ 35»", "driving licence «12345678»")
MISSES = ("MORGANS 65705", "a licence for 1234 people", "postcode list ABCDE123456")

RECOGNISER = Recogniser(
    "UkDrivingLicence",
    Category.CODE,
    (
        Pattern(r"\b[A-Z9]{5}\s?\d[0156]\d(?:[0-2]\d|3[01])\d\s?[A-Z9]{2}[A-Z\d]{3}(?:\s?\d{2})?\b", score=0.9),
        Pattern(r"(?<!\d)\d{8}(?!\d)", score=0.85, context=r"driv(?:ing|er'?s?)\s(?:licen[cs]e|number)", before=30),
    ),
    anchor=FIGURE,
)
