"""What a ban takes along: told before it is confirmed, done with it, and undone with it.

A draft is taken along for a banned phrase alone, by the very check that stops it from then on,
whatever else may stand against its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rapport.app.reviewing.review import Bench
from rapport.app.writer.beside import flat
from rapport.core.copy_checks.compiling import OnlyBans, ban_of, only_bans
from rapport.core.copy_checks.teaching import Teaching
from rapport.core.creative.draft import (
    BY_RULE,
    CHANGED,
    EXPIRED,
    PROPOSAL,
    REJECTED,
    WAITING,
    Draft,
    KeptDraft,
    Standing,
    is_current,
)
from rapport.core.creative.framework import Block, Framework
from rapport.core.creative.message import Finding
from rapport.core.creative.modes import Writing
from rapport.errors import ConflictError
from rapport.ports import Drafts, Transaction

MOST_SHOWN = 3
"""Examples of drafts, and of approved words."""

AROUND = 40
"""Characters on either side of words that are found."""


class TakesMoreError(ConflictError):
    """A ban takes along something else than somebody was shown."""


class Mention(Struct, frozen=True):
    """Where a phrase stands: the framework's name, the slot, and the words with some around them.
    `draft` is the draft's id, empty for approved words; `approved` says that it goes out by now."""

    framework: str
    slot: str
    before: str
    found: str
    after: str
    draft: str = ""
    approved: bool = False


class TakenAlong(Struct, frozen=True):
    """What banning a phrase takes along.

    `waiting` drafts and `usable` ones, approved by now, are rejected with it. `wordings` counts
    approved blocks of the frameworks that have it: they stay, and new words near them will lack it.
    `drafts` and `blocks` are a few of them. `seen` is a digest of all of it, for who confirms it.
    """

    phrase: str
    check: str
    waiting: int
    usable: int
    wordings: int
    drafts: tuple[Mention, ...]
    blocks: tuple[Mention, ...]
    seen: str

    @property
    def any(self) -> bool:
        return bool(self.waiting or self.usable or self.wordings)


class Along(Struct, frozen=True):
    """What has the words of a ban: drafts, each with what a check finds in it, and approved
    blocks."""

    lesson: Teaching
    drafts: Sequence[tuple[KeptDraft, Finding]]
    blocks: Sequence[tuple[Framework, Block, Finding]]


def along(drafts: Drafts, bench: Bench, lesson: Teaching, but: str = "") -> Along:
    """What a ban takes along now, beside the draft `but`, which is rejected with it."""
    bans = bans_of(bench, [lesson])
    if bans is None:
        return Along(lesson, (), ())
    live = ((kept, kept.draft) for kept in drafts.live_drafts(bench.brand))
    having = [(kept, bans.found(one.slots, one.language)) for kept, one in live if one.id != but]
    taken = [(kept, found[0]) for kept, found in having if found]
    proposals = [kept.draft.id for kept, _ in taken if kept.draft.kind == PROPOSAL]
    # Words of a proposal that are in the brand's files stay: they are the framework's own.
    own = bench.in_files(proposals) if proposals else ()
    blocks = [
        (framework, block, found)
        for framework in bench.release.frameworks
        for block in framework.blocks
        for found in bans.found(flat({block.slot: block.text}), block.language)[:1]
    ]
    return Along(lesson, [one for one in taken if one[0].draft.id not in own], blocks)


def told(bench: Bench, found: Along) -> TakenAlong:
    """The same for a person."""
    waiting = sum(kept.standing.state == WAITING for kept, _ in found.drafts)
    # With what each stands at: one that somebody approved meanwhile is more to take along.
    drafts = sorted((kept.draft.id, kept.standing.state) for kept, _ in found.drafts)
    blocks = sorted(block.id for _, block, _ in found.blocks)
    said = msgspec.json.encode((found.lesson.text, found.lesson.check, drafts, blocks))
    return TakenAlong(
        phrase=found.lesson.text,
        check=found.lesson.check,
        waiting=waiting,
        usable=len(drafts) - waiting,
        wordings=len(blocks),
        drafts=tuple(mention_of(bench, *one) for one in found.drafts[:MOST_SHOWN]),
        blocks=tuple(
            _mention(framework.name, block.text, one)
            for framework, block, one in found.blocks[:MOST_SHOWN]
        ),
        seen=sha256(said).hexdigest()[:24],
    )


def take_along(transaction: Transaction, bench: Bench, found: Along) -> list[str]:
    """Rejects the drafts by rule, and says which those were."""
    ban = ban_of(found.lesson)
    to = Standing(REJECTED, BY_RULE, ban.says, bench.at, lesson=ban.lesson)
    return [
        kept.draft.id
        for kept, _ in found.drafts
        if transaction.judge_draft(bench.brand, kept.draft.id, kept.standing.state, to)
    ]


def give_back(transaction: Transaction, bench: Bench, lesson: Teaching) -> list[str]:
    """Lets wait again what a lesson alone took along, now that it is taken back; which those are.

    What was approved waits, too: somebody looks at it again. What another lesson bans is that one's
    from now on, and what no longer stands on what is published is given up.
    """
    others = [one for one in transaction.teachings(bench.brand) if one.bans]
    bans = bans_of(bench, others)
    back = []
    for kept in transaction.taken_along(bench.brand, lesson.number):
        draft = kept.draft
        found = bans.found(draft.slots, draft.language) if bans else ()
        if found and (ban := found[0].ban):
            to = Standing(REJECTED, BY_RULE, ban.says, bench.at, lesson=ban.lesson)
            transaction.judge_draft(bench.brand, draft.id, REJECTED, to)
        elif not is_current(draft, bench.release):
            gone = Standing(EXPIRED, BY_RULE, CHANGED, bench.at)
            transaction.judge_draft(bench.brand, draft.id, REJECTED, gone)
        else:
            until = max(draft.deadline, bench.at + _writing(bench, draft).deadline)
            if transaction.requeue_draft(bench.brand, draft.id, lesson.number, until):
                back.append(draft.id)
    return back


def bans_of(bench: Bench, lessons: Sequence[Teaching]) -> OnlyBans | None:
    """The checks of these bans alone; None where a brand's voice is not known."""
    standard = next(iter(bench.standards.values()), None)
    return only_bans(standard, lessons) if standard else None


def mention_of(bench: Bench, kept: KeptDraft, found: Finding) -> Mention:
    """Where in a draft the words stand that a check found."""
    draft = kept.draft
    framework = bench.release.framework(draft.framework)
    name = framework.name if framework else draft.framework
    mention = _mention(name, draft.slots[found.where], found)
    approved = kept.standing.state != WAITING
    return replace(mention, draft=draft.id, approved=approved)


def _mention(framework: str, text: str, found: Finding) -> Mention:
    """The words as they stand; where they were disguised, only what the check made of them."""
    text = " ".join(text.split())
    at = text.find(found.found)
    if at < 0:
        return Mention(framework, found.where, "", found.found, "")
    end = at + len(found.found)
    before, after = text[max(0, at - AROUND) : at], text[end : end + AROUND]
    return Mention(
        framework,
        found.where,
        f"…{before}" if at > AROUND else before,
        found.found,
        f"{after}…" if end + AROUND < len(text) else after,
    )


def _writing(bench: Bench, draft: Draft) -> Writing:
    framework = bench.release.framework(draft.framework)
    return framework.writing if framework else Writing()
