"""What the framework pages share: whom and what a request is about, and trying a change."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from starlette.exceptions import HTTPException
from starlette.requests import Request

from rapport.app.explaining.rules_in_words import labels_of, names_of
from rapport.app.frameworks.editing import Order
from rapport.core.creative.editing import Change
from rapport.core.creative.framework import Framework
from rapport.core.oversight.people import WRITE, Actor
from rapport.ports.brand_files import FrameworkFile
from rapport.web.access import actor_of, brand_of, form_of
from rapport.web.console import frame
from rapport.web.desks import Book, ShowFrameworks
from rapport.web.frameworks.mistakes import NO_PLACES, Asked, Places
from rapport.web.handlers import NOTHING_TRIED, Attempt, attempted
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

    def path(self, *path: str) -> str:
        """The same without what is asked of it."""
        return self.at(*path).partition("?")[0]

    @property
    def labels(self) -> dict[tuple[str, str], str]:
        content = self.book.content
        return labels_of(self.framework, content.offers) | names_of(content.frameworks)


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
