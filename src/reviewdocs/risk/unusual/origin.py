"""Peoples, faiths and languages of which there are few in most places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.language.words import is_word
from reviewdocs.risk.unusual.expressions import PERSON
from reviewdocs.risk.unusual.fact import Fact, FactKind
from reviewdocs.risk.unusual.lexicon import Words, lexicon

_SPEAKING = re.compile(r"\b(?P<tongue>[A-Z][a-zà-ÿ]+)[- ]speaking\b(?:\s(?:[a-z-]+\s)?" + PERSON + r"\b)?")
_KNOWN = frozenset(["english", "british", "plain", "public", "non", "native", "softly"])
_SPOKE = re.compile(
    r"\b(?:speaks?|spoke|speaking|fluent in|first language (?:is|was)|mother tongue (?:is|was)) "
    r"(?:only |mainly |mostly |fluent |no English, only |a little |some "
    r")?(?P<tongue>[A-Z][a-zà-ÿ]+)(?: [A-Z][a-zà-ÿ]+)?\b(?=[\s.,;])"
)
_OFTEN_SPOKEN = frozenset(
    [
        "english",
        "polish",
        "urdu",
        "punjabi",
        "panjabi",
        "bengali",
        "sylheti",
        "gujarati",
        "arabic",
        "romanian",
        "french",
        "german",
        "spanish",
        "portuguese",
        "italian",
        "turkish",
        "hindi",
        "somali",
        "lithuanian",
        "russian",
        "chinese",
        "mandarin",
        "tamil",
        "farsi",
        "kurdish",
        "welsh",
    ]
)
_LANGUAGES = re.compile(
    r"\b(?:(?:speaks?|spoke|fluent in|wrote|read|sang in|dreamt in) (?:(?:at least|all|about) "
    r")?(?:three|four|five|six|seven|eight|nine|ten|several|\d+) "
    r"(?:other |different )?(?:languages|tongues|dialects|alphabets)\b|\bpolyglot|\btrilingual)",
    re.I,
)
_DRESS = re.compile(
    r"\b(?:turbaned|(?:wore|wears|wearing|in) (?:a|an|his|her|full) (?:\w+ )?(?:turban|kilt|niqab|"
    r"burqa|burka|kippah|kippa|yarmulke|shtetl\w*|"
    r"kimono|sari to work|fez|clerical collar|habit|cassock|monocle|bowler hat|top hat|cape|eye patch|"
    r"eyepatch))\b|\bnun['’]s habit\b",
    re.I,
)
_RAISED = re.compile(
    r"\b(?:raised|brought up|born|grew up|converted to|a convert to|became|practising|lapsed|devout|"
    r"strict) (?:as )?(?:an? )?(?P<faith>[A-Z][\w'’]+(?:\s[A-Z][\w'’]+)?)\b"
)
_OF_SOMEBODY = re.compile(
    rf"^(?:[-\s](?!and\b|or\b|from\b|for\b|to\b|with\b|by\b|his\b|her\b|in\b|the\b|"
    rf"as\b)[a-z-]+){{0,2}}\s{PERSON}\b|^\s(?:heritage|origin|descent|extraction|born|refugee|asylum)",
    re.I,
)
_INTERPRETER = re.compile(r"^[\w\s/,-]{0,30}\b(?:interpret\w+|translat\w+|language|speak\w+|leaflets?)\b", re.I)
_OTHER_THING = re.compile(
    r"^['’]?s?\s(?:embassy|consulate|gp|nurse|doctor|worker|social|restaurant|takeaway|food|shop|"
    r"supermarket|army|war|border|government|"
    r"authorit\w+|passport|police|model|research|study|cheese|coffee|oven|style|market|version|news|"
    r"film|law|courts?|patience|roulette|"
    r"chickenpox|measles|vaccine|variant)\b",
    re.I,
)


def find(words: Words) -> Iterator[Fact]:
    """Peoples and faiths; those of which some are in most towns are rare only where said of a household or person."""
    text = words.text
    for start, end in lexicon("peoples.txt").find(words):
        if text[start].isupper() and not _OTHER_THING.match(text, end):
            after = _of_somebody(text, end)
            yield Fact(FactKind.ORIGIN, start, end + after, rare=not _INTERPRETER.match(text[end : end + 60]))
    for start, end in lexicon("peoples_note.txt").find(words):
        if text[start].isupper() and not _OTHER_THING.match(text[end : end + 24]):
            yield Fact(FactKind.ORIGIN, start, end + _of_somebody(text, end), rare=False)
    for match in _SPEAKING.finditer(text):
        if match["tongue"].casefold() not in _KNOWN:
            often = match["tongue"].casefold() in _OFTEN_SPOKEN
            yield Fact(FactKind.ORIGIN, *match.span(), rare=not often and not match.group().endswith("speaking"))
    for match in _SPOKE.finditer(text):
        tongue = match["tongue"].casefold()
        if tongue not in _OFTEN_SPOKEN and not is_word(tongue):
            yield Fact(FactKind.ORIGIN, *match.span(), rare=False)
    for match in _RAISED.finditer(text):
        said = Words(match["faith"])
        if any(next(lexicon(name).find(said), None) for name in ("peoples.txt", "peoples_note.txt")):
            yield Fact(FactKind.ORIGIN, *match.span(), rare=bool(next(lexicon("peoples.txt").find(said), None)))
    yield from (Fact(FactKind.ORIGIN, *match.span(), rare=True) for match in _LANGUAGES.finditer(text))
    yield from (Fact(FactKind.ORIGIN, *match.span(), rare=False) for match in _DRESS.finditer(text))


def _of_somebody(text: str, end: int) -> int:
    """How much further the person reaches of whom it is said."""
    said = _OF_SOMEBODY.match(text[end : end + 50])
    return said.end() if said else 0
