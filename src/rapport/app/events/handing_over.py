"""What was planned for a profile that was merged into another goes out to the person all the same.

And once: where both had the same step of a flow coming, or one has had it, the other's is stopped,
and the record says why.
"""

from __future__ import annotations

from msgspec.structs import replace

from rapport.app.events.settling import settle_stopped
from rapport.core.blueprint import Blueprint
from rapport.core.codec import decode_state
from rapport.core.effects import Send
from rapport.core.events import ProfileAbsorbed
from rapport.core.time import DAY, Instant, Millis
from rapport.errors import CodecError
from rapport.ports import Reached, Transaction

TWIN = "it reached this person, or will, as the message of a profile that turned out to be theirs"


def hand_over(
    transaction: Transaction, blueprint: Blueprint, winner: str, absorbed: str, at: Instant
) -> None:
    """Hands over what waits in the outbox, once the event `absorbed` was taken in."""
    brand = blueprint.brand
    body = transaction.event_body(brand, absorbed)
    if not isinstance(body, ProfileAbsorbed):
        return
    try:
        told = decode_state(body.state).notes
    except CodecError:
        return  # nothing readable was known of them, as `rapport.core.merge` says
    if not told:
        return
    state = transaction.states(brand, [winner]).get(winner)
    theirs = [note.key for note in told]
    mine = [note.key for note in state.notes if note.key not in theirs] if state else []
    unsent = [note.key for note in told if not note.confirmed]
    coming = transaction.waiting(brand, unsent)
    transaction.readdress(brand, unsent, winner)
    reached = transaction.reached(brand, [*mine, *theirs])
    waiting = [planned.send for planned in (*transaction.waiting(brand, mine), *coming)]
    for send in sorted(waiting, key=lambda one: one.at):
        others = [one for one in reached if (one.key in theirs) != (send.key in theirs)]
        if any(_is_the_same(blueprint, send, other) for other in others):
            ours = replace(send, profile=winner)
            settle_stopped(transaction, blueprint, ours, at, "refused", TWIN)
        else:
            reached.append(Reached(send.key, send.flow, send.point, send.at))


def _is_the_same(blueprint: Blueprint, send: Send, other: Reached) -> bool:
    """Whether both are one step of a flow, sooner after each other than anybody may enter it."""
    same = (send.flow, send.point) == (other.flow, other.point)
    return same and abs(send.at - other.at) < _apart(blueprint, send)


def _apart(blueprint: Blueprint, send: Send) -> Millis:
    flow = blueprint.release_number(send.release).flow(send.flow)
    return max(flow.reentry_after if flow is not None else 0, DAY)
