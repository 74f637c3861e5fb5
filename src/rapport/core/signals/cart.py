"""Signals of the basket."""

from __future__ import annotations

from rapport.core.signals.moment import Moment, half_lives, margin_of
from rapport.core.signals.row import CART, VISITS, Signal
from rapport.core.state import HALF_LIFE
from rapport.core.time import MINUTE


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


ROWS = (
    Signal("cart_total", "minor units", "checkout", "now", CART, "value of the basket",
           _cart_total),
    Signal("cart_items", "products", "checkout", "now", CART, "products in the basket",
           _cart_items),
    Signal("cart_margin", "minor units", "checkout", "now", CART, "margin of the basket",
           _cart_margin),
    Signal("cart_interest", "views", "visits", "28 days", VISITS,
           "recent interest in what is in the basket", _cart_interest),
    Signal("checkout_age_minutes", "minutes", "checkout", "now", CART,
           "minutes since the checkout began", _checkout_age),
)  # fmt: skip
