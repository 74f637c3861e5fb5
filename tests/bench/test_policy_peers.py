"""Who stands beside Rapport's policy: everybody in every world, each told what it may know."""

from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest

from rapport.bench.figures import Sizes
from rapport.bench.policy import outside, speed
from rapport.bench.policy.live import HOLD, Seen, live
from rapport.bench.policy.made_up import ALWAYS, MADE_UP
from rapport.bench.policy.measure import measure_policy
from rapport.bench.policy.outside import MISSING, MabwiserBundles, VowpalMany
from rapport.bench.policy.peers import (
    Bundles,
    ClickThompson,
    Segments,
    UsualMessage,
    bundles,
    earned,
)
from rapport.bench.policy.seeds import Run
from rapport.bench.policy.standing import LEFT_OUT, Peer, standing, through
from rapport.bench.policy.worlds import (
    ACTIONS,
    LEVELS,
    MESSAGE_COST,
    NULL,
    STATIONARY,
    TYPICAL_MARGIN,
    UNSUBSCRIBE_COST,
    World,
)
from rapport.core.time import DAY
from rapport.errors import UserError

TINY = replace(STATIONARY, decisions=240, people=100)
BESIDE = {
    "Rapport",
    "factored linear Thompson sampling",
    "Thompson sampling over 433 flat arms",
    "VW squarecb, 433 actions",
    "VW bag, 433 actions",
    "VW softmax, 433 actions",
    "mabwiser LinUCB, 8 bundles or holding",
    "mabwiser LinTS, 8 bundles or holding",
    "A/B test of 8 bundles",
    "A/B test in 4 segments, recency x value",
    "best single message, in hindsight",
    "random",
}
SPECIAL = {
    "scarce": {ClickThompson.name},
    "misled": {ClickThompson.name},
    "faint": {UsualMessage.name},
    "fatigue": {ALWAYS},
}
vowpal = pytest.mark.skipif(find_spec("vowpalwabbit") is None, reason=f"Vowpal Wabbit: {MISSING}")
mabwiser = pytest.mark.skipif(find_spec("mabwiser") is None, reason=f"mabwiser: {MISSING}")


def seen(action, *, ordered=False, left=False, number=0):
    return Seen(number, 0, (1.0, *[0.0] * 7), 3_000.0, action, ordered, clicked=False, left=left)


@pytest.mark.parametrize("name", list(MADE_UP))
def test_everybody_stands_in_every_world_or_is_said_to_be_missing(name):
    world = MADE_UP[name]
    kind = replace(world.kind, decisions=240, people=60)
    figures = world.figures(kind, Run([101, 102]))
    first = [figure for figure in figures if figure.chart == figures[0].chart]
    named = {figure.what for figure in figures if figure.chart}
    assert named == BESIDE | SPECIAL.get(name, set())
    lacking = {figure.what: figure.absent for figure in first + figures if figure.absent}
    expected = {
        who: MISSING
        for who in BESIDE
        for short, package in (("VW", "vowpalwabbit"), ("mabwiser", "mabwiser"))
        if who.startswith(short) and find_spec(package) is None
    }
    assert lacking == expected
    assert all(np.isfinite(figure.value) for figure in figures)


def test_whoever_is_not_installed_is_named_and_the_rest_goes_on(monkeypatch):
    monkeypatch.setattr(outside, "find_spec", lambda _package: None)
    told = through(TINY, Run([101]), {})
    assert told.absent == {who: MISSING for who in BESIDE if who.startswith(("VW", "mabwiser"))}
    assert set(told.lived) == BESIDE - set(told.absent)
    [replayed] = [f for f in outside.makers().items() if f[0] == "VW bag"]
    assert replayed[1] == MISSING


def test_quick_leaves_out_who_is_slow_and_says_so(monkeypatch):
    monkeypatch.setattr(outside, "find_spec", lambda _package: object())
    left_out = {name for name, who in standing(quick=True).items() if who == LEFT_OUT}
    assert left_out == {who for who in BESIDE if who.startswith("VW")}
    assert not [who for who in standing().values() if isinstance(who, str)]


@pytest.mark.parametrize(
    ("world", "beside"),
    [
        ("stationary", set()),
        ("scarce", {Bundles.name, "random"}),
        ("misled", {"random"}),
        ("fatigue", {ALWAYS}),
    ],
)
def test_where_no_peers_are_wanted_only_those_that_a_figure_needs_are_there(world, beside):
    made = MADE_UP[world]
    kind = replace(made.kind, decisions=TINY.decisions)
    figures = made.figures(kind, Run([101, 102], 1, "none"))
    assert {figure.what for figure in figures if figure.chart} - {"Rapport"} == beside
    assert not [figure for figure in figures if figure.absent]


def test_everybody_who_learns_is_timed_or_said_to_be_missing(monkeypatch):
    monkeypatch.setattr(speed, "_LESSON", 20)
    figures = speed._beside()
    assert {figure.what for figure in figures} == {
        who for who in BESIDE if not who.startswith(("A/B", "best", "random"))
    }
    assert all((figure.value > 0.0) != bool(figure.absent) for figure in figures)
    assert {figure.unit for figure in figures if figure.what == "Rapport"} == {
        "decisions/s", "outcomes/s"
    }  # fmt: skip


def test_peers_that_there_are_not_are_named():
    with pytest.raises(UserError, match="no peers 'some'"):
        measure_policy(Sizes(peers="some", world="null"))


def test_the_processes_change_nothing():
    kind = replace(TINY, decisions=120)
    alone, together = (through(kind, Run([101, 102], n, "quick"), {}) for n in (1, 2))
    assert alone.lived.keys() == together.lived.keys()
    for name, runs in alone.lived.items():
        for one, other in zip(runs, together.lived[name], strict=True):
            np.testing.assert_array_equal(one.earned, other.earned)
            np.testing.assert_array_equal(one.sent, other.sent)


def test_who_goes_through_fewer_seeds_says_so(monkeypatch):
    short = {name: Peer(who.make, 1) if name == "random" else who
             for name, who in standing(quick=True).items() if isinstance(who, Peer)}  # fmt: skip
    monkeypatch.setattr("rapport.bench.policy.standing.standing", lambda **_: short)
    figures = MADE_UP["scarce"].figures(replace(TINY, delay=DAY), Run([101, 102]))
    notes = {figure.note for figure in figures if figure.what == "random"}
    assert notes == {"the first 1 of 2 seeds: it is slow"}
    assert {figure.note for figure in figures if figure.what == "Rapport"} == {""}


def test_what_was_earned_is_less_all_that_it_cost():
    ten = int(np.flatnonzero(ACTIONS[:, 1] == list(LEVELS["offer"]).index("ten"))[0])
    assert earned(seen(HOLD)) == 0.0
    assert earned(seen(HOLD, ordered=True)) == pytest.approx(1.5)
    assert earned(seen(ten, ordered=True)) == pytest.approx(1.5 * 0.8 - MESSAGE_COST / 2_000)
    cost = MESSAGE_COST + UNSUBSCRIBE_COST
    assert earned(seen(ten, left=True)) == pytest.approx(-cost / TYPICAL_MARGIN)


def test_an_a_b_test_holds_where_messages_only_cost():
    kind = replace(NULL, decisions=400, people=100)
    test = Bundles(101, kind.decisions)
    arms = bundles(101).tolist()
    for number in range(90):
        arm = arms[number % 9]
        test.learn([seen(arm, left=arm != HOLD, number=number)])
    assert {test.choose(number, 0, (1.0,) * 8, 1.0) for number in range(100, 400)} == {HOLD}


def test_the_winner_of_an_a_b_test_is_told_from_the_test_alone_however_late_it_is_known():
    test = Segments(101, 400)
    x = (1.0, *[0.0] * 7)
    first, second = bundles(101).tolist()[:2]
    test.learn([seen(first, ordered=True, number=1)])
    assert test.choose(100, 0, x, 1.0) == first
    test.learn([seen(first, number=n) for n in (2, 3)] + [seen(second, ordered=True, number=4)])
    assert test.choose(150, 0, x, 1.0) == second
    test.learn([seen(second, number=n) for n in range(100, 140)])
    assert test.choose(200, 0, x, 1.0) == second, "what came after the test says nothing"


@pytest.mark.parametrize("short", list(outside.VOWPAL_MANY))
@vowpal
def test_vowpal_wabbit_learns_from_what_it_drew_when_it_is_known(short):
    peer = VowpalMany(short, 111)
    live(World(replace(TINY, decisions=400), 111), peer)
    assert len(peer._drawn) < 100, "what was learnt from is let go"


@pytest.mark.parametrize("short", list(outside.VOWPAL_MANY))
@vowpal
def test_lines_that_were_read_once_say_what_lines_read_each_time_say(short):
    """Against Vowpal Wabbit's own text, parsed anew for each decision and lesson."""
    import vowpalwabbit  # noqa: PLC0415 (an extra)

    peer = VowpalMany(short, 7)
    plain = vowpalwabbit.Workspace(
        f"--cb_explore_adf --cb_type mtr -q CA {outside.VOWPAL_MANY[short]} --quiet --random_seed 7"
    )
    rng = np.random.default_rng(7)
    for number in range(60):
        x = (1.0, *rng.random(7).round(4).tolist())
        person = " ".join(f"f{i}:{value:.4f}" for i, value in enumerate(x))
        lines = [f"shared |C {person}", *peer._lines]
        odds = plain.predict(lines)
        place = int(rng.integers(len(ACTIONS) + 1))
        peer.choose(number, 0, x, 2_000.0)
        np.testing.assert_allclose(peer._model.predict(peer._read), odds, atol=1e-4)
        peer._drawn[number] = max(odds[place], 1e-6)
        action = HOLD if place == len(ACTIONS) else place
        outcome = replace(seen(action, ordered=bool(rng.random() < 0.3), number=number), x=x)
        label = f"0:{-earned(outcome):.5f}:{peer._drawn[number]:.6f}"
        lines[place + 1] = f"{label} {lines[place + 1]}"
        plain.learn(lines)
        peer.learn([outcome])


@pytest.mark.parametrize("short", list(outside.MABWISER_BUNDLES))
@mabwiser
def test_mabwiser_comes_to_what_earns_the_most_and_may_hold(short):
    peer = MabwiserBundles(short, 111)
    arms = bundles(111).tolist()
    rng = np.random.default_rng(111)
    people = [(1.0, *rng.random(7).tolist()) for _ in range(900)]
    for best in (arms[3], HOLD):
        peer = MabwiserBundles(short, 111)
        peer.learn(
            [
                replace(seen(arms[n % 9], ordered=arms[n % 9] == best), x=x)
                for n, x in enumerate(people)
            ]
        )
        chosen = [peer.choose(n, 0, x, 2_000.0) for n, x in enumerate(people[:50])]
        assert chosen.count(best) > 45
