"""The facts of a text by which a stranger could look for somebody, each with the rough share of people it fits.

The shares are orders of magnitude for a district of Great Britain, from general knowledge of the census and of how
common conditions are; they rank facts and are not statistics.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewdocs.detect.countries import is_large_place
from reviewdocs.language.calendar import MONTH_IN_FULL, WEEKDAY_IN_FULL
from reviewdocs.language.spans import overlap
from reviewdocs.language.words import is_word
from reviewdocs.risk.combinations.ages import ages
from reviewdocs.risk.combinations.shares import any_of, patterns, shares
from reviewdocs.risk.combinations.statements import Aspect, Said
from reviewdocs.risk.unusual import FactKind, unusual_facts

_SEX = re.compile(r"\b(?:is|was|an?|the only|young)\s(?:[\w-]+\s){0,3}?(?P<sex>boy|girl|man|woman)\b", re.I)
_ORIGIN = re.compile(rf"\b(?:{any_of('origin')})\b(?! (?:restaurant|takeaway|interpreter|food|army))", re.I)
_COUNTRY = re.compile(
    r"\b(?:from|born in|grew up in|raised in|native of|national of|refugees? from)\s(?:the\s)?"
    r"(?P<country>[A-Z]\w+(?:\s(?:and\s)?[A-Z]\w+)?)"
)
_COUNTRY_SHARE = 1 / 500
_AT_HOME = frozenset(("england", "scotland", "wales", "britain", "great britain", "united kingdom", "uk", "europe"))
_WORK = re.compile(
    r"\b(?:work(?:s|ed|ing)|partner|job|jobs|employed|shifts?) "
    r"(?:part-time |full-time |nights |as a \w+ )?(?:on|in|at|for) an? "
    r"(?P<where>(?:[\w-]+\s){0,2}?(?:farm|factory|bakery|abattoir|quarry|mine|shipyard|brewery|mill|warehouse|foundry|"
    r"restaurant|takeaway|garage|pub|hotel|shop|nursery|salon|laundry|zoo|circus|casino|theatre|cinema|stables|"
    r"garden centre|scrapyard|fishery|call centre|prison|sawmill|slaughterhouse|launderette|distillery))\b",
    re.I,
)
_WORK_SHARE = 1 / 300
_CONVICTED = re.compile(
    r"\b(?:convictions? (?:for|of)|convicted of|conviction, for|imprisoned for|sentence for)\s(?:an?\s)?"
    r"(?P<what>[a-z]+(?:\s(?:bodily harm|by dangerous driving|of a child))?)"
)
_CONVICTED_SHARE = 1 / 200
_FAITH = re.compile(rf"\b(?:{any_of('faith')})s?\b", re.I)
_JOB = re.compile(
    rf"(?:\b(?:as|was|is|been|being|became|once|also|and|who|former|retired|trained|qualified|job|"
    rf"occupation:?)\s|,\s(?=an?\s))(?:(?:a|an|self-employed|part-time|full-time|night|agency|primary|"
    rf"secondary|school|community|retired|former|trained)\s){{0,3}}"
    rf"(?P<job>{any_of('work')})\b",
    re.I,
)
_CONDITION = re.compile(rf"\b(?:{any_of('condition')})\b", re.I)
_LIVED = re.compile(
    r"\b(?:lived|lives|living|live|born|grew up|raised|brought up|moved|came|comes|home|family|"
    r"originally|settled|based|resident|from|works?|worked|school|nursery|college)"
    r"(?: back| away| together| alone| on \d[\w ]{5,20}?)? (?:in|to|at|from|near)(?: the (?:village|town) of)? "
    r"(?P<place>[A-Z][a-z]+(?:[- ](?:on|upon|le|the|under|in|[A-Z][a-z]+)){0,3})(?=[\s.,;)'’]|$)"
)
_FORM_PLACE = re.compile(
    r"\b(?:Town|Village|City|Lives|Home town|Place of birth|Birthplace|Born in|"
    r"Home):\s?(?P<place>[A-Z][a-z]+(?:[- ][A-Z][a-z]+)*)"
)
_NO_PLACE = re.compile(
    rf"(?:the|{MONTH_IN_FULL}|{WEEKDAY_IN_FULL}|christmas|easter|school|hospital|child|adult|mother|father|mum|dad|sibling|"
    r"social|health|police|children|home|year|key|"
    r"england|scotland|wales|ireland|britain|europe|africa|asia|court|nursery|ward|aunt|uncle|grand\w+|"
    r"baby|gp|a&e|primary|secondary)\b",
    re.I,
)
_PLACE_SHARE = 1 / 20
_OF_FACT: dict[FactKind, tuple[Aspect, float, float]] = {
    FactKind.SINGULAR: (Aspect.EVENT, 1 / 5_000, 1 / 200), FactKind.ACHIEVEMENT: (Aspect.EVENT, 1 / 5_000, 1 / 300),
    FactKind.ATTENTION: (Aspect.EVENT, 1 / 5_000, 1 / 300), FactKind.EVENT: (Aspect.EVENT, 1 / 3_000, 1 / 300),
    FactKind.OCCUPATION: (Aspect.OCCUPATION, 1 / 5_000, 1 / 1_000),
    FactKind.CONDITION: (Aspect.CONDITION, 1 / 5_000, 1 / 1_000),
    FactKind.ORIGIN: (Aspect.ORIGIN, 1 / 2_000, 1 / 1_000), FactKind.PURSUIT: (Aspect.PURSUIT, 1 / 2_000, 1 / 200),
    FactKind.LIFE: (Aspect.EVENT, 1 / 5_000, 1 / 300),
    FactKind.SENTENCE: (Aspect.EVENT, 1 / 20_000, 1 / 2_000),
}  # fmt: skip


_LISTED = (
    (_ORIGIN, "origin", Aspect.ORIGIN, 0),
    (_FAITH, "faith", Aspect.RELIGION, 0),
    (_JOB, "work", Aspect.OCCUPATION, "job"),
    (_CONDITION, "condition", Aspect.CONDITION, 0),
)
_UNKNOWN = 0.05


@lru_cache(maxsize=8192)
def said_in(text: str) -> tuple[Said, ...]:
    """The facts of a text in reading order; of several of one aspect at one place the rarest."""
    found = sorted((*_plain(text), *_rare(text)), key=lambda said: said.share)
    kept: list[Said] = []
    for said in found:
        if not any(other.aspect is said.aspect and overlap(other, said) for other in kept):
            kept.append(said)
    return tuple(sorted(kept, key=lambda said: said.start))


def _plain(text: str) -> Iterator[Said]:
    yield from ages(text)
    for match in _SEX.finditer(text):
        yield Said(Aspect.SEX, _sex(match["sex"]), 0.5, *match.span("sex"))
    for pattern, section, aspect, group in _LISTED:
        fits = shares(section)
        for match in pattern.finditer(text):
            value = match[group].casefold().replace("’", "'")
            share = fits.get(value) or fits.get(value.removesuffix("s"), _UNKNOWN)
            yield Said(aspect, value, share, *match.span(group))
    for match in _COUNTRY.finditer(text):
        if is_large_place(match["country"]) and match["country"].casefold() not in _AT_HOME:
            yield Said(Aspect.ORIGIN, match["country"].casefold(), _COUNTRY_SHARE, *match.span("country"))
    for match in _WORK.finditer(text):
        yield Said(Aspect.OCCUPATION, match["where"].casefold(), _WORK_SHARE, *match.span("where"))
    for match in _CONVICTED.finditer(text):
        yield Said(Aspect.EVENT, match["what"].casefold(), _CONVICTED_SHARE, *match.span("what"))
    for section, aspect in (("siblings", Aspect.SIBLINGS), ("household", Aspect.HOUSEHOLD)):
        for pattern, share in patterns(section):
            for match in pattern.finditer(text):
                yield Said(aspect, match.group().casefold(), share, *match.span())
    for match in (*_LIVED.finditer(text), *_FORM_PLACE.finditer(text)):
        if not _NO_PLACE.match(match["place"]) and not is_word(match["place"].split()[0].casefold()):
            yield Said(Aspect.PLACE, match["place"].casefold(), _PLACE_SHARE, *match.span("place"))


def _rare(text: str) -> Iterator[Said]:
    for fact in unusual_facts(text):
        if fact.kind in _OF_FACT:
            aspect, share, common = _OF_FACT[fact.kind]
            value = _value(fact.kind, text[fact.start : fact.end])
            yield Said(aspect, value, share if fact.rare else common, fact.start, fact.end)


def _value(kind: FactKind, text: str) -> str:
    """The fact without what differs from place to place: "an Eritrean girl" is "eritrean"."""
    names = re.findall(r"[A-Z][\w'’-]+", text) if kind is FactKind.ORIGIN else []
    return " ".join(names).casefold() or re.sub(r"^(?:a|an|the) |s$", "", text.casefold())


def _sex(word: str) -> str:
    return "female" if word.casefold() in ("girl", "woman", "women", "female") else "male"
