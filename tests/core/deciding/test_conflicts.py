"""Rules that leave nothing are found where it can be seen, and each one named is needed."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.creative.framework import CONTENT_FACTORS, ONLY, SILENCE, Condition, Rule
from rapport.core.deciding.conflicts import conflicts, missing_levels
from rapport.core.person.signals import compares, implies
from rapport.testing import examples as ex
from rapport.testing.strategies import rules

POINTS = {"first": ("now", "later", "evening")}
BARE = replace(ex.FRAMEWORK, rules=())
OPS = ("<", "<=", ">", ">=", "==", "!=")


Span = tuple[int | None, int | None]


def only(name: str, when: str = "", **levels: str) -> Rule:
    return Rule(
        name, tuple((factor, (key,)) for factor, key in levels.items()), given_(when), kind=ONLY
    )


def forbid(name: str, when: str = "", **levels: tuple[str, ...]) -> Rule:
    return Rule(name, tuple(levels.items()), given_(when))


def given_(words: str) -> tuple[Condition, ...]:
    """`orders_count < 3, open_tickets > 0` as conditions."""
    found = []
    for part in filter(None, words.split(", ")):
        signal, op, value = part.split(" ")
        found.append(Condition(signal, op, float(value)))
    return tuple(found)


def named(*held: Rule) -> list[tuple[str, set[str]]]:
    return [(what, set(names)) for what, names, _ in conflicts(BARE, POINTS, held)]


def test_two_rules_for_everybody_that_contradict_each_other_are_named() -> None:
    assert named(only("a", tone="warm"), only("b", tone="plain")) == [("message", {"a", "b"})]


def test_the_same_audience_is_seen_and_so_is_one_within_the_other() -> None:
    recent, older = "days_since_order < 14", "days_since_order < 30"
    for second in (recent, older):
        pair = only("a", recent, tone="warm"), only("b", second, tone="plain")
        assert named(*pair) == [("message", {"a", "b"})]


def test_audiences_that_merely_may_overlap_are_not_called_a_conflict() -> None:
    pair = only("a", "orders_count > 3", tone="warm"), only("b", "open_tickets > 0", tone="plain")
    assert named(*pair) == []
    apart = only("a", "orders_count < 1", tone="warm"), only("b", "orders_count > 2", tone="plain")
    assert named(*apart) == []


def test_rules_that_do_not_take_part_are_not_named() -> None:
    idle = forbid("idle", visual=("maker",)), forbid("other", offer=("ten",))
    assert named(*idle, only("a", tone="warm"), forbid("b", tone=("warm",))) == [
        ("message", {"a", "b"})
    ]


def test_pairs_that_together_leave_no_combination_are_found() -> None:
    both = ("basket", "maker")
    pairs = [
        forbid(f"no {tone}", tone=(tone,), visual=both) for tone in ("plain", "warm", "playful")
    ]
    assert named(*pairs) == [("message", {rule.name for rule in pairs})]
    assert named(*pairs[:2]) == []


def test_moments_are_looked_at_point_by_point() -> None:
    pair = only("a", time="evening"), forbid("b", time=("evening", "later"))
    assert named(*pair) == [("time at point first", {"a", "b"})]


def test_messages_that_are_taken_at_each_moment_by_another_rule_are_missed() -> None:
    offers = BARE.offers
    late = forbid("b", offer=offers, time=("later", "evening"))
    assert named(forbid("a", offer=offers, time=("now",)), late) == [
        ("message at point first", {"a", "b"})
    ]
    assert named(forbid("a", offer=offers[:1], time=("now",)), late) == []


def test_days_that_do_not_lie_within_one_another_are_no_conflict() -> None:
    warm, plain = only("a", tone="warm"), only("b", tone="plain")
    spring = replace(warm, first_day=10, last_day=20)
    assert named(spring, plain) == [("message", {"a", "b"})]
    assert named(spring, replace(plain, first_day=30)) == []
    assert named(spring, replace(plain, first_day=5, last_day=25)) == [("message", {"a", "b"})]


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ((10, None), (None, 20), (10, 20)),
        ((10, 20), (20, 30), (20, 20)),
        ((10, None), (12, None), (12, None)),
        ((None, 9), (None, None), (None, 9)),
        ((None, None), (None, None), (None, None)),
    ],
)
@pytest.mark.parametrize("when", ["", "orders_count > 3"])
def test_on_days_that_overlap_at_all_nothing_is_left_and_they_are_told(
    first: Span, second: Span, days: Span, when: str
) -> None:
    warm, plain = only("a", tone="warm"), only("b", when, tone="plain")
    warm = replace(warm, first_day=first[0], last_day=first[1])
    plain = replace(plain, first_day=second[0], last_day=second[1])
    assert conflicts(BARE, POINTS, (warm, plain)) == [("message", ("a", "b"), days)]


def test_days_that_follow_each_other_are_no_conflict() -> None:
    warm, plain = only("a", tone="warm"), only("b", tone="plain")
    assert named(replace(warm, last_day=20), replace(plain, first_day=21)) == []


def test_three_rules_that_overlap_two_by_two_but_never_all_are_no_conflict() -> None:
    tones = [forbid(tone, tone=(tone,)) for tone in ("plain", "warm", "playful")]
    days = ((10, 20), (15, 30), (25, 40))
    dated = [replace(r, first_day=d[0], last_day=d[1]) for r, d in zip(tones, days, strict=True)]
    assert named(*dated) == []
    assert named(dated[0], dated[1], replace(dated[2], first_day=18)) == [
        ("message", {"plain", "warm", "playful"})
    ]


def test_on_days_of_silence_nothing_is_missed() -> None:
    warm, plain = only("a", tone="warm"), replace(only("b", tone="plain"), first_day=10)
    hush = Rule("hush", kind=SILENCE, first_day=10)
    assert named(warm, replace(plain, last_day=20), hush) == []
    assert named(warm, plain, replace(hush, last_day=20)) == [("message", {"a", "b"})]


def test_an_innocent_rule_for_some_is_not_named_for_one_that_everybody_meets() -> None:
    held = (
        forbid("no jokes", "open_tickets > 0", tone=("playful",)),
        forbid("a", tone=("plain", "warm")),
        forbid("b", tone=("playful",)),
    )
    assert named(*held) == [("message", {"a", "b"})]
    three = (held[0], forbid("a", tone=("plain",)), forbid("c", tone=("warm",)), held[2])
    assert named(*three) == [("message", {"a", "b", "c"})]


def test_another_conflict_of_fewer_people_is_told_beside_that_of_all() -> None:
    few = "open_tickets > 0"
    assert named(
        only("a", tone="plain"),
        only("b", tone="warm"),
        only("c", few, angle="craft"),
        only("d", few, angle="help"),
    ) == [("message", {"a", "b"}), ("message", {"c", "d"})]


def test_one_of_several_ways_into_an_audience_is_enough() -> None:
    some = replace(only("a", tone="warm"), any_of=given_("orders_count > 3, open_tickets > 0"))
    assert named(some, only("b", "open_tickets > 0", tone="plain")) == [("message", {"a", "b"})]
    assert named(some, only("b", "days_since_order < 3", tone="plain")) == []


def test_silence_and_what_is_not_in_use_are_no_conflict() -> None:
    warm, plain = only("a", tone="warm"), only("b", tone="plain")
    assert named(warm, plain, Rule("hush", kind=SILENCE)) == []
    assert named(warm, replace(plain, active=False)) == []
    assert named(warm, replace(plain, frameworks=("winback",))) == []


@pytest.mark.parametrize(
    ("rule", "missing"),
    [
        (only("a", tone="loud"), ["tone"]),
        (only("a", time="dawn"), ["time at point first"]),
        (only("a", tone="warm", time="now"), []),
        (forbid("a", tone=("loud",)), []),
    ],
)
def test_an_only_without_any_level_that_there_is_is_told(rule: Rule, missing: list[str]) -> None:
    assert list(missing_levels(BARE, POINTS, rule)) == missing


@given(
    st.builds(Condition, st.just("x"), st.sampled_from(OPS), st.integers(-2, 2).map(float)),
    st.builds(Condition, st.just("x"), st.sampled_from(OPS), st.integers(-2, 2).map(float)),
)
def test_what_follows_from_a_condition_is_true_wherever_it_is(
    one: Condition, other: Condition
) -> None:
    values = [half / 2 for half in range(-8, 9)]
    follows = all(compares(other, value) for value in values if compares(one, value))
    assert implies(one, other) is follows


@given(st.lists(rules(), max_size=6, unique_by=lambda rule: rule.name))
def test_every_conflict_leaves_nothing_and_none_of_its_rules_could_go(held: list[Rule]) -> None:
    keys = product(*map(BARE.keys, CONTENT_FACTORS))
    messages = [dict(zip(CONTENT_FACTORS, one, strict=True)) for one in keys]

    def leaves_nothing(names: set[str]) -> bool:
        some = [rule for rule in held if rule.name in names]
        return all(any(takes(rule, one) for rule in some) for one in messages)

    for what, names in named(*held):
        if what == "message":
            assert leaves_nothing(names)
            assert not any(leaves_nothing(names - {name}) for name in names)


def takes(rule: Rule, levels: dict[str, str]) -> bool:
    about = [(factor, keys) for factor, keys in rule.levels if factor != "time"]
    if rule.kind == ONLY:
        return any(levels[factor] not in keys for factor, keys in about)
    return len(about) == len(rule.levels) and all(levels[f] in keys for f, keys in about)
