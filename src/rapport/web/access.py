"""Who may open the console: its owner with the token, a person with theirs, or this computer alone.

Whoever signs in gets a cookie that says who they are, sealed with what they proved it by: a new
token, or the person's removal, ends every session begun with the old one, and signing out ends that
one for good. What somebody may do is asked for at each request. Everything that changes something
carries a word that only our own pages know, and comes from them.
"""

from __future__ import annotations

import hmac
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from urllib.parse import urlsplit

from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rapport.core.oversight.people import OWNER, PUBLISHER, Actor, Person, holder
from rapport.core.time import HOUR
from rapport.settings import is_loopback
from rapport.web.desks import StopDesk
from rapport.web.forms import LONGEST_FORM, Form, read_form
from rapport.web.pages import notice, page, see_other
from rapport.web.services import BrandAccess, Services
from rapport.web.tries import TooManyTriesError, Tries, beyond_guessing

COOKIE = "rapport_console"
ROOT = "/console"
_PAGE = re.compile(r"/console(?:/[\w.~%@+-]+)*/?(?:\?[\w.~%@+=&:/,-]*)?", re.ASCII)
LOOKING = ("GET", "HEAD")
"""What changes nothing, and so needs no form of ours."""
LASTS = 12 * HOUR
CSRF = "csrf"
"""The field of a form that only our own pages can fill in."""

CLOSED = (
    "The console can be reached from other computers, so it needs a token. Set "
    "RAPPORT_CONSOLE_TOKEN, start Rapport again, and sign in with it here. Or give each person a "
    "token of their own: rapport people add NAME --role publisher."
)
NOT_IT = "That was not the token. Please try again."
FOREIGN = (
    "That did not come from a page of this console, or the page was too old. Nothing was done. "
    "Open the page again, and try once more."
)

NO_SUCH_BRAND = "There is no such brand here, or you are not in charge of it."

SIGNED_OUT = (
    "You were signed in for too long or were signed out, so nothing was done. Open the page again, "
    "sign in, and try once more."
)

WITH_FORMS = {"Referrer-Policy": "same-origin"}
"""With `no-referrer` a browser would say of our own forms that they come from nowhere."""

Handler = Callable[[Request], Awaitable[Response]]


class Visitor(Struct, frozen=True):
    """Who opened a page. `name` is empty for the owner; `digest` is of the token that was typed."""

    name: str
    digest: str
    csrf: str
    brands: Mapping[str, BrandAccess]
    """The brands that they may see."""
    actors: Mapping[str, Actor]
    """Who they are in each."""


class Access:
    """The console's door."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._token = services.console_token

    def guard(self, handler: Handler, longest: int = LONGEST_FORM) -> Handler:
        """`handler`, reached only by those who may, with `visitor_of(request)` set.

        Of a POST the form is read, too, into `form_of(request)`, up to `longest` bytes; one that
        does not come from our own pages is refused.
        """

        async def guarded(request: Request) -> Response:
            visitor = await run_in_threadpool(self._visitor, request)
            if visitor is None:
                return await self._turn_away(request, longest)
            request.state.visitor = visitor
            request.state.services = self._services
            if request.method not in LOOKING:
                form = await read_form(request, longest)
                word = form.fields.get(CSRF, "")
                ours = self._from_here(request)
                if ours and form.wrong and not form.fields:
                    # Its word could not be read either; and there is nothing of it to show.
                    return given_back(request, form)
                if not ours or not hmac.compare_digest(word.encode(), visitor.csrf.encode()):
                    return given_back(request, _too_old(request, form))
                if form.wrong:
                    return given_back(request, form)
                request.state.form = form.fields
            response = await handler(request)
            response.headers.update(WITH_FORMS)
            return response

        return guarded

    async def sign_in(self, request: Request) -> Response:
        """POST: compares what was typed, and remembers it in a cookie for `LASTS`."""
        if not self._from_here(request):
            return notice("Nothing was done", FOREIGN, status=403)
        form = await read_form(request)
        if form.wrong:
            return given_back(request, Form({}, form.wrong, form.status))
        typed, to = form.fields.get("token", ""), _page_of_ours(form.fields.get("to", ""))
        try:
            known = await run_in_threadpool(self._tried, self._services.sign_ins, request, typed)
        except TooManyTriesError as error:
            headers = {**WITH_FORMS, "Retry-After": str(error.retry_after_seconds)}
            context: dict[str, object] = {"wrong": str(error), "to": to}
            return page("sign_in.html", context, status=429, headers=headers)
        if known is None:
            context = {"wrong": NOT_IT, "to": to}
            return page("sign_in.html", context, status=401, headers=WITH_FORMS)
        name, digest = known
        expires = self._services.clock.now() + LASTS
        who = urlsafe_b64encode(name.encode()).decode().rstrip("=")
        response = see_other(to or ROOT)
        response.set_cookie(
            COOKIE,
            f"{expires}.{who}.{self._seal(f'{expires}.{who}', digest)}",
            max_age=LASTS // 1000,
            path="/console",
            secure=self._services.secure,
            httponly=True,
            samesite="strict",
        )
        return response

    async def sign_out(self, request: Request) -> Response:
        """POST, guarded: ends the session, wherever else its cookie may be, and forgets that."""
        cookie = request.cookies.get(COOKIE, "")
        if cookie:
            await run_in_threadpool(self._end, cookie)
        response = see_other(ROOT)
        response.delete_cookie(COOKIE, path="/console")
        return response

    def bearer(self, request: Request) -> Visitor | None:
        """Who a program acts for, by the token in its `Authorization` header.

        Raises TooManyTriesError where its address has tried too many wrong ones.
        """
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer":
            return None
        known = self._tried(self._services.calls, request, token.strip())
        return self._as_visitor(*known, "") if known else None

    # --- Who is it ---

    def _visitor(self, request: Request) -> Visitor | None:
        if self._is_open(request):
            return self._as_visitor("", "", self._word("this computer"))
        cookie = request.cookies.get(COOKIE, "")
        said, _, seal = cookie.rpartition(".")
        expires, _, who = said.partition(".")
        if not (expires.isascii() and expires.isdigit() and len(expires) < 20):
            return None
        if self._services.clock.now() >= int(expires):
            return None
        for name, digest in self._sessions(who):
            if hmac.compare_digest(seal.encode(), self._seal(said, digest).encode()):
                if self._services.sessions.session_ended(_hash(cookie)):
                    return None
                return self._as_visitor(name, digest, self._word(cookie))
        return None

    def _end(self, cookie: str) -> None:
        now = self._services.clock.now()
        self._services.sessions.end_session(_hash(cookie), now + LASTS, now)

    def _is_open(self, request: Request) -> bool:
        """Whether nobody needs to sign in: nobody else can reach the server, and there is neither a
        token nor a person to be."""
        if self._token or not self._services.only_this_computer:
            return False
        # The name in the address is checked too: a page elsewhere could point its own name at this
        # computer and read the console through the browser (DNS rebinding).
        return is_loopback(request.url.hostname or "") and not any(self._people())

    def _sessions(self, who: str) -> Iterator[tuple[str, str]]:
        """Whom a cookie may be for, with what its seal was made with."""
        if not who:
            if self._token:
                yield "", _hash(self._token)
            return
        try:
            name = urlsafe_b64decode(who + "=" * (-len(who) % 4)).decode()
        except ValueError:
            return
        for person in self._people():
            if person.name == name:
                yield name, person.digest

    def _tried(self, tries: Tries, request: Request, token: str) -> tuple[str, str] | None:
        """Whose token it is, if its address may still try one. Raises TooManyTriesError."""
        known, guessable = self._whose(token)
        if known is None or guessable:
            address = request.client.host if request.client else ""
            tries.settle(address, self._services.clock.now(), right=known is not None)
        return known

    def _whose(self, token: str) -> tuple[tuple[str, str] | None, bool]:
        """Whose token it is, as a name, empty for the owner, and a digest; and whether it is one
        that could be guessed."""
        person = holder(list(self._people()), token)
        if self._token and hmac.compare_digest(token.encode(), self._token.encode()):
            return ("", _hash(self._token)), not beyond_guessing(self._token)
        return ((person.name, person.digest) if person else None), False

    def _people(self) -> Iterator[Person]:
        for brand in self._services.brands:
            yield from self._services.people(brand)

    def _as_visitor(self, name: str, digest: str, csrf: str) -> Visitor:
        brands = self._services.brands
        if not name:
            owner = Actor(OWNER, PUBLISHER)
            return Visitor("", digest, csrf, brands, dict.fromkeys(brands, owner))
        actors = {
            brand: Actor(person.name, person.role, listed=True)
            for brand in brands
            for person in self._services.people(brand)
            if (person.name, person.digest) == (name, digest)
        }
        return Visitor(name, digest, csrf, {b: brands[b] for b in actors}, actors)

    # --- What comes from here ---

    def _from_here(self, request: Request) -> bool:
        """Whether a browser that says where a request began says that it was here."""
        site = request.headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        origin = request.headers.get("origin")
        if origin is None:
            return True
        own = {request.headers.get("host", ""), urlsplit(self._services.links.base_url).netloc}
        return urlsplit(origin).netloc in own - {""}

    async def _turn_away(self, request: Request, longest: int) -> Response:
        """Asks to sign in; of what they had typed when their time was up, nothing is lost."""
        if request.method not in LOOKING and _surely_ours(request):
            form = await read_form(request, longest)
            if _typed_into(form):
                return given_back(request, Form(form.fields, SIGNED_OUT, 401))
        to = _asked_for(request) if request.method in LOOKING else ""
        return await run_in_threadpool(self._ask_to_sign_in, to)

    def _ask_to_sign_in(self, to: str) -> Response:
        if self._token or any(self._people()):
            context: dict[str, object] = {"wrong": "", "to": to}
            return page("sign_in.html", context, status=401, headers=WITH_FORMS)
        return notice("The console is closed", CLOSED, status=403)

    def _seal(self, said: str, digest: str) -> str:
        return self._mac(f"console:{said}:{digest}")

    def _word(self, session: str) -> str:
        return self._mac(f"csrf:{session}")

    def _mac(self, text: str) -> str:
        return hmac.digest(self._services.session_key, text.encode(), "sha256").hex()


def _asked_for(request: Request) -> str:
    """The page that was asked for, to be led to after signing in."""
    path = request.scope.get("raw_path", b"").partition(b"?")[0].decode("latin-1")
    query = request.url.query
    return _page_of_ours(f"{path}?{query}" if query else path)


def _page_of_ours(address: str) -> str:
    """The address, if it is one of a page of this console and of nothing else; else nothing.

    A browser that is led to `//elsewhere` or `https://elsewhere` would leave; one that reads a
    backslash as a slash, or drops a line break, must find neither.
    """
    path = _PAGE.fullmatch(address)
    return address if path and ".." not in address.partition("?")[0] else ""


def given_back(request: Request, form: Form) -> Response:
    """The page that says why a form was refused, with what was typed into it."""
    came_from = urlsplit(request.headers.get("referer", ""))
    address = f"{came_from.path}?{came_from.query}" if came_from.query else came_from.path
    context: dict[str, object] = {
        "title": "Nothing was done",
        "words": form.wrong,
        "fields": _typed_into(form),
        "cut": form.status == 413,
        "address": address if address.startswith("/console") else "",
    }
    return page("given_back.html", context, status=form.status, headers=WITH_FORMS)


def _typed_into(form: Form) -> list[tuple[str, str]]:
    """What people typed into a form, each under a label."""
    return [
        (_LABELS.get(name, name.removeprefix("slot.").replace("_", " ").capitalize()), words)
        for name, words in form.fields.items()
        if name not in _NOT_TYPED and words.strip()
    ]


def _surely_ours(request: Request) -> bool:
    """Whether the browser itself says that a page of ours sent this, which no other page can make
    it say; so that what it holds may be shown again."""
    return request.headers.get("sec-fetch-site") == "same-origin"


def _too_old(request: Request, form: Form) -> Form:
    """A form without the word that our pages know, as it is given back."""
    return Form(form.fields if _surely_ours(request) else {}, FOREIGN, 403)


_NOT_TYPED = frozenset(
    (
        CSRF,
        "token",
        "draft",
        "seen",
        "what",
        "sure",
        "teach",
        "check",
        "do",
        "brand",
        "edition",
        "profile",
        "back",
        "framework",
        "named",
        "to",
        "whole",
    )
) | {"slot", "was", "was.describes", "was.label"}
"""What a page puts into a form by itself, or asks for with a choice alone."""

_LABELS = {"because": "Why", "why": "Why", "brief": "What you asked for", "slot.cta": "Button"}


def visitor_of(request: Request) -> Visitor:
    """Who opened the page; set by `Access.guard`."""
    visitor = request.state.visitor
    assert isinstance(visitor, Visitor)  # noqa: S101 (a mistake of ours: the route is not guarded)
    return visitor


def form_of(request: Request) -> Mapping[str, str]:
    """The form that was sent; set by `Access.guard`."""
    form: Mapping[str, str] = request.state.form
    return form


def brand_of(request: Request) -> BrandAccess:
    """The brand that a page is about: the one asked for, or the first that the visitor may see,
    one at work before one that is retired."""
    brands = visitor_of(request).brands
    key = request.query_params.get("brand") or _first(brands, request.state.services.stops)
    if key not in brands:
        raise HTTPException(404, NO_SUCH_BRAND if key else None)
    return brands[key]


def actor_of(request: Request) -> Actor:
    """Who asks, as one of the people of the brand that the page is about."""
    return visitor_of(request).actors[brand_of(request).key]


def _first(brands: Iterable[str], desk: StopDesk | None) -> str:
    keys = list(brands)
    at_work = (key for key in keys if desk is None or desk.retired(key) is None)
    return next(at_work, next(iter(keys), ""))


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
