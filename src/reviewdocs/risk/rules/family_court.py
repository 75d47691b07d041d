"""Judgments and fact-finding of a family court: they are published, and told in the same words. What courts of appeal
decided is cited as law (`case_law`)."""

from __future__ import annotations

import re

from reviewdocs.detect.law import CITATION
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, written

HITS = (
    Example("At the fact-finding hearing the judge found that he had caused the injuries."),
    Example("the judgment in the care proceedings"),
    Example("[2019] EWFC 12"),
    Example("Re Q (A Child)"),
    Example("Re Q (A Child) [2019] EWFC 12 (B)"),
)
MISSES = (
    Example("Care proceedings were issued."),
    Example("the facts found by the review"),
    Example("in the judgement of the social worker"),
    Example("This is a fact-finding visit."),
    Example("Re Q (A Child) [2015] UKSC 20"),
    Example("Re H and R (Child Sexual Abuse) [1996] AC 563"),
)

_JUDGMENT = re.compile(
    r"\b(?i:fact[- ]finding (?:hearing|judgment|trial)|finding[- ]of[- ]fact (?:hearing|judgment)|"
    r"(?:family court|care proceedings|high court|published|judge['’]s) judgments?|"
    r"judgments? (?:in|of|from) the (?:care|family|public law|private law|wardship|adoption) (?:court|proceedings))\b"
    r"|\[\d{4}\]\s(?:EWFC|EWHC|EWCOP)(?:\s(?:B|Fam))?\s\d+(?:\s\((?:B|Fam|Civ)\))?"
    r"|\b(?:Re|In the matter of)\s[A-Z](?:\s(?:and|&)\s[A-Z])?(?:,\s[A-Z])*\s\((?:A |Minor |The "
    rf")?(?:Child(?:ren)?|Minors?)[^)\n]{{0,40}}\)(?!\s{CITATION})"
)

RULE = Rule(
    name="family-court",
    severity=Severity.REVIEW,
    category=Category.COURT,
    message="A judgment or fact-finding of a family court is mentioned: judgments are published, and tell the "
    "same story.",
    remedy="Ask the local authority's lawyer whether it may be mentioned; else say that the family court was involved.",
    find=written(_JUDGMENT),
)
