"""Retiring a brand and bringing it back: a page of the console."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.in_charge.people import NotAllowedError
from rapport.core.oversight.people import PUBLISH
from rapport.errors import UserError
from rapport.web.access import Access, actor_of, brand_of, form_of
from rapport.web.console import frame
from rapport.web.desks import StopDesk
from rapport.web.handlers import threaded
from rapport.web.pages import address_below, page, see_other
from rapport.web.services import Services

ADDRESS = "/console/retire"
TOLD = {
    "retired": "Retired. From now on nothing is decided, written or sent for this brand.",
    "already": "It was retired already.",
    "back": "It is back, as it was published before.",
}
"""What a page may be told by its address."""


class RetirePages:
    """Handlers."""

    def __init__(self, desk: StopDesk) -> None:
        self._desk = desk

    def look(self, request: Request) -> Response:
        """What it would mean, or since when it holds."""
        return self._page(request)

    def do(self, request: Request) -> Response:
        """POST: retires the brand, or brings it back."""
        brand, form = brand_of(request), form_of(request)
        bringing = form.get("do") == "back"
        typed = form.get("name", "").strip()
        if not bringing and typed.casefold() != brand.name.casefold():
            return self._page(request, f"Type {brand.name} to retire it: nothing was done.", 400)
        actor = actor_of(request)
        try:
            done = self._desk.retire(
                brand.key, actor.name, form.get("because", ""),
                back=bringing, actor=actor, saw={"page": "the console"},
            )  # fmt: skip
        except NotAllowedError as error:
            return self._page(request, str(error), 403)
        except UserError as error:
            return self._page(request, str(error), 400)
        told = "back" if bringing else "retired" if done.new else "already"
        return see_other(address_below(ADDRESS, brand.key, told=told))

    def _page(self, request: Request, wrong: str = "", status: int = 200) -> Response:
        brand, form = brand_of(request), form_of(request) if request.method == "POST" else {}
        context: dict[str, object] = {
            **frame(request),
            "told": TOLD.get(request.query_params.get("told", ""), ""),
            "wrong": wrong,
            "held": self._desk.outbox(brand.key),
            "may_retire": actor_of(request).may(PUBLISH),
            "because": form.get("because", ""),
        }
        return page("retire.html", context, status=status)


def routes(services: Services) -> list[Route]:
    """The addresses; none where there is nothing to stop with."""
    if services.stops is None:
        return []
    access, pages = Access(services), RetirePages(services.stops)
    return [
        Route(ADDRESS, access.guard(threaded(pages.look)), methods=["GET"]),
        Route(ADDRESS, access.guard(threaded(pages.do)), methods=["POST"]),
    ]
