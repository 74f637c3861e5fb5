"""A review desk over a real store, with Harbour Pottery behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import anyio
import httpx
import pytest
from msgspec.structs import replace
from starlette.applications import Starlette

from rapport.app.events.process import Received, process, wake
from rapport.app.in_charge.audit_log import all_entries
from rapport.app.in_charge.people import Secret, add_person
from rapport.app.publishing.publications import published
from rapport.app.publishing.publish import publish_release
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.core.blueprint import Blueprint
from rapport.core.brand import Brand
from rapport.core.creative.draft import (
    PROPOSAL,
    Draft,
    KeptDraft,
    Standing,
    edition_now,
    named,
    proposal_edition,
)
from rapport.core.creative.framework import Action
from rapport.core.oversight.audit import Entry, flaws
from rapport.core.oversight.people import PUBLISHER, Actor, Person, sealed
from rapport.core.time import DAY, HOUR, Instant
from rapport.settings import Settings
from rapport.testing import examples as ex
from rapport.testing.fakes import FakeClock

BASE = "http://127.0.0.1:8470"
BRAND = ex.BRAND_KEY
PLAIN = Action(offer="none", tone="plain", angle="help", visual="basket")
NELL, MAX = Actor("Nell", "reviewer"), Actor("Max", "reviewer")
OWNER = Actor("owner", PUBLISHER)
GOOD = "Your basket is where you left it."


class World:
    """An installation with Harbour Pottery in it, whose clock stands still."""

    def __init__(self, folder: Path, brand: Brand | None = None, **settings: object) -> None:
        self.clock = FakeClock(ex.at(1))
        self.home = Settings(home=folder, base_url=BASE, **settings)  # type: ignore[arg-type] any
        self._open()
        self.publish(brand or ex.brand())

    def _open(self) -> None:
        self._web: Starlette | None = None
        self.here = Installation(self.home, self.clock)
        self.store, self.records = self.here.store, self.here.records
        self.path = self.here.database
        self.desk = self.here.review

    @property
    def web(self) -> Starlette:
        """The web edge over it, the same until it is restarted."""
        self._web = self._web or web_edge(self.here)
        return self._web

    def restart(self) -> None:
        """Everything anew over the same home, as after the end of the process."""
        self.close()
        self._open()

    def now(self, brand: str) -> Blueprint:
        return self.here.blueprint(brand)

    def publish(self, brand: Brand, **changes: object) -> None:
        with self.store.transaction() as transaction:
            folder = replace(ex.folder(brand), **changes)  # type: ignore[arg-type]
            publish_release(transaction, folder, ex.at(0))

    def draft(self, body: str = GOOD, *, action: Action = PLAIN, **changes: object) -> Draft:
        release = self.now(BRAND).releases[-1]
        plain = Draft(
            id="",
            framework=ex.FLOW,
            edition=edition_now(release, ex.FLOW, point="first", action=action, lang="en"),
            point="first",
            action=action,
            language="en",
            situation="",
            slots={"subject": "Still here", "body": body},
            author="model:example",
            prompt="p1",
            made_at=self.clock.at,
            deadline=self.clock.at + 2 * DAY,
        )
        return named(replace(plain, **changes))  # type: ignore[arg-type] any field

    def add(self, *drafts: Draft) -> Draft:
        """Keeps drafts that wait, and gives the first one back."""
        with self.store.transaction() as transaction:
            transaction.add_drafts(BRAND, [KeptDraft(one) for one in drafts])
        return drafts[0]

    def waits(self, body: str = GOOD, **changes: object) -> Draft:
        return self.add(self.draft(body, **changes))  # type: ignore[arg-type] any field

    def proposal(self, slots: dict[str, str] | None = None) -> Draft:
        """Words for the plain message, or for a part of it, which wait to become approved ones."""
        release = self.now(BRAND).releases[-1]
        words = slots or {"subject": "Still here", "body": "Nothing on your shelf has moved."}
        edition = proposal_edition(release, ex.FLOW, PLAIN)
        return self.add(self.draft(kind=PROPOSAL, slots=words, edition=edition))

    def standing(self, draft: str) -> Standing:
        kept = self.records.draft(BRAND, draft)
        assert kept is not None
        return kept.standing

    def entries(self) -> list[Entry]:
        entries = list(all_entries(self.records, BRAND))
        assert flaws(BRAND, entries, []) == []
        return entries

    def deeds(self) -> list[tuple[str, str, str]]:
        return [(one.deed.who, one.deed.did, one.deed.what) for one in self.entries()]

    def employ(self, **roles: str) -> Mapping[str, Actor]:
        """People by name and role; a publisher is there already."""
        with self.store.transaction() as transaction:
            for name, role in {"Pia": PUBLISHER, **roles}.items():
                secret = Secret(f"token of {name}", f"salt of {name}")
                digest = sealed(secret.token, secret.salt)
                person = Person(name, role, secret.salt, digest, self.clock.at)
                add_person(transaction, BRAND, person, OWNER, self.clock.at)
        return {name: self.desk.acting(BRAND, name) for name in ("Pia", *roles)}

    def leave_baskets(self, people: int, until: Instant) -> None:
        """So many people leave a basket each, one after the other, and all that is due until then
        is decided."""
        received = []
        for n in range(people):
            events = [
                *ex.subscribed(ex.at(0, 9), f"p{n}"),
                ex.checkout(f"left-{n}", ex.at(0, 10, n), token=f"c-{n}"),
            ]
            received += [Received(f"p{n}", event, event.at) for event in events]
        with self.store.transaction() as transaction:
            process(transaction, published(transaction, BRAND), received)
        with self.store.transaction() as transaction:
            wake(transaction, published(transaction, BRAND), until, 500)

    def later(self, hours: int = 1) -> None:
        self.clock.at += hours * HOUR

    def ask(self, method: str, path: str, **options: object) -> httpx.Response:
        """One request, straight into the web edge."""

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self.web, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
                # httpx types each option; a test passes them on.
                return await client.request(method, path, **options)  # type: ignore[arg-type]

        return anyio.run(send)

    def close(self) -> None:
        self.here.close()


# --- Fixtures ------------------------------------------------------------------------------------


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    yield world
    world.close()


@pytest.fixture
def careful(tmp_path: Path) -> Iterator[World]:
    """A brand that asks for four eyes."""
    world = World(tmp_path, replace(ex.brand(), four_eyes=True))
    yield world
    world.close()
