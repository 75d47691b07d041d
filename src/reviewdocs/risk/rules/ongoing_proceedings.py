"""Proceedings that have not ended: what is published may prejudice them, and they will be in the news."""

from __future__ import annotations

import re

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, written

HITS = (
    Example("Adult 1 has been charged with murder and is awaiting trial."),
    Example("The inquest has been adjourned."),
    Example("Criminal proceedings are ongoing."),
    Example("The police investigation is still ongoing."),
    Example("An appeal is pending."),
)
MISSES = (
    Example("The trial ended in 2018."),
    Example("There were ongoing concerns."),
    Example("He had been on bail for an earlier offence in 2011."),
    Example("The review awaits a decision of the board."),
)

_GOING_ON = re.compile(
    r"\b(?:(?:is|are|remains?|currently|still)\s(?:awaiting|due (?:to stand|for)|"
    r"pending)\s(?:a\s)?(?:trial|sentenc\w+|retrial|inquest|"
    r"(?:a\s)?(?:charging|cps) decision|appeal|court|the inquest)|awaiting (?:trial|sentenc\w+|the inquest)|"
    r"has (?:now |since |recently )?been charged with|"
    r"(?:criminal|care|court|family|coronial|misconduct|disciplinary|civil|legal|crown court) "
    r"(?:proceedings|investigations?|inquir(?:y|ies))"
    r"\s(?:are|is|remains?)\s(?:still\s|currently\s)?(?:ongoing|on-going|under way|underway|active|"
    r"live|pending|continuing|in progress)|"
    r"(?:police|criminal) investigation\s(?:is|remains)\s(?:still\s|currently\s)?(?:ongoing|on-going|"
    r"live|active|open|under way|underway|continuing)|"
    r"(?:inquest|trial|hearing|appeal|retrial)\s(?:has been|was|is|remains)\s(?:opened "
    r"and\s)?(?:adjourned|pending|listed for|yet to|outstanding|still to be)|"
    r"(?:inquest|trial|hearing|appeal|retrial)\s(?:has|have) (?:not yet|yet to)|sub judice)\b",
    re.I,
)

RULE = Rule(
    name="ongoing-proceedings",
    severity=Severity.REVIEW,
    category=Category.COURT,
    message="Proceedings have not ended: publication may prejudice them, and their reporting will lead here.",
    remedy="Ask the police, the prosecutor or the coroner before publication, and record the answer.",
    find=written(_GOING_ON),
)
