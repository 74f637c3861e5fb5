"""Stopping: what is stopped does not go out, waits, lapses with its reason, and may go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Barrier
from threading import Event as Signal

import pytest
from dispatch_world import DUE_AT, DispatchWorld

from rapport.app.measuring.report import entered_stopped
from rapport.app.sending.dispatch import Dispatched
from rapport.app.stopping.stops import Done, read_switch, resume, standing, stop
from rapport.core.creative.message import Message
from rapport.core.events import Contact, MessageStopped
from rapport.core.oversight.audit import Act
from rapport.core.oversight.people import Person
from rapport.core.oversight.stopping import BRAND, EVERYTHING, FLOW, FRAMEWORK, MESSAGE, Switch
from rapport.core.time import DAY, HOUR, MINUTE
from rapport.errors import RapportError, UserError
from rapport.testing import examples as ex

EVERY = (EVERYTHING, BRAND, FLOW, FRAMEWORK, MESSAGE)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[DispatchWorld]:
    world = DispatchWorld(tmp_path)
    yield world
    world.close()


def switch_of(world: DispatchWorld, kind: str) -> Switch:
    """The switch of this kind that Ada's message, which is planned, is under."""
    row = next(row for row in world.outbox() if row.profile == "ada")
    release = world.blueprint.releases[-1]
    keys = {FLOW: row.flow, FRAMEWORK: release.frameworks[0].key, MESSAGE: row.key}
    return Switch(kind, keys.get(kind, ""))


def do_stop(world: DispatchWorld, switch: Switch, who: str = "Nell") -> Done:
    with world.store.transaction() as transaction:
        act = Act(who, "the words are wrong", world.clock.at + 1)
        return stop(transaction, world.brand, switch, act)


def do_resume(world: DispatchWorld, switch: Switch, who: str = "Nell") -> Done:
    with world.store.transaction() as transaction:
        return resume(transaction, world.brand, switch, Act(who, "mended", world.clock.at + 1))


def deeds(world: DispatchWorld) -> list[tuple[str, str, str]]:
    entries = world.records.audit_entries(world.brand)
    return [(entry.deed.who, entry.deed.did, entry.deed.what) for entry in entries]


@pytest.mark.parametrize("kind", EVERY)
def test_what_is_stopped_waits_and_goes_out_once_it_is_resumed(
    world: DispatchWorld, kind: str
) -> None:
    world.plan("ada")
    switch = switch_of(world, kind)
    done = do_stop(world, switch)
    assert (done.new, done.waiting, done.sending) == (True, 1, 0)
    assert world.tick(DUE_AT + HOUR) == Dispatched()
    assert (world.post.tries, [row.status for row in world.outbox()]) == (0, ["waiting"])
    assert world.told_of_messages("ada") == []
    do_resume(world, switch)
    assert world.tick(DUE_AT + 2 * HOUR) == Dispatched(sent=1)
    assert [who for who, _ in world.post.sent] == ["ada"]
    assert deeds(world) == [("Nell", "stopped", switch.words), ("Nell", "resumed", switch.words)]


@pytest.mark.parametrize("kind", EVERY)
def test_what_waits_too_long_lapses_and_the_record_says_which_stop_it_was(
    world: DispatchWorld, kind: str
) -> None:
    world.plan("ada")
    do_stop(world, switch := switch_of(world, kind))
    assert world.tick(DUE_AT + ex.VALID_FOR + 1) == Dispatched(stopped=1)
    assert (world.post.tries, world.outbox()) == (0, [])
    why = f"{switch.words} was stopped until it was too late to matter: the words are wrong"
    assert world.reasons() == {f"stopped: {why}"}
    key = world.rows()["ada"].key
    assert world.told_of_messages("ada") == [MessageStopped(key, "stopped", why)]
    assert world.state("ada").notes == ()


def test_what_came_of_a_stopped_message_is_no_lesson(world: DispatchWorld) -> None:
    world.plan("ada", "bea")
    stopped = next(row.key for row in world.outbox() if row.profile == "ada")
    do_stop(world, Switch(MESSAGE, stopped))
    world.tick(DUE_AT + HOUR)
    assert len(world.state("ada").windows) == len(world.state("bea").windows) == 1
    world.tick(DUE_AT + ex.VALID_FOR + 1)
    assert world.state("ada").windows == ()
    world.tick(DUE_AT + 30 * DAY)
    with world.store.transaction() as transaction:
        lessons = transaction.lessons(world.brand, 0, 10).found
    about = {lesson.outcome.message for lesson in lessons}
    assert stopped not in about
    assert {row.key for row in world.rows().values() if row.profile == "bea"} & about


def test_deciding_goes_on_as_if_nothing_was_stopped(tmp_path: Path) -> None:
    """What is stopped changes no state but by what was not sent: a replay needs no stops."""
    worlds = [DispatchWorld(_made(tmp_path / name)) for name in ("stopped", "free")]
    do_stop(worlds[0], Switch(BRAND))
    for world in worlds:
        world.plan("ada", "bea")
    assert worlds[0].state("ada") == worlds[1].state("ada")
    assert [row.key for row in worlds[0].outbox()] == [row.key for row in worlds[1].outbox()]
    for world in worlds:
        world.close()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_what_is_no_longer_wanted_is_refused_after_a_resumption(world: DispatchWorld) -> None:
    world.plan("ada", "bea")
    do_stop(world, Switch(BRAND))
    world.tell("ada", ex.order("bought", DUE_AT + MINUTE, token="c-ada"))
    do_resume(world, Switch(BRAND))
    assert world.tick(DUE_AT + HOUR) == Dispatched(sent=1, stopped=1)
    assert world.reasons() == {"refused: the basket was bought"}


def test_of_many_stopped_messages_the_others_are_not_held_up(world: DispatchWorld) -> None:
    """A batch is no larger than the messages that may go out: stopped ones do not fill it."""
    people = [f"p{number:03}" for number in range(120)]
    world.plan("ada", *people)
    for row in world.outbox():
        if row.profile != "ada" and row.profile != "p119":
            do_stop(world, Switch(MESSAGE, row.key))
    world.tick(DUE_AT)
    assert sorted(who for who, _ in world.post.sent) == ["ada", "p119"]
    for tick in range(5):
        world.tick(DUE_AT + ex.VALID_FOR + 1 + tick)
    assert world.outbox() == []


# --- Between the claim and the hand-over -------------------------------------------------------


class StoppingPost:
    """The first message's hand-over is the moment at which somebody stops everything."""

    name = "post"

    def __init__(self, press: Callable[[], object]) -> None:
        self.sent: list[str] = []
        self._press = press

    def send(self, message: Message, _to: Contact) -> None:
        if not self.sent:
            self._press()
        self.sent.append(message.profile)


@pytest.mark.parametrize("kind", [EVERYTHING, BRAND, FLOW, FRAMEWORK])
def test_what_is_claimed_and_not_handed_over_yet_is_put_back(
    world: DispatchWorld, kind: str
) -> None:
    world.plan("ada", "bea", "cyd")
    switch = switch_of(world, kind)
    post = StoppingPost(lambda: do_stop(world, switch))
    world.dispatcher._sender = post  # type: ignore[assignment] only `send` is asked of it here
    assert world.tick(DUE_AT) == Dispatched(sent=1, postponed=2)
    assert len(post.sent) == 1
    assert [(row.status, row.attempts) for row in world.outbox()] == [("waiting", 0)] * 2
    assert {row.status for row in world.rows().values()} == {"sent", "held"}
    do_resume(world, switch)
    assert world.tick(DUE_AT + MINUTE) == Dispatched(sent=2)
    assert sorted(post.sent) == ["ada", "bea", "cyd"]
    assert {row.status for row in world.rows().values()} == {"sent"}


def test_a_stop_says_what_was_already_being_sent(tmp_path: Path) -> None:
    world = DispatchWorld(tmp_path, 2)
    world.plan("ada", "bea", "cyd")
    begun, go_on = Barrier(3), Signal()

    class SlowPost(StoppingPost):
        def send(self, message: Message, _to: Contact) -> None:
            self.sent.append(message.profile)
            begun.wait(30)
            assert go_on.wait(30)

    post = SlowPost(lambda: None)
    world.dispatcher._sender = post  # type: ignore[assignment] only `send` is asked of it here
    world.tick(DUE_AT)
    begun.wait(30)
    done = do_stop(world, Switch(EVERYTHING))
    assert (done.waiting, done.sending) == (1, 2)
    go_on.set()
    assert world.host.finish(world.brand, 30) == 0
    assert len(post.sent) == 2
    assert world.tick(DUE_AT + MINUTE) == Dispatched()
    assert [row.status for row in world.outbox()] == ["waiting"]
    world.close()


def test_where_it_cannot_be_found_out_whether_it_is_stopped_nothing_goes_out(
    world: DispatchWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.plan("ada")

    def broken(_: str) -> list[object]:
        raise RapportError("The disk is failing.")

    monkeypatch.setattr(world.store, "stops", broken)
    world.tick(DUE_AT)
    assert world.post.tries == 0
    monkeypatch.undo()
    assert world.tick(DUE_AT + MINUTE) == Dispatched(sent=1)


# --- Not in a burst ----------------------------------------------------------------------------


def test_what_waited_together_goes_out_as_the_caps_allow(tmp_path: Path) -> None:
    """Both messages of a flow, a day apart by the cap, wait for the same stop to end."""
    world = DispatchWorld(tmp_path, valid_for=10 * DAY)
    world.plan("ada")
    do_stop(world, Switch(BRAND))
    world.tick(DUE_AT + 3 * DAY)
    assert [row.status for row in world.outbox()] == ["waiting"] * 2
    do_resume(world, Switch(BRAND))
    noon = ex.at(4, 12)
    assert world.tick(noon) == Dispatched(sent=1, postponed=1)
    (row,) = world.outbox()
    assert (row.error, row.next_try_at) == ("cap", noon + DAY)
    assert world.tick(noon + DAY - 1) == Dispatched()
    assert world.tick(noon + DAY) == Dispatched(sent=1)
    world.close()


def test_the_cap_holds_for_messages_that_are_being_sent_side_by_side(tmp_path: Path) -> None:
    world = DispatchWorld(tmp_path, 2, valid_for=10 * DAY)
    world.plan("ada")
    do_stop(world, Switch(BRAND))
    world.tick(DUE_AT + 3 * DAY)
    do_resume(world, Switch(BRAND))
    for _ in range(5):
        world.tick(ex.at(4, 12))
    assert [who for who, _ in world.post.sent] == ["ada"]
    world.close()


# --- Who and why -------------------------------------------------------------------------------


def test_a_stop_needs_a_name_and_a_reason_and_something_to_stop(world: DispatchWorld) -> None:
    world.plan("ada")
    cases = [
        (Switch(BRAND), Act("", "why not", 1), "Say who you are"),
        (Switch(BRAND), Act("Nell", "  ", 1), "Say why.*audit log.$"),
        (Switch(BRAND), Act("Nell", "wrong \u202eecirp", 1), r"direction of writing \(U\+202E\)"),
        (Switch(BRAND), Act("Nell", " x ", 1), "‘x’ is too short: write 3 letters or more"),
        (Switch(FLOW, "chekout"), Act("Nell", "why not", 1), "has no flow 'chekout'. It has: "),
        (Switch(FRAMEWORK, "'; --"), Act("Nell", "why not", 1), "has no framework"),
        (Switch(MESSAGE, "gone"), Act("Nell", "why not", 1), "No message 'gone' is on its way"),
    ]
    for switch, act, words in cases:
        with pytest.raises(UserError, match=words), world.store.transaction() as transaction:
            stop(transaction, world.brand, switch, act)
    assert deeds(world) == []
    assert list(world.records.stops(world.brand)) == []


def test_whoever_is_no_viewer_stops_and_only_a_publisher_resumes(world: DispatchWorld) -> None:
    roles = {"Pia": "publisher", "Rob": "reviewer", "Ann": "author", "Vic": "viewer"}
    with world.store.transaction() as transaction:
        for name, role in roles.items():
            transaction.save_person(world.brand, Person(name, role, "salt", "digest", 1))
    for name in ("Vic", "Eve"):
        with pytest.raises(UserError):
            do_stop(world, Switch(BRAND), name)
    for name in ("Ann", "Rob", "Pia"):
        assert do_stop(world, Switch(BRAND), name).new
        for other in ("Ann", "Rob", "Vic", "Eve"):
            with pytest.raises(UserError):
                do_resume(world, Switch(BRAND), other)
        do_resume(world, Switch(BRAND), "Pia")


def test_stopping_twice_is_stopping_once(world: DispatchWorld) -> None:
    assert do_stop(world, Switch(BRAND)).new
    again = do_stop(world, Switch(BRAND), "Zoë")
    assert (again.new, again.stop.who) == (False, "Nell")
    assert len(deeds(world)) == 1


def test_resuming_what_is_not_stopped_says_what_is(world: DispatchWorld) -> None:
    do_stop(world, Switch(BRAND))
    flow = Switch(FLOW, ex.FLOW)
    with pytest.raises(UserError, match=r"no stop of its own to end\. What is stopped: the brand"):
        do_resume(world, flow)
    do_resume(world, Switch(BRAND))
    with pytest.raises(UserError, match="Nothing is"):
        do_resume(world, flow)


def test_what_stopped_by_itself_is_resumed_by_a_person_alone(world: DispatchWorld) -> None:
    with world.store.transaction() as transaction:
        act = Act("Rapport", "2 in 100 complained", 5)
        stop(transaction, world.brand, Switch(FLOW, ex.FLOW), act, by_rule=True)
    with pytest.raises(UserError, match="resumed by a person"):
        do_resume(world, Switch(FLOW, ex.FLOW), "Rapport")
    do_resume(world, Switch(FLOW, ex.FLOW), "Nell")
    assert [who for who, *_ in deeds(world)] == ["Rapport", "Nell"]


def test_a_narrow_stop_outlasts_a_wide_one(world: DispatchWorld) -> None:
    world.plan("ada")
    flow = switch_of(world, FLOW)
    do_stop(world, flow)
    do_stop(world, Switch(EVERYTHING))
    assert [one.waiting for one in standing(world.records, world.brand)] == [1, 1]
    do_resume(world, Switch(EVERYTHING))
    assert world.tick(DUE_AT + HOUR) == Dispatched()
    do_resume(world, flow)
    assert world.tick(DUE_AT + HOUR) == Dispatched(sent=1)


def still(done: Done) -> tuple[int, int, list[str]]:
    return done.waiting, done.held, list(done.still)


@pytest.mark.parametrize("other", EVERY)
@pytest.mark.parametrize("kind", EVERY)
def test_who_resumes_is_told_what_still_holds_the_messages_back(
    world: DispatchWorld, kind: str, other: str
) -> None:
    world.plan("ada", "bea")
    resumed, holds = switch_of(world, kind), switch_of(world, other)
    do_stop(world, resumed)
    if resumed != holds:
        do_stop(world, holds)
    waiting = 1 if kind == MESSAGE else 2
    held = 1 if MESSAGE in (kind, other) else 2
    told = still(do_resume(world, resumed))
    assert told == ((waiting, held, [holds.words]) if resumed != holds else (waiting, 0, []))
    world.tick(DUE_AT + HOUR)
    not_sent = 0 if resumed == holds else 1 if other == MESSAGE else 2
    assert len(world.post.sent) == 2 - not_sent


def test_what_holds_back_nothing_of_it_is_not_told(world: DispatchWorld) -> None:
    """Neither another message, nor a framework by which the flow says nothing."""
    world.plan("ada", "bea")
    mine, other = (row.key for row in world.outbox())
    for one in (Switch(MESSAGE, mine), Switch(MESSAGE, other)):
        do_stop(world, one)
    assert still(do_resume(world, Switch(MESSAGE, mine))) == (1, 0, [])
    assert world.tick(DUE_AT + ex.VALID_FOR + 1).stopped == 2
    do_stop(world, Switch(BRAND))
    assert still(do_resume(world, Switch(BRAND))) == (0, 0, [])  # the other message is gone


def test_a_flow_is_told_of_its_framework_though_nothing_waits(world: DispatchWorld) -> None:
    framework = Switch(FRAMEWORK, world.blueprint.releases[-1].frameworks[0].key)
    for one in (Switch(FLOW, ex.FLOW), framework):
        do_stop(world, one)
    assert still(do_resume(world, Switch(FLOW, ex.FLOW))) == (0, 0, [framework.words])


@pytest.mark.parametrize(
    ("kind", "key", "words"),
    [
        ("all", "", "'all' cannot be stopped. What can be: everything"),
        ("flow", "", "Say which flow"),
        ("everything", "checkout", "stands by itself"),
    ],
)
def test_a_switch_that_is_none_is_named(kind: str, key: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read_switch(kind, key)


def test_who_entered_while_it_was_stopped_and_was_told_nothing_is_counted(
    world: DispatchWorld,
) -> None:
    """Ada entered before a stop and Bob in it, and both got theirs after it; Cem came later."""
    world.plan("ada")
    flow = switch_of(world, FLOW)
    do_stop(world, flow)
    world.clock.at = DUE_AT + HOUR
    world.leave_basket("bob", left_at=DUE_AT + HOUR)
    world.tick(DUE_AT + 3 * HOUR)
    do_resume(world, flow)
    assert world.tick(DUE_AT + 3 * HOUR).sent == 2
    world.clock.at = DUE_AT + 3 * HOUR + 5 * MINUTE
    world.leave_basket("dan", left_at=world.clock.at)
    do_stop(world, Switch(BRAND))
    world.leave_basket("eve", left_at=world.clock.at + MINUTE)
    for hour in range(4, 90, 2):
        world.tick(DUE_AT + hour * HOUR)
    do_resume(world, Switch(BRAND))
    world.leave_basket("cem", left_at=DUE_AT + 96 * HOUR)
    for hour in range(90, 120, 2):
        world.tick(DUE_AT + hour * HOUR)
    stops = [*world.records.past_stops(world.brand), *world.records.stops(world.brand)]
    entered = world.records.lapsed_by_stops(world.brand, ex.FLOW)
    assert len(entered) == 2  # Dan, who entered just before, and Eve
    in_it = entered_stopped(entered, stops, ex.FLOW)
    assert len(in_it) == 1
    assert in_it == entered_stopped(entered, stops, "another")
    assert world.records.lapsed_by_stops(world.brand, "another") == []
