"""How a brand speaks, and what it may say of itself."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType, field


class VoiceTone(Struct, frozen=True, gc=False):
    """A tone of the brand, with a sentence written in it."""

    key: str
    label: str
    describes: str
    example: str


class Voice(Struct, frozen=True, gc=False):
    """How the brand speaks. `reading_level` is the highest school grade a text may need."""

    who: str
    does: tuple[str, ...]
    does_not: tuple[str, ...]
    use: tuple[str, ...]
    avoid: tuple[str, ...]
    reading_level: int
    tones: tuple[VoiceTone, ...]
    require: tuple[str, ...] = ()
    """Words that each generated message has."""
    stop: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The brand's own phrases for the checks of generated words, by the check's name."""


class Claim(Struct, frozen=True, gc=False):
    """Something the brand may say of itself or its products, and what shows that it is true. Its
    days are written as 2026-12-31, both included."""

    key: str
    text: str
    evidence: str
    until: str = ""
    """The last day on which it may be said; empty where it has no end."""
    since: str | UnsetType = UNSET
    """The first day. Left out where there is none, so that what was written before there were any
    (drafts name what they stand on by a digest) is as it was."""

    @property
    def first_day(self) -> str:
        return self.since if isinstance(self.since, str) else ""

    def holds_on(self, day: str) -> bool:
        """Whether it may be said on a day."""
        return self.first_day <= day and (not self.until or day <= self.until)
