"""Orders: names by which sources know the same one, and what an order was worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapport.adapters.sources.fields import Fields
from rapport.adapters.sources.lines import total_of
from rapport.adapters.sources.money import share_of
from rapport.adapters.sources.text import words
from rapport.core.events import Line, checkout_name

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
    return checkout_name(token) if token else ""


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
    """What the lines come to after the order's discount; None where there is none, and where what
    one of them comes to is not known."""
    sums: tuple[int, ...] = ()
    """What the lines come to by themselves, and less a discount told beside them; empty where
    nobody knows."""


def is_unknown(worth: Worth) -> bool:
    """Whether nothing says what it came to."""
    return worth.lines is None and worth.total is worth.subtotal is worth.revenue is None


def note_unknown(order: Fields, worth: Worth) -> None:
    """Notes that nobody knows what an order came to, where that is so."""
    if is_unknown(worth):
        expected = (
            "what the order came to, in all or by each of its lines; it counts, no money does"
        )
        order.note("total", "nothing", expected)


def is_whole(amount: int, lines: tuple[Line, ...], *, unread: bool) -> bool:
    """Whether a refund is of the whole order: where neither an amount was told, be it one that
    cannot be read, nor products. Of those nobody knows how much went back, and the least does."""
    return not (amount or lines or unread)


def total_paid(worth: Worth) -> int:
    """What was paid, from the best figure there is: what the shop told before what lines add up to;
    0 where it told nothing and what a line comes to is not known."""
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


def goods_of(worth: Worth) -> int:
    """Products after discounts, without delivery: what a basket is worth, and what the minimum of a
    shop's code is held against. Tax is as in the prices of the lines.

    Of what was told it is the figure that the lines bear out, for the same name means the goods in
    one shop and the goods with delivery or without tax in the next. Of several it is the one with
    which most else that was told agrees: delivery may come to just what the discount does, and then
    the whole total is what the lines come to. Where they bear none out, it is what revenue would
    be.
    """
    borne_out = [figure for figure in _figures(worth) if figure in worth.sums]
    if not borne_out:
        return revenue_of(worth)
    return max(max(borne_out, key=lambda goods: _agreeing(worth, goods)), 0)


def goods_told(worth: Worth) -> int | None:
    """`goods_of` an order, None where nobody knows: nothing is not the same."""
    return None if is_unknown(worth) else goods_of(worth)


def discount_of(told: Fields, lines: tuple[Line, ...] | None, *names: str) -> int:
    """The discount under the first of `names` that is there, whatever its sign. A percentage is one
    of `lines`; None where nobody knows what they come to."""
    value = next((v for name in names if (v := told.values.get(name)) not in (None, "")), None)
    share = share_of(value, total_of(lines)) if lines else None
    return abs(told.amount(*names) or 0) if share is None else share


def sum_of(lines: tuple[Line, ...], unknown: int, discount: int = 0) -> int | None:
    """`Worth.lines` of the same."""
    return None if unknown or not lines else total_of(lines) - discount


def sums_of(lines: tuple[Line, ...], unknown: int, discount: int = 0) -> tuple[int, ...]:
    """`Worth.sums` of lines, less a discount told beside them; of so many of them, or of others,
    nobody knows what they come to."""
    of_lines = total_of(lines)
    return () if unknown or not lines else (of_lines - discount, of_lines)


def _agreeing(worth: Worth, goods: int) -> int:
    """How many of total, revenue and discount are just what they mean, were the goods that much."""
    within = (0, worth.tax)
    total = worth.total is not None and worth.total - worth.shipping - goods in within
    revenue = worth.revenue is not None and goods - worth.revenue in within
    return total + revenue + (goods == worth.sums[0])


def _figures(worth: Worth) -> Iterator[int]:
    """What the goods may come to by what was told, the best figure first."""
    if worth.subtotal is not None:
        yield from (worth.subtotal, worth.subtotal + worth.tax)
        return
    for told in (worth.revenue, worth.total):
        if told is not None:
            yield from (told, told - worth.shipping, told - worth.tax)
            yield told - worth.shipping - worth.tax
    if worth.revenue is not None:
        yield worth.revenue + worth.tax
