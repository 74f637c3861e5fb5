"""Budgets of offers: which period it is, what one more use is worth, and when none is left."""

from __future__ import annotations

from msgspec import Struct

from rapport.core.calendar import first_of, month_of
from rapport.core.time import DAY, Instant, Zone, day_number


class Budget(Struct, frozen=True, gc=False):
    """What an offer may cost in one period: an `amount` in minor units, or a number of `uses`; 0
    where it is the other. `per` is day, week or month, on the brand's clock."""

    amount: int = 0
    uses: int = 0
    per: str = "month"


class OfferSpan(Struct, frozen=True, gc=False):
    """From when on: uses count against the budget, promises are still open, and it is learnt how
    many promises are taken up."""

    since: Instant
    promised_since: Instant
    learnt_since: Instant


class OfferStanding(Struct, frozen=True, gc=False):
    """What became of an offer in an `OfferSpan`; money in minor units.

    `uses` and `cost` are against the budget, less orders whose money all went back; `promised` are
    messages whose promise is still open. `sent` promises led to `kept` uses that cost `worth`.
    """

    uses: int
    cost: int
    promised: int
    sent: int
    kept: int
    worth: int

    @property
    def expected_uses(self) -> float:
        """Uses with those that open promises should still lead to: a share of (kept + 1) / (sent +
        20), so that one in twenty is believed before anything is known."""
        return self.uses + self.promised * (self.kept + 1.0) / (self.sent + 20.0)

    @property
    def expected_cost(self) -> float:
        """Likewise in money, at what a use has cost so far; nothing more before there was one."""
        each = self.worth / self.kept if self.kept else self.cost / self.uses if self.uses else 0.0
        return self.cost + (self.expected_uses - self.uses) * each


PERIODS = ("day", "week", "month")

PRICES = (0.0, 0.1, 0.2, 0.35, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.5, 7.0, 12.0, 19.0)
"""Prices there are, in multiples of an offer's own cost. Few, so that a snapshot follows only when
something changed."""

STEEP = 3.0
"""How steeply the price answers: at 1 a budget in demand would still be gone early, and much above
it a single use of a small one would frighten."""

REOPENS_AT = 0.9
"""An offer that was closed for what was promised opens again below this share of its budget."""


def period(per: str, at: Instant, zone: Zone) -> tuple[Instant, Instant]:
    """The beginning of the period that `at` is in, and of the next, on the brand's clock.

    A week begins on Monday. What is no period counts as a month.
    """
    today = day_number(at, zone.offset_at(at))
    if per == "day":
        first, after = today, today + 1
    elif per == "week":
        first = today - (today + 3) % 7  # 1970-01-01 was a Thursday
        after = first + 7
    else:
        year, month = month_of(today)
        first = first_of(year, month)
        after = first_of(year + month // 12, month % 12 + 1)
    return _midnight(first, zone), _midnight(after, zone)


def share_used(budget: Budget, uses: float, cost: float) -> float:
    """How much of a budget is used, 0 and up; `cost` in minor units. All of one that is nothing."""
    limit, used = (budget.amount, cost) if budget.amount else (budget.uses, uses)
    return used / limit if limit > 0 else 1.0


def shadow_price(used: float, elapsed: float) -> float:
    """What one more use should count for besides its own cost, in multiples of that cost.

    `used` is the share of the budget, `elapsed` that of its period, both 0 to 1. On pace it is 0.
    With less of the budget left than of the time, an offer's whole burden, 1 + price, is (time left
    / budget left)^STEEP. If use falls as the burden rises, with burden^-1, and without a price the
    budget would be gone after 1/d of the period, then budget left / time left settles at
    d^(-1 / (STEEP - 1)), so the rest lasts: with d = 3 at 0.58. Rounded down to one of `PRICES`.
    """
    left, time_left = max(1.0 - used, 0.0), min(max(1.0 - elapsed, 0.0), 1.0)
    if left <= 0.0:
        return PRICES[-1]
    exact = max((time_left / left) ** STEEP - 1.0, 0.0) + 1e-9
    return max(price for price in PRICES if price <= exact)


def is_closed(used: float, expected: float, *, was_closed: bool) -> bool:
    """Whether an offer may not be promised any more: its budget is used, or will be by what was
    promised. `used` and `expected` are shares of it, the latter with what is promised."""
    return used >= 1.0 or expected >= (REOPENS_AT if was_closed else 1.0)


def _midnight(day: int, zone: Zone) -> Instant:
    """When a local day begins."""
    local = day * DAY
    return local - zone.offset_at(local - zone.offset_at(local))
