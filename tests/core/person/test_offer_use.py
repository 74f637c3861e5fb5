"""An order's use of an offer is noted once, for what it cost, and only where it is believable."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.core.creative.framework import Action
from rapport.core.deciding.budget import Budget
from rapport.core.effects import AnyEffect, OfferUsed
from rapport.core.events import Event, OrderPlaced
from rapport.core.offer import Offer
from rapport.core.state import Note, ProfileState
from rapport.core.step import step
from rapport.core.time import DAY
from rapport.testing import examples as ex

MANY = Budget(uses=100)
SENT = ex.at(1, 10)


def used(
    event: Event,
    *,
    sent: str = "",
    offers: tuple[Offer, ...] = ex.budgeted(ten=MANY, post=MANY),
    state: ProfileState | None = None,
) -> list[OfferUsed]:
    return [one for one in told(event, sent, offers, state) if isinstance(one, OfferUsed)]


def told(
    event: Event, sent: str, offers: tuple[Offer, ...], state: ProfileState | None
) -> tuple[AnyEffect, ...]:
    notes = (Note("m1", SENT, Action(offer=sent, tone="warm"), confirmed=True),) if sent else ()
    before = state or ProfileState("ada", notes=notes)
    return step(ex.blueprint(offers=offers), before, event).effects


def test_a_code_that_an_order_names_is_a_use_for_the_discount_it_gave() -> None:
    (use,) = used(ex.order_with("ten", "o1", ex.at(2), discount=480))
    assert (use.offer, use.order_id, use.cost, use.message) == ("ten", "o1", 480, "")
    assert use.key == "ten:o1"


def test_a_use_names_the_message_that_promised_it() -> None:
    (use,) = used(ex.order_with("TEN", "o1", SENT + DAY), sent="ten")
    assert use.message == "m1"


def test_an_offer_without_a_budget_is_not_noted() -> None:
    assert used(ex.order_with("TEN", "o1", ex.at(2)), offers=ex.OFFERS) == []


def test_an_offer_that_gives_no_money_off_costs_what_it_costs_the_shop() -> None:
    (use,) = used(ex.order_with("POST", "o1", ex.at(2), discount=0))
    assert (use.offer, use.cost) == ("post", 450)


def test_a_discount_told_wrongly_costs_no_more_than_the_offer_can() -> None:
    body = OrderPlaced("o1", revenue=4_320, discount=999_999_999, discount_codes=("TEN",))
    (use,) = used(ex.event("o1", ex.at(2), body))
    assert use.cost <= (4_320 + 999_999_999) // 10
    fixed = replace(ex.OFFERS[1], kind="amount", value=500, budget=MANY)
    (use,) = used(ex.event("o1", ex.at(2), body), offers=(ex.OFFERS[0], fixed))
    assert use.cost == 500


@pytest.mark.parametrize(
    ("sent", "discount", "when", "found"),
    [
        ("ten", 480, SENT + DAY, ["ten"]),
        ("ten", 0, SENT + DAY, []),
        ("ten", 480, SENT + 3 * DAY, []),
        ("post", 480, SENT + DAY, ["post"]),
        ("", 480, SENT + DAY, []),
    ],
    ids=["sent and discounted", "no discount", "the offer had ended", "another offer", "not sent"],
)
def test_a_discount_without_codes_is_the_offer_that_this_person_was_sent(
    sent: str, discount: int, when: int, found: list[str]
) -> None:
    event = ex.order_with("", "o1", when, discount=discount)
    assert [use.offer for use in used(event, sent=sent)] == found


def test_an_order_that_names_another_code_did_not_use_what_was_sent() -> None:
    assert used(ex.order_with("FRIENDS", "o1", SENT + DAY), sent="ten") == []


def test_an_offer_without_a_code_is_used_by_whoever_was_sent_it() -> None:
    automatic = replace(ex.OFFERS[1], code="", budget=MANY)
    offers = (ex.OFFERS[0], automatic)
    event = ex.order_with("FRIENDS", "o1", SENT + DAY)
    assert [use.offer for use in used(event, sent="ten", offers=offers)] == ["ten"]
    assert used(event, offers=offers) == []


def test_what_nobody_proves_counts_only_for_who_was_sent_the_offer() -> None:
    """Anybody can send with a key that stands in the shop's pages."""
    forged = replace(ex.order_with("TEN", "o1", SENT + DAY), source="segment")
    assert not forged.proven
    assert used(forged) == []
    assert [use.offer for use in used(forged, sent="ten")] == ["ten"]


def test_an_order_in_another_currency_is_a_use_whose_cost_is_not_known() -> None:
    body = OrderPlaced("o1", revenue=4_320, discount=480, discount_codes=("TEN",), currency="EUR")
    (use,) = used(ex.event("o1", ex.at(2), body))
    assert use.cost == 0


def test_codes_that_a_second_source_tells_are_noted_under_the_orders_first_name() -> None:
    state, effects = step(
        ex.blueprint(offers=ex.budgeted(ten=MANY)), ProfileState("ada"),
        ex.order("pixel", ex.at(2), "#1001", source="klaviyo"),
    )  # fmt: skip
    assert not [one for one in effects if isinstance(one, OfferUsed)]
    body = OrderPlaced(
        "o1", ("#1001",), revenue=4_320, total=4_770, discount=480, discount_codes=("TEN",)
    )
    (use,) = used(ex.event("shop", ex.at(2, 1), body), state=state)
    assert (use.key, use.cost) == ("ten:#1001", 480)


def test_several_codes_are_several_uses() -> None:
    body = OrderPlaced("o1", revenue=4_320, discount=480, discount_codes=("POST", "ten "))
    uses = used(ex.event("o1", ex.at(2), body))
    assert {use.offer: use.cost for use in uses} == {"ten": 480, "post": 450}
