"""Names of parts or speakers before the words ("Subject: Your basket"), and shouted commands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.findings import finding
from rapport.core.copy_checks.reading import PLACEHOLDER
from rapport.core.creative.message import Finding

# Gives back no white space and begins once before each stretch of it: a text of nothing but empty
# lines must not take minutes.
_LABEL = re.compile(
    r"^(?<!\n\n)(?<!\n \n)\s*+(?:(?:draft|new|suggested|proposed|final|alternative) )?"
    r"(?:subject(?: line)?|preheader|headline|body|cta|button|offer[ _]line|sign-?off|"
    r"tone|angle|slot|message|e-?mail|assistant|user|system|output|rewrite|version|option|variant|draft)\s*+(?:[\d(a-z)]{1,4}\s*+)?[:=]",
    re.IGNORECASE | re.MULTILINE,
)
_ROLE = re.compile(
    r"\b(?:SYSTEM|ASSISTANT|USER|DEVELOPER|ADMIN|INSTRUCTIONS?|PROMPT) ?:|"
    r"(?<=[.!?…] )(?:System|Assistant|User|Developer|Admin|Prompt) ?:"
)
"""Somebody in a conversation with a machine, who begins to speak in the middle of a text."""
_SHOUTED = re.compile(r"\b[A-Z]{4,}(?:\s+[A-Z]{2,})+\b|\b[A-Z]{2,}\s+[A-Z]{4,}\b")
_CAPITALS = re.compile(r"[A-Z][A-Z]\s+[A-Z][A-Z]")


def labelled(slot: str, text: str) -> Iterator[Finding]:
    """What stands in a text for a machine or an editor, the first of it."""
    if label := _LABEL.search(text):
        yield finding(f.INSTRUCTION, slot, label[0])
    elif ":" in text and (role := _ROLE.search(text)):
        yield finding(f.INSTRUCTION, slot, role[0])
    elif _shouts(text) and (shouted := _SHOUTED.search(text)):
        yield finding(f.INSTRUCTION, slot, shouted[0])


def all_capitals(text: str) -> bool:
    """Whether a text is in capitals throughout, but for its placeholders."""
    return PLACEHOLDER.sub("", text).isupper()


def _shouts(text: str) -> bool:
    return bool(_CAPITALS.search(text)) and not all_capitals(text)
