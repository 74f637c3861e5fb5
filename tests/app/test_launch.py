"""The launch gate: each condition can close it alone."""

from __future__ import annotations

import pytest

from rapport.app.measuring.launch import Gate, launch_gate
from rapport.science.off_policy import Estimate, Support
from rapport.science.unavailable import Unavailable

ENOUGH = Support(decisions=2_000, effective=900.0, largest=12.0, more=0)
MISSING = Unavailable("there is too little")


def an_estimate(value: float, reach: float) -> Estimate:
    return Estimate(value, value - reach, value + reach, ENOUGH)


DEFAULTS = {
    "robust": an_estimate(120.0, 15.0),
    "marginal": an_estimate(125.0, 15.0),
    "gain": an_estimate(20.0, 10.0),
    "basis": ENOUGH,
}


def gate(*, fair: bool = True, **changes: object) -> Gate:
    return launch_gate(**{**DEFAULTS, **changes}, fair=fair)


def test_it_opens_where_everything_holds():
    assert gate().open
    assert "may be launched" in gate().says


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"marginal": an_estimate(160.0, 15.0)}, "DR and MIPS agree"),
        ({"marginal": an_estimate(160.0, 90.0)}, "DR and MIPS agree"),
        ({"robust": MISSING}, "DR and MIPS agree"),
        ({"basis": Support(2_000, 499.0, 12.0, 3)}, "effective decisions"),
        ({"basis": Support(2_000, 900.0, 100.5, 0)}, "no weight above 100"),
        ({"gain": an_estimate(9.0, 10.0)}, "better than what was done"),
        ({"gain": MISSING}, "better than what was done"),
        ({"fair": False}, "has not learnt from"),
    ],
)
def test_each_condition_closes_it_alone_and_is_named(change, wanted):
    closed = gate(**change)
    assert not closed.open
    assert [one.wanted for one in closed.conditions if not one.met] == [
        one.wanted for one in closed.conditions if wanted in one.wanted
    ]
    assert wanted in closed.says
