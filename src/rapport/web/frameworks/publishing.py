"""The console's page of what would be published: every word that differs, and the button."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.explaining.rules_in_words import labels_of
from rapport.app.frameworks.unheard import first_alone, unheard
from rapport.app.in_charge.people import NotAllowedError
from rapport.app.publishing.release_changes import (
    ChangedSetting,
    ChangedWords,
    LookAgainError,
    ReleaseChanges,
)
from rapport.app.publishing.second_person import SecondPersonNeededError
from rapport.core.oversight.people import PUBLISH, same_name
from rapport.errors import BrandFolderError, TemporaryError, UserError
from rapport.web.access import Access, actor_of, brand_of, form_of
from rapport.web.console import frame
from rapport.web.desks import ShowFrameworks
from rapport.web.frameworks.mistakes import mistakes_of
from rapport.web.handlers import threaded
from rapport.web.pages import address_below, page, see_other
from rapport.web.services import Services
from rapport.web.voice.showing import ShowVoice

ADDRESS = "/console/publish"
NOT_SURE = "Tick the box that says you have read what changes: nothing was published."


class PublishPages:
    """Handlers."""

    def __init__(self, desk: ShowFrameworks, voice: ShowVoice | None = None) -> None:
        self._desk = desk
        self._voice = voice

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

    def _page(self, request: Request, wrong: str = "", status: int = 200) -> Response:
        brand = brand_of(request)
        book = self._desk.book(brand.key)
        changes = self._desk.changes(brand.key) if not book.mistakes else None
        actor = actor_of(request)
        proposer = self._desk.proposer(brand.key)
        labels: dict[tuple[str, str, str], str] = {}
        for framework in book.content.frameworks:
            labels |= {
                (framework.key, factor, key): label
                for (factor, key), label in labels_of(framework, book.content.offers).items()
            }
        there = {one.key for one in book.content.frameworks}
        covered = self._desk.coverage(brand.key) if changes else {}
        context: dict[str, object] = {
            **frame(request),
            "book": book,
            "mistakes": mistakes_of(book.mistakes),
            "frameworks": _by_framework(changes, there) if changes else [],
            "changes": changes,
            "aside": self._voice.put_aside(brand.key) if changes and self._voice else None,
            "labels": labels,
            "unheard": unheard(book.content, covered),
            "first_alone": first_alone(book.content, covered),
            "told": _told(request, book.release),
            "wrong": wrong,
            "may_publish": actor.may(PUBLISH),
            "proposer": proposer,
            "mine": bool(proposer) and same_name(proposer, actor.name),
        }
        return page("publish.html", context, status=status)


class Changed(Struct, frozen=True):
    """What differs of one framework: settings, and words by what they are bound to."""

    key: str
    name: str
    stays: bool
    """Whether the folder still has it."""
    settings: list[ChangedSetting]
    words: list[list[ChangedWords]]


def _by_framework(changes: ReleaseChanges, there: Collection[str]) -> list[Changed]:
    names = {one.framework: one.name for one in changes.words}
    names |= {one.framework: one.name for one in changes.settings}
    found = []
    for key, name in names.items():
        settings = [one for one in changes.settings if one.framework == key]
        words = [one for one in changes.words if one.framework == key]
        groups = [list(group) for _, group in groupby(words, lambda one: one.bound)]
        found.append(Changed(key, name, key in there, settings, groups))
    return found


def routes(services: Services) -> list[Route]:
    """The addresses; none where there are no frameworks to show."""
    if services.frameworks is None:
        return []
    access, pages = Access(services), PublishPages(services.frameworks, services.voice)
    return [
        Route(ADDRESS, access.guard(threaded(pages.look)), methods=["GET"]),
        Route(ADDRESS, access.guard(threaded(pages.publish)), methods=["POST"]),
    ]


def _told(request: Request, release: int) -> str:
    told = request.query_params.get("told", "")
    if told == "proposed":
        return "Proposed. It holds as soon as another publisher publishes the very same."
    if told == "published":
        return (
            f"Published: release {release} holds from now on. Who is in a flow already goes on "
            "with the words that they began with."
        )
    return ""
