"""From the form of a rule to the rule, and back: nobody needs to know how it is written."""

from __future__ import annotations

from collections.abc import Mapping
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
from rapport.core.creative.editing import SaveRule
from rapport.core.creative.framework import (
    CONTENT_FACTORS,
    FORBID,
    RULE_KINDS,
    SILENCE,
    Condition,
    Framework,
    Rule,
)
from rapport.core.deciding.reasons import EXCLUDING
from rapport.core.person.signals import form_of
from rapport.web.frameworks.forms_of_changes import one_line

ROWS = 3
"""Conditions that the form has room for, at least; one that is free is always among them."""

MOST_ROWS = 12
LONGEST_NAME, LONGEST_REASON = 120, 300

OPERATORS = {
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
    "==": "is exactly",
    "!=": "is anything but",
}
NOTHING: Mapping[str, str] = MappingProxyType({})
_CENTURY = range(first_of(2000, 1), first_of(2100, 1))


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
    until: str
    rests: bool = False
    """Whether it is kept, and stops nothing for now."""


class Read(Struct, frozen=True):
    """The rule that was typed or, where there is none, what is wrong, by field."""

    rule: Rule | None
    wrong: Mapping[str, str] = NOTHING


def fields(form: Mapping[str, str] | None, rule: Rule | None, currency: str) -> Fields:
    """What was typed or, where nothing was, what the rule says now."""
    if form is not None:
        rows = _rows(form)
        levels = {factor: tuple(form.get(factor, "").split()) for factor in CONTENT_FACTORS}
        told = {name: form.get(name, "") for name in ("name", "because", "kind", "until")}
        rests = form.get("rests") == "yes"
        return Fields(levels=levels, rows=_with_room(rows), rests=rests, **told)
    if rule is None:
        return Fields("", "", FORBID, {}, _with_room(()), "")
    rows = tuple(Row(one.signal, one.op, _typed(one, currency)) for one in rule.when)
    until = "" if rule.last_day is None else iso_day(rule.last_day)
    return Fields(
        rule.name,
        rule.because,
        rule.kind,
        dict(rule.levels),
        _with_room(rows),
        until,
        rests=not rule.active,
    )


def rule_in(
    form: Mapping[str, str], framework: Framework, currency: str, was: Rule | None, today: int
) -> Read:
    """The rule that a form asks for. What the form does not ask for stays as it `was`; `today` is
    the brand's, in days since 1970-01-01."""
    wrong: dict[str, str] = {}
    start = was or Rule(name="")
    kind = form.get("kind", "")
    if kind not in RULE_KINDS:
        wrong["kind"] = "Choose what the rule does."
    levels = _levels(form, framework, start, wrong) if kind != SILENCE else ()
    if kind != SILENCE and not levels and "levels" not in wrong:
        wrong["levels"] = "Tick at least one: a rule is about something."
    rule = replace(
        start,
        name=_name(form, framework, start, wrong),
        because=one_line(form.get("because", "")),
        kind=kind,
        levels=levels,
        when=_conditions(form, currency, wrong),
        last_day=_until(form, start, today, wrong),
        active=form.get("rests") != "yes",
    )
    if len(rule.because) > LONGEST_REASON:
        wrong["because"] = f"Say it in at most {LONGEST_REASON} characters."
    return Read(None, wrong) if wrong else Read(rule)


def save_rule(rule: Rule, was: str, named: str) -> SaveRule:
    return SaveRule(rule, was, named)


def signals(currency: str, rule: Rule | None) -> list[tuple[str, list[AskedSignal]]]:
    """What a condition can ask for, by what it is about; with those of families that the rule asks
    for already."""
    return grouped(currency, [one.signal for one in rule.when] if rule else ())


def _typed(condition: Condition, currency: str) -> str:
    asked = asked_signal(condition.signal, currency)
    if asked.yes_no and condition.value in (0, 1):
        return YES if condition.value else NO
    return asked.typed(condition.value)


def _name(form: Mapping[str, str], framework: Framework, start: Rule, wrong: dict[str, str]) -> str:
    name = one_line(form.get("name", ""))
    taken = {one.name for one in framework.rules} - {start.name}
    if not name:
        wrong["name"] = "Give the rule a name: messages that it stops say it."
    elif len(name) > LONGEST_NAME:
        wrong["name"] = f"Give it a name of at most {LONGEST_NAME} characters."
    elif name in taken:
        wrong["name"] = "Another rule of this framework is called so. Take another name."
    elif name in EXCLUDING:
        wrong["name"] = "Rapport itself gives this as a reason. Take another name."
    return name


def _levels(
    form: Mapping[str, str], framework: Framework, start: Rule, wrong: dict[str, str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What is ticked, factor by factor; what the form does not ask for (moments) stays."""
    ticked: dict[str, tuple[str, ...]] = {}
    for factor in CONTENT_FACTORS:
        asked = form.get(factor, "").split()
        known = framework.keys(factor)
        if any(key not in known for key in asked):
            wrong["levels"] = "Something that is ticked is not there any more. Open the page again."
        ticked[factor] = tuple(key for key in known if key in asked)
    was = [factor for factor, _ in start.levels]
    kept = {factor: keys for factor, keys in start.levels if factor not in ticked}
    found = {**ticked, **kept}
    order = [*was, *(factor for factor in found if factor not in was)]
    return tuple((factor, found[factor]) for factor in order if found[factor])


def _conditions(
    form: Mapping[str, str], currency: str, wrong: dict[str, str]
) -> tuple[Condition, ...]:
    found: list[Condition] = []
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
        condition = Condition(row.signal, row.op, value)
        told = foregone_in_words(condition, currency) or at_odds_in_words(
            [*found, condition], currency
        )
        if told:
            wrong[f"when.{number}"] = told
            continue
        found.append(condition)
    return tuple(found)


def _until(form: Mapping[str, str], start: Rule, today: int, wrong: dict[str, str]) -> int | None:
    typed = form.get("until", "").strip()
    if not typed:
        return None
    try:
        number = day_of(typed)
    except ValueError:
        wrong["until"] = "Write a day such as 2026-12-31, or leave it empty."
        return None
    if number not in _CENTURY:
        wrong["until"] = "Write a day of this century, such as 2026-12-31."
    elif start.first_day is not None and number < start.first_day:
        wrong["until"] = "The rule would end before it begins. Take a later day."
    elif number < today and number != start.last_day:
        wrong["until"] = "That day is over, so the rule would never hold. Take a later day."
    return number


def _rows(form: Mapping[str, str]) -> tuple[Row, ...]:
    return tuple(
        Row(
            form.get(f"when.{number}.signal", "").strip(),
            form.get(f"when.{number}.op", ""),
            form.get(f"when.{number}.value", ""),
        )
        for number in range(MOST_ROWS)
        if f"when.{number}.value" in form
    )


def _with_room(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows, and free ones."""
    free = max(ROWS - len(rows), 0 if rows and not rows[-1].signal else 1)
    return (*rows, *[Row()] * free)[:MOST_ROWS]
