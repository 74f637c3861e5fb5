"""Who a brand is: who sends, and the limits that hold for every message of theirs."""

from __future__ import annotations

from msgspec import Struct, field

from rapport.core.creative.fixed_words import FixedWords
from rapport.core.deciding.arms import Arms
from rapport.core.deciding.care import Care
from rapport.core.flows.limits import StopWhen
from rapport.core.person.preferences import AskedFor
from rapport.core.time import DAY, Millis, Zone


class Cap(Struct, frozen=True, gc=False):
    """At most `count` marketing messages to a person within any `window` milliseconds."""

    count: int
    window: Millis


class Learning(Struct, frozen=True, gc=False):
    """How a brand learns. `publish` says who publishes what was learnt: `rule`, once a kind of
    policy was launched and while nothing speaks against the step, or a `person`, always."""

    publish: str = "rule"


class Review(Struct, frozen=True, gc=False):
    """What somebody said. `about` is a product's id or a category, empty for the shop as a whole;
    `source` says where it can be seen that they said it, for those who check; `language` is empty
    where it is the brand's."""

    words: str
    by: str
    source: str
    about: str = ""
    language: str = ""


class Scene(Struct, frozen=True, gc=False):
    """A picture of daily life: a file among the brand's pictures, and words for who cannot see it.
    `about` is a product's id or a category, empty where it goes with anything."""

    picture: str
    alt: str
    about: str = ""


class WriterBudget(Struct, frozen=True, gc=False):
    """What a language model may be asked for a brand in one day, on the brand's clock: questions,
    and tokens both ways. A question that is under way when they run out is answered. With
    `proofreads` words that passed every check are put to the model once more, to be objected to."""

    questions: int = 200
    tokens: int = 1_000_000
    proofreads: bool = False


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
