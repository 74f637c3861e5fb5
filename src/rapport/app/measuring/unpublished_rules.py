"""Rules that a folder has and no release yet: what they would cost can be told before they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.blueprint import BrandFolder, Release
from rapport.core.creative.framework import ONLY, Framework, Rule
from rapport.core.flow import DecisionPoint


class Unpublished(Struct, frozen=True):
    """Each as a rule of the brand, those of a framework with its key. `ahead` name something that
    no decision on record could have had, since it is not published: nothing can be said of them."""

    tried: tuple[Rule, ...] = ()
    ahead: tuple[Rule, ...] = ()


def unpublished(content: BrandFolder, release: Release) -> Unpublished:
    """The rules of a folder that are not published as they stand there."""
    tried: list[Rule] = []
    ahead: list[Rule] = []
    for rule in _new(content, release):
        (tried if _is_there(rule, release) else ahead).append(rule)
    return Unpublished(tuple(tried), tuple(ahead))


def _new(content: BrandFolder, release: Release) -> Iterator[Rule]:
    yield from (rule for rule in content.rules if rule not in release.rules)
    for framework in content.frameworks:
        known = release.framework(framework.key)
        of_release = known.rules if known else ()
        for rule in framework.rules:
            if rule not in of_release:
                yield replace(rule, frameworks=(framework.key,))


def _is_there(rule: Rule, release: Release) -> bool:
    """Whether a release has all that a rule is about. Where one had nothing of what it leaves, it
    would be taken for a rule to say nothing."""
    held = [one for one in release.frameworks if not rule.frameworks or one.key in rule.frameworks]
    if not held:
        return False
    for factor, keys in rule.levels:
        there = [set(_keys(factor, one, release)) for one in held]
        if not set(keys) <= set().union(*there):
            return False
        if rule.kind == ONLY and not all(found.intersection(keys) for found in there):
            return False
    return True


def _keys(factor: str, framework: Framework, release: Release) -> Sequence[str]:
    if factor != "time":
        return framework.keys(factor)
    return [
        level.key
        for flow in release.flows
        for node in flow.nodes
        if isinstance(node, DecisionPoint) and node.framework == framework.key
        for level in node.times
    ]
