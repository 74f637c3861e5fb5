"""The console's pages of decisions to say nothing: the latest ones, and why each came out so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.explaining.came_of_one import NOTHING
from rapport.app.explaining.silence_tally import KIND_WORDS
from rapport.app.explaining.silences import Asked, Silence
from rapport.app.wording.dates import local_time
from rapport.core.deciding.silence import KINDS
from rapport.core.oversight.stopping import FLOW
from rapport.web.access import Access, brand_of
from rapport.web.console import frame, mask
from rapport.web.desks import ShowSilences
from rapport.web.handlers import threaded
from rapport.web.links_to import address_of_person, address_of_preview
from rapport.web.numbers import whole
from rapport.web.pages import page
from rapport.web.services import BrandAccess, Services

ROOT = "/console/silences"
SHORT = 8
"""Characters of a profile's id that stand for somebody whose address is not known."""

_KEY = re.compile(r"[\w.:@+-]{1,200}")


class SilencePages:
    """Handlers."""

    def __init__(self, services: Services, silences: ShowSilences) -> None:
        self._services = services
        self._silences = silences

    def every(self, request: Request) -> Response:
        """The latest of everybody, of a flow or of one person."""
        brand, asked = brand_of(request), _asked(request)
        found = self._silences.silences(brand.key, asked)
        people = dict.fromkeys([one.profile for one in found.rows] + [asked.profile])
        # Asked for one person, all are theirs, also those from when they had other ids.
        whose = {one: asked.profile or one for one in people}
        emails = self._services.find_emails(brand.key, [one for one in whose.values() if one])
        who = {one: _called(somebody, emails) for one, somebody in whose.items()}
        flows = {s.key: name for s, name in self._services.names(brand.key).items()
                 if s.kind == FLOW}  # fmt: skip
        finds = asked.profile and self._services.about_one is not None
        context: dict[str, object] = {
            **frame(request),
            "asked": asked,
            "kinds": KIND_WORDS,
            "rows": [(one, local_time(one.at, brand.zone)) for one in found.rows],
            "who": who,
            "flows": flows,
            "at": lambda **changes: _list(brand, asked, **changes),
            "person": address_of_person(brand.key, asked.profile) if finds else "",
            "address": lambda silence: _address(brand, silence),
            "older": _list(brand, asked, before=str(found.next)) if found.next else "",
            "unreadable": found.unreadable.says,
        }
        return page("silences.html", context)

    def one(self, request: Request) -> Response:
        """One of them: why nothing was said, with the same chart as a message's."""
        brand, decision = brand_of(request), request.path_params["decision"]
        desk = self._services.about_one
        silence = self._silences.silence(brand.key, decision)
        if silence is None:
            raise HTTPException(404)
        emails = self._services.find_emails(brand.key, [silence.profile])
        context: dict[str, object] = {
            **frame(request),
            "silence": silence,
            "when": local_time(silence.at, brand.zone),
            "who": _called(silence.profile, emails),
            "why": self._services.explain(brand.key, decision),
            "came_of": desk.came_of(brand.key, decision) if desk else NOTHING,
            "person": address_of_person(brand.key, silence.profile) if desk else "",
            "preview": address_of_preview(
                self._services,
                brand.key,
                silence.profile,
                silence.framework,
                {"point": silence.point},
            ),
            "at": lambda **changes: _list(brand, Asked(), **changes),
        }
        return page("silence.html", context)


def _called(profile: str, emails: Mapping[str, str]) -> str:
    return mask(emails.get(profile, "")) or profile[:SHORT]


def _asked(request: Request) -> Asked:
    """What the address asks for; what makes no sense in it is not asked for."""
    told = request.query_params
    kind = told.get("kind", "")
    known = {name: told.get(name, "") for name in ("flow", "profile")}
    return Asked(
        **{name: key if _KEY.fullmatch(key) else "" for name, key in known.items()},
        kind=kind if kind in KINDS else "",
        before=whole(told.get("before", "")),
    )


def _list(brand: BrandAccess, asked: Asked, **changes: str) -> str:
    now = {"flow": asked.flow, "profile": asked.profile, "kind": asked.kind, **changes}
    query = {name: value for name, value in now.items() if value}
    return f"{ROOT}?{urlencode({'brand': brand.key, **query})}"


def _address(brand: BrandAccess, silence: Silence) -> str:
    return f"{ROOT}/{quote(silence.decision, safe='')}?{urlencode({'brand': brand.key})}"


def routes(services: Services) -> list[Route]:
    """The addresses; none where decisions are not shown."""
    if services.silences is None:
        return []
    access, pages = Access(services), SilencePages(services, services.silences)
    return [
        Route(ROOT, access.guard(threaded(pages.every)), methods=["GET"]),
        Route(f"{ROOT}/{{decision:path}}", access.guard(threaded(pages.one)), methods=["GET"]),
    ]
