"""`/u/<token>`: the way out. GET shows the choice and changes nothing; POST unsubscribes.

A POST needs no cookie, log-in or particular body (RFC 8058): whoever holds the link may leave, and
leaving twice is the same as leaving once.
"""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.core.events import ConsentChanged, Event, Incoming
from rapport.core.time import SECOND
from rapport.web.body import KILOBYTE, read_body
from rapport.web.pages import notice, page
from rapport.web.services import BrandAccess, Services

WORDING = "Stop e-mails from {brand}: you will get no more offers or reminders by e-mail."
WORDING_VERSION = "unsubscribe-page-1"
"""Change it with the wording: the consent ledger keeps both."""


def routes(services: Services) -> list[Route]:
    """The address of the way out."""

    def brand_and_message(request: Request) -> tuple[BrandAccess, str]:
        ref = services.links.read_unsubscribe(request.path_params["token"])
        brand = services.brands.get(ref.brand) if ref else None
        if ref is None or brand is None:
            raise HTTPException(404)
        return brand, ref.message

    async def choice(request: Request) -> Response:
        brand, _ = brand_and_message(request)
        words = WORDING.format(brand=brand.name)
        return page("unsubscribe.html", {"brand": brand, "words": words})

    async def leave(request: Request) -> Response:
        brand, key = brand_and_message(request)
        body = await read_body(request.scope, request.receive, 8 * KILOBYTE)
        message = await run_in_threadpool(services.records.message, brand.key, key)
        if message is None:
            return _too_old(brand)
        one_click = b"List-Unsubscribe" in body and b"One-Click" in body
        now = services.clock.now()
        # By the second: the same link must work again after the person has come back once.
        event = Event(
            f"unsubscribe:{key}:{now // SECOND}",
            now,
            "web",
            ConsentChanged(
                channel="email",
                status="unsubscribed",
                method="one_click" if one_click else "preference_page",
                wording="" if one_click else WORDING.format(brand=brand.name),
                wording_version="" if one_click else WORDING_VERSION,
            ),
        )
        await services.intake.submit(brand.key, (Incoming(event, (), profile=message.profile),))
        return notice("You are unsubscribed", _goodbye(brand))

    return [
        Route("/u/{token}", choice, methods=["GET"]),
        Route("/u/{token}", leave, methods=["POST"]),
    ]


def _goodbye(brand: BrandAccess) -> str:
    return (
        f"You will get no more offers or reminders from {brand.name} by e-mail. "
        "News about orders that you place still reaches you. You can close this page."
    )


def _too_old(brand: BrandAccess) -> Response:
    words = (
        f"This e-mail is too old for us to see whose it was. Use the link in a newer e-mail from "
        f"{brand.name}, or answer it and say so: a person will take you off."
    )
    return notice("We could not do that", words, status=404)
