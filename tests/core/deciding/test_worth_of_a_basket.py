"""What a basket comes to of which prices were not told: the catalogue's, or nobody knows."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.creative.framework import CART
from rapport.core.deciding.eligible import offer_barrier
from rapport.core.deciding.reasons import BELOW_MINIMUM, UNKNOWN_TOTAL
from rapport.core.deciding.subject import OPEN_CART, Subject, subject_of
from rapport.core.editions import PRICED_AS_LISTED
from rapport.core.events import CartChanged, CheckoutStarted, Line
from rapport.core.person import signals
from rapport.core.person.signals import Moment
from rapport.core.policy.policy import PHONE_FROM
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.work import Work
from rapport.testing import examples as ex
from rapport.testing.examples import MUG, TEAPOT

BLUEPRINT = ex.blueprint()
OLDER = replace(
    BLUEPRINT,
    releases=tuple(replace(one, edition=PRICED_AS_LISTED - 1) for one in BLUEPRINT.releases),
)
RATE = ex.brand().margin_rate
NOW = ex.at(0, 10)
USUAL = (TEAPOT.price + MUG.price) // 2 * RATE
"""The margin of an order by somebody of whom, as of everybody, no order is known."""

POT, ELSEWHERE = Line(TEAPOT.id), Line("from elsewhere")
GIFT = Line(MUG.id, free=True)


def left(
    *lines: Line, blueprint: Blueprint = BLUEPRINT, source: str = "klaviyo", **told: object
) -> Moment:
    """Somebody has just begun a checkout with these lines."""
    body = replace(CheckoutStarted("c1", lines), **told)  # type: ignore[arg-type] any field
    state, _ = step(blueprint, ProfileState("ada"), ex.event("c", NOW, body, source))
    return Work(blueprint, state).moment(NOW)


def known(moment: Moment, name: str) -> float | None:
    return signals.values(moment, PHONE_FROM)[name]


def held(moment: Moment) -> Subject:
    """What a message about it is about, which is what its signals say."""
    subject = subject_of(moment, CART, "c1")
    if subject.unknown:
        assert (known(moment, "cart_total"), known(moment, "cart_margin")) == (None, None)
        assert (subject.total, subject.margin) == (0, USUAL)
    else:
        assert known(moment, "cart_total") == subject.total
        assert known(moment, "cart_margin") == subject.margin
    return subject


def worth(moment: Moment) -> tuple[int, float] | None:
    subject = held(moment)
    return None if subject.unknown else (subject.total, subject.margin)


def test_a_line_without_a_price_has_the_catalogues() -> None:
    assert worth(left(POT)) == (TEAPOT.price, TEAPOT.price - TEAPOT.cost)
    assert worth(left(replace(POT, quantity=2), ex.line(MUG))) == (
        2 * TEAPOT.price + MUG.price,
        2 * (TEAPOT.price - TEAPOT.cost) + MUG.price - MUG.cost,
    )


@pytest.mark.parametrize("lines", [(), (ELSEWHERE,), (POT, ELSEWHERE)])
def test_where_nobody_knows_a_price_a_usual_order_is_at_stake(lines: tuple[Line, ...]) -> None:
    assert worth(left(*lines)) is None


def test_a_gift_costs_nothing_and_is_known() -> None:
    pot = TEAPOT.price - TEAPOT.cost
    assert worth(left(POT, GIFT)) == (TEAPOT.price, pot - MUG.cost)
    assert worth(left(GIFT)) == (0, -MUG.cost)
    assert worth(left(POT, GIFT, source="segment")) is None  # a page alone gives nothing away
    assert worth(left(POT, free=True)) == (0, -TEAPOT.cost)
    assert worth(left(POT, free=True, source="segment")) == (TEAPOT.price, pot)


def test_what_the_shop_told_of_the_whole_goes_before_the_catalogue() -> None:
    told = left(POT, total=4_000)
    assert worth(told) == (4_000, 4_000 - TEAPOT.cost)
    beside = left(POT, ELSEWHERE, total=6_800)
    assert worth(beside) == (6_800, 6_800 - TEAPOT.cost - round(2_000 * (1 - RATE)))
    assert worth(left(ELSEWHERE, total=6_800)) == (6_800, 6_800 - round(6_800 * (1 - RATE)))
    assert worth(left(total=6_800)) == (6_800, 6_800 * RATE)
    priced = left(ex.line(), total=4_000)
    assert worth(priced) == (4_000, TEAPOT.price - TEAPOT.cost)  # as it always was


def test_what_a_page_forgot_a_price_of_is_no_loss_beside_the_whole_that_it_told() -> None:
    def claimed(*lines: Line) -> tuple[int, float] | None:
        return worth(left(*lines, total=6_400, source="segment"))

    assert claimed(replace(POT, free=True)) == claimed(POT) == (6_400, 6_400 - TEAPOT.cost)
    both = (6_400, 6_400 - TEAPOT.cost - MUG.cost)
    assert claimed(ex.line(), GIFT) == claimed(ex.line(), Line(MUG.id)) == both
    assert worth(left(replace(POT, free=True), total=6_400)) == (6_400, -TEAPOT.cost)  # by the shop


@pytest.mark.parametrize("told", [{"left_out": 1}, {"discount": 500}, {"discount_codes": ("TEN",)}])
def test_a_sum_of_lines_is_no_total_where_more_bears_on_it(told: dict[str, object]) -> None:
    assert worth(left(POT, **told)) is None
    assert worth(left(POT, total=4_000, **told)) is not None


def test_the_catalogue_prices_no_basket_in_another_currency() -> None:
    assert worth(left(POT, currency="JPY")) is None


def test_no_offer_is_counted_on_a_basket_of_which_nobody_knows_what_it_comes_to() -> None:
    release = BLUEPRINT.releases[0]
    unknown, small, enough = left(ELSEWHERE), left(Line(MUG.id)), left(POT)
    for moment, reasons in (
        (unknown, ("", UNKNOWN_TOTAL, UNKNOWN_TOTAL)),
        (small, ("", BELOW_MINIMUM, "")),
        (enough, ("", "", "")),
    ):
        subject = held(moment)
        found = [offer_barrier(one, subject, moment, ()) for one in release.offers]
        assert tuple(found) == reasons


def test_signals_of_the_basket_look_at_the_same_prices() -> None:
    both = left(replace(POT, quantity=1), Line(MUG.id))
    assert known(both, "cart_dearest_share") == 4_800 / 6_400
    assert known(both, "cart_saving_share") == 0.0
    assert known(both, "cart_reduced_share") == 0.0
    nobody = left(POT, ELSEWHERE)
    assert known(nobody, "cart_dearest_share") is None
    assert known(nobody, "cart_shrunk_share") is None
    struck = left(Line("from elsewhere", full_price=900))
    assert known(struck, "cart_saving_share") is None


def test_a_cart_of_which_nobody_knows_what_it_comes_to_is_no_empty_one() -> None:
    def carted(*lines: Line, blueprint: Blueprint = BLUEPRINT) -> Moment:
        event = ex.event("k", NOW, CartChanged(lines=lines))
        return Work(blueprint, step(blueprint, ProfileState("ada"), event)[0]).moment(NOW)

    listed, nobody = carted(POT), carted(POT, ELSEWHERE)
    assert known(listed, "open_cart_value") == subject_of(listed, CART, OPEN_CART).total == 4_800
    assert known(carted(), "open_cart_value") == 0.0
    assert known(nobody, "open_cart_value") is None
    subject = subject_of(nobody, CART, OPEN_CART)
    assert (subject.unknown, subject.total, subject.margin) == (True, 0, USUAL)
    before = carted(POT, ELSEWHERE, blueprint=OLDER)
    assert subject_of(before, CART, OPEN_CART).total == TEAPOT.price
    assert known(before, "open_cart_value") == 0.0


def test_in_an_earlier_edition_it_was_worth_what_was_told() -> None:
    before = left(POT, blueprint=OLDER, free=True, left_out=1)
    assert worth(before) == (0, -TEAPOT.cost)
    assert before.state.checkout is not None
    assert (before.state.checkout.free, before.state.checkout.in_part) == (False, False)
    assert worth(left(POT, total=4_000, blueprint=OLDER)) == (4_000, -TEAPOT.cost)
