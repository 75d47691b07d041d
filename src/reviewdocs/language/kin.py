"""Words of role and kin: which say the same, and which bear out that somebody of a role is meant."""

from __future__ import annotations

import re

from reviewdocs.language.lists import listed

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
"""What else is said of somebody of a role, by each word of the role."""
_SAY_NOTHING = listed("care senior head lead service independent panel review report overview")
ALL_ROLE_WORDS = frozenset(word for words in _ROLE_WORDS.values() for word in words.split()) | listed(
    "named called aka ex boy girl woman man lady patient landlord officer consultant sergeant paramedic"
)
"""Words of role and kin, whoever's, and what else leads to a name."""
_KIN = tuple(
    frozenset(words.split())
    for words in (
        "mother mum mam mom mummy mammy",
        "father dad daddy",
        "son lad boy",
        "daughter lass",
        "husband hubby",
        "wife missus",
        "mgm pgm grandmother gran granny grandma nan nana nanna",
        "mgf pgf grandfather grandad granddad grandpa",
        "aunt auntie aunty",
    )
)


def words_of_role(role: str) -> frozenset[str]:
    """Words beside a name that bear out that its bearer has a role or job title."""
    words = re.findall(r"\w+", role.casefold())
    said = (_ROLE_WORDS.get(word, word if len(word) > 3 else "").split() for word in words)
    return frozenset(word for words in said for word in words) - _SAY_NOTHING


def same_kin(designation: str) -> frozenset[str]:
    """Folded words for the same kin as a designation of one word, "mum" for "Mother"; empty for other designations."""
    word = designation.casefold()
    return next((words for words in _KIN if word in words), frozenset())
