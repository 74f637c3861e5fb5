"""Rows of a history into events, a batch at a time, so that few of them are in memory at once."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
from msgspec import Struct

from rapport.adapters.order_export.history import (
    CANCELLED,
    CONSENT,
    NONE,
    PLACED,
    REFUNDED,
    WORDS,
    History,
)
from rapport.adapters.order_export.lines import REFS_BETWEEN
from rapport.adapters.order_export.mapping import Mapping
from rapport.core.events import (
    AnyBody,
    ConsentChanged,
    Contact,
    Event,
    Identifier,
    Incoming,
    Line,
    OrderCancelled,
    OrderPlaced,
    OrderRefunded,
)
from rapport.core.time import Instant

SOURCE = "import"


class _Order(Struct, frozen=True):
    """An order's own fields; the names are those of `History.orders`."""

    order_id: str
    refs: str | None
    customer: str | None
    email: str | None
    phone: str | None
    name: str | None
    first_name: str | None
    last_name: str | None
    country: str | None
    currency: str
    discount: int | None
    discount_code: str | None
    left_out: int


class _Happening(Struct, frozen=True):
    """One row of `History.happenings`."""

    at: Instant
    what: int
    order: int
    target: int
    amount: int
    revenue: int
    word: str
    first: int
    count: int


_BLANK = pl.lit("")


class EventMaker:
    """Makes events from the happenings of one history."""

    def __init__(self, mapping: Mapping, history: History) -> None:
        self._mapping = mapping
        self._orders = history.orders.select(_Order.__struct_fields__)
        self._order_ids = history.orders["order_id"]
        self._kept = history.kept
        self._lines = history.lines

    def incoming(self, happenings: pl.DataFrame) -> tuple[Incoming, ...]:
        """The events of a slice of `History.happenings`, in its order."""
        rows = [_Happening(*r) for r in happenings.select(_Happening.__struct_fields__).iter_rows()]
        orders = [_Order(*r) for r in self._orders[happenings["order"].to_list()].iter_rows()]
        first = rows[0].first
        last = rows[-1].first + rows[-1].count
        lines = self._line_bodies(first, last - first)
        return tuple(
            self._one(row, order, lines[row.first - first : row.first - first + row.count])
            for row, order in zip(rows, orders, strict=True)
        )

    def _line_bodies(self, first: int, count: int) -> list[Line]:
        kept = self._kept.slice(first, count)
        words = self._lines[kept["line"]].select(
            pl.col(name).fill_null("") if name in self._lines.columns else _BLANK.alias(name)
            for name in WORDS
        )
        figures = kept.select("quantity", "unit_price", "free")
        return [
            Line(product, title, quantity, price, sku=sku, category=category, free=free)
            for (product, title, sku, category), (quantity, price, free) in zip(
                words.iter_rows(), figures.iter_rows(), strict=True
            )
        ]

    def _one(self, row: _Happening, order: _Order, lines: Sequence[Line]) -> Incoming:
        name, body = self._body(row, order, tuple(lines))
        event = Event(f"import:{self._mapping.key}:{name}", row.at, SOURCE, body, backfill=True)
        contact = _contact(order) if row.what == PLACED else None
        return Incoming(event, self._identifiers(order), contact)

    def _body(self, row: _Happening, order: _Order, lines: tuple[Line, ...]) -> tuple[str, AnyBody]:
        """The body, and the rest of the event's id: the same in every run."""
        if row.what == PLACED:
            others = order.refs.split(REFS_BETWEEN) if order.refs else ()
            codes = (order.discount_code,) if order.discount_code else ()
            return f"order:{order.order_id}", OrderPlaced(
                order_id=order.order_id,
                refs=tuple(dict.fromkeys((order.order_id, *others))),
                lines=lines,
                revenue=row.revenue,
                total=row.amount,
                currency=order.currency,
                discount=order.discount or 0,
                discount_codes=codes,
                left_out=order.left_out,
                goods=row.revenue,  # the export's prices hold their tax, and so does this
            )
        if row.what == CONSENT:
            consent = self._mapping.consent
            return f"consent:{order.order_id}", ConsentChanged(
                channel=consent.channel, status=row.word, method="import", wording=consent.wording
            )
        if row.what == CANCELLED:
            return f"cancel:{order.order_id}", OrderCancelled(order.order_id)
        if row.what == REFUNDED:
            return f"refund:{order.order_id}", OrderRefunded(
                order.order_id, refund_id=f"{order.order_id}:refund", amount=row.amount
            )
        target = "" if row.target == NONE else self._order_ids[row.target]
        return f"return:{order.order_id}:{target}", OrderRefunded(
            target, refund_id=order.order_id, amount=row.amount, lines=lines
        )

    def _identifiers(self, order: _Order) -> tuple[Identifier, ...]:
        kind = self._mapping.customer_kind
        found = []
        if order.customer:
            found.append(Identifier(kind, order.customer))
        if order.email and not (kind == "email" and order.customer):
            found.append(Identifier("email", order.email))
        return tuple(found) or (Identifier("order", order.order_id),)


def _contact(order: _Order) -> Contact | None:
    first, last = order.first_name, order.last_name
    if order.name and first is None and last is None:
        first, _, rest = order.name.partition(" ")
        last = rest.strip() or None
    country = None if order.country is None or order.country.startswith("?") else order.country
    contact = Contact(
        email=order.email, phone=order.phone, first_name=first, last_name=last, country=country
    )
    return None if contact == Contact() else contact
