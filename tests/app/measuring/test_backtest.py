"""Backtesting: who would have got what, and how a changed version differs from today's."""

from __future__ import annotations

import msgspec
import pytest
from backtest_world import (
    END,
    SINCE,
    RealShop,
    a_shop,
    leaves_a_basket,
    offering,
    one_point,
    points,
    release,
)
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from rapport.app.measuring.backtest import Asked, Backtest, backtest
from rapport.core.blueprint import Blueprint, Release
from rapport.core.brand import Cap
from rapport.core.deciding.arms import ADAPTIVE, HOLDOUT, USUAL, Arms
from rapport.core.effects import Entered
from rapport.core.events import Custom, Event, MessageClicked
from rapport.core.oversight.retired import Retired
from rapport.core.policy.policy import clip_probability, dot
from rapport.core.time import DAY, HOUR, SECOND
from rapport.errors import UserError
from rapport.testing import examples as ex
from rapport.testing.strategies import crowds, strange_histories

SHARED = Arms(holdout=3_000, usual=3_000, salt="s")


def asked(shop: RealShop, candidate: Release | None = None, flow: str = ex.FLOW) -> Backtest:
    return backtest(shop, shop.blueprint, Asked(flow, SINCE, candidate))


def test_todays_version_counts_what_was_recorded() -> None:
    shop = a_shop(ex.blueprint(arms=SHARED))
    done = asked(shop)
    recorded = [d for who in shop.effects for d in shop.decisions(who) if d.stage == "content"]
    messages = [d for d in recorded if not d.action.hold]
    assert (done.candidate, done.compared) == (None, None)
    assert (done.profiles, done.today.entered, done.today.runs) == (30, 30, 30)
    assert done.today.messages == len(messages) > 20
    assert sum(done.today.holds.values()) == len(recorded) - len(messages)
    for factor, counts in done.today.levels.items():
        assert counts == {
            level: sum(d.action.level(factor) == level for d in messages) for level in counts
        }
        assert sum(counts.values()) == len(messages)
    assert sum(done.today.messages_each.values()) == 30


def test_of_a_retired_brand_it_is_about_what_held_before() -> None:
    shop = a_shop(ex.blueprint(arms=SHARED))
    before = asked(shop)
    (latest,) = shop.blueprint.releases
    gone = replace(latest, number=2, since=END, retired=Retired("Nell", "the shop has closed"))
    over = replace(shop.blueprint, releases=(latest, gone))
    after = backtest(shop, over, Asked(ex.FLOW, SINCE))
    assert replace(after.today, release=before.today.release) == before.today


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(crowds())
def test_the_very_same_release_as_candidate_differs_for_nobody(
    told: list[tuple[str, Event]],
) -> None:
    shop = RealShop(ex.blueprint(arms=SHARED))
    for who, event in told:
        if not isinstance(event.body, MessageClicked):
            shop.tell(who, event)
    if shop.last_received_at("") < SINCE:
        return
    same = replace(shop.blueprint.releases[0], number=9)
    done = asked(shop, same)
    assert done.candidate is not None
    assert replace(done.candidate, release=1) == done.today
    assert done.compared is not None
    assert (done.compared.same, done.examples) == (done.compared.people, ())


def test_a_tighter_cap_takes_messages_away_and_says_why() -> None:
    shop = a_shop()
    done = asked(shop, release(caps=(Cap(1, 7 * DAY),)))
    assert done.candidate is not None
    assert done.compared is not None
    assert done.candidate.messages_each["2"] == 0 < done.today.messages_each["2"]
    assert done.candidate.holds["cap"] > 0
    assert done.compared.fewer == done.today.messages_each["2"]
    assert (done.compared.more, done.compared.different) == (0, 0)
    assert done.compared.same == done.compared.people - done.compared.fewer


def test_a_flow_without_its_second_message_leaves_the_first_as_it_was() -> None:
    shop = a_shop()
    done = asked(shop, release(flow=one_point()))
    assert done.candidate is not None
    assert done.today.points["second"] > 0
    assert done.candidate.points == {"first": done.today.points["first"]}
    for example in done.examples:
        assert example.candidate is not None
        firsts = [said for said in example.today.said if said.point == "first"]
        assert list(example.candidate.said) == firsts


def test_a_wait_that_is_longer_differs_in_the_moment() -> None:
    flow = ex.CHECKOUT_FLOW
    (first, second) = points(flow)
    late = replace(flow, nodes=(replace(flow.nodes[0], length=2 * HOUR), first, second))
    done = asked(a_shop(ex.blueprint(ex.USUAL_ONLY)), release(flow=late, arms=ex.USUAL_ONLY))
    assert done.compared is not None
    assert (done.compared.different, done.compared.same) == (30, 0)
    assert done.compared.differs_in == {"moment": 30}


def test_some_seconds_within_the_same_minute_are_no_difference() -> None:
    flow = ex.CHECKOUT_FLOW
    wait = replace(flow.nodes[0], length=ex.QUIET_WAIT + 30 * SECOND)
    shop = a_shop(ex.blueprint(ex.USUAL_ONLY), people=3)
    candidate = release(flow=replace(flow, nodes=(wait, *flow.nodes[1:])), arms=ex.USUAL_ONLY)
    done = asked(shop, candidate)
    assert done.candidate is not None
    assert done.candidate.messages == done.today.messages > 0
    assert done.compared is not None
    assert done.compared.same == 3


def test_another_usual_offer_differs_in_the_offer_and_costs_what_it_costs() -> None:
    generous = release(flow=offering("ten"), arms=ex.USUAL_ONLY)
    shop = a_shop(ex.blueprint(ex.USUAL_ONLY), people=4)
    done = asked(shop, generous)
    assert done.compared is not None
    assert done.compared.differs_in == {"offer": 4}
    assert done.candidate is not None
    assert done.today.offers == ()
    (cost,) = done.candidate.offers
    assert (cost.offer, cost.label, cost.messages) == ("ten", "10% off", 8)
    assert cost.most == 8 * ex.TEAPOT.price // 10
    contexts = [
        d.context for who in shop.effects for d in shop.decisions(who) if d.stage == "content"
    ]
    policy = ex.EAGER
    chances = [clip_probability(dot(policy.baseline, x) + dot(policy.send, x)) for x in contexts]
    assert cost.expected == round(sum(480 * chance for chance in chances)) > 0


def test_the_holdout_stays_the_holdout_and_gets_nothing() -> None:
    shop = a_shop(ex.blueprint(arms=SHARED), people=60)
    done = asked(shop, release(flow=one_point(), arms=SHARED))
    assert done.candidate is not None
    assert done.candidate.arms == done.today.arms
    assert set(done.today.arms) == {HOLDOUT, USUAL, ADAPTIVE}
    assert done.today.holds[HOLDOUT] == 2 * done.today.arms[HOLDOUT]
    assert done.candidate.holds[HOLDOUT] == done.today.arms[HOLDOUT]
    held = {
        e.profile
        for effects in shop.effects.values()
        for e in effects
        if isinstance(e, Entered) and e.arm == HOLDOUT
    }
    assert held.isdisjoint({example.profile for example in done.examples})


def test_who_enters_with_one_version_only_is_told() -> None:
    nobody = Blueprint("harbour", (replace(release(), flows=()),))
    done = asked(a_shop(people=5), nobody.releases[0])
    assert done.compared is not None
    assert (done.compared.people, done.compared.only_today, done.compared.fewer) == (5, 5, 5)
    assert done.candidate is not None
    assert (done.candidate.entered, done.candidate.messages) == (0, 0)


def test_a_flow_that_only_the_candidate_has_can_be_gone_through() -> None:
    other = replace(ex.CHECKOUT_FLOW, key="views", trigger="product_viewed")
    candidate = release(flow=other)
    shop = a_shop(people=3)
    done = asked(shop, candidate, flow="views")
    assert done.compared is not None
    assert (done.today.entered, done.compared.only_candidate) == (0, 3)


def test_a_flow_on_a_custom_event_is_gone_through_for_that_event_alone() -> None:
    flow = replace(ex.CHECKOUT_FLOW, key="quiz", trigger="custom:quiz_done")
    shop = a_shop(people=3)
    shop.tell("p00", ex.event("quiz", END, Custom("quiz_done")))
    shop.tell("p01", ex.event("other", END, Custom("something_else")))
    done = asked(shop, release(flow=flow), flow="quiz")
    assert done.profiles == 2
    assert done.candidate is not None
    assert done.candidate.entered == 1


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(strange_histories())
def test_nothing_that_a_log_may_hold_stops_it(told: list[Event]) -> None:
    shop = a_shop(people=1)
    shop.keep("p00", *told)
    done = asked(shop, release(caps=(Cap(1, 7 * DAY),)))
    assert done.compared is not None
    assert done.compared.people <= 1


def test_people_that_nothing_happened_to_since_are_not_even_read() -> None:
    shop = a_shop(people=3)
    shop.tell("old", *ex.subscribed(ex.at(0, 9)), ex.checkout("old", ex.at(1), token="old"))
    shop.tell("looker", ex.viewed("seen", ex.at(9)))
    shop.tell("importer", replace(ex.checkout("im", ex.at(9), token="im"), backfill=True))
    asked(shop)
    assert set(shop.read) == {"p00", "p01", "p02"}


def test_what_was_under_way_when_the_period_began_is_not_counted() -> None:
    shop = a_shop(people=2)
    begun = ex.checkout("under way", SINCE - 30 * 60_000, token="u")
    shop.tell("cy", *ex.subscribed(ex.at(0, 9)), begun)
    shop.tell("cy", ex.checkout("again", SINCE + HOUR, token="u"))
    done = asked(shop)
    assert (done.profiles, done.today.entered) == (3, 2)


def test_a_run_that_began_before_the_period_is_not_counted_even_if_it_was_told_of_in_it() -> None:
    shop = a_shop(people=1)
    shop.tell("cy", *ex.subscribed(ex.at(0, 9)), ex.viewed("seen", SINCE + HOUR))
    shop.tell("cy", ex.checkout("late", SINCE - HOUR, token="u"))
    shop.tell("cy", ex.checkout("again", SINCE + 2 * HOUR, token="u"))
    assert len([e for e in shop.effects["cy"] if isinstance(e, Entered)]) == 1
    done = asked(shop)
    assert (done.profiles, done.today.entered) == (2, 1)


def test_one_person_of_two_profiles_is_counted_once_and_keeps_what_each_version_sent() -> None:
    caps = (Cap(1, 20 * DAY),)
    shop = RealShop(ex.blueprint(of=ex.brand(caps=caps)))
    shop.tell("anon", *ex.subscribed(ex.at(0, 9)), ex.checkout("a", ex.at(8, 10), token="a"))
    shop.merge("anon", "ada", ex.at(9, 20))
    shop.tell("ada", ex.checkout("b", ex.at(12, 10), token="b"), ex.viewed("v", END))
    short = one_point()
    nodes = (replace(short.nodes[0], length=5 * DAY, quiet=False), *short.nodes[1:])
    done = asked(shop, release(flow=replace(short, nodes=nodes), caps=caps))
    # Within a week of entering a flow nobody enters it again, as whichever of the two it was.
    assert (done.profiles, done.today.entered, done.today.runs) == (2, 1, 1)
    assert (done.today.messages, done.today.arms) == (1, {ADAPTIVE: 1})
    # With the candidate the first profile got nothing before it was merged, so the cap is free.
    assert done.candidate is not None
    assert (done.candidate.messages, done.candidate.holds) == (1, {})
    (example,) = done.examples
    assert example.profile == "ada"


def test_a_ring_of_merges_ends() -> None:
    shop = a_shop(people=2)
    shop.merge("p00", "p01", END)
    shop.merge("p01", "p00", END + 1)
    assert asked(shop).today.runs == 2


def test_the_same_log_gives_the_same_figures_and_examples() -> None:
    candidate = release(caps=(Cap(1, 7 * DAY),))
    first, second = (
        msgspec.json.encode(asked(a_shop(people=people), candidate)) for people in (25, 25)
    )
    assert first == second


def test_examples_are_as_many_as_asked_for_and_differ() -> None:
    shop = a_shop()
    candidate = release(caps=(Cap(1, 7 * DAY),))
    done = backtest(shop, shop.blueprint, Asked(ex.FLOW, SINCE, candidate, examples=3))
    assert len(done.examples) == 3
    for example in done.examples:
        assert example.candidate is not None
        assert len(example.candidate.said) < len(example.today.said)


def test_when_messages_really_went_out_makes_no_difference() -> None:
    at_once, late = asked(a_shop()), asked(a_shop(delay=5 * HOUR))
    assert at_once.today == late.today


def test_an_unknown_flow_is_refused_and_the_known_ones_named() -> None:
    with pytest.raises(UserError, match=r"no flow 'nothing'\. It has: checkout"):
        asked(a_shop(people=1), flow="nothing")


def test_a_period_in_which_nothing_happened_is_refused() -> None:
    shop = a_shop(people=1)
    with pytest.raises(UserError, match="earlier day"):
        backtest(shop, shop.blueprint, Asked(ex.FLOW, END + DAY))


def test_progress_counts_the_profiles() -> None:
    told: list[tuple[int, int]] = []
    shop = a_shop(people=2)
    backtest(shop, shop.blueprint, Asked(ex.FLOW, SINCE), lambda *done: told.append(done))
    assert told == [(1, 2), (2, 2)]


def test_what_it_cannot_see_is_part_of_what_it_says() -> None:
    shop = RealShop(ex.blueprint())
    leaves_a_basket(shop, "ada")
    assert "as they happened" in " ".join(asked(shop).cannot_see)
