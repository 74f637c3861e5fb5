"""Creative frameworks: what people write so that a message can vary, and the choice among it.

A framework belongs to a decision point's flow. It names the levels of each creative factor (tone,
angle, visual), the slots that make up one message, the approved blocks that may fill a slot, and
the rules between levels. Offers belong to the brand and are named here by key.
"""

from __future__ import annotations

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
