"""Words and slots in the forms in which they stand in a set, and how what is odd is told."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from rapport.app.redteam.names import SLOT_NAMED_BY, WORDS_UNDER
from rapport.core.creative.wording import made_visible

HALF_CHARACTER = re.compile("[\ud800-\udfff]")
UNKNOWN = "\ue000"
"""What half a character is put as: one that means nothing, which the checks find."""
MOST_SHOWN = 40
"""Characters of a strange name or value that are shown."""


class Notes:
    """Sentences about what was taken for what, each with how many lines it is about."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def add(self, sentences: set[str]) -> None:
        """Counts one more line for each."""
        for sentence in sorted(sentences):
            self._counts[sentence] = self._counts.get(sentence, 0) + 1

    def sentences(self) -> tuple[str, ...]:
        """Such as `12 lines: 'button' was taken for 'cta'.`, in order of appearance."""
        return tuple(
            f"{count:,} {'line' if count == 1 else 'lines'}: {sentence}."
            for sentence, count in self._counts.items()
        )


def shown(value: object) -> str:
    """A strange name or value in short, with nothing in it that cannot be seen."""
    words = value if isinstance(value, str) else json.dumps(value, default=str)
    words = made_visible(" ".join(words.split()))
    return words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN]}…"


def packed(held: object) -> Mapping[str, object] | None:
    """Slots in any of their forms: an object, JSON in a string, or a list of slots with words."""
    if isinstance(held, str) and held.lstrip().startswith("{") and '"' in held:
        try:
            return packed(json.loads(held))
        except (ValueError, RecursionError):
            return None
    if isinstance(held, dict):
        inner = held.get("slots")
        return packed(inner) if isinstance(inner, (dict, list)) else held
    if not isinstance(held, list) or not held or not all(isinstance(one, dict) for one in held):
        return None
    found: dict[str, object] = {}
    for one in held:
        name = next((one[by] for by in SLOT_NAMED_BY if isinstance(one.get(by), str)), None)
        words = next((one[under] for under in WORDS_UNDER if under in one), None)
        found.update(one if name is None else {name: words})
    return found


def words_in(value: object) -> str | None:
    """A value as one piece of words, a list as paragraphs; None where it is something else."""
    if isinstance(value, str):
        return HALF_CHARACTER.sub(UNKNOWN, value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict):
        return next((words_in(value[under]) for under in WORDS_UNDER if under in value), None)
    if isinstance(value, list):
        pieces = [words_in(one) for one in value]
        whole = [piece for piece in pieces if piece is not None]
        return "\n\n".join(whole) if value and len(whole) == len(pieces) else None
    return None
