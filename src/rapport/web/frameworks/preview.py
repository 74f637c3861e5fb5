"""The console's pages of frameworks: every message that one can make, and which don't work."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from rapport.app.frameworks.own_inbox import MOST_AN_HOUR, Which
from rapport.app.frameworks.preview import Cell, Place, Wanted
from rapport.app.frameworks.tally import tally, unwritten
from rapport.app.in_charge.people import NotAllowedError
from rapport.core.creative.framework import CONTENT_FACTORS, NO_OFFER, Framework
from rapport.core.oversight.people import WRITE
from rapport.errors import UserError
from rapport.web.access import Access, actor_of, brand_of, form_of
from rapport.web.console import INERT, MAIL_HEADERS, frame, mask, split_doctype
from rapport.web.desks import FindEmails, SendTest, ShowPreview
from rapport.web.frameworks.preview_person import Person, person_of
from rapport.web.pages import SAFE_HEADERS, notice, page, see_other
from rapport.web.services import BrandAccess, Services

ROOT, MAIL, FILE = "/console/preview", "/console/preview/mail", "/console/preview/file"
TEST = "/console/preview/test"

_DARK = re.compile(r"@media\s*\(prefers-color-scheme:\s*dark\)")
_FIXED = ("language", "point", "angle")
"""What a page shows one of; the rest of a place are the rows and columns of its table."""

LONGEST_TYPED = 320
"""Characters of an address that are given back in its field."""

TOLD = {
    "sent": "The mail server has taken the test. If it does not come, look among the spam, too.",
    "file": "No mail server is set, so the test is a file: the newest that begins with ‘test-’ in "
    "the folder outgoing of Rapport’s home.",
}
"""What a page may be told by its address."""


class Line(Struct, frozen=True):
    """One row of the matrix: a visual with an offer. Where there are several of both, the rows of a
    visual stand together, under its name."""

    visual: str
    offer: str
    label: str


class PreviewPages:
    """Handlers. Messages are written when they are asked for; nothing is recorded."""

    def __init__(
        self,
        preview: ShowPreview,
        edited: ShowPreview | None,
        find_emails: FindEmails,
        tests: SendTest | None = None,
    ) -> None:
        self._published = preview
        self._edited = edited
        self._emails = find_emails
        self._tests = tests

    def _of(self, request: Request) -> ShowPreview:
        """What is published or, where that is asked for, what is edited and not published yet."""
        edited = self._edited if request.query_params.get("edited") == "1" else None
        return edited or self._published

    async def matrix(self, request: Request) -> Response:
        """One point, angle and language of a framework: visuals and offers against tones."""
        return await run_in_threadpool(self._matrix, request)

    async def mail(self, request: Request) -> Response:
        """One message's HTML alone, as a phone or a desktop shows it, in light or dark."""
        return await run_in_threadpool(self._mail, request)

    async def file(self, request: Request) -> Response:
        """The whole matrix as one file, to send to somebody."""
        return await run_in_threadpool(self._file, request)

    async def test(self, request: Request) -> Response:
        """POST: sends one message to the address that was typed."""
        return await run_in_threadpool(self._test, request)

    def _test(self, request: Request) -> Response:
        brand, actor = brand_of(request), actor_of(request)
        framework, preview = self._framework(brand, request), self._of(request)
        person = person_of(request, preview, brand.key, framework.key)
        if self._tests is None or person.troubled:
            raise HTTPException(404)
        place = _place(request)
        edited, typed = _edited(request), form_of(request).get("address", "").strip()
        try:
            which = Which(framework.key, Place(**place), person.whom, bool(edited))
            file = self._tests.send(brand.key, which, typed, actor=actor)
        except NotAllowedError as error:
            return notice("Nothing was done", str(error), status=403)
        except UserError as error:
            return self._matrix(request, str(error), typed[:LONGEST_TYPED])
        more = {**edited, **person.carried, **place, "told": "file" if file else "sent"}
        return see_other(f"{_address(brand, framework.key, more)}#test")

    def _file(self, request: Request) -> Response:
        brand = brand_of(request)
        framework, preview = self._framework(brand, request), self._of(request)
        person = person_of(request, preview, brand.key, framework.key)
        if person.troubled:  # the page says beside which field
            return see_other(f"{ROOT}?{request.url.query}#whom")
        content = preview.file(brand.key, framework.key, person.whom)
        edited = "-edited" if request.query_params.get("edited") == "1" else ""
        name = f"{brand.key}-{framework.key}{edited}.html"
        headers = {
            **SAFE_HEADERS,
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Content-Disposition": f'attachment; filename="{name}"',
        }
        return HTMLResponse(content, headers=headers)

    def _framework(self, brand: BrandAccess, request: Request) -> Framework:
        asked = request.query_params.get("framework", "")
        for framework in self._of(request).frameworks(brand.key):
            if asked in ("", framework.key):
                return framework
        raise HTTPException(404)

    def _matrix(self, request: Request, wrong: str = "", typed: str = "") -> Response:
        """With what is `wrong` with the test that was asked for, and the address as `typed`."""
        brand = brand_of(request)
        framework = self._framework(brand, request)
        preview = self._of(request)
        person = person_of(request, preview, brand.key, framework.key)
        edited, more = _edited(request), {**_edited(request), **person.carried}
        places = preview.places(brand.key, framework.key)
        fixed = {name: _asked(request, name, places) for name in _FIXED}
        wanted = Wanted((fixed["point"],), (fixed["language"],), {"angle": (fixed["angle"],)})
        cells = list(preview.cells(brand.key, framework.key, wanted, person.whom))
        chosen, usual = _chosen(request, cells), preview.usual(brand.key)
        offers = {NO_OFFER: "No offer", **preview.offers(brand.key)}
        context: dict[str, object] = {
            **frame(request),
            "framework": framework,
            "frameworks": preview.frameworks(brand.key),
            "edited": bool(edited),
            "person": person,
            "who": self._who(brand, person),
            "has_edited": self._edited is not None,
            "choices": {
                name: list(dict.fromkeys(getattr(place, name) for place in places))
                for name in _FIXED
            },
            "fixed": fixed,
            "labels": _labels(framework),
            "offers": offers,
            "groups": _lines(framework, cells, offers),
            "columns": framework.tones,
            "cells": {(c.place.tone, c.place.visual, c.place.offer): c for c in cells},
            "tally": tally(cells, usual),
            "unwritten": lambda cell: unwritten(cell, usual),
            "chosen": chosen,
            "here": lambda **other: _address(brand, framework.key, {**fixed, **more, **other}),
            "kept": {**fixed, **edited},
            "back_to_anna": _address(brand, framework.key, {**fixed, **edited}),
            "beside": lambda key: _address(brand, key, more),
            "as_file": _address(brand, framework.key, more, FILE),
            "published": _address(brand, "", person.carried),
            "mail": _address_of(brand, framework, chosen, more, MAIL) if chosen else "",
            "test": _address_of(brand, framework, chosen, more, TEST) if chosen else "",
            "may_test": self._tests is not None and actor_of(request).may(WRITE),
            "most_tests": MOST_AN_HOUR,
            "told": TOLD.get(request.query_params.get("told", ""), ""),
            "wrong": wrong,
            "typed": typed,
        }
        return page("preview.html", context, status=400 if person.troubled or wrong else 200)

    def _who(self, brand: BrandAccess, person: Person) -> str:
        """Enough of the address of somebody whom the brand knows to tell who it is."""
        known = [person.whom.profile] if person.whom.profile else []
        return mask(self._emails(brand.key, known).get(person.whom.profile, ""))

    def _mail(self, request: Request) -> Response:
        brand = brand_of(request)
        framework, preview = self._framework(brand, request), self._of(request)
        person = person_of(request, preview, brand.key, framework.key)
        asked = _place(request)
        levels = {factor: (asked[factor],) for factor in CONTENT_FACTORS}
        wanted = Wanted((asked["point"],), (asked["language"],), levels)
        cells = preview.cells(brand.key, framework.key, wanted, person.whom)
        cell = next(iter(cells), None)
        if cell is None or not cell.html or person.troubled:
            raise HTTPException(404)
        dark = request.query_params.get("dark") == "1"
        html = _DARK.sub("@media all" if dark else "@media not all", cell.html)
        doctype, rest = split_doctype(html)
        scheme = f'<meta name="color-scheme" content="only {"dark" if dark else "light"}">'
        return HTMLResponse(doctype + INERT + scheme + rest, headers=MAIL_HEADERS)


def routes(services: Services) -> list[Route]:
    """The addresses, where there is something to preview."""
    if services.preview is None:
        return []
    pages, access = (
        PreviewPages(services.preview, services.edited, services.find_emails, services.tests),
        Access(services),
    )
    return [
        Route(ROOT, access.guard(pages.matrix), methods=["GET"]),
        Route(MAIL, access.guard(pages.mail), methods=["GET"]),
        Route(FILE, access.guard(pages.file), methods=["GET"]),
        Route(TEST, access.guard(pages.test), methods=["POST"]),
    ]


def _asked(request: Request, name: str, places: list[Place]) -> str:
    """The level that is asked for, or the first one there is."""
    known = dict.fromkeys(str(getattr(place, name)) for place in places)
    asked = request.query_params.get(name, "")
    return asked if asked in known else next(iter(known), "")


def _chosen(request: Request, cells: list[Cell]) -> Cell | None:
    """The cell that is asked for, or the first with as much of it that has a message."""
    asked = {name: request.query_params.get(name, "") for name in ("tone", "visual", "offer")}
    fitting = [
        cell
        for cell in cells
        if all(key in ("", getattr(cell.place, name)) for name, key in asked.items())
    ]
    if len(fitting) == 1:
        return fitting[0]
    some = fitting or cells
    return next((cell for cell in some if cell.html), some[0] if some else None)


def _labels(framework: Framework) -> dict[str, str]:
    levels = (*framework.tones, *framework.angles, *framework.visuals)
    return {level.key: level.label for level in levels}


def _lines(
    framework: Framework, cells: list[Cell], offers: Mapping[str, str]
) -> list[tuple[str, list[Line]]]:
    """The rows, each under the name of its visual, which is empty where there is no other offer."""
    labels = {level.key: level.label for level in framework.visuals}
    found: dict[str, dict[str, None]] = {}
    for cell in cells:
        found.setdefault(cell.place.visual, {})[cell.place.offer] = None
    if all(len(each) == 1 for each in found.values()):
        lines = [Line(v, o, labels.get(v, v)) for v, each in found.items() for o in each]
        return [("", lines)]
    return [
        (labels.get(visual, visual), [Line(visual, one, offers.get(one, one)) for one in each])
        for visual, each in found.items()
    ]


def _address(brand: BrandAccess, framework: str, more: Mapping[str, str], root: str = ROOT) -> str:
    of = {"framework": framework} if framework else {}
    return f"{root}?{urlencode({'brand': brand.key, **of, **more})}"


def _edited(request: Request) -> dict[str, str]:
    """What an address carries on."""
    return {"edited": "1"} if request.query_params.get("edited") == "1" else {}


def _place(request: Request) -> dict[str, str]:
    """The message that an address names."""
    return {name: request.query_params.get(name, "") for name in Place.__struct_fields__}


def _address_of(
    brand: BrandAccess, framework: Framework, cell: Cell, more: Mapping[str, str], root: str
) -> str:
    place = {name: str(getattr(cell.place, name)) for name in Place.__struct_fields__}
    return _address(brand, framework.key, {**more, **place}, root)
