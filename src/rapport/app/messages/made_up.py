"""Messages to nobody: what a preview and a review show, as if they had been decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapport.core.blueprint import Release
from rapport.core.catalogue import Product
from rapport.core.creative.coverage import points_of
from rapport.core.creative.framework import Action, Framework
from rapport.core.effects import Send
from rapport.core.time import HOUR, Instant

NOBODY = "nobody"
VALID_FOR = 24 * HOUR


def made_up_send(
    key: str, framework: str, point: str, action: Action, release: Release, at: Instant
) -> Send:
    """As a decision would plan it."""
    return Send(
        key=key,
        profile=NOBODY,
        flow="",
        run=0,
        point=point,
        framework=framework,
        release=release.number,
        decision="",
        action=action,
        at=at,
        valid_until=at + VALID_FOR,
        proven=True,
    )


def products_for(
    release: Release, framework: Framework, products: Mapping[str, Product]
) -> Mapping[str, Product]:
    """Of the products, those of the categories that its messages are sent for, where every flow
    that sends them is for some alone; else, or where there are none of these, all of them."""
    flows = [flow for flow in release.flows if points_of((flow,), framework.key)]
    some = {key for flow in flows for key in flow.categories}
    if not some or not all(flow.categories for flow in flows):
        return products
    return {key: one for key, one in products.items() if one.category in some} or products


def shop_window(products: Iterable[Product], count: int) -> list[Product]:
    """The first few products that can be bought, of different categories and with a picture where
    possible, so that an invented basket looks like somebody's."""
    known = {product.id: product for product in products if product.stock != 0}
    sold = sorted(known.values(), key=lambda product: not product.image_url)
    firsts: dict[str, Product] = {}
    for one in sold:
        firsts.setdefault(one.category, one)
    chosen = {one.id for one in firsts.values()}
    rest = [one for one in sold if one.id not in chosen]
    return [*firsts.values(), *rest][:count]
