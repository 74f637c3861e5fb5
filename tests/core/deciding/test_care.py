"""After a complaint, a refund, a delayed parcel or an open question marketing waits or softens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.app.explaining.explain import explain
from rapport.core.blueprint import Blueprint
from rapport.core.bounds import ID_CHARS
from rapport.core.deciding.care import NO_CARE, OCCASIONS, Care, Caring, care_rules
from rapport.core.decision import Decision
from rapport.core.editions import CARE_TAKEN
from rapport.core.effects import AnyEffect, Decided, OutcomeClosed, Send
from rapport.core.events import (
    ConsentChanged,
    Event,
    MessageComplained,
    ParcelChanged,
    TicketChanged,
    Wake,
)
from rapport.core.state import ProfileState
from rapport.core.step import step, why_unwanted
from rapport.core.time import DAY, HOUR, Instant
from rapport.testing import examples as ex
from rapport.testing.strategies import histories

CARING = ex.blueprint(arms=ex.USUAL_ONLY, of=ex.brand(arms=ex.USUAL_ONLY, care=Care()))
LEFT_AT = ex.at(1, 10)
LEFT = ex.checkout("c", LEFT_AT, token="c9")


def told(
    blueprint: Blueprint, *events: Event, until: Instant = LEFT_AT + HOUR
) -> tuple[ProfileState, list[AnyEffect]]:
    state, effects = ProfileState("ada"), []
    wake = Event("wake", until, "rapport", Wake())
    for event in sorted((*ex.subscribed(ex.at(0, 9)), *events, wake), key=lambda e: e.at):
        state, new = step(blueprint, state, event)
        effects.extend(new)
    return state, effects


def decided(effects: list[AnyEffect]) -> Decision:
    return next(
        e.decision
        for e in effects
        if isinstance(e, Decided) and e.decision.stage == "content"
    )  # fmt: skip


def parcel(name: str, at: Instant, *, delayed: bool = True) -> Event:
    return ex.event(name, at, ParcelChanged("p1", delayed=delayed))


def ticket(name: str, at: Instant, *, is_open: bool = True) -> Event:
    return ex.event(name, at, TicketChanged("t1", open=is_open))


REFUND = (ex.order("o", ex.at(0, 10), "o0", "c0"), ex.refund("r", ex.at(0, 11), "o0"))
COMPLAINT = (
    ex.event("spam", ex.at(0, 10), MessageComplained()),
    ex.event(
        "again",
        ex.at(0, 12),
        ConsentChanged("email", "subscribed", method="form", double_opt_in=True),
    ),
)

CASES = [
    (REFUND, "after a refund"),
    (COMPLAINT, "after a complaint"),
    ((parcel("late", ex.at(0, 10)),), "while a parcel is delayed"),
    ((ticket("asked", ex.at(0, 10)),), "while a question to support is open"),
]


@pytest.mark.parametrize(("events", "words"), CASES, ids=[words for _, words in CASES])
def test_marketing_waits_and_the_decision_says_why(events: tuple[Event, ...], words: str) -> None:
    _, effects = told(CARING, *events, LEFT)
    assert not [e for e in effects if isinstance(e, Send)]
    decision = decided(effects)
    assert decision.reason == f"rule: care: {words}"
    assert explain(decision, CARING).summary == f"Nothing was said: marketing waits {words}."
    _, careless = told(ex.blueprint(arms=ex.USUAL_ONLY), *events, LEFT)
    assert [e for e in careless if isinstance(e, Send)]


@pytest.mark.parametrize(
    "events",
    [
        (parcel("late", ex.at(0, 10)), parcel("came", ex.at(0, 20), delayed=False)),
        (ticket("asked", ex.at(0, 10)), ticket("answered", ex.at(0, 20), is_open=False)),
    ],
    ids=["the parcel came", "the question was answered"],
)
def test_it_ends_once_it_is_mended(events: tuple[Event, ...]) -> None:
    _, effects = told(CARING, *events, LEFT)
    assert [e for e in effects if isinstance(e, Send)]


@pytest.mark.parametrize("day", [4, 20, 60])
def test_it_ends_by_itself(day: int) -> None:
    left = ex.checkout("c", ex.at(day, 10), token="c9")
    for (events, _), care in zip(CASES, (3, 30, 14, 30), strict=True):
        _, effects = told(CARING, *events, left, until=ex.at(day, 11))
        sent = [e for e in effects if isinstance(e, Send)]
        assert bool(sent) == (day > care)


@pytest.mark.parametrize("arm", [ex.ADAPTIVE_ONLY, ex.USUAL_ONLY, ex.HOLDOUT_ONLY])
def test_every_arm_waits_alike_and_nothing_is_learnt_from_it(arm: ex.Arms) -> None:
    blueprint = ex.blueprint(arms=arm, of=ex.brand(arms=arm, care=Care()))
    _, effects = told(blueprint, *REFUND, LEFT, until=LEFT_AT + 10 * DAY)
    assert decided(effects).reason == "rule: care: after a refund"
    outcomes = {e.decision for e in effects if isinstance(e, OutcomeClosed)}
    assert decided(effects).id not in outcomes


def test_a_planned_message_waits_no_longer_wanted_after_what_happened_since() -> None:
    """It is asked again right before it goes out."""
    state, effects = told(CARING, LEFT)
    (send,) = [e for e in effects if isinstance(e, Send)]
    now = LEFT_AT + HOUR
    assert why_unwanted(CARING, state, send, now) == ""
    for late in (parcel("late", now), ticket("asked", now)):
        after, _ = step(CARING, state, late)
        assert "the rule 'care: while" in why_unwanted(CARING, after, send, now + 1)


def test_it_softens_where_the_brand_says_so() -> None:
    care = replace(NO_CARE, refund=Caring(soften=("warm",), soft_for=30 * DAY))
    blueprint = ex.blueprint(arms=ex.USUAL_ONLY, of=ex.brand(arms=ex.USUAL_ONLY, care=care))
    _, effects = told(blueprint, *REFUND, LEFT)
    decision = decided(effects)
    assert decision.action.tone == "warm"
    rows = [(e.level, e.reason) for e in decision.excluded if e.factor == "tone"]
    assert ("plain", "care: softly after a refund") in rows
    assert ("playful", "care: softly after a refund") in rows


def test_a_tone_that_the_framework_lacks_is_silence() -> None:
    care = replace(NO_CARE, refund=Caring(soften=("solemn",), soft_for=30 * DAY))
    blueprint = ex.blueprint(arms=ex.USUAL_ONLY, of=ex.brand(arms=ex.USUAL_ONLY, care=care))
    _, effects = told(blueprint, *REFUND, LEFT)
    assert decided(effects).reason.startswith("rules leave nothing to say: care: softly after")


def test_an_older_release_is_decided_as_it_was() -> None:
    old = replace(
        CARING, releases=tuple(replace(r, edition=CARE_TAKEN - 1) for r in CARING.releases)
    )
    _, effects = told(old, *REFUND, LEFT)
    assert [e for e in effects if isinstance(e, Send)]


def test_what_care_asked_for_stands_in_the_record() -> None:
    _, effects = told(CARING, parcel("late", ex.at(0, 10)), LEFT)
    known = {signal.name: signal.value for signal in decided(effects).signals}
    assert (known["delayed_parcels"], known["days_since_delay"]) == (1.0, pytest.approx(1.0, 0.1))


@given(histories())
def test_nobody_in_trouble_is_written_to(told_events: list[Event]) -> None:
    """Where a message is planned, nothing before it asked for care, whatever happens in whatever
    order. What is due at the very moment of an event comes before it."""
    state = ProfileState("ada")
    for event in told_events:
        state, effects = step(CARING, state, event)
        for send in (e for e in effects if isinstance(e, Send)):
            trouble, at = state.habits.trouble, send.at
            refunded = state.orders.last_refund_at
            assert not (refunded and refunded < at < refunded + 3 * DAY)
            assert not (state.open_tickets and trouble.ticket_at < at < trouble.ticket_at + DAY)
            assert not (trouble.delayed and trouble.delayed_at < at < trouble.delayed_at + DAY)


def test_all_off_is_no_rule_and_the_usual_is_one_for_each() -> None:
    assert care_rules(NO_CARE) == ()
    assert len(care_rules(Care())) == len(OCCASIONS)


@given(st.lists(st.tuples(st.sampled_from(["p1", "p2", "p" * 90]), st.booleans()), max_size=40))
def test_however_many_parcels_are_late_the_state_stays_small(
    told_of: list[tuple[str, bool]],
) -> None:
    state = ProfileState("ada")
    for n, (name, delayed) in enumerate(told_of):
        event = ex.event(f"e{n}", ex.at(0) + n, ParcelChanged(name, delayed=delayed))
        state, _ = step(CARING, state, event)
    late = state.habits.trouble.delayed
    last = {name[:ID_CHARS]: delayed for name, delayed in told_of}
    assert set(late) == {name for name, delayed in last.items() if delayed}
    assert all(len(name) <= ID_CHARS for name in late)
