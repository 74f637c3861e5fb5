"""From a form of the framework pages to a change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from rapport.app.wording.typed_numbers import number_typed
from rapport.core.creative.editing import (
    BOUND_TO,
    AddLevel,
    AddWords,
    EditLevel,
    EditWords,
    RetireLevel,
    RetireWords,
    SetLimit,
    SetMode,
    WholeText,
)
from rapport.core.creative.framework import Framework

SLOT = "slot."


def tidy(words: str) -> str:
    """Words as they go into a file: lines end alike, and nothing is left at their ends."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def one_line(words: str) -> str:
    return " ".join(words.split())


def key_of(label: str) -> str:
    """A key made of a label: lower-case letters, digits and '-'."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].rstrip("-")


def bound_in(form: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """What was ticked, by factor; nothing ticked is any."""
    ticked = {factor: tuple(form.get(factor, "").split()) for factor in BOUND_TO}
    return {factor: keys for factor, keys in ticked.items() if keys}


def words_in(form: Mapping[str, str], framework: Framework) -> dict[str, str]:
    """What was typed, by slot, in the framework's order."""
    return {
        slot.key: tidy(form[SLOT + slot.key]) for slot in framework.slots if SLOT + slot.key in form
    }


def also_in(form: Mapping[str, str]) -> bool:
    """Whether the words were ticked to go second."""
    return form.get("also") == "yes"


def add_words(form: Mapping[str, str], framework: Framework) -> AddWords:
    words = {slot: text for slot, text in words_in(form, framework).items() if text}
    language = form.get("language", "").strip()
    return AddWords(bound_in(form), words, language, also=also_in(form))


def edit_words(form: Mapping[str, str], framework: Framework, passage: str) -> EditWords:
    words = words_in(form, framework)
    return EditWords(passage, bound_in(form), words, also=also_in(form))


def retire_words(passage: str) -> RetireWords:
    return RetireWords(passage)


def add_level(form: Mapping[str, str], framework: Framework, factor: str) -> AddLevel:
    label = one_line(form.get("label", ""))
    words = {slot: text for slot, text in words_in(form, framework).items() if text}
    return AddLevel(factor, key_of(label), label, tidy(form.get("describes", "")), words)


def edit_level(form: Mapping[str, str], factor: str, key: str) -> EditLevel:
    return EditLevel(
        factor,
        key,
        one_line(form.get("label", "")),
        tidy(form.get("describes", "")),
        (tidy(form.get("was.label", "")), tidy(form.get("was.describes", ""))),
    )


def retire_level(factor: str, key: str) -> RetireLevel:
    return RetireLevel(factor, key)


def set_limit(form: Mapping[str, str]) -> SetLimit:
    typed = form.get("most", "").strip()
    most = number_typed(typed, whole=True) or typed
    return SetLimit(form.get("slot", ""), most, form.get("was", ""))


def set_mode(form: Mapping[str, str]) -> SetMode:
    typed = form.get("sample", "").strip()
    share = number_typed(typed.removesuffix("%")) if typed.endswith("%") else None
    return SetMode(
        form.get("mode", ""),
        typed if share is None else f"{share}%",
        form.get("deadline", "").strip(),
        form.get("was", ""),
    )


def whole_text(form: Mapping[str, str]) -> WholeText:
    """As it was typed, but for the ends of lines; with one at the end."""
    text = form.get("text", "").replace("\r\n", "\n").replace("\r", "\n")
    return WholeText(text.rstrip("\n") + "\n")
