"""creative/*.yaml: frameworks, with their slots, levels, rules and approved blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rapport.adapters.brand_folder.blocks import read_blocks
from rapport.adapters.brand_folder.context import Context, unique
from rapport.adapters.brand_folder.layouts import read_layout
from rapport.adapters.brand_folder.modes import read_writing
from rapport.adapters.brand_folder.nodes import Value
from rapport.adapters.brand_folder.rules import read_own_rules
from rapport.adapters.brand_folder.scalars import MOST, read_whole
from rapport.core.bounds import MAX_TOPICS
from rapport.core.creative.framework import (
    ABOUT,
    CART,
    CONTENT_FACTORS,
    NO_OFFER,
    Framework,
    Level,
    Slot,
    Topic,
    topics_of,
)
from rapport.core.creative.proof import NEEDS

NEEDED_SLOTS = ("subject", "body", "cta")
MOST_LEVELS = 12
MOST_COMBINATIONS = 2_000

NO_LIMIT = 999_999_999
_SLOT = re.compile(r"[a-z][a-z0-9_]{0,40}")
_TAKEN = frozenset(
    {
        "by",
        "language",
        "point",
        "points",
        *CONTENT_FACTORS,
        *(f"{name}s" for name in CONTENT_FACTORS),
    }
)


def read_framework(value: Value, context: Context) -> Framework:
    parts = value.mapping(
        ["key", "name", "offers", "tones", "angles", "visuals", "slots", "blocks"],
        ["about", "rules", "topic", "writer"],
    )
    key = parts["key"].key()
    about = parts["about"].choice(ABOUT) or CART
    if parts["about"].misspelt or parts["about"].written not in ("", about):
        context.about_unknown.add(key)
    slots = tuple(_slot(item) for item in parts["slots"].items())
    unique(
        [(item, slot.key) for item, slot in zip(parts["slots"].items(), slots, strict=True)], "slot"
    )
    if parts["slots"].is_list and not slots:
        parts["slots"].expected("at least one slot")
    for needed in NEEDED_SLOTS:
        if slots and all(slot.key != needed for slot in slots):
            parts["slots"].problem(f"a slot '{needed}' is missing: every message has one")
    # Where there are none, or none to offer nothing with, offers.yaml is told.
    known = {*context.offer_keys, NO_OFFER} if context.offer_keys else None
    offers = tuple(
        item.key() if known is None else item.reference("an offer", known)
        for item in parts["offers"].items()
    )
    if NO_OFFER not in offers and not parts["offers"].missing:
        parts["offers"].problem("'none' is missing: a message may always offer nothing")
    framework = Framework(
        key=key,
        name=parts["name"].line_of_text(most=120),
        slots=slots,
        offers=offers,
        tones=_levels(parts["tones"]),
        angles=_levels(parts["angles"]),
        visuals=_levels(parts["visuals"], with_layout=True),
        blocks=(),
        layouts=_layouts(key, parts["visuals"], context, slots, about),
        writing=read_writing(parts["writer"]),
        about=about,
        topic=None if parts["topic"].missing else _topic(parts["topic"]),
    )
    _known_tones(parts["tones"], context)
    if framework.visuals and all(level.needs for level in framework.visuals):
        parts["visuals"].problem("one visual must need nothing, for when the others cannot be")
    levels = {factor: framework.keys(factor) for factor in CONTENT_FACTORS}
    _not_too_many(value, levels)
    return Framework(
        **{
            **{name: getattr(framework, name) for name in framework.__struct_fields__},
            "blocks": read_blocks(parts["blocks"], framework, context),
            "rules": read_own_rules(parts["rules"], framework, context),
        }
    )


def check_number_of_topics(frameworks: Iterable[tuple[Value, Framework]]) -> None:
    """What somebody declines has to fit into their state, all of it."""
    so_far: frozenset[str] = frozenset()
    for value, framework in frameworks:
        before, so_far = len(so_far), so_far | topics_of([framework])
        if before <= MAX_TOPICS < len(so_far):
            value.problem(
                f"found {len(so_far)} topics with those of other frameworks, expected at most "
                f"{MAX_TOPICS}: let those that people would decline together share a key"
            )


def _topic(value: Value) -> Topic:
    parts = value.mapping(["key", "label"])
    return Topic(parts["key"].key(), parts["label"].line_of_text(most=80))


def _slot(value: Value) -> Slot:
    parts = value.mapping(["key", "max_chars"], ["required"])
    key = parts["key"].written
    if not parts["key"].missing and (not _SLOT.fullmatch(key) or key in _TAKEN):
        parts["key"].expected("lower-case letters, digits and '_', and no factor's name")
    written = parts["max_chars"].written.strip()
    within = ", 1 or more" if written == "0" else f", at most {MOST:,}" if written.isdigit() else ""
    expected = f"a whole number of characters{within}"
    return Slot(
        key=key,
        # One mistake is one: a limit that cannot be read is held against no words.
        max_chars=parts["max_chars"].read(_limit, NO_LIMIT, expected),
        required=parts["required"].missing or parts["required"].flag(),
    )


def _limit(words: str) -> int:
    most = read_whole(words)
    if most < 1:
        raise ValueError(words)
    return most


def _levels(value: Value, *, with_layout: bool = False) -> tuple[Level, ...]:
    levels = [(item, _level(item, with_layout=with_layout)) for item in value.items()]
    unique([(item, level.key) for item, level in levels], "level")
    if value.is_list and not levels:
        value.expected("at least one level")
    if len(levels) > MOST_LEVELS:
        value.expected(f"at most {MOST_LEVELS} levels: each needs approved words")
        return ()
    return tuple(level for _, level in levels)


def _level(value: Value, *, with_layout: bool) -> Level:
    required = ["key", "label", "describes", *(["layout"] if with_layout else [])]
    parts = value.mapping(required, ["topics", *(["needs"] if with_layout else [])])
    return Level(
        key=parts["key"].key(),
        label=parts["label"].line_of_text(most=80),
        describes=parts["describes"].text(),
        topics=tuple(item.key() for item in parts["topics"].items()),
        needs=tuple(item.choice(NEEDS) for item in parts["needs"].items()) if with_layout else (),
    )


def _layouts(
    framework: str, visuals: Value, context: Context, slots: tuple[Slot, ...], about: str
) -> tuple[tuple[str, str], ...]:
    names = frozenset(slot.key for slot in slots)
    found = []
    for visual in visuals.items():
        parts = visual.entries()
        if "key" in parts and "layout" in parts:
            visual_key = parts["key"].written
            layout = read_layout(parts["layout"], context, names, about)
            found.append((visual_key, layout.source))
            context.layouts_at[framework, visual_key] = layout.files
    return tuple(found)


def _known_tones(tones: Value, context: Context) -> None:
    known = [tone.key for tone in context.voice.tones]
    for tone in tones.items():
        key = tone.entries().get("key") if tone.is_mapping else None
        if key is not None and known:
            key.reference("a tone of voice.yaml", known)


def _not_too_many(value: Value, levels: Mapping[str, tuple[str, ...]]) -> None:
    count = 1
    for keys in levels.values():
        count *= max(1, len(keys))
    if count > MOST_COMBINATIONS:
        value.problem(
            f"found {count} combinations of offer, tone, angle and visual, expected at most "
            f"{MOST_COMBINATIONS}: nobody could review them"
        )
