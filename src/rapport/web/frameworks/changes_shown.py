"""What differs between a release and a brand's folder, as pages show it: by framework, each part
with the way back to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from rapport.app.explaining.rules_in_words import labels_of
from rapport.app.publishing.put_back import (
    EVERYTHING,
    FRAMEWORK,
    SETTING,
    VOICE_PART,
    WORDS,
    Part,
)
from rapport.app.publishing.release_changes import (
    ChangedPart,
    ChangedSetting,
    ChangedWords,
    ReleaseChanges,
)
from rapport.core.blueprint import BrandFolder

NO_PARTS: Mapping[str, Part] = {}


class WordsShown(Struct, frozen=True):
    """Words that are bound to the same, and the id by which they can be put back; empty where they
    cannot."""

    words: tuple[ChangedWords, ...]
    part: str


class ChangedFramework(Struct, frozen=True):
    """What differs of one framework: settings, and words by what they are bound to, each with its
    id; and that of the whole of it."""

    key: str
    name: str
    stays: bool
    """Whether the folder still has it."""
    settings: tuple[tuple[ChangedSetting, str], ...]
    words: tuple[WordsShown, ...]
    part: str


class Shown(Struct, frozen=True):
    """All that differs of frameworks, voice and claims; `everything` is the id of all of it."""

    frameworks: tuple[ChangedFramework, ...]
    voice: tuple[tuple[ChangedPart, str], ...]
    everything: str

    @property
    def any(self) -> bool:
        return bool(self.frameworks or self.voice)


def shown(
    changes: ReleaseChanges, there: Collection[str], parts: Mapping[str, Part] = NO_PARTS
) -> Shown:
    """`there` are the frameworks that the folder has, by key."""

    def id_of(part: Part) -> str:
        return part.id if part.id in parts else ""

    names = {one.framework: one.name for one in changes.words}
    names |= {one.framework: one.name for one in changes.settings}
    found = []
    for key, name in names.items():
        words = [one for one in changes.words if one.framework == key]
        groups = [tuple(group) for _, group in groupby(words, lambda one: one.bound)]
        found.append(
            ChangedFramework(
                key,
                name,
                key in there,
                tuple(
                    (one, id_of(Part(SETTING, key, one.what)))
                    for one in changes.settings
                    if one.framework == key
                ),
                tuple(
                    WordsShown(group, id_of(Part(WORDS, key, bound=group[0].bound)))
                    for group in groups
                ),
                id_of(Part(FRAMEWORK, key)),
            )
        )
    voice = tuple((one, id_of(Part(VOICE_PART, what=one.name))) for one in changes.voice)
    return Shown(tuple(found), voice, id_of(Part(EVERYTHING)))


def labels_in(contents: Sequence[BrandFolder]) -> dict[tuple[str, str, str], str]:
    """What people call each level, by framework, factor and key; the last content goes first."""
    return {
        (framework.key, factor, key): label
        for content in contents
        for framework in content.frameworks
        for (factor, key), label in labels_of(framework, content.offers).items()
    }
