"""What an overview report has to have, by the statutory guidance for its kind of review, and this one seems not to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import FILE_NAME, Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (
    Example("Domestic Homicide Review\nOverview report\nTerms of reference\nConclusions\n" + "She was seen. " * 600),
)
MISSES = (
    Example("Overview report. She was seen."),
    Example(
        "Child Safeguarding Practice Review\nOverview report\nHow the review was carried out\nFamily involvement\n"
        "Analysis\nFindings\nRecommendations\n" + "She was seen. " * 600
    ),
    Example("Domestic Homicide Review\nExecutive summary\n" + "She was seen. " * 600),
)

_ALL = {
    "how the review was carried out": r"method|how (?:the|this) review|process of|conduct of|scope|terms of ref",
    "the family's part in the review": r"famil|parents|relatives|friends|voice|views of|lived experience|perspective",
    "analysis": r"analysis|appraisal|what happened and why|practice|key (?:themes|episodes)|why",
    "findings or lessons": r"findings?|lessons|learning|conclusions?",
    "recommendations": r"recommendations?|actions?|improvements?|next steps|questions for",
}
_OF_KIND = {
    # Multi-agency statutory guidance for the conduct of domestic homicide reviews: the template of the report.
    r"domestic (?:homicide|abuse related death) review": {
        "terms of reference": r"terms of reference",
        "equality and diversity": r"equalit|diversit|protected characteristics",
        "dissemination": r"disseminat|distribution",
        "confidentiality": r"confidential|anonym",
        "chronology or the facts": r"chronolog|the facts|key events|narrative|background",
    },
    # Care and Support Statutory Guidance, chapter 14: findings, and what agencies did with the person's own wishes.
    r"safeguarding adults? review": {"making safeguarding personal": r"personal|wishes|views|voice|lived|person"},
}
_HEADING = 110
_LEAST_WORDS = 1_500
"""A shorter text is no overview report."""


def _find(examined: Examined) -> Iterator[Hit]:
    texts = [p.text for p in examined.paragraphs if p.layer is Layer.BODY and p.part != FILE_NAME]
    lines = [line for text in texts for line in text.split("\n")]
    front = " ".join(lines[:60]).casefold()
    overview = front.find("overview report")
    summary = re.search(r"executive summary|learning (?:summary|brief)", " ".join(lines[:8]).casefold())
    if overview < 0 or summary or sum(len(line.split()) for line in lines) < _LEAST_WORDS:
        return
    headings = "\n".join(line for line in lines if len(line) <= _HEADING).casefold()
    wanted = dict(_ALL)
    for kind, sections in _OF_KIND.items():
        if re.search(kind, front):
            wanted |= sections
    yield from (Hit(section) for section, words in wanted.items() if not re.search(words, headings))


RULE = Rule(
    name="missing-section",
    severity=Severity.NOTE,
    category=Category.CONSISTENCY,
    message="A section that an overview report of this kind should have was not found under a heading of its own.",
    remedy="Add it, or see that its heading says what it is.",
    find=_find,
)
