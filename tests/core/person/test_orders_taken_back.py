"""Money that goes back is taken off once, whoever tells of it and whenever."""

from __future__ import annotations

from itertools import permutations

import pytest
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.bounds import MAX_RECENT
from rapport.core.codec import encode_state
from rapport.core.editions import MONEY_GOES_BACK, REFUNDS_WAIT
from rapport.core.effects import Ordered, OutcomeClosed, Reversed
from rapport.core.events import (
    AnyBody,
    Event,
    OrderCancelled,
    OrderPlaced,
    OrderRefunded,
    ProfileAbsorbed,
)
from rapport.core.time import HOUR
from rapport.testing import examples
from rapport.testing.memory_host import MemoryHost

ORDER = ("shopify", OrderPlaced("1", revenue=5_000, total=5_400, currency="GBP"))
Told = tuple[str, AnyBody]


def value_after(told: tuple[Told, ...], blueprint: Blueprint | None = None) -> int:
    host = MemoryHost(blueprint or examples.blueprint())
    for number, (source, body) in enumerate(told):
        at = examples.at(1, 10) + number * 60_000
        host.feed("ada", Event(f"e{number}", at, source, body))
    kept = sum(e.revenue for e in host.effects if isinstance(e, Ordered))
    kept -= sum(e.revenue for e in host.effects if isinstance(e, Reversed))
    assert kept == host.states["ada"].orders.value
    return kept


@pytest.mark.parametrize(
    ("backs", "left"),
    [
        ((("shopify", OrderRefunded("1", amount=1_000)),), 4_000),
        (
            (
                ("shopify", OrderRefunded("1", amount=1_000)),
                ("klaviyo", OrderRefunded("1", amount=1_000)),
                ("shopify", OrderRefunded("1", amount=500)),
            ),
            3_500,
        ),
        ((("shopify", OrderCancelled("1")), ("shopify", OrderRefunded("1", amount=5_000))), 0),
        ((("segment", OrderRefunded("1", whole=True)), ("shopify", OrderCancelled("1"))), 0),
    ],
)
def test_two_that_tell_of_one_refund_take_it_once_in_any_order(
    backs: tuple[Told, ...], left: int
) -> None:
    assert {value_after(told) for told in permutations((ORDER, *backs))} == {left}


def test_a_refund_of_another_order_waits_for_that_one() -> None:
    assert value_after((("shopify", OrderRefunded("2", amount=700)), ORDER)) == 5_000


def test_a_refund_that_came_first_is_not_forgotten_when_two_profiles_become_one() -> None:
    early = MemoryHost(examples.blueprint())
    at = examples.at(1, 10)
    early.feed("anon", Event("r", at, "shopify", OrderRefunded("1", amount=700)))
    known = encode_state(early.states["anon"])
    host = MemoryHost(examples.blueprint())
    host.feed("ada", Event("same", at + 1, "rapport", ProfileAbsorbed("anon", known)))
    host.feed("ada", Event("o", at + 2, *ORDER))
    assert host.states["ada"].orders.value == 4_300


BEFORE = ("shopify", OrderPlaced("0", revenue=9_000, total=9_400, currency="GBP"))


@pytest.mark.parametrize("told_by", [("shopify",), ("shopify", "klaviyo")])
def test_a_refund_that_came_before_its_order_is_taken_off_that_one_and_once(
    told_by: tuple[str, ...],
) -> None:
    backs = tuple((source, OrderRefunded("1", amount=1_000)) for source in told_by)
    told = {value_after((BEFORE, *order)) for order in permutations((*backs, ORDER))}
    assert told == {9_000 + 4_000}


def test_of_an_order_that_nobody_ever_tells_of_nothing_is_taken_off_the_others() -> None:
    assert value_after((BEFORE, ("shopify", OrderRefunded("1", amount=1_000)))) == 9_000


def test_of_an_order_from_before_what_is_remembered_it_is_taken_off_at_once() -> None:
    orders = tuple(
        ("shopify", OrderPlaced(f"n{n}", revenue=1_000, total=1_000 + n, currency="GBP"))
        for n in range(MAX_RECENT + 1)
    )
    told = (*orders, ("shopify", OrderRefunded("n0", amount=400)))
    assert value_after(told) == 1_000 * (MAX_RECENT + 1) - 400


def test_in_a_release_of_before_it_was_taken_off_at_once() -> None:
    known = examples.blueprint()
    before = tuple(replace(one, edition=REFUNDS_WAIT - 1) for one in known.releases)
    told = (BEFORE, ("shopify", OrderRefunded("1", amount=1_000)))
    assert value_after(told, replace(known, releases=before)) == 8_000


LEFT_AT, BOUGHT_AT = examples.at(1, 10), examples.at(2, 12)


FORTY = OrderPlaced("1", revenue=4_000, total=4_000, currency="GBP")
EUROS = OrderPlaced("1", revenue=4_000, total=4_000, currency="EUR")


def outcome_after(
    *backs: AnyBody, edition: int = MONEY_GOES_BACK, order: OrderPlaced = FORTY
) -> tuple[int, int]:
    """Orders and revenue that all open decisions about a basket are credited with, where an order
    follows and then these."""
    plain = examples.blueprint()
    (release,) = plain.releases
    host = MemoryHost(replace(plain, releases=(replace(release, edition=edition),)))
    for event in examples.subscribed(LEFT_AT - 60_000):
        host.feed("ada", event)
    host.feed("ada", examples.checkout("left", LEFT_AT))
    host.wake(LEFT_AT + 6 * HOUR)
    for number, body in enumerate((order, *backs)):
        host.feed("ada", Event(f"e{number}", LEFT_AT + 7 * HOUR + number, "shopify", body))
    assert host.states["ada"].windows
    host.wake(examples.at(60))
    closed = [effect for effect in host.effects if isinstance(effect, OutcomeClosed)]
    assert len({(one.orders, one.revenue, one.margin > 0) for one in closed}) == 1
    return closed[0].orders, closed[0].revenue


@pytest.mark.parametrize(
    ("backs", "left"),
    [
        ((), (1, 4_000)),
        ((OrderRefunded("1", amount=1_000),), (1, 3_000)),
        ((OrderRefunded("1", amount=1_000), OrderRefunded("1", amount=3_000)), (0, 0)),
        ((OrderCancelled("1"), OrderCancelled("1")), (0, 0)),
        ((OrderRefunded("another", amount=1_000),), (1, 4_000)),
    ],
)
def test_money_that_goes_back_is_taken_off_decisions_whose_windows_are_open(
    backs: tuple[AnyBody, ...], left: tuple[int, int]
) -> None:
    assert outcome_after(*backs) == left
    assert outcome_after(*backs, edition=MONEY_GOES_BACK - 1) == (1, 4_000)


@pytest.mark.parametrize(("order", "worth"), [(OrderPlaced("1", left_out=1), 0), (EUROS, 0)])
def test_an_order_whose_money_nobody_counts_is_undone_all_the_same(
    order: OrderPlaced, worth: int
) -> None:
    assert outcome_after(order=order) == (1, worth)
    assert outcome_after(OrderCancelled("1"), order=order) == (0, worth)
    assert outcome_after(OrderCancelled("1"), OrderCancelled("1"), order=order) == (0, worth)
