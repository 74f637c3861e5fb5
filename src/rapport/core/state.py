"""A profile's state: frozen, small, bounded. Everything `step` remembers of one person.

No field says who the person is. Lists are bounded where they are written (`rapport.core.bounds`
and the reducers), so that a typical profile stays well under 2 KB.
"""

from __future__ import annotations

from msgspec import Struct

from rapport.core.choices import Consent, LastWord, ToldAt
from rapport.core.creative.framework import Action
from rapport.core.time import DAY, MINUTE, Instant, Millis

HALF_LIFE: Millis = 14 * DAY
"""Interest in a category halves in this time."""

BASKET_HALF_LIFE: Millis = DAY
"""What a basket says of wanting something halves in this time."""

SESSION_GAP: Millis = 30 * MINUTE
"""A visit ends after this long without anything."""


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
    """Orders whose value is not in `value`: paid in another currency, or nobody told what they came
    to."""
    recent: tuple[OrderNote, ...] = ()
    proven: bool = False
    """Whether an order was told by a source that proves who it is; only that makes a customer."""
    early_refunds: tuple[EarlyRefund, ...] = ()
    days: int = 0
    """Days (UTC) with orders, as an order rhythm counts; 0 also where a state is older than that
    count: see `rapport.core.person.order_outlook.order_days`."""


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
    full_price: int = 0
    """As of `rapport.core.events.Line`."""
    variant: str = ""
    """What tells a line of a cart from other variants of the product; empty where nobody told, in
    checkouts, and in carts of before `rapport.core.editions.VARIANTS_APART`."""
    free: bool = False
    """As of `rapport.core.events.Line`."""


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
    free: bool = False
    """Whether the shop told that it comes to nothing: a `total` of 0 is also that of one of which
    nobody told."""
    in_part: bool = False
    """Whether its lines are not all that bears on what it comes to: some were left out, or a
    discount was told of."""


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
    """What the run is about: a checkout's token, the name of an order, `@cart`, or nothing."""
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
    awaits: bool = False
    """The decision chose a moment that has not come."""


REMEMBERED_DAYS = 28
ALL_DAYS = (1 << REMEMBERED_DAYS) - 1


class VisitHabits(Struct, frozen=True, array_like=True, gc=False):
    """How somebody comes by. `device` and `channel` are words of `rapport.core.events`."""

    views: int = 0
    device: str = ""
    """The one that was told of last."""
    devices: tuple[tuple[str, int], ...] = ()
    """What was done on the site, by device."""
    channel: str = ""
    """How this visit came about; empty where nobody told."""
    channels: tuple[tuple[str, int], ...] = ()
    """Visits by channel, where it was told."""
    parts: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Visits by the quarter of the person's day: night, morning, afternoon, evening."""
    last_day: int = 0
    """The last day (UTC, since 1970) with anything done on the site."""
    days: int = 0
    """The days before, and that one itself, as bits: bit n is n days before `last_day`."""
    searches: int = 0
    """In this visit."""
    dwell: Millis = 0
    """Time with products on the screen in this visit, as far as what came next tells."""
    on_product: bool = False
    """Whether a product was the last thing looked at."""

    def days_as_of(self, day: int) -> int:
        """The days with visits as bits, bit n for n days before `day`; later ones are left out."""
        ago = day - self.last_day
        if ago < 0:
            return self.days >> min(-ago, REMEMBERED_DAYS)
        return (self.days << min(ago, REMEMBERED_DAYS)) & ALL_DAYS


class CartHabits(Struct, frozen=True, array_like=True, gc=False):
    """How somebody fills baskets. What is of the open one begins anew after an order."""

    since: Instant = 0
    """When the open cart got its first product; 0 while it is empty."""
    added: int = 0
    removed: int = 0
    """Pieces put into the open cart, and taken out again."""
    changes: int = 0
    """How often the open cart was changed."""
    highest: int = 0
    """The most that the open cart or checkout was worth, minor units."""
    begun: int = 0
    """Carts that got a first product, ever."""
    checkouts: int = 0
    """Checkouts begun, ever; and those of them that were bought."""
    bought: int = 0
    checkout_changes: int = 0
    """How often the open checkout was told again with other lines or another total."""
    with_code: bool = False
    """Whether a discount code stands in the open checkout."""


class OfferTally(Struct, frozen=True, array_like=True, gc=False):
    """How somebody took an offer. `answered` counts messages that were clicked or whose code was
    used; `used` counts orders with its code, whoever gave it to them."""

    offer: str
    sent: int = 0
    clicked: int = 0
    answered: int = 0
    used: int = 0
    used_at: Instant = 0

    def answers(self, note: Note) -> bool:
        """Whether a message with this offer was clicked, or its code used after it."""
        return note.clicked or self.used_at >= note.at


class Preference(Struct, frozen=True, array_like=True, gc=False):
    """What somebody said of themselves. `proven`: told by a source that proves who it is. One that
    was taken back is kept without a value, since an older word may be told later."""

    key: str
    value: str
    at: Instant
    proven: bool = False


class Trouble(Struct, frozen=True, array_like=True, gc=False):
    """What went wrong with somebody, ever: questions to support, complaints about messages."""

    tickets: int = 0
    ticket_at: Instant = 0
    complaints: int = 0
    complaint_at: Instant = 0
    delayed: tuple[str, ...] = ()
    """Parcels that are late now."""
    delayed_at: Instant = 0
    """When it was last told that one is."""
    questions: tuple[LastWord, ...] = ()
    """The last word on each of the newest questions to support; those that hold are open."""
    parcels: tuple[LastWord, ...] = ()
    """The same of parcels; those that hold are late."""


class Habits(Struct, frozen=True, array_like=True, gc=False):
    """What is counted for signals alone; `rapport.core.person.habits` keeps it."""

    visits: VisitHabits = VisitHabits()
    carts: CartHabits = CartHabits()
    offers: tuple[OfferTally, ...] = ()
    """The one that something was last heard of stands last."""
    preferences: tuple[Preference, ...] = ()
    trouble: Trouble = Trouble()
    largest_order: int = 0
    """Minor units of the brand's currency."""


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
    habits: Habits = Habits()
    lifted: int = 0
    """The version in which it was stored, where that was an older one which knew less; below 0
    where the log could not tell the rest (`rapport.app.events.recount`); else 0."""
    had: tuple[int, ...] = ()
    """Words that reached the person, the last ones, by the numbers of
    `rapport.core.deciding.had`."""
    told: ToldAt = ToldAt()
