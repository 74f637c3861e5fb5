"""Conditions of rules as somebody would say them: `who bought in the last 14 days`."""

from __future__ import annotations

import re

from rapport.app.wording.amounts import minus
from rapport.app.wording.lengths import length
from rapport.app.wording.signal_units import asked_signal
from rapport.core.creative.framework import Condition
from rapport.core.person.signals import BY_NAME, family_of
from rapport.core.time import DAY

_DID = {
    "days_since_order": ("bought", "last bought"),
    "days_since_first_order": ("bought for the first time", "bought for the first time"),
    "days_since_refund": ("had a refund", "last had a refund"),
    "days_since_ticket": ("asked support something", "last asked support something"),
    "days_since_delay": ("was told of a late parcel", "was last told of a late parcel"),
    "days_since_complaint": ("complained about a message", "last complained about a message"),
    "days_since_visit": ("visited the shop", "last visited the shop"),
    "days_since_message": ("got a message", "last got a message"),
    "days_since_offer_used": ("used an offer’s code", "last used an offer’s code"),
    "days_since_preference": ("stated a preference", "last stated a preference"),
}
"""What somebody did lately, and what they did last, by the signal that counts the days since."""

_COUNTED = frozenset(
    {
        "carts", "categories", "changes", "checkouts", "complaints", "messages", "orders", "pages",
        "parcels", "pieces", "preferences", "products", "refunds", "searches", "tickets", "visits",
    }
)  # fmt: skip
"""Units of signals whose label begins with what is counted, such as `orders so far`."""

_SINGULAR = {"categories": "category", "searches": "search"}
"""Of those that lose more than an s."""

_VERB = re.compile(r" that (are|were) ")
_OF_ONE = {"are": "is", "were": "was"}
"""The verb that belongs to what is counted, as in `parcels that are late`."""

_MEANS = frozenset({"expected_orders_90d", "views_per_visit"})
"""Counts that are no whole numbers: fewer than 1 is not none, and some is not at least 1."""

_UNSAID = frozenset({"order_gap_ratio"})
"""Signals whose label names its unit at its end, so that no figure can follow: said by name."""

_COMPARED = {
    "<": "less than", "<=": "at most", ">": "more than", ">=": "at least",
    "==": "exactly", "!=": "anything but",
}  # fmt: skip
_COUNTS = {**_COMPARED, "<": "fewer than", "!=": "any number but"}
_LATELY, _LONG_AGO = ("<", "<="), (">", ">=")


def condition_in_words(one: Condition, currency: str = "", *, named: bool = False) -> str:
    """A clause about a person, such as `who bought in the last 14 days`. With a currency, money and
    shares are said as people type them; `named` adds how it is written in a file."""
    written = f" ({one.signal} {one.op} {one.value:g})" if named else ""
    return f"{_clause(one, currency)}{written}"


def _clause(one: Condition, currency: str) -> str:
    asked = asked_signal(one.signal, currency)
    row, family = BY_NAME.get(one.signal), family_of(one.signal)
    unit = row.unit if row else family.unit if family else ""
    if one.signal in _DID and one.value > 0.0 and one.op in _LATELY + _LONG_AGO:
        lately, last = _DID[one.signal]
        span = _days(one.value)
        if one.op in _LATELY:
            return f"who {lately} in the last {span.removeprefix('1 ')}"
        return f"who {last} {span} ago or earlier"
    compared = _COMPARED.get(one.op, one.op)
    if asked.yes_no and (one.op, one.value) in _YES | _NO:
        holds = "true" if (one.op, one.value) in _YES else "not true"
        return f"for whom it is {holds} that {asked.label.removeprefix('whether ')}"
    if one.signal in _MEANS:
        return f"for whom the {asked.label} are {_how_many(one)}"
    if unit in _COUNTED:
        return f"who has {_count(one)}{_counted(asked.label, unit, one)}"
    if asked.label.startswith(f"{unit} since "):
        return f"for whom it is {compared} {minus(f'{one.value:g}')} {asked.label}"
    name = one.signal.replace("_", " ") if asked.yes_no or one.signal in _UNSAID else asked.label
    return f"whose “{name}” is {compared} {_value(one, currency)}"


_YES = {("==", 1.0), (">=", 1.0), (">", 0.0), ("!=", 0.0)}
_NO = {("==", 0.0), ("<=", 0.0), ("<", 1.0), ("!=", 1.0)}


def _count(one: Condition) -> str:
    """How many, such as `no ` or `fewer than 2 `; empty for any at all."""
    if (one.op, one.value) in {(">", 0.0), (">=", 1.0), ("!=", 0.0)}:
        return ""
    if (one.op, one.value) in {("==", 0.0), ("<=", 0.0), ("<", 1.0)}:
        return "no "
    return f"{_how_many(one)} "


def _counted(label: str, unit: str, one: Condition) -> str:
    """What is counted, such as `orders so far`, or `order so far` after a one."""
    if abs(one.value) != 1.0 or not _count(one).strip("no "):
        return label
    one_of_it = label.replace(unit, _SINGULAR.get(unit, unit.removesuffix("s")), 1)
    return _VERB.sub(lambda verb: f" that {_OF_ONE[verb[1]]} ", one_of_it, count=1)


def _how_many(one: Condition) -> str:
    return f"{_COUNTS.get(one.op, one.op)} {minus(f'{one.value:g}')}"


def _days(value: float) -> str:
    """Such as `14 days`, `1 day` or `12 hours`: nothing is left out."""
    span = round(value * DAY)
    whole = value == int(value)
    return length(span) if whole or length(span) in _exact(span) else f"{value:g} days"


def _exact(span: int) -> tuple[str, ...]:
    """What would say a length to the last millisecond."""
    hours, rest = divmod(span, DAY // 24)
    return (f"{hours} hours", f"{hours} hour") if not rest else ()


def _value(one: Condition, currency: str) -> str:
    asked = asked_signal(one.signal, currency) if currency else None
    if asked is None:
        return minus(f"{one.value:g}")
    said = minus(asked.typed(one.value))
    return f"{said}{'%' if asked.unit == '%' else f' {asked.unit}' if asked.scale else ''}"
