"""What a made-up shop's site tells through Segment: views, carts, checkouts, sign-ins, orders."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from msgspec import Struct

from rapport.bench.homes import Home
from rapport.bootstrap.rehearsing.simulation import shop_products
from rapport.core.time import Instant
from rapport.testing.shop import ShopSettings, SimulatedShop

CALLS_A_DAY = 0.5
"""Calls of the average customer, at the least."""


class Call(Struct, frozen=True):
    """One Segment call: when it arrives, its address, its body."""

    at: Instant
    path: str
    body: bytes


def segment_calls(home: Home, customers: int, count: int) -> list[Call]:
    """`count` calls of one event each, in the order in which they arrive.

    A shop of this many customers tells what it would tell anyway, repeats included, for as many
    days as it takes.
    """
    products = shop_products(
        dict(home.installation.blueprint(home.brand.key).products_at(home.clock.now()))
    )
    days = 1 + ceil(count / (CALLS_A_DAY * customers))
    settings = ShopSettings(
        customers=customers, days=days, shop_url=home.brand.shop_url, currency=home.brand.currency
    )
    shop = SimulatedShop(settings, products, home.release.offers)
    told = shop.requests_until(settings.end)
    calls = [Call(r.at, r.path, r.body) for r in told if r.path.startswith("/v1/")]
    return calls[:count]


def batch_body(calls: Sequence[Call]) -> bytes:
    """The body of a batch of these calls, as Segment's libraries send it."""
    return b'{"batch":[' + b",".join(call.body for call in calls) + b"]}"
