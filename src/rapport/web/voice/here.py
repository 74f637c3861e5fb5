"""What the pages of voice and claims share: whose they are, and trying a change."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from starlette.requests import Request

from rapport.app.frameworks.voice_editing import VoiceOrder
from rapport.core.creative.voice import Claim, VoiceTone
from rapport.core.creative.voice_editing import VoiceChange, is_about_claims, seen_id
from rapport.core.oversight.people import WRITE, Actor
from rapport.ports.brand_files import CLAIMS, VOICE, FrameworkFile
from rapport.web.access import actor_of, brand_of, form_of
from rapport.web.console import frame
from rapport.web.desks import Book, ShowFrameworks
from rapport.web.handlers import NOTHING_TRIED, Attempt, attempted
from rapport.web.pages import address_below
from rapport.web.services import BrandAccess
from rapport.web.voice.showing import ShowVoice

ROOT = "/console/voice"


class Desks(Struct, frozen=True):
    """What the handlers work with."""

    frameworks: ShowFrameworks
    voice: ShowVoice


class Here(Struct, frozen=True):
    """What a request is about: a brand's voice and claims, and who asks."""

    desks: Desks
    brand: BrandAccess
    actor: Actor
    book: Book
    files: Mapping[str, FrameworkFile]

    @property
    def may_write(self) -> bool:
        return self.actor.may(WRITE) and not self.book.read_only and bool(self.files)

    def at(self, *path: str, **query: str) -> str:
        """An address below the page, such as `/console/voice/parts/words?brand=north`."""
        return address_below(ROOT, self.brand.key, *path, **query)

    def edition(self, name: str) -> str:
        return self.files[name].edition if name in self.files else ""


def here_of(desks: Desks, request: Request) -> Here:
    brand = brand_of(request)
    book, actor = desks.frameworks.book(brand.key), actor_of(request)
    return Here(desks, brand, actor, book, desks.voice.open(brand.key))


def attempt(
    request: Request, here: Here, change: VoiceChange, *, only_check: bool = False
) -> Attempt:
    """Saves the change, or only checks it where that was asked for (`do=check`)."""
    form = form_of(request)
    name = CLAIMS if is_about_claims(change) else VOICE
    order = VoiceOrder(form.get("edition", "") or here.edition(name), change)

    def do() -> Attempt:
        if only_check or form.get("do") == "check":
            here.desks.voice.check(here.brand.key, order, here.actor)
            return Attempt(fine=True)
        saved = here.desks.voice.save(here.brand.key, order, here.actor)
        return Attempt(saved=True, same=not saved.files)

    return attempted(do)


def around(
    request: Request, here: Here, name: str, tried: Attempt = NOTHING_TRIED
) -> dict[str, object]:
    """What every page of voice and claims shows; `name` is the file that it is about. A form that
    comes back keeps the edition that it was opened with: what changed since then is still to be
    shown."""
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


def was_seen(request: Request, now: VoiceTone | Claim | None, tried: Attempt) -> str:
    """The digest that a form goes on with: of what somebody saw, until they are shown what stands
    there now. With that of now, saving again would go over what they never saw."""
    if now is None:
        return ""
    form = form_of(request) if request.method == "POST" else {}
    return seen_id(now) if tried.conflict is not None else form.get("was", seen_id(now))
