"""A message names no sum that its own lines contradict."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from written import PLAIN, checkout, line, release, request, writer

from rapport.app.messages.matter import Matter, of_checkout
from rapport.app.messages.write import WriteRequest
from rapport.core.blueprint import Release
from rapport.core.catalogue import Product
from rapport.core.creative.framework import ORDER
from rapport.core.events import CheckoutStarted, Line

BIKE = replace(line(1, "City Bike"), unit_price=64_900)
BELLS = replace(line(2, "Brass Bell"), unit_price=1_800, quantity=3)


@cache
def with_a_total() -> Release:
    """The small brand, whose layout says the total below its lines."""
    of = release()
    total = "{% if cart.total != '' %}Total: {{ cart.total }}{% endif %}"
    said = "{{ more_items }}{{ taken_off }}" + total
    frameworks = tuple(
        replace(
            one,
            layouts=tuple(
                (visual, layout.replace("{{ more_items }}", said)) for visual, layout in one.layouts
            ),
        )
        for one in of.frameworks
    )
    return replace(of, frameworks=frameworks)


def asked(about: CheckoutStarted, products: dict[str, Product] | None = None) -> WriteRequest:
    """Told by a source that proves who it is, so that its own figures are shown."""
    matter = of_checkout(about, proven=True)
    return replace(request(PLAIN, about, products), matter=matter, release=with_a_total())


def both(about: CheckoutStarted, products: dict[str, Product] | None = None) -> tuple[str, str]:
    message = writer().write(asked(about, products)).message
    return message.html, message.text


def of(total: int, *lines: Line, codes: tuple[str, ...] = (), discount: int = 0) -> CheckoutStarted:
    return replace(checkout(*lines), total=total, discount_codes=codes, discount=discount)


def test_a_total_that_is_less_than_its_own_lines_is_left_out() -> None:
    html, text = both(of(64_900, BIKE, BELLS))
    assert "£54.00" in html
    assert "£54.00" in text
    assert html.count("£649.00") == text.count("£649.00") == 1
    assert "Total" not in html + text


@pytest.mark.parametrize("total", [70_300, 70_301, 80_000])
def test_a_total_that_the_lines_may_come_to_stays(total: int) -> None:
    for part in both(of(total, BIKE, BELLS)):
        assert f"Total: £{total / 100:.2f}" in part


def test_a_discount_that_was_told_of_says_why_it_is_less() -> None:
    for part in both(of(63_270, BIKE, BELLS, codes=("TEN",), discount=7_030)):
        assert "Total: £632.70" in part
        assert "£70.30 off" in part


def test_a_discount_without_a_code_says_why_too() -> None:
    html, text = both(of(63_270, BIKE, BELLS, discount=7_030))
    assert "- 3 × Brass Bell: £54.00\n- £70.30 off\nTotal: £632.70" in text
    assert "£70.30 off" in html


@pytest.mark.parametrize("discount", [0, 7_029, 7_031, 10_000])
def test_a_discount_that_is_not_just_what_is_missing_explains_nothing(discount: int) -> None:
    """Tax that is within the prices may be missing, too, and the discount be within them."""
    for part in both(of(63_270, BIKE, BELLS, codes=("TEN",), discount=discount)):
        assert "Total" not in part
        assert " off" not in part


def test_lines_that_were_given_away_have_no_total() -> None:
    """Neither their sum, which nobody pays, nor the delivery, which is all that is paid."""
    given_away = of(0, BIKE, BELLS, discount=70_300)
    order = Matter(ORDER, given_away.lines, 0, "GBP", proven=True)
    for about in (asked(given_away), replace(asked(given_away), matter=order)):
        message = writer().write(about).message
        assert "£54.00" in message.text
        assert "Total" not in message.html + message.text
        assert " off" not in message.html + message.text


def test_nothing_is_taken_off_lines_that_come_to_the_total() -> None:
    for part in both(of(70_300, BIKE, BELLS, codes=("TEN",), discount=500)):
        assert "Total: £703.00" in part
        assert " off" not in part


def test_a_sum_without_a_price_that_the_catalogue_shows_is_left_out() -> None:
    """Nobody told a total, and one of the prices; the lines that have none are shown with it."""
    bell = Product("p2", "Brass Bell", price=1_800)
    about = of(0, BIKE, replace(BELLS, unit_price=0), codes=("TEN",))
    html, text = both(about, {"p2": bell})
    assert "£54.00" in text
    assert "Total" not in html + text


PRICES = st.integers(0, 5_000)
LINES = st.lists(st.tuples(PRICES, st.integers(0, 9)), min_size=1, max_size=7)


@given(lines=LINES, total=st.integers(0, 60_000), known=PRICES)
def test_whatever_was_told_no_total_is_less_than_the_lines_beside_it(
    lines: list[tuple[int, int]], total: int, known: int
) -> None:
    told = [
        replace(line(n), unit_price=price, quantity=quantity)
        for n, (price, quantity) in enumerate(lines, 1)
    ]
    products = {"p1": Product("p1", "Copper kettle", price=known)}
    text = writer().write(asked(of(total, *told), products)).message.text
    sums = [
        int(part.rpartition("£")[2].replace(",", "").replace(".", ""))
        for part in text.splitlines()
        if part.startswith("- ") and "£" in part
    ]
    named = [part for part in text.splitlines() if part.startswith("Total")]
    for part in named:
        assert int(part.rpartition("£")[2].replace(",", "").replace(".", "")) >= sum(sums)


def test_what_is_free_has_a_price_and_what_has_none_has_none() -> None:
    """The catalogue has a price for both."""
    bell = Product("p2", "Brass Bell", price=1_800)
    free = replace(BELLS, unit_price=0, free=True)
    html, text = both(of(64_900, BIKE, free, discount=5_400), {"p2": bell})
    assert "£0.00" in html
    assert "- 3 × Brass Bell: £0.00\nTotal: £649.00" in text
    html, text = both(of(64_900, BIKE, replace(free, free=False)), {"p2": bell})
    assert "£54.00" in text
    assert "Total" not in html + text


def test_a_basket_of_gifts_alone_names_no_total() -> None:
    html, text = both(of(0, replace(BELLS, unit_price=0, free=True), discount=5_400))
    assert "£0.00" in html
    assert "Total" not in html + text
