"""Orders that anybody could have told of, where the shop tells of its orders itself.

A Segment write key stands in every page of a shop. Where nobody else tells of orders, it is all
there is to go by. Where the shop does, in its own name, an order that only such a key told of is a
claim: it ends what waits for an order, and the rest comes with the shop's own word of it.
"""

from __future__ import annotations

from rapport.core.blueprint import Blueprint
from rapport.core.events import Event, OrderPlaced
from rapport.core.time import DAY, Instant
from rapport.ports import Transaction

TELLS_ITSELF = "last day with an order of the shop's own word"
"""The switch that holds it, as days since 1970 (UTC); empty where there was none."""

TELLS_FOR_DAYS = 30
"""So long after the last of them the shop counts as one that tells of its orders itself."""

CLAIMED = "orders that only a page told of"
"""The name under which those are counted whose shop has not told of them."""


def claim_of(ref: str) -> str:
    """The name under which it is remembered that an order called `ref` was claimed."""
    return f"claim:{ref}"


class Claims:
    """What is a claim, while one batch of events is taken in."""

    def __init__(self, transaction: Transaction, blueprint: Blueprint, now: Instant) -> None:
        self._tx, self._blueprint, self._today = transaction, blueprint, now // DAY
        self._last: int | None = None

    def hear(self, event: Event) -> None:
        """Notes where the shop tells of an order itself. An import tells of what was, and not that
        more will be told."""
        heard = isinstance(event.body, OrderPlaced) and event.proven and not event.backfill
        if heard and self._last_day() < self._today:
            self._last = self._today
            self._tx.turn(self._blueprint.brand, TELLS_ITSELF, str(self._today))

    def is_claim(self, event: Event) -> bool:
        """Whether the event is an order that waits for the shop's own word."""
        if not isinstance(event.body, OrderPlaced) or event.proven:
            return False
        trusted = self._blueprint.release_at(event.at).brand.trust_browser_orders
        return not trusted and self._today - self._last_day() <= TELLS_FOR_DAYS

    def _last_day(self) -> int:
        """The last day with such an order; one long ago where there was none."""
        if self._last is None:
            told = self._tx.switch(self._blueprint.brand, TELLS_ITSELF)
            self._last = int(told) if told else self._today - TELLS_FOR_DAYS - 1
        return self._last
