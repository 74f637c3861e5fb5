"""Problems told plainly: RFC 9457 documents for programs, a short page for people.

A handler raises RefusedInputError, TemporaryError or HTTPException; what becomes of it is here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import msgspec
import structlog
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from rapport.errors import NoRoomError, RapportError, RefusedInputError, TemporaryError
from rapport.ports import Refusal
from rapport.web.customers.reading import languages_read
from rapport.web.customers.trouble_words import trouble_words
from rapport.web.pages import CUSTOMERS_PATHS, PEOPLE_PATHS, notice
from rapport.web.tries import TooManyTriesError

log = structlog.get_logger("rapport.web")

Headers = dict[str, str]

_ADVICE = {
    404: "There is nothing at this address. Check it against the documentation.",
    405: "This address does not answer this method. Check it against the documentation.",
}


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """The document. `where` is a path inside the payload; `refused` lists each part refused."""

    title: str
    status: int
    detail: str
    where: str = ""
    refused: tuple[Refusal, ...] = ()


def problem(
    document: Problem, headers: Headers | None = None, more: Mapping[str, object] | None = None
) -> Response:
    """The answer that carries `document`, with `more` members of its own."""
    return Response(
        msgspec.json.encode({**msgspec.to_builtins(document), **more} if more else document),
        status_code=document.status,
        media_type="application/problem+json",
        headers={"X-Content-Type-Options": "nosniff", **(headers or {})},
    )


def nothing_taken(refused: Sequence[Refusal]) -> Response:
    """The answer where every part of a payload was refused."""
    first = refused[0]
    return problem(
        Problem(
            "Nothing could be taken in",
            400,
            f"{first.where}: found {first.found}, expected {first.expected}. Correct it and send "
            "it again; nothing of this request was kept.",
            first.where,
            tuple(refused),
        )
    )


async def on_refused_input(request: Request, error: RefusedInputError) -> Response:
    """RefusedInputError: the caller must change the payload."""
    # What was not read of a body that is too large is not waited for.
    headers = {"Connection": "close"} if error.status == 413 else {}
    if isinstance(error, TooManyTriesError):
        headers["Retry-After"] = str(error.retry_after_seconds)
    if error.status == 401 and request.url.path.startswith("/v1/"):
        headers["WWW-Authenticate"] = 'Basic realm="Rapport"'
    if _for_customers(request):
        return _told(request, "unread", error.status, headers)
    if _for_people(request):
        return notice("That could not be read", str(error), status=error.status, headers=headers)
    title = HTTPStatus(error.status).phrase
    return problem(Problem(title, error.status, str(error), error.where), headers)


async def on_temporary(request: Request, error: TemporaryError) -> Response:
    """TemporaryError: nothing was kept, and trying again may succeed."""
    log.warning("not accepted for now", path=_route(request), error=str(error))
    headers = {"Retry-After": str(error.retry_after_seconds)}
    if _for_customers(request):
        return _told(request, "later", 503, headers)
    if _for_people(request):
        if isinstance(error, NoRoomError):
            return _no_room(request, headers)
        did = "look that up" if request.method in ("GET", "HEAD") else "save that"
        words = f"We could not {did} just now. Please try again in a minute."
        return notice("One moment, please", words, status=503, headers=headers)
    return problem(Problem("Try again later", 503, str(error)), headers)


def _no_room(request: Request, headers: Headers) -> Response:
    """Says to people what a deed came to where it could not be written down."""
    reading = request.method in ("GET", "HEAD")
    title, what = (
        ("That cannot be shown", "this cannot be shown")
        if reading
        else ("Nothing was done", "nothing could be saved, and nothing was done")
    )
    words = f"The disk that Rapport writes to is full or failing, so {what}. Free some space on it"
    return notice(title, f"{words}, then try again.", status=503, headers=headers)


async def on_http(request: Request, error: HTTPException) -> Response:
    """HTTPException: no such address, or a method that it does not answer."""
    headers = dict(error.headers or {})
    title = HTTPStatus(error.status_code).phrase
    if _for_customers(request):
        what = "lost" if error.status_code == 404 else "wrongly"
        return _told(request, what, error.status_code, headers)
    if _for_people(request):
        words = "This page is not here. The link may be old or incomplete."
        if error.status_code != 404:
            words = "This page cannot be opened in this way."
        elif error.detail != title:
            words = error.detail
        path = request.url.path
        asked_more = path == "/console" and request.url.query
        back = "/console" if asked_more or path.startswith("/console/") else ""
        return notice(title, words, status=error.status_code, headers=headers, back=back)
    detail = _ADVICE.get(error.status_code, error.detail)
    return problem(Problem(title, error.status_code, detail), headers)


async def on_gone(_: Request, __: Exception) -> Response:
    """ClientDisconnect: nobody is there to read an answer; nothing was kept."""
    return Response(status_code=400)


async def on_trouble(request: Request, error: RapportError) -> Response:
    """RapportError: something here needs somebody to mend it, and its words say what and how. Only
    who runs the shop is told these; the shop's customers are told that it is our fault."""
    log.error("not answered", path=_route(request), error=str(error))
    if not request.url.path.startswith("/console"):
        return await on_bug(request, error)
    return notice("Something needs mending", str(error), status=500)


async def on_bug(request: Request, _: Exception) -> Response:
    """Anything else is our mistake; the server's log holds the details."""
    if _for_customers(request):
        return _told(request, "ours", 500, {})
    if _for_people(request):
        return notice(
            "Something went wrong", "It is our fault. Please try again later.", status=500
        )
    detail = "Something went wrong on our side. Nothing was kept; send it again later."
    return problem(Problem("Internal Server Error", 500, detail), {"Retry-After": "30"})


# Starlette calls each with its own kind of error, which its types cannot say.
HANDLERS: dict[type[Exception], Any] = {
    RefusedInputError: on_refused_input,
    TemporaryError: on_temporary,
    RapportError: on_trouble,
    HTTPException: on_http,
    ClientDisconnect: on_gone,
    Exception: on_bug,
}


def _for_customers(request: Request) -> bool:
    """Whether it is a page behind a link in a message."""
    return f"{request.url.path}/".startswith(CUSTOMERS_PATHS)


def _told(request: Request, what: str, status: int, headers: dict[str, str]) -> Response:
    """A page in a language that the customer reads, as far as it can be told: by their browser or,
    of an address that is not there, by what all brands here speak."""
    shared = _shared_language(request) if what == "lost" else ()
    words = trouble_words(*languages_read(request), *shared)
    title, said = getattr(words, what)
    return notice(title, said, status=status, headers=headers, language=words.language)


def _shared_language(request: Request) -> tuple[str, ...]:
    """The language of every brand here, where it is one."""
    try:
        spoken = {brand.language for brand in request.app.state.brands.values()}
    except RapportError:
        return ()
    return tuple(spoken) if len(spoken) == 1 else ()


def _for_people(request: Request) -> bool:
    path = request.url.path
    return path == "/" or path.startswith(PEOPLE_PATHS)


def _route(request: Request) -> str:
    """The path without what may be a token."""
    return "/" + request.url.path.split("/")[1]
