"""What waits for somebody in charge, each thing with the page where it is done."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rapport.app.in_charge.reasons import ended
from rapport.app.stopping.stops import URGENT
from rapport.app.stopping.watching import STOP, WARN
from rapport.app.wording.names import begun
from rapport.core.oversight.people import JUDGE, PUBLISH, SEE, WRITE, Actor, same_name
from rapport.errors import RapportError
from rapport.ports import InTrouble
from rapport.web.desks import ShowFrameworks
from rapport.web.pages import address_below
from rapport.web.services import BrandAccess, Services
from rapport.web.stops import watches

STOPS = "/console/stops"
FRAMEWORKS = "/console/frameworks"


class Need(Struct, frozen=True):
    """One thing. `more` is what else there is to say of it; what is `pressing` costs something for
    as long as it lasts. It is for whoever has the `right`."""

    words: str
    address: str
    right: str
    more: str = ""
    pressing: bool = False


class Needs(Struct, frozen=True):
    """What waits for who asks, the pressing first, and what waits for others."""

    mine: tuple[Need, ...]
    others: tuple[Need, ...]


def needs_of(services: Services, brand: BrandAccess, actor: Actor, trouble: InTrouble) -> Needs:
    """All that waits of one brand, among whose messages some are in `trouble`."""
    found = sorted(_all(services, brand, actor, trouble), key=lambda one: not one.pressing)
    return Needs(
        tuple(one for one in found if actor.may(one.right)),
        tuple(one for one in found if not actor.may(one.right)),
    )


def _all(
    services: Services, brand: BrandAccess, actor: Actor, trouble: InTrouble
) -> Iterator[Need]:
    yield from _unwritten(services, brand)
    yield from _held(services, brand)
    yield from _in_trouble(services, brand, trouble)
    yield from _watched(services, brand)
    waiting = services.review.waiting(brand.key) if services.review else 0
    if waiting:
        words = f"{waiting:,} {'draft waits' if waiting == 1 else 'drafts wait'} for a person"
        yield Need(words, address_below("/console/review", brand.key), JUDGE)
    if services.frameworks is not None:
        yield from _in_the_folder(services.frameworks, brand, actor)


def _unwritten(services: Services, brand: BrandAccess) -> Iterator[Need]:
    """First of all, and for everybody: nothing that they do is saved, not even a stop."""
    if trouble := services.full():
        address = address_below(STOPS if services.stops else "/console", brand.key)
        words, more = "Nothing can be saved just now, not even a stop", f"{trouble} {URGENT}"
        yield Need(words, address, SEE, more, pressing=True)


def _held(services: Services, brand: BrandAccess) -> Iterator[Need]:
    because = services.stops.mail_held(brand.key) if services.stops else ""
    if because:
        more = ended(f"That is because {because}")
        address = address_below(FRAMEWORKS if services.frameworks else "/console", brand.key)
        yield Need("Nothing is mailed", address, PUBLISH, more, pressing=True)


def _in_trouble(services: Services, brand: BrandAccess, trouble: InTrouble) -> Iterator[Need]:
    if not trouble.count:
        return
    words = (
        f"{trouble.count:,} {'message' if trouble.count == 1 else 'messages'} could not go out yet"
    )
    address = address_below(STOPS if services.stops else "/console", brand.key)
    yield Need(words, address, WRITE, trouble.some[0].error, pressing=True)


def _watched(services: Services, brand: BrandAccess) -> Iterator[Need]:
    if services.stops is None:
        return
    for one in watches(services.stops.watched(brand.key), services.names(brand.key)):
        if one.worst in (STOP, WARN):
            says = "; ".join(
                f"{row.measure}: {row.says}" for row in one.rows if row.verdict in (STOP, WARN)
            )
            words, pressing = f"{one.name} is {_WORST[one.worst]}", one.worst == STOP
            yield Need(words, address_below(STOPS, brand.key), WRITE, says, pressing=pressing)


_WORST = {STOP: "above a limit", WARN: "near a limit"}


def _in_the_folder(desk: ShowFrameworks, brand: BrandAccess, actor: Actor) -> Iterator[Need]:
    here = address_below(FRAMEWORKS, brand.key)
    try:
        book = desk.book(brand.key)
    except (OSError, RapportError) as error:  # the rest of the page is there all the same
        why = (error.strerror or "no reason is given") if isinstance(error, OSError) else str(error)
        words = "The brand’s folder cannot be read: " + ended(why)
        yield Need(words, here, WRITE, pressing=True)
        return
    if book.read_only and not book.mistakes:
        return
    if book.mistakes:
        count = len(book.mistakes)
        words = f"The brand’s folder has {'a mistake' if count == 1 else f'{count:,} mistakes'}"
        more = "Nothing can be saved or published until then."
        yield Need(words, here, WRITE, more, pressing=True)
        return
    to_adopt = desk.count_to_adopt(brand.key)
    if to_adopt:
        what = "proposal waits" if to_adopt == 1 else "proposals wait"
        words = f"{to_adopt:,} approved {what} to be taken in"
        yield Need(words, address_below("/console/adopt", brand.key), WRITE)
    publish = address_below("/console/publish", brand.key)
    proposer = desk.proposer(brand.key)
    if proposer and not same_name(proposer, actor.name):
        words = f"{begun(proposer)} proposed a release, and a second publisher is asked for"
        yield Need(words, publish, PUBLISH)
    elif not proposer and (book.warnings or set(book.states.values()) - {"as published"}):
        more = " ".join(book.warnings)
        yield Need("Something is edited and not published yet", publish, PUBLISH, more)
