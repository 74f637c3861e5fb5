"""Effects: what `step` wants done. Facts are recorded with the state; a `Send` is done later.

Every effect has a key that is a function of the brand, profile, run and step, so that the same
history always gives the same keys and a second one is seen.
"""

from __future__ import annotations

from msgspec import Struct

from rapport.core.creative.framework import Action
from rapport.core.decision import Decision
from rapport.core.time import Instant


class Effect(Struct, frozen=True, tag_field="type", gc=False):
    """Base of all effects."""

    key: str


class Send(Effect, frozen=True, tag="send", gc=False):
    """Write this message and send it, if it is still wanted when its turn comes.

    `subject_event` is the event that holds the words of what the message is about (the checkout).
    """

    profile: str
    flow: str
    run: int
    point: str
    framework: str
    release: int
    decision: str
    action: Action
    at: Instant
    valid_until: Instant
    subject_event: str = ""
    subject: str = ""
    arm: str = ""
    proven: bool = False
    """Whether the words of what it is about come from a source that proves who it is."""


class Decided(Effect, frozen=True, tag="decided", gc=False):
    """A decision, for the permanent record. `key` is the decision's id."""

    decision: Decision


class Entered(Effect, frozen=True, tag="entered", gc=False):
    """A profile entered a flow, in this arm: from here on it is measured."""

    profile: str
    flow: str
    run: int
    arm: str
    at: Instant
    release: int
    bucket: int


class Left(Effect, frozen=True, tag="left", gc=False):
    """A run ended, and why."""

    profile: str
    flow: str
    run: int
    at: Instant
    reason: str


class Ordered(Effect, frozen=True, tag="ordered", gc=False):
    """An order counted, once however many sources told of it. Money in minor units.

    `margin` is revenue less the cost of goods; discounts are already off the revenue.
    `counted` is false where the currency is not the brand's: the order counts, its money does not.
    """

    profile: str
    order_id: str
    at: Instant
    revenue: int
    margin: int
    discount: int
    currency: str
    counted: bool
    backfill: bool


class OfferUsed(Effect, frozen=True, tag="offer_used", gc=False):
    """An order used an offer that has a budget. `cost` in minor units; `message` is the one that
    had promised it to this person, empty where none did. `key` is of the offer and the order."""

    profile: str
    offer: str
    order_id: str
    at: Instant
    cost: int
    message: str


class Reversed(Effect, frozen=True, tag="reversed", gc=False):
    """Money of an order went back: a refund or a cancellation. Amounts in minor units, positive."""

    profile: str
    order_id: str
    at: Instant
    revenue: int
    margin: int
    cancelled: bool


class Repeated(Effect, frozen=True, tag="repeated", gc=False):
    """The event told of something known already (the same order by another source)."""

    profile: str
    event: str
    of: str
    at: Instant


class ConsentNoted(Effect, frozen=True, tag="consent_noted", gc=False):
    """A line for the consent ledger."""

    profile: str
    at: Instant
    channel: str
    purpose: str
    status: str
    source: str
    method: str
    wording: str
    wording_version: str
    double_opt_in: bool


class OptedOut(Effect, frozen=True, tag="opted_out", gc=False):
    """The person may no longer be written to: `reason` is unsubscribed, bounced or complained.

    `message` is the message that it answers, where that is known.
    """

    profile: str
    at: Instant
    reason: str
    message: str


class Answered(Effect, frozen=True, tag="answered", gc=False):
    """The person answered a message by a click, for the first time."""

    profile: str
    message: str
    at: Instant


class OutcomeClosed(Effect, frozen=True, tag="outcome_closed", gc=False):
    """What came of a decision within its window. Money in minor units, from the window's start."""

    profile: str
    decision: str
    message: str
    at: Instant
    orders: int
    revenue: int
    margin: int
    clicked: bool
    unsubscribed: bool
    complained: bool
    delivered: bool


AnyEffect = (
    Send
    | Decided
    | Entered
    | Left
    | Ordered
    | OfferUsed
    | Reversed
    | Repeated
    | ConsentNoted
    | OptedOut
    | Answered
    | OutcomeClosed
)
