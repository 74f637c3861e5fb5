"""Flows about more than a checkout: what starts them, what ends them, which goes first."""

from __future__ import annotations

import pytest
from in_flows import Person, only
from msgspec.structs import replace

from rapport.core.events import Custom, Event, ProfileChanged
from rapport.core.time import MINUTE
from rapport.testing import examples as ex
from rapport.testing import more_flows as more

# --- What starts a flow -------------------------------------------------------------------------


def test_a_look_at_a_product_leads_to_a_message_about_it() -> None:
    ada = Person(only("browse")).tell(ex.viewed("v", ex.at(0, 9))).wait(ex.at(1))
    (send,) = ada.sends()
    (decision,) = ada.decisions("browse")
    assert (send.flow, decision.about) == ("browse", "viewed")
    assert decision.margin == ex.TEAPOT.price - ex.TEAPOT.cost


def test_something_put_into_a_cart_leads_to_a_message_about_the_cart() -> None:
    ada = Person(only("cart")).tell(more.put_in("p", ex.at(0, 9))).wait(ex.at(1))
    (send,) = ada.sends()
    (decision,) = ada.decisions("cart")
    assert (send.subject, decision.about) == ("@cart", "cart")
    assert decision.margin == ex.TEAPOT.price - ex.TEAPOT.cost


def test_a_cart_that_is_only_shown_again_or_emptied_starts_nothing() -> None:
    ada = Person(only("cart")).tell(more.put_in("p", ex.at(0, 9), ex.line(), ex.line(ex.MUG)))
    ada.wait(ex.at(20))
    assert ada.entered() == ["cart"]
    ada.tell(more.put_in("again", ex.at(20, 9), ex.line(), ex.line(ex.MUG)))
    ada.tell(more.put_in("fewer", ex.at(20, 10), ex.line(ex.MUG)))
    assert ada.entered() == ["cart"]
    ada.tell(more.put_in("more", ex.at(20, 11), ex.line(ex.MUG, 2)))
    assert ada.entered() == ["cart", "cart"]


def test_a_first_opt_in_is_welcomed_once() -> None:
    ada = Person(only("welcome"), known=False)
    ada.tell(ex.event("known", ex.at(0), ProfileChanged(has_email=True)))
    ada.tell(more.opted_in("in", ex.at(0, 9)), more.opted_in("again", ex.at(0, 10)))
    ada.wait(ex.at(2)).tell(ex.unsubscribed("out", ex.at(3)))
    ada.tell(more.opted_in("back", ex.at(90))).wait(ex.at(100))
    assert ada.entered() == ["welcome"]
    (send,) = ada.sends()
    assert send.point == "first"


@pytest.mark.parametrize("method", ["import", "sync"])
def test_a_consent_that_is_imported_welcomes_nobody(method: str) -> None:
    ada = Person(only("welcome"), known=False)
    ada.tell(ex.event("known", ex.at(0), ProfileChanged(has_email=True)))
    ada.tell(more.opted_in("in", ex.at(0, 9), method)).wait(ex.at(9))
    assert ada.entered() == []


def test_an_order_is_followed_by_a_message_about_it() -> None:
    ada = Person(only("thanks")).tell(ex.order("o", ex.at(0, 10))).wait(ex.at(20))
    (send,) = ada.sends()
    assert (send.subject, ada.decisions("thanks")[0].about) == ("o1", "order")
    assert send.at >= ex.at(7, 10)


def test_a_second_source_that_tells_of_the_order_starts_and_ends_nothing() -> None:
    ada = Person(only("thanks", "replenish")).tell(
        ex.order("pixel", ex.at(0, 10), "#1001", source="segment"),
        ex.order("shop", ex.at(0, 10, 1), "o1", refs=("#1001",)),
    )
    assert ada.entered() == ["thanks", "replenish"]
    assert ada.left("replenish") == []


def test_an_order_that_a_browser_without_a_name_told_of_first_is_followed_all_the_same() -> None:
    ada = Person(only("thanks", "replenish"))
    body = replace(ex.order("o", ex.at(0, 10)).body, repeated=True)
    ada.tell(ex.event("o", ex.at(0, 10), body)).wait(ex.at(60))
    assert [(send.flow, send.subject) for send in ada.sends()] == [
        ("thanks", "o1"), ("replenish", "o1"),
    ]  # fmt: skip
    assert ada.state.orders.count == 0


def test_history_that_is_imported_starts_nothing() -> None:
    ada = Person().tell(
        *(replace(event, backfill=True) for event in (
            ex.viewed("v", ex.at(0, 9)), more.put_in("p", ex.at(0, 9)), ex.order("o", ex.at(0, 10)),
        ))
    )  # fmt: skip
    assert ada.entered() == ["welcome"]


# --- What ends it -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (more.put_in("p", ex.at(0, 10)), "cart_updated"),
        (ex.checkout("c", ex.at(0, 10)), "checkout_started"),
        (ex.order("o", ex.at(0, 10)), "order_placed"),
    ],
)
def test_browsing_ends_when_a_cart_a_checkout_or_an_order_follows(
    event: Event, reason: str
) -> None:
    ada = Person(only("browse")).tell(ex.viewed("v", ex.at(0, 9)), event).wait(ex.at(9))
    assert (ada.left("browse"), ada.sends()) == ([reason], [])


@pytest.mark.parametrize("event", [ex.checkout("c", ex.at(0, 10)), ex.order("o", ex.at(0, 10))])
def test_a_cart_ends_when_a_checkout_or_an_order_follows(event: Event) -> None:
    ada = Person(only("cart")).tell(more.put_in("p", ex.at(0, 9)), event).wait(ex.at(9))
    assert len(ada.left("cart")) == 1
    assert ada.sends() == []


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (ex.refund("r", ex.at(3)), "order_refunded"),
        (ex.cancellation("x", ex.at(3)), "order_cancelled"),
        (more.ticket("t", ex.at(3)), "ticket_opened"),
    ],
)
def test_nothing_follows_an_order_that_went_wrong(event: Event, reason: str) -> None:
    ada = Person(only("thanks")).tell(ex.order("o", ex.at(0, 10)), event).wait(ex.at(20))
    assert (ada.left("thanks"), ada.sends()) == ([reason], [])


def test_a_question_that_is_closed_ends_nothing() -> None:
    ada = Person(only("thanks")).tell(
        ex.order("o", ex.at(0, 10)), more.ticket("t", ex.at(3), is_open=False)
    )
    assert ada.left("thanks") == []


def test_an_order_taken_back_is_not_written_about_even_if_the_flow_goes_on() -> None:
    patient = replace(more.THANKS_FLOW, exit_on=("opted_out",))
    ada = Person(more.blueprint(patient)).tell(
        ex.order("o", ex.at(0, 10)), ex.refund("r", ex.at(3))
    )
    ada.wait(ex.at(20))
    assert [d.reason for d in ada.decisions("thanks")] == ["the order was taken back"]


def test_the_next_order_ends_the_waits_for_it_and_begins_them_anew() -> None:
    ada = Person(only("replenish", "winback"))
    ada.tell(ex.order("o1", ex.at(0, 10)), ex.order("o2", ex.at(2, 10), "o2", "c2"))
    assert ada.left("replenish") == ada.left("winback") == ["order_placed"]
    assert [run.subject for run in ada.state.runs] == ["o2", "o2"]


def test_an_event_of_the_shops_own_may_end_a_flow() -> None:
    ends = replace(more.THANKS_FLOW, exit_on=("custom:Left the club",))
    ada = Person(more.blueprint(ends)).tell(
        ex.order("o", ex.at(0, 10)),
        ex.event("a", ex.at(1), Custom("Joined the club")),
    )
    assert ada.left("thanks") == []
    ada.tell(ex.event("b", ex.at(2), Custom("Left the club")))
    assert ada.left("thanks") == ["custom:Left the club"]


# --- Which goes before which --------------------------------------------------------------------


def test_a_lower_flow_yields_while_a_higher_one_is_under_way() -> None:
    stays = replace(more.CART_FLOW, exit_on=("opted_out",))
    ada = Person(more.blueprint(ex.CHECKOUT_FLOW, stays))
    ada.tell(more.put_in("p", ex.at(0, 9)), ex.checkout("c", ex.at(0, 9, 5))).wait(ex.at(9))
    assert [d.reason for d in ada.decisions("cart")] == ["yields to checkout"]
    assert {send.flow for send in ada.sends()} == {"checkout"}


def test_while_a_higher_flow_is_under_way_a_lower_one_is_not_entered_and_that_is_told() -> None:
    ada = Person().tell(ex.checkout("c", ex.at(0, 9)), ex.viewed("v", ex.at(0, 9, 5)))
    assert "browse" not in ada.entered()
    assert ada.left("browse") == ["not entered: yields to checkout"]


def test_flows_after_an_order_yield_to_nobody() -> None:
    ada = Person().tell(ex.order("o", ex.at(0, 10)), ex.checkout("c", ex.at(6, 22), "c2"))
    ada.wait(ex.at(20))
    assert all(not d.reason.startswith("yields") for d in ada.decisions("thanks"))


@pytest.mark.parametrize(("has_email", "told"), [(True, ["not entered: no consent"]), (False, [])])
def test_of_looks_only_the_first_of_a_visit_tells_why_no_flow_began(
    has_email: bool, told: list[str]
) -> None:
    ada = Person(only("browse"), known=False)
    ada.tell(ex.event("known", ex.at(0), ProfileChanged(has_email=has_email)))
    products = (ex.TEAPOT, ex.MUG)
    for number in range(40):
        look = ex.viewed(f"v{number}", ex.at(0, 9) + number * MINUTE, products[number % 2])
        ada.tell(look)
    assert ada.left("browse") == told
