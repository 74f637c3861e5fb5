"""What a customer does of their own accord: visits, what they look at, checkouts they begin.

Nothing in here depends on a message, so that the same month can be lived again under another
policy; what messages change is which checkouts still become orders, see `response`.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

import numpy as np

from rapport.core.policy.drawing import uniform
from rapport.core.time import DAY, HOUR, MINUTE, SECOND, Instant
from rapport.testing.shop.catalogue import Item, Shelves, subtotal_of
from rapport.testing.shop.customers import LIFE, Customer
from rapport.testing.shop.settings import ShopSettings, hour_edges, stream

CHECKOUTS_APART = 7 * DAY
"""A customer begins no second checkout within this time, so that two outcomes never mix."""

_HOURS = hour_edges()


class View(NamedTuple):
    """Something done on the site. `kind` is page, list, search, product, added or removed."""

    at: Instant
    kind: str
    category: str
    item: Item | None = None


class Checkout(NamedTuple):
    """A checkout that was begun. `fate` in [0, 1) settles whether it still becomes an order.

    `bought_at` is set where the order followed at once; else it was left behind at `left_at`.
    """

    token: str
    cart_token: str
    number: int
    customer: int
    items: tuple[Item, ...]
    subtotal: int
    shipping: int
    started_at: Instant
    left_at: Instant
    updates: int
    depth: int
    """Products looked at in the visit."""
    fate: float
    bought_at: Instant | None

    @property
    def total(self) -> int:
        """What the customer would pay without any discount."""
        return self.subtotal + self.shipping


class Visit(NamedTuple):
    """One session, and the checkout that it led to."""

    started_at: Instant
    views: tuple[View, ...]
    checkout: Checkout | None


def visits(settings: ShopSettings, shelves: Shelves, customer: Customer) -> list[Visit]:
    """The customer's month, in time order."""
    rng = stream(settings, LIFE, customer.index)
    count = int(rng.poisson(customer.taste.visits * settings.days))
    starts = sorted(_moment(settings, customer, rng) for _ in range(count))
    lived: list[Visit] = []
    quiet_until = last_checkout = settings.start - CHECKOUTS_APART
    for started_at in starts:
        if started_at < quiet_until:
            continue
        may_buy = started_at >= last_checkout + CHECKOUTS_APART
        visit = _visit(settings, shelves, customer, rng, started_at, may_buy=may_buy)
        quiet_until = visit.views[-1].at + HOUR
        if visit.checkout is not None:
            last_checkout = started_at
        lived.append(visit)
    return lived


def _moment(settings: ShopSettings, customer: Customer, rng: np.random.Generator) -> Instant:
    """When a visit begins: any day, by the local hours at which people shop."""
    hour = bisect_left(_HOURS, rng.random()) - customer.place.offset_hours
    within = int(rng.random() * HOUR)
    day = int(rng.random() * settings.days)
    return settings.start + day * DAY + (hour % 24) * HOUR + within


def _visit(
    settings: ShopSettings,
    shelves: Shelves,
    customer: Customer,
    rng: np.random.Generator,
    started_at: Instant,
    *,
    may_buy: bool,
) -> Visit:
    taste = customer.taste
    # One call for all of a visit, since each call is dear; the longest visit takes 63 draws.
    pool = iter(rng.random(64).tolist())
    shopping = next(pool) < 0.5 + 0.15 * taste.loyalty
    depth = 1 + int(next(pool) * (5 if shopping else 2))
    at = started_at
    views = [View(at, "page", "")]
    category = 0
    looked_at: list[Item] = []
    for number in range(depth):
        at += int((8 + 90 * next(pool)) * SECOND)
        changes = number == 0 or next(pool) < 0.1 + 0.4 * taste.curiosity
        if changes:
            category = min(bisect_left(taste.interests, next(pool)), len(shelves.categories) - 1)
            if next(pool) < 0.45:
                kind = "search" if next(pool) < 0.2 else "list"
                views.append(View(at, kind, shelves.categories[category]))
                at += int((5 + 40 * next(pool)) * SECOND)
        product = shelves.pick(category, next(pool), taste.thrift)
        looked_at.append(Item(product, 1))
        views.append(View(at, "product", product.category, looked_at[-1]))
    if not (may_buy and shopping and next(pool) < 0.6 + 0.08 * depth):
        if next(pool) < 0.1:
            views.append(
                View(at + 9 * SECOND, "added", looked_at[-1].product.category, looked_at[-1])
            )
        return Visit(started_at, tuple(views), None)
    items: dict[str, Item] = {}
    for item in reversed(looked_at):
        if len(items) < 4 and (not items or next(pool) < 0.4) and item.product.id not in items:
            at += int((4 + 30 * next(pool)) * SECOND)
            chosen = Item(item.product, 1 if next(pool) < 0.8 else 2)
            items[item.product.id] = chosen
            views.append(View(at, "added", item.product.category, chosen))
    _have_second_thoughts(settings, customer, views, looked_at, items, at)
    begun_at = at + int((10 + 50 * next(pool)) * SECOND)
    draws = (next(pool), next(pool), next(pool))
    checkout = _checkout(settings, customer, tuple(items.values()), begun_at, depth, draws)
    return Visit(started_at, tuple(views), checkout)


def _have_second_thoughts(
    settings: ShopSettings,
    customer: Customer,
    views: list[View],
    looked_at: list[Item],
    items: dict[str, Item],
    last_added_at: Instant,
) -> None:
    """Whoever minds the price sometimes puts one more in, and takes it out again at once. It is no
    draw of the visit's own: lives stay as they were."""
    u = uniform(settings.seed, "second thoughts", customer.index, last_added_at)
    others = [item for item in looked_at if item.product.id not in items]
    if not others or u >= 0.3 * customer.taste.thrift:
        return
    item = others[0]
    for kind, before in (("added", 3 * SECOND), ("removed", SECOND)):
        views.insert(-1, View(last_added_at - before, kind, item.product.category, item))


def _checkout(
    settings: ShopSettings,
    customer: Customer,
    items: tuple[Item, ...],
    started_at: Instant,
    depth: int,
    draws: tuple[float, float, float],
) -> Checkout:
    subtotal = subtotal_of(items)
    buys_at_once = draws[0] < 0.12 + 0.35 * customer.taste.loyalty
    updates = int(draws[1] * 2.2)
    left_at = started_at + updates * 40 * SECOND
    fate = uniform(settings.seed, "fate", customer.index, started_at)
    number = int(uniform(settings.seed, "checkout", customer.index, started_at) * 2**40)
    return Checkout(
        token=f"{customer.index:012x}{number:020x}",
        cart_token=f"{number:020x}{customer.index:012x}",
        number=30_000_000_000 + number,
        customer=customer.index,
        items=items,
        subtotal=subtotal,
        shipping=settings.shipping_on(subtotal),
        started_at=started_at,
        left_at=left_at,
        updates=updates,
        depth=depth,
        fate=fate,
        bought_at=left_at + int((1 + 6 * draws[2]) * MINUTE) if buys_at_once else None,
    )
