"""Care homes, supported living, refuges and hostels by name; houses whose name could be one."""

from __future__ import annotations

from reviewdocs.detect.expressions import named, proper
from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "moved to «Larkrise Care Home»",
    "«Larkrise House»",
    "«Larkrise Lodge», a hostel",
    "«Heron Court» tenancy",
    "«Ashgrove Residential Home»",
    "«Safe Haven Refuge»",
    "«Hazel Cottage»",
)
MISSES = (
    "Care Home 1",
    "the Care Home",
    "Crown Court",
    "High Court",
    "Women's Refuge",
    "a refuge",
    "The House",
    "Family Court",
    "Home Office",
    "Youth Court",
    "Supreme Court",
    "Barchester Crown Court",
    "Barchester Magistrates' Court",
)

_GENERIC = (
    "care nursing residential children's children the women's a family local national private residents crown high "
    "county magistrates magistrates' youth supreme open full whole house in moot tennis care-home supported living "
    "criminal civil appeal coroner's coroners coroner sheriff food housing terraced council shared safe own contact "
    "mother baby problem-solving drug"
)
_HEAD = (
    r"(?i:(?:care\s|nursing\s|residential\s|children's\s){1,2}home|supported\s(?:living|accommodation)|refuge|"
    r"hostel|foyer|contact\scentre|house(?!\s(?:of|visit|move|hold))|lodge|grange|manor|(?<!(?:crown|county|"
    r"magistrates'?|family|youth|high|supreme|sheriff|coroner'?s'?|law)\s)court(?!\s(?:of|order|hear|proceed|judge|"
    r"case|clerk|report|list|room))|cottages?|towers|villas?|retreat|rest\shome|almshouses?|hall)"
)

RECOGNISER = Recogniser(
    "CareSetting",
    Category.ORG,
    (Pattern(named(_HEAD, generic=_GENERIC, most=3), score=0.7, accept=proper, anchor=f" {_HEAD}"),),
)
