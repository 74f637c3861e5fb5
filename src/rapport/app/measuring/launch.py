"""The launch gate: what an evaluation must show before a policy may take over."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rapport.app.measuring.against import Against
from rapport.science.off_policy import LEAST_EFFECTIVE, LEAST_ORDERS, Estimate, Support
from rapport.science.unavailable import Unavailable

LARGEST_WEIGHT = 100.0


class Condition(Struct, frozen=True):
    """One thing that must hold, what was found, and whether it does."""

    wanted: str
    found: str
    met: bool
    comes: bool = True
    """Whether more decisions may bring it."""


class Gate(Struct, frozen=True):
    """Open where every condition is met. `says` is for people."""

    open: bool
    conditions: tuple[Condition, ...]
    says: str


def launch_gate(
    robust: Estimate | Unavailable,
    marginal: Estimate | Unavailable,
    basis: Support,
    against: Against,
    *,
    fair: bool = True,
) -> Gate:
    """Judges a policy by its DR and MIPS values, its weights, and how it stands against the one
    that decides today.

    `fair` says that the policy has not learnt from the decisions that it is judged by.
    """
    today = f"policy {against.policy}, which decides today"
    conditions = (
        _agree("both ways of reckoning its worth agree (DR and MIPS)", robust, marginal),
        *_supported("it", basis),
        *_supported(today, against.support),
        _agree(
            f"both agree on how much better than policy {against.policy} it is",
            against.gain,
            against.marginal,
        ),
        _better(f"better than {today}, even at the low end of the range", against.gain),
        Condition("judged by decisions that it has not learnt from", "yes" if fair else "no", fair),
    )
    missing = [one for one in conditions if not one.met]
    if not missing:
        says = f"It may be launched: it would have earned more than {today}."
        return Gate(open=True, conditions=conditions, says=says)
    says = f"It should not be launched yet. Still wanted: {_listed(missing)}."
    if never := [one for one in missing if not one.comes]:
        says += (
            f" Waiting does not bring {_listed(never)}: what was decided by quite another policy "
            "goes on counting. Whoever is in charge may launch it all the same, with a reason."
        )
    return Gate(open=False, conditions=conditions, says=says)


def _listed(conditions: Sequence[Condition]) -> str:
    return "; ".join(one.wanted for one in conditions)


def _agree(
    wanted: str, robust: Estimate | Unavailable, marginal: Estimate | Unavailable
) -> Condition:
    """Two methods that err in different ways have to say the same."""
    if isinstance(robust, Unavailable) or isinstance(marginal, Unavailable):
        return Condition(wanted, "at least one of them is unavailable", met=False)
    agree = (
        robust.low <= marginal.value <= robust.high
        and marginal.low <= robust.value <= marginal.high
    )
    return Condition(wanted, "each lies in the other's range" if agree else "they do not", agree)


def _supported(whose: str, basis: Support) -> tuple[Condition, ...]:
    """Whether the log says enough of a policy, and not by a handful of its decisions."""
    found = []
    if basis.orders is not None:
        found = [
            Condition(
                f"{LEAST_ORDERS:,.0f} decisions that led to an order to judge {whose} by",
                f"they count as {basis.orders:,.0f}",
                basis.orders >= LEAST_ORDERS,
            )
        ]
    return (
        *found,
        Condition(
            f"decisions that say as much of {whose} as {LEAST_EFFECTIVE:,.0f} made by it would",
            f"as much as {basis.effective:,.0f}",
            basis.effective >= LEAST_EFFECTIVE,
        ),
        Condition(
            f"no decision that counts more than {LARGEST_WEIGHT:,.0f} times for {whose}",
            f"the most is {basis.largest:,.1f} times",
            basis.largest <= LARGEST_WEIGHT,
            comes=False,
        ),
    )


def _better(wanted: str, gain: Estimate | Unavailable) -> Condition:
    if isinstance(gain, Unavailable):
        return Condition(wanted, f"unavailable, because {gain.reason}", met=False)
    return Condition(wanted, "yes" if gain.low > 0.0 else "no", gain.low > 0.0)
