"""Proposals that people approved, for tests of taking them in."""

from __future__ import annotations

from desk_world import BRAND, World

from rapport.core.creative.draft import PROPOSAL, USABLE, WAITING, Draft, KeptDraft, Standing, named
from rapport.core.creative.framework import NO_OFFER, Action

PAGE = "/console/adopt"
WRITTEN = {"cta": "Have a quiet look"}
"""What the model of the fixture writes for these parts; "Take a look." for any other."""
WORDS = {"subject": "A quiet word", "headline": "A quiet word", "cta": "Have a look"}
WHOLE = {**WORDS, "preheader": "No hurry.", "body": "Take your time.", "signoff": "Jo"}


def propose(
    world: World,
    words: dict[str, str] = WORDS,
    angle: str = "help",
    framework: str = "checkout",
    judged: bool = True,
    tone: str = "plain",
) -> str:
    now = world.clock.now()
    draft = named(
        Draft(
            id="",
            framework=framework,
            edition="e",
            point="first",
            action=Action(offer=NO_OFFER, tone=tone, angle=angle, visual="note"),
            language="en",
            situation="",
            slots=words,
            author="model:kiln",
            prompt="p",
            made_at=now,
            deadline=now + 1_000,
            kind=PROPOSAL,
            brief="Something quiet.",
        )
    )
    with world.here.store.transaction() as transaction:
        assert transaction.add_drafts(BRAND, [KeptDraft(draft)])
        if judged:
            seen = Standing(USABLE, "Rae", "", now)
            assert transaction.judge_draft(BRAND, draft.id, WAITING, seen)
    return draft.id
