"""The small classes of English words that take no new members, and which of "a" and "an" stands before what."""

from __future__ import annotations

import re

from reviewdocs.language.lists import listed

WHERE_OR_WHEN = listed("on in at near of over during within around about throughout inside outside beside")
"""Prepositions that say where or when: another one says it as well."""
WHENCE_OR_WHITHER = listed(
    "by from since until till to before after between for with without than towards into against via past through onto "
    "off behind under above across along among following"
)
"""Prepositions that say more than where or when, and so stay where another would follow."""
PREPOSITIONS = WHERE_OR_WHEN | WHENCE_OR_WHITHER
ARTICLES = listed("a an the")
DETERMINERS = ARTICLES | listed(
    "his her their our my your its this that these those each every another no some any both either neither last next"
)
JOINING = listed(
    "and or but nor so yet that which who whom whose where when while whilst because although though if unless as than"
)
AUXILIARIES = listed(
    "is are was were be been am has had have having do does did will would shall should can could may might must not"
)
PRONOUNS = listed("he she they we i you it him them us me there")
SMALL = PREPOSITIONS | DETERMINERS | JOINING | AUXILIARIES | PRONOUNS
"""All of them: words that no phrase has at its head."""

VOWEL = re.compile(r"(?!uni|eu|one\b)[aeiou]|[AEFHILMNORSX][A-Z]{0,3}\d*\b|(?!Uni|Eu)[AEIOU]")
"""What "an" stands before; letters that are spelt out count as they are said: "an HV", "an MGM"."""


def article_before(words: str) -> str:
    """ "an" or "a", whichever stands before these words."""
    return "an" if VOWEL.match(words) else "a"
