"""rules.yaml, and the rules of a framework: what people fix, forbid or silence, and for whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapport.adapters.brand_folder.context import (
    Context,
    read_alternatives,
    read_conditions,
    unique,
)
from rapport.adapters.brand_folder.nodes import Value
from rapport.adapters.brand_folder.scalars import DATE, read_day, write_day
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.coverage import moments_at, moments_of
from rapport.core.creative.framework import (
    CONTENT_FACTORS,
    FACTORS,
    FORBID,
    ONLY,
    SILENCE,
    Action,
    Condition,
    Framework,
    Rule,
    message,
)
from rapport.core.deciding.conflicts import Days, Following, conflicts, missing_levels
from rapport.core.deciding.reasons import EXCLUDING

MOST_RULES = 300
_DOES = ("forbid", "only", "say")
_OPTIONAL = (*_DOES, "when", "from", "until", "active")

_NO_LEVELS: tuple[tuple[str, tuple[str, ...]], ...] = ()

Levels = Mapping[str, Sequence[str] | None]
"""The keys of each factor; None where they are not known yet, and whatever is written passes."""


def read_brand_rules(value: Value, folder: BrandFolder, context: Context) -> tuple[Rule, ...]:
    """The rules of the whole brand, checked against its frameworks and flows."""
    items = value.mapping(["rules"])["rules"].items()
    if len(items) > MOST_RULES:
        value.expected(f"at most {MOST_RULES} rules: nobody could foresee what they do together")
        return ()
    found = [(item, _brand_rule(item, folder, context)) for item in items]
    _unique_names(found, folder)
    rules = tuple(rule for _, rule in found)
    moments = [moments_at(folder.flows, framework.key) for framework in folder.frameworks]
    for item, rule in found:
        context.rules_at.setdefault(("", rule.name), item)
        for framework, at_points in zip(folder.frameworks, moments, strict=True):
            for what in missing_levels(framework, at_points, rule):
                if what in CONTENT_FACTORS and not framework.keys(what):
                    continue  # it has none at all, and is told so
                item.problem(
                    f"leaves no {what} in the framework '{framework.key}', which has none of "
                    "these levels: say with 'frameworks' where the rule holds"
                )
    return rules


def read_own_rules(value: Value, framework: Framework, context: Context) -> tuple[Rule, ...]:
    """The rules of one framework. Its times are known once the flows are read."""
    levels: dict[str, Sequence[str] | None]
    # A framework without levels is told so.
    levels = {factor: framework.keys(factor) or None for factor in CONTENT_FACTORS}
    rules = []
    for item in value.items():
        parts = item.mapping(["name"], ["because", *_OPTIONAL])
        rules.append(_rule(item, parts, {**levels, "time": None}))
        context.rules_at.setdefault((framework.key, rules[-1].name), item)
        for does in ("forbid", "only"):
            named = parts[does].entries().get("time") if parts[does].is_mapping else None
            if named is not None:
                context.times_named.extend((framework.key, time) for time in named.several())
    return tuple(rules)


def check_rules(folder: BrandFolder, context: Context) -> None:
    """Notes rules that leave nothing, by themselves or together, and such as forbid a usual message
    to everybody."""
    placed = [("", rule) for rule in folder.rules]
    placed += [(one.key, rule) for one in folder.frameworks for rule in one.rules]
    for key, rule in placed:
        if rule.for_good:
            context.rules_at[key, rule.name].problem(
                f"the rule '{rule.name}' says nothing to everybody, for good: say for whom with "
                "'when', or until which day; 'rapport stop' is for stopping all of it"
            )
    following = Following([rule for _, rule in placed])
    for framework in folder.frameworks:
        rules = (*folder.rules, *framework.rules)

        def place(name: str, key: str = framework.key) -> Value:
            return context.rules_at.get(("", name)) or context.rules_at[key, name]

        moments = moments_at(folder.flows, framework.key)
        for what, names, days in conflicts(framework, moments, rules, following):
            named = " and ".join(f"'{name}'" for name in names)
            together = "leaves" if len(names) == 1 else "together leave"
            place(names[0]).problem(
                f"the rule{'s' * (len(names) > 1)} {named} {together} no {what} in the framework "
                f"'{framework.key}'{_on(days)}"
            )
        always = [
            rule
            for rule in rules
            if rule.always and rule.kind != SILENCE and rule.concerns(framework.key)
        ]
        for point, usual in _usual(folder, framework):
            for rule in always:
                if rule.forbids(usual):
                    words = f"the rule '{rule.name}' forbids the usual message of point {point}"
                    place(rule.name).problem(words)


def _on(days: Days) -> str:
    """On which days that is; empty where it is on all."""
    first, last = (None if day is None else write_day(day) for day in days)
    if first is None:
        return f" until {last}" if last else ""
    return f" from {first} until {last}" if last else f" from {first} on"


def _usual(folder: BrandFolder, framework: Framework) -> Iterator[tuple[str, Action]]:
    """The usual message of each decision point of a framework."""
    for flow in folder.flows:
        for point in flow.points:
            if point.framework == framework.key:
                first = {"time": point.times[0].key} if point.times else {}
                yield point.key, message({**first, **point.usual})


def _brand_rule(item: Value, folder: BrandFolder, context: Context) -> Rule:
    parts = item.mapping(["name", "because"], [*_OPTIONAL, "frameworks"])
    known = {framework.key: framework for framework in folder.frameworks}
    named = parts["frameworks"].several()
    if not parts["frameworks"].missing and not named:
        parts["frameworks"].expected("at least one: leave it out for all of them")
    keys = [
        one.reference("a framework", known, once=True) if context.complete else one.key()
        for one in named
    ]
    levels: dict[str, Sequence[str] | None] = dict.fromkeys(FACTORS)
    if context.complete:
        chosen = [known[key] for key in keys if key in known] or list(known.values())
        times = {key for one in chosen for key in moments_of(folder.flows, one.key)}
        levels = {
            factor: sorted({key for framework in chosen for key in framework.keys(factor)}) or None
            for factor in CONTENT_FACTORS
        }
        levels = {**levels, "time": sorted(times) if context.points_known else None}
    return _rule(item, parts, levels, tuple(key for key in keys if key))


def _rule(
    item: Value, parts: Mapping[str, Value], levels: Levels, frameworks: tuple[str, ...] = ()
) -> Rule:
    does = [name for name in _DOES if not parts[name].missing]
    if len(does) != 1 and item.is_mapping:
        item.problem("a rule does exactly one of: forbid, only, say")
    kind, named = FORBID, _NO_LEVELS
    if does == ["say"]:
        kind = SILENCE
        parts["say"].choice(("nothing",))
    elif len(does) == 1:
        kind = ONLY if does == ["only"] else FORBID
        named = _levels(parts[does[0]], levels)
    every, some = _audience(parts["when"])
    first, last = (_day(parts[name]) for name in ("from", "until"))
    if first is not None and last is not None and last < first:
        parts["until"].expected("a day that is not before 'from'")
    return Rule(
        name=parts["name"].line_of_text(most=120),
        levels=named,
        when=every,
        kind=kind,
        any_of=some,
        because=parts["because"].line_of_text(most=300),
        first_day=first,
        last_day=last,
        active=parts["active"].missing or parts["active"].flag(),
        frameworks=frameworks,
    )


def _levels(value: Value, known: Levels) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = []
    for factor, written in value.entries(FACTORS).items():
        items = written.several()
        if not items:
            written.expected("at least one level")
        keys = known[factor]
        found.append(
            (
                factor,
                tuple(
                    item.key() if keys is None else item.reference(f"a level of {factor}", keys)
                    for item in items
                ),
            )
        )
    if not found and value.is_mapping:
        value.expected("at least one factor, such as {tone: playful}")
    return tuple(found)


def _audience(value: Value) -> tuple[tuple[Condition, ...], tuple[Condition, ...]]:
    """The conditions that all hold, and those of which one does."""
    if not value.is_mapping:
        return read_conditions(value), ()
    parts = value.mapping([], ["all", "any"])
    if not parts["any"].missing and not parts["any"].items():
        parts["any"].expected("at least one condition")
    return read_conditions(parts["all"]), read_alternatives(parts["any"])


def _day(value: Value) -> int | None:
    return None if value.missing else value.read(read_day, None, DATE)


def _unique_names(found: Sequence[tuple[Value, Rule]], folder: BrandFolder) -> None:
    unique([(item, rule.name) for item, rule in found], "rule")
    own = {rule.name: framework for framework in folder.frameworks for rule in framework.rules}
    for item, rule in found:
        if rule.name in own:
            key = own[rule.name].key
            item.problem(f"the framework '{key}' has a rule of this name: records name rules")
        if rule.name in EXCLUDING:
            item.problem(f"'{rule.name}' is what Rapport itself gives as a reason: name it anew")
