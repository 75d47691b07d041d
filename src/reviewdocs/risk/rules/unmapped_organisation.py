"""Schools, surgeries, homes, employers and landlords narrow the search."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, detected

HITS = (Example("at Ashgrove Primary School"),)
MISSES = (
    Example("at School 2"),
    Example("the NSPCC leaflet"),
)

RULE = Rule(
    name="unmapped-organisation",
    severity=Severity.REVIEW,
    category=Category.ORG,
    message="A school, health service, employer or other organisation is named that is not in the map.",
    remedy="Put it into the map, or say what kind of organisation it is.",
    find=detected(Category.ORG),
)
