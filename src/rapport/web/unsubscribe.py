"""`/u/<token>`: the way out. GET shows the choice and changes nothing; POST unsubscribes, or keeps
some kinds of messages and declines the others where it says just that.

A POST needs no cookie, log-in or particular body (RFC 8058): whoever holds the link may leave, and
leaving twice is the same as leaving once.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.messages.declining import Kind, Kinds
from rapport.core.events import ConsentChanged, Event, Incoming, ProfileChanged
from rapport.core.time import SECOND
from rapport.errors import RefusedInputError
from rapport.web.body import KILOBYTE, read_body
from rapport.web.pages import notice, page
from rapport.web.services import BrandAccess, Services

WORDING = "Stop e-mails from {brand}: you will get no more offers or reminders by e-mail."
WORDING_VERSION = "unsubscribe-page-1"
"""Change it with the wording: the consent ledger keeps both."""

MOST_FIELDS = 100
"""Fields of a form that are read."""


def routes(services: Services) -> list[Route]:
    """The address of the way out."""

    def brand_and_message(request: Request) -> tuple[BrandAccess, str]:
        ref = services.links.read_unsubscribe(request.path_params["token"])
        brand = services.brands.get(ref.brand) if ref else None
        if ref is None or brand is None:
            raise HTTPException(404)
        return brand, ref.message

    async def choice(request: Request) -> Response:
        brand, key = brand_and_message(request)
        message = await run_in_threadpool(services.records.message, brand.key, key)
        kinds: Sequence[Kind] = ()
        if message is not None:
            shown = await run_in_threadpool(services.kinds, brand.key, message.profile)
            kinds = shown.kinds
        words = WORDING.format(brand=brand.name)
        return page("unsubscribe.html", {"brand": brand, "words": words, "kinds": kinds})

    async def leave(request: Request) -> Response:
        brand, key = brand_and_message(request)
        try:
            body = await read_body(request.scope, request.receive, 8 * KILOBYTE)
        except RefusedInputError:
            body = b""  # whatever came with it: who holds the link may leave
        message = await run_in_threadpool(services.records.message, brand.key, key)
        if message is None:
            return _too_old(brand)
        keep = _kept(body)
        if keep is not None:
            return await choose(brand, message.profile, key, keep)
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

    async def choose(brand: BrandAccess, profile: str, key: str, keep: list[str]) -> Response:
        shown = await run_in_threadpool(services.kinds, brand.key, profile)
        now = services.clock.now()
        declined = shown.declined_but(keep)
        event = Event(
            f"kinds:{key}:{now // SECOND}", now, "web", ProfileChanged(declined_topics=declined)
        )
        await services.intake.submit(brand.key, (Incoming(event, (), profile=profile),))
        return notice("Your choice is saved", _chosen(brand, shown, declined))

    return [
        Route("/u/{token}", choice, methods=["GET"]),
        Route("/u/{token}", leave, methods=["POST"]),
    ]


def _kept(body: bytes) -> list[str] | None:
    """The kinds to keep, where a form is about these; None for all else, which leaves."""
    try:
        said = parse_qs(body.decode("utf-8", "replace"), max_num_fields=MOST_FIELDS)
    except ValueError:
        return None
    return said.get("keep", []) if said.get("choice") == ["kinds"] else None


def _chosen(brand: BrandAccess, shown: Kinds, declined: Collection[str]) -> str:
    kept = [kind.label for kind in shown.kinds if kind.key not in declined]
    words = f"You will get: {'; '.join(kept)}." if kept else "You will get none of these any more."
    return f"{words} It holds at once, for e-mails from {brand.name}. You can close this page."


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
