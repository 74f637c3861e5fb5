"""What people may change in the console of how a brand speaks and what it may claim.

The voice is made of parts, each words or a list of lines. A change says what is wanted and, by a
digest of it (`seen_id`), what somebody saw of the same; how the files are made to say it is up to
the port `rapport.ports.brand_files.BrandFiles`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct

from rapport.core.creative.voice import Claim, Voice, VoiceTone

Said = str | tuple[str, ...]
"""What a part of the voice says: words, or lines."""

WHO, LEVEL = "who", "reading_level"
AVOID = "avoid"
LISTS = ("does", "does_not", "use", "avoid", "require")
STOP = "stop."
"""How the parts begin that are a brand's own phrases, before the name of their check."""

MOST_TOLD = 3
"""Lines that an entry of the log names."""


class SetVoice(Struct, frozen=True):
    """What parts of the voice are to say; `was` has the `seen_id` of each, as somebody saw it."""

    says: Mapping[str, Said]
    was: Mapping[str, str]

    @property
    def touched(self) -> Mapping[str, Said]:
        """The parts that are to say something else than what somebody saw."""
        return {one: said for one, said in self.says.items() if seen_id(said) != self.was.get(one)}

    def new_phrases(self, voice: Voice) -> list[tuple[str, str]]:
        """What nobody may write from then on and may now: each with the check that it belongs to,
        which is empty for words to avoid."""
        return [
            (part.removeprefix(STOP) if part != AVOID else "", line)
            for part, said in self.touched.items()
            if part == AVOID or part.startswith(STOP)
            for line in said
            if line not in part_of(voice, part)
        ]


class SaveTone(Struct, frozen=True):
    """A tone of the voice: a new one or, with `was`, what one that somebody saw becomes. Its key
    stays: frameworks name it."""

    tone: VoiceTone
    was: str = ""


class RetireTone(Struct, frozen=True):
    """Takes a tone away that no framework speaks in."""

    key: str
    was: str


class SaveClaim(Struct, frozen=True):
    """A claim: a new one or, with `was`, what one that somebody saw becomes."""

    claim: Claim
    was: str = ""


class RemoveClaim(Struct, frozen=True):
    """Takes a claim away, with its evidence."""

    key: str
    was: str


VoiceChange = SetVoice | SaveTone | RetireTone | SaveClaim | RemoveClaim


def is_about_claims(change: VoiceChange) -> bool:
    return isinstance(change, SaveClaim | RemoveClaim)


def seen_id(said: Said | VoiceTone | Claim) -> str:
    """A digest of what a part, a tone or a claim says, so whoever names it names what they saw."""
    return sha256(msgspec.json.encode(said)).hexdigest()[:16]


def part_of(voice: Voice, part: str) -> Said:
    """What a part says now; a list that is not there is empty."""
    if part == WHO:
        return voice.who
    if part == LEVEL:
        return str(voice.reading_level)
    if part.startswith(STOP):
        return voice.stop.get(part.removeprefix(STOP), ())
    lines: tuple[str, ...] = getattr(voice, part)
    return lines


def still_said(change: VoiceChange, voice: Voice, claims: Sequence[Claim]) -> bool:
    """Whether what a change is about is still what somebody saw of it. What else there is may have
    changed; and who wants what is there already disturbs nobody."""
    if isinstance(change, SetVoice):
        return all(
            seen_id(now := part_of(voice, part)) == change.was.get(part) or now == said
            for part, said in change.touched.items()
        )
    there: Sequence[VoiceTone | Claim] = claims if is_about_claims(change) else voice.tones
    key = key_of_change(change)
    return next((seen_id(one) for one in there if one.key == key), "") == change.was


def key_of_change(change: SaveTone | RetireTone | SaveClaim | RemoveClaim) -> str:
    """The key of the tone or the claim that a change is about."""
    if isinstance(change, SaveTone):
        return change.tone.key
    return change.claim.key if isinstance(change, SaveClaim) else change.key


def described(change: VoiceChange, voice: Voice) -> str:
    """What a change does to what the voice says now, in a few words for the audit log."""
    if isinstance(change, SetVoice):
        parts = (_part_described(voice, part, said) for part, said in change.touched.items())
        return "; ".join(filter(None, parts)) or "nothing"
    kind = "claim" if is_about_claims(change) else "tone"
    did = "removed" if isinstance(change, RetireTone | RemoveClaim) else "added"
    return f"{'changed' if did == 'added' and change.was else did} {kind} {key_of_change(change)}"


def _part_described(voice: Voice, part: str, said: Said) -> str:
    was, name = part_of(voice, part), part.replace("_", " ")
    if was == said:
        return ""
    if isinstance(said, str) or isinstance(was, str):
        return f"{name}: {said}, it was {was}" if part == LEVEL else f"{name} says something else"
    new = [line for line in said if line not in was]
    gone = [line for line in was if line not in said]
    parts = [
        f"{did} {_some(lines)}" for did, lines in (("added", new), ("took out", gone)) if lines
    ]
    return f"{name}: {', '.join(parts) or 'in another order'}"


def _some(lines: Sequence[str]) -> str:
    more = f" and {len(lines) - MOST_TOLD} more" if len(lines) > MOST_TOLD else ""
    return ", ".join(f"'{line}'" for line in lines[:MOST_TOLD]) + more
