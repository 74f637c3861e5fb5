"""What an offer is worth, in a line: nothing made up, and money as the brand writes it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.app.wording.offer_terms import offer_terms
from rapport.core.offer import Offer
from rapport.core.time import DAY, HOUR, MINUTE, SECOND, Millis
from rapport.testing import examples as ex


@pytest.mark.parametrize(
    ("offer", "said"),
    [
        (Offer("none"), ""),
        (Offer("ten", "percent", value=10), "10% off."),
        (
            Offer("five", "amount", value=500, min_total=4_000, code="FIVE", lasts=2 * DAY),
            "£5.00 off, on orders from £40.00, with code FIVE, for 2 days.",
        ),
        (
            Offer("post", "free_shipping", cost=395, lasts=36 * HOUR),
            "Free delivery, which costs you £3.95, for 36 hours.",
        ),
        (Offer("tea", "gift", cost=250, lasts=DAY), "A gift, which costs you £2.50, for a day."),
    ],
)
def test_an_offer_is_told_with_its_terms(offer: Offer, said: str) -> None:
    assert offer_terms(offer, ex.brand()) == said


@pytest.mark.parametrize(
    ("lasts", "said"),
    [
        (30 * MINUTE, "30 minutes"), (90 * MINUTE, "90 minutes"), (MINUTE, "a minute"),
        (HOUR, "an hour"), (25 * HOUR, "25 hours"), (45 * SECOND, "45 seconds"),
        (7 * DAY, "7 days"),
    ],
)  # fmt: skip
def test_how_long_it_holds_is_never_rounded(lasts: Millis, said: str) -> None:
    assert offer_terms(Offer("ten", "percent", value=10, lasts=lasts), ex.brand()) == (
        f"10% off, for {said}."
    )


def test_money_is_the_brands() -> None:
    brand = replace(ex.brand(), currency="EUR", locale="de_DE")
    assert offer_terms(Offer("five", "amount", value=500), brand) == "5,00\xa0€ off."
