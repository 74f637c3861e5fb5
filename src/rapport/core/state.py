"""A profile's state: frozen, small, bounded. Everything `step` remembers of one person.

No field says who the person is. Lists are bounded where they are written (`rapport.core.bounds`
and the reducers), so that a typical profile stays well under 2 KB.
"""

from __future__ import annotations

from msgspec import Struct

from rapport.core.creative import Action
from rapport.core.time import DAY, MINUTE, Instant, Millis

HALF_LIFE: Millis = 14 * DAY
"""Interest in a category halves in this time."""

BASKET_HALF_LIFE: Millis = DAY
"""What a basket says of wanting something halves in this time."""

SESSION_GAP: Millis = 30 * MINUTE
"""A visit ends after this long without anything."""


class Consent(Struct, frozen=True, array_like=True, gc=False):
    """What may be sent. `email` and `sms`: '', subscribed, pending, unsubscribed or never."""

    email: str = ""
    email_at: Instant = 0
    sms: str = ""
    sms_at: Instant = 0
    bounced: bool = False
    complained: bool = False
    no_profiling: bool = False
    declined_topics: tuple[str, ...] = ()
    email_asked_at: Instant = 0
    """When the person last asked for e-mail by an act of their own; only that lifts an opt-out."""
    sms_asked_at: Instant = 0


class OrderNote(Struct, frozen=True, array_like=True, gc=False):
    """One recent order, enough to know it again when another source tells of it."""

    refs: tuple[str, ...]
    at: Instant
    total: int
    source: str
    """Every source that told of it, the first one first, with spaces between."""
    revenue: int = 0
    margin: int = 0
    discounted: bool = False
    taken_back: tuple[tuple[str, int], ...] = ()
    """How much of `revenue` went back, summed up by the source that told of it."""

    @property
    def went_back(self) -> int:
        """The most that any one source told of: two that tell of one refund tell of one. Never
        more than the whole order, since shops tell of a cancellation and of its refund."""
        return min(max((amount for _, amount in self.taken_back), default=0), self.revenue)


class EarlyRefund(Struct, frozen=True, array_like=True, gc=False):
    """Money that went back for an order that nobody has told of yet. `amount` is what is still to
    be taken off once somebody does; -1 stands for the whole order."""

    order_id: str
    source: str
    amount: int


class Orders(Struct, frozen=True, array_like=True, gc=False):
    """Order history. `value` is revenue in the brand's currency, minor units, refunds taken off."""

    count: int = 0
    first_at: Instant = 0
    last_at: Instant = 0
    value: int = 0
    discounted: int = 0
    refunds: int = 0
    last_refund_at: Instant = 0
    other_currency: int = 0
    """Orders whose value is not in `value`, since they were paid in another currency."""
    recent: tuple[OrderNote, ...] = ()
    proven: bool = False
    """Whether an order was told by a source that proves who it is; only that makes a customer."""
    early_refunds: tuple[EarlyRefund, ...] = ()
    days: int = 0
    """Days (UTC) with orders, as an order rhythm counts; 0 also where a state is older than that
    count: see `rapport.core.order_outlook.order_days`."""


class Interest(Struct, frozen=True, array_like=True, gc=False):
    """Views of a category, each counting half after `HALF_LIFE`; `amount` as of `at`."""

    category: str
    amount: float
    at: Instant


class Browsing(Struct, frozen=True, array_like=True, gc=False):
    """What the person looked at; a session ends after half an hour of quiet."""

    last_at: Instant = 0
    session_started_at: Instant = 0
    session_views: int = 0
    session_products: int = 0
    sessions: int = 0
    interests: tuple[Interest, ...] = ()
    viewed: tuple[str, ...] = ()
    """Ids of the products viewed last, the newest first."""


class Seen(Struct, frozen=True, array_like=True, gc=False):
    """A product that was looked at: a hash of its id, when last, and in which visit."""

    product: int
    at: Instant
    visit: int


class Trail(Struct, frozen=True, array_like=True, gc=False):
    """What someone's looks and baskets leave behind; it is what intent is told from. History that
    was imported is not in it, since nobody knows the looks that belong to it."""

    looks: int = 0
    """Pages, products, lists, searches and baskets: everything done on the site."""
    orders: int = 0
    baskets: float = 0.0
    """Times that something was put in or a checkout begun, as of `basket_at`; each counts half
    after `BASKET_HALF_LIFE`."""
    basket_at: Instant = 0
    visit: int = 0
    """The visit that `categories` and `returned` are of."""
    categories: tuple[tuple[int, int], ...] = ()
    """Hashes of the categories looked at in this visit and how often, the last one first."""
    returned: int = 0
    """Products of this visit that had been looked at in an earlier one."""
    again_after: Millis = 0
    """How long after the look before it the last product was looked at again; 0 for the first."""
    products: tuple[Seen, ...] = ()
    """The products looked at last, the last one first."""

    def baskets_at(self, at: Instant) -> float:
        """What is left of `baskets` by then; all of it where `at` lies before."""
        return float(self.baskets * 2.0 ** (-max(at - self.basket_at, 0) / BASKET_HALF_LIFE))


class Basket(Struct, frozen=True, array_like=True, gc=False):
    """A line of an open cart or checkout: ids and money only; words come from the event."""

    product_id: str
    quantity: int
    unit_price: int
    category: str = ""


class Checkout(Struct, frozen=True, array_like=True, gc=False):
    """The checkout that is open now. `event_id` names the event that holds its words and link."""

    token: str
    event_id: str
    started_at: Instant
    changed_at: Instant
    total: int
    currency: str
    lines: tuple[Basket, ...] = ()
    cart_token: str = ""
    proven: bool = False
    """Whether its words come from a source that proves who it is."""


class Answer(Struct, frozen=True, array_like=True, gc=False):
    """How often a creative level reached the person and was answered by a click."""

    level: str
    sent: int = 0
    clicked: int = 0


class Note(Struct, frozen=True, array_like=True, gc=False):
    """A message that went out or is on its way: enough to count it and to credit its clicks."""

    key: str
    at: Instant
    action: Action
    confirmed: bool = False
    clicked: bool = False


class Run(Struct, frozen=True, array_like=True, gc=False):
    """One passage through a flow, with the release it started with.

    `wake_at` is the timer; `due` says what it is for: '' for the node's own wait, `send` when the
    chosen moment comes. `time` and `time_probability` are the first half of a decision.
    """

    flow: str
    release: int
    number: int
    node: int
    entered_at: Instant
    arrived_at: Instant
    """When the run came to `node`."""
    wake_at: Instant
    arm: str
    subject: str = ""
    """What the run is about: the checkout's token."""
    due: str = ""
    time: str = ""
    time_probability: float = 1.0


class PastRun(Struct, frozen=True, array_like=True, gc=False):
    """When a flow was last entered and left, for the re-entry rule."""

    flow: str
    entered_at: Instant
    left_at: Instant


class Window(Struct, frozen=True, array_like=True, gc=False):
    """A decision whose outcome is still open, and what has come of it so far."""

    decision: str
    message: str
    opened_at: Instant
    closes_at: Instant
    run: int = 0
    orders: int = 0
    revenue: int = 0
    margin: int = 0
    clicked: bool = False
    unsubscribed: bool = False
    complained: bool = False
    stopped: bool = False
    """The message never reached the person; the decision teaches nothing about messages."""


class ProfileState(Struct, frozen=True, array_like=True, gc=False):
    """All of it. `clock` is the instant up to which timers were fired; it never goes back."""

    profile: str
    clock: Instant = 0
    first_seen_at: Instant = 0
    has_email: bool = False
    has_phone: bool = False
    language: str = ""
    country: str = ""
    utc_offset_minutes: int | None = None
    consent: Consent = Consent()
    orders: Orders = Orders()
    browsing: Browsing = Browsing()
    cart: tuple[Basket, ...] = ()
    cart_changed_at: Instant = 0
    checkout: Checkout | None = None
    open_tickets: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    answers: tuple[Answer, ...] = ()
    runs: tuple[Run, ...] = ()
    past_runs: tuple[PastRun, ...] = ()
    windows: tuple[Window, ...] = ()
    run_count: int = 0
    arm_key: str = ""
    """What the arm is the hash of: the id under which the profile was first assigned one."""
    moved_into: str = ""
    trail: Trail = Trail()
