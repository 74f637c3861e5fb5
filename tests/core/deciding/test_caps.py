"""Caps hold, whatever they are and whenever somebody comes by."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.bounds import LONGEST_CAP, MAX_NOTES, MAX_NOTES_BEFORE
from rapport.core.brand import Cap
from rapport.core.codec import encode_state
from rapport.core.creative.framework import Action
from rapport.core.editions import CAPS_COUNTED
from rapport.core.effects import Decided, Send
from rapport.core.events import (
    AnyBody,
    Event,
    MessageClicked,
    MessageSent,
    MessageStopped,
    ProfileAbsorbed,
    Wake,
)
from rapport.core.flow import DecisionPoint, Exit
from rapport.core.person.signals import value_of
from rapport.core.state import Note, ProfileState
from rapport.core.step import earliest, step
from rapport.core.time import DAY, HOUR, MINUTE, Instant, Millis
from rapport.core.work import Work
from rapport.testing import examples as ex


def shop(*caps: Cap, valid_for: Millis = HOUR, patience: Millis = HOUR) -> Blueprint:
    """Each checkout is written about at once, by day and by night, as far as the caps allow."""
    first = ex.point("first")
    at_once = DecisionPoint(
        "first", ex.FLOW, first.times, first.usual, patience, valid_for, window=DAY
    )
    flow = replace(ex.CHECKOUT_FLOW, nodes=(at_once, Exit()), reentry_after=0)
    owner = replace(ex.brand(arms=ex.USUAL_ONLY, caps=caps), quiet_from=0, quiet_until=0)
    return ex.blueprint(flow=flow, of=owner)


def under(blueprint: Blueprint, edition: int) -> Blueprint:
    return replace(
        blueprint, releases=tuple(replace(one, edition=edition) for one in blueprint.releases)
    )


class Life:
    """One person of a shop, and what went out to them."""

    def __init__(self, blueprint: Blueprint, name: str = "ada") -> None:
        self.blueprint = blueprint
        self.state = ProfileState(name)
        self.decided: list[Decided] = []
        self.waiting: list[Send] = []
        self.sent: list[Instant] = []
        self.clicks = False
        self._told = 0
        for event in ex.subscribed(ex.at(0)):
            self._take(event)

    def comes(self, at: Instant) -> None:
        self._told += 1
        self._take(ex.checkout(f"c{self._told}", at, token=f"t{self._told}"))

    def waits(self, at: Instant) -> None:
        self.tell(at, Wake())

    def goes_out(self, at: Instant) -> None:
        """What waits and may go out does, as the dispatcher would have it."""
        for send in self.waiting[:]:
            if at > send.valid_until:
                self.waiting.remove(send)
                self.tell(at, MessageStopped(send.key, "refused", "too late to matter"))
            elif earliest(self.blueprint, self.state, at, send.key).at <= at:
                self.waiting.remove(send)
                self.sent.append(at)
                self.tell(at, MessageSent(send.key))
                if self.clicks:
                    self.tell(at, MessageClicked(send.key))

    def tell(self, at: Instant, body: AnyBody) -> None:
        self._told += 1
        self._take(Event(f"e{self._told}", at, "rapport", body))

    def _take(self, event: Event) -> None:
        self.state, effects = step(self.blueprint, self.state, event)
        self.waiting += [effect for effect in effects if isinstance(effect, Send)]
        self.decided += [effect for effect in effects if isinstance(effect, Decided)]

    def most_within(self, window: Millis) -> int:
        return max(
            (sum(at <= one < at + window for one in self.sent) for at in self.sent), default=0
        )

    def known(self, signal: str, at: Instant) -> float | None:
        return value_of(signal, Work(self.blueprint, self.state).moment(at))


CAPS = st.builds(Cap, st.integers(1, MAX_NOTES), st.integers(HOUR, LONGEST_CAP))
STEPS = st.tuples(
    st.sampled_from((MINUTE, HOUR, 7 * HOUR, DAY, 2 * DAY, 9 * DAY, 31 * DAY)),
    st.sampled_from(("comes", "comes", "comes", "waits")),
    st.booleans(),
)
WHILES = st.sampled_from((HOUR, 3 * DAY, 40 * DAY, 100 * DAY))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example([Cap(12, 28 * DAY)], HOUR, HOUR, [(DAY, "comes", True)] * 60)
@example([Cap(MAX_NOTES, LONGEST_CAP)], HOUR, HOUR, [(DAY, "comes", True)] * 120)
@example([Cap(3, 60 * DAY), Cap(1, DAY)], HOUR, 2 * DAY, [(15 * DAY, "comes", True)] * 16)
@example([Cap(2, DAY)], 100 * DAY, HOUR, [*[(DAY, "comes", False)] * 45, (DAY, "waits", True)])
@given(
    st.lists(CAPS, min_size=1, max_size=3), WHILES, WHILES,
    st.lists(STEPS, min_size=30, max_size=120),
)  # fmt: skip
def test_no_window_ever_holds_more_messages_than_its_cap_allows(
    caps: list[Cap], valid_for: Millis, patience: Millis, steps: list[tuple[Millis, str, bool]]
) -> None:
    ada, at = Life(shop(*caps, valid_for=valid_for, patience=patience)), ex.at(1)
    for gap, what, senders_work in steps:
        at += gap
        getattr(ada, what)(at)
        if senders_work:
            ada.goes_out(at)
    for cap in caps:
        assert ada.most_within(cap.window) <= cap.count
    assert len(ada.state.notes) <= MAX_NOTES


@pytest.mark.parametrize(
    "cap", [Cap(9, 28 * DAY), Cap(MAX_NOTES, 35 * DAY), Cap(MAX_NOTES, LONGEST_CAP)]
)
def test_a_cap_keeps_nobody_from_as_many_as_it_allows(cap: Cap) -> None:
    ada = Life(shop(cap))
    for day in range(1, 120):
        ada.comes(ex.at(day))
        ada.goes_out(ex.at(day))
    assert ada.most_within(cap.window) == cap.count
    assert {one.decision.reason for one in ada.decided} == {"usual", "cap"}


def test_what_was_published_before_remembers_eight_messages_of_four_weeks() -> None:
    ada = Life(under(shop(Cap(9, 28 * DAY), Cap(9, 90 * DAY)), CAPS_COUNTED - 1))
    for day in range(1, 30):
        ada.comes(ex.at(day))
        ada.goes_out(ex.at(day))
    assert len(ada.sent) == 29
    assert [note.at for note in ada.state.notes] == ada.sent[-MAX_NOTES_BEFORE:]
    ada.comes(ex.at(60))
    assert len(ada.state.notes) == 1


def test_messages_are_remembered_for_four_weeks_where_no_cap_looks_further_back() -> None:
    for caps, days in (((), 28), ((Cap(2, DAY),), 28), ((Cap(2, DAY), Cap(25, 60 * DAY)), 60)):
        ada = Life(shop(*caps))
        for day in range(1, 121, 5):
            ada.comes(ex.at(day))
            ada.goes_out(ex.at(day))
        newest = ada.sent[-1]
        assert [note.at for note in ada.state.notes] == [
            at for at in ada.sent if at > newest - days * DAY
        ]


def test_a_cap_that_grows_counts_what_is_still_remembered_and_all_of_it_from_then_on() -> None:
    weekly, quarterly = shop(Cap(1, 7 * DAY)), shop(Cap(5, 90 * DAY))
    grown = replace(quarterly.releases[0], number=2, since=ex.at(60))
    ada = Life(replace(weekly, releases=(*weekly.releases, grown)))
    for day in range(1, 170):
        ada.comes(ex.at(day))
        ada.goes_out(ex.at(day))
    since = [(at - ex.at(0)) // DAY for at in ada.sent if at >= ex.at(60)]
    # Four of the last four weeks are remembered, so there was room for one; and then for one for
    # each that falls out of the ninety days.
    assert since == [60, 126, 133, 140, 147, 150]


def test_a_run_of_an_older_release_goes_on_under_its_caps_with_all_that_they_count() -> None:
    old, new = shop(Cap(2, 90 * DAY), patience=200 * DAY), shop(Cap(9, DAY))
    later = replace(new.releases[0], number=2, since=ex.at(45))
    ada = Life(replace(old, releases=(*old.releases, later)))
    for day in (1, 40):
        ada.comes(ex.at(day))
        ada.goes_out(ex.at(day))
    ada.comes(ex.at(42))  # put off until day 91, by the older release's cap
    assert not ada.waiting
    assert [run.release for run in ada.state.runs] == [1]
    ada.waits(ex.at(92))
    (send,) = ada.waiting
    assert send.at == ex.at(91)
    assert [note.at for note in ada.state.notes] == [ex.at(40), ex.at(91)]


def test_two_profiles_that_are_one_person_get_no_more_than_one_may() -> None:
    cap = Cap(MAX_NOTES, 60 * DAY)
    ada, ben = Life(shop(cap)), Life(shop(cap), "ben")
    for hour in range(20):
        ada.comes(ex.at(1 + hour))
        ada.goes_out(ex.at(1 + hour))
        ben.comes(ex.at(1 + hour, 12))
        ben.goes_out(ex.at(1 + hour, 12))
    ada.tell(ex.at(22), ProfileAbsorbed("ben", encode_state(ben.state)))
    both = sorted([*ada.sent, *ben.sent])
    assert [note.at for note in ada.state.notes] == both[-MAX_NOTES:]
    ada.comes(ex.at(23))
    assert not ada.waiting
    ada.comes(both[-MAX_NOTES] + cap.window)
    assert len(ada.waiting) == 1


def test_signals_count_as_many_messages_as_went_out_up_to_thirty() -> None:
    ada = Life(shop(Cap(MAX_NOTES, LONGEST_CAP)))
    for hour in range(12):
        ada.comes(ex.at(1, hour))
        ada.goes_out(ex.at(1, hour))
    ada.clicks = True
    for day in range(40, 52):
        ada.comes(ex.at(day))
        ada.goes_out(ex.at(day))
    ada.clicks = False
    for day in (52, 53):
        ada.comes(ex.at(day))
        ada.goes_out(ex.at(day))
    at = ex.at(53, 1)
    assert len(ada.state.notes) == 26
    assert (ada.known("messages_7d", at), ada.known("messages_28d", at)) == (7, 14)
    assert ada.known("click_rate", at) == 12 / 14  # of the last four weeks alone
    assert ada.known("unanswered_in_a_row", at) == 2
    assert ada.known("days_since_message", at) == 1 / 24


def test_a_message_that_waited_until_it_was_forgotten_is_counted_once_it_goes_out() -> None:
    ada = Life(shop(Cap(2, 28 * DAY), valid_for=200 * DAY))
    for day in (1, 40):
        ada.comes(ex.at(day))
    ada.goes_out(ex.at(50))
    assert [(note.at, note.confirmed) for note in ada.state.notes] == [(ex.at(50), True)] * 2
    ada.comes(ex.at(51))
    assert (len(ada.sent), ada.waiting) == (2, [])


def test_of_many_messages_the_newest_are_remembered_whenever_they_went_out() -> None:
    ada = Life(shop(Cap(MAX_NOTES, LONGEST_CAP)))
    late = Note("late", ex.at(50), Action(), confirmed=True)
    others = [Note(f"n{n}", ex.at(1, 0, n), Action(), confirmed=True) for n in range(29)]
    ada.state = replace(ada.state, notes=(late, *others))
    ada.comes(ex.at(60))
    assert late in ada.state.notes
    assert len(ada.state.notes) == MAX_NOTES
