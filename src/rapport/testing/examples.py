"""A small shop with one flow, and events of its customers: what the tests and suites run on.

Times are written as `at(day, hour, minute)`, counted from a Monday; the shop's clock is UTC.
"""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.blueprint import Blueprint, BrandFolder, Release
from rapport.core.brand import Brand, Cap
from rapport.core.catalogue import Catalogue, Product
from rapport.core.creative.framework import Block, Condition, Framework, Level, Rule, Slot
from rapport.core.creative.voice import Voice, VoiceTone
from rapport.core.deciding.arms import Arms
from rapport.core.deciding.budget import Budget
from rapport.core.deciding.care import NO_CARE, Care
from rapport.core.editions import EDITION
from rapport.core.events import (
    AnyBody,
    CheckoutStarted,
    ConsentChanged,
    Event,
    Line,
    OrderCancelled,
    OrderPlaced,
    OrderRefunded,
    ProductViewed,
    ProfileChanged,
)
from rapport.core.flow import DecisionPoint, Exit, Flow, TimeLevel, Wait
from rapport.core.offer import Offer
from rapport.core.policy.policy import Policy
from rapport.core.time import DAY, HOUR, MINUTE, Instant

BRAND_KEY = "harbour"
FLOW = "checkout"
START: Instant = 1_772_409_600_000
"""Monday 2 March 2026, 00:00 UTC."""

ADAPTIVE_ONLY = Arms(holdout=0, usual=0)
USUAL_ONLY = Arms(holdout=0, usual=10_000)
HOLDOUT_ONLY = Arms(holdout=10_000, usual=0)

QUIET_WAIT = 45 * MINUTE
PATIENCE = DAY
VALID_FOR = 6 * HOUR
WINDOW = 4 * DAY

EAGER = Policy(number=0, send=(0.9,) + (0.0,) * 7, exploration=10.0)
"""Nearly always sends, so that a story about a message has one."""


def at(day: int, hour: int = 0, minute: int = 0) -> Instant:
    """The instant `day` days after the first Monday, at a time of the day."""
    return START + day * DAY + hour * HOUR + minute * MINUTE


# --- The shop -----------------------------------------------------------------------------------

TEAPOT = Product("teapot", "Round teapot", "teapots", price=4_800, cost=1_900, stock=6)
MUG = Product("mug", "Tall mug", "mugs", price=1_600, cost=500, stock=40)

OFFERS = (
    Offer("none", label="No offer"),
    Offer("ten", "percent", "10% off", value=10, code="TEN", lasts=2 * DAY, min_total=2_000),
    Offer("post", "free_shipping", "Free delivery", cost=450, code="POST", lasts=2 * DAY),
)

VOICE = Voice(
    who="Harbour Pottery makes stoneware.",
    does=("Speak plainly.",),
    does_not=("Press.",),
    use=("stoneware",),
    avoid=("cheap",),
    reading_level=8,
    tones=(VoiceTone("plain", "Plain", "As to a neighbour.", "Your basket is still here."),),
)

FRAMEWORK = Framework(
    key=FLOW,
    name="Checkout left behind",
    slots=(Slot("subject", 80), Slot("body", 400)),
    offers=("none", "ten", "post"),
    tones=(
        Level("plain", "Plain"),
        Level("warm", "Warm"),
        Level("playful", "Playful", topics=("jokes",)),
    ),
    angles=(Level("help", "Help"), Level("craft", "How it is made")),
    visuals=(Level("basket", "The basket"), Level("maker", "The maker")),
    blocks=(
        Block("subject-1", "subject", "Your basket is still here"),
        Block("body-1", "body", "You left {{ cart.items }} behind."),
        # Nobody gets the same words twice, so the second message has some of its own.
        Block("subject-2", "subject", "Anything we can answer?", ("second",)),
        Block("body-2", "body", "We kept {{ cart.items }} for you.", ("second",)),
    ),
    rules=(
        Rule(
            "no jokes after a refund",
            (("tone", ("playful",)),),
            (Condition("days_since_refund", "<", 60.0),),
        ),
        Rule("no jokes about money", (("tone", ("playful",)), ("offer", ("ten", "post")))),
    ),
)

_TIMES = (
    TimeLevel("now", "Straight away"),
    TimeLevel("later", "Four hours later", after=4 * HOUR),
    TimeLevel("evening", "In the evening", minute_of_day=18 * 60 + 30),
)
_USUAL = {"time": "now", "offer": "none", "tone": "plain", "angle": "help", "visual": "basket"}


def point(key: str) -> DecisionPoint:
    """A decision point of the flow."""
    return DecisionPoint(
        key, FLOW, _TIMES, _USUAL, patience=PATIENCE, valid_for=VALID_FOR, window=WINDOW
    )


CHECKOUT_FLOW = Flow(
    key=FLOW,
    name="Checkout left behind",
    trigger="checkout_started",
    nodes=(
        Wait(QUIET_WAIT, quiet=True, at_most=6 * HOUR),
        point("first"),
        Wait(22 * HOUR),
        point("second"),
        Exit(),
    ),
)


def brand(
    key: str = BRAND_KEY,
    arms: Arms = ADAPTIVE_ONLY,
    caps: tuple[Cap, ...] = (Cap(1, DAY), Cap(3, 7 * DAY)),
    care: Care = NO_CARE,
) -> Brand:
    """The shop's own settings: quiet from 21:00 to 08:00, pounds, the caps given, and no care
    unless it is asked for, so that a story about a refund is about nothing else."""
    return Brand(
        key=key,
        name="Harbour Pottery",
        from_email="hello@harbour.example",
        from_name="Harbour Pottery",
        postal_address="1 Quay Street, Leith",
        shop_url="https://harbour.example",
        caps=caps,
        arms=arms,
        care=care,
    )


def folder(of: Brand | None = None) -> BrandFolder:
    """What Harbour Pottery's people wrote."""
    return BrandFolder(of or brand(), OFFERS, (FRAMEWORK,), (CHECKOUT_FLOW,), VOICE)


def blueprint(
    arms: Arms = ADAPTIVE_ONLY,
    policy: Policy = EAGER,
    flow: Flow = CHECKOUT_FLOW,
    of: Brand | None = None,
    rules: tuple[Rule, ...] = (),
    offers: tuple[Offer, ...] = OFFERS,
) -> Blueprint:
    """Everything the shop has published: one release, one policy, one catalogue."""
    owner = of or brand(arms=arms)
    return Blueprint(
        brand=owner.key,
        releases=(Release(1, 0, owner, offers, (FRAMEWORK,), (flow,), rules, EDITION),),
        policies=(policy,),
        catalogues=(Catalogue(1, 0, {TEAPOT.id: TEAPOT, MUG.id: MUG}),),
    )


# --- Its customers ------------------------------------------------------------------------------


def event(name: str, when: Instant, body: AnyBody, source: str = "shopify") -> Event:
    return Event(name, when, source, body)


def subscribed(when: Instant, name: str = "") -> tuple[Event, Event]:
    """The person's address is known, and they asked for e-mail in a form."""
    return (
        event(f"known{name}", when, ProfileChanged(has_email=True, language="en", country="GB")),
        event(
            f"subscribed{name}",
            when,
            ConsentChanged("email", "subscribed", method="form", wording="Write to me"),
        ),
    )


def unsubscribed(name: str, when: Instant, method: str = "one_click") -> Event:
    return event(name, when, ConsentChanged("email", "unsubscribed", method=method), "rapport")


def line(product: Product = TEAPOT, quantity: int = 1) -> Line:
    return Line(
        product.id, product.title, quantity, unit_price=product.price, category=product.category
    )


def viewed(name: str, when: Instant, product: Product = TEAPOT) -> Event:
    return event(name, when, ProductViewed(line(product)), "segment")


def checkout(
    name: str,
    when: Instant,
    token: str = "c1",  # noqa: S107 a checkout's name, no secret
    lines: tuple[Line, ...] = (line(),),
) -> Event:
    """A checkout that was begun or changed."""
    total = sum(one.unit_price * one.quantity for one in lines)
    body = CheckoutStarted(
        token, lines, total, "GBP", url=f"https://harbour.example/checkouts/{token}"
    )
    return event(name, when, body)


def order(
    name: str,
    when: Instant,
    order_id: str = "o1",
    token: str = "c1",  # noqa: S107 a checkout's name, no secret
    source: str = "shopify",
    refs: tuple[str, ...] = (),
) -> Event:
    """One teapot, bought."""
    body = OrderPlaced(
        order_id, refs, (line(),), TEAPOT.price, TEAPOT.price + 450, "GBP", checkout_token=token
    )
    return event(name, when, body, source)


def order_with(code: str, name: str, when: Instant, discount: int = 480, token: str = "") -> Event:
    """One teapot, bought with a code; the order is called like its event."""
    body = OrderPlaced(
        name, (), (line(),), TEAPOT.price - discount, TEAPOT.price - discount + 450, "GBP",
        discount, (code,) if code else (), token,
    )  # fmt: skip
    return event(name, when, body)


def budgeted(**budgets: Budget) -> tuple[Offer, ...]:
    """The shop's offers, some of them with a budget."""
    return tuple(replace(offer, budget=budgets.get(offer.key)) for offer in OFFERS)


def refund(name: str, when: Instant, order_id: str = "o1", amount: int = 0) -> Event:
    """Money back: `amount`, or all of it."""
    return event(name, when, OrderRefunded(order_id, amount=amount, whole=not amount))


def cancellation(name: str, when: Instant, order_id: str = "o1") -> Event:
    return event(name, when, OrderCancelled(order_id))
