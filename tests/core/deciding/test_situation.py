from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.core.choices import Consent
from rapport.core.creative.framework import ABOUT, CART, ORDER
from rapport.core.deciding.situation import ANYBODY, PARTS, of_key, situation
from rapport.core.events import Event
from rapport.core.person.signals import Moment
from rapport.core.state import Browsing, Orders, ProfileState, Seen, Trail
from rapport.core.step import step
from rapport.core.time import DAY
from rapport.testing import examples as ex
from rapport.testing.strategies import strange_histories

NOW = ex.at(40, 10)
EVERY = {".".join(names) for names in product(*PARTS)}


def moment(state: ProfileState) -> Moment:
    release = ex.blueprint().releases[0]
    return Moment(state, NOW, release, {})


def test_there_are_few_situations() -> None:
    assert len(EVERY) <= 60


def test_each_key_leads_back_to_its_situation_and_anything_else_to_nobodys() -> None:
    assert all(of_key(key).key == key for key in EVERY)
    assert len({of_key(key).words for key in EVERY}) == len(EVERY)
    for key in ("", "new", "new.first.one", "new.first.one.calm.more", "rich.first.one.calm"):
        assert of_key(key) == ANYBODY


def test_a_situation_says_what_it_is_made_of() -> None:
    state = ProfileState("p", orders=Orders(count=1), browsing=Browsing(sessions=3))
    assert situation(ORDER, moment(state)).key == "once.returned.any.calm"
    seen = tuple([Seen(number, 0, 1) for number in range(5)])
    many = ProfileState(
        "p",
        orders=Orders(count=9),
        browsing=Browsing(sessions=1),
        trail=Trail(visit=1, products=seen),
    )
    assert situation(ORDER, moment(many)).key == "regular.compared.any.calm"
    sore = ProfileState("p", orders=Orders(count=1, last_refund_at=NOW - 3 * DAY))
    assert situation(ORDER, moment(sore)).key == "once.first.any.careful"


def test_of_who_declined_profiling_nothing_is_looked_at() -> None:
    state = ProfileState("p", consent=Consent(no_profiling=True), orders=Orders(count=9))
    assert situation(CART, moment(state)) == ANYBODY


@settings(deadline=None)
@given(strange_histories(), st.sampled_from(ABOUT))
def test_whatever_happened_the_situation_is_one_of_the_few(events: list[Event], about: str) -> None:
    state = ProfileState("p")
    for event in events:
        state = step(ex.blueprint(), state, event).state
    found = situation(about, moment(state))
    assert found == ANYBODY or found.key in EVERY
    assert found == of_key(found.key)


def test_no_situation_has_a_figure_in_it() -> None:
    for key in EVERY:
        assert not any(c.isdigit() for words in of_key(key).words for c in words)
