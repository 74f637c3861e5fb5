"""How long until a policy can be judged, by how alike it is to what decides and the shop's pace."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import numpy as np
from msgspec import Struct

from rapport.app.measuring.sample import Judged
from rapport.app.wording.wordable import day_and_month
from rapport.core.brand import Brand
from rapport.core.policy.policy import Policy
from rapport.core.time import DAY, Instant
from rapport.science.arrays import Floats
from rapport.science.off_policy import LEAST_EFFECTIVE

LATEST = 1_000
"""Decisions looked at, as in the check of a step that is published by rule."""

FEWEST = 50
"""With fewer on record nothing is foretold."""

ALIKE_AT_ALL = 1e-5
"""Below this no log of a shop would ever be long enough: some fifty million decisions."""

PACE_OVER = 28 * DAY
LONG = 52


class Outlook(Struct, frozen=True):
    """How many more decisions it takes to judge a policy, and how many of those are made a week.

    `more` is None where no number in reach would do, `weekly` where the shop's pace is not known
    yet; those that count begin at `since`. `says` is all of it in a sentence.
    """

    since: Instant
    more: int | None
    weekly: float | None
    says: str


def outlook(
    brand: Brand, policy: Policy, today: int, latest: Sequence[tuple[Judged, Judged]], have: float
) -> Outlook | None:
    """What it takes to judge `policy` by decisions that it has not learnt from; what there is of
    these by now says as much as `have` of its own.

    `latest` are the latest decisions that chance made, as likely as `policy` and as
    policy number `today` make them. Only how likely they were is looked at, never what came of
    them, so it does no harm that the policy has learnt from some. None where they are too few.
    """
    if len(latest) < FEWEST:
        return None
    logged = np.array([mine.record.content.propensity for mine, _ in latest])
    after = np.array([mine.target.whole for mine, _ in latest]) / logged
    before = np.array([theirs.target.whole for _, theirs in latest]) / logged
    # What comes is decided by today's policy, so it tells as much as that one's decisions do.
    alike = likeness(before, after)
    more = ceil(max(LEAST_EFFECTIVE - have, 1.0) / alike) if alike >= ALIKE_AT_ALL else None
    weekly = _weekly([mine.record.content.at for mine, _ in latest])
    return Outlook(policy.since, more, weekly, _says(brand, policy, today, more, weekly))


def outlook_of(policy: Policy, more: int, times: Sequence[Instant]) -> Outlook:
    """The same where `more` is known, and told, from the decisions that count themselves, which
    were made at `times`."""
    weekly = _weekly(times)
    takes = _takes(more, weekly)
    return Outlook(policy.since, more, weekly, f"{takes[:1].upper()}{takes[1:]}." if takes else "")


def _weekly(times: Sequence[Instant]) -> float | None:
    """Decisions a week, over the last four that there are."""
    last = max(times)
    recent = [at for at in times if at > last - PACE_OVER]
    span = last - min(recent)
    return (len(recent) - 1) * 7 * DAY / span if span >= 7 * DAY else None


def _says(brand: Brand, policy: Policy, today: int, more: int | None, weekly: float | None) -> str:
    if more is None:
        return (
            f"Waiting will not help: policy {policy.number} would hardly ever do what policy "
            f"{today}, which decides today, does."
        )
    since = day_and_month(policy.since, brand.zone, brand.locale) if policy.since else ""
    made = f" made since {since}" if since else ""
    said = f"It takes about {_round(more):,} more decisions{made} whose outcome is known"
    takes = _takes(more, weekly)
    return f"{said}; {takes}." if takes else f"{said}."


def _takes(more: int, weekly: float | None) -> str:
    """How long that is; empty where the pace is not known."""
    if weekly is None or weekly < 1.0:
        return ""
    weeks = ceil(more / weekly)
    takes = f"about {weeks:,} {'week' if weeks == 1 else 'weeks'}"
    if weeks > LONG:
        takes = "more than a year, so it will hardly come to that"
    return f"at your pace, some {_round(ceil(weekly)):,} decisions a week, that is {takes}"


def _round(count: int) -> int:
    """To two figures, upwards: more would claim to know the future."""
    step = int(10 ** max(len(str(count)) - 2, 0))
    return ceil(count / step) * step


def likeness(before: Floats, after: Floats) -> float:
    """How much a decision of one policy tells about another: effective over real size, 0 to 1.

    `before` and `after` are the policies' weights, shape (n,). With rho = after / before it is
    (E rho)^2 / E rho^2 under the first policy, so 1 where they are the same.
    """
    there = before > 0.0
    if not there.all() and float(after[~there].max(initial=0.0)) > 0.0:
        return 0.0
    squares = float(before.sum()) * float((after[there] ** 2 / before[there]).sum())
    return float(after.sum()) ** 2 / squares if squares > 0.0 else 0.0
