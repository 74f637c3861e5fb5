"""The console's pages of messages and policies, and what stands around every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from rapport.app.explaining.came_of_one import NOTHING, CameOf
from rapport.app.wording.dates import local_time
from rapport.app.wording.level_words import FACTOR_WORDS
from rapport.app.wording.names import Names, called
from rapport.app.wording.table import Table
from rapport.core.creative.framework import FACTORS
from rapport.core.creative.message import Message
from rapport.core.oversight.people import WRITE
from rapport.core.oversight.stopping import EVERYTHING, FLOW, Switch
from rapport.core.time import Zone
from rapport.ports import MessageRow
from rapport.web.access import Access, Visitor, brand_of, visitor_of
from rapport.web.links_to import PERSON, address_of_person, address_of_preview, place_of
from rapport.web.pages import SAFE_HEADERS, address_below, page, see_other
from rapport.web.services import Services

UNDER_OVERVIEW = ("/console/messages/", "/console/silences", PERSON)

GUESSED = {
    "/console/messages": ("/console", "#messages"),
    "/console/overview": ("/console", ""),
    "/console/policy": ("/console/policies", ""),
    "/console/log": ("/console/audit-log", ""),
}
"""Addresses that people guess by what is there, and where that is."""

INERT = '<base target="_blank"><style>a{pointer-events:none}</style>'
MAIL_HEADERS = {
    **SAFE_HEADERS,
    "Content-Security-Policy": (
        "sandbox; default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'; "
        "font-src 'none'; form-action 'none'; frame-ancestors 'self'"
    ),
    "X-Frame-Options": "SAMEORIGIN",
}


class Console:
    """Handlers of the console's pages. Reading is done in a thread, since it may block."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def message(self, request: Request) -> Response:
        """One message: how it looks, what it says, and why it was chosen."""
        return await run_in_threadpool(self._message, request, request.path_params["key"])

    async def guessed(self, request: Request) -> Response:
        """GET of an address that people guess: leads to what it is called for."""
        root, place = GUESSED[request.url.path.rstrip("/")]
        return see_other(f"{address_below(root, brand_of(request).key)}{place}")

    async def mail(self, request: Request) -> Response:
        """The message's HTML alone, for the frames of its page: no script, link or form works."""
        brand = brand_of(request)
        key = request.path_params["key"]
        message = await run_in_threadpool(self._services.records.message, brand.key, key)
        if message is None:
            raise HTTPException(404)
        # First of all, so that nothing in the mail can come before it.
        doctype, rest = split_doctype(message.html)
        return HTMLResponse(doctype + INERT + rest, headers=MAIL_HEADERS)

    async def policies(self, request: Request) -> Response:
        """Which policy holds, and which held or wait."""
        return await run_in_threadpool(self._policies, request)

    def _policies(self, request: Request) -> Response:
        brand = brand_of(request)
        context: dict[str, object] = {
            **frame(request),
            "tables": self._services.policies(brand.key),
            "log": self._services.audit_log is not None,
            "costs": self._services.rule_costs is not None,
        }
        return page("policies.html", context)

    def _message(self, request: Request, key: str) -> Response:
        services, brand = self._services, brand_of(request)
        row = services.records.message_row(brand.key, key)
        if row is None:
            raise HTTPException(404)
        message = services.records.message(brand.key, key)
        emails = services.find_emails(brand.key, [row.profile])
        context: dict[str, object] = {
            **frame(request),
            "message": message,
            "row": shown_row(row, emails, brand.zone, services.names(brand.key)),
            "choices": (_choices(message),) if message else (),
            "mail": f"/console/mail/{quote(key, safe='')}?brand={quote(brand.key, safe='')}",
            "why": services.explain(brand.key, row.decision),
            "silences": services.silences is not None,
            "came_of": _came_of(services, brand.key, row),
            "person": _person(services, brand.key, row.profile),
            "preview": address_of_preview(
                services, brand.key, row.profile, row.framework, _place(row, message)
            ),
        }
        return page("message.html", context)


def routes(services: Services) -> list[Route]:
    """The console's addresses, those of the review queue apart."""
    console, access = Console(services), Access(services)

    async def home(_: Request) -> Response:
        return RedirectResponse("/console", status_code=302)

    return [
        Route("/", home, methods=["GET"]),
        Route("/console/policies", access.guard(console.policies), methods=["GET"]),
        Route("/console/sign-in", access.sign_in, methods=["POST"]),
        Route("/console/sign-out", access.guard(access.sign_out), methods=["POST"]),
        Route("/console/mail/{key:path}", access.guard(console.mail), methods=["GET"]),
        *(Route(path, access.guard(console.guessed), methods=["GET"]) for path in GUESSED),
        Route("/console/messages/", access.guard(console.guessed), methods=["GET"]),
        Route("/console/messages/{key:path}", access.guard(console.message), methods=["GET"]),
    ]


def frame(request: Request) -> dict[str, object]:
    """What every page of the console shows around its content."""
    visitor, brand = visitor_of(request), brand_of(request)
    services: Services = request.state.services
    desk, names = services.stops, services.names(brand.key)
    retired = desk.retired(brand.key) if desk else None
    over = {key for key in visitor.brands if desk and desk.retired(key)}
    return {
        "brand": brand,
        "brands": sorted(visitor.brands.values(), key=lambda one: one.key in over),
        "visitor": visitor,
        "places": _places(services, brand.key, request.url.path),
        "switches": _offered(desk.switches(brand.key) if desk else (), visitor, services, names),
        "may_stop": visitor.actors[brand.key].may(WRITE),
        "may_ask": services.writer is not None and visitor.actors[brand.key].may(WRITE),
        "retired": retired,
        "retired_since": local_time(retired.since, brand.zone) if retired else "",
        "over": over,
        "stops": [
            (called(stop.switch, names), local_time(stop.since, brand.zone), stop)
            for stop in (desk.stops(brand.key) if desk else ())
        ],
    }


def in_charge_of_all(visitor: Visitor, services: Services, right: str) -> bool:
    """Whether a visitor has this right in every brand of the installation."""
    return all(
        brand in visitor.actors and visitor.actors[brand].may(right) for brand in services.brands
    )


def _offered(
    switches: Sequence[Switch], visitor: Visitor, services: Services, names: Names
) -> list[tuple[Switch, str]]:
    """The switches with what each is called. Everything is that of a visitor's own brands where
    they are not in charge of all: it is named by them, and left out where it is this one alone."""
    found = [(one, called(one, names)) for one in switches]
    if in_charge_of_all(visitor, services, WRITE):
        return found
    mine = [visitor.brands[key].name for key, one in visitor.actors.items() if one.may(WRITE)]
    theirs = f"everything of your brands: {', '.join(mine)}"
    return [
        (one, theirs if one.kind == EVERYTHING else words)
        for one, words in found
        if one.kind != EVERYTHING or len(mine) > 1
    ]


def _places(services: Services, brand: str, path: str) -> list[tuple[str, str, bool]]:
    """Where the head of a page leads to: the name, the address, and whether that is here."""
    known = (
        ("Overview", "/console", True),
        ("Review", "/console/review", services.review is not None),
        ("Frameworks", "/console/frameworks", services.frameworks is not None),
        ("Rules", "/console/rules", services.brand_rules is not None),
        ("Preview", "/console/preview", services.preview is not None),
        ("Voice and claims", "/console/voice", services.voice is not None),
        ("Policy", "/console/policies", True),
        ("Stops", "/console/stops", services.stops is not None),
        ("Log", "/console/audit-log", services.audit_log is not None),
    )
    under = {
        "/console/propose": "/console/review",
        "/console/retire": "/console/stops",
        "/console/publish": "/console/frameworks",
        "/console/releases": "/console/frameworks",
        "/console/rule-costs": "/console/rules",
        "/console/adopt": "/console/frameworks",
        "/console/new-framework": "/console/frameworks",
        "/console/find-words": "/console/frameworks",
    }
    root_of = "/".join(path.split("/")[:3])
    here = under.get(root_of, path)
    return [
        (name, f"{root}?brand={quote(brand, safe='')}", _is_in(here, root))
        for name, root, there in known
        if there
    ]


def _is_in(path: str, root: str) -> bool:
    if root == "/console":
        return path == root or path.startswith(UNDER_OVERVIEW)
    return path == root or path.startswith(f"{root}/")


def mask(email: str) -> str:
    """Enough of an address to know one's own again: `a•••@e•••.com`."""
    local, _, domain = email.rpartition("@")
    name, _, top = domain.rpartition(".")
    return f"{local[0]}•••@{name[0]}•••.{top}" if local and name and top else ""


def shown_row(
    row: MessageRow, emails: Mapping[str, str], zone: Zone, names: Names
) -> dict[str, str]:
    """One message as the list shows it."""
    return {
        "address": _address(row.key),
        "when": local_time(row.at, zone),
        "profile": row.profile,
        "who": mask(emails.get(row.profile, "")) or row.profile[:8],
        "arm": row.arm,
        "subject": row.subject or "Not written",
        "reason": row.reason,
        "flow": flow_name(names, row.flow),
        "point": row.point,
        "status": row.status,
        "clicked": local_time(row.clicked_at, zone) if row.clicked_at else "",
    }


def _came_of(services: Services, brand: str, row: MessageRow) -> CameOf:
    desk = services.about_one
    return desk.came_of(brand, row.decision, row.status, row.profile) if desk else NOTHING


def _person(services: Services, brand: str, profile: str) -> str:
    return address_of_person(brand, profile) if services.about_one else ""


def _place(row: MessageRow, message: Message | None) -> dict[str, str]:
    return place_of(row.point, message.action, message.language) if message else {}


def flow_name(names: Names, flow: str) -> str:
    return names.get(Switch(FLOW, flow), flow)


def _choices(message: Message) -> Table:
    """What was varied, and the level that was chosen."""
    rows = ((FACTOR_WORDS[factor], message.action.level(factor) or "-") for factor in FACTORS)
    return Table("What was chosen", ("Part", "Choice"), tuple(rows))


def _address(key: str) -> str:
    return f"/console/messages/{quote(key, safe='')}"


def split_doctype(html: str) -> tuple[str, str]:
    """The document type, which must stay first, and what follows."""
    start = html.lstrip()
    if start[:9].lower() != "<!doctype":
        return "", start
    end = start.find(">") + 1
    return start[:end], start[end:]
