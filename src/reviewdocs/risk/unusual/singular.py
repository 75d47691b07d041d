"""The only, the first, the last, one of two: somebody who stands alone within a place or a group."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.risk.unusual.expressions import NUMBER, PERSON, PLACE, SCOPE
from reviewdocs.risk.unusual.fact import Fact, FactKind
from reviewdocs.risk.unusual.lexicon import Words, lexicon

_RANK = (
    r"(?:only|sole|last|first|second|third|youngest|oldest|eldest|longest[- ]serving|longest|biggest|largest|"
    r"smallest|tallest|fastest|strongest|heaviest|lightest|richest)"
)
_NOT_ALONE = (
    # What stands first or alone in every review, and singles nobody out.
    r"(?:professionals?|practitioners?|agenc(?:y|ies)|services?|assessments?|reviews?|visits?|referrals?|records?|"
    r"recorded|meetings?|contacts?|entr(?:y|ies)|times?|occasions?|plans?|reports?|appointments?|teams?|conferences?|"
    r"concerns?|opportunit(?:y|ies)|organisations?|documents?|polic(?:y|ies)|pathways?|programmes?|schemes?|pilots?|"
    r"authorit(?:y|ies)|ways?|things?|reasons?|information|evidence|calls?|points?|stages?|steps?|paragraphs?|"
    r"sections?|quarters?|half|weeks?|days?|months?|nights?|terms?|floors?|instances?|parts?|phases?|"
    r"responses?|letters?|"
    r"e-?mails?|discussions?|attendances?|admissions?|incidents?|reports|notifications?|chronolog\w+|decisions?|"
    r"orders?|hearings?|questions?|examples?|mentions?|places?|worked|aid|instance|language|lines?|names?|paper|"
    r"door|house|bedroom|stop|turning|bus stop|cases? (?:review|conference)|social workers?|nurses?|doctors?|officers?|"
    r"health visitors?|midwi\w+|gps?|teachers?|responders?|carers?|adult (?:in|at|present)|adults? in "
    r"the (?:house|home)|people in the (?:house|home|room)|"
    r"person (?:in|at) the (?:house|home|room|meeting))"
)
_NOUN = r"(?:(?!(?:and|or|but|who|which|that|was|were|is|are|had|has|to|she|he|they)\b)[\w'’-]+\s){0,7}?"
_ALONE = re.compile(rf"\b(?:the|our|his|her)\s{_RANK}(?:\s(?:or|and)\s{_RANK})?\s(?P<who>{_NOUN}){SCOPE}", re.I)
_OF_PLACE = re.compile(rf"\b{PLACE}['’]s?\s{_RANK}\s(?P<who>(?:[\w'’-]+\s?){{1,5}})", re.I)
_ONE_OF_FEW = re.compile(
    r"\b(?:one of (?:only |just |the )?(?:two|three|four|five|six|seven|eight|a handful of|a few|\d)|"
    r"(?:only|just) (?:two|three|four|five|a handful of|a few))\s"
    rf"(?P<who>{_NOUN}){SCOPE}",
    re.I,
)
_FIRST_TO = re.compile(
    rf"\bthe\s(?:(?:youngest|oldest|first|last)\s(?P<who>(?:[\w'’-]+\s){{0,4}}?{PERSON})\s(?:ever\s)?to\s(?:become|win|"
    rf"hold|join|be elected|be ordained|play|serve|captain|drive|lead|swim|climb|complete|qualify|"
    rf"graduate|reach|sail|fly|row|"
    rf"cross|fight|work|run)\b(?:\s[\w'’-]+){{0,4}}"
    rf"|(?:youngest|oldest)\s(?P<whom>(?:[\w'’-]+\s){{1,4}}?)ever\b|{_RANK}\s(?:known|surviving|living|remaining|"
    rf"working|ever)\s(?P<what>(?:[\w'’-]+\s?){{1,3}}))",
    re.I,
)
_CASES = re.compile(
    rf"\b(?:only|just|fewer than|one of|about|some)\s(?:about\s)?{NUMBER}\s(?:known\s|other\s|"
    rf"recorded\s)?(?:cases|people|children|"
    r"patients|families)\s(?:are known|known|worldwide|in the (?:world|country|uk|county)|have (?:it|ever))|"
    r"\b(?:nobody|no one|no other \w+) else (?:in|on) (?:the|this|our) (?:town|village|county|street|"
    r"island|estate|site)\b|"
    rf"\b(?:only|sole|last) (?:\w+ )?survivors?\b|one of (?:only |the )?\w+ survivors (?:of|from)\b|"
    rf"\b{_RANK} (?:baby )?(?:ever )?born (?:at|in|on)\b|"
    r"\bthe first (?:wom[ae]n|girls?|female|black|asian|muslim|sikh|jewish|deaf|blind|disabled|gay|"
    r"openly \w+) (?:[\w-]+ ){0,2}?to (?!leave|arrive|see|speak|"
    r"find|notice|raise|report|attend|call|ask|tell|say|respond|be\b)\w+(?: [\w'’-]+){0,4}|"
    r"\bunique in (?:the|this) (?:town|village|county|country|world|area)\b|\bone of (?:its|his|her) kind\b",
    re.I,
)
_AGED = re.compile(r"\b(?:youngest|oldest|longest[- ]serving)\b", re.I)
_NATIONAL = re.compile(
    r"\bin (?:the )?(?:whole )?(?:britain|england|wales|scotland|ireland|europe|country|u\.?k|world)\b", re.I
)
_SOMEBODY = re.compile(rf"\b{PERSON}\b", re.I)


def find(words: Words) -> Iterator[Fact]:
    """Somebody or something that stands alone; rare where it is a person, an occupation or a people."""
    for pattern in (_ALONE, _OF_PLACE, _ONE_OF_FEW, _FIRST_TO):
        for match in pattern.finditer(words.text):
            who = next((found for found in match.groups() if found), "")
            rare = _is_somebody(who) or (pattern is _OF_PLACE and _AGED.search(match.group()) is not None)
            if re.search(rf"\b{_NOT_ALONE}\b", who, re.I):
                continue
            rare = rare or _NATIONAL.search(match.group()) is not None
            if not rare and (pattern in (_ONE_OF_FEW, _FIRST_TO) or _ordinal(match.group())):
                continue
            yield Fact(FactKind.SINGULAR, match.start(), match.end(), rare)
    for match in _CASES.finditer(words.text):
        yield Fact(FactKind.SINGULAR, *match.span(), rare=True)


def _ordinal(text: str) -> bool:
    """First, second and third are said of anything; only of people do they tell."""
    return re.match(r"\S+\s(?:first|second|third)\b", text, re.I) is not None


def _is_somebody(who: str) -> bool:
    said = Words(who)
    lists = ("occupations.txt", "occupations_note.txt", "peoples.txt", "peoples_note.txt", "pursuits.txt")
    return bool(_SOMEBODY.search(who)) or any(next(lexicon(name).find(said), None) for name in lists)
