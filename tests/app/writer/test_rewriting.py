"""Which words a message gets, with a real model server on loopback, and each way it can fail."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from writer_world import (
    APPROVED_SUBJECT,
    DUE_AT,
    GOOD,
    LEFT_AT,
    NEW_WORDS,
    OTHER,
    OTHER_WORDS,
    WAIT,
    WriterWorld,
    blueprint,
    ordered,
)

from rapport.app.writer.order import budget_used_up
from rapport.app.writer.write_ahead import orders_ahead
from rapport.core.brand import WriterBudget
from rapport.core.creative.draft import USABLE
from rapport.core.creative.modes import APPROVED, FREE, REVIEW, SAMPLE
from rapport.core.events import ProfileChanged
from rapport.core.oversight.retired import Retired
from rapport.core.time import DAY, HOUR, MINUTE
from rapport.testing import examples as ex
from rapport.testing.model_server import ModelServer, Turn

BUSY = Turn(status=429, headers={"Retry-After": "3600"}, raw=b"{}")


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer(GOOD) as server:
        yield server


@pytest.fixture
def world(tmp_path: Path, server: ModelServer) -> Iterator[WriterWorld]:
    world = WriterWorld(tmp_path, server)
    yield world
    world.close()


def in_mode(mode: str, folder: Path, server: ModelServer | None) -> WriterWorld:
    return WriterWorld(folder, server, blueprint(mode))


def seen_once(world: WriterWorld) -> None:
    """Somebody in another situation gave the occasion for a draft, which a person approved."""
    world.leave_basket("regular", before=(ordered(1), ordered(2)))
    world.tick()
    assert len(world.approve_all()) == 1
    world.post.messages.clear()


# --- Modes ---------------------------------------------------------------------------------------


def test_where_only_approved_words_may_go_no_model_is_asked(
    tmp_path: Path, server: ModelServer
) -> None:
    world = in_mode(APPROVED, tmp_path, server)
    world.leave_basket("ada")
    world.tick()
    assert world.subjects == {"ada": APPROVED_SUBJECT}
    assert server.asked == []
    world.close()


@pytest.mark.parametrize("mode", [REVIEW, SAMPLE, FREE])
def test_what_nobody_has_seen_waits_for_a_person_while_the_approved_copy_goes_at_once(
    tmp_path: Path, server: ModelServer, mode: str
) -> None:
    world = in_mode(mode, tmp_path, server)
    world.leave_basket("ada")
    world.tick()
    assert world.subjects == {"ada": APPROVED_SUBJECT}
    (waiting,) = world.drafts()
    assert waiting.draft.slots == NEW_WORDS
    assert waiting.draft.author == "model:openai:kiln"
    assert waiting.draft.prompt == "rewrite-2"
    assert waiting.draft.situation == "new.first.one.calm"
    world.close()


def test_a_draft_that_waits_is_not_asked_for_again(world: WriterWorld, server: ModelServer) -> None:
    for name in ("ada", "ben", "cleo"):
        world.leave_basket(name)
    world.tick()
    assert len(server.asked) == 1
    assert len(world.post.messages) == 3


def test_words_that_a_person_approved_go_to_the_next_in_that_situation(
    world: WriterWorld,
) -> None:
    world.leave_basket("ada")
    world.tick()
    (draft,) = world.approve_all()
    world.leave_basket("ben")
    world.tick()
    assert world.subjects["ben"] == NEW_WORDS["subject"]
    message = world.post.messages[-1]
    assert message.blocks == tuple(f"draft:{draft.id}:{slot}" for slot in NEW_WORDS)
    assert NEW_WORDS["body"] in message.text


def test_words_that_were_approved_go_out_without_any_model(
    tmp_path: Path, server: ModelServer
) -> None:
    world = WriterWorld(tmp_path, server)
    world.leave_basket("ada")
    world.tick()
    world.approve_all()
    world.close()
    later = WriterWorld(tmp_path, None)
    later.leave_basket("ben")
    later.tick()
    assert later.subjects == {"ben": NEW_WORDS["subject"]}
    later.close()


def test_nobody_gets_the_same_words_twice(world: WriterWorld, server: ModelServer) -> None:
    world.leave_basket("ada")
    world.tick()
    world.approve_all()
    world.leave_basket("ben")
    world.tick()
    later = LEFT_AT + 9 * DAY
    server.say(BUSY)
    world.leave_basket("ben", later)
    world.tick(later + ex.QUIET_WAIT)
    mine = [one.subject for one in world.post.messages if one.profile == "ben"]
    assert mine.count(NEW_WORDS["subject"]) == 1


def test_people_in_the_usual_arm_get_the_usual_words(tmp_path: Path, server: ModelServer) -> None:
    world = WriterWorld(tmp_path, server, blueprint(FREE, arms=ex.USUAL_ONLY))
    world.leave_basket("ada")
    world.tick()
    assert world.subjects == {"ada": APPROVED_SUBJECT}
    assert server.asked == []
    world.close()


def test_of_who_declined_profiling_nothing_is_said(world: WriterWorld, server: ModelServer) -> None:
    declined = ProfileChanged(no_profiling=True)
    world.leave_basket("ada", before=(declined,))
    world.tick()
    asked = json.dumps([one.body for one in server.asked])
    assert "Nothing is known of the reader" in asked
    assert [one.draft.situation for one in world.drafts()] == [""]


# --- Waiting -------------------------------------------------------------------------------------


def test_a_message_waits_for_its_words_and_goes_with_them(
    world: WriterWorld, server: ModelServer
) -> None:
    seen_once(world)
    server.say(OTHER)
    world.leave_basket("ada")
    world.tick()
    world.tick()
    assert world.subjects == {"ada": OTHER_WORDS["subject"]}
    assert world.drafts(USABLE)[-1].standing.who in ("rule", "Nell")


def test_a_model_that_is_slower_than_the_deadline_never_delays_a_message_past_it(
    tmp_path: Path, server: ModelServer
) -> None:
    errands = []
    world = WriterWorld(tmp_path, server)
    seen_once(world)
    world.close()
    world = WriterWorld(tmp_path, server, submit=errands.append)
    world.leave_basket("ada")
    world.tick(DUE_AT)
    assert len(errands) == 1
    ((why, until),) = world.outbox()
    assert until == DUE_AT + WAIT
    assert "waiting for its words" in why
    world.tick(DUE_AT + WAIT - 1)
    assert world.post.messages == []
    world.tick(DUE_AT + WAIT)
    assert world.subjects == {"ada": APPROVED_SUBJECT}
    errands[0]()
    world.tick(DUE_AT + WAIT + 1)
    assert len(world.post.messages) == 1, "what comes too late sends nothing twice"
    world.close()


def test_a_process_that_dies_while_the_model_writes_loses_nothing_and_asks_again_later(
    tmp_path: Path, server: ModelServer
) -> None:
    world = WriterWorld(tmp_path, server)
    seen_once(world)
    world.close()
    dying = WriterWorld(tmp_path, server, submit=lambda errand: None)
    dying.leave_basket("ada")
    dying.tick(DUE_AT)
    dying.close()
    after = WriterWorld(tmp_path, server)
    questions = len(server.asked)
    after.tick(DUE_AT + WAIT)
    assert after.subjects == {"ada": APPROVED_SUBJECT}
    assert len(server.asked) == questions, "the errand may still be under way"
    after.leave_basket("ben", DUE_AT)
    after.tick(DUE_AT + ex.QUIET_WAIT)
    after.tick(DUE_AT + ex.QUIET_WAIT)
    assert len(server.asked) == questions + 1
    assert len(after.post.messages) == 2
    after.close()


def test_no_message_waits_into_the_quiet_hours(tmp_path: Path, server: ModelServer) -> None:
    world = WriterWorld(tmp_path, server)
    seen_once(world)
    world.close()
    world = WriterWorld(tmp_path, server, submit=lambda errand: None)
    nine = ex.at(0, 21)
    world.leave_basket("ada", nine - ex.QUIET_WAIT - 1_000)
    world.tick(nine - 1_000)
    assert world.subjects == {"ada": APPROVED_SUBJECT}
    world.close()


def test_in_quiet_hours_words_are_written_ahead(world: WriterWorld, server: ModelServer) -> None:
    seen_once(world)
    server.say(OTHER)
    night = ex.at(0, 22)
    world.leave_basket("ada", night)
    questions = len(server.asked)
    world.tick(night + ex.QUIET_WAIT)
    if world.outbox():
        assert len(server.asked) == questions + 1
        world.tick(ex.at(1, 8))
        assert world.subjects == {"ada": OTHER_WORDS["subject"]}


def test_words_are_written_ahead_for_all_that_is_planned(
    tmp_path: Path, server: ModelServer
) -> None:
    world = WriterWorld(tmp_path, server)
    seen_once(world)
    server.say(OTHER)
    world.leave_basket("ada")
    world.leave_basket("ben")
    world.clock.at = DUE_AT
    world.host.wake(world.brand)
    with world.store.transaction() as transaction:
        published = world.host.current(transaction, world.brand)
        orders = orders_ahead(transaction, published, world.words, DUE_AT)
    assert len(orders) == 1, "one for everybody in the same situation"
    gone = replace(published.releases[-1], retired=Retired("Nell", "the shop has closed"))
    with world.store.transaction() as transaction:
        over = replace(published, releases=(gone,))
        assert orders_ahead(transaction, over, world.words, DUE_AT) == []
    assert world.scribe is not None
    assert world.scribe.write(orders[0]) == "made"
    questions = len(server.asked)
    world.tick()
    assert set(world.subjects.values()) == {OTHER_WORDS["subject"]}
    assert len(server.asked) == questions
    world.close()


# --- When it goes wrong --------------------------------------------------------------------------

TROUBLE = {
    "hangs": Turn(hang=True),
    "drips": Turn(drip=True),
    "busy": BUSY,
    "away": Turn(status=503, raw=b""),
    "breaks off": Turn(GOOD.text, cut=60),
    "no JSON": Turn("Dear reader, here it is."),
    "half of it": Turn(raw=b'{"choices": ['),
    "other keys": Turn('{"words": "Your basket"}'),
    "no words": Turn('{"subject": 7, "body": null, "cta": []}'),
    "nested": Turn('{"subject": {"text": "Hello"}}'),
    "refuses": Turn(refusal="I cannot help with that."),
    "empty": Turn(""),
    "empty object": Turn("{}"),
    "three megabytes": Turn(json.dumps({**NEW_WORDS, "body": "word " * 600_000})),
    "a page": Turn(raw=b"<html>Sign in</html>", kind="text/html"),
    "redirect": Turn(status=302, headers={"Location": "http://127.0.0.1:9/"}, raw=b""),
    "wrong key": Turn(status=401, raw=b"{}"),
    "a price": Turn(json.dumps({**NEW_WORDS, "body": "Only twelve pounds this week."})),
    "a link": Turn(json.dumps({**NEW_WORDS, "cta": "See harbour-deals.com"})),
    "html": Turn(json.dumps({**NEW_WORDS, "body": "<script>alert(1)</script> Hello."})),
    "liquid": Turn(json.dumps({**NEW_WORDS, "body": "{% if true %}Hello{% endif %}"})),
    "an unknown fact": Turn(json.dumps({**NEW_WORDS, "body": "Hello {{ profile.email }}."})),
    "the approved words": Turn(
        json.dumps(
            {
                "subject": APPROVED_SUBJECT,
                "body": "{{ cart.first.title }} waits for you here.",
                "cta": "Go to your basket",
            }
        )
    ),
}


@pytest.mark.parametrize("trouble", TROUBLE)
@pytest.mark.parametrize("protocol", ["openai", "anthropic"])
def test_whatever_the_model_does_the_approved_copy_goes_in_time(
    tmp_path: Path, server: ModelServer, trouble: str, protocol: str
) -> None:
    world = WriterWorld(tmp_path, server, protocol=protocol)
    seen_once(world)
    world.close()
    endless = TROUBLE[trouble].hang or TROUBLE[trouble].drip
    seconds = 0.4 if endless else 20.0
    world = WriterWorld(tmp_path, server, seconds=seconds, protocol=protocol)
    server.say(TROUBLE[trouble])
    world.leave_basket("ada")
    world.tick()
    world.tick()
    assert world.subjects == {"ada": APPROVED_SUBJECT}
    assert world.outbox() == []
    assert world.drafts() == []
    world.close()


def test_words_that_are_stopped_are_tried_once_more_with_the_reasons(
    world: WriterWorld, server: ModelServer
) -> None:
    server.say(TROUBLE["a price"], GOOD)
    world.leave_basket("ada")
    world.tick()
    first, second = (one.body["messages"][1]["content"] for one in server.asked)
    assert "cannot be used" not in first
    assert "Your last answer cannot be used" in second
    assert "twelve" in second
    assert [one.draft.slots for one in world.drafts()] == [NEW_WORDS]


def test_an_empty_part_that_nobody_asked_for_is_no_mistake(
    world: WriterWorld, server: ModelServer
) -> None:
    server.say(Turn(json.dumps({**NEW_WORDS, "offer_line": " "})))
    world.leave_basket("ada")
    world.tick()
    (waiting,) = world.drafts()
    assert waiting.draft.slots == NEW_WORDS
    assert len(server.asked) == 1


def test_words_that_are_stopped_twice_are_not_asked_for_again_that_day(
    world: WriterWorld, server: ModelServer
) -> None:
    server.say(TROUBLE["a price"])
    for name in ("ada", "ben"):
        world.leave_basket(name)
    world.tick()
    world.leave_basket("cleo", LEFT_AT + 3 * HOUR)
    world.tick(DUE_AT + 3 * HOUR)
    assert len(server.asked) == 2
    assert len(world.post.messages) == 3


def test_a_busy_model_is_asked_again_after_a_while(world: WriterWorld, server: ModelServer) -> None:
    server.say(BUSY)
    world.leave_basket("ada")
    world.tick()
    server.say(GOOD)
    world.leave_basket("ben", LEFT_AT + MINUTE)
    world.tick(DUE_AT + MINUTE)
    assert len(server.asked) == 1
    world.leave_basket("cleo", LEFT_AT + 6 * MINUTE)
    world.tick(DUE_AT + 6 * MINUTE)
    assert len(server.asked) == 2
    assert len(world.post.messages) == 3


# --- Budgets -------------------------------------------------------------------------------------


@pytest.mark.parametrize("budget", [WriterBudget(questions=1), WriterBudget(tokens=500)])
def test_past_the_days_budget_nothing_is_asked_until_midnight(
    tmp_path: Path, server: ModelServer, budget: WriterBudget
) -> None:
    world = WriterWorld(tmp_path, server, blueprint(FREE, budget=budget))
    world.leave_basket("ada")
    world.leave_basket("ben", before=(ordered(),))
    world.tick()
    assert len(server.asked) == 1
    assert len(world.post.messages) == 2
    world.leave_basket("cleo", LEFT_AT + DAY, before=(ordered(2), ordered(3)))
    world.tick(DUE_AT + DAY)
    assert len(server.asked) == 2
    world.close()


def test_a_server_that_counts_no_tokens_uses_the_budget_up_all_the_same(
    tmp_path: Path, server: ModelServer
) -> None:
    server.say(replace(GOOD, counts=None))
    world = WriterWorld(tmp_path, server, blueprint(FREE, budget=WriterBudget(tokens=500)))
    world.leave_basket("ada")
    world.leave_basket("ben", before=(ordered(),))
    world.tick()
    assert len(server.asked) == 1
    used = world.usage()
    assert used.estimated == used.tokens_in + used.tokens_out > 500
    world.close()


def test_a_second_try_is_paid_for_too(tmp_path: Path, server: ModelServer) -> None:
    world = WriterWorld(tmp_path, server, blueprint(FREE, budget=WriterBudget(questions=1)))
    server.say(TROUBLE["a price"], GOOD)
    world.leave_basket("ada")
    world.tick()
    assert len(server.asked) == 1
    assert world.drafts() == []
    with world.store.transaction() as transaction:
        assert budget_used_up(transaction, world.blueprint.releases[0].brand, world.clock.at)
    world.close()


def publish_budget(world: WriterWorld, questions: int) -> None:
    """Publishes the brand anew with so many questions a day; running messages keep their words."""
    before = world.blueprint.releases[0]
    owner = replace(before.brand, writer=WriterBudget(questions=questions))
    with world.store.transaction() as transaction:
        transaction.publish(
            world.brand, replace(before, number=2, since=world.clock.at, brand=owner)
        )


def test_a_lower_budget_holds_at_once_for_messages_that_began_before_it(
    tmp_path: Path, server: ModelServer
) -> None:
    world = WriterWorld(tmp_path, server, blueprint(FREE, budget=WriterBudget(questions=9)))
    world.leave_basket("ada")
    world.tick()
    assert len(server.asked) == 1
    world.leave_basket("ben", before=(ordered(),))
    publish_budget(world, 1)
    world.tick(DUE_AT + MINUTE)
    assert len(server.asked) == 1
    assert world.subjects["ben"] == APPROVED_SUBJECT
    world.close()


def test_a_lower_budget_holds_at_once_for_what_was_ordered_before_it(
    tmp_path: Path, server: ModelServer
) -> None:
    waiting: list[Callable[[], None]] = []
    world = WriterWorld(
        tmp_path,
        server,
        blueprint(FREE, budget=WriterBudget(questions=9)),
        submit=waiting.append,
    )
    world.leave_basket("ada")
    world.leave_basket("ben", before=(ordered(),))
    world.tick()
    assert len(waiting) == 2
    waiting[0]()
    publish_budget(world, 1)
    waiting[1]()
    assert len(server.asked) == 1
    used = world.usage()
    assert (used.questions, used.out_of_budget) == (1, 1)
    world.close()


def test_a_budget_of_nothing_asks_nothing(tmp_path: Path, server: ModelServer) -> None:
    world = WriterWorld(tmp_path, server, blueprint(FREE, budget=WriterBudget(0, 0)))
    world.leave_basket("ada")
    world.tick()
    assert server.asked == []
    assert world.subjects == {"ada": APPROVED_SUBJECT}
    world.close()
