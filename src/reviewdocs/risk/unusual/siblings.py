"""Twins and unusual sets of brothers and sisters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.risk.unusual.fact import Fact, FactKind
from reviewdocs.risk.unusual.lexicon import Words

_SETS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\b(?:one|eldest|youngest|oldest|middle|last) of (?:six|seven|eight|nine|ten|eleven|twelve|"
        r"thirteen|fourteen|\d{1,2}) (?:children|siblings|brothers|sisters)\b|\b(?:had|has|have) (?:seven|"
        r"eight|nine|ten|eleven|twelve|thirteen|fourteen) (?:[\w-]+ )?(?:children|siblings|brothers|"
        r"sisters|half-siblings)\b|\bone of (?:four|five) (?:brothers|sisters)\b|\bseventh (?:son|child|"
        r"daughter)\b|\bonly (?:girl|boy|daughter|son) (?:of|among|in a family of) (?:four|five|six|seven|"
        r"eight|nine|ten)\b",
        r"\b(?:boy-girl |identical |non-identical |fraternal |surviving |co-)?twins?\b(?![- ](?:track|bed|"
        r"room|tub|town|pack|aims?|goals?|set|objectives?|risks?|pillars?|purposes?|studio|axle|engine|"
        r"lens|trauma|elements?|themes?|cab|peaks?))(?<!\btown )",
    )
)


def find(words: Words) -> Iterator[Fact]:
    """They narrow the search: one birth in seventy is of twins, one family in a hundred has six children."""
    for pattern in _SETS:
        yield from (Fact(FactKind.SIBLINGS, *match.span(), rare=False) for match in pattern.finditer(words.text))
