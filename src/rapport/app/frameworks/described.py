"""What a new tone or angle is described by: what somebody asked a model for, where that is fit.

A description stands in the brand's files and in every later question to the writer. So it is held
to the checks that words of a message are held to, as far as they are about what may be said.
"""

from __future__ import annotations

from msgspec import Struct

from rapport.app.wording.names import begun
from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.standard import Rewrite, Standard
from rapport.core.creative.draft import Draft
from rapport.core.creative.message import Finding
from rapport.core.creative.wording import PLACEHOLDER, sentence_in

HELD_TO = frozenset(
    {
        f.FIGURE, f.CURRENCY, f.PERCENTAGE, f.DATE, f.LINK, f.E_MAIL, f.PHONE, f.OFFER, f.CLAIM,
        f.TRAIT, f.AVOIDED, f.INSTRUCTION, f.LOOK_ALIKE, f.HIDDEN, f.DISGUISE, f.MARKUP,
    }
)  # fmt: skip
"""What a description has none of. That it is to urge nobody and flatter nobody it may well say."""

NEW_LEVEL = "A new "
"""How what a reviewer is told of a new level begins."""

_PART = "body"
_ENDS = ".!?…"


class Described(Struct, frozen=True):
    """What a new level is going to be described by; `findings` are why that is its name alone."""

    words: str
    findings: tuple[Finding, ...] = ()

    @property
    def why_name_alone(self) -> str:
        """In a sentence; empty where it is described by what was asked for."""
        if not self.findings:
            return ""
        return f"what was asked for is no description: {in_short(self.findings)}"


def description_faults(standard: Standard, words: str, language: str) -> tuple[Finding, ...]:
    """What keeps words from being a description."""
    if named := PLACEHOLDER.search(words):
        return (Finding(f.PLACEHOLDER, "", named[0], "a description names no facts"),)
    found = standard.findings(Rewrite({_PART: words}, language=language, offer=None))
    return tuple(
        one
        for one in found
        if one.rule in HELD_TO
        # "Two short sentences" promises nobody anything.
        and (one.rule != f.FIGURE or any(letter.isdigit() for letter in one.found))
    )


def described(draft: Draft, key: str, standard: Standard | None) -> Described:
    """What a new level of a proposal is described by: what was asked for as a sentence or, where
    the checks stop that, its name."""
    words = begun(" ".join(draft.brief.split()))
    faults = description_faults(standard, words, draft.language) if standard and words else ()
    if faults or not words:
        return Described(f"{name_of(key)}.", faults)
    return Described(words if words.endswith(tuple(_ENDS)) else f"{words}.")


def in_short(findings: tuple[Finding, ...]) -> str:
    """Such as `'20%' (percentage)`, each words once."""
    rules: dict[str, str] = {}
    for one in findings:
        rules[one.found] = one.rule
    return ", ".join(f"'{found}' ({rule})" for found, rule in rules.items())


def name_of(key: str) -> str:
    """What people see of a new level."""
    return begun(key.replace("-", " "))


def on_arrival(draft: Draft, factor: str, standard: Standard | None) -> str:
    """What a reviewer is told of a new level: what it will be described by, and its example."""
    key = draft.action.level(factor)
    found = described(draft, key, standard)
    told = f"{NEW_LEVEL}{factor}, which comes with it."
    if found.findings:
        told += (
            f" It will be described by its name alone, since {found.why_name_alone}. Say in the "
            "files how it sounds, or reject this and ask in other words."
        )
    else:
        told += f" It will be described as “{found.words}”"
        if factor == "tone":
            told += f" The example of how it sounds will be “{sentence_in(draft.slots)}”"
    return told
