"""Signals of the basket."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from rapport.core.editions import CATALOGUED, PRICED_AS_LISTED
from rapport.core.person.signals.moment import Moment, half_lives, worth
from rapport.core.person.signals.row import CART, OFFERS, VISITS, Signal
from rapport.core.person.signals.valued import Valued, is_priced, of_cart, of_checkout
from rapport.core.state import HALF_LIFE, Basket, CartHabits
from rapport.core.time import MINUTE


def _valued(moment: Moment) -> Valued | None:
    checkout = moment.state.checkout
    return of_checkout(moment, checkout) if checkout else None


def _cart_total(moment: Moment) -> float | None:
    found = _valued(moment)
    return None if found is None or found.total is None else float(found.total)


def _cart_items(moment: Moment) -> float | None:
    checkout = moment.state.checkout
    return float(len(checkout.lines)) if checkout else None


def _cart_margin(moment: Moment) -> float | None:
    found = _valued(moment)
    return None if found is None else found.margin


def _cart_interest(moment: Moment) -> float | None:
    """Recent views in the categories of the cart, each halving every two weeks."""
    checkout = moment.state.checkout
    if checkout is None:
        return None
    categories = {line.category for line in checkout.lines}
    if moment.release.edition >= CATALOGUED:
        found = (moment.products.get(line.product_id) for line in checkout.lines)
        categories |= {product.category for product in found if product is not None}
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


def _cart_quantity(moment: Moment) -> float | None:
    checkout = moment.state.checkout
    return float(sum(line.quantity for line in checkout.lines)) if checkout else None


def _cart_viewed(moment: Moment) -> float | None:
    checkout = moment.state.checkout
    if checkout is None or not checkout.lines:
        return None
    viewed = moment.state.browsing.viewed
    return sum(line.product_id in viewed for line in checkout.lines) / len(checkout.lines)


def _dearest(moment: Moment) -> float | None:
    """The share of the basket that its dearest product is."""
    found = _valued(moment)
    lines = found.lines if found else ()
    if moment.release.edition >= PRICED_AS_LISTED and not all(map(is_priced, lines)):
        return None
    total = worth(lines)
    return max(max(x.unit_price, 0) * x.quantity for x in lines) / total if total > 0 else None


def _full(line: Basket, moment: Moment) -> int:
    """What one piece would cost at its full price, as told or by the catalogue; 0: unknown."""
    product = moment.products.get(line.product_id)
    listed = product.price if product is not None else 0
    known = line.full_price or listed
    return max(known, line.unit_price) if known > 0 else 0


def _reduced(moment: Moment, lines: tuple[Basket, ...]) -> float | None:
    """The share of what lines cost that is in reduced ones, of those whose full price is known."""
    known = [(line, _full(line, moment)) for line in lines if line.unit_price > 0]
    known = [(line, full) for line, full in known if full]
    total = worth(tuple([line for line, _ in known]))
    if total <= 0:
        return None
    return worth(tuple([line for line, full in known if full > line.unit_price])) / total


def _saving(moment: Moment, lines: tuple[Basket, ...]) -> float | None:
    """How much less than at full prices lines cost, of those whose full price is known."""
    bare = moment.release.edition < PRICED_AS_LISTED
    known = [(line, _full(line, moment)) for line in lines if line.quantity > 0]
    known = [(line, full) for line, full in known if bare or is_priced(line)]
    full = sum([price * line.quantity for line, price in known])
    now = sum([max(line.unit_price, 0) * line.quantity for line, price in known if price])
    return 1.0 - now / full if full > 0 else None


def _of_checkout(
    figure: Callable[[Moment, tuple[Basket, ...]], float | None],
) -> Callable[[Moment], float | None]:
    """Unavailable where no checkout is open, or it is not in the brand's currency."""

    def compute(moment: Moment) -> float | None:
        checkout = moment.state.checkout
        currency = moment.release.brand.currency
        if checkout is None or checkout.currency not in ("", currency):
            return None
        return figure(moment, of_checkout(moment, checkout).lines)

    return compute


def _with_code(moment: Moment) -> float | None:
    return float(moment.state.habits.carts.with_code) if moment.state.checkout else None


def _checkout_changes(moment: Moment) -> float | None:
    return float(moment.state.habits.carts.checkout_changes) if moment.state.checkout else None


def _of_open_cart(figure: Callable[[CartHabits], float]) -> Callable[[Moment], float | None]:
    """Unavailable while nothing is in the cart."""
    return lambda moment: figure(moment.state.habits.carts) if moment.state.cart else None


def _open_cart_age(moment: Moment) -> float | None:
    since = moment.state.habits.carts.since
    return max(0, moment.at - since) / MINUTE if moment.state.cart and since else None


def _shrunk(moment: Moment) -> float | None:
    """How much of the most that the basket was worth was taken out again."""
    state = moment.state
    highest = state.habits.carts.highest
    if highest <= 0 or not (state.cart or state.checkout):
        return None
    found = _valued(moment)
    total = 0 if found is None else found.total
    if total is None:
        return None
    now = max(worth(state.cart), total)
    return min(max(1.0 - now / highest, 0.0), 1.0)


def _open_cart_value(moment: Moment) -> float | None:
    """Unavailable where a price of it is told by nobody; 0 where nothing is in the cart."""
    lines = moment.state.cart
    if not lines or moment.release.edition < PRICED_AS_LISTED:
        return float(worth(lines))
    total = of_cart(moment, lines).total
    return None if total is None else float(total)


def _left(moment: Moment) -> float:
    """Checkouts that were begun and not bought, the open one left out."""
    carts = moment.state.habits.carts
    return float(max(carts.checkouts - carts.bought - (moment.state.checkout is not None), 0))


ROWS = (
    Signal("cart_total", "minor units", "checkout", "now", CART, "value of the basket",
           _cart_total, least=-inf),
    Signal("cart_items", "products", "checkout", "now", CART, "products in the basket",
           _cart_items),
    Signal("cart_margin", "minor units", "checkout", "now", CART, "margin of the basket",
           _cart_margin, least=-inf),
    Signal("cart_interest", "views", "visits", "28 days", VISITS,
           "recent interest in what is in the basket", _cart_interest),
    Signal("checkout_age_minutes", "minutes", "checkout", "now", CART,
           "minutes since the checkout began", _checkout_age),
    Signal("cart_quantity", "pieces", "checkout", "now", CART, "pieces in the basket",
           _cart_quantity, form=2),
    Signal("cart_viewed_share", "share", "visits", "last 5 products", VISITS,
           "share of the basket's products among those looked at last", _cart_viewed, form=2),
    Signal("cart_dearest_share", "share", "checkout", "now", CART,
           "share of the basket's value in its dearest product", _dearest, form=2, most=inf),
    Signal("cart_shrunk_share", "share", "cart and checkout", "since the last order", CART,
           "how much of the fullest basket was taken out again", _shrunk, form=2),
    Signal("checkout_changes", "changes", "checkout", "now", CART,
           "changes to the open checkout", _checkout_changes, form=2),
    Signal("checkout_with_code", "1 or 0", "checkout", "now", CART,
           "whether a discount code stands in the checkout", _with_code, form=2, about=OFFERS),
    Signal("checkouts_count", "checkouts", "checkout", "ever", CART, "checkouts begun so far",
           lambda m: float(m.state.habits.carts.checkouts), form=2, known=True),
    Signal("checkouts_left", "checkouts", "checkout", "ever", CART,
           "checkouts begun and not bought so far", _left, form=2, known=True),
    Signal("carts_count", "carts", "cart", "ever", CART, "carts begun so far",
           lambda m: float(m.state.habits.carts.begun), form=2, known=True),
    Signal("open_cart_value", "minor units", "cart", "now", CART,
           "value of the cart before checkout", _open_cart_value, form=2, least=-inf),
    Signal("open_cart_items", "products", "cart", "now", CART,
           "products in the cart before checkout", lambda m: float(len(m.state.cart)), form=2,
           known=True),
    Signal("open_cart_minutes", "minutes", "cart", "now", CART,
           "minutes since the cart got its first product", _open_cart_age, form=2),
    Signal("open_cart_added", "pieces", "cart", "now", CART, "pieces put into the cart",
           _of_open_cart(lambda c: float(c.added)), form=2),
    Signal("open_cart_removed", "pieces", "cart", "now", CART, "pieces taken out of the cart",
           _of_open_cart(lambda c: float(c.removed)), form=2),
    Signal("open_cart_changes", "changes", "cart", "now", CART, "changes to the cart",
           _of_open_cart(lambda c: float(c.changes)), form=2),
    Signal("cart_reduced_share", "share", "checkout", "now", CART,
           "share of the basket's value in reduced products", _of_checkout(_reduced), form=3),
    Signal("cart_saving_share", "share", "checkout", "now", CART,
           "how much reduced prices take off the basket", _of_checkout(_saving), form=3),
    Signal("open_cart_reduced_share", "share", "cart", "now", CART,
           "share of the cart's value in reduced products, before checkout",
           lambda m: _reduced(m, m.state.cart), form=3),
)  # fmt: skip
