"""What people say of themselves: which of it may be kept, and in what form.

Keys and values are short words. What names a protected trait, or what stands for one, is not kept
whoever tells it: a message must not turn on it. The list catches what is called by its name; what a
brand asks its customers is its own to answer for.
"""

from __future__ import annotations

import re

from rapport.core.bounds import PREFERENCE_CHARS

PROTECTED = frozenset(
    (
        "age", "birth", "birthday", "birthdate", "born", "dob", "generation", "gender", "sex",
        "pronoun", "pronouns", "male", "female", "nonbinary", "transgender",
        "orientation", "gay", "lesbian", "bisexual", "racial", "ethnic", "ethnicity",
        "nationality", "citizenship", "religion", "religious", "faith", "church", "halal",
        "kosher", "christian", "muslim", "jewish", "hindu", "catholic", "politics", "political",
        "health", "medical", "illness", "disease", "disability", "disabled", "diagnosis",
        "medication", "allergy", "allergies", "pregnant", "pregnancy", "fertility", "income",
        "salary", "wealth", "marital", "married", "divorced", "widowed", "children", "genetic",
        "biometric", "criminal", "postcode", "zip", "neighbourhood", "neighborhood",
    )
)  # fmt: skip
"""Protected traits, and words that give one away, wherever they stand in a key or a value."""

PROTECTED_ALONE = frozenset(
    (
        "race", "origin", "party", "union", "vote", "weight", "family", "credit", "skin_colour",
        "skin_color",
    )
)  # fmt: skip
"""The same as a whole key or value; beside another word they are harmless, as in `yarn_weight`."""

_GAP = re.compile(r"[^a-z0-9]+")
_WORD = re.compile(r"[a-z0-9]+")
_CONTACT = re.compile(r"\d{6,}")


def word(text: str) -> str:
    """`text` as keys and values are kept: small letters and digits with `_` between; '' for none.

    A word that is too long is cut; letters beyond a to z are left out.
    """
    return _GAP.sub("_", text[:200].lower()).strip("_")[:PREFERENCE_CHARS].rstrip("_")


def protected(key: str, value: str) -> bool:
    """Whether a preference, as kept, tells of a protected trait."""
    if key in PROTECTED_ALONE or value in PROTECTED_ALONE:
        return True
    return any(part in PROTECTED for part in _WORD.findall(f"{key} {value}".replace("_", " ")))


def may_be_kept(key: str, value: str) -> bool:
    """Whether a preference, as kept, is one: it has a key, is no protected trait, and its value
    holds no long number, which would be somebody's."""
    return bool(key) and not protected(key, value) and not _CONTACT.search(value)
