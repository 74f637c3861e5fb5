"""A new framework's file, made from another framework's: one of the brand's or of the library.

What another brand's words take for granted and this brand does not have is left out: its offers,
its facts, and the points of flows, since no flow names a framework that was not there before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import yaml
from msgspec import Struct

from rapport.adapters.brand_folder.changing import (
    items_of,
    levels_of,
    mapping_of,
    tones_of_voice,
)
from rapport.adapters.brand_folder.in_yaml import in_yaml
from rapport.adapters.brand_folder.parts import FOLDER, parts_named
from rapport.adapters.brand_folder.patching import Add, Patch, Put, Remove, patched, wanted
from rapport.adapters.brand_folder.stretches import Plain, composed, plain
from rapport.core.creative.editing import BOUND_TO, Begin
from rapport.core.creative.framework import NO_OFFER
from rapport.core.creative.speaking import BRAND_FACT
from rapport.errors import UserError
from rapport.ports.brand_files import VOICE, Source

_HEAD = frozenset(
    {"by", "language", "also", *BOUND_TO, *(f"{factor}s" for factor in BOUND_TO)}
)  # what an entry of blocks says besides words


class There(Struct, frozen=True):
    """What a brand has: its voice's text, its offers and facts by key, its layouts by file."""

    voice: str
    offers: Collection[str]
    facts: Collection[str]
    layouts: Collection[str]


def begun(begin: Begin, source: Source, there: There) -> dict[str, str]:
    """All files that a new framework makes, by name; its own, which has none yet, by an empty one.

    Raises UserError where the brand's voice cannot be told of a tone that it lacks.
    """
    content = mapping_of(plain(composed(source.text)))
    made: dict[str, str] = {}
    missing = [
        tone
        for tone in items_of(mapping_of(plain(composed(source.voice))).get("tones", []))
        if mapping_of(tone).get("key") in _keys(content, "tones")
        and mapping_of(tone).get("key") not in tones_of_voice(there.voice)
    ]
    if missing:
        made[VOICE] = patched(there.voice, [Add(("tones",), tone) for tone in missing])
    for visual in items_of(content.get("visuals", [])):
        name = str(mapping_of(visual).get("layout", ""))
        made |= dict(_with_parts(name, source, there))
    patches = list(_patches(content, begin, source, there))
    try:
        made[""] = patched(source.text, patches)
    except (UserError, yaml.YAMLError):  # such as lists within braces: then without its comments
        made[""] = in_yaml(wanted(content, patches))
    return made


def _with_parts(name: str, source: Source, there: There) -> Iterator[tuple[str, str]]:
    """A layout that the brand does not have, and those of its parts that it does not have. A part
    of its own that goes by the same name, such as its foot, is what the layout then shows."""
    if name not in source.layouts or name in there.layouts:
        return
    yield name, source.layouts[name]
    waiting, seen = [name], {name}
    while waiting:
        for part in parts_named(source.layouts[waiting.pop()]):
            file = f"{FOLDER}/{part}"
            if file in source.layouts and file not in there.layouts and file not in seen:
                seen.add(file)
                waiting.append(file)
                yield file, source.layouts[file]


def _keys(content: Mapping[str, Plain], what: str) -> list[str]:
    return [str(mapping_of(item).get("key", "")) for item in items_of(content.get(what, []))]


def _patches(
    content: Mapping[str, Plain], begin: Begin, source: Source, there: There
) -> Iterator[Patch]:
    yield Put(("key",), begin.key)
    yield Put(("name",), begin.name)
    if "writer" in content:  # nothing goes out unseen that is not even settled
        yield Remove(("writer",))
    offers = [str(key) for key in items_of(content.get("offers", []))]
    kept = [key for key in offers if key == NO_OFFER or key in there.offers]
    if kept != offers:
        yield Put(("offers",), kept)
    yield from _blocks(items_of(content.get("blocks", [])), kept, begin, source, there)
    yield from _rules(items_of(content.get("rules", [])), kept)


def _blocks(
    blocks: Sequence[Plain], offers: Sequence[str], begin: Begin, source: Source, there: There
) -> Iterator[Patch]:
    said: set[tuple[object, ...]] = set()
    for number, item in enumerate(blocks):
        place, entry = ("blocks", number), mapping_of(item)
        points, for_offers = levels_of(entry, "point"), levels_of(entry, "offer")
        stay = tuple(key for key in for_offers if key in offers)
        other_point = begin.point and points and begin.point not in points
        if other_point or (for_offers and not stay):
            yield Remove(place)
            continue
        binding = tuple(levels_of(entry, factor) for factor in BOUND_TO if factor != "point")
        gone = []
        words = [name for name in entry if name not in _HEAD]
        for name in words:
            text = str(entry[name])
            same = (binding, str(entry.get("language", "")), name, " ".join(text.split()))
            if same in said or any(fact not in there.facts for fact in BRAND_FACT.findall(text)):
                gone.append(name)
            said.add(same)
        if len(gone) == len(words):
            yield Remove(place)
            continue
        yield from (Remove((*place, name)) for name in gone)
        yield from (Remove((*place, name)) for name in ("point", "points") if name in entry)
        if stay != for_offers:
            name = "offer" if "offer" in entry else "offers"
            yield Put((*place, name), list(stay))
        if source.by:
            yield Put((*place, "by"), source.by, first="by" not in entry)


def _rules(rules: Sequence[Plain], offers: Sequence[str]) -> Iterator[Patch]:
    """Without those about offers that are not there, or about moments, which a flow has."""
    gone: list[Patch] = []
    for number, item in enumerate(rules):
        for does in ("forbid", "only"):
            levels = mapping_of(mapping_of(item).get(does, {}))
            named = levels_of(levels, "offer")
            if levels_of(levels, "time") or any(key not in offers for key in named):
                gone.append(Remove(("rules", number)))
                break
    yield from [Remove(("rules",))] if gone and len(gone) == len(rules) else gone
