"""A message as it was written: what guardrails check, the sender sends and the record keeps."""

from __future__ import annotations

from msgspec import Struct

from rapport.core.creative import Action


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
    """What it says, by the numbers of `rapport.core.had`."""


class Finding(Struct, frozen=True, gc=False):
    """What a guardrail found. `rule` is its name; `where` the slot or part it found it in."""

    rule: str
    where: str
    found: str
    advice: str
