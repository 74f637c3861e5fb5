"""What a brand's folder would say with a part of it as a release has it: the way back for words.

A part is what somebody sees as one difference between a release and the folder, or all of it. What
no part is about stays as the folder has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rapport.app.explaining.framework_in_words import SETTINGS
from rapport.app.explaining.voice_in_words import CLAIM_FIELDS, PART_NAMES, TONE_FIELDS, called
from rapport.app.publishing.release_changes import NOBODY, Bound, ReleaseChanges, bound_of
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.framework import Block, Framework, Level, Rule, Slot
from rapport.core.creative.voice import Claim, Voice, VoiceTone
from rapport.core.creative.voice_editing import STOP
from rapport.errors import ConflictError

EVERYTHING, FRAMEWORK, WORDS, SETTING, VOICE_PART = "all", "framework", "words", "setting", "voice"

_LISTS = {"Tone": "tones", "Angle": "angles", "Visual": "visuals", "Part": "slots", "Rule": "rules"}
_ORDERS = {
    "tones": "tones", "angles": "angles", "visuals": "visuals", "parts": "slots", "rules": "rules",
    "words": "blocks",
}  # fmt: skip
_ENTRY = re.compile(r"(Tone|Claim) “([^”]*)”(?:, (.*))?")
_ORDER = "The order of "


NONE_SUCH = "That does not differ any more, so nothing was put back: look again."


class NoSuchPartError(ConflictError):
    """What somebody would put back does not differ any more."""


class Part(Struct, frozen=True):
    """One difference: of a `framework` the words that are `bound` to the same, or a setting, by
    what it is called; or a part of the voice or a claim. Or a whole framework, or everything."""

    kind: str
    framework: str = ""
    what: str = ""
    bound: Bound = ()

    @property
    def id(self) -> str:
        """A digest of all that it says."""
        return sha256(msgspec.json.encode(self)).hexdigest()[:16]


def parts_in(changes: ReleaseChanges, then: BrandFolder) -> dict[str, Part]:
    """Every part of these differences that `then` can be put back of, by its id. What it did not
    have as a whole cannot be: a framework that is new stays."""
    there = {one.key for one in then.frameworks}
    found = [Part(WORDS, one.framework, bound=one.bound) for one in changes.words]
    found += [Part(SETTING, one.framework, one.what) for one in changes.settings]
    found += [Part(FRAMEWORK, one.framework) for one in found]
    found = [one for one in found if one.framework in there]
    if then.voice != NOBODY:
        found += [Part(VOICE_PART, what=one.name) for one in changes.voice]
    return {one.id: one for one in (*found, Part(EVERYTHING)) if found}


def with_part(part: Part, now: BrandFolder, then: BrandFolder) -> BrandFolder:
    """What the folder says now, with this part of it as it was then. Raises NoSuchPartError where
    there is no such part."""
    if part.kind == EVERYTHING:
        content = replace(now, frameworks=tuple(_all_frameworks(now, then)))
        known = then.voice != NOBODY
        return replace(content, voice=then.voice, claims=then.claims) if known else content
    if part.kind == VOICE_PART:
        return _with_voice_part(part.what, now, then)
    was, is_ = then.framework(part.framework), now.framework(part.framework)
    if was is None:
        raise NoSuchPartError(NONE_SUCH)
    if part.kind == FRAMEWORK or is_ is None:
        wanted = _in_its_layouts(was, is_)
    elif part.kind == WORDS:
        bound = part.bound
        blocks = merged(is_.blocks, was.blocks, _id, lambda one: bound_of(one) == bound)
        wanted = replace(is_, blocks=blocks)
    else:
        wanted = _in_its_layouts(_with_setting(part.what, is_, was), is_, was)
    key = part.framework
    frameworks = merged(now.frameworks, (wanted,), lambda one: one.key, lambda one: one.key == key)
    return replace(now, frameworks=frameworks)


T = TypeVar("T")


def merged(
    now: Sequence[T], then: Sequence[T], key: Callable[[T], str], meant: Callable[[T], bool]
) -> tuple[T, ...]:
    """What there is now, with the items that are meant as they were then: each in its place, those
    that are gone behind what they stood behind, and those that are new gone."""
    was = {key(one): one for one in then if meant(one)}
    found = [was.get(key(one), one) for one in now if not meant(one) or key(one) in was]
    for place, one in enumerate(then):
        there = [key(other) for other in found]
        if not meant(one) or key(one) in there:
            continue
        above = [there.index(key(other)) for other in then[:place] if key(other) in there]
        found.insert(above[-1] + 1 if above else 0, one)
    return tuple(found)


def in_order(now: Sequence[T], then: Sequence[T], key: Callable[[T], str]) -> tuple[T, ...]:
    """What there is now, with those that were there then in the order that they had."""
    places = {key(one): place for place, one in enumerate(then)}
    both = iter(sorted((o for o in now if key(o) in places), key=lambda one: places[key(one)]))
    return tuple(next(both) if key(one) in places else one for one in now)


def _all_frameworks(now: BrandFolder, then: BrandFolder) -> Iterator[Framework]:
    was = {one.key: one for one in then.frameworks}
    for one in now.frameworks:
        yield _in_its_layouts(was.pop(one.key), one) if one.key in was else one
    yield from was.values()


def _in_its_layouts(
    wanted: Framework, now: Framework | None, then: Framework | None = None
) -> Framework:
    """With the layouts that its visuals have now: those are no words. A visual that comes back
    brings its own along."""
    known = dict((then or wanted).layouts) | dict(now.layouts if now else ())
    layouts = tuple((one.key, known[one.key]) for one in wanted.visuals if one.key in known)
    return replace(wanted, layouts=layouts)


def _with_setting(what: str, now: Framework, then: Framework) -> Framework:
    kind, _, name = what.partition(" ")
    field = SETTINGS.get(what) or _LISTS.get(kind) or _ORDERS.get(what.removeprefix(_ORDER))
    if field is None:
        raise NoSuchPartError(NONE_SUCH)
    is_, was = getattr(now, field), getattr(then, field)
    if what in SETTINGS:
        return replace(now, **{field: was})
    key = _KEYS.get(field, _key)
    if what.startswith(_ORDER):
        return replace(now, **{field: in_order(is_, was, key)})
    return replace(now, **{field: merged(is_, was, key, lambda one: key(one) == name)})


def _with_voice_part(name: str, now: BrandFolder, then: BrandFolder) -> BrandFolder:
    entry = _ENTRY.fullmatch(name)
    if entry and entry[1] == "Claim":
        field = CLAIM_FIELDS.get(entry[3] or "", "")
        return replace(now, claims=_with_entry(entry[2], field, now.claims, then.claims))
    if entry:
        field = TONE_FIELDS.get(entry[3] or "", "")
        tones = _with_entry(entry[2], field, now.voice.tones, then.voice.tones)
        return replace(now, voice=replace(now.voice, tones=tones))
    if name == f"{_ORDER}claims":
        return replace(now, claims=in_order(now.claims, then.claims, _key))
    if name == f"{_ORDER}tones":
        tones = in_order(now.voice.tones, then.voice.tones, _key)
        return replace(now, voice=replace(now.voice, tones=tones))
    return replace(now, voice=_with_said(name, now.voice, then.voice))


E = TypeVar("E", VoiceTone, Claim)


def _with_entry(key: str, field: str, now: Sequence[E], then: Sequence[E]) -> tuple[E, ...]:
    """With one thing that is said of a tone or a claim as it was, where it is there and was; else
    with the whole of it."""
    is_ = {one.key: one for one in now}
    was = [
        replace(is_[one.key], **{field: getattr(one, field)})
        if field and one.key == key and key in is_
        else one
        for one in then
    ]
    return merged(now, was, _key, lambda one: one.key == key)


def _with_said(name: str, now: Voice, then: Voice) -> Voice:
    for field, words in PART_NAMES.items():
        if words == name:
            return replace(now, **{field: getattr(then, field)})
    for check in {*now.stop, *then.stop}:
        if called(f"{STOP}{check}") == name:
            others = {one: said for one, said in now.stop.items() if one != check}
            back = {check: then.stop[check]} if check in then.stop else {}
            return replace(now, stop=others | back)
    raise NoSuchPartError(NONE_SUCH)


def _key(one: Level | Slot | VoiceTone | Claim) -> str:
    return one.key


def _id(one: Block) -> str:
    return one.id


def _name(one: Rule) -> str:
    return one.name


_KEYS: dict[str, Callable[..., str]] = {"rules": _name, "blocks": _id}
"""What tells the items of a list apart; all others have a key."""
