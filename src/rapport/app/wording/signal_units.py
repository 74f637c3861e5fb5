"""Signals as people are asked for them: what each is called, in which unit, and how it is typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from babel.numbers import get_currency_precision
from msgspec import Struct

from rapport.app.wording.amounts import minus
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

_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?")


class AskedSignal(Struct, frozen=True):
    """A signal as a form asks for it. `unit` is what stands behind the field; shares are typed in
    per cent and money as a whole amount of the currency."""

    name: str
    label: str
    unit: str
    scale: int = 0
    """Places by which what is typed is shifted to the left to become the signal's own figure."""
    yes_no: bool = False

    def read(self, typed: str) -> float:
        """The signal's figure. Raises ValueError, with a sentence, where it cannot be one."""
        plain = typed.strip().removesuffix("%").strip()
        if self.yes_no and plain not in ("0", "1"):
            raise ValueError("Choose yes or no.")
        if not _NUMBER.fullmatch(plain):
            such = "20" if self.scale < 0 else "3"
            found = f"“{plain[:40]}” is no number that can be used" if plain else "There is none"
            raise ValueError(f"{found}. Write one in figures, such as {such} or {such}.5.")
        return float(Decimal(plain).scaleb(self.scale))

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
        return AskedSignal(name, label, "%", -2)
    if unit == MINOR:
        return AskedSignal(name, label, currency, get_currency_precision(currency))
    yes_no = unit == YES_NO
    return AskedSignal(name, label, "" if yes_no or unit == "1" else unit, yes_no=yes_no)


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
