"""Orders in a profile: counted once however many sources tell of them, and taken back."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.bounds import money, quantity
from rapport.core.effects import Ordered, Repeated, Reversed
from rapport.core.events import Event, Line, OrderCancelled, OrderPlaced, OrderRefunded
from rapport.core.signals import cost_of
from rapport.core.state import Basket, OrderNote, Window
from rapport.core.time import MINUTE, Millis
from rapport.core.work import Work

MAX_RECENT = 6
MAX_REFS = 6
REF_CHARS = 64
TOKEN_CHARS = 64
SOURCE_CHARS = 16
SAME_ORDER_WITHIN: Millis = 15 * MINUTE
"""Two sources that tell of the same amount within this time tell of the same order."""


def place(work: Work, event: Event, body: OrderPlaced) -> None:
    """Counts the order, unless it is known; closes the basket; credits open decisions."""
    refs = _refs(body)
    known = _known(work, event, body, refs)
    if known is not None:
        _learn_names(work, known, refs, event.source)
    if known is not None or body.repeated:
        of = known.refs[0] if known is not None else refs[0]
        key = work.key("repeated", event.id)
        work.emit(Repeated(key, work.state.profile, event.id, of, event.at))
    else:
        _count(work, event, body, refs)
    if event.proven and not work.state.orders.proven:
        work.change(orders=replace(work.state.orders, proven=True))
    _close_basket(work, event, body)


def _count(work: Work, event: Event, body: OrderPlaced, refs: tuple[str, ...]) -> None:
    brand = work.blueprint.release_at(event.at).brand
    counted = not body.currency or body.currency == brand.currency
    margin = _margin(work, event, body) if counted else 0
    revenue = money(body.revenue) if counted else 0
    discounted = body.discount > 0 or bool(body.discount_codes)
    orders = work.state.orders
    note = OrderNote(
        refs, event.at, money(body.total), event.source[:SOURCE_CHARS], revenue, margin, discounted
    )
    recent = tuple(sorted((*orders.recent, note), key=lambda n: n.at))[-MAX_RECENT:]
    work.change(
        orders=replace(
            orders,
            count=orders.count + 1,
            first_at=min(orders.first_at, event.at) if orders.first_at else event.at,
            last_at=max(orders.last_at, event.at),
            value=orders.value + revenue,
            discounted=orders.discounted + discounted,
            other_currency=orders.other_currency + (not counted),
            recent=recent,
        ),
        windows=tuple(_credit(w, event, revenue, margin) for w in work.state.windows),
    )
    work.emit(
        Ordered(
            key=work.key("order", body.order_id),
            profile=work.state.profile,
            order_id=body.order_id,
            at=event.at,
            revenue=revenue,
            margin=margin,
            discount=money(body.discount),
            currency=body.currency or brand.currency,
            counted=counted,
            backfill=event.backfill,
        )
    )


def _close_basket(work: Work, event: Event, body: OrderPlaced) -> None:
    """What was open when the order was placed was bought with it."""
    checkout = work.state.checkout
    if checkout is not None and (
        checkout.started_at <= event.at or checkout.token == body.checkout_token[:TOKEN_CHARS]
    ):
        work.change(checkout=None)
    if work.state.cart_changed_at <= event.at:
        work.change(cart=(), cart_changed_at=event.at)


def refund(work: Work, event: Event, body: OrderRefunded) -> None:
    """Takes money back from the order's value; the margin goes back in the same share."""
    note = _find(work, body.order_id)
    whole = note.revenue if note else 0
    amount = whole if body.whole and not body.amount else max(money(body.amount), 0)
    _take_back(work, event, body.order_id, amount, cancelled=False)


def cancel(work: Work, event: Event, body: OrderCancelled) -> None:
    """Takes the whole order back; it still counts as having been placed for the order rhythm."""
    note = _find(work, body.order_id)
    _take_back(work, event, body.order_id, note.revenue if note else 0, cancelled=True)


def _take_back(work: Work, event: Event, order_id: str, amount: int, *, cancelled: bool) -> None:
    """Never more than is left of the order: shops tell of a cancellation and of its refund."""
    orders = work.state.orders
    note = _find(work, order_id)
    if note is None:
        margin = round(amount * work.blueprint.release_at(event.at).brand.margin_rate)
    else:
        amount = min(amount, max(note.revenue - note.taken_back, 0))
        margin = round(note.margin * amount / note.revenue) if note.revenue else 0
    recent = tuple(
        replace(n, taken_back=n.taken_back + amount) if n is note else n for n in orders.recent
    )
    work.change(
        orders=replace(
            orders,
            value=max(0, orders.value - amount),
            refunds=orders.refunds + (note is None or amount > 0),
            last_refund_at=max(orders.last_refund_at, event.at),
            recent=recent,
        )
    )
    work.emit(
        Reversed(
            key=work.key("reversed", event.id),
            profile=work.state.profile,
            order_id=order_id,
            at=event.at,
            revenue=amount,
            margin=margin,
            cancelled=cancelled,
        )
    )


def _refs(body: OrderPlaced) -> tuple[str, ...]:
    """Every name of the order as the state keeps it, its own and the checkout's first."""
    names = [body.order_id[:REF_CHARS], *(ref[:REF_CHARS] for ref in body.refs)]
    if body.checkout_token:
        names.insert(1, f"checkout:{body.checkout_token[:TOKEN_CHARS]}")
    return tuple(dict.fromkeys(name for name in names if name))[:MAX_REFS] or ("",)


def _known(work: Work, event: Event, body: OrderPlaced, refs: tuple[str, ...]) -> OrderNote | None:
    """The order of this profile that `body` tells of again, if there is one."""
    mine, recent = set(refs), work.state.orders.recent
    by_name = next((note for note in recent if mine.intersection(note.refs)), None)
    if by_name is not None or body.total <= 0:
        return by_name
    source = event.source[:SOURCE_CHARS]
    by_amount = (
        note
        for note in recent
        if source not in note.source.split()  # who has told of it under one name is not of another
        and note.total == money(body.total)
        and abs(note.at - event.at) <= SAME_ORDER_WITHIN
    )
    return next(by_amount, None)


def _learn_names(work: Work, known: OrderNote, refs: tuple[str, ...], source: str) -> None:
    both = tuple(dict.fromkeys((*known.refs, *refs)))[:MAX_REFS]
    tellers = " ".join(dict.fromkeys((*known.source.split(), source[:SOURCE_CHARS])))
    learnt = replace(known, refs=both, source=tellers)
    orders = work.state.orders
    recent = tuple(learnt if n is known else n for n in orders.recent)
    work.change(orders=replace(orders, recent=recent))


def _find(work: Work, order_id: str) -> OrderNote | None:
    name = order_id[:REF_CHARS]
    return next((n for n in work.state.orders.recent if name and name in n.refs), None)


def _margin(work: Work, event: Event, body: OrderPlaced) -> int:
    """Revenue less cost of goods, less what a used offer costs beyond its discount."""
    release = work.blueprint.release_at(event.at)
    rate = release.brand.margin_rate
    products = work.blueprint.products_at(event.at)
    goods = (
        sum(cost_of(_line(line), products, rate) for line in body.lines)
        if body.lines
        else round(money(body.revenue) * (1.0 - rate))
    )
    codes = {code.upper() for code in body.discount_codes}
    extras = sum(
        offer.cost
        for offer in release.offers
        if offer.kind in ("free_shipping", "gift") and offer.code.upper() in codes
    )
    return money(money(body.revenue) - goods - extras)


def _line(line: Line) -> Basket:
    return Basket(line.product_id, quantity(line.quantity), money(line.unit_price))


def _credit(window: Window, event: Event, revenue: int, margin: int) -> Window:
    if not window.opened_at <= event.at <= window.closes_at:
        return window
    return replace(
        window,
        orders=window.orders + 1,
        revenue=window.revenue + revenue,
        margin=window.margin + margin,
    )
