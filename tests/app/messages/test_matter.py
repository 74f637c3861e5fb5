"""What a message is about, in the words of the events that told of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.app.messages.matter import ASKED_FOR, Matter, matter_of
from rapport.core.blueprint import Blueprint
from rapport.core.codec import encode_state
from rapport.core.creative.framework import HOLD, ORDER
from rapport.core.effects import Send
from rapport.core.events import (
    AnyBody,
    CartChanged,
    Event,
    Line,
    OrderPlaced,
    ProductViewed,
    ProfileAbsorbed,
    Wake,
)
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.testing import examples as ex
from rapport.testing import more_flows as more
from rapport.testing.strategies import histories, strange_histories


class Log:
    """Events by profile, as a store reads them out."""

    def __init__(self, **told: Sequence[Event]) -> None:
        self._told = told

    def told(self, brand: str, profile: str, types: Sequence[str], limit: int) -> list[Event]:
        found = [
            event
            for event in reversed(self._told.get(profile, ()))
            if event.body.__struct_config__.tag in types
        ]
        return found[:limit]

    def event_body(self, brand: str, event: str) -> AnyBody | None:
        every = (one for events in self._told.values() for one in events)
        return next((one.body for one in every if one.id == event), None)


def folded(blueprint: Blueprint, events: Sequence[Event]) -> tuple[ProfileState, list[Send]]:
    state, sends = ProfileState("ada"), list[Send]()
    for event in [*events, Event("wake", ex.at(400), "", Wake())]:
        state, effects = step(blueprint, state, event)
        sends += [effect for effect in effects if isinstance(effect, Send)]
    return state, sends


BLUEPRINT = more.blueprint(arms=ex.USUAL_ONLY)
NO_CATALOGUE = replace(BLUEPRINT, catalogues=())


def about(
    flow: str, *events: Event, log: Log | None = None, blueprint: Blueprint = BLUEPRINT
) -> Matter | None:
    """What the flow's message would be about, once all of `events` were told."""
    told = [*ex.subscribed(ex.at(0, 8)), *events]
    state = ProfileState("ada")
    for event in told:
        state, _ = step(blueprint, state, event)
    send = Send(
        "m", "ada", flow, 1, "first", flow, 1, "d", HOLD, ex.at(9), ex.at(10),
        subject=next((run.subject for run in state.runs if run.flow == flow), ""),
    )  # fmt: skip
    return matter_of(log or Log(ada=told), blueprint, state, send, ex.at(9))


def look(name: str, day: int, line: Line, source: str = "segment") -> Event:
    return ex.event(name, ex.at(day, 9), ProductViewed(line), source)


def test_products_looked_at_come_in_the_words_of_the_latest_look_the_last_one_first() -> None:
    old = replace(ex.line(ex.MUG), title="As it was called")
    new = replace(ex.line(ex.MUG), title="As it is called now", variant="Blue")
    found = about("browse", look("a", 1, old), look("b", 2, ex.line()), look("c", 3, new))
    assert found is not None
    assert [line.title for line in found.lines] == ["As it is called now", "Round teapot"]
    assert (found.lines[0].variant, found.proven) == ("Blue", False)


def test_words_are_proven_only_where_all_of_them_are() -> None:
    mixed = about("browse", look("a", 1, ex.line(), "shopify"), look("b", 2, ex.line(ex.MUG)))
    proven = about("browse", look("a", 1, ex.line(), "shopify"))
    assert mixed is not None
    assert proven is not None
    assert (mixed.proven, proven.proven) == (False, True)


def test_looks_of_a_profile_that_turned_out_to_be_this_person_give_their_words() -> None:
    before = [ex.viewed("v", ex.at(1, 9), ex.MUG)]
    state = ProfileState("browser")
    for event in before:
        state, _ = step(NO_CATALOGUE, state, event)
    known = ProfileAbsorbed("browser", encode_state(state))
    absorbed = ex.event("abs", ex.at(1, 10), known, "rapport")
    told = [*ex.subscribed(ex.at(0, 8)), absorbed]
    log = Log(ada=told, browser=before)
    found = about("browse", absorbed, log=log, blueprint=NO_CATALOGUE)
    assert found is not None
    assert [line.title for line in found.lines] == ["Tall mug"]


def test_profiles_that_name_each_other_are_asked_once() -> None:
    circle = [
        ex.event("x", ex.at(1), ProfileAbsorbed("ada"), "rapport"),
        ex.event("y", ex.at(1), ProfileAbsorbed("b"), "rapport"),
    ]
    log = Log(ada=[*circle, look("v", 1, ex.line())], b=circle)
    assert about("browse", look("v", 1, ex.line()), log=log) is not None


def test_a_cart_has_the_states_pieces_and_the_logs_words() -> None:
    told = [
        ex.event("a", ex.at(1, 9), CartChanged(added=ex.line(ex.MUG, 2)), "segment"),
        ex.event("b", ex.at(1, 10), CartChanged(added=ex.line(ex.MUG, 1)), "segment"),
    ]
    found = about("cart", *told)
    assert found is not None
    assert [(line.title, line.quantity) for line in found.lines] == [("Tall mug", 3)]
    assert found.total == 3 * ex.MUG.price


def test_two_variants_in_a_cart_have_the_words_and_prices_of_each() -> None:
    small = replace(ex.line(ex.MUG), variant_id="v1", variant="Small", unit_price=1_000)
    large = replace(small, variant_id="v2", variant="Large", unit_price=3_000)
    told = [
        ex.event("a", ex.at(1, 9), CartChanged(added=small), "segment"),
        ex.event("b", ex.at(1, 10), CartChanged(added=large), "segment"),
    ]
    found = about("cart", *told)
    assert found is not None
    assert [(line.variant, line.unit_price) for line in found.lines] == [
        ("Small", 1_000), ("Large", 3_000)
    ]  # fmt: skip
    assert found.total == 4_000


SMALL = replace(
    ex.line(ex.MUG), variant_id="v1", variant="Small", sku="M-1", unit_price=0,
    url="https://shop.example/mug?variant=v1", image_url="https://shop.example/v1.png",
)  # fmt: skip
LARGE = replace(
    SMALL, variant_id="v2", variant="Large", sku="M-2", unit_price=2_700, full_price=3_000,
    url="https://shop.example/mug?variant=v2", image_url="https://shop.example/v2.png",
)  # fmt: skip


def in_the_cart(kept: Line, *looked_at: Line) -> Line:
    """The line that a message about a cart of `kept` has, when no event of the log tells of it but
    looks at these, the latest last."""
    put_in = ex.event("a", ex.at(1, 9), CartChanged(added=kept), "segment")
    looks = [look(f"v{n}", 1, line) for n, line in enumerate(looked_at)]
    found = about("cart", put_in, log=Log(ada=looks), blueprint=NO_CATALOGUE)
    assert found is not None
    (line,) = found.lines
    return line


def test_a_variant_has_no_price_address_or_picture_of_another() -> None:
    found = in_the_cart(SMALL, LARGE)
    assert found == Line(LARGE.product_id, LARGE.title, 1, category=LARGE.category)
    assert in_the_cart(replace(SMALL, unit_price=1_800), LARGE).unit_price == 1_800


def test_what_was_told_of_no_variant_holds_for_each() -> None:
    unnamed = replace(LARGE, variant_id="", variant="", sku="")
    assert in_the_cart(SMALL, unnamed) == unnamed


def test_a_variant_has_the_words_of_itself_by_another_of_its_names() -> None:
    for kept in (replace(LARGE, variant_id=""), replace(LARGE, variant_id="", sku="")):
        assert in_the_cart(kept, LARGE, SMALL) == LARGE


def test_of_two_that_share_a_name_the_one_is_meant_whose_best_it_is() -> None:
    by_sku = replace(LARGE, variant_id="")
    assert in_the_cart(by_sku, by_sku, replace(SMALL, sku=LARGE.sku)) == by_sku


PROVEN = (("a", "shopify"), ("b", "klaviyo"))


def order(name: str, source: str, lines: tuple[Line, ...], order_id: str = "o1") -> Event:
    body = OrderPlaced(order_id, ("#1",), lines, 4_800, 5_250, "GBP")
    return ex.event(name, ex.at(1, 9), body, source)


def test_an_order_comes_in_the_words_of_who_proves_who_they_are() -> None:
    forged = replace(ex.line(), title="Something else")
    found = about("thanks", order("a", "segment", (forged,)), order("b", "shopify", (ex.line(),)))
    assert found is not None
    assert ([line.title for line in found.lines], found.proven) == (["Round teapot"], True)


def test_an_order_comes_to_its_goods_and_an_older_one_to_what_was_told() -> None:
    older = order("a", "shopify", (ex.line(),))
    body = older.body
    assert isinstance(body, OrderPlaced)
    newer = replace(older, body=replace(body, goods=4_800, discount=250))
    given_away = replace(older, body=replace(body, goods=0, discount=4_800))
    every = ((older, 5_250, 0), (newer, 4_800, 250), (given_away, 0, 4_800))
    for told, total, discount in every:
        found = about("thanks", told)
        assert found is not None
        assert (found.total, found.discount) == (total, discount)


def test_goods_that_came_to_nothing_are_kept_apart_from_those_that_nobody_told_of() -> None:
    body = order("a", "shopify", (ex.line(),)).body
    assert isinstance(body, OrderPlaced)
    for goods in (None, 0, 4_800):
        told = replace(body, goods=goods)
        assert msgspec.json.decode(msgspec.json.encode(told), type=OrderPlaced) == told
    assert b"goods" not in msgspec.json.encode(body)


def test_of_two_that_told_of_an_order_the_one_is_heard_that_told_its_goods_apart() -> None:
    line = ex.line()
    goods = line.unit_price * line.quantity
    told = [order(name, source, (line,)) for name, source in PROVEN]
    bodies = [event.body for event in told]
    assert all(isinstance(body, OrderPlaced) for body in bodies)
    apart = replace(told[0], body=replace(bodies[0], goods=goods))
    paid = replace(told[1], at=told[1].at + 60_000, body=replace(bodies[1], goods=goods + 395))
    for words in ((apart, paid), (paid, apart)):
        found = about("thanks", *words)
        assert found is not None
        assert found.total == goods


def test_another_order_gives_no_words() -> None:
    found = about("thanks", order("a", "shopify", (ex.line(),)), log=Log())
    assert found is None


def test_a_look_that_the_log_does_not_have_any_more_is_left_to_the_catalogue() -> None:
    looks = [look(f"v{n}", 2, ex.line(ex.MUG)) for n in range(ASKED_FOR + 5)]
    found = about("browse", look("first", 1, ex.line()), *looks)
    assert found is not None
    assert [(line.product_id, line.title) for line in found.lines] == [
        ("mug", "Tall mug"),
        ("teapot", ""),
    ]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(histories(max_size=25), strange_histories()), st.booleans())
def test_whatever_was_told_a_message_is_about_something_or_not_written(
    told: list[Event], catalogue: bool
) -> None:
    blueprint = BLUEPRINT if catalogue else NO_CATALOGUE
    state, sends = folded(blueprint, [*ex.subscribed(ex.START), *told])
    log = Log(ada=told)
    for send in sends:
        framework = blueprint.releases[0].framework(send.framework)
        assert framework is not None
        found = matter_of(log, blueprint, state, send, send.at)
        assert found is None or found.about == framework.about
        if found is not None and found.about == "nothing":
            assert found.lines == ()


@pytest.mark.parametrize("flow", ["welcome", "browse", "thanks", "cart"])
def test_a_framework_that_is_gone_is_taken_for_one_about_a_basket(flow: str) -> None:
    (release,) = BLUEPRINT.releases
    bare = replace(BLUEPRINT, releases=(replace(release, frameworks=()),))
    assert about(flow, ex.viewed("v", ex.at(1, 9)), blueprint=bare) is None


def test_a_part_of_an_order_has_no_total_unless_all_of_it_came_to_nothing() -> None:
    lines = (ex.line(),)
    assert Matter(ORDER, lines, 2_400, discount=100).of_part(lines).total is None
    assert Matter(ORDER, lines, 0, discount=100).of_part(lines).total == 0
