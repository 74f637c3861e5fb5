"""What is planned for two profiles that turn out to be one person: it goes out, and once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dispatch_world import DUE_AT, LEFT_AT
from msgspec.structs import replace
from two_profiles import BY_MAIL, BY_NAME, TwoProfiles

from rapport.app.events.handing_over import TWIN
from rapport.core.brand import Cap
from rapport.core.events import Identifier, Incoming, PageViewed
from rapport.core.oversight.stopping import BRAND, Stop, Switch
from rapport.core.time import DAY, HOUR, MINUTE, Instant
from rapport.ports import Delivery
from rapport.testing import examples as ex


@pytest.fixture
def world(tmp_path: Path) -> Iterator[TwoProfiles]:
    often = ex.brand(caps=(Cap(50, DAY),), arms=ex.USUAL_ONLY)
    world = TwoProfiles(tmp_path, blueprint=ex.blueprint(of=often))
    yield world
    world.close()


def woken(world: TwoProfiles, at: Instant) -> None:
    world.clock.at = at
    world.host.wake(world.brand)


def test_what_was_planned_for_the_absorbed_profile_goes_out_to_the_person(
    world: TwoProfiles,
) -> None:
    world.leaves_basket(BY_MAIL)
    woken(world, DUE_AT)
    (before,) = world.outbox()
    world.hear(BY_NAME, events=(ex.event("p", DUE_AT, PageViewed(), "shopify"),))
    world.merge(DUE_AT + MINUTE)
    assert world.whose(BY_MAIL).profile == world.whose(BY_NAME).profile != before.profile
    assert world.tick(DUE_AT + 2 * MINUTE).sent == 1
    (row,) = world.records.messages(world.brand)
    assert (row.key, row.status) == (before.key, "sent")
    assert row.profile == world.whose(BY_NAME).profile
    assert [note.confirmed for note in world.whose(BY_NAME).notes] == [True]
    assert world.replays()


@pytest.mark.parametrize("sent_first", [BY_NAME, BY_MAIL, None])
def test_of_the_same_step_planned_for_both_one_goes_out(
    world: TwoProfiles, sent_first: Identifier | None
) -> None:
    if sent_first is not None:
        world.leaves_basket(sent_first)
        assert world.tick(DUE_AT).sent == 1
    for who in (BY_NAME, BY_MAIL):
        if who is not sent_first:
            world.leaves_basket(who, LEFT_AT + HOUR)
    woken(world, DUE_AT + HOUR)
    assert len(world.outbox()) == (1 if sent_first else 2)
    world.merge(DUE_AT + HOUR + MINUTE)
    world.tick(DUE_AT + HOUR + 2 * MINUTE)
    assert len(world.post.sent) == 1
    assert world.reasons_of_messages() == [("sent", ""), ("stopped", f"refused: {TWIN}")]
    assert world.replays()


def test_the_next_step_of_the_run_that_goes_on_is_sent_once(world: TwoProfiles) -> None:
    for who in (BY_NAME, BY_MAIL):
        world.leaves_basket(who)
    world.tick(DUE_AT)
    world.merge(DUE_AT + HOUR)
    for hours in range(40):
        world.tick(DUE_AT + hours * HOUR)
    points = sorted(row.point for row in world.records.messages(world.brand))
    assert points == ["first", "first", "second"]
    assert world.replays()


def test_what_a_stop_holds_back_is_handed_over_too_and_goes_out_after_it(
    world: TwoProfiles,
) -> None:
    switch = Switch(BRAND)
    world.leaves_basket(BY_MAIL)
    with world.store.transaction() as transaction:
        transaction.add_stop(Stop(world.brand, switch, DUE_AT, "ada", "a look first"))
    world.tick(DUE_AT)
    world.hear(BY_NAME, events=(ex.event("p", DUE_AT, PageViewed(), "shopify"),))
    world.merge(DUE_AT + MINUTE)
    assert world.tick(DUE_AT + 2 * MINUTE).total == 0
    with world.store.transaction() as transaction:
        transaction.end_stop(world.brand, switch, DUE_AT + 3 * MINUTE, "ada")
    assert world.tick(DUE_AT + 4 * MINUTE).sent == 1


def test_a_message_that_is_being_sent_at_a_merge_is_settled_for_the_person(
    world: TwoProfiles,
) -> None:
    world.leaves_basket(BY_MAIL)
    profile = world.whose(BY_MAIL).profile
    world.hear(BY_NAME, events=(ex.event("p", LEFT_AT, PageViewed(), "shopify"),))
    world.post.errors[profile] = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        world.tick(DUE_AT)
    world.post.errors.clear()
    world.merge(DUE_AT + MINUTE)
    world._start(None)
    world.post.known = Delivery.SENT
    world.clock.at = DUE_AT + HOUR
    assert world.dispatcher.recover(world.brand, lambda _: world.blueprint) == 1
    assert world.outbox() == []
    assert [note.confirmed for note in world.whose(BY_NAME).notes] == [True]
    (row,) = world.records.messages(world.brand)
    assert (row.status, row.profile) == ("sent", world.whose(BY_NAME).profile)
    assert world.replays()


def test_who_is_merged_twice_keeps_what_is_planned(world: TwoProfiles) -> None:
    phone = Identifier("phone", "+441234567890")
    world.leaves_basket(phone)
    woken(world, DUE_AT)
    for who in (BY_MAIL, BY_NAME):
        page = ex.event(f"p-{who.value}", DUE_AT, PageViewed(), "shopify")
        world.hear(who, events=(page,), email="ada@example.com")
    both = ex.event("first", DUE_AT + MINUTE, PageViewed(), "shopify")
    again = replace(both, id="second", at=DUE_AT + 2 * MINUTE)
    world.host.take_in(
        world.brand, [Incoming(both, (BY_MAIL, phone)), Incoming(again, (BY_NAME, BY_MAIL))]
    )
    assert world.tick(DUE_AT + 3 * MINUTE).sent == 1
    (row,) = world.records.messages(world.brand)
    assert row.profile == world.whose(BY_NAME).profile == world.whose(phone).profile
    assert world.replays()
