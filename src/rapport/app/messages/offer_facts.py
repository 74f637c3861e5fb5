"""The facts of an offer, as it holds from the moment on at which a message goes out."""

from __future__ import annotations

from rapport.app.messages.language import InOneLanguage
from rapport.app.wording.wordable import iso_8601, money, percent
from rapport.core.creative.facts import OfferFacts
from rapport.core.creative.framework import NO_OFFER
from rapport.core.offer import Offer
from rapport.core.time import Instant


def offer_facts(offer: Offer | None, said: InOneLanguage, at: Instant) -> OfferFacts:
    """What may be said of the offer; all empty where there is none."""
    if offer is None or offer.key == NO_OFFER:
        return OfferFacts()
    brand, locale, label = said.brand, said.locale, said.label(offer)
    if offer.kind == "percent":
        value = percent(offer.value, locale)
    elif offer.kind == "amount":
        value = money(offer.value, brand.currency, locale)
    else:
        value = label
    return OfferFacts(
        key=offer.key,
        label=label,
        value=value,
        code=offer.code,
        ends=said.moment(at + offer.lasts) if offer.lasts else "",
        starts_iso=iso_8601(at, brand.zone) if offer.lasts else "",
        ends_iso=iso_8601(at + offer.lasts, brand.zone) if offer.lasts else "",
        minimum=money(offer.min_total, brand.currency, locale) if offer.min_total else "",
    )
