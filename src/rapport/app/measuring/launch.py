"""The launch gate: what an evaluation must show before a policy may take over."""

from __future__ import annotations

from msgspec import Struct

from rapport.science.off_policy import LEAST_EFFECTIVE, Estimate, Support
from rapport.science.unavailable import Unavailable

LARGEST_WEIGHT = 100.0


class Condition(Struct, frozen=True):
    """One thing that must hold, what was found, and whether it does."""

    wanted: str
    found: str
    met: bool


class Gate(Struct, frozen=True):
    """Open where every condition is met. `says` is for people."""

    open: bool
    conditions: tuple[Condition, ...]
    says: str


def launch_gate(
    robust: Estimate | Unavailable,
    marginal: Estimate | Unavailable,
    gain: Estimate | Unavailable,
    basis: Support,
    *,
    fair: bool = True,
) -> Gate:
    """Judges a policy by its DR and MIPS values, its gain over what was earned, and its weights.

    `fair` says that the policy has not learnt from the decisions that it is judged by.
    """
    conditions = (
        _agree(robust, marginal),
        Condition(
            f"at least {LEAST_EFFECTIVE:,.0f} effective decisions",
            f"{basis.effective:,.0f}",
            basis.effective >= LEAST_EFFECTIVE,
        ),
        Condition(
            f"no weight above {LARGEST_WEIGHT:,.0f}",
            f"the largest is {basis.largest:,.1f}",
            basis.largest <= LARGEST_WEIGHT,
        ),
        _better(gain),
        Condition("judged by decisions that it has not learnt from", "yes" if fair else "no", fair),
    )
    missing = [one.wanted for one in conditions if not one.met]
    says = (
        "It may be launched: it would have earned more than what was done."
        if not missing
        else f"It should not be launched yet. Still wanted: {'; '.join(missing)}."
    )
    return Gate(not missing, conditions, says)


def _agree(robust: Estimate | Unavailable, marginal: Estimate | Unavailable) -> Condition:
    """Two methods that err in different ways have to say the same."""
    wanted = "DR and MIPS agree"
    if isinstance(robust, Unavailable) or isinstance(marginal, Unavailable):
        return Condition(wanted, "at least one of them is unavailable", met=False)
    agree = (
        robust.low <= marginal.value <= robust.high
        and marginal.low <= robust.value <= marginal.high
    )
    return Condition(wanted, "each lies in the other's interval" if agree else "they do not", agree)


def _better(gain: Estimate | Unavailable) -> Condition:
    wanted = "better than what was done, even at the low end of its interval"
    if isinstance(gain, Unavailable):
        return Condition(wanted, f"unavailable, because {gain.reason}", met=False)
    return Condition(wanted, "yes" if gain.low > 0.0 else "no", gain.low > 0.0)
