"""Passport, visa, Home Office, and foreign personal numbers, told by their label."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "passport no. «123456789»",
    "British passport «AB1234567»",
    "Home Office reference «A1234567»",
    "her PESEL is «90010112345»",
    "PPS number «1234567TW»",
)
MISSES = ("passport office 12", "the passport to 2030", "123456789 visitors")

RECOGNISER = Recogniser(
    "UkPassport",
    Category.CODE,
    (
        Pattern(
            r"(?<![\w/])[A-Z]{0,2}\d{7,12}[A-Z]{0,2}(?![\w/])",
            score=0.85,
            context=r"\bpassport|\bvisa\b|\bBRP\b|residence permit|home office ref|\bPESEL\b|\bPPSN?\b|identity card|"
            r"\bID card"
            r"|\bpersonal (?:number|no\b)|\bCNP\b|\bNHI\b|\bvoter",
            before=40,
        ),
    ),
    anchor=FIGURE,
)
