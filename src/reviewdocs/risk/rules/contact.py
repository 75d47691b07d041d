"""Telephone numbers and e-mail addresses."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, detected

HITS = (
    Example("Ring 01632 960117."),
    Example("a.person@council.example"),
)
MISSES = (Example("Ring 999."),)

RULE = Rule(
    name="contact",
    severity=Severity.BLOCK,
    category=Category.CONTACT,
    message="A telephone number or e-mail address is stated.",
    remedy="Take it out; give the board's own published contact if one is needed.",
    find=detected(Category.CONTACT),
)
