"""The exact length of a sentence: court lists and news reports state it, and it leads to the names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.risk.unusual.expressions import NUMBER
from reviewdocs.risk.unusual.fact import Fact, FactKind
from reviewdocs.risk.unusual.lexicon import Words

_WITH_DAYS = re.compile(
    rf"\b{NUMBER}\syears?(?:,\s{NUMBER}\smonths?)?,?\s(?:and\s|less\s|"
    rf"minus\s){NUMBER}\sdays?\b(?!\s(?:old|later|after|before|of age))",
    re.I,
)
_MINIMUM = re.compile(
    rf"\b(?:minimum (?:term|tariff|sentence|of)|tariff|serve (?:at least|a minimum of)|life "
    rf"(?:imprisonment|sentence) with)\s(?:of\s|a minimum (?:term\s)?of\s)?{NUMBER}\s(?:years?|"
    rf"months?)"
    rf"(?:(?:,|\sand)\s{NUMBER}\smonths?)?|\b(?:sentenced to|jailed for|imprisoned for|given|received|"
    rf"custodial sentence of) (?:an? (?:\w+ )?(?:sentence|term) of "
    rf")?{NUMBER}[\s-]years?(?:['’])?(?:\sand\s{NUMBER}\smonths?)?(?:['’])?(?: imprisonment| in prison|"
    rf" custody)",
    re.I,
)


def find(words: Words) -> Iterator[Fact]:
    """Sentences told to the day are rare; other minimum terms narrow the search."""
    yield from (Fact(FactKind.SENTENCE, *match.span(), rare=True) for match in _WITH_DAYS.finditer(words.text))
    yield from (Fact(FactKind.SENTENCE, *match.span(), rare=False) for match in _MINIMUM.finditer(words.text))
