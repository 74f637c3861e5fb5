"""A mail server that says at once that an address is no more has told of a bounce."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from dispatch_world import DUE_AT, DispatchWorld

from rapport.app.events.replay import replay
from rapport.app.sending.dispatch import RETRY_AFTER, Dispatched
from rapport.core.events import MessageBounced, MessageStopped
from rapport.core.time import DAY, HOUR
from rapport.errors import DeliveryError, TemporaryError
from rapport.testing import examples as ex

GONE = DeliveryError("User unknown.", permanent=True, bounced=True)
NOT_ALLOWED = DeliveryError("Sender not allowed.", setting=True)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[DispatchWorld]:
    world = DispatchWorld(tmp_path)
    yield world
    world.close()


def told(world: DispatchWorld, profile: str) -> list[object]:
    kinds = MessageStopped | MessageBounced
    bodies = [row.event.body for row in world.records.log(world.brand, profile)]
    return [body for body in bodies if isinstance(body, kinds)]


def test_the_profile_hears_of_it_and_nothing_more_is_tried(world: DispatchWorld) -> None:
    world.leave_basket("ada")
    world.post.errors["ada"] = GONE
    assert world.tick(DUE_AT) == Dispatched(stopped=1)
    key = world.rows()["ada"].key
    assert told(world, "ada") == [
        MessageStopped(key, "failed", "User unknown."),
        MessageBounced(key),
    ]
    assert world.state("ada").consent.bounced
    assert world.reasons() == {"failed: User unknown."}
    later = ex.checkout("later", DUE_AT + 8 * DAY, token="later")
    world.tell("ada", later)
    world.tick(DUE_AT + 9 * DAY)
    assert world.post.tries == 1
    assert replay(world.records, world.blueprint).identical


def test_it_counts_as_a_bounce_of_a_message_that_never_went_out(world: DispatchWorld) -> None:
    world.leave_basket("ada", "ben", "cid")
    world.post.errors = {"ada": GONE, "ben": DeliveryError("No.", permanent=True)}
    world.tick(DUE_AT)
    (row,) = world.records.message_counts(world.brand, 0)
    assert (row.sent, row.bounces, row.turned_away) == (1, 1, 1)


def test_what_could_not_be_recorded_is_recorded_once_when_it_can_be(
    world: DispatchWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.leave_basket("ada")
    world.post.errors["ada"] = GONE
    transaction, begun = world.store.transaction, []

    @contextmanager
    def full() -> Iterator[object]:
        with transaction() as work:
            yield work
            begun.append(work)
            if len(begun) == 3:  # the timer, the claim, and then what became of it
                assert told_within(work, world)
                raise TemporaryError("The disk is full.")

    monkeypatch.setattr(world.store, "transaction", full)
    with pytest.raises(TemporaryError):
        world.tick(DUE_AT)
    assert told(world, "ada") == []
    world.tick(DUE_AT + 1)
    assert [type(body) for body in told(world, "ada")] == [MessageStopped, MessageBounced]
    assert world.post.tries == 1
    assert replay(world.records, world.blueprint).identical


def told_within(work: object, world: DispatchWorld) -> bool:
    rows = work.log(world.brand, "ada")  # type: ignore[attr-defined] the store's own
    return any(isinstance(row.event.body, MessageBounced) for row in rows)


def test_what_is_a_settings_fault_is_tried_until_it_is_too_late_and_never_given_up(
    world: DispatchWorld,
) -> None:
    world.leave_basket("ada")
    world.post.errors["ada"] = NOT_ALLOWED
    now = DUE_AT
    for tries in range(1, 9):
        assert world.tick(now) == Dispatched(postponed=1)
        (row,) = world.outbox()
        assert (row.status, row.attempts, row.error) == ("waiting", tries, str(NOT_ALLOWED))
        now = row.next_try_at
    assert now - DUE_AT < ex.VALID_FOR
    assert RETRY_AFTER[-1] == HOUR
    world.post.errors.clear()
    assert world.tick(now) == Dispatched(sent=1)


def test_a_settings_fault_that_nobody_mends_ends_with_the_message(world: DispatchWorld) -> None:
    world.leave_basket("ada")
    world.post.errors["ada"] = NOT_ALLOWED
    world.tick(DUE_AT)
    assert world.tick(DUE_AT + ex.VALID_FOR + HOUR) == Dispatched(stopped=1)
    assert world.reasons() == {"refused: too late to matter"}
