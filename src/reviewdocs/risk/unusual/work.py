"""Occupations that few people follow, and those that only narrow the search."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.risk.unusual.fact import Fact, FactKind
from reviewdocs.risk.unusual.lexicon import Words, lexicon

_BEFORE = re.compile(
    r"(?:\b(?:an?|former|formerly|ex|retired|trained|qualified|apprentice|professional|skilled|jobbing|"
    r"self-employed|freelance|"
    r"once|worked as|work as|works as|working as|job as|employed as|occupation|trade|profession|became|"
    r"becoming|was|is|as|my|his|her|turned|and)\b[\s:,-]*"
    r"(?:[\w'’-]+\s){0,2})$",
    re.I,
)
_THE = re.compile(
    r"\b(?:the|this|that|a different|another|duty|local|family|any|by an?|to an?|with an?|from an?|of "
    r"an?)\s(?:[\w'’-]+\s)?$",
    re.I,
)
_ABROAD = re.compile(
    r"\b(?:was|been|worked as|working as|job as|as|trained as|qualified as) (?:a |an |the "
    r")?(?:[a-z-]+\s){0,2}?"
    r"(?:[a-z-]{3,}(?:er|or|ist|ian|ant|man|woman|tect)|nurse|midwife|judge|chef|doctor|surgeon|clerk|"
    r"pilot|vet) (?:in|at|on|from|off) "
    r"(?:the )?(?:[A-Z][\w'’-]+|north sea|rigs|oil rigs)(?:\s[A-Z][\w'’-]+)*"
)
_BY_TRADE = re.compile(r"\b(?:a|an)\s(?:[\w'’-]+\s){1,3}by (?:trade|profession|training|calling)\b", re.I)
_AT_SEA = re.compile(
    r"\bat sea (?:off|in|near|with|on)(?:\s[\w'’-]+){1,3}|\b(?:on|off) (?:an? |the )(?:(?:oil |gas |north "
    r"sea |drilling )platform|(?:oil |gas |north sea )?(?:rigs?|trawlers?|tanker)|"
    r"container ship|submarine|cruise ship|whaler)\b|\b(?:works?|worked|working) (?:at sea|offshore|"
    r"down (?:the|a) (?:pit|mine)|on the (?:rigs|trawlers|fairground|ferries|waltzers|dodgems)|"
    r"underground|in (?:a|the) (?:circus|lighthouse|embassy|abattoir|crematorium|mortuary|zoo|"
    r"observatory))\b|\bmerchant navy\b|\bforeign legion\b|\bspecial forces\b",
    re.I,
)
_FIRM = re.compile(
    r"\b(?:runs?|ran|owns?|owned|opened|keeps?|kept|set up|founded|managed) (?:the|a|an|his own|her "
    r"own|their own)(?: [\w'’-]+){0,2} "
    r"(?:cooperage|forge|smithy|brewery|distillery|vineyard|tannery|foundry|boatyard|kennels|cattery|"
    r"zoo|circus|menagerie|museum|"
    r"gallery|observatory|lighthouse|windmill|watermill|sawmill|chip shop|ice cream parlour|tattoo "
    r"parlour|puppet theatre|theatre|"
    r"cinema|ballet school|dance school|riding school|stables|stud farm|donkey sanctuary|owl sanctuary|"
    r"sanctuary|shipyard|quarry|"
    r"fairground ride|waltzer|carousel|penny arcade|funeral parlour|saddlery|bakery|deli|nightclub|"
    r"casino|taxidermy \w+|aquarium|"
    r"garden centre|market stall|pub|hotel|guest house|post office|launderette|smokehouse|mill)\b",
    re.I,
)
_COMMON_FIRM = re.compile(
    r"(?:chip shop|bakery|deli|nightclub|garden centre|market stall|pub|hotel|guest house|post office|"
    r"launderette|stables|kennels|cattery|gallery|mill)$",
    re.I,
)


def find(words: Words) -> Iterator[Fact]:
    """Occupations in small letters (a capital may be a surname), or in a line in capitals."""
    text = words.text
    for start, end in lexicon("occupations.txt").find(words):
        if _written_as_work(text[start:end]):
            rare = not _THE.search(text[max(0, start - 40) : start]) or _rank_before(text[max(0, start - 40) : start])
            yield Fact(FactKind.OCCUPATION, start, end, rare)
    for start, end in lexicon("occupations_note.txt").find(words):
        before = text[max(0, start - 60) : start]
        if _written_as_work(text[start:end]) and _BEFORE.search(before) and not _THE.search(before):
            yield Fact(FactKind.OCCUPATION, start, end, rare=False)
    for pattern in (_ABROAD, _BY_TRADE):
        yield from (Fact(FactKind.OCCUPATION, *match.span(), rare=False) for match in pattern.finditer(text))
    for match in _AT_SEA.finditer(text):
        yield Fact(FactKind.OCCUPATION, *match.span(), rare=True)
    for match in _FIRM.finditer(text):
        yield Fact(FactKind.OCCUPATION, *match.span(), rare=not _COMMON_FIRM.search(match.group()))


def _written_as_work(text: str) -> bool:
    return text.islower() or (text.isupper() and len(text) > 3) or (" " in text and text[1:].islower())


def _rank_before(text: str) -> bool:
    return re.search(r"\b(?:only|last|first|oldest|youngest)\s(?:\w+\s)?$", text, re.I) is not None
