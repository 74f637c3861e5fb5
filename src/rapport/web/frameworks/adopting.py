"""The console's page of approved proposals that wait to be taken into the brand's files."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.explaining.rules_in_words import labels_of
from rapport.app.frameworks.adopting import NoLongerWaitingError, ToAdopt, UnfitError
from rapport.core.creative.editing import BOUND_TO
from rapport.core.creative.framework import NO_OFFER
from rapport.core.oversight.people import WRITE
from rapport.errors import BrandFolderError, UserError
from rapport.web.access import Access, actor_of, brand_of, form_of
from rapport.web.console import frame
from rapport.web.desks import Book, ShowFrameworks
from rapport.web.frameworks.mistakes import mistakes_of
from rapport.web.handlers import NOTHING_TRIED, Attempt, attempted, threaded
from rapport.web.pages import address_below, page, see_other
from rapport.web.services import Services

ADDRESS = "/console/adopt"
TOLD = "Taken in. What is published goes on until somebody publishes the change."

UNFIT = (
    "Nothing was done. Some of what you ticked was approved, and the checks stop it by now: what "
    "they say stands beside it."
)


class AdoptPages:
    """Handlers."""

    def __init__(self, desk: ShowFrameworks) -> None:
        self._desk = desk

    def look(self, request: Request) -> Response:
        """What is approved and waits, and what each would change in which file."""
        return self._page(request)

    def adopt(self, request: Request) -> Response:
        """POST: takes in what is ticked, all of it or nothing, or only checks that."""
        brand, form = brand_of(request), form_of(request)
        drafts = tuple(dict.fromkeys(form.get("draft", "").split()))
        actor = actor_of(request)
        only_check = form.get("do") == "check"
        if not drafts:
            wrong = "Tick what you would like to take in: nothing was done."
            return self._page(request, Attempt(wrong=wrong, status=400))

        def do() -> Attempt:
            try:
                self._desk.adopt(brand.key, drafts, actor, only_check=only_check)
            except UnfitError:
                return Attempt(wrong=UNFIT, status=409)
            except NoLongerWaitingError as error:
                return Attempt(wrong=str(error), status=409)
            return Attempt(saved=not only_check, fine=only_check)

        tried = attempted(do)
        if tried.saved:
            return see_other(address_below(ADDRESS, brand.key, told="adopted"))
        return self._page(request, tried)

    def _echoes(self, book: Book, brand: str) -> list[str]:
        """Where tones and angles have no words of their own, in frameworks that were changed."""
        covered = self._desk.coverage(brand)
        return [
            f"{one.name}: {echo.says}"
            for one in book.content.frameworks
            if book.states.get(one.key) != "as published" and one.key in covered
            for echo in covered[one.key].echoes
        ]

    def _page(self, request: Request, tried: Attempt = NOTHING_TRIED) -> Response:
        brand = brand_of(request)
        book, waiting = self._desk.book(brand.key), self._desk.to_adopt(brand.key)
        ticked = None
        held: dict[str, tuple[str, ...]] = {}
        told = request.query_params.get("told") == "adopted"
        if request.method == "POST":
            ticked = set(form_of(request).get("draft", "").split())
            if tried.problems:
                found = self._desk.adoptions_held(brand.key, ticked)
                held = {one.draft: one.needs for one in found}
                ticked -= set(held)
        chosen = [
            one for one in waiting if one.fit and (ticked is None or one.kept.draft.id in ticked)
        ]
        wrong = ""
        try:
            changes = self._desk.adoption_changes(brand.key, chosen)
        except BrandFolderError:
            changes = ()  # the folder has mistakes, which are shown
        except UserError as error:
            changes, wrong = (), str(error)
        labels: dict[tuple[str, str, str], str] = {}
        names = {}
        for one in book.content.frameworks:
            names[one.key] = one.name
            labels |= {(one.key, *place): label
                       for place, label in labels_of(one, book.content.offers).items()}  # fmt: skip
        context: dict[str, object] = {
            **frame(request),
            "book": book,
            "mistakes": mistakes_of(tried.problems or book.mistakes),
            "tried": tried,
            "told": TOLD if told else "",
            "echoes": self._echoes(book, brand.key) if told else [],
            "waiting": waiting,
            "bound": {one.kept.draft.id: _bound(one) for one in waiting},
            "ticked": ticked,
            "held": held,
            "fit": [one for one in waiting if one.fit],
            "changes": changes,
            "cannot": wrong,
            "names": names,
            "slots": {f.key: [slot.key for slot in f.slots] for f in book.content.frameworks},
            "labels": labels,
            "may_write": actor_of(request).may(WRITE) and not book.read_only,
        }
        return page("adopt.html", context, status=tried.status)


def _bound(one: ToAdopt) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the words are for, as they will be bound: to no visual. New levels are told apart."""
    draft = one.kept.draft
    levels = ((f, draft.point if f == "point" else draft.action.level(f)) for f in BOUND_TO)
    return tuple(
        (f, (key,))
        for f, key in levels
        if f != "visual" and key not in ("", NO_OFFER) and (f, key) not in one.new
    )


def routes(services: Services) -> list[Route]:
    """The addresses; none where there are no frameworks to show."""
    if services.frameworks is None:
        return []
    access, pages = Access(services), AdoptPages(services.frameworks)
    return [
        Route(ADDRESS, access.guard(threaded(pages.look)), methods=["GET"]),
        Route(ADDRESS, access.guard(threaded(pages.adopt)), methods=["POST"]),
    ]
