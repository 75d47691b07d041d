"""What `decide` shows before it records, asks, and tells afterwards."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from reviewdocs.cli.common import finish, printable, say, say_json
from reviewdocs.errors import ReviewdocsError, UsageError

if TYPE_CHECKING:
    from reviewdocs.store.case import Case
    from reviewdocs.workflows.decide import Recorded, Settled, Wish

_SHOWN = 60
"""Places that are shown one by one; of more the number is told."""


@dataclass(frozen=True, slots=True)
class Told:
    """How the command answers, whether one decision that cannot be stops the others, and whether nobody is asked."""

    quiet: bool
    as_json: bool
    all_or_nothing: bool
    yes: bool

    def ask(self) -> None:
        """Ask whoever sits at a keyboard whether to go on; what no person started goes on.

        Raises:
            UsageError: it shall not be recorded.
        """
        if self.yes or self.quiet or self.as_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
            return
        if not typer.confirm("Record this?", default=True):
            raise UsageError("Nothing was recorded.", remedy="Decide otherwise, or give other words.")


def shown(case: Case, wishes: Sequence[Wish], how: Told, *, chosen: bool) -> bool:
    """Show what is about to be recorded: each finding, and the sentence that results where words change.

    Returns:
        Whether there is anything to ask about: what is wrong with the wishes is told when they are recorded.
    """
    from reviewdocs.workflows.decide import preview

    silent = how.quiet or how.as_json
    try:
        places = preview(case, wishes)
    except ReviewdocsError:
        return False
    if chosen:
        say(f"{len(places)} place(s):", quiet=silent)
    for place in places[:_SHOWN]:
        known_by, before = f"[{place.finding.id}]", " ".join(place.finding.context.split())
        if place.sentence:
            say(f"  {known_by} now:  {before}", quiet=silent)
            say(f"  {'':{len(known_by)}} then: {' '.join(place.sentence.split())}", quiet=silent)
        else:
            say(f"  {known_by} {place.finding.rule}: “{place.finding.text}” in “{before}”", quiet=silent)
    if len(places) > _SHOWN:
        say(f"  … and {len(places) - _SHOWN} more", quiet=silent)
    return True


def tell(case: Case, wishes: Sequence[Wish | ReviewdocsError], how: Told, where: Sequence[str] = ()) -> None:
    """Record, and say what was recorded and what could not be.

    Args:
        case: the case.
        wishes: what is to be decided.
        how: to answer.
        where: the row of each wish; empty where they come from the command line.
    """
    from reviewdocs.store.decider import remembered
    from reviewdocs.workflows.decide import decide_all

    before = remembered(case)
    settled = decide_all(case, wishes, all_or_nothing=how.all_or_nothing)
    if settled.refused and not settled.recorded and len(wishes) == 1 and not where:
        raise settled.refused[0].error
    if how.as_json:
        say_json(_as_json(settled, where))
    else:
        for line in _lines(settled.recorded):
            say(line, quiet=how.quiet)
        if settled.recorded and not any(getattr(wish, "by", "") for wish in wishes):
            say(f"{before} is remembered from before: --by names somebody else.", quiet=how.quiet)
        elif settled.recorded and remembered(case) != before:
            say(f"{remembered(case)} is remembered for this case: --by may be left out.", quiet=how.quiet)
    if settled.refused:
        _tell_refused(settled, len(wishes), how, where)


def _tell_refused(settled: Settled, wished: int, how: Told, where: Sequence[str]) -> None:
    """Tell each fault once, by its row, and end with its code."""
    faults = {(where[one.number] if where else "", str(one.error)): None for one in settled.refused}
    for place, why in faults:
        typer.echo(printable(f"NOT RECORDED  {f'{place}: ' if place else ''}{why}"), err=True)
    others = wished - len(settled.refused)
    kept = f"the other {others} were recorded." if settled.recorded else "none was recorded."
    if others and not settled.recorded and how.all_or_nothing:
        kept += " --no-all-or-nothing records those that can be."
    typer.echo(f"{len(settled.refused)} of {wished} decision(s) cannot be recorded; {kept}", err=True)
    finish(max(one.error.exit_code for one in settled.refused))


def _as_json(settled: Settled, where: Sequence[str]) -> dict[str, object]:
    rows = [
        {
            "decision": one.decision.shown.model_dump(mode="json"),
            "finding": one.decision.finding.id,
            "new": one.new,
            "places": one.places,
            "sentences": list(one.sentences),
        }
        for one in settled.recorded
    ]
    faults = [
        {"number": one.number, "row": where[one.number] if where else None, "reason": str(one.error)}
        for one in settled.refused
    ]
    first = rows[0] if len(rows) == 1 else {}
    return {"schema": "reviewdocs/decided/1", **first, "decided": rows, "refused": faults}


def _lines(recorded: Sequence[Recorded]) -> Iterator[str]:
    """What was recorded, for the screen."""
    if len(recorded) == 1:
        yield from _one(recorded[0])
        return
    new = [one for one in recorded if one.new]
    if new:
        numbers = f"{new[0].decision.number} to {new[-1].decision.number}"
        kinds = ", ".join(dict.fromkeys(str(one.decision.action) for one in new))
        yield f"Recorded {len(new)} decisions, {numbers}: {kinds}, by {new[0].decision.by}."
    if len(recorded) > len(new):
        yield f"{len(recorded) - len(new)} were recorded already, just so."
    yield from _effect(new)


def _one(recorded: Recorded) -> Iterator[str]:
    from reviewdocs.model.decisions import Action, Scope

    decision = recorded.decision
    if not recorded.new:
        yield f"Just this was recorded already, as decision {decision.number}."
        return
    places = f"everywhere in this review ({recorded.places} in the last checks)"
    where = places if decision.scope is Scope.EVERYWHERE else "in this place"
    yield f"Recorded as decision {decision.number}: {decision.action}, {where}, by {decision.by}."
    yield from _effect([recorded])
    if decision.action is Action.WITHDRAW:
        yield f"Decision {decision.argument} no longer holds; it stays in the record."


def _effect(recorded: Sequence[Recorded]) -> Iterator[str]:
    from reviewdocs.model.decisions import Action

    if any(one.decision.action is Action.ADD_TO_MAP or one.decision.action.rewords for one in recorded):
        yield "It takes effect on the next `reviewdocs anonymise --case`; then check the new copy."
