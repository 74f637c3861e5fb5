"""People in charge of a brand, what each may do, and how they are known again.

A role includes every one before it. Where a brand has no people, whoever can reach Rapport's
terminal or holds the console's token is its owner and may do everything.
"""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Sequence
from hashlib import sha256

from msgspec import Struct

from rapport.core.time import Instant

VIEWER, AUTHOR, REVIEWER, PUBLISHER = "viewer", "author", "reviewer", "publisher"
ROLES = (VIEWER, AUTHOR, REVIEWER, PUBLISHER)

SEE, WRITE, JUDGE, PUBLISH = "see", "write", "judge", "publish"
_NEEDS = {SEE: VIEWER, WRITE: AUTHOR, JUDGE: REVIEWER, PUBLISH: PUBLISHER}

MOST_NAME = 60
_BETWEEN = frozenset(" -\u2010.'\u2019\u02bc\u00b7\u30fb_@+&")
"""What stands between letters: of double names, initials, O'Neill and addresses."""
RESERVED = frozenset({"rule", "rapport", "owner"})
"""Names in small letters that stand in the audit log for something else than a person."""

OWNER = "owner"
"""Who signs in with the console's own token."""


class Person(Struct, frozen=True):
    """Somebody in charge. Of the token only a salted hash is kept; it is shown once."""

    name: str
    role: str
    salt: str
    digest: str
    since: Instant

    def __repr__(self) -> str:
        """Without what the token could be tried against."""
        return f"Person({self.name!r}, {self.role!r})"


class Actor(Struct, frozen=True):
    """Who does something, and with which role."""

    name: str
    role: str
    listed: bool = False
    """Whether it is one of the brand's people, and not its owner."""

    def may(self, right: str) -> bool:
        """Whether the role has the right: see, write, judge or publish."""
        return ROLES.index(self.role) >= ROLES.index(_NEEDS[right])

    def wrote(self, author: str) -> bool:
        """Whether a draft's author is this person."""
        kind, _, name = author.partition(":")
        return kind == "person" and same_name(name, self.name)


def _belongs(character: str) -> bool:
    """Whether it stands in names, and ends none of them where several are listed."""
    return character in _BETWEEN or unicodedata.category(character)[0] in "LMN"


def needs(right: str) -> str:
    """The least role that has a right."""
    return _NEEDS[right]


def same_name(one: str, another: str) -> bool:
    """Whether two names are the same person's; capitals don't count."""
    return one.casefold() == another.casefold()


def named(people: Sequence[Person], name: str) -> Person | None:
    """The person of this name."""
    return next((one for one in people if same_name(one.name, name)), None)


def sealed(token: str, salt: str) -> str:
    """What is kept of a token: SHA-256 of it with the salt, as hex digits.

    A token is 256 random bits, so a slow hash would protect nothing more.
    """
    return sha256(f"{salt}:{token}".encode()).hexdigest()


def holder(people: Sequence[Person], token: str) -> Person | None:
    """Whose token it is. It takes as long for a wrong one as for a right one."""
    found = None
    for one in people:
        if hmac.compare_digest(sealed(token, one.salt), one.digest):
            found = one
    return found


def what_is_wrong_with(name: str) -> str:
    """Why nobody can have this name, in words; empty where it will do."""
    if not name.strip() or name != name.strip():
        return "A name cannot be empty, nor begin or end with a space."
    if len(name) > MOST_NAME:
        return f"A name has at most {MOST_NAME} characters."
    if not name.isprintable() or ":" in name:
        return "A name has no colon and nothing that cannot be seen."
    if odd := next((one for one in name if not _belongs(one)), ""):
        return (
            f"A name has letters, figures, spaces, hyphens, apostrophes and points, and no '{odd}'."
        )
    if not any(one.isalpha() for one in name):
        return "A name has a letter in it."
    if name.casefold() in RESERVED:
        return f"'{name}' stands for something else in the audit log. Take another name."
    return ""
