"""A job at work: how far it is, and a button that stops it."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from reviewdocs.errors import InputError, ReviewdocsError
from reviewdocs.store.case import Case
from reviewdocs.web.jobs import Job, JobState
from reviewdocs.web.screen import Screen, Step, desk_of, form, go, show


async def watch(request: Request) -> Response:
    """How far it is; asked again every moment by the page's script, or by the browser where there is none."""
    job = job_of(request)
    if job.state is JobState.DONE and not job.answer.get("lines"):
        return go(job.back)  # where what came of it is shown
    return show(request, "job", title=job.title, case=_case(request, job), job=job)


async def state(request: Request) -> Response:
    """The same for the script."""
    job = job_of(request)
    return JSONResponse({"state": job.state, "number": job.number, "total": job.total})


async def stop(request: Request) -> Response:
    """Stop it."""
    job = job_of(request)
    await form(request)
    desk_of(request).jobs.stop(job)
    return go(f"/job/{job.key}")


def _case(request: Request, job: Job) -> Case | None:
    """The case that a job is about; None where it is about none that is there."""
    handle = re.match(r"/case/(\w+)", job.back)
    try:
        return desk_of(request).case(handle[1]) if handle else None
    except ReviewdocsError:
        return None  # a sample case that is just being made


def job_of(request: Request) -> Job:
    """The job of the address.

    Raises:
        InputError: there is none, or no longer.
    """
    job = desk_of(request).jobs.get(request.path_params["job"])
    if job is None:
        raise InputError("This job is over and forgotten.", remedy="Go back to the case; what it made is there.")
    return job


SCREEN = Screen("job", "", [
    Step("/job/{job}", "GET", watch),
    Step("/job/{job}/state", "GET", state),
    Step("/job/{job}/stop", "POST", stop),
])  # fmt: skip
