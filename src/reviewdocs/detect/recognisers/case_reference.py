"""References of case systems, hospitals, landlords and correspondence: labelled, or shaped as only a reference is."""

from __future__ import annotations

import regex

from reviewdocs.detect.recognise import FIGURE, Match, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "Our ref: «ABC/1234567/XY»",
    "hospital no. «K1234567»",
    "client «AB/0123» seen",
    "Reported, ref «ABC-990001».",
    "discharge summary «A&B-12345-21» copied",
    "Tenancy ref «ABC-DE-0001»",
    "File reference «ABC/DEF/21/1234».",
    "see «CHG0012345».",
    "case heard, no. «AB/18/001»",
    "Mosaic ID «1234567»",
    "Hosp No: «AB0123456»",
    "patient ID «100234»",
    "rent account «1234567»",
    "StEIS «2020/12345»",
    "claim «AB12345»",
    "PPN «4471/19» sent",
    "PRF «77120933»",
    "exhibits «QN/1» to «QN/4» seized",
)
MISSES = (
    "PHQ-9 and GAD-7 were not done",
    "NICE guideline CG89 and NG76",
    "see page 12 and reference 4",
    "COVID-19 in 2020/21",
    "the A9012 and the M6",
    "model number AB-12345",
    "product code AB/12345/C",
    "2019/20 and 24/7",
    "client 4 of 12",
    "Version 2.1, ref. to follow",
    "file by 2019",
    "EN-1234 standard",
    "case study 3",
    "exhibits a lack of warmth",
    "and/or 3",
)

_OTHER = regex.compile(
    r"\b(?:product|model|part|catalogue|ISBN|ISSN|DOI|version|size|serial|standard|form|edition|"
    r"batch|grade|type|code of)\b[^.;\n]{0,14}\.?\s?$",
    regex.IGNORECASE,
)


_STANDARDS = ("EN-", "ISO", "BS-", "COVID", "SARS", "ICD-", "DSM-")


def _a_reference(match: Match) -> bool:
    """Whether what is labelled has a reference's substance: at least three digits, or letters and a digit; no year."""
    found = match["x"]
    digits = sum(c.isdigit() for c in found)
    year = len(found) == 4 and found[:2] in ("19", "20")
    return (
        not year
        and (digits >= 3 or (digits >= 1 and any(c.isupper() for c in found) and len(found) >= 4))
        and _not_other(match)
    )


def _not_other(match: Match) -> bool:
    before = match.string[max(0, match.start("x") - 40) : match.start("x")]
    return _OTHER.search(before) is None


def _unlabelled(match: Match) -> bool:
    found = match["x"]
    return not found.startswith(_STANDARDS) and sum(c.isdigit() for c in found) >= 4 and _not_other(match)


_TOKEN = r"(?P<x>(?=[\w/&.-]*\d)[A-Z0-9][A-Z0-9&]*(?:[/.-][A-Z0-9]+)*)(?![\w/])"
_LABEL = (
    r"(?i:\b(?:(?:our|your|my|file|case|tenancy(?:/leasehold)?|leasehold|rent|claim|customer|client|"
    r"patient|hospital|hosp|"
    r"record|liquid\s?logic|mosaic|carefirst|framework-?i|systm\s?one|rio|emis|ICS|PNC|CRO|CRN|"
    r"policy|invoice|application|referral|"
    r"housing|account|pupil|student|prison(?:er)?|nomis|adoption|court|contact|booking|order|repair|"
    r"complaint|IPR|datix|STEIS|SIRS?|"
    r"safeguarding|enquiry|request|service user|user|person|swift|MRN|MPI|unit|district)\s?)"
    r"{0,3}(?:ref(?:erence)?s?|no|number|num|id|identifier|file)\b\.?\s?(?:is\s|was\s)?[:#]?\s{0,3})"
)

RECOGNISER = Recogniser(
    "UkCaseReference",
    Category.CODE,
    (
        Pattern(_LABEL + _TOKEN, score=0.85, accept=_a_reference),
        Pattern(
            r"(?i:\b(?:client|patient|prisoner|tenant|datix|steis|nomis|claim|complaint|badge|rent\saccount|council\stax|MRN|CRN|PNC(?:\s?ID)?|CRO|PPN|PRF|VPR|PVP|merlin)\b\s?:?\s)"
            + _TOKEN,
            accept=_a_reference,
        ),
        Pattern(r"(?i:\bexhibits?\s)(?P<x>[A-Z]{2,3}/\d{1,3}[A-Z]?)(?![\w/])"),
        Pattern(
            r"(?<=\b[A-Z]{2,3}/\d{1,3}(?:,\s|\s(?i:to|and|&)\s))(?P<x>[A-Z]{2,3}/\d{1,3})(?![\w/])",
            context=r"\bexhibits?\b",
            before=60,
        ),
        # Letters and groups of digits joined by strokes or hyphens.
        Pattern(
            r"(?<![\w/&.-])(?P<x>[A-Z][A-Z&]{0,4}\d{0,3}(?:[/-](?=[A-Z0-9]*)[A-Z0-9]{1,8}){1,4})(?![\w/-])",
            score=0.7,
            accept=_unlabelled,
        ),
        Pattern(
            r"(?<![\w/&.-])(?P<x>[A-Z]{2,4}\d{6,10}|\d{1,3}/\d{4,7}/\d{2,4})(?![\w/-])", score=0.7, accept=_unlabelled
        ),
    ),
    anchor=FIGURE,
)
