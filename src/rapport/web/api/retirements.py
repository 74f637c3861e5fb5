"""Retiring a brand and bringing it back for programs, over the same use case as the console."""

from __future__ import annotations

from msgspec import Struct
from starlette.responses import Response
from starlette.routing import Route

from rapport.web.access import Access
from rapport.web.api.calls import Answer, Call, answering, as_json
from rapport.web.api.stops import LONGEST_ORDER, THROUGH
from rapport.web.desks import StopDesk
from rapport.web.services import Services


class Because(Struct, frozen=True, forbid_unknown_fields=True):
    """What a program sends: why."""

    because: str


class RetireApi:
    """Handlers; each runs in a thread, since it may block."""

    def __init__(self, desk: StopDesk) -> None:
        self._desk = desk

    def look(self, call: Call) -> Response:
        """Whether the brand is retired, since when, by whom and why."""
        found = self._desk.retired(call.brand)
        since = found.since if found else None
        return as_json({"retired": found.retired if found else None, "since": since})

    def retire(self, call: Call) -> Response:
        return self._do(call, bringing=False)

    def bring_back(self, call: Call) -> Response:
        return self._do(call, bringing=True)

    def _do(self, call: Call, *, bringing: bool) -> Response:
        why, actor = call.read(Because).because, call.actor
        return as_json(
            self._desk.retire(call.brand, actor.name, why, back=bringing, actor=actor, saw=THROUGH)
        )


def routes(services: Services) -> list[Route]:
    """The addresses; none where there is nothing to stop with."""
    if services.stops is None:
        return []
    api, door = RetireApi(services.stops), Access(services)
    calls: tuple[tuple[str, str, Answer], ...] = (
        ("GET", "/api/retirements", api.look),
        ("POST", "/api/retirements", api.retire),
        ("POST", "/api/returns", api.bring_back),
    )
    return [
        Route(path, answering(door, answer, LONGEST_ORDER), methods=[method])
        for method, path, answer in calls
    ]
