"""One person for programs, such as a help desk: what is known and was decided, and opting them out.

The same use cases as the console's page. An address comes in the body, so that it stands in no
address and no log; what is answered names a profile and nobody.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.explaining.heard import PAGE, place_in
from rapport.errors import NotFoundError, RefusedInputError
from rapport.web.access import Access
from rapport.web.api.calls import LONGEST_PAGE, Answer, Call, answering, as_json
from rapport.web.desks import AboutOne
from rapport.web.services import Services

NOBODY = "Nobody here is known by this e-mail address or profile's id."


class Whom(Struct, frozen=True, forbid_unknown_fields=True):
    """The body of `POST /api/people`: an e-mail address or a profile's id, and which page."""

    person: str
    before: str = ""
    limit: int = PAGE


class ToOptOut(Struct, frozen=True, forbid_unknown_fields=True):
    """The body of `POST /api/opt-outs`."""

    person: str
    because: str


class PeopleApi:
    """Handlers; each runs in a thread, since it may block."""

    def __init__(self, desk: AboutOne) -> None:
        self._desk = desk

    def about(self, call: Call) -> Response:
        """What is known of a person, and a page of what they heard and did not hear."""
        asked = call.read(Whom)
        before = place_in(asked.before) if asked.before else None
        if asked.before and before is None:
            raise RefusedInputError("'before' is what a page's 'next' said.", where="before")
        if not 1 <= asked.limit <= LONGEST_PAGE:
            raise RefusedInputError(f"'limit' is 1 to {LONGEST_PAGE}.", where="limit")
        profile = self._desk.find(call.brand, asked.person)
        person = self._desk.person(call.brand, profile) if profile else None
        if person is None:
            raise NotFoundError(NOBODY)
        found = self._desk.heard(call.brand, person.profile, before, asked.limit)
        following = f"{found.next[0]}.{found.next[1]}" if found.next else None
        heard = {"items": found.rows, "next": following, "unreadable": found.unreadable}
        return as_json({**msgspec.structs.asdict(person), "heard": heard})

    def opt_out(self, call: Call) -> Response:
        """Opts them out, as they asked."""
        asked = call.read(ToOptOut)
        profile = self._desk.find(call.brand, asked.person)
        if not profile:
            raise NotFoundError(NOBODY)
        saw = {"through": "the HTTP address for programs"}
        done = self._desk.opt_out(
            call.brand, profile, call.actor.name, asked.because, actor=call.actor, saw=saw
        )
        return as_json(done)


def routes(services: Services) -> list[Route]:
    """The addresses; none where nobody can be looked up."""
    if services.about_one is None:
        return []
    api, door = PeopleApi(services.about_one), Access(services)
    calls: tuple[tuple[str, Answer], ...] = (
        ("/api/people", api.about),
        ("/api/opt-outs", api.opt_out),
    )
    return [Route(path, answering(door, answer), methods=["POST"]) for path, answer in calls]
