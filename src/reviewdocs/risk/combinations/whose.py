"""Of whom each fact of a sentence is stated."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewdocs.language.spans import overlap
from reviewdocs.risk.combinations.anchors import Anchor, Kind
from reviewdocs.risk.combinations.discourse import Meant, listed
from reviewdocs.risk.combinations.statements import Aspect, Said

_VERB = (
    r"(?:is|was|are|were|has|have|had|lives?|lived|attends?|attended|works?|worked|goes|go|went|plays?|played|speaks?|"
    r"spoke|comes?|came|moved|stud(?:ies|ied)|kept|keeps?|holds?|held|became|loves?|loved|won|served|ran|runs?|owned|"
    r"suffers?|suffered|taught|began|started|left|joined|trained|died|collected|collects)"
)
_GOES_ON = re.compile(
    rf"(?P<mark>,|\band\b|\bbut\b|\bor\b)\s(?:(?:and|but)\s)?(?:(?:also|then|now|later|still|never|once|both|had|has)\s)*{_VERB}\b",
    re.I,
)
"""A further predicate without a subject of its own: "… and attends …", ", was …"."""
_RELATIVE = re.compile(r"\b(?:who|whose|which)\b", re.I)
_OBJECT = re.compile(
    r"\b(?:with|by|from|to|for|of|than|at|told|saw|visited|met|called|asked|rang|by|beside|about|against)\s(?:the\s)?$",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:liv(?:es?|ed|ing)|stay(?:s|ed|ing)?|placed|boards?|lodg(?:es?|ed|ing)|shar(?:es?|ed|ing)[\w\s]{0,40})\s(?:\w+\s)?(?:with|by)\b",
    re.I,
)
"""With whom somebody lives: the place that follows is where both do."""
_MANY = re.compile(r"^,?\s(?:are|were|both|all|have|live|attend|go)\b")
_FRONTED = re.compile(r"[,:]\s(?:the\s)?$|^\s$|^,?\s(?:called|named|known as)\s$", re.I)
_WHERE_SOMEBODY = re.compile(r"^[^.;:]{0,60},?\swhere\s$")
_FINITE = re.compile(
    r"\b(?:is|was|are|were|has|had|have|did|does|said|saw|told|wrote|rang|visited|found|took|made|gave|could|would|will)\b",
    re.I,
)
_HIS_OWN = frozenset((Aspect.SEX, Aspect.OCCUPATION, Aspect.CONDITION, Aspect.EVENT, Aspect.PURSUIT))
"""What is said of one, and hardly ever of everybody of a family or group."""
_WHERE = frozenset((Aspect.PLACE, Aspect.WORKPLACE))
_OF_OTHERS = frozenset((Aspect.SIBLINGS, Aspect.HOUSEHOLD))
"""Facts that speak of others: "her four brothers" says something of her."""


def whose(fact: Said, meant: Sequence[tuple[Anchor, Meant]], sentence: tuple[int, int], text: str) -> Meant:
    """Whom a fact of a sentence is stated of; nobody where that is unclear or somebody else."""
    within = next((one for one, _ in meant if one.kind is Kind.OTHER and overlap(one, fact)), None)
    if within is not None and fact.aspect not in _OF_OTHERS:
        return ()
    before = [(one, people) for one, people in meant if one.end <= fact.start]
    if fact.aspect in _WHERE:  # neighbours live where somebody does
        before = [one for one in before if not text[: one[0].end].endswith("neighbours")] or before
    if not before:
        return _ahead(fact, meant, sentence, text)
    anchor, people = _spoken_of(fact, before, text)
    if anchor is before[-1][0] and _MANY.match(text[anchor.end : fact.start]):
        people = listed(before, text) or people
    several = len(people) > 1 or anchor.kind in (Kind.GROUP, Kind.FAMILY)
    return () if several and fact.aspect in _HIS_OWN else people


def _spoken_of(fact: Said, before: Sequence[tuple[Anchor, Meant]], text: str) -> tuple[Anchor, Meant]:
    """Who was named last before the fact, or the subject if the sentence is back with it."""
    last, people = before[-1]
    subject = _subject(before, text)
    if subject is not last and _back_at_subject(subject, last, fact, text):
        return subject, dict(before)[subject]
    return last, people


def _subject(before: Sequence[tuple[Anchor, Meant]], text: str) -> Anchor:
    """Of those named before a fact, the last that is no object: of whom the clause speaks."""
    subjects = [one for one, _ in before if not _OBJECT.search(text[: one.start]) and not one.owned]
    return (subjects or [before[0][0]])[-1]


def _back_at_subject(subject: Anchor, last: Anchor, fact: Said, text: str) -> bool:
    """Whether what stands after an object is said of the subject again: "lived with her aunt and attends …"."""
    between = text[last.end : fact.start]
    on = _GOES_ON.search(between)
    if on and (on["mark"] == "," or not _RELATIVE.search(between[: on.start()])):
        return True
    return fact.aspect in _WHERE and "," not in between and bool(_TOGETHER.search(text, subject.end, last.start))


def _ahead(fact: Said, meant: Sequence[tuple[Anchor, Meant]], sentence: tuple[int, int], text: str) -> Meant:
    """A fact before everybody: of who follows it at once, or after a comma: "A former miner, he …"."""
    one, people = meant[0] if meant else (None, ())
    if one is None or one.start < fact.end or one.kind in (Kind.GROUP, Kind.FAMILY):
        return ()
    between = text[fact.end : one.start]
    if fact.aspect in _WHERE and _WHERE_SOMEBODY.search(between):
        return people
    plain = not _FINITE.search(between) and not _FINITE.search(text, sentence[0], fact.start)
    return people if plain and _FRONTED.search(between) else ()
