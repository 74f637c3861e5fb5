"""Evaluating a policy by what another did: the core's own decisions, and a truth that is known."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec.structs import replace
from ope_log import ALL_ALIKE, KNOWING, MISTAKEN, ONCE, PATIENT, Book, a_book, fill, flat

from rapport.app.evidence.recorded import Chance, Recorded, as_recorded, probability_of, recorded
from rapport.app.measuring.evaluate import Evaluation, evaluate
from rapport.app.measuring.sample import ORDERED
from rapport.core.creative.framework import Condition, Rule
from rapport.core.policy.policy import Policy
from rapport.errors import UserError
from rapport.science.off_policy import Estimate
from rapport.science.unavailable import Unavailable
from rapport.testing import examples as ex

METHODS = {"SNIPS", "IPW", "DM", "DR", "SWITCH", "DRos", "MIPS"}


@cache
def book() -> Book:
    return a_book(1_500, ALL_ALIKE, KNOWING, MISTAKEN, PATIENT)


def judged(policy: int, **options: object) -> Evaluation:
    return evaluate(book(), book().blueprint, policy, **options)


def known(found: object) -> Estimate:
    assert isinstance(found, Estimate)
    return found


def with_policy(policy: Policy, log: Book | None = None) -> Evaluation:
    log = log or book()
    blueprint = replace(log.blueprint, policies=(*log.blueprint.policies, policy))
    return evaluate(log, blueprint, policy.number)


def few() -> Book:
    whole = book()
    return Book(whole.blueprint, list(whole.lessons_), list(whole.decisions))


def all_reproduced(log: Book) -> list[Recorded]:
    """Every choice made out from its record, its probability computed again."""
    policies = {policy.number: policy for policy in log.blueprint.policies}
    moments = {d.profile: d for d in log.decisions if d.stage == "time"}
    contents = [d for d in log.decisions if d.stage == "content" and not d.reason]
    records = [recorded(log.blueprint, d, moments[d.profile]) for d in contents]
    for record in records:
        assert isinstance(record, Recorded)
        found = as_recorded(policies, record)
        assert isinstance(found, Chance), found
        assert abs(found.whole - record.content.propensity) <= 1e-12
    return [record for record in records if isinstance(record, Recorded)]


@pytest.mark.parametrize("policy", [ALL_ALIKE, KNOWING])
def test_the_policy_that_decided_reproduces_every_recorded_probability(policy):
    records = all_reproduced(a_book(150, policy))
    assert len(records) == 150
    for record in records:
        own = probability_of(policy, record)
        assert abs(own.whole - record.content.propensity) <= 1e-12


def test_levels_that_a_rule_took_away_are_none_of_the_choices():
    records = all_reproduced(a_book(30, ALL_ALIKE))
    jokes = [("tone", "playful") in probability_of(KNOWING, r).odds.levels() for r in records]
    assert jokes == [number % 3 != 0 for number in range(30)]


def test_a_rule_between_factors_counts_only_where_its_condition_held():
    pair = (("tone", ("plain",)), ("visual", ("maker",)))
    refunded = Rule("plain pictures", pair, (Condition("days_since_refund", "<", 60.0),))
    framework = replace(ex.FRAMEWORK, rules=(*ex.FRAMEWORK.rules, refunded))
    published = ex.blueprint(policy=ALL_ALIKE, flow=ONCE)
    release = replace(published.releases[0], frameworks=(framework,))
    records = all_reproduced(fill(Book(replace(published, releases=(release,))), 60))
    bound = ["visual" in record.bound for record in records]
    assert bound == [number % 3 == 0 for number in range(60)]


def test_a_policy_that_came_between_moment_and_message_has_its_part_only():
    later = replace(PATIENT, since=ex.at(1, 13))
    published = ex.blueprint(policy=ALL_ALIKE, flow=ONCE)
    records = all_reproduced(fill(Book(replace(published, policies=(ALL_ALIKE, later))), 60))
    parted = [record for record in records if record.moment.policy != record.content.policy]
    assert len(parted) > 10


def test_the_policy_that_decided_is_worth_what_was_earned():
    found = judged(ALL_ALIKE.number)
    assert found.earned > 0.0
    for name in ("SNIPS", "IPW", "MIPS"):
        assert known(found.estimates[name]).value == pytest.approx(found.earned, rel=1e-9)
    assert (found.support.effective, found.support.largest) == pytest.approx((1_500.0, 1.0))


def test_a_policy_that_is_to_come_is_not_what_decides_today():
    log = book()
    to_come = replace(KNOWING, since=ex.at(4_000))
    blueprint = replace(log.blueprint, policies=(ALL_ALIKE, to_come))
    found = evaluate(log, blueprint, KNOWING.number, seen=True, now=ex.at(400))
    assert found.against.policy == ALL_ALIKE.number
    assert evaluate(log, blueprint, KNOWING.number, seen=True).against.policy == KNOWING.number


@pytest.mark.parametrize("policy", [KNOWING, MISTAKEN, PATIENT])
@pytest.mark.parametrize("reward", ["margin", "ordered"])
def test_a_policys_value_is_the_one_it_then_has_when_it_decides_itself(policy, reward):
    live = a_book(1_500, policy)
    truth = evaluate(live, live.blueprint, policy.number, reward=reward).earned
    found = judged(policy.number, reward=reward)
    assert set(found.estimates) == METHODS
    for result in found.estimates.values():
        assert known(result).low <= truth <= known(result).high


def test_a_clearly_better_policy_may_be_launched_and_the_one_there_is_may_not():
    log = book()
    blueprint = replace(log.blueprint, policies=(ALL_ALIKE,))
    better = evaluate(log, blueprint, KNOWING.number, candidates=[KNOWING])
    same = evaluate(log, blueprint, ALL_ALIKE.number)
    assert better.gate.open
    assert known(better.against.gain).low > 0.0
    today = known(better.against.value)
    assert today.low < better.earned < today.high
    assert not same.gate.open
    assert "better than policy 0" in same.gate.says
    assert isinstance(same.against.gain, Unavailable)
    assert "just what the policy that decides today would" in same.against.gain.reason


def test_better_than_what_was_done_is_not_enough_where_a_better_one_decides_today():
    """The whole log is by one that knows nothing; the one that knows what works decides now."""
    log = book()
    half = {"offer:ten": flat(0.1), "tone:warm": flat(0.05)}
    between = replace(KNOWING, number=9, effects=half)
    blueprint = replace(log.blueprint, policies=(ALL_ALIKE, KNOWING))
    found = evaluate(log, blueprint, 9, candidates=[between])
    assert known(found.estimates["DR"]).low > found.earned
    assert found.against.policy == KNOWING.number
    assert known(found.against.gain).value < 0.0
    assert not found.gate.open
    assert "better than policy 1, which decides today" in found.gate.says


def test_where_todays_policy_cannot_be_judged_the_gate_says_so_and_stays_shut():
    stubborn = replace(KNOWING, number=8, effects={"angle:craft": (1.0,) * 8}, exploration=1e6)
    blueprint = replace(book().blueprint, policies=(ALL_ALIKE, stubborn))
    found = evaluate(book(), blueprint, KNOWING.number, candidates=[KNOWING])
    assert known(found.estimates["DR"]).value > found.earned
    assert isinstance(found.against.gain, Unavailable)
    assert "policy 8, which decides today, cannot be judged" in found.against.gain.reason
    assert not found.gate.open


def test_both_are_judged_with_the_budgets_of_today():
    """What takes over takes them over: an offer that is used up is no reason to launch anything."""
    log = book()
    today = replace(ALL_ALIKE, number=4, closed_offers=("ten",))
    same = replace(ALL_ALIKE, number=9)
    blueprint = replace(log.blueprint, policies=(ALL_ALIKE, today))
    found = evaluate(log, blueprint, 9, candidates=[same])
    assert isinstance(found.against.gain, Unavailable)
    assert "just what the policy that decides today would" in found.against.gain.reason


def test_a_policy_that_would_do_quite_other_things_is_refused_with_what_is_missing():
    stubborn = replace(KNOWING, number=9, effects={"angle:craft": (1.0,) * 8}, exploration=1e6)
    found = with_policy(stubborn)
    assert not found.gate.open
    refused = found.estimates["DR"]
    assert isinstance(refused, Unavailable)
    assert "more decisions" in refused.reason
    assert found.support.more


def test_what_a_policy_has_learnt_from_counts_only_if_asked_for_and_opens_no_gate():
    learnt = replace(KNOWING, number=9, decisions=1_500, since=ex.at(300))
    blueprint = replace(book().blueprint, policies=(ALL_ALIKE, learnt))
    found = evaluate(book(), blueprint, 9)
    assert (found.decisions, found.left_out) == (0, {"the policy has learnt from them": 1_500})
    assert isinstance(found.earned, Unavailable)
    flattered = evaluate(book(), blueprint, 9, seen=True)
    assert flattered.decisions == 1_500
    assert not flattered.gate.open
    assert "has not learnt from" in flattered.gate.says


def test_offers_that_the_policy_has_no_budget_for_are_none_of_its_choices():
    log = book()
    content = next(d for d in log.decisions if d.action.offer == "ten")
    moment = next(d for d in log.decisions if d.profile == content.profile and d.stage == "time")
    record = recorded(log.blueprint, content, moment)
    assert not isinstance(record, Unavailable)
    closed = probability_of(replace(KNOWING, closed_offers=("ten",)), record)
    assert closed.whole == 0.0
    assert ("offer", "ten") not in closed.odds.levels()


def test_a_record_that_was_tampered_with_or_torn_is_left_out_and_counted():
    log = few()
    first, second, third = log.lessons_[:3]
    log.lessons_[0] = replace(first, decision=replace(first.decision, propensity=0.3))
    log.lessons_[1] = replace(second, decision=replace(second.decision, signals=()))
    log.lessons_[2] = replace(third, decision=replace(third.decision, release=7))
    orphan = log.lessons_[3].decision.profile
    log.decisions = [d for d in log.decisions if d.profile != orphan or d.stage != "time"]
    found = evaluate(log, log.blueprint, ALL_ALIKE.number)
    assert found.decisions == 1_496
    assert found.left_out == {
        "the choice of their moment is not on record": 1,
        "the release that they followed is gone": 1,
        "the value of the basket was not recorded": 1,
        "their recorded probability cannot be computed again": 1,
    }


def test_a_probability_of_a_policy_that_is_gone_cannot_be_checked():
    log = book()
    content = log.lessons_[0].decision
    moment = next(d for d in log.decisions if d.profile == content.profile and d.stage == "time")
    record = recorded(log.blueprint, content, moment)
    assert not isinstance(record, Unavailable)
    assert isinstance(as_recorded({}, record), Unavailable)


def test_one_poisoned_order_changes_little_is_told_and_shown_as_it_was():
    log = few()
    honest = evaluate(log, log.blueprint, KNOWING.number)
    first = log.lessons_[0]
    log.lessons_[0] = replace(first, outcome=replace(first.outcome, orders=1, margin=10**15))
    found = evaluate(log, log.blueprint, KNOWING.number)
    assert honest.held is None
    assert found.held is not None
    assert (found.held.decisions, found.earned) == (1, pytest.approx(10**15 / 1_500, rel=1e-6))
    usual = sorted(one.outcome.margin for one in log.lessons_ if one.outcome.margin > 0)
    assert found.held.most == 4 * usual[int(0.95 * (len(usual) - 1))]
    assert found.held.earned == pytest.approx(honest.earned, abs=found.held.most / 1_000)
    for name, before in honest.estimates.items():
        after = known(found.estimates[name])
        assert abs(after.value - known(before).value) < 0.1 * known(before).value, name
        assert after.high - after.low < 1.6 * (known(before).high - known(before).low), name
    gain, honest_gain = known(found.against.gain), known(honest.against.gain)
    assert gain.high - gain.low < 1.6 * (honest_gain.high - honest_gain.low)


def with_orders(count: int) -> Book:
    """The same decisions, of which the first `count` orders are left; every message cost a penny
    and every other was delivered."""
    log, left = few(), count
    for place, one in enumerate(log.lessons_):
        kept = one.outcome.orders > 0 and left > 0
        left -= kept
        told = one.outcome if kept else replace(one.outcome, orders=0, margin=0)
        log.lessons_[place] = replace(one, outcome=replace(told, delivered=place % 2 == 0))
    release = log.blueprint.releases[0]
    brand = replace(release.brand, message_cost=1)
    log.blueprint = replace(log.blueprint, releases=(replace(release, brand=brand),))
    return log


@pytest.mark.parametrize(("orders", "told"), [(0, "none that counts here did"), (8, "count as ")])
def test_where_hardly_a_decision_led_to_an_order_nothing_is_said_and_nothing_launched(orders, told):
    log = with_orders(orders)
    blueprint = replace(log.blueprint, policies=(ALL_ALIKE,))
    found = evaluate(log, blueprint, KNOWING.number, candidates=[KNOWING])
    for refused in (*found.estimates.values(), found.against.value, found.against.gain):
        assert isinstance(refused, Unavailable)
        assert "too few decisions led to an order" in refused.reason
        assert told in refused.reason
    assert not found.gate.open
    assert "20 decisions that led to an order to judge it by" in found.gate.says


def test_no_order_of_an_ordinary_shop_is_held_to_anything():
    for policy in (ALL_ALIKE, KNOWING):
        assert judged(policy.number).held is None


def test_only_what_chance_chose_for_the_adaptive_arm_counts():
    log = few()
    for place, change in enumerate(({"reason": "cap"}, {"arm": "usual"}, {"stage": "time"})):
        lesson = log.lessons_[place]
        log.lessons_[place] = replace(lesson, decision=replace(lesson.decision, **change))
    assert evaluate(log, log.blueprint, ALL_ALIKE.number).decisions == 1_497


def test_orders_are_counted_where_asked_for():
    found = judged(ALL_ALIKE.number, reward=ORDERED)
    ordered = sum(lesson.outcome.orders > 0 for lesson in book().lessons_)
    assert found.earned == pytest.approx(ordered / 1_500)


def test_costs_of_messages_and_of_people_who_leave_are_off():
    log = few()
    log.lessons_ = [
        replace(x, outcome=replace(x.outcome, unsubscribed=True, delivered=True, margin=0))
        for x in log.lessons_
    ]
    found = evaluate(log, log.blueprint, ALL_ALIKE.number)
    brand = log.blueprint.releases[0].brand
    assert found.earned == pytest.approx(-brand.message_cost - brand.unsubscribe_cost)
    assert isinstance(found.estimates["DR"], Unavailable)


def test_a_policy_that_is_not_there_is_answered_with_those_that_are():
    with pytest.raises(UserError, match=r"no policy 12\. They are numbered 0 to 3"):
        judged(12)


def test_an_empty_log_has_no_answer():
    found = evaluate(Book(book().blueprint), book().blueprint, 1)
    assert (found.decisions, found.gate.open) == (0, False)
    assert all(isinstance(result, Unavailable) for result in found.estimates.values())
