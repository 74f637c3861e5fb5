"""Which policy decides at an instant, whatever the clocks said when policies were published."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.lived import Lived
from rapport.core.policy.policy import Policy
from rapport.testing import examples as ex

moments = st.lists(st.integers(0, 50), min_size=1, max_size=12)


def with_policies(*since: int) -> Blueprint:
    policies = tuple(Policy(number=n, since=at) for n, at in enumerate(since))
    return replace(ex.blueprint(), policies=policies)


@given(moments, st.integers(0, 50))
def test_it_is_the_one_published_last_of_those_that_hold(since: list[int], at: int) -> None:
    holding = [n for n, begins in enumerate(since) if begins <= at]
    found = with_policies(*since).policy_at(at)
    assert found.number == holding[-1] if holding else found.since == min(since)


@given(moments, st.integers(0, 50))
def test_what_is_published_now_decides_from_now_on(since: list[int], now: int) -> None:
    blueprint = with_policies(*since, now)
    assert {blueprint.policy_at(at).number for at in (now, now + 1, 10**12)} == {len(since)}


@given(moments, st.integers(0, 50))
def test_lived_again_it_decides_as_before_one_displaced_others(since: list[int], at: int) -> None:
    whole = with_policies(*since)
    for n in range(1, len(since)):
        if since[n] < max(one.since for one in with_policies(*since[:n]).in_force[-1]):
            then = with_policies(*since[:n]).policy_at(at)
            assert Lived.of(whole, {at: then.number}).policy_at(at) == then
    assert Lived.of(whole, {}).policy_at(at) == whole.policy_at(at)


def test_the_record_is_believed_of_a_policy_that_may_have_held_then_and_of_no_other() -> None:
    blueprint = with_policies(0, 10, 100, 20)  # the third by a clock that ran ahead
    assert [blueprint.policy_at(at).number for at in (5, 15, 25, 105)] == [0, 1, 3, 3]
    lived = Lived.of(blueprint, {25: 1, 105: 2, 106: 1, 15: 0, 16: 3, 17: 9})
    assert [lived.policy_at(at).number for at in (25, 105)] == [1, 2]
    assert [lived.policy_at(at).number for at in (106, 15, 16, 17)] == [3, 1, 1, 1]
