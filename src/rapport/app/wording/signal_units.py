"""Signals as people are asked for them: what each is called, in which unit, and how it is typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from babel.numbers import get_currency_precision
from msgspec import Struct

from rapport.app.wording.amounts import minus
from rapport.app.wording.typed_numbers import number_typed
from rapport.core.creative.framework import Condition
from rapport.core.person.signals import (
    ALWAYS,
    BY_NAME,
    at_odds,
    family_of,
    foregone,
    range_of,
    split,
)

SHARE, MINOR, YES_NO = "share", "minor units", "1 or 0"

YES, NO = "yes", "no"
"""What is typed of what is true or not."""

EXAMPLES = {
    "days": "30", "minutes": "30", "messages": "3", "pages": "5", "visits": "3", "%": "20",
    "refunds": "1", "tickets": "1", "parcels": "1", "complaints": "1", "preferences": "1",
    "usual gaps": "1.5", "share of the mean": "0.5", "hour": "18", "day, Monday is 0": "5",
}  # fmt: skip
"""What somebody might type, by unit; of all others `USUAL`."""
USUAL = "2"
OF_MONEY, OF_MONEY_WITHOUT_PARTS = "50", "5000"

_USABLE = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?")


class AskedSignal(Struct, frozen=True):
    """A signal as a form asks for it. `unit` is what stands behind the field; shares are typed in
    per cent and money as a whole amount of the currency."""

    name: str
    label: str
    unit: str
    scale: int = 0
    """Places by which what is typed is shifted to the left to become the signal's own figure."""
    yes_no: bool = False
    example: str = USUAL
    """What somebody might type."""

    def read(self, typed: str) -> float:
        """The signal's figure. Raises ValueError, with a sentence, where it cannot be one."""
        plain = typed.strip().removesuffix("%").strip()
        if self.yes_no:
            plain = {YES: "1", NO: "0"}.get(plain.lower(), plain)
            if plain not in ("0", "1"):
                raise ValueError("Say yes or no.")
        number = number_typed(plain)
        if number is None or not _USABLE.fullmatch(number):
            such = "20" if self.scale < 0 else "3"
            found = f"“{plain[:40]}” is no number that can be used" if plain else "There is none"
            raise ValueError(f"{found}. Write one in figures, such as {such} or {such}.5.")
        return float(Decimal(number).scaleb(self.scale))

    def typed(self, value: float) -> str:
        """What somebody would type for a figure."""
        shown = f"{Decimal(str(value)).scaleb(-self.scale):f}"
        return shown.rstrip("0").rstrip(".") if "." in shown else shown


def asked_signal(name: str, currency: str) -> AskedSignal:
    """How a form asks for the signal of this name, in the brand's currency. One that the catalogue
    does not know is called by its name."""
    row = BY_NAME.get(name)
    family = family_of(name)
    unit = row.unit if row else family.unit if family else ""
    label = row.label if row else name
    if family:
        label = f"{family.label} ({split(name)[1]})"
    if unit == SHARE:
        return AskedSignal(name, label, "%", -2, example=EXAMPLES["%"])
    if unit == MINOR:
        places = get_currency_precision(currency)
        example = OF_MONEY if places else OF_MONEY_WITHOUT_PARTS
        return AskedSignal(name, label, currency, places, example=example)
    if unit == YES_NO:
        return AskedSignal(name, label, "", yes_no=True, example=YES)
    example = EXAMPLES.get(unit, USUAL)
    if row and float(example) > (most := range_of(row).most):
        example = str(int(most) // 2)
    return AskedSignal(name, label, "" if unit == "1" else unit, example=example)


def foregone_in_words(condition: Condition, currency: str) -> str:
    """What to say of a condition that nobody can make true, or untrue; empty for all others."""
    holds, row = foregone(condition), BY_NAME.get(condition.signal) or family_of(condition.signal)
    if not holds or row is None:
        return ""
    asked = asked_signal(condition.signal, currency)
    per_cent = "%" if asked.unit == "%" else ""
    possible = range_of(row).said(lambda figure: f"{minus(asked.typed(figure))}{per_cent}")
    if asked.yes_no:
        possible = "yes or no"
    advice = "Leave it out" if holds == ALWAYS else "Ask for what can be"
    return f"That {holds} holds: “{asked.label}” is {possible}. {advice}."


def at_odds_in_words(conditions: Sequence[Condition], currency: str) -> str:
    """What to say of conditions of which two never hold together; empty for all others."""
    odds = at_odds(conditions)
    if odds is None:
        return ""
    label = asked_signal(odds[0].signal, currency).label
    return f"No figure meets both conditions about “{label}”. Leave one of them out."
