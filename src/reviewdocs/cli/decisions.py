"""The command that records decisions on findings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewdocs.cli.common import PassphraseOption, open_case, say, say_json, tidy
from reviewdocs.errors import UsageError

if TYPE_CHECKING:
    from reviewdocs.workflows.decide import Recorded

_ACTIONS = "--accept, --not-identifying, --replace-with TEXT, --add-to-map ID, --looked-at or --withdraw"


def decide(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.", show_default=False)],
    finding: Annotated[
        str,
        typer.Argument(metavar="[FINDING-ID]", help="The id that `check --case` prints in [ ].", show_default=False),
    ] = "",
    accept: Annotated[bool, typer.Option("--accept", help="It stays: the risk is accepted.")] = False,
    not_identifying: Annotated[bool, typer.Option("--not-identifying", help="It identifies nobody.")] = False,
    replace_with: Annotated[
        str | None, typer.Option("--replace-with", metavar="TEXT", help="The next `anonymise` puts these words there.")
    ] = None,
    add_to_map: Annotated[
        str | None,
        typer.Option("--add-to-map", metavar="ID", help="It is a further name of this entry of the map, for good."),
    ] = None,
    looked_at: Annotated[
        bool, typer.Option("--looked-at", help="You looked at this picture, and nobody can be told by it.")
    ] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="The earlier decision no longer holds.")] = False,
    everywhere: Annotated[
        bool, typer.Option("--everywhere", help="All like places of this review, not this one alone.")
    ] = False,
    reason: Annotated[str, typer.Option(help="Why; needed for every decision but --looked-at.")] = "",
    by: Annotated[str, typer.Option(help="Who decides; needed for every decision.")] = "",
    listing: Annotated[bool, typer.Option("--list", help="Show every decision of the case instead.")] = False,
    export: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the record without real names instead, as .csv or .json."),
    ] = None,
    passphrase_file: PassphraseOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for another program.")] = False,
) -> None:
    """Record a decision on a finding; nothing that is recorded is ever changed or erased.

    Example:  reviewdocs decide my-case 1f0c9a77 --accept --reason "Agreed with the family" --by "A Officer"
    """
    from reviewdocs.model.decisions import Action
    from reviewdocs.workflows.decide import Wish
    from reviewdocs.workflows.decide import decide as job

    chosen = [
        (action, argument or "")
        for action, given, argument in (
            (Action.ACCEPT, accept, ""),
            (Action.NOT_IDENTIFYING, not_identifying, ""),
            (Action.REPLACE_WITH, replace_with is not None, replace_with),
            (Action.ADD_TO_MAP, add_to_map is not None, add_to_map),
            (Action.LOOKED_AT, looked_at, ""),
            (Action.WITHDRAW, withdraw, ""),
        )
        if given
    ]
    if listing or export:
        if chosen or finding or (listing and export):
            raise UsageError("--list and --export stand alone.", remedy="Leave out the finding and the decision.")
        if export:
            _export(case, export, passphrase_file, quiet=quiet)
        else:
            _list(case, as_json=as_json)
        return
    if not finding:
        raise UsageError(
            "Which finding is decided?", remedy="Give the id that `reviewdocs check --case` prints in [ ]."
        )
    if len(chosen) != 1:
        raise UsageError("A decision is one thing.", remedy=f"Give one of {_ACTIONS}.")
    (action, argument), opened = chosen[0], open_case(case, passphrase_file)
    recorded = job(opened, Wish(finding, action, reason, by, argument, everywhere))
    if as_json:
        say_json({"schema": "reviewdocs/decided/1", **_as_json(recorded)})
    else:
        for line in _told(recorded):
            say(line, quiet=quiet)


def _as_json(recorded: Recorded) -> dict[str, object]:
    shown = recorded.decision.shown.model_dump(mode="json")
    return {"decision": shown, "finding": recorded.decision.finding.id, "new": recorded.new, "places": recorded.places}


def _told(recorded: Recorded) -> list[str]:
    """A recorded decision for the screen."""
    from reviewdocs.model.decisions import Action, Scope

    decision = recorded.decision
    if not recorded.new:
        return [f"Just this was recorded already, as decision {decision.number}."]
    places = f"everywhere in this review ({recorded.places} in the last checks)"
    where = places if decision.scope is Scope.EVERYWHERE else "in this place"
    lines = [f"Recorded as decision {decision.number}: {decision.action}, {where}, by {decision.by}."]
    if decision.action in (Action.ADD_TO_MAP, Action.REPLACE_WITH):
        lines.append("It takes effect on the next `reviewdocs anonymise --case`; then check the new copy.")
    if decision.action is Action.WITHDRAW:
        lines.append(f"Decision {decision.argument} no longer holds; it stays in the record.")
    return lines


def _list(folder: Path, *, as_json: bool) -> None:
    from reviewdocs.store.decisions import DecisionBook
    from reviewdocs.workflows.decide import states

    listed = states(DecisionBook(open_case(folder)).decisions())
    if as_json:
        rows = [{**d.shown.model_dump(mode="json"), "finding": d.finding.id, "rule": d.finding.rule,
                 "text": d.finding.text, "state": state.value} for d, state in listed]  # fmt: skip
        say_json({"schema": "reviewdocs/decisions/1", "decisions": rows})
        return
    for d, state in listed:
        extra = f" {d.argument}" if d.argument else ""
        say(f"{d.number:>4}  {d.at:%d %b %Y %H:%M}  {d.by}: {d.action}{extra} ({d.scope}; {state})")
        say(f"      {d.finding.rule}: “{d.finding.text}” [{d.finding.id}] in {d.document}")
        say(f"      {d.reason}")
    say(f"{len(listed)} decision(s). This list may show real names; --export writes one without.")


def _export(folder: Path, file: Path, passphrase_file: Path | None, *, quiet: bool) -> None:
    from reviewdocs.workflows.decisions_export import export as job

    tidy(file.parent)
    count = job(open_case(folder, passphrase_file), file)
    say(f"Written without real names: {count} decision(s) to {file}.", quiet=quiet)
