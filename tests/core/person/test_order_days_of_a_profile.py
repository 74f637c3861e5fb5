"""A profile counts the days on which it ordered, as an order rhythm counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.codec import encode_state
from rapport.core.events import (
    Event,
    OrderCancelled,
    OrderPlaced,
    OrderRefunded,
    ProfileAbsorbed,
)
from rapport.core.person.order_outlook import (
    UNKNOWN,
    counted_value,
    order_days,
    outlook,
    past,
)
from rapport.core.person.rhythm import Past, RhythmModel, SpendingModel
from rapport.core.state import Orders, ProfileState
from rapport.core.time import DAY, HOUR, Instant
from rapport.testing import examples
from rapport.testing.memory_host import MemoryHost

BEGIN = 20_000
MODEL = RhythmModel(0.5, 60.0, 0.8, 2.5, spending=SpendingModel(6.0, 3.7, 1_500.0))


def told(orders: list[tuple[str, Instant]], who: str = "ada") -> MemoryHost:
    host = MemoryHost(examples.blueprint())
    for name, at in orders:
        body = OrderPlaced(name, revenue=4_000, total=4_000, currency="GBP")
        host.feed(who, Event(f"e{name}", at, "shopify", body))
    return host


def ordered(*hours: int) -> Orders:
    """Orders at so many hours after the first midnight, told in this order."""
    host = told([(f"o{number}", BEGIN * DAY + hour * HOUR) for number, hour in enumerate(hours)])
    return host.states["ada"].orders


@given(st.lists(st.integers(0, 40 * 24), min_size=1, max_size=30))
def test_told_as_they_come_every_day_counts_once(hours: list[int]) -> None:
    hours.sort()
    orders = ordered(*hours)
    assert orders.count == len(hours)
    assert orders.days == len({hour // 24 for hour in hours})
    last = BEGIN + max(hours) // 24
    assert past(orders, last) == Past(
        orders.days - 1, last - BEGIN - min(hours) // 24, last - BEGIN - min(hours) // 24
    )


@given(st.permutations([0, 1, 30, 31, 200, 23]))
def test_the_few_orders_that_are_remembered_may_be_told_in_any_order(hours: list[int]) -> None:
    assert ordered(*hours).days == 3


def test_what_goes_back_leaves_the_day_on_which_it_was_ordered() -> None:
    host = told([("a", BEGIN * DAY), ("b", (BEGIN + 9) * DAY)])
    host.feed("ada", Event("r", (BEGIN + 10) * DAY, "shopify", OrderRefunded("a", whole=True)))
    host.feed("ada", Event("c", (BEGIN + 10) * DAY, "shopify", OrderCancelled("b")))
    assert host.states["ada"].orders.days == 2
    assert host.states["ada"].orders.value == 0


def test_an_order_that_two_sources_tell_of_is_of_one_day() -> None:
    host = told([("a", BEGIN * DAY)])
    again = OrderPlaced("other", revenue=4_000, total=4_000, currency="GBP")
    host.feed("ada", Event("x", BEGIN * DAY + 60_000, "klaviyo", again))
    assert (host.states["ada"].orders.count, host.states["ada"].orders.days) == (1, 1)


@pytest.mark.parametrize(
    ("mine", "theirs", "days"), [((0, 30), (50, 80), 4), ((0, 30), (5, 80), 3), ((0,), (3,), 1)]
)
def test_two_profiles_that_are_one_person_share_the_days_they_share(
    mine: tuple[int, ...], theirs: tuple[int, ...], days: int
) -> None:
    other = told([(f"t{n}", BEGIN * DAY + hour * HOUR) for n, hour in enumerate(theirs)], "anon")
    host = told([(f"m{n}", BEGIN * DAY + hour * HOUR) for n, hour in enumerate(mine)])
    known = encode_state(other.states["anon"])
    host.feed("ada", Event("same", (BEGIN + 9) * DAY, "rapport", ProfileAbsorbed("anon", known)))
    assert host.states["ada"].orders.days == days
    assert past(host.states["ada"].orders, BEGIN + 9) is not None


def test_a_profile_without_orders_adds_no_days() -> None:
    host = told([("a", BEGIN * DAY)])
    nobody = encode_state(_stranger())
    host.feed("ada", Event("same", (BEGIN + 9) * DAY, "rapport", ProfileAbsorbed("x", nobody)))
    assert host.states["ada"].orders.days == 1


def _stranger() -> ProfileState:
    host = MemoryHost(examples.blueprint())
    host.feed("x", examples.viewed("v", BEGIN * DAY))
    return host.states["x"]


def test_a_state_from_before_days_were_counted_is_read_off_its_orders_or_says_nothing() -> None:
    few, many = ordered(0, 3, 50), ordered(*range(0, 240, 24))
    old_few, old_many = replace(few, days=0), replace(many, days=0)
    assert order_days(old_few) == few.days == 2
    assert (order_days(old_many), many.days) == (0, 10)
    assert past(old_many, BEGIN + 10) is None
    assert outlook(MODEL, old_many, BEGIN + 10) == UNKNOWN


def test_such_a_state_goes_on_counting_only_where_it_knows() -> None:
    for hours, days in (((0, 3, 50), 3), (tuple(range(0, 240, 24)), 0)):
        host = told([(f"o{n}", BEGIN * DAY + hour * HOUR) for n, hour in enumerate(hours)])
        old = host.states["ada"]
        host.states["ada"] = replace(old, orders=replace(old.orders, days=0))
        body = OrderPlaced("new", revenue=1, total=1, currency="GBP")
        host.feed("ada", Event("new", (BEGIN + 30) * DAY, "shopify", body))
        assert host.states["ada"].orders.days == days


def test_figures_are_rounded_so_that_every_machine_records_the_same() -> None:
    told = outlook(MODEL, ordered(0, 90 * 24), BEGIN + 200)
    assert None not in told
    assert told.p_alive == round(told.p_alive or 0.0, 6)
    assert told.next_middle == round(told.next_middle or 0.0, 2)
    assert (told.next_low or 0) < (told.next_middle or 0) < (told.next_high or 0)


def test_who_ordered_today_is_not_overdue_and_who_has_long_been_silent_is() -> None:
    orders = ordered(0, 30 * 24, 60 * 24)
    early = outlook(MODEL, orders, BEGIN + 60).overdue
    late = outlook(MODEL, orders, BEGIN + 400).overdue
    assert early is not None
    assert late is not None
    assert early < 0 < late
    assert late - early == pytest.approx(340)


def test_a_clock_that_runs_ahead_is_not_believed_before_its_time() -> None:
    orders = ordered(0, 30 * 24)
    assert outlook(MODEL, orders, BEGIN + 29) == UNKNOWN
    assert None not in outlook(MODEL, orders, BEGIN + 30)


def test_a_broken_snapshot_says_nothing_and_one_without_prices_all_but_the_value() -> None:
    orders = ordered(0, 30 * 24)
    assert outlook(replace(MODEL, a=float("nan")), orders, BEGIN + 60) == UNKNOWN
    told = outlook(replace(MODEL, spending=None), orders, BEGIN + 60)
    assert told.year_value is None
    assert told._replace(year_value=0.0).count(None) == 0


def test_a_day_of_orders_counts_for_no_more_than_in_training_where_that_is_known() -> None:
    orders = ordered(0, 24, 25, 48)
    (first, *others) = orders.recent
    enormous = replace(first, revenue=100_000_000)
    orders = replace(orders, value=100_012_000, recent=(enormous, *others))
    assert counted_value(orders, None) == 100_012_000
    assert counted_value(orders, 9_000) == 9_000 + 8_000 + 4_000
    assert counted_value(orders, 5_000) == 5_000 + 5_000 + 4_000
    back = replace(enormous, taken_back=(("shopify", 99_998_000),))
    orders = replace(orders, value=14_000, recent=(back, *others))
    assert counted_value(orders, 5_000) == 2_000 + 5_000 + 4_000
    held = replace(MODEL, most_of_day=5_000.0)
    assert (
        outlook(held, orders, BEGIN + 60).year_value
        != outlook(MODEL, orders, BEGIN + 60).year_value
    )


def test_of_days_that_a_state_names_no_more_all_together_are_held() -> None:
    orders = ordered(*range(0, 240, 24))
    assert (orders.count, len(orders.recent)) == (10, 6)
    assert counted_value(orders, 4_000) == counted_value(orders, None) == 40_000
    enormous = replace(orders, value=orders.value + 10**8)
    assert counted_value(enormous, 4_000) == 40_000


def test_money_that_came_or_went_back_since_is_in_what_they_are_worth() -> None:
    orders = ordered(0, 30 * 24)
    before, after = (
        outlook(MODEL, replace(orders, value=value), BEGIN + 60).year_value
        for value in (8_000, 80_000)
    )
    assert before is not None
    assert after is not None
    assert before < after
