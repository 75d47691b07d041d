"""Surgeries, hospitals, wards, clinics and pharmacies by name."""

from __future__ import annotations

from reviewdocs.detect.expressions import NAME, named, proper
from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "«Ashgrove Medical Centre»",
    "taken to «Barchester Vale Hospital»",
    "«BARCHESTER VALE HOSPITAL»",
    "The «Mill Lane Surgery»",
    "«Kestrel Ward»",
    "on «Ward C4»",
    "«Barchester Royal Infirmary»",
    "«Mill Lane Practice»",
    "«Pargeter's Chemist»",
    "«Ashgrove Clinic»",
)
MISSES = (
    "Good Practice",
    "a GP Surgery",
    "Hospital 1",
    "the Hospital",
    "Social Work Practice",
    "Key Practice Episode 3",
    "in the ward",
    "Acute Hospital Trust",
    "Nurse Practice",
    "Child Safeguarding Practice Review",
    "Named GP Practice Lead",
    "Code of Practice",
    "the Ward 12 seminar room",
)

_GENERIC = (
    "general acute community local district mental health private NHS the gp doctor's doctors "
    "medical day good best key poor effective safe current social "
    "work nurse nursing practice professional evidence reflective family child children children's "
    "young safeguarding adult clinical teaching "
    "maternity cottage psychiatric dental walk-in minor injuries antenatal baby well restorative "
    "learning review multi-agency named legal "
    "inter-agency partnership common direct front-line frontline professionals' working statutory "
    "guidance code police housing restorative emergency inpatient in-patient outpatient"
)
_HEAD = (
    r"(?i:(?:general\s|royal\s|community\s|district\s|memorial\s|university\s|teaching\s|cottage\s|"
    r"children's\s|maternity\s|mental\shealth\s){0,3}"
    r"(?:hospital|infirmary|surgery|medical\s(?:centre|practice|group)|health\s(?:centre|clinic)|"
    r"hospice|pharmacy|chemists?|dental\s(?:practice|surgery)|"
    r"birth(?:ing)?\scentre|maternity\sunit|clinic|walk-in\scentre|(?:group\s)?practice(?!\s"
    r"(?:review|episode|lead|manager|nurse|guid|model|standard|framework|learning|improve|note|"
    r"development|educat|system|teach))|"
    r"ward(?!\s(?:manager|sister|round|staff|nurse|clerk|councillor|of\scourt))))"
)

RECOGNISER = Recogniser(
    "HealthService",
    Category.ORG,
    (
        Pattern(named(_HEAD, generic=_GENERIC), score=0.85, accept=proper, anchor=f" {_HEAD}"),
        Pattern(
            rf"\b(?:Ward|WARD)\s(?:(?:[A-Z]{{1,2}}\d{{1,3}}|\d{{1,3}}[A-Z])\b|(?:\d{{1,3}}|[A-Z]),(?=\s{NAME}))(?:,?\s{NAME}(?:\s{NAME}){{0,2}})?",
            score=0.85,
        ),
        Pattern(
            rf"{NAME}\s(?i:royal)\b(?!\s(?i:college|commission|assent|mail|navy|air|family|national|pharm))", score=0.6
        ),
    ),
)
