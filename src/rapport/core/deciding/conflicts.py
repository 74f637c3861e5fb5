"""Rules that together leave nothing, as far as it can be seen before anybody is decided about.

Seen are rules for everybody, rules for one and the same audience, and audiences that lie within one
another ('bought in the last 14 days' within 'bought in the last 30'), on every day on which all of
them hold. Audiences that merely may overlap are not: where they do, the decision says nothing and
names the rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import product
from operator import or_

from msgspec.structs import replace

from rapport.core.creative.framework import (
    CONTENT_FACTORS,
    FORBID,
    ONLY,
    SILENCE,
    Action,
    Condition,
    Framework,
    Rule,
    without_time,
)
from rapport.core.person.signals import implies

Days = tuple[int | None, int | None]
"""The first and the last of some days, as of a rule; None where they have no end on that side."""

EVER: Days = (None, None)

Conflict = tuple[str, tuple[str, ...], Days]
"""What is left nothing of, the names of the rules that it takes, each of them needed, and the days
on which all of these hold."""


def conflicts(
    framework: Framework, points: Mapping[str, Sequence[str]], rules: Sequence[Rule]
) -> list[Conflict]:
    """Sets of rules that leave nothing, each once; those for most people first.

    `points` are the decision points that use the framework, each with the keys of its time levels;
    `rules` those of the brand and the framework's own. A set that shares a rule with one that
    leaves the same people nothing anyway is not told: it might name a rule that could stay.
    """
    used = [rule for rule in rules if rule.concerns(framework.key)]
    grounds, at_moments = _grounds(framework, points, used)
    found: dict[frozenset[int], str] = {}
    for together in sorted(_together(used), key=len):
        if any(used[i].kind == SILENCE for i in together):
            continue  # nothing is said then, and that is what was asked for
        for some in (grounds, at_moments):
            told = False
            for what, everything, taken in some:
                needed = frozenset(_needed(everything, {i: taken[i] for i in sorted(together)}))
                told = told or bool(needed)
                if needed and not any(
                    what == of and known <= together and known & needed
                    for known, of in found.items()
                ):
                    found.setdefault(needed, what)
            if told:
                break  # each moment on its own leaves nothing, then, either
    return [_conflict(what, [used[i] for i in sorted(needed)]) for needed, what in found.items()]


def _conflict(what: str, rules: Sequence[Rule]) -> Conflict:
    firsts = [rule.first_day for rule in rules if rule.first_day is not None]
    lasts = [rule.last_day for rule in rules if rule.last_day is not None]
    days = (max(firsts, default=None), min(lasts, default=None))
    return what, tuple([rule.name for rule in rules]), days


def missing_levels(
    framework: Framework, points: Mapping[str, Sequence[str]], rule: Rule
) -> Iterator[str]:
    """Factors of which a rule leaves only levels that the framework, or one of its points, does not
    have: wherever the rule held, nothing could be said."""
    if rule.kind != ONLY or not rule.concerns(framework.key):
        return
    for factor, keys in rule.levels:
        if factor == "time":
            lacking = [name for name, times in points.items() if not set(keys) & set(times)]
            if lacking:
                yield f"time at point {lacking[0]}"
        elif not set(keys) & set(framework.keys(factor)):
            yield factor


Ground = tuple[str, int, list[int]]
"""Something that there must be some of: all of it, and what each rule takes away, as bits."""


def _grounds(
    framework: Framework, points: Mapping[str, Sequence[str]], rules: Sequence[Rule]
) -> tuple[list[Ground], list[Ground]]:
    """Those of messages and of moments, each by itself; and those of messages at their moments."""
    keys = product(*map(framework.keys, CONTENT_FACTORS))
    messages = [Action(offer=o, tone=t, angle=a, visual=v) for o, t, a, v in keys]
    grounds = [_ground("message", messages, [without_time(rule) for rule in rules])]
    at_moments = []
    for point, times in points.items():
        moments = [Action(time=key) for key in times]
        grounds.append(_ground(f"time at point {point}", moments, list(map(_timely, rules))))
        if any(map(_depends, rules)):
            timed = [replace(one, time=key) for one in messages for key in times]
            at_moments.append(_ground(f"message at point {point}", timed, rules))
    return grounds, at_moments


def _ground(what: str, actions: Sequence[Action], rules: Sequence[Rule | None]) -> Ground:
    taken = [
        sum(1 << i for i, action in enumerate(actions) if rule.forbids(action)) if rule else 0
        for rule in rules
    ]
    return what, (1 << len(actions)) - 1, taken


def _depends(rule: Rule) -> bool:
    """Whether it takes messages away at some moments."""
    return len(rule.levels) > 1 and any(factor == "time" for factor, _ in rule.levels)


def _timely(rule: Rule) -> Rule | None:
    """What a rule says about the moment alone."""
    time = tuple(pair for pair in rule.levels if pair[0] == "time")
    if not time or (rule.kind == FORBID and len(rule.levels) > 1):
        return None
    return replace(rule, levels=time)


def _needed(everything: int, taken: Mapping[int, int]) -> list[int]:
    """Rules that together take everything, and none of which could go; none where they do not."""
    if not everything or reduce(or_, taken.values(), 0) != everything:
        return []
    kept = dict(taken)
    for one in taken:
        without = {other: bits for other, bits in kept.items() if other != one}
        if reduce(or_, without.values(), 0) == everything:
            kept = without
    return list(kept)


# --- Audiences ---------------------------------------------------------------------------------


def _audiences(rule: Rule) -> list[tuple[Condition, ...]]:
    """The rule's audience as sets of conditions that all hold; one for each way to belong to it."""
    return [(*rule.when, one) for one in rule.any_of] or [rule.when]


def _together(rules: Sequence[Rule]) -> list[frozenset[int]]:
    """The places of rules that hold for everybody in one of their audiences on one and the same
    day, each set once."""
    audiences = {
        tuple([i for i, rule in enumerate(rules) if _holds_for(rule, audience)]): None
        for anchor in rules
        for audience in _audiences(anchor)
    }
    found: dict[frozenset[int], None] = {}
    for places in audiences:
        held = [rules[i] for i in places]
        changes = {rule.first_day for rule in held}
        changes |= {rule.last_day + 1 for rule in held if rule.last_day is not None}
        for day in (None, *sorted(day for day in changes if day is not None)):
            there = [i for i in places if _holds_on(rules[i], day)]
            found.setdefault(frozenset(there))
    return list(found)


def _holds_on(rule: Rule, day: int | None) -> bool:
    """None is before all days that rules name."""
    if day is None:
        return rule.first_day is None
    begun = rule.first_day is None or rule.first_day <= day
    return begun and (rule.last_day is None or day <= rule.last_day)


def _holds_for(rule: Rule, audience: Sequence[Condition]) -> bool:
    """Whether `rule` holds for everybody in `audience`."""
    if not all(_follows(condition, audience) for condition in rule.when):
        return False
    return not rule.any_of or any(_follows(condition, audience) for condition in rule.any_of)


def _follows(condition: Condition, known: Sequence[Condition]) -> bool:
    return any(implies(one, condition) for one in known)
