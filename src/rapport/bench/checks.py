"""Checking one message that a writer returned, before anybody sees it.

No message that is measured was checked before, so nothing that the checks might remember of whole
texts would make the figures better; what they do remember, words, a server would know as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from msgspec.structs import replace

from rapport.app.redteam.names import PASS
from rapport.app.redteam.standards import rewrite_of, usual_framework
from rapport.app.writer.turned_away import letting_go, second_look
from rapport.bench.figures import Figure, Sizes, each, percentile
from rapport.bootstrap.redteam import brand_to_hold_to, shipped_set
from rapport.core.blueprint import BrandFolder
from rapport.core.copy_checks.compiling import standard
from rapport.core.copy_checks.standard import Rewrite
from rapport.core.creative.coverage import points_of
from rapport.core.creative.framework import choose_blocks, combinations
from rapport.core.creative.wording import TAG

TARGET = 2.0
"""Milliseconds to check one message."""

SWAPPED = 0.2
"""Share of the words of an approved message in whose place others stand."""

_WORD = re.compile(r"\{\{.*?\}\}|\b[a-z]{3,}\b")


def measure_checks(sizes: Sizes) -> list[Figure]:
    """The shipped set's rewrites, and messages as long as the example brand's approved ones.

    The latter with a fifth of their words swapped for such as stand in the set's good rewrites: a
    set of slots has some hundred combinations, and each text would come again and again.
    """
    folder, titles = brand_to_hold_to()
    lines = shipped_set()
    framework = usual_framework(folder)
    checks = standard(framework, folder.brand, folder.voice, folder.claims, folder.offers, titles)
    ready = letting_go(checks)

    def check(rewrite: Rewrite) -> object:
        found = ready.findings(rewrite)
        return found or second_look(framework, rewrite)

    short = [rewrite_of(line, folder) for line in lines]
    good = " ".join(text for line in lines if line.expected == PASS for text in line.slots.values())
    whole = _swapped(_whole(folder), [word for word in _WORD.findall(good) if word[0] != "{"])
    return [
        _figure(check, short[: sizes.rewrites], "a rewrite of the shipped set"),
        _figure(check, whole[: sizes.rewrites], "a message with every slot filled"),
    ]


def _figure(check: Callable[[Rewrite], object], rewrites: list[Rewrite], what: str) -> Figure:
    times = each([partial(check, rewrite) for rewrite in rewrites])
    times = times[len(times) // 5 :]  # those before were checked to warm up
    return Figure(
        bench="checks",
        what=f"p99 of checking {what}",
        value=percentile(times, 0.99),
        unit="ms",
        target=TARGET,
        less=True,
        note=f"{len(times)} messages; p50 {percentile(times, 0.5):.2f}, max {max(times):.2f} ms",
    )


def _swapped(rewrites: Sequence[Rewrite], words: Sequence[str]) -> list[Rewrite]:
    """Rewrites with some words of every slot swapped for any of `words`, the same at each call."""
    draw = np.random.default_rng(4)

    def swap(match: re.Match[str]) -> str:
        kept = match[0].startswith("{") or draw.random() > SWAPPED
        return match[0] if kept else words[int(draw.integers(len(words)))]

    return [
        replace(one, slots={slot: _WORD.sub(swap, text) for slot, text in one.slots.items()})
        for one in (rewrites[at] for at in draw.permutation(len(rewrites)))
    ]


def _whole(folder: BrandFolder) -> list[Rewrite]:
    """Approved messages as a writer would have returned them: longer than most of the set."""
    framework, found = usual_framework(folder), []
    for point in points_of(folder.flows, framework.key):
        for action in combinations(framework, folder.rules):
            chosen = choose_blocks(framework, point, action, folder.brand.language)
            slots = {slot: TAG.sub("", block.text) for slot, block in chosen.items()}
            found.append(Rewrite(slots, action.tone, folder.brand.language, action.offer))
    return found
