"""A basket of which nobody knows what it comes to: how it is told, and that it still counts."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.app.evidence.recorded import Recorded, as_recorded, basket_unknown, recorded
from rapport.app.explaining.explain import Explanation, explain
from rapport.app.explaining.silence_tally import COSTS_MORE, UNKNOWN, _in_short
from rapport.core.blueprint import Blueprint
from rapport.core.catalogue import Catalogue
from rapport.core.creative.framework import HOLD
from rapport.core.decision import CONTENT_STAGE, TIME_STAGE, Decision
from rapport.core.effects import AnyEffect, Decided
from rapport.core.events import CartChanged, CheckoutStarted, Line
from rapport.core.policy.policy import Policy
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import DAY
from rapport.testing import examples as ex
from rapport.testing import more_flows as more

ELSEWHERE = (Line("from elsewhere"),)
SILENT = Policy(number=0, send=(-0.9,) + (0.0,) * 7, exploration=1e9)
USUAL = "Nobody knows what the basket comes to, so it counted as an order as they usually are."
PLAN = ex.blueprint()


def decided(
    blueprint: Blueprint, body: CheckoutStarted | CartChanged | None = None
) -> tuple[Decision, Decision]:
    """The moment and the words that were chosen for somebody who left a basket behind."""
    left = body or CheckoutStarted("c1", ELSEWHERE)
    events = [
        *ex.subscribed(ex.at(0, 9)),
        ex.event("c", ex.at(3, 10), left, "klaviyo"),
        ex.viewed("later", ex.at(3, 10) + 6 * DAY),
    ]
    state, effects = ProfileState("ada"), list[AnyEffect]()
    for event in events:
        state, found = step(blueprint, state, event)
        effects += found
    flow = "cart" if isinstance(left, CartChanged) else ex.FLOW
    made = [one.decision for one in effects if isinstance(one, Decided)]
    made = [one for one in made if one.flow == flow]
    moment = next(one for one in made if one.stage == TIME_STAGE)
    return moment, next(one for one in made if one.stage == CONTENT_STAGE)


def told(explanation: Explanation, table: str) -> list[tuple[str, ...]]:
    return [row for one in explanation.tables if one.title == table for row in one.rows]


def test_a_message_says_that_it_was_weighed_by_a_usual_order() -> None:
    moment, content = decided(PLAN)
    found = explain(content, PLAN, moment)
    assert USUAL in found.summary
    assert ("value of the basket", "unavailable") in told(found, "What was known")
    barred = [row[-1] for row in told(found, "What was ruled out")]
    assert barred.count("nobody knows what the basket comes to") == 2


def test_one_about_a_cart_says_it_too() -> None:
    policy = Policy(number=0, form=2, send=(0.9,) + (0.0,) * 7)
    blueprint = replace(more.blueprint(), policies=(policy,))
    moment, content = decided(blueprint, CartChanged(lines=ELSEWHERE))
    assert basket_unknown(content)
    assert USUAL in explain(content, blueprint, moment).summary
    priced = decided(blueprint, CartChanged(lines=(ex.line(),)))[1]
    assert not basket_unknown(priced)


def test_a_chosen_silence_says_it_too() -> None:
    blueprint = ex.blueprint(policy=SILENT)
    moment, content = decided(blueprint)
    assert content.action.hold
    assert explain(content, blueprint, moment).summary.endswith(f"more than it brings. {USUAL}")
    assert _in_short(content, blueprint.releases[0]) == COSTS_MORE


def test_where_nothing_at_all_is_known_silence_claims_no_loss() -> None:
    blueprint = replace(ex.blueprint(policy=SILENT), catalogues=(Catalogue(1, 0, {}),))
    moment, content = decided(blueprint)
    assert (content.action, content.margin) == (HOLD, 0)
    said = explain(content, blueprint, moment).summary
    assert "nobody knows what the basket comes to, nor what people usually order" in said
    assert "£" not in said
    assert _in_short(content, blueprint.releases[0]) == UNKNOWN


@pytest.mark.parametrize("lines", [ELSEWHERE, (Line(ex.TEAPOT.id),)])
def test_its_decisions_are_learnt_from_as_they_were_drawn(lines: tuple[Line, ...]) -> None:
    moment, content = decided(PLAN, CheckoutStarted("c1", lines))
    record = recorded(PLAN, content, moment)
    assert isinstance(record, Recorded)
    chance = as_recorded({one.number: one for one in PLAN.policies}, record)
    assert chance.whole == pytest.approx(content.propensity)  # type: ignore[union-attr] it is there
    assert record.total == (0 if lines == ELSEWHERE else ex.TEAPOT.price)


def test_a_basket_whose_worth_is_known_says_nothing_of_it() -> None:
    moment, content = decided(PLAN, CheckoutStarted("c1", (ex.line(),), ex.TEAPOT.price, "GBP"))
    assert not basket_unknown(content)
    assert "Nobody knows" not in explain(content, PLAN, moment).summary
