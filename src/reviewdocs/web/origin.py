"""Who may ask: this machine's own browser, from this page, with this start's token.

Any web site can make a browser ask a server on its own machine, and a name of its own can be made to lead there (DNS
rebinding). So a request counts only where its Host is ours, its Origin (where there is one) is ours, and it carries the
cookie that the token of this start has bought; one that changes something has to bring the form's secret besides.
Sources: OWASP Cross-Site Request Forgery Prevention; W3C Fetch Metadata.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie

COOKIE = "reviewdocs"
TOKEN = "token"
CSRF = "csrf"
"""The field of a form, and CSRF_HEADER the header of a script's request, that hold the form's secret."""
CSRF_HEADER = "x-csrf"
SAFE = frozenset({"GET", "HEAD"})

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",  # with none, a browser does not say whose form it sends
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
}
"""Of every answer: no script or style but our files, no frame around us, nothing kept by the browser."""


class Gate:
    """The secrets of one start of the page, and what they let through.

    Args:
        port: at which the page listens; the name of a host without it is not ours.

    Attributes:
        token: what the address that is printed at the start holds.
    """

    def __init__(self, port: int) -> None:
        self.token = secrets.token_urlsafe(32)
        self._secret = secrets.token_bytes(32)
        self._hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})

    @property
    def cookie(self) -> str:
        """The value of the cookie of those who came with the token."""
        return self._derived("cookie")

    @property
    def csrf(self) -> str:
        """What every form carries."""
        return self._derived("csrf")

    def is_ours(self, headers: Mapping[str, str]) -> bool:
        """Whether a request was made to this page under its own name, and by itself where the browser says by whom."""
        host, origin = headers.get("host", ""), headers.get("origin")
        if host not in self._hosts:
            return False
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return False
        return origin is None or origin == f"http://{host}"

    def knows_token(self, told: str) -> bool:
        """Whether this is the token of this start."""
        return _same(told, self.token)

    def knows(self, headers: Mapping[str, str]) -> bool:
        """Whether a request brings the cookie."""
        try:
            morsel = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return False
        return morsel is not None and _same(morsel.value, self.cookie)

    def knows_csrf(self, told: str) -> bool:
        """Whether a form brings its secret."""
        return _same(told, self.csrf)

    def handle(self, name: str) -> str:
        """What stands for a name in addresses, which end in histories and logs: told by nobody who does not know us."""
        return self._derived(f"handle {name}")[:20]

    def _derived(self, purpose: str) -> str:
        return hmac.new(self._secret, purpose.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
