"""What a choice is weighed by, the same for one that is made and for one that is on record."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rapport.core.blueprint import Release
from rapport.core.deciding.leaving import unsubscribe_cost
from rapport.core.decision import Decision
from rapport.core.policy.drawing import Situation
from rapport.core.policy.odds import Vector
from rapport.core.policy.policy import PRESSURE, Policy, Stake, score


def situation_of(
    policy: Policy,
    release: Release,
    decision: Decision,
    context: Vector,
    levels: Mapping[str, tuple[str, ...]],
    total: int,
    seed: Callable[[str], float],
) -> Situation:
    """All that the draws of a decision depend on.

    `policy` is the one for what the message is about, `context` what it looks at of the person, and
    `total` what an offer's cost is counted on, minor units. Margin and signals are the record's.
    """
    costs = {
        key: offer.burden(total, policy.offer_prices.get(key, 0.0))
        for key in levels.get("offer", ())
        if (offer := release.offer(key)) is not None
    }
    known = {one.name: one.value for one in decision.signals}
    leaving = unsubscribe_cost(release.brand, known, policy.form)
    stake = Stake(float(decision.margin), costs, release.brand.message_cost, leaving)
    scores = score(policy, context, levels)
    return Situation(policy, scores, stake, context[PRESSURE], seed)
