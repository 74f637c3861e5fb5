"""Of a profile that cannot be read nobody knows whether they opted out, so they count as out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.codec import STATE_VERSION, encode_state
from rapport.core.editions import EDITION, UNREAD_IS_LEFT
from rapport.core.effects import AnyEffect, ConsentNoted, Left, Send
from rapport.core.events import ConsentChanged, Event, ProfileAbsorbed, Wake
from rapport.core.flows.merge import UNREAD
from rapport.core.person.consent import email_barrier
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.testing import examples as ex

BROKEN = [b"", b"\x00", bytes([STATE_VERSION + 1]), bytes([STATE_VERSION]) + b"\xa1\xff"]


def of_edition(edition: int) -> Blueprint:
    made = ex.blueprint(ex.ADAPTIVE_ONLY, ex.EAGER)
    (release,) = made.releases
    (flow,) = release.flows
    flows = (replace(flow, exit_on=("opted_out",)),)
    return replace(made, releases=(replace(release, edition=edition, flows=flows),))


def told(blueprint: Blueprint, *events: Event) -> tuple[ProfileState, list[AnyEffect]]:
    state, effects = ProfileState("ada"), list[AnyEffect]()
    for event in events:
        state, more = step(blueprint, state, event)
        effects.extend(more)
    return state, effects


def absorbed(stored: bytes) -> Event:
    return Event("m", ex.at(1, 10, 1), "rapport", ProfileAbsorbed("ben", stored))


LEFT_BEHIND = (*ex.subscribed(ex.at(0, 8)), ex.checkout("c", ex.at(1, 10)))
LATER = Event("w", ex.at(5), "", Wake())


@pytest.mark.parametrize("stored", BROKEN)
def test_they_are_written_to_no_more_and_the_ledger_says_why(stored: bytes) -> None:
    state, effects = told(of_edition(EDITION), *LEFT_BEHIND, absorbed(stored), LATER)
    assert not [effect for effect in effects if isinstance(effect, Send)]
    assert [e.reason for e in effects if isinstance(e, Left)] == ["opted_out"]
    noted = [e for e in effects if isinstance(e, ConsentNoted) and e.method == UNREAD]
    assert [(e.channel, e.status, e.at) for e in noted] == [
        ("email", "unsubscribed", ex.at(1, 10, 1)), ("sms", "unsubscribed", ex.at(1, 10, 1)),
    ]  # fmt: skip
    assert state.consent.no_profiling
    assert len({e.key for e in effects}) == len(effects)


def test_they_are_again_once_they_ask_for_it_themselves() -> None:
    blueprint = of_edition(EDITION)
    state, _ = told(blueprint, *LEFT_BEHIND, absorbed(b""))
    brand = blueprint.releases[0].brand
    assert email_barrier(state, brand) == "unsubscribed"
    for method, barrier in (("checkout", "unsubscribed"), ("form", "")):
        body = ConsentChanged("email", "subscribed", method=method)
        state, _ = step(blueprint, state, Event(method, ex.at(2), "shopify", body))
        assert email_barrier(state, brand) == barrier


def test_what_can_be_read_changes_nothing_of_that() -> None:
    readable = absorbed(encode_state(ProfileState("ben")))
    _, effects = told(of_edition(EDITION), *LEFT_BEHIND, readable, LATER)
    assert [effect for effect in effects if isinstance(effect, Send)]


def test_older_releases_pass_over_it_as_they_did() -> None:
    _, effects = told(of_edition(UNREAD_IS_LEFT - 1), *LEFT_BEHIND, absorbed(b""), LATER)
    assert [effect for effect in effects if isinstance(effect, Send)]
