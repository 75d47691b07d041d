"""Crime, incident, custody and log references, labelled."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.language.numbers import SUFFIX
from reviewdocs.model.mentions import Category

HITS = (
    "Crime no. «AB/15/0001234»",
    "incident «XYZ 18/11111» was closed",
    "Log no. «ABC-20200101-0001»",
    "custody record «AB1/1234/19»",
    "crime ref «31/12345/21»",
    "STORM LOG «XYZ 0012 01/02/20»",
    "Incident «417 of 12 March 2020»",
    "CAD «1234/01JAN20»",
    "URN «12AB0123420»",
    "exhibit «ABC/1»",
    "Crime ref. «19*123456*21»",
    "CAD «1234» refers",
    "Log «1234 of 12 March»",
    "occurrence «5519123456»",
)
MISSES = ("the incident in 2019", "crime fell by 12 per cent", "log 6 calls a day", "incident 2 of 3", "exhibit A")

_LABEL = (
    r"(?i:\b(?:crime|incident|custody|log|CAD|storm|occurrence|niche|intelligence|URN|exhibit|STORM LOG|IPR|999 call)\b"
    r"(?:\s(?:report|record|log))?(?:\s?(?:ref(?:erence)?|no|number|num|id)\b)?\.?\s?:?\s{0,2})"
)

RECOGNISER = Recogniser(
    "UkCrimeReference",
    Category.CODE,
    (
        Pattern(
            _LABEL
            + r"(?P<x>(?:[A-Z]{2,5}\s)?(?=[\w*/-]*\d)[A-Z0-9]+(?:[*/-][A-Z0-9]+)+|[A-Z]{2,5}\s\d{3,}(?:[\s/-]\d+)*|"
            r"[A-Z]{2,5}\s\d{4}\s\d\d/\d\d/\d\d|[A-Z]{1,4}\d{4,}|\d{1,2}[A-Z]{1,2}\d{4,})\b",
            score=0.9,
        ),
        Pattern(
            r"(?i:\b(?:incident|log|CAD)\s(?:no\.?\s|number\s)?)(?P<x>\d{1,5}\sof\s(?:the\s)?"
            rf"\d{{1,2}}(?:[/.]\d{{1,2}}[/.]\d{{2,4}}|{SUFFIX}?\s\p{{Lu}}\p{{L}}+(?:\s\d{{4}})?))",
            score=0.9,
        ),
        Pattern(r"\b(?:CAD|STORM|URN)\s(?:no\.?\s)?(?P<x>\d{3,})\b|(?i:\boccurrence\s)(?P<x>\d{5,})\b", score=0.85),
        Pattern(
            r"(?i:\b(?:crime|custody|incident|log|occurrence)\s(?:ref(?:erence)?|no|number)\b\.?\s?:?\s"
            r"?)(?P<x>\d{4,})\b",
            score=0.9,
        ),
    ),
    anchor=FIGURE,
)
