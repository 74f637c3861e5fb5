"""Signals of a person's orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import inf, sqrt

from rapport.core.bounds import MAX_RECENT
from rapport.core.person.signals.moment import Moment, days_since
from rapport.core.person.signals.row import OFFERS, ORDERS, Signal
from rapport.core.time import DAY


def _order_gap(moment: Moment) -> float | None:
    orders = moment.state.orders
    if orders.count < 2:
        return None
    return (orders.last_at - orders.first_at) / DAY / (orders.count - 1)


def _average_order(moment: Moment) -> float | None:
    orders = moment.state.orders
    valued = orders.count - orders.other_currency
    return orders.value / valued if valued > 0 else None


def _discounted_share(moment: Moment) -> float | None:
    orders = moment.state.orders
    return orders.discounted / orders.count if orders.count else None


def _recent_within(days: int) -> Callable[[Moment], float | None]:
    """Orders of late, among those that are remembered one by one."""

    def compute(moment: Moment) -> float | None:
        since = moment.at - days * DAY
        return float(sum(since < note.at <= moment.at for note in moment.state.orders.recent))

    return compute


def _worths(moment: Moment) -> list[int]:
    """Revenue of remembered orders in the brand's currency, less what went back, oldest first."""
    return [n.revenue - n.went_back for n in moment.state.orders.recent if n.revenue > 0]


def _typical_order(moment: Moment) -> float | None:
    worths = _worths(moment)
    return _middle(worths) if worths else None


def _last_order(moment: Moment) -> float | None:
    worths = _worths(moment)
    return float(worths[-1]) if worths else None


def _largest_order(moment: Moment) -> float | None:
    return float(moment.state.habits.largest_order) or None


def _margin_share(moment: Moment) -> float | None:
    valued = [n for n in moment.state.orders.recent if n.revenue > 0]
    revenue = sum(n.revenue for n in valued)
    return sum(n.margin for n in valued) / revenue if revenue else None


def _last_discounted(moment: Moment) -> float | None:
    recent = moment.state.orders.recent
    return float(recent[-1].discounted) if recent else None


def _middle(figures: Sequence[float]) -> float:
    """The median; `figures` has at least one."""
    ordered, half = sorted(figures), len(figures) // 2
    return (ordered[half] + ordered[~half]) / 2.0


def _gaps(moment: Moment) -> list[float]:
    """Days between remembered orders; two of one day are one."""
    times = [note.at for note in moment.state.orders.recent]
    gaps = [(b - a) / DAY for a, b in pairwise(times)]
    return [gap for gap in gaps if gap >= 1.0]


def _last_gap(moment: Moment) -> float | None:
    gaps = _gaps(moment)
    return gaps[-1] if gaps else None


def _gap_spread(moment: Moment) -> float | None:
    """The standard deviation of the gaps over their mean."""
    gaps = _gaps(moment)
    if len(gaps) < 2:
        return None
    mean = sum(gaps) / len(gaps)
    return sqrt(sum((gap - mean) ** 2 for gap in gaps) / len(gaps)) / mean


def _gap_ratio(moment: Moment) -> float | None:
    """By the middle one of the remembered gaps, so that a single long pause changes little."""
    gaps, since = _gaps(moment), days_since(moment.at, moment.state.orders.last_at)
    return since / _middle(gaps) if gaps and since is not None else None


ROWS = (
    Signal("orders_count", "orders", "orders", "ever", ORDERS, "orders so far",
           lambda m: float(m.state.orders.count), known=True),
    Signal("days_since_order", "days", "orders", "ever", ORDERS, "days since the last order",
           lambda m: days_since(m.at, m.state.orders.last_at)),
    Signal("order_gap_days", "days", "orders", "ever", ORDERS, "usual days between orders",
           _order_gap),
    Signal("average_order", "minor units", "orders", "ever", ORDERS, "average order",
           _average_order, least=-inf),
    Signal("discounted_share", "share", "orders", "ever", ORDERS,
           "share of orders with a discount", _discounted_share, about=OFFERS),
    Signal("days_since_first_order", "days", "orders", "ever", ORDERS,
           "days since the first order", lambda m: days_since(m.at, m.state.orders.first_at),
           form=2),
    Signal("orders_28d", "orders", "orders", "28 days, of the last 6", ORDERS,
           "orders in the last four weeks", _recent_within(28), form=2,
           most=MAX_RECENT, known=True),
    Signal("orders_365d", "orders", "orders", "365 days, of the last 6", ORDERS,
           "orders in the last year", _recent_within(365), form=2, most=MAX_RECENT, known=True),
    Signal("order_value_total", "minor units", "orders", "ever", ORDERS,
           "all orders together, less refunds", lambda m: float(m.state.orders.value), form=2,
           least=-inf, known=True),
    Signal("typical_order", "minor units", "orders", "last 6 orders", ORDERS,
           "usual order, which one very large order moves little", _typical_order, form=2,
           least=-inf),
    Signal("last_order", "minor units", "orders", "last 6 orders", ORDERS,
           "value of the last order", _last_order, form=2, least=-inf),
    Signal("largest_order", "minor units", "orders", "ever", ORDERS, "largest order",
           _largest_order, form=2, least=-inf),
    Signal("order_margin_share", "share", "orders", "last 6 orders", ORDERS,
           "share of margin in what was ordered", _margin_share, form=2, least=-inf, most=inf),
    Signal("last_order_discounted", "1 or 0", "orders", "last order", ORDERS,
           "whether the last order had a discount", _last_discounted, form=2, about=OFFERS),
    Signal("last_order_gap_days", "days", "orders", "last 6 orders", ORDERS,
           "days between the last two orders", _last_gap, form=2),
    Signal("order_gap_spread", "share of the mean", "orders", "last 6 orders", ORDERS,
           "how irregular orders are: 0 is like a clock, 1 is by chance", _gap_spread, form=2),
    Signal("order_gap_ratio", "usual gaps", "orders", "last 6 orders", ORDERS,
           "time since the last order, in usual gaps", _gap_ratio, form=2),
)  # fmt: skip
