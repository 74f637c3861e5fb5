"""The console's first page: what needs somebody today, how it goes, and what happened last."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.wording.dates import day_in_words, local_time
from rapport.app.wording.totals import came_of_it, taken_in
from rapport.core.time import Instant, Zone, day_number
from rapport.web.access import Access, actor_of, brand_of
from rapport.web.console import flow_name, frame, shown_row
from rapport.web.needs import needs_of
from rapport.web.numbers import before_of
from rapport.web.pages import address_below, notice, page
from rapport.web.services import Services

SHOWN = 50
"""Messages on one page of the list."""

UNFOLDED = 8
"""Messages that the first page shows before the rest, which is folded away."""


class Overview:
    """Handler. Reading is done in a thread, since it may block."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def look(self, request: Request) -> Response:
        """What waits, the report, why people heard nothing, and the last messages; or older ones
        alone."""
        if not self._services.brands:
            words = "There is no brand yet. Publish a brand's folder, then come back."
            return notice("Welcome to Rapport", words)
        return await run_in_threadpool(self._page, request, before_of(request))

    def _page(self, request: Request, before: tuple[Instant, str] | None) -> Response:
        services, records, brand = self._services, self._services.records, brand_of(request)
        rows = records.messages(brand.key, limit=SHOWN, before=before)
        emails = services.find_emails(brand.key, [row.profile for row in rows])
        names = services.names(brand.key)
        context: dict[str, object] = {
            **frame(request),
            "messages": [shown_row(row, emails, brand.zone, names) for row in rows],
            "older": f"{rows[-1].at}.{rows[-1].key}" if len(rows) == SHOWN else None,
            "first_page": before is None,
        }
        if before is None:
            trouble = records.in_trouble(brand.key)
            waits = services.standing_still()
            lately = services.silences.lately(brand.key) if services.silences else None
            context |= {
                "waits": waits,
                "waits_since": local_time(waits.since, brand.zone) if waits else "",
                "waits_until": local_time(waits.until, brand.zone) if waits else "",
                "needs": needs_of(services, brand, actor_of(request), trouble),
                "worth": services.report(brand.key),
                "lately": lately,
                "until": _day(lately.until, brand.zone) if lately and lately.until else "",
                "silences": lambda **asked: address_below("/console/silences", brand.key, **asked),
                "unfolded": UNFOLDED,
                "counts": [
                    (count, taken_in(name, count))
                    for name, count in sorted(records.counts(brand.key).items())
                ],
                "outbox": sorted(records.on_the_way(brand.key).items()),
                "troubled": [(flow_name(names, row.flow), row) for row in trouble.some],
                "stopped": [
                    (
                        flow_name(names, one.flow),
                        one.count,
                        came_of_it(one.what, one.reason, one.count),
                    )
                    for one in records.flow_counts(brand.key)
                ],
                "finds": services.about_one is not None,
            }
        return page("overview.html", context)


def _day(at: Instant, zone: Zone) -> str:
    return day_in_words(day_number(at, zone.offset_at(at)))


def routes(services: Services) -> list[Route]:
    """Its address."""
    overview, access = Overview(services), Access(services)
    return [Route("/console", access.guard(overview.look), methods=["GET"])]
