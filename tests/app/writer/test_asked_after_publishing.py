"""What a model is asked for messages that began before what they stand on was changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from writer_world import (
    APPROVED_SUBJECT,
    DUE_AT,
    GOOD,
    NEW_WORDS,
    WriterWorld,
    blueprint,
    ordered,
)

from rapport.app.reviewing.review import give_up_stale
from rapport.app.writer.write_ahead import orders_ahead
from rapport.core.blueprint import Release
from rapport.core.creative.draft import EXPIRED, WAITING, is_current
from rapport.core.creative.modes import FREE, REVIEW, SAMPLE
from rapport.core.time import MINUTE
from rapport.testing.model_server import ModelServer


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer(GOOD) as server:
        yield server


def publish(world: WriterWorld, point: str) -> Release:
    """Other words are approved for this point of the flow, and published."""
    before = world.blueprint.releases[-1]
    (framework,) = before.frameworks
    blocks = tuple(
        replace(block, text="Is anything unclear?") if block.points == (point,) else block
        for block in framework.blocks
    )
    changed = (replace(framework, blocks=blocks),)
    release = replace(before, number=2, since=world.clock.at, frameworks=changed)
    with world.store.transaction() as transaction:
        transaction.publish(world.brand, release)
        give_up_stale(transaction, world.brand, release, world.clock.at)
    return release


def see_once(world: WriterWorld) -> None:
    """Somebody in another situation had words written, which a person approved."""
    world.leave_basket("regular", before=(ordered(1), ordered(2)))
    world.tick()
    assert len(world.approve_all()) == 1


@pytest.mark.parametrize("mode", [REVIEW, SAMPLE, FREE])
def test_nothing_is_asked_that_a_person_would_have_to_see_and_could_not_approve(
    tmp_path: Path, server: ModelServer, mode: str
) -> None:
    world = WriterWorld(tmp_path, server, blueprint(mode))
    world.leave_basket("ada")
    publish(world, "first")
    with world.store.transaction() as transaction:
        current = world.host.current(transaction, world.brand)
        assert orders_ahead(transaction, current, world.words, world.clock.at) == []
    world.tick()
    assert server.asked == []
    assert world.drafts(WAITING) == []
    assert world.subjects == {"ada": APPROVED_SUBJECT}
    world.close()


def test_a_sample_that_nobody_could_look_at_is_not_asked_for(
    tmp_path: Path, server: ModelServer
) -> None:
    world = WriterWorld(tmp_path, server, blueprint(SAMPLE))
    see_once(world)
    world.leave_basket("ada")
    publish(world, "first")
    world.tick(DUE_AT + MINUTE)
    assert len(server.asked) == 1
    assert world.subjects["ada"] == APPROVED_SUBJECT
    world.close()


def test_what_nobody_has_to_see_any_more_is_still_asked_for(
    tmp_path: Path, server: ModelServer
) -> None:
    world = WriterWorld(tmp_path, server, blueprint(FREE))
    see_once(world)
    world.leave_basket("ada")
    publish(world, "first")
    world.tick(DUE_AT + MINUTE)
    assert len(server.asked) == 2
    world.tick(DUE_AT + 2 * MINUTE)
    assert world.subjects["ada"] == NEW_WORDS["subject"]
    world.close()


def test_a_change_elsewhere_keeps_nobody_from_asking(tmp_path: Path, server: ModelServer) -> None:
    world = WriterWorld(tmp_path, server, blueprint(REVIEW))
    world.leave_basket("ada")
    release = publish(world, "second")
    world.tick()
    (waiting,) = world.drafts(WAITING)
    assert is_current(waiting.draft, release)
    world.close()


def test_words_that_were_being_written_meanwhile_do_not_wait_for_anybody(
    tmp_path: Path, server: ModelServer
) -> None:
    errands: list[Callable[[], None]] = []
    world = WriterWorld(tmp_path, server, blueprint(REVIEW), submit=errands.append)
    world.leave_basket("ada")
    world.tick()
    publish(world, "first")
    errands[0]()
    assert len(server.asked) == 1
    assert world.drafts(WAITING) == []
    with world.store.transaction() as transaction:
        assert transaction.draft_counts(world.brand) == {EXPIRED: 1}
    world.close()
