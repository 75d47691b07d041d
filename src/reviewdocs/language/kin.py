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
_CALLED = (
    "mother mum mam mom mummy mammy",
    "father dad daddy",
    "son lad boy",
    "daughter lass",
    "husband hubby",
    "wife missus",
    "grandmother gran granny grandma nan nana nanna nanny",
    "grandfather grandad granddad grandpa",
    "aunt auntie aunty",
    "uncle",
)
CALLED = {word: words.split()[0] for words in _CALLED for word in words.split()}
"""What each word for one of the family says: "mother" for "mum", and for itself."""
IN_FULL = {
    "mgm": "maternal grandmother",
    "pgm": "paternal grandmother",
    "mgf": "maternal grandfather",
    "pgf": "paternal grandfather",
    "hv": "health visitor",
    "sw": "social worker",
    "fsw": "family support worker",
    "gp": "general practitioner",
    "cpn": "community psychiatric nurse",
    "pc": "police constable",
    "dc": "detective constable",
    "ds": "detective sergeant",
    "di": "detective inspector",
    "iro": "independent reviewing officer",
    "la": "local authority",
}
"""Kin, posts and ranks that letters stand for."""


def words_of_role(role: str) -> frozenset[str]:
    """Words beside a name that bear out that its bearer has a role or job title."""
    words = re.findall(r"\w+", role.casefold())
    said = (_ROLE_WORDS.get(word, word if len(word) > 3 else "").split() for word in words)
    return frozenset(word for words in said for word in words) - _SAY_NOTHING


_FAMILY = listed(
    "mother father parent sister brother sibling daughter son grandmother grandfather grandparent granddaughter "
    "grandson grandchild aunt uncle nephew niece cousin husband wife spouse widow widower"
)
"""Kin, in the words of roles, however they came to be so; a partner, a friend, a lodger is none for this."""
_WHICH_KIN = listed(
    "subject maternal paternal half step great older elder younger twin adoptive birth surviving late bereaved the "
    "child adult victim deceased s"
)
"""What may stand before kin in a role: "ward sister" is no kin."""
_SUBJECT = frozenset({"subject", "victim", "deceased"})
_SUSPECTED = listed(
    "perpetrator suspect suspected defendant accused alleged abuser offender convicted killer assailant responsible"
)


def is_kin(role: str) -> bool:
    """Whether a role in a map is the subject's own, or of the subject's family: "maternal half-sibling"."""
    own = re.split(r"\s+(?:of|to)\s+|[,;(/]", role.casefold())[0].replace("-", " ")
    words = re.findall(r"[^\W_]+", IN_FULL.get(own.strip(), own))
    words = [word.removeprefix("step").removeprefix("half") or word for word in words]
    if not words or not set(words[:-1]) <= _WHICH_KIN:
        return False
    return words[-1] in _FAMILY or (words[-1] in _WHICH_KIN and not _SUBJECT.isdisjoint(words))


def is_suspected(role: str) -> bool:
    """Whether a role says that its bearer is thought, or was found, to have done the harm: "father, alleged abuser"."""
    return not _SUSPECTED.isdisjoint(re.findall(r"[^\W_]+", role.casefold()))
