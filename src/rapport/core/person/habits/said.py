"""What somebody said of themselves, and what went wrong with them."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.bounds import ID_CHARS, MAX_PREFERENCES, MAX_TICKETS, counted
from rapport.core.events import Event, ParcelChanged, TicketChanged
from rapport.core.person import preferences
from rapport.core.person.preferences import AskedFor
from rapport.core.state import Preference, ProfileState, Trouble
from rapport.core.time import DAY, Millis

MOST_TOLD = 4 * MAX_PREFERENCES
"""Of one event; the rest is not looked at."""

SAME_COMPLAINT_WITHIN: Millis = DAY
"""Two sources that tell of a complaint within this time tell of the same one."""


def stated(
    kept: tuple[Preference, ...],
    event: Event,
    told: dict[str, str],
    asked_for: tuple[AskedFor, ...] | None,
) -> tuple[Preference, ...]:
    """The newest word holds; what was proven is changed by what is proven only. What the brand does
    not ask for is not kept."""
    by_key = {preference.key: preference for preference in kept}
    for key, value in list(told.items())[:MOST_TOLD]:
        name, said = preferences.word(key), preferences.word(value)
        if not preferences.may_be_kept(name, said) or (value.strip() and not said):
            continue
        if not preferences.declared(asked_for, name, said):
            continue
        before = by_key.get(name)
        if before is not None and (event.at < before.at or before.proven > event.proven):
            continue
        by_key.pop(name, None)
        if said:
            by_key[name] = Preference(name, said, event.at, event.proven)
    return remembered(tuple(by_key.values()))


def remembered(told: tuple[Preference, ...]) -> tuple[Preference, ...]:
    """As many as a state holds, the last ones; what anybody could tell goes before what is proven,
    so that nobody can push that out."""
    surplus = len(told) - MAX_PREFERENCES
    if surplus <= 0:
        return told
    first_to_go = sorted(told, key=lambda preference: preference.proven)[:surplus]
    return tuple([preference for preference in told if preference not in first_to_go])


def troubled(state: ProfileState, before: ProfileState, event: Event, trouble: Trouble) -> Trouble:
    if isinstance(event.body, TicketChanged):
        if not event.body.open or state.open_tickets == before.open_tickets:
            return trouble
        ticket_at = max(trouble.ticket_at, event.at)
        return replace(trouble, tickets=counted(trouble.tickets), ticket_at=ticket_at)
    if isinstance(event.body, ParcelChanged):
        return _parcels(trouble, event, event.body)
    if trouble.complaints and abs(event.at - trouble.complaint_at) <= SAME_COMPLAINT_WITHIN:
        return trouble  # told again
    complaint_at = max(trouble.complaint_at, event.at)
    return replace(trouble, complaints=counted(trouble.complaints), complaint_at=complaint_at)


def _parcels(trouble: Trouble, event: Event, body: ParcelChanged) -> Trouble:
    parcel = body.parcel_id[:ID_CHARS]
    others = tuple([one for one in trouble.delayed if one != parcel])
    if not body.delayed:
        return replace(trouble, delayed=others)
    at = max(trouble.delayed_at, event.at)
    return replace(trouble, delayed=(*others, parcel)[-MAX_TICKETS:], delayed_at=at)
