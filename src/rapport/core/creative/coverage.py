"""What a framework's approved words cover: gaps, distinct messages, and blocks that nobody gets.

All of it follows from the framework alone, by going through every combination that no rule takes
away from everybody. A combination is what `rapport.core.creative.framework.combinations` yields, at
a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from math import prod

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.creative.described import described
from rapport.core.creative.echoes import Echo, echoes
from rapport.core.creative.framework import (
    CONTENT_FACTORS,
    SAID_ONCE,
    SILENCE,
    Action,
    Block,
    Framework,
    Rule,
    choose_blocks,
    combinations,
)
from rapport.core.creative.speaking import OF_A_LAYOUT, Speaker, said
from rapport.core.flow import Flow


class Gap(Struct, frozen=True):
    """Combinations at one point that cannot be said: `combinations` says which, in as few words
    as that takes, and `count` how many they are. Who reads that language gets others; where there
    are none, see `InLanguage.unsaid_at`."""

    point: str
    what: str
    """Such as `no approved subject`."""
    combinations: tuple[str, ...]
    count: int
    where: str = ""
    """The file and line where words of the language begin, or the file that lacks something."""


class Unreached(Struct, frozen=True):
    """A block that no combination is written with; `why` in words. One that `goes_second` is for
    whoever had the words before it; nobody gets any other."""

    id: str
    where: str
    why: str
    goes_second: bool = False


class InLanguage(Struct, frozen=True):
    """How far one language's words go, over all points.

    `combinations` are those that the rules leave, `approved` those that can be said whole.
    `messages` counts messages that differ: in a block, the visual or the offer. `wordings` counts
    those that differ in a block.
    """

    language: str
    blocks: int
    combinations: int
    approved: int
    messages: int
    wordings: int
    gaps: tuple[Gap, ...]
    unsaid_at: tuple[str, ...] = ()
    """The points at which none can be said whole: who reads the language is written to in the
    brand's there."""


class Coverage(Struct, frozen=True):
    """One framework's. `barred` combinations are taken away from everybody by rules; those that
    hold on some days only are left aside, and `dated` names those of them that are for everybody
    and still let something be said.
    """

    framework: str
    name: str
    points: tuple[str, ...]
    barred: int
    languages: tuple[InLanguage, ...]
    unreached: tuple[Unreached, ...]
    echoes: tuple[Echo, ...] = ()
    """Tones and angles that have no words of their own, everywhere or somewhere."""
    first_alone: tuple[str, ...] = ()
    """The ids of blocks that stand beside others (`also`) and yet go first, to everybody, in the
    usual arm too: where nothing else fits."""
    dated: tuple[str, ...] = ()


def points_of(flows: Iterable[Flow], framework: str) -> tuple[str, ...]:
    """The decision points that choose among a framework's messages, in the order of the flows."""
    return tuple(moments_at(flows, framework))


def moments_at(flows: Iterable[Flow], framework: str) -> dict[str, tuple[str, ...]]:
    """The same points, each with the keys of the moments that it chooses among."""
    found: dict[str, tuple[str, ...]] = {}
    for flow in flows:
        for point in flow.points:
            if point.framework == framework:
                keys = (*found.get(point.key, ()), *(time.key for time in point.times))
                found[point.key] = tuple(dict.fromkeys(keys))
    return found


def moments_of(flows: Iterable[Flow], framework: str) -> tuple[str, ...]:
    """The keys of the moments at all of a framework's points, each once."""
    every = moments_at(flows, framework).values()
    return tuple(dict.fromkeys(key for keys in every for key in keys))


def possible_at(
    framework: Framework, points: Mapping[str, Sequence[str]], rules: Sequence[Rule]
) -> dict[str, tuple[Action, ...]]:
    """What the rules leave at each point, whose moments are known."""
    return {
        point: tuple(combinations(framework, rules, moments)) for point, moments in points.items()
    }


def languages_of(framework: Framework, usual: str) -> tuple[str, ...]:
    """The languages that a framework has words in; the brand's own first."""
    written = sorted({block.language for block in framework.blocks} - {usual})
    return (usual, *written)


def coverage(
    framework: Framework,
    points: Mapping[str, Sequence[str]],
    usual: str,
    rules: Sequence[Rule] = (),
    speaker: Speaker | None = None,
) -> Coverage:
    """What `framework` covers at `points`, each with its moments (as `moments_at` has them);
    `usual` is the brand's language, `rules` are its own.

    With `speaker` all that a message needs is asked for, the offer's words and those around the
    approved ones among it; without, the slots that must be filled.
    """
    possible = possible_at(framework, points, rules)
    reached: set[str] = set()
    whole: set[tuple[str, str, Action]] = set()
    languages = tuple(
        _in_language(framework, language, possible, (reached, whole), speaker)
        for language in languages_of(framework, usual)
    )
    everything = prod(len(framework.keys(factor)) for factor in CONTENT_FACTORS)
    return Coverage(
        framework=framework.key,
        name=framework.name,
        points=tuple(points),
        barred=everything * len(points) - sum(map(len, possible.values())),
        languages=languages,
        unreached=tuple(
            _unreached(block, possible, whole)
            for block in framework.blocks
            if block.id not in reached
        ),
        echoes=echoes(framework, usual, possible),
        first_alone=tuple(b.id for b in framework.blocks if b.also and b.id in reached),
        dated=tuple(
            rule.name
            for rule in (*rules, *framework.rules)
            if rule.concerns(framework.key)
            and rule.kind != SILENCE
            and not rule.always
            and replace(rule, first_day=None, last_day=None).always
        ),
    )


def _in_language(
    framework: Framework,
    language: str,
    possible: Mapping[str, Sequence[Action]],
    found: tuple[set[str], set[tuple[str, str, Action]]],
    speaker: Speaker | None,
) -> InLanguage:
    """`found` is added to: the blocks that a message is written with, and the combinations, with
    language and point, that can be said."""
    reached, whole = found
    approved = 0
    messages: set[tuple[str, ...]] = set()
    wordings: set[tuple[str, ...]] = set()
    gaps: list[Gap] = []
    unsaid_at = []
    for point, actions_here in possible.items():
        lacking: dict[str, list[Action]] = {}
        before = approved
        for action in actions_here:
            if speaker is None:
                chosen = choose_blocks(framework, point, action, language)
                missing = [f"no approved {slot}" for slot in missing_slots(framework, chosen)]
            else:
                chosen, missing = said(speaker, framework, point, action, language)
            for what in missing:
                lacking.setdefault(what, []).append(action)
            if missing:
                continue
            approved += 1
            whole.add((language, point, action))
            words = tuple(block.id for block in chosen.values())
            reached.update(words)
            wordings.add(words)
            messages.add((*words, action.visual, action.offer))
        if approved == before:
            unsaid_at.append(point)
        gaps += [
            Gap(
                point,
                what,
                tuple(described(actions, actions_here)),
                len(actions),
                _where(framework, language, what),
            )
            for what, actions in lacking.items()
        ]
    return InLanguage(
        language=language,
        blocks=sum(block.language == language for block in framework.blocks),
        combinations=sum(map(len, possible.values())),
        approved=approved,
        messages=len(messages),
        wordings=len(wordings),
        gaps=tuple(gaps),
        unsaid_at=tuple(unsaid_at),
    )


def _where(framework: Framework, language: str, what: str) -> str:
    """Where to begin with what is missing."""
    if not what.startswith(("no approved", *OF_A_LAYOUT)):
        return "brand.yaml"
    return next((block.where for block in framework.blocks if block.language == language), "")


def missing_slots(framework: Framework, chosen: Mapping[str, Block]) -> list[str]:
    """The required slots that none of the chosen blocks fills."""
    return [slot.key for slot in framework.slots if slot.required and slot.key not in chosen]


def _unreached(
    block: Block,
    possible: Mapping[str, Sequence[Action]],
    whole: Set[tuple[str, str, Action]],
) -> Unreached:
    """Why no message is written with a block; `whole` are those that can be said, by language."""

    def because(why: str) -> Unreached:
        return Unreached(block.id, block.where, why)

    if block.points and not set(block.points) & set(possible):
        return because(f"no flow decides at point {', '.join(block.points)}")
    fitting = [
        (point, action)
        for point, actions in possible.items()
        for action in actions
        if block.fits(point, action)
    ]
    if not fitting:
        return because("the rules leave no combination that it fits")
    if not any((block.language, *place) in whole for place in fitting):
        return because("wherever it fits, the message lacks something else")
    if block.slot not in SAID_ONCE:
        return because(
            "wherever it fits, other words go before it, and only a subject or a body gives way "
            "to others"
        )
    why = "wherever it fits, other words go before it, so it is for those who had them already"
    return Unreached(block.id, block.where, why, goes_second=True)
