"""Words of a sentence by which somebody is spoken of: designations and names, pronouns, kin and others, groups."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewdocs.language.numbers import UNITS
from reviewdocs.language.spans import apart
from reviewdocs.risk.combinations.designations import Named

_MALE_KIN = (
    "fathers?|dads?|brothers?|sons?|uncles?|grandfathers?|grandads?|nephews?|husbands?|widowers?|boyfriends?|"
    "stepfathers?|grandsons?"
)
_FEMALE_KIN = (
    "mothers?|mums?|sisters?|daughters?|aunts?|grandmothers?|nans?|nieces?|wife|wives|widows?|girlfriends?|"
    "stepmothers?|granddaughters?"
)
_ANY_KIN = (
    "parents?|grandparents?|great-grandparents?|siblings?|partners?|ex-partners?|cousins?|friends?|carers?|"
    "foster carers?|relatives?|in-laws|neighbours?|landlords?|landlady|colleagues?|employers?|"
    "fianc[eé]e?|twins?|child(?:ren)?|bab(?:y|ies)|teachers?|social workers?|doctors?|solicitors?|key workers?|"
    "gp|nurses?|lodgers?|roommates?|pastors?"
)
_KIN = rf"(?:(?:half|step|foster|great|ex)-)*(?:(?P<she>{_FEMALE_KIN})|(?P<he>{_MALE_KIN})|(?P<any>{_ANY_KIN}))"
_BETWEEN = r"(?:(?!and\b|or\b|who\b|with\b|in\b|of\b|to\b|is\b|was\b|said\b|had\b)[\w'’-]+\s){0,3}?"
_COUNT = rf"(?:an?|one|another|no|several|both|some|other|all|\d{{1,2}}|{'|'.join(UNITS[1:12])}|the other|the|this)"
_OTHERS = re.compile(
    rf"(?:(?P<whose>\b(?:his|her|their|whose|my|our))|"
    rf"(?P<of>['’]s|(?<=s)['’])|\b(?P<a>{_COUNT}))\s{_BETWEEN}{_KIN}\b(?![’'-]?\w)",
    re.I,
)
"""One of the family, a friend or a professional, by a word: nobody of whom facts are gathered."""
_STRANGER = re.compile(
    r"\b(?:an?|another|the other|several|two|three)\s(?:[\w-]+\s){0,3}?(?:man|woman|boy|girl|person|pupil|resident)\b",
    re.I,
)
_PREDICATE = re.compile(r"(?:\b(?:is|was|as|be|been|being|became|like|now|once|still)|[,–—(:])\s*$")
_COPULA = re.compile(r"\b(?:is|was)\b|^An?\s")
_APPOSED = re.compile(r",\s+(?:he|she|they|(?:Mr|Mrs|Ms)\b|[A-Z])")
_PRONOUN = re.compile(
    r"\b(?P<he>he|him|his|himself)\b|\b(?P<she>she|her|hers|herself)\b|\b(?P<they>they|them|their|theirs)\b", re.I
)
_DESCRIBED = re.compile(
    r"\b(?:the|this)\s(?:(?!other\b)[\w-]+\s){0,2}?(?:(?P<boy>boy|lad|young man)|(?P<girl>girl|young woman)|"
    r"(?P<child>child|baby|infant|toddler|teenager|young person|new-?born|youngster)|"
    r"(?P<man>man|gentleman)|(?P<woman>woman|lady)|(?P<adult>adult|pensioner))\b(?!['’]s\s(?:services|social|board|safeguarding))"
    r"(?!\s(?:protection|safeguarding|social|practice|sexual|death|care|care services|in need))",
    re.I,
)
_CHILDREN = r"(?:children|siblings|boys|girls|brothers|sisters|twins|triplets)"
_GROUP = re.compile(
    r"\b(?:(?P<kin>(?:the|this|his|her|their|whole)\sfamily|(?:the|this)\shousehold)|"
    rf"(?:(?:all|both)(?: of)? )?the\s(?:\w+\s)?(?:{_CHILDREN}|couple|two|three|four)|(?:both|all)\s{_CHILDREN}|"
    r"both(?=\s(?:are|were|have|had|lived?|attend)\b))\b"
    r"(?!['’]s?\s(?:services|social|board|safeguarding|centre|home)|"
    r"\s(?:of|services|in need|years|months|weeks|days|times|visits|meetings))",
    re.I,
)


class Kind(StrEnum):
    """By what somebody is spoken of."""

    NAMED = "designation or name"
    PRONOUN = "pronoun"
    DESCRIBED = "the boy, the woman"
    GROUP = "the children"
    FAMILY = "the family"
    OTHER = "kin, strangers, professionals"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a text where somebody is spoken of.

    Attributes:
        person: the designation, of `NAMED`; empty there for a professional.
        sex: "he", "she", "they" (a pronoun) or "" where the words do not tell.
        young: of `DESCRIBED`: whether it is somebody young; None where that is open.
        owned: of `OTHER`: whether a possessive pronoun says whose it is: "her uncle".
    """

    kind: Kind
    start: int
    end: int
    person: str = ""
    sex: str = ""
    young: bool | None = None
    owned: bool = False


def anchors_in(text: str, named: Sequence[Named]) -> list[Anchor]:
    """Everybody spoken of in a text, in reading order, none within another; designations go before other words."""
    found = [_of_name(text, one) for one in named]
    for match in _GROUP.finditer(text):
        found.append(Anchor(Kind.FAMILY if match["kin"] else Kind.GROUP, *match.span()))
    for match in _DESCRIBED.finditer(text):
        found.append(_described(match))
    found += _others(text, named)
    for match in _STRANGER.finditer(text):
        if not _said_of_another(text, match.start(), named) and not _APPOSED.match(text, match.end()):
            found.append(Anchor(Kind.OTHER, *match.span()))
    for match in _PRONOUN.finditer(text):
        found.append(Anchor(Kind.PRONOUN, *match.span(), sex=match.lastgroup or ""))
    return apart(found)


def _of_name(text: str, one: Named) -> Anchor:
    return Anchor(Kind.NAMED, one.start, one.end, one.person)


def _others(text: str, named: Sequence[Named]) -> list[Anchor]:
    found = []
    for match in _OTHERS.finditer(text):
        if match["a"] and _said_of_another(text, match.start(), named):
            continue  # "she was a mother of two", "Mr B, a friend of the family,"
        start = match.end("of") if match["of"] else match.start()
        sex = "she" if match["she"] else "he" if match["he"] else ""
        found.append(Anchor(Kind.OTHER, start, match.end(), sex=sex, owned=bool(match["whose"])))
    return found


def _said_of_another(text: str, start: int, named: Sequence[Named]) -> bool:
    """Whether a noun says what somebody is: "is a carer and a mother of two", "Mr B, a friend of the family,"."""
    if _PREDICATE.search(text[:start]):
        return True
    since = max((one.end for one in named if one.end <= start), default=0)
    return text[:start].endswith("and ") and _COPULA.search(text, max(since, start - 60), start) is not None


def _described(match: re.Match[str]) -> Anchor:
    sex = "he" if match["boy"] or match["man"] else "she" if match["girl"] or match["woman"] else ""
    young = True if match["boy"] or match["girl"] or match["child"] else False if match["adult"] else None
    return Anchor(Kind.DESCRIBED, *match.span(), sex=sex, young=young)
