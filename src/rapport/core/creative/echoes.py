"""Tones and angles that say, word for word, what another one says: nobody could tell them apart.

Approved words that are bound to no tone, or to no angle, go out with each of them. So a level that
is new may have words for all it is drawn with from its first moment on, and none that are its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.creative.described import described
from rapport.core.creative.editing import LEVELS
from rapport.core.creative.framework import Action, Framework, choose_blocks

MOST_NAMED = 3
"""Combinations that a sentence names."""


class Echo(Struct, frozen=True):
    """A tone or an angle that says what `like`, one before it, says: in these `combinations`, in
    as few words as say it, or in all of them where there are none; and at this `point`, or at
    every one where there is none. `count` is how many combinations that are."""

    factor: str
    level: str
    like: str
    point: str
    combinations: tuple[str, ...]
    count: int

    @property
    def says(self) -> str:
        """The same in two sentences."""
        own, like = f"{self.factor} {self.level}", f"{self.factor} {self.like}"
        named = "; ".join(self.combinations[:MOST_NAMED])
        if (more := len(self.combinations) - MOST_NAMED) > 0:
            named += f" and {more} more"
        where = f"{f' at point {self.point}' * bool(self.point)}{f' for {named}' * bool(named)}"
        there = "there it" if where else "it"
        return (
            f"The {own} has no words of its own yet{where}: {there} says what the {like} says. "
            "Nothing changes for readers until it has."
        )


def echoes(
    framework: Framework, usual: str, possible: Mapping[str, Sequence[Action]]
) -> tuple[Echo, ...]:
    """Those of a framework in the brand's `usual` language. `possible` is what the rules leave at
    each of its points."""
    said = {
        point: {
            action: tuple(
                block.id for block in choose_blocks(framework, point, action, usual).values()
            )
            for action in actions
        }
        for point, actions in possible.items()
    }
    found: list[Echo] = []
    for factor in LEVELS:
        keys = framework.keys(factor)
        for number, key in enumerate(keys):
            for like in keys[:number]:
                same = {
                    point: tuple(
                        action
                        for action in words
                        if action.level(factor) == key
                        and words[action] == words.get(replace(action, **{factor: like}))
                    )
                    for point, words in said.items()
                }
                if not any(same.values()):
                    continue
                everywhere = len(set(same.values())) == 1
                for point, actions in list(same.items())[: 1 if everywhere else None]:
                    if actions:
                        here = possible[point]
                        all_of_it = len(actions) == sum(one.level(factor) == key for one in here)
                        part = (
                            ()
                            if all_of_it
                            else _besides(described(actions, here), f"{factor} {key}")
                        )
                        at = "" if everywhere else point
                        found.append(Echo(factor, key, like, at, part, len(actions)))
                break
    return tuple(found)


def _besides(combinations: Sequence[str], level: str) -> tuple[str, ...]:
    """Combinations without the level that they are all about."""
    parts = (combination.split(", ") for combination in combinations)
    return tuple(", ".join(part for part in one if part != level) for one in parts)
