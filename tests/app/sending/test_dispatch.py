"""Dispatching: what is still wanted goes out once; what is not is stopped, with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from dispatch_world import DUE_AT, LEFT_AT, DispatchWorld

from rapport.app.sending.dispatch import RETRY_AFTER, Dispatched
from rapport.core.creative.message import Finding
from rapport.core.events import Event, MessageSent, MessageStopped
from rapport.core.time import DAY, HOUR, MINUTE
from rapport.errors import DeliveryError, RapportError
from rapport.ports import Delivery
from rapport.testing import examples as ex

BUSY = DeliveryError("The mail server is busy.")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[DispatchWorld]:
    world = DispatchWorld(tmp_path)
    yield world
    world.close()


def test_a_message_goes_out_once_and_the_profile_hears_of_it(world: DispatchWorld) -> None:
    world.leave_basket("ada")
    assert world.tick(DUE_AT) == Dispatched(sent=1)
    assert world.tick(DUE_AT + HOUR) == Dispatched()
    assert [(who, to.email) for who, to in world.post.sent] == [("ada", "ada@example.com")]
    assert world.outbox() == []
    row = world.rows()["ada"]
    assert (row.status, row.arm, row.subject, row.at) == ("sent", "usual", "For ada", DUE_AT)
    assert world.told_of_messages("ada") == [MessageSent(row.key)]
    assert [note.confirmed for note in world.state("ada").notes] == [True]


def test_nothing_goes_out_before_it_is_due(world: DispatchWorld) -> None:
    world.leave_basket("ada")
    assert world.tick(DUE_AT - 1) == Dispatched()
    assert world.post.tries == 0


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (ex.order("bought", DUE_AT + MINUTE, token="c-ada"), "the basket was bought"),
        (ex.unsubscribed("no", DUE_AT + MINUTE), "unsubscribed"),
        (ex.checkout("newer", DUE_AT + MINUTE, token="c2"), "a newer basket is open"),
    ],
)
def test_what_is_not_wanted_any_more_is_refused_and_says_why(
    world: DispatchWorld, event: Event, why: str
) -> None:
    world.plan("ada")
    world.tell("ada", event)
    assert world.tick(DUE_AT + 2 * MINUTE) == Dispatched(stopped=1)
    assert (world.post.tries, world.outbox()) == (0, [])
    assert world.rows()["ada"].status == "stopped"
    assert world.reasons() == {f"refused: {why}"}
    key = world.rows()["ada"].key
    assert world.told_of_messages("ada") == [MessageStopped(key, "refused", why)]
    assert world.state("ada").notes == ()


def test_a_message_that_waited_too_long_is_refused(world: DispatchWorld) -> None:
    world.plan("ada")
    assert world.tick(DUE_AT + ex.VALID_FOR + 1) == Dispatched(stopped=1)
    assert world.reasons() == {"refused: too late to matter"}


def decided_just_before_quiet_hours(world: DispatchWorld) -> None:
    world.leave_basket("ada", left_at=ex.at(0, 20, 10))
    world.clock.at = ex.at(0, 20, 55)
    world.host.wake(world.brand)


def test_what_would_be_too_late_after_quiet_hours_is_refused_at_once(world: DispatchWorld) -> None:
    decided_just_before_quiet_hours(world)
    assert world.tick(ex.at(0, 21, 30)) == Dispatched(stopped=1)
    assert world.outbox() == []
    assert world.reasons() == {"refused: quiet hours, and too late to matter after them"}


def test_in_quiet_hours_a_message_waits_until_the_morning_untried(tmp_path: Path) -> None:
    with closing(DispatchWorld(tmp_path, valid_for=DAY)) as world:
        decided_just_before_quiet_hours(world)
        assert_it_waits_until_the_morning(world)


def assert_it_waits_until_the_morning(world: DispatchWorld) -> None:
    assert world.tick(ex.at(0, 21, 30)) == Dispatched(postponed=1)
    (row,) = world.outbox()
    assert (row.status, row.error, row.attempts) == ("waiting", "quiet hours", 0)
    assert row.next_try_at == ex.at(1, 8)
    assert world.tick(ex.at(1, 7, 59)) == Dispatched()


def test_a_failed_try_is_repeated_after_longer_and_longer_waits_and_then_given_up(
    world: DispatchWorld,
) -> None:
    world.leave_basket("ada")
    world.post.errors["ada"] = BUSY
    now = DUE_AT
    for tries, wait in enumerate(RETRY_AFTER, start=1):
        assert world.tick(now) == Dispatched(postponed=1)
        (row,) = world.outbox()
        assert (row.attempts, row.error, row.next_try_at) == (tries, str(BUSY), now + wait)
        assert world.tick(now + wait - 1) == Dispatched()
        now += wait
    assert world.tick(now) == Dispatched(stopped=1)
    assert world.post.tries == len(RETRY_AFTER) + 1
    assert world.reasons() == {f"failed: {BUSY}"}
    assert world.outbox() == []


def test_a_try_that_works_in_the_end_is_one_message(world: DispatchWorld) -> None:
    world.leave_basket("ada")
    world.post.errors["ada"] = BUSY
    world.tick(DUE_AT)
    world.post.errors.clear()
    assert world.tick(DUE_AT + RETRY_AFTER[0]) == Dispatched(sent=1)
    assert len(world.post.sent) == 1
    assert world.rows()["ada"].status == "sent"


def test_a_message_whose_basket_is_bought_between_two_tries_is_not_tried_again(
    world: DispatchWorld,
) -> None:
    world.leave_basket("ada")
    world.post.errors["ada"] = BUSY
    world.tick(DUE_AT)
    world.post.errors.clear()
    world.tell("ada", ex.order("bought", DUE_AT + 1, token="c-ada"))
    assert world.tick(DUE_AT + RETRY_AFTER[0]) == Dispatched(stopped=1)
    assert world.post.tries == 1


def test_a_permanent_failure_is_tried_once(world: DispatchWorld) -> None:
    world.leave_basket("ada")
    world.post.errors["ada"] = DeliveryError("No such address.", permanent=True)
    assert world.tick(DUE_AT) == Dispatched(stopped=1)
    assert world.tick(DUE_AT + 2 * HOUR) == Dispatched()
    assert (world.post.tries, world.rows()["ada"].status) == (1, "stopped")
    assert world.reasons() == {"failed: No such address."}


def test_what_may_have_gone_out_is_never_sent_again_and_shown_as_unclear(
    world: DispatchWorld,
) -> None:
    world.leave_basket("ada")
    world.post.errors["ada"] = DeliveryError("The line went dead.", unclear=True)
    assert world.tick(DUE_AT) == Dispatched(stopped=1)
    world.post.errors.clear()
    assert world.tick(DUE_AT + HOUR) == Dispatched()
    assert (world.post.tries, world.rows()["ada"].status) == (1, "unclear")
    assert world.reasons() == {"unclear: The line went dead."}


def test_a_guardrails_finding_stops_the_message_and_is_recorded(world: DispatchWorld) -> None:
    world.leave_basket("ada", "ben")
    world.pen.findings["ada"] = (Finding("figure", "body", "10%", "use a fact"),)
    assert world.tick(DUE_AT) == Dispatched(sent=1, stopped=1)
    assert [who for who, _ in world.post.sent] == ["ben"]
    assert world.reasons() == {"guardrail: figure (body): 10%"}


def test_what_cannot_be_written_stops_that_message_only(world: DispatchWorld) -> None:
    world.leave_basket("ada", "ben")
    world.pen.errors["ada"] = RapportError("The layout is gone.")
    assert world.tick(DUE_AT) == Dispatched(sent=1, stopped=1)
    assert world.reasons() == {"guardrail: The layout is gone."}


def test_a_mistake_in_writing_one_message_stops_no_other(
    world: DispatchWorld, capsys: pytest.CaptureFixture[str]
) -> None:
    world.leave_basket("ada", "ben", "cid")
    world.pen.errors["ben"] = KeyError("Ben Smith, ben@example.com")
    assert world.tick(DUE_AT) == Dispatched(sent=2, stopped=1)
    assert sorted(who for who, _ in world.post.sent) == ["ada", "cid"]
    assert world.reasons() == {"failed: it could not be written: KeyError"}
    logged = capsys.readouterr()
    assert "message not written" in logged.out + logged.err
    assert "ben@example.com" not in logged.out + logged.err


@pytest.mark.parametrize("threads", [0, 3])
def test_a_mistake_in_sending_one_message_stops_no_other_and_is_never_repeated(
    tmp_path: Path, threads: int
) -> None:
    world = DispatchWorld(tmp_path, threads)
    world.leave_basket("ada", "ben", "cid")
    world.post.errors["ben"] = ZeroDivisionError("a mistake")
    assert world.tick(DUE_AT) == Dispatched(sent=2, stopped=1)
    assert world.tick(DUE_AT + HOUR) == Dispatched()
    assert (world.rows()["ben"].status, world.post.tries) == ("unclear", 3)
    assert world.outbox() == []
    world.close()


def test_somebody_without_an_address_gets_nothing(world: DispatchWorld) -> None:
    world.leave_basket("ada", email=False)
    assert world.tick(DUE_AT) == Dispatched(stopped=1)
    assert world.reasons() == {"refused: no e-mail address"}


def test_a_message_is_written_from_the_checkout_as_it_was_last_told(world: DispatchWorld) -> None:
    world.leave_basket("ada")
    lines = (ex.line(ex.MUG, 3),)
    world.tell("ada", ex.checkout("changed", LEFT_AT + MINUTE, "c-ada", lines))
    world.tick(DUE_AT + MINUTE)
    (request,) = world.pen.written
    assert request.matter.lines == lines
    assert request.contact.email == "ada@example.com"
    assert request.release == world.blueprint.releases[0]


def test_only_so_many_are_taken_in_one_round_and_the_rest_in_the_next(
    world: DispatchWorld,
) -> None:
    world.plan("ada", "ben", "cid")
    rounds = [
        world.dispatcher.run(world.brand, lambda tx: world.blueprint, limit=2).sent
        for _ in range(3)
    ]
    assert rounds == [2, 1, 0]


# --- After a crash ------------------------------------------------------------------------------


def test_after_a_crash_what_was_sent_is_recorded_and_not_sent_again(world: DispatchWorld) -> None:
    key = world.die_while_sending("ada")
    world.post.known = Delivery.SENT
    assert world.host.recover(world.brand) == 1
    assert world.rows()["ada"].status == "sent"
    assert world.told_of_messages("ada") == [MessageSent(key)]
    assert world.tick(DUE_AT + MINUTE) == Dispatched()


def test_after_a_crash_what_was_not_sent_is_tried_again(world: DispatchWorld) -> None:
    world.die_while_sending("ada")
    world.post.known = Delivery.NOT_SENT
    assert world.host.recover(world.brand) == 1
    (row,) = world.outbox()
    assert (row.status, row.attempts) == ("waiting", 1)
    assert world.tick(DUE_AT + MINUTE) == Dispatched(sent=1)


def test_after_a_crash_what_nobody_knows_is_shown_as_unclear_and_not_sent_again(
    world: DispatchWorld,
) -> None:
    key = world.die_while_sending("ada")
    assert world.host.recover(world.brand) == 1
    assert world.rows()["ada"].status == "unclear"
    (told,) = world.told_of_messages("ada")
    assert isinstance(told, MessageStopped)
    assert (told.message, told.kind) == (key, "unclear")
    assert world.tick(DUE_AT + MINUTE) == Dispatched()
    assert world.host.recover(world.brand) == 0


def test_what_is_being_sent_is_not_taken_up_by_another_round(world: DispatchWorld) -> None:
    world.die_while_sending("ada")
    assert world.tick(DUE_AT + MINUTE) == Dispatched()
    assert world.post.tries == 0
