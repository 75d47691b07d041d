"""Ages as texts state them of somebody: "aged nine", "a 27-year-old", "Zara (6)", "her twelfth birthday"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.language import numbers
from reviewdocs.risk.combinations.statements import Aspect, Said

_UNITS = "|".join(reversed(numbers.UNITS))
_NUMBER = rf"(?:\d{{1,3}}|(?:{'|'.join(numbers.TENS)})(?:[- ](?:{numbers.UNIT}))?|{_UNITS})"
_SOMEBODY = (
    r"(?:(?<![\w-])(?:(?:he|she|they|who|both|boy|girl|child|baby|man|woman|brother|sister|son|daughter|and|now|then)\b|"
    r"[A-Z]\w*|\d)|[,)])"
)
_IS = (
    rf"(?:{_SOMEBODY}\s(?:is|was|are|were|had been)(?:\snow|\sthen|\sonly|\sjust)?|"
    rf"\b(?:had\sturned|turned|[Nn]ow|[Tt]hen|[Jj]ust))"
)
_WHOLE = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\baged? (?:of |about |only |just )?(?P<n>{_NUMBER})\b(?! (?:months|weeks|days|to|or|and over|and under))",
        rf"\b(?P<n>{_NUMBER})[- ]years?[- ]old\b",
        rf"\b(?P<n>{_NUMBER}) years of age\b",
        r"\bage:\s?(?P<n>\d{1,3})\b",
        rf"\b(?:boy|girl|child|man|woman|lad|teenager) of (?P<n>{_NUMBER})\b(?! (?:months|weeks|days))",
        rf"\b(?P<n>{'|'.join(numbers.ORDINALS)}|\d{{1,2}}{numbers.SUFFIX}) birthday\b",
    )
)
_BARE = (
    re.compile(rf"{_IS} (?P<n>{_NUMBER})(?=[.,;]| (?:when|at the time|and|in|on|that|by)\b)(?! and \d)"),
    re.compile(rf"(?<=[A-Za-z\d])\s?[,(]\s?(?P<n>\d{{1,3}}|{_UNITS})(?=[,)])"),
)
"""Numbers that are ages by what they stand beside: "He is now 16", "Ben, ten, was"."""
_MORE_AGES = re.compile(r"(?:[,;]|,? and|,? or)\s(?:aged\s)?\d{1,2}\b(?! [A-Z])|(?:,? and|,? or)\s\w+ (?:years|months)")
_AGES_BEFORE = re.compile(r"(?:\baged?|\d)[,\s]+(?:and\s)?$")
_MONTHS = re.compile(
    rf"\b(?:aged? )?{_NUMBER}[- ](?:months?|weeks?|days?)[- ]old\b|"
    rf"\b(?:aged|the age of) {_NUMBER} (?:months|weeks|days)\b",
    re.I,
)
_YEAR_SHARE, _MONTHS_SHARE = 1 / 80, 1 / 1000
_OLDEST = 110


def ages(text: str) -> Iterator[Said]:
    """Every age in a text; not one of several of a list: "three brothers, aged 3, 6 and 12"."""
    for form in (*_WHOLE, *_BARE):
        for match in form.finditer(text):
            years = _years(match["n"])
            bare = form in _BARE
            if years is not None and 0 < years < _OLDEST and not _one_of_several(match, bare):
                yield Said(Aspect.AGE, str(years), _YEAR_SHARE, *match.span("n" if bare else 0), years=years)
    for match in _MONTHS.finditer(text):
        yield Said(Aspect.AGE, match.group().casefold(), _MONTHS_SHARE, *match.span(), years=0)


def _years(said: str) -> int | None:
    """The number of an age or a birthday."""
    plain = said.casefold()
    if plain in numbers.ORDINALS:
        return numbers.ORDINALS.index(plain) + 1
    return numbers.number(re.sub(rf"(?<=\d){numbers.SUFFIX}$", "", plain))


def _one_of_several(match: re.Match[str], bare: bool) -> bool:
    if _MORE_AGES.match(match.string, match.end()):
        return True
    return bare and _AGES_BEFORE.search(match.string[: match.start("n")]) is not None
