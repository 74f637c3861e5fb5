"""What a change to a framework means for the text of its file, and of `voice.yaml`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from hashlib import sha256
from types import MappingProxyType

import yaml
from msgspec import Struct

from rapport.adapters.brand_folder.changing_rules import (
    Entry,
    allowed_patches,
    with_rule,
    without_rule,
)
from rapport.adapters.brand_folder.patching import Add, Patch, Put, Remove, patched
from rapport.adapters.brand_folder.stretches import Plain, composed, plain
from rapport.core.creative.editing import (
    BOUND_TO,
    AddLevel,
    AddWords,
    Change,
    EditLevel,
    EditWords,
    Passage,
    RemoveRule,
    RetireLevel,
    RetireWords,
    SaveRule,
    SetAllowed,
    SetLimit,
    SetMode,
    WholeText,
)
from rapport.core.creative.framework import NO_OFFER, Rule
from rapport.core.creative.modes import APPROVED
from rapport.core.creative.modes import SAMPLE as BY_SAMPLE
from rapport.core.creative.slots import OFFER_LINE
from rapport.core.creative.wording import sentence_in
from rapport.errors import UserError
from rapport.ports.brand_files import VOICE

NO_VISUALS: Mapping[str, Entry] = MappingProxyType({})
_NAMED = frozenset(name for factor in BOUND_TO for name in (factor, f"{factor}s"))
ALSO = "also"
_HEAD = _NAMED | {"by", "language", ALSO}
GONE = "These words are not in the file any more: somebody changed or retired them."


def passages_in(text: str) -> tuple[Passage, ...]:
    """The entries of a file's `blocks`, in their order. The text is plain YAML."""
    root = composed(text)
    blocks = next((v for k, v in _pairs(root) if k == "blocks"), None)
    if not isinstance(blocks, yaml.SequenceNode):
        return ()
    seen = Counter[str]()
    return tuple(_passage(item, seen) for item in blocks.value)


def text_with(
    text: str, change: Change, was: Rule | None = None, visuals: Mapping[str, Entry] = NO_VISUALS
) -> str:
    """A framework's file with the change. Raises UserError where it cannot be made by itself.

    `was` is what a rule that changes says now; `visuals` are what new ones are, by key.
    """
    if isinstance(change, WholeText):
        return change.text
    if isinstance(change, SaveRule):
        return with_rule(text, change, was)
    if isinstance(change, RemoveRule):
        return without_rule(text, change)
    if isinstance(change, SetAllowed):
        return patched(text, list(_allowed(text, change, visuals)))
    if isinstance(change, EditWords):
        entry = _Edited.of(text, change)
        try:
            return patched(text, entry.by_key())
        except UserError:  # such as several lines within braces
            return patched(text, [entry.whole()])
    return patched(text, list(_patches(text, change)))


def voice_with(text: str, level: AddLevel) -> str:
    """`voice.yaml` with a new tone."""
    tone = {
        "key": level.key,
        "label": level.label,
        "describes": level.describes,
        "example": sentence_in(level.words) or level.describes,
    }
    return patched(text, [Add(("tones",), tone)])


def tones_of_voice(text: str) -> list[str]:
    """The keys of the tones that `voice.yaml` knows."""
    found = mapping_of(plain(composed(text))).get("tones", [])
    return [str(mapping_of(tone).get("key", "")) for tone in items_of(found)]


# --- Reading ---------------------------------------------------------------------------------


def _passage(node: yaml.Node, seen: Counter[str]) -> Passage:
    content = mapping_of(plain(node))
    said = json.dumps(content, sort_keys=True, ensure_ascii=True)
    digest = sha256(said.encode()).hexdigest()[:16]
    seen[digest] += 1
    return Passage(
        id=digest if seen[digest] == 1 else f"{digest}-{seen[digest]}",
        line=node.start_mark.line + 1,
        bound={factor: keys for factor in BOUND_TO if (keys := levels_of(content, factor))},
        words={name: str(words).strip() for name, words in content.items() if name not in _HEAD},
        language=str(content.get("language", "")),
        by=str(content.get("by", "")),
        also=content.get(ALSO) == "true",
    )


def levels_of(content: Mapping[str, Plain], factor: str) -> tuple[str, ...]:
    for name in (factor, f"{factor}s"):
        if name in content:
            return tuple(str(key) for key in items_of(content[name]))
    return ()


def _pairs(node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), value) for key, value in node.value)


def mapping_of(content: Plain) -> Mapping[str, Plain]:
    return content if isinstance(content, Mapping) else {}


def items_of(content: Plain) -> Sequence[Plain]:
    return [content] if isinstance(content, (str, int, Mapping)) else content


# --- From a change to patches ----------------------------------------------------------------


def _patches(text: str, change: Change) -> Iterator[Patch]:
    content = mapping_of(plain(composed(text)))
    if isinstance(change, AddWords):
        entry = _entry(change.bound, change.words, change.language, also=change.also)
        yield Add(("blocks",), entry, apart=True)
    elif isinstance(change, RetireWords):
        yield Remove(("blocks", _number(text, change.passage)))
    elif isinstance(change, AddLevel):
        yield from _level_added(content, change)
    elif isinstance(change, EditLevel):
        place = (f"{change.factor}s", _level(content, change.factor, change.key))
        yield Put((*place, "label"), change.label, after="key")
        yield Put((*place, "describes"), change.describes, after="label")
    elif isinstance(change, RetireLevel):
        yield from _level_retired(content, change)
    elif isinstance(change, SetLimit):
        most = int(change.most) if change.most.isascii() and change.most.isdigit() else change.most
        yield Put(("slots", _keyed(content, "slots", change.slot), "max_chars"), most)
    elif isinstance(change, SetMode):
        yield from _mode(content, change)


def _entry(
    bound: Mapping[str, tuple[str, ...]],
    words: Mapping[str, str],
    language: str,
    *,
    also: bool = False,
) -> dict[str, Plain]:
    entry: dict[str, Plain] = {}
    for factor in BOUND_TO:
        if keys := bound.get(factor):
            entry.update([_binding(factor, keys)])
    if language:
        entry["language"] = language
    if also:
        entry[ALSO] = True
    return {**entry, **{slot: text for slot, text in words.items() if text}}


def _binding(factor: str, keys: tuple[str, ...]) -> tuple[str, Plain]:
    """As people write it: `tone: warm`, or `tones: [warm, plain]`; a point is always in a list."""
    if len(keys) == 1 and factor != "point":
        return factor, keys[0]
    return f"{factor}s", list(keys)


def _number(text: str, passage: str) -> int:
    for number, one in enumerate(passages_in(text)):
        if one.id == passage:
            return number
    raise UserError(GONE)


class _Edited(Struct, frozen=True):
    """An entry of blocks with other words or another binding; what is not about those stays."""

    place: tuple[str | int, ...]
    before: Mapping[str, Plain]
    after: Mapping[str, Plain]

    @classmethod
    def of(cls, text: str, change: EditWords) -> _Edited:
        number = _number(text, change.passage)
        content = mapping_of(plain(composed(text)))
        before = mapping_of(items_of(content["blocks"])[number])
        after = dict(before)
        for factor in BOUND_TO:
            was = levels_of(before, factor)
            keys = _in_order(change.bound.get(factor, ()), was)
            if keys != was:
                after.pop(factor, None)
                after.pop(f"{factor}s", None)
                after.update([_binding(factor, keys)] if keys else [])
        for slot, words in change.words.items():
            if words:
                after[slot] = words
            else:
                after.pop(slot, None)
        if change.by:
            after["by"] = change.by
        if change.also is not None and change.also != (before.get(ALSO) == "true"):
            after.pop(ALSO, None)
            after.update({ALSO: True} if change.also else {})
        return cls(("blocks", number), before, after)

    def by_key(self) -> list[Patch]:
        """What differs, key by key; a new binding goes where the others are."""
        bindings = [key for key in self.before if key in _NAMED]
        last = bindings[-1] if bindings else ""
        patches: list[Patch] = []
        for key, value in self.after.items():
            if key not in self.before or _differs(self.before[key], value):
                put = Put((*self.place, key), value)
                if key in _NAMED or key == ALSO:
                    put = Put(put.place, value, after=last, first=not last)
                patches.append(put)
        gone = [key for key in self.before if key not in self.after]
        return [*patches, *(Remove((*self.place, key)) for key in gone)]

    def whole(self) -> Patch:
        """The entry written anew."""
        head = {key: words for key, words in self.after.items() if key in _HEAD}
        return Put(self.place, {**head, **self.after})


def _in_order(keys: tuple[str, ...], was: tuple[str, ...]) -> tuple[str, ...]:
    """A binding's keys in the order in which they stand in the file, new ones last: another order
    is no other binding."""
    wanted = dict.fromkeys(keys)
    stay = [key for key in was if key in wanted]
    return (*stay, *(key for key in wanted if key not in was))


def _differs(was: Plain, value: Plain) -> bool:
    if isinstance(was, str) and isinstance(value, str):
        return was.strip() != value.strip()
    return was != value


def _keyed(content: Mapping[str, Plain], what: str, key: str) -> int:
    for number, item in enumerate(items_of(content.get(what, []))):
        if mapping_of(item).get("key") == key:
            return number
    raise UserError(f"There is no '{key}' in {what} any more: somebody took it away.")


def _level(content: Mapping[str, Plain], factor: str, key: str) -> int:
    return _keyed(content, f"{factor}s", key)


def _level_added(content: Mapping[str, Plain], change: AddLevel) -> Iterator[Patch]:
    level = {"key": change.key, "label": change.label, "describes": change.describes}
    yield Add((f"{change.factor}s",), level)
    bound = {change.factor: (change.key,)}
    words = {slot: text for slot, text in change.words.items() if text}
    line = words.pop(OFFER_LINE, "")
    if words:
        yield Add(("blocks",), _entry(bound, words, ""), apart=True)
    if line:
        offers = tuple(str(key) for key in items_of(content.get("offers", [])) if key != NO_OFFER)
        with_offer = {"offer": offers, **bound}
        yield Add(("blocks",), _entry(with_offer, {OFFER_LINE: line}, ""), apart=True)


def _level_retired(content: Mapping[str, Plain], change: RetireLevel) -> Iterator[Patch]:
    factor, key = change.factor, change.key
    yield Remove((f"{factor}s", _level(content, factor, key)))
    yield from _words_without(content, factor, {key})
    yield from _rules_without(content, factor, {key})


def _allowed(text: str, change: SetAllowed, visuals: Mapping[str, Entry]) -> Iterator[Patch]:
    content = mapping_of(plain(composed(text)))
    gone = set(change.was) - set(change.keys)
    yield from allowed_patches(text, change, visuals)
    new = tuple(key for key in change.keys if key not in change.was)
    if new and change.line:
        words = _entry({change.factor: new}, {OFFER_LINE: change.line}, "")
        yield Add(("blocks",), words, apart=True)
    if gone:
        yield from _words_without(content, change.factor, gone)
        yield from _rules_without(content, change.factor, gone)


def _words_without(content: Mapping[str, Plain], factor: str, gone: Set[str]) -> Iterator[Patch]:
    for number, item in enumerate(items_of(content.get("blocks", []))):
        if gone & set(levels_of(mapping_of(item), factor)):
            yield from _taken_out(("blocks", number), mapping_of(item), factor, gone)


def _rules_without(
    content: Mapping[str, Plain], factor: str, gone_keys: Set[str]
) -> Iterator[Patch]:
    """A rule that forbids nothing any more goes, too. One that allows only this stays, and is a
    mistake that is told."""
    rules = content.get("rules", [])
    if isinstance(rules, str | int | Mapping):  # no list: a mistake, which is told
        return
    gone: list[Patch] = []
    for number, rule in enumerate(rules):
        forbids = mapping_of(mapping_of(rule).get("forbid", {}))
        named = set(levels_of(forbids, factor))
        if named and named <= gone_keys:
            gone.append(Remove(("rules", number)))
        elif named & gone_keys:
            yield from _taken_out(("rules", number, "forbid"), forbids, factor, gone_keys)
    yield from [Remove(("rules",))] if gone and len(gone) == len(rules) else gone


def _taken_out(
    place: tuple[str | int, ...], entry: Mapping[str, Plain], factor: str, gone: Set[str]
) -> Iterator[Patch]:
    rest = tuple(other for other in levels_of(entry, factor) if other not in gone)
    if not rest:
        yield Remove(place)
        return
    name = factor if factor in entry else f"{factor}s"
    yield Put((*place, name), list(rest))


def _mode(content: Mapping[str, Plain], change: SetMode) -> Iterator[Patch]:
    if change.mode == APPROVED:
        if "writer" in content:
            yield Remove(("writer",))
        return
    writer: dict[str, Plain] = {"mode": change.mode}
    if change.mode == BY_SAMPLE and change.sample:
        writer["sample"] = change.sample
    if change.deadline:
        writer["deadline"] = change.deadline
    yield Put(("writer",), writer, after="slots")


Read = Callable[[str], str]


def texts_with(
    change: Change,
    name: str,
    read: Read,
    was: Rule | None = None,
    visuals: Mapping[str, Entry] = NO_VISUALS,
) -> dict[str, str]:
    """All files that a change makes, by name, in the order in which they are to be put in place;
    `name` is the framework's. What stays as it is is left out. The rest is as in `text_with`."""
    made: dict[str, str] = {}
    if isinstance(change, AddLevel) and change.factor == "tone":
        voice = read(VOICE)
        if change.key not in tones_of_voice(voice):
            made[VOICE] = voice_with(voice, change)
    before = read(name)
    after = text_with(before, change, was, visuals)
    if after != before:
        made[name] = after
    return made
