"""What an offer is worth and how it is had, in a line for those who choose among offers."""

from __future__ import annotations

from rapport.app.wording.wordable import money, percent
from rapport.core.brand import Brand
from rapport.core.offer import Offer
from rapport.core.time import DAY, HOUR, MINUTE, SECOND, Millis

_UNITS = {DAY: "day", HOUR: "hour", MINUTE: "minute", SECOND: "second"}


def offer_terms(offer: Offer, brand: Brand) -> str:
    """Such as `10% off, on orders from £40.00, with code TEN, for 2 days`; empty for no offer."""

    def sum_(minor: int) -> str:
        return money(minor, brand.currency, brand.locale)

    worth = {
        "percent": f"{percent(offer.value, brand.locale)} off",
        "amount": f"{sum_(offer.value)} off",
        "free_shipping": f"free delivery, which costs you {sum_(offer.cost)}",
        "gift": f"a gift, which costs you {sum_(offer.cost)}",
    }.get(offer.kind, "")
    parts = [
        worth,
        f"on orders from {sum_(offer.min_total)}" if offer.min_total else "",
        f"with code {offer.code}" if offer.code else "",
        f"for {_length(offer.lasts)}" if offer.lasts else "",
    ]
    said = ", ".join(part for part in parts if part) if worth else ""
    return said[:1].upper() + said[1:] + ("." if said else "")


def _length(lasts: Millis) -> str:
    """In the largest unit that it is a whole number of, so that nothing is rounded."""
    unit = next(one for one in _UNITS if lasts % one == 0 or one == SECOND)
    count, word = round(lasts / unit), _UNITS[unit]
    article = "an" if word == "hour" else "a"
    return f"{article} {word}" if count == 1 else f"{count} {word}s"
