"""Judgments of courts of appeal: cited as law, and yet one of them may be the family's own."""

from __future__ import annotations

import re

from reviewdocs.detect.law import CITATION
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, written

HITS = (
    Example("The panel read Re Q (A Child) [2015] UKSC 20."),
    Example("[2010] EWCA Civ 57"),
    Example("(1998) 29 EHRR 245"),
)
MISSES = (
    Example("[2019] EWFC 12"),
    Example("Working Together [2018]"),
)

RULE = Rule(
    name="case-law",
    severity=Severity.NOTE,
    category=Category.COURT,
    message="A judgment of a court of appeal is cited.",
    remedy="Leave it if it is cited as law; if it is this family's own, take it out.",
    find=written(re.compile(CITATION)),
)
