"""Data protection: choose finished documents, have them checked, and see where each of them stands."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import InputError, UsageError
from reviewdocs.model.findings import CheckReport, DocumentReport, Verdict
from reviewdocs.risk.reports import answers, as_html
from reviewdocs.store.case import Case
from reviewdocs.web.board import Board
from reviewdocs.web.desk import Desk, case_in, files_of
from reviewdocs.web.jobs import Answer, Job, JobState, Tell
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, show, start
from reviewdocs.web.screens.download import sent_as
from reviewdocs.web.screens.jobs import job_of
from reviewdocs.workflows.decide import Desk as Decisions
from reviewdocs.workflows.reviewing import FORMS, Review, as_decided, review, taken_to_check

TOGETHER = 0
"""The number of what is found about several documents together; the documents count from 1."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a document of a check stands."""

    number: int
    title: str
    verdict: Verdict
    headline: str
    board: Board


async def choose(request: Request) -> Response:
    """What can be checked, and the checks of this start of the page."""
    desk, case = desk_of(request), case_of(request)
    files = await asyncio.to_thread(_finished, desk, case)
    checks = await asyncio.to_thread(_checks, desk, case)
    return show(request, "review", title="Review", case=case, files=files, checks=checks, locked=desk.is_locked(case),
                told=bool(desk.password(case)),                 types=",".join(FORMS))  # fmt: skip


async def begin(request: Request) -> Response:
    """Take in what was dropped, then check."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    desk.take_password(case, sent.secret("password"))
    files = [desk.file(case, handle) for handle in sent.all("document")]
    for upload in sent.files.get("file", ()):
        files.append(await asyncio.to_thread(taken_to_check, case, upload.name, upload.data))
    if not files:
        raise UsageError("No document was chosen.", remedy="Tick at least one, or drop a file, then check.")
    title = f"Checking {len(files)} document{'s' if len(files) > 1 else ''}"
    return start(request, title, f"/case/{desk.handle(case)}/review/{{job}}", check_files, case.folder,
                 desk.passphrase(case), [str(file) for file in dict.fromkeys(files)], desk.password(case))  # fmt: skip


def check_files(tell: Tell, folder: Path, passphrase: str, files: Sequence[str], password: str = "") -> Answer:
    """The work of checking them."""
    checked = review(case_in(folder, passphrase), [Path(file) for file in files], password=password, progress=tell)
    return {"folder": folder, "files": tuple(files), "review": checked}


async def overview(request: Request) -> Response:
    """Where each document stands; on to its findings where it is one alone."""
    desk, case = desk_of(request), case_of(request)
    if job_of(request).state in (JobState.FAILED, JobState.STOPPED):
        return go(f"/case/{desk.handle(case)}/review")
    job = review_job(request, case)
    at = f"/case/{desk.handle(case)}/review/{job.key}"
    checked: Review = job.answer["review"]
    if len(checked.report.documents) == 1 and not checked.report.failed:
        return go(f"{at}/1")
    report = await asyncio.to_thread(report_now, case, checked)
    return show(request, "reviewed", title="Review of several documents", case=case, at=at, report=report,
                standing=_standing(checked, report), sentence=answers.overall_summary(report),
                headline=answers.headline_of_all(report))  # fmt: skip


async def again(request: Request) -> Response:
    """Check the same files anew."""
    desk, case = desk_of(request), case_of(request)
    job = review_job(request, case)
    await form(request)
    back = f"/case/{desk.handle(case)}/review/{{job}}"
    return start(request, job.title, back, check_files, case.folder, desk.passphrase(case), job.answer["files"],
                 desk.password(case))  # fmt: skip


async def report(request: Request) -> Response:
    """The report with the decisions that hold now, to take away."""
    case = case_of(request)
    job, kind = review_job(request, case), request.path_params["form"]
    told = await asyncio.to_thread(report_now, case, job.answer["review"])
    name = PurePath(told.documents[0].file).stem if len(told.documents) == 1 else "all documents"
    suffix, data = await asyncio.to_thread(_written, told, kind)
    return sent_as(f"Check of {name}{suffix}", data)


def review_job(request: Request, case: Case) -> Job:
    """The check of the address.

    Raises:
        InputError: it is none of this case, or no longer known.
    """
    job = job_of(request)
    if job.answer.get("folder") != case.folder or "review" not in job.answer:
        raise InputError("This is no finished check of this case.", remedy="Go back to Review, and check again.")
    return job


def report_now(case: Case, checked: Review) -> CheckReport:
    """The report with the decisions that hold now.

    Raises:
        InputError: the case's map or record cannot be used.
    """
    return as_decided(checked.report, Decisions(case))


def title_of(document: DocumentReport) -> str:
    """What to call a document."""
    return PurePath(document.file).name


def _written(report: CheckReport, kind: str) -> tuple[str, bytes]:
    if kind == "docx":
        from reviewdocs.risk.reports.word import as_docx  # slow to import

        return ".docx", as_docx(report)
    if kind == "worksheet":
        from reviewdocs.workflows.worksheet import as_worksheet

        return " worksheet.xlsx", as_worksheet(report, ".xlsx")
    return ".html", as_html(report).encode()


def _standing(checked: Review, report: CheckReport) -> list[Standing]:
    told = [
        Standing(number, title_of(d), d.verdict, answers.answer(d), Board(d.findings))
        for number, d in enumerate(report.documents, 1)
    ]
    if report.bundle.findings:
        bundle = report.bundle
        told.append(Standing(TOGETHER, "What they tell together", bundle.verdict, answers.answer_together(report),
                             Board(bundle.findings)))  # fmt: skip
    return told


def _finished(desk: Desk, case: Case) -> list[tuple[str, str, bool]]:
    """The documents that may go out: their names, handles, and whether they are copies that were made here."""
    folders = case.anonymised, case.publication, case.records / "checked"
    return [
        (file.relative_to(case.folder).as_posix(), desk.file_handle(case, file), case.anonymised in file.parents)
        for file in files_of(case)
        if file.suffix.lower() in FORMS and any(folder in file.parents for folder in folders)
    ]


def _checks(desk: Desk, case: Case) -> list[tuple[str, str, list[Standing]]]:
    """The checks of this start: where to see each, what it was of, and where its documents stand."""
    jobs = [job for job in desk.jobs.done() if job.answer.get("folder") == case.folder and "review" in job.answer]
    if not jobs or desk.is_locked(case):
        return []
    decisions = Decisions(case)
    told = []
    for job in reversed(jobs):
        checked = job.answer["review"]
        told.append((job.back, job.title, _standing(checked, as_decided(checked.report, decisions))))
    return told


SCREEN = Screen("review", "Review", [
    Step("/case/{case}/review", "GET", choose),
    Step("/case/{case}/review", "POST", begin),
    Step("/case/{case}/review/{job}", "GET", overview),
    Step("/case/{case}/review/{job}/again", "POST", again),
    Step("/case/{case}/review/{job}/report/{form}", "GET", report),
])  # fmt: skip
