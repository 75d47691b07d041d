"""The command that records decisions on findings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewdocs.cli.common import PassphraseOption, open_case, say, say_json, tidy
from reviewdocs.cli.deciding import Told, shown, tell
from reviewdocs.errors import UsageError

if TYPE_CHECKING:
    from reviewdocs.model.decisions import Action
    from reviewdocs.store.case import Case
    from reviewdocs.workflows.decide import Wish

_ACTIONS = (
    "--accept, --not-identifying, --replace-with TEXT, --remove, --add-to-map ID, --looked-at or --withdraw; or a "
    "worksheet with --from FILE"
)


def decide(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.", show_default=False)],
    findings: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FINDING-ID]...",
            help="The ids that `check --case` prints in [ ], or as much of each beginning as no other has.",
            show_default=False,
        ),
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="It stays: the risk is accepted.")] = False,
    not_identifying: Annotated[bool, typer.Option("--not-identifying", help="It identifies nobody.")] = False,
    replace_with: Annotated[
        str | None, typer.Option("--replace-with", metavar="TEXT", help="The next `anonymise` puts these words there.")
    ] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help="The next `anonymise` takes the words out, and leaves a whole sentence.")
    ] = False,
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
    rule: Annotated[str, typer.Option(metavar="RULE", help="All open findings of this rule, instead of ids.")] = "",
    text: Annotated[str, typer.Option(metavar="TEXT", help="All open findings of this text, instead of ids.")] = "",
    worksheet: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="The decisions of a worksheet that `check --format xlsx` wrote."),
    ] = None,
    all_or_nothing: Annotated[
        bool,
        typer.Option(
            "--all-or-nothing/--no-all-or-nothing",
            help="Of several decisions record none where one cannot be, or those that can.",
        ),
    ] = True,
    reason: Annotated[str, typer.Option(help="Why; needed for every decision but --looked-at.")] = "",
    by: Annotated[str, typer.Option(help="Who decides; the case remembers it from the first decision on.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before recording.")] = False,
    listing: Annotated[bool, typer.Option("--list", help="Show every decision of the case instead.")] = False,
    export: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the record without real names instead, as .csv or .json."),
    ] = None,
    passphrase_file: PassphraseOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for another program.")] = False,
) -> None:
    """Record decisions on findings; nothing that is recorded is ever changed or erased.

    Example:  reviewdocs decide my-case 1f0c9a77 --accept --reason "Agreed with the family" --by "A Officer"
    """
    from reviewdocs.model.decisions import Action

    wanted = [
        (action, argument or "")
        for action, given, argument in (
            (Action.ACCEPT, accept, ""),
            (Action.NOT_IDENTIFYING, not_identifying, ""),
            (Action.REPLACE_WITH, replace_with is not None, replace_with),
            (Action.REMOVE, remove, ""),
            (Action.ADD_TO_MAP, add_to_map is not None, add_to_map),
            (Action.LOOKED_AT, looked_at, ""),
            (Action.WITHDRAW, withdraw, ""),
        )
        if given
    ]
    meant = bool(findings or rule or text)
    how = Told(quiet=quiet, as_json=as_json, all_or_nothing=all_or_nothing, yes=yes)
    alone = [bool(listing), export is not None, worksheet is not None]
    if any(alone):
        if sum(alone) > 1 or wanted or meant:
            raise UsageError("--list, --export and --from stand alone.",
                             remedy="Leave out the finding and the decision.")  # fmt: skip
        if listing:
            _list(case, as_json=as_json)
        elif export:
            _export(case, export, passphrase_file, quiet=quiet)
        elif worksheet:
            _from(open_case(case, passphrase_file), worksheet, by, how)
        return
    _refuse_unclear(findings or (), bool(rule or text), wanted)
    (action, argument), opened = wanted[0], open_case(case, passphrase_file)
    wishes = _wishes(opened, findings or (), rule, text, (action, argument), everywhere, (reason, by))
    if (rule or text or action.rewords) and shown(opened, wishes, how, chosen=not findings):
        how.ask()
    tell(opened, wishes, how)


def _refuse_unclear(ids: Sequence[str], chosen: bool, wanted: Sequence[tuple[Action, str]]) -> None:
    if ids and chosen:
        raise UsageError("Ids, or a rule or text: not both.", remedy="Leave out --rule and --text, or the ids.")
    if not (ids or chosen):
        raise UsageError("Which finding is decided?",
                         remedy="Give the id that `reviewdocs check --case` prints in [ ], several of them, "
                         "--rule RULE or --text TEXT.")  # fmt: skip
    if len(wanted) != 1:
        raise UsageError("A decision is one thing.", remedy=f"Give one of {_ACTIONS}.")


def _wishes(
    case: Case,
    ids: Sequence[str],
    rule: str,
    text: str,
    decision: tuple[Action, str],
    everywhere: bool,
    who: tuple[str, str],
) -> list[Wish]:
    """What is to be decided, a wish a finding."""
    from reviewdocs.workflows.choosing import chosen
    from reviewdocs.workflows.decide import Wish

    action, argument = decision
    if not ids:
        ids = [finding.id for finding in chosen(case, action, rule=rule, text=text, everywhere=everywhere)]
    return [Wish(known_by, action, who[0], who[1], argument, everywhere) for known_by in dict.fromkeys(ids)]


def _from(case: Case, worksheet: Path, by: str, how: Told) -> None:
    """Record what a worksheet decides."""
    from reviewdocs.workflows.decide import Wish
    from reviewdocs.workflows.worksheet_reading import worksheet_wishes

    rows = worksheet_wishes(case, worksheet, by)
    if not rows:
        raise UsageError("No row of the worksheet has a decision.", where=str(worksheet),
                         remedy="Choose one in the column decision, and say why.")  # fmt: skip
    wishes = [row.wish for row in rows]
    changing = [wish for wish in wishes if isinstance(wish, Wish) and wish.action.rewords]
    if len(wishes) == sum(isinstance(wish, Wish) for wish in wishes) and changing:
        shown(case, changing, how, chosen=False)
        how.ask()
    tell(case, wishes, how, [row.row for row in rows])


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
