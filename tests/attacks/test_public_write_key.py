"""A Segment write key stands in every page of the shop: what strangers who send with it cannot do.

Ada is a customer, known to the shop by a signed webhook. Mallory knows the key, Ada's address and
her user id, and sends whatever they like.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.adapters.sources import segment, shopify
from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.events.claims import CLAIMED
from rapport.app.events.ingest import ingest
from rapport.core.blueprint import Blueprint
from rapport.core.brand import Brand
from rapport.core.events import Contact, Identifier, Incoming
from rapport.core.person.consent import email_barrier
from rapport.core.state import ProfileState
from rapport.core.time import DAY, HOUR, MINUTE, Millis
from rapport.testing import examples as ex

ADA, MALLORY = "ada@example.com", "mallory@evil.example"
NOW = ex.at(10, 12)


class Shop:
    """A shop's intake, with Ada known to it."""

    def __init__(self, path: Path, **brand: object) -> None:
        self.store = SqliteStore(path)
        self.blueprint = _with(ex.blueprint(), brand)
        self._path = path
        self.now = NOW
        self._count = 0
        self.webhook(
            "customers/update",
            {
                "id": 7,
                "email": ADA,
                "first_name": "Ada",
                "email_marketing_consent": {
                    "state": "subscribed",
                    "consent_updated_at": "2026-03-01T10:00:00Z",
                },
            },
        )
        self.browser("identify", userId="1007", traits={"email": ADA})

    def browser(self, call: str, **message: object) -> None:
        """Anybody's call with the write key."""
        self._take(segment.parse(call, msgspec.json.encode(message), self.now).incoming)

    def webhook(self, topic: str, body: dict[str, object]) -> None:
        """A webhook that the shop signed."""
        self._count += 1
        payload = msgspec.json.encode(body)
        self._take(shopify.parse(topic, payload, NOW, f"w{self._count}").incoming)

    def _take(self, incoming: tuple[Incoming, ...]) -> None:
        assert incoming
        with self.store.transaction() as transaction:
            ingest(transaction, self.blueprint, incoming, self.now)

    def whose(self, kind: str, value: str) -> str:
        identifier = Identifier(kind, value)
        with self.store.transaction() as transaction:
            return transaction.owners(ex.BRAND_KEY, [identifier]).get(identifier, "")

    def contact(self, kind: str, value: str) -> Contact:
        profile = self.whose(kind, value)
        with self.store.transaction() as transaction:
            return transaction.contacts(ex.BRAND_KEY, [profile]).get(profile, Contact())

    def state(self, kind: str, value: str) -> ProfileState:
        profile = self.whose(kind, value)
        with self.store.transaction() as transaction:
            return transaction.states(ex.BRAND_KEY, [profile])[profile]

    def counted(self) -> int:
        """How many orders only a page told of, as the console counts them."""
        records = SqliteRecords(self._path)
        found = records.counts(ex.BRAND_KEY)[CLAIMED]
        records.close()
        return found

    def barrier(self, kind: str, value: str) -> str:
        return email_barrier(self.state(kind, value), self.blueprint.releases[0].brand)


def _with(blueprint: Blueprint, changes: dict[str, object]) -> Blueprint:
    release = blueprint.releases[0]
    brand: Brand = replace(release.brand, **changes)
    return replace(blueprint, releases=(replace(release, brand=brand),))


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path / "rapport.db")
    yield shop
    shop.store.close()


def assert_ada_is_ada(shop: Shop) -> None:
    """Mail for Ada's consent goes to Ada, and to nobody else."""
    assert shop.contact("email", ADA).email == ADA
    assert shop.contact("shopify_customer", "7").email == ADA
    assert shop.contact("user_id", "1007").email == ADA
    assert shop.barrier("email", ADA) == ""
    assert shop.whose("email", MALLORY) != shop.whose("email", ADA)
    if shop.whose("email", MALLORY):
        assert shop.barrier("email", MALLORY) == "no consent"


# --- Whose mail it is ----------------------------------------------------------------------------


def test_the_shop_itself_may_change_an_address(shop: Shop) -> None:
    shop.webhook("customers/update", {"id": 7, "email": "ada@new.example"})
    assert shop.contact("shopify_customer", "7").email == "ada@new.example"


def test_a_customers_mail_cannot_be_led_to_another_address(shop: Shop) -> None:
    shop.browser("identify", userId="1007", traits={"email": MALLORY})
    shop.browser("track", userId="1007", event="Page", properties={"email": MALLORY})
    assert_ada_is_ada(shop)


@pytest.mark.parametrize(
    ("previous", "user"),
    [("1007", "666"), (ADA, "666"), ("666", "1007"), ("666", ADA), ("1007", MALLORY)],
)
def test_an_alias_does_not_make_two_customers_one(shop: Shop, previous: str, user: str) -> None:
    shop.browser("identify", userId="666", traits={"email": MALLORY})
    shop.browser("alias", previousId=previous, userId=user)
    assert_ada_is_ada(shop)


def test_whoever_has_an_address_does_not_get_another_customer_by_naming_theirs(shop: Shop) -> None:
    shop.webhook("customers/update", {"id": 8, "email": "ben@example.com"})
    shop.browser("identify", userId="666", traits={"email": MALLORY})
    shop.browser("identify", userId="666", traits={"email": "ben@example.com"})
    assert shop.contact("email", "ben@example.com").email == "ben@example.com"
    assert shop.contact("email", MALLORY).email == MALLORY
    assert shop.whose("email", "ben@example.com") == shop.whose("shopify_customer", "8")


def test_an_address_that_is_somebodys_is_never_written_to_for_another(shop: Shop) -> None:
    shop.browser("identify", userId="666", traits={"email": ADA})
    assert shop.contact("user_id", "666").email is None
    assert_ada_is_ada(shop)


def test_an_alias_of_a_browser_still_makes_it_the_customers(shop: Shop) -> None:
    shop.browser("page", anonymousId="b1")
    shop.browser("alias", previousId="b1", userId="1007")
    assert shop.whose("anonymous_id", "b1") == shop.whose("email", ADA)


def test_a_known_name_or_country_is_not_changed(shop: Shop) -> None:
    shop.browser("identify", userId="1007", traits={"firstName": "Fool", "country": "GB"})
    shop.browser("identify", userId="1007", traits={"country": "DE"})
    contact = shop.contact("email", ADA)
    assert (contact.first_name, contact.country) == ("Ada", "GB")
    assert shop.state("email", ADA).country == "GB"


_NAMES = st.sampled_from(["1007", "666", ADA, MALLORY, "b1", "b2"])
_CALLS = st.one_of(
    st.tuples(
        st.just("identify"),
        st.fixed_dictionaries(
            {"traits": st.fixed_dictionaries({"email": st.sampled_from([ADA, MALLORY])})},
            optional={"userId": _NAMES, "anonymousId": st.sampled_from(["b1", "b2"])},
        ),
    ),
    st.tuples(st.just("alias"), st.fixed_dictionaries({"previousId": _NAMES, "userId": _NAMES})),
    st.tuples(
        st.just("page"),
        st.fixed_dictionaries({"anonymousId": st.sampled_from(["b1", "b2"])},
                              optional={"userId": _NAMES}),
    ),
)  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_CALLS, max_size=8))
def test_no_calls_in_any_order_take_a_customer_over(
    tmp_path_factory: pytest.TempPathFactory, calls: list[tuple[str, dict[str, object]]]
) -> None:
    shop = Shop(tmp_path_factory.mktemp("shop") / "rapport.db")
    for call, message in calls:
        shop.browser(call, **message)
    assert_ada_is_ada(shop)
    shop.store.close()


# --- What may be sent ----------------------------------------------------------------------------

SIGN_UP = {"state": "subscribed", "opt_in_level": "confirmed_opt_in"}


def test_nobody_is_signed_up_by_a_stranger(shop: Shop) -> None:
    shop.browser("identify", traits={"email": "eve@example.com", "email_marketing_consent": True})
    assert shop.barrier("email", "eve@example.com") == "no consent"


def test_a_brand_whose_calls_all_come_from_servers_may_trust_them(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "rapport.db", trust_browser_consent=True)
    shop.browser("identify", traits={"email": "eve@example.com", "email_marketing_consent": True})
    assert shop.barrier("email", "eve@example.com") == ""
    shop.store.close()


@pytest.mark.parametrize("trusted", [False, True])
@pytest.mark.parametrize("stop", ["Unsubscribed", "Email Marked as Spam"])
def test_an_opt_out_is_never_lifted(tmp_path: Path, stop: str, trusted: bool) -> None:
    shop = Shop(tmp_path / "rapport.db", trust_browser_consent=trusted)
    shop.browser("track", event=stop, userId="1007")
    barrier = shop.barrier("email", ADA)
    assert barrier
    shop.browser("identify", userId="1007", traits={"email_marketing_consent": SIGN_UP})
    assert shop.barrier("email", ADA) == barrier
    shop.store.close()


def test_an_objection_to_profiling_is_never_lifted(shop: Shop) -> None:
    shop.browser("identify", userId="1007", traits={"no_profiling": True})
    shop.browser("identify", userId="1007", traits={"no_profiling": False})
    assert shop.state("email", ADA).consent.no_profiling


def test_what_somebody_declined_is_never_lifted(shop: Shop) -> None:
    shop.browser("identify", userId="1007", traits={"declined_topics": ["mothers-day"]})
    shop.browser("identify", userId="1007", traits={"declined_topics": []})
    assert shop.state("email", ADA).consent.declined_topics == ("mothers-day",)
    shop.browser("identify", userId="1007", traits={"declined_topics": ["jokes"]})
    assert set(shop.state("email", ADA).consent.declined_topics) == {"mothers-day", "jokes"}


def test_an_order_that_a_stranger_tells_of_makes_nobody_a_customer_to_write_to(
    tmp_path: Path,
) -> None:
    shop = Shop(tmp_path / "rapport.db", soft_opt_in_countries=("GB",))
    shop.browser(
        "track",
        event="Order Completed",
        properties={"email": "eve@example.com", "order_id": "1", "total": 5},
        context={"location": {"country": "GB"}},
    )
    assert shop.barrier("email", "eve@example.com") == "no consent"
    shop.webhook(
        "orders/create",
        {"id": 2, "email": "eve@example.com", "total_price": "5.00", "line_items": []},
    )
    assert shop.barrier("email", "eve@example.com") == ""
    shop.store.close()


# --- The basket ----------------------------------------------------------------------------------

TOLD = {"checkout_id": "t1", "email": ADA, "products": [{"product_id": "1"}]}
SIGNED = {
    "id": 1,
    "token": "t1",
    "email": ADA,
    "created_at": "2026-03-11T09:00:00Z",
    "updated_at": "2026-03-11T09:00:00Z",
    "abandoned_checkout_url": "https://harbour.example/checkouts/t1/recover",
    "line_items": [{"product_id": 2, "price": "24.00", "quantity": 1}],
}


@pytest.mark.parametrize("signed_first", [True, False])
def test_the_shops_own_word_of_a_basket_goes_before_a_browsers(
    shop: Shop, signed_first: bool
) -> None:
    if signed_first:
        shop.webhook("checkouts/update", SIGNED)
    shop.browser("track", event="Checkout Started", properties=TOLD)
    if not signed_first:
        shop.webhook("checkouts/update", SIGNED)
    checkout = shop.state("email", ADA).checkout
    assert checkout is not None
    assert checkout.proven
    assert checkout.event_id.startswith("shopify:")
    assert [line.product_id for line in checkout.lines] == ["2"]


# --- Orders --------------------------------------------------------------------------------------

TEAPOT = {"product_id": "teapot", "quantity": 1, "price": "78.00"}


def _clock(since: Millis) -> str:
    return datetime.fromtimestamp((NOW + since) / 1_000, UTC).isoformat()


def claim(shop: Shop, order: str = "1002", **more: object) -> None:
    """A stranger says that Ada has ordered."""
    shop.browser(
        "track",
        userId="1007",
        event="Order Completed",
        messageId=f"m{order}{more}",
        properties={"order_id": order, "total": 900_000, "products": [TEAPOT], **more},
    )


def sells(shop: Shop, order: int = 1001) -> None:
    """The shop tells of an order of Ada's, in its own name."""
    shop.webhook(
        "orders/create",
        {
            "id": order, "name": f"#{order}", "created_at": _clock(-HOUR),
            "total_price": "40.00", "subtotal_price": "40.00", "currency": "GBP",
            "customer": {"id": 7}, "email": ADA,
        },
    )  # fmt: skip


def test_where_the_shop_tells_of_its_orders_a_strangers_counts_for_nothing(shop: Shop) -> None:
    sells(shop)
    before = shop.state("email", ADA).orders
    claim(shop)
    assert shop.state("email", ADA).orders == before
    assert shop.counted() == 1


def test_it_counts_once_the_shop_tells_of_it(shop: Shop) -> None:
    sells(shop)
    claim(shop, "1002")
    sells(shop, 1002)
    orders = shop.state("email", ADA).orders
    assert (orders.count, orders.value) == (2, 8_000)
    assert shop.counted() == 0
    claim(shop, "1002", again=True)
    assert shop.state("email", ADA).orders.value == 8_000
    assert shop.counted() == 0


def test_a_strangers_order_ends_what_waits_for_one(shop: Shop) -> None:
    sells(shop)
    shop.browser(
        "track", userId="1007", event="Checkout Started", messageId="c",
        timestamp=_clock(-30 * MINUTE), properties={"checkout_id": "c9", "products": [TEAPOT]},
    )  # fmt: skip
    assert shop.state("email", ADA).checkout is not None
    claim(shop)
    assert shop.state("email", ADA).checkout is None


def test_nobody_is_thanked_for_an_order_that_a_stranger_made_up(shop: Shop) -> None:
    thanks = replace(ex.CHECKOUT_FLOW, key="thanks", trigger="order_placed", exit_on=())
    release = replace(shop.blueprint.releases[0], flows=(thanks,))
    shop.blueprint = replace(shop.blueprint, releases=(release,))
    sells(shop)
    runs = shop.state("email", ADA).runs
    assert [run.subject for run in runs] == ["1001"]
    claim(shop)
    assert shop.state("email", ADA).runs == runs


def test_a_stranger_takes_no_money_off_what_the_shop_sold(shop: Shop) -> None:
    sells(shop)
    for number, order in enumerate(("1001", "never")):
        shop.browser(
            "track", userId="1007", event="Order Refunded", messageId=f"r{number}",
            properties={"order_id": order, "total": 40},
        )  # fmt: skip
    orders = shop.state("email", ADA).orders
    assert orders.value == 4_000
    assert orders.last_refund_at  # marketing waits all the same


def test_a_stranger_gives_the_shops_order_no_second_number(shop: Shop) -> None:
    sells(shop)
    claim(shop, "1001", checkout_id="c-next")
    shop.webhook(
        "orders/create",
        {
            "id": 1002, "checkout_token": "c-next", "created_at": _clock(-20 * MINUTE),
            "total_price": "25.00", "subtotal_price": "25.00", "currency": "GBP",
            "customer": {"id": 7}, "email": ADA,
        },
    )  # fmt: skip
    assert shop.state("email", ADA).orders.value == 6_500


@pytest.mark.parametrize("trusts", [True, False])
def test_where_nobody_else_tells_of_orders_or_a_page_is_trusted_they_count(
    trusts: bool, tmp_path: Path
) -> None:
    shop = Shop(tmp_path / "rapport.db", trust_browser_orders=trusts)
    if trusts:
        sells(shop)
    claim(shop)
    assert shop.state("email", ADA).orders.count == 1 + trusts
    shop.store.close()


def test_a_shop_that_has_told_of_none_for_a_month_no_longer_tells_of_them(shop: Shop) -> None:
    sells(shop)
    shop.now = NOW + 31 * DAY
    claim(shop)
    assert shop.state("email", ADA).orders.count == 2


def test_history_that_a_stranger_makes_up_is_a_claim_too(shop: Shop) -> None:
    sells(shop)
    claim(shop, "1002", backfill=True)
    assert shop.state("email", ADA).orders.value == 4_000
    sells(shop, 1002)
    assert shop.state("email", ADA).orders.value == 8_000


def test_nobody_is_thanked_for_what_somebody_else_ordered(shop: Shop) -> None:
    shop.webhook(
        "customers/update",
        {
            "id": 8, "email": "ben@example.com",
            "email_marketing_consent": SIGN_UP | {"consent_updated_at": "2026-03-01T10:00:00Z"},
        },
    )  # fmt: skip
    thanks = replace(ex.CHECKOUT_FLOW, key="thanks", trigger="order_placed", exit_on=())
    release = replace(shop.blueprint.releases[0], flows=(thanks,))
    shop.blueprint = replace(shop.blueprint, releases=(release,))
    assert shop.barrier("email", "ben@example.com") == ""
    sells(shop)
    shop.browser(
        "track", userId="ben", event="Order Completed", messageId="b",
        context={"traits": {"email": "ben@example.com"}},
        properties={"order_id": "1001", "products": [TEAPOT]},
    )  # fmt: skip
    assert shop.state("email", "ben@example.com").runs == ()


def test_no_number_of_claims_buys_a_basket_or_uses_an_offer(shop: Shop) -> None:
    sells(shop)
    before = shop.state("email", ADA).habits
    for number in range(3):
        shop.browser(
            "track", userId="1007", event="Checkout Started", messageId=f"c{number}",
            timestamp=_clock(-30 * MINUTE),
            properties={"checkout_id": f"c{number}", "products": [TEAPOT]},
        )  # fmt: skip
        claim(shop, f"x{number}", coupon="TEN")
    after = shop.state("email", ADA).habits
    assert (after.carts.bought, after.offers) == (before.carts.bought, before.offers)


def test_orders_that_one_claim_names_together_are_taken_off_the_count_once_each_at_most(
    shop: Shop,
) -> None:
    sells(shop)
    claim(shop, "1002", checkout_id="1003")
    for order in (1002, 1003):
        shop.webhook(
            "orders/create",
            {
                "id": order, "checkout_token": str(order), "created_at": _clock(-HOUR),
                "total_price": "40.00", "currency": "GBP", "customer": {"id": 7}, "email": ADA,
            },
        )  # fmt: skip
    assert shop.counted() == 0
