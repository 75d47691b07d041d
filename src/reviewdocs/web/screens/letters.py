"""Letters: all that there are for a review, how many were made and sent, and the making of them."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import InputError, ReviewdocsError, UsageError
from reviewdocs.formats.files import read_file
from reviewdocs.generate.catalogue import Entry, TemplateKind, entries
from reviewdocs.store.case import Case
from reviewdocs.store.made import SENT, MadeFiles
from reviewdocs.web.desk import case_in, files_of
from reviewdocs.web.forms import Form
from reviewdocs.web.jobs import Answer, Tell
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, show, start
from reviewdocs.web.screens.download import sent_as
from reviewdocs.workflows.letters import SCHEMA, LetterOutcome


@dataclass(frozen=True, slots=True)
class Kind:
    """A letter that there is for this review, and how its files stand ("9 as made, 2 sent")."""

    entry: Entry
    stands: str


async def overview(request: Request) -> Response:
    """The letters of this type of review."""
    case = case_of(request)
    kinds, trouble = await asyncio.to_thread(_kinds, case)
    return show(request, "letters", title="Letters", case=case, kinds=kinds, trouble=trouble)


async def make(request: Request) -> Response:
    """Make those of one kind."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    recipients = list(sent.all("recipient"))
    if not recipients:
        raise UsageError("Nobody was chosen.", remedy="Tick at least one recipient.")
    letter = sent.text("letter")
    back = f"/case/{desk.handle(case)}/letters/{letter if letter.replace('-', '').isalnum() else ''}".rstrip("/")
    return start(request, f"Making {len(recipients)} letter{'s' if len(recipients) > 1 else ''}", back, make_letters,
                 case.folder, desk.passphrase(case), letter, recipients, day_of(sent, "date"),
                 sent.text("skip") == "yes", sent.text("pdf") == "yes")  # fmt: skip


async def all_of(request: Request) -> Response:
    """All letters of one kind in one archive."""
    case, wanted = case_of(request), request.path_params["letter"]
    data = await asyncio.to_thread(_archive, case, wanted)
    return sent_as(f"{wanted}.zip", data)


def make_letters(
    tell: Tell, folder: Path, passphrase: str, letter: str, recipients: list[str], on: dt.date | None = None,
    skip_incomplete: bool = False, pdf: bool = False,
) -> Answer:  # fmt: skip
    """The work of making them."""
    from reviewdocs.workflows.letters import letters
    from reviewdocs.workflows.letters.sending import Sending

    result = letters(case_in(folder, passphrase), letter, recipients, on=on, skip_incomplete=skip_incomplete,
                     sending=Sending(pdf=pdf), progress=tell)  # fmt: skip
    said = [_said(row) for row in result.letters]
    said += [f"Nobody's any more: {file}. {why}" for file, why in result.stale.items()]
    return {"lines": [*said, *result.warnings, *result.unlisted]}


def day_of(sent: Form, name: str) -> dt.date | None:
    """The day that a field holds; None where it is empty.

    Raises:
        UsageError: it holds something else.
    """
    told = sent.text(name)
    try:
        return dt.date.fromisoformat(told) if told else None
    except ValueError as error:
        raise UsageError("A day is expected, as 2031-05-14.", remedy="Go back and choose one.") from error


def letters_in(case: Case, folder: Path) -> list[Path]:
    """The letters that lie in a folder."""
    return [file for file in files_of(case) if file.parent == folder and file.suffix == ".docx"]


def _said(row: LetterOutcome) -> str:
    if row.output is None:
        return f"NOT DONE: {row.name}. {row.reason}"
    edited = ", ".join(path.name for path in row.left_alone)
    told = [row.reason, *row.notes, f"{edited} was edited and stays; the new one is beside it." if edited else ""]
    return f"{row.name}: {row.state}. {' '.join(filter(None, told))}".rstrip()


def _kinds(case: Case) -> tuple[list[Kind], str]:
    try:
        review = case.load_review()
        known = entries(TemplateKind.LETTER, review.review_type, case.templates)
    except ReviewdocsError as error:
        return [], error.what
    return [Kind(entry, _stands(case, entry)) for entry in known], ""


def _stands(case: Case, entry: Entry) -> str:
    folder = case.letters / entry.id
    made = MadeFiles(folder, folder / "manifest.json", SCHEMA)
    return in_words([state_of(made, file) for file in letters_in(case, folder)])


def state_of(made: MadeFiles, file: Path) -> str:
    """How a letter stands: as made, edited, sent; and what somebody has to settle first."""
    known = made.known(file.name)
    if SENT in known:
        return f"sent on {known[SENT]['on']}"
    state = "as made" if made.as_made(file.name) else "edited"
    return f"{state}; {known['undecided']} mention(s) to settle before it is sent" if known.get("undecided") else state


def in_words(states: Sequence[str]) -> str:
    """How many letters stand how: "7 as made, 2 sent"."""
    counted = Counter("sent" if state.startswith("sent") else state.partition(";")[0] for state in states)
    return ", ".join(f"{number} {state}" for state, number in counted.items())


def _archive(case: Case, letter: str) -> bytes:
    """Every letter of a kind, zipped.

    Raises:
        InputError: there is none.
    """
    files = letters_in(case, case.letters / letter) if letter.replace("-", "").isalnum() else []
    if not files:
        raise InputError("There are no such letters yet.", remedy="Make them first.")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(file.name, read_file(file))
    return packed.getvalue()


SCREEN = Screen("letters", "Letters", [
    Step("/case/{case}/letters", "GET", overview),
    Step("/case/{case}/letters", "POST", make),
    Step("/case/{case}/letters/{letter}/all", "GET", all_of),
])  # fmt: skip
