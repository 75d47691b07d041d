"""Which findings of a case's last checks are meant by their rule, or by their text."""

from __future__ import annotations

from difflib import get_close_matches

from reviewdocs.errors import UsageError
from reviewdocs.model.decisions import Action, Decidable, SeenFinding
from reviewdocs.model.words import Severity
from reviewdocs.risk import rules
from reviewdocs.risk.decided import held, in_force
from reviewdocs.risk.place import folded
from reviewdocs.store.case import Case
from reviewdocs.workflows.decidable import how_far
from reviewdocs.workflows.decide import Desk


def chosen(
    case: Case, action: Action, *, rule: str = "", text: str = "", everywhere: bool = False
) -> tuple[SeenFinding, ...]:
    """The findings to decide, each once, in the order of the report.

    Args:
        case: the case.
        action: what is to be decided; to be withdrawn are those that a decision holds for.
        rule, text: all that wait for a decision and have this rule, this text, or both; of the text the letters count.
        everywhere: one of all like places is enough.

    Raises:
        UsageError: there are none, or no such rule.
        InputError: the record cannot be used.
    """
    unique: dict[str, SeenFinding] = {}
    for finding in _of(Desk(case), action, rule, text):
        unique.setdefault(finding.alike if everywhere else finding.id, finding)
    return tuple(unique.values())


def _of(desk: Desk, action: Action, rule: str, text: str) -> list[SeenFinding]:
    names = [registered.name for registered in rules.REGISTERED]
    seen = [sighting.finding for sighting in desk.seen]
    if rule and rule not in names and rule not in {finding.rule for finding in seen}:
        near = get_close_matches(rule, names, n=1)
        raise UsageError("There is no rule of this name.", where=rule[:40],
                         remedy=f"Did you mean {near[0]}?" if near else "See `reviewdocs rules rule`.")  # fmt: skip
    holding = held(seen, in_force(desk.decisions), desk.retold)
    wanted = folded(text) or text.strip()
    found = [
        finding
        for finding in seen
        if (not rule or finding.rule == rule)
        and (not text or (folded(finding.text) or finding.text.strip()) == wanted)
        and (finding.id in holding if action is Action.WITHDRAW else _waits(finding, finding.id in holding))
    ]
    if not found:
        waits = "that a decision holds for" if action is Action.WITHDRAW else "that waits for a decision"
        raise UsageError(f"The last checks of this case have no finding of this kind {waits}.",
                         remedy="Look at the last report, or check again with --case.")  # fmt: skip
    return found


def _waits(finding: SeenFinding, decided: bool) -> bool:
    looked_at = how_far(finding.rule) is Decidable.BY_LOOKING  # a note, and a person has to look all the same
    return not decided and (finding.severity is not Severity.NOTE or looked_at)
