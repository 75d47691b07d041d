"""Numbers that stand for a person or a unit at work: collar and warrant numbers, call signs, key safe codes."""

from __future__ import annotations

from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "(collar no. «2287»)",
    "PC «2287» attended",
    "UNIT «AB12» ASSIGNED",
    "Crew «KX1234» on scene",
    "key safe «2580»",
    "warrant number «123456»",
    "the safe code «4711»",
    "PIN «4711»",
    "door code is «C1940X»",
)
MISSES = ("unit 4 of the estate", "PC Plus 2287", "crew of 12", "the key is 2019", "the PC was 20 years old")

_CODE = r"(?P<x>[A-Z]{0,3}\d{2,7}[A-Z]?)\b"

RECOGNISER = Recogniser(
    "UkOfficerNumber",
    Category.CODE,
    (
        Pattern(
            r"(?i:\b(?:collar|warrant|shoulder|badge|epaulette|pin|payroll|staff|employee|officer)\s(?:no|"
            r"number|num|id)\b"
            rf"\.?\s?:?\s?){_CODE}",
            score=0.9,
        ),
        Pattern(r"\b(?:PC|PCSO|DC|DS|PS|SC|WPC|P\.C\.)\s(?P<x>[A-Z]{0,2}\d{3,6})\b", score=0.9),
        Pattern(
            r"(?i:\b(?:unit|crew|call[ -]?sign|vehicle|ambulance|appliance|fleet)\s(?:no\.?\s|number\s)?:?\s?)"
            r"(?P<x>[A-Z]{1,3}\d{2,5}[A-Z]?)\b",
        ),
        Pattern(
            r"(?i:\b(?:key[ -]?safe|safe|door|entry|alarm|gate|pin)\b(?:\s(?:code|no\.?|number|is|pin)){0,2}:?\s"
            r")(?P<x>[A-Z]?\d{4,6}[A-Z]?)\b"
        ),
    ),
)
