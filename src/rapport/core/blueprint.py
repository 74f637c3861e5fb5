"""What the core decides with: a brand's releases, policies, catalogues and predictions, by time.

All of it is immutable and numbered. Which one holds is a question of event time alone: the latest
whose `since` is not after the instant asked about. So it never matters when a host comes round to
an event or a timer, and a replay finds what the decision found.
"""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.core.creative.fixed_words import FixedWords
from rapport.core.creative.framework import Condition, Framework, Rule
from rapport.core.creative.voice import Claim, Voice
from rapport.core.dated import latest
from rapport.core.deciding.care import Care
from rapport.core.flows.limits import StopWhen
from rapport.core.oversight.retired import Retired
from rapport.core.person.predictions import Predictions
from rapport.core.policy.holding import stages
from rapport.core.policy.policy import Policy
from rapport.core.time import DAY, HOUR, Instant, Millis, Zone

BUCKETS = 10_000
"""Profiles are hashed into this many buckets; the arms are contiguous ranges of them."""


class Cap(Struct, frozen=True, gc=False):
    """At most `count` marketing messages to a person within any `window` milliseconds."""

    count: int
    window: Millis


class Arms(Struct, frozen=True, gc=False):
    """Shares of the buckets, out of `BUCKETS`; what is left over is adaptive."""

    holdout: int = 1_000
    usual: int = 2_000
    salt: str = ""


class Learning(Struct, frozen=True, gc=False):
    """How a brand learns. `publish` says who publishes what was learnt: `rule`, once a kind of
    policy was launched and while nothing speaks against the step, or a `person`, always."""

    publish: str = "rule"


class Review(Struct, frozen=True, gc=False):
    """What somebody said. `about` is a product's id or a category, empty for the shop as a whole;
    `source` says where it can be seen that they said it, for those who check."""

    words: str
    by: str
    source: str
    about: str = ""


class Scene(Struct, frozen=True, gc=False):
    """A picture of daily life: a file among the brand's pictures, and words for who cannot see it.
    `about` is a product's id or a category, empty where it goes with anything."""

    picture: str
    alt: str
    about: str = ""


class WriterBudget(Struct, frozen=True, gc=False):
    """What a language model may be asked for a brand in one day, on the brand's clock: questions,
    and tokens both ways. A question that is under way when they run out is answered."""

    questions: int = 200
    tokens: int = 1_000_000


CHOICE, YES_OR_NO, ANY_WORD = "choice", "yes or no", "any word"
"""Kinds of preferences."""


class AskedFor(Struct, frozen=True, gc=False):
    """A preference that a brand asks its customers for: a key, and what may be said.

    `values` are those of a `choice`. `core.person.preferences.word` writes keys and values.
    """

    key: str
    kind: str = ANY_WORD
    values: tuple[str, ...] = ()

    def takes(self, value: str) -> bool:
        """Whether this may be said. To take a word back ('') always may."""
        if not value or self.kind == ANY_WORD:
            return True
        return value in (("yes", "no") if self.kind == YES_OR_NO else self.values)


class Brand(Struct, frozen=True, gc=False):
    """A tenant: who sends, and the limits that hold for every message of theirs."""

    key: str
    name: str
    from_email: str
    from_name: str
    postal_address: str
    shop_url: str
    currency: str = "GBP"
    zone: Zone = field(default_factory=Zone)
    language: str = "en"
    locale: str = "en_GB"
    reply_to: str = ""
    logo_url: str = ""
    quiet_from: int = 21 * 60
    """Minutes since local midnight at which no message goes out any more."""
    quiet_until: int = 8 * 60
    """Minutes since local midnight from which messages go out again."""
    caps: tuple[Cap, ...] = (Cap(1, DAY), Cap(3, 7 * DAY))
    margin_rate: float = 0.5
    """Share of a product's price that is margin, where its own cost is not known."""
    margin_floor: float = 0.15
    """An offer is not eligible where it would leave less than this share of the price."""
    message_cost: float = 0.1
    """What sending one message costs, minor units."""
    unsubscribe_cost: float = 600.0
    """What losing the right to write to a person costs, minor units: their lifetime value."""
    soft_opt_in_countries: tuple[str, ...] = ()
    """Countries where an existing customer may be written to without an opt-in of their own."""
    trust_browser_consent: bool = False
    """Whether a consent told with a Segment write key counts, which anybody can read and send."""
    trust_browser_orders: bool = False
    """Whether an order that only such a key told of counts where the shop tells of its own."""
    link_hosts: tuple[str, ...] = ()
    """Hosts besides the shop's own that links and pictures in messages may lead to."""
    arms: Arms = field(default_factory=Arms)
    claims: tuple[str, ...] = ()
    colours: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    """Fixed facts of the brand that blocks may name, such as the returns period."""
    learning: Learning = Learning()
    stop_when: StopWhen = StopWhen()
    care: Care = Care()
    reviews: tuple[Review, ...] = ()
    scenes: tuple[Scene, ...] = ()
    four_eyes: bool = False
    """Whether nobody approves or publishes what they wrote themselves."""
    writer: WriterBudget = WriterBudget()
    preferences: tuple[AskedFor, ...] | None = None
    """What people may say of themselves; None in releases from when any short word was taken."""
    words: dict[str, FixedWords] = field(default_factory=dict)
    """What is said around approved words, by language, where the brand says it in its own way."""


class Budget(Struct, frozen=True, gc=False):
    """What an offer may cost in one period: an `amount` in minor units, or a number of `uses`; 0
    where it is the other. `per` is day, week or month, on the brand's clock."""

    amount: int = 0
    uses: int = 0
    per: str = "month"


class Offer(Struct, frozen=True, gc=False):
    """Something that a message may offer. `kind`: none, percent, amount, free_shipping or gift.

    `value` is per cent for percent, minor units for amount; `cost` is what free shipping or a gift
    costs the shop, minor units. `lasts` is how long it holds from the moment of sending.
    """

    key: str
    kind: str = "none"
    label: str = ""
    value: int = 0
    cost: int = 0
    code: str = ""
    lasts: Millis = 0
    min_total: int = 0
    who: tuple[Condition, ...] = ()
    budget: Budget | None = None

    def cost_on(self, total: int) -> int:
        """What the shop gives up if an order of `total` uses it, minor units."""
        if self.kind == "percent":
            return total * self.value // 100
        if self.kind == "amount":
            return min(self.value, total)
        return self.cost

    def burden(self, total: int, price: float) -> float:
        """What using it counts for in a choice: its cost, and `price` times that for its budget."""
        return self.cost_on(total) * (1.0 + price)


class TimeLevel(Struct, frozen=True, gc=False):
    """A moment to send: `after` milliseconds from the decision, or at a local minute of the day."""

    key: str
    label: str
    after: Millis = 0
    minute_of_day: int = -1


class Wait(Struct, frozen=True, tag="wait", gc=False):
    """Waits `length`; with `quiet` set, until the person has done nothing for that long."""

    length: Millis
    quiet: bool = False
    at_most: Millis = DAY
    """With `quiet`: goes on after this long even if the person is still active."""


class UntilOrder(Struct, frozen=True, tag="until_order", gc=False):
    """Waits until the person's next order is due by their rhythm: until `before` ahead of it.

    `before` may be negative: so long after it. It waits half of the time to that order at least,
    or `otherwise` where the rhythm says nothing of them; in no case longer than `at_most`. All of
    it from when the run came here.
    """

    before: Millis
    otherwise: Millis
    at_most: Millis


class Branch(Struct, frozen=True, tag="if", gc=False):
    """Goes on with the next step if all conditions hold, else with step `otherwise`."""

    conditions: tuple[Condition, ...]
    otherwise: int


class DecisionPoint(Struct, frozen=True, tag="decide", gc=False):
    """Here `step` decides what to say, and when, or to hold.

    `usual` maps a factor to its level in the usual arm. `patience` is how long the point may be put
    off (quiet hours, cap) before it is passed over, `valid_for` how long a message may wait in the
    outbox, `window` how long what the person does counts as its outcome.
    """

    key: str
    framework: str
    times: tuple[TimeLevel, ...]
    usual: dict[str, str]
    patience: Millis = DAY
    valid_for: Millis = 6 * HOUR
    window: Millis = 5 * DAY


class Exit(Struct, frozen=True, tag="exit", gc=False):
    """The run ends here."""

    reason: str = "finished"


AnyNode = Wait | UntilOrder | Branch | DecisionPoint | Exit

CART_UPDATED, SUBSCRIBED, TICKET_OPENED = "cart_updated", "subscribed", "ticket_opened"
MEANINGS = (CART_UPDATED, SUBSCRIBED, TICKET_OPENED)
"""What an event may mean, where its type alone does not say it: something was put into the cart;
the person asked for e-mail for the first time; a question to support is open."""


class Flow(Struct, frozen=True, gc=False):
    """Trigger, waits, conditions, decision points and exits of one purpose.

    `trigger` is an event's type, `custom:<name>`, or one of `MEANINGS`; `exit_on` holds such names
    of what ends a run.
    """

    key: str
    name: str
    trigger: str
    nodes: tuple[AnyNode, ...]
    enter_when: tuple[Condition, ...] = ()
    enter_within: Millis = 6 * HOUR
    """An event that is told later than this after it happened starts no run."""
    reentry_after: Millis = 7 * DAY
    exit_on: tuple[str, ...] = ("order_placed", "opted_out")
    categories: tuple[str, ...] = ()
    """What starts it has a product of one of these; empty where any will do."""

    @property
    def points(self) -> tuple[DecisionPoint, ...]:
        """Where it decides, in their order."""
        return tuple(node for node in self.nodes if isinstance(node, DecisionPoint))

    def point(self, key: str) -> DecisionPoint | None:
        return next((point for point in self.points if point.key == key), None)


class Product(Struct, frozen=True, array_like=True, gc=False):
    """One product as the shop sells it now. `cost` and `stock` are -1 where not known."""

    id: str
    title: str
    category: str = ""
    price: int = 0
    cost: int = -1
    stock: int = -1
    url: str = ""
    image_url: str = ""


class Release(Struct, frozen=True, gc=False):
    """What a brand published at one time: the brand's folder, checked and numbered.

    `rules` are those of the whole brand; they hold for runs under way, too. `edition` is one of
    `rapport.core.editions`: a replay decides again as it was decided under an older one.
    """

    number: int
    since: Instant
    brand: Brand
    offers: tuple[Offer, ...]
    frameworks: tuple[Framework, ...]
    flows: tuple[Flow, ...]
    rules: tuple[Rule, ...] = ()
    edition: int = 0
    voice: Voice | None = None
    """None in a release of before the voice was published along with the rest."""
    claims: tuple[Claim, ...] = ()
    retired: Retired | None = None

    def offer(self, key: str) -> Offer | None:
        return next((offer for offer in self.offers if offer.key == key), None)

    def framework(self, key: str) -> Framework | None:
        return next((framework for framework in self.frameworks if framework.key == key), None)

    def flow(self, key: str) -> Flow | None:
        return next((flow for flow in self.flows if flow.key == key), None)


class BrandFolder(Struct, frozen=True, gc=False):
    """Everything that people wrote in a brand's folder, checked."""

    brand: Brand
    offers: tuple[Offer, ...]
    frameworks: tuple[Framework, ...]
    flows: tuple[Flow, ...]
    voice: Voice
    claims: tuple[Claim, ...] = ()
    rules: tuple[Rule, ...] = ()

    def framework(self, key: str) -> Framework | None:
        return next((framework for framework in self.frameworks if framework.key == key), None)

    def without_places(self) -> BrandFolder:
        """The same content, without the files and lines it was read from; for comparing."""
        return replace(self, frameworks=tuple(one.without_places() for one in self.frameworks))


class Catalogue(Struct, frozen=True, gc=False):
    """The shop's products as they stood from `since` on, by product id."""

    number: int
    since: Instant
    products: dict[str, Product]


class Blueprint(Struct, frozen=True, dict=True):
    """All that `step` knows besides the profile's state; each tuple is in the order of `since`, but
    policies are in the order in which they were published."""

    brand: str
    releases: tuple[Release, ...]
    policies: tuple[Policy, ...] = ()
    catalogues: tuple[Catalogue, ...] = ()
    predictions: tuple[Predictions, ...] = ()

    def release_at(self, at: Instant) -> Release:
        return latest(self.releases, at)

    def release_number(self, number: int) -> Release:
        """The release with this number, or the earliest one where it is gone."""
        return next((r for r in self.releases if r.number == number), self.releases[0])

    def policy_at(self, at: Instant) -> Policy:
        """The one published last of those that hold from `at` or before; the first where none does.

        A clock that ran ahead leaves policies that hold only from a future on. What is published
        afterwards displaces them, at once and for good.
        """
        return latest(self.in_force[-1], at) if self.policies else Policy()

    @cached_property
    def in_force(self) -> tuple[tuple[Policy, ...], ...]:
        """See `stages`; worked out once."""
        return stages(self.policies)

    def products_at(self, at: Instant) -> dict[str, Product]:
        return latest(self.catalogues, at).products if self.catalogues else {}

    def predictions_at(self, at: Instant) -> Predictions | None:
        """None before the first: what nobody had learnt yet is not known of an earlier moment."""
        if not self.predictions or self.predictions[0].since > at:
            return None
        return latest(self.predictions, at)
