"""What `rapport bench clv` holds forecasts against, and how it draws them."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from rapport.bench.figures import Figure, NotMeasuredError
from rapport.bench.forecasts import Forecast, judged, spread_of
from rapport.bench.lifetimes_peer import lifetimes_forecasts
from rapport.bench.made_up_shops import KINDS, lived
from rapport.bench.money import NAIVE, NOBODY, OURS, money_held_out
from rapport.bench.pareto_nbd import (
    ParetoNbd,
    chances_by_pareto,
    expected_by_pareto,
    fit_pareto_nbd,
)
from rapport.bench.purchases import SAMPLE, read_purchases, simulated, simulated_days, split
from rapport.cli.rehearse.bench_chart import LINE, POINT, chart_lines
from rapport.errors import RapportError
from rapport.science.arrays import Floats
from rapport.science.order_days import OrderDays
from rapport.science.rhythm import Histories, Rhythm
from rapport.science.rhythm_forecast import Expected, at_least, expected_orders

FILE = Path(os.environ.get("RAPPORT_DATA", Path(__file__).parents[3] / "shared" / "data")) / SAMPLE
needs_sample = pytest.mark.skipif(not FILE.is_file(), reason=f"no {FILE}: set RAPPORT_DATA to it")

RHYTHM = Rhythm(0.5, 60.0, 0.8, 2.5, modified=True)
RHYTHM_IN_WEEKS = Rhythm(0.5, 60.0 / 7.0, 0.8, 2.5, modified=True)
PARETO = ParetoNbd(0.55, 60.0, 0.6, 90.0, 0.0)


def told(people: int = 300) -> Histories:
    return simulated(RHYTHM, people, seed=2)


# --- What is held against what -------------------------------------------------------------------


def _file_of(path: Path, *more: str, people: int = 240) -> Path:
    days = [f"{n} 1997{month:02}15 1 10.00" for n in range(people) for month in range(1, 13)]
    path.write_text("\n".join([*days, *more]))
    return path


def test_a_day_that_cannot_be_is_refused_with_its_line(tmp_path: Path) -> None:
    file = _file_of(tmp_path / "orders.txt", "240 29990101 1 10.00")
    with pytest.raises(RapportError, match=r"line 2881: 2999-01-01 .* 1970 and 2100"):
        read_purchases(file)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("240 19970115 1 nan", "'nan' is no amount of money"),
        ("240 19970132 1 10.00", "'19970132' is no day"),
        ("240 1997 10.00", "it is not 'number customer day pieces amount'"),
    ],
)
def test_a_line_that_cannot_be_is_refused_by_what_is_wrong_with_it(
    tmp_path: Path, line: str, why: str
) -> None:
    with pytest.raises(RapportError, match=f"line 2881: {why}"):
        read_purchases(_file_of(tmp_path / "orders.txt", line))


def test_of_a_few_customers_nothing_is_measured(tmp_path: Path) -> None:
    with pytest.raises(NotMeasuredError, match=r"fewer than 200 customers \(40\)"):
        read_purchases(_file_of(tmp_path / "orders.txt", people=40))


def test_a_half_with_hardly_an_order_is_no_half_to_judge_by(tmp_path: Path) -> None:
    late = _file_of(tmp_path / "orders.txt", "240 20400101 1 10.00")
    with pytest.raises(NotMeasuredError, match=r"of 2,881 orders from 1997.* to 2040.*, 1 "):
        read_purchases(late)
    assert len(read_purchases(_file_of(tmp_path / "orders.txt")).days.day) == 2_880


# --- How forecasts are judged -------------------------------------------------------------------


def test_crps_is_the_area_between_what_was_said_and_what_came() -> None:
    histories = told(40)
    chances = np.array([at_least(RHYTHM, histories, 200.0, m) for m in range(200)])
    chances[0] = 1.0
    came = np.arange(40.0) % 7
    forecast = Forecast("ours", expected_orders(RHYTHM, histories, 200.0), lambda m: chances[m])
    found = spread_of(forecast, came)
    exactly = chances[:-1] - chances[1:]
    for row in range(40):
        numbers = np.arange(len(exactly))
        off = np.abs(numbers - came[row]) @ exactly[:, row]
        apart = np.abs(numbers[:, None] - numbers) @ exactly[:, row] @ exactly[:, row]
        assert found.crps[row] == pytest.approx(off - apart / 2, abs=1e-6)
        assert exactly[: int(found.median[row]) + 1, row].sum() >= 0.5
        assert exactly[: int(found.median[row]), row].sum() < 0.5 or found.median[row] == 0
        assert found.log_score[row] == pytest.approx(np.log(exactly[int(came[row]), row]))


def test_of_a_single_number_crps_is_how_far_it_was_off() -> None:
    found = spread_of(Forecast("nobody", np.zeros(3)), np.array([0.0, 2.0, 5.0]))
    assert found.crps.tolist() == [0.0, 2.0, 5.0]


def test_only_ours_has_a_target_and_a_peer_that_is_absent_says_why() -> None:
    came = np.array([0.0, 1.0, 3.0, 0.0])
    said = Forecast("ours", came + 0.5, all_orders=Expected(6.0, 3.0, 9.0))
    worse = Forecast("worse", came + 1.0, all_orders=Expected(8.0, 7.0, 9.0))
    gone = Forecast("gone", np.zeros(4), absent="it is not installed")
    figures = judged([said, worse, gone], came, "9 weeks", 0.72)
    assert {figure.what for figure in figures if figure.target is not None} == {"ours"}
    assert {figure.absent for figure in figures if figure.what == "gone"} == {gone.absent}
    by_chart = {
        figure.chart.split(": ")[1]: figure.value for figure in figures if figure.what == "worse"
    }
    assert by_chart["root mean square error of the mean"] == pytest.approx(1.0)
    assert by_chart["squared error beyond ours"] == pytest.approx(0.75)
    notes = {figure.what: figure.note for figure in figures if "all together" in figure.chart}
    assert notes["ours"] == "the interval holds it"
    assert notes["worse"] == "the interval misses it"


# --- Peers --------------------------------------------------------------------------------------


@needs_sample
def test_pareto_nbd_has_the_parameters_and_the_error_that_were_published() -> None:
    bought = read_purchases(FILE)
    model = fit_pareto_nbd(bought.histories)
    assert isinstance(model, ParetoNbd)
    found = [round(v, 3) for v in (model.r, model.alpha, model.s, model.beta)]
    assert found == pytest.approx([0.553, 10.578, 0.606, 11.669], abs=2e-3)
    assert model.log_likelihood == pytest.approx(-9594.976, abs=1e-2)
    off = expected_by_pareto(model, bought.histories, bought.weeks) - bought.held_out
    assert np.abs(off).mean() == pytest.approx(0.7545, abs=5e-5)


def test_the_chances_of_pareto_nbd_add_up_to_its_mean() -> None:
    histories = told()
    chances = chances_by_pareto(PARETO, histories, 200.0, most=400)
    assert chances[1:].sum(axis=0) == pytest.approx(
        expected_by_pareto(PARETO, histories, 200.0), rel=1e-6
    )
    assert ((chances >= -1e-12) & (chances <= 1 + 1e-12)).all()


def test_lifetimes_says_the_same_or_why_it_says_nothing() -> None:
    histories = told(800)
    for forecast in lifetimes_forecasts(histories, 90.0):
        assert forecast.absent or np.isfinite(forecast.mean).all()
        assert len(forecast.mean) == 800


# --- Money ----------------------------------------------------------------------------------------


def days_and_spent(alike: float) -> tuple[OrderDays, Floats]:
    """What 3,000 simulated customers spent; the more alike they are, the less they differ in it."""
    days = simulated_days(RHYTHM, 3_000, seed=4)
    draw = np.random.default_rng(4)
    rates = draw.gamma(alike, 1.0, 3_000)
    return days, 100.0 * draw.gamma(4.0, 1.0, len(days)) / rates[days.who]


def test_money_is_held_against_what_was_spent_by_those_who_were_known() -> None:
    days, spent = days_and_spent(3.5)
    bought = split(OrderDays.of(days.who, days.day, spent))
    figures = money_held_out(bought, RHYTHM_IN_WEEKS, RHYTHM_IN_WEEKS)
    known = set(days.who[days.day <= bought.until].tolist())
    came = sum(
        float(amount)
        for who, day, amount in zip(days.who, days.day, spent, strict=True)
        if day > bought.until and int(who) in known
    )
    (whole,) = (one for one in figures if one.beside)
    assert whole.beside is not None
    assert whole.beside.value == pytest.approx(came)
    assert "holds it" in whole.note
    off = {one.what: one.value for one in figures}
    assert off[OURS] < min(off[NAIVE], off[NOBODY])


def test_one_enormous_order_is_held_to_what_is_usual_and_told() -> None:
    days, spent = days_and_spent(8.0)
    honest = split(OrderDays.of(days.who, days.day, spent))
    place = int(np.flatnonzero(days.day <= honest.until)[50])
    spent[place] = 1e9
    poisoned = split(OrderDays.of(days.who, days.day, spent))
    (before,), (after,) = (
        [one for one in money_held_out(bought, RHYTHM_IN_WEEKS, RHYTHM_IN_WEEKS) if one.beside]
        for bought in (honest, poisoned)
    )
    assert after.value == pytest.approx(before.value, rel=0.01)
    assert "order days that brought 1,000,000," in after.note


def test_money_that_was_not_counted_is_not_foretold() -> None:
    days = simulated_days(RHYTHM, 800, seed=4)
    bought = split(OrderDays.of(days.who, days.day, np.zeros(len(days))))
    (figure,) = money_held_out(bought, RHYTHM_IN_WEEKS, RHYTHM_IN_WEEKS)
    assert figure.absent == "no money was counted"


# --- Made-up shops ------------------------------------------------------------------------------


def test_made_up_people_live_by_the_rhythm_on_whole_days_and_by_the_moment() -> None:
    days = simulated_days(RHYTHM, 20_000, seed=5)
    now = days.as_of(730)
    assert len(now) == 20_000
    exact = simulated(RHYTHM, 20_000, seed=5)
    assert now.histories.repeats.mean() == pytest.approx(exact.repeats.mean(), rel=0.05)


@pytest.mark.parametrize("seed", range(len(KINDS)))
def test_each_kind_of_made_up_shop_is_lived_to_its_end(seed: int) -> None:
    world = lived(seed, 600)
    assert world is not None
    assert world.kind == KINDS[seed]
    assert np.isfinite(world.gain)


# --- The chart ----------------------------------------------------------------------------------


def drawn(*figures: Figure, width: int = 120) -> list[str]:
    return chart_lines(figures, width)


def test_a_point_lies_further_right_the_larger_it_is_and_within_its_interval() -> None:
    one = Figure("b", "one", 1.0, "orders", low=0.5, high=2.0, chart="Errors")
    two = Figure("b", "two", 3.0, "orders", low=2.5, high=4.0, chart="Errors")
    _, title, first, second = drawn(one, two)
    assert title.startswith("Errors (orders")
    assert first.index(POINT) < second.index(POINT)
    assert first.index(LINE) < first.index(POINT) < first.rindex(LINE)
    assert "3.000 (2.500 to 4.000)" in second


def test_what_is_absent_says_why_and_leaves_the_others_their_scale() -> None:
    lines = drawn(
        Figure("b", "here", 1.0, "s", chart="Times"),
        Figure("b", "gone", 1e9, "s", chart="Times", absent="it is not installed"),
        Figure("b", "there", 2.0, "s", chart="Times"),
    )
    assert "unavailable, because it is not installed" in lines[3]
    assert lines[4].rstrip().endswith("2.000")
    assert lines[2].index(POINT) < lines[4].index(POINT)
    alone = drawn(Figure("b", "gone", 0.0, "s", chart="Times", absent="of rain"))
    assert alone[-1].endswith("because of rain")


def test_figures_without_a_chart_are_not_drawn_and_equal_ones_divide_by_nothing() -> None:
    assert drawn(Figure("b", "one", 1.0, "s")) == []
    lines = drawn(Figure("b", "one", 5.0, "s", chart="c"), Figure("b", "two", 5.0, "s", chart="c"))
    assert all(POINT in line for line in lines[2:])
    assert all(len(line) < 100 for line in drawn(Figure("b", "x", 1.0, "s", chart="c"), width=20))
