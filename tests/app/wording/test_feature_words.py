"""What is said of a person follows from their recorded signals, and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.app.explaining.explain import Explanation, explain
from rapport.app.wording.feature_words import (
    FEATURE_WORDS,
    NOT_ON_RECORD,
    SUPPOSED,
    not_known_of,
    said_of,
)
from rapport.core.decision import Decision
from rapport.core.effects import AnyEffect, Decided
from rapport.core.events import Event
from rapport.core.person.signals import NOTHING_KNOWN, context
from rapport.core.policy.policy import FEATURES, PHONE_FROM, Policy
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import DAY, HOUR
from rapport.testing import examples as ex

Signals = Mapping[str, float | None]
TOLD = set(FEATURES) - {"always", "rhythm_known"}
AMOUNT = "£48.00"


@st.composite
def people(draw: st.DrawFn) -> dict[str, float | None]:
    """Signals of somebody who can be: counts and shares that go together."""
    orders = draw(st.integers(0, 40))
    discounted = draw(st.integers(0, orders))
    lately = draw(st.integers(0, 12))
    arrived = draw(st.integers(0, 8))
    clicked = draw(st.integers(0, arrived))
    share = st.floats(0.0, 1.0)
    rhythm = orders > 0 and draw(st.booleans())
    return {
        "orders_count": float(orders),
        "days_since_order": draw(st.floats(0.0, 2_000.0)) if orders else None,
        "discounted_share": discounted / orders if orders else None,
        "cart_total": 4_800.0,
        "session_views": float(draw(st.integers(0, 60))),
        "messages_7d": float(draw(st.integers(0, lately))),
        "messages_28d": float(lately),
        "click_rate": clicked / arrived if arrived else None,
        "intent_24h": draw(st.none() | share),
        "p_alive": draw(share) if rhythm else None,
        "expected_orders_90d": draw(st.floats(0.0, 60.0)) if rhythm else None,
        "on_phone": draw(st.sampled_from([None, 0.0, 1.0])),
    }


def count(words: str) -> int:
    return {"once": 1, "twice": 2}.get(words) or int(words.removesuffix(" times").replace(",", ""))


def near(words: str, share: float | None) -> bool:
    """Whether a chance in words is that of the record."""
    if share is None:
        return False
    if words == "less than 0.1%":
        return 0.0 < share < 0.001
    if words == "more than 99.9%":
        return 0.999 < share < 1.0
    return abs(float(words.removesuffix("%")) / 100.0 - share) <= 0.000501


def discounts(s: Signals) -> float:
    return round((s["discounted_share"] or 0.0) * (s["orders_count"] or 0.0))


Check = Callable[[re.Match[str], Signals], bool]
N = r"once|twice|[\d,]+ times"
TRUE_WHERE: list[tuple[str, Check]] = [
    (rf"has ordered ({N}) so far", lambda m, s: count(m[1]) == s["orders_count"]),
    (r"has not ordered so far", lambda m, s: s["orders_count"] == 0),
    (r"last ordered less than a day ago", lambda m, s: (s["days_since_order"] or 0.0) < 1.0),
    (r"last ordered ([\d,]+) days? ago",
     lambda m, s: abs(count(m[1]) - (s["days_since_order"] or 0.0)) <= 0.5),
    (r"has not shown yet how they use discounts, and counts as anybody new",
     lambda m, s: s["orders_count"] == 0),
    (r"ordered once, with a discount", lambda m, s: (s["orders_count"], discounts(s)) == (1, 1)),
    (r"ordered once, without a discount", lambda m, s: (s["orders_count"], discounts(s)) == (1, 0)),
    (rf"ordered ({N}), (never|always|{N}) with a discount",
     lambda m, s: count(m[1]) == s["orders_count"] and discounts(s) == (
         0 if m[2] == "never" else count(m[1]) if m[2] == "always" else count(m[2]))),
    (r"has (£[\d.]+) in the basket", lambda m, s: m[1] == AMOUNT),
    (r"looked at no page in the last visit", lambda m, s: s["session_views"] == 0),
    (r"looked at ([\d,]+) pages? in the last visit",
     lambda m, s: count(m[1]) == s["session_views"]),
    (r"had no message from us in the last week", lambda m, s: s["messages_7d"] == 0),
    (r"had ([\d,]+) messages? from us in the last week",
     lambda m, s: count(m[1]) == s["messages_7d"]),
    (r"had no message from us in the last four weeks(, and counts as anybody new)?",
     lambda m, s: s["messages_28d"] == 0 and (s["click_rate"] is None) == (m[1] is not None)),
    (r"had ([\d,]+) messages? from us in the last four weeks, and is not known to have answered",
     lambda m, s: s["click_rate"] is None and count(m[1]) == s["messages_28d"]),
    (r"answered none of our latest messages", lambda m, s: s["click_rate"] == 0),
    (r"answered all of our latest messages", lambda m, s: s["click_rate"] == 1),
    (r"answered ([\d.]+%) of our latest messages", lambda m, s: near(m[1], s["click_rate"])),
    (r"cannot be told yet to be about to order", lambda m, s: s["intent_24h"] is None),
    (r"is (.+%) likely to order within a day", lambda m, s: near(m[1], s["intent_24h"])),
    (r"has shown no order rhythm yet", lambda m, s: s["p_alive"] is None),
    (r"is (.+%) likely to be a customer still", lambda m, s: near(m[1], s["p_alive"])),
    (r"is expected to order less than 0.1 times in the next 90 days",
     lambda m, s: 0.0 < (s["expected_orders_90d"] or 0.0) < 0.1),
    (r"is expected to order ([\d.]+) times in the next 90 days",
     lambda m, s: abs(float(m[1]) - (s["expected_orders_90d"] or 0.0)) <= 0.0501),
    (r"has not shown yet what they read us on", lambda m, s: s["on_phone"] is None),
    (r"last looked around on a phone", lambda m, s: s["on_phone"] == 1),
    (r"last looked around on something other than a phone", lambda m, s: s["on_phone"] == 0),
]  # fmt: skip
"""Every sentence that there is, and where it is true."""


def is_true(words: str, signals: Signals) -> bool:
    fitting = [(m, check) for said, check in TRUE_WHERE if (m := re.fullmatch(said, words))]
    assert fitting, f"Nobody has said where this is true: {words}"
    return any(check(match, signals) for match, check in fitting)


def words_of(signals: Signals) -> dict[str, str]:
    return {one: said_of(one, signals, AMOUNT, basket=True) for one in TOLD}


@given(people())
@settings(max_examples=400)
def test_nothing_is_said_of_a_person_that_their_signals_contradict(
    signals: dict[str, float | None],
) -> None:
    for feature, words in words_of(signals).items():
        assert is_true(words, signals), (feature, words)


def test_every_feature_that_people_are_told_of_has_all_its_words() -> None:
    assert set(FEATURE_WORDS) == set(SUPPOSED) == TOLD
    assert all(words_of(dict.fromkeys(ALL_SIGNALS)).values())
    assert said_of("rhythm_known", {}, AMOUNT, basket=True) == ""


ALL_SIGNALS = (
    "orders_count", "days_since_order", "discounted_share", "cart_total", "session_views",
    "messages_7d", "messages_28d", "click_rate", "intent_24h", "p_alive", "expected_orders_90d",
)  # fmt: skip


@pytest.mark.parametrize("feature", sorted(TOLD - {"cart_value"}))
def test_of_what_is_not_on_record_nothing_is_said(feature: str) -> None:
    assert said_of(feature, {}, AMOUNT, basket=True) == NOT_ON_RECORD


@pytest.mark.parametrize("basket", [True, False])
def test_of_an_amount_that_is_not_on_record_nothing_is_said(basket: bool) -> None:
    assert said_of("cart_value", {}, None, basket=basket) == NOT_ON_RECORD


def test_what_a_message_is_about_is_only_a_basket_where_it_is_one() -> None:
    assert said_of("cart_value", {}, AMOUNT, basket=True) == "has £48.00 in the basket"
    assert "basket" not in said_of("cart_value", {}, AMOUNT, basket=False)


@given(people())
def test_what_is_said_not_to_be_known_is_so_and_counts_as_for_anybody_new(
    signals: dict[str, float | None],
) -> None:
    said, x = not_known_of(signals), context(signals, PHONE_FROM)
    for words, feature in (("discounts", "price_sensitive"), ("answer", "answers_messages")):
        place = FEATURES.index(feature)
        if words in said:
            assert x[place] == NOTHING_KNOWN[place]
    assert ("discounts" in said) == (signals["orders_count"] == 0)
    assert ("answer" in said) == (signals["messages_28d"] == 0 and signals["click_rate"] is None)


# --- On real decisions ---------------------------------------------------------------------------

SHARP = Policy(
    number=0,
    form=4,
    decisions=900,
    baseline=(0.05,) + (0.0,) * 11,
    send=(0.3,) + (0.2,) * 11,
    effects={
        "offer:ten": (0.1, *(0.2,) * 11),
        "tone:warm": (0.1, *(-0.3,) * 11),
        "time:evening": (0.1, *(0.1,) * 11),
    },
    exploration=1e-6,
)
"""Every feature moves every choice."""


def told(
    orders: list[bool], views: int, messages: int, policy: Policy = SHARP
) -> list[tuple[Decision, Explanation]]:
    """What is told of all messages to somebody with these orders (with a discount, or without)."""
    blueprint = ex.blueprint(ex.ADAPTIVE_ONLY, policy)
    events: list[Event] = [*ex.subscribed(ex.at(0, 9))]
    for number, discounted in enumerate(orders):
        name, when = f"o{number}", ex.at(1 + number)
        events.append(
            ex.order_with("TEN", name, when)
            if discounted
            else ex.order(name, when, name, token=f"t{number}")
        )
    at = ex.at(30, 10)
    for number in range(messages + 1):
        left = at + number * 7 * DAY
        events += [ex.viewed(f"v{number}-{n}", left - HOUR + n) for n in range(views)]
        events.append(ex.checkout(f"c{number}", left))
    state, effects = ProfileState("ada"), list[AnyEffect]()
    for event in (*events, ex.viewed("later", at + 40 * DAY)):
        state, more = step(blueprint, state, event)
        effects += more
    decisions = [one.decision for one in effects if isinstance(one, Decided)]
    return [(one, explain(one, blueprint)) for one in decisions]


@given(st.lists(st.booleans(), max_size=4), st.integers(0, 8), st.integers(0, 2))
@settings(max_examples=30, deadline=None)
def test_what_moved_a_real_choice_is_never_untrue(
    orders: list[bool], views: int, messages: int
) -> None:
    reasons = 0
    for decision, page in told(orders, views, messages):
        signals = {one.name: one.value for one in decision.signals}
        for part in page.chart:
            for one in part.moved:
                reasons += 1
                assert is_true(one.because, signals), one
    assert reasons


def test_somebody_who_never_ordered_is_not_told_of_as_using_discounts() -> None:
    page = next(page for decision, page in told([], 1, 0) if len(decision.draws) > 1)
    reasons = {one.because for part in page.chart for one in part.moved}
    assert reasons == {"has £48.00 in the basket", "looked at 1 page in the last visit"}
    assert page.chart_note.endswith(
        "How they use discounts and whether they answer messages are not known, and moved nothing."
    )


def test_paying_in_full_speaks_against_what_discounts_speak_for() -> None:
    warm = (0.5, 0.0, 0.0, 0.3, *(0.0,) * 8)
    thrifty = Policy(form=4, baseline=SHARP.baseline, send=SHARP.send, effects={"tone:warm": warm},
                     exploration=1e6)  # fmt: skip

    def moved(orders: list[bool]) -> dict[str, float]:
        (page,) = (page for one, page in told(orders, 0, 0, thrifty) if one.action.tone == "warm")
        (part,) = (part for part in page.chart if part.factor == "Tone")
        return {one.because: one.points for one in part.moved}

    (never,) = moved([False, False]).items()
    (always,) = moved([True, True]).items()
    assert never[0] == "ordered twice, never with a discount"
    assert always[0] == "ordered twice, always with a discount"
    assert never[1] < 0.0 < always[1]
    assert moved([]) == {}
