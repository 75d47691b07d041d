"""The pictures of a checked document, shown beside the finding that asks for somebody to look at them."""

from __future__ import annotations

import asyncio
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import InputError
from reviewdocs.web.screen import Screen, Step, case_of, desk_of
from reviewdocs.web.screens.review import review_job
from reviewdocs.workflows.reviewing import Review, picture_of


async def picture(request: Request) -> Response:
    """One of the document's pictures, to be looked at."""
    desk, case = desk_of(request), case_of(request)
    checked: Review = review_job(request, case).answer["review"]
    number, alike = request.path_params["number"], request.path_params["picture"]
    kind = checked.pictures[number - 1].get(alike) if 1 <= number <= len(checked.pictures) else None
    if kind is None:
        raise InputError("There is no such picture.", remedy="Load the page again.")
    file = Path(checked.report.documents[number - 1].file)
    data = await asyncio.to_thread(picture_of, file, alike, password=desk.password(case))
    return Response(data, media_type=f"image/{kind}")


SCREEN = Screen("picture", "", [Step("/case/{case}/review/{job}/{number:int}/picture/{picture}", "GET", picture)])
