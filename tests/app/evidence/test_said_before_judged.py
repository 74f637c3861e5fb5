"""Decisions from which what was said was left out are judged by the odds that they had."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.app.evidence.recorded import Recorded, as_recorded, recorded
from rapport.app.explaining.explain import explain
from rapport.core.blueprint import Blueprint
from rapport.core.creative.framework import Block
from rapport.core.deciding.had import OfWhat, said_by
from rapport.core.decision import Decision
from rapport.core.effects import Decided
from rapport.core.events import Event, MessageSent, Wake
from rapport.core.policy.policy import Policy
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.testing import examples as ex

BODIES = {
    (tone, angle): Block(
        f"{tone}/{angle}", "body", f"This is about {angle}, said in a tone that is {tone}.",
        tones=(tone,), angles=(angle,),
    )
    for tone in ("plain", "warm", "playful")
    for angle in ("help", "craft")
}  # fmt: skip

PICKY = Policy(number=0, send=(0.2,) + (0.0,) * 7, exploration=2.0)


def shop() -> Blueprint:
    plan = ex.blueprint(policy=PICKY)
    framework = replace(ex.FRAMEWORK, blocks=tuple(BODIES.values()))
    return replace(plan, releases=(replace(plan.releases[0], frameworks=(framework,)),))


def decided(plan: Blueprint, name: str, *had: tuple[str, str]) -> tuple[Decision, Decision]:
    """Somebody who had these words a while ago leaves a basket: when, and what to say."""
    state, found = ProfileState(name), []
    words = [said_by({"body": BODIES[one]}, OfWhat(), "none") for one in had]
    told = [
        Event(f"s{n}", ex.at(-9, 8), "rapport", MessageSent(f"m{n}", words=w))
        for n, w in enumerate(words)
    ]
    left = ex.checkout("c", ex.at(0, 10))
    for event in (*ex.subscribed(ex.at(0, 9)), *told, left, _wake(20)):
        state, effects = step(plan, state, event)
        found += [one.decision for one in effects if isinstance(one, Decided)]
    moment = next(one for one in found if one.stage == "time" and one.draws)
    return moment, next(one for one in found if one.stage == "content")


def _wake(hour: int) -> Event:
    return Event("wake", ex.at(0, hour), "rapport", Wake())


@pytest.mark.parametrize(
    "had",
    [
        (),
        (("warm", "craft"),),
        (("warm", "craft"), ("plain", "help")),
        (("warm", "craft"), ("warm", "help")),
        (("plain", "help"), ("warm", "help"), ("playful", "help"), ("warm", "craft")),
    ],
)
def test_their_probabilities_are_computed_again_from_the_record(
    had: tuple[tuple[str, str], ...],
) -> None:
    plan, sent = shop(), 0
    for number in range(40):
        moment, content = decided(plan, f"person-{number}", *had)
        record = recorded(plan, content, moment)
        assert isinstance(record, Recorded)
        chance = as_recorded({0: PICKY}, record)
        assert not hasattr(chance, "reason"), chance
        sent += not content.action.hold
        assert (content.action.tone, content.action.angle) not in had
    assert sent > 5


def test_a_message_page_says_what_was_said_before() -> None:
    plan = shop()
    moment, content = decided(plan, "ada", ("warm", "craft"))
    tables = {table.title: table.rows for table in explain(content, plan, moment).tables}
    assert ("Tone with Angle", "Warm with How it is made", "said before") in tables[
        "What was ruled out"
    ]
    said = [one for one in BODIES if one != ("plain", "help")]
    everything = decided(plan, "ada", *said, ("plain", "help"))[1]
    assert "has had all approved words" in explain(everything, plan).summary
