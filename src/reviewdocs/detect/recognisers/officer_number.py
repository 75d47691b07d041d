"""Numbers that stand for a person or a unit at work: collar and warrant numbers, radio call signs."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "(collar no. «2287»)",
    "PC «2287» attended",
    "UNIT «AB12» ASSIGNED",
    "Crew «KX1234» on scene",
    "warrant number «123456»",
    "«RX27» ON SCENE",
    "21:04 «TK8» AND «TK9» ASSIGNED",
    "DESPATCH «RX27A»",
)
MISSES = (
    "unit 4 of the estate",
    "PC Plus 2287",
    "crew of 12",
    "the key is 2019",
    "the PC was 20 years old",
    "A38 CLEAR",
    "M5 CLEAR OF TRAFFIC",
    "B12 ASSIGNED TO",
)

_SIGN = r"(?:(?![ABM]\d)[A-Z]{1,3}\d{1,4}[A-Z]?)"
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
            rf"(?<![\w/-])(?P<x>{_SIGN})(?=(?:\s(?:AND|&)\s{_SIGN})?\s(?:ON\sSCENE|AT\sSCENE|ASSIGNED|EN\s?ROUTE|STATE\s\d|ATTENDING|"
            r"TO\sATTEND|ATTENDS|ARRIVED|ARRIVES|MOBILE|MOBILISED|DI?ESPATCHED|DEPLOYED|RESUM\w+|STOOD\sDOWN|COMMITTED)\b)",
            score=0.8,
        ),
        Pattern(rf"(?<=\bAND\s)(?P<x>{_SIGN})(?=\s(?:ON\sSCENE|ASSIGNED|ATTENDING|EN\s?ROUTE)\b)", score=0.8),
        Pattern(
            rf"\b(?:ASSIGN|ASSIGNED|D[IE]SPATCH(?:ED)?|DEPLOY(?:ED)?|MOBILISE[D]?)\s(?P<x>{_SIGN})(?![\w/-])", score=0.8
        ),
    ),
    anchor=FIGURE,
)
