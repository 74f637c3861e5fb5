"""What the model was used for is counted as it happens, each message once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from test_rewriting import BUSY, TROUBLE, in_mode, seen_once
from writer_world import DUE_AT, GOOD, LEFT_AT, OTHER, WAIT, WriterWorld, blueprint, ordered

from rapport.app.writer.writer_usage import in_words, usage_table, writer_usage
from rapport.core.brand import WriterBudget
from rapport.core.creative.modes import APPROVED, REVIEW
from rapport.core.time import DAY, MINUTE
from rapport.errors import DeliveryError
from rapport.testing import examples as ex
from rapport.testing.model_server import ModelServer


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer(GOOD) as server:
        yield server


@pytest.fixture
def world(tmp_path: Path, server: ModelServer) -> Iterator[WriterWorld]:
    world = WriterWorld(tmp_path, server)
    yield world
    world.close()


def test_words_that_are_waited_for_are_new_and_those_kept_from_before_cost_nothing(
    world: WriterWorld, server: ModelServer
) -> None:
    seen_once(world)
    first = world.usage()
    assert (first.questions, first.made, first.approved) == (1, 1, 1)
    server.say(OTHER)
    world.leave_basket("ada")
    world.tick()
    world.tick()
    assert (world.usage().new, world.usage().questions) == (1, 2)
    for name in ("ben", "cleo"):
        world.leave_basket(name, LEFT_AT + 5 * MINUTE)
    world.tick(DUE_AT + 5 * MINUTE)
    found = world.usage()
    assert (found.new, found.kept, found.questions, found.fallbacks) == (1, 2, 2, 1)
    assert len(world.post.messages) == found.new + found.kept


def test_a_message_that_goes_with_approved_words_since_its_own_came_too_late_is_late(
    tmp_path: Path, server: ModelServer
) -> None:
    world = WriterWorld(tmp_path, server)
    seen_once(world)
    world.close()
    errands = []
    world = WriterWorld(tmp_path, server, submit=errands.append)
    world.leave_basket("ada")
    world.tick(DUE_AT)
    world.tick(DUE_AT + WAIT - 1)
    assert world.usage().late == 0
    world.tick(DUE_AT + WAIT)
    assert (world.usage().late, world.usage().fallbacks) == (1, 2)
    errands[0]()
    assert world.usage().made == 2
    world.close()


def test_what_a_person_sees_first_goes_with_approved_words_and_is_not_late(
    tmp_path: Path, server: ModelServer
) -> None:
    world = in_mode(REVIEW, tmp_path, server)
    for name in ("ada", "ben"):
        world.leave_basket(name)
    world.tick()
    found = world.usage()
    assert (found.questions, found.approved, found.late, found.new, found.kept) == (1, 2, 0, 0, 0)
    world.close()


def test_where_no_model_may_write_nothing_is_counted(tmp_path: Path, server: ModelServer) -> None:
    world = in_mode(APPROVED, tmp_path, server)
    world.leave_basket("ada")
    world.tick()
    with world.store.transaction() as transaction:
        for day in range(ex.START // DAY - 2, ex.START // DAY + 3):
            assert not transaction.writer_tallies(world.brand, day)
    world.close()


def test_words_that_are_stopped_and_answers_of_no_use_are_told_apart(
    world: WriterWorld, server: ModelServer
) -> None:
    server.say(TROUBLE["a price"])
    world.leave_basket("ada")
    world.tick()
    server.say(BUSY)
    world.leave_basket("ben", before=(ordered(),))
    world.tick()
    found = world.usage()
    assert (found.questions, found.stopped, found.failed, found.made) == (3, 1, 1, 0)
    assert found.approved == 2


def test_tokens_that_nobody_counted_are_told_apart(tmp_path: Path, server: ModelServer) -> None:
    for counts, told in (((700, 80), False), (None, True)):
        server.say(replace(GOOD, counts=counts))
        folder = tmp_path / str(told)
        folder.mkdir()
        world = WriterWorld(folder, server)
        world.leave_basket("ada")
        world.tick()
        owner = world.blueprint.releases[-1].brand
        with world.store.transaction() as transaction:
            one = writer_usage(transaction, owner, world.clock.at // DAY)
        assert ("estimated" in in_words(one)) is told
        world.close()


def test_a_budget_that_is_used_up_is_told(tmp_path: Path, server: ModelServer) -> None:
    budget = WriterBudget(questions=1)
    world = WriterWorld(tmp_path, server, blueprint(REVIEW, budget=budget))
    world.leave_basket("ada")
    world.leave_basket("ben", before=(ordered(),))
    world.tick()
    owner = world.blueprint.releases[-1].brand
    with world.store.transaction() as transaction:
        one = writer_usage(transaction, owner, world.clock.at // DAY)
    assert "1 of 1 questions" in in_words(one)
    assert "used up" in in_words(one)
    table = usage_table(one)
    assert len(table.rows) == 1
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert table.title.endswith(" 2 Mar 2026")
    world.close()


@pytest.mark.parametrize("untried", [False, True])
def test_a_message_that_is_tried_again_is_counted_once(
    world: WriterWorld, server: ModelServer, *, untried: bool
) -> None:
    seen_once(world)
    before = world.usage().fallbacks
    server.say(BUSY)
    works = world.post.send

    def breaks(*_: object) -> None:
        raise DeliveryError("away", untried=untried)

    world.post.send = breaks  # type: ignore[method-assign]  # as a mail server that is away
    world.leave_basket("ada")
    world.tick(DUE_AT)
    world.tick(DUE_AT + WAIT)
    world.post.send = works  # type: ignore[method-assign]
    for minute in range(1, 20, 3):
        world.tick(DUE_AT + minute * MINUTE)
    assert len(world.post.messages) == 1
    assert world.usage().fallbacks == before + 1


def test_the_day_is_the_brands_own(world: WriterWorld) -> None:
    world.leave_basket("ada", ex.at(0, 20))
    world.tick(ex.at(0, 20) + ex.QUIET_WAIT)
    owner = world.blueprint.releases[-1].brand
    with world.store.transaction() as transaction:
        days = [writer_usage(transaction, owner, ex.at(day) // DAY) for day in (0, 1)]
    assert [bool(day.frameworks) for day in days] == [True, False]
