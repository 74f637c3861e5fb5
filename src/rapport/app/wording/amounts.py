"""Sums of money as people read them. What rounds to nothing is nothing, never a minus of it."""

from __future__ import annotations

from math import isfinite

from babel.numbers import format_currency, get_currency_precision

DIRECTIONS = dict.fromkeys(map(ord, "\u061c\u200e\u200f"))
"""Marks by which Arabic, Hebrew and Persian sums and lists turn the line about. A mail tells its
direction itself, and lets nothing pass that cannot be seen."""

HALF = 0.5
"""Of a minor unit: a half goes to the even one, which is nothing."""


def money(minor: float, currency: str, locale: str) -> str:
    """An amount of minor units, such as `£24.00`; the bare code where the currency is unknown."""
    whole = 0.0 if abs(minor) <= HALF else minor
    amount = whole / 10 ** get_currency_precision(currency)
    told = str(format_currency(amount, currency, locale=locale))
    return minus(told.translate(DIRECTIONS))


LARGEST_SUM = 1e15
"""Minor units."""


def is_sum(minor: float) -> bool:
    """Whether it can be told as money: a number, and no more than there is in the world."""
    return isfinite(minor) and abs(minor) < LARGEST_SUM


def minus(figure: str) -> str:
    """A figure with a minus sign, where a machine writes a hyphen: people read it in one form."""
    return figure.replace("-", "−")
