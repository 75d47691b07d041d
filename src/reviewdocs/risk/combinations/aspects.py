"""The facts of a text by which a stranger could look for somebody, each with the rough share of people it fits.

The shares are orders of magnitude for a district of Great Britain, from general knowledge of the census and of how
common conditions are; they rank facts and are not statistics.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewdocs.language import numbers
from reviewdocs.language.calendar import MONTH_IN_FULL, WEEKDAY_IN_FULL
from reviewdocs.language.spans import overlap
from reviewdocs.language.words import is_word
from reviewdocs.risk.combinations.shares import any_of, patterns, shares
from reviewdocs.risk.combinations.statements import Aspect, Said
from reviewdocs.risk.unusual import FactKind, unusual_facts

_NUMBER = rf"(?:\d{{1,3}}|(?:{'|'.join(numbers.TENS)})(?:[- ](?:{numbers.UNIT}))?|{'|'.join(reversed(numbers.UNITS))})"
_AGE = re.compile(
    rf"\baged? (?:of |about |only |just )?(?P<a>{_NUMBER})\b(?! (?:months|weeks|days|to|or|and over|"
    rf"and under))|\b(?P<b>{_NUMBER})[- ]years?[- ]old\b|"
    rf"\bage:\s?(?P<f>\d{{1,3}})\b|\b(?P<c>{_NUMBER}) years of age\b|\b(?:is|was|turned|now|then|just) "
    rf"(?P<d>{_NUMBER})(?= (?:when|"
    rf"at the time)\b|(?=[.,;]))|"
    rf"(?<=[A-Za-z\d])\s?[,(]\s?(?P<e>\d{{1,3}})(?=[,)])",
    re.I,
)
_AGE_SHARE = 1 / 80
_MONTHS = re.compile(
    rf"\b(?:aged? )?(?P<n>{_NUMBER})[- ](?:months?|weeks?)(?:[- ]old)\b|\baged (?P<m>{_NUMBER}) (?:months|weeks)\b",
    re.I,
)
_MONTHS_SHARE = 1 / 1000
_SEX = re.compile(r"\b(?:is|was|an?|the only|young)\s(?:[\w-]+\s){0,3}?(?P<sex>boy|girl|man|woman)\b", re.I)
_ORIGIN = re.compile(rf"\b(?:{any_of('origin')})\b(?! (?:restaurant|takeaway|interpreter|food|army))", re.I)
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
    r"originally|settled|based|resident|from|works?|worked)"
    r"(?: back| away| together| alone)? (?:in|to|at|from|near)(?: the (?:village|town) of)? "
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
    for match in _AGE.finditer(text):
        years = numbers.number(next(found for found in match.groups() if found))
        if years is not None and 0 < years < 110:
            where = match.span("e") if match["e"] else match.span()
            yield Said(Aspect.AGE, str(years), _AGE_SHARE, *where, years=years)
    for match in _MONTHS.finditer(text):
        yield Said(Aspect.AGE, match.group().casefold(), _MONTHS_SHARE, *match.span(), years=0)
    for match in _SEX.finditer(text):
        yield Said(Aspect.SEX, _sex(match["sex"]), 0.5, *match.span("sex"))
    for pattern, section, aspect, group in _LISTED:
        fits = shares(section)
        for match in pattern.finditer(text):
            value = match[group].casefold().replace("’", "'")
            share = fits.get(value) or fits.get(value.removesuffix("s"), _UNKNOWN)
            yield Said(aspect, value, share, *match.span(group))
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
