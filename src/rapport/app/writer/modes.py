"""Who sees a new draft first: a person, or nobody, as its framework's mode says."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.core.creative.draft import (
    BY_RULE,
    MODEL,
    PROPOSAL,
    REJECTED,
    USABLE,
    Draft,
    KeptDraft,
    Standing,
)
from rapport.core.creative.modes import (
    AGREED,
    EDITED,
    FREE,
    REFUSED,
    REMEMBERED,
    SAMPLE,
    Writing,
    falls_into_sample,
    share_seen,
)
from rapport.core.time import Instant
from rapport.ports import Drafts

LOOKED_AT = 4 * REMEMBERED
"""How many judged drafts are looked through for the latest verdicts of people."""

CHECKED = "it passed every check, and mode 'free' asks for no more"
NOT_DRAWN = "it passed every check and did not fall into the sample"


def first_standing(
    drafts: Drafts, brand: str, draft: Draft, writing: Writing, now: Instant
) -> Standing:
    """What a draft that passed every check begins at: waiting for a person, or usable at once.

    A proposal always waits, and so does the first draft of an edition: somebody sees each new
    offer, claim, tone or angle in words before any of them goes out unseen.
    """
    if draft.kind == PROPOSAL or writing.mode not in (SAMPLE, FREE):
        return Standing()
    if not drafts.is_edition_seen(brand, draft.framework, draft.edition):
        return Standing()
    if writing.mode == FREE:
        return Standing(USABLE, BY_RULE, CHECKED, now)
    if falls_into_sample(draft.id, share_now(drafts, brand, draft.framework, writing)):
        return Standing()
    return Standing(USABLE, BY_RULE, NOT_DRAWN, now)


def share_now(drafts: Drafts, brand: str, framework: str, writing: Writing) -> float:
    """The share of a framework's drafts that a person sees just now."""
    return share_seen(writing, verdicts(drafts.judged_drafts(brand, framework, LOOKED_AT)))


def verdicts(judged: Sequence[KeptDraft]) -> list[str]:
    """What people made of a model's drafts, the oldest first; `judged` has the latest first."""
    found = [
        verdict for kept in judged if (verdict := _verdict(kept)) and _is_of_a_model(kept.draft)
    ]
    return found[:REMEMBERED][::-1]


def _is_of_a_model(draft: Draft) -> bool:
    return draft.author.startswith(MODEL)


def _verdict(kept: KeptDraft) -> str:
    standing = kept.standing
    if standing.who == BY_RULE:
        return ""
    if standing.state == USABLE:
        return AGREED
    if standing.state == REJECTED:
        return EDITED if standing.became else REFUSED
    return ""
