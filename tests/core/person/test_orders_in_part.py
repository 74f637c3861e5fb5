"""Orders with a line that nobody could read: their money is counted as far as it is known."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.editions import UNTOLD_IS_UNKNOWN
from rapport.core.effects import Ordered
from rapport.core.events import Event, Line, OrderPlaced
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.testing import examples as ex

BLUEPRINT = ex.blueprint()
OLDER = replace(
    BLUEPRINT,
    releases=tuple(replace(one, edition=UNTOLD_IS_UNKNOWN - 1) for one in BLUEPRINT.releases),
)


def ordered(blueprint: Blueprint = BLUEPRINT, **changes: object) -> tuple[Ordered, ProfileState]:
    body = replace(ex.order("o", ex.at(0)).body, **changes)  # type: ignore[arg-type]
    assert isinstance(body, OrderPlaced)
    told = Event("o", ex.at(0), "shopify", body)
    state, effects = step(blueprint, ProfileState("ada"), told)
    (effect,) = (effect for effect in effects if isinstance(effect, Ordered))
    return effect, state


def test_what_was_left_out_costs_what_the_brands_margin_leaves_of_it() -> None:
    cost, rate = ex.TEAPOT.cost, ex.brand().margin_rate
    whole, _ = ordered(revenue=10_000)
    part, _ = ordered(revenue=10_000, left_out=1)
    rest = 10_000 - ex.TEAPOT.price
    assert whole.margin == 10_000 - cost
    assert part.margin == 10_000 - cost - round(rest * (1.0 - rate))


def test_lines_without_a_price_cost_what_the_brands_margin_leaves_of_the_order() -> None:
    rate, cost = ex.brand().margin_rate, ex.TEAPOT.cost
    unknown = Line("from elsewhere")
    alone, _ = ordered(revenue=10_000, lines=(unknown,))
    assert alone.margin == 10_000 - round(10_000 * (1.0 - rate))
    unpriced = replace(ex.line(), unit_price=0)
    beside, _ = ordered(revenue=10_000, lines=(unpriced, unknown))
    rest = 10_000 - ex.TEAPOT.price
    assert beside.margin == 10_000 - cost - round(rest * (1.0 - rate))
    listed, _ = ordered(revenue=10_000, lines=(unpriced,))
    assert listed.margin == 10_000 - cost
    gift, _ = ordered(revenue=ex.TEAPOT.price, lines=(ex.line(), unknown))
    assert gift.margin == ex.TEAPOT.price - cost
    before, _ = ordered(OLDER, revenue=10_000, lines=(unknown,))
    assert before.margin == 10_000


def test_a_gift_takes_nothing_off_what_the_rest_of_the_order_came_to() -> None:
    rate, cost = ex.brand().margin_rate, ex.TEAPOT.cost
    paid, gift = ex.line(), replace(ex.line(), unit_price=0, free=True)
    part, _ = ordered(revenue=10_000, lines=(paid, gift), left_out=1)
    rest = 10_000 - ex.TEAPOT.price
    assert part.margin == 10_000 - 2 * cost - round(rest * (1.0 - rate))
    whole, _ = ordered(revenue=10_000, lines=(paid, Line("from elsewhere", free=True)))
    assert whole.margin == 10_000 - cost, "its price was told"


def test_an_order_whose_worth_nobody_knows_counts_and_its_money_does_not() -> None:
    effect, state = ordered(revenue=0, total=0, left_out=1)
    assert (effect.counted, effect.revenue, effect.margin) == (False, 0, 0)
    assert (state.orders.count, state.orders.value, state.orders.other_currency) == (1, 0, 1)


def test_an_order_that_cost_nothing_is_worth_nothing() -> None:
    effect, state = ordered(revenue=0, total=0, goods=0)
    assert effect.counted
    assert effect.margin == -ex.TEAPOT.cost
    assert state.orders.other_currency == 0


def test_an_order_whose_worth_nobody_told_is_no_loss_of_its_goods() -> None:
    effect, state = ordered(revenue=0, total=0, goods=None)
    assert (effect.counted, effect.revenue, effect.margin) == (False, 0, 0)
    assert (state.orders.count, state.orders.other_currency) == (1, 1)


def test_in_an_earlier_edition_it_was_booked_as_it_was() -> None:
    effect, state = ordered(OLDER, revenue=0, total=0, goods=None)
    assert (effect.counted, effect.margin) == (True, -ex.TEAPOT.cost)
    assert state.orders.other_currency == 0
