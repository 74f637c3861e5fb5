"""What a command came to, and an order export to import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Ran(NamedTuple):
    """Exit code and what was written."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]
"""`rapport`, run with words as somebody types them."""


_HEAD = (
    "Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,"
    "Discount Amount,Created at,Cancelled at,Lineitem quantity,Lineitem name,Lineitem price,"
    "Lineitem sku,Lineitem discount,Id,Accepts Marketing,Refunded Amount,Billing Country,"
    "Shipping Country"
)


def export_of(folder: Path, orders: int = 3) -> Path:
    """A small order export as Shopify writes it."""
    lines = [
        f"#{1000 + n},buyer{n}@example.com,paid,GBP,28.00,3.95,0.00,31.95,,0.00,"
        f"2026-0{n + 1}-05 10:00:00 +0000,,1,Tall Mug,28.00,tall-mug-charcoal,0.00,{9000 + n},"
        "yes,0.00,GB,GB"
        for n in range(orders)
    ]
    path = folder / "orders.csv"
    path.write_text("\n".join([_HEAD, *lines]) + "\n", encoding="utf-8")
    return path
