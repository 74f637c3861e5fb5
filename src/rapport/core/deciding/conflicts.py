"""Rules that together leave nothing, as far as it can be seen before anybody is decided about.

Seen are rules for everybody, rules for one and the same audience, and audiences that lie within one
another ('bought in the last 14 days' within 'bought in the last 30'). Audiences that merely may
overlap are not: where they do, the decision says nothing and names the rules.
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

Conflict = tuple[str, tuple[str, ...]]
"""What is left nothing of, and the names of the rules that it takes, each of them needed."""


def conflicts(
    framework: Framework, points: Mapping[str, Sequence[str]], rules: Sequence[Rule]
) -> list[Conflict]:
    """Every set of rules that leaves nothing, once.

    `points` are the decision points that use the framework, each with the keys of its time levels;
    `rules` those of the brand and the framework's own.
    """
    used = [rule for rule in rules if rule.concerns(framework.key)]
    grounds, at_moments = _grounds(framework, points, used)
    found: dict[frozenset[str], Conflict] = {}
    for anchor in used:
        for audience in _audiences(anchor):
            together = [i for i, rule in enumerate(used) if _holds_too(rule, anchor, audience)]
            if any(used[i].kind == SILENCE for i in together):
                continue  # nothing is said then, and that is what was asked for
            for some in (grounds, at_moments):
                told = False
                for what, everything, taken in some:
                    needed = _needed(everything, {i: taken[i] for i in together})
                    if needed:
                        names = tuple([used[i].name for i in needed])
                        found.setdefault(frozenset(names), (what, names))
                        told = True
                if told:
                    break  # each moment on its own leaves nothing, then, either
    return list(found.values())


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


def _holds_too(rule: Rule, anchor: Rule, audience: Sequence[Condition]) -> bool:
    """Whether `rule` holds for everybody in `audience` on every day on which `anchor` holds."""
    if rule is anchor:
        return True
    first, last = rule.first_day, rule.last_day
    if first is not None and (anchor.first_day is None or anchor.first_day < first):
        return False
    if last is not None and (anchor.last_day is None or anchor.last_day > last):
        return False
    if not all(_follows(condition, audience) for condition in rule.when):
        return False
    return not rule.any_of or any(_follows(condition, audience) for condition in rule.any_of)


def _follows(condition: Condition, known: Sequence[Condition]) -> bool:
    return any(implies(one, condition) for one in known)
