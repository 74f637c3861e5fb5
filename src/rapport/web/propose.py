"""The console's page for co-writing: a brief goes to the model, and what comes goes to review."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.proposing import MOST_BRIEF, Brief, Proposed
from rapport.core.creative import NO_OFFER
from rapport.core.people import WRITE
from rapport.errors import ModelError, UserError
from rapport.web.access import Access, brand_of, form_of, visitor_of
from rapport.web.console import frame
from rapport.web.pages import notice, page
from rapport.web.services import AskWriter, Services

ROOT = "/console/propose"


class ProposePages:
    """Handlers. A model takes its time, so only one question is put from here at a time."""

    def __init__(self, writer: AskWriter) -> None:
        self._writer = writer
        self._busy = threading.Lock()

    async def form(self, request: Request) -> Response:
        """What can be asked for."""
        return await run_in_threadpool(self._page, request)

    async def ask(self, request: Request) -> Response:
        """POST: asks, and shows what came and what the checks make of it."""
        return await run_in_threadpool(self._ask, request)

    def _ask(self, request: Request) -> Response:
        brand, form = brand_of(request), form_of(request)
        if not visitor_of(request).actors[brand.key].may(WRITE):
            return notice("Nothing was done", "An author or a reviewer can ask.", status=403)
        if not self._busy.acquire(blocking=False):
            return self._page(request, "The model is at another one. Try again in a moment.", 503)
        try:
            proposed = self._writer.propose(brand.key, brief_of(form))
        except UserError as error:
            return self._page(request, str(error), 400)
        except ModelError as error:
            return self._page(request, str(error), 502)
        finally:
            self._busy.release()
        return self._page(request, proposed=proposed)

    def _page(
        self, request: Request, wrong: str = "", status: int = 200, proposed: Proposed | None = None
    ) -> Response:
        brand = brand_of(request)
        frameworks = self._writer.frameworks(brand.key)
        context: dict[str, object] = {
            **frame(request),
            "asked": form_of(request) if request.method == "POST" else {},
            "frameworks": frameworks,
            "angles": {level.key: level.label for one in frameworks for level in one.angles},
            "tones": {level.key: level.label for one in frameworks for level in one.tones},
            "offers": list(dict.fromkeys(key for one in frameworks for key in one.offers)),
            "model": self._writer.model,
            "most": MOST_BRIEF,
            "may_write": visitor_of(request).actors[brand.key].may(WRITE),
            "proposed": proposed,
            "wrong": wrong,
        }
        return page("propose.html", context, status=status)


def brief_of(form: Mapping[str, str]) -> Brief:
    """What was typed, with the spaces around it taken off."""
    told = {key: value.strip() for key, value in form.items()}
    return Brief(
        framework=told.get("framework", ""),
        words=told.get("brief", ""),
        tone=told.get("tone", ""),
        angle=told.get("angle", ""),
        offer=told.get("offer", "") or NO_OFFER,
        point=told.get("point", ""),
        slots=tuple(told.get("slots", "").replace(",", " ").split()),
    )


def routes(services: Services) -> list[Route]:
    """The addresses; none where no model is set."""
    if services.writer is None:
        return []
    access, pages = Access(services), ProposePages(services.writer)
    return [
        Route(ROOT, access.guard(pages.form), methods=["GET"]),
        Route(ROOT, access.guard(pages.ask), methods=["POST"]),
    ]
