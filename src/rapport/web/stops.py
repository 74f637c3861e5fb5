"""Stopping and resuming: the red switch on every page of the console, and its own page."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.in_charge.people import NotAllowedError
from rapport.app.stopping.still_held import named
from rapport.app.stopping.stop_tables import past_table
from rapport.app.stopping.stops import URGENT, Standing, digest, read_switch
from rapport.app.stopping.watching import FINE, OFF, STOP, TOO_FEW, WARN, Verdict
from rapport.app.wording.dates import local_time
from rapport.app.wording.names import Names, begun, called
from rapport.core.oversight.people import PUBLISH
from rapport.core.oversight.stopping import FLOW, MESSAGE, Switch
from rapport.errors import NoRoomError, TemporaryError, UserError
from rapport.ports import Records
from rapport.web.access import Access, actor_of, brand_of, form_of, visitor_of
from rapport.web.console import frame, in_charge_of_all
from rapport.web.desks import StopDesk
from rapport.web.handlers import threaded
from rapport.web.pages import NOT_SURE, address_below, notice, page, see_other
from rapport.web.services import BrandAccess, Services

STILL = "still"
TOLD = {
    "stopped": "Stopped. Nothing of it is handed over from now on.",
    "stopped-yours": "Stopped, all of your brands. Nothing of them is handed over from now on.",
    "already": "It was stopped already.",
    "resumed": "Resumed. What is still valid and wanted goes out, as caps and quiet hours allow.",
    STILL: "Resumed; but something else still holds messages of it back, as you see below.",
}
"""What a page may be told by its address."""

FEW = 10
"""Of as many stops that still hold something back the names are told."""

SHOWN_PAST = 50
SHOWN_WAITING = 20


class Watch(Struct, frozen=True):
    """What is watched of one flow or framework, the worst of it in short."""

    name: str
    rows: tuple[Verdict, ...]
    worst: str
    in_short: str


class StopPages:
    """Handlers; each runs in a thread, since it may block."""

    def __init__(self, desk: StopDesk, records: Records) -> None:
        self._desk = desk
        self._records = records

    def overview(self, request: Request) -> Response:
        """What is stopped, what is watched, and what was stopped once."""
        return self._overview(request)

    def stop(self, request: Request) -> Response:
        """POST: stops it."""
        brand, actor, form = brand_of(request), actor_of(request), form_of(request)
        if form.get("sure") != "yes":
            return self._overview(request, NOT_SURE)
        saw = {"page": "the console"}
        try:
            switch = _switch(form.get("what", ""))
            why = form.get("because", "")
            done = self._desk.stop(brand.key, switch, actor.name, why, actor=actor, saw=saw)
        except NotAllowedError as error:
            return notice("Nothing was done", str(error), status=403)
        except UserError as error:
            return self._overview(request, str(error))
        except TemporaryError as error:
            return self._overview(request, f"Nothing was stopped. {_why(error)} {URGENT}", 503)
        if not done.new:
            return _back(brand, "already")
        return _back(brand, "stopped" if done.whole else "stopped-yours")

    def resume(self, request: Request) -> Response:
        """POST: resumes it, if it is stopped as it was shown."""
        brand, actor, form = brand_of(request), actor_of(request), form_of(request)
        try:
            switch = _switch(form.get("what", ""))
            why, shown = form.get("because", ""), form.get("seen", "-")
            saw = {"page": "the console"}
            done = self._desk.resume(
                brand.key, switch, actor.name, why, actor=actor, shown=shown, saw=saw
            )
        except NotAllowedError as error:
            return notice("Nothing was done", str(error), status=403)
        except UserError as error:
            return self._overview(request, str(error))
        except TemporaryError as error:
            return self._overview(request, f"Nothing was resumed. {_why(error)}", 503)
        if not done.still:
            return _back(brand, "resumed")
        return _back(brand, STILL, by=",".join(done.still[:FEW]))

    def _overview(self, request: Request, wrong: str = "", status: int = 400) -> Response:
        """With what is `wrong` with the form that was sent, which keeps what was typed."""
        brand, typed = brand_of(request), form_of(request) if wrong else {}
        by_switch = "seen" not in typed and not typed.get("what", "").startswith(f"{MESSAGE} ")
        services: Services = request.state.services
        now, names = self._desk.standing(brand.key), services.names(brand.key)
        past = list(self._desk.past(brand.key))[-SHOWN_PAST:]
        context: dict[str, object] = {
            **frame(request),
            "wrong": wrong,
            "typed": typed,
            "stopping": typed if by_switch else {},
            "told": _told(request, [called(one, names) for one in self._by(request, now)]),
            "now": [
                (
                    one,
                    called(one.stop.switch, names),
                    local_time(one.stop.since, brand.zone),
                    digest(one.stop),
                )
                for one in now
            ],
            "waiting": [
                (
                    row,
                    _flow(names, row.flow),
                    local_time(row.next_try_at, brand.zone),
                )
                for row in self._records.outbox(brand.key, limit=SHOWN_WAITING)
                if row.status == "waiting"
            ],
            "watched": watches(self._desk.watched(brand.key), names),
            "past": past_table(past, brand.zone, names),
            "may_resume": actor_of(request).may(PUBLISH),
            "may_resume_all": in_charge_of_all(visitor_of(request), services, PUBLISH),
            "several": len(services.brands) > 1,
        }
        return page("stops.html", context, status=status if wrong else 200)

    def _by(self, request: Request, now: Sequence[Standing]) -> list[Switch]:
        """Those of what is stopped that still hold back what was resumed, as an address names
        them: what is not stopped is not told of, whatever an address says."""
        brand, by = brand_of(request).key, request.query_params.get("by", "").split(",")
        return [
            switch
            for switch in (one.stop.switch for one in now)
            if {named(switch, brand, several=several) for several in (True, False)} & {*by}
        ]


def _told(request: Request, by: Sequence[str]) -> str:
    told = request.query_params.get("told", "")
    if told == STILL and by:
        return f"Resumed. Still stopped, until that is resumed, too: {', '.join(by)}."
    return TOLD.get(told, "")


def routes(services: Services) -> list[Route]:
    """The addresses; none where there is nothing to stop with."""
    if services.stops is None:
        return []
    access, pages = Access(services), StopPages(services.stops, services.records)
    return [
        Route("/console/stops", access.guard(threaded(pages.overview)), methods=["GET"]),
        Route("/console/stops", access.guard(threaded(pages.stop)), methods=["POST"]),
        Route("/console/stops/resume", access.guard(threaded(pages.resume)), methods=["POST"]),
    ]


def watches(verdicts: Sequence[Verdict], names: Names) -> list[Watch]:
    """Flow by flow, those that need a look first."""
    by_switch: dict[Switch, list[Verdict]] = {}
    for one in verdicts:
        by_switch.setdefault(one.switch, []).append(one)
    found = []
    for switch, rows in by_switch.items():
        worst = min((one.verdict for one in rows), key=_WORST.index)
        told = tuple(replace(one, measure=begun(one.measure.replace("_", " "))) for one in rows)
        flow = switch.kind == FLOW
        name = _flow(names, switch.key) if flow else begun(called(switch, names))
        found.append(Watch(name, told, worst, _IN_SHORT[worst]))
    return sorted(found, key=lambda one: _WORST.index(one.worst) > 1)


def _flow(names: Names, key: str) -> str:
    return names.get(Switch(FLOW, key), key)


_WORST = (STOP, WARN, FINE, TOO_FEW, OFF)
_IN_SHORT = {
    STOP: "above its limit",
    WARN: "watch this",
    FINE: "all fine",
    TOO_FEW: "too few to tell",
    OFF: "not watched",
}


def _why(error: TemporaryError) -> str:
    if isinstance(error, NoRoomError):
        return (
            "The disk that Rapport writes to is full or failing: free some space on it, and try "
            "again."
        )
    return str(error)


def _switch(words: str) -> Switch:
    kind, _, key = words.partition(" ")
    return read_switch(kind, key)


def _back(brand: BrandAccess, told: str, **more: str) -> Response:
    return see_other(address_below("/console/stops", brand.key, told=told, **more))
