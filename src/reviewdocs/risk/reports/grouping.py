"""How findings are grouped for a reader: the places of one thing together; under the worst rule that saw it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewdocs.model.findings import Change, Finding, Severity
from reviewdocs.risk.one_thing import thing_of
from reviewdocs.risk.reports.wording import plural


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing: a person, number or fact, with every place of it, the worst first."""

    findings: tuple[Finding, ...]

    @property
    def lead(self) -> Finding:
        """The finding that it is told by."""
        return self.findings[0]

    @property
    def text(self) -> str:
        """Its fullest form: the longest one."""
        return max((finding.text for finding in self.findings), key=len)

    @property
    def title(self) -> str:
        """What to call it: its fullest form and the others, and how many places."""
        others = list(dict.fromkeys(f.text for f in self.findings if f.text != self.text))
        also = f" (also {', '.join(f'“{text}”' for text in others)})" if others else ""
        places = f" – {len(self.findings)} places" if len(self.findings) > 1 else ""
        return f"{self.text}{also}{places}"

    @property
    def names(self) -> bool:
        """Whether it names somebody."""
        return any(finding.names for finding in self.findings)

    @property
    def never_cut(self) -> bool:
        """Whether a reader must see all of it: what stops publication, and what names somebody."""
        return self.names or self.lead.severity is Severity.BLOCK


@dataclass(frozen=True, slots=True)
class Group:
    """The things in one document that one rule tells."""

    rule: str
    severity: Severity
    message: str
    remedy: str
    things: tuple[Thing, ...]

    @property
    def count(self) -> int:
        """How many places."""
        return sum(len(thing.findings) for thing in self.things)

    @property
    def fresh(self) -> int:
        """How many of them are new or stand between other words since the last check."""
        return sum(f.change in (Change.NEW, Change.CHANGED) for thing in self.things for f in thing.findings)

    @property
    def counted(self) -> str:
        """How many things and places: "2 findings in 5 places"."""
        places = plural(self.count, "place")
        return places if len(self.things) == self.count else f"{plural(len(self.things), 'finding')} in {places}"


def things(findings: Iterable[Finding]) -> list[Thing]:
    """The findings by the thing they are about, in the order they come: worst first."""
    by_thing: dict[str, list[Finding]] = {}
    for finding in findings:
        by_thing.setdefault(thing_of(finding), []).append(finding)
    return [Thing(tuple(found)) for found in by_thing.values()]


def groups(findings: Iterable[Finding], severity: Severity) -> list[Group]:
    """The things of one severity by the rule that tells them, in the order they come."""
    by_rule: dict[str, list[Thing]] = {}
    for thing in things(findings):
        if thing.lead.severity is severity:
            by_rule.setdefault(thing.lead.rule, []).append(thing)
    return [_group(rule, found) for rule, found in by_rule.items()]


def _group(rule: str, found: Sequence[Thing]) -> Group:
    first = found[0].lead
    return Group(rule, first.severity, _shared_message([t.lead for t in found]), first.suggestion, tuple(found))


def _shared_message(found: Sequence[Finding]) -> str:
    """The rule's message without what is said of one place alone: the sentence that all begin with."""
    sentences = [finding.message.split(". ") for finding in found]
    if all(parts[0] == sentences[0][0] for parts in sentences):
        return sentences[0][0].rstrip(".") + "."
    return found[0].message


def detail(finding: Finding, group: Group) -> str:
    """What the finding's message says beyond its group's; all of it where another rule saw the place."""
    said = finding.message.removeprefix(group.message).strip()
    return said if finding.rule == group.rule else f"{finding.message} ({finding.rule}, {finding.severity})"
