"""What became of a message, written down and told to the core as an event like any other."""

from __future__ import annotations

from collections.abc import Sequence

import structlog

from rapport.app.events.process import Received, process
from rapport.core.blueprint import Blueprint
from rapport.core.deciding.reasons import TOO_LATE
from rapport.core.effects import Send
from rapport.core.events import (
    FAILED,
    SWITCHED_OFF,
    UNCLEAR,
    Event,
    MessageBounced,
    MessageSent,
    MessageStopped,
)
from rapport.core.oversight.stopping import holding, lapsed_words
from rapport.core.time import Instant
from rapport.errors import CodecError
from rapport.ports import Transaction

log = structlog.get_logger(__name__)


def lapse(transaction: Transaction, blueprint: Blueprint, now: Instant, limit: int) -> int:
    """Gives up what a stop held back until it was too late; returns how many."""
    late = transaction.lapsed(blueprint.brand, now, limit)
    stops = transaction.stops(blueprint.brand) if late else ()
    for planned in late:
        stop = holding(stops, planned.send)
        why = lapsed_words(stop) if stop else TOO_LATE
        settle_stopped(transaction, blueprint, planned.send, now, SWITCHED_OFF, why)
    return len(late)


def settle_sent(
    transaction: Transaction, blueprint: Blueprint, send: Send, at: Instant, words: Sequence[int]
) -> None:
    event = Event(f"sent:{send.key}", at, "rapport", MessageSent(send.key, words=tuple(words)))
    transaction.settle(blueprint.brand, send, at, "sent", "")
    _tell(transaction, blueprint, send, event)


def settle_stopped(
    transaction: Transaction, blueprint: Blueprint, send: Send, at: Instant, kind: str, why: str
) -> None:
    # What may have reached the person counts as said, too.
    words = tuple(transaction.words_of(blueprint.brand, send.key)) if kind == UNCLEAR else ()
    event = Event(f"stopped:{send.key}", at, "rapport", MessageStopped(send.key, kind, why, words))
    status = "unclear" if kind == UNCLEAR else "stopped"
    transaction.settle(blueprint.brand, send, at, status, f"{kind}: {why}")
    _tell(transaction, blueprint, send, event)


def settle_bounced(
    transaction: Transaction, blueprint: Blueprint, send: Send, at: Instant, why: str
) -> None:
    """The server said at once that the address is no more: a bounce like one that is told later."""
    settle_stopped(transaction, blueprint, send, at, FAILED, why)
    event = Event(f"bounced:{send.key}", at, "rapport", MessageBounced(send.key))
    _tell(transaction, blueprint, send, event)


def _tell(transaction: Transaction, blueprint: Blueprint, send: Send, event: Event) -> None:
    """What came of a message is an event like any other.

    A profile that cannot be read does not hear of it: that must neither undo what became of the
    message, which is on record, nor hold up anybody else's.
    """
    try:
        process(transaction, blueprint, [Received(send.profile, event, event.at)])
    except CodecError as error:
        log.error("profile not told of its message", message=send.key, error=str(error))  # noqa: TRY400 (it is all told)
