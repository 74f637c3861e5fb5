import numpy as np
import pytest
from msgspec.structs import replace

from rapport.app.evidence.learn import LearnSettings, beliefs_of, first_policy, learn
from rapport.app.evidence.learnt import Learnt, policy_after
from rapport.core.creative.framework import HOLD, Action
from rapport.core.decision import Decision
from rapport.core.effects import OutcomeClosed
from rapport.core.policy.policy import Policy
from rapport.core.time import DAY
from rapport.science.evidence import nothing, observe_all
from rapport.testing import examples


def closed(number, orders=0):
    hold = number % 3 == 0
    decision = Decision(
        id=f"d{number}",
        profile=f"p{number}",
        flow="cart",
        run=1,
        point="first",
        stage="content",
        at=number * DAY,
        release=1,
        policy=1,
        arm="adaptive",
        action=HOLD if hold else Action(time="soon", offer="none", tone=f"tone{number % 2}"),
        context=(1.0, (number % 5) / 5, *(0.0,) * 6),
        margin=2_000,
    )
    outcome = OutcomeClosed(
        key=f"o{number}",
        profile=f"p{number}",
        decision=f"d{number}",
        message="",
        at=number * DAY,
        orders=orders,
        revenue=0,
        margin=0,
        clicked=False,
        unsubscribed=False,
        complained=False,
        delivered=not hold,
    )
    return decision, outcome


ROWS = [closed(number, orders=int(number % 7 == 0)) for number in range(100)]


@pytest.mark.parametrize("batch", [1, 7, 1_000])
def test_the_size_of_a_batch_makes_no_difference(batch):
    whole = observe_all(nothing(), ROWS)
    found = learn(nothing(), iter(ROWS), LearnSettings(batch=batch))
    assert (found.levels, found.decisions, found.at) == (whole.levels, 100, whole.at)
    np.testing.assert_allclose(found.gram, whole.gram, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(found.moments, whole.moments, rtol=1e-9, atol=1e-12)


def test_no_rows_no_change():
    evidence = observe_all(nothing(), ROWS)
    assert learn(evidence, []) is evidence


def test_a_snapshot_follows_only_when_enough_is_new():
    evidence = learn(nothing(), ROWS)
    first = policy_after(Learnt(evidence), Policy(), 5)
    assert first is not None
    assert (first.number, first.since, first.decisions) == (1, 5, 100)
    assert policy_after(Learnt(evidence), first, 6) is None
    more = learn(evidence, [closed(number) for number in range(100, 150)])
    second = policy_after(Learnt(more), first, 7)
    assert second is not None
    assert (second.number, second.decisions) == (2, 150)


def test_a_shorter_half_life_forgets_more():
    quick = learn(nothing(), ROWS, LearnSettings(half_life_days=5))
    slow = learn(nothing(), ROWS, LearnSettings(half_life_days=500))
    assert quick.weight < 10 < 90 < slow.weight


def test_a_new_policy_begins_near_the_usual_message_and_data_overrule_it():
    release = examples.blueprint().releases[0]
    usual = beliefs_of(release).usual
    first = first_policy(release, since=7)
    assert (first.number, first.since, first.decisions) == (0, 7, 0)
    assert (
        set(first.effects)
        == set(usual)
        == {f"{f}:{k}" for f, k in examples.point("x").usual.items()}
    )
    assert all(effect[0] > 0 for effect in first.effects.values())
    losing = f"tone:{examples.point('x').usual['tone']}"
    rows = []
    for number in range(3_000):
        decision, outcome = closed(number, orders=number % 2)
        tone = losing.partition(":")[2] if number % 2 == 0 else "another"
        rows.append((replace(decision, action=Action(offer="none", tone=tone)), outcome))
    settings = LearnSettings(beliefs=beliefs_of(release))
    learnt = policy_after(Learnt(learn(nothing(), rows)), first, 8, settings)
    assert learnt is not None
    assert learnt.effects[losing][0] < 0 < learnt.effects["tone:another"][0]
