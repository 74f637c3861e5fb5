"""What is believed of a policy's coefficients before any data, and how they are grouped.

Coefficients lie in blocks, as those of `rapport.science.evidence` do: 0 the baseline, 1 sending,
2 + i the level at i.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

import numpy as np
from msgspec import Struct

from rapport.core.policy.policy import FIRST_FEATURES
from rapport.science.arrays import Floats, Ints, block
from rapport.science.evidence import Evidence
from rapport.science.shrinkage import Prior
from rapport.science.waiting import TIME

BASE, BASE_CONTEXT, SEND, SEND_CONTEXT, LEVEL, CLICKS, LEVEL_CONTEXT = range(7)
"""Groups of coefficients that share a spread. `CLICKS` is how much of what clicks say is believed,
which whoever knows of any adds. After `LEVEL_CONTEXT` comes a group for each feature
after the first `FIRST_FEATURES`: one of them may bend much what one level adds, and beside two
hundred coefficients that bend nothing it would be taken for chance."""


class LearningSettings(Struct, frozen=True):
    """What is believed before any data. Gains and spreads are shares of the order rate."""

    order_rate: float = 0.05
    """Chance of an order without a message."""
    rate_weight: float = 200.0
    """How many decisions the belief about the order rate is worth."""
    send_gain: float = 0.4
    """What a message adds to it. Hopeful, so that sending is tried."""
    usual: tuple[str, ...] = ()
    """Levels, as `factor:level`, of the message that everybody used to get."""
    usual_gain: float = 0.2
    """What each of them is believed to add: people chose it for a reason, until data say otherwise.
    So a new policy begins near what the brand did before, and tries the rest from there."""
    base_spread: float = 1.0
    base_context_spread: float = 0.5
    send_spread: float = 0.5
    send_context_spread: float = 0.25
    level_spread: float = 0.25
    """How far one level differs from another for everybody, mostly: by a quarter of what is ordered
    anyway. A wider belief takes the luck of the first dozens of people for the truth."""
    level_context_spread: float = 0.25
    spread_weight: float = 20.0
    """How many coefficients the belief about a spread is worth."""
    context_weight: float = 5.0
    """Likewise where a context bends what a level adds: most contexts bend nothing."""
    people_differ: float = 0.1
    """How likely it is that people differ in what they like to hear; see
    `rapport.science.policy_learning`."""
    levels_alike: float = 0.5
    """How likely it is that levels differ far less than `level_spread` says, as where most orders
    come whatever a message says. Chance then looks like effects, and following it costs more than
    it finds. Asked only where several levels can be compared."""
    alike_spread: float = 0.2
    """By how far they differ then, as a share of `level_spread`."""
    doubt: float = 0.15
    """How likely it is that messages change nothing."""
    working_spreads: tuple[float, ...] = (0.5, 0.1)
    """How far messages and levels depart if they change anything, for weighing that alone: much or
    little, one as likely as the other. A bold claim alone takes effects that are small for none."""
    clicks_tell: float = 0.5
    """How much of what a level does to clicks it is believed to do to orders, in proportion: at 1 a
    fifth more clicks are a fifth more orders, at 0 they say nothing. What is believed may well be
    wrong by 1."""
    closed_before_looks: int = 200
    """Before so many decisions closed, messages whose outcome is open teach nothing: what a click
    is worth in orders would be a belief alone, and a policy that had settled on what is clicked
    would have tried out less by the time that orders come."""
    unsubscribe_rate: float = 0.002
    unsubscribe_weight: float = 1_000.0
    """How many messages the belief about unsubscribes is worth."""
    typical_margin: float = 2_000.0
    """Margin at stake before any was seen, minor units."""
    boldness: float = 0.5
    """See `Policy.boldness`."""
    closed_offers: tuple[str, ...] = ()


STANDARD = LearningSettings()


def width_of(evidence: Evidence) -> int:
    """How many features its sums are about."""
    return len(evidence.moments) // (2 + len(evidence.levels))


def prior(
    levels: Sequence[str],
    rate: float,
    settings: LearningSettings,
    width: int,
    *,
    moments_of_all: bool = False,
) -> Prior:
    """What is believed of all coefficients, shape (d,), where `rate` is how many order.

    Where who got no message had moments too (`moments_of_all`), what a moment has in common is who
    was still there: a part of the baseline, and no doing of messages.
    """
    size = width * (2 + len(levels))
    later = np.arange(1, max(width - FIRST_FEATURES, 0) + 1)
    of_features = np.full(width, LEVEL_CONTEXT, dtype=np.int64)
    of_features[FIRST_FEATURES:] += later
    group: Ints = np.tile(of_features, 2 + len(levels))
    group[::width] = LEVEL
    group[block(0, width)], group[block(1, width)] = BASE_CONTEXT, SEND_CONTEXT
    group[0], group[width] = BASE, SEND
    centre = np.zeros(size)
    centre[0], centre[width] = rate, settings.send_gain * rate
    for i, name in enumerate(levels):
        if moments_of_all and name.startswith(TIME):
            group[block(2 + i, width)] = BASE_CONTEXT
        elif name in settings.usual:
            centre[(2 + i) * width] = settings.usual_gain * rate
    spreads = rate * np.array(
        [
            settings.base_spread,
            settings.base_context_spread,
            settings.send_spread,
            settings.send_context_spread,
            settings.level_spread,
            0.0,
            *(settings.level_context_spread,) * (1 + len(later)),
        ]
    )
    weight = np.full(len(spreads), settings.spread_weight)
    weight[LEVEL_CONTEXT:] = settings.context_weight
    weight[[BASE, CLICKS]] = inf
    return Prior(centre, group, spreads, weight)


def centring(levels: Sequence[str], width: int, *, moments_of_all: bool = False) -> Floats:
    """The linear map, shape (d, d), that takes each factor's mean from its levels to `send`; that
    of moments to the baseline where `moments_of_all`, who got no message had theirs."""
    size = 2 + len(levels)
    move = np.eye(size)
    factors = [name.partition(":")[0] for name in levels]
    for factor in dict.fromkeys(factors):
        places = [2 + i for i, name in enumerate(factors) if name == factor]
        move[np.ix_(places, places)] -= 1.0 / len(places)
        move[0 if moments_of_all and factor == "time" else 1, places] += 1.0 / len(places)
    whole: Floats = np.kron(move, np.eye(width)).astype(np.float64)
    return whole
