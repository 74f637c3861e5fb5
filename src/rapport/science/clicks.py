"""What clicks say of orders: a column for the regression on orders.

Clicks are many and known within a day, where orders are few and known when a window closes. What
draws clicks mostly draws orders (in Hillstrom's test the e-mail with a fifth more visits had half
as many orders again), and some of it does not. So how levels and contexts move clicks is one more
column, whose coefficient is believed to be in proportion and the orders decide on.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from rapport.science.arrays import Floats, block
from rapport.science.beliefs import LearningSettings, centring, prior, width_of
from rapport.science.evidence import Evidence
from rapport.science.shrinkage import Prior, Sums, fit

FEWEST_CLICKS = 20.0
"""Fewer clicks than this say nothing about orders."""


class Clicks(Struct, frozen=True, eq=False):
    """`effects`, shape (d,): how each coefficient moves clicks; zero for the baseline, for sending
    and where too few clicked. `errors`, shape (d, d): their covariance. `orders`: how many a click
    more stands for, if in proportion."""

    effects: Floats
    errors: Floats
    orders: float


def clicks_explained(evidence: Evidence, rate: float, settings: LearningSettings) -> Clicks:
    """What the clicks in `evidence` say, where `rate` is how many order.

    Only who got a message can click, so this says nothing about messages against none.
    """
    size = len(evidence.clicks)
    effects, errors = np.zeros(size), np.zeros((size, size))
    if evidence.clicked < FEWEST_CLICKS:
        return Clicks(effects, errors, 0.0)
    width = width_of(evidence)
    clicked = min(max(evidence.clicked / evidence.messages, 1e-4), 0.5)
    # The sums of those who got a message are the ones of the blocks from `send` on.
    sums = Sums(evidence.gram[width:, width:], evidence.clicks[width:], clicked * (1.0 - clicked))
    believed = prior(evidence.levels, clicked, settings, width)
    centre = np.zeros(size - width)
    centre[0] = clicked
    found = fit(sums, Prior(centre, believed.group[width:], believed.spreads, believed.weight))
    effects[width:], errors[width:, width:] = found.mean, found.covariance
    centred = centring(evidence.levels, width)
    centred[block(1, width)] = 0.0
    return Clicks(centred @ effects, centred @ errors @ centred.T, min(rate / clicked, 1.0))
