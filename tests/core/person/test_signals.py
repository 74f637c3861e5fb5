"""What holds of signals for every history."""

from __future__ import annotations

from math import isfinite

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from told_signals import BLUEPRINT, FORM, SETTINGS, Person, fold

from rapport.core import events as ev
from rapport.core.bounds import MAX_OFFERS, MAX_PREFERENCES
from rapport.core.codec import decode_state, encode_state
from rapport.core.creative.framework import Condition
from rapport.core.events import Event
from rapport.core.person import signals
from rapport.core.person.signals import (
    ALWAYS,
    BY_NAME,
    CATALOGUE,
    FAMILIES,
    NEVER,
    at_odds,
    family_of,
    foregone,
    range_of,
)
from rapport.core.state import Answer, OfferTally, ProfileState
from rapport.core.time import Instant
from rapport.core.work import Work
from rapport.testing import examples as ex
from rapport.testing.strategies import histories, strange_histories


@SETTINGS
@given(strange_histories(max_size=25), st.sampled_from((0, ex.at(0), ex.at(60), 2**62)))
def test_whatever_happened_each_signal_is_finite_or_unavailable(
    events: list[Event], at: Instant
) -> None:
    moment = Work(BLUEPRINT, fold(events)).moment(at)
    found = signals.values(moment, FORM)
    assert {name for name in found if "[" not in name} == {s.name for s in CATALOGUE if not s.needs}
    assert all(value is None or isfinite(value) for value in found.values())
    assert all(signals.value_of(name, moment) == value for name, value in found.items())


@SETTINGS
@given(strange_histories(max_size=25), strange_histories(max_size=25))
def test_no_signal_is_less_or_more_than_the_catalogue_says(
    mine: list[Event], theirs: list[Event]
) -> None:
    alone, together = Person(fold(mine)), Person(fold(mine))
    together.absorb(fold(theirs, "ben"), ex.at(90))
    for found in (alone.known(ex.at(60)), together.known(ex.at(91))):
        for name, value in found.items():
            row = BY_NAME.get(name) or family_of(name)
            assert row
            within = range_of(row)
            assert value is None or within.least <= value <= within.most, (name, value)


def test_the_catalogue_says_which_signals_everybody_has() -> None:
    found = Person().known(ex.at(1))
    had = {name for name, value in found.items() if value is not None}
    had.remove("open_cart_value")  # 0 of an empty cart; who has one with unknown prices lacks it
    assert {s.name for s in CATALOGUE if s.known} == had


@SETTINGS
@given(
    st.sampled_from([row.name for row in CATALOGUE]),
    st.sampled_from(("<", "<=", ">", ">=", "==", "!=")),
    st.integers(-2, 40),
    st.integers(0, 40),
)
def test_a_condition_is_called_foregone_only_where_no_figure_changes_it(
    name: str, op: str, asked: int, figure: int
) -> None:
    condition, within = Condition(name, op, float(asked)), range_of(BY_NAME[name])
    holds = signals.compares(condition, float(figure))
    if within.least <= figure <= within.most:
        assert foregone(condition) != (NEVER if holds else ALWAYS)


CONDITIONS = st.builds(
    Condition,
    st.sampled_from(("orders_count", "click_rate")),
    st.sampled_from(("<", "<=", ">", ">=", "==", "!=")),
    st.integers(-3, 3).map(float),
)


@SETTINGS
@given(CONDITIONS, CONDITIONS)
def test_two_conditions_are_at_odds_where_no_figure_meets_both(
    one: Condition, other: Condition
) -> None:
    figures = [half / 2.0 for half in range(-9, 10)]
    meet = any(signals.compares(one, at) and signals.compares(other, at) for at in figures)
    apart = one.signal == other.signal and not meet
    assert (at_odds((one, other)) == (one, other)) is apart


@SETTINGS
@given(strange_histories(max_size=25), strange_histories(max_size=25))
def test_two_profiles_together_are_bounded_too(mine: list[Event], theirs: list[Event]) -> None:
    ada, ben = Person(fold(mine)), fold(theirs, "ben")
    ada.absorb(ben, ex.at(90))
    habits = ada.state.habits
    assert len(habits.offers) <= MAX_OFFERS
    assert len(habits.preferences) <= MAX_PREFERENCES
    assert len(habits.visits.devices) <= len(ev.DEVICES)
    assert len(habits.visits.channels) <= len(ev.CHANNELS)
    assert len(encode_state(ada.state)) < 10_000
    assert decode_state(encode_state(ada.state)) == ada.state
    assert all(v is None or isfinite(v) for v in ada.known(ex.at(91)).values())


@SETTINGS
@given(histories(opted_in=False), histories(opted_in=False))
def test_counts_of_two_profiles_add_up_whichever_absorbs_the_other(
    mine: list[Event], theirs: list[Event]
) -> None:
    one, two = fold(mine), fold(theirs, "ben")
    for a, b in ((one, two), (two, one)):
        person = Person(a)
        person.absorb(b, ex.at(90))
        habits = person.state.habits
        assert habits.visits.views == a.habits.visits.views + b.habits.visits.views
        told = (a.habits.carts.checkouts, b.habits.carts.checkouts)
        assert max(told) <= habits.carts.checkouts <= sum(told)
        asked = (a.habits.trouble.tickets, b.habits.trouble.tickets)
        assert max(asked) <= habits.trouble.tickets <= sum(asked)
        assert habits.largest_order == max(a.habits.largest_order, b.habits.largest_order)


@SETTINGS
@given(histories())
def test_a_condition_on_a_signal_agrees_with_what_a_decision_would_record(
    events: list[Event],
) -> None:
    moment = Work(BLUEPRINT, fold(events)).moment(ex.at(40))
    for name, value in signals.values(moment, FORM).items():
        assert signals.holds(Condition(name, ">=", 1.0), moment) == (
            value is not None and value >= 1.0
        )


def test_what_older_policies_record_is_what_they_recorded() -> None:
    moment = Work(BLUEPRINT, ProfileState("ada")).moment(ex.at(0))
    assert list(signals.values(moment, 1)) == [
        s.name for s in CATALOGUE if s.form == 1 and not s.needs
    ]
    assert len(signals.values(moment, 1)) == 23


def test_names_of_signals_are_unique_and_no_family_hides_a_signal() -> None:
    names = [row.name for row in (*CATALOGUE, *FAMILIES)]
    assert len(names) == len(set(names))
    assert all(row.label and row.unit and row.window and row.source for row in CATALOGUE)


def test_a_state_that_no_longer_is_finite_makes_no_signal_of_it() -> None:
    broken = replace(
        ProfileState("ada"),
        answers=(Answer("tone:warm", -3, 0), Answer("tone:plain", 0, 4)),
        habits=replace(ProfileState("ada").habits, offers=(OfferTally("ten", -5, 0, 9),)),
    )
    found = Person(broken).known(ex.at(1))
    assert found["answer_rate[tone:plain]"] == 1.0
    assert "answer_rate[tone:warm]" not in found
    assert found["offer_ignored[ten]"] == 0.0
