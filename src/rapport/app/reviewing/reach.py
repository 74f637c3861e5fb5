"""Whom a draft's words would be for, were they approved now."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from rapport.app.writer.order import Wanted, words_wanted
from rapport.core.blueprint import Blueprint
from rapport.core.creative.draft import REWRITE, Draft
from rapport.core.events import Contact
from rapport.core.state import ProfileState
from rapport.core.time import Instant
from rapport.ports import Drafts
from rapport.ports.history import States

MOST_LOOKED_AT = 200
"""Planned messages whose people are looked at: a page is to come of it at once."""


class Planned(Drafts, States, Protocol):
    """What is planned, and for whom."""


class Reach(Struct, frozen=True):
    """How many planned messages the words would go out in; `least`: there may be more."""

    count: int
    least: bool = False


def reach(records: Planned, blueprint: Blueprint, draft: Draft, now: Instant) -> Reach:
    """Counts those of the draft's framework, point and action whose people it fits as they stand
    now: their language, their situation, and what is approved for them. A proposal goes out in
    none before it is in the brand's files."""
    if draft.kind != REWRITE:
        return Reach(0)
    brand = blueprint.brand
    planned = records.planned_for(brand, draft, MOST_LOOKED_AT + 1)
    looked_at = planned[:MOST_LOOKED_AT]
    people = [send.profile for send in looked_at]
    states, contacts = records.states(brand, people), records.contacts(brand, people)
    count = 0
    for send in looked_at:
        state = states.get(send.profile, ProfileState(send.profile))
        wanted = Wanted(send, state, contacts.get(send.profile, Contact()), now)
        found = words_wanted(blueprint, wanted)
        if found is not None and (found.edition, found.language) == (draft.edition, draft.language):
            count += draft.situation in ("", found.situation.key)
    return Reach(count, least=len(planned) > MOST_LOOKED_AT)
