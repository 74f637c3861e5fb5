"""Checking one message that a writer returned, before anybody sees it."""

from __future__ import annotations

import re
from functools import partial

from rapport.app.redteam import rewrite_of, usual_framework
from rapport.bench.figures import Figure, Sizes, each, percentile
from rapport.bootstrap.redteam import brand_to_hold_to, shipped_set
from rapport.core.blueprint import BrandFolder, DecisionPoint
from rapport.core.copy_checks.compiling import standard
from rapport.core.copy_checks.standard import Rewrite, Standard
from rapport.core.creative import choose_blocks, combinations

TARGET = 2.0
"""Milliseconds to check one message."""

_TAG = re.compile(r"\{%.*?%\}", re.DOTALL)


def measure_checks(sizes: Sizes) -> list[Figure]:
    """The shipped set's rewrites, and messages as long as the example brand's approved ones."""
    folder, titles = brand_to_hold_to()
    lines = shipped_set()
    framework = usual_framework(folder)
    ready = standard(
        framework, folder.brand, folder.voice, folder.claims, folder.offers, titles=titles
    )
    short = [rewrite_of(line, folder) for line in lines]
    return [
        _figure(ready, short[: sizes.rewrites], "a rewrite of the shipped set"),
        _figure(ready, _whole(folder)[: sizes.rewrites], "a message with every slot filled"),
    ]


def _figure(ready: Standard, rewrites: list[Rewrite], what: str) -> Figure:
    for rewrite in rewrites[:100]:
        ready.findings(rewrite)  # words are remembered from message to message, as in a server
    times = each([partial(ready.findings, rewrite) for rewrite in rewrites])
    return Figure(
        bench="checks",
        what=f"p99 of checking {what}",
        value=percentile(times, 0.99),
        unit="ms",
        target=TARGET,
        less=True,
        note=f"{len(times)} messages; p50 {percentile(times, 0.5):.2f}, max {max(times):.2f} ms",
    )


def _whole(folder: BrandFolder) -> list[Rewrite]:
    """Approved messages as a writer would have returned them: longer than most of the set."""
    framework, found = usual_framework(folder), []
    points = [
        node.key
        for flow in folder.flows
        for node in flow.nodes
        if isinstance(node, DecisionPoint) and node.framework == framework.key
    ]
    for point in points:
        for action in combinations(framework, folder.rules):
            chosen = choose_blocks(framework, point, action, folder.brand.language)
            slots = {slot: _TAG.sub("", block.text) for slot, block in chosen.items()}
            found.append(Rewrite(slots, action.tone, folder.brand.language, action.offer))
    return found
