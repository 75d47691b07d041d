"""Judgments and fact-finding of a family court: they are published, and told in the same words. What courts of appeal
decided is cited as law (`case_law`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.detect.law import CITATION, cited
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

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
    Example("The standard of proof: Re H (Minors) (Sexual Abuse: Standard of Proof) [1996] AC 563."),
    Example("See X v Y (Fact-finding hearing) [2012] EWHC 1370 (Fam)."),
)

_JUDGMENT = re.compile(
    r"\b(?i:fact[- ]finding (?:hearing|judgment|trial)|finding[- ]of[- ]fact (?:hearing|judgment)|"
    r"(?:family court|care proceedings|high court|published|judge['’]s) judgments?|"
    r"judgments? (?:in|of|from) the (?:care|family|public law|private law|wardship|adoption) (?:court|proceedings))\b"
    r"|\[\d{4}\]\s(?:EWFC|EWHC|EWCOP)(?:\s(?:B|Fam))?\s\d+(?:\s\((?:B|Fam|Civ)\))?"
    r"|\b(?:Re|In the matter of)\s[A-Z](?:\s(?:and|&)\s[A-Z])?(?:,\s[A-Z])*\s\((?:A |Minor |The "
    rf")?(?:Child(?:ren)?|Minors?)[^)\n]{{0,40}}\)(?!\s{CITATION})"
)


def _find(examined: Examined) -> Iterator[Hit]:
    for paragraph in examined.paragraphs:
        if paragraph.layer is Layer.HIDDEN:
            continue
        law = list(cited(paragraph.text))
        for match in _JUDGMENT.finditer(paragraph.text):
            if not any(start <= match.start() and match.end() <= end for start, end in law):
                yield Hit(match.group(), paragraph.key, match.start(), match.end())


RULE = Rule(
    name="family-court",
    severity=Severity.REVIEW,
    category=Category.COURT,
    message="A judgment or fact-finding of a family court is mentioned: judgments are published, and tell the "
    "same story.",
    remedy="Ask the local authority's lawyer whether it may be mentioned; else say that the family court was involved.",
    find=_find,
)
