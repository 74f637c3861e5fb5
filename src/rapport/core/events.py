"""Events: what happened, when, and told by whom. Never changed once appended.

A source's payload becomes one or more `Incoming`s (adapters do that); ingest adds the profile and
makes the `Event` that the core sees. Money is whole minor units of the event's currency (pence for
GBP, yen for JPY). A body holds nothing that says who the person is: contact data lives beside the
events, in the profile.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct, field

from rapport.core.time import Instant

PUBLIC_SOURCES = ("segment",)
"""Sources whose key stands in the shop's pages, so that anybody can send with it. What they tell is
good enough to start a message and proves nothing of who the person is or what they agreed to."""

STAFF, BY_HAND = "staff", "by_hand"
"""The source and the method of what a brand's own people entered, as when somebody phones."""

MAX_LINES = 100
"""Lines of a cart, checkout or order that are kept; a source cuts the rest and says so."""


def checkout_name(token: str) -> str:
    """What an order is called by the checkout that it came from: all sources that know the checkout
    call it so, whatever else each of them calls it."""
    return f"checkout:{token}"


class Line(Struct, frozen=True, omit_defaults=True, gc=False):
    """One product in a cart, a checkout or an order."""

    product_id: str
    title: str = ""
    quantity: int = 1
    unit_price: int = 0
    """Minor units, after line discounts, tax as the shop shows it."""
    variant_id: str = ""
    variant: str = ""
    sku: str = ""
    category: str = ""
    url: str = ""
    image_url: str = ""
    full_price: int = 0
    """What stands struck through beside the price, or what one piece cost before line discounts,
    minor units; 0 where nobody told."""
    free: bool = False
    """Whether it was told to cost nothing. A `unit_price` of 0 says it of no line by itself: it is
    that of a price that nobody told, too."""


class Body(Struct, frozen=True, tag_field="type", omit_defaults=True, gc=False):
    """Base of all bodies; the tag is the event's stored type."""

    name: ClassVar[str] = ""


DEVICES = ("phone", "tablet", "computer", "other")
"""Classes of devices. Make and system are not kept: they tell what somebody earns."""

CHANNELS = ("direct", "search", "social", "ad", "email", "referral")
"""How a visit came about. Addresses of other sites and names of campaigns are not kept."""


class OnSite(Body, frozen=True, kw_only=True, gc=False):
    """Base of what somebody does on the shop's site, with the circumstances where told."""

    device: str = ""
    """One of `DEVICES`, or empty."""
    channel: str = ""
    """One of `CHANNELS`, or empty where nobody told or the page before was the shop's own."""


class PageViewed(OnSite, frozen=True, tag="page_viewed", gc=False):
    url: str = ""
    title: str = ""


class ProductViewed(OnSite, frozen=True, tag="product_viewed", gc=False):
    line: Line


class CollectionViewed(OnSite, frozen=True, tag="collection_viewed", gc=False):
    category: str


class Searched(OnSite, frozen=True, tag="searched", gc=False):
    query: str = ""


class CartChanged(OnSite, frozen=True, tag="cart_changed", gc=False):
    """A line was put in or taken out, or the cart was looked at as a whole.

    `added` is the line that was put in, `removed` the one that was taken out; `lines` is the whole
    cart where the source told it (then it replaces what was known).
    """

    cart_token: str = ""
    added: Line | None = None
    removed: Line | None = None
    lines: tuple[Line, ...] | None = None


class CheckoutStarted(OnSite, frozen=True, tag="checkout_started", gc=False):
    """A checkout was begun or changed; the same token again is the same checkout."""

    checkout_token: str
    lines: tuple[Line, ...] = ()
    total: int = 0
    """What the goods come to after discounts, without delivery, tax as their prices have it; minor
    units. Checkouts that were told before the two were held apart have what would be paid.
    """
    currency: str = ""
    cart_token: str = ""
    url: str = ""
    """Where the person can take the checkout up again."""
    discount_codes: tuple[str, ...] = ()
    discount: int = 0
    """Taken off beside or within the prices of the lines, as far as it was told."""
    free: bool = False
    """Whether it was told to come to nothing. A `total` of 0 says it of none by itself: it is that
    of one of which nobody knows, too."""
    left_out: int = 0
    """As of `OrderPlaced`."""


class OrderPlaced(Body, frozen=True, tag="order_placed", gc=False):
    order_id: str
    refs: tuple[str, ...] = ()
    """Other names of the order (number, checkout, cart): any one in common is the same order."""
    lines: tuple[Line, ...] = ()
    revenue: int = 0
    """Products after discounts, without shipping and, where told apart, tax; minor units."""
    total: int = 0
    """What was paid, minor units."""
    currency: str = ""
    discount: int = 0
    discount_codes: tuple[str, ...] = ()
    checkout_token: str = ""
    left_out: int = 0
    """Lines that were told of and are not in `lines`, since they could not be read. Where neither
    `revenue` nor `total` was told beside them, nobody knows what the order was worth; nor where
    `goods` is None, too."""
    repeated: bool = False
    """Set by the intake: another event told of this order before, perhaps of somebody unnamed. It
    ends what waits for an order, and counts no money."""
    claimed: bool = False
    """Set by the intake: anybody could have told of it, in a shop that tells of its orders itself
    (`rapport.app.events.claims`). It ends what waits for an order, begins nothing and counts for
    nothing, until the shop tells of it."""
    goods: int | None = None
    """What the goods came to after discounts, without delivery, tax as their prices have it; None
    where nobody knows, and in orders that were told before it was kept or before that it was 0 was.
    `revenue` is without tax where that was told."""


class OrderRefunded(Body, frozen=True, tag="order_refunded", gc=False):
    """Money went back. `amount` 0 with `whole` set means the whole order."""

    order_id: str
    refund_id: str = ""
    amount: int = 0
    whole: bool = False
    lines: tuple[Line, ...] = ()
    currency: str = ""
    """Of the amount; where it is not told, it is the brand's."""


class OrderCancelled(Body, frozen=True, tag="order_cancelled", gc=False):
    order_id: str
    reason: str = ""


class ProfileChanged(Body, frozen=True, tag="profile_changed", gc=False):
    """What is now known that decisions may use; `None` leaves a field as it was."""

    has_email: bool | None = None
    has_phone: bool | None = None
    language: str | None = None
    country: str | None = None
    utc_offset_minutes: int | None = None
    no_profiling: bool | None = None
    declined_topics: tuple[str, ...] | None = None
    """All topics that the person declines; beside `kept_topics`, those that were asked about."""
    preferences: dict[str, str] | None = None
    """What the person said of themselves, by key; an empty value takes a key back."""
    kept_topics: tuple[str, ...] | None = None
    """Topics that the person was asked about and goes on getting. Where it is None, the word is
    about all topics that there are."""


class ConsentChanged(Body, frozen=True, tag="consent_changed", gc=False):
    """A word about consent. `status`: subscribed, unsubscribed, pending or never.

    `wording` and `wording_version` are what the person saw; `method` is how it was told
    (form, checkout, import, one_click, preference_page, api, by_hand).
    """

    channel: str
    status: str
    purpose: str = "marketing"
    method: str = ""
    wording: str = ""
    wording_version: str = ""
    double_opt_in: bool = False


class TicketChanged(Body, frozen=True, tag="ticket_changed", gc=False):
    """A question or complaint to the shop's support was opened or closed."""

    ticket_id: str
    open: bool = True


class ParcelChanged(Body, frozen=True, tag="parcel_changed", gc=False):
    """A parcel is late, or it is no longer: it came, or goes on as it should."""

    parcel_id: str
    delayed: bool = True


class MessageClicked(Body, frozen=True, tag="message_clicked", gc=False):
    message: str
    """The message's key."""
    link: str = ""


class MessageSent(Body, frozen=True, tag="message_sent", gc=False):
    message: str
    channel: str = "email"
    words: tuple[int, ...] = ()
    """What it said, by the numbers of `rapport.core.deciding.had`."""


REFUSED, BY_GUARDRAIL, FAILED = "refused", "guardrail", "failed"
"""Kinds of a `MessageStopped`: it was not wanted any more, did not pass the checks, or could not be
made or handed over."""
UNCLEAR = "unclear"
"""It may have reached the person after all."""
SWITCHED_OFF = "stopped"
"""A stop of `rapport.core.oversight.stopping` is the reason: it lasted until it was too late."""


class MessageStopped(Body, frozen=True, tag="message_stopped", gc=False):
    """A planned message did not go out, and why; `kind` is one of those above."""

    message: str
    kind: str
    reason: str
    words: tuple[int, ...] = ()
    """What it said, as of `MessageSent`, where it may have reached the person after all."""


class MessageBounced(Body, frozen=True, tag="message_bounced", gc=False):
    message: str = ""
    hard: bool = True


class MessageComplained(Body, frozen=True, tag="message_complained", gc=False):
    message: str = ""


class ProfileAbsorbed(Body, frozen=True, tag="profile_absorbed", gc=False):
    """Another profile turned out to be this person; `state` is what was known of it, encoded."""

    profile: str
    state: bytes = b""


class ProfileMoved(Body, frozen=True, tag="profile_moved", gc=False):
    """This profile turned out to be another one; it ends here."""

    into: str


class Custom(Body, frozen=True, tag="custom", gc=False):
    """Any event that Rapport has no word of its own for; a flow may still start on its name."""

    event: str
    properties: dict[str, str | int | float | bool | None] = field(default_factory=dict)


class Wake(Body, frozen=True, tag="wake", gc=False):
    """Nothing happened but time: the host's watermark passed the event's `at`. Never stored."""


AnyBody = (
    PageViewed
    | ProductViewed
    | CollectionViewed
    | Searched
    | CartChanged
    | CheckoutStarted
    | OrderPlaced
    | OrderRefunded
    | OrderCancelled
    | ProfileChanged
    | ConsentChanged
    | TicketChanged
    | ParcelChanged
    | MessageClicked
    | MessageSent
    | MessageStopped
    | MessageBounced
    | MessageComplained
    | ProfileAbsorbed
    | ProfileMoved
    | Custom
    | Wake
)


class Event(Struct, frozen=True, gc=False):
    """What the core sees: one body, the time it happened, and where the word of it came from."""

    id: str
    """Unique within the brand; the same id again is the same event."""
    at: Instant
    """When it happened, as corrected for the sender's clock."""
    source: str
    body: AnyBody
    backfill: bool = False
    """History: it counts for signals but starts no flow."""
    told: Instant = 0
    """When Rapport was told of it, by its own clock; 0 for as it happened."""

    @property
    def proven(self) -> bool:
        """Whether whoever told of it had to show a secret or a signature."""
        return self.source not in PUBLIC_SOURCES


def wake_at(at: Instant) -> Event:
    """That the watermark passed this moment, for one profile."""
    return Event("wake", at, "rapport", Wake())


class Identifier(Struct, frozen=True, order=True, gc=False):
    """One name of a person. `kind` is one of `rapport.core.person.identity.KINDS`."""

    kind: str
    value: str


class Contact(Struct, frozen=True, omit_defaults=True, gc=False):
    """Who the person is; kept beside the profile, never in events, state or decisions.

    `None` leaves a field as it was.
    """

    email: str | None = None
    phone: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    language: str | None = None
    country: str | None = None
    time_zone: str | None = None
    utc_offset_minutes: int | None = None
    """Of `time_zone` when it was last told to the profile; kept by the intake."""
    told_at: dict[str, Instant] = field(default_factory=dict)
    """When each part was last told, by its name: an older word changes it no more. Kept by the
    intake, and not of what was told without proof where only proof may change it."""


class Incoming(Struct, frozen=True, gc=False):
    """One event as a source told it, before Rapport knows whose it is.

    `aliases` holds identifiers that the source declares to be the same person (Segment's alias,
    a merge of customers), beyond those seen together on one event.
    """

    event: Event
    identifiers: tuple[Identifier, ...]
    contact: Contact | None = None
    aliases: tuple[Identifier, ...] = ()
    profile: str = ""
    """The profile where it is known already, as for a click on one of our own messages."""
