"""What is begun while the time of day goes evenly, and what waits where it does not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rapport.core.time import DAY, HOUR, MINUTE, SECOND
from rapport.hosts.rounds import DOUBTED, LEAP, SETTLE, Rounds

NOON = 1_772_452_800_000


def started(now: int = NOON, last_round: int = NOON - SECOND) -> Rounds:
    rounds = Rounds()
    rounds.start(now, last_round)
    return rounds


def go_on(rounds: Rounds, now: int, spans: int, every: int = MINUTE) -> int:
    """Even rounds for a time; the time of day after them."""
    for _ in range(spans // every):
        now += every
        assert rounds.look(now) is None
    return now


def waits_for(rounds: Rounds, now: int, wait: int) -> int:
    """That it waits for just so long by an even clock; the time of day after it."""
    now = go_on(rounds, now, wait - MINUTE)
    assert rounds.waiting
    now = go_on(rounds, now, MINUTE)
    assert not rounds.waiting
    assert rounds.sure == now
    return now


def test_a_first_start_and_one_after_a_moment_wait_for_nothing() -> None:
    assert Rounds().start(NOON, 0) is None
    rounds = started(last_round=NOON - SETTLE + 1)
    assert not rounds.waiting
    assert rounds.sure == NOON - SETTLE + 1
    assert rounds.look(NOON + SECOND) is None


def test_a_start_after_an_absence_waits_five_minutes_however_long_that_was() -> None:
    rounds = Rounds()
    hold = rounds.start(NOON, NOON - 5 * DAY)
    assert hold is not None
    assert (hold.step, hold.until) == (5 * DAY, NOON + SETTLE)
    waits_for(rounds, NOON, SETTLE)


def test_a_machine_that_slept_waits_five_minutes_as_after_a_start() -> None:
    rounds = started()
    hold = rounds.look(NOON + 6 * MINUTE)
    assert hold is not None
    assert hold.step == 6 * MINUTE
    waits_for(rounds, NOON + 6 * MINUTE, SETTLE)


def test_a_leap_of_hours_is_believed_once_it_has_held_for_an_hour() -> None:
    rounds = started()
    hold = rounds.look(NOON + LEAP)
    assert hold is not None
    assert hold.until == NOON + LEAP + DOUBTED
    waits_for(rounds, NOON + LEAP, DOUBTED)


def test_it_says_since_when_and_until_when_it_waits_and_why_as_long_as_it_does() -> None:
    rounds = started()
    assert rounds.hold is None
    leapt = NOON + LEAP
    rounds.look(leapt)
    now = go_on(rounds, leapt, 10 * MINUTE) + SETTLE
    assert rounds.look(now) is not None
    hold = rounds.hold
    assert hold is not None
    assert (hold.step, hold.since, hold.at_start) == (LEAP, leapt, False), "the small step is not"
    assert hold.until == now + DOUBTED - 10 * MINUTE
    go_on(rounds, now, DOUBTED - 10 * MINUTE)
    assert rounds.hold is None


def test_after_a_start_it_says_so_until_something_else_is_why() -> None:
    rounds = started(last_round=NOON - DAY)
    hold = rounds.hold
    assert hold is not None
    assert (hold.since, hold.until, hold.at_start) == (NOON, NOON + SETTLE, True)
    rounds.look(NOON - 2 * DAY)
    hold = rounds.hold
    assert hold is not None
    assert (hold.step, hold.at_start) == (-2 * DAY, False)


def test_a_clock_that_was_wrong_for_seconds_leaves_no_trace_but_five_minutes() -> None:
    rounds = started()
    rounds.look(NOON + SECOND)
    rounds.look(NOON + 5 * DAY)
    rounds.look(NOON + 5 * DAY + 4 * SECOND)
    assert rounds.sure == NOON + SECOND
    assert rounds.look(NOON + 5 * SECOND) is not None
    assert not rounds.behind(NOON + 5 * SECOND)
    waits_for(rounds, NOON + 5 * SECOND, SETTLE)


def test_a_clock_that_fell_back_is_known_to_be_behind_until_it_has_held() -> None:
    rounds = started()
    now = NOON - 2 * DAY
    assert rounds.look(now) is not None
    assert rounds.behind(now)
    now = waits_for(rounds, now, DOUBTED)
    assert not rounds.behind(now)


def test_a_start_by_a_clock_that_fell_back_is_known_too() -> None:
    rounds = Rounds()
    hold = rounds.start(NOON, NOON + 2 * DAY)
    assert hold is not None
    assert hold.step == -2 * DAY
    assert rounds.behind(NOON)
    waits_for(rounds, NOON, DOUBTED)


def test_another_step_begins_the_waiting_anew() -> None:
    rounds = started()
    rounds.look(NOON + 6 * MINUTE)
    now = go_on(rounds, NOON + 6 * MINUTE, 3 * MINUTE) + HOUR
    assert rounds.look(now) is not None
    waits_for(rounds, now, SETTLE)


@given(st.lists(st.integers(-SETTLE + 1, SETTLE - 1), max_size=60))
def test_small_steps_of_any_kind_hold_nothing_up(steps: list[int]) -> None:
    rounds, now = started(), NOON
    for step in steps:
        now += step
        assert rounds.look(now) is None
        assert not rounds.waiting
        assert rounds.sure == now


@given(st.lists(st.integers(-3 * DAY, 3 * DAY), max_size=40))
def test_whatever_a_clock_does_it_is_believed_after_an_even_hour(steps: list[int]) -> None:
    rounds, now = started(), NOON
    for step in steps:
        now += step
        rounds.look(now)
    now = go_on(rounds, now, DOUBTED)
    assert not rounds.waiting
    assert rounds.sure == now
