"""CHI (Scotland) and Health and Care numbers (Northern Ireland): ten digits, told from others by their label."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = ("CHI «010190 0001»", "CHI number: «0101900001»", "H&C number «320 000 0001»", "H+C No «3200000001»")
MISSES = ("order 0101900001", "the chi-square was 3200000001", "rows 320 to 3000")

RECOGNISER = Recogniser(
    "UkHealthNumber",
    Category.CODE,
    (
        Pattern(
            r"(?<![\d/+-])(?P<x>\d{6}[\s-]?\d{4}|\d{3}[\s-]\d{3}[\s-]\d{4})(?![\d/-])",
            score=0.9,
            context=r"\bCHI\b(?![ -]sq)|\bH\s?(?:&|\+|and)\s?C\b|\bhealth (?:and|&) care (?:number|no)",
            before=30,
        ),
    ),
    anchor=FIGURE,
)
