"""Which words somebody had already, as far as can be told before anything is written.

The core knows no words as they are read: it knows approved templates, and ids of what a message is
about. So words go by a number made of both, which the writer leaves with each message that goes out
and which a later decision makes again. An action of which every approved subject or every approved
body was said is not drawn. Where the number misses a repetition, the writer still finds it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.bounds import CATEGORY_CHARS, ID_CHARS, MAX_HAD
from rapport.core.creative.framework import (
    CART,
    ORDER,
    SAID_ONCE,
    SILENCE,
    Action,
    Block,
    Framework,
    Rule,
    choose_blocks,
)
from rapport.core.creative.proof import Shown
from rapport.core.creative.speaking import (
    Speaker,
    can_say,
    language_for,
    sayable,
    speaker_of,
)
from rapport.core.deciding.arms import USUAL
from rapport.core.deciding.in_language import Fitting, as_rules, languages_of, whole_in
from rapport.core.deciding.repeats import SAID_BEFORE, SHORTEST_BODY
from rapport.core.deciding.subject import Subject, subject_of
from rapport.core.effects import Send
from rapport.core.person.signals import Moment
from rapport.core.state import ProfileState
from rapport.core.work import Work

SLOTS = SAID_ONCE


class OfWhat(Struct, frozen=True, gc=False):
    """What a message is about, as far as words may depend on it.

    `lines` are pairs of a product's id and category, in their order; `name` is the order's, where
    the core has no lines.
    """

    lines: tuple[tuple[str, str], ...] = ()
    total: int = 0
    name: str = ""


def of_what(about: str, lines: Iterable[tuple[str, str]], total: int, name: str) -> OfWhat:
    """The same for a decision and for the writer, who has more lines and has their ids whole."""
    if about == ORDER:
        return OfWhat(name=name)
    cut = tuple([(key[:ID_CHARS], category[:CATEGORY_CHARS]) for key, category in lines])
    return OfWhat(cut, total if about == CART else 0)


def known_of(moment: Moment, subject: Subject, name: str) -> OfWhat:
    """What a decision knows of what a message is about; `name` is the run's subject."""
    lines = []
    for line in subject.lines:
        product = moment.products.get(line.product_id)
        lines.append((line.product_id, product.category if product else line.category))
    return of_what(subject.about, lines, subject.total, name)


class _Asks(Struct, frozen=True, gc=False):
    """Which facts a template names. `categories` are those that it compares the first product's
    with; it may also print it."""

    first: bool
    category: bool
    categories: frozenset[str]
    count: bool
    whole: bool
    offer: bool
    dated: bool


_NAMES = re.compile(r"\b(cart|viewed|order|offer)\.([a-z_]+)(?:\.([a-z_]+))?")
_CATEGORY = re.compile(r"\.first\.category\s*(?:==|!=)\s*(?:'([^']*)'|\"([^\"]*)\")")
_PRINTED_CATEGORY = re.compile(r"\{\{-?[^{}]*\.first\.category")


@lru_cache(maxsize=16_384)
def _asks(text: str) -> _Asks:
    named = _NAMES.findall(text)
    of_first = {last for group, name, last in named if group != "offer" and name == "first"}
    others = {name for group, name, _ in named if group != "offer"} - {"first"}
    offers = {name for group, name, _ in named if group == "offer"}
    return _Asks(
        first=bool(of_first - {"category"}),
        category=bool(_PRINTED_CATEGORY.search(text)),
        categories=frozenset(one or other for one, other in _CATEGORY.findall(text)),
        count=bool(others & {"count", "more"}),
        whole=bool(others - {"count", "more", "url"}),
        offer=bool(offers),
        dated="ends" in offers,
    )


def name_of(text: str, about: OfWhat, offer: str) -> int | None:
    """The number that these words go by; None where they name a time, and so are never the same."""
    asks = _asks(text)
    if asks.dated:
        return None
    first, category = about.lines[0] if about.lines else (about.name, "")
    parts = [text]
    if asks.categories or asks.category:
        parts.append(category if asks.category or category in asks.categories else "")
    if asks.first:
        parts.append(first)
    if asks.count:
        parts.append(str(len(about.lines)))
    if asks.whole:
        parts += [about.name, str(about.total), *(key for key, _ in about.lines)]
    if asks.offer:
        parts.append(offer)
    return crc32("\x1f".join(parts).encode("utf-8", "replace"))


def said_by(blocks: Mapping[str, Block], about: OfWhat, offer: str) -> tuple[int, ...]:
    """What is to be remembered of a message that is made of these blocks, by slot."""
    found = (name_of(blocks[slot].text, about, offer) for slot in SLOTS if slot in blocks)
    return tuple([name for name in found if name is not None])


def remembered(had: tuple[int, ...], more: Sequence[int]) -> tuple[int, ...]:
    """As many as a state holds, the last ones."""
    new = [name & 0xFFFFFFFF for name in more[: len(SLOTS)]]
    return tuple(dict.fromkeys((*[name for name in had if name not in new], *new)))[-MAX_HAD:]


def best_unsaid(
    framework: Framework,
    point: str,
    action: Action,
    languages: tuple[str, str],
    had: Collection[int],
    about: OfWhat,
    speaker: Speaker | None = None,
) -> dict[str, Block]:
    """The blocks that the writer takes for `SLOTS`, as far as the core can tell: those with new
    words before those that were said."""
    own, usual = languages
    if speaker is not None:
        products = [Shown(*line) for line in about.lines]
        language = language_for(speaker, framework, point, action, own, products)
        framework = sayable(speaker.brand, framework, language)
    else:
        whole = choose_blocks(framework, point, action, own)
        required = (slot.key for slot in framework.slots if slot.required)
        language = own if all(key in whole for key in required) else usual
    new = [b for b in framework.blocks if name_of(b.text, about, action.offer) not in had]
    return {
        **choose_blocks(framework, point, action, language),
        **choose_blocks(replace(framework, blocks=tuple(new)), point, action, language),
    }


def would_say(blueprint: Blueprint, state: ProfileState, send: Send) -> tuple[int, ...]:
    """What a planned message says if it goes out at once: approved words that are new to the
    person, where there are any."""
    release = blueprint.release_number(send.release)
    framework = release.framework(send.framework)
    if framework is None:
        return ()
    moment = Work(blueprint, state).moment(send.at, release)
    about = known_of(moment, subject_of(moment, framework.about, send.subject), send.subject)
    languages = languages_of(moment)
    had = {*state.had, *(_beside_others(framework, send, about) if send.arm == USUAL else ())}
    blocks = best_unsaid(
        framework, send.point, send.action, languages, had, about, speaker_of(release)
    )
    return said_by(blocks, about, send.action.offer)


def _beside_others(framework: Framework, send: Send, about: OfWhat) -> Iterator[int]:
    """The numbers of words that stand beside others, of which the usual arm gets none."""
    for block in framework.blocks:
        name = name_of(block.text, about, send.action.offer) if block.also else None
        if name is not None:
            yield name


# --- Before a draw ------------------------------------------------------------------------------


def had_rules(
    framework: Framework,
    point: str,
    languages: tuple[str, str],
    levels: Mapping[str, tuple[str, ...]],
    had: Collection[int],
    about: OfWhat,
    speaker: Speaker | None = None,
) -> list[Rule]:
    """What of `levels` was said to somebody before, as rules: each forbids combinations, or one is
    `silence`, where there is nothing else.

    `languages` are those of `languages_of`; where it is settled in which one they are written to,
    that one twice.
    """
    fitting = Fitting(levels)
    gone = _Words(framework, point, fitting, about, speaker).said(languages, had)
    if not gone:
        return []
    if gone == fitting.all:
        return [Rule(SAID_BEFORE, kind=SILENCE)]
    return list(as_rules(SAID_BEFORE, gone, fitting))


class _Words:
    """The combinations that the blocks of a framework are for, as bits of one number."""

    def __init__(
        self,
        framework: Framework,
        point: str,
        fitting: Fitting,
        about: OfWhat,
        speaker: Speaker | None,
    ) -> None:
        self._fitting = fitting
        self.all = fitting.all
        self._framework = framework
        self._blocks = [b for b in framework.blocks if not b.points or point in b.points]
        self._about = about
        self._speaker = speaker

    def said(self, languages: tuple[str, str], had: Collection[int]) -> int:
        """Those for which every approved subject or every approved body was said."""
        own, usual = languages
        in_own = self._in(own) if own != usual else 0
        gone = 0
        for language, where in ((own, in_own), (usual, self.all & ~in_own)):
            for slot in SLOTS if where else ():
                any_words = new_words = 0
                for block in self._blocks:
                    if block.slot == slot and block.language == language and self._says(block):
                        for mask, is_new in self._of(block, had):
                            any_words |= mask
                            new_words |= mask if is_new else 0
                gone |= where & any_words & ~new_words
        return gone

    def _says(self, block: Block) -> bool:
        return self._speaker is None or can_say(self._speaker.brand, block)

    def _in(self, language: str) -> int:
        """Those that somebody who wants a language gets in it."""
        who = self._speaker
        if who is None:
            return self._complete(language)
        return whole_in(language, who, self._framework, self._blocks, self._fitting)

    def _complete(self, language: str) -> int:
        """Those of which every slot that must be there is approved in a language."""
        found = self.all
        for slot in self._framework.slots:
            if slot.required:
                either = 0
                for block in self._blocks:
                    if block.slot == slot.key and block.language == language:
                        either |= self._fitting.of(block)
                found &= either
        return found

    def _of(self, block: Block, had: Collection[int]) -> Iterator[tuple[int, bool]]:
        """The combinations that a block is for, and whether its words are new with them."""
        mask = self._fitting.of(block)
        if block.slot == "body" and len(block.text) < SHORTEST_BODY:
            yield mask, True
        elif not _asks(block.text).offer:
            yield mask, name_of(block.text, self._about, "") not in had
        else:
            for offer in self._fitting.levels["offer"]:
                new = name_of(block.text, self._about, offer) not in had
                yield mask & self._fitting.masks["offer"][offer], new
