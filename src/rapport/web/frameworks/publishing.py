"""The console's page of what would be published: every word that differs, and the button."""

from __future__ import annotations

from collections.abc import Collection

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.frameworks.unheard import first_alone, unheard
from rapport.app.in_charge.people import NotAllowedError
from rapport.app.publishing.margin_spent import margin_spent
from rapport.app.publishing.release_changes import LookAgainError
from rapport.app.publishing.second_person import SecondPersonNeededError
from rapport.core.oversight.people import PUBLISH, WRITE, same_name
from rapport.errors import BrandFolderError, TemporaryError, UserError
from rapport.ports.brand_files import RULES, SETTINGS
from rapport.web.access import Access, actor_of, brand_of, form_of
from rapport.web.console import frame
from rapport.web.desks import ShowFrameworks, ShowReleases
from rapport.web.frameworks.changes_shown import labels_in, shown
from rapport.web.frameworks.mistakes import mistakes_of
from rapport.web.frameworks.releases import attempt, lines
from rapport.web.handlers import NOTHING_TRIED, Attempt, threaded
from rapport.web.numbers import whole
from rapport.web.pages import address_below, page, see_other
from rapport.web.services import Services
from rapport.web.voice.showing import ShowVoice

ADDRESS = "/console/publish"
SHOWN_RELEASES = 10
TOLD = {
    "proposed": "Proposed. It holds as soon as another publisher publishes the very same.",
    "back": "Put back, as it is published. What still differs is below.",
    "same": "The folder said so already: nothing was changed.",
}
WRITTEN = {
    "written": "The words of release {} are in the folder again. They hold once somebody publishes "
    "what differs below.",
    "some": "These words are in the folder again, as release {} had them. They hold once somebody "
    "publishes what differs below.",
}
NOT_SURE = "Tick the box that says you have read what changes: nothing was published."


class PublishPages:
    """Handlers."""

    def __init__(
        self,
        desk: ShowFrameworks,
        voice: ShowVoice | None = None,
        releases: ShowReleases | None = None,
    ) -> None:
        self._desk = desk
        self._voice = voice
        self._releases = releases

    def look(self, request: Request) -> Response:
        """Everything that differs from what is published."""
        return self._page(request)

    def publish(self, request: Request) -> Response:
        """POST: publishes what was shown, or proposes it where two people are asked for."""
        brand, form = brand_of(request), form_of(request)
        if form.get("sure") != "yes":
            return self._page(request, NOT_SURE, 400)
        actor = actor_of(request)
        try:
            release = self._desk.publish(brand.key, actor, form.get("seen", "") or "nothing")
        except NotAllowedError as error:
            return self._page(request, str(error), 403)
        except SecondPersonNeededError:
            return see_other(address_below(ADDRESS, brand.key, told="proposed"))
        except LookAgainError as error:
            return self._page(request, str(error), 409)
        except BrandFolderError:
            told = "The folder has mistakes now, so nothing was published. They are below."
            return self._page(request, told, 409)
        except UserError as error:
            return self._page(request, str(error), 400)
        except TemporaryError as error:
            return self._page(request, f"{error} Nothing was published.", 503)
        number = str(release.number)
        return see_other(address_below(ADDRESS, brand.key, told="published", release=number))

    def back(self, request: Request) -> Response:
        """POST: puts one difference back as it is published, in the folder."""
        brand = brand_of(request)
        if self._releases is None:
            raise HTTPException(404)
        tried = attempt(self._releases, request, self._desk.book(brand.key).release)
        if not tried.saved:
            return self._page(request, tried.wrong, tried.status, tried)
        return see_other(address_below(ADDRESS, brand.key, told="same" if tried.same else "back"))

    def _page(
        self, request: Request, wrong: str = "", status: int = 200, tried: Attempt = NOTHING_TRIED
    ) -> Response:
        brand, releases = brand_of(request), self._releases
        services: Services = request.state.services
        book = self._desk.book(brand.key)
        changes = self._desk.changes(brand.key) if not book.mistakes else None
        actor = actor_of(request)
        proposer = self._desk.proposer(brand.key)
        may_write = actor.may(WRITE) and not book.read_only
        parts = (
            releases.parts(brand.key, changes, book.release)
            if changes and releases and may_write
            else {}
        )
        there = {one.key for one in book.content.frameworks}
        covered = self._desk.coverage(brand.key) if changes else {}
        past = lines(releases.releases(brand.key), brand) if releases else []
        context: dict[str, object] = {
            **frame(request),
            "book": book,
            "mistakes": mistakes_of(book.mistakes),
            "needs": mistakes_of(tried.problems),
            "shown": shown(changes, there, parts) if changes else None,
            "changes": changes,
            "on_rules": services.brand_rules is not None
            and any(one.name in (RULES, SETTINGS) for one in (changes.files if changes else ())),
            "aside": self._voice.put_aside(brand.key) if changes and self._voice else None,
            "labels": labels_in((book.content,)),
            "spent": margin_spent(book.content.brand, book.content.offers) if changes else "",
            "borrowed": self._desk.borrowed(brand.key),
            "unheard": unheard(book.content, covered),
            "first_alone": first_alone(book.content, covered),
            "told": _told(request, book.release, [one.past.number for one in past]),
            "stop": request.query_params.get("told") == "published",
            "wrong": wrong,
            "may_publish": actor.may(PUBLISH),
            "proposer": proposer,
            "mine": bool(proposer) and same_name(proposer, actor.name),
            "releases": past[:SHOWN_RELEASES],
            "earlier": len(past) > SHOWN_RELEASES,
        }
        return page("publish.html", context, status=status)


def routes(services: Services) -> list[Route]:
    """The addresses; none where there are no frameworks to show."""
    if services.frameworks is None:
        return []
    access = Access(services)
    pages = PublishPages(services.frameworks, services.voice, services.releases)
    return [
        Route(ADDRESS, access.guard(threaded(pages.look)), methods=["GET"]),
        Route(ADDRESS, access.guard(threaded(pages.publish)), methods=["POST"]),
        Route(f"{ADDRESS}/back", access.guard(threaded(pages.back)), methods=["POST"]),
    ]


def _told(request: Request, release: int, known: Collection[int]) -> str:
    """What the address says was done; the number of a release is shown only where there is it."""
    told = request.query_params.get("told", "")
    if told == "published":
        return (
            f"Published: release {release} holds from now on. Who is in a flow already goes on "
            "with the words that they began with."
        )
    number = whole(request.query_params.get("release", ""))
    if told in WRITTEN and number in known:
        return WRITTEN[told].format(number)
    return TOLD.get(told, "")
