"""The small shop of `rapport.testing.examples` with flows about more than a checkout."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.brand import Brand
from rapport.core.creative.framework import CART, NOTHING, ORDER, VIEWED, Block, Framework
from rapport.core.deciding.arms import Arms
from rapport.core.events import CartChanged, ConsentChanged, Event, Line, TicketChanged
from rapport.core.flow import DecisionPoint, Exit, Flow, UntilOrder, Wait
from rapport.core.person.predictions import Predictions
from rapport.core.policy.policy import Policy
from rapport.core.time import DAY, HOUR, Instant
from rapport.core.triggers import CART_UPDATED, SUBSCRIBED, TICKET_OPENED
from rapport.testing import examples as ex

BROWSE, CART_LEFT, WELCOME, THANKS = "browse", "cart", "welcome", "thanks"
REPLENISH, WINBACK = "replenish", "winback"

_WORDS = {
    CART: "You left {{ cart.first.title }} behind.",
    VIEWED: "{{ viewed.first.title }} is still in the shop.",
    ORDER: "A word about {{ order.first.title }}.",
    NOTHING: "Welcome to {{ brand.name }}.",
}


def framework(key: str, about: str) -> Framework:
    """A framework with the levels of the checkout's, about something else."""
    blocks = (
        Block(f"{key}-subject", "subject", f"A letter from the harbour: {key}"),
        Block(f"{key}-body", "body", f"{_WORDS[about]} This is our {key} letter."),
    )
    return replace(ex.FRAMEWORK, key=key, name=key.capitalize(), blocks=blocks, about=about)


FRAMEWORKS = (
    framework(BROWSE, VIEWED),
    framework(CART_LEFT, CART),
    framework(WELCOME, NOTHING),
    framework(THANKS, ORDER),
    framework(REPLENISH, ORDER),
    framework(WINBACK, ORDER),
)


def _point(key: str) -> DecisionPoint:
    return replace(ex.point("first"), framework=key)


BROWSE_FLOW = Flow(
    BROWSE,
    "Looked and left",
    "product_viewed",
    (Wait(2 * HOUR, quiet=True, at_most=8 * HOUR), _point(BROWSE), Exit()),
    exit_on=(CART_UPDATED, "checkout_started", "order_placed", "opted_out"),
)
CART_FLOW = Flow(
    CART_LEFT,
    "Cart left behind",
    CART_UPDATED,
    (Wait(2 * HOUR, quiet=True, at_most=8 * HOUR), _point(CART_LEFT), Exit()),
    exit_on=("checkout_started", "order_placed", "opted_out"),
)
WELCOME_FLOW = Flow(
    WELCOME, "Welcome", SUBSCRIBED, (Wait(HOUR), _point(WELCOME), Exit()), exit_on=("opted_out",)
)
THANKS_FLOW = Flow(
    THANKS,
    "After an order",
    "order_placed",
    (Wait(7 * DAY), _point(THANKS), Exit()),
    exit_on=("order_refunded", "order_cancelled", TICKET_OPENED, "opted_out"),
)
REPLENISH_FLOW = Flow(
    REPLENISH,
    "Time for more",
    "order_placed",
    (UntilOrder(before=5 * DAY, otherwise=45 * DAY, at_most=120 * DAY), _point(REPLENISH), Exit()),
    exit_on=("order_placed", "opted_out"),
)
WINBACK_FLOW = Flow(
    WINBACK,
    "Long time no see",
    "order_placed",
    (UntilOrder(before=-30 * DAY, otherwise=90 * DAY, at_most=240 * DAY), _point(WINBACK), Exit()),
    exit_on=("order_placed", "opted_out"),
)
FLOWS = (
    ex.CHECKOUT_FLOW,
    CART_FLOW,
    BROWSE_FLOW,
    WELCOME_FLOW,
    THANKS_FLOW,
    REPLENISH_FLOW,
    WINBACK_FLOW,
)


def blueprint(
    *flows: Flow,
    arms: Arms = ex.ADAPTIVE_ONLY,
    policy: Policy = ex.EAGER,
    of: Brand | None = None,
    predictions: tuple[Predictions, ...] = (),
) -> Blueprint:
    """The shop with these flows, or all of them where none is named."""
    plain = ex.blueprint(arms, policy, of=of)
    (release,) = plain.releases
    release = replace(release, frameworks=(*release.frameworks, *FRAMEWORKS), flows=flows or FLOWS)
    return replace(plain, releases=(release,), predictions=predictions)


def put_in(name: str, when: Instant, *lines: Line, source: str = "segment") -> Event:
    """Something was put into the cart: a teapot, or these lines as the whole cart."""
    body = CartChanged(lines=lines) if lines else CartChanged(added=ex.line())
    return ex.event(name, when, body, source)


def opted_in(name: str, when: Instant, method: str = "form") -> Event:
    return ex.event(name, when, ConsentChanged("email", "subscribed", method=method))


def ticket(name: str, when: Instant, *, is_open: bool = True) -> Event:
    return ex.event(name, when, TicketChanged("t1", is_open))
