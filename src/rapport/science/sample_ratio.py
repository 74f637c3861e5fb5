"""Sample-ratio check: did the arms get as many profiles as they were meant to?

If not, something treats the arms differently before they are counted, and no comparison between
them can be trusted, however large the difference looks.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rapport.science.unavailable import Unavailable

LEVEL = 0.001
"""Chance of a false alarm at one look. Small, because a report is looked at often."""

LEAST_EXPECTED = 5.0
"""Fewer profiles than this expected in an arm, and chi-square's distribution does not hold."""


class RatioCheck(Struct, frozen=True, tag="ratio_check", tag_field="kind"):
    """The outcome of the check. `says` is for people: what was found and, if amiss, what to do."""

    passed: bool
    chi_square: float | None
    """None where no figure says it: profiles in an arm that should be empty."""
    p_value: float
    says: str


def sample_ratio(
    counts: Mapping[str, int], shares: Mapping[str, float], level: float = LEVEL
) -> RatioCheck | Unavailable:
    """Pearson's chi-square of profiles by arm against their shares, K - 1 degrees of freedom.

    `counts` holds profiles by arm, `shares` the part of all profiles each was meant to get (sum 1).
    An arm with no share must be empty. Unavailable while there are too few profiles to say.
    """
    if any(count < 0 for count in counts.values()):
        return Unavailable("a count of profiles is negative")
    strays = [arm for arm, count in counts.items() if count and shares.get(arm, 0.0) <= 0.0]
    if strays:
        return RatioCheck(passed=False, chi_square=None, p_value=0.0, says=_stray(strays, counts))
    meant = {arm: share for arm, share in shares.items() if share > 0.0}
    total = sum(counts.values())
    if len(meant) < 2:
        return Unavailable("there is only one group, so there is nothing to compare")
    if total * min(meant.values()) < LEAST_EXPECTED:
        return Unavailable(
            f"{total} profile{' is' if total == 1 else 's are'} too few to check the groups' sizes"
        )
    chi_square = sum(
        (counts.get(arm, 0) - total * share) ** 2 / (total * share) for arm, share in meant.items()
    )
    # scipy takes long to load, and a server that only takes in and sends never needs it.
    from scipy.special import chdtrc  # noqa: PLC0415 (see above)

    p_value = float(chdtrc(len(meant) - 1, chi_square))
    passed = p_value >= level
    says = "The groups are as large as they were meant to be." if passed else _amiss(counts, meant)
    return RatioCheck(passed, float(chi_square), p_value, says)


def _amiss(counts: Mapping[str, int], shares: Mapping[str, float]) -> str:
    total = sum(counts.values())
    found = ", ".join(
        f"{arm} {counts.get(arm, 0):,} instead of about {total * share:,.0f}"
        for arm, share in shares.items()
    )
    return (
        f"The groups are not as large as they were meant to be: {found}. Chance alone would hardly "
        "do that. Look for something that loses or adds profiles in one of them: a filter before "
        "the flow, a source that was connected late, or merged profiles. Mend it, then measure "
        "afresh: publish the brand with a new salt under arms in brand.yaml."
    )


def _stray(strays: list[str], counts: Mapping[str, int]) -> str:
    found = ", ".join(
        f"{arm} ({counts[arm]:,} profile{'' if counts[arm] == 1 else 's'})" for arm in strays
    )
    return (
        f"Profiles were found in groups that have no share: {found}. Find what put them there, "
        "then measure afresh: publish the brand with a new salt under arms in brand.yaml."
    )
