"""Writing frameworks and rules, so that reading them again gives the same."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.adapters.brand_folder.modes import write_writing
from rapport.adapters.brand_folder.plain import Plain, conditions, filled, one_or_list
from rapport.adapters.brand_folder.scalars import write_day
from rapport.core.brand import Brand
from rapport.core.creative.framework import CART, SILENCE, Block, Framework, Level, Rule, Topic


def write_framework(framework: Framework, brand: Brand) -> Plain:
    return {
        "key": framework.key,
        "name": framework.name,
        **filled(about=framework.about if framework.about != CART else ""),
        **({"topic": _topic(framework.topic)} if framework.topic is not None else {}),
        "offers": list(framework.offers),
        "tones": [_level(level) for level in framework.tones],
        "angles": [_level(level) for level in framework.angles],
        "visuals": [
            {**_level(level), "layout": layout_file(framework.key, level.key)}
            for level in framework.visuals
        ],
        "slots": [
            {"key": slot.key, "max_chars": slot.max_chars}
            | ({} if slot.required else {"required": False})
            for slot in framework.slots
        ],
        **filled(
            writer=write_writing(framework.writing),
            rules=[write_rule(rule) for rule in framework.rules],
        ),
        "blocks": [write_entry(blocks, brand) for blocks in _entries(framework)],
    }


def layout_file(framework: str, visual: str) -> str:
    return f"layouts/{framework}-{visual}.mjml"


def _level(level: Level) -> Plain:
    return {
        "key": level.key,
        "label": level.label,
        "describes": level.describes,
        **filled(topics=list(level.topics), needs=list(level.needs)),
    }


def write_rule(rule: Rule) -> Plain:
    levels = {factor: one_or_list(keys) for factor, keys in rule.levels}
    when: Plain | list[str] = conditions(rule.when)
    if rule.any_of:
        when = filled(all=when, any=conditions(rule.any_of))
    return {
        "name": rule.name,
        **filled(because=rule.because, frameworks=one_or_list(rule.frameworks)),
        **({"say": "nothing"} if rule.kind == SILENCE else {rule.kind: levels}),
        **filled(
            when=when,
            **{"from": "" if rule.first_day is None else write_day(rule.first_day)},
            until="" if rule.last_day is None else write_day(rule.last_day),
        ),
        **({} if rule.active else {"active": False}),
    }


def _bound(block: Block) -> tuple[object, ...]:
    return (
        block.points,
        block.offers,
        block.tones,
        block.angles,
        block.visuals,
        block.language,
        block.by,
        bool(block.also),
    )


def _entries(framework: Framework) -> list[list[Block]]:
    """Neighbours that are bound to the same, while their slots come in the framework's order."""
    order = {slot.key: index for index, slot in enumerate(framework.slots)}
    entries: list[list[Block]] = []
    for block in framework.blocks:
        last = entries[-1][-1] if entries else None
        if last and _bound(last) == _bound(block) and order[last.slot] < order[block.slot]:
            entries[-1].append(block)
        else:
            entries.append([block])
    return entries


def write_entry(blocks: Sequence[Block], brand: Brand) -> Plain:
    """Blocks that are bound to the same, as one entry of a framework's file."""
    first = blocks[0]
    return {
        **filled(
            points=list(first.points),
            offer=one_or_list(first.offers),
            tone=one_or_list(first.tones),
            angle=one_or_list(first.angles),
            visual=one_or_list(first.visuals),
            language=first.language if first.language != brand.language else "",
            by=first.by,
            also=True if first.also else None,
        ),
        **{block.slot: block.text for block in blocks},
    }


def _topic(topic: Topic) -> Plain:
    return {"key": topic.key, "label": topic.label}
