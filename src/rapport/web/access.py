"""Who may open the console: whoever has typed the token, or anybody on this computer alone."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rapport.core.time import HOUR, Instant
from rapport.settings import is_loopback
from rapport.web.body import KILOBYTE, read_body
from rapport.web.pages import SAFE_HEADERS, notice, page
from rapport.web.services import Services

COOKIE = "rapport_console"
LASTS = 12 * HOUR

Handler = Callable[[Request], Awaitable[Response]]


class Access:
    """The console's door."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._token = services.console_token

    def guard(self, handler: Handler) -> Handler:
        """`handler`, reached only by those who may."""

        async def guarded(request: Request) -> Response:
            return await handler(request) if self._may(request) else self._turn_away()

        return guarded

    async def sign_in(self, request: Request) -> Response:
        """POST: compares what was typed, and remembers it in a cookie for `LASTS`."""
        form = parse_qs(
            (await read_body(request.scope, request.receive, KILOBYTE)).decode("latin-1")
        )
        typed = form.get("token", [""])[0]
        if not self._token or not hmac.compare_digest(typed.encode(), self._token.encode()):
            return page("sign_in.html", {"wrong": True}, status=401)
        expires = self._services.clock.now() + LASTS
        response = RedirectResponse("/console", status_code=303, headers=SAFE_HEADERS)
        response.set_cookie(
            COOKIE,
            f"{expires}.{self._seal(expires)}",
            max_age=LASTS // 1000,
            path="/console",
            secure=self._services.secure,
            httponly=True,
            samesite="strict",
        )
        return response

    def _may(self, request: Request) -> bool:
        if not self._token:
            # The name in the address is checked too: a page elsewhere could point its own name at
            # this computer and read the console through the browser (DNS rebinding).
            return self._services.only_this_computer and is_loopback(request.url.hostname or "")
        expires, _, seal = request.cookies.get(COOKIE, "").partition(".")
        if not (expires.isascii() and expires.isdigit() and len(expires) < 20):
            return False
        sealed = hmac.compare_digest(seal.encode(), self._seal(int(expires)).encode())
        return sealed and self._services.clock.now() < int(expires)

    def _turn_away(self) -> Response:
        if self._token:
            return page("sign_in.html", {"wrong": False}, status=401)
        words = (
            "The console can be reached from other computers, so it needs a token. Set "
            "RAPPORT_CONSOLE_TOKEN, start Rapport again, and sign in with it here."
        )
        return notice("The console is closed", words, status=403)

    def _seal(self, expires: Instant) -> str:
        return hmac.digest(self._token.encode(), f"console:{expires}".encode(), "sha256").hex()
