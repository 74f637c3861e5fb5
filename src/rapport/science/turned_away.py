"""Learns how rewrites read that were turned away, for `rapport.core.copy_checks.likeness`.

Logistic regression with a ridge penalty (scikit-learn's, L-BFGS) on which runs of words a text has:
each of its n runs counts r / sqrt(n), so that long texts are not surer than short ones. r is the
logarithm of how much likelier the run is in texts to be turned away than in good ones,

    r = ln((a + s) / sum(a + s)) - ln((g + s) / sum(g + s))

with a and g the texts of each kind that have it and s = `SMOOTHING`: so a run that tells nothing by
itself stays small, and one that tells much may weigh much (Wang and Manning, ACL 2012). Good texts
stand in it a second time slot by slot, with little weight: a rewrite to be turned away is often one
slot alone, and shortness by itself is no fault. What one hand put around many texts, such as the
same button, is left out: it would tell whose texts they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from rapport.core.copy_checks.likeness import BUTTON, Likeness, runs_in
from rapport.core.copy_checks.reading import read
from rapport.science.arrays import Bools, Floats

RIDGE = 10.0
"""scikit-learn's C. From 3 to 30 makes no difference beyond chance on sets left out in turn."""

SMOOTHING = 0.5
"""Texts of either kind that each run is taken to stand in beside those that it does."""

FEWEST = 2
"""Texts that a run has to stand in."""

MOST_RUNS = 30_000
"""Runs that are kept: those that move a text the most on average. 80,000 tell hardly more."""

SLOT_WEIGHT = 0.02
"""What a slot of a good text counts beside a whole text. More of it tells the whole ones less well
apart, and none takes short ones for bad."""

MOST_ALIKE = 30
"""Texts that may have the very same words in a slot."""

DECIMALS = 2


class Sorted(Struct, frozen=True):
    """A rewrite's slots, whether it is to be turned away, and whether it stands beside an offer."""

    slots: Mapping[str, str]
    away: bool
    offered: bool = False


def learnt(texts: Sequence[Sorted]) -> Likeness:
    """The weights of runs, rounded, the same for the same texts in the same order."""
    texts = _without_filling(texts)
    whole = [runs_in(read(text.slots).words, offered=text.offered) for text in texts]
    alone = [
        runs_in(read({slot: words}).words, offered=text.offered)
        for text in texts
        if not text.away
        for slot, words in text.slots.items()
    ]
    rows = [*whole, *alone]
    away = np.array([*(text.away for text in texts), *([False] * len(alone))])
    weight = np.array([1.0] * len(whole) + [SLOT_WEIGHT] * len(alone))
    counts = Counter(run for runs in whole for run in runs)
    runs = sorted(run for run, count in counts.items() if count >= FEWEST)
    coefficients, _, usual = _regressed(rows, runs, away, weight)
    largest = np.argsort(-np.abs(coefficients) * usual, kind="stable")[:MOST_RUNS]
    kept = sorted(runs[place] for place in largest.tolist())
    coefficients, bias, _ = _regressed(rows, kept, away, weight)
    rounded = np.round(coefficients, DECIMALS).tolist()
    return Likeness(
        round(bias, DECIMALS),
        {run: one for run, one in zip(kept, rounded, strict=True) if one},
    )


def _without_filling(texts: Sequence[Sorted]) -> list[Sorted]:
    """The texts without buttons and slots that stand so in many of them; those of which nothing is
    left, not at all."""
    often = Counter(part for text in texts for part in text.slots.items())
    kept = []
    for text in texts:
        own = {
            slot: words
            for slot, words in text.slots.items()
            if slot != BUTTON and often[slot, words] <= MOST_ALIKE
        }
        if own:
            kept.append(replace(text, slots=own))
    return kept


def _regressed(
    rows: Sequence[frozenset[str]],
    runs: Sequence[str],
    away: Bools,
    weight: Floats,
) -> tuple[Floats, float, Floats]:
    """The coefficients of `runs`, shape (d,), as 1 / sqrt(n) counts by them, the intercept, and the
    root of the mean square of what each run counts, shape (d,)."""
    from scipy.sparse import csr_matrix, diags  # noqa: PLC0415 (takes long to load, and needs an extra)
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 (likewise)

    place = {run: at for at, run in enumerate(runs)}
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for row in rows:
        here = sorted(place[run] for run in row if run in place)
        columns += here
        values += [1.0 / np.sqrt(len(row))] * len(here)
        ends.append(len(columns))
    design = csr_matrix((values, columns, ends), shape=(len(rows), len(runs)))
    ratio = _ratio(rows, runs, away)
    model = LogisticRegression(C=RIDGE, max_iter=500)
    model.fit(design @ diags(ratio), away, sample_weight=weight)
    usual = np.sqrt(np.asarray(design.multiply(design).mean(axis=0))[0])
    return model.coef_[0] * ratio, float(model.intercept_[0]), usual


def _ratio(rows: Sequence[frozenset[str]], runs: Sequence[str], away: Bools) -> Floats:
    """How much likelier each of `runs` is in texts to be turned away than in others, as a
    logarithm, shape (d,)."""
    stands: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for row, bad in zip(rows, away.tolist(), strict=True):
        stands[bad].update(row)
    bad, good = (np.log([stands[kind][run] + SMOOTHING for run in runs]) for kind in (True, False))
    return (bad - _log_sum(bad)) - (good - _log_sum(good))


def _log_sum(logarithms: Floats) -> float:
    return float(np.log(np.exp(logarithms).sum()))
