"""Flows for products of some categories alone, such as those that get used up."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.app.messages.matter import matter_of
from rapport.core.blueprint import Blueprint
from rapport.core.catalogue import Catalogue
from rapport.core.effects import AnyEffect, Entered, Left, Send
from rapport.core.events import AnyBody, Event, Line, OrderPlaced, Wake
from rapport.core.flow import Flow
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import DAY
from rapport.testing import examples as ex
from rapport.testing import more_flows as more

TEA = replace(ex.MUG, id="tea", title="Malty tea", category="tea")
OF_TEA = replace(more.REPLENISH_FLOW, categories=("tea",))


class Log:
    """What was told, to be read again when a message is written."""

    def __init__(self, events: list[Event]) -> None:
        self.events = events

    def told(self, brand: str, profile: str, types: object, limit: int) -> list[Event]:
        return [event for event in self.events if isinstance(event.body, OrderPlaced)]

    def event_body(self, brand: str, event: str) -> AnyBody | None:
        return next((e.body for e in self.events if e.id == event), None)


def shop(*flows: Flow, catalogue: bool = True) -> Blueprint:
    made = more.blueprint(*flows)
    products = {p.id: p for p in (ex.TEAPOT, ex.MUG, TEA)} if catalogue else {}
    return replace(made, catalogues=(Catalogue(1, 0, products),))


def ordered(name: str, day: int, *lines: Line) -> Event:
    body = OrderPlaced(name, lines=lines, revenue=1_000, total=1_000, currency="GBP")
    return ex.event(name, ex.at(day), body)


def run(blueprint: Blueprint, *events: Event) -> tuple[ProfileState, list[AnyEffect]]:
    state, effects = ProfileState("ada"), list[AnyEffect]()
    for event in (*ex.subscribed(ex.at(0, 8)), *events):
        state, more_effects = step(blueprint, state, event)
        effects.extend(more_effects)
    return state, effects


def entered(effects: list[AnyEffect]) -> int:
    return sum(isinstance(effect, Entered) for effect in effects)


def bare(line: Line) -> Line:
    return replace(line, category="")


@pytest.mark.parametrize(
    ("lines", "times"),
    [
        ((ex.line(TEA),), 1),
        ((bare(ex.line(TEA)),), 1),
        ((ex.line(), ex.line(TEA)), 1),
        ((ex.line(), ex.line(ex.MUG)), 0),
        ((), 0),
    ],
)
def test_only_an_order_of_the_category_starts_it(lines: tuple[Line, ...], times: int) -> None:
    _, effects = run(shop(OF_TEA), ordered("o1", 1, *lines))
    assert entered(effects) == times
    left = [effect.reason for effect in effects if isinstance(effect, Left)]
    assert left == ([] if times else ["not entered: nothing of tea in it"])


def test_without_a_catalogue_the_events_own_word_counts() -> None:
    blueprint = shop(OF_TEA, catalogue=False)
    assert entered(run(blueprint, ordered("o1", 1, ex.line(TEA)))[1]) == 1
    assert entered(run(blueprint, ordered("o1", 1, bare(ex.line(TEA))))[1]) == 0


def test_the_catalogues_word_goes_before_the_events() -> None:
    said_to_be_tea = replace(ex.line(), category="tea")
    assert entered(run(shop(OF_TEA), ordered("o1", 1, said_to_be_tea))[1]) == 0


def test_a_flow_that_names_none_is_for_all() -> None:
    assert entered(run(shop(more.REPLENISH_FLOW), ordered("o1", 1, ex.line()))[1]) == 1


def test_looks_and_carts_can_be_of_a_category_too() -> None:
    looked = replace(more.BROWSE_FLOW, categories=("tea",))
    assert entered(run(shop(looked), ex.viewed("v1", ex.at(1)))[1]) == 0
    assert entered(run(shop(looked), ex.viewed("v1", ex.at(1), TEA))[1]) == 1
    cart = replace(more.CART_FLOW, categories=("tea",))
    assert entered(run(shop(cart), more.put_in("a1", ex.at(1)))[1]) == 0
    assert entered(run(shop(cart), more.put_in("a1", ex.at(1), ex.line(TEA)))[1]) == 1


@pytest.mark.parametrize("flow", [OF_TEA, more.REPLENISH_FLOW])
def test_its_message_is_about_those_products_of_the_order_alone(flow: Flow) -> None:
    order = ordered("o1", 1, ex.line(), ex.line(TEA))
    blueprint = shop(flow)
    state, effects = run(blueprint, order, Event("w", ex.at(80), "rapport", Wake()))
    send = next(effect for effect in effects if isinstance(effect, Send))
    matter = matter_of(Log([order]), blueprint, state, send, send.at)
    assert matter is not None
    titles = [line.title for line in matter.lines]
    assert titles == (["Malty tea"] if flow.categories else ["Round teapot", "Malty tea"])
    assert matter.total == (None if flow.categories else 1_000)


def test_nothing_is_written_where_none_of_it_is_of_the_category_any_more() -> None:
    order = ordered("o1", 1, ex.line(TEA))
    blueprint = shop(OF_TEA)
    state, effects = run(blueprint, order, Event("w", ex.at(80), "rapport", Wake()))
    send = next(effect for effect in effects if isinstance(effect, Send))
    renamed = Catalogue(2, ex.at(2), {"tea": replace(TEA, category="infusions")})
    later = replace(blueprint, catalogues=(*blueprint.catalogues, renamed))
    assert matter_of(Log([order]), later, state, send, send.at + DAY) is None


def test_an_order_of_other_things_does_not_end_a_wait_for_the_next_one() -> None:
    teas = [ordered("o1", 1, ex.line(TEA)), ordered("o3", 9, ex.line(TEA))]
    pots = ordered("o2", 5, ex.line(ex.TEAPOT))
    state, effects = run(shop(OF_TEA), teas[0], pots)
    assert [one.subject for one in state.runs] == ["o1"]
    state, effects = run(shop(OF_TEA), teas[0], pots, teas[1])
    assert [one.subject for one in state.runs] == ["o3"]
    assert [one.reason for one in effects if isinstance(one, Left) and one.run] == ["order_placed"]
