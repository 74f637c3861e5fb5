"""Harbour Pottery over a whole installation, and people who shop there by their addresses."""

from __future__ import annotations

from pathlib import Path

from dispatch_world import Pen, Post
from review_world import World

from rapport.app.sending.dispatch import Dispatcher
from rapport.bootstrap.desks.person import PersonDesk
from rapport.core.brand import Brand
from rapport.core.deciding.arms import Arms
from rapport.core.events import Contact, Event, Identifier, Incoming
from rapport.core.time import MINUTE, Instant
from rapport.testing import examples as ex

BRAND = ex.BRAND_KEY
ADA, BEA = "ada.lovelace@example.com", "bea@example.org"


class Shop(World):
    """Everybody there gets the usual message, so that what comes is known beforehand."""

    def __init__(
        self, folder: Path, arms: Arms = ex.USUAL_ONLY, brand: Brand | None = None
    ) -> None:
        super().__init__(folder, brand or ex.brand(arms=arms))
        self.clock.at = ex.at(0)

    def _open(self) -> None:
        super()._open()
        # The words of these messages are in nobody's way: it is about who gets them.
        self.pen, self.post = Pen(), Post()
        dispatcher = Dispatcher(self.store, self.pen, self.post, self.clock)
        self.here.host._dispatcher = dispatcher
        self.people = PersonDesk(self.here)

    def tell(self, address: str, *events: Event, also: tuple[Identifier, ...] = ()) -> str:
        """Takes them in when they happen, and says by which profile the person is known."""
        names = (*([Identifier("email", address)] if address else []), *also)
        contact = Contact(email=address, first_name="Ada") if address else None
        for event in events:
            self.until(event.at)
            self.here.host.take_in(BRAND, [Incoming(event, names, contact)])
        profile = self.records.owner(BRAND, names[0])
        assert profile is not None
        return profile

    def until(self, at: Instant) -> None:
        """Lets time pass; what is due is decided and sent."""
        while self.clock.at < at:
            self.clock.at = min(self.clock.at + 30 * MINUTE, at)
            self.here.host.tick(BRAND)

    def known(self, profile: str) -> dict[str, str]:
        """What is told of them, by what it is about."""
        person = self.people.person(BRAND, profile)
        assert person is not None
        return {fact.about: " ".join(fact.says) for fact in person.facts}

    def leaves(self, address: str = ADA, day: int = 0, token: str = "c1") -> str:
        """Somebody agrees to e-mail and leaves a basket behind at ten."""
        events = ex.subscribed(ex.at(day, 9), f"-{token}")
        basket = ex.checkout(f"left-{token}", ex.at(day, 10), token=token)
        return self.tell(address, *events, basket)
