"""The console's pages of releases: when each was published and by whom, what it changed, and the
way back to its words."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.publishing.release_changes import ChangedFile
from rapport.app.publishing.releases import Past
from rapport.app.wording.dates import local_time
from rapport.core.oversight.people import OWNER, WRITE
from rapport.errors import ConflictError
from rapport.web.access import Access, actor_of, brand_of, form_of
from rapport.web.console import frame
from rapport.web.desks import ShowFrameworks, ShowReleases
from rapport.web.frameworks.changes_shown import labels_in, shown
from rapport.web.frameworks.mistakes import mistakes_of
from rapport.web.handlers import NOTHING_TRIED, Attempt, attempted, threaded
from rapport.web.numbers import number_in, whole
from rapport.web.pages import NOT_SURE, address_below, page, see_other
from rapport.web.services import BrandAccess, Services

ROOT = "/console/releases"
PUBLISH = "/console/publish"
ON_A_PAGE = 50


class ReleasePages:
    """Handlers."""

    def __init__(self, desk: ShowReleases, frameworks: ShowFrameworks) -> None:
        self._desk = desk
        self._frameworks = frameworks

    def every(self, request: Request) -> Response:
        """All of them, page by page, the newest first."""
        brand = brand_of(request)
        before = whole(request.query_params.get("before", ""))
        found = [
            one for one in self._desk.releases(brand.key) if before is None or one.number < before
        ]
        rows, rest = found[:ON_A_PAGE], found[ON_A_PAGE:]
        context: dict[str, object] = {
            **frame(request),
            "releases": lines(rows, brand),
            "more": address_below(ROOT, brand.key, before=str(rows[-1].number)) if rest else "",
        }
        return page("releases.html", context)

    def one(self, request: Request) -> Response:
        """One of them, with what its words would change in the folder."""
        return self._page(request)

    def write(self, request: Request) -> Response:
        """POST: writes its words into the folder, all of them or a part."""
        brand, form = brand_of(request), form_of(request)
        tried = attempt(self._desk, request, number_in(request))
        if not tried.saved:
            return self._page(request, tried)
        told = "same" if tried.same else "written"
        release = str(number_in(request))
        if form.get("whole") == "yes" or tried.same:
            return see_other(address_below(PUBLISH, brand.key, told=told, release=release))
        return see_other(address_below(PUBLISH, brand.key, told="some", release=release))

    def _page(self, request: Request, tried: Attempt = NOTHING_TRIED) -> Response:
        brand, number = brand_of(request), number_in(request)
        found = self._desk.release(brand.key, number)
        if found is None:
            raise HTTPException(404)
        book = self._frameworks.book(brand.key)
        there = {one.key for one in book.content.frameworks}
        may_write = actor_of(request).may(WRITE) and not book.read_only
        parts = self._desk.parts(brand.key, found.back, number) if may_write else {}
        (line,) = lines([found.past], brand)
        context: dict[str, object] = {
            **frame(request),
            "book": book,
            "mistakes": mistakes_of(book.mistakes),
            "needs": mistakes_of(tried.problems),
            "tried": tried,
            "release": line,
            "changed": shown(found.changed, there),
            "changed_files": found.changed.files,
            "back": shown(found.back, there, parts),
            "stay": _kinds(found.back.files),
            "seen": found.seen,
            "labels": labels_in((book.content, found.content)),
            "edited": {key for key, state in book.states.items() if state == "edited"},
            "may_write": may_write,
            "action": address_below(ROOT, brand.key, str(number)),
        }
        return page("release.html", context, status=tried.status)


def attempt(desk: ShowReleases, request: Request, release: int) -> Attempt:
    """Puts back the part that a form asks for, as a release has it."""
    brand, form = brand_of(request), form_of(request)
    if form.get("whole") == "yes" and form.get("sure") != "yes":
        return Attempt(wrong=NOT_SURE, status=400)

    def do() -> Attempt:
        part, seen = form.get("part", ""), form.get("seen", "")
        try:
            done = desk.put_back(brand.key, release, part, actor_of(request), seen)
        except ConflictError as error:
            return Attempt(wrong=str(error), status=409)
        return Attempt(saved=True, same=not done.files)

    return attempted(do)


_KINDS = {"flows/": "flows", "layouts/": "layouts", "offers": "offers", "rules": "rules"}


def _kinds(files: Sequence[ChangedFile]) -> list[str]:
    """What files besides words are about, such as flows."""
    names = [one.name for one in files]
    found = [words for begins, words in _KINDS.items() if any(n.startswith(begins) for n in names)]
    others = [name for name in names if not name.startswith(tuple(_KINDS))]
    return [*found, *others]


class Line(Struct, frozen=True):
    """A release as a list shows it: when it was published, and by whom."""

    past: Past
    when: str
    by: str


def lines(releases: Sequence[Past], brand: BrandAccess) -> list[Line]:
    return [
        Line(one, local_time(one.at, brand.zone), "the owner" if one.who == OWNER else one.who)
        for one in releases
    ]


def routes(services: Services) -> list[Route]:
    """The addresses; none where there are no releases to show."""
    if services.releases is None or services.frameworks is None:
        return []
    access = Access(services)
    pages = ReleasePages(services.releases, services.frameworks)
    one = ROOT + "/{number}"
    return [
        Route(ROOT, access.guard(threaded(pages.every)), methods=["GET"]),
        Route(one, access.guard(threaded(pages.one)), methods=["GET"]),
        Route(one, access.guard(threaded(pages.write)), methods=["POST"]),
    ]
