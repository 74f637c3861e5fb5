"""How many planned messages a draft would go out in: those of its people, not of others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from writer_world import DUE_AT, GOOD, WriterWorld, blueprint, ordered

from rapport.app.reviewing import reach as reach_module
from rapport.app.reviewing.reach import Reach, reach
from rapport.core.creative.draft import PROPOSAL, Draft
from rapport.core.creative.modes import APPROVED, REVIEW
from rapport.core.events import ProfileChanged
from rapport.testing import examples as ex
from rapport.testing.model_server import ModelServer


@pytest.fixture
def world(tmp_path: Path) -> Iterator[WriterWorld]:
    with ModelServer(GOOD) as server:
        world = WriterWorld(tmp_path, server, blueprint(REVIEW))
        yield world
        world.close()


def plan(world: WriterWorld, *people: str, orders: int = 0) -> None:
    """People who leave a basket, and whose message is planned and not yet taken up."""
    for name in people:
        before = tuple(ordered(number + 1) for number in range(orders))
        world.leave_basket(name, before=before)
        world.tell(name, ex.event(f"later-{name}", DUE_AT, ProfileChanged()))


def of(world: WriterWorld, draft: Draft) -> Reach:
    with world.store.transaction() as transaction:
        return reach(transaction, world.blueprint, draft, world.clock.at)


def written(world: WriterWorld) -> Draft:
    """A draft that somebody who is new here gave the occasion for."""
    world.leave_basket("ada")
    world.tick()
    (kept,) = world.drafts()
    assert kept.draft.situation
    return kept.draft


def test_only_those_in_the_draft_s_situation_count(world: WriterWorld) -> None:
    draft = written(world)
    plan(world, "bea", "cem")
    plan(world, "dora", orders=2)
    assert of(world, draft) == Reach(2)
    assert of(world, replace(draft, situation="")) == Reach(3)


@pytest.mark.parametrize(
    "change", [{"edition": "another"}, {"language": "de"}, {"point": "second"}, {"kind": PROPOSAL}]
)
def test_what_would_never_be_given_these_words_does_not_count(
    world: WriterWorld, change: dict[str, str]
) -> None:
    draft = written(world)
    plan(world, "bea")
    assert of(world, draft) == Reach(1)
    assert of(world, replace(draft, **change)) == Reach(0)  # type: ignore[arg-type] any field


def test_where_only_approved_words_may_go_it_goes_out_in_none(world: WriterWorld) -> None:
    draft = written(world)
    plan(world, "bea")
    world.blueprint = blueprint(APPROVED)
    assert of(world, draft) == Reach(0)


def test_of_very_many_only_the_first_are_looked_at_and_it_says_so(
    world: WriterWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = written(world)
    plan(world, "bea", "cem", "dora")
    monkeypatch.setattr(reach_module, "MOST_LOOKED_AT", 2)
    assert of(world, draft) == Reach(2, least=True)
    monkeypatch.setattr(reach_module, "MOST_LOOKED_AT", 3)
    assert of(world, draft) == Reach(3)
