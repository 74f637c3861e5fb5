"""Decisions to say nothing for programs: JSON over HTTP, with a person's token.

The same use case as the console's pages. A program is told of what it asked for in vain; a page
shows the rest.
"""

from __future__ import annotations

import msgspec
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.explaining.silences import PAGE, Asked, check_asked
from rapport.errors import RefusedInputError
from rapport.web.access import Access
from rapport.web.api.calls import Answer, Call, answering, as_json, limit_of
from rapport.web.desks import ExplainDecision, ShowNames, ShowSilences
from rapport.web.numbers import whole
from rapport.web.problems import Problem, problem
from rapport.web.services import Services

ROOT = "/api/silences"


class SilenceApi:
    """Handlers; each runs in a thread, since it may block."""

    def __init__(self, silences: ShowSilences, names: ShowNames, explain: ExplainDecision) -> None:
        self._silences = silences
        self._names = names
        self._explain = explain

    def every(self, call: Call) -> Response:
        """The latest of everybody, of a flow, of one person or of one kind, page by page."""
        told = call.request.query_params
        asked = Asked(
            flow=told.get("flow", ""),
            profile=told.get("profile", ""),
            kind=told.get("kind", ""),
            before=_before(told.get("before", "")),
        )
        check_asked(asked, self._names(call.brand))
        found = self._silences.silences(call.brand, asked, limit_of(told.get("limit", str(PAGE))))
        return as_json({"items": found.rows, "next": found.next, "unreadable": found.unreadable})

    def one(self, call: Call) -> Response:
        """One of them, with all that a page says of why."""
        decision = call.request.path_params["decision"]
        silence = self._silences.silence(call.brand, decision)
        if silence is None:
            words = "There is no decision to say nothing by this id."
            return problem(Problem("Not Found", 404, words, "decision"))
        explained = self._explain(call.brand, decision)
        return as_json({**msgspec.structs.asdict(silence), "explained": explained})


def _before(words: str) -> int | None:
    if not words:
        return None
    before = whole(words)
    if before is None:
        raise RefusedInputError("'before' is what a page's 'next' said.", where="before")
    return before


def routes(services: Services) -> list[Route]:
    """The addresses; none where decisions are not shown."""
    if services.silences is None:
        return []
    api, door = SilenceApi(services.silences, services.names, services.explain), Access(services)
    calls: tuple[tuple[str, Answer], ...] = (
        (ROOT, api.every),
        (f"{ROOT}/{{decision:path}}", api.one),
    )
    return [Route(path, answering(door, answer), methods=["GET"]) for path, answer in calls]
