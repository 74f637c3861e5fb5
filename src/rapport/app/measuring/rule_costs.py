"""What each rule takes away, and what that costs: by what was decided where it did not bind.

A rule is judged under the policies that made the decisions: what they would have done with the
rule, against what they did. None of them has learnt from the decisions it made, so this is fair
over the whole log, and where a rule changes nothing it costs nothing, exactly.

Where a rule held, what it takes away was never drawn, and no log can say what it would have
brought. So a rule that is in force is judged by decisions from before it was, if there are any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from rapport.app.evidence.recorded import (
    Chance,
    Recorded,
    framework_of,
    held_then,
    known_to,
    probability_of,
    under,
)
from rapport.app.measuring.evaluate import Made, made_by_chance
from rapport.app.measuring.sample import MARGIN, Judged, measured
from rapport.core.blueprint import Blueprint
from rapport.core.codec import readable_decisions
from rapport.core.creative.framework import Framework, Rule, without_time
from rapport.core.deciding.reasons import TEACHING
from rapport.core.deciding.rules import NOTHING_LEFT, SILENCED, addresses, brand_rules, is_joint
from rapport.core.decision import CONTENT_STAGE, TIME_STAGE, Decision
from rapport.core.oversight.stopping import stopped_meanwhile
from rapport.core.person.signals import form_of
from rapport.core.policy.policy import Policy
from rapport.core.unread import ALL_READ, Unread, Unreadable
from rapport.ports.history import Decisions
from rapport.science.off_policy import (
    Estimate,
    Support,
    doubly_robust,
    estimate,
    snips,
    support,
)
from rapport.science.unavailable import Unavailable

BRAND, CARE, PROPOSED = "the brand", "the brand’s care", "a proposal"
"""Where a rule is from, if from no framework. Each has a space, which no key has: a framework may
be called `proposed`."""

NEVER_TRIED = "it never let chance try what it takes away"
GONE_ALREADY = "what it takes away was gone already, for another reason"
CHANGED_NONE = "it changed no decision"
NOT_RECORDED = "decisions did not record yet what it asks for"

BUILT_IN = "built in"
"""The place of a rule that nobody wrote."""


class RuleCost(Struct, frozen=True):
    """One rule. `where` is `the brand`, `the brand’s care`, a framework's key, or `a proposal`.

    `took` counts decisions on record in which it took something away, of the `asked` of its
    frameworks that were about its people or anybody else's; those made while something was stopped
    count for nothing.
    `changes` counts judged decisions that it would have changed, `bound` those about its people in
    which that was gone already. `untold` counts those that left out a signal which the rule asks
    for, because it came later: they cannot say.

    `cost` is by how much less a decision that it changes would have earned with it, doubly robust,
    `check` the same by SNIPS: minor units of money for `margin`, orders for `ordered`. Negative
    where it gains.

    `place` is its file and line, where they are known; care that nobody set is `built in`.
    """

    rule: Rule
    where: str
    took: int
    asked: int
    changes: int
    bound: int
    support: Support
    cost: Estimate | Unavailable
    check: Estimate | Unavailable
    untold: int = 0
    place: str = ""


class RuleCosts(Struct, frozen=True):
    """Every rule of a brand, those proposed last. `judged` is how many decisions could be judged,
    `left_out` counts the others by why, `unreadable` rows that could not be read."""

    brand: str
    currency: str
    reward: str
    judged: int
    left_out: dict[str, int]
    rules: tuple[RuleCost, ...]
    unreadable: Unreadable = ALL_READ


class _Row(Struct, frozen=True, dict=True):
    """A decision that chance made, as it was: what came of it, and how likely it was."""

    made: Made

    @cached_property
    def judged(self) -> Judged:
        """As it was: worked out only once some rule would have changed it, since it is dear."""
        made = self.made
        levels = made.logged.odds.levels()
        return Judged(made.record, made.outcome, made.logged, made.logged, levels)


def rule_costs(
    log: Decisions,
    blueprint: Blueprint,
    proposed: Sequence[Rule] = (),
    *,
    reward: str = MARGIN,
    places: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> RuleCosts:
    """Judges the rules that are published now, and the proposed ones, on the brand's log.

    A rule's days are left aside, and whether it is in use: it is judged as if it had held all
    along. `places` are files and lines, by what `RuleCost.where` says and the rule's name.
    """
    left_out: Counter[str] = Counter()
    unread = Unread()
    rows = list(_rows(log, blueprint, left_out, unread))
    release = blueprint.releases[-1]
    of_brand = brand_rules(release)
    of_care = len(of_brand) - len(release.rules)  # they come first
    rules = [(rule, CARE if n < of_care else BRAND) for n, rule in enumerate(of_brand)]
    rules += [(rule, one.key) for one in release.frameworks for rule in one.rules]
    counts = _counts(log, blueprint, [rule for rule, _ in rules], unread)
    rules += [(rule, PROPOSED) for rule in proposed]
    return RuleCosts(
        brand=blueprint.brand,
        currency=release.brand.currency,
        reward=reward,
        judged=len(rows),
        left_out=dict(sorted(left_out.items())),
        rules=tuple(
            replace(
                _judge(rule, where, counts, rows, reward), place=places.get((where, rule.name), "")
            )
            for rule, where in rules
        ),
        unreadable=unread.told(),
    )


def _judge(rule: Rule, where: str, counts: _Counts, rows: Sequence[_Row], reward: str) -> RuleCost:
    with_it: list[Judged] = []
    as_it_was: list[Judged] = []
    bound = untold = 0
    asked = {condition.signal for condition in (*rule.when, *rule.any_of)}
    in_use = replace(rule, active=True)  # one that rests is judged by the weeks in which it did
    for row in rows:
        record = row.made.record
        if where not in (BRAND, CARE, PROPOSED, _framework_of(record)):
            continue
        if _left_out(asked, record.content, row.made.policies[1]):
            untold += 1
            continue
        changed = under(record, in_use)
        if changed is None:
            bound += _is_about(in_use, record)
            continue
        target = _chance(changed, row.made.policies)
        with_it.append(replace(row.judged, target=target, levels=target.odds.levels()))
        as_it_was.append(row.judged)
    took, asked_at = counts.of(rule, where)
    why_none = CHANGED_NONE
    if took:  # then what it takes away was never drawn, and nothing at all where it silences
        why_none = NEVER_TRIED
    elif bound:  # what is gone need not have been taken by this rule
        why_none = GONE_ALREADY
    cost, check, basis = _costs(with_it, as_it_was, reward, why_none)
    if untold and not with_it:
        cost = check = Unavailable(NOT_RECORDED)
    return RuleCost(
        rule=rule,
        where=where,
        took=took,
        asked=asked_at,
        changes=len(with_it),
        bound=bound,
        support=basis,
        cost=cost,
        check=check,
        untold=untold,
    )


def _left_out(asked: Collection[str], decision: Decision, policy: Policy) -> bool:
    """Whether a signal that is asked for came with a later form of policy, so that this decision
    does not have it on record, and not because it was unavailable."""
    newer = [name for name in asked if form_of(name) > policy.form]
    if not newer:
        return False
    known = {signal.name for signal in decision.signals}
    return not known.issuperset(newer)


def _costs(
    with_it: Sequence[Judged], as_it_was: Sequence[Judged], reward: str, why_none: str
) -> tuple[Estimate | Unavailable, Estimate | Unavailable, Support]:
    """The cost by both methods, and what it rests on; `why_none` is why there is no cost where no
    decision would have been another."""
    nothing = Support(len(with_it), 0.0, 0.0, None)
    if not with_it:
        none = Unavailable(why_none)
        return none, none, nothing
    changed, before = measured(with_it, reward), measured(as_it_was, reward)
    if isinstance(changed, Unavailable):
        return changed, changed, nothing
    if isinstance(before, Unavailable):
        return before, before, nothing
    w, r, q = changed.w, changed.r, changed.q
    # An order by what the rule takes away has no weight under it, and says most of what it costs.
    about = changed.people, np.abs(before.orders - changed.orders)
    # Both halves rest on one model, so what it gets wrong alike falls away.
    lost = doubly_robust(before.w, r, before.q, before.v) - doubly_robust(w, r, q, changed.v)
    plain = r - snips(w, r)
    return (
        estimate(lost, w, None, *about),
        estimate(plain, w, None, *about),
        support(w, about[0], orders=about[1]),
    )


def _chance(record: Recorded, policies: tuple[Policy, Policy]) -> Chance:
    """How likely what was done is under a rule, by the policies that did it."""
    of_moment, of_content = policies
    found = probability_of(of_content, record)
    if of_moment is not of_content:
        found = Chance(probability_of(of_moment, record).time, found.steps, found.odds)
    return found


def _is_about(rule: Rule, record: Recorded) -> bool:
    """Whether the person belonged to the rule's audience at either half of the decision."""
    return rule.concerns(_framework_of(record)) and (
        addresses(rule, known_to(record.content)) or addresses(rule, known_to(record.moment))
    )


def _framework_of(record: Recorded) -> str:
    framework = framework_of(record.release, record.content)
    return framework.key if framework else ""


def _rows(
    log: Decisions, blueprint: Blueprint, left_out: Counter[str], unread: Unread
) -> Iterator[_Row]:
    """Every decision that chance made and whose outcome is known; the others are counted."""
    for made in made_by_chance(log, blueprint, left_out, unread):
        yield _Row(made)


# --- How often ---------------------------------------------------------------------------------


class _Counts(Struct, frozen=True):
    """Decisions by the key of their framework: how many there are, and in how many each rule took
    something away, by its name. Two frameworks may have rules of one name."""

    asked: Counter[str]
    took: Counter[tuple[str, str]]

    def of(self, rule: Rule, where: str) -> tuple[int, int]:
        """`took` and `asked` of a rule that is from there; a proposed one was never asked."""
        if where == PROPOSED:
            return 0, 0
        keys = list(self.asked) if where in (BRAND, CARE) else [where]
        keys = [key for key in keys if not rule.frameworks or key in rule.frameworks]
        return sum(self.took[key, rule.name] for key in keys), sum(self.asked[key] for key in keys)


def _counts(log: Decisions, blueprint: Blueprint, rules: Sequence[Rule], unread: Unread) -> _Counts:
    joint = any(is_joint(rule) for rule in rules)  # what those take is dear to find
    stops = [*log.past_stops(blueprint.brand), *log.stops(blueprint.brand)]
    asked: Counter[str] = Counter()
    took: Counter[tuple[str, str]] = Counter()
    # What was taken of the moment, until it is known what became of it: together they are one.
    of_moments: dict[tuple[str, str, int, str], set[str]] = {}
    releases = {release.number: release for release in blueprint.releases}
    for decision in readable_decisions(log.all_decisions(blueprint.brand), unread):
        if stopped_meanwhile(stops, decision):
            continue
        ruled = decision.reason.startswith((SILENCED, NOTHING_LEFT))
        content = decision.stage == CONTENT_STAGE and (decision.reason in TEACHING or ruled)
        names = {one.reason for one in decision.excluded}
        run = (decision.profile, decision.flow, decision.run, decision.point)
        if decision.stage == TIME_STAGE and decision.draws:
            of_moments[run] = names
        if not content:
            continue
        release = releases.get(decision.release)
        framework = framework_of(release, decision) if release else None
        key = framework.key if framework else ""
        asked[key] += 1
        names |= of_moments.pop(run, set())
        if ruled and decision.reason.startswith(SILENCED):
            names.add(decision.reason.removeprefix(SILENCED))
        if joint and framework and not ruled:
            names |= _pairs_taken(blueprint, decision, framework)
        took.update((key, name) for name in names)
    return _Counts(asked, took)


def _pairs_taken(blueprint: Blueprint, decision: Decision, framework: Framework) -> set[str]:
    """The rules that took a combination away of which every level was still there."""
    if not decision.signals:
        return set()
    signals = {signal.name: signal.value for signal in decision.signals}
    held = held_then(blueprint, decision, framework, signals)
    about = (without_time(rule, decision.action.time) for rule in held)
    return {
        rule.name for rule in about if rule and is_joint(rule) and _there(rule, framework, decision)
    }


def _there(rule: Rule, framework: Framework, decision: Decision) -> bool:
    gone = {(one.factor, one.level) for one in decision.excluded}
    return all(
        any(key in framework.keys(factor) and (factor, key) not in gone for key in keys)
        for factor, keys in rule.levels
    )
