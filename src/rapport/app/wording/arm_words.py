"""The groups that messages are compared in, as people read them; the glossary calls each an arm."""

from __future__ import annotations

from rapport.core.deciding.arms import ADAPTIVE, HOLDOUT, USUAL

ARM_WORDS = {HOLDOUT: "No messages", USUAL: "Usual messages", ADAPTIVE: "Adaptive messages"}


def arm_words(arm: str) -> str:
    """What people of an arm get, within a sentence; a name without words stays as it is."""
    return ARM_WORDS.get(arm, arm).lower()
