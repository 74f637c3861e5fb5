"""What follows the choice of a moment is the choice's, until the moment comes."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.codec import decode_state, encode_state
from rapport.core.deciding.arms import Arms
from rapport.core.decision import CONTENT_STAGE, TIME_STAGE, Decision
from rapport.core.editions import WAITED_FOR
from rapport.core.effects import AnyEffect, Decided, OutcomeClosed
from rapport.core.events import Event, Wake
from rapport.core.flow import TimeLevel
from rapport.core.policy.policy import Policy
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.testing import examples as ex

EVENING = TimeLevel("evening", "In the evening", minute_of_day=18 * 60 + 30)


def shop(edition: int = WAITED_FOR, arms: Arms = ex.ADAPTIVE_ONLY, send: float = 0.9) -> Blueprint:
    """A shop whose only moment is the evening."""
    nodes = tuple(
        replace(node, times=(EVENING,), usual={**node.usual, "time": "evening"})
        if hasattr(node, "times")
        else node
        for node in ex.CHECKOUT_FLOW.nodes
    )
    flow = replace(ex.CHECKOUT_FLOW, nodes=nodes)
    policy = Policy(number=1, form=2, send=(send,) + (0.0,) * 7, errors={"send": (1e-9,)})
    made = ex.blueprint(arms=arms, flow=flow, policy=policy)
    return replace(made, releases=(replace(made.releases[0], edition=edition),))


def lived(blueprint: Blueprint, *events: Event) -> tuple[ProfileState, list[AnyEffect]]:
    """Somebody's month: left a checkout on the second day at ten, and what follows."""
    state, effects = ProfileState("ada"), list[AnyEffect]()
    told = (*ex.subscribed(ex.at(0, 8)), ex.checkout("left", ex.at(1, 10)), *events)
    for event in told:
        state, more = step(blueprint, state, event)
        state = decode_state(encode_state(state))
        effects.extend(more)
    return state, effects


def wake(day: int, hour: int = 9) -> Event:
    return Event(f"wake{day}-{hour}", ex.at(day, hour), "rapport", Wake())


def decisions(effects: list[AnyEffect], stage: str) -> list[Decision]:
    found = (one.decision for one in effects if isinstance(one, Decided))
    return [one for one in found if one.stage == stage]


def outcomes(effects: list[AnyEffect]) -> dict[str, OutcomeClosed]:
    return {one.decision: one for one in effects if isinstance(one, OutcomeClosed)}


def test_whoever_orders_before_the_moment_came_counts_for_it() -> None:
    ordered = ex.order("bought", ex.at(1, 15))
    state, effects = lived(shop(), wake(1, 14), ordered, wake(30))
    (chosen,) = decisions(effects, TIME_STAGE)
    assert chosen.action.time == "evening"
    assert not decisions(effects, CONTENT_STAGE)
    (outcome,) = outcomes(effects).values()
    assert outcome.decision == chosen.id
    assert (outcome.orders, outcome.message, outcome.delivered) == (1, "", False)
    # Known no sooner than what would have come of the message, so that neither is ahead.
    assert outcome.at == chosen.due + ex.WINDOW
    assert state.windows == ()


def test_whoever_leaves_without_an_order_counts_as_well() -> None:
    gone = ex.unsubscribed("no more", ex.at(1, 15))
    _, effects = lived(shop(), wake(1, 14), gone, wake(30))
    (chosen,) = decisions(effects, TIME_STAGE)
    assert outcomes(effects)[chosen.id].orders == 0


def test_where_the_moment_comes_the_message_answers_for_it_alone() -> None:
    _, effects = lived(shop(), wake(2, 8), ex.order("bought", ex.at(2, 9)), wake(30))
    (chosen,) = decisions(effects, TIME_STAGE)
    (content,) = decisions(effects, CONTENT_STAGE)
    assert list(outcomes(effects)) == [content.id] != [chosen.id]
    assert outcomes(effects)[content.id].orders == 1


def test_a_decision_to_say_nothing_names_its_moment() -> None:
    for blueprint in (shop(send=-0.9), shop(arms=Arms(holdout=10_000))):
        _, effects = lived(blueprint, wake(2, 8))
        content = decisions(effects, CONTENT_STAGE)[0]
        assert content.action.hold
        assert content.moment == "evening"


def test_releases_of_before_are_decided_as_they_were() -> None:
    ordered = ex.order("bought", ex.at(1, 15))
    _, effects = lived(shop(WAITED_FOR - 1), wake(1, 14), ordered, wake(30))
    assert decisions(effects, TIME_STAGE)
    assert not outcomes(effects)
    _, effects = lived(shop(WAITED_FOR - 1, send=-0.9), wake(2, 8))
    assert decisions(effects, CONTENT_STAGE)[0].moment == ""
