"""What a rule costs, on the core's own decisions and a truth that is known."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import product

import pytest
from msgspec.structs import replace
from ope_log import ALL_ALIKE, KNOWING, ONCE, Book, a_book, chance, fill

from rapport.app.evidence.recorded import Recorded, probability_of, recorded, under
from rapport.app.measuring.rule_costs import PROPOSED, RuleCost, rule_costs
from rapport.app.measuring.sample import ORDERED
from rapport.core.creative.framework import HOLD, ONLY, SILENCE, Action, Condition, Rule
from rapport.core.flow import DecisionPoint
from rapport.core.policy.policy import Policy
from rapport.science.off_policy import Estimate
from rapport.science.unavailable import Unavailable
from rapport.testing import examples as ex

NO_TEN = Rule("no ten", (("offer", ("ten",)),))
WARM = Rule("warm", (("tone", ("warm",)),), kind=ONLY)
NO_CRAFT = Rule("no craft", (("angle", ("craft",)),))
EVENING = Rule("evening", (("time", ("evening",)),), kind=ONLY)
NEVER_EVENING = Rule("never evening", (("time", ("evening",)),))
APART = Rule("apart", (("tone", ("warm",)), ("offer", ("ten",))))
QUIET = Rule("quiet", kind=SILENCE)
REFUNDED = (Condition("days_since_refund", "<", 30.0),)


@cache
def book() -> Book:
    return a_book(1_600, ALL_ALIKE)


def with_rules(people: int, *rules: Rule, policy: Policy = ALL_ALIKE) -> Book:
    """A book that was written with these rules in force."""
    published = ex.blueprint(policy=policy, flow=ONCE, rules=rules)
    return fill(Book(published), people)


def of(rule: Rule, log: Book | None = None, reward: str = ORDERED) -> RuleCost:
    log = log or book()
    found = rule_costs(log, log.blueprint, [rule], reward=reward)
    return found.rules[-1]


def known(found: Estimate | Unavailable) -> Estimate:
    assert isinstance(found, Estimate), found
    return found


# --- The truth, decision by decision -------------------------------------------------------------

LEVELS = {
    "offer": ("none", "ten", "post"),
    "tone": ("plain", "warm", "playful"),
    "angle": ("help", "craft"),
    "visual": ("basket", "maker"),
}


def records(log: Book) -> list[Recorded]:
    moments = {d.profile: d for d in log.decisions if d.stage == "time"}
    made = [d for d in log.decisions if d.stage == "content" and not d.reason]
    found = [recorded(log.blueprint, d, moments[d.profile]) for d in made]
    return [record for record in found if isinstance(record, Recorded)]


def expected(record: Recorded, policy: Policy = ALL_ALIKE) -> float:
    """The true chance of an order under the policy's odds, by going through every message."""
    total = 0.0
    for time in record.times:
        moment = replace(record.moment, action=Action(time=time))
        odds = probability_of(policy, replace(record, moment=moment))
        total += odds.time * odds.odds.send["hold"] * chance(HOLD)
        for offer, tone, angle, visual in product(*LEVELS.values()):
            action = Action(time=time, offer=offer, tone=tone, angle=angle, visual=visual)
            steps = odds.odds.along(action)
            likely = odds.time
            for step in steps:
                likely *= step
            total += likely * chance(action)
    return total


def true_cost(rule: Rule) -> float:
    """By how much fewer orders a decision that the rule changes would lead to."""
    pairs = [(record, under(record, rule)) for record in records(book())[:120]]
    lost = [expected(before) - expected(after) for before, after in pairs if after is not None]
    return sum(lost) / len(lost)


@pytest.mark.parametrize("rule", [NO_TEN, WARM, NO_CRAFT, EVENING, NEVER_EVENING, APART, QUIET],
                         ids=lambda rule: rule.name)  # fmt: skip
def test_the_interval_of_a_cost_holds_the_truth(rule: Rule) -> None:
    found = of(rule)
    cost, truth = known(found.cost), true_cost(rule)
    assert cost.low <= truth <= cost.high, (cost, truth)
    assert abs(cost.value - truth) < 0.05
    assert known(found.check).low <= truth <= known(found.check).high


def test_what_works_costs_to_forbid_and_gains_to_ask_for_and_what_does_nothing_does_neither() -> (
    None
):
    assert known(of(NO_TEN).cost).low > 0.0
    assert known(of(WARM).cost).high < 0.0
    nothing = known(of(NO_CRAFT).cost)
    assert nothing.low < 0.0 < nothing.high


def test_money_is_told_in_minor_units() -> None:
    cost = known(of(NO_TEN, reward="margin").cost)
    assert 20.0 < cost.value < 400.0


def test_only_decisions_that_a_rule_changes_are_judged() -> None:
    found = of(replace(NO_TEN, when=REFUNDED))
    refunded = sum(number % 3 == 0 for number in range(1_600))
    assert (found.changes, found.bound) == (refunded, 0)
    joking = of(Rule("no jokes", (("tone", ("playful",)),), REFUNDED))
    assert (joking.changes, joking.bound) == (0, refunded)
    assert isinstance(joking.cost, Unavailable)
    assert joking.cost.reason == "what it takes away was gone already, for another reason"


def test_a_rule_for_nobody_and_one_of_another_framework_change_nothing() -> None:
    nobody = of(replace(QUIET, when=(Condition("orders_count", ">", 1e6),)))
    elsewhere = of(replace(QUIET, frameworks=("winback",)))
    for found in (nobody, elsewhere):
        assert isinstance(found.cost, Unavailable)
        assert (found.changes, found.cost.reason) == (0, "it changed no decision")


def test_too_few_decisions_are_refused_and_told_how_many_more() -> None:
    small = Book(book().blueprint, book().lessons_[:600], book().decisions)
    cost = of(NO_TEN, small).cost
    assert isinstance(cost, Unavailable)
    assert "about" in cost.reason
    assert "more decisions like these" in cost.reason


def test_rules_that_would_leave_nothing_are_judged_as_silence() -> None:
    nothing = Rule("nothing", (("tone", ("plain", "warm", "playful")),))
    assert known(of(nothing).cost).value == pytest.approx(known(of(QUIET).cost).value)
    no_time = Rule("no time", (("time", ("now", "later", "evening")),))
    assert known(of(no_time).cost).value == pytest.approx(known(of(QUIET).cost).value)


def test_days_are_left_aside() -> None:
    autumn = replace(NO_TEN, first_day=30_000, last_day=30_010)
    assert known(of(autumn).cost) == known(of(NO_TEN).cost)


# --- Rules that are in force ----------------------------------------------------------------------


def test_a_rule_that_always_held_says_that_it_never_let_chance_try() -> None:
    log = with_rules(200, NO_TEN)
    (found, *_) = rule_costs(log, log.blueprint).rules
    assert (found.rule, found.where, found.changes, found.bound) == (NO_TEN, "the brand", 0, 200)
    assert isinstance(found.cost, Unavailable)
    assert found.cost.reason == "it never let chance try what it takes away"


def test_a_rule_is_not_blamed_for_what_another_had_taken() -> None:
    log = with_rules(120, NO_TEN)
    again = of(replace(NO_TEN, name="no ten, once more"), log)
    assert (again.took, again.changes) == (0, 0)
    assert again.bound > 0
    refused = again.cost
    assert isinstance(refused, Unavailable)
    assert refused.reason == "what it takes away was gone already, for another reason"


def test_a_rule_is_judged_by_decisions_from_before_it_held() -> None:
    later = replace(book().blueprint.releases[0], number=2, since=ex.at(300), rules=(NO_TEN,))
    blueprint = replace(book().blueprint, releases=(book().blueprint.releases[0], later))
    (found, *_) = rule_costs(book(), blueprint, reward=ORDERED).rules
    assert found.where == "the brand"
    assert found.changes == len(book().lessons_)
    assert known(found.cost).low > 0.0


def test_how_often_a_rule_took_something_away_is_counted_from_the_record() -> None:
    quiet = replace(QUIET, when=(Condition("orders_count", ">", 0.0),))
    log = with_rules(300, NO_TEN, quiet, APART, NEVER_EVENING)
    found = {one.rule.name: one for one in rule_costs(log, log.blueprint).rules}
    assert {one.asked for one in found.values()} == {300}
    assert found["quiet"].took == 100
    assert isinstance(found["quiet"].cost, Unavailable)
    assert found["quiet"].cost.reason == "it never let chance try what it takes away"
    assert found["no ten"].took == 200
    assert found["never evening"].took == 300
    assert found["apart"].took == 0, "what it forbids was gone already"
    assert found["no jokes after a refund"].took == 0, "nothing was said to these people"
    assert found["no jokes about money"].took == 200


def test_a_rule_about_the_moment_and_the_words_is_counted_once_a_message() -> None:
    both = Rule("both", (("time", ("evening",)), ("tone", ("warm",))), kind=ONLY)
    log = with_rules(60, both)
    (found, *_) = rule_costs(log, log.blueprint).rules
    assert (found.rule, found.took, found.asked) == (both, 60, 60)


def test_a_framework_rule_is_named_with_its_framework() -> None:
    places = {one.rule.name: one.where for one in rule_costs(book(), book().blueprint).rules}
    assert places == {"no jokes after a refund": ex.FLOW, "no jokes about money": ex.FLOW}


def test_rules_of_one_name_are_counted_in_their_own_framework() -> None:
    other, unused = "thanks", "winback"
    of_one_name = {
        ex.FLOW: replace(NO_TEN, name="no money"),
        other: replace(NO_CRAFT, name="no money"),
        unused: replace(NO_TEN, name="no money"),
    }
    frameworks = tuple(
        replace(ex.FRAMEWORK, key=key, rules=(rule,)) for key, rule in of_one_name.items()
    )
    nodes = (*ONCE.nodes[:-1], replace(ex.point("second"), framework=other), ONCE.nodes[-1])
    published = ex.blueprint(policy=ALL_ALIKE, flow=replace(ONCE, nodes=nodes))
    here = Rule("here", (("visual", ("maker",)),), frameworks=(other,))
    release = replace(published.releases[0], frameworks=frameworks, rules=(here, WARM))
    log = fill(Book(replace(published, releases=(release,))), 60)
    in_brand, warm, first, second, none = rule_costs(log, log.blueprint).rules
    content = [d for d in log.decisions if d.stage == "content" and not d.reason]
    firsts = sum(d.point == "first" for d in content)
    seconds = len(content) - firsts
    assert 0 < seconds < firsts == 60
    assert (first.where, first.took, first.asked) == (ex.FLOW, firsts, firsts)
    assert (second.where, second.took, second.asked) == (other, seconds, seconds)
    assert (none.where, none.took, none.asked) == (unused, 0, 0)
    assert isinstance(none.cost, Unavailable)
    assert none.cost.reason == "it changed no decision"
    assert (in_brand.took, in_brand.asked) == (seconds, seconds)
    assert (warm.took, warm.asked) == (len(content), len(content))


def test_a_framework_may_be_called_proposed() -> None:
    named = replace(ex.FRAMEWORK, key="proposed", rules=(replace(NO_TEN, name="its own"),))
    nodes = tuple(
        replace(node, framework="proposed") if isinstance(node, DecisionPoint) else node
        for node in ONCE.nodes
    )
    published = ex.blueprint(policy=ALL_ALIKE, flow=replace(ONCE, nodes=nodes))
    release = replace(published.releases[0], frameworks=(named,))
    log = fill(Book(replace(published, releases=(release,))), 60)
    own, tried = rule_costs(log, log.blueprint, [NO_CRAFT]).rules
    assert (own.where, own.took, own.asked, own.bound) == ("proposed", 60, 60, 60)
    assert (tried.where, tried.took, tried.asked) == (PROPOSED, 0, 0)


def test_decisions_that_cannot_be_made_out_are_counted() -> None:
    gone = replace(book().blueprint, policies=(KNOWING,))
    found = rule_costs(book(), gone, [NO_TEN])
    assert found.judged == 0
    assert found.left_out == {"the policy that made them is gone": 1_600}


# --- What would have been is what is --------------------------------------------------------------


@pytest.mark.parametrize(
    "rule",
    [NO_TEN, WARM, EVENING, NEVER_EVENING, APART, replace(NO_TEN, when=REFUNDED),
     Rule("pair in time", (("time", ("evening", "now")), ("offer", ("ten",))))],
    ids=lambda rule: rule.name,
)  # fmt: skip
def test_a_decision_under_a_rule_has_the_very_odds_of_one_that_was_made_with_it(
    rule: Rule,
) -> None:
    without = {r.content.profile: r for r in records(a_book(60, KNOWING))}
    made = {r.content.profile: r for r in records(with_rules(60, rule, policy=KNOWING))}
    compared = 0
    for profile, real in made.items():
        thought = without.get(profile)
        if thought is None:
            continue
        moment = replace(thought.moment, action=real.moment.action)
        content = replace(thought.content, context=real.content.context)
        placed = replace(thought, moment=moment, content=content)
        ruled = under(placed, rule) or placed
        if real.moment.action != thought.moment.action:
            continue
        assert probability_of(KNOWING, ruled).time == probability_of(KNOWING, real).time
        ours, theirs = (probability_of(KNOWING, one).odds.levels() for one in (ruled, real))
        assert ours == pytest.approx(theirs)
        compared += 1
    assert compared > 10


# --- Signals that came later ---------------------------------------------------------------------


def test_decisions_from_before_a_signal_was_recorded_cannot_judge_a_rule_about_it() -> None:
    """ALL_ALIKE is of form 1: its decisions have no signals of later forms on record."""
    later = Rule("phones", (("offer", ("ten",)),), (Condition("on_phone", ">=", 0.0),))
    found = of(later)
    assert found.untold == rule_costs(book(), book().blueprint).judged > 0
    assert (found.changes, found.cost) == (
        0, Unavailable("decisions did not record yet what it asks for"),
    )  # fmt: skip
    assert of(NO_TEN).untold == 0


@pytest.mark.parametrize(
    "condition",
    [
        Condition("days_since_refund", "<", 30.0),
        Condition("visits", ">=", 0.0),
        Condition("category_interest[Teapots]", ">=", 0.0),
        Condition("stated[tea=green]", ">=", 1.0),
        Condition("intent_24h", ">", 2.0),
        Condition("p_alive", "<", 0.5),
    ],
    ids=lambda condition: condition.signal,
)
def test_a_rule_can_be_tried_on_every_kind_of_signal(condition: Condition) -> None:
    log = a_book(120, replace(ALL_ALIKE, form=4))
    found = of(Rule("one", (("offer", ("ten",)),), (condition,)), log)
    assert found.untold == 0
    assert found.changes >= 0


def test_a_rule_that_rests_is_judged_by_the_decisions_in_which_it_did() -> None:
    resting = replace(NO_TEN, active=False)
    log = with_rules(1_600, resting)
    (found, *_) = rule_costs(log, log.blueprint, reward=ORDERED).rules
    assert (found.rule, found.took, found.changes) == (resting, 0, 1_600)
    assert known(found.cost).low > 0.0


def ordered_only(log: Book, keeps: Callable[[Action], bool], most: int) -> Book:
    """The same decisions, of which the first `most` orders are left that such messages led to."""
    lessons = []
    for one in log.lessons_:
        kept = one.outcome.orders > 0 and most > 0 and keeps(one.decision.action)
        most -= kept
        told = one.outcome if kept else replace(one.outcome, orders=0, margin=0)
        lessons.append(replace(one, outcome=told))
    return Book(log.blueprint, lessons, list(log.decisions))


def test_a_rule_is_not_judged_by_a_handful_of_orders() -> None:
    few = ordered_only(book(), lambda _: True, 6)
    for found in (of(NO_TEN, few), of(NO_TEN, ordered_only(book(), lambda _: False, 0))):
        for refused in (found.cost, found.check):
            assert isinstance(refused, Unavailable)
            assert "too few decisions led to an order" in refused.reason


def test_orders_by_what_a_rule_takes_away_say_what_it_costs() -> None:
    """Under the rule none of them has any weight."""
    found = of(NO_TEN, ordered_only(book(), lambda action: action.offer == "ten", 1_000))
    assert known(found.cost).low > 0.0
