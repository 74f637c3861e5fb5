"""Who declined a kind of messages gets none of them, not even what was planned."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.creative.framework import Action, Level, Topic, declined_of
from rapport.core.deciding.arms import Arms
from rapport.core.effects import AnyEffect, Decided, Send
from rapport.core.events import Event, ProfileChanged, Wake
from rapport.core.state import ProfileState
from rapport.core.step import step, why_unwanted
from rapport.testing import examples as ex

TOPIC = Topic("baskets", "Notes about a basket")
USUAL_ONLY = Arms(holdout=0, usual=10_000, salt="s")


def shop(arms: Arms = ex.ADAPTIVE_ONLY) -> Blueprint:
    made = ex.blueprint(arms, ex.EAGER)
    (release,) = made.releases
    framework = replace(release.frameworks[0], topic=TOPIC)
    return replace(made, releases=(replace(release, frameworks=(framework,)),))


def declines(*topics: str) -> Event:
    return ex.event("d1", ex.at(0, 9), ProfileChanged(declined_topics=topics))


def run(blueprint: Blueprint, *events: Event) -> tuple[ProfileState, list[AnyEffect]]:
    state, effects = ProfileState("ada"), list[AnyEffect]()
    left = ex.checkout("c", ex.at(1, 10))
    for event in (*ex.subscribed(ex.at(0, 8)), *events, left, Event("w", ex.at(4), "", Wake())):
        state, more = step(blueprint, state, event)
        effects.extend(more)
    return state, effects


@pytest.mark.parametrize("arms", [ex.ADAPTIVE_ONLY, USUAL_ONLY])
def test_a_declined_kind_is_not_written(arms: Arms) -> None:
    _, effects = run(shop(arms), declines("baskets"))
    assert not [effect for effect in effects if isinstance(effect, Send)]
    reasons = {e.decision.reason for e in effects if isinstance(e, Decided)}
    assert "topic declined" in reasons


@pytest.mark.parametrize("topics", [(), ("tea",)])
def test_other_kinds_go_on(topics: tuple[str, ...]) -> None:
    _, effects = run(shop(), declines(*topics))
    assert [effect for effect in effects if isinstance(effect, Send)]


def test_what_was_planned_is_not_sent_once_its_kind_is_declined() -> None:
    blueprint = shop()
    state, effects = run(blueprint)
    send = next(effect for effect in effects if isinstance(effect, Send))
    assert why_unwanted(blueprint, state, send, send.at) == ""
    consent = replace(state.consent, declined_topics=("baskets",))
    reason = why_unwanted(blueprint, replace(state, consent=consent), send, send.at)
    assert reason == "the topic 'baskets' was declined"


def test_a_level_chosen_can_be_of_a_topic_as_well() -> None:
    jokes = Level("warm", "Warm", topics=("jokes",))
    framework = replace(ex.FRAMEWORK, tones=(jokes, *ex.FRAMEWORK.tones[1:]))
    assert declined_of(framework, Action(tone="warm"), ("jokes", "tea")) == "jokes"
    assert declined_of(framework, Action(tone="other"), ("jokes",)) == ""
    assert declined_of(framework, Action(tone="warm"), ()) == ""
