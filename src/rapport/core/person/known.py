"""What is known of a person that decisions may use: whether there is an address, where they live,
which language they speak. Of two words the later one holds, in whatever order they are told."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.bounds import offset_minutes
from rapport.core.editions import TOLD_IN_ANY_ORDER
from rapport.core.events import Event, MessageBounced, ProfileChanged
from rapport.core.state import ProfileState
from rapport.core.time import Instant


def known(state: ProfileState, event: Event, body: ProfileChanged, edition: int) -> ProfileState:
    """The state after what `body` tells; `edition` is that of the release it was heard under."""
    has_email, has_phone, told = body.has_email, body.has_phone, state.told
    language, country = body.language, body.country
    anew = bool(has_email)
    if edition >= TOLD_IN_ANY_ORDER:
        has_email = has_email if _counts(event, told.email, state.has_email) else None
        has_phone = has_phone if _counts(event, told.phone, state.has_phone) else None
        country = country if _counts(event, told.country, state.country) else None
        language = language if event.at >= told.language else None
        # An address that is gone bounces no more, and the next one is told of as new.
        anew = has_email is not None and event.at > state.consent.bounced_at
        if event.proven:
            told = replace(
                told,
                email=told.email if has_email is None else event.at,
                phone=told.phone if has_phone is None else event.at,
                country=told.country if country is None else event.at,
            )
        if language is not None:
            told = replace(told, language=event.at)
    consent = state.consent
    if anew and consent.bounced:  # it is told when the address is a new one
        consent = replace(consent, bounced=False)
    return replace(
        state,
        has_email=state.has_email if has_email is None else has_email,
        has_phone=state.has_phone if has_phone is None else has_phone,
        language=state.language if language is None else language[:8],
        country=state.country if country is None else country[:2],
        # The intake tells it in the order of what it was worked out for.
        utc_offset_minutes=state.utc_offset_minutes
        if body.utc_offset_minutes is None
        else offset_minutes(body.utc_offset_minutes),
        consent=consent,
        told=told,
    )


def bounced(state: ProfileState, event: Event, body: MessageBounced, edition: int) -> ProfileState:
    """The state after a message bounced: for good, unless there has been a new address since."""
    consent = state.consent
    if not body.hard or (consent.bounced and edition < TOLD_IN_ANY_ORDER):
        return state
    if edition < TOLD_IN_ANY_ORDER:
        return replace(state, consent=replace(consent, bounced=True))
    if event.at <= consent.bounced_at:
        return state
    holds = event.at >= state.told.email
    return replace(state, consent=replace(consent, bounced=holds, bounced_at=event.at))


def _counts(event: Event, told_at: Instant, known: object) -> bool:
    """Whether a word counts. Without proof it adds what is not known, and changes nothing."""
    return event.at >= told_at if event.proven else not known
