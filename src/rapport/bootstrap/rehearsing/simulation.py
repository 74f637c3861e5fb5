"""Runs the simulated shop against a real installation: real requests, state, mail and answers.

Requests go through the web edge as a server would hand them over; only sockets are left out. The
clock is the simulation's own.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from rapport.adapters.order_export.export import open_export
from rapport.adapters.order_export.read_mapping import read_mapping
from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.importing import import_export
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.core.catalogue import Product
from rapport.core.creative.message import Message
from rapport.core.events import Contact
from rapport.core.time import DAY, MINUTE, Instant, Millis
from rapport.errors import RapportError
from rapport.ports import Clock, Delivery, Sender
from rapport.testing.shop import ShopRequest, ShopSettings, SimulatedShop

TURN: Millis = 5 * MINUTE
"""How far the clock is turned at a time: as often as a server looks for due messages, or rarer."""

AFTER_DAYS = 5
"""Days that are let pass after the last visit, so that answers and outcomes come in."""

Progress = Callable[[float, str], None]
"""Told the share that is done, 0 to 1, and what is being done."""


class ShopPost:
    """A sender that hands each message to another sender, and then to the simulated customer."""

    name = "shop"

    def __init__(self, onward: Sender, clock: Clock) -> None:
        self._onward = onward
        self._clock = clock
        self.shop: SimulatedShop | None = None

    def send(self, message: Message, to: Contact) -> None:
        self._onward.send(message, to)
        if self.shop is not None:
            self.shop.deliver(message, to, self._clock.now())

    def status(self, key: str) -> Delivery:
        return self._onward.status(key)


class Simulated(Struct, frozen=True):
    """What a simulation came to. `answers` counts HTTP statuses."""

    requests: int
    answers: dict[str, int]
    messages: int
    stopped: int
    snapshots: int
    shop: dict[str, int]


class Simulation:
    """A shop, and the installation that it talks to."""

    def __init__(
        self, installation: Installation, shop: SimulatedShop, clock: TurnedClock, brand: str
    ) -> None:
        self._installation = installation
        self._web = web_edge(installation)
        self._shop = shop
        self._clock = clock
        self._brand = brand
        self._answers: Counter[str] = Counter()
        self._requests = self._messages = self._stopped = self._snapshots = 0

    def load_history(self, folder: Path) -> int:
        """Imports the year before, from an order export as a shop would download it."""
        path = folder / "orders-of-the-year-before.csv"
        self._shop.write_history(path)
        export = open_export(path, read_mapping("shopify_orders"))
        currency = self._installation.blueprint(self._brand).releases[-1].brand.currency
        done = import_export(self._installation.host, self._brand, export, currency)
        return done.counts.orders

    async def run(self, settings: ShopSettings, progress: Progress) -> Simulated:
        """Replays every day, and then lets what was begun come to its end."""
        end = settings.end + AFTER_DAYS * DAY
        now = settings.start
        while now < end:
            now = min(now + TURN, end)
            await self._turn_to(now)
            if now % DAY == 0:
                self._learn()
                progress((now - settings.start) / (end - settings.start), "")
        return Simulated(
            requests=self._requests,
            answers=dict(self._answers),
            messages=self._messages,
            stopped=self._stopped,
            snapshots=self._snapshots,
            shop=self._shop.summary(),
        )

    async def _turn_to(self, now: Instant) -> None:
        """What arrives by then is taken in; then timers fire, and messages go out."""
        requests = self._shop.requests_until(now)
        self._clock.turn_to(now)
        if requests:
            self._requests += len(requests)
            statuses = await asyncio.gather(*(self._ask(request) for request in requests))
            self._answers.update(str(status) for status in statuses)
        done = self._installation.host.tick(self._brand)
        self._messages += done.sent
        self._stopped += done.stopped

    def _learn(self) -> None:
        if self._installation.host.learn(self._brand) is not None:
            self._snapshots += 1

    async def _ask(self, request: ShopRequest) -> int:
        """Hands one request to the web edge; returns the status of its answer."""
        path, _, query = request.path.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": request.method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [
                (name.lower().encode(), value.encode("latin-1", "replace"))
                for name, value in request.headers.items()
            ],
            "client": ("127.0.0.1", 0),
            "server": ("127.0.0.1", 80),
        }
        status = 0

        async def receive() -> dict[str, object]:
            return {"type": "http.request", "body": request.body, "more_body": False}

        async def send(event: dict[str, object]) -> None:
            nonlocal status
            if event["type"] == "http.response.start":
                status = int(str(event["status"]))

        # Starlette's types name mutable mappings; plain dictionaries are what servers pass.
        await self._web(scope, receive, send)  # type: ignore[arg-type]
        if status >= 500:
            raise RapportError(
                f"The web edge answered {status} to {request.method} {path} in the simulation."
            )
        return status


def shop_products(products: dict[str, Product]) -> Sequence[Product]:
    """Each product once, in the order of their ids."""
    return [product for key, product in sorted(products.items()) if key == product.id]
