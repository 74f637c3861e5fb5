"""Logs of a made-up world, with what the target policy is truly worth on them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rapport.science.arrays import Floats
from rapport.science.off_policy import (
    Estimate,
    coarsest,
    direct,
    doubly_robust,
    dros,
    estimate,
    ipw,
    snips,
    switch,
    tuned,
)
from rapport.science.unavailable import Unavailable

ACTIONS = 8
FLOOR = 0.02


@dataclass(frozen=True)
class Logged:
    """A log, in the notation of `rapport.science.off_policy`, and the target's true value."""

    w: Floats
    r: Floats
    q: Floats
    v: Floats
    truth: float
    parts: tuple[Floats, ...]
    """Marginal weights: of the whole action, and of which pair of actions it is in."""

    def estimates(self) -> dict[str, Estimate | Unavailable]:
        """What each estimator makes of it."""
        log = (self.w, self.r, self.q, self.v)
        full = doubly_robust(*log)
        place, chosen = coarsest(self.parts, self.r)
        biased = {
            "dm": direct(self.v),
            "switch": tuned(lambda tau: switch(*log, tau), full)[1],
            "dros": tuned(lambda lam: dros(*log, lam), full)[1],
        }
        return {
            "ipw": estimate(ipw(self.w, self.r), self.w),
            "snips": estimate(snips(self.w, self.r), self.w),
            "mips": estimate(chosen, self.parts[place], snips(self.w, self.r)),
            "dr": estimate(full, self.w),
            **{name: estimate(values, self.w, full) for name, values in biased.items()},
        }


def a_log(rng: np.random.Generator, size: int, rate: float) -> Logged:
    """`size` decisions among eight actions; orders at about `rate`, amounts that vary.

    q knows the rate and nothing of the context, so it is wrong for everybody and right on average.
    """
    x = rng.normal(size=(size, 4))
    logging, target = (_softmax(x @ rng.normal(0.0, 0.5, (4, ACTIONS))) for _ in range(2))
    taste = rng.normal(0.0, 0.5, (4, ACTIONS))
    level = rng.uniform(0.5, 1.5, ACTIONS)
    chance = np.clip(rate * level * np.exp(x @ taste - 0.5), 0.0, 1.0)
    action = (logging.cumsum(axis=1) > rng.random((size, 1))).argmax(axis=1)
    rows = np.arange(size)
    ordered = rng.random(size) < chance[rows, action]
    amount = rng.lognormal(0.0, 0.6, size) / np.exp(0.18)
    pairs = [shares.reshape(size, -1, 2).sum(axis=2) for shares in (target, logging)]
    weights = target[rows, action] / logging[rows, action]
    return Logged(
        w=weights,
        r=ordered * amount,
        q=rate * level[action],
        v=target @ (rate * level),
        truth=float((target * chance).sum(axis=1).mean()),
        parts=(weights, pairs[0][rows, action // 2] / pairs[1][rows, action // 2]),
    )


def _softmax(scores: Floats) -> Floats:
    shares = np.exp(scores)
    shares /= shares.sum(axis=1, keepdims=True)
    floored: Floats = FLOOR + (1.0 - ACTIONS * FLOOR) * shares
    return floored
