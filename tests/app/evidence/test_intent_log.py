"""Training sees what serving sees: the same figures, at the same moments, and nothing later."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.app.evidence.intent_log import IDLE, life_of, lives_of
from rapport.app.evidence.intent_prior import shipped_intent
from rapport.core.codec import encode_state
from rapport.core.effects import Decided
from rapport.core.events import Event, ProfileAbsorbed, ProfileMoved, Wake
from rapport.core.person.intent import features, visiting
from rapport.core.person.predictions import Predictions
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import DAY, HOUR, MINUTE
from rapport.core.unread import Unread
from rapport.ports import LogRow
from rapport.science.intent import say
from rapport.testing import examples as ex
from rapport.testing.memory_host import MemoryHost
from rapport.testing.strategies import histories, strange_histories

LATEST = ex.at(400)


class Served:
    """What a host keeps: the log, and the state as it stood after each thing that was told."""

    def __init__(self, events: Sequence[Event], lag: int = 0) -> None:
        self.rows: list[LogRow] = []
        self.times: list[int] = []
        self.states: list[ProfileState] = []
        state = ProfileState("ada")
        for event in events:
            woken = Event("wake", event.at + lag, "rapport", Wake())
            if lag:
                state = step(ex.blueprint(), state, woken).state
            self.rows.append(LogRow(event, "ada", event.at + lag, state.clock))
            now = max(state.clock, event.at)
            state = step(ex.blueprint(), state, event).state
            self.times.append(max(now, self.times[-1] if self.times else 0))
            self.states.append(state)

    def at(self, when: int) -> ProfileState:
        """The state that a decision at that moment would have been made from."""
        return self.states[bisect_right(self.times, when) - 1]


@settings(max_examples=60, deadline=None)
@given(histories(), st.sampled_from((0, 0, 7 * MINUTE)))
def test_what_training_knows_of_a_moment_is_what_a_decision_then_knew(
    history: list[Event], lag: int
) -> None:
    served = Served(history, lag)
    life = life_of(ex.blueprint(), "ada", served.rows, LATEST)
    for known in life.moments:
        state = served.at(known.at)
        if known.at in served.times:
            number = served.times.index(known.at)
            same = [s for t, s in zip(served.times, served.states, strict=True) if t == known.at]
            assert known.x in [features(s, known.at) for s in same], number
        else:
            assert known.x == features(state, known.at)
            assert known.visiting == visiting(state, known.at)


@settings(max_examples=60, deadline=None)
@given(strange_histories())
def test_no_history_is_too_strange_to_learn_from(history: list[Event]) -> None:
    life = life_of(ex.blueprint(), "ada", Served(history).rows, LATEST)
    assert all(len(known.x) == 12 for known in life.moments)


def test_a_decision_records_the_chance_that_training_computes_for_its_moment() -> None:
    model = shipped_intent()
    assert model.day is not None
    blueprint = replace(ex.blueprint(), predictions=(Predictions(0, 0, model),))
    told = [
        *ex.subscribed(ex.at(0, 9)),
        *(ex.viewed(f"v{n}", ex.at(0, 9, n)) for n in range(4)),
        ex.checkout("left", ex.at(0, 9, 20)),
    ]
    host = MemoryHost(blueprint)
    for event in told:
        host.feed("ada", event)
    host.wake(ex.at(0, 9, 20) + IDLE[0])
    recorded = {
        decided.decision.at: signal.value
        for decided in host.effects
        if isinstance(decided, Decided)
        for signal in decided.decision.signals
        if signal.name == "intent_24h"
    }
    rows = [LogRow(event, "ada", event.at, event.at) for event in told]
    moments = life_of(blueprint, "ada", rows, ex.at(2)).moments
    trained = {known.at: float(say(model.day, np.asarray([known.x]))[0]) for known in moments}
    assert len(recorded) == 1
    for at, chance in recorded.items():
        assert chance == pytest.approx(trained[at], abs=1e-6)


def test_what_comes_later_changes_nothing_of_an_earlier_moment() -> None:
    early = [ex.viewed("a", ex.at(0, 9)), ex.checkout("b", ex.at(0, 9, 5))]
    late = [ex.order("c", ex.at(0, 9, 20)), ex.viewed("d", ex.at(9))]
    before = life_of(ex.blueprint(), "ada", Served(early).rows, ex.at(0, 9, 10)).moments
    after = life_of(ex.blueprint(), "ada", Served(early + late).rows, LATEST).moments
    assert list(after[: len(before)]) == list(before)
    assert len(before) == 2


def test_moments_are_the_first_looks_of_a_visit_and_the_quiet_after_it() -> None:
    looks = [ex.viewed(f"v{i}", ex.at(0, 9, i)) for i in range(5)]
    life = life_of(ex.blueprint(), "ada", Served(looks).rows, ex.at(2))
    last = ex.at(0, 9, 4)
    assert [known.at for known in life.moments] == [
        *(ex.at(0, 9, i) for i in (0, 1, 3)), *(last + idle for idle in IDLE[:3])
    ]  # fmt: skip
    assert [known.visiting for known in life.moments] == [True] * 3 + [False] * 3


def test_imported_orders_are_known_and_are_nobodys_moments() -> None:
    past = replace(ex.order("o", ex.at(0)), backfill=True)
    rows = Served([past, ex.viewed("v", ex.at(9, 9))]).rows
    life = life_of(ex.blueprint(), "ada", rows, ex.at(9, 9, 30))
    assert [known.at for known in life.moments] == [ex.at(9, 9)]
    assert life.orders == []
    alone = life_of(
        ex.blueprint(), "ada", Served([ex.viewed("v", ex.at(9, 9))]).rows, ex.at(9, 9, 30)
    )
    assert life.moments[0].x != alone.moments[0].x


class Kept:
    """Two profiles of one person: a browser, and the customer that it turned out to be."""

    def __init__(self) -> None:
        browser = Served([ex.viewed("a", ex.at(0, 9))])
        moved = LogRow(
            Event("m", ex.at(0, 9, 9), "rapport", ProfileMoved("ada")), "b", 0, ex.at(0, 9)
        )
        told = ProfileAbsorbed("b", encode_state(browser.states[-1]))
        customer = Served([
            Event("n", ex.at(0, 9, 9), "rapport", told), ex.order("o", ex.at(0, 9, 10)),
        ])  # fmt: skip
        gone = ProfileState("b", moved_into="ada")
        self._profiles = {"ada": customer.states[-1], "b": gone}
        self._rows = {"ada": customer.rows, "b": [*browser.rows, moved]}

    def profiles(
        self, brand: str, unread: Unread | None = None
    ) -> Iterator[tuple[str, ProfileState]]:
        yield from self._profiles.items()

    def log(self, brand: str, profile: str) -> Sequence[LogRow]:
        return self._rows[profile]


def test_profiles_that_turned_out_to_be_one_person_are_one() -> None:
    (life,) = lives_of(Kept(), ex.blueprint(), ex.at(0, 9) + 4 * HOUR + DAY)
    assert (life.orders, life.looks) == ([ex.at(0, 9, 10)], [ex.at(0, 9)])
    assert life.moments[0].at == ex.at(0, 9)


def test_no_more_people_are_read_than_were_asked_for() -> None:
    assert list(lives_of(Kept(), ex.blueprint(), LATEST, most=0)) == []
