"""What a message was expected to bring: told of the very message that was drawn."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from rapport.app.explaining.explain import explain
from rapport.app.explaining.worth_of_one import exactly, worth_of_one
from rapport.core.blueprint import Blueprint
from rapport.core.creative.framework import Rule
from rapport.core.decision import Decision
from rapport.core.effects import AnyEffect, Decided
from rapport.core.policy.policy import FEATURES, Policy
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import DAY
from rapport.testing import examples as ex


def flat(value: float) -> tuple[float, ...]:
    return (value,) + (0.0,) * (len(FEATURES) - 1)


EFFECTS = {
    "offer:none": 0.0, "offer:ten": 0.02,
    "tone:warm": 0.05, "tone:plain": 0.0, "tone:playful": -0.05,
    "time:evening": 0.01, "time:now": -0.01,
}  # fmt: skip
PICKY = Policy(
    number=0,
    form=5,
    decisions=900,
    baseline=flat(0.05),
    send=flat(0.01),
    effects={name: flat(value) for name, value in EFFECTS.items()},
    errors=dict.fromkeys(
        ("send", *EFFECTS), (0.01,) + (0.0,) * (len(FEATURES) * (len(FEATURES) + 1) // 2 - 1)
    ),
    boldness=1.0,
)
"""Believes that tones matter, and is so unsure of it that chance draws each of them."""

Told = tuple[Decision, Decision, Blueprint]
"""A message that chance chose, the moment before it, and what held then."""


def messages(blueprint: Blueprint, people: int = 60) -> list[Told]:
    found = []
    for number in range(people):
        state, effects = ProfileState(f"p{number}"), list[AnyEffect]()
        events = (*ex.subscribed(ex.at(0, 9)), ex.checkout("c", ex.at(0, 10)))
        for event in (*events, ex.viewed("later", ex.at(0, 10) + 6 * DAY)):
            state, more = step(blueprint, state, event)
            effects += more
        moment, content = [e.decision for e in effects if isinstance(e, Decided)][:2]
        if content.message:
            found.append((content, moment, blueprint))
    return found


@pytest.fixture(scope="module")
def sent() -> list[Told]:
    return messages(ex.blueprint(ex.ADAPTIVE_ONLY, PICKY))


def true_worth(decision: Decision, blueprint: Blueprint) -> float:
    """Margin beside silence of this very message, from the policy's figures alone."""
    action, release = decision.action, blueprint.releases[0]
    added = sum(EFFECTS.get(f"{f}:{action.level(f)}", 0.0) for f in ("time", "offer", "tone"))
    total = next(one.value for one in decision.signals if one.name == "cart_total") or 0.0
    offer = release.offer(action.offer)
    cost = offer.cost_on(int(total)) if offer else 0
    leaves = PICKY.unsubscribe_rate * release.brand.unsubscribe_cost
    orders = min(max(0.05 + 0.01 + added, 0.0), 1.0)
    return (
        (decision.margin - cost) * orders
        - decision.margin * 0.05
        - release.brand.message_cost
        - leaves
    )


def said_of(summary: str) -> float:
    found = re.search(
        r"Expected to bring £([0-9.]+) (more|less) margin than saying nothing", summary
    )
    assert found, summary
    return float(found[1]) * (1 if found[2] == "more" else -1)


def test_the_figure_is_that_of_the_message_as_it_was_drawn(sent: list[Told]) -> None:
    said = [said_of(explain(d, blueprint, m).summary) for d, m, blueprint in sent]
    true = [true_worth(d, blueprint) / 100.0 for d, _, blueprint in sent]
    assert said == pytest.approx(true, abs=0.00501)
    assert min(said) < 0.0 < max(said)


def test_where_another_wording_looked_better_the_figure_of_the_chart_stands_beside(
    sent: list[Told],
) -> None:
    seen = set()
    for decision, moment, blueprint in sent:
        told = explain(decision, blueprint, moment)
        (offer,) = (part for part in told.chart if part.factor == "Offer")
        (bar,) = (bar for bar in offer.bars if bar.chosen)
        worth = bar.worth.replace("−", "")
        best = decision.action.tone == "warm"
        seen.add(best)
        if best:
            assert "looks best" not in told.summary
            assert f"Expected to bring {worth} " in told.summary
        else:
            assert f"; with the wording that looks best it would be {worth} " in told.summary
    assert seen == {True, False}


def test_what_is_expected_to_lose_says_so_and_why_it_went_all_the_same(sent: list[Told]) -> None:
    losing = 0
    for decision, moment, blueprint in sent:
        told = explain(decision, blueprint, moment)
        loses = said_of(told.summary) < 0.0
        losing += loses
        chance = f"exactly this choice had a chance of {decision.propensity:.2%}."
        assert told.summary.endswith(chance) == loses
        assert told.chart_note.startswith(
            f"Chance of exactly this choice: {decision.propensity:.2%}"
        )
    assert 0 < losing < len(sent)


def test_where_a_rule_ties_offer_and_wording_the_figure_is_that_of_the_message() -> None:
    plain = ex.blueprint(ex.ADAPTIVE_ONLY, PICKY)
    tied = Rule("ten is never warm", (("offer", ("ten",)), ("tone", ("warm",))))
    release = replace(plain.releases[0], rules=(tied,))
    told = messages(replace(plain, releases=(release,)))
    assert any(decision.action.offer == "ten" for decision, _, _ in told)
    for decision, moment, blueprint in told:
        said = said_of(explain(decision, blueprint, moment).summary)
        assert said == pytest.approx(true_worth(decision, blueprint) / 100.0, abs=0.00501)


def test_without_its_policy_the_record_alone_tells_the_same(sent: list[Told]) -> None:
    for decision, moment, blueprint in sent:
        gone = replace(decision, policy=99)
        assert said_of(explain(gone, blueprint, moment).summary) == pytest.approx(
            said_of(explain(decision, blueprint, moment).summary), abs=0.0101
        )


def test_a_damaged_record_has_no_figure(sent: list[Told]) -> None:
    decision, moment, blueprint = sent[0]
    damaged = [replace(one, values=(float("nan"),) * len(one.levels)) for one in decision.draws]
    summary = explain(replace(decision, draws=tuple(damaged)), blueprint, moment).summary
    assert "Expected to bring" not in summary
    assert worth_of_one(replace(decision, draws=()), None, str) == ""


def test_what_rounds_to_nothing_is_no_loss(sent: list[Told]) -> None:
    decision, _, _ = sent[0]
    said = worth_of_one(decision, -0.3, lambda minor: f"£{abs(round(minor)) / 100:.2f}")
    assert said.startswith("Expected to bring £0.00 more margin than saying nothing")
    assert "all the same" not in said


@pytest.mark.parametrize(
    ("chance", "words"), [(0.12345, "12.35%"), (0.00001, "less than 0.01%"), (1.0, "100.00%")]
)
def test_a_rare_choice_is_not_told_as_impossible(chance: float, words: str) -> None:
    assert exactly(chance) == words
