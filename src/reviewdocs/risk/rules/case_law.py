"""Judgments cited as law, and yet one of them may be the family's own."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.detect.law import notes
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (
    Example("The panel read Re Q (A Child) [2015] UKSC 20."),
    Example("[2010] EWCA Civ 57"),
    Example("(1998) 29 EHRR 245"),
    Example("See GW v A Local Authority [2014] EWCOP 20 on capacity."),
)
MISSES = (
    Example("[2019] EWFC 12"),
    Example("Working Together [2018]"),
)


def _find(examined: Examined) -> Iterator[Hit]:
    for paragraph in examined.paragraphs:
        if paragraph.layer is not Layer.HIDDEN:
            for start, end in notes(paragraph.text):
                yield Hit(paragraph.text[start:end], paragraph.key, start, end)


RULE = Rule(
    name="case-law",
    severity=Severity.NOTE,
    category=Category.COURT,
    message="A judgment is cited as law.",
    remedy="Leave it if it is cited as law; if it is this family's own, take it out.",
    find=_find,
)
