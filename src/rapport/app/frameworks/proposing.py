"""Co-writing: a person says what they would like, a model writes it, and people decide.

What passes the checks goes into the queue as a proposal, which always waits for a person. What they
approve is taken into the brand's folder, where it is like anything else that people wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.frameworks.described import description_faults, in_short, name_of
from rapport.app.in_charge.audit_log import note
from rapport.app.in_charge.people import allow, still
from rapport.app.in_charge.reasons import all_seen
from rapport.app.writer.beside import Beside, beside
from rapport.app.writer.drafting import Drafted, Task
from rapport.app.writer.laid_down import NO_VOICE, Words, laid_down
from rapport.app.writer.order import writer_day
from rapport.app.writer.prompting import PROPOSE_PROMPT
from rapport.app.writer.scribe import Scribe
from rapport.app.writer.standards import StandardsKept
from rapport.app.writer.writer_usage import MADE, STOPPED
from rapport.core.blueprint import Blueprint, Release
from rapport.core.copy_checks.standard import Standard
from rapport.core.creative.coverage import points_of
from rapport.core.creative.draft import (
    BY_RULE,
    MODEL,
    PERSON,
    PROPOSAL,
    USABLE,
    Draft,
    KeptDraft,
    named,
    proposal_edition,
)
from rapport.core.creative.framework import NO_OFFER, Action, Block, Framework, Level
from rapport.core.creative.wording import facts_needed
from rapport.core.oversight.audit import Deed
from rapport.core.oversight.people import WRITE, Actor
from rapport.errors import ModelError, NotFoundError, UserError
from rapport.ports import Clock, Drafts, Store

MOST_BRIEF = 1_000
MOST_JUDGED = 10_000
_KEY = re.compile(r"[a-z][a-z0-9-]{0,40}")


class Brief(Struct, frozen=True):
    """What a person would like. Levels left empty are the framework's first; `tone` and `angle` may
    be new. `slots` names the parts to write; empty for all of them.

    With a new tone or angle an empty `point` stands for every one, otherwise for the first.
    """

    framework: str
    words: str
    tone: str = ""
    angle: str = ""
    offer: str = NO_OFFER
    point: str = ""
    slots: tuple[str, ...] = ()


class Proposed(Struct, frozen=True):
    """What came of it: a draft that waits for a person, or words and what stopped them."""

    draft: Draft | None
    drafted: Drafted
    known: bool = False
    """Whether the very same words were proposed before."""


class Proposing:
    """Asks a model for proposals."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        scribe: Scribe,
        anchor: Callable[[str], None] = lambda _: None,
    ) -> None:
        """`anchor` keeps an anchor of the audit log once something is committed, now or later."""
        self._store = store
        self._anchor = anchor
        self._clock = clock
        self._scribe = scribe
        self._standards = StandardsKept()

    def propose(self, blueprint: Blueprint, brief: Brief, actor: Actor) -> Proposed:
        """Raises NotAllowedError where the actor may not write, UserError for a brief that cannot
        be followed, ModelError where the model gives no words."""
        now, release = self._clock.now(), blueprint.releases[-1]
        if release.retired is not None:
            raise UserError(
                f"{release.brand.name} is retired: nothing is proposed. Bring it back first.",
                at_the_terminal=f"rapport brands bring-back {blueprint.brand} --because REASON",
            )
        with self._store.transaction() as transaction:
            allow(still(transaction, blueprint.brand, actor), WRITE, "ask for new words")
            lessons = tuple(transaction.teachings(blueprint.brand))
        framework, action = understood(release, brief)
        standard = self._standards.of(blueprint, lessons, now).get(framework.key)
        if standard is None:
            raise UserError(NO_VOICE)
        _fit_to_describe(release, framework, action, brief, standard)
        point = brief.point or the_point(release, framework, action)
        blocks = to_be_written(framework, point, action, release.brand.language, brief.slots)
        near = beside(framework, point, action, release.brand.language, blocks)
        words = Words(framework, point, action, release.brand.language, blocks)
        subject = laid_down(release, words, standard, lessons, now)
        subject = replace(subject, needed=subject.needed - _named_in(near))
        day = writer_day(release.brand, now)
        asked = _Asked(blueprint.brand, actor, framework.key, action, point, brief.words, day)
        try:
            proofreads = release.brand.writer.proofreads
            task = Task(
                PROPOSE_PROMPT, subject, standard, brief.words, near=near, proofreads=proofreads
            )
            made = self._scribe.put(release.brand, task)
        except ModelError as error:
            self._keep(asked, None, f"no words: {error.trouble}", error.trouble)
            raise
        if not made.slots:
            rules = ", ".join(sorted({one.rule for one in made.findings}))
            self._keep(asked, None, f"words that the checks stop: {rules}", STOPPED)
            return Proposed(None, made)
        draft = named(
            Draft(
                id="",
                framework=framework.key,
                edition=proposal_edition(release, framework.key, action),
                point=point,
                action=action,
                language=subject.language,
                situation="",
                slots={key: made.slots[key] for key in blocks},
                author=f"{MODEL}{self._scribe.name}",
                prompt=made.prompt,
                made_at=now,
                deadline=now + framework.writing.deadline,
                kind=PROPOSAL,
                brief=brief.words,
            )
        )
        return Proposed(draft, made, known=not self._keep(asked, draft, "words that wait", MADE))

    def _keep(self, asked: _Asked, draft: Draft | None, came: str, tally: str) -> bool:
        """Keeps the draft, if there is one, with an entry in the audit log of who asked, and counts
        what came of it in the writer's book; whether it is a new one."""
        with self._store.transaction() as transaction:
            new = bool(draft and transaction.add_drafts(asked.brand, [KeptDraft(draft)]))
            came = "words that were there already" if draft and not new else came
            deed = _deed(asked, draft, came, self._scribe.name)
            note(transaction, asked.brand, self._clock.now(), deed)
            transaction.tally_writer(asked.brand, asked.day, asked.framework, tally)
        self._anchor(asked.brand)
        return new


class _Asked(Struct, frozen=True):
    """Who asked for what, as it stands in the audit log."""

    brand: str
    actor: Actor
    framework: str
    action: Action
    point: str
    words: str
    day: int


def _deed(asked: _Asked, draft: Draft | None, came: str, model: str) -> Deed:
    """Of the brief a digest: it is with the draft, and may say what no log should keep for good."""
    saw = {
        "brief": sha256(asked.words.encode()).hexdigest(),
        "came": came,
        "model": model,
        "for": f"{asked.framework}, {asked.point or 'every point'}",
        "levels": ", ".join(
            asked.action.level(factor) or NO_OFFER for factor in ("tone", "angle", "offer")
        ),
    }
    what = f"draft {draft.id}" if draft else f"framework {asked.framework}"
    return Deed(asked.actor.name, "asked", what, "for new words", saw)


def understood(release: Release, brief: Brief) -> tuple[Framework, Action]:
    """The framework with the levels that are asked for, new ones among them, and the action.

    The words will do with any visual; the action names the first one, for people to see them in.

    Raises NotFoundError where there is no such framework, and UserError for anything else that it
    has not; both say what there is.
    """
    found = release.framework(brief.framework)
    if found is None:
        known = ", ".join(one.key for one in release.frameworks)
        raise NotFoundError(f"There is no framework '{brief.framework}'. There is: {known}.")
    words = " ".join(brief.words.split())
    if not words or len(words) > MOST_BRIEF:
        raise UserError(
            f"Say what you would like, in up to {MOST_BRIEF:,} characters.",
            at_the_terminal="--brief WORDS",
        )
    all_seen(words, "brief")
    if brief.offer not in found.offers:
        known = ", ".join(found.offers)
        raise UserError(f"'{brief.framework}' has no offer '{brief.offer}'. It has: {known}.")
    points = points_of(release.flows, found.key)
    if brief.point and brief.point not in points:
        raise UserError(
            f"No flow has a point '{brief.point}' for it. There is: {', '.join(points)}."
        )
    tone = brief.tone or found.tones[0].key
    angle = brief.angle or found.angles[0].key
    for key in (tone, angle):
        if not _KEY.fullmatch(key):
            raise UserError(f"'{key}' is no key: write lower-case letters, digits and '-'.")
    wider = replace(
        found,
        tones=_with(found.tones, tone, words),
        angles=_with(found.angles, angle, words),
    )
    return wider, Action(offer=brief.offer, tone=tone, angle=angle, visual=found.visuals[0].key)


def _fit_to_describe(
    release: Release, framework: Framework, action: Action, brief: Brief, standard: Standard
) -> None:
    """Raises UserError where a new tone or angle would be described by words that the checks stop,
    before a model is asked and paid."""
    published = release.framework(framework.key)
    new = [
        (factor, action.level(factor))
        for factor in ("tone", "angle")
        if published is not None and action.level(factor) not in published.keys(factor)
    ]
    words = " ".join(brief.words.split())
    faults = description_faults(standard, words, release.brand.language) if new else ()
    if faults:
        names = " and ".join(f"the new {factor} {name_of(key)}" for factor, key in new)
        raise UserError(
            f"What you ask for would describe {names} in the brand's files, and in every question "
            f"to the model after this one. The checks stop it there: {in_short(faults)}. Say how "
            "it sounds without figures, offers, claims, dates or links.",
            at_the_terminal="--brief WORDS",
        )


def to_be_written(
    framework: Framework, point: str, action: Action, language: str, slots: tuple[str, ...] = ()
) -> Mapping[str, Block]:
    """An example of approved words for each part that is asked for, or for all parts of a message.

    Raises UserError where a part is unknown or nobody approved words for it that could go with the
    offer, and where the message would lack words for a part that is not asked for.
    """
    unknown = [key for key in slots if all(slot.key != key for slot in framework.slots)]
    if unknown:
        known = ", ".join(slot.key for slot in framework.slots)
        raise UserError(f"There is no part '{unknown[0]}'. There is: {known}.")
    wanted: dict[str, Block] = {}
    for slot in framework.slots:
        if slots and slot.key not in slots:
            continue
        there = [
            b
            for b in framework.blocks
            if b.slot == slot.key
            and b.language == language
            and (not b.offers or action.offer in b.offers)
        ]
        near = max(there, key=lambda b: _nearness(b, point, action), default=None)
        if near is not None:
            wanted[slot.key] = near
        elif slots:
            raise UserError(
                f"The part '{slot.key}' goes with another offer: nobody approved words for it that "
                f"could go with '{action.offer}'.",
                at_the_terminal="--offer OFFER, or leave that part out",
            )
    said = {*wanted, *beside(framework, point, action, language, wanted).rest}
    if lacking := [slot.key for slot in framework.slots if slot.required and slot.key not in said]:
        raise UserError(
            f"The message has no words for {', '.join(lacking)} yet. Ask for those, too, or for "
            "the whole message."
        )
    return wanted


def the_point(release: Release, framework: Framework, action: Action) -> str:
    """What words are for where nobody said for which point: with a new tone or angle for every
    one, which is empty, since it needs words at each."""
    points = points_of(release.flows, framework.key)
    published = release.framework(framework.key)
    new = published is not None and any(
        action.level(factor) not in published.keys(factor) for factor in ("tone", "angle")
    )
    return "" if new and len(points) > 1 else next(iter(points), "")


def provenance(kept: KeptDraft, day: str) -> str:
    """Where approved words come from, as it stands beside them in the folder."""
    author = kept.draft.author
    wrote = (
        f"model {author.removeprefix(MODEL)[:80]}"
        if author.startswith(MODEL)
        else f"a proposal, edited by {author.removeprefix(PERSON)}"
    )
    who = "" if kept.standing.who in ("", BY_RULE) else f", approved by {kept.standing.who}"
    return f"{wrote}{who}, {day} (draft {kept.draft.id})"


def approved_proposals(drafts: Drafts, brand: str, frameworks: tuple[str, ...]) -> list[KeptDraft]:
    """Proposals that a person approved, the oldest judgement first."""
    found = [
        kept
        for framework in frameworks
        for kept in drafts.judged_drafts(brand, framework, MOST_JUDGED)
        if kept.draft.kind == PROPOSAL and kept.standing.state == USABLE
    ]
    return sorted(found, key=lambda kept: (kept.standing.at, kept.draft.id))


def _with(levels: tuple[Level, ...], key: str, words: str) -> tuple[Level, ...]:
    if any(level.key == key for level in levels):
        return levels
    return (*levels, Level(key, name_of(key), words))


def _nearness(block: Block, point: str, action: Action) -> int:
    """In how many respects words would do."""
    return sum(
        not bound or wanted in bound
        for bound, wanted in (
            (block.points, point),
            (block.offers, action.offer),
            (block.tones, action.tone),
            (block.angles, action.angle),
            (block.visuals, action.visual),
        )
    )


def _named_in(near: Beside) -> frozenset[str]:
    """The facts that the rest of the message names already."""
    return frozenset(path for text in near.rest.values() for path in facts_needed(text))
