"""People who leave a checkout when a test wants them to, told as a shop tells it."""

from __future__ import annotations

from pathlib import Path

from chaos_world import BRAND, KEY, SHOP, Server, rows

from rapport.app.messages.links import Links, MessageRef
from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.core.time import HOUR, MINUTE, Instant
from rapport.settings import Settings
from rapport.testing.shop import START, ShopRequest, ShopSettings, SimulatedShop
from rapport.testing.shop.orders import place
from rapport.testing.shop.segment_payloads import Call
from rapport.testing.shop.shopify_payloads import ShopifyPayloads

MORNING = START + 10 * HOUR
"""A Monday, ten o'clock, where the brand is: nobody sleeps."""

SECRET = "the same in every run"


class People:
    """A shop's customers, each with one checkout to leave behind."""

    def __init__(self, home: Path, many: int = 60) -> None:
        installation = Installation(Settings(home=home), TurnedClock(START))
        blueprint = installation.blueprint(BRAND)
        installation.close()
        products = blueprint.products_at(START)
        settings = ShopSettings(
            seed=3, customers=many * 3, days=14, marketing_share=1.0, anonymous_share=0.0,
            bad_address_share=0.0, shop_domain=SHOP, shopify_secret=KEY,
        )  # fmt: skip
        chosen = [product for key, product in sorted(products.items()) if key == product.id]
        shop = SimulatedShop(settings, chosen, blueprint.releases[-1].offers)
        self._customers = shop.customers
        self.write_history = shop.write_history
        own = {checkout.customer: checkout for checkout in shop.truth.checkouts.values()}
        self._checkouts = list(own.values())[:many]
        assert len(self._checkouts) == many
        self._payloads = ShopifyPayloads(settings)

    def __len__(self) -> int:
        return len(self._checkouts)

    def leaves(self, who: int, at: Instant) -> ShopRequest:
        """A checkout is begun, and nothing comes after it."""
        checkout = self._checkouts[who]
        call = Call(self._customers[checkout.customer], at, at, f"left-{who}", named=True)
        begun = checkout._replace(started_at=at)
        return self._payloads.checkout(call, begun, at, accepts=True)

    def buys(self, who: int, at: Instant, webhook: int = 0) -> ShopRequest:
        """They buy it after all. Another `webhook` tells of the same order once more."""
        checkout = self._checkouts[who]
        told = f"bought-{who}-{webhook}"
        call = Call(self._customers[checkout.customer], at, at, told, named=True)
        return self._payloads.order(call, place(checkout, at, None), accepts=True)

    def email(self, who: int) -> str:
        return self._customers[self._checkouts[who].customer].email

    def who(self, email: str) -> int:
        return next(n for n in range(len(self)) if self.email(n) == email)


def tell(server: Server, request: ShopRequest) -> int:
    """Hands it over until it is taken; the status."""
    options = {"headers": request.headers, "content": request.body}
    return server.ask(request.method, request.path, **options).status_code


def tell_once(server: Server, request: ShopRequest) -> int:
    options = {"headers": request.headers, "content": request.body}
    return server.try_once(request.method, request.path, **options).status_code


def everybody_leaves(server: Server, people: People, at: Instant = MORNING) -> None:
    """Everybody leaves their checkout at once; nothing is due yet."""
    server.turn(at, held=True)
    for who in range(len(people)):
        assert tell(server, people.leaves(who, at)) == 200


def let_an_hour_pass(server: Server, at: Instant = MORNING) -> Instant:
    """The timers of those who left fire; the instant it is then."""
    now = at + 55 * MINUTE
    server.turn(now)
    return now


def way_out(key: str) -> str:
    """The path of a message's way out."""
    url = Links("http://127.0.0.1:8470", SECRET).unsubscribe_url(MessageRef(BRAND, key))
    return url.removeprefix("http://127.0.0.1:8470")


def statuses(home: Path) -> dict[str, str]:
    """What became of each message so far, by its key."""
    return {str(key): str(status) for key, status in rows(home, "SELECT key, status FROM messages")}


def reasons(home: Path) -> dict[str, str]:
    return {str(key): str(reason) for key, reason in rows(home, "SELECT key, reason FROM messages")}


def waiting(home: Path) -> list[tuple[str, str, int, int, str]]:
    """What is in the outbox: key, status, tries, when next, and the last error."""
    sql = "SELECT key, status, attempts, next_try_at, error FROM outbox ORDER BY key"
    return [(str(a), str(b), int(str(c)), int(str(d)), str(e)) for a, b, c, d, e in rows(home, sql)]
