"""The console's page of the audit log: who did what, the newest first, and whether it is whole."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.explaining.deeds_in_words import KINDS, THE_OWNER
from rapport.app.explaining.log_page import Asked, LookedThrough
from rapport.app.wording.dates import local_time
from rapport.core.oversight.audit import BY_ITSELF
from rapport.errors import TemporaryError
from rapport.web.access import Access, brand_of
from rapport.web.console import frame
from rapport.web.desks import ShowAuditLog
from rapport.web.handlers import threaded
from rapport.web.numbers import whole
from rapport.web.pages import address_below, page
from rapport.web.services import BrandAccess, Services

ROOT = "/console/audit-log"
LONGEST_NAME = 200


class AuditLogPages:
    """Handlers."""

    def __init__(self, services: Services, desk: ShowAuditLog) -> None:
        self._services = services
        self._desk = desk

    def look(self, request: Request) -> Response:
        """The latest entries, of everybody or somebody, of every kind or of one; and whether the
        log is whole, where that is asked for."""
        brand, asked = brand_of(request), _asked(request)
        found = self._desk.entries(brand.key, asked)
        people = [one.name for one in self._services.people(brand.key)]
        checked = self._checked(brand) if request.query_params.get("check") == "yes" else None
        told = {name: words for name, words in (("who", asked.who), ("kind", asked.kind)) if words}
        context: dict[str, object] = {
            **frame(request),
            "asked": asked,
            "kinds": KINDS,
            "people": [*people, BY_ITSELF, THE_OWNER],
            "lines": [
                (one, local_time(one.at, brand.zone), self._address(brand, *one.said.about))
                for one in found.lines
            ],
            "head": found.head,
            "checked": checked,
            "older": address_below(ROOT, brand.key, **told, before=str(found.next))
            if found.next
            else "",
            "check": address_below(ROOT, brand.key, **told, check="yes"),
            "everything": address_below(ROOT, brand.key),
        }
        return page("audit_log.html", context)

    def _checked(self, brand: BrandAccess) -> LookedThrough:
        try:
            return self._desk.look_through(brand.key)
        except TemporaryError as error:
            return LookedThrough((f"That cannot be told just now: {error}",))

    def _address(self, brand: BrandAccess, kind: str, key: str) -> str:
        """The page about what was done, where there is one that shows more of it."""
        services = self._services
        if kind == "release" and services.releases is not None and whole(key) is not None:
            return address_below("/console/releases", brand.key, key)
        if kind == "draft" and services.review is not None:
            return address_below("/console/review", brand.key, key)
        if kind == "policy":
            return address_below("/console/policies", brand.key)
        return ""


def _asked(request: Request) -> Asked:
    """What the address asks for; what makes no sense in it is not asked for."""
    told = request.query_params
    kind = told.get("kind", "")
    return Asked(
        who=" ".join(told.get("who", "").split())[:LONGEST_NAME],
        kind=kind if kind in KINDS else "",
        before=whole(told.get("before", "")),
    )


def routes(services: Services) -> list[Route]:
    """The address; none where there is no log to show."""
    if services.audit_log is None:
        return []
    pages = AuditLogPages(services, services.audit_log)
    return [Route(ROOT, Access(services).guard(threaded(pages.look)), methods=["GET"])]
