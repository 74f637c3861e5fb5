"""A brand's files as they would say something that is known already, such as what a release said.

What a file says already keeps its form and comments. Layouts are no words: a visual keeps the one
that it has, and one that comes back brings its own along.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import count

import yaml
from msgspec import Struct
from msgspec.structs import replace

from rapport.adapters.brand_folder.changing import items_of, mapping_of
from rapport.adapters.brand_folder.changing_voice import voice_text_with
from rapport.adapters.brand_folder.in_yaml import in_yaml
from rapport.adapters.brand_folder.patching import Put, Remove, patched
from rapport.adapters.brand_folder.patching_entries import with_entries
from rapport.adapters.brand_folder.patching_lists import with_lines
from rapport.adapters.brand_folder.plain import Plain as WrittenPlain
from rapport.adapters.brand_folder.stretches import Plain, composed, plain
from rapport.adapters.brand_folder.write import write_claim, write_tone, write_voice
from rapport.adapters.brand_folder.write_frameworks import (
    layout_file,
    write_entry,
    write_framework,
)
from rapport.core.blueprint import BrandFolder
from rapport.core.brand import Brand
from rapport.core.creative.framework import Block, Framework
from rapport.core.creative.voice import Claim, Voice
from rapport.core.creative.voice_editing import LEVEL, LISTS, STOP, WHO, SetVoice, part_of
from rapport.errors import UserError
from rapport.ports.brand_files import CLAIMS, VOICE, FrameworkFile

_LISTS = {"tones": "offers", "angles": "tones", "visuals": "angles", "slots": "visuals"}
"""Lists of entries, and the key that each goes below where it is not there."""


def same_words(one: Framework | None, other: Framework | None) -> bool:
    """Whether two frameworks say the same, wherever it is written and however it is shown."""
    return one is not None and other is not None and _bare(one) == _bare(other)


def _bare(framework: Framework) -> Framework:
    blocks = tuple(replace(one, id="", where="") for one in framework.blocks)
    return replace(framework.without_places(), blocks=blocks, layouts=())


class Around(Struct, frozen=True):
    """How a folder is read: a framework's file, by the framework's key; the text of any file, empty
    where there is none; a name for a new framework's file; and what the folder would say with other
    files in it, which raises BrandFolderError where those would be mistakes."""

    framework: Callable[[str], FrameworkFile | None]
    text: Callable[[str], str]
    new_name: Callable[[str], str]
    would_say: Callable[[Mapping[str, str]], BrandFolder]


def texts_saying(now: BrandFolder, then: BrandFolder, around: Around) -> dict[str, str]:
    """The files, by name, that make a folder which says `now` say the frameworks, voice and claims
    of `then`; those that do so already are left out, and so are frameworks that `then` lacks.
    Where a file cannot be changed piece by piece it is written anew, without its comments."""
    texts: dict[str, str] = {}
    anew: dict[str, tuple[str, str]] = {}
    for one in then.frameworks:
        was = now.framework(one.key)
        if same_words(was, one):
            continue
        file = around.framework(one.key)
        name = file.name if file else around.new_name(one.key)
        layouts, added = _layouts(file.text if file and not file.unread else "", one, around)
        whole = in_yaml(_written(one, now.brand, layouts))
        texts |= added
        texts[name] = _pieces(file, was, one, now.brand, layouts) or whole
        anew[one.key] = name, whole
    if now.voice != then.voice:
        texts[VOICE] = voice_with(around.text(VOICE), now.voice, then.voice)
    if now.claims != then.claims:
        texts[CLAIMS] = claims_with(around.text(CLAIMS), now.claims, then.claims)
    says = around.would_say(texts) if anew else now
    for key, (name, whole) in anew.items():
        if not same_words(says.framework(key), then.framework(key)):
            texts[name] = whole
    return texts


# --- Frameworks ---------------------------------------------------------------------------------


def _layouts(
    text: str, framework: Framework, around: Around
) -> tuple[dict[str, str], dict[str, str]]:
    """The file of each visual's layout, by the visual's key; and the text of those that are not
    there, by file."""
    there = layouts_in(text) if text else {}
    found: dict[str, str] = {}
    added: dict[str, str] = {}
    sources = dict(framework.layouts)
    for one in framework.visuals:
        found[one.key] = there.get(one.key, "")
        if not found[one.key]:
            name, source = layout_file(framework.key, one.key), sources.get(one.key, "")
            others = (name.replace(".mjml", f"-{number}.mjml") for number in count(2))
            while around.text(name) not in ("", source):
                name = next(others)
            found[one.key] = name
            added |= {} if around.text(name) else {name: source}
    return found, added


def _pieces(
    file: FrameworkFile | None,
    now: Framework | None,
    then: Framework,
    brand: Brand,
    layouts: Mapping[str, str],
) -> str:
    if file is None or file.unread or now is None:
        return ""
    try:
        return framework_with(file.text, now, then, brand, layouts)
    except UserError:  # such as a comment among what would be written anew
        return ""


def framework_with(
    text: str, now: Framework, then: Framework, brand: Brand, layouts: Mapping[str, str]
) -> str:
    """A framework's file, which says `now`, as it would say `then`; `layouts` are the files of the
    visuals of then. Raises UserError where that cannot be made piece by piece."""
    was = _written(now, brand, {**layouts, **layouts_in(text)})
    becomes = _written(then, brand, layouts)
    text = _with_blocks(text, now.blocks, then.blocks, brand)  # while lines are where they were
    for key, above in (("name", "key"), ("about", "name"), ("topic", "name"), ("writer", "slots")):
        text = _with_value(text, key, was.get(key), becomes.get(key), above)
    if was["offers"] != becomes["offers"]:
        text = with_lines(text, ("offers",), becomes["offers"])
    for key, above in _LISTS.items():
        text = with_entries(text, key, was[key], becomes[key], after=above)
    above = "writer" if "writer" in becomes else "slots"
    return with_entries(text, "rules", was.get("rules", []), becomes.get("rules", []), after=above)


def layouts_in(text: str) -> dict[str, str]:
    """The file of each visual's layout, by the visual's key."""
    visuals = items_of(mapping_of(plain(composed(text))).get("visuals", []))
    found = {str(mapping_of(one).get("key", "")): mapping_of(one).get("layout") for one in visuals}
    return {key: str(name) for key, name in found.items() if name}


def _written(framework: Framework, brand: Brand, layouts: Mapping[str, str]) -> WrittenPlain:
    written = write_framework(framework, brand)
    for one in written["visuals"]:
        one["layout"] = layouts.get(one["key"], layout_file(framework.key, one["key"]))
    return written


def _with_value(text: str, key: str, was: Plain | None, becomes: Plain | None, above: str) -> str:
    if was == becomes:
        return text
    if not becomes:
        return patched(text, [Remove((key,))])
    put = Put((key,), becomes, after=above)
    try:
        return patched(text, [put])
    except UserError:  # such as a comment within it: better this one anew than the whole file
        return patched(text, [replace(put, anew=True)])


def _with_blocks(text: str, now: Sequence[Block], then: Sequence[Block], brand: Brand) -> str:
    entries = _entries_in(text, now)
    before = [write_entry(entry, brand) for entry in entries]
    after = [write_entry(entry, brand) for entry in _as_grouped(entries, then)]
    return with_entries(text, "blocks", before, after, apart=True)


def _entries_in(text: str, blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks by the entries of the file that they stand in."""
    root = composed(text)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    node = next((value for key, value in pairs if key.value == "blocks"), None)
    items = node.value if isinstance(node, yaml.SequenceNode) else ()
    begins = [item.start_mark.line + 1 for item in items]
    entries: list[list[Block]] = [[] for _ in items]
    for block in blocks:
        line = block.where.rpartition(":")[2]
        place = bisect_right(begins, int(line)) - 1 if line.isdigit() else -1
        if place < 0:
            raise UserError("It is not known where these words stand in the file.")
        entries[place].append(block)
    return entries


def _as_grouped(entries: Sequence[Sequence[Block]], then: Sequence[Block]) -> list[list[Block]]:
    """The blocks of then, those together that stand together in the entries of now."""
    olds = [(block, number) for number, entry in enumerate(entries) for block in entry]
    whose = _whose(olds, then)
    groups: list[tuple[int | None, list[Block]]] = []
    for block, entry in zip(then, whose, strict=True):
        last = groups[-1] if groups else None
        if last is not None and _may_join(last[1], block) and entry in (last[0], None):
            last[1].append(block)
        elif last is not None and last[0] is None and _may_join(last[1], block):
            groups[-1] = (entry, [*last[1], block])
        else:
            groups.append((entry, [block]))
    return [blocks for _, blocks in groups]


def _whose(olds: Sequence[tuple[Block, int]], then: Sequence[Block]) -> list[int | None]:
    """For each block of then the entry that it stands in now, None where it stands in none."""
    found: list[int | None] = [None] * len(then)
    steps = SequenceMatcher(
        None, [_place(o) for o, _ in olds], [_place(o) for o in then], autojunk=False
    )
    for begin, first, size in steps.get_matching_blocks():
        for offset in range(size):
            found[first + offset] = olds[begin + offset][1]
    return found


def _place(block: Block) -> tuple[object, ...]:
    return (*_binding(block), block.slot)


def _binding(block: Block) -> tuple[object, ...]:
    return (
        block.points, block.offers, block.tones, block.angles, block.visuals, block.language,
        block.by, bool(block.also),
    )  # fmt: skip


def _may_join(blocks: Sequence[Block], block: Block) -> bool:
    return _binding(blocks[0]) == _binding(block) and all(one.slot != block.slot for one in blocks)


# --- Voice and claims ---------------------------------------------------------------------------


def voice_with(text: str, now: Voice, then: Voice) -> str:
    """`voice.yaml`, which says `now`, as it would say `then`."""
    checks = sorted({*now.stop, *then.stop})
    parts = [WHO, *LISTS, LEVEL, *(f"{STOP}{check}" for check in checks)]
    says = {
        part: part_of(then, part) for part in parts if part_of(then, part) != part_of(now, part)
    }
    try:
        text = voice_text_with(text, SetVoice(says, {}))
        tones = ([write_tone(one) for one in voice.tones] for voice in (now, then))
        return with_entries(text, "tones", *tones)
    except UserError:
        return in_yaml(write_voice(then))


def claims_with(text: str, now: Sequence[Claim], then: Sequence[Claim]) -> str:
    """`claims.yaml` likewise; one that is not there yet has no text."""
    was, becomes = ([write_claim(one) for one in claims] for claims in (now, then))
    if not text.strip() or not becomes:
        return in_yaml({"claims": becomes})
    try:
        return with_entries(text, "claims", was, becomes)
    except UserError:
        return in_yaml({"claims": becomes})
