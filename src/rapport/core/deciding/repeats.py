"""What was said to a person before, so that nothing is said to them twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from rapport.core.creative.message import Finding

SAID_BEFORE = "said before"
"""The finding's rule."""

LOOKED_AT = 60
"""Earlier messages of a person that are looked at, the latest ones."""

SHORTEST_BODY = 24
"""Characters; less of a body stands in many a message by chance."""


class Said(Struct, frozen=True):
    """An earlier message to the person: its subject, and its text part."""

    subject: str
    text: str


def repeats(slots: Mapping[str, str], said: Sequence[Said]) -> Iterator[Finding]:
    """The subject and the body that an earlier message had already, word for word; letters' case
    and line breaks make no difference."""
    subject, body = _plain(slots.get("subject", "")), _plain(slots.get("body", ""))
    earlier = [_plain(one.subject) for one in said]
    if subject and subject in earlier:
        yield _finding("subject", slots["subject"])
    if len(body) >= SHORTEST_BODY and any(body in _plain(one.text) for one in said):
        yield _finding("body", slots["body"])


def _finding(slot: str, words: str) -> Finding:
    shown = " ".join(words.split())[:60]
    advice = "approve other words for this combination: nobody gets the same ones twice"
    return Finding(SAID_BEFORE, slot, shown, advice)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
