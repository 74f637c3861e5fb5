"""Taking in: each event once, for the right person, with all that follows in the same commit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec import structs

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.events.ingest import FOREIGN, ingest
from rapport.app.events.process import Received, process, wake
from rapport.core.effects import OutcomeClosed
from rapport.core.events import (
    ConsentChanged,
    Contact,
    Event,
    Identifier,
    Incoming,
    MessageStopped,
    PageViewed,
    ProfileChanged,
)
from rapport.core.person.preferences import AskedFor
from rapport.core.state import ProfileState
from rapport.core.time import Instant
from rapport.testing import examples as ex

BROWSER = Identifier("anonymous_id", "b1")
TABLET = Identifier("anonymous_id", "b2")
ADA = Identifier("email", "ada@example.com")
BEN = Identifier("email", "ben@example.com")
ADA_ID = Identifier("user_id", "u-ada")
ADA_CONTACT = Contact(email="ada@example.com", country="GB")


class Shop:
    """The example shop over a store of its own."""

    def __init__(self, path: Path) -> None:
        self.store = SqliteStore(path)
        self.blueprint = ex.blueprint()

    def take(self, *incoming: Incoming) -> tuple[bool, ...]:
        with self.store.transaction() as transaction:
            now = max(one.event.at for one in incoming)
            return ingest(transaction, self.blueprint, incoming, now)

    def wake(self, watermark: Instant) -> None:
        with self.store.transaction() as transaction:
            wake(transaction, self.blueprint, watermark, 100)

    def whose(self, identifier: Identifier) -> str:
        with self.store.transaction() as transaction:
            return transaction.owners(ex.BRAND_KEY, [identifier])[identifier]

    def state(self, whose: Identifier | str) -> ProfileState:
        profile = self.whose(whose) if isinstance(whose, Identifier) else whose
        with self.store.transaction() as transaction:
            return transaction.states(ex.BRAND_KEY, [profile])[profile]

    def contact(self, identifier: Identifier) -> Contact:
        """Who they are, whenever that was told."""
        profile = self.whose(identifier)
        with self.store.transaction() as transaction:
            known = transaction.contacts(ex.BRAND_KEY, [profile])[profile]
        return structs.replace(known, told_at={})

    def planned(self) -> list[str]:
        with self.store.transaction() as transaction:
            return [p.send.profile for p in transaction.planned(ex.BRAND_KEY, ex.at(400), 10)]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path / "rapport.db")
    yield shop
    shop.store.close()


def told(
    event: Event,
    *identifiers: Identifier,
    contact: Contact | None = None,
    aliases: tuple[Identifier, ...] = (),
) -> Incoming:
    return Incoming(event, identifiers, contact, aliases)


def page(name: str, at: Instant) -> Event:
    return ex.event(name, at, PageViewed(), "segment")


def asked(at: Instant, *identifiers: Identifier) -> Incoming:
    """The person signs up with their address in a form."""
    body = ConsentChanged("email", "subscribed", method="form")
    return told(ex.event(f"asked-{at}", at, body), *identifiers, contact=ADA_CONTACT)


# --- Once ----------------------------------------------------------------------------------------


def test_an_event_told_again_is_known_in_the_same_batch_and_in_later_ones(shop: Shop) -> None:
    view = told(ex.viewed("v", ex.at(0, 9)), BROWSER)
    assert shop.take(view, view) == (True, False)
    assert shop.take(view) == (False,)
    assert shop.state(BROWSER).browsing.session_views == 1


@pytest.mark.parametrize("batched", [True, False])
def test_an_order_is_known_under_any_of_its_names(shop: Shop, batched: bool) -> None:
    orders = [
        told(ex.order("a", ex.at(0, 9), "o1"), ADA),
        told(ex.order("b", ex.at(0, 10), "#1001", "", "klaviyo", ("o1",)), ADA),
        told(ex.order("c", ex.at(0, 11), "#1001", "", "segment"), ADA),
        told(ex.order("d", ex.at(0, 12), "else", "c1", "segment"), ADA),
    ]
    new = shop.take(*orders) if batched else tuple(shop.take(one)[0] for one in orders)
    assert new == (True, False, False, False)
    assert (shop.state(ADA).orders.count, shop.state(ADA).orders.value) == (1, 4_800)


def test_an_order_first_told_of_somebody_unnamed_still_ends_the_buyers_run(shop: Shop) -> None:
    shop.take(asked(ex.at(0, 9), ADA), told(ex.checkout("c", ex.at(0, 10), "c1"), ADA))
    shop.take(told(ex.order("pixel", ex.at(0, 10, 20), source="segment"), TABLET))
    shop.take(told(ex.order("shop", ex.at(0, 10, 20)), ADA))
    shop.wake(ex.at(9))
    assert (shop.state(ADA).runs, shop.state(ADA).checkout, shop.planned()) == ((), None, [])
    assert shop.state(ADA).orders.count + shop.state(TABLET).orders.count == 1


# --- Who -----------------------------------------------------------------------------------------


def test_what_was_browsed_without_a_name_is_carried_over_at_the_checkout(shop: Shop) -> None:
    shop.take(asked(ex.at(-9), ADA), told(ex.order("o", ex.at(-8), "o0", "c0"), ADA))
    shop.take(*(told(ex.viewed(f"v{n}", ex.at(0, 9, n)), BROWSER) for n in range(3)))
    stranger, ada = shop.whose(BROWSER), shop.whose(ADA)
    checkout = told(ex.checkout("c", ex.at(0, 9, 5)), BROWSER, ADA, contact=ADA_CONTACT)
    assert shop.take(checkout) == (True,)
    assert shop.whose(BROWSER) == ada
    state = shop.state(ADA)
    assert state.browsing.session_views == 4
    assert state.browsing.interests[0].category == "teapots"
    assert (state.orders.count, len(state.runs)) == (1, 1)
    assert shop.state(stranger).moved_into == ada


def test_a_shared_browser_makes_nobody_somebody_else(shop: Shop) -> None:
    shop.take(told(ex.viewed("v1", ex.at(0, 9)), BROWSER, ADA))
    shop.take(told(ex.viewed("v2", ex.at(0, 10), ex.MUG), BROWSER, BEN))
    shop.take(told(ex.viewed("v3", ex.at(0, 11), ex.MUG), BROWSER))
    assert shop.whose(ADA) != shop.whose(BEN) == shop.whose(BROWSER)
    assert shop.state(ADA).browsing.viewed == ("teapot",)
    assert shop.state(BEN).browsing.viewed == ("mug",)


def test_an_alias_joins_two_people_who_were_known_and_two_who_were_not(shop: Shop) -> None:
    shop.take(told(ex.viewed("v1", ex.at(0, 9)), BROWSER), told(page("p", ex.at(0, 10)), ADA_ID))
    shop.take(told(page("alias", ex.at(0, 11)), ADA_ID, aliases=(BROWSER,)))
    assert shop.whose(BROWSER) == shop.whose(ADA_ID)
    assert shop.state(ADA_ID).browsing.viewed == ("teapot",)
    stranger = Identifier("user_id", "u-new")
    shop.take(told(page("alias2", ex.at(0, 12)), stranger, aliases=(TABLET,)))
    assert shop.whose(stranger) == shop.whose(TABLET)


def test_people_who_meet_and_merge_within_one_batch_are_one_at_its_end(shop: Shop) -> None:
    shop.take(
        told(ex.viewed("v1", ex.at(0, 9)), BROWSER),
        told(ex.viewed("v2", ex.at(0, 10), ex.MUG), ADA, contact=ADA_CONTACT),
        told(page("p1", ex.at(0, 11)), BROWSER, ADA),
        told(ex.checkout("c", ex.at(0, 12)), BROWSER),
    )
    assert shop.whose(BROWSER) == shop.whose(ADA)
    state = shop.state(ADA)
    assert state.browsing.viewed == ("mug", "teapot")
    assert (state.has_email, state.checkout is not None) == (True, True)


def test_an_address_that_changes_is_kept_and_the_old_one_is_still_theirs(shop: Shop) -> None:
    shop.take(told(page("p1", ex.at(0, 9)), ADA_ID, ADA, contact=ADA_CONTACT))
    changed = Identifier("email", "ada@new.example")
    proven = ex.event("p2", ex.at(1, 9), PageViewed(), "shopify")
    shop.take(told(proven, ADA_ID, changed, contact=Contact(email=changed.value)))
    assert shop.whose(changed) == shop.whose(ADA) == shop.whose(ADA_ID)
    assert shop.contact(ADA) == Contact(email="ada@new.example", country="GB")


def test_a_contact_keeps_what_is_not_told_again_however_the_person_is_found(shop: Shop) -> None:
    shop.take(told(page("p1", ex.at(0, 9)), BROWSER, contact=ADA_CONTACT))
    shop.take(  # the name told with the contact is only learnt in this very batch
        told(page("p2", ex.at(0, 10)), BROWSER, ADA_ID),
        told(page("p3", ex.at(0, 11)), ADA_ID, contact=Contact(first_name="Ada")),
    )
    shop.take(
        told(page("p4", ex.at(0, 12)), TABLET, contact=Contact(language="en"), aliases=(ADA_ID,))
    )
    known = Incoming(
        page("p5", ex.at(0, 13)), (), Contact(last_name="L"), profile=shop.whose(ADA_ID)
    )
    shop.take(known)
    assert shop.contact(BROWSER) == Contact(
        email="ada@example.com", country="GB", first_name="Ada", last_name="L", language="en"
    )


def test_an_opt_out_outlives_a_merge_with_someone_a_checkout_said_yes_for(shop: Shop) -> None:
    shop.take(asked(ex.at(0, 9), ADA), told(ex.unsubscribed("u", ex.at(1, 9)), ADA))
    ticked = ConsentChanged("email", "subscribed", method="checkout")
    shop.take(told(ex.event("t", ex.at(2, 9), ticked), BROWSER))
    shop.take(told(page("p", ex.at(2, 10)), BROWSER, ADA))
    assert shop.state(ADA).consent.email == "unsubscribed"


def test_what_becomes_of_a_message_reaches_the_person_its_profile_was_merged_into(
    shop: Shop,
) -> None:
    shop.take(asked(ex.at(0, 9), ADA), told(ex.checkout("c", ex.at(0, 10)), ADA))
    shop.wake(ex.at(0, 19))
    before = shop.state(ADA)
    (note,) = before.notes
    shop.take(told(page("p1", ex.at(0, 19, 1)), ADA_ID))
    shop.take(told(page("p2", ex.at(0, 19, 2)), ADA_ID, ADA))
    assert shop.whose(ADA) == shop.whose(ADA_ID) != before.profile
    stopped = ex.event(
        "s", ex.at(0, 19, 3), MessageStopped(note.key, "refused", "merged"), "rapport"
    )
    with shop.store.transaction() as transaction:
        process(transaction, shop.blueprint, [Received(before.profile, stopped, stopped.at)])
    after = shop.state(ADA)
    assert after.notes == ()
    assert [window.stopped for window in after.windows if window.message] == [True]


def test_outcomes_of_both_halves_of_a_person_close(shop: Shop) -> None:
    shop.take(asked(ex.at(0, 9), ADA), told(ex.checkout("c", ex.at(0, 10)), ADA))
    shop.wake(ex.at(0, 19))
    shop.take(
        told(page("p1", ex.at(0, 19, 1)), ADA_ID), told(page("p2", ex.at(0, 20)), ADA_ID, ADA)
    )
    shop.take(told(ex.order("o", ex.at(1, 9)), ADA_ID))
    shop.wake(ex.at(30))
    with shop.store.transaction() as transaction:
        lessons = transaction.lessons(ex.BRAND_KEY, 0, 10).found
    assert [(one.outcome.orders, one.outcome.revenue) for one in lessons] == [(1, 4_800)]
    assert isinstance(lessons[0].outcome, OutcomeClosed)


# --- One commit ----------------------------------------------------------------------------------


def test_a_batch_that_fails_leaves_nothing_behind(shop: Shop) -> None:
    batch: Sequence[Incoming] = (told(ex.viewed("v", ex.at(0, 9)), BROWSER),)

    def fails_half_way() -> None:
        with shop.store.transaction() as transaction:
            ingest(transaction, shop.blueprint, batch, ex.at(400))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails_half_way()
    assert shop.take(*batch) == (True,)


def test_a_wake_fires_only_what_is_due_and_no_more_profiles_than_asked(shop: Shop) -> None:
    for number in range(4):
        name = Identifier("email", f"p{number}@example.com")
        shop.take(asked(ex.at(0, 9) + number, name))
        shop.take(told(ex.checkout(f"c{number}", ex.at(0, 10, number), f"t{number}"), name))
    with shop.store.transaction() as transaction:
        assert wake(transaction, shop.blueprint, ex.at(0, 10, 44), 10)[0] == 0
        assert wake(transaction, shop.blueprint, ex.at(0, 10, 47), 2)[0] == 2
        assert wake(transaction, shop.blueprint, ex.at(0, 10, 47), 2)[0] == 1


def test_preferences_that_nobody_is_asked_for_are_counted_and_not_used(
    shop: Shop, tmp_path: Path
) -> None:
    release = shop.blueprint.releases[0]
    brand = structs.replace(release.brand, preferences=(AskedFor("tea"),))
    asks = structs.replace(shop.blueprint, releases=(structs.replace(release, brand=brand),))
    said = ProfileChanged(preferences={"tea": "green", "colour": "red", "gender": "f"})
    batch = (told(ex.event("said", ex.at(0, 9), said, "shopify"), ADA),)
    with shop.store.transaction() as transaction:
        ingest(transaction, asks, batch, ex.at(1))
    assert [one.key for one in shop.state(ADA).habits.preferences] == ["tea"]
    records = SqliteRecords(tmp_path / "rapport.db")
    assert records.counts(ex.BRAND_KEY)["preferences not asked for"] == 1
    records.close()


def test_orders_in_another_currency_are_told_of(shop: Shop, tmp_path: Path) -> None:
    def told(name: str, currency: str) -> Incoming:
        order = ex.order(name, ex.at(1), name, "")
        body = structs.replace(order.body, currency=currency)
        return Incoming(structs.replace(order, body=body), (ADA,))

    shop.take(told("o1", "GBP"), told("o2", "USD"), told("o3", "EUR"), told("o4", ""))
    shop.take(told("o2", "USD"))
    records = SqliteRecords(tmp_path / "rapport.db")
    assert records.counts(ex.BRAND_KEY)[FOREIGN] == 2
    records.close()
