"""Words of role and kinship that bear out who is meant."""

from __future__ import annotations

import re

from reviewdocs.names.entities import Entity, Kind

_ROLE_WORDS: dict[str, str] = {
    "mother": "mother mum mam mummy mom",
    "father": "father dad daddy",
    "sister": "sister",
    "brother": "brother",
    "sibling": "sibling brother sister",
    "daughter": "daughter girl",
    "son": "son boy",
    "child": "child baby infant toddler pupil",
    "grandmother": "grandmother nan nana gran granny mgm pgm grandma babcia nain mamgu nonna oma abuela ayeeyo dadi",
    "grandfather": "grandfather grandad grandpa mgf pgf dziadek taid tadcu nonno opa abuelo awoowe",
    "aunt": "aunt auntie aunty ciocia modryb tante teyze khala eeddo phupho",
    "uncle": "uncle wujek ewythr onkel amca chacha abti mamu",
    "nephew": "nephew",
    "niece": "niece",
    "cousin": "cousin",
    "granddaughter": "granddaughter",
    "grandson": "grandson",
    "partner": "partner boyfriend girlfriend",
    "husband": "husband",
    "wife": "wife",
    "neighbour": "neighbour",
    "friend": "friend",
    "lodger": "lodger tenant",
    "victim": "victim deceased",
    "perpetrator": "perpetrator suspect defendant",
    "police": "police officer pc constable sergeant detective",
    "detective": "detective sergeant inspector",
    "worker": "worker sw",
    "social": "social sw",
    "visitor": "visitor visiting hv nurse",
    "health": "health hv",
    "nurse": "nurse nursing cpn",
    "practitioner": "gp doctor surgery practice dr",
    "psychiatrist": "psychiatrist consultant",
    "fire": "fire crew",
    "housing": "housing",
    "manager": "manager",
    "teacher": "teacher school",
    "carer": "carer care",
    "care": "carer care",
    "support": "support",
    "midwife": "midwife midwifery",
    "adviser": "adviser idva",
    "professional": "amhp",
}


def role_words(entity: Entity) -> frozenset[str]:
    """Words beside a name that bear out this entity; the relation's other end ("of victim") is left out."""
    role = entity.role.casefold().replace("-", " ")
    if entity.kind is not Kind.PANEL:
        role = re.split(r"\s+(?:of|to|by|for)\s+", role)[0]
    found = {"son" for word in role.split() if word == "son"}
    for word in re.findall(r"\w+", role):
        found.update(_ROLE_WORDS.get(word, word if len(word) > 3 else "").split())
    return frozenset(
        found - {"care", "senior", "head", "lead", "service", "independent", "panel", "review", "report", "overview"}
    )


ALL_ROLE_WORDS = frozenset(word for words in _ROLE_WORDS.values() for word in words.split()) | frozenset(
    "named called aka ex boy girl woman man lady patient landlord officer consultant sergeant paramedic".split()
)
"""Words of role and kin, whoever's."""
