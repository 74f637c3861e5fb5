"""Rules as somebody would say them who never reads a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapport.app.wording.conditions import condition_in_words
from rapport.app.wording.dates import day_in_words
from rapport.core.creative.framework import (
    FORBID,
    NO_OFFER,
    ONLY,
    WORDING,
    Condition,
    Framework,
    Level,
    Rule,
)
from rapport.core.offer import Offer

Labels = Mapping[tuple[str, str], str]
"""What people call a level, by factor and key, and a framework, by `framework` and its key."""


def rule_in_words(rule: Rule, labels: Labels, currency: str = "", *, named: bool = False) -> str:
    """What a rule does, to whom and when, in a sentence. With a currency, money and shares are
    said as people type them; `named` adds to each condition how a file has it."""

    def said(one: Condition) -> str:
        return condition_in_words(one, currency, named=named)

    does = {FORBID: _forbidden, ONLY: _only}.get(rule.kind)
    words = does(rule, labels) if does else "Say nothing at all"
    every = " and ".join(said(one) for one in rule.when)
    some = " or ".join(said(one) for one in rule.any_of)
    people = ", and ".join(part for part in (every, some) if part)
    whom = f" to anybody {people}" if people else ""
    where = [f"“{labels.get(('framework', key), key)}”" for key in rule.frameworks]
    alone = f" This holds for {_one_by_one(where)} alone." if where else ""
    unused = "" if rule.active else " It is not in use."
    return f"{words}{whom}{days_of(rule)}.{alone}{unused}"


def labels_of(framework: Framework, offers: Sequence[Offer]) -> dict[tuple[str, str], str]:
    """What people call each level of a framework, and each offer."""
    found = {("offer", offer.key): offer.label or _unlabelled(offer.key) for offer in offers}
    for factor in WORDING:
        levels: tuple[Level, ...] = getattr(framework, f"{factor}s")
        found |= {(factor, level.key): level.label for level in levels}
    return found


def names_of(frameworks: Sequence[Framework]) -> dict[tuple[str, str], str]:
    """What people call each framework: rules of a brand may hold in some of them alone."""
    return {("framework", one.key): one.name for one in frameworks}


def _one_by_one(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _unlabelled(offer: str) -> str:
    return "No offer" if offer == NO_OFFER else offer


def _forbidden(rule: Rule, labels: Labels) -> str:
    return f"Never {' together with '.join(_levels(rule, labels, ' or '))}"


def _only(rule: Rule, labels: Labels) -> str:
    return f"Only {' and '.join(_levels(rule, labels, ' or '))}"


def _levels(rule: Rule, labels: Labels, between: str) -> list[str]:
    return [
        f"the {factor} {between.join(f'“{labels.get((factor, key), key)}”' for key in keys)}"
        for factor, keys in rule.levels
    ]


def days_of(rule: Rule) -> str:
    """From and until when a rule holds, as ` until 26 Dec 2026`; empty where it is always."""
    first = f" from {day_in_words(rule.first_day)}" if rule.first_day is not None else ""
    last = f" until {day_in_words(rule.last_day)}" if rule.last_day is not None else ""
    return f"{first}{last}"
