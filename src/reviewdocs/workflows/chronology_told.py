"""What is told of a merge or a check of chronologies."""

from __future__ import annotations

from collections import Counter
from typing import Any

from reviewdocs.chronology.faults import FaultKind
from reviewdocs.chronology.merging import Account
from reviewdocs.workflows.chronology import ChronologyResult


def lines(result: ChronologyResult) -> list[str]:
    """What a person is told of a merge or a check."""
    told = [line for account in result.accounts for line in _account(account, checked=result.checked_only)]
    told += _faults(result)
    told += _gaps(result)
    told.append(_sum(result))
    if result.typed:
        told.append(
            f"{result.typed} entries typed in the review's data stand beside the merged ones: {result.entries} in all."
        )
    if result.added:
        told.append(f"{result.added} were added to what was merged before; they are marked NEW.")
    told += [f"→ {path}" for path in result.written]
    told += [f"{path} was edited and stays; the new one is beside it." for path in result.left_alone]
    return told


def _account(account: Account, *, checked: bool) -> list[str]:
    if account.refused:
        return [f"REFUSED  {account.file}: {account.refused}"]
    parts = [f"{account.merged} {'to merge' if checked else 'merged'}"]
    if account.known:
        parts.append(f"{account.known} there already")
    if account.aside:
        why = _counted(account.aside)
        parts.append(f"{account.aside.total()} set aside ({why})")
    heads = account.headings
    beside = f"; beside them {heads} row{'s' if heads != 1 else ''} of headings" if heads else ""
    told = [f"{account.agency or 'by row':10} {account.file}: {account.rows} rows = {' + '.join(parts)}{beside}"]
    if account.gone:
        told.append(f"           {account.gone} entries merged earlier are no longer in it; they stay.")
    return told + [f"           Not read: {what}." for what in account.unread]


def _counted(kinds: Counter[FaultKind]) -> str:
    return ", ".join(f"{count} {kind.replace('-', ' ')}" for kind, count in kinds.most_common())


def _faults(result: ChronologyResult) -> list[str]:
    """Each row set aside; each fault of the others in a check, and only how many there are in a merge."""
    shown = [told for told in result.faults if told.aside or result.checked_only]
    marked = Counter(told.fault.kind for told in result.faults if not told.aside)
    told = [f"  {t.file}, {t.place}: {'set aside: ' if t.aside else ''}{t.fault}" for t in shown]
    if marked and not result.checked_only:
        which = _counted(marked)
        told.append(f"Merged and marked to check: {which}. `reviewdocs chronology check` lists each.")
    return told


def _gaps(result: ChronologyResult) -> list[str]:
    told = [f"No contact by any agency: {g.start:%d/%m/%Y} to {g.end:%d/%m/%Y} ({g.days} days)" for g in result.gaps]
    for agency, stretches in result.silent.items():
        longest = max(stretches, key=lambda stretch: stretch.days)
        several = f"{len(stretches)} stretches without contact, the longest" if len(stretches) > 1 else "no contact"
        told.append(f"{agency}: {several} {longest.start:%d/%m/%Y} to {longest.end:%d/%m/%Y} ({longest.days} days)")
    return told


def _sum(result: ChronologyResult) -> str:
    merged, known = sum(a.merged for a in result.accounts), sum(a.known for a in result.accounts)
    aside = result.aside.total()
    done = "to merge" if result.checked_only else "merged"
    parts = f"{merged} {done} + {known} there already + {aside} set aside"
    refused = sum(bool(account.refused) for account in result.accounts)
    unread = f" {refused} file{'s' if refused != 1 else ''} could not be read: see REFUSED." if refused else ""
    return f"Rows: {result.rows} in = {parts}. Every row is accounted for.{unread}"


def plain(result: ChronologyResult) -> dict[str, Any]:
    """The same as plain data, for another program."""
    return {
        "schema": "reviewdocs/chronology/1",
        "files": [
            {"file": a.file, "agency": a.agency, "rows": a.rows, "merged": a.merged, "known": a.known,
             "set_aside": dict(a.aside), "headings": a.headings, "gone": a.gone, "marked": dict(a.faults),
             "unread": list(a.unread), "refused": a.refused or None}
            for a in result.accounts
        ],
        "faults": [
            {"file": t.file, "place": t.place, "kind": t.fault.kind, "found": t.fault.found, "message": str(t.fault),
             "set_aside": t.aside}
            for t in result.faults
        ],
        "rows": result.rows, "entries": result.entries, "typed": result.typed, "added": result.added,
        "gaps": [{"start": g.start.isoformat(), "end": g.end.isoformat(), "days": g.days} for g in result.gaps],
        "silent": {agency: [{"start": g.start.isoformat(), "end": g.end.isoformat(), "days": g.days} for g in stretches]
                   for agency, stretches in result.silent.items()},
        "written": [str(path) for path in result.written],
    }  # fmt: skip
