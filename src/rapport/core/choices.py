"""What a person chose, as their state keeps it, and when the last word on each thing was said.

A word is told late, or twice, or after one that came later: of two on one thing the later holds, in
whatever order they are told (`rapport.core.editions.TOLD_IN_ANY_ORDER`).
"""

from __future__ import annotations

from msgspec import Struct

from rapport.core.time import Instant


class LastWord(Struct, frozen=True, array_like=True, gc=False):
    """The last word on something that has a name, when it was said, and whether it holds: the topic
    is declined, the question is open, the parcel is late."""

    name: str
    at: Instant
    holds: bool


class ToldAt(Struct, frozen=True, array_like=True, gc=False):
    """When each thing that is known of a person was last told of; 0 for one that nobody told of
    since there was this, or, but for the language, that nobody proved."""

    email: Instant = 0
    phone: Instant = 0
    language: Instant = 0
    country: Instant = 0


class Consent(Struct, frozen=True, array_like=True, gc=False):
    """What may be sent. `email` and `sms`: '', subscribed, pending, unsubscribed or never."""

    email: str = ""
    email_at: Instant = 0
    sms: str = ""
    sms_at: Instant = 0
    bounced: bool = False
    complained: bool = False
    no_profiling: bool = False
    declined_topics: tuple[str, ...] = ()
    """The names of those of `topics` that hold; in states from before there were these, all there
    is, each cut to 40 letters."""
    email_asked_at: Instant = 0
    """When the person last asked for e-mail by an act of their own; only that lifts an opt-out."""
    sms_asked_at: Instant = 0
    topics: tuple[LastWord, ...] = ()
    """The last word on each topic that was declined, or kept where one might be told late to be
    declined; the oldest first."""
    topics_since: Instant = 0
    """When all topics were last told of at once: no older word on one counts."""
    profiling_at: Instant = 0
    """When the last word on profiling was said."""
    bounced_at: Instant = 0
    """When a message last bounced for good."""
