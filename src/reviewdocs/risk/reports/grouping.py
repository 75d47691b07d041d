"""How findings are grouped for a reader: by rule, worst first; within a rule like texts together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewdocs.model.findings import Change, Finding, Severity
from reviewdocs.risk.place import folded


@dataclass(frozen=True, slots=True)
class Alike:
    """Findings of one rule with the same text: one decision can settle them."""

    text: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one rule in one document."""

    rule: str
    severity: Severity
    message: str
    remedy: str
    alike: tuple[Alike, ...]

    @property
    def count(self) -> int:
        """How many places."""
        return sum(len(alike.findings) for alike in self.alike)

    @property
    def fresh(self) -> int:
        """How many of them are new or stand between other words since the last check."""
        return sum(f.change in (Change.NEW, Change.CHANGED) for alike in self.alike for f in alike.findings)


def groups(findings: Iterable[Finding], severity: Severity) -> list[Group]:
    """The findings of one severity by rule, in the order they come; within a rule like texts together."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.severity is severity:
            by_rule.setdefault(finding.rule, []).append(finding)
    return [_group(rule, found) for rule, found in by_rule.items()]


def _group(rule: str, found: Sequence[Finding]) -> Group:
    by_text: dict[str, list[Finding]] = {}
    for finding in found:
        by_text.setdefault(folded(finding.text) or finding.text, []).append(finding)
    alike = tuple(Alike(findings[0].text, tuple(findings)) for findings in by_text.values())
    first = found[0]
    return Group(rule, first.severity, _shared_message(found), first.suggestion, alike)


def _shared_message(found: Sequence[Finding]) -> str:
    """The rule's message without what is said of one place alone: the sentence that all begin with."""
    sentences = [finding.message.split(". ") for finding in found]
    if all(parts[0] == sentences[0][0] for parts in sentences):
        return sentences[0][0].rstrip(".") + "."
    return found[0].message


def detail(finding: Finding, group: Group) -> str:
    """What the finding's message says beyond its group's."""
    return finding.message.removeprefix(group.message).strip()
