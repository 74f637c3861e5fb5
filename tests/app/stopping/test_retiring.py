"""Retiring a brand: nothing is decided or sent for it any more, and it can be brought back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dispatch_world import DUE_AT, LEFT_AT, DispatchWorld

from rapport.app.events.replay import replay
from rapport.app.in_charge.people import NotAllowedError
from rapport.app.publishing.publications import published
from rapport.app.publishing.second_person import RetiredError, not_retired
from rapport.app.sending.dispatch import Dispatched
from rapport.app.stopping.retiring import Retirement, bring_back, retire
from rapport.app.stopping.stops import stop
from rapport.core.blueprint import Blueprint
from rapport.core.creative.message import Message
from rapport.core.events import Contact, MessageStopped
from rapport.core.oversight.audit import Act
from rapport.core.oversight.people import Person
from rapport.core.oversight.retired import RETIRED, Retired
from rapport.core.oversight.stopping import BRAND, Switch
from rapport.core.time import DAY, HOUR, MINUTE
from rapport.errors import UserError
from rapport.ports import Delivery
from rapport.testing import examples as ex

WHY = "we no longer work for them"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[DispatchWorld]:
    world = DispatchWorld(tmp_path)
    yield world
    world.close()


def do(
    world: DispatchWorld, *, back: bool = False, who: str = "Nell", why: str = WHY
) -> Retirement:
    act = Act(who, why, world.clock.at + 1)
    with world.store.transaction() as transaction:
        return (bring_back if back else retire)(transaction, world.brand, act)


def blueprint_of(world: DispatchWorld) -> Blueprint:
    with world.store.transaction() as transaction:
        return published(transaction, world.brand)


def deeds(world: DispatchWorld) -> list[tuple[str, str, str]]:
    entries = world.records.audit_entries(world.brand)
    return [(entry.deed.who, entry.deed.did, entry.deed.why) for entry in entries]


def test_what_is_planned_is_given_up_with_its_reason(world: DispatchWorld) -> None:
    world.plan("ada")
    done = do(world)
    assert (done.new, done.retired, done.waiting, done.sending) == (
        True,
        Retired("Nell", WHY),
        1,
        0,
    )
    assert world.tick(DUE_AT) == Dispatched(stopped=1)  # in the very same millisecond
    assert (world.post.tries, world.outbox()) == (0, [])
    assert world.reasons() == {f"refused: {RETIRED}"}
    key = world.rows()["ada"].key
    assert world.told_of_messages("ada") == [MessageStopped(key, "refused", RETIRED)]
    assert deeds(world) == [("Nell", "retired", WHY)]


def test_nothing_is_decided_for_who_is_in_a_flow_or_would_enter_one(world: DispatchWorld) -> None:
    world.leave_basket("ada")
    do(world)
    world.leave_basket("bea", left_at=LEFT_AT + 2)
    assert world.tick(DUE_AT + 10 * DAY) == Dispatched()
    assert (world.state("ada").runs, world.state("bea").runs) == ((), ())
    assert list(world.records.all_decisions(world.brand)) == []
    assert world.state("bea").consent.email  # and yet it was heard
    assert replay(world.records, blueprint_of(world)).identical


def test_what_was_claimed_before_is_not_handed_over(world: DispatchWorld, tmp_path: Path) -> None:
    """Retired while the first of three claimed messages is with the mail server."""
    other = tmp_path / "pool"
    other.mkdir()
    for at_once in (0, 1):
        folder = other / str(at_once)
        folder.mkdir()
        here = DispatchWorld(folder, at_once)
        send = here.post.send

        def then_retire(
            message: Message,
            to: Contact,
            send: object = send,
            here: DispatchWorld = here,
        ) -> None:
            assert callable(send)
            send(message, to)
            do(here)

        here.post.send = then_retire  # type: ignore[method-assign] the world's own sender
        here.plan("ada", "bea", "cas")
        for at in (DUE_AT, DUE_AT + 1, DUE_AT + MINUTE):
            here.tick(at)
        assert (len(here.post.sent), here.outbox()) == (1, [])
        assert sorted(row.status for row in here.rows().values()) == ["sent", "stopped", "stopped"]
        here.close()


def test_what_was_being_sent_when_the_process_ended_is_not_sent_again(world: DispatchWorld) -> None:
    world.post.known = Delivery.NOT_SENT
    world.die_while_sending("ada")
    do(world)
    world.host.recover(world.brand)
    assert world.tick(DUE_AT + MINUTE) == Dispatched(stopped=1)
    assert (world.post.sent, world.reasons()) == ([], {f"refused: {RETIRED}"})


def test_back_it_goes_on_with_what_was_published_and_sends_nothing_of_before(
    world: DispatchWorld,
) -> None:
    world.plan("ada")
    before = blueprint_of(world).releases[-1]
    do(world)
    world.clock.at += MINUTE
    done = do(world, back=True, who="Zoë", why="a new contract")
    assert (done.retired, done.release) == (None, before.number + 2)
    after = blueprint_of(world).releases[-1]
    assert (after.flows, after.frameworks, after.brand) == (
        before.flows, before.frameworks, before.brand,
    )  # fmt: skip
    assert world.tick(DUE_AT + 2 * MINUTE) == Dispatched(stopped=1)
    world.leave_basket("bea", left_at=DUE_AT + 3 * MINUTE)
    assert world.tick(DUE_AT + 3 * MINUTE + ex.QUIET_WAIT).sent == 1
    assert [who for who, _ in world.post.sent] == ["bea"]
    assert [one[:2] for one in deeds(world)] == [("Nell", "retired"), ("Zoë", "brought back")]
    assert replay(world.records, blueprint_of(world)).identical


def test_who_comes_to_no_step_meanwhile_goes_on_in_their_flow(world: DispatchWorld) -> None:
    """Retired by mistake, and back a minute later."""
    world.leave_basket("ada")
    do(world)
    world.clock.at += MINUTE
    do(world, back=True)
    assert world.tick(DUE_AT).sent == 1


def test_a_stop_of_before_holds_once_it_is_back(world: DispatchWorld) -> None:
    with world.store.transaction() as transaction:
        stop(transaction, world.brand, Switch(BRAND), Act("Nell", "wrong words", LEFT_AT))
    do(world)
    world.clock.at += MINUTE
    do(world, back=True)
    world.leave_basket("bea", left_at=LEFT_AT + 2 * MINUTE)
    assert world.tick(LEFT_AT + HOUR + ex.QUIET_WAIT).sent == 0
    assert len(world.records.stops(world.brand)) == 1


def test_a_brand_that_is_not_there_is_told(world: DispatchWorld) -> None:
    act = Act("Nell", WHY, world.clock.at)
    with world.store.transaction() as transaction:
        for did in (retire, bring_back):
            with pytest.raises(UserError, match="no brand 'nowhere' here"):
                did(transaction, "nowhere", act)


def test_retiring_twice_is_as_once_and_says_who_did(world: DispatchWorld) -> None:
    do(world)
    again = do(world, who="Zoë", why="once more")
    assert (again.new, again.retired) == (False, Retired("Nell", WHY))
    assert len(blueprint_of(world).releases) == 2
    assert len(deeds(world)) == 1
    do(world, back=True)
    with pytest.raises(UserError, match="is not retired"):
        do(world, back=True)


@pytest.mark.parametrize(
    ("who", "why"), [("", WHY), ("Nell", ""), ("Nell", " x "), ("Nell", "a" * 9_999)]
)
def test_without_a_name_and_a_fitting_reason_nothing_is_done(
    world: DispatchWorld, who: str, why: str
) -> None:
    for back in (False, True):
        with pytest.raises(UserError):
            do(world, back=back, who=who, why=why)
    assert len(blueprint_of(world).releases) == 1


@pytest.mark.parametrize("role", ["viewer", "author", "reviewer"])
def test_only_a_publisher_retires_a_brand_or_brings_it_back(
    world: DispatchWorld, role: str
) -> None:
    with world.store.transaction() as transaction:
        for name, has in (("Ann", role), ("Pia", "publisher")):
            transaction.save_person(world.brand, Person(name, has, "s", name, 0))
    with pytest.raises(NotAllowedError, match="Pia"):
        do(world, who="Ann")
    do(world, who="Pia")
    with pytest.raises(NotAllowedError, match="Pia"):
        do(world, back=True, who="Ann")
    do(world, back=True, who="Pia")


def test_its_folder_is_not_published_and_the_error_says_how_to_go_on(world: DispatchWorld) -> None:
    not_retired(blueprint_of(world).releases[-1])
    do(world)
    with pytest.raises(RetiredError, match="Nell: we no longer work for them") as told:
        not_retired(blueprint_of(world).releases[-1])
    assert "brands bring-back" in told.value.at_the_terminal
