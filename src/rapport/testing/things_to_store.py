"""One of everything that a store keeps: what `store_conformance` is written with."""

from __future__ import annotations

from collections.abc import Iterable

from rapport.core.creative.framework import Action
from rapport.core.creative.message import Message
from rapport.core.deciding.budget import Budget
from rapport.core.decision import Decision
from rapport.core.effects import AnyEffect, Decided, OutcomeClosed, Send
from rapport.core.events import Event, MessageClicked
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import HOUR, Instant
from rapport.ports import LogRow
from rapport.testing import examples as ex

BRAND = "harbour"
TUESDAY = ex.at(1)


def row(name: str) -> LogRow:
    return LogRow(ex.checkout(name, ex.at(0)), "ada", ex.at(0) + 5, 0)


def waiting(profile: str, at: Instant) -> ProfileState:
    """Somebody who has just left a checkout and whose run waits."""
    state = ProfileState(profile)
    for event in (*ex.subscribed(at), ex.checkout("c", at)):
        state = step(ex.blueprint(), state, event).state
    return state


def decided(name: str) -> Decided:
    return Decided(
        name,
        Decision(name, "ada", ex.FLOW, 1, "first", "content", ex.at(0), 1, 0, "usual", Action()),
    )


def closed(name: str) -> OutcomeClosed:
    return OutcomeClosed(
        f"outcome-{name}", "ada", name, "", ex.at(4), 1, 4_800, 2_900,
        clicked=False, unsubscribed=False, complained=False, delivered=True,
    )  # fmt: skip


def a_send(key: str, at: Instant = TUESDAY) -> Send:
    return Send(
        key, "ada", ex.FLOW, 1, "first", ex.FLOW, 1, "d1", Action(tone="warm"), at, at + 6 * HOUR,
        "e1", "c1", "usual",
    )  # fmt: skip


def message(key: str) -> Message:
    return Message(
        key=key, brand=BRAND, profile="ada", flow=ex.FLOW, point="first",
        action=Action(tone="warm"), language="en", subject="Your basket", preheader="",
        html="<p>Hello</p>", text="Hello", blocks=("subject-1",), links=(),
        from_email="hello@harbour.example", from_name="Harbour Pottery", reply_to="",
        unsubscribe_url="https://harbour.example/u/1",
    )  # fmt: skip


def every_effect() -> Iterable[AnyEffect]:
    """One history in which everything happens."""
    told: list[Event] = [
        *ex.subscribed(ex.at(0, 9)),
        ex.checkout("c", ex.at(0, 10)),
        ex.order("o", ex.at(0, 20)),
        ex.order("o-again", ex.at(0, 20)),
        ex.order_with("TEN", "o2", ex.at(0, 21)),
        ex.refund("r", ex.at(1)),
        ex.unsubscribed("u", ex.at(2)),
        ex.viewed("v", ex.at(20)),
    ]
    state = ProfileState("ada")
    published = ex.blueprint(offers=ex.budgeted(ten=Budget(uses=9)))
    while told:
        state, effects = step(published, state, told.pop(0))
        for effect in effects:
            yield effect
            if isinstance(effect, Send):
                told.insert(0, ex.event("click", ex.at(0, 21), MessageClicked(effect.key)))
