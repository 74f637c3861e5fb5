"""What looks and baskets leave behind, from which intent is told."""

from __future__ import annotations

from hypothesis import given, settings
from msgspec.structs import replace

from rapport.core.bounds import MAX_SEEN, MAX_VISIT_CATEGORIES
from rapport.core.codec import decode_state, encode_state
from rapport.core.events import CartChanged, Event, ProductViewed, ProfileAbsorbed
from rapport.core.state import ProfileState, Trail
from rapport.core.step import step
from rapport.core.time import DAY, HOUR, MINUTE
from rapport.testing import examples as ex
from rapport.testing.strategies import strange_histories


def after(*events: Event) -> ProfileState:
    state = ProfileState("ada")
    for event in events:
        state = step(ex.blueprint(), state, event).state
    return state


def seen(name: str, at: int, product: str, category: str = "mugs") -> Event:
    line = replace(ex.line(), product_id=product, category=category)
    return ex.event(name, at, ProductViewed(line), "segment")


def put_in(name: str, at: int) -> Event:
    return ex.event(name, at, CartChanged(added=ex.line()), "segment")


def test_looks_and_orders_are_counted_and_imported_history_is_not() -> None:
    told = (ex.viewed("v", ex.at(0, 9)), ex.order("o", ex.at(0, 10)))
    assert (after(*told).trail.looks, after(*told).trail.orders) == (1, 1)
    history = tuple(replace(event, backfill=True) for event in told)
    assert after(*history).trail == Trail()
    assert after(*history).orders.count == 1


def test_the_same_order_told_twice_counts_once() -> None:
    told = (ex.order("o", ex.at(0, 10)), ex.order("again", ex.at(0, 11), source="segment"))
    assert after(*told).trail.orders == 1


def test_a_basket_counts_half_after_a_day_and_an_updated_checkout_is_the_same_basket() -> None:
    begun = (put_in("a", ex.at(0, 9)), ex.checkout("b", ex.at(0, 9)))
    trail = after(*begun, ex.checkout("c", ex.at(0, 9, 5))).trail
    assert trail.baskets == 2.0
    assert trail.baskets_at(trail.basket_at + DAY) == 1.0
    assert after(*begun, ex.checkout("d", ex.at(1, 9), "c2")).trail.baskets == 2.0


def test_a_product_that_was_looked_at_before_is_known_again() -> None:
    first = seen("a", ex.at(0, 9), "x")
    assert after(first).trail.again_after == 0
    again = after(first, seen("b", ex.at(0, 9, 5), "x")).trail
    assert (again.again_after, again.returned) == (5 * MINUTE, 0)
    later = after(first, seen("b", ex.at(0, 12), "y"), seen("c", ex.at(0, 12, 1), "x")).trail
    assert (later.again_after, later.returned) == (3 * HOUR + MINUTE, 1)


def test_categories_are_those_of_this_visit() -> None:
    one = [seen(f"a{i}", ex.at(0, 9, i), f"p{i}") for i in range(3)]
    other = seen("b", ex.at(0, 9, 4), "pot", "teapots")
    assert [looks for _, looks in after(*one, other).trail.categories] == [1, 3]
    assert len(after(*one, seen("c", ex.at(0, 12), "p9")).trail.categories) == 1


def test_what_is_told_late_changes_nothing_of_the_visit_under_way() -> None:
    told = (seen("a", ex.at(0, 9), "x"), seen("b", ex.at(0, 9, 10), "y"))
    late = seen("late", ex.at(0, 8), "x")
    before, then = after(*told).trail, after(*told, late).trail
    assert then == replace(before, looks=3)


def test_two_profiles_that_are_one_person_leave_one_trail() -> None:
    mine = after(seen("a", ex.at(0, 9), "x"), put_in("b", ex.at(0, 9, 1)))
    theirs = after(seen("c", ex.at(1, 9), "x"), put_in("d", ex.at(1, 9, 1)))
    told = Event("m", ex.at(1, 9, 2), "rapport", ProfileAbsorbed("ben", encode_state(theirs)))
    merged = step(ex.blueprint(), mine, told).state
    assert (merged.trail.looks, merged.trail.baskets) == (4, 1.5)
    assert merged.trail.visit == merged.browsing.sessions == 2
    again = step(ex.blueprint(), merged, seen("e", ex.at(1, 9, 3), "x")).state.trail
    assert (again.visit, again.returned, len(again.products)) == (2, 0, 2)


@settings(max_examples=60, deadline=None)
@given(strange_histories())
def test_it_stays_small_and_comes_back_as_it_was_stored(history: list[Event]) -> None:
    state = after(*history)
    assert len(state.trail.products) <= MAX_SEEN
    assert len(state.trail.categories) <= MAX_VISIT_CATEGORIES
    assert decode_state(encode_state(state)) == state
