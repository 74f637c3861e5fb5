"""What one message is about, in the words of the events that told of it.

The core keeps ids and money; the words (titles, pictures, addresses) stand in the event log and in
the catalogue, and are fetched when a message is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.bounds import ID_CHARS
from rapport.core.catalogue import Product
from rapport.core.creative.framework import CART, NOTHING, ORDER
from rapport.core.deciding.subject import OPEN_CART, Subject, subject_of
from rapport.core.effects import Send
from rapport.core.events import (
    AnyBody,
    CartChanged,
    CheckoutStarted,
    Event,
    Line,
    OrderPlaced,
    ProductViewed,
    ProfileAbsorbed,
)
from rapport.core.person.baskets import variant_names
from rapport.core.person.orders import refs_of
from rapport.core.state import Basket, ProfileState
from rapport.core.time import Instant
from rapport.core.triggers import category_of, lines_of
from rapport.core.work import Work
from rapport.ports.history import Told

ASKED_FOR = 200
"""So many of the last events are looked through for a product's words."""

ANY = ""
"""Stands for a product's variants where a line names none."""

MOST_PROFILES = 8
"""As many profiles that turned out to be one person are asked for what they were told."""


class Matter(Struct, frozen=True):
    """The products that a message is about, as they were told of; money in minor units.

    `about` is one of `rapport.core.creative.framework.ABOUT`. `total` is None and `currency`
    empty where nobody told. `proven`: whether the words come from a source that proves who it is;
    `discount` is how much was told to be taken off beside or within the lines, 0 where nobody
    said.
    """

    about: str = CART
    lines: tuple[Line, ...] = ()
    total: int | None = None
    currency: str = ""
    url: str = ""
    """Where the basket is taken up again; empty where the message leads to a product's page."""
    proven: bool = False
    discount: int = 0

    def of_part(self, lines: tuple[Line, ...]) -> Matter:
        """The same of some of its lines, whose total nobody told, unless all came to nothing."""
        return replace(self, lines=lines, total=0 if self.total == 0 else None)


def of_checkout(checkout: CheckoutStarted, *, proven: bool) -> Matter:
    """An open checkout. One that comes to nothing has its total only where a discount was told of,
    since it is kept as what nobody told is."""
    off = checkout.discount > 0 or bool(checkout.discount_codes)
    return Matter(
        CART, checkout.lines, checkout.total if checkout.total or off else None, checkout.currency,
        checkout.url, proven=proven, discount=checkout.discount,
    )  # fmt: skip


def example(about: str, products: Mapping[str, Product], most: int = 2) -> Matter:
    """What a message could be about: the first products of a catalogue. For previews and tests."""
    if about == NOTHING:
        return Matter(NOTHING)
    chosen = list({p.title: p for p in products.values()}.values())[: max(most, 0)]
    lines = tuple(
        Line(
            p.id, p.title, 1, p.price,
            category=p.category, url=p.url, image_url=p.image_url, free=p.free,
        )
        for p in chosen
    )  # fmt: skip
    return Matter(about, lines)


def matter_of(
    log: Told, blueprint: Blueprint, state: ProfileState, send: Send, now: Instant
) -> Matter | None:
    """What the planned message is about, from the profile's state and log as they are now.

    None where it cannot be told any more.
    """
    framework = blueprint.release_number(send.release).framework(send.framework)
    about = framework.about if framework is not None else CART
    if about == NOTHING:
        return Matter(NOTHING)
    if about == CART and send.subject != OPEN_CART:
        body = log.event_body(blueprint.brand, send.subject_event)
        if isinstance(body, CheckoutStarted):
            return of_checkout(body, proven=send.proven)
        return None
    if about == ORDER:
        order = _order(told_of(log, blueprint.brand, state.profile, (OrderPlaced,)), send.subject)
        return order and _of_the_flow(order, blueprint, send, now)
    subject = subject_of(Work(blueprint, state).moment(now), about, send.subject)
    looks = told_of(log, blueprint.brand, state.profile, (ProductViewed, CartChanged))
    return None if subject.gone else _in_words(subject, looks)


def told_of(log: Told, brand: str, profile: str, bodies: tuple[type[AnyBody], ...]) -> list[Event]:
    """The last events of these kinds, the latest first; also those told of the profiles that turned
    out to be this person."""
    types = [str(body.__struct_config__.tag) for body in (*bodies, ProfileAbsorbed)]
    waiting, asked, found = [profile], {profile}, []
    while waiting:
        for event in log.told(brand, waiting.pop(), types, ASKED_FOR):
            body = event.body
            if not isinstance(body, ProfileAbsorbed):
                found.append(event)
            elif body.profile not in asked and len(asked) < MOST_PROFILES:
                asked.add(body.profile)
                waiting.append(body.profile)
    return sorted(found, key=lambda event: -event.at)


def _in_words(subject: Subject, told: Sequence[Event]) -> Matter:
    """The subject's products in the words of the latest event that names each."""
    words: dict[tuple[str, str], tuple[Line, bool]] = {}
    told_lines = [(line, event.proven) for event in told for line in lines_of(event.body)]
    for best in (True, False):  # a name may be one variant's best and be shared by several
        for line, proven in told_lines:
            names = variant_names(line)
            for name in names[:1] if best else (*names, ANY):
                words.setdefault((line.product_id[:ID_CHARS], name), (line, proven))
    found = [
        _in_the_words(
            line, words.get((line.product_id, line.variant)) or words.get((line.product_id, ANY))
        )
        for line in subject.lines
    ]
    return Matter(
        subject.about,
        tuple(line for line, _ in found),
        total=(subject.total or None) if subject.about == CART else None,
        currency=subject.currency,
        proven=all(proven for _, proven in found),
    )


def _in_the_words(kept: Basket, told: tuple[Line, bool] | None) -> tuple[Line, bool]:
    """A line as the state has it, with the words that it was told in, and whether they are proven.

    Where the log has none, there are none: the catalogue may.
    """
    line, proven = told if told is not None else (Line(kept.product_id), True)
    names = variant_names(line)
    if kept.variant and names and kept.variant not in names:
        # it is another variant's, with a price, an address and a picture of its own
        line = Line(line.product_id, line.title, category=line.category)
    price = 0 if kept.free else kept.unit_price or line.unit_price
    return replace(line, quantity=kept.quantity, unit_price=price, free=kept.free), proven


def _of_the_flow(order: Matter, blueprint: Blueprint, send: Send, now: Instant) -> Matter | None:
    """The order, or of it what is of the flow's categories, where it is for some alone; None where
    none of it is any more."""
    flow = blueprint.release_number(send.release).flow(send.flow)
    categories = flow.categories if flow is not None else ()
    if not categories:
        return order
    products = blueprint.products_at(now)
    lines = tuple([x for x in order.lines if category_of(x, products) in categories])
    return order.of_part(lines) if lines else None


def _order(told: Sequence[Event], name: str) -> Matter | None:
    """The order called `name`, or the last one where it has none; in the words of a source that
    proves who it is, where one told of it, and of those one whose lines come to what it told."""
    orders = [(event, event.body) for event in told if isinstance(event.body, OrderPlaced)]
    wanted = set(refs_of(orders[0][1])) if orders and not name else {name}
    mine = [(event, body) for event, body in orders if wanted.intersection(refs_of(body))]
    if not mine:
        return None
    event, body = max(
        mine, key=lambda one: (one[0].proven, bool(one[1].lines), _adds_up(one[1]), one[0].at)
    )
    total = (body.total or None) if body.goods is None else body.goods
    return Matter(
        ORDER, body.lines, total, body.currency, proven=event.proven, discount=body.discount
    )


def _adds_up(order: OrderPlaced) -> bool:
    """Whether the lines come to the goods: one source tells them apart from the delivery, and the
    next tells what was paid alone."""
    return order.goods == sum(line.unit_price * line.quantity for line in order.lines)
