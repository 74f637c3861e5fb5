"""The judge must be fair: what `rapport bench policy` says is only as good as its worlds."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from rapport.bench.figures import NotMeasuredError, Sizes
from rapport.bench.policy.hillstrom import (
    ARMS,
    AtRandom,
    BetaThompson,
    Judgeable,
    RapportMethod,
    Segments,
    SplitTest,
    read_customers,
    replay,
)
from rapport.bench.policy.learners import Rapport
from rapport.bench.policy.live import HOLD, live, place_of
from rapport.bench.policy.made_up import beyond_twice
from rapport.bench.policy.measure import WORLDS, measure_policy
from rapport.bench.policy.peers import (
    BestSingle,
    Bundles,
    Chance,
    ClickThompson,
    FlatArms,
    LinearThompson,
)
from rapport.bench.policy.watched import Watched
from rapport.bench.policy.worlds import (
    ACTIONS,
    FATIGUE,
    MISLED,
    NULL,
    SCARCE,
    STATIONARY,
    UNSUBSCRIBE_RATE,
    World,
)
from rapport.core.time import DAY
from rapport.errors import UserError

SMALL = replace(STATIONARY, decisions=1_500, people=600)


class Told:
    """Sends one message always, and remembers what it was told and asked."""

    name = "told"

    def __init__(self, action=7):
        self.action, self.asked, self.seen = action, [], []

    def choose(self, number, at, x, margin):
        self.asked.append((at, x))
        return self.action

    def learn(self, seen):
        self.seen.append((len(self.asked), list(seen)))  # told just before that question


class Blind:
    """A learner that never looks before an order is known."""

    name = "blind"

    def __init__(self, learner):
        self.choose, self.learn = learner.choose, learner.learn


def test_every_message_is_found_by_its_levels():
    assert [place_of(tuple(levels)) for levels in ACTIONS.tolist()] == list(range(len(ACTIONS)))


def test_the_best_that_was_possible_is_the_best_of_every_single_message():
    world = World(SMALL, 101)
    for number in (0, 40, 700):
        held = world.chance(number, HOLD)
        worths = [
            world.worth(number, world.chance(number, a), held, a, UNSUBSCRIBE_RATE)
            for a in range(len(ACTIONS))
        ]
        assert world.oracle[number] == pytest.approx(max(0.0, *worths), rel=1e-9)


def test_a_seed_gives_the_same_world_and_another_one_another():
    one, again, other = World(SMALL, 101), World(SMALL, 101), World(SMALL, 102)
    np.testing.assert_array_equal(one.oracle, again.oracle)
    assert not np.array_equal(one.oracle, other.oracle)


def test_nobody_earns_more_than_was_possible_and_chance_earns_some():
    world = World(SMALL, 103)
    shares = {
        learner.name: live(world, learner).share()
        for learner in (
            Chance(103), BestSingle(world), Bundles(103, SMALL.decisions), FlatArms(103),
            LinearThompson(103), Rapport(103),
        )
    }  # fmt: skip
    assert all(share <= 1.0 for share in shares.values())
    assert 0.1 < shares["random"] < 0.6
    assert shares["Rapport"] > shares["random"]


def test_an_order_is_known_only_after_the_delay():
    told = Told()
    live(World(replace(SMALL, delay=10.0 * DAY), 104), told)
    assert told.seen
    for question, seen in told.seen:
        now = told.asked[question][0]
        assert all(one.at + 10 * DAY <= now for one in seen)


def test_whoever_looks_is_told_of_clicks_a_day_later_and_never_of_an_order_that_is_open():
    class Looks(Told):
        looked = ()

        def look(self, open_ones):
            self.looked = (*self.looked, (len(self.asked), list(open_ones)))

    looks, told = Looks(), Told()
    world = World(replace(SMALL, delay=10.0 * DAY, days=20.0), 104)
    live(world, looks)
    live(world, told)
    assert any(one.clicked for _, seen in looks.looked for one in seen)
    for question, seen in looks.looked:
        now = looks.asked[question][0]
        assert all(one.at + DAY <= now < one.at + 10 * DAY for one in seen)
        assert not any(one.ordered for one in seen)
    flat = [[one for _, seen in each.seen for one in seen] for each in (looks, told)]
    assert flat[0] == flat[1], "who does not look is told the same"
    quick = Looks()
    live(World(SMALL, 104), quick)
    assert not quick.looked, "where orders are known at once there is nothing to look at before"


def test_clicks_known_early_help_where_orders_are_scarce_and_late():
    kind = replace(SCARCE, decisions=4_000, people=2_000, days=40.0, base=0.02, drift=0.0)
    blind, looking = [], []
    for seed in (101, 102):
        world = World(kind, seed)
        looking.append(live(world, Rapport(seed)).share())
        blind.append(live(world, Blind(Rapport(seed))).share())
    assert np.mean(looking) > np.mean(blind) + 0.02


def test_where_clicks_mislead_they_fall_with_what_makes_people_order():
    plain, misled = (
        World(replace(kind, decisions=200, people=100), 107) for kind in (SCARCE, MISLED)
    )
    orders, clicks = (
        [[chance(number, action) for action in range(0, len(ACTIONS), 7)] for number in range(20)]
        for chance in (misled.chance, misled.click_chance)
    )
    for best, clicked in zip(np.argsort(orders, axis=1), np.argsort(clicks, axis=1), strict=True):
        np.testing.assert_array_equal(best, clicked[::-1])
    assert all(
        plain.click_chance(number, 5) == min(plain.kind.clicks * plain.chance(number, 5), 0.9)
        for number in range(20)
    )


def test_orders_overrule_clicks_that_mislead():
    kind = replace(MISLED, decisions=6_000, people=2_000, days=40.0, base=0.03, drift=0.0)
    world = World(kind, 101)
    own, clicked = (live(world, learner(101)).share() for learner in (Rapport, ClickThompson))
    assert own > clicked + 0.1


def test_a_gain_is_held_against_twice_another_seed_by_seed():
    own, beside = np.array([10.0, 20.0, 30.0]), np.array([4.0, 8.0, -6.0])
    np.testing.assert_array_equal(beyond_twice(own, beside), [2.0, 4.0, 42.0])
    np.testing.assert_array_equal(beyond_twice(own, -beside), own), "losing makes nothing easier"


def test_pressure_is_what_was_sent_to_the_person_in_the_last_week():
    quiet, loud = Told(HOLD), Told()
    world = World(replace(SMALL, people=20), 105)
    live(world, quiet)
    live(world, loud)
    assert max(x[6] for _, x in quiet.asked) == 0.0
    assert max(x[6] for _, x in loud.asked) == 1.0


def test_where_messages_tire_people_sending_to_all_brings_less_than_to_few():
    kind = replace(FATIGUE, decisions=3_000, people=50)
    world = World(kind, 106)
    always = live(world, Told(int(world.by_action.argmax())))
    many = World(replace(kind, people=3_000), 106)
    rarely = live(many, Told(int(many.by_action.argmax())))
    assert always.share() < rarely.share()


def test_where_nothing_works_every_message_only_costs():
    world = World(replace(NULL, decisions=500), 107)
    assert world.oracle.max() == 0.0
    assert live(world, Told()).earned.max() < 0.0


# --- Hillstrom's replay --------------------------------------------------------------------------

HEADER = "recency,history,mens,womens,newbie,channel,segment,visit,spend"


@pytest.fixture
def test_file(tmp_path):
    """Customers to whom the second e-mail is plainly the best."""
    rng = np.random.default_rng(1)
    rates = dict(zip(ARMS, (0.05, 0.1, 0.5), strict=True))
    lines = [HEADER]
    for _ in range(3_000):
        arm = ARMS[rng.integers(3)]
        visit = int(rng.random() < rates[arm])
        recency, history = rng.integers(1, 13), rng.random() * 500
        lines.append(f"{recency},{history:.2f},1,0,0,Web,{arm},{visit},{visit * 2}")
    path = tmp_path / "other_half.csv"
    path.write_text("\n".join(lines))
    return path


def test_a_replay_counts_the_rows_where_the_lot_agreed(test_file):
    customers = read_customers(test_file)
    found = replay(customers, AtRandom(1), 1)
    assert found.counted == pytest.approx(1_000, abs=120)
    arm, rate, spend = customers.best()
    assert (arm, spend) == (2, pytest.approx(2 * rate))


def test_the_learners_find_the_better_e_mail(test_file):
    customers = read_customers(test_file)
    by_chance = replay(customers, AtRandom(1), 1).visits
    for method in (RapportMethod(1), BetaThompson(1)):
        assert replay(customers, method, 1).visits > by_chance + 0.15


def test_segments_are_told_by_recency_and_value_alone(tmp_path):
    lots = [ARMS[n % 3] for n in range(1_800)]
    path = tmp_path / "customers.csv"

    def rows(recency, history, newbie):
        path.write_text("\n".join([
            HEADER, *(f"{recency},{history},1,0,{newbie},Web,{lot},1,2" for lot in lots)
        ]))  # fmt: skip
        return read_customers(path).contexts[0]

    def segment(*customer):
        return Segments._segment(rows(*customer))

    kinds = [(recency, history) for recency in (1, 6, 12) for history in (50, 200, 800)]
    assert len({segment(*kind, 0) for kind in kinds}) == 9
    assert segment(6, 200, 0) == segment(6, 200, 1)
    assert {SplitTest._segment(rows(*kind, 0)) for kind in kinds} == {0}


def test_a_file_of_another_shape_is_named(tmp_path):
    with pytest.raises(NotMeasuredError, match="no file"):
        read_customers(tmp_path / "none.csv")
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n")
    with pytest.raises(NotMeasuredError, match="no column"):
        read_customers(other)


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("spend", "nan", "row 2: 'spend' is not a number from 0 on"),
        ("spend", "inf", "'spend' is not a number"),
        ("history", "-3", "'history' is not a number"),
        ("visit", "2", "'visit' is not 0 or 1"),
        ("newbie", "", "'newbie' is not 0 or 1, and empty"),
        ("segment", "Letter", "row 2: 'segment' is none of .*, but 'Letter'"),
        ("segment", "", "row 2: 'segment' is none of .*, and empty"),
    ],
)
def test_a_value_that_cannot_be_is_named_before_anything_is_measured(
    test_file, column, value, told
):
    lines = test_file.read_text().splitlines()
    cells = lines[2].split(",")
    cells[HEADER.split(",").index(column)] = value
    lines[2] = ",".join(cells)
    test_file.write_text("\n".join(lines))
    with pytest.raises(NotMeasuredError, match=told):
        read_customers(test_file)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda raw: bytes(range(256)) * 20, "line 2 is no UTF-8 text"),
        (lambda raw: raw.replace(b"Web", b"Caf\xe9", 1), "line 2 is no UTF-8 text"),
        (lambda raw: b"", "is empty"),
        (lambda raw: HEADER.encode(), "has no row"),
        (lambda raw: raw.replace(b"Web", b"Web,1,2", 1), "line 2 has 11 values, and 9 belong"),
        (lambda raw: raw.replace(b"\n", b'\n"', 1), "a quotation mark in line 2"),
        (lambda raw: raw.decode().encode("utf-16"), "is UTF-16 text. Save it as UTF-8"),
    ],
    ids=["binary", "latin-1", "empty", "names only", "ragged", "quoted", "utf-16"],
)
def test_a_file_that_is_no_table_is_refused_with_what_is_wrong(test_file, spoil, told):
    test_file.write_bytes(spoil(test_file.read_bytes()))
    with pytest.raises(NotMeasuredError, match=told):
        read_customers(test_file)


def test_too_few_customers_or_no_visit_are_not_measured(test_file):
    header, *lines = test_file.read_text().splitlines()
    test_file.write_text("\n".join([header, *lines[:300]]))
    with pytest.raises(NotMeasuredError, match="nothing can be told"):
        read_customers(test_file)
    nobody = [",".join([*line.split(",")[:-2], "0", "0"]) for line in lines]
    test_file.write_text("\n".join([header, *nobody]))
    with pytest.raises(NotMeasuredError, match="and 0 visits"):
        read_customers(test_file)


def test_times_of_decisions_only_ever_go_on():
    told = Told()
    live(World(SMALL, 108), told)
    assert all(one <= other for (one, _), (other, _) in pairwise(told.asked))


# --- Which world, and what it says ---------------------------------------------------------------


def test_a_world_that_is_not_there_is_named():
    with pytest.raises(UserError, match="no world 'moon'"):
        measure_policy(Sizes(world="moon"))


def test_one_world_can_be_measured_alone(test_file):
    assert "hillstrom" in WORLDS
    figures = measure_policy(Sizes(world="hillstrom", data=test_file, seeds=1))
    charts = {figure.chart for figure in figures}
    assert charts == {
        "Hillstrom: visits lost against the best single e-mail, in hindsight",
        "Hillstrom: visits lost against the best single e-mail, in hindsight, where all draw each "
        "arm in 1 % of cases",
        "Hillstrom: spend a customer, dollars",
    }


def test_whoever_is_to_be_judged_later_draws_every_arm_and_else_what_they_chose():
    class Settled:
        name = "settled"

        def choose(self, number, x):
            return 1

    judgeable = Judgeable(lambda _seed: Settled(), 7, floor=0.1)
    drawn = [judgeable.choose(number, (1.0,)) for number in range(6_000)]
    shares = [drawn.count(arm) / len(drawn) for arm in range(3)]
    assert shares == pytest.approx([0.1, 0.8, 0.1], abs=0.015)


def test_the_arms_are_watched_as_a_shop_does():
    kind = replace(NULL, decisions=1_200, people=700)
    world = World(kind, 109)
    watched = Watched(world, 109)
    lived = live(world, watched)
    assert watched.looks > 10
    assert 0.5 < lived.sent.mean() < 0.95, "a tenth of the people hear nothing"
    assert not watched.arms


def test_where_something_works_the_watcher_is_told():
    kind = replace(STATIONARY, decisions=4_000, people=4_000, send=3.0, main=0.0, taste=0.0)
    world = World(kind, 110)
    watched = Watched(world, 110)
    live(world, watched)
    assert watched.arms
