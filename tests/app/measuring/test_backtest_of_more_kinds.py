"""Backtests of flows about more than a checkout."""

from __future__ import annotations

import pytest
from backtest_world import SINCE, RealShop
from msgspec.structs import replace

from rapport.app.measuring.backtest import Asked, backtest
from rapport.app.measuring.backtest_figures import Example, Story
from rapport.app.measuring.backtest_text import BacktestWords
from rapport.core.effects import Entered
from rapport.core.flow import DecisionPoint
from rapport.testing import examples as ex
from rapport.testing import more_flows as more

PEOPLE = 6


def a_shop() -> RealShop:
    """People who opt in, look, fill a cart, leave a checkout, and buy."""
    shop = RealShop(more.blueprint())
    for number in range(PEOPLE):
        who = f"p{number}"
        shop.tell(
            who,
            *ex.subscribed(ex.at(8, 9), who),
            ex.viewed(f"{who}:v", ex.at(10, 10)),
            more.put_in(f"{who}:p", ex.at(14, 10)),
            ex.checkout(f"{who}:c", ex.at(18, 10), f"c-{who}"),
            ex.order(f"{who}:o", ex.at(22, 10), f"o-{who}", f"c-{who}"),
            ex.viewed(f"{who}:w", ex.at(150, 10)),
        )
    return shop


@pytest.mark.parametrize("flow", [flow.key for flow in more.FLOWS])
def test_a_flow_of_any_kind_comes_out_of_a_backtest_as_it_was(flow: str) -> None:
    shop = a_shop()
    done = backtest(shop, shop.blueprint, Asked(flow, SINCE))
    recorded = [
        d for who in shop.effects for d in shop.decisions(who)
        if d.flow == flow and d.stage == "content"
    ]  # fmt: skip
    entered = [
        e for effects in shop.effects.values() for e in effects
        if isinstance(e, Entered) and e.flow == flow
    ]  # fmt: skip
    assert done.today.runs == len(entered) >= PEOPLE
    assert done.today.runs == sum(done.today.ends.values()) + done.today.under_way
    assert done.today.messages == sum(not d.action.hold for d in recorded) >= PEOPLE - 1


def test_runs_that_still_wait_at_the_end_are_told() -> None:
    shop = RealShop(more.blueprint())
    for number in range(PEOPLE):
        who = f"p{number}"
        shop.tell(who, *ex.subscribed(ex.at(8, 9), who), ex.order(f"{who}:o", ex.at(10, 10), who))
    for number in range(2):  # who orders again begins anew
        shop.tell(f"p{number}", ex.order(f"x{number}", ex.at(20, 10), f"x{number}", "c2"))
    shop.tell("p0", ex.viewed("v", ex.at(30)))
    done = backtest(shop, shop.blueprint, Asked("winback", SINCE, examples=1))
    assert (done.today.messages, done.today.runs, done.today.ends) == (
        0, PEOPLE + 2, {"order_placed": 2},
    )  # fmt: skip
    assert done.today.under_way == PEOPLE
    words = BacktestWords(done, shop.blueprint.releases[0])
    assert ("  still under way at the end", str(PEOPLE)) in words.table().rows
    example = Example("p3", Story(("adaptive",), under_way=1), None)
    assert words.example(example)[-1].strip() == "No message (still under way at the end)."


def test_a_run_that_came_over_is_under_way_once_and_one_from_before_is_not_counted() -> None:
    shop = RealShop(more.blueprint())
    shop.tell("anon", *ex.subscribed(ex.at(8, 9), "anon"), ex.order("o", ex.at(10, 10), "o"))
    shop.merge("anon", "ada", ex.at(12))
    shop.tell("early", *ex.subscribed(ex.at(0, 9), "early"), ex.order("e", ex.at(1, 10), "e"))
    shop.tell("ada", ex.viewed("v", ex.at(30)))
    today = backtest(shop, shop.blueprint, Asked("winback", SINCE)).today
    assert (today.runs, today.ends, today.under_way) == (1, {}, 1)


def test_a_run_goes_on_in_the_profile_that_it_came_over_to() -> None:
    shop = RealShop(more.blueprint())
    shop.tell("anon", *ex.subscribed(ex.at(8, 9), "anon"), ex.order("o", ex.at(10, 10), "o"))
    shop.merge("anon", "ada", ex.at(12))
    shop.tell("ada", ex.viewed("v", ex.at(30)))
    done = backtest(shop, shop.blueprint, Asked("thanks", SINCE))
    said = [d for d in shop.decisions("ada") if d.flow == "thanks" and not d.action.hold]
    assert done.today.messages == sum(d.stage == "content" for d in said) == 1
    assert (done.today.runs, done.today.ends) == (1, {"finished": 1})


def test_an_offer_of_a_message_about_no_basket_is_counted_on_what_an_order_comes_to() -> None:
    shop = a_shop()
    (point,) = (node for node in more.THANKS_FLOW.nodes if isinstance(node, DecisionPoint))
    generous = replace(point, usual={**point.usual, "offer": "ten"})
    nodes = tuple(generous if node is point else node for node in more.THANKS_FLOW.nodes)
    release = replace(
        shop.blueprint.releases[0],
        number=2,
        brand=ex.brand(arms=ex.USUAL_ONLY),
        flows=(replace(more.THANKS_FLOW, nodes=nodes),),
    )
    done = backtest(shop, shop.blueprint, Asked("thanks", SINCE, release))
    assert done.candidate is not None
    assert done.candidate.levels["offer"] == {"ten": PEOPLE}
    (cost,) = done.candidate.offers
    assert cost.most == PEOPLE * ex.TEAPOT.price // 10
