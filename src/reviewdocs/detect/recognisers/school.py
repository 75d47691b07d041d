"""Schools, nurseries and colleges by name."""

from __future__ import annotations

from reviewdocs.detect.expressions import named, proper
from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "attended «Ashgrove Primary School»",
    "«St Werburgh's C of E Infant School»",
    "«Little Acorns Nursery»",
    "«Barchester Sixth Form»",
    "«ASHGROVE ACADEMY»",
    "«Ashgrove House School» is near",
    "«Little Acorns Pre-School»",
    "«Barchester College of Further Education»",
)
MISSES = (
    "the Primary School",
    "Secondary School 1",
    "Primary School Head Teacher",
    "Royal College of Psychiatrists",
    "The School Nurse saw her",
    "nursery nurse",
    "National College for Policing",
    "at school",
    "Public Health School Nurse",
    "the College of Policing",
)

_GENERIC = (
    "primary secondary infant infants junior high upper lower middle special nursery community first "
    "grammar state private boarding day local "
    "free foundation village independent residential further sixth form health public royal national "
    "school catholic church maintained "
    "pupil academy virtual elective home town the after before whole safer early years key apologies "
    "lead named report child "
    "children children's young your"
)
_HEAD = (
    r"(?i:(?:(?:C\s?of\s?E|CE|RC|Catholic|Church\sof\sEngland|Church|Roman\sCatholic|Primary|"
    r"Secondary|Infants?'?|Junior|High|Upper|Lower|Middle|Special|Nursery|Community|"
    r"Grammar|First|Day|Boys'?|Girls'?|Free|VA|VC|Academy)\s){0,5}"
    r"(?:school|academy|college|nursery|pre-?school|playgroup|play\sgroup|kindergarten|sixth\sform|"
    r"pupil\sreferral\sunit|PRU|childminding|montessori)"
    r"(?:\sof\s(?:further\seducation|technology|art))?)(?!\s(?i:nurs\w+|health|of\s(?:policing|psych|"
    r"paed|gen|nurs|surg|phys|emerg|midw|radiol|social)|hours|day|year|staff|age|uniform|bus|run|"
    r"holidays))"
)

RECOGNISER = Recogniser(
    "School", Category.ORG, (Pattern(named(_HEAD, generic=_GENERIC), score=0.85, accept=proper, anchor=f" {_HEAD}"),)
)
