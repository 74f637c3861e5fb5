"""The approved blocks of a framework: read, and checked word by word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from msgspec import UNSET, Struct
from msgspec.structs import replace

from rapport.adapters.approved_liquid.language import ABOUT_ANOTHER, WORDS, Mistake, mistakes
from rapport.adapters.approved_liquid.names import word_facts
from rapport.adapters.brand_folder.context import Context
from rapport.adapters.brand_folder.nodes import Value
from rapport.core.copy_checks.characters import check_characters
from rapport.core.copy_checks.findings import HIDDEN, LOOK_ALIKE
from rapport.core.copy_checks.form import ONE_LINE, offer_has
from rapport.core.copy_checks.remarks import remarks
from rapport.core.creative.draft import MODEL
from rapport.core.creative.editing import BOUND_TO
from rapport.core.creative.framework import Block, Framework
from rapport.core.creative.longest_way import longest_way
from rapport.core.creative.wording import facts_needed, words_of
from rapport.core.guardrails import urges_truly

MOST_CHARACTERS, MOST_IN_A_LINE = 4_000, 600
"""Of words as they are written, with every branch of their conditions."""

LANGUAGE = re.compile(r"[a-z]{2}")


class _Entry(Struct, frozen=True):
    """One entry of the list: what its words are bound to, and the words by slot."""

    bound: Mapping[str, tuple[str, ...]]
    language: str
    words: Mapping[str, Value]
    by: str
    also: bool


def read_blocks(value: Value, framework: Framework, context: Context) -> tuple[Block, ...]:
    """One block for each slot of each entry of the list."""
    blocks: list[Block] = []
    first: dict[str, Block] = {}
    others: dict[str, int] = {}
    checks = _Checks(framework, context)
    for item in value.items():
        entry = _entry(item, framework, context)
        for slot, words in entry.words.items():
            block = _block(framework, context, entry, slot)
            same = f"{block.id}={' '.join(block.text.split())}"
            again = first.get(same)
            if again is not None and all(map(all, entry.bound.values())):
                words.problem(f"the same words are approved already at {again.where}")
                continue
            first[same] = block
            count = others[block.id] = others.get(block.id, 0) + 1
            if count > 1:  # for those who got the ones before it already
                block = replace(block, id=f"{block.id}~{count}")
            blocks.append(block)
            checks.block(words, block)
    return tuple(blocks)


def _entry(item: Value, framework: Framework, context: Context) -> _Entry:
    slots = [slot.key for slot in framework.slots]
    factors = [*BOUND_TO, *(f"{name}s" for name in BOUND_TO)]
    known = [*factors, "language", "by", "also", *slots]
    # Without slots, which is told there, nobody knows which keys are words.
    found = item.entries(known if slots else None)
    bound = {}
    for factor in BOUND_TO:
        written = [found[name] for name in (factor, f"{factor}s") if name in found]
        if len(written) > 1:
            written[1].problem(f"write either '{factor}' or '{factor}s'")
        bound[factor] = _keys(written[0], factor, framework, context) if written else ()
    words = {slot: found[slot] for slot in slots if slot in found}
    if not words and item.is_mapping and {*item.names} <= {*known}:
        item.problem(f"no words: name at least one of {', '.join(slots)}")
    language = _language(found.get("language"), context.brand.language)
    by = found["by"].line_of_text(most=200) if "by" in found else ""
    also = "also" in found and found["also"].flag()
    return _Entry(bound, language, words, by, also)


def _keys(value: Value, factor: str, framework: Framework, context: Context) -> tuple[str, ...]:
    written = value.several()
    if not written:
        value.expected("at least one: leave it out for any")
    if factor == "point":
        context.points_named.extend((framework.key, item) for item in written)
        return tuple(item.key() for item in written)
    known = framework.keys(factor)
    if not known:  # it has none at all, and is told so
        return tuple(item.key() for item in written)
    return tuple(item.reference(f"a level of {factor}", known, once=True) for item in written)


def _language(value: Value | None, default: str) -> str:
    if value is None:
        return default
    if not LANGUAGE.fullmatch(value.written):
        value.expected("a language such as en")
    return value.written


def _block(framework: Framework, context: Context, entry: _Entry, slot: str) -> Block:
    words = entry.words[slot]
    text = (
        words.line_of_text(most=MOST_IN_A_LINE)
        if slot in ONE_LINE
        else words.text(most=MOST_CHARACTERS)
    )
    names = ["+".join(levels) for levels in entry.bound.values() if levels]
    if entry.language != context.brand.language:
        names.append(entry.language)
    return Block(
        id="/".join([framework.key, *names, slot]),
        slot=slot,
        text=text,
        points=entry.bound["point"],
        offers=entry.bound["offer"],
        tones=entry.bound["tone"],
        angles=entry.bound["angle"],
        visuals=entry.bound["visual"],
        language=entry.language,
        where=words.place,
        by=entry.by,
        also=entry.also or UNSET,
    )


@lru_cache(maxsize=8_192)
def _mistakes(text: str, facts: frozenset[str], about: str) -> tuple[Mistake, ...]:
    """What is wrong with the Liquid of these words. Kept, as a folder is read anew at each step of
    whoever changes it, and most of its words are as they were."""
    return tuple(mistakes(text, WORDS, word_facts(facts, about)))


class _Checks:
    """What the words of one framework's blocks are held to."""

    def __init__(self, framework: Framework, context: Context) -> None:
        self._slots = {slot.key: slot for slot in framework.slots}
        self._framework = framework
        self._sound = context.sound
        self._about_known = framework.key not in context.about_unknown
        self._facts = frozenset(context.brand.facts)
        self._offers = {offer.key: offer for offer in context.offers}
        self._lasting = {offer.key: offer.lasts for offer in context.offers}
        avoided = [re.escape(word) for word in context.voice.avoid]
        self._avoided = (
            re.compile(rf"(?<!\w)(?:{'|'.join(avoided)})(?!\w)", re.IGNORECASE) if avoided else None
        )

    def block(self, value: Value, block: Block) -> None:
        wrong = [
            mistake
            for mistake in _mistakes(block.text, self._facts, self._framework.about)
            if self._sound or "brand.facts." not in mistake.message
            if self._about_known or ABOUT_ANOTHER not in mistake.message
        ]
        for mistake in wrong:
            further = value.inner_line(mistake.line)
            value.problem(mistake.message, further=further, once=True)
        may_urge = not self._sound or urges_truly(block, self._lasting)
        by_model, language = block.by.startswith(MODEL), block.language
        for remark in remarks(block.text, may_urge=may_urge, by_model=by_model, language=language):
            value.problem(f"found '{remark.found}' ({remark.rule}): {remark.advice}")
        for finding in check_characters(block.slot, words_of(block.text), block.language):
            if finding.rule in (LOOK_ALIKE, HIDDEN):
                value.problem(f"found '{finding.found}' ({finding.rule}): {finding.advice}")
        self._avoided_words(value, block)
        self._length(value, block)
        if self._sound and not wrong:
            self._offer_facts(value, block)

    def _avoided_words(self, value: Value, block: Block) -> None:
        hit = self._avoided.search(words_of(block.text)) if self._avoided else None
        if hit:
            value.problem(f"found '{hit[0]}', which voice.yaml asks to avoid")

    def _length(self, value: Value, block: Block) -> None:
        most = self._slots[block.slot].max_chars
        if "{%" in block.text:
            return  # how long it is depends on which branch is taken; checked on each message
        least = longest_way(block.text).letters
        if least > most:
            value.problem(f"found {least} characters before any fact, expected at most {most}")

    def _offer_facts(self, value: Value, block: Block) -> None:
        """A fact of the offer may only be named where every offer the block serves has it."""
        named = [path for path in facts_needed(block.text) if path.startswith("offer.")]
        for key in block.offers or self._framework.offers:
            offer = self._offers.get(key)
            if offer is None:
                continue
            for path in named:
                if not offer_has(offer, path):
                    value.problem(
                        f"{{{{ {path} }}}} is empty for the offer '{key}': bind these words to "
                        f"offers that have it, or write {{% if {path} != '' %}} around it"
                    )
