"""What the framework pages share: whom and what a request is about, and trying a change."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rapport.app.explaining.rules_in_words import labels_of, names_of
from rapport.app.frameworks.editing import ChangedMeanwhileError, Order
from rapport.app.in_charge.people import NotAllowedError
from rapport.core.creative.editing import Change
from rapport.core.creative.framework import Framework
from rapport.core.oversight.people import WRITE, Actor
from rapport.errors import BrandFolderError, TemporaryError, UserError
from rapport.ports.brand_files import FrameworkFile
from rapport.web.access import actor_of, brand_of, form_of
from rapport.web.console import frame
from rapport.web.desks import Book, ShowFrameworks
from rapport.web.frameworks.mistakes import NO_PLACES, Asked, Places
from rapport.web.pages import address_below
from rapport.web.services import BrandAccess

ROOT = "/console/frameworks"


class Here(Struct, frozen=True):
    """What a request is about: a framework of a brand, and who asks."""

    brand: BrandAccess
    actor: Actor
    book: Book
    framework: Framework
    file: FrameworkFile | None

    @property
    def may_write(self) -> bool:
        return self.actor.may(WRITE) and not self.book.read_only and self.file is not None

    def at(self, *path: str, **query: str) -> str:
        """An address below this framework's page."""
        return address_below(ROOT, self.brand.key, self.framework.key, *path, **query)

    @property
    def labels(self) -> dict[tuple[str, str], str]:
        content = self.book.content
        return labels_of(self.framework, content.offers) | names_of(content.frameworks)


class Attempt(Struct, frozen=True):
    """What came of a change that somebody asked for. `saved` and `fine` (only checked, and nothing
    stands against it) say that all is well; otherwise the rest says why not."""

    saved: bool = False
    same: bool = False
    fine: bool = False
    wrong: str = ""
    problems: tuple[str, ...] = ()
    conflict: ChangedMeanwhileError | None = None
    status: int = 200
    framework: str = ""
    """The key that the framework has once it is saved."""


NOTHING_TRIED = Attempt()


def here_of(desk: ShowFrameworks, request: Request) -> Here:
    """Raises HTTPException (404) where there is no such framework."""
    brand = brand_of(request)
    book = desk.book(brand.key)
    key = request.path_params["key"]
    framework = book.content.framework(key)
    if framework is None:
        raise HTTPException(404)
    actor = actor_of(request)
    return Here(brand, actor, book, framework, desk.open(brand.key, key))


def attempt(desk: ShowFrameworks, request: Request, here: Here, change: Change) -> Attempt:
    """Saves the change, or only checks it where that was asked for (`do=check`)."""
    form = form_of(request)
    edition = form.get("edition", "") or (here.file.edition if here.file else "")
    order = Order(here.framework.key, edition, change)

    def do() -> Attempt:
        if form.get("do") == "check":
            desk.check(here.brand.key, order, here.actor)
            return Attempt(fine=True)
        saved = desk.save(here.brand.key, order, here.actor)
        return Attempt(saved=True, same=not saved.files, framework=saved.framework)

    return attempted(do)


def attempted(do: Callable[[], Attempt]) -> Attempt:
    """What comes of it, or what stands against it."""
    try:
        return do()
    except NotAllowedError as error:
        return Attempt(wrong=str(error), status=403)
    except BrandFolderError as error:
        return Attempt(problems=error.problems, status=400)
    except ChangedMeanwhileError as error:
        return Attempt(wrong=str(error), conflict=error, status=409)
    except UserError as error:
        return Attempt(wrong=str(error), status=400)
    except TemporaryError as error:
        return Attempt(wrong=f"{error} Nothing was saved: try again in a moment.", status=503)


def asked_of(
    here: Here, places: Places = NO_PLACES, slots: Sequence[str] = (), all_rules: str = ""
) -> Asked:
    """What a form of this framework asks for, to tell mistakes beside its fields."""
    name = here.file.name if here.file else ""
    rules = [rule.name for rule in here.framework.rules]
    return Asked(name, places, here.labels, slots, rules, all_rules)


def around(request: Request, here: Here, tried: Attempt = NOTHING_TRIED) -> dict[str, object]:
    """What every page of a framework shows."""
    file = tried.conflict.file if tried.conflict else here.file
    return {
        **frame(request),
        "book": here.book,
        "framework": here.framework,
        "file": file,
        "edition": file.edition if file else "",
        "at": here.at,
        "labels": here.labels,
        "may_write": here.may_write,
        "tried": tried,
        "typed": form_of(request) if request.method == "POST" else {},
    }


def threaded(handler: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """The handler, called in a thread, since it may block."""

    async def threaded(request: Request) -> Response:
        return await run_in_threadpool(handler, request)

    return threaded
