"""What is told of people beside the family, and may not be needed for the learning."""

from __future__ import annotations

import re

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, written

HITS = (
    Example("The neighbour had been in prison for arson."),
    Example("Her best friend was pregnant and took an overdose."),
    Example("his ex-partner's HIV status"),
)
MISSES = (
    Example("The neighbour rang the police."),
    Example("The mother took an overdose."),
    Example("A friend was told that the father had been in prison."),
)

_WHO = (
    r"(?:neighbours?|(?:best |school |family )?friends?|ex-(?:partner|wife|husband|girlfriend|"
    r"boyfriend)|former (?:partner|wife|husband)|"
    r"colleagues?|landlord|landlady|lodger|flatmate|co-worker|classmate|cousin|uncle|aunt|godmother|"
    r"godfather|in-laws?|employer)"
)
_WHAT = (
    r"(?:prison|jailed|convicted|conviction|criminal record|arrested|on probation|sex offender|hiv|"
    r"hepatitis|cancer|pregnan\w+|"
    r"abortion|miscarr\w+|terminat\w+ of pregnancy|overdose|suicide|self-harm\w*|alcoholi\w+|addict\w*|"
    r"heroin|cocaine|bankrupt\w*|affair|"
    r"infertil\w*|psychiatric|schizophreni\w*|bipolar|depress\w+|dementia|gay|lesbian|transgender|"
    r"asylum|deport\w+|evicted|debts?)"
)
_TOLD = re.compile(
    rf"\b{_WHO}(?:['’]s)?(?:\s(?:who|had|has|was|is|been|also|later|then|already|previously|a|an|in|on|"
    rf"and|took|with|for|of|history|"
    rf"diagnosed|treated|served|came|lost|known|to|have|have been|being|being treated|status|two|three|"
    rf"years|time|own)){{0,6}}\s{_WHAT}\b",
    re.I,
)

RULE = Rule(
    name="third-party",
    severity=Severity.NOTE,
    category=Category.PERSON,
    message="Something private is told of a person beside the family: is it needed for the learning?",
    remedy="Take it out unless the learning depends on it.",
    find=written(_TOLD),
)
