"""What a decision reads off the rhythm is what was learnt of the same orders, to the day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from msgspec import Struct

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.events.process import Received, process
from rapport.app.learning.rhythm import INTEREST, YEAR, model_of, order_days, order_rhythm
from rapport.app.publishing.publications import published
from rapport.app.publishing.publish import publish_predictions, publish_release
from rapport.core.blueprint import Blueprint
from rapport.core.events import Event, OrderCancelled, OrderPlaced, OrderRefunded
from rapport.core.person.order_outlook import past as past_on
from rapport.core.person.rhythm import RhythmModel
from rapport.core.person.signals import CATALOGUE, Moment, values
from rapport.core.state import ProfileState
from rapport.core.time import DAY, HOUR, Instant
from rapport.science.order_days import Customers
from rapport.science.rhythm import Rhythm
from rapport.science.rhythm_forecast import (
    expected_orders,
    next_order,
    still_customer,
    usual_gap,
)
from rapport.science.spending import Spending, expected_spend
from rapport.science.worth import lifetime_value
from rapport.testing import examples as ex

TODAY = 20_400
NOW: Instant = TODAY * DAY + 15 * HOUR
PEOPLE = 700


def orders_of(person: int, draw: np.random.Generator) -> list[Event]:
    """One person's orders: on some days several, some in another currency, some taken back,
    and money back for an order that nobody told of; of every hundredth the first is enormous."""
    rate, leaving = draw.gamma(0.8) / 40.0, draw.beta(0.8, 2.5)
    price = draw.gamma(4.0) * 1_000
    at, events = float(draw.integers(TODAY - 700, TODAY)), []
    while at <= TODAY - 1:
        for copy in range(1 + (draw.random() < 0.2)):
            name = f"{person}-{len(events)}-{copy}"
            when = int(at) * DAY + int(draw.integers(0, DAY))
            revenue = int(price * draw.gamma(6.0) / 6) + 500
            if not events and person % 100 == 3:
                revenue *= 10_000
            currency = "EUR" if draw.random() < 0.05 else "GBP"
            events.append(Event(name, when, "shopify", OrderPlaced(
                name, revenue=revenue, total=revenue, currency=currency
            )))  # fmt: skip
            if draw.random() < 0.1:
                back = (
                    OrderCancelled(name) if draw.random() < 0.5 else OrderRefunded(name, amount=90)
                )
                events.append(Event(f"{name}-back", when + HOUR, "shopify", back))
        if draw.random() < 0.05:
            unknown = OrderRefunded(f"before our time {person}", amount=70)
            when = (int(at) + 1) * DAY + HOUR
            events.append(Event(f"{person}-{len(events)}-early", when, "shopify", unknown))
        if draw.random() < leaving:
            break
        at += draw.exponential(1.0 / rate)
    return sorted(events, key=lambda event: event.at)


class Shop(Struct, frozen=True):
    """What was learnt, and every profile as it is kept."""

    blueprint: Blueprint
    model: RhythmModel
    learnt_from: Customers
    counted: Customers
    """The same, with no day of orders for more than training counts."""
    names: list[str]
    states: dict[str, ProfileState]

    def moment(self, name: str, at: Instant = NOW) -> Moment:
        return Moment(
            self.states[name], at, self.blueprint.release_at(at), {},
            self.blueprint.predictions_at(at),
        )  # fmt: skip


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    path: Path = tmp_path_factory.mktemp("shop") / "rapport.db"
    store, draw = SqliteStore(path), np.random.default_rng(11)
    with store.transaction() as transaction:
        publish_release(transaction, ex.folder(), 0)
        blueprint = published(transaction, ex.BRAND_KEY)
        for person in range(PEOPLE):
            events = orders_of(person, draw)
            received = [Received(f"p{person:04}", event, event.at) for event in events]
            process(transaction, blueprint, received)
    records = SqliteRecords(path)
    rows = list(records.order_days(ex.BRAND_KEY, (TODAY + 1) * DAY))
    records.close()
    model = model_of(order_rhythm(ex.BRAND_KEY, "GBP", rows, TODAY))
    assert isinstance(model, RhythmModel)
    names = sorted({name for name, _, _ in rows})
    with store.transaction() as transaction:
        publish_predictions(
            transaction, ex.BRAND_KEY, NOW - HOUR, "rhythm", by="Nell", rhythm=model
        )
        blueprint = published(transaction, ex.BRAND_KEY)
        states = transaction.states(ex.BRAND_KEY, names)
    days = order_days(rows)
    counted = days.held()[0].as_of(TODAY)
    yield Shop(blueprint, model, days.as_of(TODAY), counted, names, states)
    store.close()


def test_a_state_counts_the_order_days_and_the_money_that_the_records_hold(shop: Shop) -> None:
    told = shop.learnt_from.histories
    for row, name in enumerate(shop.names):
        orders = shop.states[name].orders
        past = past_on(orders, TODAY)
        assert past == (told.repeats[row], told.last[row], told.age[row])
        assert orders.value == shop.learnt_from.spent[row]
    assert any(state.orders.days < state.orders.count for state in shop.states.values())
    assert any(state.orders.refunds for state in shop.states.values())
    assert any(state.orders.other_currency for state in shop.states.values())
    assert max(state.orders.count for state in shop.states.values()) > 6


def test_the_signals_are_what_the_numeric_side_says_of_the_same_people(shop: Shop) -> None:
    m, told = shop.model, shop.learnt_from.histories
    assert m.spending is not None
    rhythm = Rhythm(m.r, m.alpha, m.a, m.b, m.modified, weight=m.weight)
    coming = next_order(rhythm, told)
    counted = shop.counted
    assert (counted.spent < shop.learnt_from.spent).sum() > 3
    orders = np.where(counted.spent > 0, counted.orders, 0.0)
    spending = Spending(m.spending.p, m.spending.q, m.spending.v)
    spend = expected_spend(spending, orders, counted.spent / counted.orders)
    expected = {
        "p_alive": still_customer(rhythm, told),
        "expected_orders_90d": expected_orders(rhythm, told, 90.0),
        "days_to_next_order": coming.middle,
        "days_to_next_order_low": coming.low,
        "days_to_next_order_high": coming.high,
        "next_order_overdue": told.age - told.last - usual_gap(rhythm, told),
        "predicted_value_365d": lifetime_value(rhythm, told, spend, YEAR, INTEREST, steps=2),
    }
    assert set(expected) == {signal.name for signal in CATALOGUE if signal.needs == "rhythm"}
    for row, name in enumerate(shop.names):
        served = values(shop.moment(name), form=1)
        for signal, figures in expected.items():
            assert served[signal] == pytest.approx(
                min(figures[row], 36_500 if "days" in signal else 1e18), rel=1e-5, abs=6e-3
            )


def test_before_it_was_published_no_decision_knows_of_it(shop: Shop) -> None:
    early = values(shop.moment(shop.names[0], NOW - 2 * HOUR), form=1)
    assert not [s.name for s in CATALOGUE if s.needs == "rhythm" and s.name in early]
    compute = {signal.name: signal.compute for signal in CATALOGUE}
    assert compute["p_alive"](shop.moment(shop.names[0], NOW - 2 * HOUR)) is None


def test_of_somebody_without_an_order_or_with_one_of_tomorrow_nothing_is_said(shop: Shop) -> None:
    stranger = Moment(
        ProfileState("x"),
        NOW,
        shop.blueprint.release_at(NOW),
        {},
        shop.blueprint.predictions_at(NOW),
    )
    yesterday = shop.moment(shop.names[0], shop.states[shop.names[0]].orders.last_at - 2 * DAY)
    for moment in (stranger, yesterday):
        assert values(moment, form=1).get("p_alive") is None
