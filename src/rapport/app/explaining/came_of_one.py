"""What one person did after a decision, in words: as far as it counts for that decision."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from rapport.app.evidence.absorbed import living
from rapport.app.wording.dates import local_time
from rapport.app.wording.lengths import length
from rapport.app.wording.level_words import money
from rapport.core.blueprint import Blueprint
from rapport.core.brand import Brand
from rapport.core.decision import Decision
from rapport.core.effects import OutcomeClosed
from rapport.core.state import ProfileState, Window
from rapport.core.time import Zone
from rapport.ports.history import States
from rapport.ports.of_one import OfOne, WayOut


class Followed(OfOne, States, Protocol):
    """What is read to tell what came of a decision."""


class CameOf(Struct, frozen=True):
    """What came of it in a sentence or two, and what that does not show; nothing where nothing is
    on record."""

    says: tuple[str, ...] = ()
    note: str = ""


NOTHING = CameOf()
NOT_KEPT = "What came of it is not on record."
OF_A_MESSAGE = (
    "What one person did does not show what the message added: they might have done it anyway. "
    "That shows only where people who get messages are held against people who get none."
)
OF_SILENCE = (
    "What one person did does not show what silence brought: they might have done it anyway."
)
UNPRICED = (
    "of which no money counts: it was paid back, in another currency, or nobody told what it "
    "came to"
)
STOPPED = "stopped"
"""The status of a message that did not go out."""


def came_of(
    kept: Followed, blueprint: Blueprint, decision: Decision, status: str = "", whose: str = ""
) -> CameOf:
    """Of a decision and the message that it led to, where it did, with its `status`. `whose` is the
    profile that the person is known by now; the decision's where nobody says."""
    if decision.message and status == STOPPED:
        return NOTHING
    brand, zone = _brand(blueprint, decision), blueprint.releases[-1].brand.zone
    state = living(kept, blueprint.brand, whose or decision.profile)
    closed = kept.outcome(blueprint.brand, decision.id)
    says = []
    if closed is not None:
        says.append(_closed(closed, decision, _window(blueprint, decision), brand))
    elif window := _open(state, decision):
        says.append(_so_far(window, brand, zone))
    elif decision.message:
        says.append(NOT_KEPT)
    if decision.message and state is not None:
        left = kept.ways_out(blueprint.brand, state.profile, decision.message)
        says += [_left(one, zone) for one in left[:1]]
    if not says:
        return NOTHING
    return CameOf(tuple(says), OF_A_MESSAGE if decision.message else OF_SILENCE)


def _brand(blueprint: Blueprint, decision: Decision) -> Brand:
    """As it was: money counts in the currency of then."""
    return blueprint.release_number(decision.release).brand


def _window(blueprint: Blueprint, decision: Decision) -> int:
    """How long the decision would have answered for what follows; 0 where that is not known."""
    flow = blueprint.release_number(decision.release).flow(decision.flow)
    point = flow.point(decision.point) if flow else None
    return point.window if point else 0


def _open(state: ProfileState | None, decision: Decision) -> Window | None:
    windows = state.windows if state is not None else ()
    return next((one for one in windows if one.decision == decision.id and not one.stopped), None)


def _closed(closed: OutcomeClosed, decision: Decision, longest: int, brand: Brand) -> str:
    span = length(closed.at - decision.at)
    orders = _orders(closed, brand)
    said = f"Within {span}: {orders}" if orders else f"No order within {span}"
    # What follows the next decision of a flow is that one's to answer for.
    cut = closed.at < decision.at + longest
    return f"{said}; then the next choice was made for them." if cut else f"{said}."


def _so_far(window: Window, brand: Brand, zone: Zone) -> str:
    orders = _orders(window, brand) or "no order"
    return f"Still open until {local_time(window.closes_at, zone)}: {orders} so far."


def _orders(found: OutcomeClosed | Window, brand: Brand) -> str:
    """Such as `one order of £60.00 (margin £35.20)`; empty where there was none."""
    if found.orders <= 0:
        return ""
    what = "one order" if found.orders == 1 else f"{found.orders:,} orders"
    if found.revenue <= 0:
        return f"{what}, {UNPRICED}"
    together = "" if found.orders == 1 else " together"
    margin = money(found.margin, brand)
    return f"{what} of {money(found.revenue, brand)}{together} (margin {margin})"


def _left(one: WayOut, zone: Zone) -> str:
    did = {
        "unsubscribed": "They unsubscribed",
        "complained": "They reported it as spam",
        "bounced": "Their address turned out to be no more",
    }.get(one.reason, f"They left ({one.reason})")
    return f"{did} on {local_time(one.at, zone)}, which counts against this message."
