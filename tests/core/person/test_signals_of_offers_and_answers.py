"""What offers, answers, preferences and troubles make of signals."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace
from told_signals import Person, bought, fold

from rapport.core import events as ev
from rapport.core.codec import as_known_by, decode_state, encode_state
from rapport.core.creative.framework import Action
from rapport.core.state import Note, OfferTally, ProfileState
from rapport.core.time import Instant
from rapport.testing import examples as ex

# --- Offers and answers ------------------------------------------------------------------------


def got(person: Person, key: str, at: Instant, offer: str = "ten") -> None:
    """A message went out to the person, as a decision and a sender would have it."""
    action = Action(offer=offer, tone="warm", angle="a", visual="v", time="now")
    notes = (*person.state.notes, Note(key, at, action))
    person.state = replace(person.state, notes=notes)
    person.tell(at, ev.MessageSent(key))


CODE = next(offer.code for offer in ex.OFFERS if offer.key == "ten")


def test_offers_are_used_answered_or_ignored() -> None:
    ada = Person()
    got(ada, "m1", ex.at(0))
    got(ada, "m2", ex.at(10))
    got(ada, "m3", ex.at(20))
    ada.tell(ex.at(11), ev.MessageClicked("m2"))
    ada.tell(ex.at(12), bought("o1", CODE.lower()))
    found = ada.known(ex.at(21))
    assert (found["offers_sent"], found["offers_clicked"], found["offers_used"]) == (3, 1, 1)
    assert found["offers_ignored"] == 1  # the first; the third may still be taken up
    assert ada.known(ex.at(40))["offers_ignored"] == 2
    assert found["days_since_offer_used"] == 9
    assert found["answer_rate[tone:warm]"] == pytest.approx(1 / 3)
    assert found["unanswered_in_a_row"] == 1


def test_a_message_without_an_offer_is_no_offer_that_was_ignored() -> None:
    ada = Person()
    got(ada, "m", ex.at(0), offer="none")
    assert ada.known(ex.at(20))["offers_sent"] == 0
    assert ada.known(ex.at(20))["messages_28d"] == 1


def test_a_click_and_the_code_after_it_answer_one_message_once() -> None:
    for first, second in ((ev.MessageClicked("m"), bought("o", CODE)),
                          (bought("o", CODE), ev.MessageClicked("m"))):  # fmt: skip
        ada = Person()
        got(ada, "m", ex.at(0))
        ada.tell(ex.at(1), first)
        ada.tell(ex.at(2), second)
        assert ada.state.habits.offers == (OfferTally("ten", 1, 1, 1, 1, ada.state.orders.last_at),)


def test_an_order_told_by_two_sources_uses_its_code_once_whoever_tells_of_the_code() -> None:
    for first, second in ((CODE, CODE), ("", CODE), (CODE, "")):
        ada = Person()
        ada.tell(ex.at(0), bought("o", *filter(None, [first])))
        ada.tell(ex.at(0, 0, 1), bought("o", *filter(None, [second])), "segment")
        assert ada.known(ex.at(1))["offers_used"] == 1
        assert ada.known(ex.at(1))["orders_count"] == 1


def test_a_code_that_is_used_before_the_message_is_known_counts_as_used_and_sent() -> None:
    ada = Person()
    ada.tell(ex.at(0), bought("o", CODE))
    got(ada, "m", ex.at(1))
    found = ada.known(ex.at(30))
    assert (found["offers_used"], found["offers_sent"], found["offers_ignored"]) == (1, 1, 1)


def test_of_many_offers_those_heard_of_last_are_kept_and_a_retired_one_does_no_harm() -> None:
    ada = Person()
    for number in range(12):
        got(ada, f"m{number}", ex.at(number), offer=f"gone{number}")
    found = ada.known(ex.at(60))
    assert [n for n in found if n.startswith("offer_used[")] == [
        f"offer_used[gone{number}]" for number in range(6, 12)
    ]


# --- What people say, and what went wrong ------------------------------------------------------


def test_what_people_state_is_kept_as_short_words_and_can_be_taken_back() -> None:
    ada = Person()
    ada.tell(ex.at(0), ev.ProfileChanged(preferences={"Brew Style": "Green Tea", "mood": "calm"}))
    assert ada.known(ex.at(1))["stated[brew_style=green_tea]"] == 1.0
    ada.tell(ex.at(2), ev.ProfileChanged(preferences={"brew style": "", "mood": "Bold"}))
    found = ada.known(ex.at(3))
    assert [n for n in found if n.startswith("stated[")] == ["stated[mood=bold]"]
    assert (found["preferences_count"], found["days_since_preference"]) == (1, 1)


@pytest.mark.parametrize(
    "told",
    [
        {"gender": "any"}, {"age_group": "30"}, {"likes": "female fashion"}, {"diet": "Kosher"},
        {"Religion": "none"}, {"race": "x"}, {"": "x"}, {"phone": "0044 7700900123"},
    ],
)  # fmt: skip
def test_protected_traits_and_numbers_of_people_are_not_kept(told: dict[str, str]) -> None:
    ada = Person()
    ada.tell(ex.at(0), ev.ProfileChanged(preferences=told))
    assert ada.state.habits.preferences == ()


def test_what_a_proven_source_told_is_not_changed_by_a_public_key() -> None:
    ada = Person()
    ada.tell(ex.at(0), ev.ProfileChanged(preferences={"mood": "calm"}), "klaviyo")
    ada.tell(ex.at(1), ev.ProfileChanged(preferences={"mood": "loud"}), "segment")
    ada.tell(ex.at(2), ev.ProfileChanged(preferences={"tea": "green"}), "segment")
    assert [(p.key, p.value) for p in ada.state.habits.preferences] == [
        ("mood", "calm"), ("tea", "green"),
    ]  # fmt: skip


def test_questions_refunds_and_complaints_are_counted() -> None:
    ada = Person()
    ada.tell(ex.at(0), bought("o"))
    for day, ticket in ((1, "t1"), (1, "t1"), (2, "t2")):
        ada.tell(ex.at(day), ev.TicketChanged(ticket))
    ada.tell(ex.at(3), ev.TicketChanged("t1", open=False))
    ada.tell(ex.at(4), ev.OrderRefunded("o", amount=100))
    ada.tell(ex.at(5), ev.MessageComplained())
    ada.tell(ex.at(5, 1), ev.MessageComplained())  # the same, told again
    found = ada.known(ex.at(6))
    assert (found["tickets_count"], found["open_tickets"], found["days_since_ticket"]) == (2, 1, 4)
    assert (found["refunds_count"], found["refund_share"]) == (1, 1.0)
    assert (found["complaints_count"], found["days_since_complaint"]) == (1, 1)


# --- Older states ------------------------------------------------------------------------------


def test_a_state_of_version_1_is_read_and_says_that_it_was_lifted() -> None:
    state = fold([*ex.subscribed(ex.at(0)), ex.checkout("c", ex.at(1))])
    plain = msgspec.msgpack.decode(encode_state(state)[1:])
    for fields in (23, 24):  # without and with a trail
        lifted = decode_state(b"\x01" + msgspec.msgpack.encode(plain[:fields]))
        assert lifted.lifted == 1
        assert as_known_by(1, lifted) == as_known_by(1, state)
        assert lifted.habits == ProfileState("ada").habits
