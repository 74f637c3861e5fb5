"""Rules that keep a new tone or angle to what it has approved words for.

Words are approved for one tone and one angle. Everything else that could be decided with a new one
of them would lack words, so a rule of the framework takes that away, and is written anew as soon as
more words are taken in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapport.adapters.brand_folder.coverage import covers
from rapport.adapters.brand_folder.patching import Add, Patch, Put, Remove, patched
from rapport.adapters.brand_folder.stretches import Plain, composed, plain
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.coverage import moments_of, points_of
from rapport.core.creative.framework import Action, Framework, combinations

LevelKey = tuple[str, str]
"""A factor and the key of one of its levels."""

_OTHERS = ("tone", "angle", "offer", "visual")


def is_kept_closed(text: str, level: LevelKey) -> bool:
    """Whether a rule in a framework's file was written here for this level."""
    return any(_rule_number(text, level))


def without_closing(text: str, levels: Sequence[LevelKey]) -> str:
    """A framework's file without the rules that were written here for these levels."""
    numbers = [number for level in levels for number in _rule_number(text, level)]
    if not numbers:
        return text
    if len(numbers) == len(_rules(text)):
        return patched(text, [Remove(("rules",))])
    return patched(text, [Remove(("rules", number)) for number in sorted(set(numbers))])


def closed(text: str, folder: BrandFolder, framework: str, levels: Sequence[LevelKey]) -> str:
    """The file with the rules that its levels need, by what the folder has words for."""
    found = folder.framework(framework)
    if found is None:
        return text
    for rule in _closing(folder, found, levels):
        patch: Patch = Add(("rules",), rule)
        if not _rules(text):
            patch = Put(("rules",), [rule], after="slots")
        text = patched(text, [patch])
    return text


def _closing(
    folder: BrandFolder, framework: Framework, levels: Sequence[LevelKey]
) -> Iterator[Plain]:
    points = points_of(folder.flows, framework.key)
    moments = moments_of(folder.flows, framework.key)
    possible = list(combinations(framework, folder.rules, moments))
    somewhere = {
        action
        for action in possible
        if any(covers(folder, framework, point, action) for point in points)
    }
    for factor, key in levels:
        for other in _OTHERS:
            theirs: dict[str, list[Action]] = {}
            for action in possible:
                if action.level(factor) == key:
                    theirs.setdefault(action.level(other), []).append(action)
            bare = [one for one, those in theirs.items() if not somewhere.intersection(those)]
            if other == factor or not bare or len(bare) == len(theirs):
                continue
            forbidden: Plain = {factor: key, other: bare[0] if len(bare) == 1 else bare}
            yield {"name": _name(factor, key, other), "forbid": forbidden}
            possible = [
                action
                for action in possible
                if action.level(factor) != key or action.level(other) not in bare
            ]


def _name(factor: str, key: str, other: str) -> str:
    return f"The {factor} {key} only with {other}s that it has approved words for"


def _rules(text: str) -> Sequence[Plain]:
    content = plain(composed(text))
    rules = content.get("rules", ()) if isinstance(content, dict) else ()
    return rules if isinstance(rules, list | tuple) else ()


def _rule_number(text: str, level: LevelKey) -> Iterator[int]:
    names = {_name(*level, other) for other in _OTHERS}
    for number, rule in enumerate(_rules(text)):
        if isinstance(rule, dict) and rule.get("name") in names:
            yield number
