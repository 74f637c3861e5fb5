"""Rules hold for whom they name, from when they are published, and nobody gets past them."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.creative.framework import (
    CONTENT_FACTORS,
    ONLY,
    SILENCE,
    Action,
    Condition,
    Level,
    Rule,
)
from rapport.core.deciding.remaining import Remaining
from rapport.core.deciding.rules import is_joint
from rapport.core.decision import Decision, Excluded
from rapport.core.effects import AnyEffect, Decided, OutcomeClosed, Send
from rapport.core.events import Event, ProfileChanged, TicketChanged, Wake
from rapport.core.state import Note, ProfileState
from rapport.core.step import step, why_unwanted
from rapport.core.time import HOUR, Instant, Zone
from rapport.testing import examples as ex
from rapport.testing.strategies import histories, rules

REFUNDED = (Condition("days_since_refund", "<", 30.0),)
ASKING = (Condition("open_tickets", ">", 0.0),)
NO_TEN = Rule("no ten", (("offer", ("ten",)),))
WARM = Rule("warm", (("tone", ("warm",)),), kind=ONLY)
QUIET = Rule("quiet", kind=SILENCE)
ARMS = {"adaptive": ex.ADAPTIVE_ONLY, "usual": ex.USUAL_ONLY, "holdout": ex.HOLDOUT_ONLY}

BOUGHT_AND_REFUNDED = (
    ex.order("o", ex.at(0, 10), "o0", "c0"),
    ex.refund("r", ex.at(0, 11), "o0"),
)
LEFT = ex.checkout("c", ex.at(1, 10))


def wake(at: Instant) -> Event:
    return Event("wake", at, "rapport", Wake())


def ticket(at: Instant, *, is_open: bool = True) -> Event:
    return ex.event(f"ticket {at}", at, TicketChanged("t", open=is_open))


NEXT_DAY = ex.at(2, 9)


def told(
    blueprint: Blueprint, *events: Event, until: Instant = NEXT_DAY, profile: str = "ada"
) -> tuple[ProfileState, list[AnyEffect]]:
    state = ProfileState(profile)
    effects: list[AnyEffect] = []
    for event in (*ex.subscribed(ex.at(0, 9)), *events, wake(until)):
        state, new = step(blueprint, state, event)
        effects.extend(new)
    return state, effects


def decided(
    blueprint: Blueprint, *events: Event, until: Instant = NEXT_DAY, profile: str = "ada"
) -> list[Decision]:
    _, effects = told(blueprint, *events, until=until, profile=profile)
    return [effect.decision for effect in effects if isinstance(effect, Decided)]


def content(blueprint: Blueprint, *events: Event) -> Decision:
    """The first decision about content that was not put off."""
    return next(d for d in decided(blueprint, *events) if d.stage == "content")


def spoken(blueprint: Blueprint, *events: Event) -> Decision:
    """The first one that led to a message, of the first person for whom there is one."""
    return next(
        decision
        for number in range(30)
        for decision in decided(blueprint, *events, profile=f"p{number}")
        if decision.stage == "content" and not decision.action.hold
    )


def with_rules(*held: Rule, arm: str = "adaptive") -> Blueprint:
    return ex.blueprint(ARMS[arm], rules=held)


# --- What a rule takes away ----------------------------------------------------------------------


def test_a_forbidden_level_cannot_be_drawn_and_the_record_names_the_rule() -> None:
    decision = spoken(with_rules(NO_TEN), LEFT)
    assert Excluded("offer", "ten", "no ten") in decision.excluded
    offer = next(drawn for drawn in decision.draws if drawn.factor == "offer")
    assert offer.levels == ("none", "post")


def test_only_leaves_these_levels_of_each_factor_it_names_and_names_what_went() -> None:
    rule = Rule("so", (("tone", ("warm",)), ("visual", ("maker",))), kind=ONLY)
    decision = spoken(with_rules(rule), LEFT)
    assert (decision.action.tone, decision.action.visual) == ("warm", "maker")
    gone = {(one.factor, one.level) for one in decision.excluded if one.reason == "so"}
    assert gone == {("tone", "plain"), ("tone", "playful"), ("visual", "basket")}


def test_a_rule_holds_for_its_audience_and_for_nobody_else() -> None:
    warm = replace(WARM, when=REFUNDED)
    assert spoken(with_rules(warm), *BOUGHT_AND_REFUNDED, LEFT).action.tone == "warm"
    assert all(one.reason != "warm" for one in content(with_rules(warm), LEFT).excluded)


@pytest.mark.parametrize(
    ("events", "held"),
    [
        ((LEFT,), False),
        (BOUGHT_AND_REFUNDED, False),
        ((*BOUGHT_AND_REFUNDED, ticket(ex.at(0, 12))), True),
    ],
    ids=["neither", "all but none of the others", "all and one of the others"],
)
def test_an_audience_is_all_of_some_conditions_and_one_of_others(
    events: tuple[Event, ...], held: bool
) -> None:
    many = Condition("orders_count", ">", 90.0)
    rule = replace(WARM, when=REFUNDED, any_of=(many, *ASKING))
    decision = content(with_rules(rule), *events, LEFT)
    assert any(one.reason == "warm" for one in decision.excluded) is held


def test_a_rule_on_a_signal_that_nobody_knows_holds_for_nobody() -> None:
    rule = replace(QUIET, when=(Condition("moon_phase", ">", 0.0),))
    assert not content(with_rules(rule), LEFT).reason


def test_a_rule_on_a_level_that_is_gone_takes_nothing_away() -> None:
    rule = Rule("old", (("tone", ("shouting",)),))
    assert "old" not in {one.reason for one in content(with_rules(rule), LEFT).excluded}


def test_a_rule_that_is_not_active_or_of_another_framework_is_not_asked() -> None:
    off, elsewhere = replace(QUIET, active=False), replace(QUIET, frameworks=("winback",))
    assert not content(with_rules(off, elsewhere), LEFT).reason


def test_a_pair_that_a_rule_forbids_is_never_sent_together() -> None:
    rule = Rule("apart", (("tone", ("plain", "playful")), ("visual", ("basket",))))
    for number in range(40):
        decision = spoken(with_rules(rule), ex.checkout(f"c{number}", ex.at(1, 10)))
        assert decision.action.tone == "warm" or decision.action.visual == "maker"


def test_a_level_that_a_pair_leaves_in_no_message_is_recorded_with_the_rule() -> None:
    apart = Rule("apart", (("tone", ("plain",)), ("visual", ("basket", "maker"))))
    decision = content(with_rules(apart), LEFT)
    assert Excluded("tone", "plain", "apart") in decision.excluded


# --- Saying nothing ------------------------------------------------------------------------------


@pytest.mark.parametrize("arm", ARMS)
def test_silence_stops_every_arm_at_the_same_place_and_teaches_nothing(arm: str) -> None:
    state, effects = told(with_rules(replace(QUIET, when=ASKING), arm=arm), ticket(ex.at(1)), LEFT)
    decision = next(
        e.decision for e in effects if isinstance(e, Decided) and e.decision.stage == "content"
    )
    assert (decision.reason, decision.action.hold) == ("rule: quiet", True)
    assert decision.excluded == (Excluded("send", "send", "quiet"),)
    assert not any(isinstance(effect, Send | OutcomeClosed) for effect in effects)
    assert not state.windows


def test_silence_is_asked_about_when_the_moment_has_come() -> None:
    """The ticket is closed before the message would go out."""
    blueprint = with_rules(replace(QUIET, when=ASKING), arm="usual")
    decision = content(blueprint, ticket(ex.at(1)), LEFT, ticket(ex.at(1, 10, 20), is_open=False))
    assert decision.reason == "usual"


def test_who_declined_profiling_is_ruled_for_and_nothing_of_them_is_recorded() -> None:
    no_profile = ex.event("n", ex.at(0, 9), ProfileChanged(no_profiling=True))
    silent = content(with_rules(replace(QUIET, when=ASKING)), no_profile, ticket(ex.at(1)), LEFT)
    assert (silent.reason, silent.excluded, silent.signals) == ("rule: quiet", (), ())
    warm = spoken(with_rules(replace(WARM, when=ASKING)), no_profile, ticket(ex.at(1)), LEFT)
    assert (warm.action.tone, warm.excluded, warm.signals) == ("warm", (), ())


# --- Moments -------------------------------------------------------------------------------------

EVENING = Rule("evening", (("time", ("evening",)),), kind=ONLY)


@pytest.mark.parametrize("arm", ["adaptive", "usual"])
def test_a_rule_about_moments_holds_when_the_moment_is_chosen(arm: str) -> None:
    decision = spoken(with_rules(EVENING, arm=arm), LEFT)
    assert decision.action.time == "evening"
    assert decision.at == ex.at(1, 18, 30)


def test_a_moment_that_a_rule_took_is_named_in_the_decision_about_the_moment() -> None:
    moment = next(d for d in decided(with_rules(EVENING), LEFT) if d.stage == "time")
    assert {(one.level, one.reason) for one in moment.excluded} == {
        ("now", "evening"),
        ("later", "evening"),
    }


@pytest.mark.parametrize("arm", ARMS)
def test_rules_that_leave_no_moment_are_named_in_every_arm(arm: str) -> None:
    other = Rule("not so late", (("time", ("evening", "later")),))
    decision = content(with_rules(EVENING, other, arm=arm), LEFT)
    assert decision.reason == "rules leave nothing to say: evening; not so late"


def test_another_moment_is_asked_for_when_rules_leave_only_quiet_ones() -> None:
    never_late = Rule("soon", (("time", ("later", "evening")),))
    first, *_ = decided(with_rules(never_late), ex.checkout("c", ex.at(1, 21)), until=ex.at(1, 23))
    assert (first.stage, first.reason, first.due) == ("put off", "quiet hours", ex.at(2, 8))


def test_a_combination_with_a_moment_binds_the_rest_once_the_moment_is_chosen() -> None:
    pair = Rule("no ten at night", (("time", ("evening",)), ("offer", ("ten", "post"))))
    decision = spoken(with_rules(EVENING, pair), LEFT)
    assert decision.action.offer == "none"
    assert Excluded("offer", "ten", "no ten at night") in decision.excluded
    daytime = Rule("now", (("time", ("now",)),), kind=ONLY)
    names = {one.reason for one in content(with_rules(daytime, pair), LEFT).excluded}
    assert "no ten at night" not in names


# --- From when, and until when --------------------------------------------------------------------

AHEAD = Zone("Ahead", (), (600,))
"""Ten hours east of UTC all year."""


@pytest.mark.parametrize(
    ("hour", "held"), [(13, False), (14, True), (37, True), (38, False)], ids=str
)
def test_days_are_the_brands_and_both_ends_are_included(hour: int, held: bool) -> None:
    """Day 1 begins at 14:00 UTC of the day before where the brand is, and ends 24 hours later."""
    day = (ex.at(1) + 10 * HOUR) // (24 * HOUR)
    rule = replace(QUIET, first_day=day, last_day=day)
    brand = replace(ex.brand(), zone=AHEAD, quiet_from=0, quiet_until=0)
    blueprint = ex.blueprint(of=brand, rules=(rule,))
    usual = replace(blueprint.releases[0].brand, arms=ex.USUAL_ONLY)
    blueprint = replace(blueprint, releases=(replace(blueprint.releases[0], brand=usual),))
    left = ex.at(0, hour) - 45 * 60_000
    decision = content(blueprint, ex.checkout("c", left))
    assert (decision.reason == "rule: quiet") is held


def test_the_brands_rules_hold_for_runs_under_way_and_a_frameworks_go_with_their_release() -> None:
    before = with_rules()
    first = before.releases[0]
    second = replace(
        first,
        number=2,
        since=ex.at(1, 10, 10),
        rules=(NO_TEN,),
        frameworks=(replace(first.frameworks[0], rules=(WARM,)),),
    )
    decision = content(replace(before, releases=(first, second)), LEFT)
    assert decision.release == 1
    reasons = {one.reason for one in decision.excluded}
    assert "no ten" in reasons
    assert "warm" not in reasons


def test_a_level_that_is_retired_midway_leaves_old_runs_nothing_and_the_rule_is_named() -> None:
    """The new release knows a tone that the framework of a run under way does not have."""
    before = with_rules(arm="usual")
    first = before.releases[0]
    gentle = Level("gentle", "Gentle")
    framework = replace(first.frameworks[0], tones=(gentle,), rules=())
    only_gentle = Rule("only gentle", (("tone", ("gentle",)),), kind=ONLY)
    second = replace(
        first, number=2, since=ex.at(1, 10, 10), rules=(only_gentle,), frameworks=(framework,)
    )
    both = replace(before, releases=(first, second))
    decision = content(both, LEFT)
    assert (decision.release, decision.reason) == (1, "rules leave nothing to say: only gentle")
    assert content(both, ex.checkout("c", ex.at(1, 11))).action.tone == "gentle"


# --- Rules that leave nothing ---------------------------------------------------------------------

PLAIN = Rule("plain", (("tone", ("plain",)),), kind=ONLY)


@pytest.mark.parametrize("arm", ARMS)
def test_rules_that_together_leave_nothing_are_named_and_every_arm_holds(arm: str) -> None:
    blueprint = with_rules(replace(WARM, when=REFUNDED), replace(PLAIN, when=ASKING), arm=arm)
    decision = content(blueprint, *BOUGHT_AND_REFUNDED, ticket(ex.at(1)), LEFT)
    assert decision.reason == "rules leave nothing to say: warm; plain"
    assert decision.action.hold
    assert content(blueprint, *BOUGHT_AND_REFUNDED, LEFT).reason in ("", "usual", "holdout")


def test_pairs_that_leave_no_combination_are_named() -> None:
    pairs = tuple(
        Rule(f"{tone} alone", (("tone", (tone,)), ("visual", ("basket", "maker"))))
        for tone in ("plain", "warm", "playful")
    )
    reason = content(with_rules(*pairs), LEFT).reason
    assert reason.startswith("rules leave nothing to say: ")
    assert all(rule.name in reason for rule in pairs)


def test_an_older_release_decides_as_it_did() -> None:
    blueprint = with_rules()
    release = blueprint.releases[0]
    nothing = tuple(Rule(f"no {key}", (("tone", (key,)),)) for key in ("plain", "warm", "playful"))
    framework = replace(release.frameworks[0], rules=nothing)
    old = replace(release, frameworks=(framework,), edition=0)
    assert content(replace(blueprint, releases=(old,)), LEFT).reason == "no message is possible"


# --- Asked again before it is sent ----------------------------------------------------------------


def planned(blueprint: Blueprint) -> tuple[ProfileState, Send]:
    state, effects = told(blueprint, LEFT, until=ex.at(1, 10, 46))
    return state, next(effect for effect in effects if isinstance(effect, Send))


def test_a_planned_message_is_stopped_by_a_rule_that_has_come_to_hold() -> None:
    blueprint = with_rules(replace(QUIET, when=ASKING), arm="usual")
    state, send = planned(blueprint)
    assert not why_unwanted(blueprint, state, send, ex.at(1, 11))
    asking, _ = step(blueprint, state, ticket(ex.at(1, 10, 50)))
    assert why_unwanted(blueprint, asking, send, ex.at(1, 11)) == (
        "the rule 'quiet' forbids it now"
    )


def test_a_rule_that_is_published_meanwhile_stops_what_is_planned() -> None:
    blueprint = with_rules(arm="usual")
    state, send = planned(blueprint)
    later = replace(
        blueprint.releases[0],
        number=2,
        since=ex.at(1, 10, 50),
        rules=(Rule("no plain", (("tone", ("plain",)),)),),
    )
    stopped = replace(blueprint, releases=(*blueprint.releases, later))
    assert not why_unwanted(stopped, state, send, ex.at(1, 10, 49))
    assert "'no plain'" in why_unwanted(stopped, state, send, ex.at(1, 11))


def test_a_rule_about_moments_does_not_stop_what_was_timed_already() -> None:
    blueprint = with_rules(arm="usual")
    state, send = planned(blueprint)
    later = replace(blueprint.releases[0], number=2, since=ex.at(1, 10, 50), rules=(EVENING,))
    published = replace(blueprint, releases=(*blueprint.releases, later))
    assert not why_unwanted(published, state, send, ex.at(1, 11))


def test_a_planned_message_is_not_counted_against_itself() -> None:
    few = replace(QUIET, when=(Condition("messages_7d", ">=", 1.0),))
    blueprint = with_rules(few, arm="usual")
    state, send = planned(blueprint)
    assert not why_unwanted(blueprint, state, send, ex.at(1, 11))
    another = replace(state, notes=(*state.notes, Note("other", ex.at(1, 10), Action())))
    assert "'quiet'" in why_unwanted(blueprint, another, send, ex.at(1, 11))


# --- For every rule and every history -------------------------------------------------------------

LEVELS = {
    "offer": ("none", "ten", "post"),
    "tone": ("plain", "warm", "playful"),
    "angle": ("help", "craft"),
    "visual": ("basket", "maker"),
}


@given(st.lists(rules(), max_size=12), st.data())
def test_what_remains_is_what_trying_every_combination_would_leave(
    held: list[Rule], data: st.DataObject
) -> None:
    joint = [rule for rule in held if is_joint(rule) and "time" not in dict(rule.levels)]
    remaining = Remaining(LEVELS, joint)
    whole = [dict(zip(CONTENT_FACTORS, keys, strict=True)) for keys in product(*LEVELS.values())]
    left = [one for one in whole if not any(rule.forbids(Action(**one)) for rule in joint)]
    chosen = {}
    for factor in data.draw(st.permutations(CONTENT_FACTORS)):
        fitting = [one for one in left if chosen.items() <= one.items()]
        there = {one[factor] for one in fitting}
        expected = tuple(key for key in LEVELS[factor] if key in there)
        assert remaining.eligible(chosen, factor) == expected
        if expected:
            chosen[factor] = data.draw(st.sampled_from(expected))
    assert remaining.possible() is bool(left)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), st.lists(rules(), max_size=8), st.sampled_from(sorted(ARMS)))
def test_no_message_breaks_a_rule_and_each_silence_names_one(
    events: list[Event], held: list[Rule], arm: str
) -> None:
    blueprint = with_rules(*held, arm=arm)
    state = ProfileState("ada")
    for event in (*events, wake(ex.at(60))):
        state, effects = step(blueprint, state, event)
        for effect in effects:
            if isinstance(effect, Decided) and effect.decision.stage == "content":
                keeps_to(held, effect.decision)


def keeps_to(held: list[Rule], decision: Decision) -> None:
    known = {signal.name: signal.value for signal in decision.signals}
    names = {rule.name for rule in held}
    if decision.reason.startswith(("rule: ", "rules leave")):
        assert decision.action.hold
        assert any(name in decision.reason for name in names | {"no jokes about money"})
    elif not decision.action.hold and known:
        for rule in held:
            if "time" not in dict(rule.levels) and in_audience(rule, known):
                assert not rule.forbids(decision.action), rule


def in_audience(rule: Rule, known: dict[str, float | None]) -> bool:
    """By hand, so that it is no copy of what is tested: the strategy's conditions use < and >."""

    def true(condition: Condition) -> bool:
        value = known[condition.signal]
        if value is None:
            return False
        return value < condition.value if condition.op == "<" else value > condition.value

    return (
        rule.active
        and all(map(true, rule.when))
        and (not rule.any_of or any(map(true, rule.any_of)))
    )
