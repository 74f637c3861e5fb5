"""Why a decision came out as it did: plain words for every kind, no keys, no figures made up."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from rapport.app.explaining.explain import Explanation, explain, summarise
from rapport.app.wording.level_words import money
from rapport.app.wording.table import Table
from rapport.core.blueprint import Blueprint
from rapport.core.brand import Cap
from rapport.core.creative.framework import HOLD
from rapport.core.deciding.arms import HOLDOUT, USUAL, Arms
from rapport.core.decision import Decision
from rapport.core.effects import AnyEffect, Decided
from rapport.core.events import Event, ProfileChanged
from rapport.core.policy.policy import Policy
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import DAY, Instant
from rapport.testing import examples as ex
from rapport.testing import more_flows as more

NEVER = Policy(number=0, send=(-0.9,) + (0.0,) * 7, exploration=1e9)
MORNING = ex.at(0, 10)
KEYS = re.compile(r"\b\w+_\w+\b|\b[a-z]\w*:\w+\b|None|\{|\}|\[|\]")
"""What an internal key, or something that is not for people, looks like."""


def decisions_of(blueprint: Blueprint, until: Instant, *events: Event) -> list[Decision]:
    """Everything that is decided about somebody to whom this happens."""
    state, effects = ProfileState("ada"), list[AnyEffect]()
    for event in (*events, ex.viewed("later", until)):
        state, more = step(blueprint, state, event)
        effects += more
    return [effect.decision for effect in effects if isinstance(effect, Decided)]


def story(
    arms: Arms = ex.ADAPTIVE_ONLY, policy: Policy = ex.EAGER, left_at: Instant = MORNING
) -> tuple[Blueprint, list[Decision]]:
    """Somebody leaves a basket behind and never comes back."""
    blueprint = ex.blueprint(arms, policy)
    events = (*ex.subscribed(ex.at(0, 9)), ex.viewed("v", left_at - 1), ex.checkout("c", left_at))
    return blueprint, decisions_of(blueprint, left_at + 6 * DAY, *events)


def every_word(explanation: Explanation) -> str:
    cells = [
        cell
        for table in explanation.tables
        for row in ((table.title, table.note), table.columns, *table.rows)
        for cell in row
    ]
    return "\n".join([explanation.summary, *cells])


def table(explanation: Explanation, title: str) -> Table:
    return next(table for table in explanation.tables if table.title == title)


def signals_in(explanation: Explanation) -> dict[str, str]:
    return {row[0]: row[1] for row in table(explanation, "What was known").rows}


STORIES = {
    "adaptive": story(),
    "held": story(policy=NEVER),
    "holdout": story(ex.HOLDOUT_ONLY),
    "usual": story(ex.USUAL_ONLY),
    "quiet hours": story(ex.USUAL_ONLY, left_at=ex.at(0, 23)),
    "adaptive at night": story(left_at=ex.at(0, 23)),
}


@pytest.mark.parametrize("name", STORIES)
def test_every_decision_is_told_without_internal_keys(name: str) -> None:
    blueprint, decisions = STORIES[name]
    assert decisions
    for decision in decisions:
        told = explain(decision, blueprint)
        assert told.summary.endswith(".")
        assert told.summary[0].isupper()
        found = KEYS.findall(every_word(told))
        assert found == [], told
        assert all(len(row) == len(t.columns) for t in told.tables for row in t.rows)


def test_a_moment_is_told_by_the_name_that_people_gave_it() -> None:
    blueprint, decisions = STORIES["adaptive"]
    moment = next(d for d in decisions if d.stage == "time")
    labels = {"now": "straight away", "later": "four hours later", "evening": "in the evening"}
    label = labels[moment.action.time]
    assert explain(moment, blueprint).summary == f"The moment was chosen first: {label}."


def test_a_message_is_told_in_labels_with_what_it_was_expected_to_bring() -> None:
    blueprint, decisions = STORIES["adaptive"]
    sent = next(d for d in decisions if d.stage == "content" and not d.action.hold)
    summary = explain(sent, blueprint).summary
    assert "Expected to bring £" in summary
    framework = blueprint.releases[0].frameworks[0]
    tone = next(level.label for level in framework.tones if level.key == sent.action.tone)
    assert tone.lower() in summary.lower()


def test_the_chances_shown_are_those_of_the_decision() -> None:
    blueprint, decisions = STORIES["adaptive"]
    sent = next(d for d in decisions if d.stage == "content" and not d.action.hold)
    possible = table(explain(sent, blueprint), "What was possible")
    assert len(possible.rows) == sum(len(drawn.levels) for drawn in sent.draws)
    assert sum(row[-1] == "chosen" for row in possible.rows) == len(sent.draws)
    known = signals_in(explain(sent, blueprint))
    assert "£48.00" in known.values()


def test_silence_is_told_as_a_choice() -> None:
    blueprint, decisions = STORIES["held"]
    held = [d for d in decisions if d.stage == "content"]
    assert held
    for decision in held:
        assert decision.action.hold
        assert explain(decision, blueprint).summary.startswith("Nothing was said:")


@pytest.mark.parametrize(
    ("name", "arm", "words"),
    [("holdout", HOLDOUT, "get no messages"), ("usual", USUAL, "to compare with")],
)
def test_the_other_arms_are_told_as_what_they_are(name: str, arm: str, words: str) -> None:
    blueprint, decisions = STORIES[name]
    assert {decision.arm for decision in decisions} == {arm}
    assert words in explain(decisions[0], blueprint).summary


def test_somebody_who_declined_profiling_is_shown_nothing_about_them() -> None:
    blueprint = ex.blueprint()
    declined = ex.event("declined", ex.at(0, 9, 30), ProfileChanged(no_profiling=True))
    decisions = decisions_of(
        blueprint, ex.at(5), *ex.subscribed(ex.at(0, 9)), declined, ex.checkout("c", ex.at(0, 10))
    )
    told = explain(decisions[0], blueprint)
    assert "declined profiling" in told.summary
    titles = {table.title for table in told.tables}
    assert titles.isdisjoint({"What was known", "What moved it"})


def test_what_is_put_off_says_that_it_is_asked_again_and_what_is_given_up_does_not() -> None:
    release = ex.blueprint().releases[0]
    base = Decision(
        "d", "ada", ex.FLOW, 1, "first", "put off", ex.at(0), 1, 0, "adaptive", HOLD, due=ex.at(1)
    )
    for reason in ("cap", "quiet hours"):
        put_off = summarise(replace(base, reason=reason), release)
        given_up = summarise(replace(base, reason=reason, stage="content", due=0), release)
        assert "asked again" in put_off
        assert "asked again" not in given_up
        assert given_up.startswith("Nothing was said:")


def test_a_cap_that_lasts_longer_than_patience_is_told_as_given_up() -> None:
    owner = ex.brand(arms=ex.USUAL_ONLY, caps=(Cap(1, 30 * DAY),))
    blueprint = ex.blueprint(of=owner)
    decisions = decisions_of(
        blueprint, ex.at(6), *ex.subscribed(ex.at(0, 9)), ex.checkout("c", ex.at(0, 10))
    )
    last = decisions[-1]
    assert (last.reason, last.stage) == ("cap", "content")
    assert "too late" in explain(last, blueprint).summary


@pytest.mark.parametrize(
    "barrier",
    ["no consent", "unsubscribed", "basket is gone", "out of stock", "address bounced",
     "complained of spam", "no e-mail address", "consent not confirmed"],
)  # fmt: skip
def test_a_barrier_is_named(barrier: str) -> None:
    release = ex.blueprint().releases[0]
    decision = Decision(
        "d", "ada", ex.FLOW, 1, "first", "content", ex.at(0), 1, 0, "adaptive", HOLD, reason=barrier
    )
    assert summarise(decision, release) == f"Nothing was said: {barrier}."


def test_what_was_ruled_out_is_shown_with_its_rule() -> None:
    blueprint = ex.blueprint()
    decisions = decisions_of(
        blueprint,
        ex.at(0, 10) + 2 * DAY,
        *ex.subscribed(ex.at(0, 7)),
        ex.order("o", ex.at(0, 8), "o1", token="c0"),
        ex.refund("r", ex.at(0, 8, 30)),
        ex.checkout("c", ex.at(0, 10)),
    )
    content = next(d for d in decisions if d.stage == "content")
    rows = table(explain(content, blueprint), "What was ruled out").rows
    assert ("Tone", "Playful", "no jokes after a refund") in rows


def test_an_old_decision_is_told_in_the_words_of_its_own_release() -> None:
    blueprint, decisions = STORIES["usual"]
    old = blueprint.releases[0]
    framework = replace(old.frameworks[0], tones=())
    newer = replace(old, number=2, since=ex.at(1), frameworks=(framework,))
    both = replace(blueprint, releases=(old, newer))
    assert explain(decisions[0], both) == explain(decisions[0], blueprint)


def test_an_action_that_nobody_named_is_told_by_its_key() -> None:
    blueprint, decisions = STORIES["usual"]
    strange = replace(decisions[0], action=replace(decisions[0].action, offer="gone"))
    assert "gone" in explain(strange, blueprint).summary


def test_money_is_told_in_the_currencys_own_units() -> None:
    brand = ex.brand()
    assert money(1_250, brand) == "£12.50"
    yen = replace(brand, currency="JPY", locale="ja_JP")
    assert money(1_250, yen) in ("￥1,250", "¥1,250")


def test_signals_that_are_not_known_are_told_as_unavailable() -> None:
    blueprint, decisions = STORIES["adaptive"]
    known = signals_in(explain(decisions[0], blueprint))
    assert "unavailable" in known.values()


# --- About more than a checkout -----------------------------------------------------------------


def test_it_is_said_what_a_message_is_about() -> None:
    blueprint = more.blueprint()
    told = (*ex.subscribed(ex.at(0, 9)), ex.viewed("v", ex.at(2, 9)), ex.order("o", ex.at(5, 9)))
    decisions = decisions_of(blueprint, ex.at(60), *told)
    said = {d.flow: summarise(d, blueprint.releases[0]) for d in decisions if d.message}
    assert "It is about no product of theirs." in said["welcome"]
    assert "It is about what they looked at." in said["browse"]
    assert "It is about their order." in said["thanks"]
    for decision in decisions:
        assert not KEYS.search(every_word(explain(decision, blueprint)))


def test_it_is_said_which_flow_goes_first_and_what_is_gone() -> None:
    stays = replace(more.CART_FLOW, exit_on=("opted_out",))
    patient = replace(more.THANKS_FLOW, exit_on=("opted_out",))
    blueprint = more.blueprint(ex.CHECKOUT_FLOW, stays, patient)
    decisions = decisions_of(
        blueprint, ex.at(60), *ex.subscribed(ex.at(0, 9)), more.put_in("p", ex.at(2, 9)),
        ex.checkout("c", ex.at(2, 9, 5)), ex.order("o", ex.at(9, 9)), ex.refund("r", ex.at(10)),
    )  # fmt: skip
    said = [summarise(d, blueprint.releases[0]) for d in decisions]
    assert any("‘Checkout left behind’ is nearer to an order, and goes first" in s for s in said)
    assert any("the order was cancelled, or paid back" in s for s in said)


def test_who_declined_profiling_is_not_said_to_get_a_message_about_looks() -> None:
    blueprint = more.blueprint(more.BROWSE_FLOW)
    decline = ex.event("no", ex.at(1), ProfileChanged(no_profiling=True))
    told = (*ex.subscribed(ex.at(0, 9)), decline, ex.viewed("v", ex.at(2, 9)))
    (decision,) = decisions_of(blueprint, ex.at(9), *told)
    assert "what they look at is not written about" in summarise(decision, blueprint.releases[0])
