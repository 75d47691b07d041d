"""An address or postcode leads to the door."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, detected

HITS = (
    Example("They lived at 14 Ashgrove Road."),
    Example("Ashcaster ZZ99 3AA"),
)
MISSES = (Example("They lived in the town."),)

RULE = Rule(
    name="address",
    severity=Severity.BLOCK,
    category=Category.ADDRESS,
    message="An address, or part of one, is stated.",
    remedy="Take it out, or give only the authority's area.",
    find=detected(Category.ADDRESS),
)
