"""`GET /c/<token>`: leads on to what a message linked to, and records that a person clicked.

Nobody can be led anywhere else: the target is the one that was stored with the message, and the
token is signed. In a test that somebody sent to themselves the token holds the target, and nothing
is recorded. What a scanner or a prefetching browser does leads on as well, and is not counted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rapport.app.messages.links import ClickRef, LinkOfATest
from rapport.core.creative.message import Message
from rapport.core.events import Event, Incoming, MessageClicked
from rapport.core.time import SECOND, Instant
from rapport.errors import TemporaryError
from rapport.web.customers.reading import languages_read
from rapport.web.customers.saying import said
from rapport.web.customers.trouble_words import trouble_words
from rapport.web.pages import notice
from rapport.web.services import BrandAccess, Services

log = structlog.get_logger("rapport.web")

TOO_SOON = 2 * SECOND
"""Nobody reads that fast: a click sooner after sending is a scanner's at the mail server."""

_MACHINES = re.compile(
    r"bot\b|bot/|crawl|spider|scan|preview|prefetch|proxy|monitor|headless|barracuda|proofpoint"
    r"|mimecast|safelinks|fireeye|symantec|trendmicro|sophos|zscaler|forcepoint|cloudmark"
    r"|urldefense|mailguard|facebookexternalhit|whatsapp|telegram|slack|skypeuripreview"
    r"|\bcurl/|\bwget/|python|java/|okhttp|go-http-client|libwww|apache-httpclient|node-fetch"
    r"|axios|guzzle|powershell",
    re.IGNORECASE,
)
_AHEAD_OF_TIME = ("sec-purpose", "purpose", "x-purpose", "x-moz")


def routes(services: Services) -> list[Route]:
    """The address of a click."""

    async def click(request: Request) -> Response:
        token = request.path_params["token"]
        if test := services.links.read_test(token):
            return _of_a_test(services, test)
        ref = services.links.read_click(token)
        brand = services.brands.get(ref.brand) if ref else None
        if ref is None or brand is None:
            raise HTTPException(404)
        message, sent_at = await run_in_threadpool(_look_up, services, ref)
        target = _target(message, ref.link)
        if message is None or not target:
            return _to_the_shop(brand, request)
        now = services.clock.now()
        seen_by_person = request.method == "GET" and is_person(request.headers)
        if seen_by_person and now - sent_at >= TOO_SOON:
            await _record(services, ref, message.profile, now)
        return _lead_to(target)

    return [Route("/c/{token}", click, methods=["GET"])]


def _of_a_test(services: Services, test: LinkOfATest) -> Response:
    """Leads on, and records nothing: it is nobody's click."""
    if test.brand not in services.brands or not test.target.startswith(("https://", "http://")):
        raise HTTPException(404)
    return _lead_to(test.target)


def is_person(headers: Mapping[str, str]) -> bool:
    """Whether a person's browser asks, as far as its headers tell; `headers` ignores case."""
    if any("pre" in headers.get(name, "").lower() for name in _AHEAD_OF_TIME):
        return False
    agent = headers.get("user-agent", "")
    return bool(agent) and not _MACHINES.search(agent)


def _look_up(services: Services, ref: ClickRef) -> tuple[Message | None, Instant]:
    """The message and when it was sent; nothing where it is gone or cannot be read just now."""
    try:
        message = services.records.message(ref.brand, ref.message)
        if message is None:
            return None, 0
        row = services.records.message_row(ref.brand, ref.message)
    except TemporaryError as error:
        log.warning("a clicked message could not be read", message=ref.message, error=str(error))
        return None, 0
    return message, row.at if row else 0


def _target(message: Message | None, key: str) -> str:
    """Where the message's link leads; nothing where that is no web address."""
    links = message.links if message else ()
    target = next((link.target for link in links if link.key == key), "")
    return target if target.startswith(("https://", "http://")) else ""


async def _record(services: Services, ref: ClickRef, profile: str, now: Instant) -> None:
    """Clicks within the same second are one: browsers fetch a page twice."""
    event = Event(
        f"click:{ref.message}:{ref.link}:{now // SECOND}",
        now,
        "web",
        MessageClicked(message=ref.message, link=ref.link),
    )
    try:
        await services.intake.submit(ref.brand, (Incoming(event, (), profile=profile),))
    except TemporaryError as error:
        # The person gets where they want to be; only our count of it suffers.
        log.warning("a click was not recorded", message=ref.message, error=str(error))


def _lead_to(target: str) -> Response:
    return RedirectResponse(
        target,
        status_code=302,
        headers={"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"},
    )


def _to_the_shop(brand: BrandAccess, request: Request) -> Response:
    if brand.shop_url.startswith(("https://", "http://")):
        return _lead_to(brand.shop_url)
    words = trouble_words(brand.language, *languages_read(request))
    title, sentence = words.expired
    sentence = said(sentence, words.language, brand=brand.name)
    return notice(title, sentence, status=404, language=words.language)
