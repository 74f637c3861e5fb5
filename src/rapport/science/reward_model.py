"""A model of what an action earns, for off-policy evaluation only: linear, and cross-fitted.

It need not be right: the doubly robust estimate corrects it. It has to be fitted on other people's
decisions than those it is used for, or it would know the answers.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from rapport.science.arrays import Floats, Ints


class Predictions(Struct, frozen=True, eq=False):
    """All of shape (n,), in the reward's unit.

    `taken` is for the logged action, `expected` under the target policy, and `usual` the mean
    reward of the decisions fitted on.
    """

    taken: Floats
    expected: Floats
    usual: Floats


def cross_fitted(
    taken: Floats, expected: Floats, rewards: Floats, folds: Ints, strength: float = 10.0
) -> Predictions:
    """Predicts each fold by a ridge regression on all others.

    `taken` and `expected`, shape (n, d), describe the logged action and the target policy's mean
    one; `rewards` and `folds` have shape (n,). `strength` counts as that many decisions that earned
    the mean. Where there is one fold only, every prediction is 0.
    """
    count, width = taken.shape
    found = Predictions(np.zeros(count), np.zeros(count), np.zeros(count))
    for fold in np.unique(folds):
        here, rest = folds == fold, folds != fold
        if not rest.any():
            continue
        mean = float(rewards[rest].mean())
        design = taken[rest]
        gram = design.T @ design + strength * np.eye(width)
        beta = np.linalg.solve(gram, design.T @ (rewards[rest] - mean))
        found.taken[here] = mean + taken[here] @ beta
        found.expected[here] = mean + expected[here] @ beta
        found.usual[here] = mean
    return found
