"""A run that was merged between the choice of its moment and that of its words is judged, too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dispatch_world import LEFT_AT, DispatchWorld

from rapport.app.events.replay import replay
from rapport.app.measuring.evaluate import evaluate
from rapport.app.measuring.rule_costs import rule_costs
from rapport.core.brand import Cap
from rapport.core.codec import decode_decision
from rapport.core.decision import Decision
from rapport.core.events import Contact, Identifier, Incoming, PageViewed
from rapport.core.time import DAY, HOUR, MINUTE, Instant
from rapport.testing import examples as ex

PEOPLE = 12
NOT_ON_RECORD = "the choice of their moment is not on record"


class Merging(DispatchWorld):
    """Each of some people leaves a basket under an address; later they turn out to be known by a
    user id already, and in some cases that one by another."""

    def names(self, number: int) -> tuple[Identifier, Identifier, Identifier]:
        return (
            Identifier("email", f"p{number}@example.com"),
            Identifier("user_id", f"u{number}"),
            Identifier("shopify_customer", f"{number}"),
        )

    def leave(self, number: int) -> None:
        mail, user, shop = self.names(number)
        contact = Contact(email=mail.value)
        known, asked = ex.subscribed(LEFT_AT - MINUTE, f"-{number}")
        left = ex.checkout(f"left-{number}", LEFT_AT, token=f"c-{number}")
        self.host.take_in(self.brand, [Incoming(e, (mail,), contact) for e in (known, asked, left)])
        for who in (user, shop):
            seen = ex.event(f"v-{who}", LEFT_AT, PageViewed(), "shopify")
            self.host.take_in(self.brand, [Incoming(seen, (who,), Contact())])

    def become_one(self, at: Instant, *who: Identifier) -> None:
        both = ex.event(f"both-{at}-{who}", at, PageViewed(), "shopify")
        self.host.take_in(self.brand, [Incoming(both, who, Contact())])

    def decisions(self, stage: str) -> list[Decision]:
        decoded = map(decode_decision, self.records.all_decisions(self.brand))
        return [one for one in decoded if one.stage == stage and one.draws]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[Merging]:
    often = ex.brand(caps=(Cap(50, DAY),))
    world = Merging(tmp_path, blueprint=ex.blueprint(of=often))
    yield world
    world.close()


def live(world: Merging, *, twice: bool) -> None:
    for number in range(PEOPLE):
        world.leave(number)
    world.clock.at = LEFT_AT + ex.QUIET_WAIT
    world.host.wake(world.brand)
    for number in range(PEOPLE):
        mail, user, shop = world.names(number)
        world.become_one(LEFT_AT + ex.QUIET_WAIT + MINUTE, mail, user)
        if twice:
            world.become_one(LEFT_AT + ex.QUIET_WAIT + 2 * MINUTE, user, shop)
    for hours in range(4, 40 * 24, 8):
        world.clock.at = LEFT_AT + hours * HOUR
        world.host.wake(world.brand)


@pytest.mark.parametrize("twice", [False, True])
def test_every_decision_of_chance_is_judged_whoever_its_moment_was_chosen_for(
    world: Merging, twice: bool
) -> None:
    live(world, twice=twice)
    moments = {(one.profile, one.run, one.point) for one in world.decisions("time")}
    contents = world.decisions("content")
    merged = [one for one in contents if (one.profile, one.run, one.point) not in moments]
    assert merged, "nobody was merged between the two"
    found = evaluate(world.records, world.blueprint, 0, reward="ordered")
    assert found.left_out == {}
    assert found.decisions == len(contents)
    costs = rule_costs(world.records, world.blueprint)
    assert (costs.judged, costs.left_out) == (len(contents), {})
    assert replay(world.records, world.blueprint).identical


def test_where_who_absorbed_whom_cannot_be_read_it_is_left_out_and_said(world: Merging) -> None:
    live(world, twice=False)
    moments = {(one.profile, one.run, one.point) for one in world.decisions("time")}
    merged = [
        one
        for one in world.decisions("content")
        if (one.profile, one.run, one.point) not in moments
    ]
    with world.store.transaction() as transaction:
        db = transaction._db  # type: ignore[attr-defined]  # damage has no port
        db.execute("UPDATE events SET body = X'00' WHERE profile = ?", (merged[0].profile,))
    found = evaluate(world.records, world.blueprint, 0, reward="ordered")
    gone = sum(one.profile == merged[0].profile for one in merged)
    assert found.left_out == {NOT_ON_RECORD: gone}
    assert found.unreadable.rows == {"events": 1}
