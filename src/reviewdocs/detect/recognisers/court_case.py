"""Court case numbers, neutral citations and inquest references."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "case no. «2021/0001-AB»",
    "«T20200001»",
    "in proceedings «AB20C00123»",
    "«[2020] EWFC 12»",
    "case number «AB12P34567»",
    "indictment «U20200001»",
)
MISSES = ("case no. to follow", "the 2021/22 plan", "T2 diabetes", "[2020] a good year")

RECOGNISER = Recogniser(
    "UkCourtCase",
    Category.COURT,
    (
        Pattern(r"\b[TSAUM]20\d{6}\b", score=0.9),
        Pattern(r"\b[A-Z]{2}\d{2}[A-Z]\d{5}\b", score=0.9),
        Pattern(
            r"\[(?:19|20)\d\d\]\s(?:EWHC|EWFC|EWCA|EWCOP|UKSC|UKUT|UKFTT|CSOH|CSIH|NIFam|NICA)\s(?:Civ\s|Crim\s)?\d+(?:\s\(\w+\))?",
            score=0.95,
        ),
        Pattern(
            r"(?i:\b(?:court\s)?case\s(?:no|number|ref(?:erence)?)\b\.?\s?:?\s?)(?P<x>\d{2,4}/\d{2,6}(?:[-/][A-Z0-9]+)?)",
            score=0.9,
        ),
    ),
    anchor=FIGURE,
)
