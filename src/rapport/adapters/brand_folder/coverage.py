"""Whether there are approved words for everything that may be decided."""

from __future__ import annotations

from collections.abc import Iterable

from rapport.adapters.approved_liquid.language import WORDS, paths_in
from rapport.core.blueprint import BrandFolder, DecisionPoint
from rapport.core.creative import (
    CONTENT_FACTORS,
    NO_OFFER,
    Action,
    Block,
    Framework,
    choose_blocks,
    combinations,
)

_LEAST_TELLING_FIRST = ("visual", "offer", "angle", "tone")


def uncovered(folder: BrandFolder) -> list[tuple[str, str]]:
    """What is missing, as pairs of a framework's key and a sentence."""
    found: list[tuple[str, str]] = []
    for framework in folder.frameworks:
        points = [
            point
            for flow in folder.flows
            for point in flow.nodes
            if isinstance(point, DecisionPoint) and point.framework == framework.key
        ]
        for point in points:
            found.extend((framework.key, gap) for gap in _gaps(folder, framework, point.key))
    return found


def _gaps(folder: BrandFolder, framework: Framework, point: str) -> list[str]:
    everything = list(combinations(framework, folder.rules))
    without: dict[str, list[Action]] = {}
    for action in everything:
        chosen = choose_blocks(framework, point, action, folder.brand.language)
        for slot in framework.slots:
            if slot.required and slot.key not in chosen:
                without.setdefault(f"no approved {slot.key}", []).append(action)
        if action.offer != NO_OFFER and not _names_offer(chosen.values()):
            without.setdefault("no approved words that name the offer", []).append(action)
    return [
        f"{what} for {described} at point {point}"
        for what, actions in without.items()
        for described in _described(actions, everything)
    ]


def _names_offer(blocks: Iterable[Block]) -> bool:
    return any(
        path in ("offer.value", "offer.label", "offer.code")
        for block in blocks
        for path in paths_in(block.text, WORDS)
    )


def _described(actions: list[Action], everything: list[Action]) -> list[str]:
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


def _levels(action: Action, factors: list[str]) -> tuple[str, ...]:
    return tuple(action.level(factor) for factor in factors)
