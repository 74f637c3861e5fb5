"""Follows what a person looks at and puts into a basket, as far as intent is told from it."""

from __future__ import annotations

from zlib import crc32

from msgspec.structs import replace

from rapport.core.bounds import MAX_SEEN, MAX_VISIT_CATEGORIES
from rapport.core.events import (
    AnyBody,
    CartChanged,
    CheckoutStarted,
    CollectionViewed,
    Event,
    Line,
    MessageClicked,
    OrderPlaced,
    PageViewed,
    ProductViewed,
    Searched,
)
from rapport.core.state import Browsing, ProfileState, Seen, Trail
from rapport.core.time import Instant
from rapport.core.work import Work

LOOKS = (
    PageViewed, Searched, CollectionViewed, ProductViewed, CartChanged, CheckoutStarted,
    MessageClicked,
)  # fmt: skip
"""Bodies that tell of something done on the site."""


def follow(work: Work, before: ProfileState, event: Event) -> None:
    """Brings an event into the trail, after the rest of the state; `before` is without it."""
    if event.backfill:
        return
    body, trail = event.body, work.state.trail
    if isinstance(body, OrderPlaced):
        if work.state.orders.count > before.orders.count:
            work.change(trail=replace(trail, orders=trail.orders + 1))
    elif isinstance(body, LOOKS):
        late = event.at < before.browsing.last_at
        trail = replace(trail, looks=trail.looks + 1)
        if not late:
            category, product = _shown(work, event.at, body)
            trail = _looked(trail, event.at, work.state.browsing.sessions, category, product)
        if _wanted(body, before):
            trail = _put_in(trail, event.at)
        work.change(trail=trail)


def merged(mine: ProfileState, theirs: ProfileState, together: Browsing) -> Trail:
    """The trail of two profiles that turned out to be one person, who browsed `together`."""
    newer, older = (
        (mine, theirs) if mine.browsing.last_at >= theirs.browsing.last_at else (theirs, mine)
    )
    last, rest = newer.trail, older.trail
    visit = together.sessions if last.visit == newer.browsing.sessions else -1
    latest: dict[int, Seen] = {}
    seen = [replace(s, visit=visit if s.visit == last.visit else -1) for s in last.products]
    earlier = [replace(s, visit=-1) for s in rest.products]
    for one in sorted((*seen, *earlier), key=lambda s: -s.at):
        latest.setdefault(one.product, one)
    basket_at = max(last.basket_at, rest.basket_at)
    baskets = last.baskets_at(basket_at) + rest.baskets_at(basket_at)
    return replace(
        last,
        looks=last.looks + rest.looks,
        orders=last.orders + rest.orders,
        baskets=round(baskets, 4),
        basket_at=basket_at,
        visit=visit,
        products=tuple(latest.values())[:MAX_SEEN],
    )


def _shown(work: Work, at: Instant, body: AnyBody) -> tuple[str, str]:
    """The category and the id of what was looked at, as far as the event tells."""
    if isinstance(body, CollectionViewed):
        return body.category, ""
    line = _line(body)
    if line is None:
        return "", ""
    if line.category:
        return line.category, line.product_id
    product = work.blueprint.products_at(at).get(line.product_id)
    return product.category if product else "", line.product_id


def _line(body: AnyBody) -> Line | None:
    if isinstance(body, ProductViewed):
        return body.line
    if isinstance(body, CartChanged):
        return body.added
    if isinstance(body, CheckoutStarted) and len(body.lines) == 1:
        return body.lines[0]
    return None


def _wanted(body: AnyBody, before: ProfileState) -> bool:
    """Whether something was put in, or a checkout begun that is not the one that was open."""
    if isinstance(body, CartChanged):
        return body.added is not None
    if not isinstance(body, CheckoutStarted):
        return False
    return before.checkout is None or before.checkout.token != body.checkout_token


def _put_in(trail: Trail, at: Instant) -> Trail:
    as_of = max(at, trail.basket_at)
    amount = trail.baskets_at(as_of) + Trail(baskets=1.0, basket_at=at).baskets_at(as_of)
    return replace(trail, baskets=round(amount, 4), basket_at=as_of)


def _looked(trail: Trail, at: Instant, visit: int, category: str, product: str) -> Trail:
    same = trail.visit == visit
    categories = trail.categories if same else ()
    returned = trail.returned if same else 0
    if category:
        categories = _counted(categories, name_of(category))
    if not product:
        if same and not category:
            return trail
        return replace(trail, visit=visit, categories=categories, returned=returned)
    name = name_of(product)
    before = next((seen for seen in trail.products if seen.product == name), None)
    others = tuple([seen for seen in trail.products if seen.product != name])
    if before is not None and before.visit != visit:
        returned += 1
    return replace(
        trail,
        visit=visit,
        categories=categories,
        returned=returned,
        again_after=max(at - before.at, 1) if before is not None else 0,
        products=(Seen(name, at, visit), *others)[:MAX_SEEN],
    )


def _counted(categories: tuple[tuple[int, int], ...], name: int) -> tuple[tuple[int, int], ...]:
    looks = 1 + next((count for other, count in categories if other == name), 0)
    others = [pair for pair in categories if pair[0] != name]
    return ((name, looks), *others)[:MAX_VISIT_CATEGORIES]


def name_of(text: str) -> int:
    """What stands for an id or a category in the trail."""
    return crc32(text.encode("utf-8", "replace"))
