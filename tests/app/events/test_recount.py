"""States that an older Rapport stored are counted again from the log when they are needed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.events.process import Received, process
from rapport.app.events.replay import replay
from rapport.app.publishing.publications import published
from rapport.app.publishing.publish import publish_release
from rapport.core.blueprint import Blueprint
from rapport.core.codec import encode_state
from rapport.core.decision import Decision
from rapport.core.effects import Decided
from rapport.core.events import CartChanged, Event, ProfileChanged
from rapport.core.policy.policy import Policy
from rapport.core.policy.snapshots import BY_RULE, Origin
from rapport.core.state import ProfileState
from rapport.testing import examples as ex

PEOPLE = ("ada", "ben")


class Shop:
    """A store that an older Rapport wrote: each state is as version 1 had it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = SqliteStore(path)
        with self.store.transaction() as transaction:
            publish_release(transaction, ex.folder(ex.brand(arms=ex.ADAPTIVE_ONLY)), 0)
        for who in PEOPLE:
            for day in range(3):
                cart = CartChanged(added=ex.line(ex.MUG))
                self.tell(who, Event(f"{who}{day}", ex.at(day, 8), "shopify", cart))
            for event in ex.subscribed(ex.at(3, 8), who):
                self.tell(who, event)

    def tell(self, who: str, event: Event) -> list[Decision]:
        with self.store.transaction() as transaction:
            blueprint = published(transaction, ex.BRAND_KEY)
            effects = process(transaction, blueprint, [Received(who, event, event.at)])
        return [effect.decision for effect in effects if isinstance(effect, Decided)]

    def state(self, who: str) -> ProfileState:
        with self.store.transaction() as transaction:
            return transaction.states(ex.BRAND_KEY, [who])[who]

    def age(self) -> None:
        """Stores every state as version 1 would have."""
        known_then = ProfileState.__struct_fields__.index("habits")
        stored = {who: msgspec.msgpack.decode(encode_state(self.state(who))[1:]) for who in PEOPLE}
        with sqlite3.connect(self.path) as db:
            for who, plain in stored.items():
                old = b"\x01" + msgspec.msgpack.encode(plain[:known_then])
                db.execute("UPDATE states SET state = ? WHERE profile = ?", (old, who))

    def forget(self, event: str) -> None:
        """Takes an event out of the log, as a retention would."""
        with sqlite3.connect(self.path) as db:
            db.execute("DELETE FROM events WHERE id = ?", (event,))

    def blueprint(self) -> Blueprint:
        with self.store.transaction() as transaction:
            return published(transaction, ex.BRAND_KEY)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path / "rapport.db")
    yield shop
    shop.store.close()


def test_after_an_upgrade_decisions_know_what_was_counted_before_it_and_replay(shop: Shop) -> None:
    whole = shop.state("ada")
    shop.age()
    assert shop.state("ada").lifted == 1
    with shop.store.transaction() as transaction:
        policy = Policy(number=1, since=ex.at(4), form=2)
        transaction.publish_policy(ex.BRAND_KEY, policy, Origin(BY_RULE, 1))
    shop.tell("ada", ex.checkout("ada left", ex.at(5, 9)))
    made = shop.tell("ada", ex.viewed("ada later", ex.at(6)))
    known = {signal.name: signal.value for signal in made[0].signals}
    assert known["open_cart_added"] == 3.0
    assert known["carts_count"] == 1.0
    assert shop.state("ada").lifted == 0
    assert shop.state("ada").habits.carts.added == whole.habits.carts.added
    records = SqliteRecords(shop.path)
    done = replay(records, shop.blueprint())
    records.close()
    assert done.identical
    assert done.decisions > 0


def test_a_profile_that_nothing_happened_to_since_is_compared_as_it_was_known(shop: Shop) -> None:
    shop.age()
    records = SqliteRecords(shop.path)
    assert replay(records, shop.blueprint()).identical
    shop.forget("ben0")
    assert replay(records, shop.blueprint()).strayed == ("ben",)
    records.close()


def test_where_the_log_is_not_whole_the_stored_state_stays_and_says_so(shop: Shop) -> None:
    shop.age()
    before = shop.state("ada")
    shop.forget("ada0")
    shop.tell("ada", Event("asked", ex.at(4), "shopify", ProfileChanged(country="GB")))
    after = shop.state("ada")
    assert after.lifted == -1
    assert after.cart == before.cart
    assert after.habits.carts.added == 0
    shop.tell("ada", Event("more", ex.at(5), "shopify", CartChanged(added=ex.line())))
    assert shop.state("ada").habits.carts.added == 1
    assert shop.state("ada").lifted == -1
