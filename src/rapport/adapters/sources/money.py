"""Money: whole minor units out of whatever a source writes for an amount. All maths is exact."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_EXPONENTS = {
    **dict.fromkeys(
        (
            "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
            "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
        ),
        0,
    ),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}  # fmt: skip
"""ISO 4217: digits after the point, where they are not two."""

MAX_MINOR = 10**12
"""Ten billion pounds. Larger amounts are mistakes, and a sum of lines must stay within 64 bits."""

_PLAIN = re.compile(r"[+-]?\d{1,15}(?:\.\d{0,12})?", re.ASCII)
_DECORATED = re.compile(
    r"([+-]?)[^\d.,+-]{0,5}(\d[\d.,'\u2019 \u00a0\u202f]*)[^\d.,+-]{0,5}", re.ASCII
)
"""A sign, a currency, figures and what parts their thousands, a currency."""
_PERCENTAGE = re.compile(r"[+-]?(\d{1,3}(?:[.,]\d{1,6})?)\s{0,3}[%\uff05]", re.ASCII)
_OF_SOMETHING = re.compile("[%\uff05\ufe6a\u066a\u2030\u2031]|pct", re.IGNORECASE)
"""What makes a figure a share of something, and no money."""
_BLANKS = re.compile("['\u2019 \u00a0\u202f]+")
_THOUSANDS_BY_COMMA = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?", re.ASCII)
_THOUSANDS_BY_POINT = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d*", re.ASCII)


def currency_code(value: object) -> str:
    """The ISO 4217 code in capitals; '' where `value` is none."""
    if not isinstance(value, str):
        return ""
    code = value.strip().upper()
    return code if len(code) == 3 and code.isascii() and code.isalpha() else ""


def exponent_of(currency: str) -> int:
    """Digits after the point of an ISO 4217 code in capitals; two where it is not known."""
    return _EXPONENTS.get(currency, 2)


def minor_units(value: object, exponent: int) -> int | None:
    """`value` in minor units, half a unit rounded away from zero.

    Takes numbers and strings, also `"$1,234.50"`, `"1.234,50 €"` and `"19,00"`. None where `value`
    is no amount, such as `"10%"`, or one beyond `MAX_MINOR` either way.
    """
    if type(value) is int:
        return _bounded(value * 10**exponent)
    if type(value) is float:
        text = repr(value)  # the shortest decimal that means this float: what the sender wrote
        return _scaled(Decimal(text), exponent) if abs(value) <= MAX_MINOR else None
    if not isinstance(value, str) or len(value) > 40:
        return None
    text = value.strip()
    if not _PLAIN.fullmatch(text):
        text = _undecorated(text)
        if not _PLAIN.fullmatch(text):
            return None
    return _scaled(Decimal(text), exponent)


def share_of(value: object, units: int) -> int | None:
    """What `value`, a percentage such as `"10%"`, is of so many minor units, half a unit rounded
    up and whatever its sign; None where it is none, or of more than 100."""
    found = _PERCENTAGE.fullmatch(value.strip()) if isinstance(value, str) else None
    percent = Decimal(found.group(1).replace(",", ".")) if found else None
    if percent is None or percent > 100:
        return None
    return int((units * percent / 100).to_integral_value(rounding=ROUND_HALF_UP))


def _scaled(amount: Decimal, exponent: int) -> int | None:
    units = amount.scaleb(exponent).to_integral_value(rounding=ROUND_HALF_UP)
    return _bounded(int(units))


def _bounded(units: int) -> int | None:
    return units if -MAX_MINOR <= units <= MAX_MINOR else None


def _undecorated(text: str) -> str:
    """Without the currency's sign and the thousands' separators, with a decimal point."""
    found = None if _OF_SOMETHING.search(text) else _DECORATED.fullmatch(text)
    if found is None:
        return ""
    digits = found.group(1) + _BLANKS.sub("", found.group(2)).rstrip(".,")
    if _THOUSANDS_BY_COMMA.fullmatch(digits):
        return digits.replace(",", "")
    if _THOUSANDS_BY_POINT.fullmatch(digits):
        return digits.replace(".", "").replace(",", ".")
    return digits.replace(",", ".") if digits.count(",") == 1 and "." not in digits else digits
