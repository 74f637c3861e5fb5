"""What is due when: requests not yet sent, soonest first, some of which may be called off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from heapq import heappop, heappush
from typing import NamedTuple

import msgspec

from rapport.core.time import Instant
from rapport.testing.shop.orders import PlacedOrder
from rapport.testing.shop.request import ShopRequest

Write = Callable[[], ShopRequest]


class Telling(NamedTuple):
    """A request to be written when its time comes. Order: instant, customer, the customer's turn.

    `order` calls it off where the customer's plans changed; `repeat_at` sends it a second time.
    """

    at: Instant
    customer: int
    turn: int
    kind: str
    write: Write
    order: PlacedOrder | None = None
    repeat_at: Instant = 0


class Timetable:
    """A heap of tellings. `coming` holds the order that each checkout will become, by token."""

    def __init__(self) -> None:
        self.coming: dict[str, PlacedOrder] = {}
        self.told: Counter[str] = Counter()
        """Requests handed out, by kind."""
        self._heap: list[Telling] = []
        self._turns: Counter[int] = Counter()

    def add(
        self,
        customer: int,
        kind: str,
        write: Write,
        at: Instant,
        order: PlacedOrder | None = None,
        repeat_at: Instant = 0,
    ) -> None:
        # The turn breaks ties, so that two tellings never compare their callables.
        self._turns[customer] += 1
        telling = Telling(at, customer, self._turns[customer], kind, write, order, repeat_at)
        heappush(self._heap, telling)

    def next_at(self) -> Instant | None:
        """When the next telling that still holds is due."""
        while self._heap and self._is_off(self._heap[0]):
            heappop(self._heap)
        return self._heap[0].at if self._heap else None

    def take(self, until: Instant) -> Iterator[tuple[Telling, ShopRequest]]:
        """Takes out what is due up to and including `until`, written, in time order."""
        while (at := self.next_at()) is not None and at <= until:
            telling = heappop(self._heap)
            request = telling.write()
            self.told[telling.kind] += 1
            if telling.repeat_at:
                again = partial(msgspec.structs.replace, request, at=telling.repeat_at)
                self.add(telling.customer, "duplicates", again, telling.repeat_at)
            yield telling, request

    def _is_off(self, telling: Telling) -> bool:
        if telling.order is None:
            return False
        return self.coming.get(telling.order.checkout.token) is not telling.order
