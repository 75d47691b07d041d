"""Unique Pupil Numbers: a check letter, twelve digits (the last may be a letter in a temporary number)."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = ("(UPN «A820200001001»)", "pupil «A820200001001» moved school")
MISSES = ("part A82020000", "A8202000010012345", "X 820 200")

RECOGNISER = Recogniser(
    "UkPupilNumber", Category.CODE, (Pattern(r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-Z]\b", score=0.9),), FIGURE
)
