"""What any policy would have done at a decision that is on record, from the record alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isclose, prod

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint, Release
from rapport.core.creative.framework import (
    CART,
    CONTENT_FACTORS,
    SILENCE,
    Framework,
    Rule,
    without_time,
)
from rapport.core.deciding.reasons import NOT_IN_LANGUAGE, TEACHING
from rapport.core.deciding.remaining import Remaining
from rapport.core.deciding.repeats import SAID_BEFORE
from rapport.core.deciding.rules import addresses, applying, brand_rules, is_joint, permitted
from rapport.core.deciding.weighing import situation_of
from rapport.core.decision import Decision
from rapport.core.person.signals import context_for, value_in
from rapport.core.policy.drawing import Situation, Worth, offer_worth
from rapport.core.policy.odds import Vector
from rapport.core.policy.policy import Policy, Stake
from rapport.core.policy.propensity import ContentOdds, time_odds
from rapport.core.time import day_number
from rapport.science.unavailable import Unavailable

EXACT = 1e-12
"""A recorded probability that cannot be computed again this closely is not what was drawn with."""


class Recorded(Struct, frozen=True):
    """A decision on content, the choice of its moment before it, and what could be chosen."""

    content: Decision
    moment: Decision
    release: Release
    remaining: Remaining
    bound: frozenset[str]
    """Factors that a rule ties to another."""
    total: int
    """The value at stake, minor units: an offer's cost is counted on it."""
    times: tuple[str, ...]
    """The moments that could be chosen."""


class Chance(Struct, frozen=True):
    """How likely a policy does what is on record.

    `steps` are the probabilities of the draws on content, in their order; `odds` are those of every
    message that could have been, at the moment that was chosen.
    """

    time: float
    steps: tuple[float, ...]
    odds: ContentOdds

    @property
    def whole(self) -> float:
        """The probability of all that was done."""
        return self.time * prod(self.steps)


def recorded(blueprint: Blueprint, content: Decision, moment: Decision) -> Recorded | Unavailable:
    """Reads what could be chosen out of the record, or says what is missing in it."""
    release = next((r for r in blueprint.releases if r.number == content.release), None)
    framework = framework_of(release, content) if release else None
    if release is None or framework is None:
        return Unavailable("the release that they followed is gone")
    signals = {signal.name: signal.value for signal in content.signals}
    total = value_at_stake(content)
    if total is None and basket_unknown(content):
        total = 0  # no offer could be counted on it, so none cost anything
    if total is None:
        return Unavailable("the value of the basket was not recorded")
    gone = {(one.factor, one.level) for one in content.excluded}
    levels = {
        factor: tuple(key for key in framework.keys(factor) if (factor, key) not in gone)
        for factor in CONTENT_FACTORS
    }
    held = held_then(blueprint, content, framework, signals)
    joint = [
        rule
        for rule in (without_time(rule, moment.action.time) for rule in held)
        if rule is not None and is_joint(rule)
    ]
    joint += [Rule(SAID_BEFORE, levels) for levels in content.said_before]
    joint += [Rule(NOT_IN_LANGUAGE, levels) for levels in content.not_in_language]
    bound = frozenset(factor for rule in joint for factor, _ in rule.levels)
    times = moment.draws[0].levels
    return Recorded(content, moment, release, Remaining(levels, joint), bound, total, times)


def value_at_stake(decision: Decision) -> int | None:
    """What the message is about comes to, minor units; None where it was not recorded."""
    if basket_unknown(decision):
        return None
    if decision.about:
        return value_in(decision.context)
    total = next((one.value for one in decision.signals if one.name == "cart_total"), None)
    return None if total is None else int(total)


def basket_unknown(decision: Decision) -> bool:
    """Whether nobody knew what the basket came to that a decision was about. What was at stake was
    an order as they usually are."""
    known = {one.name: one.value for one in decision.signals}
    if decision.action.hold and decision.reason not in TEACHING:
        return False
    if decision.about == CART:
        return "open_cart_value" in known and known["open_cart_value"] is None
    return not decision.about and "cart_total" in known and known["cart_total"] is None


def held_then(
    blueprint: Blueprint,
    decision: Decision,
    framework: Framework,
    known: Mapping[str, float | None],
) -> list[Rule]:
    """The rules that held for a decision on record, by the signals that it recorded."""
    release = blueprint.release_at(decision.at)
    day = day_number(decision.at, release.brand.zone.offset_at(decision.at))
    rules = (*brand_rules(release), *framework.rules)
    return applying(rules, framework.key, day, known.get)


def probability_of(policy: Policy, record: Recorded) -> Chance:
    """The exact probability with which `policy` would have done what is on record.

    Only what was eligible then could be chosen, less the offers that `policy` has no budget for.
    """
    moment, content = record.moment, record.content
    situation = _situation(policy, record, moment, {"time": record.times})
    time = moment.action.time
    remaining = _affordable(policy, record.remaining)
    odds = ContentOdds(
        _situation(policy, record, content, {"time": (time,), **remaining.levels}),
        time,
        remaining.eligible,
        record.bound,
    )
    then = time_odds(situation, record.times).get(time, 0.0)
    return Chance(then, odds.along(content.action), odds)


def offers_worth(policy: Policy, record: Recorded) -> Worth | None:
    """What a message with each offer that could be chosen was worth to `policy`; None without any.

    What is written is worth the best of these, also where the choice was to say nothing.
    """
    time, remaining = record.moment.action.time, _affordable(policy, record.remaining)
    offers = remaining.eligible({}, "offer")
    if not offers:
        return None
    situation = _situation(policy, record, record.content, {"time": (time,), **remaining.levels})
    return offer_worth(situation, time, offers, remaining.eligible)


class Expected(Struct, frozen=True):
    """What a policy expected of a message when it was drawn.

    `as_drawn` is what it was worth beside silence with the very offer, wording and moment that were
    drawn, minor units. `orders` is the chance of an order with each offer that could be drawn, the
    wording at its best: what the offers were weighed by.
    """

    as_drawn: float
    orders: Mapping[str, float]


def expected(policy: Policy, record: Recorded) -> Expected | None:
    """None where no offer was drawn, or where what the offers were worth comes out otherwise than
    it is on record: then nothing that is worked out again can be trusted."""
    content = record.content
    drawn = next((one for one in content.draws if one.factor == "offer"), None)
    worth = None if drawn is None else offers_worth(policy, record)
    if drawn is None or worth is None or drawn.chosen not in drawn.levels:
        return None
    if not _same(worth.values, drawn.values):
        return None
    time, remaining = record.moment.action.time, _affordable(policy, record.remaining)
    situation = _situation(policy, record, content, {"time": (time,), **remaining.levels})

    def as_drawn(_chosen: Mapping[str, str], factor: str) -> tuple[str, ...]:
        return (level,) if (level := content.action.level(factor)) else ()

    # Where an order is all that is at stake and a message costs nothing, worth is orders.
    free = replace(situation.policy, pressure_price=0.0, wear=0.0)
    orders = replace(situation, policy=free, stake=Stake(1.0, {}, 0.0, 0.0))
    added = offer_worth(orders, time, drawn.levels, remaining.eligible).values
    return Expected(
        offer_worth(situation, time, (drawn.chosen,), as_drawn).values[0],
        {key: situation.scores.hold + more for key, more in zip(drawn.levels, added, strict=True)},
    )


def _same(ours: Vector, theirs: Vector) -> bool:
    return len(ours) == len(theirs) and all(
        isclose(one, other, rel_tol=1e-9, abs_tol=1e-6)
        for one, other in zip(ours, theirs, strict=True)
    )


def as_recorded(policies: Mapping[int, Policy], record: Recorded) -> Chance | Unavailable:
    """The probabilities that were drawn with, computed again and held against the record."""
    moment, content = record.moment, record.content
    if moment.policy not in policies or content.policy not in policies:
        return Unavailable("the policy that made them is gone")
    then = probability_of(policies[content.policy], record)
    if moment.policy != content.policy:
        earlier = probability_of(policies[moment.policy], record)
        then = Chance(earlier.time, then.steps, then.odds)
    if not isclose(then.whole, content.propensity, rel_tol=0.0, abs_tol=EXACT):
        return Unavailable("their recorded probability cannot be computed again")
    return then


def under(record: Recorded, rule: Rule) -> Recorded | None:
    """The decision as it would have been had `rule` held too, on whatever day; None where it would
    have been the same: it does not concern this person, or what it takes away was gone already."""
    moment, content = record.moment, record.content
    framework = framework_of(record.release, content)
    if framework is None or not rule.concerns(framework.key):
        return None
    times = record.times
    if addresses(rule, known_to(moment)):
        times, _ = permitted("time", times, [rule])
    about = without_time(rule, moment.action.time)
    if about is None or not addresses(rule, known_to(content)):
        remaining = record.remaining
    elif about.kind == SILENCE:
        remaining = _NOTHING
    else:
        remaining = _ruled(record.remaining, about)
    if not times:
        times, remaining = record.times, _NOTHING
    if times == record.times and remaining is record.remaining:
        return None
    bound = record.bound
    if about is not None and is_joint(about):
        bound = bound.union(factor for factor, _ in about.levels)
    return replace(record, times=times, remaining=remaining, bound=bound)


_NOTHING = Remaining(dict.fromkeys(CONTENT_FACTORS, ()), ())
"""Nothing is left, so nothing is said."""


def _ruled(remaining: Remaining, rule: Rule) -> Remaining:
    """What a rule leaves of what remains: the same object where that is all of it."""
    levels = {
        factor: permitted(factor, keys, [rule])[0] for factor, keys in remaining.levels.items()
    }
    joint = (*remaining.joint, *([rule] if is_joint(rule) else []))
    ruled = Remaining(levels, joint)
    if not ruled.possible():
        return _NOTHING
    same = levels == remaining.levels and (
        not is_joint(rule) or ruled.combinations() == remaining.combinations()
    )
    return remaining if same else ruled


def known_to(decision: Decision) -> Callable[[str], float | None]:
    """The signals that a decision recorded, by name."""
    return {signal.name: signal.value for signal in decision.signals}.get


def _affordable(policy: Policy, remaining: Remaining) -> Remaining:
    """Less the offers that a policy has no budget for."""
    if not policy.closed_offers:
        return remaining
    offers = tuple(k for k in remaining.levels["offer"] if k not in policy.closed_offers)
    return Remaining({**remaining.levels, "offer": offers}, remaining.joint)


def framework_of(release: Release, decision: Decision) -> Framework | None:
    """The framework of the point that a decision was made at; None where either is gone."""
    flow = release.flow(decision.flow)
    point = flow.point(decision.point) if flow else None
    return release.framework(point.framework) if point else None


def _situation(
    policy: Policy, record: Recorded, decision: Decision, levels: dict[str, tuple[str, ...]]
) -> Situation:
    policy = policy.on(decision.about)
    context = context_for(decision, policy.form)
    release, total = record.release, record.total
    return situation_of(policy, release, decision, context, levels, total, lambda _draw: 0.0)
