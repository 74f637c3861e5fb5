"""From the form of a rule to the rule, and back: nobody needs to know how it is written."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.wording.dates import day_of, iso_day
from rapport.app.wording.signal_groups import grouped
from rapport.app.wording.signal_units import (
    NO,
    YES,
    AskedSignal,
    asked_signal,
    at_odds_in_words,
    foregone_in_words,
)
from rapport.core.calendar import first_of
from rapport.core.creative.framework import (
    FACTORS,
    FORBID,
    ONLY,
    RULE_KINDS,
    SILENCE,
    Condition,
    Rule,
)
from rapport.core.deciding.reasons import EXCLUDING
from rapport.core.person.signals import form_of
from rapport.core.time import Instant, day_number
from rapport.web.frameworks.forms_of_changes import one_line
from rapport.web.services import BrandAccess

ROWS = 3
"""Conditions that the form has room for, at least; one that is free is always among them."""

LONGEST_NAME, LONGEST_REASON = 120, 300

KINDS = {
    FORBID: "Never: messages with all of what is ticked",
    ONLY: "Only: messages with what is ticked, and no others",
    SILENCE: "Nothing at all is said",
}

OPERATORS = {
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
    "==": "is exactly",
    "!=": "is anything but",
}
TYPED_AS = {
    "name": "name",
    "because": "because",
    "frameworks": "frameworks",
    "from": "since",
    "until": "until",
    "when": "when.0",
}
"""Which field each part of a rule is typed into."""

NOTHING: Mapping[str, str] = MappingProxyType({})
_ROW = re.compile(r"when\.(0|[1-9][0-9]{0,3})\.value")
_CENTURY = range(first_of(2000, 1), first_of(2100, 1))


Choices = Sequence[tuple[str, str]]
"""What there is to tick: each key with what people call it."""


class Grounds(Struct, frozen=True):
    """What a rule may be about. `frameworks` are those that it may be held to, none where it is one
    framework's own; `names` are taken by other rules, `rules` are those that are there beside it,
    and where one is `of_brand` it says why."""

    levels: Mapping[str, Choices]
    names: Collection[str] = ()
    frameworks: Choices = ()
    of_brand: bool = False
    rules: Sequence[Rule] = ()


class Row(Struct, frozen=True):
    """One condition, as it is typed."""

    signal: str = ""
    op: str = "<"
    value: str = ""


class Fields(Struct, frozen=True):
    """What a form of a rule shows."""

    name: str
    because: str
    kind: str
    levels: Mapping[str, tuple[str, ...]]
    rows: tuple[Row, ...]
    since: str
    until: str
    frameworks: tuple[str, ...] = ()
    rests: bool = False
    """Whether it is kept, and stops nothing for now."""


class Read(Struct, frozen=True):
    """The rule that was typed or, where there is none, what is wrong, by field."""

    rule: Rule | None
    wrong: Mapping[str, str] = NOTHING


def fields(form: Mapping[str, str] | None, rule: Rule | None, currency: str) -> Fields:
    """What was typed or, where nothing was, what the rule says now."""
    if form is not None:
        levels = {factor: tuple(form.get(factor, "").split()) for factor in FACTORS}
        told = {name: form.get(name, "") for name in ("name", "because", "kind", "since", "until")}
        return Fields(
            levels=levels,
            rows=_with_room(_rows(form)),
            frameworks=tuple(form.get("frameworks", "").split()),
            rests=form.get("rests") == "yes",
            **told,
        )
    if rule is None:
        return Fields("", "", FORBID, {}, _with_room(()), "", "")
    rows = tuple(_row(one, currency) for one in rule.when)
    since, until = ("" if day is None else iso_day(day) for day in (rule.first_day, rule.last_day))
    return Fields(
        rule.name,
        rule.because,
        rule.kind,
        dict(rule.levels),
        _with_room(rows),
        since,
        until,
        rule.frameworks,
        rests=not rule.active,
    )


def rule_typed(
    form: Mapping[str, str],
    grounds: Grounds,
    brand: BrandAccess,
    now: Instant,
    rule: Rule | None,
    was: str,
) -> Read:
    """The rule that a form asks for, on the brand's day. One of which somebody saw `was` and that
    is gone, or says something else by now, is told of once the rest is in order. Where it was sent
    twice, what the form does not ask for is in the rule of its name by now."""
    start = rule
    if rule is None and was:
        name = one_line(form.get("name", ""))
        there = (one for one in grounds.rules if one_line(one.name) == name)
        start = next(there, Rule(form.get("named", "")))
    today = day_number(now, brand.zone.offset_at(now))
    return rule_in(form, grounds, brand.currency, start, today)


def rule_in(
    form: Mapping[str, str], grounds: Grounds, currency: str, was: Rule | None, today: int
) -> Read:
    """The rule that a form asks for. What the form does not ask for stays as it `was`; `today` is
    the brand's, in days since 1970-01-01."""
    wrong: dict[str, str] = {}
    start = was or Rule(name="")
    kind = form.get("kind", "")
    if kind not in RULE_KINDS:
        wrong["kind"] = "Choose what the rule does."
    levels = _levels(form, grounds, start, wrong) if kind != SILENCE else ()
    if kind != SILENCE and not levels and "levels" not in wrong:
        wrong["levels"] = "Tick at least one: a rule is about something."
    first = _since(form, start, wrong)
    rule = replace(
        start,
        name=_name(form, grounds, start, wrong),
        because=one_line(form.get("because", "")),
        kind=kind,
        levels=levels,
        when=_conditions(form, currency, start, wrong),
        first_day=first,
        last_day=_until(form, start, first, today, wrong),
        frameworks=_frameworks(form, grounds, start, wrong),
        active=form.get("rests") != "yes",
    )
    if kind == SILENCE and any(form.get(factor, "").split() for factor in grounds.levels):
        wrong["levels"] = (
            "With “Nothing at all is said” nothing is ticked here: untick these, or choose “Never” "
            "for messages with them."
        )
    if rule.for_good and not wrong:
        wrong["kind"] = (
            "Nothing would be said to anybody, for good. Say for whom, or until which day; to stop "
            "all of it, use “Stops”."
        )
    if len(rule.because) > LONGEST_REASON:
        wrong["because"] = f"Say it in at most {LONGEST_REASON} characters."
    elif grounds.of_brand and not rule.because:
        wrong["because"] = "Say why: whoever finds the rule in a year will want to know."
    if wrong.keys() == {"name"} and rule in grounds.rules:
        return Read(rule)  # a new one that was sent twice
    return Read(None, wrong) if wrong else Read(rule)


def form_shown(
    form: Mapping[str, str] | None, rule: Rule | None, grounds: Grounds, currency: str
) -> dict[str, object]:
    """What the page of a rule's form shows of it."""
    groups = signals(currency, rule)
    return {
        "rule": rule,
        "kinds": KINDS,
        "fields": fields(form, rule, currency),
        "factors": list(grounds.levels.items()),
        "frameworks": grounds.frameworks,
        "of_brand": grounds.of_brand,
        "signals": groups,
        "known": {one.name: one for _, found in groups for one in found},
        "operators": OPERATORS,
    }


def signals(currency: str, rule: Rule | None) -> list[tuple[str, list[AskedSignal]]]:
    """What a condition can ask for, by what it is about; with those of families that the rule asks
    for already."""
    return grouped(currency, [one.signal for one in rule.when] if rule else ())


def _row(one: Condition, currency: str) -> Row:
    return Row(one.signal, one.op, _typed(one, currency))


def _typed(condition: Condition, currency: str) -> str:
    asked = asked_signal(condition.signal, currency)
    if asked.yes_no and condition.value in (0, 1):
        return YES if condition.value else NO
    return asked.typed(condition.value)


def _name(form: Mapping[str, str], grounds: Grounds, start: Rule, wrong: dict[str, str]) -> str:
    name = one_line(form.get("name", ""))
    if name == one_line(start.name):
        name = start.name  # in its own form, with two blanks if it has them
    taken = set(grounds.names) - {start.name}
    if not name:
        wrong["name"] = "Give the rule a name: messages that it stops say it."
    elif len(name) > LONGEST_NAME:
        wrong["name"] = f"Give it a name of at most {LONGEST_NAME} characters."
    elif name in taken:
        wrong["name"] = "Another rule is called so. Take another name."
    elif name in EXCLUDING:
        wrong["name"] = "Rapport itself gives this as a reason. Take another name."
    return name


def _levels(
    form: Mapping[str, str], grounds: Grounds, start: Rule, wrong: dict[str, str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What is ticked, factor by factor; what the form does not ask for stays."""
    before = dict(start.levels)
    ticked = {
        factor: _ticked(form.get(factor, ""), choices, before.get(factor, ()), "levels", wrong)
        for factor, choices in grounds.levels.items()
    }
    was = [factor for factor, _ in start.levels]
    kept = {factor: keys for factor, keys in start.levels if factor not in ticked}
    found = {**ticked, **kept}
    order = [*was, *(factor for factor in found if factor not in was)]
    return tuple((factor, found[factor]) for factor in order if found[factor])


def _frameworks(
    form: Mapping[str, str], grounds: Grounds, start: Rule, wrong: dict[str, str]
) -> tuple[str, ...]:
    typed = form.get("frameworks", "")
    return _ticked(typed, grounds.frameworks, start.frameworks, "frameworks", wrong)


def _ticked(
    typed: str, choices: Choices, was: Sequence[str], field: str, wrong: dict[str, str]
) -> tuple[str, ...]:
    """What is ticked; what was so before keeps its order, and what is new comes last."""
    asked, known = typed.split(), [key for key, _ in choices]
    if any(key not in known for key in asked):
        wrong[field] = "Something that is ticked is not there any more. Open the page again."
    order = dict.fromkeys((*was, *known))
    return tuple(key for key in order if key in asked and key in known)


def _conditions(
    form: Mapping[str, str], currency: str, start: Rule, wrong: dict[str, str]
) -> tuple[Condition, ...]:
    found: list[Condition] = []
    before = {_row(one, currency): one for one in start.when}
    for number, row in enumerate(_rows(form)):
        if not row.signal:
            if row.value.strip():
                wrong[f"when.{number}"] = "Choose what this number is about."
            continue
        if not form_of(row.signal) or row.op not in OPERATORS:
            wrong[f"when.{number}"] = "There is no such condition. Choose one of the list."
            continue
        try:
            value = asked_signal(row.signal, currency).read(row.value)
        except ValueError as error:
            wrong[f"when.{number}"] = str(error)
            continue
        condition = before.get(row) or Condition(row.signal, row.op, value)
        told = foregone_in_words(condition, currency) or at_odds_in_words(
            [*found, condition], currency
        )
        if told:
            wrong[f"when.{number}"] = told
            continue
        found.append(condition)
    return tuple(found)


def _since(form: Mapping[str, str], start: Rule, wrong: dict[str, str]) -> int | None:
    return _day("since", form, start.first_day, wrong)


def _until(
    form: Mapping[str, str], start: Rule, first: int | None, today: int, wrong: dict[str, str]
) -> int | None:
    last = _day("until", form, start.last_day, wrong)
    if last is None or "until" in wrong:
        return last
    if first is not None and last < first:
        wrong["until"] = "The rule would end before it begins. Take a later day."
    elif last < today and last != start.last_day:
        wrong["until"] = "That day is over, so the rule would never hold. Take a later day."
    return last


def _day(field: str, form: Mapping[str, str], was: int | None, wrong: dict[str, str]) -> int | None:
    """The day that was typed; as it `was` where it is not asked for."""
    typed = form.get(field)
    if typed is None:
        return was
    if not typed.strip():
        return None
    try:
        number = day_of(typed.strip())
    except ValueError:
        wrong[field] = "Write a day such as 2026-12-31, or leave it empty."
        return None
    if number not in _CENTURY:
        wrong[field] = "Write a day of this century, such as 2026-12-31."
    return number


def _rows(form: Mapping[str, str]) -> tuple[Row, ...]:
    """As many as were sent: a rule that was written by hand may have any number."""
    typed = (_ROW.fullmatch(field) for field in form)
    return tuple(
        Row(
            form.get(f"when.{number}.signal", "").strip(),
            form.get(f"when.{number}.op", ""),
            form.get(f"when.{number}.value", ""),
        )
        for number in sorted(int(match[1]) for match in typed if match)
    )


def _with_room(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows, and free ones."""
    free = max(ROWS - len(rows), 0 if rows and not rows[-1].signal else 1)
    return (*rows, *[Row()] * free)
