"""Rare conditions, bodies and injuries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.language.words import is_english
from reviewdocs.risk.unusual.fact import Fact, FactKind
from reviewdocs.risk.unusual.lexicon import Words, lexicon

_ILLNESS = (
    r"(?:diseases?|syndromes?|disorders?|palsy|ataxia|dystrophy|encephalitis|anaemia|lymphoma|sarcoma|tumour|"
    r"malformation|anomaly|deformity|epilepsy|chorea|atrophy|neuropathy|arteritis|thyroiditis|vasculitis|hernia|"
    r"contracture|aphasia|amyotrophy|nephropathy|myopathy|retinopathy|dementia|delusions?|phenomenon|paralysis)"
)
_EPONYM = re.compile(
    rf"(?<![\w'’])(?P<name>(?:de la |de |van |von )?[A-Z][a-zà-ÿ]+(?:[-–][A-Z][a-zà-ÿ]+)*)(?:['’]s|"
    rf"s['’])?\s(?:[a-z]+\s)?{_ILLNESS}\b"
)
_COMMON = frozenset(
    [
        "down",
        "downs",
        "parkinson",
        "alzheimer",
        "crohn",
        "hodgkin",
        "bell",
        "raynaud",
        "graves",
        "grave",
        "hashimoto",
        "barrett",
        "ménière",
        "meniere",
        "dupuytren",
        "lewy",
        "asperger",
        "bowel",
        "leg",
        "polycystic",
        "stockholm",
        "diogenes",
        "autistic",
        "foetal",
        "fetal",
        "sjogren",
        "sjögren",
        "long",
        "still",
        "baker",
        "autism",
        "personality",
        "conduct",
        "attachment",
        "mood",
        "panic",
        "anxiety",
        "eating",
        "sleep",
        "affective",
        "bipolar",
        "psychotic",
        "somatic",
        "vascular",
        "mixed",
        "cerebral",
        "sudden",
        "acquired",
        "post",
        "pre",
        "restless",
        "chronic",
        "irritable",
    ]
)
_HAD = re.compile(r"\b(?:with|has|have|had|from)\s$")
"""Before a condition that is called after somebody whose name is a word: "has Hunter syndrome"."""
_NOTED = frozenset(["tourette", "munchausen", "korsakoff", "korsakov", "wernicke", "perthes", "addison"])
_SAID_RARE = re.compile(
    r"\b(?:very |extremely |exceptionally |incredibly )?rare (?:[\w-]+\s){0,3}?(?:condition|disease|"
    r"disorder|syndrome|form|type|cancer|"
    r"tumour|illness|chromosom\w+|mutation|deformity|blood group|allergy|genetic \w+)\b(?:\sof\s(?:[\w-]+\s?){1,3})?"
    r"|\b(?:that|which) affects (?:only |about |fewer than )*(?:one|1) in [\d,]+(?: million)?\b"
    r"|\bone in (?:\d{2,3},\d{3}|a million|a hundred thousand)\b",
    re.I,
)
_BODY = re.compile(
    r"\bborn (?:with(?:out)?|missing) (?:only |just )?(?:a |an |one |two |six |seven |no |his |her |"
    r"both |left |right )*"
    r"(?:arms?|hands?|fingers?|toes?|thumbs?|legs?|feet|foot|eyes?|ears?|kidneys?|forearms?|tail|"
    r"tongue|nose|webbed \w+|extra \w+)\b"
    r"|\b(?:six|seven) (?:toes|fingers)\b|\b(?:one|three)-(?:legged|armed|eyed|fingered|handed)\b"
    r"|\b(?:glass eye|extra (?:finger|toe|digit)|webbed (?:feet|toes|fingers)|port[- ]wine|conjoined|siamese twin|"
    r"heart on the right|hook for a hand|seven foot (?:tall|\w+)|three feet tall)\b"
    r"|\blost (?:(?:an?|one|both|his|her|two|three|four|the|left|right) ){1,3}(?:eyes?|legs?|arms?|"
    r"hands?|fingers?|thumbs?|"
    r"foot|feet|ears?|toes|nose|tongue|sight in one eye)\b"
    r"(?:\s(?:in|to|at|when|on)(?:\s(?!and\b|or\b|but\b)[\w'’-]+){1,4})?",
    re.I,
)
_NARROWING_BODY = re.compile(
    r"\b(?:double |above-knee |below-knee |bilateral )?amput(?:ee|ated|ation)\b|\bprosthetic \w+\b|"
    r"\bartificial (?:leg|arm|hand|eye)\b|"
    r"\bcochlear implants?\b|\bguide dog\b|\bassistance dog\b|\bwhite cane\b|\b(?:blind|deaf) (?:from|"
    r"since) birth\b|\bbirthmark\b|"
    r"\b(?:heart|kidney|liver|lung|bone marrow|cornea) transplant\b|\bfacial (?:tattoos?|disfigurement|"
    r"scarring)\b|\bburns to \d+\s?(?:%|per cent)",
    re.I,
)


_NOT_HAD = re.compile(
    r"\b(?:no evidence of|no (?:family )?history of|exclud(?:e|ed|es|ing)|ruled out|rules out|negative for|"
    r"did not have|"
    r"does not have|tested for|screened for)\s(?:\w+\s){0,2}$",
    re.I,
)
_GENERAL = re.compile(
    r"\b(?:have each been|are (?:often|sometimes|commonly|frequently)|can (?:be|cause|lead|present|mimic)|"
    r"may (?:be|present|mimic|have)|"
    r"(?:children|people|adults|patients|those|infants|anyone) (?:who have|with|living with)|"
    r"such as|for example|e\.g\.|including)\b",
    re.I,
)
_STATED = re.compile(r"\b(?:he|she|his|her|diagnos\w+|had|mother|father|child [a-z]|adult [a-z]|mr|mrs|ms)\b", re.I)
_RULED_OUT = re.compile(
    r"\s(?:was|were|had been|has been)\s(?:then |later |also )?(?:excluded|ruled out|not found)\b", re.I
)


def find(words: Words) -> Iterator[Fact]:
    """Rare conditions by list, by a surname before "syndrome", and by what is said of them; not what was excluded."""
    for fact in _mentioned(words):
        first = max(words.text.rfind(mark, 0, fact.start) for mark in (". ", "\n")) + 1
        ends = [place for place in (words.text.find(mark, fact.end) for mark in (". ", "\n")) if place >= 0]
        sentence = words.text[first : min(ends, default=len(words.text))]
        if _GENERAL.search(sentence) and not _STATED.search(sentence):
            continue
        if not _NOT_HAD.search(words.text, max(0, fact.start - 60), fact.start) and not _RULED_OUT.match(
            words.text, fact.end
        ):
            yield fact


def _mentioned(words: Words) -> Iterator[Fact]:
    for match in _EPONYM.finditer(words.text):
        name = match["name"]
        plain = {part.casefold() for part in re.split(r"[-–\s]", name)}
        words_only = all(is_english(part) for part in plain) and not _HAD.search(words.text, 0, match.start())
        if plain & _COMMON or words_only:
            continue
        yield Fact(FactKind.CONDITION, *match.span(), rare=not plain & _NOTED)
    for start, end in lexicon("conditions.txt").find(words):
        yield Fact(FactKind.CONDITION, start, _whole(words.text, end), rare=True)
    for start, end in lexicon("conditions_note.txt").find(words):
        yield Fact(FactKind.CONDITION, start, _whole(words.text, end), rare=False)
    for pattern, rare in ((_SAID_RARE, False), (_BODY, True), (_NARROWING_BODY, False)):
        yield from (Fact(FactKind.CONDITION, *match.span(), rare) for match in pattern.finditer(words.text))


def _whole(text: str, end: int) -> int:
    """To the end of "… syndrome", "… disease"."""
    more = re.match(rf"(?:['’]s)?\s(?:[a-z]+\s)?{_ILLNESS}\b", text[end : end + 40])
    return end + (more.end() if more else 0)
