"""Two profiles that are one person: what was to be said to either is said, and once."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.brand import Cap
from rapport.core.codec import decode_state, encode_state
from rapport.core.editions import RUNS_GO_ON
from rapport.core.effects import AnyEffect, Decided, Entered, Left, Send
from rapport.core.events import Event, ProfileAbsorbed, ProfileChanged, ProfileMoved, Wake
from rapport.core.flows.runs import MAX_RUNS
from rapport.core.flows.runs_together import MERGED
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import DAY, HOUR, Instant
from rapport.testing import examples as ex
from rapport.testing import more_flows as more
from rapport.testing.strategies import histories

OFTEN = ex.brand(caps=(Cap(50, DAY),), arms=ex.USUAL_ONLY)
"""A brand whose cap stops nothing, and where everybody gets the usual message."""


class Two:
    """Ada and Ben, told of event by event until they turn out to be one: Ada."""

    def __init__(self, blueprint: Blueprint | None = None) -> None:
        self.blueprint = blueprint or more.blueprint(of=OFTEN)
        self.states = {name: ProfileState(name) for name in ("ada", "ben")}
        self.effects: list[AnyEffect] = []

    def tell(self, name: str, *events: Event) -> Two:
        for event in events:
            self.states[name], effects = step(self.blueprint, self.states[name], event)
            self.effects.extend(effects)
        return self

    def known(self) -> Two:
        """Both may be written to, and nobody is welcomed."""
        for name in self.states:
            self.tell(name, more.opted_in(f"known-{name}", ex.at(-9), "import"))
        return self.addressed()

    def addressed(self) -> Two:
        """The address of both is known."""
        for name in self.states:
            body = ProfileChanged(has_email=True)
            self.tell(name, ex.event(f"address-{name}", ex.at(-9), body))
        return self

    def wait(self, until: Instant) -> Two:
        for name in self.states:
            self.tell(name, Event("wake", until, "rapport", Wake()))
        return self

    def merge(self, at: Instant) -> Two:
        """As `rapport.app.events.process` does it."""
        self.tell("ben", Event("wake", at, "rapport", Wake()))
        known = encode_state(self.states["ben"])
        self.tell("ben", ex.event(f"moved-{at}", at, ProfileMoved("ada"), "rapport"))
        absorbed = ProfileAbsorbed("ben", known)
        return self.tell("ada", ex.event(f"absorbed-{at}", at, absorbed, "rapport"))

    @property
    def ada(self) -> ProfileState:
        return self.states["ada"]

    def in_flows(self) -> list[str]:
        return sorted(run.flow for run in self.ada.runs)

    def sends(self) -> list[Send]:
        return [e for e in self.effects if isinstance(e, Send)]

    def said(self) -> list[tuple[str, str]]:
        return [(send.flow, send.point) for send in self.sends()]

    def left(self) -> list[tuple[str, str, str]]:
        return [(e.profile, e.flow, e.reason) for e in self.effects if isinstance(e, Left)]


def only(*flows: str) -> Blueprint:
    return more.blueprint(*(flow for flow in more.FLOWS if flow.key in flows), of=OFTEN)


def two_points(flow: str = more.WELCOME) -> Blueprint:
    """The flow alone, with two messages four days apart."""
    (found,) = (one for one in more.FLOWS if one.key == flow)
    first, second = found.nodes[1], replace(found.nodes[1], key="second")
    wait = replace(found.nodes[0], length=4 * DAY) if flow == more.WELCOME else found.nodes[0]
    longer = replace(found, nodes=(found.nodes[0], first, wait, second, found.nodes[-1]))
    return more.blueprint(longer, of=OFTEN)


# --- Nothing is lost ----------------------------------------------------------------------------


def test_a_welcome_goes_on_as_the_person_that_the_profile_is_of() -> None:
    two = Two(only("welcome")).addressed().tell("ben", more.opted_in("in", ex.at(0, 9)))
    two.merge(ex.at(0, 9, 30))
    assert two.in_flows() == ["welcome"]
    assert two.wait(ex.at(3)).said() == [("welcome", "first")]
    assert [send.profile for send in two.sends()] == ["ada"]


@pytest.mark.parametrize("flow", ["replenish", "winback", "thanks"])
def test_a_long_wait_after_an_order_goes_on_to_the_same_moment(flow: str) -> None:
    alone = Two(only(flow)).known().tell("ben", ex.order("o", ex.at(0, 10)))
    alone.wait(ex.at(300))
    two = Two(only(flow)).known().tell("ben", ex.order("o", ex.at(0, 10))).merge(ex.at(2))
    two.wait(ex.at(300))
    assert [send.at for send in two.sends()] == [send.at for send in alone.sends()]
    assert two.said() == [(flow, "first")]
    assert [send.subject for send in two.sends()] == ["o1"]


def test_in_a_release_of_before_they_end() -> None:
    known = only("replenish")
    releases = tuple(replace(release, edition=RUNS_GO_ON - 1) for release in known.releases)
    two = Two(replace(known, releases=releases)).known().tell("ben", ex.order("o", ex.at(0, 10)))
    two.merge(ex.at(2)).wait(ex.at(300))
    assert (two.said(), two.left()) == ([], [("ben", "replenish", MERGED)])


def test_a_run_that_goes_on_is_entered_once_and_left_once() -> None:
    two = Two(only("welcome")).addressed().tell("ben", more.opted_in("in", ex.at(0, 9)))
    two.merge(ex.at(0, 9, 30)).wait(ex.at(3))
    assert [e.profile for e in two.effects if isinstance(e, Entered)] == ["ben"]
    assert two.left() == [("ada", "welcome", "finished")]


def test_a_basket_that_the_other_left_is_written_about_by_its_newest_checkout() -> None:
    two = Two(only("checkout")).known().tell("ada", ex.checkout("a", ex.at(0, 10), "of-ada"))
    two.tell("ben", ex.checkout("b", ex.at(0, 10, 20), "of-ben")).merge(ex.at(0, 10, 30))
    assert [run.subject for run in two.ada.runs] == ["of-ben"]
    two.wait(ex.at(0, 15))
    assert [(send.subject, send.point) for send in two.sends()] == [("of-ben", "first")]


def test_a_timer_that_lies_behind_the_clock_here_fires_at_once() -> None:
    two = Two(only("welcome")).addressed().tell("ben", more.opted_in("in", ex.at(0, 9)))
    two.tell("ada", ex.viewed("v", ex.at(2, 9))).merge(ex.at(0, 9, 30))
    (run,) = two.ada.runs
    assert run.wake_at == ex.at(2, 9) + 1
    assert two.wait(ex.at(5)).said() == [("welcome", "first")]


# --- Nothing is said twice ----------------------------------------------------------------------


def test_of_two_welcomes_the_one_that_has_come_further_goes_on() -> None:
    two = Two(two_points()).addressed()
    two.tell("ben", more.opted_in("in-ben", ex.at(0, 9))).wait(ex.at(2))
    two.tell("ada", more.opted_in("in-ada", ex.at(2, 9))).merge(ex.at(2, 9, 30))
    two.wait(ex.at(30))
    assert two.said() == [("welcome", "first"), ("welcome", "second")]


def test_who_was_welcomed_as_the_other_is_not_welcomed_again() -> None:
    two = Two(only("welcome")).addressed()
    two.tell("ada", more.opted_in("in-ada", ex.at(0, 9))).wait(ex.at(2))
    two.tell("ben", more.opted_in("in-ben", ex.at(2, 9))).merge(ex.at(2, 9, 30))
    assert two.wait(ex.at(30)).said() == [("welcome", "first")]


def test_of_two_waits_for_the_next_order_that_of_the_last_order_goes_on() -> None:
    two = Two(only("replenish")).known().tell("ada", ex.order("a", ex.at(0, 10), "o1", "c1"))
    two.tell("ben", ex.order("b", ex.at(20, 10), "o2", "c2")).merge(ex.at(21)).wait(ex.at(300))
    assert [(send.subject, send.flow) for send in two.sends()] == [("o2", "replenish")]


def test_an_order_of_the_one_ends_what_the_other_was_to_be_asked() -> None:
    two = Two(only("checkout", "browse", "replenish")).known()
    two.tell("ada", ex.order("a", ex.at(0, 10), "o1", "c1"))
    two.tell("ben", ex.checkout("b", ex.at(9, 8, 50), "c2"))
    two.tell("ada", ex.order("c", ex.at(9, 9), "o2", "")).merge(ex.at(9, 9, 10))
    assert two.in_flows() == ["replenish"]
    assert two.left()[-1] == ("ben", "checkout", "order_placed")
    two = Two(only("checkout")).known().tell("ada", ex.checkout("a", ex.at(0, 9), "c1"))
    two.tell("ben", ex.order("b", ex.at(0, 9, 10), "o2", "")).merge(ex.at(0, 9, 20))
    assert two.left() == [("ada", "checkout", "order_placed")]


def test_one_order_that_both_were_told_of_ends_nothing() -> None:
    two = Two(only("replenish")).known().tell("ben", ex.order("b", ex.at(0, 10)))
    body = replace(ex.order("a", ex.at(0, 10, 3)).body, repeated=True)
    two.tell("ada", ex.event("a", ex.at(0, 10, 3), body)).merge(ex.at(1)).wait(ex.at(300))
    assert two.said() == [("replenish", "first")]


def test_after_an_opt_out_of_either_nothing_goes_on() -> None:
    two = Two(only("welcome", "replenish")).known().tell("ben", ex.order("o", ex.at(0, 10)))
    two.tell("ada", ex.unsubscribed("out", ex.at(1))).merge(ex.at(2))
    assert two.in_flows() == []
    assert two.left()[-1] == ("ada", "replenish", "opted_out")
    assert two.wait(ex.at(300)).said() == []


def test_the_window_of_a_run_that_goes_on_is_closed_by_its_next_decision() -> None:
    blueprint = replace(two_points(), policies=(ex.EAGER,))
    two = (
        Two(blueprint).addressed().tell("ben", more.opted_in("in", ex.at(0, 9))).wait(ex.at(0, 11))
    )
    (window,) = two.states["ben"].windows
    two.merge(ex.at(0, 12))
    (run,) = two.ada.runs
    assert [one.run for one in two.ada.windows] == [run.number]
    two.wait(ex.at(6))
    assert window.decision not in {one.decision for one in two.ada.windows}


# --- For all histories --------------------------------------------------------------------------


def merged_at_some_moment(
    mine: list[Event], theirs: list[Event], at: Instant, blueprint: Blueprint
) -> Two:
    """Both histories up to `at`, then one person's; each event of its own name."""
    two = Two(blueprint).known()
    for name, told in (("ada", mine), ("ben", theirs)):
        for event in told:
            if event.at <= at:
                two.tell(name, replace(event, id=f"{name}-{event.id}"))
    return two


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(12), histories(12), st.integers(0, 20 * 24).map(lambda n: ex.START + n * HOUR))
def test_whatever_happened_a_person_is_in_each_flow_once_and_nothing_is_said_twice(
    mine: list[Event], theirs: list[Event], at: Instant
) -> None:
    two = merged_at_some_moment(mine, theirs, at, more.blueprint(of=OFTEN))
    before = {name: state.runs for name, state in two.states.items()}
    two.merge(at)
    assert decode_state(encode_state(two.ada)) == two.ada
    assert two.states["ben"].runs == ()
    assert len(two.ada.runs) <= MAX_RUNS
    assert max(Counter(two.in_flows()).values(), default=0) <= 1
    numbers = [run.number for run in two.ada.runs]
    assert len(set(numbers)) == len(numbers)
    assert max(numbers, default=0) <= two.ada.run_count
    assert all(run.wake_at > two.ada.clock for run in two.ada.runs)
    # What goes on was under way, and of what was under way each either goes on or has ended.
    ended = Counter(flow for _, flow, _ in two.left())
    begun = Counter(e.flow for e in two.effects if isinstance(e, Entered))
    assert begun == ended - Counter(_not_entered(two)) + Counter(two.in_flows())
    assert set(two.in_flows()) <= {run.flow for runs in before.values() for run in runs}
    until_now = len(two.sends())
    two.wait(ex.at(900))
    keys = [e.key for e in two.effects]
    assert len(set(keys)) == len(keys)
    after = Counter((send.flow, send.point) for send in two.sends()[until_now:])
    assert max(after.values(), default=0) <= 1


def _not_entered(two: Two) -> list[str]:
    return [flow for _, flow, reason in two.left() if reason.startswith("not entered")]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(12, late=False), st.integers(0, 60 * 24).map(lambda n: ex.START + n * HOUR))
def test_merged_into_somebody_who_did_nothing_the_same_is_decided_at_the_same_moments(
    theirs: list[Event], at: Instant
) -> None:
    def decided(two: Two) -> list[tuple[str, str, str, Instant, str]]:
        every = [e.decision for e in two.effects if isinstance(e, Decided)]
        return [(d.flow, d.point, d.stage, d.at, d.reason) for d in every]

    blueprint = more.blueprint(of=OFTEN)
    alone = merged_at_some_moment([], theirs, at, blueprint).wait(at)
    alone.wait(ex.at(900))
    two = merged_at_some_moment([], theirs, at, blueprint)
    two.wait(max(at, two.states["ben"].clock)).merge(at).wait(ex.at(900))
    assert decided(two) == decided(alone)
    assert Counter(two.said()) == Counter(alone.said())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    histories(12, late=False),
    histories(12, late=False),
    st.integers(0, 20 * 24).map(lambda n: ex.START + n * HOUR),
)
def test_what_either_was_told_before_is_not_told_again_until_it_could_be_anyway(
    mine: list[Event], theirs: list[Event], at: Instant
) -> None:
    two = merged_at_some_moment(mine, theirs, at, more.blueprint(of=OFTEN)).wait(at)
    before = two.sends()
    two.merge(at).wait(ex.at(900))
    flows = {flow.key: flow for flow in more.FLOWS if flow.trigger not in flow.exit_on}
    for send in two.sends()[len(before) :]:
        for earlier in before:
            if send.flow in flows and (send.flow, send.point) == (earlier.flow, earlier.point):
                # The moment within a day is chosen anew each time, and quiet hours may add to it.
                assert send.at - earlier.at > flows[send.flow].reentry_after - 2 * DAY


def test_many_merges_keep_the_state_small() -> None:
    blueprint = more.blueprint(of=OFTEN)
    two = Two(blueprint).known()
    for n in range(40):
        two.states["ben"] = ProfileState("ben")
        known = ex.event(f"known-{n}", ex.at(n, 8), ProfileChanged(has_email=True))
        asked = more.opted_in(f"in-{n}", ex.at(n, 8, 1))
        bought = ex.order(f"o-{n}", ex.at(n, 9), f"o{n}", f"c{n}")
        two.tell("ben", known, asked, bought, more.put_in(f"p-{n}", ex.at(n, 10)))
        two.merge(ex.at(n, 11))
    assert len(two.ada.runs) <= MAX_RUNS
    assert max(Counter(two.in_flows()).values()) == 1
    assert len(encode_state(two.ada)) < 2_500
