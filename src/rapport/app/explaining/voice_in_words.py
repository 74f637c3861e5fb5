"""A brand's voice and claims, part by part, as people call them: for telling what differs."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.core.creative.voice import Claim, Voice, VoiceTone
from rapport.core.creative.voice_editing import LEVEL, LISTS, STOP, WHO, part_of

PART_NAMES = {
    WHO: "Who the brand is",
    "does": "It does",
    "does_not": "It does not",
    "use": "Words to use",
    "avoid": "Words to avoid",
    "require": "Words that a model’s message must have",
    LEVEL: "Reading level",
}

TONE_FIELDS = {"its name": "label", "what it is for": "describes", "a sentence": "example"}
FROM = "from"
CLAIM_FIELDS = {"": "text", "its evidence": "evidence", FROM: "since", "until": "until"}
"""What is told of a tone or a claim by itself, and the field that it is."""


def voice_in_words(voice: Voice, claims: tuple[Claim, ...]) -> dict[str, str]:
    """What each part says, by what it is called; lists have a line for each entry. Parts that say
    nothing are left out."""
    names = [WHO, *LISTS, LEVEL, *(f"{STOP}{check}" for check in sorted(voice.stop))]
    said = {called(name): part_of(voice, name) for name in names}
    told = {name: one if isinstance(one, str) else "\n".join(one) for name, one in said.items()}
    for one in voice.tones:
        told |= _by_name(f"Tone “{one.key}”", _tone(one))
    for claim in claims:
        told |= _by_name(f"Claim “{claim.key}”", _claim(claim))
    return {name: words for name, words in told.items() if words}


def called(part: str) -> str:
    """What people call a part of the voice."""
    return PART_NAMES.get(part) or f"Phrases that the check “{part.removeprefix(STOP)}” stops"


def _by_name(name: str, told: Mapping[str, str]) -> dict[str, str]:
    """Each by itself, so that what goes from one to another is told, too."""
    return {f"{name}, {what}" if what else name: words for what, words in told.items()}


def _tone(tone: VoiceTone) -> dict[str, str]:
    return {what: getattr(tone, field) for what, field in TONE_FIELDS.items()}


def _claim(claim: Claim) -> dict[str, str]:
    said = {what: getattr(claim, field) for what, field in CLAIM_FIELDS.items()}
    return {**said, FROM: claim.first_day}
