"""The year before: what the same people had bought, as Shopify exports a shop's orders."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from rapport.core.offer import Offer
from rapport.core.time import DAY, HOUR, MINUTE, Instant
from rapport.testing.shop.catalogue import Item, Shelves, subtotal_of
from rapport.testing.shop.customers import PAST, Customer
from rapport.testing.shop.request import iso, money
from rapport.testing.shop.settings import ShopSettings, stream

YEAR = 365 * DAY

COLUMNS = (
    "Name", "Email", "Financial Status", "Paid at", "Fulfillment Status", "Fulfilled at",
    "Accepts Marketing", "Currency", "Subtotal", "Shipping", "Taxes", "Total", "Discount Code",
    "Discount Amount", "Shipping Method", "Created at", "Lineitem quantity", "Lineitem name",
    "Lineitem price", "Lineitem sku", "Billing Name", "Billing City", "Billing Country",
    "Cancelled at", "Refunded Amount", "Id", "Source", "Phone",
)  # fmt: skip
"""Of Shopify's columns those that carry something here, in Shopify's order."""


class PastOrder(NamedTuple):
    """One order of the year before; money in minor units."""

    customer: Customer
    at: Instant
    items: tuple[Item, ...]
    discount: int
    shipping: int
    code: str
    fate: float
    """In [0, 1): settles whether it was cancelled, refunded, or bought without an address."""


def past_orders(
    settings: ShopSettings, shelves: Shelves, customers: Sequence[Customer], offers: Sequence[Offer]
) -> list[PastOrder]:
    """Every order of the year before `settings.start`, the oldest first."""
    cut = next((offer for offer in offers if offer.kind == "percent"), None)
    orders = [
        order
        for customer in customers
        if not customer.is_new
        for order in _year(settings, shelves, customer, cut)
    ]
    return sorted(orders, key=lambda order: (order.at, order.customer.index))


def _year(
    settings: ShopSettings, shelves: Shelves, customer: Customer, cut: Offer | None
) -> Iterator[PastOrder]:
    """One customer's orders: gaps of the customer's own rhythm, from when they first came."""
    rng = stream(settings, PAST, customer.index)
    taste = customer.taste
    rhythm = (220 - 180 * taste.loyalty) * DAY
    # The first order always falls into the year, since these are not new customers.
    at = settings.start - int(YEAR * (0.05 + 0.95 * rng.random()))
    while at < settings.start - HOUR:
        u: list[float] = rng.random(12).tolist()
        items = _basket(shelves, customer, u)
        subtotal = subtotal_of(items)
        uses_code = cut is not None and u[0] < 0.75 * taste.thrift**1.5
        yield PastOrder(
            customer=customer,
            at=at // DAY * DAY + int((8 + 14 * u[1]) * HOUR) if at % DAY < 8 * HOUR else at,
            items=items,
            discount=cut.cost_on(subtotal) if cut is not None and uses_code else 0,
            shipping=settings.shipping_on(subtotal),
            code=cut.code if cut is not None and uses_code else "",
            fate=u[2],
        )
        at += int(rhythm * _gap(rng))


def _gap(rng: np.random.Generator) -> float:
    """The time to the next order in units of the rhythm: regular, as a pantry runs empty."""
    return 0.1 + float(rng.gamma(2.0, 0.45))


def _basket(shelves: Shelves, customer: Customer, u: Sequence[float]) -> tuple[Item, ...]:
    taste = customer.taste
    chosen: dict[str, Item] = {}
    for number in range(1 + (u[3] < 0.45) + (u[4] < 0.2)):
        edge = u[5 + number]
        category = next(
            (i for i, upper in enumerate(taste.interests) if edge < upper),
            len(taste.interests) - 1,
        )
        product = shelves.pick(category, u[8 + number], taste.thrift)
        chosen[product.id] = Item(product, 2 if u[11] < 0.12 else 1)
    return tuple(chosen.values())


def write_history(path: Path, settings: ShopSettings, orders: Sequence[PastOrder]) -> int:
    """Writes the export, the newest order first as Shopify does; returns its rows."""
    rows = 0
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        for number in range(len(orders), 0, -1):
            order = orders[number - 1]
            head = _order_fields(settings, order, number)
            for item in order.items:
                writer.writerow(head | _line_fields(item))
                # Shopify tells an order's own fields once, with its first line.
                head = {
                    "Name": head["Name"],
                    "Email": head["Email"],
                    "Created at": head["Created at"],
                }
                rows += 1
    return rows


def _order_fields(settings: ShopSettings, order: PastOrder, number: int) -> dict[str, str]:
    customer = order.customer
    subtotal = subtotal_of(order.items) - order.discount
    total = subtotal + order.shipping
    cancelled = order.fate < 0.02
    refunded = 0.02 <= order.fate < 0.06
    unnamed = 0.06 <= order.fate < 0.09
    settled = "refunded" if cancelled or refunded else "paid"
    return {
        "Name": f"#{1_000 + number}",
        "Email": "" if unnamed else customer.email,
        "Financial Status": settled,
        "Paid at": _stamp(order.at),
        "Fulfillment Status": "unfulfilled" if cancelled else "fulfilled",
        "Fulfilled at": "" if cancelled else _stamp(order.at + DAY),
        "Accepts Marketing": "yes" if customer.accepts_marketing and not unnamed else "no",
        "Currency": settings.currency,
        "Subtotal": money(subtotal),
        "Shipping": money(order.shipping),
        "Taxes": money(total // 6),
        "Total": money(total),
        "Discount Code": order.code,
        "Discount Amount": money(order.discount),
        "Shipping Method": "Standard delivery",
        "Created at": _stamp(order.at),
        "Billing Name": "" if unnamed else f"{customer.first_name} {customer.last_name}",
        "Billing City": customer.place.city,
        "Billing Country": customer.place.country,
        "Cancelled at": _stamp(order.at + 20 * MINUTE) if cancelled else "",
        "Refunded Amount": money(total) if cancelled or refunded else "0.00",
        "Id": str(4_000_000_000_000 + number),
        "Source": "pos" if unnamed else "web",
        "Phone": "" if unnamed else customer.phone,
    }


def _line_fields(item: Item) -> dict[str, str]:
    return {
        "Lineitem quantity": str(item.quantity),
        "Lineitem name": item.product.title,
        "Lineitem price": money(item.product.price),
        "Lineitem sku": item.product.id,
    }


def _stamp(at: Instant) -> str:
    """Such as `2025-11-03 18:20:05 +0000`."""
    text = iso(at)
    return f"{text[:10]} {text[11:19]} +0000"
