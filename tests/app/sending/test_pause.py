"""Where no mail server lets us in, messages wait for it, and all sending pauses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dispatch_world import DUE_AT, DispatchWorld
from hypothesis import given
from hypothesis import strategies as st

from rapport.app.sending.dispatch import RETRY_AFTER, Dispatched
from rapport.app.sending.pause import PAUSES, Pause
from rapport.core.time import HOUR, MINUTE
from rapport.errors import DeliveryError
from rapport.testing import examples as ex

SHUT = DeliveryError("The server refused the password.", untried=True)
PEOPLE = ("ada", "ben", "cid", "dot")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[DispatchWorld]:
    world = DispatchWorld(tmp_path)
    yield world
    world.close()


def shut(world: DispatchWorld, *profiles: str) -> None:
    world.post.errors = dict.fromkeys(profiles, SHUT)


def test_a_refused_log_in_uses_up_no_try_and_the_message_goes_out_once_it_is_mended(
    world: DispatchWorld,
) -> None:
    world.leave_basket("ada")
    shut(world, "ada")
    for quarter in range(20):  # five hours, and a basket's message is of use for six
        world.tick(DUE_AT + quarter * 15 * MINUTE)
    assert world.post.tries > len(RETRY_AFTER) + 1
    (row,) = world.outbox()
    assert (row.status, row.attempts, row.error) == ("waiting", 0, str(SHUT))
    world.post.errors.clear()
    assert world.tick(DUE_AT + 5 * HOUR + 15 * MINUTE) == Dispatched(sent=1)


def test_what_nobody_would_take_until_it_was_too_late_is_refused(world: DispatchWorld) -> None:
    world.leave_basket(*PEOPLE)
    shut(world, *PEOPLE)
    assert world.tick(DUE_AT) == Dispatched(postponed=len(PEOPLE))
    assert world.tick(DUE_AT + ex.VALID_FOR + 1) == Dispatched(stopped=len(PEOPLE))
    assert world.reasons() == {f"refused: too late to matter: {SHUT}"}
    assert world.outbox() == []


def test_after_a_pause_one_message_tries_the_door_and_the_others_follow_it_in(
    world: DispatchWorld,
) -> None:
    world.leave_basket(*PEOPLE)
    shut(world, *PEOPLE)
    world.tick(DUE_AT)
    tries, now = world.post.tries, DUE_AT
    for pause in (*PAUSES, PAUSES[-1]):
        assert world.tick(now + pause - 1) == Dispatched()
        assert world.post.tries == tries
        now += pause
        assert world.tick(now) == Dispatched(postponed=1)
        tries += 1
        assert world.post.tries == tries
    world.post.errors.clear()
    assert world.tick(now + PAUSES[-1]) == Dispatched(sent=len(PEOPLE))


@pytest.mark.parametrize("said", [DeliveryError("No.", permanent=True), DeliveryError("Busy.")])
def test_a_server_that_says_no_to_a_message_has_let_us_in(
    world: DispatchWorld, said: DeliveryError
) -> None:
    world.leave_basket(*PEOPLE)
    shut(world, *PEOPLE)
    world.tick(DUE_AT)
    world.post.errors = dict.fromkeys(PEOPLE, said)
    done = world.tick(DUE_AT + PAUSES[0])
    assert done.stopped + done.postponed == len(PEOPLE)


def test_many_who_are_too_late_are_stopped_in_one_round_while_nobody_lets_us_in(
    tmp_path: Path,
) -> None:
    world = DispatchWorld(tmp_path, 2)
    world.leave_basket(*PEOPLE)
    shut(world, *PEOPLE, "eve")
    world.tick(DUE_AT)
    world.leave_basket("eve", left_at=DUE_AT + 6 * HOUR)
    assert world.tick(DUE_AT + 7 * HOUR) == Dispatched(stopped=len(PEOPLE), postponed=1)
    world.close()


@given(st.lists(st.tuples(st.integers(0, 20 * MINUTE), st.sampled_from("sho")), max_size=40))
def test_nothing_is_begun_during_a_pause_and_no_more_than_one_until_we_are_in(
    steps: list[tuple[int, str]],
) -> None:
    pause, now, shut_at = Pause(), 0, None
    for after, what in steps:
        now += after
        room = pause.room(9, 0, now)
        if shut_at is None:
            assert room == 9
        elif now < shut_at + PAUSES[0]:
            assert room == 0
        else:
            assert room <= 1
            assert room == 1 or now < shut_at + PAUSES[-1]
        assert pause.room(9, 1, now) == (9 if shut_at is None else 0)
        if what == "s" and room:
            pause.shut_out(now, "no")
            pause.shut_out(now, "no")
            shut_at = now
        elif what == "o" and room:
            pause.let_in()
            shut_at = None
