"""Intent is learnt where there is something to learn, and never said to be where there is not."""

from __future__ import annotations

import numpy as np
import pytest

from rapport.core.person.intent import FEATURES, probability
from rapport.core.time import DAY
from rapport.science import intent
from rapport.science.intent import CAPACITIES, learn_score, say
from rapport.science.intent_trial import (
    BASE,
    RECENCY,
    Plan,
    asked,
    foretell,
    judged,
    lacking,
    parts,
)
from rapport.science.judging import Judgement
from rapport.science.logistic import sigmoid
from rapport.science.moments import Known, Life, Moments, moments_of
from rapport.science.unavailable import Unavailable

BASKETS = FEATURES.index("baskets")
FAST = Plan(folds=3, spans=1, draws=60)


def moments(seed: int, people: int = 200, effect: float = 1.5) -> Moments:
    """Ten moments each over 30 days; who puts things into baskets orders the more often."""
    draw = np.random.default_rng(seed)
    n = 10 * people
    x = draw.gamma(1.0, 1.0, (n, len(FEATURES)))
    own = draw.normal(0.0, 0.5, people).repeat(10)
    z = -2.0 + effect * np.minimum(x[:, BASKETS], 2.0) + own * (effect > 0)
    came = draw.random(n) < sigmoid(z)
    at = draw.integers(0, 30 * DAY, n)
    visiting = draw.random(n) < 0.7
    return Moments(x, np.arange(n) // 10, at, visiting, came, came & visiting)


def test_serving_says_to_the_last_digits_what_training_said() -> None:
    made = moments(1)
    learnt = learn_score(made.x, made.day.astype(float), made.who, made.at)
    many = say(learnt.score, made.x)
    one = [probability(learnt.score, tuple(row)) for row in made.x.tolist()]
    assert many == pytest.approx(one, abs=1e-12)
    assert len(learnt.score.trees.roots) == learnt.capacity.trees


def test_the_table_of_trees_adds_what_the_library_itself_says() -> None:
    made = moments(2)
    grown = intent._Grown(made.x, made.day.astype(float), CAPACITIES[0])
    table = grown.baseline + intent.added(grown.table(1.0), made.x)
    assert table == pytest.approx(grown.say(made.x), abs=1e-9)


def test_learning_twice_gives_the_same_score_to_the_bit() -> None:
    made = moments(3, people=120)
    first, again = (
        learn_score(made.x, made.day.astype(float), made.who, made.at) for _ in range(2)
    )
    assert first.score == again.score


def test_what_there_is_to_learn_is_learnt_and_is_better_beyond_noise() -> None:
    made = moments(4, people=500)
    found = judged(foretell(made, "day", FAST), "day", FAST)
    assert isinstance(found, Judgement)
    assert found.gains[RECENCY].sure
    assert found.gains[BASE].sure
    slope = found.marks["model"].slope
    assert slope.low < 1.0 < slope.high


def test_where_there_is_nothing_to_learn_nothing_is_surely_better() -> None:
    made = moments(5, effect=0.0)
    found = judged(foretell(made, "day", FAST), "day", FAST)
    assert isinstance(found, Judgement)
    assert not found.gains[BASE].sure


def test_nobody_and_no_time_that_is_foretold_was_learnt_from() -> None:
    made, plan = moments(6), Plan(folds=4, spans=3)
    foretold = np.zeros(len(made), dtype=int)
    for past, rest in parts(made, plan):
        assert not set(made.who[past]) & set(made.who[rest])
        assert made.at[past].max() + DAY <= made.at[rest].min()
        foretold += rest
    assert foretold.max() == 1
    later = made.at > np.percentile(made.at, 1) + (made.at.max() - np.percentile(made.at, 1)) / 2
    assert (foretold[later] == 1).all()


def test_the_base_rate_is_one_chance_for_each_span_and_group() -> None:
    made = moments(12)
    base = foretell(made, "day", FAST).said[BASE]
    assert 1 < len(np.unique(base)) <= sum(1 for _ in parts(made, FAST))


def test_a_larger_capacity_is_not_taken_without_need() -> None:
    made = moments(7)
    assert learn_score(made.x, made.day.astype(float), made.who, made.at).capacity == CAPACITIES[0]


@pytest.mark.parametrize("came", [0.0, 1.0])
def test_one_class_alone_gives_a_constant_that_is_neither_0_nor_1(came: float) -> None:
    made = moments(8, people=60)
    score = learn_score(made.x, np.full(len(made), came), made.who, made.at).score
    said = say(score, made.x)
    assert np.ptp(said) == 0.0
    assert 0.0 < said[0] < 1.0


def test_a_brand_with_three_customers_gets_a_constant_and_is_told_what_is_missing() -> None:
    made = moments(9, people=3)
    assert learn_score(made.x, made.day.astype(float), made.who, made.at).capacity == CAPACITIES[0]
    assert "3 people were seen, and 150 are needed" in lacking(made, "day")
    alone = made.where(made.who == made.who[0])
    assert lacking(alone, "day").startswith("1 person was seen, and 150 are needed; ")
    nobody = made.where(np.zeros(len(made), dtype=bool))
    assert lacking(nobody, "day")
    assert isinstance(judged(foretell(nobody, "day", FAST), "day", FAST), Unavailable)


def test_a_visit_is_asked_about_only_while_there_is_one() -> None:
    made = moments(10)
    assert asked(made, "visit").visiting.all()
    assert len(asked(made, "day")) == len(made)


def test_chances_and_features_that_are_constant_do_no_harm() -> None:
    made = moments(11)
    flat = np.zeros_like(made.x)
    said = say(learn_score(flat, made.day.astype(float), made.who, made.at).score, flat)
    assert said == pytest.approx(np.full(len(flat), made.day.mean()), abs=0.01)


def test_an_order_counts_for_a_visit_only_before_the_visit_ends() -> None:
    minute, zeros = 60_000, (0.0,) * len(FEATURES)
    asked_at = [Known(0, zeros, visiting=True), Known(90 * minute, zeros, visiting=False)]

    def came(order: int) -> tuple[list[bool], list[bool]]:
        found = moments_of([Life(asked_at, [order * minute], [0, 20 * minute])], 9 * DAY)
        return found.day.tolist(), found.visit.tolist()

    assert came(50) == ([True, False], [True, False])
    assert came(51) == ([True, False], [False, False])
    assert came(24 * 60) == ([True, True], [False, False])
    assert came(24 * 60 + 1) == ([False, True], [False, False])
    assert came(0) == ([False, False], [False, False])


def test_a_moment_whose_next_day_is_not_over_yet_teaches_nothing() -> None:
    zeros = (0.0,) * len(FEATURES)
    life = Life([Known(at, zeros, visiting=True) for at in (0, 1, DAY)], [], [0])
    assert moments_of([life], DAY).at.tolist() == [0]
