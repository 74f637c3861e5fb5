"""A message as it was written: what guardrails check, the sender sends and the record keeps."""

from __future__ import annotations

from msgspec import Struct

from rapport.core.creative.framework import Action
from rapport.core.time import Instant


class Link(Struct, frozen=True, gc=False):
    """A click address in a message: `token` is what is behind `/c/`, `target` where it leads."""

    key: str
    target: str
    token: str


class Message(Struct, frozen=True, gc=False):
    """One written message. Addressing (`to`) is the only personal datum, and is kept apart.

    `key` is the effect's key: the same message always has the same key, file name and Message-ID.
    """

    key: str
    brand: str
    profile: str
    flow: str
    point: str
    action: Action
    language: str
    subject: str
    preheader: str
    html: str
    text: str
    blocks: tuple[str, ...]
    """Ids of the approved blocks it is made of: its provenance."""
    links: tuple[Link, ...]
    from_email: str
    from_name: str
    reply_to: str
    unsubscribe_url: str
    unsubscribe_mailto: str = ""
    words: tuple[int, ...] = ()
    """What it says, by the numbers of `rapport.core.deciding.had`."""


class Ban(Struct, frozen=True, gc=False):
    """A reviewer's lesson that bans words: its number, by which it is taken back, the words as they
    were banned, who did it, and when."""

    lesson: int
    words: str
    who: str
    at: Instant

    @property
    def says(self) -> str:
        """Such as `lesson 3 bans 'treasure of ours': Nell`."""
        return f"lesson {self.lesson} bans '{self.words}': {self.who}"


class Finding(Struct, frozen=True, gc=False, omit_defaults=True):
    """What a guardrail found. `rule` is its name; `where` the slot or part it found it in. `ban` is
    the lesson that it comes of, None where it comes of none."""

    rule: str
    where: str
    found: str
    advice: str
    ban: Ban | None = None
