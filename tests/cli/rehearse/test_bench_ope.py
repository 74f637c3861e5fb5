"""`rapport bench ope`: the logs' figures are what the data say, computed here a second time."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import numpy as np
import pytest
from command_line import Command

from rapport.bench.figures import NotMeasuredError
from rapport.bench.ope import coverage
from rapport.bench.open_bandit import as_it_was, open_bandit_folder, read_log
from rapport.science.off_policy import effective_size, importance_weights, ipw, snips
from rapport.science.unavailable import Unavailable

DATA = Path(os.environ.get("RAPPORT_DATA", Path(__file__).parents[4] / "shared" / "data"))
LOGS = DATA / "open_bandit"

needs_logs = pytest.mark.skipif(not LOGS.is_dir(), reason=f"no {LOGS}: set RAPPORT_DATA to it")


def rows_of(policy: str, campaign: str) -> list[dict[str, str]]:
    path = LOGS / policy / campaign / f"{campaign}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def directly(source: str, target: str, campaign: str) -> tuple[float, float, float, float]:
    """IPW, SNIPS, effective size and largest weight, in plain Python from the rows."""
    shown: dict[tuple[str, str], int] = {}
    places: dict[str, int] = {}
    for row in rows_of(target, campaign):
        key = (row["item_id"], row["position"])
        shown[key] = shown.get(key, 0) + 1
        places[row["position"]] = places.get(row["position"], 0) + 1
    logged = rows_of(source, campaign)
    items = 1 + max(int(row["item_id"]) for row in logged)
    w, r = [], []
    for row in logged:
        key = (row["item_id"], row["position"])
        share = 1 / items if target == "random" else shown.get(key, 0) / places[row["position"]]
        w.append(share / float(row["propensity_score"]))
        r.append(float(row["click"]))
    total = sum(a * b for a, b in zip(w, r, strict=True))
    return total / len(w), total / sum(w), sum(w) ** 2 / sum(a * a for a in w), max(w)


@needs_logs
@pytest.mark.parametrize("campaign", ["men", "women"])
@pytest.mark.parametrize(("source", "target"), [("random", "bts"), ("bts", "random")])
def test_the_logs_figures_are_those_of_a_direct_computation(campaign, source, target):
    log, other = (read_log(LOGS, name, campaign) for name in (source, target))
    items = 1 + int(max(log.item.max(), other.item.max()))
    shares = as_it_was(other, target, items)
    np.testing.assert_allclose(shares.sum(axis=0), 1.0, rtol=1e-12)
    w = importance_weights(shares[log.item, log.position], log.propensity)
    assert not isinstance(w, Unavailable)
    found = (ipw(w, log.click).mean(), snips(w, log.click).mean(), effective_size(w), w.max())
    expected = directly(source, target, campaign)
    assert found == pytest.approx(expected, rel=1e-12, abs=0.0)


@needs_logs
def test_the_log_with_one_enormous_weight_is_refused_and_the_others_are_answered(
    rapport: Command, here: Path
) -> None:
    words = ("bench", "ope", "--seeds", "20", "--data", str(LOGS), "--json", "figures.json")
    ran = rapport(*words)
    assert ran.code == 0, ran
    figures = json.loads((here / "figures.json").read_text(encoding="utf-8"))["figures"]
    refused = [f for f in figures if "refused" in f["what"]]
    assert [f["what"].split(":")[0] for f in refused] == ["women, bts says of random"]
    assert refused[0]["value"] == pytest.approx(2.078, abs=1e-3)
    assert "21,739" in refused[0]["note"]
    answered = [f for f in figures if f["unit"] == "clicks/1,000"]
    assert len(answered) == 9
    for figure in answered:
        low, high = map(float, figure["note"].split(";")[0].split(" to "))
        assert low <= figure["beside"]["value"] <= high


def test_without_the_logs_it_says_what_is_missing(
    tmp_path: Path, rapport: Command, here: Path
) -> None:
    with pytest.raises(NotMeasuredError, match="--data"):
        open_bandit_folder(tmp_path)
    ran = rapport("bench", "ope", "--data", str(here))
    assert ran.code == 2
    assert "Not measured: ope" in ran.err


def test_a_file_of_another_shape_is_named(tmp_path: Path) -> None:
    (tmp_path / "random" / "men").mkdir(parents=True)
    (tmp_path / "random" / "men" / "men.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(NotMeasuredError, match=r"men\.csv has no column 'click'"):
        read_log(tmp_path, "random", "men")


GOOD = "0,1,0,0.5"


def bandit_log(folder: Path, policy: str, *rows: str) -> None:
    for campaign in ("men", "women"):
        file = folder / policy / campaign / f"{campaign}.csv"
        file.parent.mkdir(parents=True)
        head = "item_id,position,click,propensity_score"
        file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("0,left,0,0.5", "row 2: 'position' is not a whole number from 1 to 3, but 'left'"),
        ("0,4,0,0.5", "row 2: 'position' is not .*, but '4'"),
        ("0,0,0,0.5", "row 2: 'position' is not .*, but '0'"),
        (",1,0,0.5", "row 2: 'item_id' is not a whole number from 0 to 999, and empty"),
        ("-3,1,0,0.5", "row 2: 'item_id' is not"),
        ("3.5,1,0,0.5", "row 2: 'item_id' is not"),
        ("1000000000,1,0,0.5", "row 2: 'item_id' is not"),
        ("0,1,5,0.5", "row 2: 'click' is not 0 or 1, but '5'"),
        ("0,1,NaN,0.5", "row 2: 'click' is not 0 or 1"),
        ("0,1,0,0", "row 2: 'propensity_score' is not a number above 0 and at most 1"),
        ("0,1,0,", "row 2: 'propensity_score' is not"),
        ("0,1,0,nan", "row 2: 'propensity_score' is not"),
    ],
)
def test_a_value_that_cannot_be_is_told_with_its_file_and_row(
    tmp_path: Path, row: str, told: str
) -> None:
    bandit_log(tmp_path, "random", GOOD, row, GOOD)
    with pytest.raises(NotMeasuredError, match=rf"men\.csv, {told}"):
        read_log(tmp_path, "random", "men")


def test_an_empty_log_is_told(tmp_path: Path) -> None:
    bandit_log(tmp_path, "random")
    with pytest.raises(NotMeasuredError, match=r"men\.csv has no row"):
        read_log(tmp_path, "random", "men")


def test_a_log_of_one_row_has_as_many_effective_decisions_as_it_has(
    rapport: Command, here: Path
) -> None:
    bandit_log(here, "random", "0,1,0,0.5")
    bandit_log(here, "bts", "1,2,0,0.5")
    ran = rapport("bench", "ope", "--seeds", "5", "--data", str(here), "--json", "figures.json")
    assert ran.code == 0, ran
    assert "nan" not in ran.out
    figures = json.loads((here / "figures.json").read_text(encoding="utf-8"))["figures"]
    assert [f["value"] for f in figures if "refused" in f["what"]] == [0.0, 1.0] * 2


def test_intervals_are_counted_beside_those_of_the_bootstrap() -> None:
    found = coverage(12)
    assert found.beside is not None
    assert 80.0 <= found.value <= 100.0
    assert all(name in found.note for name in ("ipw", "snips", "mips", "dr", "switch", "dros"))
