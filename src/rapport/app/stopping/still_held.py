"""What still holds messages back once a stop of theirs has ended: several may hold at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from rapport.core.effects import Send
from rapport.core.oversight.stopping import (
    BRAND,
    EVERYTHING,
    FLOW,
    FRAMEWORK,
    MESSAGE,
    WHOLE,
    Stop,
    Switch,
)
from rapport.ports import Transaction


class StillHeld(Struct, frozen=True):
    """How many of the `messages` that waited for a stop to end wait for another one now, and for
    which: `by`, in words."""

    messages: int
    by: Sequence[str]


def still_held(transaction: Transaction, brands: Sequence[str], ended: Switch) -> StillHeld:
    """What of `ended` other stops of these brands hold back, or will, of what is planned from now
    on."""
    messages, by = 0, dict[str, None]()
    for brand in brands:
        left = transaction.stops(brand)
        messages += _in_both(transaction, brand, [ended], [one.switch for one in left])
        meets = _meeting(transaction, brand, ended, left)
        found = [one.switch for one in left if meets(one.switch)]
        by |= dict.fromkeys(named(one, brand, several=len(brands) > 1) for one in found)
    return StillHeld(messages, list(by))


def named(switch: Switch, brand: str, *, several: bool) -> str:
    """A switch in words, with its brand where it is one of several."""
    if not several or switch.kind == EVERYTHING:
        return switch.words
    return f"{switch.words} {brand}" if switch.kind == BRAND else f"{switch.words} of {brand}"


def _in_both(
    transaction: Transaction, brand: str, some: Sequence[Switch], others: Sequence[Switch]
) -> int:
    """How many messages wait that both cover."""
    some_, others_, either = (
        transaction.held_back(brand, switches)["waiting"]
        for switches in (some, others, [*some, *others])
    )
    return some_ + others_ - either


def _meeting(
    transaction: Transaction, brand: str, ended: Switch, left: Sequence[Stop]
) -> Callable[[Switch], bool]:
    """Whether another switch covers messages that `ended` does, too."""
    every = [ended, *(one.switch for one in left)]
    keys = [one.key for one in every if one.kind == MESSAGE]
    sends = {one.send.key: one.send for one in transaction.waiting(brand, keys)}

    def covers(wide: Switch, send: Send | None) -> bool:
        return send is not None and wide.covers(send)

    def meets(other: Switch) -> bool:
        if other.kind == MESSAGE:
            return covers(ended, sends.get(other.key))
        if ended.kind == MESSAGE:
            return covers(other, sends.get(ended.key))
        if ended.kind in WHOLE or other.kind in WHOLE:
            return True
        if ended.kind == other.kind:
            return False
        return _speaks(transaction, brand, ended, other) or bool(
            _in_both(transaction, brand, [ended], [other])
        )

    return meets


def _speaks(transaction: Transaction, brand: str, one: Switch, another: Switch) -> bool:
    """Whether the flow of these two says something by the framework, as it is published now."""
    keys = {one.kind: one.key, another.kind: another.key}
    blueprint = transaction.blueprint(brand)
    flows = blueprint.releases[-1].flows if blueprint else ()
    return any(
        flow.key == keys[FLOW] and any(point.framework == keys[FRAMEWORK] for point in flow.points)
        for flow in flows
    )
