"""Everything that decides or finds, by name: signals, vetoes, recognisers, filters and rules, as registered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewdocs.detect.filters.filter import Reason


@dataclass(frozen=True, slots=True)
class RuleTold:
    """One of them.

    Attributes:
        kind: `signal`, `veto`, `recogniser`, `filter` or `rule`.
        name: stands in records, reports and explanations.
        does: what it sees, keeps or finds; of a filter, what it leaves out, why, and on what that rests.
        severity: a rule's.
        examples: texts in which it sees something; what a recogniser finds stands in « ».
    """

    kind: str
    name: str
    does: str
    severity: str
    examples: tuple[str, ...]


def rules() -> list[RuleTold]:
    """All of them, in the order in which they are registered."""
    return [*_signals(), *_vetoes(), *_recognisers(), *_filters(), *_rules()]


def _signals() -> Iterator[RuleTold]:
    from reviewdocs.detect.telling.signals.registered import SIGNALS as TELLING
    from reviewdocs.pseudonymise.signals.registered import SIGNALS

    for signal in SIGNALS:
        examples = tuple(f"{hit.text} → {hit.word}: {hit.column}" for hit in signal.hits)
        yield RuleTold("signal", signal.name, signal.sees, "", examples)
    for told in TELLING:
        examples = tuple(f"{hit.text}: {hit.column}" for hit in told.hits)
        yield RuleTold("signal", f"telling-{told.name}", told.sees, "", examples)


def _vetoes() -> Iterator[RuleTold]:
    from reviewdocs.pseudonymise.vetoes import BEFORE, VETOES

    for before in BEFORE:
        yield RuleTold("veto", before.name, before.what, "", before.examples)
    for veto in VETOES:
        yield RuleTold("veto", veto.name, veto.what, "", tuple(f"{hit.text} → {hit.word}" for hit in veto.hits))


def _recognisers() -> Iterator[RuleTold]:
    from reviewdocs.detect.recognisers import MODULES

    for module in MODULES:
        examples = tuple(hit if isinstance(hit, str) else hit[0] for hit in module.HITS)
        yield RuleTold("recogniser", module.RECOGNISER.name, _first_line(module), "", examples)


def _filters() -> Iterator[RuleTold]:
    from reviewdocs.detect.filters import MODULES
    from reviewdocs.detect.telling.decide import UNLIKELY
    from reviewdocs.risk.allowed import PERMITTED
    from reviewdocs.risk.letterhead import LETTERHEAD
    from reviewdocs.risk.typed import PROGRAM_WORDS

    for module in MODULES:
        yield RuleTold("filter", module.FILTER.name, _reason(module.FILTER), "", tuple(e.text for e in module.HITS))
    for reason in (UNLIKELY, PERMITTED, LETTERHEAD, PROGRAM_WORDS):
        yield RuleTold("filter", reason.name, _reason(reason), "", ())


def _reason(reason: Reason) -> str:
    return f"leaves out {reason.leaves_out}. {reason.why} Source: {reason.source}."


def _rules() -> Iterator[RuleTold]:
    from reviewdocs.risk.rules import MODULES

    for module in MODULES:
        rule = module.RULE
        examples = tuple(example.text for example in module.HITS if example.text)
        yield RuleTold("rule", rule.name, f"{rule.message} {rule.remedy}", rule.severity.value, examples)


def _first_line(module: ModuleType) -> str:
    """What a module says of itself, first."""
    return " ".join((module.__doc__ or "").partition("\n\n")[0].split())
