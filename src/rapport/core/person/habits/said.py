"""What somebody said of themselves, and what went wrong with them."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.bounds import ID_CHARS, MAX_PREFERENCES, MAX_TICKETS, counted
from rapport.core.choices import LastWord
from rapport.core.editions import TOLD_IN_ANY_ORDER
from rapport.core.events import Event, ParcelChanged, TicketChanged
from rapport.core.person import preferences
from rapport.core.person.last_words import of_trouble, still_open
from rapport.core.person.preferences import AskedFor
from rapport.core.state import Preference, ProfileState, Trouble
from rapport.core.time import DAY, Millis

MOST_TOLD = 4 * MAX_PREFERENCES
"""Of one event; the rest is not looked at."""

SAME_COMPLAINT_WITHIN: Millis = DAY
"""Two sources that tell of a complaint within this time tell of the same one."""


def asked(state: ProfileState, event: Event, body: TicketChanged, edition: int) -> ProfileState:
    """The state after a question to support was opened or closed; what is counted of it is
    `troubled`'s. `edition` is that of the release it was heard under."""
    name, trouble = body.ticket_id[:ID_CHARS], state.habits.trouble
    if edition < TOLD_IN_ANY_ORDER:
        return replace(state, open_tickets=_as_told(state.open_tickets, name, opens=body.open))
    told = LastWord(name, event.at, body.open)
    words = of_trouble(trouble.questions, state.open_tickets, [told])
    habits = replace(state.habits, trouble=replace(trouble, questions=words))
    return replace(state, open_tickets=still_open(words), habits=habits)


def delayed(state: ProfileState, event: Event, body: ParcelChanged, edition: int) -> ProfileState:
    """The same of a parcel that is late, or is no longer."""
    name, trouble = body.parcel_id[:ID_CHARS], state.habits.trouble
    if edition < TOLD_IN_ANY_ORDER:
        trouble = replace(trouble, delayed=_as_told(trouble.delayed, name, opens=body.delayed))
    else:
        words = of_trouble(
            trouble.parcels, trouble.delayed, [LastWord(name, event.at, body.delayed)]
        )
        trouble = replace(trouble, parcels=words, delayed=still_open(words))
    return replace(state, habits=replace(state.habits, trouble=trouble))


def _as_told(names: tuple[str, ...], name: str, *, opens: bool) -> tuple[str, ...]:
    others = tuple([one for one in names if one != name])
    return (*others, name)[-MAX_TICKETS:] if opens else others


def stated(
    kept: tuple[Preference, ...],
    event: Event,
    told: dict[str, str],
    asked_for: tuple[AskedFor, ...] | None,
    edition: int,
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
        before, word = by_key.get(name), Preference(name, said, event.at, event.proven)
        if before is not None and not _goes_before(word, before, edition):
            continue
        by_key.pop(name, None)
        if said or edition >= TOLD_IN_ANY_ORDER:
            by_key[name] = word
    return remembered(tuple(by_key.values()), edition)


def _goes_before(word: Preference, known: Preference, edition: int) -> bool:
    if edition < TOLD_IN_ANY_ORDER:
        return word.at >= known.at and word.proven >= known.proven
    return (word.proven, word.at) >= (known.proven, known.at)


def remembered(told: tuple[Preference, ...], edition: int) -> tuple[Preference, ...]:
    """As many as a state holds, the last ones; what anybody could tell goes before what is proven,
    so that nobody can push that out."""
    surplus = len(told) - MAX_PREFERENCES
    if edition >= TOLD_IN_ANY_ORDER:
        newest = sorted(told, key=lambda one: (bool(one.value), one.proven, one.at, one.key))
        return tuple(sorted(newest[max(surplus, 0) :], key=lambda one: (one.at, one.key)))
    if surplus <= 0:
        return told
    first_to_go = sorted(told, key=lambda preference: preference.proven)[:surplus]
    return tuple([preference for preference in told if preference not in first_to_go])


def troubled(
    state: ProfileState, before: ProfileState, event: Event, trouble: Trouble, edition: int
) -> Trouble:
    """What is counted of questions, late parcels and complaints; `before` is without the event."""
    body = event.body
    if isinstance(body, TicketChanged):
        is_new = state.open_tickets != before.open_tickets
        if edition >= TOLD_IN_ANY_ORDER:
            is_new = body.ticket_id[:ID_CHARS] not in before.open_tickets
        elif not is_new:
            return trouble
        if not body.open:
            return trouble
        tickets = counted(trouble.tickets, int(is_new))
        return replace(trouble, tickets=tickets, ticket_at=max(trouble.ticket_at, event.at))
    if isinstance(body, ParcelChanged):
        at = max(trouble.delayed_at, event.at) if body.delayed else trouble.delayed_at
        return replace(trouble, delayed_at=at)
    if trouble.complaints and abs(event.at - trouble.complaint_at) <= SAME_COMPLAINT_WITHIN:
        return trouble  # told again
    complaint_at = max(trouble.complaint_at, event.at)
    return replace(trouble, complaints=counted(trouble.complaints), complaint_at=complaint_at)
