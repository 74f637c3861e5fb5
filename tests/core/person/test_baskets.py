"""What is in a cart: two variants of one product are two things that somebody wants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.bounds import MAX_BASKET
from rapport.core.creative.framework import CART
from rapport.core.deciding.subject import of_lines
from rapport.core.editions import VARIANTS_APART
from rapport.core.events import CartChanged, Line
from rapport.core.person.baskets import cart_after, pieces
from rapport.core.person.signals import CATALOGUE, values
from rapport.core.person.signals.moment import worth
from rapport.core.state import Basket, ProfileState
from rapport.core.step import step
from rapport.core.time import MINUTE
from rapport.core.triggers import CART_UPDATED, meanings
from rapport.core.work import Work
from rapport.testing import examples as ex

SMALL = Line("mug", unit_price=1_800, variant_id="v1", variant="Small")
LARGE = Line("mug", unit_price=2_700, variant_id="v2", variant="Large")
UNNAMED = Line("mug", unit_price=2_700)


def after(*bodies: CartChanged, edition: int = VARIANTS_APART) -> tuple[Basket, ...]:
    cart: tuple[Basket, ...] = ()
    for body in bodies:
        cart = cart_after(cart, body, edition)
    return cart


def added(*lines: Line) -> tuple[CartChanged, ...]:
    return tuple(CartChanged(added=line) for line in lines)


def of(cart: tuple[Basket, ...]) -> list[tuple[str, int, int]]:
    return [(line.variant, line.quantity, line.unit_price) for line in cart]


def known(blueprint: Blueprint, *bodies: CartChanged) -> dict[str, float | None]:
    state = ProfileState("ada")
    for number, body in enumerate(bodies):
        told = ex.event(f"c{number}", ex.at(0) + number * MINUTE, body)
        state = step(blueprint, state, told).state
    form = max(signal.form for signal in CATALOGUE)
    return values(Work(blueprint, state).moment(ex.at(1)), form)


def test_two_variants_of_a_product_keep_a_line_and_a_price_each() -> None:
    whole = after(CartChanged(lines=(SMALL, LARGE)))
    assert of(whole) == of(after(*added(SMALL, LARGE))) == [("v1", 1, 1_800), ("v2", 1, 2_700)]
    assert of(after(*added(SMALL, LARGE, SMALL))) == [("v1", 2, 1_800), ("v2", 1, 2_700)]


def test_a_variant_is_taken_out_by_itself() -> None:
    both = (CartChanged(lines=(replace(SMALL, quantity=2), LARGE)),)
    assert of(after(*both, CartChanged(removed=SMALL))) == [("v1", 1, 1_800), ("v2", 1, 2_700)]
    assert of(after(*both, CartChanged(removed=LARGE))) == [("v1", 2, 1_800)]


def test_where_one_source_names_no_variant_it_means_the_one_that_is_there() -> None:
    assert of(after(*added(SMALL, UNNAMED))) == [("v1", 2, 2_700)]
    assert of(after(*added(UNNAMED, SMALL))) == [("v1", 2, 1_800)]
    assert after(*added(SMALL), CartChanged(removed=UNNAMED)) == ()


BY_ITS_NAME = Line("mug", unit_price=2_700, variant="Large")
BY_ITS_SKU = Line("mug", unit_price=2_700, sku="T-L")
BY_TWO = replace(BY_ITS_NAME, sku="T-L")


@pytest.mark.parametrize(
    ("before", "told", "key"),
    [
        (BY_ITS_NAME, BY_TWO, "Large"),
        (BY_ITS_SKU, BY_TWO, "T-L"),
        (BY_ITS_SKU, replace(LARGE, sku="T-L"), "T-L"),
        (BY_ITS_NAME, LARGE, "Large"),
        (replace(BY_ITS_NAME, variant="L" * 80), replace(BY_TWO, variant="L" * 80), "L" * 64),
    ],
)
def test_a_variant_called_by_another_of_its_names_is_the_same_one(
    before: Line, told: Line, key: str
) -> None:
    whole = CartChanged(lines=(SMALL, before))
    assert of(after(whole, CartChanged(removed=told))) == [("v1", 1, 1_800)]
    for known in (before, told):  # whoever tells it by the name of before finds it still
        put_in = (whole, *added(told, known))
        assert of(after(*put_in)) == [("v1", 1, 1_800), (key, 3, 2_700)]
        assert of(after(*put_in, CartChanged(removed=known)))[1] == (key, 2, 2_700)


@pytest.mark.parametrize(
    ("lines", "put_in"),
    [(BY_ITS_NAME, BY_TWO), (BY_TWO, BY_ITS_NAME), (LARGE, BY_ITS_NAME), (BY_ITS_SKU, BY_TWO)],
)
def test_a_cart_told_as_a_whole_counts_once_what_goes_by_another_name_beside_it(
    lines: Line, put_in: Line
) -> None:
    told = after(CartChanged(added=put_in, lines=(SMALL, lines)))
    assert [line.quantity for line in told] == [1, 1]


def test_a_sku_that_variants_share_does_not_make_them_one() -> None:
    small, large = (replace(line, sku="T") for line in (SMALL, LARGE))
    assert of(after(*added(small, large))) == [("v1", 1, 1_800), ("v2", 1, 2_700)]
    whole = CartChanged(added=large, lines=(small,))
    assert of(after(whole)) == [("v1", 1, 1_800), ("v2", 1, 2_700)]
    both = CartChanged(lines=(small, large))
    assert of(after(both, CartChanged(removed=small))) == [("v2", 1, 2_700)]


def test_the_line_of_the_best_name_is_the_one_before_one_of_no_name() -> None:
    cart = CartChanged(lines=(UNNAMED, BY_ITS_NAME, UNNAMED))
    assert [line.variant for line in after(cart, CartChanged(removed=BY_TWO))] == ["", ""]


def test_what_was_put_into_a_cart_that_is_told_as_a_whole_is_counted_once() -> None:
    told = CartChanged(added=SMALL, lines=(replace(SMALL, quantity=2), LARGE))
    assert of(after(told)) == [("v1", 2, 1_800), ("v2", 1, 2_700)]
    left_out = CartChanged(added=SMALL, lines=(LARGE,))
    assert of(after(left_out)) == [("v2", 1, 2_700), ("v1", 1, 1_800)]


def test_a_cart_of_an_earlier_edition_has_one_line_a_product() -> None:
    before = VARIANTS_APART - 1
    assert of(after(CartChanged(lines=(SMALL, LARGE)), edition=before)) == [("", 1, 2_700)]
    assert of(after(*added(SMALL, LARGE), edition=before)) == [("", 2, 2_700)]
    again = CartChanged(added=SMALL, lines=(SMALL,))
    assert of(after(again, edition=before)) == [("", 2, 1_800)]


def test_signals_of_a_cart_count_both_variants() -> None:
    found = known(ex.blueprint(), CartChanged(added=SMALL), CartChanged(added=LARGE))
    assert (found["open_cart_value"], found["open_cart_items"]) == (4_500, 2)
    assert (found["open_cart_added"], found["open_cart_changes"]) == (2, 2)
    taken_out = CartChanged(lines=(SMALL,))
    found = known(ex.blueprint(), CartChanged(lines=(SMALL, LARGE)), taken_out)
    assert (found["open_cart_removed"], found["open_cart_value"]) == (1, 1_800)


def test_another_size_put_in_begins_a_flow_and_a_cart_that_is_told_again_does_not() -> None:
    blueprint, at = ex.blueprint(), ex.at(0)
    state = ProfileState("ada")
    seen = []
    bodies = (
        CartChanged(added=SMALL),
        CartChanged(added=LARGE),
        CartChanged(lines=(SMALL, LARGE)),
        CartChanged(lines=(replace(SMALL, variant_id=""), replace(UNNAMED, quantity=1))),
    )
    for number, body in enumerate(bodies):
        told = ex.event(f"c{number}", at + number * MINUTE, body)
        before, state = state, step(blueprint, state, told).state
        seen.append(meanings(before, state, told))
    assert seen == [(CART_UPDATED,), (CART_UPDATED,), (), ()]


LINES = st.builds(
    Line,
    product_id=st.sampled_from(["mug", "pot"]),
    quantity=st.integers(1, 3),
    unit_price=st.integers(0, 5),
    variant_id=st.sampled_from(["", "v1", "v2"]),
)


@given(st.lists(LINES, min_size=1, max_size=20))
def test_no_piece_that_is_put_in_is_lost_and_a_cart_told_as_a_whole_is_worth_its_lines(
    lines: list[Line],
) -> None:
    cart = after(*added(*lines))
    assert len(cart) <= MAX_BASKET
    assert sum(pieces(cart).values()) == sum(line.quantity for line in lines)
    few = tuple(lines[:MAX_BASKET])
    whole = after(CartChanged(lines=few))
    assert worth(whole) == sum(line.unit_price * line.quantity for line in few)


@given(st.lists(LINES, max_size=40))
def test_a_cart_keeps_no_more_lines_than_it_may(lines: list[Line]) -> None:
    many = tuple(replace(x, product_id=f"{x.product_id}{n}") for n, x in enumerate(lines))
    assert len(after(CartChanged(lines=many))) == min(len(many), MAX_BASKET)
    assert len(after(*added(*many))) == min(len(many), MAX_BASKET)


def test_a_piece_given_on_top_is_a_line_of_its_own_and_goes_by_itself() -> None:
    paid, given = Line("p1", unit_price=1200), Line("p1", free=True)
    cart = after(CartChanged(added=paid), CartChanged(added=given), CartChanged(added=paid))
    assert [(line.quantity, line.unit_price, line.free) for line in cart] == [
        (2, 1200, False),
        (1, 0, True),
    ]
    told = [CartChanged(added=paid), CartChanged(added=given)]
    assert [line.free for line in after(*told, CartChanged(removed=given))] == [False]
    assert [line.free for line in after(*told, CartChanged(removed=paid))] == [True]
    untold = CartChanged(removed=Line("p1"))
    assert [line.free for line in after(*told, untold, untold)] == []


def test_a_cart_told_whole_holds_what_was_put_in_once_whatever_its_price_was_said_to_be() -> None:
    whole = (Line("p1", free=True),)
    cart = after(CartChanged(added=Line("p1", unit_price=1200), lines=whole))
    assert [line.free for line in cart] == [True]


def test_what_is_free_is_no_part_of_what_a_cart_comes_to_and_what_has_no_price_is() -> None:
    """Offers' minima are held against it; the catalogue has a price for both."""
    blueprint = ex.blueprint()
    product = next(one for one in blueprint.products_at(ex.at(0)).values() if one.price > 0)
    moment = Work(blueprint, ProfileState("ada")).moment(ex.at(0))
    paid = Basket("elsewhere", 1, 4_000)
    for free, total in ((True, 4_000), (False, 4_000 + product.price)):
        lines = (paid, Basket(product.id, 1, 0, free=free))
        assert of_lines(moment, CART, lines).total == total
