"""What holds of `step` for every history, likely or not."""

from __future__ import annotations

import contextlib
from math import isclose, prod

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.app.events.replay import refold
from rapport.core.blueprint import Blueprint
from rapport.core.codec import (
    STATE_VERSION,
    decode_decision,
    decode_send,
    decode_state,
    encode_decision,
    encode_send,
    encode_state,
)
from rapport.core.deciding.arms import Arms
from rapport.core.decision import Decision
from rapport.core.effects import AnyEffect, Decided, Send
from rapport.core.events import (
    AnyBody,
    CartChanged,
    CheckoutStarted,
    CollectionViewed,
    Event,
    Line,
    OrderPlaced,
    ProductViewed,
    ProfileAbsorbed,
    ProfileChanged,
    TicketChanged,
    Wake,
)
from rapport.core.policy.odds import SURE_FLOOR as FLOOR
from rapport.core.policy.policy import Policy
from rapport.core.state import ProfileState
from rapport.core.step import next_due, step
from rapport.core.time import DAY, HOUR, MINUTE, Instant
from rapport.errors import CodecError
from rapport.ports import LogRow
from rapport.testing import examples as ex
from rapport.testing import more_flows as more
from rapport.testing.strategies import histories, strange_histories

SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(SETTINGS, max_examples=150)

_ARMS = st.sampled_from((ex.ADAPTIVE_ONLY, ex.USUAL_ONLY, ex.HOLDOUT_ONLY, Arms(3_000, 3_000)))
_POLICIES = st.sampled_from((ex.EAGER, Policy()))
BLUEPRINTS = st.one_of(
    st.builds(ex.blueprint, _ARMS, _POLICIES),
    st.builds(more.blueprint, arms=_ARMS, policy=_POLICIES),
)


def fold(
    blueprint: Blueprint, events: list[Event], until: Instant | None = None, profile: str = "ada"
) -> tuple[ProfileState, list[AnyEffect]]:
    state, effects = ProfileState(profile), list[AnyEffect]()
    for event in [*events, *([wake(until)] if until is not None else [])]:
        state, more = step(blueprint, state, event)
        effects.extend(more)
    return state, effects


def wake(at: Instant) -> Event:
    return Event("wake", at, "rapport", Wake())


def decisions(effects: list[AnyEffect]) -> list[Decision]:
    return [effect.decision for effect in effects if isinstance(effect, Decided)]


# --- Totality, bounds and the stored form --------------------------------------------------------


@MANY
@given(BLUEPRINTS, strange_histories())
@example(  # a visit of 1970 told after one of today
    ex.blueprint(),
    [
        Event(str(number), at, "", CollectionViewed(category))
        for number, (at, category) in enumerate(
            [*((ex.START, name) for name in "abcdef"), (0, "late"), (ex.START, "f")]
        )
    ],
)
@example(  # a timer beyond what 64 bits hold
    ex.blueprint(), [*ex.subscribed(0), ex.checkout("c", 2**64), ex.checkout("d", 10**400)]
)
def test_no_history_whatever_makes_step_raise_or_its_results_unstorable(
    blueprint: Blueprint, events: list[Event]
) -> None:
    state, effects = fold(blueprint, events, until=ex.at(400))
    assert decode_state(encode_state(state)) == state
    due = next_due(state)
    assert due is None or due < 2**63
    for effect in effects:
        assert msgspec.json.decode(msgspec.json.encode(effect))["key"] == effect.key


@MANY
@given(BLUEPRINTS, strange_histories(max_size=30))
def test_the_state_stays_small_whatever_happens(blueprint: Blueprint, events: list[Event]) -> None:
    sized = [e for e in events if len(e.id) < 100]
    assert len(encode_state(fold(blueprint, sized)[0])) < 10_000


def test_the_busiest_profile_there_can_be_stays_under_10_kb() -> None:
    name = "n" * 200
    lines = tuple(
        Line(f"{i:03}{name}", name, 9_999, 999_999_999, category=f"{i}{name}") for i in range(99)
    )
    events = [*ex.subscribed(ex.at(0, 9))]
    for number in range(60):
        at = ex.at(number * 8, 9)
        bodies: tuple[AnyBody, ...] = (
            ProductViewed(lines[number]),
            CollectionViewed(f"{number}{name}"),
            TicketChanged(f"{number}{name}"),
            ProfileChanged(declined_topics=tuple(f"{i}{name}" for i in range(30))),
            OrderPlaced(
                f"{number}{name}", tuple(f"{number}{i}{name}" for i in range(9)),
                revenue=10**11, checkout_token=f"{number}{name}",
            ),
            CartChanged(lines=lines),
            CheckoutStarted(f"{number}-{name}", lines, 10**11, "GBP", name),
        )  # fmt: skip
        events += [
            Event(f"{number}-{i}" + "e" * 100, at + i * MINUTE, "source", body)
            for i, body in enumerate(bodies)
        ]
    state, _ = fold(ex.blueprint(), events)
    assert len(encode_state(state)) < 10_000


def test_a_usual_customer_takes_less_than_2_kb() -> None:
    events = list(ex.subscribed(ex.at(0, 8)))
    for week in range(8):
        day = week * 7
        events += [
            ex.viewed(f"v{week}", ex.at(day, 9), ex.MUG),
            ex.viewed(f"w{week}", ex.at(day, 9, 4)),
            ex.checkout(f"c{week}", ex.at(day, 9, 10), f"t{week}", (ex.line(), ex.line(ex.MUG))),
        ]
        if week % 3 == 0:
            events.append(ex.order(f"b{week}", ex.at(day + 2), f"o{week}", f"t{week}"))
    state, _ = fold(ex.blueprint(), events, until=ex.at(52))
    assert 400 < len(encode_state(state)) < 2_000


@SETTINGS
@given(BLUEPRINTS, histories())
def test_what_is_stored_is_read_back_the_same(blueprint: Blueprint, events: list[Event]) -> None:
    state, effects = fold(blueprint, events, until=ex.at(60))
    assert decode_state(encode_state(state)) == state
    for effect in effects:
        if isinstance(effect, Decided):
            assert decode_decision(encode_decision(effect.decision)) == effect.decision
        if isinstance(effect, Send):
            assert decode_send(encode_send(effect)) == effect


@MANY
@given(st.data())
def test_damaged_bytes_are_refused_by_the_codec_and_by_nothing_else(data: st.DataObject) -> None:
    events = [*ex.subscribed(ex.at(0, 8)), ex.checkout("c", ex.at(0, 9))]
    state, effects = fold(ex.blueprint(), events, until=ex.at(3))
    decision = decisions(effects)[-1]
    send = next(effect for effect in effects if isinstance(effect, Send))
    for stored, decode in (
        (encode_state(state), decode_state),
        (encode_decision(decision), decode_decision),
        (encode_send(send), decode_send),
    ):
        damaged = bytearray(stored)
        for _ in range(data.draw(st.integers(1, 4))):
            damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
        cut = bytes(damaged[: data.draw(st.integers(0, len(damaged)))])
        for broken in (bytes(damaged), cut, cut + b"\x00"):
            with contextlib.suppress(CodecError):
                decode(broken)


@pytest.mark.parametrize(
    "stored", [b"", b"\x00\x90", bytes([STATE_VERSION + 1]), bytes([STATE_VERSION]) + b"\xa1\xff"]
)
def test_a_state_that_cannot_be_read_says_so(stored: bytes) -> None:
    with pytest.raises(CodecError):
        decode_state(stored)


def test_an_absorbed_state_that_cannot_be_read_loses_nothing_of_the_other() -> None:
    before, _ = fold(ex.blueprint(), [*ex.subscribed(ex.at(0, 8)), ex.order("o", ex.at(0, 9))])
    for broken in (b"", b"\x00", bytes([STATE_VERSION]) + b"\xa1\xff", b"\xff\xff"):
        absorbed = ex.event("a", ex.at(1), ProfileAbsorbed("ben", broken))
        after, _ = step(ex.blueprint(), before, absorbed)
        assert replace(after, consent=before.consent, clock=before.clock) == before


# --- The same history, however it is told --------------------------------------------------------


@SETTINGS
@given(BLUEPRINTS, histories(late=False), st.lists(st.integers(0, 60 * 24), max_size=8))
def test_waking_between_events_changes_neither_state_nor_effects(
    blueprint: Blueprint, events: list[Event], hours: list[int]
) -> None:
    woken = sorted(
        [*((e.at, 1, e) for e in events), *((ex.at(0, h), 0, wake(ex.at(0, h))) for h in hours)],
        key=lambda row: row[:2],
    )
    end = ex.at(400)
    assert fold(blueprint, [e for _, _, e in woken], until=end) == fold(
        blueprint, events, until=end
    )


@SETTINGS
@given(
    BLUEPRINTS, histories(), st.lists(st.sampled_from((0, HOUR, 9 * HOUR, 2 * DAY)), min_size=26)
)
def test_a_replay_with_each_events_recorded_clock_makes_the_same_decisions(
    blueprint: Blueprint, events: list[Event], leads: list[int]
) -> None:
    state, effects, log = ProfileState("ada"), list[AnyEffect](), list[LogRow]()
    for event, lead in zip(events, leads, strict=False):
        if lead:  # the host's wakes may run ahead of events that are told late
            state, more = step(blueprint, state, wake(event.at + lead))
            effects.extend(more)
        log.append(LogRow(event, "ada", event.at, state.clock))
        state, more = step(blueprint, state, event)
        effects.extend(more)
    again, made = refold(blueprint, "ada", log, until=state.clock)
    assert encode_state(again) == encode_state(state)
    assert made == [encode_decision(decision) for decision in decisions(effects)]


@SETTINGS
@given(BLUEPRINTS, histories())
def test_keys_of_effects_are_unique(blueprint: Blueprint, events: list[Event]) -> None:
    _, effects = fold(blueprint, events, until=ex.at(400))
    keys = [effect.key for effect in effects]
    assert len(keys) == len(set(keys))


@SETTINGS
@given(BLUEPRINTS, histories())
def test_every_run_that_is_entered_is_left_and_every_window_closes(
    blueprint: Blueprint, events: list[Event]
) -> None:
    state, _ = fold(blueprint, events, until=ex.at(400))
    assert (state.runs, state.windows, next_due(state)) == ((), (), None)


# --- Propensities --------------------------------------------------------------------------------


@SETTINGS
@given(
    histories(),
    st.sampled_from(
        (
            Policy(),
            ex.EAGER,
            Policy(exploration=1e9),
            Policy(exploration=float("nan")),
            Policy(form=2),
            Policy(form=2, unknown=(0.01,) * 36, errors={"send": (0.02,) * 36}, doubt=0.95),
            Policy(form=2, send=(float("nan"),) * 8, errors={"send": (float("inf"),) * 36}),
        )
    ),
)
def test_a_content_decisions_propensity_is_the_product_of_its_draws_and_of_its_time(
    events: list[Event], policy: Policy
) -> None:
    _, effects = fold(ex.blueprint(policy=policy), events, until=ex.at(60))
    time_probability: dict[tuple[int, str], float] = {}
    for decision in decisions(effects):
        for draw in decision.draws:
            assert isclose(sum(draw.probabilities), 1.0, rel_tol=0, abs_tol=1e-9)
            least = min(FLOOR, 1 / len(draw.levels)) - 1e-12
            assert all(least <= p <= 1.0 for p in draw.probabilities)
            assert draw.chosen in draw.levels
        where = (decision.run, decision.point)
        if decision.stage == "time":
            time_probability[where] = decision.propensity
        if not decision.draws:
            assert decision.propensity == 1.0
        elif decision.stage == "content":
            drawn = prod(draw.probability for draw in decision.draws)
            assert decision.propensity == time_probability[where] * drawn


@SETTINGS
@given(histories())
def test_no_decision_takes_what_a_rule_or_the_person_excluded(events: list[Event]) -> None:
    _, effects = fold(ex.blueprint(), events, until=ex.at(60))
    for decision in decisions(effects):
        taken = {(e.factor, e.level) for e in decision.excluded}
        offered = {(d.factor, level) for d in decision.draws for level in d.levels}
        assert not taken & offered
        assert (decision.action.tone, decision.action.offer) not in {
            ("playful", "ten"), ("playful", "post"),
        }  # fmt: skip
