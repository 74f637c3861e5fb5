"""Combinations of a framework, told in as few words as say which they are."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.core.creative.framework import CONTENT_FACTORS, Action

_LEAST_TELLING_FIRST = ("visual", "offer", "angle", "tone")


def described(actions: Sequence[Action], everything: Sequence[Action]) -> list[str]:
    """The combinations in as few words as say it: a factor that makes no difference is left out."""
    factors = list(CONTENT_FACTORS)
    for factor in _LEAST_TELLING_FIRST:
        rest = [other for other in factors if other != factor]
        if not rest:
            break
        named = {_levels(action, rest) for action in actions}
        if sum(_levels(action, rest) in named for action in everything) == len(actions):
            factors = rest
    seen = dict.fromkeys(_levels(action, factors) for action in actions)
    return [
        ", ".join(f"{factor} {key}" for factor, key in zip(factors, keys, strict=True))
        for keys in seen
    ]


def _levels(action: Action, factors: Sequence[str]) -> tuple[str, ...]:
    return tuple(action.level(factor) for factor in factors)
