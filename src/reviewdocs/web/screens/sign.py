"""Sign-off: the verdict, what is open and what was accepted, the worksheet to fill, and who signs on which bytes."""

from __future__ import annotations

import asyncio
from pathlib import PurePath

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import InputError
from reviewdocs.model.findings import CheckReport, DocumentReport
from reviewdocs.risk.reports import answers, counts, wording
from reviewdocs.risk.reports.grouping import things
from reviewdocs.risk.reports.record import pictures, record
from reviewdocs.risk.reports.settled import settled_things
from reviewdocs.store.case import Case
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, say, show
from reviewdocs.web.screens.download import sent_as
from reviewdocs.web.screens.review import report_now, review_job, title_of
from reviewdocs.workflows.reviewing import Review
from reviewdocs.workflows.signing import Signature, SignOff, sign_off, sign_offs


async def overview(request: Request) -> Response:
    """What is signed, and what was signed before."""
    desk, case = desk_of(request), case_of(request)
    job, number = review_job(request, case), request.path_params["number"]
    report, document = await asyncio.to_thread(_document, case, job.answer["review"], number)
    open_now = [f for f in counts.unsettled(document) if not f.settled]
    return show(
        request,
        "sign",
        title="Sign-off",
        case=case,
        at=f"/case/{desk.handle(case)}/review/{job.key}",
        number=number,
        name=title_of(document),
        document=document,
        headline=answers.headline(document),
        summary=answers.summary(document),
        open=things(open_now),
        accepted=settled_things(counts.let_stand(document.findings)),
        settled=settled_things(counts.otherwise_decided(document.findings)),
        pictures=pictures(document),
        missing=wording.not_looked_at(document),
        record=record(document, report),
        together=answers.answer_together(report),
        questions=wording.WORKSHEET,
        intruder=wording.INTRUDER,
        limits=wording.LIMITS,
        signed=await asyncio.to_thread(sign_offs, case, document),
        day=wording.day,
    )


async def sign(request: Request) -> Response:
    """Record the sign-off."""
    desk, case = desk_of(request), case_of(request)
    job, number, sent = review_job(request, case), request.path_params["number"], await form(request)
    worksheet = tuple(_lines(sent.fields.get(f"question-{n}", [""])[0]) for n, _ in enumerate(wording.WORKSHEET, 1))
    signature = Signature(desk.by or sent.text("by")[:200], sent.text("role")[:200], sent.text("may") == "yes",
                          sent.text("why"), worksheet)  # fmt: skip

    def work() -> None:
        report, document = _document(case, job.answer["review"], number)
        sign_off(case, report, document, signature)

    await asyncio.to_thread(work)
    desk.by = signature.by
    say(request, "Signed. The sign-off is kept in the case's records, and can be taken away below.")
    return go(f"/case/{desk.handle(case)}/review/{job.key}/{number}/sign")


async def taken(request: Request) -> Response:
    """A sign-off as a page to keep, print and file."""
    case = case_of(request)
    job, number, which = review_job(request, case), request.path_params["number"], request.path_params["which"]

    def work() -> SignOff | None:
        signed = sign_offs(case, _document(case, job.answer["review"], number)[1])
        return signed[which - 1] if 1 <= which <= len(signed) else None

    signed = await asyncio.to_thread(work)
    if signed is None:
        raise InputError("There is no such sign-off.", remedy="Load the page again.")
    page = show(request, "signed", title="Sign-off", signed=signed, day=wording.day, limits=wording.LIMITS)
    return sent_as(f"Sign-off of {PurePath(signed.document).stem}.html", bytes(page.body))


def _lines(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


def _document(case: Case, checked: Review, number: int) -> tuple[CheckReport, DocumentReport]:
    report = report_now(case, checked)
    if not 1 <= number <= len(report.documents):
        raise InputError("This check has no such document.", remedy="Go back to Review.")
    return report, report.documents[number - 1]


SCREEN = Screen("sign", "", [
    Step("/case/{case}/review/{job}/{number:int}/sign", "GET", overview),
    Step("/case/{case}/review/{job}/{number:int}/sign", "POST", sign),
    Step("/case/{case}/review/{job}/{number:int}/sign/{which:int}", "GET", taken),
])  # fmt: skip
