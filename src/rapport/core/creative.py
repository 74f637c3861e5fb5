"""Creative frameworks: what people write so that a message can vary, and the choice among it.

A framework belongs to a decision point's flow. It names the levels of each creative factor (tone,
angle, visual), the slots that make up one message, the approved blocks that may fill a slot, and
the rules between levels. Offers belong to the brand and are named here by key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct

FACTORS = ("time", "offer", "tone", "angle", "visual")
"""The order in which levels are chosen: the time first, the rest when the time has come."""

CONTENT_FACTORS = FACTORS[1:]

NO_OFFER = "none"


class Level(Struct, frozen=True, gc=False):
    """One value that a factor can take, with the words that people see for it."""

    key: str
    label: str
    describes: str = ""
    """One sentence for the reviewer and, later, for the writer."""
    topics: tuple[str, ...] = ()
    """Topics that a person may have declined; such a level is then not eligible."""


class Slot(Struct, frozen=True, gc=False):
    """A place in the message. `max_chars` limits the text after facts are filled in."""

    key: str
    max_chars: int
    required: bool = True


class Block(Struct, frozen=True, gc=False):
    """Approved words for one slot. An empty tuple of a factor means that any level fits.

    `text` is Liquid over the facts of `rapport.core.facts`; `where` is the file and line it was
    written on, so that a finding can name the place.
    """

    id: str
    slot: str
    text: str
    points: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    angles: tuple[str, ...] = ()
    visuals: tuple[str, ...] = ()
    language: str = "en"
    where: str = ""

    def fits(self, point: str, action: Action) -> bool:
        """Whether these words may be used at a decision point for an action."""
        return (
            (not self.points or point in self.points)
            and (not self.offers or action.offer in self.offers)
            and (not self.tones or action.tone in self.tones)
            and (not self.angles or action.angle in self.angles)
            and (not self.visuals or action.visual in self.visuals)
        )

    @property
    def specificity(self) -> int:
        """How many of the point and the factors it is bound to."""
        bound = (self.points, self.offers, self.tones, self.angles, self.visuals)
        return sum(1 for levels in bound if levels)


class Condition(Struct, frozen=True, gc=False):
    """A test on one signal: `op` is one of <, <=, >, >=, ==, !=. An unavailable signal fails it."""

    signal: str
    op: str
    value: float


class Rule(Struct, frozen=True, gc=False):
    """Forbids the combinations that match every factor named, while all conditions hold.

    `levels` maps a factor to the levels that match, as pairs. With one factor the rule takes levels
    away; with two it takes pairs away.
    """

    name: str
    levels: tuple[tuple[str, tuple[str, ...]], ...]
    when: tuple[Condition, ...] = ()


class Framework(Struct, frozen=True, gc=False):
    """Everything that a message of one purpose may be made of."""

    key: str
    name: str
    slots: tuple[Slot, ...]
    offers: tuple[str, ...]
    tones: tuple[Level, ...]
    angles: tuple[Level, ...]
    visuals: tuple[Level, ...]
    blocks: tuple[Block, ...]
    rules: tuple[Rule, ...] = ()
    layouts: tuple[tuple[str, str], ...] = ()
    """Pairs of a visual's key and its MJML source, with Liquid placeholders."""

    def keys(self, factor: str) -> tuple[str, ...]:
        """The keys of a content factor's levels, in the order they were written."""
        if factor == "offer":
            return self.offers
        levels: tuple[Level, ...] = {
            "tone": self.tones,
            "angle": self.angles,
            "visual": self.visuals,
        }[factor]
        return tuple(level.key for level in levels)


class Action(Struct, frozen=True, omit_defaults=True, gc=False):
    """What was chosen: a message made of one level for each factor, or to hold."""

    hold: bool = False
    time: str = ""
    offer: str = ""
    tone: str = ""
    angle: str = ""
    visual: str = ""
    channel: str = "email"

    def level(self, factor: str) -> str:
        """The chosen key of a factor."""
        value: str = getattr(self, factor)
        return value


HOLD = Action(hold=True)


def message(levels: Mapping[str, str], time: str = "") -> Action:
    """The action that sends these levels; `time` where it was chosen apart from them."""
    return Action(
        time=time or levels.get("time", ""),
        offer=levels.get("offer", NO_OFFER),
        tone=levels.get("tone", ""),
        angle=levels.get("angle", ""),
        visual=levels.get("visual", ""),
    )


def choose_blocks(
    framework: Framework, point: str, action: Action, language: str
) -> dict[str, Block]:
    """The approved block for each slot, by slot, in the order of the framework's slots.

    Among the blocks that fit, the one bound to most factors is taken, then the one written first.
    A block bound to another tone never fits, so a message has one tone. A slot for which nothing
    fits is left out; whether it may be is the slot's `required`.
    """
    best: dict[str, Block] = {}
    for block in framework.blocks:
        if block.language != language or not block.fits(point, action):
            continue
        known = best.get(block.slot)
        if known is None or block.specificity > known.specificity:
            best[block.slot] = block
    return {slot.key: best[slot.key] for slot in framework.slots if slot.key in best}


def combinations(framework: Framework) -> Iterator[Action]:
    """Every action of a framework that no unconditional rule forbids, the time left open."""
    always = [rule for rule in framework.rules if not rule.when]
    for offer, tone, angle, visual in product(*map(framework.keys, CONTENT_FACTORS)):
        action = Action(offer=offer, tone=tone, angle=angle, visual=visual)
        if not any(forbids(rule.levels, action) for rule in always):
            yield action


def forbids(levels: Sequence[tuple[str, tuple[str, ...]]], action: Action) -> bool:
    """Whether an action matches every factor that a rule names."""
    return all(action.level(factor) in keys for factor, keys in levels)
