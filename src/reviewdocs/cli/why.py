"""Commands that say why: explain a place, print the rules."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewdocs.cli.common import PassphraseOption, map_of, password_of, say, say_json
from reviewdocs.cli.publication import CaseOption, Json, MapOption, PasswordOption
from reviewdocs.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewdocs.model.explanation import Explanation


class RuleKind(StrEnum):
    """What `rules` prints."""

    SIGNAL = "signal"
    VETO = "veto"
    RECOGNISER = "recogniser"
    FILTER = "filter"
    RULE = "rule"


def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", readable=False, help="A document.", show_default=False)],
    word: Annotated[
        str, typer.Argument(metavar="WORD", help="A word of it, or several in quotes.", show_default=False)
    ],
    case: CaseOption = None,
    map_file: MapOption = None,
    password_from: PasswordOption = None,
    passphrase_file: PassphraseOption = None,
    as_json: Json = False,
) -> None:
    """Say of each place of a word why it is replaced, kept, or left: what it may mean, and what moved the decision.

    Example:  reviewdocs explain draft.docx Autumn --case cases/LCSPR-2026-01
    """
    from reviewdocs.workflows.explain import explain as job

    if not any(map(str.isalnum, word)):
        raise UsageError("No word was given.", remedy="Say which word of the document is to be explained.")
    pmap, opened = map_of(case, map_file, passphrase_file)
    if pmap is None:
        raise UsageError("No pseudonym map.", remedy="Give --case CASE, or --map MAP.")
    found = job(file, word, pmap=pmap, case=opened, password=password_of(password_from))
    if as_json:
        places = [asdict(place) for place in found]
        say_json({"schema": "reviewdocs/explained/1", "file": str(file), "word": word, "places": places})
        return
    if not found:
        say(f"“{word}” does not occur in {file.name}, and nothing in it is like it.")
    for number, place in enumerate(found, 1):
        for line in _told(number, place):
            say(line)


def _told(number: int, place: Explanation) -> Iterator[str]:
    """One place in a few lines."""
    becomes = f" by “{place.replacement}”" if place.replacement else ""
    yield f"{number}. {place.where}: {place.text}: {place.became}{becomes}"
    yield f"   “{' '.join(place.sentence.split())}”"
    if place.veto:
        yield f"   Overruled by: {place.veto}."
    for reading in place.readings:
        likeness = f"{reading.likeness} ({reading.closeness:.2f})"
        yield f"   {reading.word}: may be {reading.part} of {reading.who}: {likeness}"
    if place.probability is not None and not place.veto:
        yield f"   A name that the map knows: {place.probability:.2f}; one that must not stay: {place.identifying:.2f}."
    if len(place.bearers) > 1:
        yield f"   Meant, if anybody: {', '.join(f'{b.who} {b.probability:.2f}' for b in place.bearers)}."
    if place.signals:
        moved = (f"{signal.signal} = {signal.value:g} ({signal.by:+.2f})" for signal in place.signals)
        yield f"   Moved most: {'; '.join(moved)}."


def rules(
    kind: Annotated[
        RuleKind | None, typer.Argument(metavar="[KIND]", help="signal, veto, recogniser, filter or rule; absent: all.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Print every signal, veto, recogniser, filter and rule that decides, what it does, and an example.

    Example:  reviewdocs rules veto
    """
    from reviewdocs.workflows.rules import rules as job

    found = [rule for rule in job() if kind is None or rule.kind == kind.value]
    if as_json:
        say_json({"schema": "reviewdocs/rules/1", "rules": [asdict(rule) for rule in found]})
        return
    for rule in found:
        severity = f", {rule.severity}" if rule.severity else ""
        say(f"{rule.kind:10}  {rule.name}{severity}: {rule.does}")
        for example in rule.examples[:1]:
            say(f"            e.g. {' '.join(example.split())}")
