"""Forms of what has a key of its own: a tone, a claim."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from rapport.web.frameworks.forms_of_changes import key_of


class Entry(Struct, frozen=True):
    """One field of such a form."""

    name: str
    label: str
    help: str
    text: str = ""
    kind: str = "area"
    """`area`, `line` or `date`."""
    most: int = 2_000
    wrong: tuple[str, ...] = ()


def empty(form: Mapping[str, str], needed: Mapping[str, str]) -> dict[str, str]:
    """What is told of fields that must not be empty."""
    return {name: words for name, words in needed.items() if not form.get(name, "").strip()}


def new_key(words: str, kind: str, taken: Collection[str]) -> str:
    """A key made of words; one with a number where that is taken, or where they have no letters
    that can stand in one."""
    start = key_of(words)[:32].strip("-") or kind
    numbered = (f"{start}-{number}" for number in range(2, len(taken) + 3))
    return start if start not in taken else next(one for one in numbered if one not in taken)
