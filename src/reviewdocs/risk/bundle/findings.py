"""The findings about several documents together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from reviewdocs.model.decisions import PlaceKey
from reviewdocs.model.findings import Finding, Related, Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.bundle.account import Account, Sentence, Told
from reviewdocs.risk.bundle.differing import differences
from reviewdocs.risk.combinations.same import alike
from reviewdocs.risk.combinations.sets import smallest_sets
from reviewdocs.risk.combinations.statements import Aspect
from reviewdocs.risk.combinations.telling import FINDER, headline, told
from reviewdocs.risk.identity import alike_of, ids_of
from reviewdocs.risk.place import shortened

_AT_MOST = 8
"""Differences that are told one by one: more of them show an earlier version, or letters made from one template."""


def bundle_findings(accounts: Sequence[Account]) -> tuple[Finding, ...]:
    """What several documents tell only together, and where they differ; worst first."""
    if len(accounts) < 2:
        return ()
    accounts = _under_one_designation(accounts)
    return (*_linkage(accounts), *_two_designations(accounts), *_differing(accounts))


def _under_one_designation(accounts: Sequence[Account]) -> list[Account]:
    """The same accounts, with everybody under one designation where any of the documents says who is who."""
    said: dict[str, set[str]] = {}
    for account in accounts:
        for role, person in account.same.items():
            said.setdefault(role, set()).add(person)
    same = {role: people.pop() for role, people in said.items() if len(people) == 1}
    return [
        replace(
            account,
            statements=tuple(replace(one, person=same.get(one.person, one.person)) for one in account.statements),
        )
        for account in accounts
    ]


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


def _differing(accounts: Sequence[Account]) -> Iterator[Finding]:
    """What differs, each two documents by themselves."""
    for one, other in combinations(accounts, 2):
        found = list(differences(one, other))
        if len(found) > _AT_MOST:
            places = [place for difference in found for place in (difference.one, difference.other)]
            yield _differs(f"{len(found)} facts differ where the words are the same: an earlier version?", places)
            continue
        for difference in found:
            yield _differs(difference.text, [difference.one, difference.other])


def _differs(text: str, places: Sequence[Told | Sentence]) -> Finding:
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
    places: Iterable[Told | Sentence],
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


def _related(said: Told | Sentence) -> Related:
    context = said.context if isinstance(said, Told) else ""
    return Related(file=said.file, location=said.location, text=shortened(said.text), context=context)
