"""A small catalogue, messages and shortcuts for the tests of the simulated shop."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from rapport.core.catalogue import Product
from rapport.core.creative.framework import Action
from rapport.core.creative.message import Link, Message
from rapport.core.events import Contact
from rapport.core.time import HOUR, Instant
from rapport.testing.shop import Checkout, ShopRequest, ShopSettings, SimulatedShop

FOREVER: Instant = 10**15

PRODUCTS = tuple(
    Product(
        id=f"{category}-{number}",
        title=f"{category.title()} no. {number}",
        category=category,
        price=base + 350 * number,
        cost=(base + 350 * number) // 3 if number % 2 else -1,
        url=f"https://shop.example.com/products/{category}-{number}",
    )
    for category, base in (("mugs", 1_400), ("teapots", 4_200), ("plates", 1_900), ("tea", 650))
    for number in range(6)
)

USUAL = Action(time="now", offer="none", tone="plain", angle="help", visual="basket")
CHEAPER = Action(time="now", offer="ten-percent", tone="warm", angle="craft", visual="hero")


def a_shop(**settings: object) -> SimulatedShop:
    """A shop with the small catalogue; 400 customers where nothing else is said."""
    return SimulatedShop(msgspec.convert({"customers": 400} | settings, ShopSettings), PRODUCTS)


def a_message(checkout: Checkout | None, action: Action, key: str = "m1") -> Message:
    """A message about a checkout, with a link back to it and one to the shop."""
    links = [Link("shop", "https://shop.example.com", f"shop.{key}")]
    if checkout is not None:
        url = f"https://simulated-shop.myshopify.com/checkouts/{checkout.token}/recover"
        links.insert(0, Link("checkout", url, f"checkout.{key}"))
    return Message(
        key=key,
        brand="test",
        profile="p",
        flow="checkout",
        point="first",
        action=action,
        language="en",
        subject="Still thinking?",
        preheader="",
        html="",
        text="",
        blocks=(),
        links=tuple(links),
        from_email="hello@example.com",
        from_name="Test",
        reply_to="",
        unsubscribe_url=f"https://rapport.example.com/u/{key}",
    )


def write_to(
    shop: SimulatedShop, checkout: Checkout, action: Action, at: Instant, key: str
) -> None:
    owner = shop.truth.owner(checkout)
    shop.deliver(a_message(checkout, action, key), Contact(email=owner.email), at)


def write_to_all(
    shop: SimulatedShop,
    action: Action,
    *,
    after: int = HOUR,
    who: Callable[[Checkout], bool] = lambda checkout: True,
) -> list[ShopRequest]:
    """Messages everybody (or `who`) about what they left, `after` it, if they have not bought yet.

    Returns every request of the month.
    """
    requests = []
    bought: set[str] = set()
    seen = 0
    for checkout in sorted(shop.truth.checkouts.values(), key=lambda c: (c.left_at, c.token)):
        at = checkout.left_at + after
        requests += shop.requests_until(at)
        bought.update(order.checkout.token for order in shop.orders[seen:])
        seen = len(shop.orders)
        if checkout.token not in bought and who(checkout):
            write_to(shop, checkout, action, at, f"m-{checkout.token}")
    return requests + shop.requests_until(FOREVER)


def recovered(shop: SimulatedShop) -> set[str]:
    """Tokens of the checkouts that were left and became an order after all."""
    return {order.checkout.token for order in shop.orders} & set(shop.truth.checkouts)


def pester(shop: SimulatedShop, action: Action, times: int) -> list[ShopRequest]:
    """Sends everybody `times` messages, an hour apart, about each checkout that they left.

    Returns every request of the month.
    """
    for checkout in shop.truth.checkouts.values():
        for nth in range(times):
            at = checkout.left_at + (nth + 1) * HOUR
            write_to(shop, checkout, action, at, f"m-{checkout.token}-{nth}")
    return shop.requests_until(FOREVER)
