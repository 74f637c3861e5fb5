"""Whether there are approved words for everything that may be decided."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapport.adapters.approved_liquid.language import WORDS, paths_in
from rapport.core.blueprint import BrandFolder
from rapport.core.coverage import described, missing_slots, points_of
from rapport.core.creative import (
    NO_OFFER,
    Action,
    Block,
    Framework,
    choose_blocks,
    combinations,
)


def uncovered(folder: BrandFolder) -> list[tuple[str, str]]:
    """What is missing, as pairs of a framework's key and a sentence."""
    found: list[tuple[str, str]] = []
    for framework in folder.frameworks:
        for point in points_of(folder.flows, framework.key):
            found.extend((framework.key, gap) for gap in _gaps(folder, framework, point))
    return found


def _gaps(folder: BrandFolder, framework: Framework, point: str) -> list[str]:
    everything = list(combinations(framework, folder.rules))
    without: dict[str, list[Action]] = {}
    for action in everything:
        chosen = choose_blocks(framework, point, action, folder.brand.language)
        for slot in missing_slots(framework, chosen):
            without.setdefault(f"no approved {slot}", []).append(action)
        if action.offer != NO_OFFER and not _names_offer(chosen.values()):
            without.setdefault("no approved words that name the offer", []).append(action)
    return [
        f"{what} for {combination} at point {point}"
        for what, actions in without.items()
        for combination in described(actions, everything)
    ]


def covers(folder: BrandFolder, framework: Framework, point: str, action: Action) -> bool:
    """Whether a message has words for all that it must say, in the brand's own language."""
    chosen = choose_blocks(framework, point, action, folder.brand.language)
    if missing_slots(framework, chosen):
        return False
    return action.offer == NO_OFFER or _names_offer(chosen.values())


def _names_offer(blocks: Iterable[Block]) -> bool:
    return any(_says_offer(block.text) for block in blocks)


@lru_cache(maxsize=4_096)  # each block stands in many combinations
def _says_offer(text: str) -> bool:
    named = ("offer.value", "offer.label", "offer.code")
    return any(path in named for path in paths_in(text, WORDS))
