"""`/u/<token>`: the way out. GET shows the choice and changes nothing; POST unsubscribes, or keeps
some kinds of messages and declines the others where it says just that.

A POST needs no cookie, log-in or particular body (RFC 8058): whoever holds the link may leave, and
leaving twice is the same as leaving once. Who has left is told so, and nothing brings them back: a
link in a mail may be opened by anybody. The pages speak the language of the message that the link
stood in; where there are no words in it, the brand's, then one that the browser asks for, and else
English.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from hashlib import sha256
from urllib.parse import parse_qs

from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.core.creative.fixed_words import filled
from rapport.core.creative.message import Message
from rapport.core.events import ConsentChanged, Event, Incoming, ProfileChanged
from rapport.core.person.kinds import Kind, Kinds
from rapport.core.time import SECOND
from rapport.errors import RefusedInputError
from rapport.web.body import KILOBYTE, read_body
from rapport.web.customers.reading import languages_read
from rapport.web.customers.saying import said
from rapport.web.customers.way_out_words import WayOutWords, way_out_words
from rapport.web.pages import notice, page
from rapport.web.services import BrandAccess, Services

MOST_FIELDS = 100
"""Fields of a form that are read."""

Handler = Callable[[Request], Awaitable[Response]]

OF_A_TEST = (
    "This was a test",
    "In a message to a customer, this link leads to the page on which they say what they want to "
    "get, or that they want no more. A test is nobody’s, so nothing was changed here.",
)
"""Only whoever sent the test to themselves comes here, and reads what the console speaks."""


class Exit(Struct, frozen=True):
    """What a link leads to: whose it is, of which message, and how its pages speak."""

    brand: BrandAccess
    key: str
    message: Message | None
    words: WayOutWords

    def kind(self, kind: Kind) -> tuple[str, str]:
        """What a kind of messages is called, and in which language."""
        written = self.message.language if self.message else ""
        label, language = kind.told([written, self.words.language])
        return label, language or self.brand.language

    def say(self, words: str, **values: str) -> str:
        return said(words, self.words.language, brand=self.brand.name, **values)


def routes(services: Services) -> list[Route]:
    """The address of the way out."""

    async def exit_of(request: Request) -> Exit:
        ref = services.links.read_unsubscribe(request.path_params["token"])
        brand = services.brands.get(ref.brand) if ref else None
        if ref is None or brand is None:
            raise HTTPException(404)
        message = await run_in_threadpool(services.records.message, brand.key, ref.message)
        written = message.language if message else ""
        words = way_out_words(written, brand.language, *languages_read(request))
        return Exit(brand, ref.message, message, words)

    async def choice(request: Request) -> Response:
        here = await exit_of(request)
        shown = Kinds()
        if here.message is not None:
            shown = await run_in_threadpool(services.kinds, here.brand.key, here.message.profile)
        if shown.left:
            return _notice(here, here.words.left, here.say(here.words.goodbye))
        context: dict[str, object] = {
            "brand": here.brand,
            "words": here.words,
            "say": here.say,
            "kinds": [(one, *here.kind(one)) for one in shown.kinds],
            "lang": here.words.language,
        }
        return page("unsubscribe.html", context)

    async def leave(request: Request) -> Response:
        here = await exit_of(request)
        try:
            body = await read_body(request.scope, request.receive, 8 * KILOBYTE)
        except RefusedInputError:
            body = b""  # whatever came with it: who holds the link may leave
        words = here.words
        if here.message is None:
            return _notice(here, words.failed, here.say(words.too_old), status=404)
        keep = _kept(body)
        if keep is not None:
            return await choose(here, here.message.profile, keep)
        one_click = b"List-Unsubscribe" in body and b"One-Click" in body
        now = services.clock.now()
        # By the second: the same link must work again after the person has come back once.
        event = Event(
            f"unsubscribe:{here.key}:{now // SECOND}",
            now,
            "web",
            ConsentChanged(
                channel="email",
                status="unsubscribed",
                method="one_click" if one_click else "preference_page",
                wording="" if one_click else filled(words.wording, brand=here.brand.name),
                wording_version="" if one_click else words.version,
            ),
        )
        incoming = Incoming(event, (), profile=here.message.profile)
        await services.intake.submit(here.brand.key, (incoming,))
        return _notice(here, words.left, here.say(words.goodbye))

    async def choose(here: Exit, profile: str, keep: list[str]) -> Response:
        shown = await run_in_threadpool(services.kinds, here.brand.key, profile)
        now = services.clock.now()
        declined = shown.declined_but(keep)
        # One choice may follow another within a second, and go back on it.
        chosen = sha256("\n".join(declined).encode()).hexdigest()[:16]
        event = Event(
            f"kinds:{here.key}:{now}:{chosen}",
            now,
            "web",
            ProfileChanged(declined_topics=declined, kept_topics=shown.kept_of(keep)),
        )
        await services.intake.submit(here.brand.key, (Incoming(event, (), profile=profile),))
        if shown.left:
            later = f"{here.words.for_later} {here.say(here.words.goodbye)}"
            return _notice(here, here.words.left, later)
        return _notice(here, here.words.saved, _chosen(here, shown, declined))

    return [
        Route("/u/{token}", _unless_a_test(services, choice), methods=["GET"]),
        Route("/u/{token}", _unless_a_test(services, leave), methods=["POST"]),
    ]


def _unless_a_test(services: Services, handler: Handler) -> Handler:
    """Of a test's link it is said what it is, and nothing is done."""

    async def handled(request: Request) -> Response:
        test = services.links.read_test(request.path_params["token"])
        if test is not None and test.brand in services.brands:
            return notice(*OF_A_TEST)
        return await handler(request)

    return handled


def _notice(here: Exit, title: str, words: str, *, status: int = 200) -> Response:
    return notice(title, words, status=status, language=here.words.language)


def _kept(body: bytes) -> list[str] | None:
    """The kinds to keep, where a form is about these; None for all else, which leaves."""
    try:
        form = parse_qs(body.decode("utf-8", "replace"), max_num_fields=MOST_FIELDS)
    except ValueError:
        return None
    return form.get("keep", []) if form.get("choice") == ["kinds"] else None


def _chosen(here: Exit, shown: Kinds, declined: Collection[str]) -> str:
    kept = [here.kind(kind)[0] for kind in shown.kinds if kind.key not in declined]
    words = here.words
    told = here.say(words.kept, kinds="; ".join(kept)) if kept else words.none_kept
    return f"{told} {here.say(words.holds)}"
