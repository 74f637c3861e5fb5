"""What people say of themselves: what a brand asks for, which of it may be kept, in what form.

Keys and values are short words. What names a protected trait, or what stands for one, is not kept
whoever tells it: a message must not turn on it. The list catches what is called by its name in six
languages; what a brand asks its customers is its own to answer for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, normalize

from msgspec import Struct

from rapport.core.bounds import PREFERENCE_CHARS

PROTECTED = frozenset(
    (
        "age", "ages", "aged", "birth", "birthday", "birthdate", "born", "dob", "generation",
        "gender", "genders", "sex", "pronoun", "pronouns", "male", "female", "nonbinary",
        "transgender", "orientation", "gay", "lesbian", "bisexual", "racial", "ethnic",
        "ethnicity", "nationality", "citizenship", "religion", "religious", "faith", "church",
        "halal", "kosher", "christian", "muslim", "jewish", "hindu", "catholic", "politics",
        "political", "health", "medical", "illness", "disease", "disability", "disabled",
        "diagnosis", "medication", "allergy", "allergies", "pregnant", "pregnancy", "maternity",
        "fertility", "income", "salary", "wealth", "marital", "married", "divorced", "widowed",
        "children", "genetic", "biometric", "criminal", "postcode", "zip", "neighbourhood",
        "neighborhood",
        # German, French, Spanish, Italian, Dutch; as `word` writes them, without accents.
        "geschlecht", "geburtstag", "geburtsdatum", "konfession", "herkunft", "gesundheit",
        "krankheit", "behinderung", "schwanger", "einkommen", "gehalt", "familienstand", "kinder",
        "hautfarbe", "nationalitat", "allergie", "allergien", "mannlich", "weiblich", "sexe",
        "naissance", "anniversaire", "sante", "maladie", "handicap", "enceinte", "grossesse",
        "revenu", "salaire", "enfants", "nationalite", "femme", "homme", "edad", "sexo", "genero",
        "nacimiento", "cumpleanos", "salud", "enfermedad", "discapacidad", "embarazada",
        "embarazo", "ingresos", "salario", "hijos", "nacionalidad", "alergia", "alergias",
        "sesso", "nascita", "compleanno", "salute", "malattia", "disabilita", "incinta",
        "gravidanza", "reddito", "stipendio", "figli", "nazionalita", "religione", "allergia",
        "leeftijd", "geslacht", "geboortedatum", "verjaardag", "gezondheid", "ziekte", "zwanger",
        "inkomen", "salaris", "kinderen", "nationaliteit", "geloof",
    )
)  # fmt: skip
"""Protected traits, and words that give one away, wherever they stand in a key or a value."""

PROTECTED_ALONE = frozenset(
    (
        "race", "origin", "party", "union", "vote", "weight", "family", "credit", "skin_colour",
        "skin_color", "alter", "eta", "origine", "civilite",
    )
)  # fmt: skip
"""The same as a whole key or value; beside another word they are harmless, as in `yarn_weight`."""

_STEMS = (
    "gender", "relig", "ethnic", "pregnan", "disab", "birth", "sexual", "nationalit", "diagnos",
    "schwanger", "geschlecht", "krankheit", "behinder",
)  # fmt: skip
"""What begins like this is protected, too: `agreement` is none, but `genderidentity` is."""

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CONTACT = re.compile(r"\d{6,}")
_ACCENTS = range(0x300, 0x370)

CHOICE, YES_OR_NO, ANY_WORD = "choice", "yes or no", "any word"
"""Kinds of preferences."""


class AskedFor(Struct, frozen=True, gc=False):
    """A preference that a brand asks its customers for: a key, and what may be said.

    `values` are those of a `choice`. `word` writes keys and values.
    """

    key: str
    kind: str = ANY_WORD
    values: tuple[str, ...] = ()

    def takes(self, value: str) -> bool:
        """Whether this may be said. To take a word back ('') always may."""
        if not value or self.kind == ANY_WORD:
            return True
        return value in (("yes", "no") if self.kind == YES_OR_NO else self.values)


@lru_cache(maxsize=2_048)
def word(text: str) -> str:
    """`text` as keys and values are kept: small letters and digits with `_` between; '' for none.

    Letters of every script are kept, those of ours without accents. What is too long is cut.
    """
    plain = normalize("NFKD", _HUMP.sub(" ", text[:200])).casefold()
    bare = normalize("NFC", "".join([c for c in plain if ord(c) not in _ACCENTS]))
    kept = "".join([c if category(c)[0] in "LNM" else " " for c in bare])
    return "_".join(kept.split())[:PREFERENCE_CHARS].rstrip("_")


@lru_cache(maxsize=2_048)
def protected(*texts: str) -> bool:
    """Whether one of these texts tells of a protected trait, each taken as `word` writes it."""
    words = [word(text) for text in texts]
    if any(one in PROTECTED_ALONE for one in words):
        return True
    parts = [part for one in words for part in one.split("_")]
    return any(part in PROTECTED or part.startswith(_STEMS) for part in parts)


def may_be_kept(key: str, value: str) -> bool:
    """Whether a preference, as kept, is one: it has a key, is no protected trait, and its value
    holds no long number, which would be somebody's."""
    return bool(key) and not protected(key, value) and not _CONTACT.search(value)


def declared(asked_for: tuple[AskedFor, ...] | None, key: str, value: str) -> bool:
    """Whether a brand declared that it asks for this, both as `word` writes them. Everything is,
    where the brand's release is from before that was asked for."""
    if asked_for is None:
        return True
    return any(one.key == key and one.takes(value) for one in asked_for)
