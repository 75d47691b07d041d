"""What every request passes before a screen sees it: who asks, how much comes, and what every answer says."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.web.origin import COOKIE, CSRF_HEADER, HEADERS, SAFE, TOKEN, Gate

LARGEST = MAX_FILE_BYTES + 1_000_000
"""Bytes of one request: the largest file that is read, and the form around it."""

_ELSEWHERE = "This request did not come from this page, so nothing was done. Use the address that reviewdocs printed."
_NO_TOKEN = (
    "This page is open only to whoever started it. Go back to the window in which reviewdocs runs and open the address "
    "that stands there, whole; or start reviewdocs again."
)
_PAGE = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Not done – reviewdocs</title>'
    '<link rel="icon" href="/static/icon.svg"><link rel="stylesheet" href="/static/page.css">'
    '<script src="/static/page.js" defer></script></head><body><main><h1>Not done</h1>'
    '<div class="notice bad" role="alert"><p>{}</p></div><p><a href="/" data-back>Go back</a></p></main></body></html>'
)
TOO_LARGE = (
    f"This is more than {MAX_FILE_BYTES // 1_000_000} MB, the most that can be sent at once, and nothing of it was "
    "kept. Send several files one by one; of one that is too large compress the pictures in Word, or split it."
)
_WELCOME = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>reviewdocs</title>'
    '<link rel="icon" href="/static/icon.svg">'
    '<meta http-equiv="refresh" content="0; url=/"></head><body><p><a href="/">Open reviewdocs</a></p></body></html>'
)


class Door:
    """Middleware: refuses what is not ours, takes the token for a cookie, bounds the size, and sets the headers."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self._app, self._gate = app, gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, sealed)
            return
        await self._app(scope, _bounded(receive), sealed)

    def _refusal(self, scope: Scope) -> Response | None:
        """What to answer instead of the screen; None where the request may pass."""
        headers = Headers(scope=scope)
        method, path = scope["method"], scope["path"]
        if not self._gate.is_ours(headers):
            return PlainTextResponse(_ELSEWHERE, 403)
        told = QueryParams(scope["query_string"]).get(TOKEN)
        if told is not None and method == "GET" and path == "/" and self._gate.knows_token(told):
            return self._welcome()
        if not self._gate.knows(headers):
            return PlainTextResponse(_NO_TOKEN, 403)
        if method not in SAFE and method != "POST":
            return PlainTextResponse("This is not done here.", 405)
        # A form's secret is read with the form (`forms`); a script sends it as a header, which no form can set.
        if method == "POST" and CSRF_HEADER in headers and not self._gate.knows_csrf(headers[CSRF_HEADER]):
            return PlainTextResponse(_ELSEWHERE, 403)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > LARGEST:
            return too_large()
        return None

    def _welcome(self) -> Response:
        response = HTMLResponse(_WELCOME)
        response.set_cookie(COOKIE, self._gate.cookie, httponly=True, samesite="strict", path="/")
        return response


def too_large() -> Response:
    """The answer to what is larger than may be sent."""
    return HTMLResponse(_PAGE.format(TOO_LARGE), 413)


class TooLargeError(Exception):
    """More came than was said, or than is taken."""


def _bounded(receive: Receive) -> Receive:
    """The same, giving up after so many bytes whatever the request said of its length."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST:
            raise TooLargeError
        return message

    return bounded
