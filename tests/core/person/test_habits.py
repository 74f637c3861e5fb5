"""What is counted for signals: once, in constant time, whoever tells of it and in any order."""

from __future__ import annotations

import sys
from itertools import permutations
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core import events as ev
from rapport.core.blueprint import Blueprint
from rapport.core.bounds import PREFERENCE_CHARS
from rapport.core.codec import encode_state
from rapport.core.creative.framework import Condition
from rapport.core.events import AnyBody, Event
from rapport.core.person import preferences, signals
from rapport.core.person.preferences import ANY_WORD, CHOICE, YES_OR_NO, AskedFor
from rapport.core.person.signals import CATALOGUE, Moment, family_of, split
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import DAY, HOUR, MINUTE, Instant
from rapport.core.work import Work
from rapport.testing import examples as ex
from rapport.testing.examples import MUG, TEAPOT, line

BLUEPRINT = ex.blueprint()
FORM = max(signal.form for signal in CATALOGUE)


def told(*events: Event, who: str = "ada") -> ProfileState:
    state = ProfileState(who)
    for event in events:
        state, _ = step(BLUEPRINT, state, event)
    return state


def known(state: ProfileState, at: Instant) -> dict[str, float | None]:
    return signals.values(Work(BLUEPRINT, state).moment(at), FORM)


def together(mine: ProfileState, theirs: ProfileState, at: Instant) -> ProfileState:
    body = ev.ProfileAbsorbed(theirs.profile, encode_state(theirs))
    return step(BLUEPRINT, mine, Event("link", at, "rapport", body)).state


def begun(name: str, at: Instant, source: str = "shopify", total: int = 1_600) -> Event:
    body = ev.CheckoutStarted("c1", (line(MUG),), total, "GBP")
    return Event(name, at, source, body)


# --- Constant time and bounded size --------------------------------------------------------------


def _busy_day(day: int) -> list[Event]:
    """A day of somebody who does everything, each time with names that were never there before."""
    at = ex.at(day)
    bodies: tuple[AnyBody, ...] = (
        ev.PageViewed(device=ev.DEVICES[day % 4], channel=ev.CHANNELS[day % 6]),
        ev.CollectionViewed(f"category {day}"),
        ev.ProductViewed(ev.Line(f"product{day}", category=f"other {day}")),
        ev.Searched("tea"),
        ev.CartChanged(added=ev.Line(f"product{day}", unit_price=100)),
        ev.CartChanged(removed=ev.Line(f"product{day}")),
        ev.CartChanged(added=line(MUG)),
        ev.CheckoutStarted(f"c{day}", (line(MUG),), 1_600, "GBP"),
        ev.OrderPlaced(f"o{day}", revenue=1_600 + day, total=1_600 + day, currency="GBP",
                       discount_codes=("TEN", f"CODE{day}")),
        ev.OrderRefunded(f"o{day}", amount=100),
        ev.TicketChanged(f"t{day}"),
        ev.MessageComplained(f"m{day}"),
        ev.ProfileChanged(preferences={f"key{day}": f"value {day}"}),
    )  # fmt: skip
    return [
        Event(f"e{day}.{number}", at + number * MINUTE, "shopify", body)
        for number, body in enumerate(bodies)
    ]


def _calls(state: ProfileState, event: Event) -> int:
    """How many functions of Python and of C one step calls."""
    count = 0

    def trace(_frame: FrameType, what: str, _arg: object) -> None:
        nonlocal count
        count += what in ("call", "c_call")

    sys.setprofile(trace)
    try:
        step(BLUEPRINT, state, event)
    finally:
        sys.setprofile(None)
    return count


def test_a_year_of_busy_days_makes_no_event_dearer_and_no_state_larger() -> None:
    state, sizes, work = ProfileState("ada"), dict[int, int](), dict[int, list[int]]()
    for day in range(365):
        today = _busy_day(day)
        if day in (40, 364):
            work[day] = []
        for event in today:
            if day in work:
                work[day].append(_calls(state, event))
            state, _ = step(BLUEPRINT, state, event)
        sizes[day] = len(encode_state(state))
    assert sizes[364] <= sizes[40] * 1.1
    assert sizes[364] < 4_096
    assert max(work[364]) <= max(work[40]) * 1.1
    assert sum(work[364]) <= sum(work[40]) * 1.1


# --- Told twice, late or by several --------------------------------------------------------------


def test_the_largest_order_is_known_even_where_it_is_told_of_last_and_is_the_oldest() -> None:
    newest_first = [
        Event(f"e{day}", ex.at(day), "order_export", ev.OrderPlaced(
            f"o{day}", revenue=90_000 if day == 0 else 1_000 + day, total=1, currency="GBP",
        ), backfill=True)
        for day in reversed(range(0, 200, 20))
    ]  # fmt: skip
    assert known(told(*newest_first), ex.at(201))["largest_order"] == 90_000


def test_an_order_in_another_currency_is_no_largest_order() -> None:
    yen = ev.OrderPlaced("o", revenue=9_000_000, total=9_000_000, currency="JPY")
    state = told(Event("e", ex.at(0), "shopify", yen))
    assert known(state, ex.at(1))["largest_order"] is None


def test_one_checkout_that_two_profiles_heard_of_is_one_and_not_left() -> None:
    at = ex.at(0, 9)
    browser = told(begun("page", at, "segment"), who="visitor")
    named = told(begun("office", at + MINUTE))
    order = ev.OrderPlaced("o", revenue=1_600, total=1_600, currency="GBP", checkout_token="c1")
    for mine, theirs in permutations((browser, named)):
        both = together(mine, theirs, at + HOUR)
        found = known(both, at + HOUR)
        assert (found["checkouts_count"], found["checkouts_left"]) == (1, 0)
    bought = step(BLUEPRINT, named, Event("o", at + 5 * MINUTE, "shopify", order)).state
    for mine, theirs in permutations((browser, bought)):
        found = known(together(mine, theirs, at + HOUR), at + HOUR)
        assert (found["checkouts_count"], found["checkouts_left"]) == (1, 0)
    only_bought = told(Event("o", at + 5 * MINUTE, "shopify", order))
    for mine, theirs in permutations((browser, only_bought)):
        found = known(together(mine, theirs, at + HOUR), at + HOUR)
        assert (found["checkouts_count"], found["checkouts_left"]) == (1, 0)


def test_of_two_profiles_the_open_checkout_brings_its_own_changes_and_code() -> None:
    at = ex.at(0, 9)
    with_code = ev.CheckoutStarted("c2", (line(MUG),), 1_500, "GBP", discount_codes=("TEN",))
    mine = told(begun("a", at), Event("code", at + MINUTE, "shopify", with_code))
    cart = Event("cart", at + HOUR, "segment", ev.CartChanged(added=line(TEAPOT)))
    for one, other in permutations((mine, told(cart, who="visitor"))):
        found = known(together(one, other, at + 2 * HOUR), at + 2 * HOUR)
        assert (found["checkout_with_code"], found["open_cart_added"]) == (1, 1)


def test_a_ticket_and_a_complaint_that_two_tell_of_count_once() -> None:
    at = ex.at(0, 9)
    asked = ev.TicketChanged("t1")
    one = told(Event("a", at, "klaviyo", asked))
    other = told(Event("b", at, "segment", asked), who="visitor")
    assert known(together(one, other, at + HOUR), at + HOUR)["tickets_count"] == 1
    twice = told(
        Event("c", at, "klaviyo", ev.MessageComplained("m")),
        Event("d", at + HOUR, "segment", ev.MessageComplained("m")),
        Event("e", at + 9 * DAY, "segment", ev.MessageComplained("n")),
    )
    assert known(twice, at + 10 * DAY)["complaints_count"] == 2


def test_a_basket_that_a_browser_and_the_shop_tell_in_other_words_was_not_changed() -> None:
    at = ex.at(0, 9)
    state = told(begun("page", at, "segment", 1_600), begun("office", at + MINUTE, total=1_995))
    assert known(state, at + HOUR)["checkout_changes"] == 0
    again = step(BLUEPRINT, state, begun("less", at + 2 * MINUTE, total=1_500)).state
    assert known(again, at + HOUR)["checkout_changes"] == 1


def test_how_full_a_basket_was_before_the_last_order_says_nothing_of_the_next() -> None:
    at = ex.at(0, 9)
    bought = told(
        Event("a", at, "shopify", ev.CheckoutStarted("c0", (line(TEAPOT, 9),), 43_200, "GBP")),
        Event("o", at + HOUR, "shopify", ev.OrderPlaced("o", revenue=43_200, total=43_200)),
    )
    browsing = told(
        Event("b", at + MINUTE, "segment", ev.CartChanged(added=line(MUG))), who="visitor"
    )
    both = together(bought, browsing, at + 2 * HOUR)
    later = step(BLUEPRINT, both, begun("next", at + DAY)).state
    assert known(later, at + DAY)["cart_shrunk_share"] == 0.0


# --- What may be kept and asked for --------------------------------------------------------------


@settings(max_examples=300)
@given(st.text(max_size=60))
def test_a_word_is_short_plain_and_the_same_when_it_is_made_again(text: str) -> None:
    kept = preferences.word(text)
    assert preferences.word(kept) == kept
    assert len(kept) <= PREFERENCE_CHARS
    assert not set(kept) & set("[]=\n<>'\" ")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Green Tea", "green_tea"), ("brewStyle", "brew_style"), ("Grüner Tee", "gruner_tee"),
        ("緑茶", "緑茶"), ("हिन्दी", "हिन्दी"), ("\u202eevil", "evil"), ("!!!", ""),
    ],
)  # fmt: skip
def test_words_of_every_language_are_kept(text: str, kept: str) -> None:
    assert preferences.word(text) == kept


def test_a_preference_is_taken_back_by_an_empty_word_and_not_by_one_that_cannot_be_kept() -> None:
    def say(value: str) -> AnyBody:
        return ev.ProfileChanged(preferences={"tea": value})

    state = told(Event("a", ex.at(0), "shopify", say("緑茶")))
    assert known(state, ex.at(1))["stated[tea=緑茶]"] == 1.0
    state = step(BLUEPRINT, state, Event("b", ex.at(1), "shopify", say("!!!"))).state
    assert known(state, ex.at(2))["preferences_count"] == 1
    state = step(BLUEPRINT, state, Event("c", ex.at(2), "shopify", say(" "))).state
    assert known(state, ex.at(3))["preferences_count"] == 0


def test_a_public_key_cannot_push_out_what_was_proven() -> None:
    def say(at: Instant, source: str, *keys: str) -> Event:
        told = ev.ProfileChanged(preferences=dict.fromkeys(keys, "yes"))
        return Event(f"{source}{at}", at, source, told)

    state = told(say(ex.at(0), "klaviyo", "tea", "cups"), say(ex.at(1), "segment", *"abcdefgh"))
    assert [p.key for p in state.habits.preferences] == ["cups", "tea", *"efgh"]
    other = told(say(ex.at(2), "segment", *"uvwxyz"), who="visitor")
    for mine, theirs in permutations((state, other)):
        both = together(mine, theirs, ex.at(3)).habits.preferences
        assert [p.key for p in both] == ["cups", "tea", *"wxyz"]


@pytest.mark.parametrize(
    "key",
    ["ageGroup", "genderIdentity", "Geschlecht", "état_de_santé", "Schwangerschaft", "embarazada",
     "Religionszugehörigkeit", "is-pregnant", "leeftijd", "Nationalität"],
)  # fmt: skip
def test_protected_traits_are_known_in_several_languages_and_ways_of_writing(key: str) -> None:
    state = told(Event("a", ex.at(0), "shopify", ev.ProfileChanged(preferences={key: "yes"})))
    assert state.habits.preferences == ()


@pytest.mark.parametrize("key", ["agreement", "brewing", "image", "pottery_style", "package"])
def test_words_that_only_look_like_a_protected_trait_are_kept(key: str) -> None:
    assert preferences.may_be_kept(key, "yes")


def test_a_category_that_names_a_protected_trait_is_no_signal() -> None:
    seen = [ev.CollectionViewed(name) for name in ("Halal snacks", "Mugs", "Maternity")]
    state = told(*(Event(f"e{n}", ex.at(0, n), "segment", body) for n, body in enumerate(seen)))
    interests = [name for name in known(state, ex.at(1)) if name.startswith("category_interest")]
    assert interests == ["category_interest[Mugs]"]
    moment = Work(BLUEPRINT, state).moment(ex.at(1))
    assert not signals.holds(Condition("category_interest[Maternity]", ">=", 0.1), moment)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("category_interest[Mugs & more]", ""), ("category_interest[Kosher]", "protected trait"),
        ("stated[tea=green]", ""), ("stated[Tea=Green Tea]", "'tea=green_tea'"),
        ("stated[tea]", "stated[key=value]"), ("stated[tea=]", "stated[key=value]"),
        ("stated[gender=any]", "protected trait"),
        ("answer_rate[tone:warm]", ""), ("answer_rate[warm]", "'tone:warm'"),
        ("offer_used[ten]", ""),
    ],
)  # fmt: skip
def test_a_condition_that_could_never_be_found_says_why(name: str, wrong: str) -> None:
    family = family_of(name)
    assert family is not None
    said = family.refuses(split(name)[1])
    assert (wrong in said) if wrong else not said


ASKS = (
    AskedFor("pottery", CHOICE, ("classic", "new")),
    AskedFor("gifts", YES_OR_NO),
    AskedFor("tea", ANY_WORD),
)


def declares(asked_for: tuple[AskedFor, ...] | None) -> Blueprint:
    release = ex.blueprint().releases[0]
    brand = replace(release.brand, preferences=asked_for)
    return replace(ex.blueprint(), releases=(replace(release, brand=brand),))


def after_saying(blueprint: Blueprint, said: dict[str, str]) -> ProfileState:
    event = Event("said", ex.at(0), "shopify", ev.ProfileChanged(preferences=said))
    return step(blueprint, ProfileState("ada"), event).state


def test_only_what_a_brand_asks_for_is_kept() -> None:
    said = {"pottery": "New", "gifts": "maybe", "tea": "Oolong", "colour": "red"}
    kept = after_saying(declares(ASKS), said).habits.preferences
    assert {(one.key, one.value) for one in kept} == {("pottery", "new"), ("tea", "oolong")}
    assert after_saying(declares(()), said).habits.preferences == ()
    assert len(after_saying(declares(None), said).habits.preferences) == 4, "old releases replay"


def test_what_is_no_longer_asked_for_is_no_longer_used_and_can_be_taken_back() -> None:
    state = after_saying(declares(None), {"colour": "red", "tea": "oolong"})
    now = declares(ASKS)
    moment = Moment(state, ex.at(1), now.releases[0], {})
    assert signals.value_of("stated[colour=red]", moment) is None
    assert signals.value_of("stated[tea=oolong]", moment) == 1.0
    assert signals.value_of("preferences_count", moment) == 1.0
    taken_back = Event("b", ex.at(1), "shopify", ev.ProfileChanged(preferences={"tea": ""}))
    after = step(now, state, taken_back).state.habits.preferences
    assert [one.key for one in after if one.value] == ["colour"]
