"""Whether new words come second: where people have approved some already, these stay the first."""

from __future__ import annotations

from collections.abc import Sequence, Set

from msgspec import UNSET
from msgspec.structs import replace

from rapport.core.blueprint import BrandFolder
from rapport.core.creative.coverage import moments_of, points_of
from rapport.core.creative.draft import Draft
from rapport.core.creative.editing import LEVELS
from rapport.core.creative.framework import (
    NO_OFFER,
    SAID_ONCE,
    Action,
    Block,
    Framework,
    Level,
    choose_blocks,
    combinations,
)
from rapport.core.creative.speaking import Speaker, said
from rapport.core.flow import DecisionPoint


def proposed_blocks(draft: Draft) -> tuple[Block, ...]:
    """A proposal's words as they are bound once they are taken in: to no visual, and to an offer
    only where they name one."""
    action = draft.action
    return tuple(
        Block(
            id=block.id,
            slot=block.slot,
            text=block.text,
            points=(draft.point,) if draft.point else (),
            offers=() if action.offer in ("", NO_OFFER) else (action.offer,),
            tones=(action.tone,) if action.tone else (),
            angles=(action.angle,) if action.angle else (),
            language=draft.language,
        )
        for block in draft.blocks().values()
    )


def come_second(folder: BrandFolder, framework: Framework, blocks: Sequence[Block]) -> bool:
    """Whether messages that these blocks fit have other words in their place, and are said by them.

    Words of a tone or an angle that says only what another one says come first: that is what it
    waits for. Those that fit the usual message never do, whatever it says: it is what all others
    are measured against.
    """
    usual = {
        point.key: point
        for flow in folder.flows
        for point in flow.points
        if point.framework == framework.key
    }
    points = points_of(folder.flows, framework.key) or ("",)
    moments = moments_of(folder.flows, framework.key)
    possible = frozenset(combinations(framework, folder.rules, moments))
    for point in points:
        for action in possible:
            fitting = [block for block in blocks if block.fits(point, action)]
            if not fitting:
                continue
            language = fitting[0].language
            speaker = Speaker(folder.brand, folder.offers)
            chosen, missing = said(speaker, framework, point, action, language)
            if missing or not any(block.slot in chosen for block in fitting):
                continue
            at = usual.get(point)
            if at is not None and _is_usual(framework, at, action):
                return True
            if not _echoes(framework, point, action, language, possible):
                return True
    return False


def go_second(folder: BrandFolder, drafts: Sequence[Draft]) -> tuple[bool, ...]:
    """Of proposals that are taken in together, in their order, whether each comes second: behind
    what the folder has, or behind one that is taken in before it."""
    frameworks = {framework.key: framework for framework in folder.frameworks}
    found = []
    for draft in drafts:
        framework = frameworks.get(draft.framework)
        if framework is None:
            found.append(False)
            continue
        blocks = proposed_blocks(draft)
        second = come_second(folder, framework, blocks)
        found.append(second)
        added = tuple(replace(block, also=second or UNSET) for block in blocks)
        frameworks[draft.framework] = replace(
            framework, blocks=(*framework.blocks, *added), **_widened(framework, draft)
        )
    return tuple(found)


def _widened(framework: Framework, draft: Draft) -> dict[str, tuple[Level, ...]]:
    """Its tones and angles with those that a proposal brings along."""
    found = {}
    for factor in LEVELS:
        key, name = draft.action.level(factor), f"{factor}s"
        if key and key not in framework.keys(factor):
            found[name] = (*getattr(framework, name), Level(key, key))
    return found


def if_together(slots: Sequence[str]) -> str:
    """Who gets words for these slots that come second only where others, which are listed before
    them, are taken in as well."""
    told = "Where you take in one above that is for the same messages, that one goes first: "
    if not any(slot in SAID_ONCE for slot in slots):
        return f"{told}nobody gets these until you retire it."
    return (
        f"{told}these are then for whoever had it, and never for people who get the usual messages."
    )


def in_a_sentence(slots: Sequence[str]) -> str:
    """Who gets words for these slots that come second."""
    second = [slot for slot in slots if slot in SAID_ONCE]
    others = [slot for slot in slots if slot not in SAID_ONCE]
    if not second:
        return (
            "Other approved words go before these for everybody: nobody gets them until you retire "
            "those, or change which messages these are for."
        )
    told = (
        "They go second: to whoever had the words that are approved there already. For everybody "
        "else, and for people who get the usual messages, nothing changes."
    )
    if others:
        used = f"the {' and the '.join(second)} {'are' if len(second) > 1 else 'is'} used"
        told += f" Of them only {used}; in the other parts the words that are there stay."
    return told


def _is_usual(framework: Framework, point: DecisionPoint, action: Action) -> bool:
    """Whether the usual arm may get this message, with one visual and offer or another."""
    return all(
        action.level(factor) == (point.usual.get(factor) or framework.keys(factor)[0])
        for factor in LEVELS
    )


def _echoes(
    framework: Framework, point: str, action: Action, language: str, possible: Set[Action]
) -> bool:
    """Whether a message says, word for word, what it says with a tone or an angle before its own,
    see `rapport.core.creative.echoes`."""
    own = choose_blocks(framework, point, action, language)
    for factor in LEVELS:
        keys = framework.keys(factor)
        for like in keys[: keys.index(action.level(factor))]:
            other = replace(action, **{factor: like})
            if other in possible and choose_blocks(framework, point, other, language) == own:
                return True
    return False
