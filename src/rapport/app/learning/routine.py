"""May a policy that was just learnt take over by rule? Routine steps may; what is new waits.

The launch gate asks for proof that a policy is better. A policy that learns all day moves in steps
so small that no log could ever prove one of them. So the gate stands where a *kind* of policy is
launched, and each step of one that is in use is asked something else: whether anything speaks
against it. See decision record 0022.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite

import msgspec
import numpy as np
from msgspec import Struct

from rapport.app.evidence.learn import CAREFUL, StepCheck
from rapport.app.evidence.recorded import Recorded, recorded
from rapport.app.evidence.weighed import Weighed
from rapport.app.measuring.evaluate import by_chance
from rapport.app.measuring.moments import moments_of
from rapport.app.measuring.outlook import likeness
from rapport.app.measuring.sample import MARGIN, rewards_of
from rapport.app.wording.amounts import money
from rapport.core.blueprint import Blueprint
from rapport.core.codec import readable_decisions
from rapport.core.effects import OutcomeClosed
from rapport.core.policy.policy import Policy
from rapport.core.unread import Unread
from rapport.ports import Transaction
from rapport.science.arrays import Floats
from rapport.science.off_policy import by_group, interval
from rapport.science.unavailable import Unavailable

TOO_MUCH = "it changes too much at once"


def objection(
    transaction: Transaction,
    blueprint: Blueprint,
    current: Policy,
    candidate: Policy,
    held_back: Sequence[Policy] = (),
    check: StepCheck = CAREFUL,
    weighed: Weighed | None = None,
) -> str:
    """What speaks against `candidate` taking over from `current` by rule; empty where nothing does.

    Judged by decisions that both have learnt from, which flatters the newer one: so what is found
    against it holds all the more, and finding nothing proves nothing. `held_back` are candidates
    since `current` that did not take over, the newest last: a leap that one of them wanted too,
    when it knew far less, takes over. `weighed` is what earlier checks of this brand worked out.
    """
    far = candidate.decisions - check.confirmed_by
    knew_less = [one for one in held_back if one.decisions <= far]
    compared = (current, candidate, *knew_less[-1:])
    later = [one for one in held_back if one.decisions > far]
    known = weighed or Weighed()
    rows = list(_rows(transaction, blueprint, compared, later, check.latest, known))
    if len(rows) < check.fewest:
        return ""
    # Held to what is usual here, so that one enormous order cannot hide what a step does.
    r = rewards_of([(row.record, row.outcome) for row in rows], MARGIN).r
    before, after, *earlier = np.array([row.weights for row in rows]).T
    people = np.unique([row.profile for row in rows], return_inverse=True)[1]
    low, high = interval(by_group(step_difference(before, after, r), people), check.sure)
    if high < 0.0:
        brand = blueprint.releases[-1].brand
        less, at_most = (
            money(100.0 * lost, brand.currency, brand.locale) for lost in (-high, -low)
        )
        return (
            f"it would have earned less than policy {current.number} in the last {len(rows):,} "
            f"decisions: {less} to {at_most} less in each hundred"
        )
    alike = likeness(before, after)
    if alike >= check.least_alike:
        return ""
    if earlier and likeness(earlier[0], after) >= check.still_alike:
        return ""
    return (
        f"{TOO_MUCH}: it would do so much else than policy {current.number} that the last "
        f"{len(rows):,} decisions count as {alike * len(rows):,.0f} of its own. It takes over if "
        f"{check.confirmed_by} decisions more come to the same"
    )


def step_difference(before: Floats, after: Floats, r: Floats) -> Floats:
    """By how much more a step would earn, as one value for each decision, shape (n,); the mean is
    the estimate.

    `before` and `after` are the two policies' weights, shape (n,), and r the reward. Their
    difference is what is weighted, about the mean reward: (after - before)(r - mean r). Most of the
    noise is in both and falls away, so a small step has a small interval.
    """
    values: Floats = (after - before) * (r - r.mean())
    return values


class _Row(Struct, frozen=True):
    """One decision that chance made: the weight of each policy, and what came of it."""

    profile: str
    weights: tuple[float, ...]
    record: Recorded
    outcome: OutcomeClosed


def _rows(
    transaction: Transaction,
    blueprint: Blueprint,
    compared: Sequence[Policy],
    asked_again: Sequence[Policy],
    latest: int,
    weighed: Weighed,
) -> Iterator[_Row]:
    """The latest decisions that chance made, each as likely as each of `compared` makes it.

    `asked_again` are policies that a later check will compare with.
    """
    policies = {policy.number: policy for policy in blueprint.policies}
    brand = blueprint.brand
    lessons = [x for x in transaction.latest_lessons(brand, latest) if by_chance(x.decision)]
    profiles = sorted({lesson.decision.profile for lesson in lessons})
    decisions = readable_decisions(transaction.decisions_about(brand, profiles), Unread())
    moments = moments_of(decisions, lessons)
    weighed.begin(blueprint, (*compared, *asked_again), [one.decision.id for one in lessons])
    for lesson in lessons:
        content = lesson.decision
        moment = moments.get(content.id)
        record = recorded(blueprint, content, moment) if moment else Unavailable("no moment")
        if isinstance(record, Unavailable) or not weighed.as_drawn(policies, record):
            continue
        weights = [weighed.chance(one, record) / content.propensity for one in compared]
        yield _Row(content.profile, tuple(weights), record, lesson.outcome)


def sound(policy: Policy) -> bool:
    """Whether every number of a policy is finite. Another one can be neither used nor stored."""
    return _finite(msgspec.to_builtins(policy))


def _finite(value: object) -> bool:
    match value:
        case float():
            return isfinite(value)
        case dict():
            return all(map(_finite, value.values()))
        case list() | tuple():
            return all(map(_finite, value))
    return True
