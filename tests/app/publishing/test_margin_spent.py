"""Offers that the margin's floor leaves to nobody are named before they are published."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.app.publishing.margin_spent import margin_spent
from rapport.core.offer import Offer
from rapport.testing import examples as ex

NONE = Offer("none")
TEN = Offer("ten", "percent", value=10)
FIVE_OFF = Offer("five-off", "amount", value=500)
POST = Offer("post", "free_shipping", cost=395)
GIFT = Offer("gift", "gift")
ALL = (NONE, TEN, FIVE_OFF, POST, GIFT)


@pytest.mark.parametrize(
    ("rate", "floor", "never"),
    [
        (0.55, 0.15, ""),
        (0.55, 0.45, ""),
        (0.35, 0.25, ""),
        (0.55, 0.46, "‘ten’,"),
        (0.55, 0.55, "‘ten’, ‘five-off’, ‘post’,"),
        (0.55, 0.9, "‘ten’, ‘five-off’, ‘post’, ‘gift’,"),
        (0.0, 0.0, "‘ten’, ‘five-off’, ‘post’,"),
    ],
)
def test_offers_that_no_basket_can_carry_are_named(rate: float, floor: float, never: str) -> None:
    brand = replace(ex.brand(), margin_rate=rate, margin_floor=floor)
    said = margin_spent(brand, ALL)
    assert bool(said) == bool(never)
    assert f"{never} but for goods" in said or not never


def test_it_says_what_is_too_high() -> None:
    brand = replace(ex.brand(), margin_rate=0.55, margin_floor=0.9)
    assert margin_spent(brand, (NONE, TEN)) == (
        "Nobody gets the offer ‘ten’, but for goods whose cost the catalogue has: the margin in "
        "brand.yaml has a rate of 55% and a floor of 90%, and it would leave less than that."
    )
