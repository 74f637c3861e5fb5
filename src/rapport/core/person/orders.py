"""Orders in a profile: counted once however many sources tell of them, and taken back."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.blueprint import Release
from rapport.core.bounds import ID_CHARS, MAX_EARLY, MAX_RECENT, money, quantity
from rapport.core.catalogue import Product
from rapport.core.editions import MONEY_GOES_BACK, REFUNDS_WAIT, UNTOLD_IS_UNKNOWN
from rapport.core.effects import Ordered, Repeated, Reversed
from rapport.core.events import (
    PUBLIC_SOURCES,
    Event,
    Line,
    OrderCancelled,
    OrderPlaced,
    OrderRefunded,
    checkout_name,
)
from rapport.core.person.offer_use import note_used
from rapport.core.person.order_outlook import known_days, order_days
from rapport.core.person.signals import cost_of
from rapport.core.state import Basket, EarlyRefund, OrderNote, Orders, Window
from rapport.core.time import DAY, MINUTE, Instant, Millis
from rapport.core.work import Work

MAX_REFS = 6
REF_CHARS = 64
SOURCE_CHARS = 16
MAX_TELLERS = 4
WHOLE = -1
"""Stands for an amount that is all of the order, whatever it was."""
SAME_ORDER_WITHIN: Millis = 15 * MINUTE
"""Two sources that tell of the same amount within this time tell of the same order."""


def place(work: Work, event: Event, body: OrderPlaced) -> None:
    """Counts the order, unless it is known; closes the basket; credits open decisions."""
    if body.claimed:
        _close_basket(work, event, body)
        return
    refs = refs_of(body)
    known = _known(work, event, body, refs)
    if known is not None:
        if not _is_only_claimed(work, event, known):
            _learn_names(work, known, refs, event.source)
        # Another source may know of codes that the first did not.
        note_used(work, event, body, known.refs[0])
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
    told = not _worth_unknown(body, work.blueprint.release_at(event.at).edition)
    counted = told and body.currency in ("", brand.currency)
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
            days=_days_with(orders, event.at),
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
    note_used(work, event, body, refs[0])
    _settle_early(work, event, refs)


def _days_with(orders: Orders, at: Instant) -> int:
    """How many days with orders there are with one more `at`. Of a day long past between the first
    and the last, which is told of late, nobody remembers whether it is a new one: it counts."""
    if orders.count and not orders.days and orders.count > len(orders.recent):
        return 0
    return order_days(orders) + (at // DAY not in known_days(orders))


def _close_basket(work: Work, event: Event, body: OrderPlaced) -> None:
    """What was open when the order was placed was bought with it."""
    checkout = work.state.checkout
    if checkout is not None and (
        checkout.started_at <= event.at or checkout.token == body.checkout_token[:ID_CHARS]
    ):
        work.change(checkout=None)
    if work.state.cart_changed_at <= event.at:
        work.change(cart=(), cart_changed_at=event.at)


def refund(work: Work, event: Event, body: OrderRefunded) -> None:
    """Takes money back from the order's value; the margin goes back in the same share.

    An amount in another currency than the brand's takes nothing off: nobody knows what it comes to,
    and the money of an order in that currency was not counted either.
    """
    brand = work.blueprint.release_at(event.at).brand
    amount = WHOLE if body.whole and not body.amount else max(money(body.amount), 0)
    if amount != WHOLE and body.currency not in ("", brand.currency):
        amount = 0
    _take_back(work, event, Back(body.order_id, amount, cancelled=False))


def cancel(work: Work, event: Event, body: OrderCancelled) -> None:
    """Takes the whole order back; it still counts as having been placed for the order rhythm."""
    _take_back(work, event, Back(body.order_id, WHOLE, cancelled=True))


class Back(Struct, frozen=True, gc=False):
    """Money of an order that goes back, minor units; WHOLE for all of it."""

    order_id: str
    amount: int
    cancelled: bool


def _take_back(work: Work, event: Event, back: Back) -> None:
    note = _find(work, back.order_id)
    if _is_only_claimed(work, event, note):
        _reverse(work, event, back, 0, 0)
    elif note is None:
        _take_back_unknown(work, event, back)
    else:
        _take_back_known(work, event, back, note)


def _is_only_claimed(work: Work, event: Event, note: OrderNote | None) -> bool:
    """Whether anybody could have said this of an order that the shop itself told of. It gives the
    order no more names, and takes no money off it; care is taken all the same."""
    release = work.blueprint.release_at(event.at)
    if release.edition < MONEY_GOES_BACK or release.brand.trust_browser_orders or event.proven:
        return False
    if note is None:
        return work.state.orders.proven
    return not set(note.source.split()).issubset(PUBLIC_SOURCES)


def _take_back_known(work: Work, event: Event, back: Back, note: OrderNote) -> None:
    """What this source told of so far counts only as far as no other has told of as much."""
    told = dict(note.taken_back)
    amount = note.revenue if back.amount == WHOLE else back.amount
    source = event.source[:SOURCE_CHARS]
    told[source] = min(told.get(source, 0) + amount, note.revenue)
    after = replace(note, taken_back=tuple(told.items())[:MAX_TELLERS])
    taken = after.went_back - note.went_back
    orders = work.state.orders
    recent = tuple(after if n is note else n for n in orders.recent)
    work.change(orders=replace(orders, recent=recent))
    margin = round(note.margin * taken / note.revenue) if note.revenue else 0
    undone = back.amount == WHOLE and not note.revenue and not note.taken_back
    if work.blueprint.release_at(event.at).edition >= MONEY_GOES_BACK and (taken or undone):
        whole = after.went_back >= note.revenue
        windows = work.state.windows
        work.change(windows=tuple(_debit(w, note.at, taken, margin, whole=whole) for w in windows))
    _reverse(work, event, back, taken, margin)


def _take_back_unknown(work: Work, event: Event, back: Back) -> None:
    """An order from before our memory, or one that is told of later: what cannot be taken off now
    is remembered until somebody tells of it."""
    orders = work.state.orders
    amount = max(back.amount, 0)
    release = work.blueprint.release_at(event.at)
    # Where each order is remembered, this one is none of those that the value is made of.
    is_to_come = orders.count == len(orders.recent) and bool(back.order_id)
    waits = is_to_come and release.edition >= REFUNDS_WAIT
    taken = 0 if waits else min(amount, max(orders.value, 0))
    owed = WHOLE if back.amount == WHOLE else amount - taken
    if back.order_id and owed:
        early = EarlyRefund(back.order_id[:REF_CHARS], event.source[:SOURCE_CHARS], owed)
        kept = (*orders.early_refunds, early)[-MAX_EARLY:]
        work.change(orders=replace(orders, early_refunds=kept))
    _reverse(work, event, back, taken, round(taken * release.brand.margin_rate))


def _settle_early(work: Work, event: Event, refs: tuple[str, ...]) -> None:
    """The order is here: takes off what went back before anybody told of it."""
    orders = work.state.orders
    mine = [early for early in orders.early_refunds if early.order_id in refs]
    if not mine:
        return
    others = tuple(early for early in orders.early_refunds if early.order_id not in refs)
    work.change(orders=replace(orders, early_refunds=others))
    for number, early in enumerate(mine):
        told = replace(event, id=f"{event.id}#early{number}", source=early.source)
        _take_back(work, told, Back(early.order_id, early.amount, cancelled=False))


def _reverse(work: Work, event: Event, back: Back, amount: int, margin: int) -> None:
    orders = work.state.orders
    work.change(
        orders=replace(
            orders,
            value=max(0, orders.value - amount),
            refunds=orders.refunds + (amount > 0),
            last_refund_at=max(orders.last_refund_at, event.at),
        )
    )
    work.emit(
        Reversed(
            key=work.key("reversed", event.id),
            profile=work.state.profile,
            order_id=back.order_id,
            at=event.at,
            revenue=amount,
            margin=margin,
            cancelled=back.cancelled,
        )
    )


def refs_of(body: OrderPlaced) -> tuple[str, ...]:
    """Every name of the order as the state keeps it, its own and the checkout's first."""
    names = [body.order_id[:REF_CHARS], *(ref[:REF_CHARS] for ref in body.refs)]
    if body.checkout_token:
        names.insert(1, checkout_name(body.checkout_token[:ID_CHARS]))
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


def _worth_unknown(body: OrderPlaced, edition: int) -> bool:
    """Whether nobody knows what it came to: the order counts, its money does not."""
    if body.revenue or body.total:
        return False
    return body.left_out > 0 or (body.goods is None and edition >= UNTOLD_IS_UNKNOWN)


def _margin(work: Work, event: Event, body: OrderPlaced) -> int:
    """Revenue less cost of goods, less what a used offer costs beyond its discount."""
    release = work.blueprint.release_at(event.at)
    goods = _cost_of_goods(body, release, work.blueprint.products_at(event.at))
    codes = {code.upper() for code in body.discount_codes}
    extras = sum(
        offer.cost
        for offer in release.offers
        if offer.kind in ("free_shipping", "gift") and offer.code.upper() in codes
    )
    return money(money(body.revenue) - goods - extras)


def _cost_of_goods(body: OrderPlaced, release: Release, products: Mapping[str, Product]) -> int:
    """What the order came to beyond its lines, where one was left out, or has no price that it or
    the catalogue tells, costs what the brand's margin leaves of it. A gift has one: nothing. That
    needs no edition: nothing was told to be one before lines could say so."""
    rate = release.brand.margin_rate
    if not body.lines:
        return round(money(body.revenue) * (1.0 - rate))
    cost, known, incomplete = 0, 0, body.left_out > 0
    for line in map(_line, body.lines):
        cost += cost_of(line, products, rate)
        price = line.unit_price
        if not price and not line.free and release.edition >= UNTOLD_IS_UNKNOWN:
            listed = products.get(line.product_id)
            price = max(listed.price, 0) if listed is not None else 0
            incomplete |= not price and (listed is None or listed.cost < 0)
        known += line.quantity * price
    if incomplete:
        cost += round(max(money(body.revenue) - money(known), 0) * (1.0 - rate))
    return cost


def _line(line: Line) -> Basket:
    price = money(line.unit_price)
    return Basket(line.product_id, quantity(line.quantity), price, free=line.free)


def _credit(window: Window, event: Event, revenue: int, margin: int) -> Window:
    if not window.opened_at <= event.at <= window.closes_at:
        return window
    return replace(
        window,
        orders=window.orders + 1,
        revenue=window.revenue + revenue,
        margin=window.margin + margin,
    )


def _debit(
    window: Window, ordered_at: Instant, revenue: int, margin: int, *, whole: bool
) -> Window:
    """Takes off what a decision was credited for an order; all of it gone, it led to none."""
    if not window.orders or not window.opened_at <= ordered_at <= window.closes_at:
        return window
    return replace(
        window,
        orders=window.orders - whole,
        revenue=window.revenue - revenue,
        margin=window.margin - margin,
    )
