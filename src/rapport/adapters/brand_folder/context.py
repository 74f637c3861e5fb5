"""What the readers of the single files share."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field

from rapport.adapters.brand_folder.nodes import Problems, Value, near
from rapport.adapters.brand_folder.parts import Whole
from rapport.adapters.brand_folder.scalars import (
    CONDITION,
    DURATION,
    OPERATORS,
    read_condition,
    read_duration,
)
from rapport.core.brand import Brand
from rapport.core.creative.framework import Condition
from rapport.core.creative.voice import Voice
from rapport.core.offer import Offer
from rapport.core.person.signals import (
    ALWAYS,
    BY_NAME,
    FAMILIES,
    at_odds,
    family_of,
    foregone,
    form_of,
    range_of,
    split,
)
from rapport.core.time import Millis


class Context(Struct):
    """One reading of a folder: its problems, and what was read so far."""

    root: Path
    problems: Problems
    brand: Brand
    voice: Voice
    offers: tuple[Offer, ...] = ()
    sound: bool = True
    """Whether the brand, its voice and its offers have no mistakes; if they have, what follows from
    them (an offer without its end) is not told as a mistake of its own."""
    points_named: list[tuple[str, Value]] = field(default_factory=list)
    """Decision points that blocks name, by framework: flows are read afterwards."""
    times_named: list[tuple[str, Value]] = field(default_factory=list)
    """Moments that rules of frameworks name, by framework."""
    points_unread: set[str] = field(default_factory=set)
    """Frameworks of which a flow has a decision point that cannot be read; an empty key where it
    may be any's."""
    about_unknown: set[str] = field(default_factory=set)
    """Frameworks of which it cannot be told what they are about."""
    rules_at: dict[tuple[str, str], Value] = field(default_factory=dict)
    """Where each rule is written, by framework (empty for the brand's own) and name."""
    care_at: dict[str, str] = field(default_factory=dict)
    """The file and line of each rule that care amounts to, by its name."""
    layouts_at: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """The files of each layout, its own first and then its parts', by framework and visual."""
    wholes: dict[str, Whole] = field(default_factory=dict)
    """Layouts with their parts in them, by their files: frameworks share them."""
    complete: bool = True
    """Whether every framework and every flow could be read."""
    points_known: bool = True
    """Whether every decision point is known, and whose it is."""

    @property
    def offer_keys(self) -> tuple[str, ...]:
        return tuple(offer.key for offer in self.offers)


def read_conditions(value: Value) -> tuple[Condition, ...]:
    """A list of conditions that all have to hold, each `signal op number` or a mapping of the
    three. Notes two of them that never do together."""
    found = read_alternatives(value)
    if odds := at_odds(found):
        one, other = (f"'{_written(condition)}'" for condition in odds)
        value.problem(f"{one} and {other} never hold together: leave one of them out")
    return found


def read_alternatives(value: Value) -> tuple[Condition, ...]:
    """A list of conditions of which one is enough, written likewise."""
    return tuple(found for item in value.items() if (found := _condition(item)) is not None)


def _condition(value: Value) -> Condition | None:
    if value.is_mapping:
        parts = value.mapping(["signal", "op", "value"])
        parts["op"].choice(OPERATORS)
        words = " ".join(parts[name].written for name in ("signal", "op", "value"))
    else:
        words = value.written
    try:
        condition = read_condition(words.strip())
    except ValueError:
        value.expected(CONDITION)
        return None
    if not form_of(condition.signal):
        names = (*BY_NAME, *(f"{family.name}[...]" for family in FAMILIES))
        hint = near(condition.signal, names) or f" (there are {', '.join(sorted(names))})"
        value.problem(f"unknown signal '{condition.signal}'{hint}")
        return None
    family = family_of(condition.signal)
    wrong = family.refuses(split(condition.signal)[1]) if family else ""
    if wrong:
        value.problem(f"'{condition.signal}': {wrong}")
        return None
    _told_where_foregone(value, condition)
    return condition


def _told_where_foregone(value: Value, condition: Condition) -> None:
    """Notes a condition that nobody can make true, or untrue: it is not what was meant."""
    holds, row = foregone(condition), BY_NAME.get(condition.signal) or family_of(condition.signal)
    if holds and row:
        possible = range_of(row).said(lambda figure: f"{figure:g}")
        advice = "leave it out" if holds == ALWAYS else "ask for what can be"
        value.problem(
            f"'{_written(condition)}' {holds} holds, as {condition.signal} is {possible}: {advice}"
        )


def _written(condition: Condition) -> str:
    return f"{condition.signal} {condition.op} {condition.value:g}"


def read_length(value: Value, default: Millis = 0) -> Millis:
    """A length of time."""
    return value.read(read_duration, default, DURATION)


def unique(values: list[tuple[Value, str]], what: str) -> None:
    """Notes every key that is written a second time."""
    first: dict[str, Value] = {}
    for value, key in values:
        if not key:
            continue
        if key in first:
            value.problem(f"{what} '{key}' is written twice, first on line {first[key].line}")
        else:
            first[key] = value
