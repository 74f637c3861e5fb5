"""Which offers an order used, and what that cost: for offers' budgets."""

from __future__ import annotations

from rapport.core.bounds import money
from rapport.core.creative.framework import NO_OFFER
from rapport.core.effects import OfferUsed
from rapport.core.events import Event, OrderPlaced
from rapport.core.offer import IN_FIGURES, Offer
from rapport.core.time import DAY, Instant, Millis
from rapport.core.work import Work

UNENDING: Millis = 14 * DAY
"""How long an offer without an end is thought of as promised, after its message."""


def note_used(work: Work, event: Event, body: OrderPlaced, ref: str) -> None:
    """Notes the offers that an order used; `ref` is the name by which the order is known first.

    An offer with a code was used if the order names it; one without, or where a source tells of a
    discount and no codes, if this person was sent it and it still held. What nobody proves, such as
    an order told with a public key, counts only for who was sent the offer.
    """
    release = work.blueprint.release_at(event.at)
    codes = {code.strip().upper() for code in body.discount_codes}
    for offer in release.offers:
        if offer.key == NO_OFFER or offer.budget is None:
            continue
        message = _sent(work, offer, event.at)
        named = bool(offer.code) and offer.code.upper() in codes
        unnamed = not offer.code or not codes
        if not (named and (event.proven or message)) and not (
            unnamed and message and body.discount > 0
        ):
            continue
        counted = not body.currency or body.currency == release.brand.currency
        work.emit(
            OfferUsed(
                key=f"{offer.key}:{ref}",
                profile=work.state.profile,
                offer=offer.key,
                order_id=body.order_id,
                at=event.at,
                cost=_cost(offer, body) if counted else 0,
                message=message,
            )
        )


def _sent(work: Work, offer: Offer, at: Instant) -> str:
    """The last message with the offer that reached the person and whose promise still held."""
    lasts = offer.lasts or UNENDING
    found = [
        note.key
        for note in work.state.notes
        if note.confirmed and note.action.offer == offer.key and note.at <= at <= note.at + lasts
    ]
    return found[-1] if found else ""


def _cost(offer: Offer, body: OrderPlaced) -> int:
    """What the shop gave up, minor units: the discount told, as far as the offer goes."""
    discount = max(money(body.discount), 0)
    most = offer.cost_on(money(body.revenue) + discount)
    if offer.kind in IN_FIGURES and discount:
        return min(discount, most)
    return most
