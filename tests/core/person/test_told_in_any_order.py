"""Words are told late, or after others that came later: the same ones lead to the same state."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core import events as ev
from rapport.core.blueprint import Blueprint
from rapport.core.bounds import MAX_LAST_WORDS, MAX_TICKETS
from rapport.core.codec import encode_state
from rapport.core.editions import TOLD_IN_ANY_ORDER
from rapport.core.events import Event
from rapport.core.person import signals
from rapport.core.person.signals import Moment
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import MINUTE
from rapport.testing import examples as ex

BLUEPRINT = ex.blueprint()


def of_edition(edition: int) -> Blueprint:
    (release,) = BLUEPRINT.releases
    return replace(BLUEPRINT, releases=(replace(release, edition=edition),))


def told(
    events: Sequence[Event], before: ProfileState | None = None, blueprint: Blueprint = BLUEPRINT
) -> ProfileState:
    state = before or ProfileState("ada")
    for event in events:
        state, _ = step(blueprint, state, event)
    return state


TOPICS = st.lists(st.sampled_from(("jokes", "baskets", "tea")), max_size=3, unique=True).map(tuple)
WORDS = st.one_of(
    st.builds(
        ev.ParcelChanged, parcel_id=st.sampled_from(("p1", "p2", "p3")), delayed=st.booleans()
    ),
    st.builds(
        ev.ProfileChanged, no_profiling=st.sampled_from((None, True, False)),
        declined_topics=st.none() | TOPICS, kept_topics=st.none() | TOPICS,
    ),
    st.builds(
        ev.ProfileChanged, language=st.sampled_from((None, "en", "de")),
        preferences=st.none() | st.dictionaries(
            st.sampled_from(("brew", "gifts")), st.sampled_from(("", "yes", "no")), max_size=2
        ),
    ),
    st.builds(ev.MessageBounced, hard=st.booleans()),
    st.builds(
        ev.ConsentChanged, channel=st.sampled_from(("email", "sms")),
        status=st.sampled_from(("subscribed", "pending", "unsubscribed")), method=st.just("form"),
    ),
)  # fmt: skip
PROVEN_WORDS = st.builds(
    ev.ProfileChanged, has_email=st.sampled_from((None, True, False)),
    has_phone=st.sampled_from((None, True, False)), country=st.sampled_from((None, "GB", "DE")),
)  # fmt: skip


@st.composite
def once(draw: st.DrawFn) -> list[ev.AnyBody]:
    """What is counted: each question is opened once and each order is placed once, and the closing
    may be told however often. How often one was opened anew between two closings, or placed, nobody
    could tell from words in any order."""
    names = st.sampled_from(("1", "2", "3"))
    opened = draw(st.lists(names, max_size=3, unique=True))
    closed = draw(st.lists(names, max_size=5))
    placed = draw(st.lists(names, max_size=3, unique=True))
    return [
        *(ev.TicketChanged(name) for name in opened),
        *(ev.TicketChanged(name, open=False) for name in closed),
        *(ev.OrderPlaced(name, revenue=1_000, goods=1_000, currency="GBP") for name in placed),
    ]


@st.composite
def words(draw: st.DrawFn) -> list[Event]:
    """Words of one person, each at a moment of its own, in the order in which they are told."""
    anybodys = st.tuples(WORDS, st.sampled_from(("shopify", "segment")))
    proven = st.tuples(PROVEN_WORDS, st.just("shopify"))
    bodies = [*draw(st.lists(anybodys | proven, max_size=12))]
    bodies += [(body, "klaviyo") for body in draw(once())]
    moments = draw(st.permutations(range(len(bodies))))
    return [
        Event(f"w{number}", ex.at(1) + moment * 7 * MINUTE, source, body)
        for number, ((body, source), moment) in enumerate(zip(bodies, moments, strict=True))
    ]


@settings(max_examples=300, deadline=None)
@given(words(), st.data())
def test_any_order_of_the_same_words_gives_the_same_state(
    events: list[Event], data: st.DataObject
) -> None:
    in_order = told(sorted(events, key=lambda event: event.at))
    assert told(data.draw(st.permutations(events))) == in_order


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.builds(
            ev.ConsentChanged, channel=st.just("email"),
            status=st.sampled_from(("subscribed", "pending", "unsubscribed")),
            method=st.sampled_from(("form", "checkout", "sync")),
        ),
        max_size=7,
    ),
    st.data(),
)  # fmt: skip
def test_whether_somebody_opted_out_never_depends_on_the_order_in_which_it_was_told(
    bodies: list[ev.ConsentChanged], data: st.DataObject
) -> None:
    """Also among words that only repeat what a system has stored; which of these holds may."""
    events = [Event(f"{n}", ex.at(1, n), "shopify", body) for n, body in enumerate(bodies)]
    in_order = told(events).consent.email == "unsubscribed"
    assert (told(data.draw(st.permutations(events))).consent.email == "unsubscribed") == in_order


# --- Questions to support, and parcels -----------------------------------------------------------


def ticket(hour: int, name: str = "t1", *, opens: bool = True) -> Event:
    return Event(f"{name}-{hour}", ex.at(2, hour), "klaviyo", ev.TicketChanged(name, open=opens))


def parcel(hour: int, name: str = "p1", *, late: bool = True) -> Event:
    return Event(f"{name}-{hour}", ex.at(2, hour), "klaviyo", ev.ParcelChanged(name, delayed=late))


def test_a_question_that_was_closed_is_not_opened_by_an_older_word() -> None:
    state = told([ticket(10, opens=False), ticket(9)])
    assert state.open_tickets == ()
    assert state.habits.trouble.tickets == 1, "somebody asked something, all the same"
    assert told([ticket(11)], state).open_tickets == ("t1",), "a newer word opens it again"


def test_a_parcel_that_came_is_not_late_by_an_older_word() -> None:
    state = told([parcel(10, late=False), parcel(9)])
    assert state.habits.trouble.delayed == ()
    assert told([parcel(11)], state).habits.trouble.delayed == ("p1",)


def test_what_opens_and_closes_at_the_same_moment_is_closed() -> None:
    both = [ticket(9), ticket(9, opens=False), parcel(9), parcel(9, late=False)]
    for events in (both, both[::-1]):
        state = told(events)
        assert (state.open_tickets, state.habits.trouble.delayed) == ((), ())


def test_a_question_of_before_there_were_last_words_is_closed_by_any_word() -> None:
    before = told([ticket(9), parcel(9)], blueprint=of_edition(TOLD_IN_ANY_ORDER - 1))
    assert before.habits.trouble.questions == ()
    state = told([ticket(10, "t2"), parcel(10, "p2")], before)
    assert (state.open_tickets, state.habits.trouble.delayed) == (("t1", "t2"), ("p1", "p2"))
    state = told([ticket(1, opens=False), parcel(1, late=False)], state)
    assert (state.open_tickets, state.habits.trouble.delayed) == (("t2",), ("p2",))


def test_however_many_questions_there_are_the_state_stays_small() -> None:
    events = [ticket(hour, f"t{hour:02}" + "t" * 90, opens=hour % 2 == 0) for hour in range(24)]
    state = told(events)
    assert [name[:3] for name in state.open_tickets] == ["t14", "t16", "t18", "t20", "t22"]
    assert len(state.habits.trouble.questions) == MAX_LAST_WORDS
    assert len(state.open_tickets) == MAX_TICKETS


@pytest.mark.parametrize("mine", [10, 9])
def test_of_two_profiles_that_are_one_the_later_word_on_a_question_holds(mine: int) -> None:
    ada = told([ticket(mine, opens=mine == 9), parcel(mine, late=mine == 9)])
    ben = told([ticket(19 - mine, opens=mine == 10), parcel(19 - mine, late=mine == 10)])
    absorbed = ev.ProfileAbsorbed("ben", encode_state(replace(ben, profile="ben")))
    state = told([Event("m", ex.at(3), "rapport", absorbed)], ada)
    assert (state.open_tickets, state.habits.trouble.delayed) == ((), ())


# --- Who they are --------------------------------------------------------------------------------


def changed(hour: int, source: str = "shopify", **told_of: object) -> Event:
    body = msgspec.convert(told_of, ev.ProfileChanged)
    return Event(f"{source}-{hour}", ex.at(2, hour), source, body)


def test_an_older_word_sets_neither_country_nor_language_back() -> None:
    state = told(
        [changed(10, country="DE", language="de"), changed(9, country="GB", language="en")]
    )
    assert (state.country, state.language) == ("DE", "de")


def test_word_without_proof_adds_a_country_and_gives_way_to_any_with_proof() -> None:
    state = told([changed(10, "segment", country="GB"), changed(11, "segment", country="FR")])
    assert state.country == "GB"
    state = told([changed(9, country="DE")], state)
    assert state.country == "DE"
    assert told([changed(12, "segment", country="FR")], state).country == "DE"


def test_a_bounce_of_an_older_address_does_not_count_against_the_new_one() -> None:
    bounce = Event("b", ex.at(2, 9), "klaviyo", ev.MessageBounced())
    later = Event("l", ex.at(2, 11), "klaviyo", ev.MessageBounced())
    new = changed(10, has_email=True)
    assert not told([new, bounce]).consent.bounced
    assert not told([bounce, new]).consent.bounced
    assert told([later, new]).consent.bounced


def test_a_preference_that_was_taken_back_does_not_come_back_by_an_older_word() -> None:
    state = told([changed(10, preferences={"brew": ""}), changed(9, preferences={"brew": "green"})])
    assert [one.value for one in state.habits.preferences] == [""]
    moment = Moment(state, ex.at(3), BLUEPRINT.releases[0], {})
    assert signals.value_of("preferences_count", moment) == 0.0
    assert signals.value_of("stated[brew=green]", moment) is None


# --- Which release it goes by --------------------------------------------------------------------


def test_a_word_is_read_by_the_release_that_held_when_it_was_told() -> None:
    """So what is told late, of a time before the release, is held against what is known by now."""
    (release,) = BLUEPRINT.releases
    older = replace(release, number=1, since=0, edition=TOLD_IN_ANY_ORDER - 1)
    newer = replace(release, number=2, since=ex.at(4))
    both = replace(BLUEPRINT, releases=(older, newer))
    told_then = [replace(ticket(10, opens=False), told=ex.at(2)), replace(ticket(9), told=ex.at(2))]
    assert told(told_then, blueprint=both).open_tickets == ("t1",)
    told_now = [replace(event, told=ex.at(5)) for event in told_then]
    assert told(told_now, blueprint=both).open_tickets == ()
