"""The gate: what is missing before documents are published, who approves them, the bundle, and whether it is whole."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import InputError, ReviewdocsError, UsageError
from reviewdocs.formats.files import read_file
from reviewdocs.model.findings import CheckReport
from reviewdocs.store.case import Case
from reviewdocs.web.desk import Desk, case_in, files_of
from reviewdocs.web.jobs import Answer, Job, JobState, Tell
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, say, show, start
from reviewdocs.web.screens.download import sent_as
from reviewdocs.web.screens.jobs import job_of
from reviewdocs.web.screens.review import title_of
from reviewdocs.workflows.decide import Desk as Decisions
from reviewdocs.workflows.publishing.approving import approve
from reviewdocs.workflows.publishing.bundle import MANIFEST, read_manifest
from reviewdocs.workflows.publishing.publish import Gate, gate, publish
from reviewdocs.workflows.publishing.verifying import verify
from reviewdocs.workflows.reviewing import as_decided


async def choose(request: Request) -> Response:
    """What can be published, and what was."""
    desk, case = desk_of(request), case_of(request)
    files = await asyncio.to_thread(_finished, desk, case)
    bundles = await asyncio.to_thread(_bundles, case)
    return show(request, "publication", title="Publication", case=case, files=files, bundles=bundles,
                locked=desk.is_locked(case))  # fmt: skip


async def begin(request: Request) -> Response:
    """Check the documents chosen, and see what is missing."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    files = [str(desk.file(case, handle)) for handle in sent.all("document")]
    if not files:
        raise UsageError("No document was chosen.", remedy="Tick at least one.")
    return start(request, "Looking at what is missing", f"/case/{desk.handle(case)}/publication/{{job}}", look,
                 case.folder, desk.passphrase(case), files)  # fmt: skip


def look(tell: Tell, folder: Path, passphrase: str, files: Sequence[str]) -> Answer:
    """The work of checking them."""
    stands = gate(case_in(folder, passphrase), [Path(file) for file in files], today=dt.date.today(), progress=tell)
    return {"folder": folder, "going-out": stands.report}


async def overview(request: Request) -> Response:
    """The list: what is met and what is missing, and who may approve."""
    desk, case = desk_of(request), case_of(request)
    if job_of(request).state in (JobState.FAILED, JobState.STOPPED):
        return go(f"/case/{desk.handle(case)}/publication")
    job = _job(request, case)
    stands = await asyncio.to_thread(_gate, case, job)
    documents = [(number, title_of(one)) for number, one in enumerate(stands.report.documents, 1)]
    return show(request, "gate", title="What is missing", case=case, stands=stands, documents=documents,
                roles=stands.policy.approvals, at=f"/case/{desk.handle(case)}/publication/{job.key}")  # fmt: skip


async def approved(request: Request) -> Response:
    """Record an approval."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    job = _job(request, case)

    def work() -> None:
        documents = _report(case, job).documents
        number = int(sent.text("document")) if sent.text("document").isdecimal() else 0
        if not 1 <= number <= len(documents):
            raise UsageError("No document was chosen.", remedy="Choose one of the list.")
        approve(
            case, documents[number - 1], role=sent.text("role"), by=sent.text("by")[:200], at=dt.datetime.now(dt.UTC)
        )

    await asyncio.to_thread(work)
    say(request, "Recorded.")
    return go(f"/case/{desk.handle(case)}/publication/{job.key}")


async def go_out(request: Request) -> Response:
    """Make the bundle."""
    desk, case = desk_of(request), case_of(request)
    await form(request)
    job = _job(request, case)
    return start(request, "Publishing", f"/case/{desk.handle(case)}/publication", make, case.folder,
                 desk.passphrase(case), job.answer["going-out"])  # fmt: skip


def make(tell: Tell, folder: Path, passphrase: str, report: CheckReport) -> Answer:
    """The work of making it."""
    case = case_in(folder, passphrase)
    stands = gate(case, [], today=dt.date.today(), report=as_decided(report, Decisions(case)))
    made = publish(case, stands, at=dt.datetime.now(dt.UTC))
    return {"lines": [f"Published: {made.folder.name}.", *made.told, f"Fingerprint, to be noted: {made.fingerprint}"]}


async def taken(request: Request) -> Response:
    """A bundle, to take away."""
    case, name = case_of(request), request.path_params["bundle"]
    data = await asyncio.to_thread(_archive, case, name)
    return sent_as(f"{name}.zip", data)


async def verified(request: Request) -> Response:
    """Whether a bundle, and files from elsewhere, are what was published."""
    case, sent = case_of(request), await form(request)
    others = {one.name: hashlib.sha256(one.data).hexdigest() for one in sent.files.get("file", ())}
    said = await asyncio.to_thread(verify, _bundle(case, sent.text("bundle")), others)
    return show(request, "verified", title="As published?", case=case, verified=said)


def _job(request: Request, case: Case) -> Job:
    """The look of the address.

    Raises:
        InputError: it is none of this case, or no longer known.
    """
    job = job_of(request)
    if job.answer.get("folder") != case.folder or "going-out" not in job.answer:
        raise InputError("This is no longer known.", remedy="Go back to Publication, and look again.")
    return job


def _report(case: Case, job: Job) -> CheckReport:
    return as_decided(job.answer["going-out"], Decisions(case))


def _gate(case: Case, job: Job) -> Gate:
    return gate(case, [], today=dt.date.today(), report=_report(case, job))


def _finished(desk: Desk, case: Case) -> list[tuple[str, str]]:
    """The documents that may be published: their names and handles."""
    return [
        (file.name, desk.file_handle(case, file))
        for file in files_of(case)
        if file.parent == case.anonymised and file.suffix.lower() == ".docx"
    ]


def _bundles(case: Case) -> list[tuple[str, str, list[str]]]:
    """What was published, newest first: the folder's name, the fingerprint, the files."""
    found: list[tuple[str, str, list[str]]] = []
    for folder in sorted(case.publication.iterdir(), reverse=True) if case.publication.is_dir() else ():
        if (folder / MANIFEST).is_file():
            try:
                manifest = read_manifest(folder)
            except ReviewdocsError:
                found.append((folder.name, "", []))  # shown as damaged
                continue
            found.append((folder.name, manifest.fingerprint, [one["file"] for one in manifest.told["files"]]))
    return found


def _bundle(case: Case, name: str) -> Path:
    """The bundle of a name, which is one of those shown.

    Raises:
        InputError: there is none.
    """
    if name not in [known for known, _, _ in _bundles(case)]:
        raise InputError("There is no such bundle in this case.", remedy="Go back to Publication.")
    return case.publication / name


def _archive(case: Case, name: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(path for path in _bundle(case, name).iterdir() if path.is_file()):
            archive.writestr(file.name, read_file(file))
    return packed.getvalue()


SCREEN = Screen("publication", "Publication", [
    Step("/case/{case}/publication", "GET", choose),
    Step("/case/{case}/publication", "POST", begin),
    Step("/case/{case}/publication/verify", "POST", verified),
    Step("/case/{case}/publication/bundle/{bundle}", "GET", taken),
    Step("/case/{case}/publication/{job}", "GET", overview),
    Step("/case/{case}/publication/{job}/approve", "POST", approved),
    Step("/case/{case}/publication/{job}/publish", "POST", go_out),
])  # fmt: skip
