"""Two profiles that are one person: what came of each one's messages stays that one's."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.codec import encode_state
from rapport.core.editions import WINDOWS_APART
from rapport.core.events import Event, ProfileAbsorbed, Wake
from rapport.core.state import ProfileState
from rapport.core.step import next_due, step
from rapport.testing import examples as ex


def lived(blueprint: Blueprint, profile: str, *events: Event) -> ProfileState:
    state = ProfileState(profile)
    for event in events:
        state, _ = step(blueprint, state, event)
    return state


def woken_until(blueprint: Blueprint, state: ProfileState, windows: int) -> ProfileState:
    """As it is once it has so many open windows, by the passing of time alone."""
    while len(state.windows) < windows:
        due = next_due(state)
        assert due is not None
        state, _ = step(blueprint, state, Event("wake", due, "rapport", Wake()))
    return state


@pytest.mark.parametrize("edition", [WINDOWS_APART, WINDOWS_APART - 1])
def test_a_decision_of_one_cuts_short_none_of_the_others(edition: int) -> None:
    known = ex.blueprint()
    releases = tuple(replace(release, edition=edition) for release in known.releases)
    blueprint = replace(known, releases=releases)
    theirs = lived(blueprint, "ben", *ex.subscribed(ex.at(0, 8)), ex.checkout("b", ex.at(0, 9)))
    theirs = woken_until(blueprint, theirs, 1)
    (window,) = theirs.windows
    assert window.run == 1
    mine = lived(
        blueprint, "ada", *ex.subscribed(ex.at(0, 8), "-ada"),
        ex.checkout("a", window.opened_at, "basket-of-ada"),
    )  # fmt: skip
    assert [run.number for run in mine.runs] == [1]
    told = ProfileAbsorbed("ben", encode_state(theirs))
    state, _ = step(blueprint, mine, ex.event("m", window.opened_at + 1, told))
    while any(one.decision == window.decision for one in state.windows):
        due = next_due(state)
        assert due is not None
        state, _ = step(blueprint, state, Event("wake", due, "rapport", Wake()))
    if edition >= WINDOWS_APART:
        assert state.clock == window.closes_at
    else:
        assert state.clock < window.closes_at
