"""What a signal may look at, and the sums that several of them share."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rapport.core.blueprint import Release
from rapport.core.bounds import money
from rapport.core.catalogue import Product
from rapport.core.person.predictions import Predictions
from rapport.core.state import Basket, ProfileState
from rapport.core.time import DAY, MINUTE, Instant, Millis


class Moment(Struct, frozen=True, gc=False):
    """What a signal may look at: the state, the time, and what the brand had published then."""

    state: ProfileState
    at: Instant
    release: Release
    products: Mapping[str, Product]
    predictions: Predictions | None = None
    """What was learnt by then about people's next steps."""

    def later(self, at: Instant) -> Moment:
        """The same, at another time, as if nothing more had happened until then."""
        return Moment(self.state, at, self.release, self.products, self.predictions)

    @property
    def offset(self) -> Millis:
        """The person's local time less UTC; the brand's zone where theirs is not known."""
        return local_offset(self.state, self.release, self.at)


def local_offset(state: ProfileState, release: Release, at: Instant) -> Millis:
    """Milliseconds to add to UTC for the person's clock."""
    if state.utc_offset_minutes is not None:
        return state.utc_offset_minutes * MINUTE
    return release.brand.zone.offset_at(at)


def margin_of(lines: tuple[Basket, ...], products: Mapping[str, Product], rate: float) -> int:
    """Margin of lines at the prices they carry, minor units; `rate` where no cost is known."""
    return sum(line.unit_price * line.quantity - cost_of(line, products, rate) for line in lines)


def cost_of(line: Basket, products: Mapping[str, Product], rate: float) -> int:
    """Cost of goods of one line, minor units."""
    product = products.get(line.product_id)
    if product is not None and product.cost >= 0:
        return product.cost * line.quantity
    price = product.price if product is not None and product.price > 0 else line.unit_price
    return round(price * (1.0 - rate)) * line.quantity


def worth(lines: tuple[Basket, ...]) -> int:
    """What lines cost together, minor units."""
    return money(sum(line.unit_price * line.quantity for line in lines))


def days_since(at: Instant, then: Instant) -> float | None:
    """Days from `then` to `at`, never below 0; None where it never was."""
    return max(0, at - then) / DAY if then else None


def half_lives(age: Millis, half_life: Millis) -> float:
    """What is left of 1 after `age`; all of it where that is yet to come."""
    return float(2.0 ** (-max(age, 0) / half_life))
