"""What `rapport bench intent` reads, and what it shows of it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from command_line import Command

from rapport.bench.browsing import read_browsing
from rapport.bench.figures import Sizes
from rapport.bench.intent import measure_intent
from rapport.core.person.intent import FEATURES
from rapport.errors import RapportError, UserError

HEAD = "user_id,item_id,category_id,behavior_type,timestamp"
START = 1_511_500_000
DAY = 86_400


def browsing(folder: Path, *lines: str) -> Path:
    file = folder / "browsing.csv"
    file.write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
    return file


def lived(people: int) -> list[str]:
    """Ten visits each over ten days; who puts something into a cart mostly buys it soon."""
    draw, lines = np.random.default_rng(1), []
    for person in range(people):
        for visit in range(10):
            at = START + visit * DAY + int(draw.integers(0, DAY))
            item = int(draw.integers(0, 50))
            lines.append(f"{person},{item},{item % 5},pv,{at}")
            wants = draw.random() < 0.4
            if wants:
                lines.append(f"{person},{item},{item % 5},cart,{at + 60}")
            if draw.random() < (0.9 if wants else 0.02):
                lines.append(f"{person},{item},{item % 5},buy,{at + 600}")
    return lines


def test_each_kind_of_row_is_what_it_stands_for(tmp_path: Path) -> None:
    looks = [f"7,{item},3,{kind},{START + 60 * n}" for n, (item, kind) in enumerate(
        [(1, "pv"), (1, "fav"), (2, "pv"), (2, "cart"), (2, "buy")]
    )]  # fmt: skip
    later = [f"8,1,3,pv,{START + 3 * DAY}"]
    moments = read_browsing(browsing(tmp_path, *looks, *later))
    first = moments.where(moments.who == 0)
    assert first.visiting.tolist() == [True, True, True, False, False, False]
    assert first.day[:3].all()
    assert first.visit[:3].all()
    baskets = first.x[:, FEATURES.index("baskets")]
    assert baskets[:3] == pytest.approx([0.0, 0.0, np.log(2.0)])
    open_ = first.x[:, FEATURES.index("checkout_open")]
    assert open_.tolist() == [0.0, 0.0, 1.0, 0.0, 0.0, 0.0]  # bought: closed again


def test_rows_in_any_order_give_the_same_moments(tmp_path: Path) -> None:
    lines = lived(5)
    one = read_browsing(browsing(tmp_path, *lines))
    other = read_browsing(browsing(tmp_path, *sorted(lines, key=lambda x: (x.split(",")[0], x))))
    assert one.x == pytest.approx(other.x)
    assert one.day.tolist() == other.day.tolist()


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["1,2,3,pv,then"], "line 2"),
        (["1,2,3,pv,1511500000", "1,2,3,stare,1511500000"], "line 3"),
        (["1,2,3,pv"], "line 2"),
        (["1,2,3,pv,1511500000", '"1,2,3,pv'], "line 3"),
        (["\x00\ufffd,,,,"], "line 2"),
        ([], "tells of nothing"),
    ],
)
def test_a_file_of_another_shape_is_refused_with_its_line(
    tmp_path: Path, lines: list[str], says: str
) -> None:
    with pytest.raises(RapportError, match=says):
        read_browsing(browsing(tmp_path, *lines))


@pytest.mark.parametrize(
    ("time", "says"),
    [
        (START * 1_000, "line 3: the time 1511500000000 is none .* looks like milliseconds"),
        (START * 10**6, "line 3: .* looks like microseconds"),
        (10**30 - 1, "line 3: the time 9{30} is none between 1990 and 2100"),
        (-5, "line 3: the time -5 is none"),
        (0, "line 3: the time 0 is none"),
        (4_102_444_800, "line 3: "),
    ],
)
def test_a_time_that_cannot_be_is_told_with_its_line(tmp_path: Path, time: int, says: str) -> None:
    lines = [f"1,2,3,pv,{START}", f"1,2,3,pv,{time}", f"2,2,3,buy,{START}"]
    with pytest.raises(RapportError, match=says):
        read_browsing(browsing(tmp_path, *lines))


def test_a_file_without_the_head_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(RapportError, match="does not begin with"):
        read_browsing(file)


def test_an_unknown_world_is_bad_use() -> None:
    with pytest.raises(UserError, match="There is: taobao, shop"):
        measure_intent(Sizes(world="mars"))


def test_too_few_people_give_no_figure_but_what_is_missing(
    rapport: Command, tmp_path: Path
) -> None:
    file = browsing(tmp_path, *lived(12))
    ran = rapport("bench", "intent", "--data", file, "--json", "figures.json")
    assert ran.code == 0, ran
    assert "12 people were seen, and 150 are needed" in " ".join(ran.out.split())
    told = json.loads((tmp_path / "figures.json").read_text("utf-8"))["figures"]
    absent = [one for one in told if one["absent"]]
    assert len(absent) == 2
    assert all(one["value"] is None for one in absent)


def test_another_file_of_the_same_shape_is_judged_whole(tmp_path: Path) -> None:
    file = browsing(tmp_path, *lived(160))
    sizes = Sizes(data=file, decisions=100, intent_folds=2, intent_spans=1)
    figures = measure_intent(sizes)
    for question in ("an order within 24 hours", "an order before the visit ends"):
        title = f"browsing, {question}"
        won = next(one for one in figures if one.what.startswith(f"{title}: comparisons won"))
        assert won.value >= 5
        charts = {one.chart for one in figures if one.chart.startswith(title)}
        assert len(charts) == 6
        losses = [one for one in figures if one.chart == f"{title}: log loss"]
        assert [one.what for one in losses] == ["model", "recency only", "base rate"]
        assert all(one.low and one.high and one.low < one.value < one.high for one in losses)
    assert any("as a decision asks" in one.what for one in figures)
