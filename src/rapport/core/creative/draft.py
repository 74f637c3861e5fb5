"""Drafts: words for one message that nobody has approved as they are, and what became of them.

A draft is a writer's proposal for a framework, a decision point and an action. It waits for a
person or, where the framework's mode lets it, is usable at once. Its words are never changed:
whoever edits them makes another, and the first one says which.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b, sha256

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rapport.core.blueprint import Release
from rapport.core.creative.framework import CONTENT_FACTORS, NO_OFFER, Action, Block, Framework
from rapport.core.creative.voice import Claim, Voice
from rapport.core.offer import Offer
from rapport.core.time import Instant

REWRITE, PROPOSAL = "rewrite", "proposal"
KINDS = (REWRITE, PROPOSAL)
"""A rewrite says the same as the approved copy in other words. A proposal is to become a part of
the framework: a new block, tone or angle."""

WAITING, USABLE, REJECTED, EXPIRED = "waiting", "usable", "rejected", "expired"
EDITED = "edited"
"""What a rejected draft counts as where an editor made another of it."""

PERSON, MODEL = "person:", "model:"
"""How an author begins; a name follows."""

BLOCK = "draft:"
"""How the id of a block begins whose words are a draft's: `draft:ID:slot`."""

_encode = msgspec.json.Encoder(order="deterministic").encode


class Draft(Struct, frozen=True):
    """Words for one message. `id` is a hash of all of it but the times; `named` gives it.

    `edition` is that of `edition` when the words were checked. `situation` is a short stable key of
    whom it is for, empty where it fits anybody. `author` is `person:NAME` or `model:NAME`, `prompt`
    the version of the prompt that a model was given. `slots` holds the words with placeholders, by
    slot. Nobody judges it after its `deadline`.
    """

    id: str
    framework: str
    edition: str
    point: str
    action: Action
    language: str
    situation: str
    slots: dict[str, str]
    author: str
    prompt: str
    made_at: Instant
    deadline: Instant
    kind: str = REWRITE
    brief: str = ""
    """Of a proposal: what a person asked for, in their words."""

    def blocks(self) -> dict[str, Block]:
        """The words as blocks, by slot, so that a message's record names where they came from."""
        return {
            slot: Block(
                f"{BLOCK}{self.id}:{slot}", slot, text, language=self.language, by=self.author
            )
            for slot, text in self.slots.items()
        }

    @property
    def begins(self) -> str:
        """Its subject, or its first words; empty where there are none."""
        return self.slots.get("subject") or next(iter(self.slots.values()), "")


class Standing(Struct, frozen=True):
    """What a draft stands at. `who` judged it and `why`, `at` which moment; empty while it waits.

    `who` is a person's name, or `rule` where a mode let it pass, its time ran out or a lesson took
    it along. `became` is the draft that an editor made of it, `lesson` the number of the lesson
    that took it along; 0 where it was judged for its own sake.
    """

    state: str = WAITING
    who: str = ""
    why: str = ""
    at: Instant = 0
    became: str = ""
    lesson: int = 0


class KeptDraft(Struct, frozen=True):
    """A draft, and what it stands at."""

    draft: Draft
    standing: Standing = Standing()


BY_RULE = "rule"

CHANGED = "what it stands on has changed since it was written"
"""Why a draft is put aside that no person could approve any more."""


def named(draft: Draft) -> Draft:
    """The draft with its id. Of its action only what the words are for is kept, not the moment."""
    draft = replace(draft, action=for_words(draft.action))
    said = _encode(replace(draft, id="", made_at=0, deadline=0))
    return replace(draft, id=blake2b(said, digest_size=12).hexdigest())


def words_digest(slots: Mapping[str, str]) -> str:
    """SHA-256 of the words, as it stands in the audit log of whoever judged them."""
    return sha256(_encode(slots)).hexdigest()


def for_words(action: Action) -> Action:
    """The action without its moment: the same words do at any time."""
    return replace(action, time="")


def edition(
    framework: Framework,
    voice: Voice | None,
    claims: Sequence[Claim],
    offers: Sequence[Offer],
    *,
    point: str,
    action: Action,
    language: str,
) -> str:
    """A digest of everything that the words of one message stand on.

    It takes in the framework's slots, the approved blocks that may be used at the point for the
    action, the levels and the offer that the action names, the voice and the claims. So a change of
    any of them makes drafts for that message stale, and a change elsewhere leaves them be.
    """
    said = (
        framework.key,
        framework.about,
        framework.slots,
        tuple(_levels(framework, action)),
        tuple(offer for offer in offers if offer.key == (action.offer or NO_OFFER)),
        tuple(
            replace(block, where="", by="")
            for block in framework.blocks
            if block.language == language and block.fits(point, action)
        ),
        voice,
        tuple(claims),
    )
    return blake2b(_encode(said), digest_size=12).hexdigest()


def edition_now(release: Release, framework: str, *, point: str, action: Action, lang: str) -> str:
    """The edition that holds with a release; empty where it has no such framework."""
    found = release.framework(framework)
    if found is None:
        return ""
    return edition(
        found,
        release.voice,
        release.claims,
        release.offers,
        point=point,
        action=action,
        language=lang,
    )


def proposal_edition(release: Release, framework: str, action: Action) -> str:
    """A digest of what a proposal stands on: offer, claims, and the voice without its tones.

    Neither approved words nor levels are in it: a proposal adds to them, so another one that was
    taken in before makes it no staler. What is approved is read with it whenever it is judged.
    Empty where the release has no such framework.
    """
    found = release.framework(framework)
    if found is None:
        return ""
    said = (
        PROPOSAL,
        found.key,
        found.about,
        found.slots,
        tuple(offer for offer in release.offers if offer.key == (action.offer or NO_OFFER)),
        replace(release.voice, tones=()) if release.voice is not None else None,
        release.claims,
    )
    return blake2b(_encode(said), digest_size=12).hexdigest()


def is_current(one: Draft, release: Release) -> bool:
    """Whether a draft's words still stand on what is published."""
    return one.edition == edition_of(one, release)


def edition_of(one: Draft, release: Release) -> str:
    """The edition that a draft would have if it were made now."""
    if one.kind == PROPOSAL:
        return proposal_edition(release, one.framework, one.action)
    return edition_now(
        release, one.framework, point=one.point, action=one.action, lang=one.language
    )


def _levels(framework: Framework, action: Action) -> Iterator[object]:
    named = {"tone": framework.tones, "angle": framework.angles, "visual": framework.visuals}
    for factor in CONTENT_FACTORS:
        key = action.level(factor)
        yield key
        yield from (level for level in named.get(factor, ()) if level.key == key)
