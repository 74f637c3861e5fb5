"""Stopping and resuming for programs, over the same use case as the console's red switch."""

from __future__ import annotations

from msgspec import Struct
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.stopping.stops import NOTHING_STOPPED, read_switch
from rapport.errors import TemporaryError
from rapport.web.access import Access
from rapport.web.api.calls import Answer, Call, answering, as_json
from rapport.web.body import KILOBYTE
from rapport.web.desks import StopDesk
from rapport.web.services import Services

LONGEST_ORDER = 16 * KILOBYTE
THROUGH = {"through": "the HTTP address for programs"}
"""What the audit log says of how it was asked for."""


class Order(Struct, frozen=True, forbid_unknown_fields=True):
    """What a program asks for: the body of `POST /api/stops` and `POST /api/resumptions`."""

    what: str
    because: str
    key: str = ""


class StopApi:
    """Handlers; each runs in a thread, since it may block."""

    def __init__(self, desk: StopDesk) -> None:
        self._desk = desk

    def standing(self, call: Call) -> Response:
        """What is stopped."""
        return as_json({"stopped": list(self._desk.standing(call.brand))})

    def stop(self, call: Call) -> Response:
        order, actor = call.read(Order), call.actor
        switch = read_switch(order.what, order.key)
        try:
            done = self._desk.stop(
                call.brand, switch, actor.name, order.because, actor=actor, saw=THROUGH
            )
        except TemporaryError as error:
            raise TemporaryError(
                f"{NOTHING_STOPPED} {error}", retry_after_seconds=error.retry_after_seconds
            ) from error
        return as_json(done)

    def resume(self, call: Call) -> Response:
        order, actor = call.read(Order), call.actor
        switch = read_switch(order.what, order.key)
        return as_json(
            self._desk.resume(
                call.brand, switch, actor.name, order.because, actor=actor, saw=THROUGH
            )
        )


def routes(services: Services) -> list[Route]:
    """The addresses; none where there is nothing to stop with."""
    if services.stops is None:
        return []
    api, door = StopApi(services.stops), Access(services)
    calls: tuple[tuple[str, str, Answer], ...] = (
        ("GET", "/api/stops", api.standing),
        ("POST", "/api/stops", api.stop),
        ("POST", "/api/resumptions", api.resume),
    )
    return [
        Route(path, answering(door, answer, LONGEST_ORDER), methods=[method])
        for method, path, answer in calls
    ]
