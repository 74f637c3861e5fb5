"""The console's page for co-writing: a brief goes to the model, and what comes goes to review."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Mapping, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.frameworks.proposing import MOST_BRIEF, Brief, Proposed
from rapport.core.creative.framework import NO_OFFER, Framework, Level
from rapport.core.oversight.people import WRITE
from rapport.errors import ModelError, UserError
from rapport.web.access import Access, actor_of, brand_of, form_of
from rapport.web.console import frame
from rapport.web.desks import AskWriter
from rapport.web.pages import notice, page
from rapport.web.services import Services

ROOT = "/console/propose"
NEW = "+"
"""In place of a level's key: it is a new one. No key is that."""
LONGEST_NAME = 41


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
        actor = actor_of(request)
        if not actor.may(WRITE):
            return notice("Nothing was done", "An author or a reviewer can ask.", status=403)
        if not self._busy.acquire(blocking=False):
            return self._page(request, "The model is at another one. Try again in a moment.", 503)
        try:
            proposed = self._writer.propose(brand.key, brief_of(form), actor)
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
            "asked": _asked(request, frameworks),
            "frameworks": frameworks,
            "angles": _levels(frameworks, "angles"),
            "tones": _levels(frameworks, "tones"),
            "offers": self._writer.offers(brand.key),
            "points": self._writer.points(brand.key),
            "slots": list(dict.fromkeys(slot.key for one in frameworks for slot in one.slots)),
            "new": NEW,
            "longest_name": LONGEST_NAME,
            "model": self._writer.model,
            "most": MOST_BRIEF,
            "may_write": actor_of(request).may(WRITE),
            "proposed": proposed,
            "wrong": wrong,
            "usage": self._writer.usage(brand.key),
        }
        return page("propose.html", context, status=status)


def brief_of(form: Mapping[str, str]) -> Brief:
    """What was typed, with the spaces around it taken off. Raises UserError for a new level that
    has no name."""
    told = {key: value.strip() for key, value in form.items()}
    return Brief(
        framework=told.get("framework", ""),
        words=told.get("brief", ""),
        tone=_level(told, "tone"),
        angle=_level(told, "angle"),
        offer=told.get("offer", "") or NO_OFFER,
        point=told.get("point", ""),
        slots=tuple(told.get("slots", "").replace(",", " ").split()),
    )


def _level(told: Mapping[str, str], factor: str) -> str:
    """The key of a level there is, or one made of the name that somebody gave a new one."""
    chosen = told.get(factor, "")
    if chosen != NEW:
        return chosen
    name = unicodedata.normalize("NFKD", told.get(f"new_{factor}", ""))
    plain = name.encode("ascii", "ignore").decode().lower().replace("'", "")
    key = re.sub(r"[^a-z0-9]+", "-", plain).strip("-0123456789")[:LONGEST_NAME].strip("-")
    if not key:
        raise UserError(f"Give the new {factor} a name in letters from a to z, such as gift.")
    return key


def _asked(request: Request, frameworks: Sequence[Framework]) -> Mapping[str, str]:
    """What was typed; before anything was, a framework that the address may name."""
    if request.method == "POST":
        return form_of(request)
    asked = request.query_params.get("framework", "")
    return {"framework": asked} if any(one.key == asked for one in frameworks) else {}


def _levels(frameworks: Sequence[Framework], factor: str) -> list[tuple[str, str, str]]:
    """Key, label and description of each level that any of them has."""
    found: dict[str, tuple[str, str, str]] = {}
    for one in frameworks:
        levels: tuple[Level, ...] = getattr(one, factor)
        for level in levels:
            found.setdefault(level.key, (level.key, level.label, level.describes))
    return list(found.values())


def routes(services: Services) -> list[Route]:
    """The addresses; none where no model is set."""
    if services.writer is None:
        return []
    access, pages = Access(services), ProposePages(services.writer)
    return [
        Route(ROOT, access.guard(pages.form), methods=["GET"]),
        Route(ROOT, access.guard(pages.ask), methods=["POST"]),
    ]
