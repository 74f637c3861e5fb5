"""What people may change of a framework in the console, and what they see of its file.

A *passage* is one entry of a framework's list of blocks: words for some slots that were approved
together, and what they are bound to. A change says what is wanted; how a brand's folder is made to
say it is up to the port `rapport.ports.brand_files.BrandFiles`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from hashlib import sha256
from types import MappingProxyType

import msgspec
from msgspec import Struct

from rapport.core.creative.framework import CONTENT_FACTORS, Block, Framework, Rule
from rapport.core.creative.modes import APPROVED, SAMPLE, Writing
from rapport.core.time import HOUR

BOUND_TO = ("point", *CONTENT_FACTORS)
"""What a passage may be bound to."""

LEVELS = ("tone", "angle")
"""The factors whose levels are words alone; a visual needs a layout, an offer its terms."""

TICKED = ("offer", "visual")
"""The factors whose levels are allowed one by one, and described elsewhere."""

NONE: Mapping[str, str] = MappingProxyType({})


class Passage(Struct, frozen=True):
    """Words that stand together. `bound` has an entry for each of `BOUND_TO` that it is bound to.

    `id` is a digest of all that it says, so whoever names it names what they saw. `line` is where
    it begins in its file, 0 where there is no file. `language` is empty for the brand's own.
    """

    id: str
    line: int
    bound: Mapping[str, tuple[str, ...]]
    words: Mapping[str, str]
    language: str = ""
    by: str = ""
    also: bool = False
    """Whether they stand beside others, for whoever had those."""

    def fits(self, factor: str, key: str) -> bool:
        """Whether it is for this level, or for any."""
        levels = self.bound.get(factor, ())
        return not levels or key in levels


PASSAGE = re.compile(r"[0-9a-f]{16}(-[1-9][0-9]{0,4})?")
"""The `id` of a passage of a file; with a number where several say the same."""


def bound_in_words(bound: Mapping[str, tuple[str, ...]]) -> str:
    """Such as `for point first, tone warm`."""
    parts = [f"{factor} {', '.join(keys)}" for factor, keys in bound.items() if keys]
    return f"for {', '.join(parts)}" if parts else "for every message"


class AddWords(Struct, frozen=True):
    """New approved words."""

    bound: Mapping[str, tuple[str, ...]]
    words: Mapping[str, str]
    language: str = ""
    also: bool = False

    @property
    def in_words(self) -> str:
        return f"added words {bound_in_words(self.bound)}"


class EditWords(Struct, frozen=True):
    """Other words for a passage, or another binding. Words that are empty are taken out. `by` is
    where they come from now, empty where that stays as it is; so does `also` where it is None."""

    passage: str
    bound: Mapping[str, tuple[str, ...]]
    words: Mapping[str, str]
    by: str = ""
    also: bool | None = None

    @property
    def in_words(self) -> str:
        return f"changed words {bound_in_words(self.bound)}"


class RetireWords(Struct, frozen=True):
    """Takes a passage away; messages that were decided with it keep it."""

    passage: str

    @property
    def in_words(self) -> str:
        return f"retired words {self.passage}"


class AddLevel(Struct, frozen=True):
    """A new tone or angle with its first words, which must be enough for all of its messages.

    Those for the slot `offer_line` go with every offer. Where the brand's voice does not know a
    tone yet, it is told of it, with a sentence of its words that names no fact as the example.
    """

    factor: str
    key: str
    label: str
    describes: str
    words: Mapping[str, str] = NONE

    @property
    def in_words(self) -> str:
        return f"added {self.factor} {self.key}"


class EditLevel(Struct, frozen=True):
    """Another name or description of a tone or angle. Its key stays: it names the level for good.
    `was` is the name and the description that somebody saw."""

    factor: str
    key: str
    label: str
    describes: str
    was: tuple[str, str]

    @property
    def in_words(self) -> str:
        return f"described {self.factor} {self.key} anew"


class RetireLevel(Struct, frozen=True):
    """Takes a tone or angle away, and with it the words that are bound to nothing else."""

    factor: str
    key: str

    @property
    def in_words(self) -> str:
        return f"retired {self.factor} {self.key}"


class SetLimit(Struct, frozen=True):
    """How many characters a slot takes, facts filled in; `was` is what somebody saw."""

    slot: str
    most: str
    was: str

    @property
    def in_words(self) -> str:
        return f"{self.slot} takes {self.most} characters, it was {self.was}"


class SetMode(Struct, frozen=True):
    """How much people see of what a language model writes. All of it as it is typed: `sample` such
    as 20%, `deadline` such as 2d; either may be empty. `was` is what somebody saw, as
    `writer_as_seen` says it."""

    mode: str
    sample: str
    deadline: str
    was: str

    @property
    def in_words(self) -> str:
        return f"writer: {self.mode}, it was {self.was}"


class SaveRule(Struct, frozen=True):
    """A rule, of a framework or of the whole brand: a new one or, where `was` is the `rule_id` of
    one that somebody saw, what that becomes. `named` is what it was called."""

    rule: Rule
    was: str = ""
    named: str = ""

    @property
    def in_words(self) -> str:
        return f"{'changed' if self.was else 'added'} rule {self.named or self.rule.name}"


class RemoveRule(Struct, frozen=True):
    """Takes away the rule that somebody saw, by its `rule_id` and its name."""

    was: str
    named: str

    @property
    def in_words(self) -> str:
        return f"removed rule {self.named}"


class SetAllowed(Struct, frozen=True):
    """Which offers or visuals a framework has: `factor` is one of `TICKED`. Words that are bound to
    nothing but one that goes, go with it. `was` is what somebody saw. A visual that is new is taken
    from the framework of the brand that `taken` names for it; `line` is what is said of offers
    that are new, empty where there are words for them."""

    factor: str
    keys: tuple[str, ...]
    was: tuple[str, ...]
    taken: Mapping[str, str] = NONE
    line: str = ""

    @property
    def in_words(self) -> str:
        return f"{self.factor}s: {', '.join(self.keys)}; before: {', '.join(self.was)}"


class WholeText(Struct, frozen=True):
    """The whole file, as it is typed."""

    text: str

    @property
    def in_words(self) -> str:
        return "changed the file"


class Begin(Struct, frozen=True):
    """A new framework, made of another one: `like` is the other's key, one of the brand's own or,
    with `library`, of the library to start from. Of words that are bound to points, those of
    `point` are taken, or all where it is empty. Where there is a `text`, it is the file as it is
    typed."""

    key: str
    name: str
    like: str
    library: bool = False
    point: str = ""
    text: str = ""


KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
"""What the key of a framework, or of anything else in a brand's folder, is made of."""

RuleChange = SaveRule | RemoveRule

Change = (
    AddWords
    | EditWords
    | RetireWords
    | AddLevel
    | EditLevel
    | RetireLevel
    | SetLimit
    | SetMode
    | RuleChange
    | SetAllowed
    | WholeText
)
"""Each says with `in_words`, for the audit log, what it does."""


def writer_as_seen(writing: Writing) -> str:
    """Who writes, as far as it makes a difference: such as `approved`, or `sample 20% 48h`."""
    if writing.mode == APPROVED:
        return writing.mode
    share = f" {writing.sample * 100:g}%" if writing.mode == SAMPLE else ""
    return f"{writing.mode}{share} {writing.deadline / HOUR:g}h"


def rule_id(rule: Rule) -> str:
    """A digest of all that a rule says, so whoever names it names what they saw."""
    return sha256(msgspec.json.encode(rule)).hexdigest()[:16]


def rule_already(change: RuleChange, rules: Collection[Rule]) -> bool:
    """Whether `rules` are already as a change would have them: it was sent a second time."""
    if isinstance(change, RemoveRule):
        return all(rule_id(one) != change.was and one.name != change.named for one in rules)
    before = [one for one in rules if rule_id(one) == change.was]
    return change.rule in rules and all(one == change.rule for one in before)


def rule_still_said(change: RuleChange, rules: Collection[Rule]) -> bool:
    """Whether a rule still is among `rules` as somebody saw it. One that is new disturbs nobody,
    unless another took its name; nor does who wants what is there already."""
    if rule_already(change, rules):
        return True
    if isinstance(change, SaveRule) and not change.was:
        return all(one.name != change.rule.name for one in rules)
    return any(rule_id(one) == change.was for one in rules)


def passages_of(framework: Framework, usual: str) -> tuple[Passage, ...]:
    """The passages that a published framework's blocks came from, as far as the blocks tell:
    neighbours with the same binding stand together. `usual` is the brand's language."""
    groups: list[list[Block]] = []
    for block in framework.blocks:
        last = groups[-1] if groups else []
        alike = last and _binding(last[0]) == _binding(block)
        if alike and all(other.slot != block.slot for other in last):
            last.append(block)
        else:
            groups.append([block])
    return tuple(
        Passage(
            id=f"p{number}",
            line=0,
            bound={factor: keys for factor in BOUND_TO if (keys := _levels(first[0], factor))},
            words={block.slot: block.text for block in first},
            language="" if first[0].language == usual else first[0].language,
            by=first[0].by,
            also=bool(first[0].also),
        )
        for number, first in enumerate(groups, 1)
    )


def _levels(block: Block, factor: str) -> tuple[str, ...]:
    levels: tuple[str, ...] = getattr(block, f"{factor}s")
    return levels


def _binding(block: Block) -> tuple[object, ...]:
    return (
        *(_levels(block, factor) for factor in BOUND_TO),
        block.language,
        block.by,
        bool(block.also),
    )
