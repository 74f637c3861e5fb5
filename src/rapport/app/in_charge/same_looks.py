"""Whether two names can be told apart by who reads them in the audit log."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from rapport.core.copy_checks.letters import folded, hidden
from rapport.core.oversight.people import RESERVED, Person

_LOOSE_MARKS = range(0x300, 0x370)
"""Accents; the marks of other scripts make other letters."""
_ONE_STROKE = str.maketrans({"I": "l", "1": "l", "0": "O"})


def look_alike(one: str, another: str) -> bool:
    """Whether two names cannot be told apart: but for capitals, accents, width, spaces and points
    they are the same, or a letter of the one passes for that of the other.

    Two names without any Latin letter are held against each other as they are: what passes for the
    same Latin letter may well be two in their own alphabet.
    """
    if _plain(one) == _plain(another) or _drawn(one) == _drawn(another):
        return True
    return (_latin(one) or _latin(another)) and _skeleton(one) == _skeleton(another)


def looks_taken(people: Sequence[Person], name: str) -> Person | None:
    """The person for whom somebody of this name would be taken."""
    return next((person for person in people if look_alike(person.name, name)), None)


def looks_reserved(name: str) -> bool:
    """Whether a name would be taken for one that stands for something else than a person."""
    return any(look_alike(one, name) for one in RESERVED)


def holds_unseen(name: str) -> bool:
    """Whether a character of a name cannot be seen, though it counts as a letter or a mark."""
    return any(hidden(character) for character in name)


def _plain(name: str) -> str:
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    return _bare("".join(part for part in parts if ord(part) not in _LOOSE_MARKS))


def _skeleton(name: str) -> str:
    return _bare(folded(unicodedata.normalize("NFKC", name)))


def _drawn(name: str) -> str:
    """As it is drawn in many a typeface, where a capital i, a small L and a one are one stroke."""
    return unicodedata.normalize("NFKC", name).translate(_ONE_STROKE)


def _bare(name: str) -> str:
    """Without spaces, points, strokes and hyphens."""
    return "".join(one for one in name if unicodedata.category(one)[0] not in "PZ")


def _latin(name: str) -> bool:
    whole = unicodedata.normalize("NFKC", name)
    return any(unicodedata.name(one, "").startswith("LATIN ") for one in whole)
