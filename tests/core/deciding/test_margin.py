"""An offer that leaves exactly the floor may go out, whatever the last bit of a share says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.creative.framework import CART
from rapport.core.deciding.eligible import offer_barrier
from rapport.core.deciding.reasons import TOO_LITTLE_MARGIN
from rapport.core.deciding.subject import Subject
from rapport.core.editions import EDITION, FLOOR_IS_ENOUGH
from rapport.core.offer import Offer
from rapport.core.state import ProfileState
from rapport.core.work import Work
from rapport.testing import examples as ex


def barrier(total: int, cost: int, edition: int = EDITION, **shares: int) -> str:
    """Of an offer that costs this much of a basket, with `rate` and `floor` in hundredths."""
    rate, floor = shares["rate"] / 100, shares["floor"] / 100
    brand = replace(ex.brand(), margin_rate=rate, margin_floor=floor)
    blueprint = ex.blueprint(of=brand)
    releases = tuple(replace(one, edition=edition) for one in blueprint.releases)
    moment = Work(replace(blueprint, releases=releases), ProfileState("ada")).moment(ex.at(0, 10))
    offer = Offer("off", "amount", value=cost)
    return offer_barrier(offer, Subject(CART, total=total, margin=total * rate), moment, ())


@given(st.integers(1, 10_000), st.integers(0, 100), st.integers(0, 100), st.data())
def test_an_offer_goes_out_where_it_leaves_the_floor_and_not_a_penny_beyond(
    hundredths: int, rate: int, floor: int, data: st.DataObject
) -> None:
    rate, floor = max(rate, floor), min(rate, floor)
    total, room = hundredths * 100, hundredths * (rate - floor)
    cost = data.draw(st.integers(max(0, room - 2), min(room + 2, total)))
    said = barrier(total, cost, rate=rate, floor=floor)
    assert said == (TOO_LITTLE_MARGIN if cost > room else "")


def test_before_that_the_last_bit_decided_and_it_does_for_what_was_published_then() -> None:
    totals = (2_580, 4_000)
    assert [fifteen_percent_of(one, FLOOR_IS_ENOUGH - 1) for one in totals] == [
        TOO_LITTLE_MARGIN, "",
    ]  # fmt: skip
    assert [fifteen_percent_of(one, FLOOR_IS_ENOUGH) for one in totals] == ["", ""]


def fifteen_percent_of(total: int, edition: int) -> str:
    return barrier(total, total * 15 // 100, edition, rate=35, floor=20)
