"""How lengths of time, money, shares, times of day and conditions are written in a brand's folder.

Each pair of functions is the inverse of the other: `read_x` raises ValueError for what it cannot
read, `write_x` gives the shortest form that reads back the same.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from babel.numbers import get_currency_precision

from rapport.core.creative.framework import Condition
from rapport.core.time import DAY, HOUR, MINUTE, SECOND, Millis

DURATION = "a length of time such as 45m, 3h or 2d"
SHARE = "a percentage from 0% to 100%, such as 10%"
TIME_OF_DAY = "a time of day such as '18:30'"
CONDITION = "a condition such as 'orders_count >= 1'"
DATE = "a date such as 2026-12-31"

MOST = 999_999_999
"""The largest amount or whole number that can be written."""

WHOLE = f"a whole number up to {MOST:,}"

OPERATORS = ("<=", ">=", "==", "!=", "<", ">")

_UNITS = {"s": SECOND, "m": MINUTE, "h": HOUR, "d": DAY}
_DURATION = re.compile(r"(\d{1,6})([smhd])", re.ASCII)
_AMOUNT = re.compile(r"\d{1,9}(?:\.\d{1,6})?", re.ASCII)
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)\s?%", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_CONDITION = re.compile(
    r"([a-z][a-z0-9_]*(?:\[[^\[\]\n]{1,60}\])?)\s*(<=|>=|==|!=|<|>)\s*(-?\d{1,12}(?:\.\d{1,6})?)",
    re.ASCII,
)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_DAY = re.compile(r"20\d\d-\d\d-\d\d", re.ASCII)
_FIRST_DAY = date(1970, 1, 1)


def read_duration(words: str) -> Millis:
    match = _DURATION.fullmatch(words)
    if match is None:
        raise ValueError(words)
    return int(match[1]) * _UNITS[match[2]]


def write_duration(length: Millis) -> str:
    for letter in ("d", "h", "m", "s"):
        if length % _UNITS[letter] == 0 and length // _UNITS[letter] < 1_000_000:
            return "0m" if length == 0 else f"{length // _UNITS[letter]}{letter}"
    raise ValueError(length)


def minor_digits(currency: str) -> int:
    """How many digits a currency has after the point: 2 for GBP, 0 for JPY."""
    return get_currency_precision(currency)


def money_in(currency: str) -> str:
    """What is expected of an amount, such as could be one: 3.95 in GBP, 395 in JPY."""
    such = Decimal(395).scaleb(-min(minor_digits(currency), 2))
    return f"an amount up to {MOST:,}, such as {such}"


def read_minor(words: str, currency: str) -> int:
    """Whole minor units; an amount with more digits than the currency has is refused."""
    amount = read_amount(words, currency)
    if amount != amount.to_integral_value():
        raise ValueError(words)
    return int(amount)


def read_amount(words: str, currency: str) -> Decimal:
    """Minor units, possibly with a fraction: 0.001 GBP is 0.1."""
    if not _AMOUNT.fullmatch(words):
        raise ValueError(words)
    return Decimal(words).scaleb(minor_digits(currency))


def write_amount(minor: float, currency: str) -> str:
    digits = minor_digits(currency)
    amount = Decimal(str(minor)).scaleb(-digits)
    shown = f"{amount:f}"
    whole, _, fraction = shown.partition(".")
    fraction = fraction.rstrip("0").ljust(digits, "0")
    return f"{whole}.{fraction}" if fraction else whole


def read_share(words: str) -> Decimal:
    """A share of one: `10%` is 0.1."""
    match = _SHARE.fullmatch(words)
    if match is None or Decimal(match[1]) > 100:
        raise ValueError(words)
    return Decimal(match[1]) / 100


def write_share(share: float) -> str:
    shown = f"{Decimal(str(share)) * 100:f}"
    return f"{shown.rstrip('0').rstrip('.') if '.' in shown else shown}%"


def read_whole(words: str) -> int:
    if not _WHOLE.fullmatch(words):
        raise ValueError(words)
    return int(words)


def read_time_of_day(words: str) -> int:
    """Minutes since local midnight."""
    match = _TIME.fullmatch(words)
    if match is None:
        raise ValueError(words)
    return int(match[1]) * 60 + int(match[2])


def write_time_of_day(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def read_day(words: str) -> int:
    """Days since 1970-01-01 of a date such as 2026-12-31."""
    if not _DAY.fullmatch(words):
        raise ValueError(words)
    return (date.fromisoformat(words) - _FIRST_DAY).days


def write_day(day: int) -> str:
    return (_FIRST_DAY + timedelta(days=day)).isoformat()


def read_condition(words: str) -> Condition:
    match = _CONDITION.fullmatch(words)
    if match is None:
        raise ValueError(words)
    return Condition(signal=match[1], op=match[2], value=float(match[3]))


def write_condition(condition: Condition) -> str:
    value = condition.value
    shown = str(int(value)) if value == int(value) else f"{Decimal(str(value)):f}"
    return f"{condition.signal} {condition.op} {shown}"
