"""The console's page about one person: found by their address, which then stands in no other place.

An address is typed into a form that is posted, and leads to a page whose own address has the id of
a profile: so no address of anybody ends in a browser's history or a proxy's log.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.explaining.heard import Heard, Place
from rapport.app.explaining.one_person import OnePerson
from rapport.app.in_charge.people import NotAllowedError
from rapport.app.wording.dates import local_time
from rapport.core.oversight.people import WRITE
from rapport.errors import UserError
from rapport.web.access import Access, actor_of, brand_of, form_of
from rapport.web.console import frame, mask
from rapport.web.desks import AboutOne
from rapport.web.handlers import threaded
from rapport.web.links_to import PERSON, address_of_person, address_of_preview
from rapport.web.numbers import before_of
from rapport.web.pages import NOT_SURE, address_below, notice, page, see_other
from rapport.web.services import Services

LONGEST_TYPED = 320
SHORT = 8
"""Characters of a profile's id that stand for somebody whose address is not known."""

TOLD = {
    "opted-out": "Done. Nothing more is sent to them, also of what is planned.",
    "on-its-way": "Done. Nothing more is sent to them, also of what is planned; but a message was "
    "with the mail server already, and may still arrive.",
    "already": "They had unsubscribed already: nothing was done.",
}
"""What a page may be told by its address."""

NOBODY = (
    "Nobody here is known by that. Check how it is written: it must be an address that a shop, an "
    "order or a form has told us of. Somebody may have used another one."
)
GONE = "Nobody is known by this id. It may be of another brand, or of somebody whose data is gone."
NOTHING_TYPED = "Type an e-mail address, or the id of a profile."

_PROFILE = re.compile(r"[\w.:@+-]{1,200}")


class PersonPages:
    """Handlers."""

    def __init__(self, services: Services, desk: AboutOne) -> None:
        self._services = services
        self._desk = desk

    def ask(self, request: Request) -> Response:
        """The form alone."""
        return self._ask(request)

    def find(self, request: Request) -> Response:
        """POST: leads to the page of whoever is known by what was typed."""
        brand, typed = brand_of(request), form_of(request).get("person", "").strip()
        if not typed:
            return self._ask(request, NOTHING_TYPED, status=400)
        profile = self._desk.find(brand.key, typed) if len(typed) <= LONGEST_TYPED else ""
        if not profile:
            return self._ask(request, NOBODY, typed[:LONGEST_TYPED], status=404)
        return see_other(address_of_person(brand.key, profile))

    def one(self, request: Request) -> Response:
        """What is known of them, and all that they heard and did not hear."""
        return self._one(request)

    def opt_out(self, request: Request) -> Response:
        """POST: opts them out, as they asked."""
        brand, actor, form = brand_of(request), actor_of(request), form_of(request)
        if form.get("sure") != "yes":
            return self._one(request, NOT_SURE)
        profile, why = request.path_params["profile"], form.get("because", "")
        saw = {"page": "the console"}
        try:
            done = self._desk.opt_out(brand.key, profile, actor.name, why, actor=actor, saw=saw)
        except NotAllowedError as error:
            return notice("Nothing was done", str(error), status=403)
        except UserError as error:
            return self._one(request, str(error))
        told = ("on-its-way" if done.sending else "opted-out") if done.new else "already"
        return see_other(address_of_person(brand.key, done.profile, told=told))

    def _ask(
        self, request: Request, wrong: str = "", typed: str = "", *, status: int = 200
    ) -> Response:
        context = {**frame(request), "wrong": wrong, "typed": typed}
        return page("find_person.html", context, status=status)

    def _one(self, request: Request, wrong: str = "") -> Response:
        """With what is `wrong` with the form that was sent, which keeps what was typed."""
        brand, profile = brand_of(request), request.path_params["profile"]
        person = self._desk.person(brand.key, profile) if _PROFILE.fullmatch(profile) else None
        if person is None:
            return self._ask(request, GONE, status=404)
        if person.profile != profile and request.method == "GET":
            return see_other(address_of_person(brand.key, person.profile))
        context = self._context(request, person, wrong)
        return page("person.html", context, status=400 if wrong else 200)

    def _context(self, request: Request, person: OnePerson, wrong: str) -> dict[str, object]:
        brand, before = brand_of(request), before_of(request)
        found = self._desk.heard(brand.key, person.profile, before)
        emails = self._services.find_emails(brand.key, [person.profile])
        return {
            **frame(request),
            "person": person,
            "who": called(person.profile, emails),
            "rows": [
                (one, _address(brand.key, one), local_time(one.at, brand.zone))
                for one in found.rows
            ],
            "first_page": before is None,
            "older": _older(brand.key, person.profile, found.next),
            "newest": address_of_person(brand.key, person.profile),
            "unreadable": (*person.unreadable.says, *found.unreadable.says),
            "preview": address_of_preview(self._services, brand.key, person.profile),
            "may_opt_out": actor_of(request).may(WRITE),
            "told": TOLD.get(request.query_params.get("told", ""), ""),
            "wrong": wrong,
            "because": form_of(request).get("because", "") if wrong else "",
        }


def called(profile: str, emails: Mapping[str, str]) -> str:
    """Enough of an address to know one's own again, or else of an id."""
    return mask(emails.get(profile, "")) or profile[:SHORT]


def _address(brand: str, one: Heard) -> str:
    root = "/console/silences" if one.silent else "/console/messages"
    return address_below(root, brand, one.key)


def _older(brand: str, profile: str, following: Place | None) -> str:
    if following is None:
        return ""
    at, key = following
    return address_of_person(brand, profile, before=f"{at}.{key}")


def routes(services: Services) -> list[Route]:
    """The addresses; none where nobody can be looked up."""
    if services.about_one is None:
        return []
    access, pages = Access(services), PersonPages(services, services.about_one)
    one = f"{PERSON}/{{profile}}"
    return [
        Route(PERSON, access.guard(threaded(pages.ask)), methods=["GET"]),
        Route(PERSON, access.guard(threaded(pages.find)), methods=["POST"]),
        Route(one, access.guard(threaded(pages.one)), methods=["GET"]),
        Route(f"{one}/opt-out", access.guard(threaded(pages.opt_out)), methods=["POST"]),
    ]
