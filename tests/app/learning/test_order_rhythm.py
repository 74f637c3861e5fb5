"""A brand's order rhythm from its order days: figures that agree with them, or a plain no."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from rapport.app.learning.rhythm import (
    AHEAD,
    Found,
    OrderDay,
    OrderRhythm,
    Worth,
    about_rhythm,
    model_of,
    order_rhythm,
)
from rapport.app.learning.rhythm_text import rhythm_lines
from rapport.core.person.rhythm import RhythmModel
from rapport.science.unavailable import Unavailable

TODAY = 20_000


def shop(people: int, seed: int = 1, begin: int = TODAY - 700) -> list[OrderDay]:
    """Order days of people who come at a rate, and leave with a chance, of their own."""
    draw = np.random.default_rng(seed)
    rows: list[OrderDay] = []
    for person in range(people):
        rate, leaving = draw.gamma(0.8) / 40.0, draw.beta(0.8, 2.5)
        price = draw.gamma(4.0) * 1_000
        at, days = float(draw.integers(begin, TODAY)), set()
        while at <= TODAY:
            days.add(int(at))
            if draw.random() < leaving:
                break
            at += draw.exponential(1.0 / rate)
        rows += [(f"p{person:05}", day, int(price * draw.gamma(6.0) / 6) + 1) for day in days]
    return sorted(rows)


@pytest.fixture(scope="module")
def told() -> OrderRhythm:
    return order_rhythm("harbour", "GBP", shop(3_000), TODAY)


def found_in(told: OrderRhythm) -> Found:
    assert isinstance(told.found, Found)
    return told.found


def test_who_is_counted_is_who_ordered(told: OrderRhythm) -> None:
    rows = shop(3_000)
    days: dict[str, list[int]] = {}
    for profile, day, _ in rows:
        days.setdefault(profile, []).append(day)
    found = found_in(told)
    assert told.customers == len(days)
    assert found.ordered_again == sum(len(own) > 1 for own in days.values())
    assert found.last_years == sum(max(own) >= TODAY - 365 for own in days.values())
    assert 0 < found.still < found.last_years
    assert 0 < found.due < told.customers


def test_the_forecast_of_the_past_holds_where_people_live_by_the_rhythm(told: OrderRhythm) -> None:
    tried = found_in(told).tries[0]
    known = {profile for profile, day, _ in shop(3_000) if day <= TODAY - AHEAD}
    came = sum(p in known and day > TODAY - AHEAD for p, day, _ in shop(3_000))
    assert tried.came == came
    assert tried.within
    assert tried.expected.value == pytest.approx(came, rel=0.15)
    assert [one.back for one in found_in(told).tries] == [AHEAD, 2 * AHEAD, 3 * AHEAD]


def test_a_typical_order_is_what_people_spend(told: OrderRhythm) -> None:
    worth = found_in(told).worth
    assert isinstance(worth, Worth)
    assert worth.order == pytest.approx(4_000, rel=0.1)
    assert worth.year_of_all.value == pytest.approx(worth.year_of_each * told.customers)


def test_what_comes_after_the_day_changes_nothing() -> None:
    early, rows = TODAY - 100, shop(1_500)
    until = [row for row in rows if row[1] <= early]
    assert msgspec.json.encode(order_rhythm("harbour", "GBP", rows, early)) == msgspec.json.encode(
        order_rhythm("harbour", "GBP", until, early)
    )


def test_it_is_told_in_plain_words(told: OrderRhythm) -> None:
    words = "\n".join(rhythm_lines(told))
    found = found_in(told)
    assert f"{found.due:,} are due now" in words
    assert f"{found.ahead.value:,.0f} times" in words
    assert "£" in words
    assert "Tried on the past" in words


def test_a_forecast_that_failed_on_the_past_says_so(told: OrderRhythm) -> None:
    found = found_in(told)
    latest, *rest = found.tries
    missed = msgspec.structs.replace(latest, came=int(latest.said.high) + 1)
    wrong = msgspec.structs.replace(
        told, found=msgspec.structs.replace(found, tries=(missed, *rest))
    )
    assert "That is outside" in "\n".join(rhythm_lines(wrong))


def test_a_past_that_cannot_be_foretold_is_said_to_be_unknown() -> None:
    young = order_rhythm("harbour", "GBP", shop(900, begin=TODAY - 200), TODAY)
    assert found_in(young).tries == ()
    assert "90 days ago there was too little" in "\n".join(rhythm_lines(young))


def test_money_that_was_never_counted_gives_no_worth_and_all_the_rest(told: OrderRhythm) -> None:
    without = [(profile, day, 0) for profile, day, _ in shop(3_000)]
    found = found_in(order_rhythm("harbour", "GBP", without, TODAY))
    assert isinstance(found.worth, Unavailable)
    assert found.ahead == found_in(told).ahead


def test_decisions_get_the_rhythm_that_was_told(told: OrderRhythm) -> None:
    model, found = model_of(told), found_in(told)
    assert isinstance(model, RhythmModel)
    assert (model.r, model.alpha, model.a, model.b) == found.rhythm.values
    assert (model.customers, model.until) == (told.customers, TODAY)
    assert model.spending is not None
    worth = found.worth
    assert isinstance(worth, Worth)
    p, q, v = model.spending.p, model.spending.q, model.spending.v
    assert p * v / (q - 1) == pytest.approx(worth.order)
    assert about_rhythm(model) == f"order rhythm of {told.customers:,} customers"


def test_decisions_get_no_prices_where_there_are_none_and_it_is_said(told: OrderRhythm) -> None:
    without = [(profile, day, 0) for profile, day, _ in shop(3_000)]
    model = model_of(order_rhythm("harbour", "GBP", without, TODAY))
    assert isinstance(model, RhythmModel)
    assert model.spending is None
    assert about_rhythm(model).endswith("because no money was counted")


def test_a_rhythm_of_no_shop_is_kept_from_decisions(told: OrderRhythm) -> None:
    found = found_in(told)
    extreme = msgspec.structs.replace(found.rhythm, a=1e-9)
    strange = msgspec.structs.replace(told, found=msgspec.structs.replace(found, rhythm=extreme))
    assert isinstance(model_of(strange), Unavailable)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], "nobody has ordered yet"),
        (shop(300), "300 customers have ordered, and 500 must"),
        (shop(900, begin=TODAY - 120), "reach back"),
        ([(p, d - 60, r) for p, d, r in shop(900)], "days old, more than 30"),
        (
            [(f"p{n:04}", TODAY - n % 400, 100) for n in range(900)],
            "0 customers have ordered three",
        ),
    ],
)
def test_too_little_history_gives_no_figure_but_the_reason(
    rows: list[OrderDay], reason: str
) -> None:
    told = order_rhythm("harbour", "GBP", rows, TODAY)
    assert isinstance(told.found, Unavailable)
    assert model_of(told) == told.found
    assert reason in told.found.reason
    (line,) = rhythm_lines(told)
    assert line.startswith("There is no order rhythm to tell yet, because")


# --- Bad input ------------------------------------------------------------------------------------


@pytest.mark.parametrize("each", [1, 5])
def test_a_shop_whose_orders_are_all_of_one_day_has_no_rhythm(each: int) -> None:
    rows = [(f"p{n:04}", TODAY, 100) for n in range(900) for _ in range(each)]
    told = order_rhythm("harbour", "GBP", rows, TODAY)
    assert told.customers == 900
    assert isinstance(told.found, Unavailable)


def test_a_few_orders_of_1970_make_no_history_long() -> None:
    young = shop(900, begin=TODAY - 120)
    wrong = [(f"x{n}", 0, 100) for n in range(5)]
    told = order_rhythm("harbour", "GBP", young + wrong, TODAY)
    assert isinstance(told.found, Unavailable)
    assert "reach back 1" in told.found.reason


def test_orders_of_the_future_are_not_known_yet(told: OrderRhythm) -> None:
    ahead = [("p00001", TODAY + 1, 100), ("p00002", TODAY + 4_000, 100), ("zz", 10**8, 100)]
    again = order_rhythm("harbour", "GBP", sorted(shop(3_000) + ahead), TODAY)
    assert again == told


def test_a_customer_with_an_order_on_each_day_and_an_order_of_a_million_move_little(
    told: OrderRhythm,
) -> None:
    robot = [("robot", TODAY - day, 100) for day in range(700)] * 1_500  # a million orders
    poisoned = order_rhythm(
        "harbour", "GBP", [*shop(3_000), *robot, ("rich", TODAY, 10**14)], TODAY
    )
    before, after = found_in(told), found_in(poisoned)
    assert after.ahead.value == pytest.approx(before.ahead.value + 90, rel=0.1)
    assert after.usual_days == pytest.approx(before.usual_days, rel=0.1)
    assert isinstance(before.worth, Worth)
    assert isinstance(after.worth, Worth)
    assert before.worth.held is None
    assert after.worth.held is not None
    assert (after.worth.held.days, after.worth.held.brought) == (1, 10**14)
    assert after.worth.order == pytest.approx(before.worth.order, rel=0.02)
    words = " ".join(rhythm_lines(poisoned))
    assert "1 day of orders counts as £" in words
    assert "in truth they brought £1,000,000,000,000.00." in words


@pytest.mark.parametrize("row", [0, 1_000, -1])
def test_the_money_of_all_is_not_multiplied_by_one_order_of_a_million(
    told: OrderRhythm, row: int
) -> None:
    rows = shop(3_000)
    rows[row] = (*rows[row][:2], 100_000_000)
    usual, worth = found_in(told).worth, found_in(order_rhythm("harbour", "GBP", rows, TODAY)).worth
    assert isinstance(usual, Worth)
    assert isinstance(worth, Worth)
    assert worth.year_of_all.value == pytest.approx(usual.year_of_all.value, rel=0.01)
    width, usual_width = (one.year_of_all.high - one.year_of_all.low for one in (worth, usual))
    assert width == pytest.approx(usual_width, rel=0.05)


@pytest.mark.parametrize("pence", [1, 0, -5])
def test_a_customer_who_spent_a_penny_leaves_the_others_their_figures(
    told: OrderRhythm, pence: int
) -> None:
    again = order_rhythm("harbour", "GBP", [*shop(3_000), ("penny", TODAY - 10, pence)], TODAY)
    usual, worth = found_in(told).worth, found_in(again).worth
    assert isinstance(usual, Worth)
    assert isinstance(worth, Worth)
    assert worth.order == pytest.approx(usual.order, rel=0.02)


def test_refunds_beyond_what_was_paid_leave_a_price_to_nobody() -> None:
    rows = [
        (who, day, -revenue if who < "p00500" else revenue) for who, day, revenue in shop(3_000)
    ]
    worth = found_in(order_rhythm("harbour", "GBP", rows, TODAY)).worth
    assert isinstance(worth, Worth)
    assert worth.order == pytest.approx(4_000, rel=0.15)
