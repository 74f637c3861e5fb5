"""Learning from closed decisions: folds them into the evidence, batch by batch. Pure.

Where the rows come from and where evidence and snapshots are kept is the caller's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.blueprint import Release
from rapport.core.policy.drawing import uniform
from rapport.core.policy.policy import FEATURES, Policy
from rapport.core.time import DAY, Instant, Millis
from rapport.science.beliefs import STANDARD, LearningSettings
from rapport.science.evidence import (
    HALF_LIFE_DAYS,
    Evidence,
    Look,
    Row,
    look,
    merge,
    nothing,
    observe_all,
)
from rapport.science.off_policy import LEAST_EFFECTIVE
from rapport.science.policy_learning import snapshot

FAMILY = f"additive, form 7, features {uniform(*FEATURES):.6f}"
"""The kind of policy that is learnt here. A new kind, or new features, is a new family: a person
launches it, and what was launched before goes on meanwhile. Forms that only have more signals on
record are of one kind: it has the name of the first of them."""

FAMILY_SWITCH = "policy family"
"""The switch that names the kind of policy a brand has launched."""


class StepCheck(Struct, frozen=True):
    """When a step of learning may take over by rule; see `rapport.app.learning.routine`.

    It is judged by the `latest` decisions whose outcome is known, if there are `fewest` of them.
    """

    latest: int = 1_000
    fewest: float = LEAST_EFFECTIVE
    sure: float = 3.29
    """Deviations below which a step must lie to be stopped: one false alarm in 2,000 steps. A brand
    takes thousands of them in a year, and whoever is told of one should find something."""
    least_alike: float = 0.1
    """A step that is less like what it follows is a leap: it wants to be confirmed."""
    confirmed_by: int = 200
    """So many decisions more, and the learner still wants what it wanted: then it is no whim."""
    still_alike: float = 0.5


CAREFUL = StepCheck()


class LearnSettings(Struct, frozen=True):
    """How a brand learns. `batch` rows are folded at once; `fewest` new ones make a snapshot."""

    beliefs: LearningSettings = STANDARD
    half_life_days: float = HALF_LIFE_DAYS
    batch: int = 2_000
    fewest: int = 50
    check: StepCheck = CAREFUL
    settles: Millis = DAY
    """So long after a message it is known, mostly, whether it is clicked."""
    most_looked: int = 5_000
    """Messages with an open window whose clicks are learnt from, the latest. Where there are more,
    those that closed tell enough."""


EVERYDAY = LearnSettings()


def beliefs_of(release: Release, beliefs: LearningSettings = STANDARD) -> LearningSettings:
    """What is believed of a brand before any data: the usual message of each of its points."""
    usual = {
        f"{factor}:{level}"
        for flow in release.flows
        for point in flow.points
        for factor, level in point.usual.items()
    }
    return replace(beliefs, usual=tuple(sorted(usual)))


def first_policy(release: Release, since: Instant) -> Policy:
    """The snapshot that a brand begins with."""
    return snapshot(nothing(), 0, since, beliefs_of(release))


def learn(
    evidence: Evidence,
    rows: Iterable[Row],
    settings: LearnSettings = EVERYDAY,
    now: Instant | None = None,
) -> Evidence:
    """`evidence` with all of `rows` more. Each closed decision must be given once, ever.

    Takes memory for one batch only. What cannot teach is counted in `skipped`, and what is from
    after `now` counts as of now.
    """
    for batch in _batches(rows, settings.batch):
        evidence = observe_all(evidence, batch, settings.half_life_days, now)
    return evidence


def next_snapshot(
    evidence: Evidence,
    number: int,
    since: Instant,
    settings: LearnSettings = EVERYDAY,
    looks: Sequence[Look] = (),
) -> Policy:
    """What `evidence` teaches, and the clicks on messages whose window is open (`looks`)."""
    looked = None
    if looks:
        looked = merge(evidence, look(looks, settings.half_life_days), settings.half_life_days)
    return snapshot(evidence, number, since, settings.beliefs, looked)


def _batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch
