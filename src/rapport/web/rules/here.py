"""What the pages of a brand's rules share: whose they are, and trying a change."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from starlette.requests import Request

from rapport.app.frameworks.rule_editing import BrandRuleOrder
from rapport.app.measuring.rule_costs_text import labels_in
from rapport.core.deciding.brand_rules import BrandRuleChange, SetCare
from rapport.core.oversight.people import WRITE, Actor
from rapport.ports.brand_files import RULES, SETTINGS, FrameworkFile
from rapport.web.access import actor_of, brand_of, form_of
from rapport.web.console import frame
from rapport.web.desks import Book, ShowFrameworks
from rapport.web.frameworks.rule_costs import BRAND_RULES as ROOT
from rapport.web.handlers import NOTHING_TRIED, Attempt, attempted
from rapport.web.pages import address_below
from rapport.web.rules.showing import ShowBrandRules
from rapport.web.services import BrandAccess


class Desks(Struct, frozen=True):
    """What the handlers work with."""

    frameworks: ShowFrameworks
    rules: ShowBrandRules


class Here(Struct, frozen=True):
    """What a request is about: a brand's rules and its care, and who asks."""

    desks: Desks
    brand: BrandAccess
    actor: Actor
    book: Book
    files: Mapping[str, FrameworkFile]

    @property
    def may_write(self) -> bool:
        return self.actor.may(WRITE) and not self.book.read_only and bool(self.files)

    @property
    def labels(self) -> dict[tuple[str, str], str]:
        return labels_in(self.book.content)

    def at(self, *path: str, **query: str) -> str:
        """An address below the page, such as `/console/rules/care/refund?brand=north`."""
        return address_below(ROOT, self.brand.key, *path, **query)

    def edition(self, name: str) -> str:
        return self.files[name].edition if name in self.files else ""


def here_of(desks: Desks, request: Request) -> Here:
    brand = brand_of(request)
    book, actor = desks.frameworks.book(brand.key), actor_of(request)
    return Here(desks, brand, actor, book, desks.rules.open(brand.key))


def attempt(request: Request, here: Here, change: BrandRuleChange) -> Attempt:
    """Saves the change, or only checks it where that was asked for (`do=check`)."""
    form = form_of(request)
    name = SETTINGS if isinstance(change, SetCare) else RULES
    order = BrandRuleOrder(form.get("edition", "") or here.edition(name), change)

    def do() -> Attempt:
        if form.get("do") == "check":
            here.desks.rules.check(here.brand.key, order, here.actor)
            return Attempt(fine=True)
        saved = here.desks.rules.save(here.brand.key, order, here.actor)
        return Attempt(saved=True, same=not saved.files)

    return attempted(do)


def around(
    request: Request, here: Here, name: str, tried: Attempt = NOTHING_TRIED
) -> dict[str, object]:
    """What every page shows; `name` is the file that it is about. A form that comes back keeps the
    edition that it was opened with: what changed since then is still to be shown."""
    edition = form_of(request).get("edition", "") if request.method == "POST" else ""
    if tried.conflict is not None:
        edition = tried.conflict.file.edition
    return {
        **frame(request),
        "book": here.book,
        "edition": edition or here.edition(name),
        "at": here.at,
        "may_write": here.may_write,
        "tried": tried,
    }
