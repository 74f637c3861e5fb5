"""Somebody whom two profiles are known of, in the shop of `dispatch_world`."""

from __future__ import annotations

from dispatch_world import LEFT_AT, DispatchWorld

from rapport.app.events.replay import replay
from rapport.core.events import Contact, Event, Identifier, Incoming, PageViewed
from rapport.core.state import ProfileState
from rapport.core.time import MINUTE, Instant
from rapport.testing import examples as ex

BY_NAME = Identifier("user_id", "u-ada")
BY_MAIL = Identifier("email", "ada@example.com")
"""The profile known by its user id absorbs the one known by its address."""


class TwoProfiles(DispatchWorld):
    """Ada, known under two names of which nobody knows yet that they are one person's."""

    def hear(self, *who: Identifier, events: tuple[Event, ...], email: str | None = None) -> None:
        contact = Contact(email=email)
        told = [Incoming(event, who, contact) for event in events]
        self.host.take_in(self.brand, told)

    def leaves_basket(self, who: Identifier, at: Instant = LEFT_AT) -> None:
        name = who.value
        known, asked = ex.subscribed(at - MINUTE, f"-{name}")
        left = ex.checkout(f"left-{name}", at, token=f"c-{name}")
        self.hear(who, events=(known, asked, left), email="ada@example.com")

    def merge(self, at: Instant) -> None:
        body = PageViewed()
        self.hear(BY_NAME, BY_MAIL, events=(ex.event(f"both-{at}", at, body, "shopify"),))

    def whose(self, who: Identifier) -> ProfileState:
        with self.store.transaction() as transaction:
            profile = transaction.owners(self.brand, [who])[who]
        return self.state(profile)

    def replays(self) -> bool:
        return replay(self.records, self.blueprint).identical

    def reasons_of_messages(self) -> list[tuple[str, str]]:
        rows = self.records.messages(self.brand)
        return sorted((row.status, row.reason) for row in rows)
