"""What pages share that change what a brand says beside its frameworks: whose they are, and trying
a change. Voice and claims have such pages, and rules and care."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from starlette.requests import Request

from rapport.app.frameworks.brand_editing import BrandOrder
from rapport.core.oversight.people import WRITE, Actor
from rapport.ports.brand_files import BrandChange, FrameworkFile, file_of
from rapport.web.access import actor_of, brand_of, form_of
from rapport.web.console import frame
from rapport.web.desks import Book, ShowFrameworks
from rapport.web.handlers import NOTHING_TRIED, Attempt, attempted
from rapport.web.own_files_desk import ChangeOwnFiles
from rapport.web.pages import address_below
from rapport.web.services import BrandAccess


class Here(Struct, frozen=True):
    """What a request is about: files of a brand, and who asks. `root` is the address of their
    page."""

    root: str
    frameworks: ShowFrameworks
    desk: ChangeOwnFiles
    brand: BrandAccess
    actor: Actor
    book: Book
    files: Mapping[str, FrameworkFile]

    @property
    def may_write(self) -> bool:
        return self.actor.may(WRITE) and not self.book.read_only and bool(self.files)

    def at(self, *path: str, **query: str) -> str:
        """An address below the page, such as `/console/voice/parts/words?brand=north`."""
        return address_below(self.root, self.brand.key, *path, **query)

    def edition(self, name: str) -> str:
        return self.files[name].edition if name in self.files else ""


def here_of(root: str, frameworks: ShowFrameworks, desk: ChangeOwnFiles, request: Request) -> Here:
    brand = brand_of(request)
    book, actor = frameworks.book(brand.key), actor_of(request)
    return Here(root, frameworks, desk, brand, actor, book, desk.open(brand.key))


def attempt(
    request: Request, here: Here, change: BrandChange, *, only_check: bool = False
) -> Attempt:
    """Saves the change, or only checks it where that was asked for (`do=check`)."""
    form = form_of(request)
    order = BrandOrder(form.get("edition", "") or here.edition(file_of(change)), change)

    def do() -> Attempt:
        if only_check or form.get("do") == "check":
            here.desk.check(here.brand.key, order, here.actor)
            return Attempt(fine=True)
        saved = here.desk.save(here.brand.key, order, here.actor)
        return Attempt(saved=True, same=not saved.files)

    return attempted(do)


def around(
    request: Request, here: Here, name: str, tried: Attempt = NOTHING_TRIED
) -> dict[str, object]:
    """What every such page shows; `name` is the file that it is about. A form that comes back keeps
    the edition that it was opened with: what changed since then is still to be shown."""
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
