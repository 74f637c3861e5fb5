"""What would change if a brand's folder were published now, word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rapport.app.explaining.framework_in_words import in_words, orders_of
from rapport.app.explaining.voice_in_words import voice_in_words
from rapport.core.blueprint import BrandFolder, Release
from rapport.core.creative.editing import BOUND_TO
from rapport.core.creative.framework import Block, Framework
from rapport.core.creative.voice import Voice
from rapport.core.text.line_diff import Hunk, changed_lines
from rapport.core.text.word_diff import GONE, NEW, Piece, word_diff
from rapport.errors import ConflictError
from rapport.ports.brand_files import CLAIMS, VOICE, FolderNow

NOBODY = Voice("", (), (), (), (), 0, ())
"""The voice of a release of before the voice was published along."""

OTHER_ARMS = (
    "The groups that are compared change: their shares, or the draw (arms in brand.yaml). Reports "
    "of what messages were worth begin anew with that: they count only people who enter a flow for "
    "the first time once it is published. Going back to the groups as they were does not bring the "
    "others back."
)

EMPTY = Framework("", "", (), (), (), (), (), ())
Texts = Callable[[BrandFolder], Mapping[str, str]]
Bound = tuple[tuple[str, tuple[str, ...]], ...]
"""What words are for, by factor."""


class LookAgainError(ConflictError):
    """What would be published is not what somebody was shown."""


class ChangedWords(Struct, frozen=True):
    """Words of one slot that are new, gone, or others than those that are published."""

    framework: str
    name: str
    bound: Bound
    slot: str
    pieces: tuple[Piece, ...]
    second: bool = False
    """Whether they are for whoever had the others."""
    moved: bool = False
    """Whether that is what changed, or also changed."""


class ChangedSetting(Struct, frozen=True):
    """Something of a framework besides its words: what it is, and how it is said."""

    framework: str
    name: str
    what: str
    pieces: tuple[Piece, ...]


class ChangedPart(Struct, frozen=True):
    """A part of the voice, or a claim, that says something else: what it is called, and how."""

    name: str
    hunks: tuple[Hunk, ...]


class ChangedFile(Struct, frozen=True):
    """What else differs, by file, in a form that says the same for the same content."""

    name: str
    hunks: tuple[Hunk, ...]


class ReleaseChanges(Struct, frozen=True):
    """All of it. `seen` is a digest of what would be published and of what it is compared with."""

    words: tuple[ChangedWords, ...] = ()
    settings: tuple[ChangedSetting, ...] = ()
    voice: tuple[ChangedPart, ...] = ()
    files: tuple[ChangedFile, ...] = ()
    seen: str = ""
    warnings: tuple[str, ...] = ()
    """What is lost by publishing it and cannot be had back, in sentences."""

    @property
    def any(self) -> bool:
        return bool(self.words or self.settings or self.voice or self.files)


def release_changes(before: Release, now: FolderNow, texts: Texts) -> ReleaseChanges:
    """What differs between what is published and a folder without mistakes."""
    if now.content is None:
        return ReleaseChanges()
    return replace(
        changes_between(folder_of(before), now.content, texts),
        seen=seen_as(before, now.content),
        warnings=warnings(before, now.content),
    )


def changes_between(before: BrandFolder, after: BrandFolder, texts: Texts) -> ReleaseChanges:
    """What differs between two states of a brand's folder, with nothing of who saw it."""
    before, after = before.without_places(), after.without_places()
    keys = _keys(before, after)
    return ReleaseChanges(
        tuple(words for key in keys for words in _words(key, before, after)),
        tuple(one for key in keys for one in _settings(key, before, after)),
        tuple(_voice(before, after)),
        tuple(_files(texts(_wordless(before)), texts(_wordless(after)))),
    )


def warnings(before: Release, content: BrandFolder) -> tuple[str, ...]:
    """What is lost by publishing a folder and cannot be had back, in sentences."""
    return (OTHER_ARMS,) if content.brand.arms != before.brand.arms else ()


def changed_frameworks(before: Release, now: BrandFolder) -> dict[str, str]:
    """The frameworks whose files differ from what is published, each with `new`, `edited`, `gone`
    or `as published`."""
    published = {one.key: one for one in folder_of(before).without_places().frameworks}
    states = {}
    for one in now.without_places().frameworks:
        was = published.pop(one.key, None)
        states[one.key] = "new" if was is None else "as published" if was == one else "edited"
    return {**states, **dict.fromkeys(published, "gone")}


def seen_as(before: Release, content: BrandFolder) -> str:
    """A digest of a folder's content and of the release that it is compared with."""
    said = msgspec.json.encode(content.without_places(), order="deterministic")
    return sha256(f"{before.number}:".encode() + said).hexdigest()


def as_shown(before: Release, content: BrandFolder, seen: str) -> None:
    """Raises LookAgainError where a folder or what is published changed since `seen_as` said so."""
    if seen_as(before, content) != seen:
        raise LookAgainError(
            "Something was changed or published since you looked. Nothing was published: look "
            "again at what differs now."
        )


def folder_of(release: Release) -> BrandFolder:
    """What a release says, as a folder would."""
    return BrandFolder(
        brand=release.brand,
        offers=release.offers,
        frameworks=release.frameworks,
        flows=release.flows,
        voice=release.voice or NOBODY,
        claims=release.claims,
        rules=release.rules,
    )


def _keys(*folders: BrandFolder) -> list[str]:
    return list(dict.fromkeys(one.key for folder in folders for one in folder.frameworks))


def _words(key: str, before: BrandFolder, after: BrandFolder) -> Sequence[ChangedWords]:
    """Blocks are told apart by their ids, which say what they are bound to."""
    then, now = before.framework(key), after.framework(key)
    olds = {block.id: block for block in then.blocks} if then else {}
    news = {block.id: block for block in now.blocks} if now else {}
    name = (now or then or EMPTY).name
    found = []
    for block in [*olds.values(), *(block for id_, block in news.items() if id_ not in olds)]:
        old, new = olds.get(block.id), news.get(block.id)
        moved = old is not None and new is not None and bool(old.also) != bool(new.also)
        if old is not None and new is not None and old.text == new.text and not moved:
            continue
        pieces = (
            word_diff(old.text, new.text)
            if old and new
            else (Piece(NEW, new.text),)
            if new
            else (Piece(GONE, block.text),)
        )
        second = bool((new or block).also)
        found.append(ChangedWords(key, name, bound_of(block), block.slot, pieces, second, moved))
    return found


def _settings(key: str, before: BrandFolder, after: BrandFolder) -> Iterator[ChangedSetting]:
    then, now = before.framework(key), after.framework(key)
    olds = in_words(then, before.offers) if then else {}
    news = in_words(now, after.offers) if now else {}
    name = (now or then or EMPTY).name
    for what in dict.fromkeys([*olds, *news]):
        old, new = olds.get(what, ""), news.get(what, "")
        if old != new:
            yield ChangedSetting(key, name, what, word_diff(old, new))
    if then and now:
        was, is_ = orders_of(then), orders_of(now)
        for what in was:
            both = set(was[what]) & set(is_[what])
            if [one for one in was[what] if one in both] != [o for o in is_[what] if o in both]:
                yield ChangedSetting(key, name, what, (Piece(NEW, "is another"),))


def _voice(before: BrandFolder, after: BrandFolder) -> Iterator[ChangedPart]:
    olds, news = (voice_in_words(one.voice, one.claims) for one in (before, after))
    for name in dict.fromkeys([*olds, *news]):
        hunks = changed_lines(olds.get(name, ""), news.get(name, ""))
        if hunks:
            yield ChangedPart(name, hunks)
    for what, was, now in (
        ("tones", before.voice.tones, after.voice.tones),
        ("claims", before.claims, after.claims),
    ):
        old, new = [one.key for one in was], [one.key for one in now]
        both = set(old) & set(new)
        if [key for key in old if key in both] != [key for key in new if key in both]:
            yield ChangedPart(f"The order of {what}", (Hunk(1, 1, (Piece(NEW, "is another"),)),))


def bound_of(block: Block) -> Bound:
    """What words are bound to, by factor; nothing for factors whose every level they fit."""
    levels = ((factor, getattr(block, f"{factor}s")) for factor in BOUND_TO)
    return tuple((factor, keys) for factor, keys in levels if keys)


def _wordless(folder: BrandFolder) -> BrandFolder:
    """Without what is told of frameworks in words; and with the entries of its mappings in order,
    since what is published has lost theirs."""
    bare = tuple(
        replace(EMPTY, key=one.key, layouts=one.layouts, visuals=one.visuals)
        for one in folder.frameworks
    )
    said = msgspec.json.encode(replace(folder, frameworks=bare), order="deterministic")
    return msgspec.json.decode(said, type=BrandFolder)


def _files(before: Mapping[str, str], after: Mapping[str, str]) -> Sequence[ChangedFile]:
    found = []
    for name in dict.fromkeys([*before, *after]):
        if name.startswith("creative/") or name in (VOICE, CLAIMS):
            continue  # told in words
        hunks = changed_lines(before.get(name, ""), after.get(name, ""))
        if hunks:
            found.append(ChangedFile(name, hunks))
    return found
