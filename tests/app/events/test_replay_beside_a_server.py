"""A replay of a shop that goes on taking events in."""

from __future__ import annotations

from pathlib import Path

from dispatch_world import LEFT_AT, DispatchWorld

from rapport.app.events.replay import replay
from rapport.core.time import MINUTE
from rapport.testing import examples as ex


def test_what_is_told_while_it_runs_makes_nobody_different(tmp_path: Path) -> None:
    world = DispatchWorld(tmp_path)
    people = [f"p{number}" for number in range(20)]
    for profile in people:
        world.tell(profile, *ex.subscribed(LEFT_AT - MINUTE, f"-{profile}"))

    def goes_on(done: int) -> None:
        for profile in people:
            left = ex.checkout(f"left-{profile}-{done}", LEFT_AT, token=f"c-{profile}-{done}")
            world.tell(profile, left)

    try:
        with world.records.at_one_moment() as history:
            done = replay(history, world.blueprint, goes_on)
        assert (done.profiles, done.events) == (20, 40)
        assert done.identical
        with world.records.at_one_moment() as history:
            assert replay(history, world.blueprint).events == 40 + 20 * 20
    finally:
        world.close()
