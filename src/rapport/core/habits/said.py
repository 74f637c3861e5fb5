"""What somebody said of themselves, and what went wrong with them."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core import preferences
from rapport.core.bounds import MAX_PREFERENCES, counted
from rapport.core.events import Event, TicketChanged
from rapport.core.state import Preference, ProfileState, Trouble

MOST_TOLD = 4 * MAX_PREFERENCES
"""Of one event; the rest is not looked at."""


def stated(
    kept: tuple[Preference, ...], event: Event, told: dict[str, str]
) -> tuple[Preference, ...]:
    """The newest word holds; what was proven is changed by what is proven only."""
    by_key = {preference.key: preference for preference in kept}
    for key, value in list(told.items())[:MOST_TOLD]:
        name, said = preferences.word(key), preferences.word(value)
        if not preferences.may_be_kept(name, said):
            continue
        before = by_key.get(name)
        if before is not None and (event.at < before.at or before.proven > event.proven):
            continue
        by_key.pop(name, None)
        if said:
            by_key[name] = Preference(name, said, event.at, event.proven)
    return tuple(by_key.values())[-MAX_PREFERENCES:]


def troubled(state: ProfileState, before: ProfileState, event: Event, trouble: Trouble) -> Trouble:
    if isinstance(event.body, TicketChanged):
        if not event.body.open or state.open_tickets == before.open_tickets:
            return trouble
        ticket_at = max(trouble.ticket_at, event.at)
        return replace(trouble, tickets=counted(trouble.tickets), ticket_at=ticket_at)
    if state.consent.complained == before.consent.complained:
        return trouble  # told again
    complaint_at = max(trouble.complaint_at, event.at)
    return replace(trouble, complaints=counted(trouble.complaints), complaint_at=complaint_at)
