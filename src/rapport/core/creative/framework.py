"""Creative frameworks: what people write so that a message can vary, and the choice among it.

A framework belongs to a decision point's flow. It names the levels of each creative factor (tone,
angle, visual), the slots that make up one message, the approved blocks that may fill a slot, and
the rules between levels. Offers belong to the brand and are named here by key.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from rapport.core.bounds import CATEGORY_CHARS
from rapport.core.creative.modes import Writing

FACTORS = ("time", "offer", "tone", "angle", "visual")
"""The order in which levels are chosen: the time first, the rest when the time has come."""

CONTENT_FACTORS = FACTORS[1:]

WORDING = CONTENT_FACTORS[1:]
"""The factors that cost nothing: drawn after the offer, in this order."""

NO_OFFER = "none"

CART, VIEWED, ORDER, NOTHING = "cart", "viewed", "order", "nothing"
ABOUT = (CART, VIEWED, ORDER, NOTHING)
"""What messages of a framework may be about: the open basket, products that were looked at, the
last order, or none of them."""


class Level(Struct, frozen=True, gc=False):
    """One value that a factor can take, with the words that people see for it."""

    key: str
    label: str
    describes: str = ""
    """One sentence for the reviewer and, later, for the writer."""
    topics: tuple[str, ...] = ()
    """Topics that a person may have declined; such a level is then not eligible."""
    needs: tuple[str, ...] = ()
    """What a visual shows besides words, of `rapport.core.creative.proof.NEEDS`; where it is not
    there, the visual is not eligible."""


class Slot(Struct, frozen=True, gc=False):
    """A place in the message. `max_chars` limits the text after facts are filled in."""

    key: str
    max_chars: int
    required: bool = True


SAID_ONCE = ("subject", "body")
"""The slots whose words nobody gets twice, so that whoever had them gets others."""


class Block(Struct, frozen=True, gc=False):
    """Approved words for one slot. An empty tuple of a factor means that any level fits.

    `text` is Liquid over the facts of `rapport.core.creative.facts`; `where` is the file and line
    it was written on, so that a finding can name the place.
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
    by: str = ""
    """Where the words come from, if not from whoever wrote the file: a model, and who approved."""
    also: bool | UnsetType = UNSET
    """Whether they stand beside others: whatever else fits goes before them, and they are for
    whoever had that. Left out where they do not, so that what was written before there were any
    (drafts name what they stand on by a digest) is as it was."""

    def is_for(self, point: str) -> bool:
        """Whether these words may be used at a decision point, for one action or another."""
        return not self.points or point in self.points

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
    def rank(self) -> tuple[bool, int]:
        """Where it stands among those that fit, the lowest first: those that stand beside others
        last, and before that those that are bound to most of the point and the factors."""
        bound = (self.points, self.offers, self.tones, self.angles, self.visuals)
        return bool(self.also), -sum(1 for levels in bound if levels)


class Condition(Struct, frozen=True, gc=False):
    """A test on one signal: `op` is one of <, <=, >, >=, ==, !=. An unavailable signal fails it."""

    signal: str
    op: str
    value: float


FORBID, ONLY, SILENCE = "forbid", "only", "silence"
RULE_KINDS = (FORBID, ONLY, SILENCE)


class Rule(Struct, frozen=True, gc=False):
    """What a brand's people decided for an audience; see `rapport.core.deciding.rules`.

    `levels` maps factors to levels, as pairs. `forbid` takes away the combinations that match every
    factor named: with one factor levels, with two pairs. `only` leaves of each factor named these
    levels and no others. `silence` names no levels: nothing is said at all.

    The audience are those for whom all of `when` and at least one of `any_of` hold; with both empty
    it is everybody. A rule holds from `first_day` to `last_day`, both included: days since
    1970-01-01 on the brand's clock, None where it has no such end. `frameworks` names where it
    holds, and is empty for everywhere.
    """

    name: str
    levels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    when: tuple[Condition, ...] = ()
    kind: str = FORBID
    any_of: tuple[Condition, ...] = ()
    because: str = ""
    first_day: int | None = None
    last_day: int | None = None
    active: bool = True
    frameworks: tuple[str, ...] = ()

    @property
    def always(self) -> bool:
        """Whether it holds for everybody at any time."""
        ends = self.first_day is not None or self.last_day is not None
        return self.active and not (self.when or self.any_of or ends)

    @property
    def for_good(self) -> bool:
        """Whether it leaves nothing at all to say to everybody, from some day on and for ever."""
        silent = self.active and self.kind == SILENCE
        return silent and not (self.when or self.any_of) and self.last_day is None

    def concerns(self, framework: str) -> bool:
        """Whether it is in use for this framework."""
        return self.active and (not self.frameworks or framework in self.frameworks)

    def forbids(self, action: Action) -> bool:
        """Whether the rule's audience may not get this message; silence forbids every message."""
        if self.kind == ONLY:
            return any(action.level(factor) not in keys for factor, keys in self.levels)
        return all(action.level(factor) in keys for factor, keys in self.levels)


class Topic(Struct, frozen=True, gc=False):
    """What messages are of, for people to decline: a key, and the words that they see for it."""

    key: str
    label: str


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
    writing: Writing = Writing()
    """Whether a model may write for it, and how much of that a person sees first."""
    about: str = CART
    """One of `ABOUT`; words may only name the facts that go with it."""
    topic: Topic | None = None
    """What its messages are of: whoever declined that gets none of them."""

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

    def without_places(self) -> Framework:
        """The same, without the files and lines it was read from."""
        return replace(self, blocks=tuple(replace(block, where="") for block in self.blocks))


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

    Among the blocks that fit, those that stand beside others (`also`) come last; of the rest the
    one bound to most factors is taken, then the one written first.
    A block bound to another tone never fits, so a message has one tone. A slot for which nothing
    fits is left out; whether it may be is the slot's `required`.
    """
    best: dict[str, Block] = {}
    for block in framework.blocks:
        if block.language != language or not block.fits(point, action):
            continue
        known = best.get(block.slot)
        if known is None or block.rank < known.rank:
            best[block.slot] = block
    return {slot.key: best[slot.key] for slot in framework.slots if slot.key in best}


def combinations(
    framework: Framework, rules: Sequence[Rule] = (), moments: Collection[str] = ()
) -> Iterator[Action]:
    """Every action of a framework that nothing forbids to everybody at any time: neither its own
    rules nor `rules`, those of the brand. The time is left open; `moments` are those there are."""
    every = (*rules, *framework.rules)
    always = [rule for rule in every if rule.always and rule.concerns(framework.key)]
    if not any(factor == "time" for rule in always for factor, _ in rule.levels):
        moments = ()
    for offer, tone, angle, visual in product(*map(framework.keys, CONTENT_FACTORS)):
        action = Action(offer=offer, tone=tone, angle=angle, visual=visual)
        if not barring(always, action, moments):
            yield action


def barring(rules: Sequence[Rule], action: Action, moments: Collection[str] = ()) -> list[Rule]:
    """The rules that forbid an action at every one of `moments`, each by itself or else together;
    none where it may be said at one of them. With no moments known, one that depends on the moment
    is not forbidden."""
    if moments:
        actions = [replace(action, time=moment) for moment in moments]
        against = [[rule for rule in rules if rule.forbids(one)] for one in actions]
    else:
        open_ = ((rule, without_time(rule)) for rule in rules)
        against = [[rule for rule, about in open_ if about is not None and about.forbids(action)]]
    if not all(against):
        return []
    named = [{id(rule) for rule in one} for one in against]
    barred = set.intersection(*named) or set.union(*named)
    return [rule for rule in rules if id(rule) in barred]


def declined_of(framework: Framework, action: Action, declined: Collection[str]) -> str:
    """A topic of this message that is among those `declined`; empty where there is none."""
    topics = {
        topic
        for factor, levels in (
            ("tone", framework.tones),
            ("angle", framework.angles),
            ("visual", framework.visuals),
        )
        for level in levels
        if level.key == action.level(factor)
        for topic in level.topics
    }
    if framework.topic is not None:
        topics.add(framework.topic.key)
    return min([topic for topic in topics if declines(declined, topic)], default="")


def declines(declined: Collection[str], topic: str) -> bool:
    """Whether a topic is among those `declined`. Before these were kept whole they were cut
    (`rapport.core.editions.CHOICES_KEPT`), and such a one stands for all that begin like it."""
    return topic in declined or topic[:CATEGORY_CHARS] in declined


def topics_of(frameworks: Iterable[Framework]) -> frozenset[str]:
    """All topics that messages of these may be of, whole or in one of their levels."""
    found: set[str] = set()
    for framework in frameworks:
        if framework.topic is not None:
            found.add(framework.topic.key)
        for level in (*framework.tones, *framework.angles, *framework.visuals):
            found.update(level.topics)
    return frozenset(found)


def without_time(rule: Rule, time: str | None = None) -> Rule | None:
    """What a rule says about content once the moment `time` was chosen, None where it is nothing.

    With `time` left open, a combination that depends on the moment is not forbidden.
    """
    for factor, _ in rule.levels:
        if factor == "time":
            break
    else:
        return rule
    rest = tuple(pair for pair in rule.levels if pair[0] != "time")
    if not rest:
        return None
    if rule.kind == FORBID and time not in dict(rule.levels)["time"]:
        return None
    return replace(rule, levels=rest)
