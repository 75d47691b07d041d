"""The pseudonym map: what is doubtful in it, a proposal from data and drafts, the file to take away and bring back."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import ReviewdocsError, UsageError
from reviewdocs.formats.files import read_file
from reviewdocs.policy.schemes import Section
from reviewdocs.store.case import Case
from reviewdocs.web.desk import case_in, files_of
from reviewdocs.web.jobs import Answer, Tell
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, say, show, start
from reviewdocs.web.screens.download import sent_as
from reviewdocs.web.screens.drafts import TYPES
from reviewdocs.workflows.pseudonyms.adding import Newcomer, add_to_map, kinds_of
from reviewdocs.workflows.pseudonyms.linting import LintReport, lint
from reviewdocs.workflows.pseudonyms.locking import lock, unlock
from reviewdocs.workflows.pseudonyms.replacing import as_workbook, replace_map

PROPOSED = "pseudonyms-proposed"


async def overview(request: Request) -> Response:
    """Doubts, proposals, and what can be done with the file."""
    desk, case = desk_of(request), case_of(request)
    report, trouble = (None, "") if desk.is_locked(case) else await asyncio.to_thread(_report, case)
    kinds = {} if desk.is_locked(case) else await asyncio.to_thread(_kinds, case)
    proposals = [(file.name, desk.file_handle(case, file)) for file in files_of(case) if file.name.startswith(PROPOSED)]
    handle = desk.file_handle(case, case.map_file) if case.map_file.is_file() else ""
    return show(request, "map", title="Pseudonym map", case=case, report=report, trouble=trouble, file=handle,
                proposals=proposals, locked=desk.is_locked(case), told=bool(desk.password(case)),
                workbook=case.map_file.suffix == ".xlsx",
                is_locked=case.map_file.suffix == ".locked", kinds=kinds)  # fmt: skip


async def workbook(request: Request) -> Response:
    """The map as a workbook."""
    return sent_as("pseudonyms.xlsx", await asyncio.to_thread(as_workbook, case_of(request)))


async def add(request: Request) -> Response:
    """Put somebody or something into the map."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    if sent.text("section") not in tuple(Section):
        raise UsageError("It is not said whether it is a person, a place or an organisation.", remedy="Choose one.")
    also = tuple(filter(None, (" ".join(name.split()) for name in re.split("[;\n]", sent.secret("also")))))
    new = Newcomer(Section(sent.text("section")), sent.text("kind"), sent.text("forename"), sent.text("surname"),
                   sent.text("name"), also, sent.text("pseudonym"))  # fmt: skip
    entry = await asyncio.to_thread(add_to_map, case, new)
    say(request, f"Added: {getattr(entry, 'pseudonym', '')} is in the map now. The next copies are made with it.")
    return go(f"/case/{desk.handle(case)}/map#add")


async def bring_back(request: Request) -> Response:
    """Take a changed map in the place of the one that is there."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    upload = sent.uploads("file")[0]
    await _replace(request, case, upload.name, upload.data)
    return go(f"/case/{desk.handle(case)}/map")


async def accept(request: Request) -> Response:
    """Take a proposal for the map."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    file = desk.file(case, sent.text("proposal"))
    if file.parent != case.records or not file.name.startswith(PROPOSED):
        raise UsageError("This is no proposal for a map.", remedy="Choose one of the list.")
    await _replace(request, case, file.name, await asyncio.to_thread(read_file, file))
    return go(f"/case/{desk.handle(case)}/map")


async def propose(request: Request) -> Response:
    """Draft what the map is missing."""
    desk, case = desk_of(request), case_of(request)
    desk.take_password(case, (await form(request)).secret("password"))
    back = f"/case/{desk.handle(case)}/map"
    return start(
        request, "Proposing a map", back, make_proposal, case.folder, desk.passphrase(case), desk.password(case)
    )


def make_proposal(tell: Tell, folder: Path, passphrase: str, password: str) -> Answer:
    """The work of drafting it."""
    from reviewdocs.workflows.pseudonyms.proposing import Wanted
    from reviewdocs.workflows.pseudonyms.proposing import propose as job

    case = case_in(folder, passphrase)
    drafts = tuple(f for f in files_of(case) if f.parent == case.drafts and f.suffix.lower() in TYPES)
    done = job(Wanted(case=case, documents=drafts), case.passphrase, password=password, progress=tell)
    said = [f"NOT READ: {reason}" for reason in done.failed] + list(done.notes)
    if done.file is None:
        return {"lines": [*said, "Nothing is missing from the map, as far as could be told."]}
    added = ", ".join(f"{count} {name}" for name, count in done.added.items())
    return {"lines": [f"Proposed: {added}, in {done.file.name}.", *said, "Read it and correct it, then use it."]}


async def lock_it(request: Request) -> Response:
    """Lock the map with a new passphrase."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    first, second = sent.secret("passphrase"), sent.secret("again")
    if first != second:
        raise UsageError("The two passphrases are not the same, so nothing was locked.", remedy="Type it twice again.")
    await asyncio.to_thread(lock, case.folder, lambda _: first)
    say(request, "The map is locked. Without its passphrase nobody can read it, and nothing can recover it: keep it "
        "apart from this computer, with somebody else knowing where. Earlier copies of the map may be kept for a while "
        "by disks and backups.")  # fmt: skip
    return go(f"/case/{desk.handle(case)}/map")


async def unlock_it(request: Request) -> Response:
    """Make it plain again, for good."""
    desk, case = desk_of(request), case_of(request)
    await form(request)
    await asyncio.to_thread(unlock, case.folder, case.passphrase)
    desk.lock(case)
    say(request, "The map is no longer locked: anybody who can open this folder can read it.")
    return go(f"/case/{desk.handle(case)}/map")


async def _replace(request: Request, case: Case, name: str, data: bytes) -> None:
    done = await asyncio.to_thread(replace_map, case, name, data)
    kept = f" The one before is kept as earlier/{done.earlier.name} among the records." if done.earlier else ""
    told = f"This is the map now, with {done.people} people.{kept}" if done.changed else "This is the map already."
    say(request, told)


def _kinds(case: Case) -> dict[Section, list[str]]:
    """What can be added, with the kinds to choose from; nothing where the map cannot be used."""
    try:
        return kinds_of(case.load_map())
    except ReviewdocsError:
        return {}


def _report(case: Case) -> tuple[LintReport | None, str]:
    try:
        return lint(case.folder, passphrase=case.passphrase), ""
    except ReviewdocsError as error:
        return None, f"{error.what} {error.remedy}"


SCREEN = Screen("map", "Map", [
    Step("/case/{case}/map", "GET", overview),
    Step("/case/{case}/map", "POST", bring_back),
    Step("/case/{case}/map/workbook", "GET", workbook),
    Step("/case/{case}/map/add", "POST", add),
    Step("/case/{case}/map/accept", "POST", accept),
    Step("/case/{case}/map/propose", "POST", propose),
    Step("/case/{case}/map/lock", "POST", lock_it),
    Step("/case/{case}/map/unlock", "POST", unlock_it),
])  # fmt: skip
