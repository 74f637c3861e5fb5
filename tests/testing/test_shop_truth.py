"""The simulated shop's truth: what it says is likely is what happens."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shop_world import CHEAPER, FOREVER, PRODUCTS, USUAL, a_shop, recovered, write_to, write_to_all

from rapport.core.creative.framework import HOLD, Action
from rapport.core.time import DAY, HOUR
from rapport.testing.shop import (
    START,
    Checkout,
    Choice,
    Economics,
    Possible,
    ShopSettings,
    SimulatedShop,
    compare,
)
from rapport.testing.shop.response import MESSAGE_PACE, Plan

ACTIONS = tuple(
    Action(time="now", offer=offer, tone=tone, angle=angle, visual=visual)
    for offer in ("none", "free-delivery", "ten-percent", "tea-sampler")
    for tone in ("warm", "plain", "playful", "expert")
    for angle in ("help", "reassure")
    for visual in ("hero", "letter")
)


def surprise(happened: int, chances: list[float]) -> float:
    """How many standard deviations a count lies from what independent chances promise."""
    spread = sqrt(sum(p * (1 - p) for p in chances))
    return abs(happened - sum(chances)) / spread


def test_orders_without_messages_come_as_often_as_the_truth_says() -> None:
    shop = a_shop(customers=1_500)
    shop.requests_until(FOREVER)
    truth = shop.truth
    chances = [truth.order_probability(truth.owner(c), c, HOLD) for c in truth.checkouts.values()]
    assert surprise(len(recovered(shop)), chances) < 3


@pytest.mark.parametrize("action", [USUAL, CHEAPER])
@pytest.mark.parametrize("response", ["varied", "fatigue", "null"])
def test_orders_after_a_message_come_as_often_as_the_truth_says(
    action: Action, response: str
) -> None:
    shop = a_shop(customers=1_000, response=response)
    write_to_all(shop, action)
    delivered = {d.checkout: d.chance for d in shop.truth.delivered}
    bought = [t for t in recovered(shop) if t in delivered]
    assert len(delivered) > 700
    assert surprise(len(bought), list(delivered.values())) < 3


def test_a_second_message_counts_what_the_first_one_left() -> None:
    shop = a_shop(customers=1_200)
    truth = shop.truth
    for checkout in truth.checkouts.values():
        for nth, after in enumerate((HOUR, 20 * HOUR)):
            at = checkout.left_at + after
            write_to(shop, checkout, CHEAPER, at, f"{checkout.token}-{nth}")
    shop.requests_until(FOREVER)
    second = {
        d.message: d.chance for d in truth.delivered if d.message.endswith("-1") and d.checkout
    }
    after_second = [o for o in shop.orders if o.message.endswith("-1")]
    assert surprise(len(after_second), list(second.values())) < 3


def test_unsubscribes_and_complaints_come_as_often_as_the_truth_says() -> None:
    shop = a_shop(customers=1_200, response="fatigue", duplicate_share=0.0)
    chances = []
    for checkout in shop.truth.checkouts.values():
        owner = shop.truth.owner(checkout)
        for nth in range(3):
            at = checkout.left_at + (nth + 1) * HOUR
            if owner.bad_address:
                continue
            before = shop.truth.opt_out_probability(owner, checkout, CHEAPER, at)
            chances.append(before)
            write_to(shop, checkout, CHEAPER, at, f"{checkout.token}-{nth}")
    shop.requests_until(FOREVER)
    counts = shop.summary()
    assert surprise(counts["unsubscribes"] + counts["email_marked_as_spam"], chances) < 3.5
    assert counts["email_marked_as_spam"] < counts["unsubscribes"] / 4


def test_what_was_delivered_later_does_not_change_the_truth_about_earlier() -> None:
    shop = a_shop()
    truth = shop.truth
    checkout = next(iter(truth.checkouts.values()))
    owner, at = truth.owner(checkout), checkout.left_at + HOUR
    before = truth.order_probability(owner, checkout, CHEAPER, at)
    write_to(shop, checkout, CHEAPER, at, "m1")
    assert truth.order_probability(owner, checkout, CHEAPER, at) == before


def test_messages_of_the_last_days_weigh_on_the_next_most_of_all_in_the_fatigue_world() -> None:
    losses = {}
    for world in ("varied", "fatigue"):
        shop = a_shop(response=world)
        truth = shop.truth
        checkout = next(
            c for c in truth.checkouts.values()
            if truth.order_probability(truth.owner(c), c, CHEAPER) > 0.15
        )  # fmt: skip
        owner, at = truth.owner(checkout), checkout.left_at + 5 * HOUR
        fresh = truth.order_probability(owner, checkout, CHEAPER, at)
        calm = truth.opt_out_probability(owner, checkout, CHEAPER, at)
        for hour in range(1, 4):
            truth.record_idle("m", owner, CHEAPER, checkout.left_at + hour * HOUR)
        losses[world] = fresh - truth.order_probability(owner, checkout, CHEAPER, at)
        assert truth.opt_out_probability(owner, checkout, CHEAPER, at) > calm
    assert losses["fatigue"] > losses["varied"] > 0


@pytest.fixture(scope="module")
def month() -> SimulatedShop:
    return SimulatedShop(ShopSettings(customers=1_200), PRODUCTS)


def test_the_thrifty_want_the_discount_and_the_loyal_cost_it(month: SimulatedShop) -> None:
    truth, economics = month.truth, Economics()
    gain: dict[str, list[float]] = {"thrifty": [], "loyal": []}
    plain = Action(time="now", offer="none", tone="plain", angle="help", visual="basket")
    cut = Action(time="now", offer="ten-percent", tone="plain", angle="help", visual="basket")
    for checkout in truth.checkouts.values():
        owner = truth.owner(checkout)
        taste = owner.taste
        kind = "thrifty" if taste.thrift > 0.6 else "loyal" if taste.loyalty > 0.6 else ""
        if kind:
            values = [
                truth.expected_margin(owner, checkout, action, economics) for action in (cut, plain)
            ]
            gain[kind].append(values[0] - values[1])
    assert np.mean(gain["thrifty"]) > 0 > np.mean(gain["loyal"])


def test_the_best_message_adds_several_points_and_differs_from_person_to_person(
    month: SimulatedShop,
) -> None:
    truth, economics = month.truth, Economics()
    chosen, best, usual, single = [], [], [], np.zeros(len(ACTIONS))
    checkouts = list(truth.checkouts.values())[:300]
    for checkout in checkouts:
        owner, at = truth.owner(checkout), checkout.left_at + HOUR
        action, value = truth.best(owner, checkout, ACTIONS, economics, at)
        hold = truth.order_probability(owner, checkout, HOLD, at)
        chosen.append(action)
        best.append(truth.order_probability(owner, checkout, action, at) - hold)
        usual.append(truth.order_probability(owner, checkout, USUAL, at) - hold)
        values = [truth.expected_margin(owner, checkout, a, economics, at) for a in ACTIONS]
        assert value >= max(values)
        single += np.array(values) - truth.expected_margin(owner, checkout, HOLD, economics, at)
    assert 0.04 < np.mean(best) < 0.12
    assert 0.0 < np.mean(usual) < np.mean(best) / 2
    assert min(usual) < 0
    assert {action.tone for action in chosen} >= {"warm", "plain", "playful", "expert"}
    assert HOLD in chosen
    assert len({action.offer for action in chosen}) >= 3


def test_choices_are_valued_between_holding_and_the_best_that_was_possible(
    month: SimulatedShop,
) -> None:
    truth, economics = month.truth, Economics()
    some = list(truth.checkouts.values())[:80]

    def valued(choose: Callable[[Checkout], Action]) -> Possible:
        choices = [Choice(c.token, choose(c), c.left_at + HOUR, USUAL) for c in some]
        choices.append(Choice("of another shop", USUAL, START, USUAL))
        return compare(truth, choices, ACTIONS, economics)

    best = valued(lambda c: truth.best(truth.owner(c), c, ACTIONS, economics, c.left_at + HOUR)[0])
    assert best.share == 1.0
    assert (best.decisions, best.unknown) == (80, 1)
    assert valued(lambda c: HOLD).chosen == 0.0
    usual = valued(lambda c: USUAL)
    assert usual.chosen == usual.usual < best.best


def test_where_nothing_can_be_gained_no_share_is_made_up() -> None:
    truth = a_shop(response="null").truth
    choices = [Choice(token, USUAL, c.left_at, USUAL) for token, c in truth.checkouts.items()]
    nothing = compare(truth, choices[:20], ACTIONS, Economics())
    assert nothing.best == 0.0 > nothing.chosen
    assert nothing.share is None


def test_a_level_that_the_world_has_no_word_for_matters_little_but_always_alike(
    month: SimulatedShop,
) -> None:
    truth = month.truth
    strange = Action(time="now", offer="bag", tone="plain", angle="help", visual="hologram")
    for checkout in list(truth.checkouts.values())[:50]:
        owner = truth.owner(checkout)
        chance = truth.order_probability(owner, checkout, strange)
        assert chance == truth.order_probability(owner, checkout, strange)
        assert 0 <= chance < 0.7


def test_as_hours_pass_the_order_that_would_come_anyway_grows_less_likely(
    month: SimulatedShop,
) -> None:
    truth = month.truth
    checkout = next(iter(truth.checkouts.values()))
    owner = truth.owner(checkout)
    chances = [
        truth.order_probability(owner, checkout, HOLD, checkout.left_at + hours * HOUR)
        for hours in (0, 1, 12, 48, 72, 100)
    ]
    assert chances == sorted(chances, reverse=True)
    assert chances[-1] == pytest.approx(0.0, abs=1e-12)


@given(
    fate=st.floats(0, 1, exclude_max=True),
    chance=st.floats(0.001, 0.95),
    ruled_out=st.floats(0, 0.9),
    at=st.integers(0, 5 * DAY),
    delay=st.integers(0, HOUR),
)
def test_an_order_has_come_exactly_if_its_part_of_fate_has_passed(
    fate: float, chance: float, ruled_out: float, at: int, delay: int
) -> None:
    plan = Plan(0, ruled_out, chance, MESSAGE_PACE, delay)
    order_at = plan.order_at(fate)
    passed = plan.ruled_out_by(at)
    assert 0 <= plan.remaining(at) <= chance
    if fate < ruled_out:
        assert order_at is None
    elif order_at is not None and order_at < at - 1:
        assert fate <= passed + 1e-9
    elif order_at is None or order_at > at + 1:
        assert fate >= passed - 1e-9
