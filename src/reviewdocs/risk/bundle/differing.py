"""Where two documents tell the same and something in it differs: a number, date, time, place, count or order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewdocs.risk.bundle.account import Account, Sentence, Told, words_of
from reviewdocs.risk.bundle.values import Kind, Value, differ, values_in
from reviewdocs.risk.combinations.statements import Aspect

_ALIKE = 0.75
"""Words that two sentences share, of all their words, to be about the same."""
_SHORT = 5
"""Words of a sentence, up to which all but one have to be the same, and at least three."""
_PARTLY = 0.5
"""The same of the halves of a sentence that says what came first."""


_EVENT = re.compile(
    r"\b(?:(?P<death>died|death|killed|murdered|found dead)|(?P<birth>born|birth)|(?P<arrest>arrest\w*)|"
    r"(?P<conviction>convict\w*)|(?P<sentence>sentenc\w*)|(?P<wedding>married|wedding)|(?P<funeral>funeral)|"
    r"(?P<inquest>inquest))\b",
    re.I,
)
_COUNTED = re.compile(
    r"\s(?P<what>(?:(?!of\b|and\b|to\b|per\b)[a-z-]+\s){0,2}?(?!(?:years|months|weeks|days|hours|minutes|times|"
    r"occasions|others|miles|stones|units|pounds|was|is|has|this|as)\b)[a-z-]+[^s\W]s)\b"
)
"""What is counted, without measures of time and the like."""
_JOINED = re.compile(
    r"\b(?:(?P<then>before|prior to)|after|following)\b(?!\s(?:\d|this|that|which|it|all|hours))", re.I
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two places that cannot both be right, and what of them differs in words."""

    text: str
    one: Told | Sentence
    other: Told | Sentence


def differences(one: Account, other: Account) -> Iterator[Difference]:
    """Everything in which two documents differ; each pair of places once."""
    seen: set[tuple[str, str]] = set()
    for sees in (_ages, _events, _sentences, _counts, _orders):
        for found in sees(one, other):
            key = (_sentence(found.one), _sentence(found.other))
            if key not in seen:
                seen.add(key)
                yield found


def _sentence(place: Told | Sentence) -> str:
    return place.context if isinstance(place, Told) else place.text


def _ages(one: Account, other: Account) -> Iterator[Difference]:
    """Ages of one person of which no two documents state the same."""
    first, second = _ages_of(one), _ages_of(other)
    for person in sorted(first.keys() & second.keys()):
        if not {said.value for said in first[person]} & {said.value for said in second[person]}:
            yield _told_apart(person, first[person][0], second[person][0])


def _ages_of(account: Account) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    for said in account.statements:
        if said.aspect is Aspect.AGE:
            found.setdefault(said.person, []).append(said)
    return found


def _events(one: Account, other: Account) -> Iterator[Difference]:
    """Days of one event of one person, where no two documents agree on one."""
    first, second = _events_of(one), _events_of(other)
    for event in sorted(first.keys() & second.keys()):
        if all(differ(day, again) for day, _ in first[event] for again, _ in second[event]):
            yield _told_apart(event[0], first[event][0][1], second[event][0][1])


def _events_of(account: Account) -> dict[tuple[str, str], list[tuple[Value, Told]]]:
    found: dict[tuple[str, str], list[tuple[Value, Told]]] = {}
    for said in account.statements:
        days = [value for value in values_in(said.text) if value.kind is Kind.DATE]
        event = _EVENT.search(said.context) if said.aspect is Aspect.DATE and len(days) == 1 else None
        if event and event.lastgroup and len(_EVENT.findall(said.context)) == 1:
            found.setdefault((said.person, event.lastgroup), []).append((days[0], said))
    return found


def _told_apart(person: str, one: Told, other: Told) -> Difference:
    return Difference(f"{person}: " + " / ".join(" ".join(said.text.split()) for said in (one, other)), one, other)


def _sentences(one: Account, other: Account) -> Iterator[Difference]:
    """Sentences of the same words with another value of one kind, where each stands once."""
    for first in one.sentences:
        close = [second for second in other.sentences if _same_matter(first, second)]
        if len(close) != 1 or sum(_same_matter(close[0], again) for again in one.sentences) != 1:
            continue
        if apart := _values_apart(first, close[0]):
            said = " ".join(_quoted(apart[0], first)) + " / " + " ".join(_quoted(apart[1], close[0]))
            yield Difference(f"{said}: {first.text}", first, close[0])


def _same_matter(first: Sentence, second: Sentence) -> bool:
    if not (first.values and second.values):
        return False
    every, both = len(first.words | second.words), len(first.words & second.words)
    if every <= _SHORT:
        return both == every or (both >= _SHORT - 2 and every == both + 1)
    return both >= _ALIKE * every


def _values_apart(first: Sentence, second: Sentence) -> tuple[list[Value], list[Value]] | None:
    """The values of the one kind of which two sentences have as many and not the same; of two kinds it is another
    occasion: "23 times in 2017", "31 times in 2018"."""
    found = []
    for kind in Kind:
        ours = [value for value in first.values if value.kind is kind]
        theirs = [value for value in second.values if value.kind is kind]
        if len(ours) == len(theirs) and any(differ(a, b) for a, b in zip(ours, theirs, strict=True)):
            known = [value.plain for value in ours]
            new = [value for value in theirs if value.plain not in known]
            gone = [value for value in ours if value.plain not in [value.plain for value in theirs]]
            if new and gone:
                found.append((gone, new))
    return found[0] if len(found) == 1 else None


def _quoted(values: list[Value], sentence: Sentence) -> list[str]:
    return [sentence.text[value.start : value.end].casefold() for value in values]


def _counts(one: Account, other: Account) -> Iterator[Difference]:
    """How many of something, where each document gives one number and the two differ."""
    first, second = _counts_in(one), _counts_in(other)
    for what in sorted(first.keys() & second.keys()):
        (ours, here), (theirs, there) = first[what], second[what]
        if len(ours) == len(theirs) == 1 and ours != theirs and (here.words & there.words) - words_of(what):
            yield Difference(f"{min(ours)} / {min(theirs)} {what}: {here.text}", here, there)


def _counts_in(account: Account) -> dict[str, tuple[set[str], Sentence]]:
    """The numbers that stand before each plural, and the first sentence in which one does."""
    found: dict[str, tuple[set[str], Sentence]] = {}
    for sentence in account.sentences:
        for value in sentence.values:
            counted = _COUNTED.match(sentence.text, value.end) if value.kind is Kind.NUMBER else None
            if counted:
                found.setdefault(counted["what"], (set(), sentence))[0].add(value.plain[0])
    return found


def _orders(one: Account, other: Account) -> Iterator[Difference]:
    """What came first: "A before B" here, "A after B" there."""
    theirs = [(order, sentence) for sentence in other.sentences if (order := _order(sentence.text))]
    for first in one.sentences:
        if (ours := _order(first.text)) is None:
            continue
        for (earlier, later), second in theirs:
            turned = min(_share(ours[0], later), _share(ours[1], earlier))
            if turned >= _PARTLY and turned > min(_share(ours[0], earlier), _share(ours[1], later)):
                yield Difference(f"order: {first.text}", first, second)


def _order(text: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words of what came first and of what followed, where a sentence says so."""
    joined = list(_JOINED.finditer(text))
    if len(joined) != 1:
        return None
    before, after = text[: joined[0].start()], text[joined[0].end() :]
    if not before.strip():  # "After the visit, the police were called."
        after, _, before = after.partition(",")
    halves = words_of(before), words_of(after)
    if not all(halves):
        return None
    return halves if joined[0]["then"] else (halves[1], halves[0])


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
