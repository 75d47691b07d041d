"""What a document says somebody is, beside the name: "the social worker, Jane Smith", "Jane Smith (health visitor)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from reviewdocs.language.titles import TITLES, Field
from reviewdocs.names.folding import folded
from reviewdocs.policy.schemes import Section, all_schemes
from reviewdocs.pseudonymise.proposal.unknown import UnknownName

UNKNOWN = "[role]"
_IN_CLEAR = re.compile(
    r"(?i)\s*[,(–-]\s*(?:the\s+)?(?:independent\s+)?(?:lead\s+)?(?:overview\s+)?(?:report\s+)?"
    r"(?:chair|author|reviewer|business manager)\b"
)
_OF_TITLE = {
    "hv": "health visitor",
    "midwife": "midwife",
    "paramedic": "paramedic",
    "cpn": "nurse",
    "sw": "social worker",
    "amhp": "approved mental health professional",
    "idva": "independent domestic violence adviser",
    "cllr": "councillor",
    "judge": "judge",
}
_OF_FIELD = {
    Field.DOCTOR: "doctor",
    Field.POLICE: "police officer",
    Field.NURSING: "nurse",
    Field.CHURCH: "minister of religion",
}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Expressions for a role right before a name, and right after it."""
    roles = {
        name
        for scheme in all_schemes()
        for designation in scheme.designations
        if designation.group is Section.PEOPLE
        for name in (designation.role, *designation.also)
    }
    said = "|".join(re.escape(role).replace(r"\ ", r"\s+") for role in sorted(roles, key=len, reverse=True))
    titles = "|".join(sorted(map(re.escape, TITLES), key=len, reverse=True))
    role = rf"((?:maternal|paternal)?\s*(?:{said}))"
    place = r"(?:\s+(?:at|from|of)\s+[^,.;:]{2,60},)?"
    before = rf"(?i)\b{role}{place}\s*[,:(–-]?\s*(?:called\s+|named\s+)?(?:(?:{titles})\.?\s+)*$"
    owner = r"(?:who\s+(?:is|was)\s+)?(?:the|a|an|his|her|their)?"
    after = rf"(?i)^\s*[,(–-]\s*{owner}\s*(?:[\w-]+\s+){{0,2}}?{role}\b"
    return re.compile(before), re.compile(after)


def role_of(title: str, places: Sequence[UnknownName]) -> tuple[str, UnknownName | None]:
    """The role that most places give, and the first of them; else what the title says; `[role]` where nothing does."""
    before, after = _patterns()
    told: dict[str, list[UnknownName]] = {}
    for place in places:
        found = before.search(place.before[-120:]) or after.search(place.after[:120])
        if found:
            told.setdefault(" ".join(folded(found[1]).split()), []).append(place)
    if told:
        role = max(told, key=lambda role: len(told[role]))
        return role, told[role][0]
    plain = folded(title).rstrip(".")
    known = TITLES.get(plain)
    return _OF_TITLE.get(plain) or (known and _OF_FIELD.get(known.field)) or UNKNOWN, None


def may_stay_in_clear(places: Iterable[UnknownName]) -> bool:
    """Whether a place calls somebody a chair, the author or the like: who is usually permitted to stay in clear."""
    return any(_IN_CLEAR.match(place.after[:120]) for place in places)
