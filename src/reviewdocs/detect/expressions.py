"""Expressions that several recognisers share: words that can be a name, and words that cannot begin one."""

from __future__ import annotations

from typing import TypeAlias

import regex

from reviewdocs.detect.recognise import Match, defined
from reviewdocs.language.calendar import MONTHS, WEEKDAYS

_FUNCTION = (
    "The A An And Or Of In On At By To For From With As If It Is Was Were Be Been Has Had He She "
    "They We You I His Her Hers Its "
    "Their Our My Your This That These Those There Then Here When Where While Who What Which Why How "
    "But So No Not Nor All Any "
    "Each Every Both Some Such One Two Three Four Five Six Seven Eight Nine Ten First Second Third "
    "Next Last Another Other Own "
    "Same Also After Before During Since Until Although Though Because However Following About "
    "Within Without Between Under Over "
    "Into Via Re Cc Dear Yes Please Ask See Read Said Says Told Made Former Current Previous Your Sent Subject"
)
_CALENDAR = " ".join(
    [name for full in (*WEEKDAYS, *MONTHS) if full != "May" for name in (full, full[:3])]
    + ["Tues", "Thur", "Thurs", "Sept", "Today", "Tomorrow", "Yesterday", "Christmas", "Easter"]
)
_KIN = (
    "Mother Father Mum Dad Mummy Daddy Parent Parents Child Children Sibling Siblings Brother Sister "
    "Half-Sibling Grandmother Grandfather "
    "Adult Uncle Aunt Auntie Nan Nana Gran Grandad Cousin Partner Husband Wife Son Daughter Family "
    "Baby Infant MGM MGF PGM PGF "
    "Resident Patient Pupil Student Victim Perpetrator Subject Neighbour Friend"
)


_Branches: TypeAlias = "dict[str, _Branches]"


def alternatives(words: str) -> str:
    """Words as an alternation, each as written and in capitals, branching at the letter where they part: whole
    words, so what follows must end a word."""
    root: _Branches = {}
    for form in {form for word in words.split() for form in (word, word.upper())}:
        branch = root
        for letter in form:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return f"(?:{_branching(root)})"


def _branching(branch: _Branches) -> str:
    ways = [regex.escape(letter) + _branching(below) for letter, below in sorted(branch.items()) if letter]
    if len(ways) == 1 and "" not in branch:
        return ways[0]
    return (f"(?:{'|'.join(ways)})" if ways else "") + ("?" if ways and "" in branch else "")


_NO_NAME_WORD = alternatives(f"{_FUNCTION} {_CALENDAR} {_KIN}") + r"\b"
NO_NAME_WORD = f"(?!{defined('no_name_word', _NO_NAME_WORD)})"
"""Guard against words that are no part of a name."""

NAME = (
    rf"(?<![\p{{L}}'-]){NO_NAME_WORD}(?:(?:al|el|ul|d)['-])?\p{{Lu}}(?:[\p{{L}}\p{{M}}]+|"
    rf"(?='\p{{L}}))(?:['-](?!s\b|"
    rf"S\b)\p{{L}}[\p{{L}}\p{{M}}]*)*(?:'s(?=\s\p{{Lu}}))?"
)
"""A capitalised word (or one in capitals) that can be part of a proper name."""

PARTICLE = r"(?:van|von|der|de|da|del|della|di|du|la|le|bin|bint|ibn|al|el|ap|ab|ní|ó|ua|ul|dos|das|den|ter|ten)"

_CAPITALS = r"(?<![\p{L}'-])\p{Lu}{2}[\p{Lu}'-]*(?![\p{Ll}])"
PERSON_NAME = (
    rf"(?:{_CAPITALS}(?: {_CAPITALS})?(?!\p{{Ll}})|"
    rf"{NAME}(?: (?:{PARTICLE} ){{0,2}}(?:\p{{Lu}}\. ?){{0,2}}{NAME}){{0,3}})"
)
"""A person's name in running text, particles absorbed; where all is in capitals, two words at most."""


ORGANISATIONAL = (
    "Team Service Services Board Council Trust Unit Hub Partnership Department Care Police Help "
    "Housing Safeguarding Health Committee "
    "Constabulary Agency Authority Office Group Panel Review Court School Hospital Education Act "
    "Association Forum Network Programme "
    "Project Working Together Learning Commission Institute College University Ambulance Probation "
    "Centre Conference Officer Manager "
    "Quality Assurance Business Communications Finance Performance Policy Legal Governance Operations Clinical Medical "
    "Workforce Students Staff Worker Nurse Director Assessment Plan Report Guidance Strategy Meeting "
    "Section Home Practice "
    "Social Family Children's Adult Adults"
)
"""Words that show a run of capitalised words to be a body, a post or a document and not a person."""

_BODY = rf"[^\n,(;.:]{{0,40}}\b{alternatives(ORGANISATIONAL)}\b"
NO_BODY = f"(?!{defined('body', _BODY)})"
"""Guard against a body, post or document named in the words that follow."""

_NO_NAME = (
    r"(?i:head|director|early|working|children|childrens|children's|adult|adults|social|health|"
    r"local|national|independent|panel|review|board|council|police|service|services|team|home|family|"
    r"county|city|borough|district|care|community|mental|public|public|nhs|chief|the|safeguarding|"
    r"learning|education|housing|child|integrated|assistant|deputy|senior|designated|named|"
    r"detective|strategic|operation|operations|legal|human|human|youth|probation|ambulance|fire|"
    r"clinical|none|see|consultant|group|practice|executive|primary|acute|general|lead|manager|nurse|school|hospital|surgery|nursery|ward|college|court|probation|"
    r"serious|domestic|member|members|agency|agencies|department|ministry|office|officer|worker|"
    r"chair|overview|author|commissioning|inspection|trust|royal|university|st|east|west|north|south|"
    r"marches|apologies|notes|minutes|present|date|time|dates|venue|location)\b"
)
NO_NAME = f"(?!{defined('no_name', _NO_NAME)})"
"""Guard against words that no person's name begins with: of posts, bodies, papers and compass points."""


def proper(match: Match) -> bool:
    """Whether a name ending in a head word is one: "Rang surgery" at the start of a sentence is a verb and a noun."""
    words = match[0].split()
    before = match.string[: match.start()].rstrip(" \t\"'(")
    return not (all(word.islower() for word in words[1:]) and (not before or before[-1] in ".!?|:;\n\0-–"))


def named(head: str, *, generic: str = "", most: int = 4) -> str:
    """A proper name made of capitalised words and a head word ("… Medical Centre").

    Args:
        head: expression of the head word, written in any case.
        generic: words that alone before the head name nothing ("Primary School").
        most: most words before the head.
    """
    nothing_named = rf"(?!(?:(?i:{'|'.join(generic.split())})\s)*{head}\b)" if generic else ""
    joined = rf"(?: (?:(?:&|of|on|the|upon|y|yr) ){{0,2}}{NAME}){{0,{most - 1}}}"
    return rf"(?<![\p{{L}}'-])(?:(?:Saint|St|ST|Ss)\.? )?{nothing_named}{NAME}{joined} {head}(?![\p{{L}}-])"


OTHER_CODE = (
    r"\b(?i:product|model|part|serial|catalogue|invoice|order|isbn|issn|doi|version|edition|batch|page|pages|pp?|form|"
    r"section|paragraph|figure|table|standard|room|bus|route|extension|ext)\b[^;\n]{0,24}$"
)
"""What stands just before a code that is of a thing, a book or a form, and of nobody."""
