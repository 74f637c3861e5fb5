"""What a change to the voice or the claims means for drafts, told before it is made.

A draft stands on the voice and the claims that it was written with: once others are published, it
is put aside (`rapport.core.creative.draft.edition`). New phrases to avoid stop words like it for
good, whoever writes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct

from rapport.app.reviewing.review import Bench
from rapport.app.reviewing.taken_along import MOST_SHOWN, Mention, bans_of, mention_of
from rapport.core.blueprint import Release
from rapport.core.copy_checks.teaching import PHRASE, Teaching
from rapport.core.creative.draft import PROPOSAL, WAITING, Draft, edition_of
from rapport.ports import Drafts

MOST_PHRASES = 50
"""New phrases that drafts are looked through for at once."""

Phrase = tuple[str, str]
"""The check that a phrase belongs to, and its words."""


class Stopped(Struct, frozen=True):
    """Drafts that have words of new phrases: how many `waiting`, how many `usable`, and a few of
    them. `seen` is a digest of all of it, for who confirms it. `phrases` counts what was looked
    for, 0 where they were more than `MOST_PHRASES`."""

    phrases: int
    waiting: int
    usable: int
    drafts: tuple[Mention, ...]
    seen: str

    @property
    def any(self) -> bool:
        return bool(self.waiting or self.usable)


class PutAside(Struct, frozen=True):
    """Drafts that stand on what is published and would not on what is to be: `waiting` ones are
    given up, `usable` ones go out no more."""

    waiting: int = 0
    usable: int = 0


def would_stop(drafts: Drafts, bench: Bench, phrases: Sequence[Phrase]) -> Stopped:
    """Which drafts new phrases would stop, by the very checks that would do it."""
    looked = list(phrases) if len(phrases) <= MOST_PHRASES else []
    lessons = [
        Teaching(number, PHRASE, words, "", bench.at, check)
        for number, (check, words) in enumerate(looked, 1)
    ]
    bans = bans_of(bench, lessons) if lessons else None
    found = []
    if bans is not None:
        found = [
            (kept, finding)
            for kept in drafts.live_drafts(bench.brand)
            for finding in bans.found(kept.draft.slots, kept.draft.language)[:1]
        ]
    waiting = sum(kept.standing.state == WAITING for kept, _ in found)
    drafts_seen = sorted((kept.draft.id, kept.standing.state) for kept, _ in found)
    said = msgspec.json.encode((looked, drafts_seen))
    return Stopped(
        len(looked),
        waiting,
        len(found) - waiting,
        tuple(mention_of(bench, kept, finding) for kept, finding in found[:MOST_SHOWN]),
        sha256(said).hexdigest()[:24],
    )


def put_aside(drafts: Drafts, brand: str, now: Release, then: Release) -> PutAside:
    """What publishing `then` puts aside of what stands on `now`. Approved proposals stay: they are
    taken into the files, whatever was published since."""
    editions: dict[object, tuple[str, str]] = {}
    waiting = usable = 0
    for kept in drafts.live_drafts(brand):
        draft, waits = kept.draft, kept.standing.state == WAITING
        if draft.kind == PROPOSAL and not waits:
            continue
        asked = _asked(draft)
        if asked not in editions:
            editions[asked] = edition_of(draft, now), edition_of(draft, then)
        was, becomes = editions[asked]
        if draft.edition == was != becomes:
            waiting += waits
            usable += not waits
    return PutAside(waiting, usable)


def _asked(draft: Draft) -> object:
    return draft.kind, draft.framework, draft.point, draft.action, draft.language
