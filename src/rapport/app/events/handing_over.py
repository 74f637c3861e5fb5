"""What was planned for a profile that was merged into another goes out to the person all the same.

And once: where both had the same step of a flow coming, or one has had it, the other's is stopped,
and the record says why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from rapport.app.events.settling import settle_stopped
from rapport.core.blueprint import Blueprint
from rapport.core.codec import decode_state
from rapport.core.effects import Send
from rapport.core.events import REFUSED, ProfileAbsorbed
from rapport.core.state import Note
from rapport.core.step import why_unwanted
from rapport.core.time import DAY, Instant, Millis
from rapport.errors import CodecError
from rapport.ports import Reached, Transaction

TWIN = "it reached this person, or will, as the message of a profile that turned out to be theirs"


class Merge(Struct, frozen=True):
    """A profile that was absorbed: into which one, by which event, and when that was told."""

    winner: str
    loser: str
    absorbed: str
    at: Instant


def hand_over(transaction: Transaction, blueprint: Blueprint, merges: Sequence[Merge]) -> None:
    """Hands over what waits in the outbox, once the events of `merges` were taken in.

    They are in their order, and of one unit of work: one that absorbed another may be absorbed
    itself. Whoever is one person in the end is looked at as a whole, since of three profiles that
    had the same step coming two would not meet in any pair.
    """
    people: dict[str, list[Merge]] = {}
    into = {merge.loser: merge.winner for merge in merges}
    for merge in merges:
        people.setdefault(_living(merge.winner, into), []).append(merge)
    for person, theirs in people.items():
        _hand_over_to(transaction, blueprint, person, theirs)


def _living(profile: str, into: Mapping[str, str]) -> str:
    passed = {profile}
    while (winner := into.get(profile)) is not None and winner not in passed:
        passed.add(profile := winner)
    return profile


def _hand_over_to(
    transaction: Transaction, blueprint: Blueprint, person: str, merges: Sequence[Merge]
) -> None:
    brand = blueprint.brand
    whose: dict[str, str] = {}
    unsent: list[str] = []
    for merge in merges:
        for note in _notes(transaction, brand, merge):
            # Whoever is absorbed second brings along what it absorbed itself, which is known.
            if note.key not in whose:
                whose[note.key] = merge.loser
                unsent += [] if note.confirmed else [note.key]
    if not whose:
        return
    state = transaction.states(brand, [person])[person]
    for note in state.notes:
        whose.setdefault(note.key, person)
    transaction.readdress(brand, unsent, person)
    reached = transaction.reached(brand, list(whose))
    waiting = [planned.send for planned in transaction.waiting(brand, list(whose))]
    at = max(merge.at for merge in merges)

    def turn(send: Send) -> tuple[bool, Instant, bool]:
        # Of two baskets' reminders the one of the basket that is open goes out: the other would be
        # refused later, and nothing would be said.
        unwanted = bool(why_unwanted(blueprint, state, send, max(at, state.clock)))
        return unwanted, send.at, whose[send.key] != person

    for send in sorted(waiting, key=turn):
        others = [one for one in reached if whose[one.key] != whose[send.key]]
        if any(_is_the_same(blueprint, send, other) for other in others):
            settle_stopped(transaction, blueprint, send, at, REFUSED, TWIN)
        else:
            reached.append(Reached(send.key, send.flow, send.point, send.at))


def _notes(transaction: Transaction, brand: str, merge: Merge) -> tuple[Note, ...]:
    """What the absorbed profile had been told, or was about to be."""
    body = transaction.event_body(brand, merge.absorbed)
    if not isinstance(body, ProfileAbsorbed):
        return ()
    try:
        return decode_state(body.state).notes
    except CodecError:
        # Nothing readable was known of them, and `rapport.core.flows.merge` says what that means.
        # What waits stays with the profile that has ended, and is refused and recorded there.
        return ()


def _is_the_same(blueprint: Blueprint, send: Send, other: Reached) -> bool:
    """Whether both are one step of a flow, sooner after each other than anybody may enter it."""
    same = (send.flow, send.point) == (other.flow, other.point)
    return same and abs(send.at - other.at) < _apart(blueprint, send)


def _apart(blueprint: Blueprint, send: Send) -> Millis:
    flow = blueprint.release_number(send.release).flow(send.flow)
    return max(flow.reentry_after if flow is not None else 0, DAY)
