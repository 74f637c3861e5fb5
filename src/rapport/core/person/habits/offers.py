"""How somebody takes offers: which messages with one were answered, which codes were used."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.bounds import MAX_OFFERS, counted, money
from rapport.core.creative.framework import NO_OFFER
from rapport.core.events import Event, OrderPlaced
from rapport.core.person.orders import SAME_ORDER_WITHIN
from rapport.core.state import Habits, OfferTally, ProfileState
from rapport.core.time import DAY, Instant, Millis
from rapport.core.work import Work

OFFER_REMEMBERED: Millis = 28 * DAY
"""A code that is used this long after a message with its offer answers that message."""

MOST_CODES = 20
_NONE = ("", NO_OFFER)


def ordered(
    work: Work, before: ProfileState, event: Event, body: OrderPlaced, habits: Habits
) -> Habits:
    state = work.state
    fresh = state.orders.count > before.orders.count
    if fresh and state.orders.other_currency == before.orders.other_currency:
        largest = max(habits.largest_order, money(body.revenue))
        habits = replace(habits, largest_order=largest)
    codes = {code.strip().upper() for code in body.discount_codes[:MOST_CODES]}
    offers = habits.offers
    for offer in work.blueprint.release_at(event.at).offers if codes else ():
        if offer.code and offer.code.upper() in codes:
            offers = _used(state, offers, offer.key, event.at, fresh=fresh)
    return habits if offers is habits.offers else replace(habits, offers=offers)


def _used(
    state: ProfileState,
    offers: tuple[OfferTally, ...],
    offer: str,
    at: Instant,
    *,
    fresh: bool,
) -> tuple[OfferTally, ...]:
    """An order told again counts only where nobody has told of its code before."""
    tally = next((tally for tally in offers if tally.offer == offer), OfferTally(offer))
    if not fresh and tally.used_at + SAME_ORDER_WITHIN >= at:
        return offers
    answers = [
        note
        for note in state.notes
        if note.action.offer == offer and note.confirmed and 0 <= at - note.at <= OFFER_REMEMBERED
    ]
    new = bool(answers) and not tally.answers(answers[-1])
    return _put(
        offers,
        replace(
            tally,
            used=counted(tally.used),
            answered=counted(tally.answered, int(new)),
            used_at=max(tally.used_at, at),
        ),
    )


def answered(
    state: ProfileState, before: ProfileState, message: str, offers: tuple[OfferTally, ...]
) -> tuple[OfferTally, ...]:
    """Counts a message that reached the person, or the first click on it, for its offer."""
    now = next((note for note in state.notes if note.key == message), None)
    then = next((note for note in before.notes if note.key == message), None)
    if now is None or then is None or now == then or now.action.offer in _NONE:
        return offers
    offer = now.action.offer
    tally = next((tally for tally in offers if tally.offer == offer), OfferTally(offer))
    sent = int(now.confirmed and not then.confirmed)
    clicked = int(now.clicked and not then.clicked)
    new = int(clicked and not tally.answers(then))
    return _put(
        offers,
        replace(
            tally,
            sent=counted(tally.sent, sent),
            clicked=counted(tally.clicked, clicked),
            answered=counted(tally.answered, new),
        ),
    )


def _put(offers: tuple[OfferTally, ...], tally: OfferTally) -> tuple[OfferTally, ...]:
    others = [other for other in offers if other.offer != tally.offer]
    return (*others, tally)[-MAX_OFFERS:]
