"""What is told: what a filter does not veto, and what by its probability costs more to miss than to tell in vain."""

from __future__ import annotations

from collections.abc import Mapping

from reviewdocs.detect.around import is_titled
from reviewdocs.detect.filters import REGISTERED
from reviewdocs.detect.filters.filter import Filter, Find, Reason
from reviewdocs.detect.telling.candidate import Candidate
from reviewdocs.detect.telling.signals.suspected import WEIGHED
from reviewdocs.model.mentions import Category

MISSED: Mapping[str, float] = {
    **dict.fromkeys(Category, 0.6),
    Category.PERSON: 0.4,
    Category.ORG: 0.2,
    Category.PLACE: 0.3,
    Category.AGE: 1.5,
}
"""What a missed detail costs where a false alarm costs 1, by category: chosen on cases left out. Names that are none
are by far the most of what might be told, and each asks for a decision; an age is only noted."""

SURE = frozenset(
    {
        "Company", "Coordinates", "DateOfBirth", "Email", "FileName", "Initials", "IpAddress", "Nickname",
        "PersonDoing", "QuotedPost", "QuotedPress", "SocialHandle", "Telephone", "UkBankAccount", "UkCrimeReference",
        "UkDrivingLicence", "UkLearnerNumber", "UkNationalInsurance", "UkNhsNumber", "UkPassport", "UkPostcode",
        "UkPupilNumber", "UkTaxReference", "UkVehicle",
    }
)  # fmt: skip
"""Recognisers that are believed whatever else is seen: identifiers, addresses and numbers of a fixed form; surnames
that are words too, after a forename or said to do what only people do; nicknames and initials said to be somebody's;
what posts and the press are quoted with; firms and clubs made of words."""

UNLIKELY = Reason(
    name="unlikely",
    leaves_out="what is unlikely to identify anybody",
    why="By its words, its place and how sure the detectors are, it is more likely harmless than not.",
    source="fitted on annotated cases: docs/telling.md",
)
_VETOES: tuple[Filter, ...] = tuple(each for each in REGISTERED if each.name not in WEIGHED)


def vetoing(find: Find) -> Filter | None:
    """The first filter for which a find is harmless whatever else is seen of it; None where there is none."""
    return next((each for each in _VETOES if each.silences(find)), None)


def told(category: Category, probability: float, missed: Mapping[str, float] | None = None) -> bool:
    """Whether missing what is so probable is expected to cost more than telling it; `missed` for other costs."""
    costs = MISSED if missed is None else missed
    return probability * costs[category] >= 1 - probability


def tells(candidate: Candidate, probability: float) -> bool:
    """Whether a candidate is told: as `told`, and whoever has a title before a surname, whatever word that is."""
    find = candidate.find
    sure = not SURE.isdisjoint(candidate.detectors)
    sure |= find.category is Category.PERSON and is_titled(find.text, find.start, find.found)
    return sure or told(candidate.category, probability)
