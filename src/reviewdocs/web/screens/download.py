"""Files of a case, to take away."""

from __future__ import annotations

import asyncio
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.formats.files import read_file
from reviewdocs.web.screen import Screen, Step, case_of, desk_of


async def download(request: Request) -> Response:
    """The bytes of one file, as something to save: a browser never runs or shows what it holds."""
    desk, case = desk_of(request), case_of(request)
    file = desk.file(case, request.path_params["file"])
    data = await asyncio.to_thread(read_file, file)
    return sent_as(file.name, data)


def sent_as(name: str, data: bytes) -> Response:
    """Bytes to save under a name, whatever they are."""
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(data, media_type="application/octet-stream", headers={"content-disposition": disposition})


SCREEN = Screen("download", "", [Step("/case/{case}/file/{file}", "GET", download)])
