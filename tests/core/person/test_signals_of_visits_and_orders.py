"""What orders, visits, carts and looks make of signals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from told_signals import BLUEPRINT, FORM, SETTINGS, Person, bought, fold

from rapport.core import events as ev
from rapport.core.codec import encode_state
from rapport.core.creative.framework import Condition
from rapport.core.editions import ALL_VISITS_COUNT, CATALOGUED, LOOKED_AT_ALIKE
from rapport.core.events import Event
from rapport.core.person import signals
from rapport.core.person.signals import (
    CATALOGUE,
)
from rapport.core.step import step
from rapport.core.time import HOUR, MINUTE, Instant
from rapport.core.work import Work
from rapport.testing import examples as ex
from rapport.testing.examples import MUG, TEAPOT, line
from rapport.testing.strategies import histories

# --- Orders ------------------------------------------------------------------------------------


def test_an_order_of_a_million_moves_the_usual_order_little() -> None:
    ada = Person()
    for number, revenue in enumerate((4_000, 5_000, 100_000_000, 6_000)):
        ada.tell(ex.at(30 * number), bought(f"o{number}", revenue=revenue))
    found = ada.known(ex.at(100))
    assert found["typical_order"] == 5_500
    assert found["largest_order"] == 100_000_000
    assert found["last_order"] == 6_000


def test_the_rhythm_of_orders_is_told_from_the_gaps_between_them() -> None:
    ada = Person()
    for day in (0, 30, 60, 100):
        ada.tell(ex.at(day), bought(f"o{day}"))
    found = ada.known(ex.at(160))
    assert found["last_order_gap_days"] == 40
    assert found["order_gap_ratio"] == pytest.approx(60 / 30)
    assert found["order_gap_spread"] == pytest.approx(0.1414, abs=1e-3)
    assert found["orders_28d"] == 0
    assert found["orders_365d"] == 4


# --- Visits ------------------------------------------------------------------------------------


def test_dwell_is_the_time_until_the_next_thing_and_none_is_longer_than_five_minutes() -> None:
    ada, start = Person(), ex.at(0, 10)
    ada.tell(start, ev.ProductViewed(line(MUG)))
    ada.tell(start + MINUTE, ev.PageViewed())
    ada.tell(start + 3 * MINUTE, ev.ProductViewed(line(TEAPOT)))
    ada.tell(start + 23 * MINUTE, ev.Searched("tea"))
    found = ada.known(start + 24 * MINUTE)
    assert found["visit_dwell_minutes"] == 6.0
    assert (found["visit_searches"], found["views"], found["quiet_minutes"]) == (1, 4, 1)
    ada.tell(start + 5 * HOUR, ev.PageViewed())
    assert ada.known(start + 5 * HOUR)["visit_dwell_minutes"] == 0.0


def test_a_visit_is_of_the_channel_that_first_was_told_and_counts_once() -> None:
    ada = Person()
    for day, channel in enumerate(("email", "search", "email")):
        ada.tell(ex.at(day, 10), ev.PageViewed(channel=channel, device="phone"))
        ada.tell(ex.at(day, 10, 1), ev.PageViewed(channel="direct", device="computer"))
    found = ada.known(ex.at(2, 11))
    assert (found["came_by_email"], found["came_by_search"]) == (1.0, 0.0)
    assert found["email_visit_share"] == pytest.approx(2 / 3)
    assert (found["phone_share"], found["on_phone"]) == (0.5, 0.0)
    assert (found["visit_days_7d"], found["visit_days_28d"]) == (3, 3)
    assert ada.known(ex.at(9, 11))["visit_days_7d"] == 0


def test_a_visit_of_which_nobody_told_how_it_came_about_is_none_of_e_mail() -> None:
    ada = Person()
    for day in range(3):
        ada.tell(ex.at(day), ev.PageViewed())
    assert ada.known(ex.at(3))["email_visit_share"] == 0.0
    ada.tell(ex.at(4), ev.PageViewed(channel="email"))
    assert ada.known(ex.at(4))["email_visit_share"] == 0.25
    moment = Work(BLUEPRINT, ada.state).moment(ex.at(4))
    before = replace(moment.release, edition=ALL_VISITS_COUNT - 1)
    assert signals.value_of("email_visit_share", replace(moment, release=before)) == 1.0
    assert Person().known(ex.at(0))["email_visit_share"] is None


def test_what_is_said_of_the_last_visit_stays_until_the_next_and_is_called_so() -> None:
    ada = Person()
    ada.tell(ex.at(0), ev.ProductViewed(line(MUG)))
    long_after = ada.known(ex.at(40))
    of_the_visit = [signal for signal in CATALOGUE if signal.window.startswith("session")]
    assert {"session_views", "session_products"} <= {signal.name for signal in of_the_visit}
    assert (long_after["session_views"], long_after["session_products"]) == (1, 1)
    assert all("last visit" in signal.label for signal in of_the_visit)
    ada.tell(ex.at(41), ev.PageViewed())
    assert ada.known(ex.at(41))["session_products"] == 0


def test_words_for_devices_and_channels_that_are_unknown_are_not_kept() -> None:
    ada = Person()
    ada.tell(ex.at(0), ev.PageViewed(device="iPhone 17 Pro", channel="https://a.example/?q=ill"))
    assert ada.known(ex.at(0))["on_phone"] is None
    assert ada.known(ex.at(0))["came_by_search"] is None
    assert "iPhone" not in repr(ada.state)


def test_interest_in_a_category_is_a_signal_that_conditions_can_ask_for() -> None:
    ada = Person()
    for hour in range(3):
        ada.tell(ex.at(0, hour), ev.CollectionViewed("Mugs & more"))
    moment = Work(BLUEPRINT, ada.state).moment(ex.at(0, 3))
    assert signals.holds(Condition("category_interest[Mugs & more]", ">=", 2.5), moment)
    assert not signals.holds(Condition("category_interest[Bowls]", "<", 1.0), moment)


def test_interest_in_the_basket_knows_its_categories_by_the_catalogue() -> None:
    """A shop's checkouts seldom say of which category a product is."""
    ada = Person()
    ada.tell(ex.at(0), ev.CollectionViewed(MUG.category))
    bare = replace(line(MUG), category="")
    ada.tell(ex.at(0), ev.CheckoutStarted("c", (bare,), MUG.price, "GBP"))
    assert ada.known(ex.at(0))["cart_interest"] == 1.0
    older = Work(BLUEPRINT, ada.state).moment(ex.at(0))
    release = replace(older.release, edition=CATALOGUED - 1)
    assert signals.values(replace(older, release=release), FORM)["cart_interest"] == 0.0


# --- Carts -------------------------------------------------------------------------------------


def test_what_is_put_in_and_taken_out_of_a_cart_is_counted_until_it_is_bought() -> None:
    ada, start = Person(), ex.at(0, 10)
    ada.tell(start, ev.CartChanged(added=line(MUG, 2)))
    ada.tell(start + MINUTE, ev.CartChanged(added=line(TEAPOT)))
    ada.tell(start + 2 * MINUTE, ev.CartChanged(removed=line(MUG, 1)))
    ada.tell(start + 3 * MINUTE, ev.CartChanged(lines=(line(TEAPOT), line(MUG))))  # the same
    found = ada.known(start + 10 * MINUTE)
    assert (found["open_cart_added"], found["open_cart_removed"]) == (3, 1)
    assert (found["open_cart_changes"], found["open_cart_items"]) == (3, 2)
    assert found["open_cart_minutes"] == 10.0
    full, now = 2 * MUG.price + TEAPOT.price, MUG.price + TEAPOT.price
    assert found["open_cart_value"] == now
    assert found["cart_shrunk_share"] == pytest.approx(1 - now / full)
    ada.tell(start + HOUR, bought("o1"))
    after = ada.known(start + HOUR)
    assert after["open_cart_added"] is None
    assert after["carts_count"] == 1


def test_checkouts_that_are_left_are_told_from_those_that_are_bought() -> None:
    ada = Person()
    for day in range(3):
        told = ev.CheckoutStarted(f"c{day}", (line(MUG),), 1_600, "GBP", discount_codes=("TEN",))
        ada.tell(ex.at(day), told)
        ada.tell(ex.at(day, 0, 1), replace(told, total=1_500))
        if day == 1:
            ada.tell(ex.at(day, 1), replace(bought("o"), checkout_token="c1"))
    found = ada.known(ex.at(4))
    assert (found["checkouts_count"], found["checkouts_left"]) == (3, 1)
    assert (found["checkout_changes"], found["checkout_with_code"]) == (1, 1)


def test_reduced_products_are_told_by_the_shop_or_by_the_catalogue() -> None:
    struck, listed, unknown = (
        replace(line(MUG, 2), unit_price=1_200, full_price=1_600),
        replace(line(TEAPOT), unit_price=4_800),
        ev.Line("from elsewhere", unit_price=900),
    )
    ada = Person()
    ada.tell(ex.at(0), ev.CartChanged(lines=(struck, unknown)))
    ada.tell(ex.at(0, 1), ev.CheckoutStarted("c", (struck, listed, unknown), 8_100, "GBP"))
    found = ada.known(ex.at(0, 2))
    assert found["cart_reduced_share"] == pytest.approx(2_400 / 7_200)
    assert found["cart_saving_share"] == pytest.approx(800 / 8_000)
    assert found["open_cart_reduced_share"] == 1.0
    by_catalogue = (replace(listed, unit_price=3_600),)
    ada.tell(ex.at(1), ev.CheckoutStarted("d", by_catalogue, 3_600, "GBP"))
    assert ada.known(ex.at(1))["cart_saving_share"] == pytest.approx(0.25)
    ada.tell(ex.at(2), ev.CheckoutStarted("e", by_catalogue, 3_600, "JPY"))
    assert ada.known(ex.at(2))["cart_saving_share"] is None
    ada.tell(ex.at(3), ev.CheckoutStarted("f", (unknown,), 900, "GBP"))
    found = ada.known(ex.at(3))
    assert (found["cart_saving_share"], found["cart_reduced_share"]) == (None, None)


# --- What was looked at ------------------------------------------------------------------------


def test_what_was_put_in_a_cart_counts_as_looked_at_wherever_it_is_counted() -> None:
    ada = Person()
    ada.tell(ex.at(0), ev.ProductViewed(line(TEAPOT)))
    ada.tell(ex.at(0, 0, 5), ev.ProductViewed(line(TEAPOT)))
    found = ada.known(ex.at(0, 0, 6))
    assert (found["session_products"], found["visit_returns"]) == (1, 0)
    ada.tell(ex.at(2), ev.CartChanged(added=line(TEAPOT)))
    found = ada.known(ex.at(2, 0, 1))
    assert (found["session_products"], found["visit_returns"]) == (1, 1)
    ada.tell(ex.at(2, 0, 2), ev.ProductViewed(line(MUG)))
    found = ada.known(ex.at(2, 0, 3))
    assert (found["session_products"], found["visit_returns"]) == (2, 1)
    ada.tell(ex.at(4), ev.PageViewed())
    found = ada.known(ex.at(4, 0, 1))
    assert (found["session_products"], found["visit_returns"]) == (0, 0)


def test_releases_from_before_count_products_whose_page_was_seen() -> None:
    ada = Person()
    ada.tell(ex.at(0), ev.ProductViewed(line(TEAPOT)))
    ada.tell(ex.at(2), ev.CartChanged(added=line(TEAPOT)))
    moment = Work(BLUEPRINT, ada.state).moment(ex.at(2, 1))
    before = replace(moment.release, edition=LOOKED_AT_ALIKE - 1)
    assert signals.value_of("session_products", moment) == 1
    assert signals.value_of("session_products", replace(moment, release=before)) == 0


@SETTINGS
@given(
    histories(max_size=40), histories(max_size=40), st.sampled_from((ex.at(0), ex.at(7), ex.at(60)))
)
def test_nobody_returned_to_more_products_than_they_looked_at(
    events: list[Event], others: list[Event], at: Instant
) -> None:
    state = fold(events)
    together, _ = step(
        BLUEPRINT,
        state,
        Event("m", at, "rapport", ev.ProfileAbsorbed("ben", encode_state(fold(others, "ben")))),
    )
    for known in (state, together):
        moment = Work(BLUEPRINT, known).moment(at)
        products = signals.value_of("session_products", moment)
        returned = signals.value_of("visit_returns", moment)
        assert products is not None
        assert returned is not None
        assert products >= returned
