"""What somebody gave back is shown to them no more, unless they want it again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dispatch_world import DUE_AT, LEFT_AT, DispatchWorld

from rapport.app.messages.given_back import GIVEN_BACK, given_back
from rapport.app.sending.dispatch import Dispatched
from rapport.core.events import Event, OrderCancelled, OrderPlaced, OrderRefunded
from rapport.core.time import DAY, HOUR, MINUTE
from rapport.testing import examples as ex

TEAPOT, MUG = ex.line(ex.TEAPOT), ex.line(ex.MUG)
BOTH = (TEAPOT, MUG)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[DispatchWorld]:
    world = DispatchWorld(tmp_path)
    yield world
    world.close()


def ordered(at: int, *lines: object, name: str = "o1") -> Event:
    # The lines are Line; ex.line makes them.
    body = OrderPlaced(name, lines=lines or BOTH, revenue=6_400, total=6_400)  # type: ignore[arg-type]
    return ex.event(f"ordered {name} {at}", at, body)


def refunded(at: int, *lines: object, whole: bool = False, name: str = "o1") -> Event:
    body = OrderRefunded(name, f"r{at}", 4_800, whole=whole, lines=lines)  # type: ignore[arg-type]
    return ex.event(f"refunded {name} {at}", at, body)


def cancelled(at: int, name: str = "o1") -> Event:
    return ex.event(f"cancelled {name} {at}", at, OrderCancelled(name))


@pytest.mark.parametrize(
    ("events", "gone"),
    [
        ([ordered(1), refunded(2, TEAPOT)], {"teapot"}),
        ([ordered(1), refunded(2, whole=True)], {"teapot", "mug"}),
        ([ordered(1), cancelled(2)], {"teapot", "mug"}),
        ([cancelled(2), ordered(1)], {"teapot", "mug"}),
        ([ordered(1), refunded(2)], set()),
        ([ordered(1), refunded(2, TEAPOT), ordered(3, TEAPOT, name="o2")], set()),
        ([ordered(1), cancelled(2, "another")], set()),
        ([cancelled(2, "x" * 300), ordered(1, name="x" * 300)], {"teapot", "mug"}),
        ([], set()),
    ],
    ids=["a line of it", "the whole of it", "called off", "told the other way round",
         "a part of the money", "ordered again", "another order", "a long name", "nothing"],
)  # fmt: skip
def test_what_went_back(events: list[Event], gone: set[str]) -> None:
    assert set(given_back(events)) == gone


def basket_then(world: DispatchWorld, *events: Event, lines: tuple[object, ...] = BOTH) -> None:
    """Ada orders, leaves a basket with the same things, and then these events happen."""
    known, asked = ex.subscribed(LEFT_AT - 9 * DAY)
    world.tell("ada", known, asked, ordered(LEFT_AT - 8 * DAY))
    world.leave_basket("ada")
    left = ex.checkout("left again", LEFT_AT + 1, token="c-ada", lines=lines)  # type: ignore[arg-type]
    world.tell("ada", left)
    world.clock.at = DUE_AT + MINUTE
    world.host.wake(world.brand)
    world.tell("ada", *events)


def shown(world: DispatchWorld) -> list[str]:
    (request,) = world.pen.written
    return [line.product_id for line in request.matter.lines]


def test_it_leaves_the_facts_and_the_total_is_of_what_is_left(world: DispatchWorld) -> None:
    basket_then(world, refunded(LEFT_AT + HOUR // 2, TEAPOT))
    assert world.tick(DUE_AT + 2 * MINUTE) == Dispatched(sent=1)
    assert shown(world) == ["mug"]
    assert world.pen.written[0].matter.total is None  # no longer what the checkout said


def test_a_message_of_which_nothing_is_left_is_refused(world: DispatchWorld) -> None:
    basket_then(world, cancelled(LEFT_AT + HOUR // 2))
    assert world.tick(DUE_AT + 2 * MINUTE) == Dispatched(stopped=1)
    assert world.reasons() == {f"refused: {GIVEN_BACK}"}


def test_what_was_put_into_the_basket_after_it_went_back_is_wanted_again(
    world: DispatchWorld,
) -> None:
    basket_then(world, refunded(LEFT_AT - 5 * DAY, whole=True))
    assert world.tick(DUE_AT + 2 * MINUTE) == Dispatched(sent=1)
    assert shown(world) == ["teapot", "mug"]
