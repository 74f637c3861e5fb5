"""What anybody could have told of counts against no message that it does not name."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.core.creative.framework import Action
from rapport.core.editions import ANSWERS_NAMED
from rapport.core.effects import OptedOut
from rapport.core.events import (
    AnyBody,
    ConsentChanged,
    MessageBounced,
    MessageComplained,
)
from rapport.core.person.consent import email_barrier
from rapport.core.state import Note, ProfileState
from rapport.core.step import step
from rapport.testing import examples as ex

ADA, SENT = "ada", "m1"
UNSUBSCRIBED = ConsentChanged(channel="email", status="unsubscribed", method="api")


def told(
    body: AnyBody, source: str, edition: int = ANSWERS_NAMED, *, trusted: bool = False
) -> OptedOut:
    """What follows from it for somebody whom one message went out to."""
    blueprint = ex.blueprint()
    brand = replace(ex.brand(), trust_browser_consent=trusted)
    release = replace(blueprint.releases[0], edition=edition, brand=brand)
    blueprint = replace(blueprint, releases=(release,))
    state = ProfileState(ADA)
    note = Note(SENT, ex.at(1), Action(), confirmed=True)
    for event in ex.subscribed(ex.at(0, 9)):
        state, _ = step(blueprint, state, event)
    state = replace(state, notes=(note,))
    state, effects = step(blueprint, state, ex.event("e", ex.at(2), body, source))
    assert email_barrier(state, brand)
    (found,) = [one for one in effects if isinstance(one, OptedOut)]
    return found


@pytest.mark.parametrize("body", [MessageComplained(), MessageBounced(), UNSUBSCRIBED])
def test_a_strangers_word_stops_messages_and_counts_against_none(body: AnyBody) -> None:
    assert told(body, "segment").message == ""
    assert told(body, "klaviyo").message == SENT
    assert told(body, "segment", trusted=True).message == SENT
    assert told(body, "segment", ANSWERS_NAMED - 1).message == SENT


@pytest.mark.parametrize("body", [MessageComplained, MessageBounced])
def test_a_key_that_stands_in_the_message_alone_proves_enough(body: type[AnyBody]) -> None:
    assert told(body(SENT), "segment").message == SENT
    assert told(body("made up"), "segment").message == ""
    assert told(body("of long ago"), "klaviyo").message == "of long ago"
