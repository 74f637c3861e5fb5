"""What holds of signals for every history, and what single ones say."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core import events as ev
from rapport.core.bounds import MAX_OFFERS, MAX_PREFERENCES
from rapport.core.codec import as_known_by, decode_state, encode_state
from rapport.core.creative.framework import Action, Condition
from rapport.core.editions import ALL_VISITS_COUNT, CATALOGUED, LOOKED_AT_ALIKE
from rapport.core.events import AnyBody, Event
from rapport.core.person import signals
from rapport.core.person.signals import (
    ALWAYS,
    BY_NAME,
    CATALOGUE,
    FAMILIES,
    NEVER,
    at_odds,
    family_of,
    foregone,
    range_of,
)
from rapport.core.state import Answer, Note, OfferTally, ProfileState
from rapport.core.step import step
from rapport.core.time import HOUR, MINUTE, Instant
from rapport.core.work import Work
from rapport.testing import examples as ex
from rapport.testing.examples import MUG, TEAPOT, line
from rapport.testing.strategies import histories, strange_histories

SETTINGS = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BLUEPRINT = ex.blueprint()
FORM = max(signal.form for signal in CATALOGUE)


@dataclass
class Person:
    """One profile, told event by event."""

    state: ProfileState = field(default_factory=lambda: ProfileState("ada"))
    told: int = 0

    def tell(self, at: Instant, body: AnyBody, source: str = "shopify") -> None:
        self.told += 1
        event = Event(f"{self.state.profile}{self.told}", at, source, body)
        self.state, _ = step(BLUEPRINT, self.state, event)

    def known(self, at: Instant) -> dict[str, float | None]:
        return signals.values(Work(BLUEPRINT, self.state).moment(at), FORM)

    def absorb(self, other: ProfileState, at: Instant) -> None:
        self.tell(at, ev.ProfileAbsorbed(other.profile, encode_state(other)))


def fold(events: list[Event], profile: str = "ada") -> ProfileState:
    state = ProfileState(profile)
    for event in events:
        state, _ = step(BLUEPRINT, state, event)
    return state


def bought(order: str, *codes: str, revenue: int = 4_800) -> ev.OrderPlaced:
    return ev.OrderPlaced(order, revenue=revenue, total=revenue, currency="GBP",
                          discount_codes=codes)  # fmt: skip


# --- For every history -------------------------------------------------------------------------


@SETTINGS
@given(strange_histories(max_size=25), st.sampled_from((0, ex.at(0), ex.at(60), 2**62)))
def test_whatever_happened_each_signal_is_finite_or_unavailable(
    events: list[Event], at: Instant
) -> None:
    moment = Work(BLUEPRINT, fold(events)).moment(at)
    found = signals.values(moment, FORM)
    assert {name for name in found if "[" not in name} == {s.name for s in CATALOGUE if not s.needs}
    assert all(value is None or isfinite(value) for value in found.values())
    assert all(signals.value_of(name, moment) == value for name, value in found.items())


@SETTINGS
@given(strange_histories(max_size=25), strange_histories(max_size=25))
def test_no_signal_is_less_or_more_than_the_catalogue_says(
    mine: list[Event], theirs: list[Event]
) -> None:
    alone, together = Person(fold(mine)), Person(fold(mine))
    together.absorb(fold(theirs, "ben"), ex.at(90))
    for found in (alone.known(ex.at(60)), together.known(ex.at(91))):
        for name, value in found.items():
            row = BY_NAME.get(name) or family_of(name)
            assert row
            within = range_of(row)
            assert value is None or within.least <= value <= within.most, (name, value)


def test_the_catalogue_says_which_signals_everybody_has() -> None:
    found = Person().known(ex.at(1))
    had = {name for name, value in found.items() if value is not None}
    had.remove("open_cart_value")  # 0 of an empty cart; who has one with unknown prices lacks it
    assert {s.name for s in CATALOGUE if s.known} == had


@SETTINGS
@given(
    st.sampled_from([row.name for row in CATALOGUE]),
    st.sampled_from(("<", "<=", ">", ">=", "==", "!=")),
    st.integers(-2, 40),
    st.integers(0, 40),
)
def test_a_condition_is_called_foregone_only_where_no_figure_changes_it(
    name: str, op: str, asked: int, figure: int
) -> None:
    condition, within = Condition(name, op, float(asked)), range_of(BY_NAME[name])
    holds = signals.compares(condition, float(figure))
    if within.least <= figure <= within.most:
        assert foregone(condition) != (NEVER if holds else ALWAYS)


CONDITIONS = st.builds(
    Condition,
    st.sampled_from(("orders_count", "click_rate")),
    st.sampled_from(("<", "<=", ">", ">=", "==", "!=")),
    st.integers(-3, 3).map(float),
)


@SETTINGS
@given(CONDITIONS, CONDITIONS)
def test_two_conditions_are_at_odds_where_no_figure_meets_both(
    one: Condition, other: Condition
) -> None:
    figures = [half / 2.0 for half in range(-9, 10)]
    meet = any(signals.compares(one, at) and signals.compares(other, at) for at in figures)
    apart = one.signal == other.signal and not meet
    assert (at_odds((one, other)) == (one, other)) is apart


@SETTINGS
@given(strange_histories(max_size=25), strange_histories(max_size=25))
def test_two_profiles_together_are_bounded_too(mine: list[Event], theirs: list[Event]) -> None:
    ada, ben = Person(fold(mine)), fold(theirs, "ben")
    ada.absorb(ben, ex.at(90))
    habits = ada.state.habits
    assert len(habits.offers) <= MAX_OFFERS
    assert len(habits.preferences) <= MAX_PREFERENCES
    assert len(habits.visits.devices) <= len(ev.DEVICES)
    assert len(habits.visits.channels) <= len(ev.CHANNELS)
    assert len(encode_state(ada.state)) < 10_000
    assert decode_state(encode_state(ada.state)) == ada.state
    assert all(v is None or isfinite(v) for v in ada.known(ex.at(91)).values())


@SETTINGS
@given(histories(opted_in=False), histories(opted_in=False))
def test_counts_of_two_profiles_add_up_whichever_absorbs_the_other(
    mine: list[Event], theirs: list[Event]
) -> None:
    one, two = fold(mine), fold(theirs, "ben")
    for a, b in ((one, two), (two, one)):
        person = Person(a)
        person.absorb(b, ex.at(90))
        habits = person.state.habits
        assert habits.visits.views == a.habits.visits.views + b.habits.visits.views
        told = (a.habits.carts.checkouts, b.habits.carts.checkouts)
        assert max(told) <= habits.carts.checkouts <= sum(told)
        asked = (a.habits.trouble.tickets, b.habits.trouble.tickets)
        assert max(asked) <= habits.trouble.tickets <= sum(asked)
        assert habits.largest_order == max(a.habits.largest_order, b.habits.largest_order)


@SETTINGS
@given(histories())
def test_a_condition_on_a_signal_agrees_with_what_a_decision_would_record(
    events: list[Event],
) -> None:
    moment = Work(BLUEPRINT, fold(events)).moment(ex.at(40))
    for name, value in signals.values(moment, FORM).items():
        assert signals.holds(Condition(name, ">=", 1.0), moment) == (
            value is not None and value >= 1.0
        )


def test_what_older_policies_record_is_what_they_recorded() -> None:
    moment = Work(BLUEPRINT, ProfileState("ada")).moment(ex.at(0))
    assert list(signals.values(moment, 1)) == [
        s.name for s in CATALOGUE if s.form == 1 and not s.needs
    ]
    assert len(signals.values(moment, 1)) == 23


def test_names_of_signals_are_unique_and_no_family_hides_a_signal() -> None:
    names = [row.name for row in (*CATALOGUE, *FAMILIES)]
    assert len(names) == len(set(names))
    assert all(row.label and row.unit and row.window and row.source for row in CATALOGUE)


def test_a_state_that_no_longer_is_finite_makes_no_signal_of_it() -> None:
    broken = replace(
        ProfileState("ada"),
        answers=(Answer("tone:warm", -3, 0), Answer("tone:plain", 0, 4)),
        habits=replace(ProfileState("ada").habits, offers=(OfferTally("ten", -5, 0, 9),)),
    )
    found = Person(broken).known(ex.at(1))
    assert found["answer_rate[tone:plain]"] == 1.0
    assert "answer_rate[tone:warm]" not in found
    assert found["offer_ignored[ten]"] == 0.0


# --- Orders ------------------------------------------------------------------------------------


def test_an_order_of_a_million_moves_the_usual_order_little() -> None:
    ada = Person()
    for number, revenue in enumerate((4_000, 5_000, 100_000_000, 6_000)):
        ada.tell(ex.at(30 * number), bought(f"o{number}", revenue=revenue))
    found = ada.known(ex.at(100))
    assert found["typical_order"] == 5_500
    assert found["largest_order"] == 100_000_000
    assert found["last_order"] == 6_000


def test_the_rhythm_of_orders_is_told_from_the_gaps_between_them() -> None:
    ada = Person()
    for day in (0, 30, 60, 100):
        ada.tell(ex.at(day), bought(f"o{day}"))
    found = ada.known(ex.at(160))
    assert found["last_order_gap_days"] == 40
    assert found["order_gap_ratio"] == pytest.approx(60 / 30)
    assert found["order_gap_spread"] == pytest.approx(0.1414, abs=1e-3)
    assert found["orders_28d"] == 0
    assert found["orders_365d"] == 4


# --- Visits ------------------------------------------------------------------------------------


def test_dwell_is_the_time_until_the_next_thing_and_none_is_longer_than_five_minutes() -> None:
    ada, start = Person(), ex.at(0, 10)
    ada.tell(start, ev.ProductViewed(line(MUG)))
    ada.tell(start + MINUTE, ev.PageViewed())
    ada.tell(start + 3 * MINUTE, ev.ProductViewed(line(TEAPOT)))
    ada.tell(start + 23 * MINUTE, ev.Searched("tea"))
    found = ada.known(start + 24 * MINUTE)
    assert found["visit_dwell_minutes"] == 6.0
    assert (found["visit_searches"], found["views"], found["quiet_minutes"]) == (1, 4, 1)
    ada.tell(start + 5 * HOUR, ev.PageViewed())
    assert ada.known(start + 5 * HOUR)["visit_dwell_minutes"] == 0.0


def test_a_visit_is_of_the_channel_that_first_was_told_and_counts_once() -> None:
    ada = Person()
    for day, channel in enumerate(("email", "search", "email")):
        ada.tell(ex.at(day, 10), ev.PageViewed(channel=channel, device="phone"))
        ada.tell(ex.at(day, 10, 1), ev.PageViewed(channel="direct", device="computer"))
    found = ada.known(ex.at(2, 11))
    assert (found["came_by_email"], found["came_by_search"]) == (1.0, 0.0)
    assert found["email_visit_share"] == pytest.approx(2 / 3)
    assert (found["phone_share"], found["on_phone"]) == (0.5, 0.0)
    assert (found["visit_days_7d"], found["visit_days_28d"]) == (3, 3)
    assert ada.known(ex.at(9, 11))["visit_days_7d"] == 0


def test_a_visit_of_which_nobody_told_how_it_came_about_is_none_of_e_mail() -> None:
    ada = Person()
    for day in range(3):
        ada.tell(ex.at(day), ev.PageViewed())
    assert ada.known(ex.at(3))["email_visit_share"] == 0.0
    ada.tell(ex.at(4), ev.PageViewed(channel="email"))
    assert ada.known(ex.at(4))["email_visit_share"] == 0.25
    moment = Work(BLUEPRINT, ada.state).moment(ex.at(4))
    before = replace(moment.release, edition=ALL_VISITS_COUNT - 1)
    assert signals.value_of("email_visit_share", replace(moment, release=before)) == 1.0
    assert Person().known(ex.at(0))["email_visit_share"] is None


def test_what_is_said_of_the_last_visit_stays_until_the_next_and_is_called_so() -> None:
    ada = Person()
    ada.tell(ex.at(0), ev.ProductViewed(line(MUG)))
    long_after = ada.known(ex.at(40))
    of_the_visit = [signal for signal in CATALOGUE if signal.window.startswith("session")]
    assert {"session_views", "session_products"} <= {signal.name for signal in of_the_visit}
    assert (long_after["session_views"], long_after["session_products"]) == (1, 1)
    assert all("last visit" in signal.label for signal in of_the_visit)
    ada.tell(ex.at(41), ev.PageViewed())
    assert ada.known(ex.at(41))["session_products"] == 0


def test_words_for_devices_and_channels_that_are_unknown_are_not_kept() -> None:
    ada = Person()
    ada.tell(ex.at(0), ev.PageViewed(device="iPhone 17 Pro", channel="https://a.example/?q=ill"))
    assert ada.known(ex.at(0))["on_phone"] is None
    assert ada.known(ex.at(0))["came_by_search"] is None
    assert "iPhone" not in repr(ada.state)


def test_interest_in_a_category_is_a_signal_that_conditions_can_ask_for() -> None:
    ada = Person()
    for hour in range(3):
        ada.tell(ex.at(0, hour), ev.CollectionViewed("Mugs & more"))
    moment = Work(BLUEPRINT, ada.state).moment(ex.at(0, 3))
    assert signals.holds(Condition("category_interest[Mugs & more]", ">=", 2.5), moment)
    assert not signals.holds(Condition("category_interest[Bowls]", "<", 1.0), moment)


def test_interest_in_the_basket_knows_its_categories_by_the_catalogue() -> None:
    """A shop's checkouts seldom say of which category a product is."""
    ada = Person()
    ada.tell(ex.at(0), ev.CollectionViewed(MUG.category))
    bare = replace(line(MUG), category="")
    ada.tell(ex.at(0), ev.CheckoutStarted("c", (bare,), MUG.price, "GBP"))
    assert ada.known(ex.at(0))["cart_interest"] == 1.0
    older = Work(BLUEPRINT, ada.state).moment(ex.at(0))
    release = replace(older.release, edition=CATALOGUED - 1)
    assert signals.values(replace(older, release=release), FORM)["cart_interest"] == 0.0


# --- Carts -------------------------------------------------------------------------------------


def test_what_is_put_in_and_taken_out_of_a_cart_is_counted_until_it_is_bought() -> None:
    ada, start = Person(), ex.at(0, 10)
    ada.tell(start, ev.CartChanged(added=line(MUG, 2)))
    ada.tell(start + MINUTE, ev.CartChanged(added=line(TEAPOT)))
    ada.tell(start + 2 * MINUTE, ev.CartChanged(removed=line(MUG, 1)))
    ada.tell(start + 3 * MINUTE, ev.CartChanged(lines=(line(TEAPOT), line(MUG))))  # the same
    found = ada.known(start + 10 * MINUTE)
    assert (found["open_cart_added"], found["open_cart_removed"]) == (3, 1)
    assert (found["open_cart_changes"], found["open_cart_items"]) == (3, 2)
    assert found["open_cart_minutes"] == 10.0
    full, now = 2 * MUG.price + TEAPOT.price, MUG.price + TEAPOT.price
    assert found["open_cart_value"] == now
    assert found["cart_shrunk_share"] == pytest.approx(1 - now / full)
    ada.tell(start + HOUR, bought("o1"))
    after = ada.known(start + HOUR)
    assert after["open_cart_added"] is None
    assert after["carts_count"] == 1


def test_checkouts_that_are_left_are_told_from_those_that_are_bought() -> None:
    ada = Person()
    for day in range(3):
        told = ev.CheckoutStarted(f"c{day}", (line(MUG),), 1_600, "GBP", discount_codes=("TEN",))
        ada.tell(ex.at(day), told)
        ada.tell(ex.at(day, 0, 1), replace(told, total=1_500))
        if day == 1:
            ada.tell(ex.at(day, 1), replace(bought("o"), checkout_token="c1"))
    found = ada.known(ex.at(4))
    assert (found["checkouts_count"], found["checkouts_left"]) == (3, 1)
    assert (found["checkout_changes"], found["checkout_with_code"]) == (1, 1)


def test_reduced_products_are_told_by_the_shop_or_by_the_catalogue() -> None:
    struck, listed, unknown = (
        replace(line(MUG, 2), unit_price=1_200, full_price=1_600),
        replace(line(TEAPOT), unit_price=4_800),
        ev.Line("from elsewhere", unit_price=900),
    )
    ada = Person()
    ada.tell(ex.at(0), ev.CartChanged(lines=(struck, unknown)))
    ada.tell(ex.at(0, 1), ev.CheckoutStarted("c", (struck, listed, unknown), 8_100, "GBP"))
    found = ada.known(ex.at(0, 2))
    assert found["cart_reduced_share"] == pytest.approx(2_400 / 7_200)
    assert found["cart_saving_share"] == pytest.approx(800 / 8_000)
    assert found["open_cart_reduced_share"] == 1.0
    by_catalogue = (replace(listed, unit_price=3_600),)
    ada.tell(ex.at(1), ev.CheckoutStarted("d", by_catalogue, 3_600, "GBP"))
    assert ada.known(ex.at(1))["cart_saving_share"] == pytest.approx(0.25)
    ada.tell(ex.at(2), ev.CheckoutStarted("e", by_catalogue, 3_600, "JPY"))
    assert ada.known(ex.at(2))["cart_saving_share"] is None
    ada.tell(ex.at(3), ev.CheckoutStarted("f", (unknown,), 900, "GBP"))
    found = ada.known(ex.at(3))
    assert (found["cart_saving_share"], found["cart_reduced_share"]) == (None, None)


# --- What was looked at ------------------------------------------------------------------------


def test_what_was_put_in_a_cart_counts_as_looked_at_wherever_it_is_counted() -> None:
    ada = Person()
    ada.tell(ex.at(0), ev.ProductViewed(line(TEAPOT)))
    ada.tell(ex.at(0, 0, 5), ev.ProductViewed(line(TEAPOT)))
    found = ada.known(ex.at(0, 0, 6))
    assert (found["session_products"], found["visit_returns"]) == (1, 0)
    ada.tell(ex.at(2), ev.CartChanged(added=line(TEAPOT)))
    found = ada.known(ex.at(2, 0, 1))
    assert (found["session_products"], found["visit_returns"]) == (1, 1)
    ada.tell(ex.at(2, 0, 2), ev.ProductViewed(line(MUG)))
    found = ada.known(ex.at(2, 0, 3))
    assert (found["session_products"], found["visit_returns"]) == (2, 1)
    ada.tell(ex.at(4), ev.PageViewed())
    found = ada.known(ex.at(4, 0, 1))
    assert (found["session_products"], found["visit_returns"]) == (0, 0)


def test_releases_from_before_count_products_whose_page_was_seen() -> None:
    ada = Person()
    ada.tell(ex.at(0), ev.ProductViewed(line(TEAPOT)))
    ada.tell(ex.at(2), ev.CartChanged(added=line(TEAPOT)))
    moment = Work(BLUEPRINT, ada.state).moment(ex.at(2, 1))
    before = replace(moment.release, edition=LOOKED_AT_ALIKE - 1)
    assert signals.value_of("session_products", moment) == 1
    assert signals.value_of("session_products", replace(moment, release=before)) == 0


@SETTINGS
@given(
    histories(max_size=40), histories(max_size=40), st.sampled_from((ex.at(0), ex.at(7), ex.at(60)))
)
def test_nobody_returned_to_more_products_than_they_looked_at(
    events: list[Event], others: list[Event], at: Instant
) -> None:
    state = fold(events)
    together, _ = step(
        BLUEPRINT,
        state,
        Event("m", at, "rapport", ev.ProfileAbsorbed("ben", encode_state(fold(others, "ben")))),
    )
    for known in (state, together):
        moment = Work(BLUEPRINT, known).moment(at)
        products = signals.value_of("session_products", moment)
        returned = signals.value_of("visit_returns", moment)
        assert products is not None
        assert returned is not None
        assert products >= returned


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
