"""Three profiles and more that are one person: whatever the order in which that is found out, and
however much of it in one batch, each step is said once and nothing is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from dispatch_world import DUE_AT, LEFT_AT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from two_profiles import TwoProfiles

from rapport.app.events.handing_over import TWIN
from rapport.core.brand import Cap
from rapport.core.events import Identifier, Incoming, PageViewed
from rapport.core.oversight.stopping import BRAND, Stop, Switch
from rapport.core.time import DAY, HOUR, MINUTE, Instant
from rapport.testing import examples as ex
from rapport.testing import more_flows as more

NAMES = (
    Identifier("user_id", "u-ada"),
    Identifier("klaviyo_id", "k-ada"),
    Identifier("email", "ada@example.com"),
    Identifier("phone", "+441234567890"),
)
"""Each is a profile's; the first absorbs the others where it is among those seen together."""

PAIRS = tuple(combinations(range(len(NAMES)), 2))

Found = tuple[int, ...]
"""Which of `NAMES` are seen together."""


class Several(TwoProfiles):
    """Ada, known under several names of which nobody knows yet that they are one person's."""

    def look(self, who: Identifier, at: Instant) -> None:
        self.hear(who, events=(ex.event(f"seen-{who.value}", at, PageViewed(), "shopify"),))

    def together(self, at: Instant, batch: Sequence[Found]) -> None:
        """All of it is found out in one batch."""
        incoming = []
        for names in batch:
            page = ex.event(f"both-{at}-{names}", at, PageViewed(), "shopify")
            incoming.append(Incoming(page, tuple(NAMES[n] for n in names)))
        self.clock.at = at
        self.host.take_in(self.brand, incoming)

    def hold_back(self) -> None:
        with self.store.transaction() as transaction:
            transaction.add_stop(Stop(self.brand, Switch(BRAND), LEFT_AT, "ada", "a look first"))

    def go_on(self, at: Instant) -> None:
        with self.store.transaction() as transaction:
            transaction.end_stop(self.brand, Switch(BRAND), at, "ada")

    def to_the_end(self, at: Instant) -> None:
        for hours in range(0, 60, 3):
            self.tick(at + hours * HOUR)

    def outcome(self) -> tuple[object, ...]:
        """What became of this person, whatever the profiles are called."""
        living = {self.whose(who).profile for who in NAMES}
        assert len(living) == 1, "not all were found to be one"
        state = self.state(living.pop())
        rows = self.records.messages(self.brand)
        sent = Counter((row.flow, row.point) for row in rows if row.status == "sent")
        return (
            sorted(sent.items()),
            sorted(one.at for one in state.orders.recent),
            state.orders.count,
            state.consent,
            sorted(run.flow for run in state.runs),
            sorted(note.at for note in state.notes if note.confirmed),
        )


def a_world(folder: Path, *, of_more_kinds: bool = False) -> Several:
    often = ex.brand(caps=(Cap(50, DAY),), arms=ex.USUAL_ONLY)
    known = more.blueprint(of=often) if of_more_kinds else ex.blueprint(of=often)
    return Several(folder, blueprint=known)


BATCHES: dict[str, list[list[Found]]] = {
    "one by one, into the same": [[(0, 1)], [(0, 2)]],
    "one by one, along a chain": [[(1, 2)], [(0, 1)]],
    "one batch, into the same": [[(0, 1), (0, 2)]],
    "one batch, along a chain": [[(1, 2), (0, 1)]],
    "one batch, along the other chain": [[(2, 1), (2, 0)]],
    "one event": [[(0, 1, 2)]],
}


@pytest.mark.parametrize("how", BATCHES)
def test_the_same_step_planned_for_three_goes_out_once(tmp_path: Path, how: str) -> None:
    world = a_world(tmp_path)
    try:
        world.hold_back()  # so that all of it is still in the outbox
        for number, who in enumerate(NAMES[:3]):
            world.leaves_basket(who, LEFT_AT + number * MINUTE)
        world.tick(DUE_AT + 5 * MINUTE)
        assert len(world.outbox()) == 3
        for number, batch in enumerate(BATCHES[how]):
            world.together(DUE_AT + (6 + number) * MINUTE, batch)
        world.go_on(DUE_AT + 10 * MINUTE)
        world.tick(DUE_AT + 11 * MINUTE)
        refused = ("stopped", f"refused: {TWIN}")
        assert world.reasons_of_messages() == [("sent", ""), refused, refused]
        assert len({row.profile for row in world.records.messages(world.brand)}) == 1
        assert world.outbox() == []
        assert world.replays()
    finally:
        world.close()


@st.composite
def _ways(draw: st.DrawFn) -> list[list[Found]]:
    """Batches of pairs that make all of them one in the end."""
    pairs = list(draw(st.permutations(PAIRS)))
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=len(pairs)))
    batches: list[list[Found]] = []
    for size in (*sizes, len(pairs)):
        batches.append(list(pairs[:size]))
        pairs = pairs[size:]
        if not pairs:
            break
    return batches


@settings(
    max_examples=25, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(
    left=st.lists(st.sampled_from((None, 0, MINUTE, 50 * MINUTE)), min_size=4, max_size=4),
    ordered=st.sampled_from((None, 0, 1, 2, 3)),
    found_out=st.sampled_from((MINUTE, 46 * MINUTE, 2 * HOUR)),
    held_back=st.booleans(),
    of_more_kinds=st.booleans(),
    ways=st.lists(_ways(), min_size=2, max_size=2),
)
def test_any_order_of_merges_ends_in_the_same_person_and_the_same_messages(
    tmp_path_factory: pytest.TempPathFactory,
    left: list[int | None],
    ordered: int | None,
    found_out: int,
    held_back: bool,
    of_more_kinds: bool,
    ways: list[list[list[Found]]],
) -> None:
    outcomes = []
    for way in ways:
        world = a_world(tmp_path_factory.mktemp("several"), of_more_kinds=of_more_kinds)
        try:
            if held_back:
                world.hold_back()
            for who, after in zip(NAMES, left, strict=True):
                world.clock.at = LEFT_AT
                world.look(who, LEFT_AT)
                if after is not None:
                    world.leaves_basket(who, LEFT_AT + after)
            if ordered is not None:
                bought = ex.order("bought", LEFT_AT + 51 * MINUTE, "o-1")
                world.hear(NAMES[ordered], events=(bought,))
            now = LEFT_AT + 55 * MINUTE + found_out
            world.tick(now)
            for batch in way:
                world.together(now, batch)  # at one moment, so that the orders alone differ
            if held_back:
                world.go_on(now + MINUTE)
            world.to_the_end(now + MINUTE)
            outcomes.append(world.outcome())
            sent = [row for row in world.records.messages(world.brand) if row.status == "sent"]
            if held_back:
                assert max(Counter((row.flow, row.point) for row in sent).values(), default=0) <= 1
            assert world.outbox() == []
            assert world.replays()
        finally:
            world.close()
    assert outcomes[0] == outcomes[1]
