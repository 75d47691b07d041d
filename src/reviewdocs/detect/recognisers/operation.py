"""Police operation names; national schemes that bear the word are known."""

from __future__ import annotations

from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "«Operation Ashcombe» began",
    "«OP ASHCOMBE»",
    "under «Op Ashcombe»",
    "NAME OF OPERATION: «SILENT ASH»",
    "«OPERATION ASHCOMBE»",
)
MISSES = (
    "Operation Encompass notification",
    "the operation was a success",
    "Post Op Review clinic",
    "an operation on Monday",
    "OP CLINIC",
    "Operation Yewtree changed practice",
)

_NOT = (
    r"(?!(?i:clinic|manager|centre|center|room|theatre|theatres|department|dept|appointment|appt|note|notes|team|review|day|letter|"
    r"director|and|or|of|the|on|in|for|to|was|is|at|with|services|lead|monday|tuesday|wednesday|thursday|friday)\b)"
)

RECOGNISER = Recogniser(
    "PoliceOperation",
    Category.OPERATION,
    (
        Pattern(rf"(?<!(?i:post|pre)[\s-])\b(?:Operation|OPERATION)\s{_NOT}(?P<n>\p{{Lu}}[\p{{L}}'-]+)", score=0.9),
        Pattern(rf"(?<!(?i:post|pre)[\s-])\b(?:Op|OP)\.?\s{_NOT}\p{{Lu}}[\p{{L}}'-]{{3,}}", score=0.8),
        Pattern(
            r"(?i:\b(?:name\sof\soperation|operation(?:al)?\sname)\s?[:=-]\s?)(?:OP\.?\s|Op\.?\s|OPERATION\s)?(?P<x>\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)?)",
            score=0.9,
        ),
    ),
)
