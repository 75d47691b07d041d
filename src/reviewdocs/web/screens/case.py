"""One case: where it stands, what comes next, and what lies in it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.model.words import Audience
from reviewdocs.store.case import Case
from reviewdocs.web.desk import Desk, files_of
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, show
from reviewdocs.web.screens.drafts import drafts_of
from reviewdocs.web.screens.undecided import board_of
from reviewdocs.workflows.copies import Copied, copies
from reviewdocs.workflows.signing import all_sign_offs
from reviewdocs.workflows.validate import ValidationResult, validate


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the case as screens list it."""

    name: str
    handle: str
    size: int


@dataclass(frozen=True, slots=True)
class Stage:
    """A step on the way to copies that can go to review: whether it is done, whether the others can go without it, and
    what to say of it."""

    screen: str
    title: str
    done: bool
    told: str
    optional: bool = False


async def overview(request: Request) -> Response:
    """The way of the case, and what lies in it, folder by folder."""
    desk, case = desk_of(request), case_of(request)
    locked = desk.is_locked(case)
    stages = [] if locked else await asyncio.to_thread(lambda: list(_stages(desk, case)))
    folders = await asyncio.to_thread(_folders, desk, case)
    coming = next((stage for stage in stages if not (stage.done or stage.optional)), None)
    return show(
        request, "case", title="Overview", case=case, folders=folders, locked=locked, stages=stages, coming=coming
    )


def listed(desk: Desk, case: Case, folder: Path) -> list[Listed]:
    """The files in one folder of a case."""
    files = [file for file in files_of(case) if folder in file.parents]
    return [Listed(str(f.relative_to(folder)), desk.file_handle(case, f), f.stat().st_size) for f in files]


def _stages(desk: Desk, case: Case) -> Iterator[Stage]:
    """The way from nothing to copies that may be published."""
    checked = validate(case.folder, case.passphrase)
    drafts = drafts_of(desk, case)
    yield _data(checked, case, optional=bool(drafts))
    yield _map(checked, case)
    yield Stage("drafts", "Drafts", bool(drafts), f"{len(drafts)} in the case." if drafts else
                "Make them from the data, or bring your own Word files.")  # fmt: skip
    left = sum(draft.copied != "copied" for draft in drafts)
    missing = f"{left} of {len(drafts)} drafts have no copy, or they or the map were changed since."
    told = missing if left else "Every draft has a copy."
    yield Stage("anonymise", "Anonymise", bool(drafts) and not left, told if drafts else "There is no draft yet.")
    if checked.pseudonyms is None:
        yield Stage("undecided", "Settle what is undecided", False, "The map cannot be used yet.")
        return
    board, copied = board_of(case), copies(case)[0]
    waiting = " What was decided is not in the copies yet: make them again." if board.waiting else ""
    told = f"{board.open} to settle.{waiting}" if board.open or waiting else "Nothing is left to settle."
    done = bool(copied) and not board.open and not board.waiting
    yield Stage("undecided", "Settle what is undecided", done, told if copied else "There is no copy yet.")
    yield _review(case, copied)


def _review(case: Case, copied: list[Copied]) -> Stage:
    """Whether somebody has signed each public copy off, as it is now."""
    public = [one.entry["copy"]["sha256"] for one in copied if one.audience is Audience.PUBLIC and one.holds]
    latest = {signed.sha256: signed.may_go_out for signed in all_sign_offs(case)}
    left = sum(not latest.get(sha256, False) for sha256 in public)
    told = f"{left} of {len(public)} copies for publication are not signed off." if left else "Each copy is signed off."
    more = " Somebody who did not write them checks them, decides what is found, and signs."
    return Stage("review", "Review and sign-off", bool(public) and not left,
                 f"{told}{more if left else ''}" if public else "There is no copy yet.")  # fmt: skip


def _data(checked: ValidationResult, case: Case, *, optional: bool) -> Stage:
    errors = sum(Path(problem.file) == case.review_file for problem in checked.errors)
    unfilled = sum("to be filled in" in p.expected for p in checked.warnings if Path(p.file) == case.review_file)
    told = f"{errors} to mend. " if errors else f"{unfilled} still to fill in. " if unfilled else "It can be used."
    more = "You need it for drafts and letters that are made from it; with drafts of your own you can go on without."
    told += more if errors or unfilled else ""
    return Stage("data", "The review’s data", not (errors or unfilled), told, optional)


def _map(checked: ValidationResult, case: Case) -> Stage:
    unfilled = sum("to be filled in" in p.expected for p in checked.warnings if Path(p.file) == case.map_file)
    if checked.pseudonyms is None:
        return Stage("map", "The pseudonym map", False, "It is not there, or cannot be used. Look at what is wrong.")
    people = len(checked.pseudonyms.people)
    told = f"{unfilled} still to fill in: say who is called what, or have it proposed." if unfilled else \
        f"{people} people are in it."  # fmt: skip
    return Stage("map", "The pseudonym map", not unfilled, told)


def _folders(desk: Desk, case: Case) -> list[tuple[str, str, list[Listed]]]:
    told = (
        ("Drafts", "with real names", case.drafts),
        ("Letters", "with real names, but for those that leave the board", case.letters),
        ("Anonymised copies", "without them", case.anonymised),
        ("For publication", "", case.publication),
        ("Records", "with real names: keep them here", case.records),
    )
    return [(title, note, listed(desk, case, folder)) for title, note, folder in told]


SCREEN = Screen("case", "Overview", [Step("/case/{case}", "GET", overview)])
