"""What remains to choose from: levels of each factor, and the rules that bind several of them.

Combinations are bits of one number, so that hundreds of rules cost microseconds: a bit stands for
one choice of a level for each factor.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod

from rapport.core.creative.framework import CONTENT_FACTORS, Rule
from rapport.core.decision import Excluded


class Remaining:
    """Levels of each content factor, and the rules that bind several factors."""

    def __init__(self, levels: Mapping[str, tuple[str, ...]], joint: Sequence[Rule]) -> None:
        self.levels = levels
        self.joint = joint
        self._masks: dict[str, dict[str, int]] = {}
        self._allowed = 0
        self._taken: list[int] = []
        """The combinations that each joint rule takes away."""
        if joint:
            self._masks = masks_of(levels)
            self._allowed = (1 << prod(len(levels[f]) for f in CONTENT_FACTORS)) - 1
            self._taken = [self._matching(rule) for rule in joint]
            for taken in self._taken:
                self._allowed &= ~taken

    def _matching(self, rule: Rule) -> int:
        """The combinations that match every factor a rule names."""
        found = -1
        for factor, keys in rule.levels:
            masks = self._masks.get(factor, {})
            either = 0
            for key in keys:
                either |= masks.get(key, 0)
            found &= either
        return found

    def eligible(self, chosen: Mapping[str, str], factor: str) -> tuple[str, ...]:
        """Levels of `factor` that go with those chosen and leave every other factor a level."""
        if not self.joint:
            return self.levels[factor]
        left = self._allowed
        for other, key in chosen.items():
            left &= self._masks[other].get(key, 0)
        masks = self._masks[factor]
        return tuple([key for key in self.levels[factor] if left & masks[key]])

    def combinations(self) -> int:
        """How many whole messages can be made."""
        if not self.joint:
            return prod(len(self.levels[factor]) for factor in CONTENT_FACTORS)
        return self._allowed.bit_count()

    def possible(self) -> bool:
        """Whether any whole message can be made."""
        return all(self.eligible({}, factor) for factor in CONTENT_FACTORS)

    def unfinishable(self) -> list[Excluded]:
        """Levels that remain and that joint rules leave in no message, each with one of these."""
        gone = [
            (factor, key, mask)
            for factor, masks in self._masks.items()
            for key, mask in masks.items()
            if not self._allowed & mask
        ]
        named = ((factor, key, self._taker_of(mask)) for factor, key, mask in gone)
        return [Excluded(factor, key, name) for factor, key, name in named if name]

    def _taker_of(self, mask: int) -> str:
        """The first joint rule that takes some of these combinations away."""
        pairs = zip(self.joint, self._taken, strict=True)
        return next((rule.name for rule, taken in pairs if taken & mask), "")


def masks_of(levels: Mapping[str, tuple[str, ...]]) -> dict[str, dict[str, int]]:
    """For each factor and level the combinations that it is in.

    Combinations are counted with the last factor the fastest, so a level's bits are a run of ones
    that comes again with a fixed period.
    """
    total = prod(len(levels[factor]) for factor in CONTENT_FACTORS)
    masks: dict[str, dict[str, int]] = {}
    outer = 1
    for factor in CONTENT_FACTORS:
        keys = levels[factor]
        if not total:
            masks[factor] = dict.fromkeys(keys, 0)
            continue
        run = total // (outer * len(keys))
        period = run * len(keys)
        again = ((1 << total) - 1) // ((1 << period) - 1)
        ones = ((1 << run) - 1) * again
        masks[factor] = {key: ones << (run * place) for place, key in enumerate(keys)}
        outer *= len(keys)
    return masks
