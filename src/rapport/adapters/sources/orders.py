"""Orders: names by which sources know the same one, and what an order was worth."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rapport.adapters.sources.fields import Fields
from rapport.adapters.sources.text import words

MAX_REF = 64
"""The core compares references cut to this length."""


def order_ref(value: object) -> str:
    """An order's id or number as every source would write it: `1001` of `#1001`.

    The last part of a Shopify address of an object (`gid://shopify/Order/450789469`) is its id.
    """
    if value is None:
        return ""
    text = words(value, 255)
    if text.startswith("gid://"):
        text = text.rpartition("/")[2].partition("?")[0]
    return text.lstrip("#").strip()[:MAX_REF]


def checkout_ref(value: object) -> str:
    """The reference of the checkout that an order came from."""
    token = order_ref(value)
    return f"checkout:{token}" if token else ""


def distinct(refs: Iterable[str]) -> tuple[str, ...]:
    """Those that are not empty, each once, in their order."""
    return tuple(dict.fromkeys(ref for ref in refs if ref))


class Worth(NamedTuple):
    """Amounts as a source told them, minor units; None where it did not."""

    total: int | None
    subtotal: int | None
    revenue: int | None
    shipping: int
    tax: int
    lines: int | None
    """What the lines come to after the order's discount; None where a line was left out, so that
    nobody knows."""


def note_unknown(order: Fields, worth: Worth) -> None:
    """Notes that nobody knows what an order came to, where that is so."""
    if worth.lines is None and worth.total is worth.subtotal is worth.revenue is None:
        expected = (
            "what the order came to, since a line of it was not taken; it counts, no money does"
        )
        order.note("total", "nothing", expected)


def total_paid(worth: Worth) -> int:
    """What was paid, from the best figure there is: what the shop told before what lines add up to;
    0 where it told nothing and a line was left out."""
    if worth.total is not None:
        return max(worth.total, 0)
    before = worth.subtotal if worth.subtotal is not None else worth.revenue
    goods = worth.lines if before is None else before
    return 0 if goods is None else max(goods + worth.shipping + worth.tax, 0)


def revenue_of(worth: Worth) -> int:
    """Products after discounts, without shipping and tax, from the best figure there is.

    Many shops send the total under the name of revenue; where shipping or tax are told as well,
    they are taken off.
    """
    if worth.subtotal is not None:
        return max(worth.subtotal, 0)
    extras = worth.shipping + worth.tax
    if worth.revenue is not None:
        inclusive = extras and worth.revenue == worth.total
        return max(worth.revenue - (extras if inclusive else 0), 0)
    if worth.total is not None:
        return max(worth.total - extras, 0)
    return max(worth.lines or 0, 0)
