"""Rules that leave nothing are found quickly, and are those of the definition, written plainly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.creative.framework import (
    CONTENT_FACTORS,
    FORBID,
    ONLY,
    RULE_KINDS,
    SILENCE,
    Action,
    Condition,
    Framework,
    Rule,
    without_time,
)
from rapport.core.deciding.conflicts import Conflict, Following, conflicts
from rapport.core.person.signals import implies
from rapport.testing import examples as ex

BARE = replace(
    ex.FRAMEWORK, rules=(), offers=ex.FRAMEWORK.offers[:2], visuals=ex.FRAMEWORK.visuals[:2]
)
POINTS = {"first": ("now", "later"), "second": ("now",), "third": ()}
LEVELS = {factor: BARE.keys(factor) for factor in CONTENT_FACTORS} | {"time": POINTS["first"]}

conditions = st.builds(
    Condition, st.sampled_from(("x", "y")), st.sampled_from(("<", ">=")), st.integers(0, 2)
)
some_days = st.none() | st.integers(0, 6)


@st.composite
def a_rule(draw: st.DrawFn) -> Rule:
    kind = draw(st.sampled_from((*RULE_KINDS, FORBID, FORBID, ONLY, ONLY)))
    factors = draw(st.lists(st.sampled_from(sorted(LEVELS)), min_size=1, max_size=2, unique=True))
    levels = tuple(
        (one, tuple(draw(st.lists(st.sampled_from(LEVELS[one]), min_size=1, unique=True))))
        for one in factors
    )
    return Rule(
        "",
        () if kind == SILENCE else levels,
        tuple(draw(st.lists(conditions, max_size=1))),
        kind,
        tuple(draw(st.lists(conditions, max_size=2))) if draw(st.booleans()) else (),
        first_day=draw(some_days),
        last_day=draw(some_days),
        active=draw(st.sampled_from((True, True, True, False))),
        frameworks=draw(st.sampled_from(((), (BARE.key,), ("another",)))),
    )


@given(st.lists(a_rule(), max_size=9), st.lists(a_rule(), max_size=2))
def test_what_is_found_is_what_the_definition_says_in_its_order(
    written: list[Rule], of_others: list[Rule]
) -> None:
    held = [replace(rule, name=str(i)) for i, rule in enumerate(written)]
    found = as_defined(BARE, POINTS, held)
    assert conflicts(BARE, POINTS, held) == found
    assert conflicts(BARE, POINTS, held, Following((*of_others, *held))) == found


def nested(kinds: Sequence[Rule]) -> list[Rule]:
    """As many rules as a brand may have, each audience within the next, each with days of its
    own."""
    within = [(Condition("days_since_order", "<", float(i + 1)),) for i in range(300)]
    return [
        replace(
            kinds[i % len(kinds)], name=str(i), when=one, first_day=i, last_day=i + 400
        )
        for i, one in enumerate(within)
    ]  # fmt: skip


@pytest.mark.timeout(15)  # it takes a second or two; by the definition it takes minutes
@pytest.mark.parametrize("clashing", [False, True])
def test_as_many_rules_as_there_may_be_are_told_at_once(clashing: bool) -> None:
    kinds = [Rule("", (("tone", (key,)),), kind=ONLY) for key in BARE.keys("tone")[:2]]
    if not clashing:
        kinds = [Rule("", (("offer", (BARE.offers[1],)),)), kinds[0]]
    for _ in range(1 if clashing else 7):  # frameworks
        assert bool(conflicts(BARE, POINTS, nested(kinds))) is clashing


# --- The definition ----------------------------------------------------------------------------


def as_defined(
    framework: Framework, points: Mapping[str, Sequence[str]], rules: Sequence[Rule]
) -> list[Conflict]:
    used = [rule for rule in rules if rule.concerns(framework.key)]
    messages = [
        Action(offer=offer, tone=tone, angle=angle, visual=visual)
        for offer, tone, angle, visual in product(*map(framework.keys, CONTENT_FACTORS))
    ]
    untimed = [without_time(rule) for rule in used]
    grounds = [("message", messages, untimed)]
    at_moments: list[tuple[str, list[Action], list[Rule | None]]] = []
    for point, times in points.items():
        moments = [Action(time=key) for key in times]
        grounds.append((f"time at point {point}", moments, [of_time(rule) for rule in used]))
        timed = [replace(one, time=key) for one in messages for key in times]
        if any(len(rule.levels) > 1 and "time" in dict(rule.levels) for rule in used):
            at_moments.append((f"message at point {point}", timed, list(used)))
    found: dict[frozenset[int], str] = {}
    for together in sorted(meeting(used), key=len):
        if any(used[i].kind == SILENCE for i in together):
            continue
        for some in (grounds, at_moments):
            told = False
            for what, actions, says in some:
                needed = needed_of(sorted(together), actions, says)
                told = told or bool(needed)
                if needed and not any(
                    what == of and known <= together and known & needed
                    for known, of in found.items()
                ):
                    found.setdefault(needed, what)
            if told:
                break
    return [told_of(what, [used[i] for i in sorted(needed)]) for needed, what in found.items()]


def told_of(what: str, rules: Sequence[Rule]) -> Conflict:
    first = max((rule.first_day for rule in rules if rule.first_day is not None), default=None)
    last = min((rule.last_day for rule in rules if rule.last_day is not None), default=None)
    return what, tuple(rule.name for rule in rules), (first, last)


def of_time(rule: Rule) -> Rule | None:
    time = tuple(pair for pair in rule.levels if pair[0] == "time")
    if not time or (rule.kind == FORBID and len(rule.levels) > 1):
        return None
    return replace(rule, levels=time)


def needed_of(
    together: Sequence[int], actions: Sequence[Action], says: Sequence[Rule | None]
) -> frozenset[int]:
    def all_taken(by: Sequence[int]) -> bool:
        rules = [rule for i in by if (rule := says[i]) is not None]
        return all(any(rule.forbids(action) for rule in rules) for action in actions)

    if not actions or not all_taken(together):
        return frozenset()
    kept = list(together)
    for one in together:
        without = [other for other in kept if other != one]
        if all_taken(without):
            kept = without
    return frozenset(kept)


def meeting(rules: Sequence[Rule]) -> list[frozenset[int]]:
    """The rules that hold for everybody in one of their audiences on one day, each set once."""
    found: dict[frozenset[int], None] = {}
    audiences = [
        audience
        for rule in rules
        for audience in ([(*rule.when, one) for one in rule.any_of] or [rule.when])
    ]
    for audience in audiences:
        held = [i for i, rule in enumerate(rules) if holds_for(rule, audience)]
        for day in (None, *range(9)):
            found.setdefault(frozenset(i for i in held if holds_on(rules[i], day)))
    return list(found)


def holds_on(rule: Rule, day: int | None) -> bool:
    if day is None:
        return rule.first_day is None
    after = rule.first_day is None or rule.first_day <= day
    return after and (rule.last_day is None or day <= rule.last_day)


def holds_for(rule: Rule, audience: Sequence[Condition]) -> bool:
    def follows(one: Condition) -> bool:
        return any(implies(known, one) for known in audience)

    return all(map(follows, rule.when)) and (not rule.any_of or any(map(follows, rule.any_of)))
