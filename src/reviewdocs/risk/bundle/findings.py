"""The findings about several documents together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from reviewdocs.model.decisions import PlaceKey
from reviewdocs.model.findings import Finding, Related, Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.bundle.account import Account, Figures, Told
from reviewdocs.risk.combinations.same import alike
from reviewdocs.risk.combinations.sets import smallest_sets
from reviewdocs.risk.combinations.statements import Aspect
from reviewdocs.risk.combinations.telling import FINDER, headline, told
from reviewdocs.risk.identity import alike_of, ids_of
from reviewdocs.risk.place import shortened

_ALIKE = 0.75
"""Words that two sentences share, of all their words, to be about the same."""
_AT_MOST = 8
"""Sentences that differ, told one by one: more of them show an earlier version, or letters made from one template."""


def bundle_findings(accounts: Sequence[Account]) -> tuple[Finding, ...]:
    """What several documents tell only together, and where they differ; worst first."""
    if len(accounts) < 2:
        return ()
    return (*_linkage(accounts), *_two_designations(accounts), *_ages(accounts), *_sentences(accounts))


def _linkage(accounts: Sequence[Account]) -> Iterator[Finding]:
    by_person: dict[str, list[Told]] = {}
    for account in accounts:
        for said in account.statements:
            by_person.setdefault(said.person, []).append(said)
    for person, statements in by_person.items():
        stated = {
            account.file: {(s.aspect, s.value) for s in statements if s.file == account.file} for account in accounts
        }

        def only_together(chosen: Sequence[Told], stated: dict[str, set[tuple[Aspect, str]]] = stated) -> bool:
            facts = {(said.aspect, said.value) for said in chosen}
            return not any(facts <= known for known in stated.values())

        sets = smallest_sets(statements, only_together)
        if sets:
            facts = {(said.aspect, said.value) for chosen in sets for said in chosen}
            quoted = {(s.file, s.aspect, s.value): s for s in reversed(statements) if (s.aspect, s.value) in facts}
            yield _finding(
                "linkage",
                Severity.REVIEW,
                Category.COMBINATION,
                headline(person, sets[0]),
                f"Only together do these documents tell facts of one person that would fit hardly anybody else. "
                f"{told(sets)}",
                "Make one of the facts less exact in one of the documents, or publish only one of them. A rough "
                "estimate to support judgement, and no proof of k-anonymity either way.",
                sorted(quoted.values(), key=lambda said: said.file),
            )


def _two_designations(accounts: Sequence[Account]) -> Iterator[Finding]:
    """Designations that never stand in one document, of which the same unusual facts are stated."""
    people = [{said.person for said in account.statements} for account in accounts]
    for (one, other), pairs in alike(said for account in accounts for said in account.statements):
        if any({one, other} <= known for known in people):
            continue
        yield _finding(
            "two-designations",
            Severity.NOTE,
            Category.CONSISTENCY,
            f"{one} / {other}",
            "The same unusual facts are stated under two designations in two documents: they may be one person.",
            "If they are, use one designation in all documents.",
            [said for pair in pairs for said in pair],
        )


def _ages(accounts: Sequence[Account]) -> Iterator[Finding]:
    """Ages of one person of which no two documents state the same."""
    for one, other in combinations(accounts, 2):
        for aspect in (Aspect.AGE, Aspect.SIBLINGS):
            first, second = _by_person(one.statements, aspect), _by_person(other.statements, aspect)
            for person in first.keys() & second.keys():
                if not {s.value for s in first[person]} & {s.value for s in second[person]}:
                    pair = [first[person][0], second[person][0]]
                    yield _differs(f"{person}: " + " / ".join(" ".join(said.text.split()) for said in pair), pair)


def _by_person(statements: Iterable[Told], aspect: Aspect) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    for said in statements:
        if said.aspect is aspect:
            found.setdefault(said.person, []).append(said)
    return found


def _sentences(accounts: Sequence[Account]) -> Iterator[Finding]:
    """Sentences in the same words with other figures in another document, where each stands once."""
    for one, other in combinations(accounts, 2):
        found = list(_pairs(one, other))
        if len(found) > _AT_MOST:
            places = [sentence for pair in found for sentence in pair]
            yield _differs(f"{len(found)} sentences differ in figures alone: an earlier version?", places)
            continue
        for first, second in found:
            values = [value for value in first.values if value not in second.values]
            others = [value for value in second.values if value not in first.values]
            told_apart = f"{' '.join(values) or '–'} / {' '.join(others) or '–'}"
            yield _differs(f"{told_apart}: {first.text}", [first, second])


def _pairs(one: Account, other: Account) -> Iterator[tuple[Figures, Figures]]:
    for first in one.figures:
        close = [second for second in other.figures if _same_matter(first, second)]
        if len(close) != 1 or close[0].values == first.values:
            continue
        if sum(_same_matter(close[0], again) for again in one.figures) == 1:
            yield first, close[0]


def _same_matter(first: Figures, second: Figures) -> bool:
    if len(first.values) != len(second.values):
        return False
    return len(first.words & second.words) >= _ALIKE * len(first.words | second.words)


def _differs(text: str, places: Sequence[Told | Figures]) -> Finding:
    return _finding(
        "fact-differs",
        Severity.NOTE,
        Category.CONSISTENCY,
        text,
        "A fact differs between two documents.",
        "Find out which is right, and correct the other.",
        places,
    )


def _finding(
    rule: str,
    severity: Severity,
    category: Category,
    text: str,
    message: str,
    remedy: str,
    places: Iterable[Told | Figures],
) -> Finding:
    alike, place = alike_of(rule, text), PlaceKey()
    return Finding(
        id=ids_of([(alike, place)])[0],
        group=alike,
        alike=alike,
        place=place,
        rule=rule,
        category=category,
        severity=severity,
        text=shortened(text),
        context="",
        location=None,
        message=message,
        suggestion=remedy,
        confidence=0.5,
        detected_by=(FINDER,),
        related=tuple(_related(said) for said in places),
    )


def _related(said: Told | Figures) -> Related:
    context = said.context if isinstance(said, Told) else ""
    return Related(file=said.file, location=said.location, text=shortened(said.text), context=context)
