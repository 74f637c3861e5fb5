"""The launch gate: each condition can close it alone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.app.measuring.against import Against
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
    "basis": ENOUGH,
}
TODAY = Against(
    6, an_estimate(100.0, 15.0), ENOUGH, an_estimate(20.0, 10.0), an_estimate(24.0, 15.0)
)


def gate(*, fair: bool = True, today: dict[str, object] | None = None, **changes: object) -> Gate:
    against = replace(TODAY, **(today or {}))
    return launch_gate(**{**DEFAULTS, **changes}, against=against, fair=fair)


def test_it_opens_where_everything_holds():
    assert gate().open
    assert "would have earned more than policy 6, which decides today" in gate().says


def test_where_todays_policy_cannot_be_judged_it_says_so_and_stays_shut():
    closed = gate(today={"gain": MISSING, "marginal": MISSING})
    better = next(one for one in closed.conditions if one.wanted.startswith("better than"))
    assert (closed.open, better.found) == (False, "unavailable, because there is too little")


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"marginal": an_estimate(160.0, 15.0)}, "reckoning its worth agree"),
        ({"marginal": an_estimate(160.0, 90.0)}, "reckoning its worth agree"),
        ({"robust": MISSING}, "reckoning its worth agree"),
        ({"basis": Support(2_000, 499.0, 12.0, 3)}, "as much of it as 500"),
        ({"basis": Support(2_000, 900.0, 100.5, 0)}, "more than 100 times for it"),
        ({"today": {"support": Support(2_000, 499.0, 12.0, 3)}}, "as much of policy 6"),
        ({"today": {"support": Support(2_000, 900.0, 100.5, 0)}}, "100 times for policy 6"),
        ({"today": {"gain": an_estimate(19.0, 20.0)}}, "better than policy 6, which decides today"),
        ({"today": {"marginal": an_estimate(55.0, 10.0)}}, "how much better than policy 6"),
        ({"today": {"marginal": MISSING}}, "how much better than policy 6"),
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


def test_what_no_waiting_brings_is_said_to_be_so():
    few = gate(basis=Support(2_000, 499.0, 12.0, 3))
    assert "Waiting" not in few.says
    lopsided = gate(basis=Support(2_000, 499.0, 100.5, 3))
    said = lopsided.says[lopsided.says.index("Waiting does not bring") :]
    assert "no decision that counts more than 100 times for it" in said
    assert "500" not in said
