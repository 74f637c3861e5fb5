"""The catalogue of signals: the only list of them, and what is asked of it.

`None` is 'unavailable': a condition on it fails, and the context takes its neutral value. So is a
figure that is no finite number, whatever led to it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import isfinite
from operator import eq, ge, gt, le, lt, ne

from rapport.core.creative.framework import Condition
from rapport.core.person.signals import (
    care,
    cart,
    clock,
    messages,
    orders,
    predicted,
    stated,
    visits,
)
from rapport.core.person.signals.moment import Moment
from rapport.core.person.signals.row import Family, Signal, split

CATALOGUE: tuple[Signal, ...] = (
    *orders.ROWS,
    *predicted.RHYTHM,
    *care.ROWS,
    *visits.ROWS,
    *predicted.INTENT,
    *cart.ROWS,
    *messages.ROWS,
    *clock.ROWS,
    *stated.ROWS,
)
"""In the order in which decisions record them; among those of one form it never changes."""

FAMILIES: tuple[Family, ...] = (*visits.FAMILIES, *messages.FAMILIES, *stated.FAMILIES)
"""Signals of which each person has their own; decisions record them after the others."""

BY_NAME: dict[str, Signal] = {signal.name: signal for signal in CATALOGUE}

_FAMILY: dict[str, Family] = {family.name: family for family in FAMILIES}

_TESTS: dict[str, Callable[[float, float], bool]] = {
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "==": eq,
    "!=": ne,
}


def value_of(name: str, moment: Moment) -> float | None:
    """The signal as it stands; None where it is unavailable, or there is none of this name."""
    signal = BY_NAME.get(name)
    if signal is not None:
        return _finite(signal.compute(moment))
    family = family_of(name)
    return _finite(family.compute(moment).get(split(name)[1])) if family else None


def family_of(name: str) -> Family | None:
    """The family that a name such as `category_interest[mugs]` belongs to; None for others."""
    family, key = split(name)
    return _FAMILY.get(family) if key else None


def form_of(name: str) -> int:
    """From which form of a policy on decisions record the signal; 0 where there is none of it."""
    row = BY_NAME.get(name) or family_of(name)
    return row.form if row else 0


def values(moment: Moment, form: int) -> dict[str, float | None]:
    """Every signal that decisions of a policy of this form record, by name; what is read off a
    model, only where that is published."""
    found = {
        s.name: _finite(s.compute(moment))
        for s in _of_form(form)
        if not s.needs or _has(moment, s.needs)
    }
    for family in FAMILIES:
        if family.form <= form:
            for key, value in family.compute(moment).items():
                found[f"{family.name}[{key}]"] = _finite(value)
    return found


def holds(condition: Condition, moment: Moment) -> bool:
    """Whether the condition is true now. What is unavailable or unknown makes it false."""
    return compares(condition, value_of(condition.signal, moment))


def compares(condition: Condition, value: float | None) -> bool:
    """Whether the condition is true of its signal's value, which is None where unavailable."""
    test = _TESTS.get(condition.op)
    return test is not None and value is not None and test(value, condition.value)


def all_hold(conditions: tuple[Condition, ...], moment: Moment) -> bool:
    """Whether every condition is true now."""
    return all(holds(condition, moment) for condition in conditions)


@cache
def _of_form(form: int) -> tuple[Signal, ...]:
    return tuple(signal for signal in CATALOGUE if signal.form <= form)


def _finite(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def _has(moment: Moment, model: str) -> bool:
    return getattr(moment.predictions, model, None) is not None
