"""In which language somebody is written to, and what of a framework cannot be said in it.

Where anything that may be chosen now is approved in a person's language as a whole, all of the
choice is made among that: no chance and no second message takes them to words that they do not
read. Where nothing is, they are written to in the brand's language, as everybody was before
anything was translated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod

from msgspec import Struct

from rapport.core.blueprint import Release
from rapport.core.brand import Brand
from rapport.core.creative.framework import (
    CONTENT_FACTORS,
    FORBID,
    NO_OFFER,
    Block,
    Framework,
    Rule,
)
from rapport.core.creative.speaking import (
    Speaker,
    can_say,
    lacks,
    layout_lacks,
    names_code,
    names_offer,
)
from rapport.core.deciding.reasons import NOT_IN_LANGUAGE
from rapport.core.deciding.remaining import masks_of
from rapport.core.editions import IN_THEIR_LANGUAGE
from rapport.core.last import remembers
from rapport.core.offer import Offer
from rapport.core.person.signals import Moment


class Spoken(Struct, frozen=True, gc=False):
    """A language that somebody may be written to in, and rules that forbid what cannot be said in
    it."""

    language: str
    unsayable: tuple[Rule, ...] = ()


def languages_of(moment: Moment) -> tuple[str, str]:
    """The person's and the brand's."""
    usual = moment.release.brand.language
    return (moment.state.language or usual)[:2].lower(), usual


def spoken_to(moment: Moment, framework: Framework, point: str) -> tuple[Spoken, ...]:
    """The languages that they are written to in at a point, the first in which anything of what may
    be chosen can be said: theirs, if any message of the framework is whole in it, and the brand's.

    In editions before `IN_THEIR_LANGUAGE` the brand's alone, which takes nothing away: the writer
    found out by itself what each message could be said in.
    """
    own, usual = languages_of(moment)
    if own == usual or moment.release.edition < IN_THEIR_LANGUAGE:
        return (Spoken(usual),)
    rules = unsayable_of(moment.release, framework, point, own)
    return (Spoken(usual),) if rules is None else (Spoken(own, rules), Spoken(usual))


def unsayable_of(
    release: Release, framework: Framework, point: str, language: str
) -> tuple[Rule, ...] | None:
    """What of a framework cannot be said at a point in a language that is not the brand's, as rules
    that forbid it; None where nothing can."""
    return _unsayable(framework, release.brand, release.offers, point, language)


class Fitting:
    """The combinations of levels that blocks are for, as bits of one number."""

    def __init__(self, levels: Mapping[str, tuple[str, ...]]) -> None:
        self.levels = levels
        self.masks = masks_of(levels)
        self.all = (1 << prod(len(levels[factor]) for factor in CONTENT_FACTORS)) - 1

    def of(self, block: Block) -> int:
        """Those that a block is for."""
        found = self.all
        for factor, keys in (
            ("offer", block.offers),
            ("tone", block.tones),
            ("angle", block.angles),
            ("visual", block.visuals),
        ):
            if keys:
                masks, either = self.masks[factor], 0
                for key in keys:
                    either |= masks.get(key, 0)
                found &= either
        return found


def whole_in(
    language: str, who: Speaker, framework: Framework, blocks: Sequence[Block], fitting: Fitting
) -> int:
    """The combinations that can be said as a whole in a language that is not the brand's, see
    `rapport.core.creative.speaking`; `blocks` are those of the framework that are for the point."""
    by_slot: dict[str, list[Block]] = {}
    for block in blocks:
        if block.language == language and can_say(who.brand, block):
            by_slot.setdefault(block.slot, []).append(block)
    found = fitting.all if by_slot else 0
    named = coded = 0
    for slot in framework.slots:
        left = fitting.all  # those for which no block is chosen yet, as `choose_blocks` chooses
        for block in sorted(by_slot.get(slot.key, ()), key=lambda block: block.rank):
            if mask := fitting.of(block) & left:
                left &= ~mask
                named |= mask if names_offer(block.text) else 0
                coded |= mask if names_code(block.text) else 0
        found &= ~left if slot.required else fitting.all
    for key in fitting.levels["offer"]:
        offer = next((one for one in who.offers if one.key == key), None)
        if lacks(who.brand, who.offers, language, key):
            found &= ~fitting.masks["offer"][key]
        elif key != NO_OFFER:
            told = named & coded if offer is not None and offer.code else named
            found &= told | ~fitting.masks["offer"][key]
    layouts = dict(framework.layouts)
    for key in fitting.levels["visual"]:
        if layout_lacks(who.brand, layouts.get(key, ""), language):
            found &= ~fitting.masks["visual"][key]
    return found


def as_rules(name: str, gone: int, fitting: Fitting) -> Iterator[Rule]:
    """Rules that forbid just these combinations, and name only the factors that they depend on."""
    bound = [factor for factor in CONTENT_FACTORS if _tells_apart(gone, fitting.masks[factor])]
    *earlier, last = bound
    for keys in product(*(fitting.levels[factor] for factor in earlier)):
        left = gone
        for factor, key in zip(earlier, keys, strict=True):
            left &= fitting.masks[factor][key]
        if taken := tuple([k for k in fitting.levels[last] if left & fitting.masks[last][k]]):
            pairs = [(factor, (key,)) for factor, key in zip(earlier, keys, strict=True)]
            yield Rule(name, (*pairs, (last, taken)), kind=FORBID)


def _tells_apart(gone: int, masks: Mapping[str, int]) -> bool:
    """Whether it matters to `gone` which level of a factor is taken."""
    # A level's bits are those of another one, moved on: brought to one place, they can be compared.
    parts = {(gone & mask) >> ((mask & -mask).bit_length() - 1) for mask in masks.values()}
    return len(parts) > 1


@remembers(128)  # as many points and languages; each keeps a framework of a release alive
def _unsayable(
    framework: Framework, brand: Brand, offers: tuple[Offer, ...], point: str, language: str
) -> tuple[Rule, ...] | None:
    who = Speaker(brand, offers)
    blocks = [block for block in framework.blocks if block.is_for(point)]
    every = Fitting({factor: framework.keys(factor) for factor in CONTENT_FACTORS})
    whole = whole_in(language, who, framework, blocks, every)
    if not whole:
        return None
    single, levels = [], {}
    for factor in CONTENT_FACTORS:
        masks = every.masks[factor]
        levels[factor] = tuple([key for key, mask in masks.items() if whole & mask])
        if gone := tuple([key for key, mask in masks.items() if not whole & mask]):
            single.append(Rule(NOT_IN_LANGUAGE, ((factor, gone),), kind=FORBID))
    rest = Fitting(levels)
    gone_there = rest.all & ~whole_in(language, who, framework, blocks, rest)
    return (*single, *(as_rules(NOT_IN_LANGUAGE, gone_there, rest) if gone_there else ()))
