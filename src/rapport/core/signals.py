"""Signals: figures computed from a profile's state, as they stand at one moment.

`CATALOGUE` is the only list of them. `None` is 'unavailable': a condition on it fails, and the
context takes its neutral value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import eq, ge, gt, le, lt, ne

from msgspec import Struct

from rapport.core.blueprint import Product, Release
from rapport.core.creative import Condition
from rapport.core.intent import Intent, intent
from rapport.core.odds import Vector
from rapport.core.order_outlook import Outlook, outlook
from rapport.core.predictions import Predictions
from rapport.core.state import HALF_LIFE, Basket, ProfileState
from rapport.core.time import DAY, MINUTE, Instant, Millis, day_number, minute_of_day


class Moment(Struct, frozen=True, gc=False):
    """What a signal may look at: the state, the time, and what the brand had published then."""

    state: ProfileState
    at: Instant
    release: Release
    products: Mapping[str, Product]
    predictions: Predictions | None = None
    """What was learnt by then about people's next steps."""

    def later(self, at: Instant) -> Moment:
        """The same, at another time, as if nothing more had happened until then."""
        return Moment(self.state, at, self.release, self.products, self.predictions)

    @property
    def offset(self) -> Millis:
        """The person's local time less UTC; the brand's zone where theirs is not known."""
        return local_offset(self.state, self.release, self.at)


def local_offset(state: ProfileState, release: Release, at: Instant) -> Millis:
    """Milliseconds to add to UTC for the person's clock."""
    if state.utc_offset_minutes is not None:
        return state.utc_offset_minutes * MINUTE
    return release.brand.zone.offset_at(at)


def margin_of(lines: tuple[Basket, ...], products: Mapping[str, Product], rate: float) -> int:
    """Margin of lines at the prices they carry, minor units; `rate` where no cost is known."""
    return sum(line.unit_price * line.quantity - cost_of(line, products, rate) for line in lines)


def cost_of(line: Basket, products: Mapping[str, Product], rate: float) -> int:
    """Cost of goods of one line, minor units."""
    product = products.get(line.product_id)
    if product is not None and product.cost >= 0:
        return product.cost * line.quantity
    price = product.price if product is not None and product.price > 0 else line.unit_price
    return round(price * (1.0 - rate)) * line.quantity


def _days_since(at: Instant, then: Instant) -> float | None:
    return max(0, at - then) / DAY if then else None


def half_lives(age: Millis, half_life: Millis) -> float:
    """What is left of 1 after `age`; all of it where that is yet to come."""
    return float(2.0 ** (-max(age, 0) / half_life))


def _messages(moment: Moment, window: Millis) -> float:
    return float(sum(1 for note in moment.state.notes if note.at > moment.at - window))


def _order_gap(moment: Moment) -> float | None:
    orders = moment.state.orders
    if orders.count < 2:
        return None
    return (orders.last_at - orders.first_at) / DAY / (orders.count - 1)


def _average_order(moment: Moment) -> float | None:
    orders = moment.state.orders
    valued = orders.count - orders.other_currency
    return orders.value / valued if valued > 0 else None


def _discounted_share(moment: Moment) -> float | None:
    orders = moment.state.orders
    return orders.discounted / orders.count if orders.count else None


def _cart_total(moment: Moment) -> float | None:
    checkout = moment.state.checkout
    return float(checkout.total) if checkout else None


def _cart_items(moment: Moment) -> float | None:
    checkout = moment.state.checkout
    return float(len(checkout.lines)) if checkout else None


def _cart_margin(moment: Moment) -> float | None:
    checkout = moment.state.checkout
    if checkout is None:
        return None
    rate = moment.release.brand.margin_rate
    if not checkout.lines:
        return checkout.total * rate
    return float(margin_of(checkout.lines, moment.products, rate))


def _cart_interest(moment: Moment) -> float | None:
    """Recent views in the categories of the cart, each halving every two weeks."""
    checkout = moment.state.checkout
    if checkout is None:
        return None
    categories = {line.category for line in checkout.lines}
    return round(
        sum(
            interest.amount * half_lives(moment.at - interest.at, HALF_LIFE)
            for interest in moment.state.browsing.interests
            if interest.category in categories
        ),
        6,
    )


def _checkout_age(moment: Moment) -> float | None:
    checkout = moment.state.checkout
    return max(0, moment.at - checkout.started_at) / MINUTE if checkout else None


def _session_minutes(moment: Moment) -> float | None:
    browsing = moment.state.browsing
    if not browsing.last_at:
        return None
    return (browsing.last_at - browsing.session_started_at) / MINUTE


def _click_rate(moment: Moment) -> float | None:
    sent = [note for note in moment.state.notes if note.confirmed]
    return sum(note.clicked for note in sent) / len(sent) if sent else None


def _by_rhythm(figure: Callable[[Outlook], float | None]) -> Callable[[Moment], float | None]:
    """A figure of the published rhythm; unavailable while none is published."""

    def compute(moment: Moment) -> float | None:
        rhythm = moment.predictions.rhythm if moment.predictions else None
        if rhythm is None:
            return None
        return figure(outlook(rhythm, moment.state.orders, day_number(moment.at, 0)))

    return compute


def _by_intent(figure: Callable[[Intent], float | None]) -> Callable[[Moment], float | None]:
    """A figure of intent; unavailable while there is no model of it."""

    def compute(moment: Moment) -> float | None:
        model = moment.predictions.intent if moment.predictions else None
        return None if model is None else figure(intent(model, moment.state, moment.at))

    return compute


class Signal(Struct, frozen=True):
    """One signal of the catalogue. `privacy` is the class of data that it is made of.

    `needs` names the model of the published predictions that it is read off; a decision made before
    there was any does not record it.
    """

    name: str
    unit: str
    source: str
    window: str
    privacy: str
    label: str
    compute: Callable[[Moment], float | None]
    needs: str = ""


_ORDERS, _VISITS, _CART, _MAIL = "orders", "behaviour", "cart", "messages"

CATALOGUE: tuple[Signal, ...] = (
    Signal("orders_count", "orders", "orders", "ever", _ORDERS, "orders so far",
           lambda m: float(m.state.orders.count)),
    Signal("days_since_order", "days", "orders", "ever", _ORDERS, "days since the last order",
           lambda m: _days_since(m.at, m.state.orders.last_at)),
    Signal("order_gap_days", "days", "orders", "ever", _ORDERS, "usual days between orders",
           _order_gap),
    Signal("average_order", "minor units", "orders", "ever", _ORDERS, "average order",
           _average_order),
    Signal("discounted_share", "share", "orders", "ever", _ORDERS,
           "share of orders with a discount", _discounted_share),
    Signal("p_alive", "share", "order rhythm", "ever", _ORDERS, "chance of still being a customer",
           _by_rhythm(lambda o: o.p_alive), "rhythm"),
    Signal("expected_orders_90d", "orders", "order rhythm", "ever", _ORDERS,
           "orders to expect in the next 90 days", _by_rhythm(lambda o: o.orders),
           "rhythm"),
    Signal("days_to_next_order", "days", "order rhythm", "ever", _ORDERS,
           "days to the next order, if still a customer", _by_rhythm(lambda o: o.next_middle),
           "rhythm"),
    Signal("days_to_next_order_low", "days", "order rhythm", "ever", _ORDERS,
           "days to the next order at the soonest (1 in 10 order sooner)",
           _by_rhythm(lambda o: o.next_low), "rhythm"),
    Signal("days_to_next_order_high", "days", "order rhythm", "ever", _ORDERS,
           "days to the next order at the latest (1 in 10 order later)",
           _by_rhythm(lambda o: o.next_high), "rhythm"),
    Signal("next_order_overdue", "days", "order rhythm", "ever", _ORDERS,
           "days longer without an order than is usual; below 0 where it is not time yet",
           _by_rhythm(lambda o: o.overdue), "rhythm"),
    Signal("predicted_value_365d", "minor units", "order rhythm", "ever", _ORDERS,
           "what the next year of orders is worth now", _by_rhythm(lambda o: o.year_value),
           "rhythm"),
    Signal("days_since_refund", "days", "refunds", "ever", _ORDERS, "days since the last refund",
           lambda m: _days_since(m.at, m.state.orders.last_refund_at)),
    Signal("open_tickets", "tickets", "support", "now", _ORDERS, "open questions to support",
           lambda m: float(len(m.state.open_tickets))),
    Signal("session_views", "pages", "visits", "session", _VISITS, "pages seen in this visit",
           lambda m: float(m.state.browsing.session_views)),
    Signal("session_products", "products", "visits", "session", _VISITS,
           "products looked at in this visit", lambda m: float(m.state.browsing.session_products)),
    Signal("session_minutes", "minutes", "visits", "session", _VISITS, "length of this visit",
           _session_minutes),
    Signal("visits", "visits", "visits", "ever", _VISITS, "visits so far",
           lambda m: float(m.state.browsing.sessions)),
    Signal("days_since_visit", "days", "visits", "ever", _VISITS, "days since the last visit",
           lambda m: _days_since(m.at, m.state.browsing.last_at)),
    Signal("intent_24h", "share", "intent", "ever", _VISITS,
           "chance of an order within 24 hours", _by_intent(lambda i: i.day), "intent"),
    Signal("intent_visit", "share", "intent", "ever", _VISITS,
           "chance of an order before this visit ends", _by_intent(lambda i: i.visit), "intent"),
    Signal("intent_by_prior", "1 or 0", "intent", "now", _VISITS,
           "whether intent is told by the model that Rapport ships",
           _by_intent(lambda i: float(i.prior)), "intent"),
    Signal("cart_total", "minor units", "checkout", "now", _CART, "value of the basket",
           _cart_total),
    Signal("cart_items", "products", "checkout", "now", _CART, "products in the basket",
           _cart_items),
    Signal("cart_margin", "minor units", "checkout", "now", _CART, "margin of the basket",
           _cart_margin),
    Signal("cart_interest", "views", "visits", "28 days", _VISITS,
           "recent interest in what is in the basket", _cart_interest),
    Signal("checkout_age_minutes", "minutes", "checkout", "now", _CART,
           "minutes since the checkout began", _checkout_age),
    Signal("messages_1d", "messages", "messages", "1 day", _MAIL, "messages in the last day",
           lambda m: _messages(m, DAY)),
    Signal("messages_7d", "messages", "messages", "7 days", _MAIL, "messages in the last week",
           lambda m: _messages(m, 7 * DAY)),
    Signal("messages_28d", "messages", "messages", "28 days", _MAIL,
           "messages in the last four weeks", lambda m: _messages(m, 28 * DAY)),
    Signal("click_rate", "share", "messages", "28 days", _MAIL, "share of messages answered",
           _click_rate),
    Signal("local_hour", "hour", "clock", "now", _VISITS, "hour of the day",
           lambda m: float(minute_of_day(m.at, m.offset) // 60)),
    Signal("local_weekday", "day, Monday is 0", "clock", "now", _VISITS, "day of the week",
           lambda m: float((day_number(m.at, m.offset) + 3) % 7)),
)  # fmt: skip

BY_NAME: dict[str, Signal] = {signal.name: signal for signal in CATALOGUE}

_TESTS: dict[str, Callable[[float, float], bool]] = {
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "==": eq,
    "!=": ne,
}


def holds(condition: Condition, moment: Moment) -> bool:
    """Whether the condition is true now. What is unavailable or unknown makes it false."""
    signal = BY_NAME.get(condition.signal)
    return compares(condition, signal.compute(moment) if signal else None)


def compares(condition: Condition, value: float | None) -> bool:
    """Whether the condition is true of its signal's value, which is None where unavailable."""
    test = _TESTS.get(condition.op)
    return test is not None and value is not None and test(value, condition.value)


def all_hold(conditions: tuple[Condition, ...], moment: Moment) -> bool:
    """Whether every condition is true now."""
    return all(holds(condition, moment) for condition in conditions)


def values(moment: Moment) -> dict[str, float | None]:
    """Every signal of the catalogue, by name; what is read off a model, only where it is there."""
    return {s.name: s.compute(moment) for s in CATALOGUE if not s.needs or _has(moment, s.needs)}


def _has(moment: Moment, model: str) -> bool:
    return getattr(moment.predictions, model, None) is not None


def context(signals: Mapping[str, float | None]) -> Vector:
    """The policy's features from the signals, in the order of `policy.FEATURES`, each in [0, 1].

    Ratios of counts are shrunk towards the middle, so that one order or one click says little.
    """

    def known(name: str, otherwise: float = 0.0) -> float:
        value = signals.get(name)
        return otherwise if value is None else value

    orders = known("orders_count")
    since = signals.get("days_since_order")
    total = max(known("cart_total"), 0.0)
    views = max(known("session_views"), 0.0)
    messages = known("messages_28d")
    return (
        1.0,
        orders / (orders + 1.0),
        0.5 ** (since / 45.0) if since is not None else 0.0,
        (known("discounted_share") * orders + 0.5) / (orders + 2.0),
        total / (total + 5_000.0),
        views / (views + 5.0),
        min(known("messages_7d") / 3.0, 1.0),
        (known("click_rate") * messages + 0.5) / (messages + 2.0),
    )
